import Foundation
import Invar
import InvarRuntime

/// Draws the box of a random resized crop: torchvision's `get_params`, with corners and sizes in
/// fractions of a pixel.
package enum CropSampler {
    package static func draw(
        _ crop: RandomResizedCrop, height: Int, width: Int, random: inout CounterRandom
    ) -> CropBox {
        let (h, w) = (Double(height), Double(width))
        let logRatio = log(crop.ratio.lowerBound)...log(crop.ratio.upperBound)
        for _ in 0..<10 {
            let area = h * w * random.uniform(in: crop.scale)
            let ratio = exp(random.uniform(in: logRatio))
            var boxWidth = (area * ratio).squareRoot()
            var boxHeight = (area / ratio).squareRoot()
            if crop.oversize == .clamp {
                boxWidth = min(boxWidth, w)
                boxHeight = min(boxHeight, h)
            }
            guard boxWidth <= w, boxHeight <= h else { continue }
            return CropBox(
                x: random.uniform(in: 0...(w - boxWidth)), y: random.uniform(in: 0...(h - boxHeight)),
                width: boxWidth, height: boxHeight)
        }
        return centred(crop.ratio, h, w)
    }

    /// The largest box in the middle whose ratio is allowed.
    private static func centred(_ ratio: ClosedRange<Double>, _ h: Double, _ w: Double) -> CropBox {
        var (boxWidth, boxHeight) = (w, h)
        if w / h < ratio.lowerBound {
            boxHeight = w / ratio.lowerBound
        } else if w / h > ratio.upperBound {
            boxWidth = h * ratio.upperBound
        }
        return CropBox(x: (w - boxWidth) / 2, y: (h - boxHeight) / 2, width: boxWidth, height: boxHeight)
    }
}
