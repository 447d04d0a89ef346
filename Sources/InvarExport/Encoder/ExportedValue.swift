/// A node's value in the ONNX graph. Its axes may lie in another order there, and those that say nothing are left out, so that most
/// transpositions, reshapes and repetitions of Invar's graph need no node: maps are N×H×W×C in Invar and N×C×H×W in ONNX.
struct ExportedValue {
    /// What ONNX calls it.
    let name: String
    /// Axis i in ONNX is axis `axes[i]` of the node. An axis that is not among them has the size 1 in ONNX, or is repeated.
    let axes: [Int]
    /// Axes along which all is the same: in ONNX they have the size 1 or are left out, whatever their size in the node's shape.
    let repeated: Set<Int>

    init(_ name: String, axes: [Int], repeated: Set<Int> = []) {
        (self.name, self.axes, self.repeated) = (name, axes, repeated)
    }

    /// Whether values differ along the axis.
    func varies(along axis: Int) -> Bool { axes.contains(axis) && !repeated.contains(axis) }
}

/// N×C×H×W of a node's N×H×W×C.
let channelsFirst = [0, 3, 1, 2]

/// The order of axes in which a node has them.
func inOrder(_ rank: Int) -> [Int] { Array(0..<rank) }
