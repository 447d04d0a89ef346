print("invar")
