extension Tensor {
    /// The same elements in row-major order under another shape.
    public func reshape(_ shape: [Int]) -> Tensor {
        shape == self.shape ? self : emit(.reshape, as: type.with(shape: shape))
    }

    /// Repeated along axes of size 1 until it has the shape; missing leading axes are added.
    public func broadcast(to shape: [Int]) -> Tensor {
        guard shape != self.shape else { return self }
        let full = reshape([Int](repeating: 1, count: Swift.max(shape.count - rank, 0)) + self.shape)
        return full.shape == shape ? full : full.emit(.broadcast, as: type.with(shape: shape))
    }

    /// Axis i of the result is axis `order[i]` of this tensor.
    public func transpose(_ order: [Int]) -> Tensor {
        order == Array(0..<rank) ? self : emit(.transpose(order))
    }

    /// The last two axes change places.
    public var transposed: Tensor {
        guard rank >= 2 else {
            builder.report("transposed takes at least two axes, found \(type)")
            return self
        }
        return transpose(Array(0..<(rank - 2)) + [rank - 1, rank - 2])
    }

    /// The part along one axis.
    public func slice(axis: Int, _ range: Range<Int>) -> Tensor {
        guard (0..<rank).contains(axis) else {
            builder.report("slice: \(type) has no axis \(axis)")
            return self
        }
        var (starts, sizes) = ([Int](repeating: 0, count: rank), shape)
        (starts[axis], sizes[axis]) = (range.lowerBound, range.count)
        return emit(.slice(starts: starts), as: type.with(shape: sizes))
    }

    /// Zeros around: so many before and after each axis.
    public func pad(low: [Int], high: [Int]) -> Tensor {
        guard low.count == rank, high.count == rank, (low + high).allSatisfy({ $0 >= 0 }) else {
            builder.report("pad takes sizes of 0 or more for each axis of \(type), found \(low) before and \(high) after")
            return self
        }
        let sizes = zip(shape, zip(low, high)).map { $0 + $1.0 + $1.1 }
        return sizes == shape ? self : emit(.pad(low: low), as: type.with(shape: sizes))
    }

    static func broadcast(_ a: Tensor, _ b: Tensor) -> (Tensor, Tensor) {
        guard a.shape != b.shape else { return (a, b) }
        let rank = Swift.max(a.rank, b.rank)
        func padded(_ shape: [Int]) -> [Int] { [Int](repeating: 1, count: rank - shape.count) + shape }
        let (left, right) = (padded(a.shape), padded(b.shape))
        guard zip(left, right).allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else { return (a, b) }
        let shape = zip(left, right).map { $0 == 1 ? $1 : $0 }
        return (a.broadcast(to: shape), b.broadcast(to: shape))
    }
}

/// Joined along an axis.
public func concatenate(_ tensors: [Tensor], axis: Int) -> Tensor {
    precondition(!tensors.isEmpty, "concatenate takes at least one tensor")
    return tensors.count == 1 ? tensors[0] : tensors[0].builder.emit(.concatenate(axis: axis), tensors)
}
