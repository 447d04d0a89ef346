// A data set of one's own: here one that is drawn, image by image, when it is needed. All commands know it by the name that it is
// given at the end.
//
//     swift run -c release OwnDataset views shapes-net --data shapes --output runs/shapes.png
//     swift run -c release OwnDataset pretrain shapes-net --data shapes --epochs 2 --output runs/shapes
//     swift run -c release OwnDataset evaluate runs/shapes
import Invar
import InvarCommands
import InvarData

/// Discs, squares and crosses of random sizes, at random places.
struct Shapes: ImageDataset {
    let split: Dataset.Split
    let classNames = ["disc", "square", "cross"]
    let imageShape: ImageShape? = ImageShape(height: 28, width: 28, channels: 1)
    // images of another version are other images: a run of these is not resumed with them
    let version = "1"

    var count: Int { split == .test ? 600 : 3000 }

    func label(at index: Int) -> Int { index % 3 }

    func image(at index: Int) -> ImageContent {
        var random = ViewRandom(seed: split == .test ? 2 : 1, image: index)
        let radius = 3 + random.integer(below: 7)
        let row = radius + random.integer(below: 28 - 2 * radius)
        let column = radius + random.integer(below: 28 - 2 * radius)
        let pixels = (0..<784).map { place -> UInt8 in
            let (y, x) = (abs(place / 28 - row), abs(place % 28 - column))
            let inside = [
                y * y + x * x <= radius * radius, max(y, x) <= radius, max(y, x) <= radius && min(y, x) <= radius / 3,
            ]
            return inside[label(at: index)] ? 220 : 40
        }
        return .pixels(pixels, height: 28, width: 28, channels: 1)
    }
}

let model = JointEmbedding("shapes-net", image: Image(channels: 1, height: 28, width: 28, mean: [0.25], std: [0.25])) {
    Views {
        RandomResizedCrop(scale: 0.4...1)
        Solarize(probability: 0.2)
    }
    Encoder {
        for width in [16, 32, 64] { Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU() }
        GlobalAveragePool()
    }
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}

InvarCommands.main([model], datasets: ["shapes": { try Dataset(Shapes(split: $0), split: $0) }])
