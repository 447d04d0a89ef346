// InvarGraph
