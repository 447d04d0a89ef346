// InvarBLAS
