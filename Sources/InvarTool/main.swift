import Invar
import InvarCommands

InvarCommands.main(Zoo.all, more: Zoo.ablations)
