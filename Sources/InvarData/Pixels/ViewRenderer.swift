import Invar
import InvarRuntime

/// Makes views: one of these for each worker, since it owns the worker's memory.
package final class ViewRenderer {
    let plan: ViewPlan
    private let scratch: PixelScratch
    private let resize = ByteResize()
    private var cropped: [UInt8] = []
    private var mirrored = false
    /// Of the last view that was made.
    private(set) var place = ViewPlace()
    /// What each step drew, while somebody asks for it.
    private var explanations: [String]?

    package init(_ plan: ViewPlan) {
        self.plan = plan
        scratch = PixelScratch(
            channels: plan.channels, height: plan.height, width: plan.width, sourceHeight: plan.height,
            sourceWidth: plan.width, maximumRadius: plan.maximumRadius)
    }

    /// One view of one image, float32 [height, width, channels].
    ///
    /// The result depends on the arguments alone: every step draws from its own counter.
    /// - Parameters:
    ///   - source: the image, of any size, with the plan's channels.
    ///   - output: room for `plan.viewSize` values.
    package func render(
        _ source: SourceImage, seed: UInt64, epoch: Int, image: Int, view: Int,
        into output: UnsafeMutablePointer<Float>
    ) {
        mirrored = false
        place = ViewPlace(height: Float(source.fullHeight), width: Float(source.fullWidth))
        scratch.fit(sourceHeight: source.height, sourceWidth: source.width)
        if !plan.beginsWithCrop { loadWhole(source) }
        let numbers = ViewNumbers(seed: seed, epoch: epoch, image: image, view: view)
        for step in plan.steps { apply(step, source, numbers) }
        unsafe finish(into: output)
    }

    /// A view, and what was drawn for it: a line for each step that happened.
    package func explain(
        _ source: SourceImage, seed: UInt64, epoch: Int, image: Int, view: Int,
        into output: UnsafeMutablePointer<Float>
    ) -> [String] {
        explanations = []
        defer { explanations = nil }
        unsafe render(source, seed: seed, epoch: epoch, image: image, view: view, into: output)
        return explanations ?? []
    }

    private func explain(_ name: String, _ drawn: @autoclosure () -> String) {
        guard explanations != nil else { return }
        let drawn = drawn()
        explanations?.append(drawn.isEmpty ? name : "\(name): \(drawn)")
    }

    /// The image itself, or its middle, resized if its size is another, normalized: what evaluation feeds the encoder.
    package func renderPlain(
        _ source: SourceImage, _ crop: CentreCrop = .whole, into output: UnsafeMutablePointer<Float>
    ) {
        mirrored = false
        if crop == .whole {
            scratch.fit(sourceHeight: source.height, sourceWidth: source.width)
            loadWhole(source)
        } else {
            loadMiddle(source, crop)
        }
        unsafe finish(into: output)
    }

    private func finish(into output: UnsafeMutablePointer<Float>) {
        unsafe scratch.finish(
            channels: plan.channels, height: plan.height, width: plan.width, mirrored: mirrored,
            scale: plan.scale, bias: plan.bias, into: output)
    }

    private func loadWhole(_ source: SourceImage) {
        guard plan.height != source.height || plan.width != source.width else {
            switch source.values {
            case .bytes(let bytes): unsafe load(bytes)
            case .numbers(let numbers): unsafe load(numbers)
            }
            return
        }
        let all = CropBox(x: 0, y: 0, width: Double(source.width), height: Double(source.height))
        scratch.resample(
            source.values, channels: plan.channels, box: all, interpolation: .bilinear, antialias: true)
    }

    private func loadMiddle(_ source: SourceImage, _ crop: CentreCrop) {
        let placement = crop.placement(
            viewHeight: plan.height, viewWidth: plan.width, height: source.height, width: source.width)
        guard case .bytes = source.values else { return loadMiddle(of: source, placement) }
        if cropped.isEmpty { cropped = [UInt8](repeating: 0, count: plan.viewSize) }
        unsafe cropped.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            unsafe resize(
                source, channels: plan.channels, to: placement, viewHeight: plan.height, viewWidth: plan.width,
                into: base)
            unsafe load(base)
        }
    }

    /// The same of numbers, which are not rounded to bytes on the way.
    private func loadMiddle(of source: SourceImage, _ placement: CentreCrop.Placement) {
        scratch.fit(sourceHeight: source.height, sourceWidth: source.width)
        let x = Double(source.width) / Double(placement.width)
        let y = Double(source.height) / Double(placement.height)
        let box = CropBox(
            x: Double(placement.left) * x, y: Double(placement.top) * y, width: Double(plan.width) * x,
            height: Double(plan.height) * y)
        scratch.resample(
            source.values, channels: plan.channels, box: box, interpolation: .bilinear, antialias: true)
    }

    /// Bytes of the view's size.
    private func load(_ bytes: UnsafePointer<UInt8>) {
        for c in 0..<plan.channels {
            let plane = unsafe scratch.planes + c * scratch.planeStride
            for i in 0..<(plan.height * plan.width) {
                unsafe plane[i] = Float(bytes[i * plan.channels + c]) * (1 / 255)
            }
        }
    }

    /// Numbers in 0...1 of the view's size.
    private func load(_ numbers: UnsafePointer<Float>) {
        for c in 0..<plan.channels {
            let plane = unsafe scratch.planes + c * scratch.planeStride
            for i in 0..<(plan.height * plan.width) { unsafe plane[i] = numbers[i * plan.channels + c] }
        }
    }

    private func apply(_ placed: PlacedStep, _ source: SourceImage, _ numbers: ViewNumbers) {
        var random = numbers.random(of: placed)
        let view = numbers.view
        switch placed.step {
        case .crop(let crop): apply(crop, source, &random)
        case .flip(let flip):
            // our other steps treat left and right alike, so the mirror can wait for the last pass
            guard random.chance(flip.probability[view]) else { return }
            mirrored.toggle()
            place.isMirrored.toggle()
            explain(HorizontalFlip.name, "")
        case .jitter(let jitter):
            if random.chance(jitter.probability[view]) { apply(jitter, &random) }
        case .blur(let blur):
            if random.chance(blur.probability[view]) { apply(blur, &random) }
        case .pixels(let step, let commutes):
            if random.chance(step.probability[view]) { apply(step, commutes, random) }
        case .all(let group, let steps):
            guard random.chance(group.probability[view]) else { return }
            for step in steps { apply(step, source, numbers) }
        case .oneOf(let choice, let steps):
            guard random.chance(choice.probability[view]) else { return }
            var own = ViewRandom(random)
            apply(steps[choice.draw(&own)], source, numbers)
        case .normalize: break  // folded into the last pass
        }
    }

    private func apply(_ crop: RandomResizedCrop, _ source: SourceImage, _ random: inout CounterRandom) {
        let box = CropSampler.draw(crop, height: source.fullHeight, width: source.fullWidth, random: &random)
        (place.top, place.left) = (Float(box.y), Float(box.x))
        (place.height, place.width) = (Float(box.height), Float(box.width))
        scratch.resample(
            source.values, channels: plan.channels, box: source.scaled(box), interpolation: crop.interpolation,
            antialias: crop.antialias)
        explain(
            RandomResizedCrop.name,
            "\(Words.number(box.width, 1)) × \(Words.number(box.height, 1)) pixels at (\(Words.number(box.x, 1)), "
                + "\(Words.number(box.y, 1))) of \(source.fullWidth) × \(source.fullHeight)")
    }

    private func apply(_ blur: GaussianBlur, _ random: inout CounterRandom) {
        let sigma = random.uniform(in: blur.sigma)
        let radius = scratch.fillGaussian(sigma: sigma, maximumRadius: ViewPlan.radius(blur))
        for c in 0..<plan.channels {
            unsafe scratch.blur(
                scratch.planes + c * scratch.planeStride, height: plan.height, width: plan.width, radius: radius)
        }
        explain(GaussianBlur.name, "sigma \(Words.number(sigma)) pixels")
    }

    /// - Parameter commutes: whether the mirror may wait.
    private func apply(_ step: any Augmentation, _ commutes: Bool, _ random: CounterRandom) {
        if mirrored, !commutes {
            scratch.mirror(channels: plan.channels, height: plan.height, width: plan.width)
            mirrored = false
        }
        var pixels = unsafe Pixels(
            scratch.planes, channels: plan.channels, height: plan.height, width: plan.width,
            planeStride: scratch.planeStride, spare: scratch.passed)
        var numbers = ViewRandom(random)
        if explanations != nil {
            var same = numbers
            let image = Image(channels: plan.channels, height: plan.height, width: plan.width)
            explain(type(of: step).name, step.explanation(for: image, random: &same))
        }
        step.apply(to: &pixels, random: &numbers)
    }

    private func apply(_ jitter: ColorJitter, _ random: inout CounterRandom) {
        let drawn = DrawnJitter(jitter, &random)
        explain(ColorJitter.name, drawn.explanation(of: jitter))
        for i in 0..<4 {
            switch drawn.order[i] {
            case 0 where jitter.brightness > 0:
                unsafe eachPlane { unsafe ColorKernels.affine($0, count: $1, factor: drawn.brightness, shift: 0) }
            case 1 where jitter.contrast > 0 && plan.channels != 1 && plan.channels != 3:
                // channels that are no colours have no luma: each has its own mean
                unsafe eachPlane {
                    let shift = unsafe (1 - drawn.contrast) * ColorKernels.mean($0, count: $1)
                    unsafe ColorKernels.affine($0, count: $1, factor: drawn.contrast, shift: shift)
                }
            case 1 where jitter.contrast > 0:
                let shift = (1 - drawn.contrast) * meanLuma()
                unsafe eachPlane { unsafe ColorKernels.affine($0, count: $1, factor: drawn.contrast, shift: shift) }
            case 2 where jitter.saturation > 0:
                if let planes { ColorKernels.saturate(planes, factor: drawn.saturation) }
            case 3 where jitter.hue > 0:
                if let planes { ColorKernels.turnHue(planes, by: drawn.turn) }
            default: break
            }
        }
    }

    private func eachPlane(_ body: (UnsafeMutablePointer<Float>, Int) -> Void) {
        for c in 0..<plan.channels { unsafe body(scratch.planes + c * scratch.planeStride, plan.height * plan.width) }
    }

    /// The mean is linear, so that of the luma is the luma of the means.
    private func meanLuma() -> Float {
        let count = plan.height * plan.width
        guard let planes else { return unsafe ColorKernels.mean(scratch.planes, count: count) }
        return unsafe ColorKernels.red * ColorKernels.mean(planes.r, count: count)
            + ColorKernels.green * ColorKernels.mean(planes.g, count: count)
            + ColorKernels.blue * ColorKernels.mean(planes.b, count: count)
    }

    /// The three planes of a colour image; nothing for a grey one.
    private var planes: Planes? {
        guard plan.channels == 3 else { return nil }
        let r = unsafe scratch.planes
        return unsafe Planes(
            r: r, g: r + scratch.planeStride, b: r + 2 * scratch.planeStride, count: plan.height * plan.width)
    }
}

/// Which part of an image a view was made of, in the image's pixels as it is stored: as far as crops and mirrors say.
struct ViewPlace {
    var top: Float = 0
    var left: Float = 0
    var height: Float = 0
    var width: Float = 0
    var isMirrored = false

    /// Numbers of one.
    static let count = 5

    func write(to numbers: UnsafeMutablePointer<Float>) {
        for (index, value) in [top, left, height, width, isMirrored ? 1 : 0].enumerated() {
            unsafe numbers[index] = value
        }
    }
}

/// Which view it is: all random numbers of its steps follow from this.
struct ViewNumbers {
    let seed: UInt64
    let epoch: Int
    let image: Int
    let view: Int

    func random(of step: PlacedStep) -> CounterRandom {
        CounterRandom(seed: seed, stream: epoch, item: image, view: view << 12 | step.place)
    }
}
