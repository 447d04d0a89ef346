import Invar
import func InvarGraph.counted
import InvarData
import InvarRuntime
import Logging

/// How a model is trained. What stands here, the architecture and the data decide every number of a run.
public struct TrainingConfiguration: Sendable, Hashable, Codable {
    /// How parameters follow from their gradients.
    public var optimizer: Optimizer
    /// The learning rate of every step.
    public var schedule: LearningRateSchedule
    /// What the norm of the whole gradient, of all trained parameters together, is brought down to where it is larger:
    /// g ← g·min(1, limit/‖g‖). The log then has the norm of every step. Nothing: gradients are used as they are.
    public var gradientNormLimit: Double?
    /// Images in a step, each with its views. An epoch's last short batch is left out.
    public var batch: Int
    /// Passes over the images.
    public var epochs: Int
    /// Of the initial values, the order of the images and the views.
    public var seed: UInt64

    /// - Parameters: see the properties.
    public init(
        optimizer: Optimizer, schedule: LearningRateSchedule, gradientNormLimit: Double? = nil, batch: Int = 256,
        epochs: Int, seed: UInt64 = 0
    ) {
        self.optimizer = optimizer
        self.schedule = schedule
        self.gradientNormLimit = gradientNormLimit
        self.batch = batch
        self.epochs = epochs
        self.seed = seed
    }

    /// The recipe of the demo: AdamW at 0.001 with a decay of 0.0001, warm-up over half an epoch, cosine to 0.
    public static func demo(epochs: Int = 5) -> TrainingConfiguration {
        TrainingConfiguration(
            optimizer: .adamW(AdamW()), schedule: LearningRateSchedule(learningRate: 1e-3), epochs: epochs)
    }

    /// Everything that is impossible.
    var problems: [String] {
        var problems = optimizer.problems + schedule.problems
        if let limit = gradientNormLimit { problems += NumberProblem.positive("the gradient's norm limit", limit) }
        if batch < 2 { problems.append("the batch is \(batch); batch statistics need 2 images or more") }
        if !(1...1_000_000).contains(epochs) { problems.append("\(epochs) epochs; 1 to 1000000 are possible") }
        return problems
    }

    /// - Throws: `TrainingError` with everything that is impossible.
    func check() throws {
        var problems = problems
        if optimizer.isForeign {
            problems.append(
                "the optimizer \(optimizer.name), by which this run was trained, is none of Invar's; give it, as the program did that began the run"
            )
        }
        guard problems.isEmpty else { throw TrainingError(.configuration, problems.joined(separator: "; ")) }
    }
}

extension TrainingConfiguration: CustomStringConvertible {
    /// `LARS, momentum 0.9, …; learning rate 0.3 × batch/256, …; batch 256; 1000 epochs`
    public var description: String {
        ([optimizer.description, "learning rate \(schedule)"]
            + (gradientNormLimit.map { ["gradient clipped to norm \($0)"] } ?? [])
            + ["batch \(batch)", counted(epochs, "epoch")])
            .joined(separator: "; ")
    }
}

/// How a run is carried out: changes no number of it.
public struct RunOptions: Sendable {
    /// Threads of the executor. 0: one for each core.
    public var threads: Int
    /// Bytes that the step may take: what does not fit is computed again when it is needed. Nothing: as many as it takes.
    public var memory: Int?
    /// In how many equal parts of its images, one after another, each step is computed: a step of N images needs about the memory that
    /// one of N / `microBatches` has for what is kept of each image. Batch statistics, loss and gradient are those of the whole batch; the numbers are the same, to
    /// rounding. 1: all images at once.
    public var microBatches = 1
    /// Threads that prepare views.
    public var workers: Int
    /// Steps between two lines of the log.
    public var logEvery: Int
    /// Steps between two checkpoints; nothing: at the end of every epoch only.
    public var checkpointEvery: Int?
    /// How many different images may be unreadable before the run stops.
    public var badImages = 100
    /// Where the images come from, for the record.
    public var dataPath: String?
    /// How they are read, for the record.
    package var dataSettings: DataSettings?
    /// Where the rows beside the images come from, for the record.
    public var featuresPath: String?
    /// Which schedules were asked for, for the record.
    public var schedules: String?
    /// Whether each rank keeps and updates a part of the optimizer's large moments, and no more: the same values in less memory.
    public var shardsOptimizer = false
    /// Whether the bits are those of four ranks for 1, 2 and 4 processes, for the record.
    package var isReproducible = false
    /// What is written for TensorBoard, for the record.
    package var tensorBoard: String?
    /// Whether a page about the run is kept up to date, for the record.
    package var report: Bool?
    /// What began the run, as a shell reads it, for the record.
    package var command: String?
    /// How many threads are ranks, for the record.
    package var ranks: Int?
    /// What is to be looked at and written while the step is compiled.
    public var compile = CompileOptions()
    /// Where the trainer writes what went on besides its events, such as that it had to wait for views.
    public var logger = Logger(label: "invar.training")

    /// One thread for each core and two that prepare views, unless something else is said.
    public init(
        threads: Int = 0, memory: Int? = nil, workers: Int = 2, logEvery: Int = 50, checkpointEvery: Int? = nil,
        dataPath: String? = nil, featuresPath: String? = nil
    ) {
        self.threads = threads
        self.memory = memory
        self.workers = workers
        self.logEvery = logEvery
        self.checkpointEvery = checkpointEvery
        self.dataPath = dataPath
        self.featuresPath = featuresPath
    }

    func check() throws {
        var problems: [String] = []
        let most = TargetDescription.current.mostThreads
        if !(0...most).contains(threads) {
            problems.append("\(threads) threads; 0 (one for each core) to \(most) are possible on this machine")
        }
        if !(1...most).contains(workers) {
            problems.append("\(workers) workers; 1 to \(most) are possible on this machine")
        }
        if let memory, !(1...(1 << 60)).contains(memory) {
            problems.append("\(memory) bytes of memory; 1 to 2^60 are possible")
        }
        if microBatches < 1 { problems.append("\(microBatches) micro-batches; 1 or more are possible") }
        if badImages < 0 { problems.append("\(badImages) bad images; 0 or more are possible") }
        if logEvery < 1 { problems.append("a log line every \(logEvery) steps; 1 or more is possible") }
        if let every = checkpointEvery, every < 1 {
            problems.append("a checkpoint every \(every) steps; 1 or more is possible")
        }
        guard problems.isEmpty else { throw TrainingError(.configuration, problems.joined(separator: "; ")) }
    }
}

/// What to do about a run that the directory may already hold.
public enum RunStart: Sendable, Hashable {
    /// Begin; a directory that holds a run is an error.
    case new
    /// Go on where the last checkpoint was written, as if never stopped.
    case resume
    /// As `resume`, but for another number of epochs: the cosine is from there on that of the longer or shorter run.
    case resumeChangingEpochs
}
