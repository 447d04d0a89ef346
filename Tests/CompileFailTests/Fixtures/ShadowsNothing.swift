// Compiles: the names of the library leave the standard library's alone.
import Invar

extension Sequence where Element == Int {
    func total() -> Int { reduce(0, +) }
}
let total = [1, 2].total()
