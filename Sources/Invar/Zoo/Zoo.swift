/// The built-in architectures.
public enum Zoo {
    /// What `invar list` shows first.
    public static let all: [JointEmbedding] =
        [vicregSmall, vicregMLP, vicregConvNet, vicregResNet18, vicregResNet50, vicregViT]
        + methods(on: .small) + methods(on: .resNet18) + methods(on: .resNet50, asPublished: true)

    /// The rows of the paper's tables 4 and 7 on the small encoder, but for those that are in `all`, of table 5, and what solo-learn made of
    /// VICReg for CIFAR.
    public static let ablations: [JointEmbedding] = {
        let widths = Backbone.small.widths
        let methods =
            Ablation.table4(widths)
            + Ablation.table7.map { Ablation.coefficients($0.invariance, $0.variance, $0.covariance, widths) }
        let known = Set(all.map(\.name))
        return methods.map(Backbone.small.joint).filter { !known.contains($0.name) } + Ablation.table5 + [vicregCIFAR]
    }()

    /// The methods that VICReg is compared with.
    /// - Parameter isLarge: their heads are as wide as they were published, and not as the backbone's.
    private static func methods(on backbone: Backbone, asPublished isLarge: Bool = false) -> [JointEmbedding] {
        func widths(_ hidden: Int, _ narrow: Int) -> HeadWidths {
            isLarge ? HeadWidths(hidden: hidden, narrow: narrow) : backbone.widths
        }
        return [
            .barlowTwins(widths(8192, 0)), .simCLR(widths(2048, 128), temperature: isLarge ? 0.1 : 0.5),
            .byol(widths(4096, 256), momentum: isLarge ? 0.996 : 0.99), .simSiam(widths(2048, 512)),
        ].map(backbone.joint)
    }

    static let fashion = Image(channels: 1, height: 28, width: 28, mean: [0.2860], std: [0.3530])

    static let fashionViews = Views {
        RandomResizedCrop(scale: 0.2...1, antialias: false, oversize: .clamp)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        Solarize(probability: 0, 0.2)
    }

    /// Two whole views and six small ones. Published for ImageNet: scales of 0.4 to 1 and 0.05 to 0.4, small views of 96 pixels beside 224
    /// (Caron et al., ICCV 2021).
    static let fashionMultiCrop = Views(locals: 6, size: 16) {
        RandomResizedCrop(scale: 0.4...1, antialias: false, oversize: .clamp)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        Solarize(probability: 0, 0.2)
    } local: {
        RandomResizedCrop(scale: 0.1...0.4, antialias: false, oversize: .clamp)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
    }

    static let cifar = Image(
        channels: 3, height: 32, width: 32, mean: [0.4914, 0.4822, 0.4465], std: [0.2470, 0.2435, 0.2616])

    /// Small images are not blurred.
    @Sendable static func cifarViews(_ style: ViewStyle) -> Views {
        let isSymmetric = style != .asymmetric
        return Views {
            RandomResizedCrop(scale: style == .strong ? 0.08...1 : 0.2...1, interpolation: .bicubic)
            HorizontalFlip(probability: 0.5)
            ColorJitter(
                brightness: 0.4, contrast: 0.4, saturation: isSymmetric ? 0.4 : 0.2, hue: 0.1, probability: 0.8)
            Grayscale(probability: 0.2)
            if !isSymmetric { Solarize(probability: 0, 0.2) }
        }
    }

    static let imageNet = Image(
        channels: 3, height: 224, width: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225])

    @Sendable static func imageNetViews(_ style: ViewStyle) -> Views {
        if style == .asymmetric { return .vicreg }
        let isStrong = style == .strong
        return Views {
            RandomResizedCrop(scale: isStrong ? 0.08...1 : 0.2...1, interpolation: .bicubic)
            HorizontalFlip(probability: 0.5)
            if isStrong {
                ColorJitter(brightness: 0.8, contrast: 0.8, saturation: 0.8, hue: 0.2, probability: 0.8)
            } else {
                ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1, probability: 0.8)
            }
            Grayscale(probability: 0.2)
            GaussianBlur(sigma: 0.1...2, probability: 0.5)
        }
    }

    /// The demo's.
    public static let vicregSmall = Backbone.small.joint(.vicreg(Backbone.small.widths))

    /// Three linear layers and a wide expander: the benchmark `mlp-fmnist`.
    public static let vicregMLP = JointEmbedding("vicreg-mlp", image: fashion) {
        fashionViews
        Encoder {
            Flatten()
            Linear(1024); BatchNorm(); ReLU()
            Linear(1024); BatchNorm(); ReLU()
            Linear(512)
        }
        Method.expander(2048)
        Loss.vicreg()
    }

    /// Five convolutions at full, half and quarter size: the benchmark `convnet-fmnist`.
    public static let vicregConvNet = JointEmbedding("vicreg-convnet", image: fashion) {
        fashionViews
        Encoder {
            for width in [32, 64] {
                Conv(width, kernel: 3, initial: .uniformFanIn); BatchNorm(); ReLU()
                Conv(width, kernel: 3, initial: .uniformFanIn); BatchNorm(); ReLU()
                MaxPool(2)
            }
            Conv(128, kernel: 3, initial: .uniformFanIn); BatchNorm(); ReLU()
            GlobalAveragePool()
        }
        Method.expander(512)
        Loss.vicreg()
    }

    /// ResNet-18 for small colour images: the benchmark `resnet18-cifar`.
    public static let vicregResNet18 = Backbone.resNet18.joint(.vicreg(Backbone.resNet18.widths))

    /// VICReg on CIFAR as solo-learn published it (scripts/pretrain/cifar/vicreg.yaml, solo/losses/vicreg.py, torchvision's ResNet): both
    /// views alike, without blur; the variance term summed over the branches; three layers of 2048, of which the last has a bias there that no
    /// term sees. Its first convolution pads images to 34×34, this one does not.
    public static let vicregCIFAR = JointEmbedding("vicreg-cifar-resnet18", image: cifar) {
        Views {
            RandomResizedCrop(scale: 0.2...1, interpolation: .bicubic)
            ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
            Grayscale(probability: 0.2)
            Solarize(probability: 0.1)
            HorizontalFlip(probability: 0.5)
        }
        Encoder { resNet18(stem: .cifar, zeroInitialized: false) }
        Method.expander(2048)
        Loss {
            25 * Invariance()
            25 * Variance(halved: false)
            1 * Covariance()
        }
    }

    /// VICReg's own: ResNet-50 and an expander of 8192. The benchmarks `resnet50-224`, `resnet50-infer-b1` and `-b16`.
    public static let vicregResNet50 = Backbone.resNet50.joint(.vicreg(Backbone.resNet50.widths))
}
