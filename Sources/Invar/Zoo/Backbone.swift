/// An encoder with the images that it is for, and how wide the heads of the methods are on it.
public struct Backbone: Sendable {
    /// `small`: models are named after method and backbone, `byol-small`.
    public let name: String
    /// What goes in.
    public let image: Image
    /// Of the heads that methods put behind it.
    public let widths: HeadWidths
    let encoder: Encoder
    private let views: @Sendable (ViewStyle) -> Views

    /// - Parameters:
    ///   - name: models are named after method and backbone.
    ///   - image: what goes in.
    ///   - widths: of the heads that methods put behind it.
    ///   - encoder: images N×H×W×C to representations N×D.
    ///   - views: how a method's style of views is made of these images.
    public init(
        _ name: String, image: Image, widths: HeadWidths, encoder: Encoder,
        views: @escaping @Sendable (ViewStyle) -> Views
    ) {
        self.name = name
        self.image = image
        self.widths = widths
        self.encoder = encoder
        self.views = views
    }

    /// The method with this encoder.
    public func joint(_ method: Method) -> JointEmbedding { joint(method, "", views(method.views)) }

    /// The method with this encoder and views of one's own: `swav` with the suffix `-multicrop` is called `swav-multicrop-small`.
    public func joint(_ method: Method, _ suffix: String, _ views: Views) -> JointEmbedding {
        JointEmbedding("\(method.name)\(suffix)-\(name)", image: image) {
            views
            encoder
            method.parts
        }
    }
}

extension Backbone {
    /// Four convolutions, 128 channels: learns Fashion-MNIST in minutes.
    public static let small = Backbone(
        "small", image: Zoo.fashion, widths: HeadWidths(hidden: 512, narrow: 128),
        encoder: Encoder {
            for (width, stride) in [(32, 1), (64, 2), (128, 2), (128, 1)] {
                Conv(width, kernel: 3, stride: stride, initial: .uniformFanIn); BatchNorm(); ReLU()
            }
            GlobalAveragePool()
        }, views: { _ in Zoo.fashionViews })

    /// ResNet-18 for images of 32×32.
    public static let resNet18 = Backbone(
        "resnet18", image: Zoo.cifar, widths: HeadWidths(hidden: 2048, narrow: 256),
        encoder: Encoder { Invar.resNet18(stem: .cifar) }, views: Zoo.cifarViews)

    /// ResNet-50 for images of 224×224.
    public static let resNet50 = Backbone(
        "resnet50", image: Zoo.imageNet, widths: HeadWidths(hidden: 8192, narrow: 256),
        encoder: Encoder { Invar.resNet50() }, views: Zoo.imageNetViews)
}
