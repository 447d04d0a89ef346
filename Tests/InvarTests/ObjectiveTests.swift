import Foundation
import Invar
import InvarGraph
import InvarRandom
import TestSupport
import Testing

/// Values of the objectives that came after VICReg against loops in double precision that are written from their formulas, and gradients
/// against finite differences of these.
@Suite struct ObjectiveTests {
    typealias Matrix = [[Double]]

    /// What a term is compared with: a function of the two matrices that gradients flow into.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rows: Int
        let columns: Int
        /// Of inputs `x` and `y`, and of `s` and `t` beside them, which no gradient flows into.
        let graph: @Sendable (_ x: Tensor, _ y: Tensor, _ s: Tensor, _ t: Tensor) throws -> Tensor
        /// The same; at the point at which the derivative is taken first.
        let value: @Sendable (_ at: (Matrix, Matrix), _ x: Matrix, _ y: Matrix, _ s: Matrix, _ t: Matrix) -> Double
    }

    static func embeddings(_ x: Tensor, _ y: Tensor, targets: (Tensor, Tensor)? = nil) -> Embeddings {
        Embeddings(views: [x, y], targets: targets.map { [$0.0, $0.1] })
    }

    static let cases: [Case] = [(7, 5), (4, 6), (16, 16)].flatMap { rows, columns in
        [
            Case(testDescription: "normalized covariance", rows: rows, columns: columns) { x, y, _, _ in
                try NormalizedCovariance().value(of: embeddings(x, y))
            } value: { _, x, y, _, _ in
                Plain.normalizedCovariance(x) + Plain.normalizedCovariance(y)
            },
            Case(testDescription: "SIGReg", rows: rows, columns: columns) { x, y, s, _ in
                try SIGReg().value(of: [x, y], along: s)
            } value: { _, x, y, s, _ in
                (Plain.sigReg(x, s) + Plain.sigReg(y, s)) / 2
            },
            Case(testDescription: "VISReg", rows: rows, columns: columns) { x, y, s, _ in
                VISReg(scale: 2, shape: 3, centre: 0.5).value(of: [x, y], along: s)
            } value: { at, x, y, s, _ in
                (Plain.visReg(x, s, at.0) + Plain.visReg(y, s, at.1)) / 2
            },
            Case(testDescription: "TiCo", rows: rows, columns: columns) { x, y, s, t in
                let earlier = matmul(s, s, transposeA: true)
                return TiCo(rho: 8).value(of: [(x, t), (y, s)], earlier).value
            } value: { _, x, y, s, t in
                Plain.tiCo([(x, t), (y, s)], Plain.product(Plain.transposed(s), s), beta: 0.9, rho: 8)
            },
            Case(testDescription: "MoCo", rows: rows, columns: columns) { x, y, s, t in
                let queue = concatenate([s * 0.5, t], axis: 0)
                return MoCo(temperature: 0.2).value(of: [(x, t), (y, s)], queue)
            } value: { _, x, y, s, t in
                let queue = s.map { $0.map { $0 * 0.5 } } + t
                return (Plain.queueContrast(x, t, queue, 0.2) + Plain.queueContrast(y, s, queue, 0.2)) / 2
            },
            Case(testDescription: "MoCo v3", rows: rows, columns: columns) { x, y, s, t in
                try MoCoV3(temperature: 0.2).value(of: embeddings(x, y, targets: (s, t)))
            } value: { _, x, y, s, t in
                Plain.contrast(x, t, 0.2) + Plain.contrast(y, s, 0.2)
            },
            Case(testDescription: "DINO", rows: rows, columns: columns) { x, y, s, t in
                DINO().value(of: [(x, t), (y, s)], s.mean([0]))
            } value: { _, x, y, s, t in
                let centre = Plain.transposed(s).map { $0.reduce(0, +) / Double(s.count) }
                return (Plain.distillation(x, t, centre) + Plain.distillation(y, s, centre)) / 2
            },
            Case(testDescription: "SwAV", rows: rows, columns: columns) { x, y, _, _ in
                try SwAV().value(of: embeddings(x * 0.1, y * 0.1))
            } value: { at, x, y, _, _ in
                func scaled(_ x: Matrix) -> Matrix { x.map { $0.map { $0 * 0.1 } } }
                let codes = [at.0, at.1].map { Plain.sinkhorn(scaled($0), 0.05, sweeps: 3) }
                return (Plain.crossEntropy(scaled(x), codes[1], 0.1) + Plain.crossEntropy(scaled(y), codes[0], 0.1)) / 2
            },
            Case(testDescription: "SwAV with a small view", rows: rows, columns: columns) { x, y, s, _ in
                try SwAV().value(of: Embeddings(views: [x * 0.1, y * 0.1, s * 0.1], whole: 2))
            } value: { at, x, y, s, _ in
                func scaled(_ x: Matrix) -> Matrix { x.map { $0.map { $0 * 0.1 } } }
                let codes = [at.0, at.1].map { Plain.sinkhorn(scaled($0), 0.05, sweeps: 3) }
                return [(x, 1), (y, 0), (s, 0), (s, 1)].map { Plain.crossEntropy(scaled($0.0), codes[$0.1], 0.1) }
                    .reduce(0, +) / 4
            },
            Case(testDescription: "MMCR of three views", rows: rows, columns: columns) { x, y, s, _ in
                try MMCR(iterations: 40).value(of: Embeddings(views: [x, y, s], whole: 2))
            } value: { _, x, y, s, _ in
                let all = [x, y, s].map { $0.map(Plain.unit) }
                return -Plain.nuclearNorm(
                    x.indices.map { row in
                        x[0].indices.map { c in (all[0][row][c] + all[1][row][c] + all[2][row][c]) / 3 }
                    })
            },
            Case(testDescription: "MMCR", rows: rows, columns: columns) { x, y, _, _ in
                try MMCR(iterations: 40).value(of: embeddings(x, y))
            } value: { _, x, y, _, _ in
                let (a, b) = (x.map(Plain.unit), y.map(Plain.unit))
                return -Plain.nuclearNorm(zip(a, b).map { zip($0, $1).map { ($0 + $1) / 2 } })
            },
        ]
    }

    @Test(arguments: cases) func valueAndGradient(_ one: Case) throws {
        func random(_ stream: Int) -> Matrix {
            var random = CounterRandom(seed: 11, stream: stream)
            return (0..<one.rows).map { _ in (0..<one.columns).map { _ in Double(random.normal()) } }
        }
        let (x, y, s, t) = (random(0), random(1), random(2), random(3))
        let builder = GraphBuilder()
        let type = TensorType([one.rows, one.columns])
        let inputs = ["x", "y", "s", "t"].map { builder.input($0, type) }
        let value = try one.graph(inputs[0], inputs[1], inputs[2], inputs[3])
        builder.output("value", value)
        let gradients = builder.gradients(of: value, withRespectTo: [inputs[0], inputs[1]])
        builder.output("x", gradients[0])
        builder.output("y", gradients[1])
        let graph = try builder.finish()
        func host(_ matrix: Matrix) -> HostTensor { HostTensor(shape: [one.rows, one.columns], matrix.flatMap { $0 }) }
        let want = one.value((x, y), x, y, s, t)
        let step = 1e-5
        func slope(_ isFirst: Bool, _ row: Int, _ column: Int) -> Double {
            func at(_ offset: Double) -> Double {
                var (a, b) = (x, y)
                if isFirst { a[row][column] += offset } else { b[row][column] += offset }
                return one.value((x, y), a, b, s, t)
            }
            return (at(step) - at(-step)) / (2 * step)
        }
        for executor in [interpreter, jit] {
            let found = try GoldenTests().outputs(
                graph, inputs: ["x": host(x), "y": host(y), "s": host(s), "t": host(t)], on: executor)
            let got = try #require(found["value"]).values[0]
            #expect(abs(got - want) <= 2e-5 * max(1, abs(want)), "\(executor.name): \(got), not \(want)")
            for (name, isFirst) in [("x", true), ("y", false)] {
                let gradient = try #require(found[name]).values
                let slopes = (0..<one.rows).flatMap { row in
                    (0..<one.columns).map { slope(isFirst, row, $0) }
                }
                let largest = slopes.map(abs).max() ?? 0
                let error = zip(gradient, slopes).map { abs($0 - $1) }.max() ?? .infinity
                #expect(largest > 0 && error <= 2e-4 * largest, "\(executor.name), \(name): \(error) of \(largest)")
            }
        }
    }

    /// Columns that are not far from white come out with nearly the identity as their covariance.
    @Test(arguments: [1, 2]) func iterNormWhitens(groups: Int) throws {
        let (rows, columns) = (64, 4)
        let model = JointEmbedding("whitened", image: Image(channels: 1, height: 1, width: columns)) {
            Encoder { Flatten() }
            Expander { IterNorm(groups: groups, affine: false) }
            Loss.vicreg()
        }
        let captured = try model.captureTraining(batch: rows)
        captured.builder.output("whitened", captured.embeddings[0])
        var random = CounterRandom(seed: 5)
        let x = (0..<rows).map { _ -> [Double] in
            let a = Double(random.normal()), b = Double(random.normal()), c = Double(random.normal())
            return [1.2 * a + 1, 0.3 * a + b, c - 0.2 * b, Double(random.normal()) + 0.4 * c]
        }
        let input = HostTensor(shape: [rows, 1, columns, 1], x.flatMap { $0 })
        let found = try GoldenTests().outputs(
            try captured.builder.finish(), inputs: ["view1": input, "view2": input])
        let values = try #require(found["whitened"]).values
        let y = (0..<rows).map { Array(values[($0 * columns)..<(($0 + 1) * columns)]) }
        let covariance = Plain.product(Plain.transposed(y), y).map { $0.map { $0 / Double(rows) } }
        let width = columns / groups
        for i in 0..<columns {
            for j in 0..<columns where i / width == j / width {
                #expect(abs(covariance[i][j] - (i == j ? 1 : 0)) < 2e-2, "\(i), \(j): \(covariance[i][j])")
            }
        }
        // and a tenth of the way to it stands in the running statistics
        let mean = Plain.transposed(x).map { $0.reduce(0, +) / Double(rows) }
        let running = try #require(found["expander.iternorm1.running_mean"]).values
        // two views, one after another
        for (got, want) in zip(running, mean) { #expect(abs(got - 0.19 * want) < 1e-5) }
    }

    /// Each part of the batch by itself, exactly, and in evaluation by the running statistics; column k is made of the first k.
    @Test func choleskyWhitens() throws {
        let (rows, columns, part) = (40, 3, 20)
        func model(_ layer: CholeskyWhitening) -> JointEmbedding {
            JointEmbedding("whitened", image: Image(channels: 1, height: 1, width: columns)) {
                Encoder { Flatten() }
                Expander { layer }
                Loss.vicreg()
            }
        }
        var random = CounterRandom(seed: 6)
        let x = (0..<rows).map { _ -> [Double] in
            let a = Double(random.normal()), b = Double(random.normal())
            return [2 * a + 1, 0.3 * a + b, Double(random.normal()) - 0.5 * b]
        }
        let captured = try model(CholeskyWhitening(subBatch: part)).captureTraining(batch: rows)
        captured.builder.output("whitened", captured.embeddings[0])
        let input = HostTensor(shape: [rows, 1, columns, 1], x.flatMap { $0 })
        let found = try GoldenTests().outputs(
            try captured.builder.finish(), inputs: ["view1": input, "view2": input])
        let values = try #require(found["whitened"]).values
        for first in [0, part] {
            let y = (first..<(first + part)).map { Array(values[($0 * columns)..<(($0 + 1) * columns)]) }
            let covariance = Plain.product(Plain.transposed(y), y).map { $0.map { $0 / Double(part - 1) } }
            for i in 0..<columns {
                for j in 0..<columns { #expect(abs(covariance[i][j] - (i == j ? 1 : 0)) < 1e-4) }
            }
            // the first column is scaled alone
            let own = x[first..<(first + part)].map { $0[0] }
            let mean = own.reduce(0, +) / Double(part)
            let spread = (own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(part - 1)).squareRoot()
            for (row, value) in own.enumerated() { #expect(abs(y[row][0] - (value - mean) / spread) < 1e-4) }
        }
        // two views, one after another
        let running = try #require(found["expander.choleskywhitening1.running_mean"]).values
        for (got, want) in zip(running, Plain.transposed(x).map { $0.reduce(0, +) / Double(rows) }) {
            #expect(abs(got - 0.19 * want) < 1e-5)
        }
        for (layer, batch, word) in [
            (CholeskyWhitening(subBatch: 1), 40, "subBatch 1"), (CholeskyWhitening(epsilon: 1), 40, "epsilon 1"),
            (CholeskyWhitening(momentum: 2), 40, "momentum 2"), (CholeskyWhitening(), 3, "larger batch"),
            (CholeskyWhitening(subBatch: 10), 41, "larger batch"),
        ] {
            #expect {
                _ = try model(layer).captureTraining(batch: batch)
            } throws: { String(describing: $0).contains(word) }
        }
    }

    /// The newest keys stand in front, those of three steps ago have fallen off, and the step contrasts with those of the steps before.
    @Test func aQueueMovesOn() throws {
        let (rows, columns, room) = (2, 3, 10)
        func model(_ room: Int) -> JointEmbedding {
            JointEmbedding("queue", image: Image(channels: 1, height: 1, width: columns)) {
                Encoder { Flatten() }
                Expander { LayerNorm() }
                Target(momentum: 0.9)
                Loss { MoCo(queue: room) }
            }
        }
        let captured = try model(room).captureTraining(batch: rows)
        captured.builder.output("loss", captured.loss)
        let graph = try captured.builder.finish()
        let name = "loss.moco.queue"
        func random(_ shape: [Int], _ stream: Int) -> HostTensor {
            var random = CounterRandom(seed: 3, stream: stream)
            return HostTensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in Double(random.normal()) })
        }
        func input(_ view: Int) -> HostTensor { random([rows, 1, columns, 1], view) }
        let states = Dictionary(
            uniqueKeysWithValues: captured.states.map { spec in
                let shape = spec.type.shape
                let value = spec.name.hasSuffix("weight") ? 1.0 : 0
                let same = HostTensor(shape: shape, [Double](repeating: value, count: spec.type.count))
                return (spec.name, spec.name == name ? random(shape, 9) : same)
            })
        let before = try #require(states[name]).values
        for executor in [interpreter, jit] {
            let found = try GoldenTests().outputs(
                graph, inputs: ["view1": input(0), "view2": input(1)], states: states, on: executor)
            let after = try #require(found[name]).values
            // LayerNorm has not learned anything yet: its rows, scaled to length 1, are the inputs less their means
            let keys = [0, 1].flatMap { stream -> [Double] in
                let values = input(stream).values
                return (0..<rows).flatMap { row -> [Double] in
                    let own = Array(values[row * columns..<(row + 1) * columns])
                    let mean = own.reduce(0, +) / Double(columns)
                    return Plain.unit(own.map { $0 - mean })
                }
            }
            #expect(zip(after, keys).allSatisfy { abs($0 - $1) < 1e-3 }, "\(executor.name): \(after), not \(keys)")
            let moved = zip(after.dropFirst(2 * rows * columns), before).allSatisfy { abs($0 - $1) < 1e-6 }
            #expect(moved && after.count == before.count, "\(executor.name)")
        }
        #expect {
            _ = try model(3).captureTraining(batch: rows)
        } throws: { String(describing: $0).contains("a queue of 3, and a step makes 4 keys") }
        _ = try model(4).captureTraining(batch: rows)
    }

    @Test func settingsOutOfRangeAreErrors() throws {
        let builder = GraphBuilder()
        let x = builder.input("x", TensorType([4, 3]))
        for (term, word) in [
            (MoCoV3(temperature: 0) as any LossTerm, "temperature 0"), (SwAV(epsilon: -1), "epsilon -1"),
            (SwAV(sweeps: 0), "0 sweeps"), (MMCR(iterations: 0), "0 iterations"),
            (NormalizedCovariance(epsilon: 0), "epsilon 0"),
        ] {
            #expect {
                _ = try term.value(of: Embeddings(first: x, second: x))
            } throws: { String(describing: $0).contains(word) }
        }
    }
}

/// The formulas, by loops over numbers.
private enum Plain {
    typealias Matrix = [[Double]]

    static func transposed(_ x: Matrix) -> Matrix { x[0].indices.map { column in x.map { $0[column] } } }
    static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    static func unit(_ row: [Double]) -> [Double] {
        let length = dot(row, row).squareRoot()
        return row.map { $0 / length }
    }
    static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
        let columns = transposed(b)
        return a.map { row in columns.map { dot(row, $0) } }
    }
    static func logSumExp(_ row: [Double]) -> Double { log(row.reduce(0) { $0 + exp($1) }) }

    static func normalizedCovariance(_ x: Matrix) -> Double {
        let columns = transposed(x).map { column -> [Double] in
            let mean = column.reduce(0, +) / Double(column.count)
            return unit(column.map { $0 - mean })
        }
        var sum = 0.0
        for i in columns.indices {
            for j in columns.indices where i != j { sum += pow(dot(columns[i], columns[j]), 2) }
        }
        return sum / Double(columns.count * columns.count)
    }

    /// Over t from 0 to 3 by trapezoids, twice: it is the same from −3 to 0.
    static func sigReg(_ z: Matrix, _ directions: Matrix) -> Double {
        var sum = 0.0
        for direction in directions.map(unit) {
            let u = z.map { dot($0, direction) }
            func error(_ t: Double) -> Double {
                let (c, s) = (
                    u.reduce(0) { $0 + cos(t * $1) } / Double(u.count),
                    u.reduce(0) { $0 + sin(t * $1) } / Double(u.count)
                )
                return (pow(c - exp(-t * t / 2), 2) + s * s) * exp(-t * t / 2)
            }
            let step = 3.0 / 16
            for k in 0..<16 { sum += step * (error(Double(k) * step) + error(Double(k + 1) * step)) * Double(u.count) }
        }
        return sum / Double(directions.count)
    }

    /// With weights of 2, 3 and 0.5. Φ⁻¹ by bisection.
    static func visReg(_ z: Matrix, _ directions: Matrix, _ at: Matrix) -> Double {
        let n = Double(z.count)
        func columns(_ z: Matrix) -> (centred: Matrix, mean: [Double], spread: [Double]) {
            let means = transposed(z).map { $0.reduce(0, +) / n }
            let centred = z.map { zip($0, means).map { $0 - $1 } }
            return (centred, means, transposed(centred).map { ($0.reduce(0) { $0 + $1 * $1 } / n).squareRoot() })
        }
        func quantile(_ p: Double) -> Double {
            var (low, high) = (-9.0, 9.0)
            for _ in 0..<60 {
                let middle = (low + high) / 2
                if erfc(-middle / 2.0.squareRoot()) / 2 < p { low = middle } else { high = middle }
            }
            return low
        }
        let (own, fixed) = (columns(z), columns(at).spread)
        let scaled = own.centred.map { zip($0, fixed).map { $0 / $1 } }
        var shape = 0.0
        for direction in directions.map(unit) {
            for (place, value) in scaled.map({ dot($0, direction) }).sorted().enumerated() {
                let difference = value - quantile(Double(place + 1) / (n + 1))
                shape += difference * difference / (n * Double(directions.count))
            }
        }
        let d = Double(own.mean.count)
        let scale = own.spread.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / d
        return 2 * scale + 3 * shape + 0.5 * own.mean.reduce(0) { $0 + $1 * $1 } / d
    }

    static func tiCo(_ directions: [(Matrix, Matrix)], _ earlier: Matrix, beta: Double, rho: Double) -> Double {
        let units = directions.map { ($0.0.map(unit), $0.1.map(unit)) }
        let n = Double(units[0].0.count)
        var c = earlier.map { $0.map { $0 * beta } }
        for (rows, _) in units {
            for row in rows {
                for i in row.indices {
                    for j in row.indices { c[i][j] += (1 - beta) * row[i] * row[j] / (n * Double(units.count)) }
                }
            }
        }
        var sum = 0.0
        for (rows, targets) in units {
            for (row, target) in zip(rows, targets) {
                sum += (1 - dot(row, target) + rho * dot(row, c.map { dot($0, row) })) / n
            }
        }
        return sum / Double(units.count)
    }

    static func contrast(_ queries: Matrix, _ keys: Matrix, _ temperature: Double) -> Double {
        let (q, k) = (queries.map(unit), keys.map(unit))
        let errors = q.indices.map { i in
            logSumExp(k.map { dot(q[i], $0) / temperature }) - dot(q[i], k[i]) / temperature
        }
        return 2 * temperature * errors.reduce(0, +) / Double(q.count)
    }

    /// Of each query and its key among these, and the queue as it is.
    static func queueContrast(_ queries: Matrix, _ keys: Matrix, _ queue: Matrix, _ temperature: Double) -> Double {
        let errors = zip(queries.map(unit), keys.map(unit)).map { query, key in
            logSumExp(([key] + queue).map { dot(query, $0) / temperature }) - dot(query, key) / temperature
        }
        return errors.reduce(0, +) / Double(errors.count)
    }

    static func distillation(_ students: Matrix, _ teachers: Matrix, _ centre: [Double]) -> Double {
        let codes = teachers.map { row -> [Double] in
            let sharp = zip(row, centre).map { ($0 - $1) / 0.04 }
            let largest = sharp.max() ?? 0
            let sum = sharp.reduce(0) { $0 + exp($1 - largest) }
            return sharp.map { exp($0 - largest) / sum }
        }
        return crossEntropy(students, codes, 0.1)
    }

    static func crossEntropy(_ scores: Matrix, _ codes: Matrix, _ temperature: Double) -> Double {
        zip(scores, codes).reduce(0) { sum, pair in
            let row = pair.0.map { $0 / temperature }
            return sum + logSumExp(row) - dot(pair.1, row)
        } / Double(scores.count)
    }

    /// As SwAV's code has it: all sums to 1, then rows of prototypes to 1/K and columns of images to 1/N in turn, at the end times N.
    static func sinkhorn(_ scores: Matrix, _ epsilon: Double, sweeps: Int) -> Matrix {
        var q = scores.map { $0.map { exp($0 / epsilon) } }
        let (n, k) = (Double(q.count), Double(q[0].count))
        let all = q.reduce(0) { $0 + $1.reduce(0, +) }
        q = q.map { $0.map { $0 / all } }
        for _ in 0..<sweeps {
            let columns = transposed(q).map { $0.reduce(0, +) }
            q = q.map { zip($0, columns).map { $0 / $1 / k } }
            q = q.map { row in
                let sum = row.reduce(0, +)
                return row.map { $0 / sum / n }
            }
        }
        return q.map { $0.map { $0 * n } }
    }

    /// The sum of the square roots of the eigenvalues of the smaller of XXᵀ and XᵀX, by Jacobi's rotations.
    static func nuclearNorm(_ x: Matrix) -> Double {
        var a = x.count < x[0].count ? product(x, transposed(x)) : product(transposed(x), x)
        for _ in 0..<60 {
            for p in a.indices {
                for q in a.indices where q > p && abs(a[p][q]) > 1e-300 {
                    let angle = 0.5 * atan2(2 * a[p][q], a[q][q] - a[p][p])
                    let (c, s) = (cos(angle), sin(angle))
                    for k in a.indices { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
                    for k in a.indices { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
                }
            }
        }
        return a.indices.reduce(0) { $0 + max(0, a[$1][$1]).squareRoot() }
    }
}
