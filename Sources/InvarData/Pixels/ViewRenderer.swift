import Invar
import InvarRuntime

/// Makes views: one of these for each worker, since it owns the worker's memory.
package final class ViewRenderer {
    private let plan: ViewPlan
    private let scratch: PixelScratch
    private let resize = ByteResize()
    private var cropped: [UInt8] = []
    private var mirrored = false

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
        scratch.fit(sourceHeight: source.height, sourceWidth: source.width)
        if !plan.beginsWithCrop { loadWhole(source) }
        for (index, step) in plan.steps.enumerated() {
            var random = CounterRandom(seed: seed, stream: epoch, item: image, view: view << 12 | index)
            apply(step, source, view: view, random: &random)
        }
        unsafe finish(into: output)
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
        guard plan.height != source.height || plan.width != source.width else { return unsafe load(source.bytes) }
        let all = CropBox(x: 0, y: 0, width: Double(source.width), height: Double(source.height))
        unsafe scratch.resample(
            source.bytes, channels: plan.channels, box: all, interpolation: .bilinear, antialias: true)
    }

    private func loadMiddle(_ source: SourceImage, _ crop: CentreCrop) {
        if cropped.isEmpty { cropped = [UInt8](repeating: 0, count: plan.viewSize) }
        let placement = crop.placement(
            viewHeight: plan.height, viewWidth: plan.width, height: source.height, width: source.width)
        unsafe cropped.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            unsafe resize(
                source, channels: plan.channels, to: placement, viewHeight: plan.height, viewWidth: plan.width,
                into: base)
            unsafe load(base)
        }
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

    private func apply(_ step: PlannedStep, _ source: SourceImage, view: Int, random: inout CounterRandom) {
        switch step {
        case .crop(let crop):
            let box = CropSampler.draw(crop, height: source.fullHeight, width: source.fullWidth, random: &random)
            unsafe scratch.resample(
                source.bytes, channels: plan.channels, box: source.scaled(box), interpolation: crop.interpolation,
                antialias: crop.antialias)
        case .flip(let flip):
            // our other steps treat left and right alike, so the mirror can wait for the last pass
            if random.chance(flip.probability[view]) { mirrored.toggle() }
        case .jitter(let jitter):
            if random.chance(jitter.probability[view]) { apply(jitter, &random) }
        case .blur(let blur):
            guard random.chance(blur.probability[view]) else { return }
            let sigma = random.uniform(in: blur.sigma)
            let radius = scratch.fillGaussian(sigma: sigma, maximumRadius: ViewPlan.radius(blur))
            for c in 0..<plan.channels {
                unsafe scratch.blur(
                    scratch.planes + c * scratch.planeStride, height: plan.height, width: plan.width, radius: radius)
            }
        case .pixels(let step, let commutes):
            if random.chance(step.probability[view]) { apply(step, commutes, random) }
        case .normalize: break  // folded into the last pass
        }
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
        step.apply(to: &pixels, random: &numbers)
    }

    private func apply(_ jitter: ColorJitter, _ random: inout CounterRandom) {
        func factor(_ amount: Double) -> Float { Float(random.uniform(in: max(0, 1 - amount)...(1 + amount))) }
        let (brightness, contrast) = (factor(jitter.brightness), factor(jitter.contrast))
        let saturation = factor(jitter.saturation)
        let turn = Float(random.uniform(in: -jitter.hue...jitter.hue))
        var order = SIMD4<UInt8>(0, 1, 2, 3)
        for i in [3, 2, 1] {
            let j = random.integer(below: i + 1)
            (order[i], order[j]) = (order[j], order[i])
        }
        for i in 0..<4 {
            switch order[i] {
            case 0 where jitter.brightness > 0:
                unsafe eachPlane { unsafe ColorKernels.affine($0, count: $1, factor: brightness, shift: 0) }
            case 1 where jitter.contrast > 0:
                let shift = (1 - contrast) * meanLuma()
                unsafe eachPlane { unsafe ColorKernels.affine($0, count: $1, factor: contrast, shift: shift) }
            case 2 where jitter.saturation > 0:
                if let planes { ColorKernels.saturate(planes, factor: saturation) }
            case 3 where jitter.hue > 0:
                if let planes { ColorKernels.turnHue(planes, by: turn) }
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
