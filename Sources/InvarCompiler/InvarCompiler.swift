// InvarCompiler
