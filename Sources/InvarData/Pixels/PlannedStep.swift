import Invar

/// A step, and which random numbers are its own: its place among all steps of the views, those inside of others counted where
/// they are written.
struct PlacedStep: Sendable {
    let place: Int
    let step: PlannedStep

    /// - Parameter next: the place of the first of them, and then of what follows them.
    /// - Throws: `Diagnostic` for a step of which nobody knows what it does.
    static func list(_ steps: [Views.Step], next: inout Int) throws(Diagnostic) -> [PlacedStep] {
        var placed: [PlacedStep] = []
        for step in steps {
            let place = next
            next += 1
            placed.append(PlacedStep(place: place, step: try PlannedStep(step, next: &next)))
        }
        return placed
    }
}

/// What a renderer does for one step of the views. `ViewPlan` finds out once which it is.
indirect enum PlannedStep: Sendable {
    case crop(RandomResizedCrop)
    case flip(HorizontalFlip)
    case jitter(ColorJitter)
    case blur(GaussianBlur)
    /// A step that does its work by itself.
    /// - Parameter commutes: whether it may run before a mirror that stands before it.
    case pixels(any Augmentation, commutes: Bool)
    /// All or none.
    case all(RandomApply, [PlacedStep])
    case oneOf(OneOf, [PlacedStep])
    /// Folded into the last pass.
    case normalize

    /// - Parameter next: the place of the first step inside of this one, and then of what follows.
    /// - Throws: `Diagnostic` for a step of which nobody knows what it does.
    init(_ step: Views.Step, next: inout Int) throws(Diagnostic) {
        switch step.step {
        case let crop as RandomResizedCrop: self = .crop(crop)
        case let flip as HorizontalFlip: self = .flip(flip)
        case let jitter as ColorJitter: self = .jitter(jitter)
        case let blur as GaussianBlur: self = .blur(blur)
        case let group as RandomApply: self = .all(group, try PlacedStep.list(group.steps, next: &next))
        case let choice as OneOf: self = .oneOf(choice, try PlacedStep.list(choice.steps, next: &next))
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

    /// How far the widest blur reaches, its own or one inside.
    var blurRadius: Int {
        switch self {
        case .blur(let blur): ViewPlan.radius(blur)
        case .all(_, let steps), .oneOf(_, let steps): steps.map(\.step.blurRadius).max() ?? 0
        case .crop, .flip, .jitter, .pixels, .normalize: 0
        }
    }
}
