import Invar

/// What a renderer does for one step of the views. `ViewPlan` finds out once which it is.
enum PlannedStep: Sendable {
    case crop(RandomResizedCrop)
    case flip(HorizontalFlip)
    case jitter(ColorJitter)
    case blur(GaussianBlur)
    /// A step that does its work by itself.
    /// - Parameter commutes: whether it may run before a mirror that stands before it.
    case pixels(any Augmentation, commutes: Bool)
    /// Folded into the last pass.
    case normalize

    /// - Throws: `Diagnostic` for a step of which nobody knows what it does.
    init(_ step: Views.Step) throws(Diagnostic) {
        switch step.step {
        case let crop as RandomResizedCrop: self = .crop(crop)
        case let flip as HorizontalFlip: self = .flip(flip)
        case let jitter as ColorJitter: self = .jitter(jitter)
        case let blur as GaussianBlur: self = .blur(blur)
        case is Normalize: self = .normalize
        case let own as any Augmentation: self = .pixels(own, commutes: PlannedStep.commutes(own))
        default: throw Diagnostic("\(step.name) says nothing of what it does; make it an Augmentation", at: step.site)
        }
    }

    /// Steps that give mirrored values for a mirrored image, whatever their numbers. A rotation does not: it would turn the other way.
    private static func commutes(_ step: any Augmentation) -> Bool {
        step is Grayscale || step is Solarize || step is Posterize || step is Equalize || step is ChannelShuffle
            || step is Sobel || step is Sharpness
    }
}
