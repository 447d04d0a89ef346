/// The built-in architectures.
public enum Zoo {
    public static let all: [JointEmbedding] = [
        vicregSmall, vicregMLP, vicregConvNet, vicregResNet18, vicregResNet50, vicregViT,
    ]

    private static let fashion = Image(channels: 1, height: 28, width: 28, mean: [0.2860], std: [0.3530])

    private static let fashionViews = Views {
        RandomResizedCrop(scale: 0.2...1, antialias: false, oversize: .clamp)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, probability: 0.8)
        Solarize(probability: 0, 0.2)
    }

    static let cifar = Image(
        channels: 3, height: 32, width: 32, mean: [0.4914, 0.4822, 0.4465], std: [0.2470, 0.2435, 0.2616])

    /// `Views.vicreg` for small images: they are cropped less and not blurred.
    static let cifarViews = Views {
        RandomResizedCrop(scale: 0.2...1, interpolation: .bicubic)
        HorizontalFlip(probability: 0.5)
        ColorJitter(brightness: 0.4, contrast: 0.4, saturation: 0.2, hue: 0.1, probability: 0.8)
        Grayscale(probability: 0.2)
        Solarize(probability: 0, 0.2)
    }

    private static let imageNet = Image(
        channels: 3, height: 224, width: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225])

    static let vicreg = Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }

    static func expander(_ width: Int) -> Expander {
        Expander {
            Linear(width); BatchNorm(); ReLU()
            Linear(width); BatchNorm(); ReLU()
            Linear(width, bias: false)
        }
    }

    /// Four convolutions, 128 channels: learns Fashion-MNIST in minutes. The demo's.
    public static let vicregSmall = JointEmbedding("vicreg-small", image: fashion) {
        fashionViews
        Encoder {
            for (width, stride) in [(32, 1), (64, 2), (128, 2), (128, 1)] {
                Conv(width, kernel: 3, stride: stride, initial: .uniformFanIn); BatchNorm(); ReLU()
            }
            GlobalAveragePool()
        }
        expander(512)
        vicreg
    }

    /// Three linear layers and a wide expander: the benchmark `mlp-fmnist`.
    public static let vicregMLP = JointEmbedding("vicreg-mlp", image: fashion) {
        fashionViews
        Encoder {
            Flatten()
            Linear(1024); BatchNorm(); ReLU()
            Linear(1024); BatchNorm(); ReLU()
            Linear(512)
        }
        expander(2048)
        vicreg
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
        expander(512)
        vicreg
    }

    /// ResNet-18 for small colour images: the benchmark `resnet18-cifar`.
    public static let vicregResNet18 = JointEmbedding("vicreg-resnet18", image: cifar) {
        cifarViews
        Encoder { resNet18(stem: .cifar) }
        expander(2048)
        vicreg
    }

    /// VICReg's own: ResNet-50 and an expander of 8192. The benchmarks `resnet50-224`, `resnet50-infer-b1` and `-b16`.
    public static let vicregResNet50 = JointEmbedding("vicreg-resnet50", image: imageNet) {
        Views.vicreg
        Encoder { resNet50() }
        expander(8192)
        vicreg
    }
}
