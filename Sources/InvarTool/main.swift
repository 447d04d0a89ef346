import Invar
import InvarCommands

InvarCommands.main(Zoo.all, more: Zoo.successors + Zoo.ablations)
