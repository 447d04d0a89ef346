import Invar
import InvarRuntime

extension ViewPlan {
    /// Whether the first step crops, so that the whole image need not be resized before.
    var beginsWithCrop: Bool {
        if case .crop? = steps.first?.step { true } else { false }
    }

    /// At which part of its size an image of this size may be decoded for these views of it: 1, 2, 4 or 8.
    ///
    /// Each crop keeps at least twice as many pixels in each direction as the view that is made of it. The JPEG decoder
    /// reduces by leaving out high frequencies, and less exactly than our filter, which so has the last word: with a crop
    /// of just the view's size the two differ visibly (26 decibels on sharp edges).
    package func denominator(seed: UInt64, epoch: Int, image: Int, height: Int, width: Int) -> Int {
        var part = 8
        if !beginsWithCrop { part = denominator(CropBox(x: 0, y: 0, width: Double(width), height: Double(height))) }
        for step in steps {
            guard case .crop(let crop) = step.step else { continue }
            for view in views {
                var random = ViewNumbers(seed: seed, epoch: epoch, image: image, view: view).random(of: step)
                // without antialiasing, how much there is to step over is part of what is asked for
                guard crop.antialias else { return 1 }
                part = min(part, denominator(CropSampler.draw(crop, height: height, width: width, random: &random)))
            }
        }
        return part
    }

    private func denominator(_ box: CropBox) -> Int {
        let room = min(box.width / Double(width), box.height / Double(height))
        return room >= 16 ? 8 : room >= 8 ? 4 : room >= 4 ? 2 : 1
    }
}
