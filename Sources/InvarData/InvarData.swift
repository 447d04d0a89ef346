// InvarData
