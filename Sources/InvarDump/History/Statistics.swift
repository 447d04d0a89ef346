import InvarCompiler
import InvarGraph

/// What each pass did to the size of the work.
public struct Statistics: Sendable {
    /// What a graph comes to after one pass.
    public struct Row: Sendable, Hashable {
        /// What made the graph: `captured`, `simplify`, a pass.
        public let pass: String
        /// Nodes of the graph.
        public let nodes: Int
        /// Steps of a program that is planned from the graph as it is.
        public let kernels: Int
        /// Floating-point operations of the whole step.
        public let flops: Int
        /// That these steps must read and write at least.
        public let bytes: Int
        /// Memory for what lives between the steps.
        public let arenaBytes: Int
        /// Steps in which ranks exchange something; 0 for a step that is not shared.
        public let collectives: Int
        /// That a rank sends in these at least.
        public let sentBytes: Int

        init(_ pass: String, _ graph: Graph, _ program: Program) {
            self.pass = pass
            nodes = graph.nodes.count
            kernels = program.steps.count
            (flops, bytes, arenaBytes) = (program.flops, program.bytes, program.arenaByteCount)
            (collectives, sentBytes) = (program.collectiveCount, program.sentBytes)
        }
    }

    /// Of the architecture.
    public let name: String
    /// One for each pass, in their order.
    public let rows: [Row]

    /// A heading, then a row for each pass. Where ranks share the step, also what they exchange.
    public var table: [[String]] {
        let isShared = rows.contains { $0.collectives > 0 }
        return [
            ["PASS", "NODES", "KERNELS", "FLOPS", "BYTES MOVED", "PEAK ARENA"]
                + (isShared ? ["COLLECTIVES", "BYTES SENT"] : [])
        ]
            + rows.map { row in
                [
                    row.pass, "\(row.nodes)", "\(row.kernels)", Format.flops(row.flops), Format.bytes(row.bytes),
                    Format.bytes(row.arenaBytes),
                ] + (isShared ? ["\(row.collectives)", Format.bytes(row.sentBytes)] : [])
            }
    }

    /// docs/dumps.md has the schema.
    public func json() -> String {
        let passes = rows.map { row in
            JSON.object([
                ("pass", .string(row.pass)), ("nodes", .int(row.nodes)), ("kernels", .int(row.kernels)),
                ("flops", .int(row.flops)), ("bytes", .int(row.bytes)), ("arenaBytes", .int(row.arenaBytes)),
                ("collectives", .int(row.collectives)), ("sentBytes", .int(row.sentBytes)),
            ])
        }
        return JSON.object([("statistics", .string(name)), ("passes", .array(passes))]).lines
    }
}

extension History {
    /// Nodes, kernels, FLOPs, bytes and memory after each pass: a program is planned from each graph.
    public var statistics: Statistics {
        Statistics(
            name: name,
            rows: snapshots.map {
                Statistics.Row($0.name, $0.graph, Program(planning: $0.graph))
            })
    }
}
