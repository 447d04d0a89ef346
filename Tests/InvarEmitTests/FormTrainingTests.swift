import Foundation
import Invar
import InvarData
import InvarEmit
import InvarTraining
import TestSupport
import Testing

/// A step of training as a package: its class in Swift and its module in Python are the same C below, and come to the same bits.
@Suite struct FormTrainingTests {
    private static let model = JointEmbedding("two-steps", image: Image(channels: 1, height: 1, width: 6)) {
        Encoder {
            Flatten()
            Linear(9); BatchNorm(); ReLU()
            Dropout(0.25)
            Linear(4)
        }
        Loss {
            25 * Invariance()
            Variance()
        }
    }
    private static let batch = 8

    private static func write() throws -> String {
        let folder = FormPackages.place()
        var settings = InvarEmit.Emission.Settings()
        settings.name = CName("two_steps")
        let emission = try InvarEmit.Emission(
            trainingOf: model, optimizer: .adamW(), batch: batch, seed: 3, settings)
        _ = try EmittedPackage(emission, form: .package).write(to: folder)
        return folder
    }

    private static let program = """
        import Foundation
        import TwoSteps

        let words = CommandLine.arguments
        let training = try TwoSteps(state: words[1], threads: 2)
        let views = try Data(contentsOf: URL(fileURLWithPath: words[2])).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        let (view1, view2) = (Array(views.prefix(48)), Array(views.suffix(48)))
        for _ in 0..<3 {
            let terms = try training.step(view1: view1, view2: view2, learningRate: 0.01, seed: 7)
            print(terms.loss.bitPattern, terms.invariance.bitPattern, terms.variance.bitPattern)
        }
        print(training.steps)
        try training.save(to: words[3])
        try training.saveEncoder(to: words[3] + "-encoder")
        do { try training.step(view1: [], view2: view2, learningRate: 0.01, seed: 7) } catch { print(error) }
        """

    private static let script = """
        import sys, numpy, two_steps

        training = two_steps.Training(threads=2)
        views = numpy.fromfile(sys.argv[1], numpy.float32).reshape(2, two_steps.BATCH, -1)
        def bits(value): return int(numpy.float32(value).view(numpy.uint32))
        for _ in range(3):
            terms = training.step(view1=views[0], view2=views[1], learning_rate=0.01, seed=7)
            print(bits(terms.loss), bits(terms.invariance), bits(terms.variance))
        print(training.steps)
        training.save(sys.argv[2])
        training.save_encoder(sys.argv[2] + "-encoder")
        try: training.step(view1=views[0][:0], view2=views[1], learning_rate=0.01, seed=7)
        except ValueError as error: print(error)
        """

    @Test(
        .enabled(
            if: FormTools.havePython && FormTools.have("swift"), "swift, or python3 with pip and numpy, is not here"))
    func swiftAndPythonTrainAlike() throws {
        let folder = try Self.write()
        let views = "\(folder)/views"
        try Numbers.write(FormulaValues.uniform("two-steps", count: 96).map { Float(4 * $0 - 2) }, to: views)

        let user = FormPackages.place("app")
        try FormPackages.write(
            user: user, of: folder, product: "TwoSteps", program: Self.program)
        try FormTools.use("swift", ["build", "-c", "release", "--package-path", user])
        let state = "\(folder)/weights/state.safetensors"
        let inSwift = try FormTools.use("\(user)/.build/release/App", [state, views, "\(user)/state"])

        let place = "\(folder)/place"
        try FormTools.use("python3", ["-m", "pip", "install", "--target", place, "--no-deps", "--no-index", folder])
        let inPython = try FormTools.use(
            "python3", ["-c", Self.script, views, "\(folder)/state"], environment: ["PYTHONPATH": place])

        #expect(inSwift == inPython)
        #expect(inSwift.split(separator: "\n").suffix(2) == ["3", "view1 has 0 numbers, and 48 are wanted"])
        for part in ["state", "state-encoder"] {
            let (swift, python) = (try FileBytes.read("\(user)/\(part)"), try FileBytes.read("\(folder)/\(part)"))
            #expect([UInt8](swift) == [UInt8](python))
        }
        let states = try Self.model.captureEncoder(batch: 1).states
        #expect(
            try EncoderFile.read("\(user)/state-encoder", states: states, architecture: "two-steps").ignoredInWords
                == nil)
    }
}
