// Compiles: the library and what it imports are found.
import Invar
