/* The plugin writes the code of this target; a target must have a file of its own. */
