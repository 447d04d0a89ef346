// The plugin writes the class `Small`; a target must have a file of its own.
