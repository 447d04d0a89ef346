// InvarCommands
