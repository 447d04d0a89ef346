/// The experiments of VICReg's paper in which something is added to a method, taken from it, or different between its branches.
///
/// Names say what was changed: `simsiam-nobn-nopredictor-var` is SimSiam without BatchNorm in its expander, without predictor, with the
/// variance term.
public enum Ablation {
    /// What is added to the loss, on the embeddings and not on the predictions.
    public enum Added: String, Sendable, CaseIterable { case nothing, variance, varianceAndCovariance }

    /// All 24 cells of table 4.
    public static func table4(_ widths: HeadWidths) -> [Method] {
        [
            Method.byol(widths), .simSiam(widths), simSiamWithoutNorm(predicts: true, widths),
            simSiamWithoutNorm(predicts: false, widths),
        ].flatMap { method in Added.allCases.map { regularized(method, $0) } }
            + [(true, false), (true, true), (false, true), (false, false)].flatMap { predicts, normalizes in
                Added.allCases.map { vicreg($0, predicts: predicts, normalizes: normalizes, widths) }
            }
    }

    /// Table 7: coefficients of invariance, variance and covariance.
    public static let table7: [(invariance: Double, variance: Double, covariance: Double)] = [
        (1, 0, 0), (25, 0, 1), (0, 25, 1), (1, 1, 1), (1, 10, 1), (10, 1, 1), (1, 1, 0), (5, 5, 1), (10, 10, 1),
        (25, 25, 1), (50, 50, 1),
    ]

    /// VICReg with other coefficients: `vicreg-10-1-1`.
    public static func coefficients(
        _ invariance: Double, _ variance: Double, _ covariance: Double, _ widths: HeadWidths
    ) -> Method {
        Method("vicreg-" + [invariance, variance, covariance].map { "\(Int($0))" }.joined(separator: "-")) {
            Method.expander(widths.hidden)
            Loss.vicreg(invariance: invariance, variance: variance, covariance: covariance)
        }
    }
}

extension Ablation {
    /// Table 5, for images of 224×224: ResNet-50 on both branches with separate weights, and ResNet-50 beside ResNet-101 and
    /// beside a small Vision Transformer (patches of 16, width 384, 12 blocks), each for SimCLR, Barlow Twins and VICReg.
    /// `vicreg-resnet50-vit`; with shared weights it is `vicreg-resnet50`.
    public static var table5: [JointEmbedding] {
        let (image, widths) = (Zoo.imageNet, Backbone.resNet50.widths)
        let methods: [Method] = [
            .simCLR(HeadWidths(hidden: 2048, narrow: 128), temperature: 0.1), .barlowTwins(widths), .vicreg(widths),
        ]
        return methods.flatMap { method in
            let views = Zoo.imageNetViews(method.views)
            let separate = JointEmbedding("\(method.name)-resnet50-separate", image: image) {
                views
                Branches(.separateWeights)
                Encoder { resNet50() }
                method.parts
            }
            return [separate]
                + [("resnet101", Encoder { resNet101() }), ("vit", visionTransformer)].map { name, other in
                    JointEmbedding("\(method.name)-resnet50-\(name)", image: image) {
                        views
                        Branch {
                            Encoder { resNet50() }; method.expander
                        }
                        Branch {
                            other; method.expander
                        }
                        method.loss
                    }
                }
        }
    }

    private static var visionTransformer: Encoder { Encoder { vit(patch: 16, width: 384, depth: 12, heads: 6) } }

    /// Terms of VICReg on the embeddings of a method that compares by cosine, at the paper's coefficients for such.
    private static func regularized(_ method: Method, _ added: Added) -> Method {
        method.adding(added.suffix) {
            if added != .nothing { 1 * Variance(ofDirections: true) }
            if added == .varianceAndCovariance { 0.01 * Covariance() }
        }
    }

    /// SimSiam without BatchNorm in the expander, with or without predictor.
    private static func simSiamWithoutNorm(predicts: Bool, _ widths: HeadWidths) -> Method {
        Method("simsiam-nobn" + (predicts ? "" : "-nopredictor"), views: .symmetric) {
            Method.expander(widths.hidden, normalizes: false)
            if predicts { Method.bottleneck(widths) }
            Loss { NegativeCosine() }
        }
    }

    /// VICReg's three terms one after another; with or without BatchNorm in the expander, and with a predictor.
    static func vicreg(_ added: Added, predicts: Bool, normalizes: Bool, _ widths: HeadWidths) -> Method {
        let terms =
            switch added {
            case .nothing: "-novar-nocov"
            case .variance: "-nocov"
            case .varianceAndCovariance: ""
            }
        return Method("vicreg" + (predicts ? "-predictor" : "") + (normalizes ? "" : "-nobn") + terms) {
            Method.expander(widths.hidden, normalizes: normalizes)
            if predicts { Method.bottleneck(widths) }
            Loss.vicreg(
                variance: added == .nothing ? 0 : 25, covariance: added == .varianceAndCovariance ? 1 : 0)
        }
    }
}

extension Ablation.Added {
    fileprivate var suffix: String {
        switch self {
        case .nothing: ""
        case .variance: "-var"
        case .varianceAndCovariance: "-var-cov"
        }
    }
}
