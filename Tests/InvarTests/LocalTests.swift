import Foundation
import Invar
import InvarGraph
import TestSupport
import Testing

/// VICRegL's terms between places of two views, against loops that are written from its code, and what a term may ask of places.
@Suite struct LocalTests {
    typealias Vectors = [[[Double]]]

    private let batch = 5, height = 3, width = 2, channels = 4

    private func vectors(_ tensor: HostTensor) -> Vectors {
        let places = height * width
        return (0..<batch).map { image in
            (0..<places).map { place in
                let start = (image * places + place) * channels
                return Array(tensor.values[start..<(start + channels)])
            }
        }
    }

    /// Of each place of a crop: its middle, from the top and from the left.
    private func centres(_ crops: HostTensor) -> Vectors {
        (0..<batch).map { image in
            let crop = Array(crops.values[(image * 5)..<(image * 5 + 5)])
            return (0..<(height * width)).map { place in
                let column = crop[4] == 1 ? width - 1 - place % width : place % width
                return [
                    crop[0] + crop[2] * (Double(place / width) + 0.5) / Double(height),
                    crop[1] + crop[3] * (Double(column) + 0.5) / Double(width),
                ]
            }
        }
    }

    private func distance(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    /// For each image the places that are taken, and the nearest of each.
    private func matches(_ own: Vectors, _ other: Vectors, most: Int) -> [[(Int, Int)]] {
        zip(own, other).map { own, other in
            let nearest = own.map { a in
                other.indices.min { distance(a, other[$0]) < distance(a, other[$1]) } ?? 0
            }
            let best = own.indices.sorted {
                distance(own[$0], other[nearest[$0]]) < distance(own[$1], other[nearest[$1]])
            }
            return best.prefix(most).sorted().map { ($0, nearest[$0]) }
        }
    }

    private func vicreg(_ x: Vectors, _ y: Vectors) -> Double {
        let (slots, n) = (x[0].count, Double(x.count))
        var (error, spread, covariance) = (0.0, 0.0, 0.0)
        for image in x.indices { for slot in 0..<slots { error += distance(x[image][slot], y[image][slot]) } }
        error /= n * Double(slots * channels)
        for side in [x, y] {
            for slot in 0..<slots {
                let rows = side.map { $0[slot] }
                let means = (0..<channels).map { c in rows.reduce(0) { $0 + $1[c] } / n }
                func product(_ a: Int, _ b: Int) -> Double {
                    rows.reduce(0) { $0 + ($1[a] - means[a]) * ($1[b] - means[b]) } / (n - 1)
                }
                for a in 0..<channels {
                    spread += max(0, 1 - (product(a, a) + 1e-4).squareRoot()) / Double(slots * channels)
                    for b in 0..<channels where b != a {
                        covariance += product(a, b) * product(a, b) / Double(channels * slots)
                    }
                }
            }
        }
        return 25 * error + 25 * spread / 2 + covariance / 2
    }

    private func local(_ maps: [Vectors], _ centres: [Vectors], _ most: (Int, Int)) -> Double {
        func compared(_ one: Int, _ other: Int) -> Double {
            var sum = 0.0
            for (a, b, count) in [(one, other, most.0), (other, one, most.1)] {
                for (by, taken) in [(maps, height * width), (centres, count)] {
                    let found = matches(by[a], by[b], most: taken)
                    let x = found.enumerated().map { image, pairs in pairs.map { maps[a][image][$0.0] } }
                    let y = found.enumerated().map { image, pairs in pairs.map { maps[b][image][$0.1] } }
                    sum += vicreg(x, y) / 2
                }
            }
            return sum
        }
        return (compared(0, 1) + compared(1, 0)) / 2
    }

    @Test(arguments: [(3, 1), (20, 4), (6, 6)]) func valueAndGradient(_ most: (Int, Int)) throws {
        var random = SplitMix(seed: 7)
        let maps = (0..<2).map { _ in random.tensor([batch, height, width, channels]) }
        let crops = (0..<2).map { view in
            HostTensor(
                shape: [batch, 5],
                (0..<batch).flatMap { image -> [Double] in
                    let numbers = random.tensor([4]).values.map(abs)
                    return [
                        numbers[0] * 20, numbers[1] * 20, 5 + numbers[2] * 30, 5 + numbers[3] * 30,
                        Double((image + view) % 2),
                    ]
                })
        }
        let builder = GraphBuilder()
        let type = TensorType([batch, height, width, channels], .float64)
        let x = (0..<2).map { builder.input("x\($0)", type) }
        let c = (0..<2).map { builder.input("c\($0)", TensorType([batch, 5], .float64)) }
        let term = LocalVICReg(matches: (first: most.0, second: most.1))
        let value = term.value(of: zip(x, c).map { MappedPlaces(maps: $0, crop: $1) }, whole: 2)
        builder.output("value", value)
        for (index, gradient) in builder.gradients(of: value, withRespectTo: x).enumerated() {
            builder.output("gradient\(index)", gradient)
        }
        let inputs = ["x0": maps[0], "x1": maps[1], "c0": crops[0], "c1": crops[1]]
        let found = runNaively(try builder.finish(), inputs: inputs, states: [:]).outputs
        let places = crops.map(centres)
        let want = local(maps.map(vectors), places, most)
        #expect(abs(try #require(found["value"]).values[0] - want) < 1e-9 * want)
        let step = 1e-6
        for place in stride(from: 0, to: maps[0].values.count, by: 7) {
            func at(_ offset: Double) -> Double {
                var moved = maps
                moved[0].values[place] += offset
                return local(moved.map(vectors), places, most)
            }
            let slope = (at(step) - at(-step)) / (2 * step)
            #expect(abs(try #require(found["gradient0"]).values[place] - slope) < 1e-5 * max(1, abs(slope)))
        }
    }

    // MARK: What a model gives

    private let image = Image(channels: 1, height: 6, width: 4)

    @Test func mapsAndPlacesOfEachView() throws {
        let model = JointEmbedding("places", image: image) {
            Views(locals: 1, size: 2) {
                HorizontalFlip()
            } local: {
                HorizontalFlip()
            }
            Encoder {
                Conv(3, kernel: 3); ReLU(); Conv(5, kernel: 2, stride: 2, padding: 0); GlobalAveragePool()
            }
            MapExpander {
                Linear(7); BatchNorm()
            }
            Loss {
                Invariance(); LocalVICReg()
            }
        }
        let captured = try model.captureTraining(batch: 5)
        let inputs = captured.builder.graph.nodes.compactMap { node -> (String, [Int])? in
            if case .input(let name) = node.op { (name, node.type.shape) } else { nil }
        }
        #expect(
            inputs.filter { $0.0.hasSuffix(".place") }.map(\.0).sorted() == [
                "view1.place", "view2.place", "view3.place",
            ])
        #expect(inputs.contains { $0.0 == "view3.place" && $0.1 == [5, 5] })
        #expect(
            captured.states.filter { $0.owner?.part == .mapExpander }.map(\.name).first == "mapExpander.linear1.weight")
        // 3 × 2 vectors of whole views, 1 of small ones
        let products = captured.builder.graph.nodes.filter {
            $0.op.mnemonic == "matmul" && $0.type.rank == 2 && $0.type.shape[1] == 7
        }
        #expect(products.map(\.type.shape) == [[30, 7], [30, 7], [5, 7]])
    }

    /// Inside of layers too.
    @Test func mapsAreThoseBeforeTheyArePooled() throws {
        let model = JointEmbedding("nested", image: image) {
            Encoder {
                Conv(3, kernel: 3)
                Sequential("tail") {
                    Conv(5, kernel: 2, stride: 2, padding: 0); GlobalAveragePool(); Linear(4)
                }
            }
            MapExpander { Linear(7) }
            Loss { LocalVICReg() }
        }
        let graph = try model.captureTraining(batch: 5).builder.graph
        let products = graph.nodes.filter { $0.op.mnemonic == "matmul" && $0.type.shape == [30, 7] }
        #expect(products.count == 2)
        let tokens = JointEmbedding("tokens", image: Image(channels: 1, height: 4, width: 4)) {
            Encoder { vit(patch: 2, width: 4, depth: 1, heads: 1) }
            Loss { LocalVICReg() }
        }
        #expect(throws: Diagnostic.self) { try tokens.captureTraining(batch: 5) }
    }

    @Test func whatHasNoMapsOrPlacesIsRefused() throws {
        func message(_ model: JointEmbedding) -> String? {
            do {
                _ = try model.captureTraining(batch: 5)
                return nil
            } catch let problem as Diagnostic {
                #expect(problem.site != nil)
                return problem.message
            } catch { return "\(error)" }
        }
        let noMatches = JointEmbedding("no matches", image: image) {
            Encoder {
                Conv(2, kernel: 1); GlobalAveragePool()
            }
            Loss { LocalVICReg(matches: (first: 0, second: 4)) }
        }
        #expect(message(noMatches)?.contains("at least 1 for each view") == true)
        let table = JointEmbedding("table") {
            RowViews { RowNoise(sigma: 1) }
            Encoder(features: 3) { Linear(4) }
            MapExpander { Linear(2) }
            Loss { Invariance() }
        }
        #expect(message(table)?.contains("leave MapExpander out") == true)
        let rows = JointEmbedding("rows") {
            RowViews { RowNoise(sigma: 1) }
            Encoder(features: 3) { Linear(4) }
            Loss { LocalVICReg() }
        }
        #expect(message(rows)?.contains("compares maps") == true)
        let signals = JointEmbedding("signals") {
            Encoder(signal: 16) {
                Conv1D(3, kernel: 4, stride: 2); GlobalAveragePool1D()
            }
            Loss { LocalVICReg() }
        }
        #expect(message(signals)?.contains("where crops lie") == true)
    }
}
