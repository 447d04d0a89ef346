import InvarGraph

/// An exchange costs its start before it costs its bytes. Sums over the ranks of which none waits for another become one: their
/// operands are laid end to end, where `Placement` lets kernels write them, and each reads its part of the result.
/// A bucket is of this many bytes at most, so that the first gradients need not wait for the last ones; a larger sum is alone.
///
/// What only updates wait for (gradients, and their norm) is kept apart from what the next layer waits for (a norm's sums): the one takes long and may be
/// under way while the step goes on, the other is short.
let bucketSums = Pass(
    name: "bucket sums", invariant: "no two sums over the ranks that need not wait for each other fit into one bucket"
) { graph in
    var buckets = SumBuckets(graph, byteCount: 25_000_000)
    return buckets.run()
}

private struct SumBuckets {
    private let graph: Graph
    private var rebuild: Rebuild
    /// The members of the bucket that a sum is in, where it is not alone.
    private var members: [NodeID: [NodeID]] = [:]

    init(_ graph: Graph, byteCount: Int) {
        self.graph = graph
        rebuild = Rebuild(graph)
        for level in Self.sumsByLevel(graph) {
            var (bucket, bytes) = ([NodeID](), 0)
            for id in level {
                let more = graph[id].type.byteCount
                if bytes + more > byteCount { close(&bucket, &bytes) }
                bucket.append(id)
                bytes += more
            }
            close(&bucket, &bytes)
        }
    }

    private mutating func close(_ bucket: inout [NodeID], _ bytes: inout Int) {
        if bucket.count > 1 { for id in bucket { members[id] = bucket } }
        (bucket, bytes) = ([], 0)
    }

    /// The sums over the ranks, so that none of a list waits for another of it. Those that only updates wait for are told apart by how
    /// many of these must be over before, and the others by how many collectives.
    private static func sumsByLevel(_ graph: Graph) -> [[NodeID]] {
        struct Level: Hashable {
            let isLast: Bool
            let before: Int
        }
        let live = graph.isLive
        let isLast = graph.isMadeLast(live)
        var collectives: [Int] = [], last: [Int] = []
        var sums: [Level: [NodeID]] = [:]
        for id in graph.ids {
            let node = graph[id]
            let before = node.inputs.map { collectives[$0.index] }.max() ?? 0
            let lastBefore = node.inputs.map { last[$0.index] }.max() ?? 0
            collectives.append(node.op.is(.collective) ? before + 1 : before)
            guard live[id.index], case .collective(let collective) = node.op, collective.kind == .allReduce else {
                last.append(lastBefore)
                continue
            }
            let own = isLast[id.index]
            last.append(own ? lastBefore + 1 : lastBefore)
            sums[Level(isLast: own, before: own ? lastBefore : before), default: []].append(id)
        }
        return sums.values.sorted { $0[0] < $1[0] }
    }

    /// Nodes come in the order that they had, but for what a bucket needs: that comes before the bucket's first reader.
    mutating func run() -> Rebuilt {
        let live = graph.isLive
        for id in graph.ids where live[id.index] {
            var pending = [id]
            while let next = pending.last {
                let missing = needs(next).filter { !rebuild.isWritten($0) }
                if rebuild.isWritten(next) || missing.isEmpty {
                    pending.removeLast()
                    write(next)
                } else {
                    pending += missing
                }
            }
        }
        return rebuild.finished()
    }

    private func needs(_ id: NodeID) -> [NodeID] {
        members[id].map { $0.map { graph[$0].inputs[0] } } ?? graph[id].inputs
    }

    private func collective(of bucket: [NodeID]) -> Op {
        guard case .collective(var collective) = graph[bucket[0]].op else { internalError("a bucket of no sums") }
        collective.bucket = Collective.Bucket(
            bucket.count, from: graph[bucket[0]].name, to: graph[bucket[bucket.count - 1]].name)
        return .collective(collective)
    }

    private mutating func write(_ id: NodeID) {
        guard !rebuild.isWritten(id) else { return }
        guard let bucket = members[id] else { return rebuild.keep(id) }
        func insert(_ op: Op, _ operands: [NodeID], _ type: TensorType, like id: NodeID) -> NodeID {
            var node = rebuild.translated(graph[id])
            (node.op, node.inputs, node.type) = (op, operands, type)
            return rebuild.insert(node)
        }
        let counts = bucket.map { graph[$0].type.count }
        func row(_ count: Int) -> TensorType { graph[id].type.with(shape: [count]) }
        let rows = zip(bucket, counts).map { insert(.reshape, [rebuild[graph[$0].inputs[0]]], row($1), like: $0) }
        let all = row(counts.reduce(0, +))
        let joined = insert(.concatenate(axis: 0), rows, all, like: bucket[0])
        let sum = insert(collective(of: bucket), [joined], all, like: bucket[0])
        var start = 0
        for (member, count) in zip(bucket, counts) {
            let part = insert(.slice(starts: [start]), [sum], row(count), like: member)
            rebuild[member] = insert(.reshape, [part], graph[member].type, like: member)
            start += count
        }
    }
}

extension Graph {
    /// For each node whether states' new values are made of it, element by element or by sums, and no contraction waits for it.
    fileprivate func isMadeLast(_ live: [Bool]) -> [Bool] {
        var isAssigned = [Bool](repeating: false, count: nodes.count)
        var isAwaited = isAssigned
        for id in ids.reversed() where live[id.index] {
            let op = self[id].op
            let assigns = isAssigned[id.index] || op.is(.assign)
            let waits = isAwaited[id.index] || op.is([.contraction, .pooling])
            for input in self[id].inputs {
                if assigns { isAssigned[input.index] = true }
                if waits { isAwaited[input.index] = true }
            }
        }
        return zip(isAssigned, isAwaited).map { $0 && !$1 }
    }
}
