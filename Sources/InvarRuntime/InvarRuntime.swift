// InvarRuntime
