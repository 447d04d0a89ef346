import Invar

/// The networks of torchvision's that we have, by its names for them.
package enum TorchvisionNetwork: String, CaseIterable, Sendable, Codable {
    case resnet18, resnet34, resnet50, resnet101
    case wide50x2 = "wide_resnet50_2"

    /// Of the representation.
    package var width: Int {
        switch self {
        case .resnet18, .resnet34: 512
        case .resnet50, .resnet101, .wide50x2: 2048
        }
    }

    package func layers(stem: ResNetStem = .imageNet) -> Stack<Maps, Rows> {
        switch self {
        case .resnet18: resNet18(stem: stem)
        case .resnet34: resNet34(stem: stem)
        case .resnet50: resNet50(stem: stem)
        case .resnet101: resNet101(stem: stem)
        case .wide50x2: wideResNet50x2(stem: stem)
        }
    }

    /// A model around it, for images of this size.
    package func model(side: Int, stem: ResNetStem = .imageNet) -> JointEmbedding {
        JointEmbedding(rawValue, image: Image(channels: 3, height: side, width: side)) {
            Encoder { layers(stem: stem) }
            Loss { Variance() }
        }
    }
}
