// InvarTraining
