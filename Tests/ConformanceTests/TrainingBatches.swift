import Foundation
import Invar
import InvarData
import TestSupport

/// What a training is fed with: for each step the two views of its images, one number after the other.
enum TrainingBatches: Sendable {
    /// Images with areas and edges; the second view of each is shifted, and both are noisy.
    case madeUp
    /// Views of Fashion-MNIST by the model's own augmentations, as a run gets them.
    case fashionMNIST

    static var hasFashionMNIST: Bool { images != nil }

    func views(_ model: JointEmbedding, batch: Int, steps: Int, seed: Int) throws -> [[[Double]]] {
        switch self {
        case .madeUp:
            var random = SplitMix(seed: seed)
            return (0..<steps).map { _ in Self.madeUp(model.image, batch, &random) }
        case .fashionMNIST: return try Self.loaded(model, batch, steps, seed)
        }
    }

    private static func madeUp(_ image: Image, _ batch: Int, _ random: inout SplitMix) -> [[Double]] {
        var views: [[Double]] = [[], []]
        for _ in 0..<batch {
            let (fx, fy, phase) = (random.normal(), random.normal(), random.normal())
            for index in 0..<image.height * image.width * image.channels {
                let (y, x) = (index / image.channels / image.width, index / image.channels % image.width)
                for view in 0..<2 {
                    let place = fx * Double(x + view) + fy * Double(y - view) + phase
                    let wave = (place / 4 + Double(index % image.channels)).remainder(dividingBy: 2)
                    views[view].append((wave > 0 ? 1 : -1) + 0.2 * random.normal())
                }
            }
        }
        return views
    }

    private static func loaded(_ model: JointEmbedding, _ batch: Int, _ steps: Int, _ seed: Int) throws -> [[[Double]]]
    {
        guard let dataset = images else { return [] }
        let plan = try ViewPlan(model.views, image: model.image)
        let loader = try BatchLoader(dataset, plan: plan, batch: batch, seed: UInt64(seed), steps: steps)
        var views: [[[Double]]] = []
        while let both = try loader.withNext({ $0.views.map { $0.map(Double.init) } }) {
            views.append(both)
        }
        return views
    }

    /// The images for tests of classifiers: the smaller of its two files, read once.
    private static let images = try? Dataset.load("fashion-mnist", split: .test)
}
