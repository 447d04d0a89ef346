import ArgumentParser
import Foundation
import Invar
import InvarData
import InvarDump
import InvarKit
import InvarTraining

struct Evaluate: SharedCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Say how good a run's representation is, beside the untrained encoder and the raw pixels.",
        discussion: """
            The encoder is frozen, its BatchNorms use their running statistics, images
            are not augmented. Percent of the test images classified right:

              kNN           the 20 most similar training images (cosine) vote with the
                            weight exp(similarity / 0.07)
              linear probe  logistic regression on standardized features with all
                            training labels
              60 a class    the same on 60 labels of each class, mean ± standard
                            deviation over five draws; where a class has fewer, the
                            title says how many were used

            With --probe sgd a fourth classifier: a linear layer trained by SGD as VICReg's
            code does it (100 epochs, batch 256, momentum 0.9, cosine), after its last epoch,
            and at its best, which the test images chose and which therefore flatters.

            The table is also written to evaluation.json in the run's directory; of other
            images than the run's own (--data) to a file that has their name in its own, and for
            a folder a number made from its path, since two folders may have one name:
            evaluation-mnist.json, evaluation-birds-1f00d2c4.json. For an encoder in
            NAME.safetensors it is NAME-evaluation-mnist.json beside it. With --branch 2 these
            names have -branch2 in them. Images of another size are resized to the encoder's;
            colours become grey, or grey colours, where its channels ask for it.

            Examples:

              \(programName) evaluate runs/first
              # fewer images: sooner, and one or two points off
              \(programName) evaluate runs/first --quick
              \(programName) evaluate runs/first --knn-k 20,1,5,200 --knn-temperature 0.07,0.1
              \(programName) evaluate runs/first --probe sgd --augment
              # an encoder on images that it was not trained on
              \(programName) evaluate runs/first --data mnist
              # each process with its part of the images
              mpirun -n 4 \(programName) evaluate runs/first
              # rows without images: those of the run, or others
              \(programName) evaluate runs/table --test-features rows.npy --test-labels labels.npy
              # weights from elsewhere
              \(programName) evaluate --architecture vicreg-resnet18 \\
                --encoder resnet18.safetensors --data DIRECTORY
            """.flowing)

    @OptionGroup var options: EncoderOptions
    @Flag(help: "Use 10000 training and 2000 test images only; evaluation.json then says so.")
    var quick = false
    @OptionGroup var features: SplitFeaturesOption
    @OptionGroup(title: "Classifiers") var classifiers: ClassifierOptions
    @OptionGroup var display: DisplayOption

    func run() throws {
        let chosen = try options.chosen(features.table())
        let (trained, images) = (chosen.trained, chosen.images)
        let (training, test) = try features.apply(training: images.dataset(.train), test: images.dataset(.test))
        let (seen, seenTest) = quick ? try (training.prefix(10_000), test.prefix(2000)) : (training, test)
        var settings = Evaluation.Settings()
        (settings.trainImages, settings.testImages) = (seen.count, seenTest.count)
        try classifiers.apply(to: &settings)
        (settings.data, settings.dataPath) = (training.name, images.place)
        let display = ProgressDisplay(plain: display.plain)
        let evaluation = try trained.encoder.evaluate(
            training: seen, test: seenTest, settings: settings, bad: chosen.badImages()
        ) { display.show($0, $1) }
        display.finish(clearing: true)
        let (read, readTest) = (evaluation.settings.trainImages, evaluation.settings.testImages)
        chosen.sayLeftOut(
            [("training", read, seen.count), ("test", readTest, seenTest.count)])
        try Output.write(evaluation.json(), to: trained.path("evaluation", of: images, ending: ".json"))
        Output.line(
            "\(trained.model.name) on \(images.described(training.name)): percent of "
                + Format.count(evaluation.settings.testImages, "test \(seenTest.item)"))
        Output.line()
        Output.lines(evaluation.table)
    }
}
