import InvarGraph
import InvarReference

func naiveReduce(_ kind: Reduction, _ axes: [Int], _ x: HostTensor) -> HostTensor {
    var shape = x.shape
    for axis in axes { shape[axis] = 1 }
    var groups = [[Double]](repeating: [], count: shape.reduce(1, *))
    for (position, value) in zip(positions(x.shape), x.values) {
        var target = position
        for axis in axes { target[axis] = 0 }
        groups[flatIndex(target, shape)].append(value)
    }
    return HostTensor(shape: shape, groups.map(kind.reference))
}

func naiveMovement(_ op: Op, _ x: [HostTensor], _ shape: [Int]) -> HostTensor {
    func gather(_ source: ([Int]) -> Double) -> HostTensor { HostTensor(shape: shape, positions(shape).map(source)) }
    func element(_ tensor: HostTensor, _ position: [Int]) -> Double { tensor.values[flatIndex(position, tensor.shape)] }
    switch op {
    case .reshape:
        return x[0].reshaped(shape)
    case .broadcast:
        return gather { position in element(x[0], zip(position, x[0].shape).map { $1 == 1 ? 0 : $0 }) }
    case .transpose(let order):
        return x[0].transposed(order)
    case .slice(let starts):
        return gather { position in element(x[0], zip(position, starts).map { $0 + $1 }) }
    case .pad(let low):
        return gather { position in
            let inner = zip(position, low).map { $0 - $1 }
            return zip(inner, x[0].shape).allSatisfy { $0 >= 0 && $0 < $1 } ? element(x[0], inner) : 0
        }
    case .concatenate(let axis):
        return gather { position in
            var (rest, part) = (position, 0)
            while rest[axis] >= x[part].shape[axis] {
                rest[axis] -= x[part].shape[axis]
                part += 1
            }
            return element(x[part], rest)
        }
    default:
        preconditionFailure("\(op) does not move data")
    }
}
