// More views than two: two of most of the image and four small ones of parts of it, and a loss term that treats them differently. The small ones are
// to come near the whole ones, which see more, and do not draw these to themselves.
//
//     swift run -c release MultiCrop views multi-crop --output views.png
//     swift run -c release MultiCrop pretrain multi-crop --train-images 5120 --epochs 2 --output runs/multi-crop
//     swift run -c release MultiCrop evaluate runs/multi-crop
import Invar
import InvarCommands

/// The mean squared distance of each view's embedding from the whole views' mean, into which no gradient flows from a small view.
struct NearTheWhole: LossTerm {
    // without this line the term would be asked about each pair of views by itself
    var takesAllViews: Bool { true }

    func value(of embeddings: Embeddings) -> Tensor {
        let whole = embeddings.views.prefix(embeddings.wholeCount)
        let mean = whole.dropFirst().reduce(whole[0], +) / Double(whole.count)
        let distances = embeddings.views.enumerated().map { number, view in
            (view - (number < whole.count ? mean : mean.stopGradient())).squared().mean()
        }
        return distances.dropFirst().reduce(distances[0], +) / Double(distances.count)
    }
}

/// The steps that whole and small views have in common, after a crop of this part of the image.
@ViewsBuilder
func cropped(_ scale: ClosedRange<Double>) -> [Views.Step] {
    RandomResizedCrop(scale: scale)
    HorizontalFlip(probability: 0.5)
    ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
}

let model = JointEmbedding("multi-crop", image: Image(channels: 1, height: 28, width: 28, mean: [0.286], std: [0.353]))
{
    Views(locals: 4, size: 16) {
        cropped(0.4...1)
    } local: {
        cropped(0.1...0.4)
    }
    // the pooling lets the same weights take maps of both sizes
    Encoder {
        for width in [32, 64, 128] {
            Conv(width, kernel: 3, stride: 2); BatchNorm(); ReLU()
        }
        GlobalAveragePool()
    }
    Expander {
        Linear(256); BatchNorm(); ReLU()
        Linear(256, bias: false)
    }
    Loss {
        50 * NearTheWhole()
        25 * Variance()
        Covariance()
    }
}

InvarCommands.main([model])
