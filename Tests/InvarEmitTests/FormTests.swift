import InvarEmit
import Testing
