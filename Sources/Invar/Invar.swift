// Invar
