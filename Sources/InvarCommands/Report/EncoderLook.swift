import Foundation
import Invar
import InvarData
import InvarDrawing
import InvarDump
import InvarGraph
import InvarKit
import InvarRuntime
import InvarTraining

/// What a frozen encoder makes of images: which classes it takes for which, what is near what, and how they lie in the plane.
struct EncoderLook {
    /// Of how many pictures at most a projection has points, and how large they are.
    private static let mostPoints = 400

    /// How often images of a class were taken for another one by nearest neighbours; nothing where there are no labels.
    struct Confusion {
        let classNames: [String]
        /// Of images of class `[i]`, how many were taken for class `[i][j]`.
        let counts: [[Int]]
        let neighbours: Int

        var total: Int { counts.joined().reduce(0, +) }
        /// Percent.
        var accuracy: Double {
            100 * Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(max(total, 1))
        }
    }

    /// An image, and those that are most like it.
    struct Likeness {
        let query: Tile
        let found: [(tile: Tile, similarity: Float)]
    }

    struct Tile {
        let picture: Picture
        /// Nothing where there are no labels.
        let label: String?
    }

    /// Points in the plane, and a picture for each.
    struct Projection {
        let points: [Point]
        let frame: Chart.Frame
        /// A place in `classNames` for each point; all 0 where there are no labels.
        let labels: [Int]
        let classNames: [String]
        /// Of the variance, from 0 to 1, along both directions.
        let shares: [Double]
        /// Pictures of one size; nothing for rows.
        let tiles: [Picture]
    }

    let item: String
    /// What was looked at, in words: `2,000 test images of fashion-mnist`.
    let queries: String
    /// What these were compared with.
    let bank: String
    private(set) var confusion: Confusion?
    private(set) var likenesses: [Likeness] = []
    private(set) var projection: Projection?

    /// - Parameters:
    ///   - bank: images among which neighbours are looked for.
    ///   - test: those that are looked at; nothing: those of the bank themselves.
    ///   - likenesses: how many images are shown with their neighbours.
    ///   - side: of a shown picture, in pixels at most.
    /// - Throws: `DataError` where too many images cannot be read, `EvaluationError` for an encoder that has diverged or does not fit.
    init(
        _ trained: TrainedEncoder, bank: Dataset, test: Dataset?, likenesses: Int, side: Int, bad: BadImages,
        progress: (String, Double) -> Void
    ) throws {
        item = bank.item
        let known = try trained.features(bank, bad: bad) {
            progress("representations", 0.7 * Double($0) / Double(bank.count))
        }
        let seen = try test.map { test in
            try trained.features(test, bad: bad) {
                progress("representations", 0.7 + 0.2 * Double($0) / Double(test.count))
            }
        }
        let shown = test ?? bank
        func words(_ features: Features, _ dataset: Dataset) -> String {
            let kind = ["train": "training"][dataset.split.rawValue] ?? dataset.split.rawValue
            return Format.count(features.count, "\(kind) \(dataset.item)") + " of \(dataset.name)"
        }
        (queries, self.bank) = (words(seen ?? known, shown), words(known, bank))
        if let seen, let test, (try? LabelledImages.check(bank, test: test, for: "a report")) != nil,
            test.split != .unlabeled
        {
            progress("nearest neighbours", 0.9)
            confusion = try Self.confusion(
                known, seen, classNames: bank.classNames, executor: trained.executor, threads: trained.threads)
        }
        progress("pictures", 0.95)
        let small = PictureMaker(trained.model, side: shown.rawShape.channels == 1 ? 32 : 24)
        projection = try Self.projection(seen ?? known, shown, small)
        if !shown.isOfRows {
            self.likenesses = try Self.likenesses(
                likenesses, seen ?? known, shown, known, bank, isSame: seen == nil,
                PictureMaker(trained.model, side: side))
        }
    }

    private static func confusion(
        _ bank: Features, _ test: Features, classNames: [String], executor: any Executor, threads: Int
    ) throws -> Confusion? {
        guard bank.count > 0, test.labels.allSatisfy({ Int($0) < classNames.count }) else { return nil }
        let classifier = NearestNeighbours()
        let found = try classifier.classify(bank: bank, queries: test, executor: executor, threads: threads)
        var counts = [[Int]](repeating: [Int](repeating: 0, count: classNames.count), count: classNames.count)
        for (label, guess) in zip(test.labels, found) { counts[Int(label)][guess] += 1 }
        return Confusion(classNames: classNames, counts: counts, neighbours: min(classifier.k, bank.count))
    }

    /// - Parameter isSame: whether the images are those of the bank; each is then not its own neighbour.
    private static func likenesses(
        _ count: Int, _ queries: Features, _ shown: Dataset, _ bank: Features, _ dataset: Dataset, isSame: Bool,
        _ maker: PictureMaker
    ) throws -> [Likeness] {
        let all = Representations(
            values: bank.values, width: bank.width, names: bank.places.map { "\($0)" })
        let chosen = chosen(count, queries, isLabelled: shown.split != .unlabeled)
        let found = chosen.map { row in
            let query = queries.values[(row * queries.width)..<((row + 1) * queries.width)]
            return Array(all.nearest(isSame ? 6 : 5, to: query).filter { !isSame || $0.row != row }.prefix(5))
        }
        let pictures = try maker.pictures(shown, places: chosen.map { queries.places[$0] })
        let near = try maker.pictures(dataset, places: found.joined().map { bank.places[$0.row] })
        func tile(_ picture: Picture, _ label: Int32, _ dataset: Dataset) -> Tile {
            Tile(picture: picture, label: dataset.split == .unlabeled ? nil : dataset.classNames[Int(label)])
        }
        var next = 0
        return zip(chosen, zip(pictures, found)).map { row, rest in
            let tiles = rest.1.map { neighbour in
                defer { next += 1 }
                return (tile(near[next], bank.labels[neighbour.row], dataset), 1 - neighbour.distance)
            }
            return Likeness(query: tile(rest.0, queries.labels[row], shown), found: tiles)
        }
    }

    /// The first of each of so many classes; without labels so many, spread evenly.
    private static func chosen(_ count: Int, _ features: Features, isLabelled: Bool) -> [Int] {
        let classes = Array(Set(features.labels)).sorted()
        if isLabelled, classes.count > 1 {
            let wanted = (0..<min(count, classes.count)).map { classes[$0 * classes.count / min(count, classes.count)] }
            return wanted.compactMap { label in features.labels.firstIndex(of: label) }
        }
        let shown = min(count, features.count)
        return (0..<shown).map { $0 * features.count / shown }
    }

    private static func projection(
        _ features: Features, _ dataset: Dataset, _ maker: PictureMaker
    ) throws -> Projection? {
        guard features.count >= 2, features.width >= 2 else { return nil }
        let components = try PrincipalComponents(features, count: 2)
        let shown = min(mostPoints, features.count)
        let some = features.rows((0..<shown).map { $0 * features.count / shown })
        let points = components.project(some).map { Point($0[0], $0[1]) }
        return Projection(
            points: points, frame: ProjectionPicture.frame(points), labels: some.labels.map { Int($0) },
            classNames: dataset.classNames, shares: components.shares,
            tiles: dataset.isOfRows ? [] : try maker.pictures(dataset, places: some.places))
    }
}

/// Small pictures of a data set's images, as the encoder is shown them.
struct PictureMaker {
    private let image: Image

    /// - Parameter side: the longer one, in pixels at most.
    init(_ model: JointEmbedding, side: Int) {
        let own = model.image
        let longer = max(own.height, own.width, 1)
        image = longer <= side ? own : EffectsPicture.image(own, like: (own.height, own.width), longerSide: side)
    }

    /// One for each place, all of one size.
    /// - Throws: `DataError` where one of them cannot be read any more.
    func pictures(_ dataset: Dataset, places: [Int]) throws -> [Picture] {
        let some = try Dataset(
            name: dataset.name, split: dataset.split, images: dataset.images.picked(places),
            labels: places.map { dataset.labels[$0] }, classNames: dataset.classNames)
        let entries = try ContactSheet(some, views: Views {}, image: image).entries(images: places.count, seed: 0)
        guard entries.count == places.count else {
            throw DataError(dataset.name, "has images that could be read before, and now cannot be")
        }
        return entries.map(\.original)
    }
}
