import Foundation
import InvarData
import InvarLinearAlgebra
import InvarRuntime
import InvarTraining
import TestSupport
import Testing

@Suite struct ProjectionTests {
    /// `measured` in the plane, as NumPy's eigh of its covariance projects it.
    @Test func agreesWithNumPy() throws {
        let data = Features(
            values: measured.flatMap { $0 }, width: 4, labels: measured.map { _ in 0 }, classes: 1)
        let found = try PrincipalComponents(data, count: 2)
        let wanted = [
            [-1.633168, 0.370037], [1.208127, -1.003574], [2.291736, 0.169279], [0.677432, 1.625353],
            [-0.812932, -0.216359], [-0.123543, 0.811555], [0.090219, -1.526662], [-1.697873, -0.229628],
        ]
        #expect(largestDifference(found.project(data).joined(), wanted.joined()) < 2e-6)
        #expect(abs(found.variances[0] - 1.91497298) < 1e-7 && abs(found.variances[1] - 0.98619675) < 1e-7)
        #expect(abs(found.totalVariance - 3.04577516) < 1e-6)
    }

    /// A cloud that is long along one known direction, less so along another, and flat elsewhere.
    @Test func aKnownCloud() throws {
        var random = CounterRandom(seed: 2)
        let (first, second): ([Float], [Float]) = ([0.6, 0.8, 0, 0], [0, 0, -0.28, 0.96])
        let rows = (0..<5000).map { _ -> [Float] in
            let (a, b) = (10 * random.normal(), 3 * random.normal())
            return (0..<4).map { 2 + a * first[$0] + b * second[$0] + 0.1 * random.normal() }
        }
        let data = Features(values: rows.flatMap { $0 }, width: 4, labels: rows.map { _ in 0 }, classes: 1)
        let found = try PrincipalComponents(data, count: 2)
        for axis in 0..<4 {
            #expect(abs(found.directions[0][axis] - Double(first[axis])) < 0.02)
            #expect(abs(found.directions[1][axis] - Double(second[axis])) < 0.02)
        }
        #expect(abs(found.variances[0] - 100) < 8 && abs(found.variances[1] - 9) < 0.8)
        #expect(found.shares.reduce(0, +) > 0.999)
        let projected = found.project(data)
        #expect(abs(projected.reduce(0) { $0 + $1[0] }) < 1e-6 * 5000)
    }

    @Test(arguments: [1, 2, 7, 40])
    func eigenvectorsAreEigenvectors(n: Int) throws {
        var random = CounterRandom(seed: UInt64(n))
        var matrix = [Double](repeating: 0, count: n * n)
        for a in 0..<n {
            for b in 0...a {
                matrix[a * n + b] = Double(random.normal())
                matrix[b * n + a] = matrix[a * n + b]
            }
        }
        let pairs = try symmetricEigenvectors(n, matrix)
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.value >= $1.value })
        for (value, vector) in pairs {
            #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
            #expect((vector.max { abs($0) < abs($1) } ?? 0) > 0)
            for a in 0..<n {
                let product = (0..<n).reduce(0) { $0 + matrix[a * n + $1] * vector[$1] }
                #expect(abs(product - value * vector[a]) < 1e-10)
            }
        }
        #expect(
            try symmetricEigenvalues(n, matrix).reversed().elementsEqual(pairs.map(\.value)) { abs($0 - $1) < 1e-10 })
    }

    @Test func theFolderHoldsWhatItSays() throws {
        try Workshop.inDirectory { root in
            let data = try Workshop.dataset(11)
            let values = (0..<33).map { Float($0) / 7 }
            let features = Features(values: values, width: 3, labels: data.labels, classes: 3)
            try ProjectorFolder.write(features, of: data, name: "a \"name\"", to: "\(root)/p")
            let vectors = try Workshop.lines("\(root)/p/tensors.tsv")
            #expect(vectors.flatMap { $0.split(separator: "\t").compactMap { Float($0) } } == values)
            #expect(vectors.count == 11)
            let classes = try Workshop.lines("\(root)/p/metadata.tsv")
            #expect(classes.count == 12 && classes[0] == "class\timage" && classes[3] == "c\t2")
            let sprite = try Picture(png: "\(root)/p/sprite.png")
            #expect((sprite.width, sprite.height, sprite.channels) == (32, 32, 1))
            // the sixth image is the second of the second row
            for y in 0..<8 {
                for x in 0..<8 {
                    #expect(sprite.pixels[(8 + y) * 32 + 8 + x] == data.pixels[5 * 64 + y * 8 + x])
                }
            }
            let configuration = try Workshop.lines("\(root)/p/projector_config.pbtxt").joined()
            for part in [
                "tensor_name: \"a \\\"name\\\"\"", "tensors.tsv", "metadata.tsv", "sprite.png", "single_image_dim: 8",
            ] {
                #expect(configuration.contains(part))
            }
        }
    }
}
