import Foundation
import Invar
import InvarBLAS
import InvarData
import InvarRuntime
import InvarTraining
import Testing

/// Runs on rows without images.
@Suite(.serialized) struct TableRunTests {
    private static let loss = Loss {
        25 * Invariance(); 25 * Variance(); Covariance()
    }

    private static func model(_ views: RowViews = RowViews { RowNoise(sigma: 0.2) }) -> JointEmbedding {
        JointEmbedding("table") {
            views
            Encoder(features: 4) {
                Standardize(); Linear(8); BatchNorm(); ReLU()
                Linear(6)
            }
            loss
        }
    }

    private static let sides = JointEmbedding("sides") {
        for width in [4, 2] {
            Branch {
                Encoder(features: width) {
                    Standardize(); Linear(8); BatchNorm()
                }
            }
        }
        loss
    }

    /// Three clusters in columns of very different units, and one that does not vary.
    private static func rows(_ count: Int = 60, width: Int = 4, seed: UInt64 = 1) throws -> FeatureRows {
        var random = CounterRandom(seed: seed, name: "rows")
        let units: [Float] = [1, 100, 10_000, 0]
        var values: [Float] = []
        for row in 0..<count {
            for column in 0..<width {
                let cluster = Float((row + column) % 3)
                values.append(column == 3 ? 7 : cluster * units[column] + random.normal() * 0.1)
            }
        }
        return try FeatureRows(name: "rows", count: count, width: width, values: values)
    }

    private static func dataset(_ rows: [FeatureRows]? = nil, count: Int = 60) throws -> Dataset {
        try Dataset(
            name: "table", split: .train, rows: rows ?? [self.rows(count)], labels: (0..<count).map { Int32($0 % 3) },
            classNames: ["a", "b", "c"])
    }

    private static func trainer(
        _ directory: String, _ model: JointEmbedding = model(), _ dataset: Dataset? = nil, start: RunStart = .new,
        communicator: any Communicator = Alone()
    ) throws -> Trainer {
        try Trainer(
            Workshop.configuration(), model: model, dataset: dataset ?? Self.dataset(), executor: BLASExecutor(),
            directory: directory, start: start, options: Workshop.options, communicator: communicator)
    }

    @Test func aRunGoesOnBitForBit() throws {
        try Workshop.inDirectory { root in
            let whole = try Self.trainer("\(root)/whole").numbers()
            #expect(whole.count == 18)
            let before = try Self.trainer("\(root)/cut").numbers(stopAfter: 7)
            let after = try Self.trainer("\(root)/cut", start: .resume).numbers()
            #expect(before + after == whole)
            // other views, or other rows, are another run
            let other = Workshop.message {
                _ = try Self.trainer("\(root)/cut", Self.model(RowViews { RowNoise(sigma: 0.3) }), start: .resume)
            }
            #expect(other?.contains("the views of rows were changed since") == true, "\(other ?? "")")
            let rows = Workshop.message {
                _ = try Self.trainer("\(root)/cut", Self.model(), Self.dataset([Self.rows(seed: 2)]), start: .resume)
            }
            #expect(rows?.contains("the rows of --features are not the same") == true, "\(rows ?? "")")
        }
    }

    /// Four views of each row go on bit for bit too, are all different, and one file of rows is what all of them are made of.
    @Test func fourViewsOfARow() throws {
        try Workshop.inDirectory { root in
            let model = Self.model(RowViews(count: 4) { RowNoise(sigma: 0.2) })
            let whole = try Self.trainer("\(root)/whole", model).numbers()
            let two = try Self.trainer("\(root)/two").numbers()
            #expect(whole.count == two.count && whole != two)
            let before = try Self.trainer("\(root)/cut", model).numbers(stopAfter: 7)
            let after = try Self.trainer("\(root)/cut", model, start: .resume).numbers()
            #expect(before + after == whole)
            let other = Workshop.message { _ = try Self.trainer("\(root)/cut", start: .resume) }
            #expect(other?.contains("the views of rows were changed since") == true, "\(other ?? "")")
            let files = Workshop.message {
                _ = try Self.trainer("\(root)/files", model, Self.dataset([Self.rows(), Self.rows(seed: 2)]))
            }
            #expect(files?.contains("all 4 views of table are of one; give one") == true, "\(files ?? "")")
        }
    }

    /// Mean and deviation of each column, in the encoder's file; the numbers are in the units of the rows.
    @Test func columnsAreKeptWithTheEncoder() throws {
        try Workshop.inDirectory { root in
            try Self.trainer(root).run()
            let file = try SafetensorsFile(path: RunDirectory(root).encoder())
            let (means, deviations) = (
                try file.tensor("standardize1.mean").floats, try file.tensor("standardize1.std").floats
            )
            let values = try Self.rows().values
            for column in 0..<4 {
                let own = stride(from: column, to: values.count, by: 4).map { Double(values[$0]) }
                let mean = own.reduce(0, +) / 60
                let deviation = (own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 60).squareRoot()
                #expect(abs(Double(means[column]) - mean) <= 1e-5 * abs(mean))
                #expect(abs(Double(deviations[column]) - (column == 3 ? 1 : deviation)) <= 1e-4 * max(deviation, 1))
            }
        }
    }

    @Test func identicalRowsAreAnError() throws {
        try Workshop.inDirectory { root in
            func refused(_ model: JointEmbedding, _ rows: [FeatureRows]? = nil) -> String? {
                Workshop.message { _ = try Self.trainer("\(root)/same", model, Self.dataset(rows)) }
            }
            for views in [RowViews {}, RowViews { RowNoise(sigma: 0) }, RowViews { RowSwapping(probability: 0) }] {
                #expect(refused(Self.model(views))?.contains("both branches of table would see the same rows") == true)
            }
            // a file that is given twice is one
            let (rows, others) = try (Self.rows(), Self.rows(seed: 2))
            #expect(refused(Self.model(RowViews {}), [rows, rows])?.contains("the same rows") == true)
            #expect(refused(Self.model(RowViews {}), [rows, others]) == nil)
            let dropout = JointEmbedding("dropout") {
                Encoder(features: 4) {
                    Dropout(0.1); Linear(8)
                }
                Self.loss
            }
            #expect(refused(dropout) == nil)
        }
    }

    @Test func rowsThatDoNotFit() throws {
        try Workshop.inDirectory { root in
            func refused(_ model: JointEmbedding, _ dataset: Dataset) -> String? {
                Workshop.message { _ = try Self.trainer("\(root)/none", model, dataset) }
            }
            let narrow = try Self.rows(width: 2)
            #expect(try refused(Self.model(), Self.dataset([narrow]))?.contains("has 2 numbers for each row") == true)
            let one = try refused(Self.sides, Self.dataset())
            #expect(one?.contains("give two files, --features FIRST.npy --features SECOND.npy") == true)
            #expect(
                try refused(Workshop.model(), Self.dataset())?.contains("has rows and no images, and tiny sees images")
                    == true)
            #expect(try refused(TargetTests.paired, Self.dataset())?.contains("has rows and no images") == true)
            #expect(
                try refused(Self.model(), Workshop.dataset())?.contains("it takes rows of 4 numbers; give --features")
                    == true)
            #expect(
                try refused(Self.model(), Self.dataset(count: 5))?.contains("has 5 rows; use a smaller batch") == true)
        }
    }

    @Test func eachBranchHasItsFile() throws {
        try Workshop.inDirectory { root in
            let data = try Self.dataset([Self.rows(), Self.rows(width: 2, seed: 5)])
            try Self.trainer(root, Self.sides, data).run()
            for branch in 0..<2 {
                let states = try Self.sides.captureEncoder(batch: 1, branch: branch).states
                let path = RunDirectory(root).encoder(branch: branch)
                let values = try EncoderFile.read(path, states: states, architecture: "sides").values
                let means = values["branch\(branch + 1).encoder.standardize1.mean"]
                #expect(means?.count == [4, 2][branch])
                let features = try EncoderFeatures(
                    Self.sides, values: values, branch: branch, executor: BLASExecutor(), threads: 1)(data)
                #expect(features.count == 60 && features.width == 8)
            }
        }
    }

    /// The untrained encoder knows the columns as well, and what is compared with are the standardized rows.
    @Test func anEvaluationComparesWithTheRows() throws {
        try Workshop.inDirectory { root in
            let (model, data) = (Self.model(), try Self.dataset())
            let trainer = try Self.trainer(root)
            trainer.monitor = try OnlineMonitor(
                model, training: data, test: data, executor: BLASExecutor(), threads: 1)
            var seen: MonitorReport?
            try trainer.run { if case .monitor(let report) = $0 { seen = report } }
            let states = try model.captureEncoder(batch: 1).states
            let values = try EncoderFile.read(RunDirectory(root).encoder(), states: states, architecture: "table")
                .values
            var evaluator = EncoderEvaluator(
                model: model, seed: 7, training: data, test: data, executor: BLASExecutor(), threads: 1)
            evaluator.settings.fewPerClass = 5
            let found = try evaluator.evaluate(values)
            #expect(found.settings.itemName == "row" && found.table.contains("standardized rows"))
            #expect(found.pixels.knn == 100 && found.untrained.knn > 80 && found.trained.knn == seen?.knn)
            evaluator.settings.sgd = SGDProbe.Settings()
            evaluator.settings.sgd?.isAugmented = true
            #expect(Workshop.message { _ = try evaluator.evaluate(values) }?.contains("takes rows of numbers") == true)
        }
    }

    @Test func whatNeedsClassesAsksForThem() throws {
        let plain = try Dataset(name: "table", split: .unlabeled, rows: [Self.rows()])
        func refused(_ training: Dataset, _ test: Dataset) -> String? {
            Workshop.message {
                _ = try OnlineMonitor(
                    Self.model(), training: training, test: test, executor: BLASExecutor(), threads: 1)
            }
        }
        #expect(try refused(plain, Self.dataset())?.contains("--labels FILE.npy") == true)
        #expect(try refused(Self.dataset(), plain)?.contains("--test-labels FILE.npy") == true)
    }
}
