/// How a residual network begins.
public enum ResNetStem: Sendable, Hashable {
    /// A 7×7 convolution with stride 2 and a 3×3 max-pool with stride 2: for images of 224×224 pixels.
    case imageNet
    /// A 3×3 convolution with stride 1 and no pooling: for images of 32×32 pixels.
    case cifar
}

// Residual networks without their classifiers (He et al. 2016). Parameters are named as torchvision's.
//
// zeroInitialized: each block starts as its shortcut, as in VICReg's code; torchvision's blocks do not.

/// ResNet-18: maps N×H×W×C to representations N×512.
public func resNet18(stem: ResNetStem = .imageNet, zeroInitialized: Bool = true) -> Stack<Maps, Rows> {
    resNet(stem, depths: [2, 2, 2, 2]) { width, stride, _ in
        BasicBlock(width, stride: stride, zeroInitialized: zeroInitialized)
    }
}

/// ResNet-34: maps N×H×W×C to representations N×512.
public func resNet34(stem: ResNetStem = .imageNet, zeroInitialized: Bool = true) -> Stack<Maps, Rows> {
    resNet(stem, depths: [3, 4, 6, 3]) { width, stride, _ in
        BasicBlock(width, stride: stride, zeroInitialized: zeroInitialized)
    }
}

/// ResNet-50: maps N×H×W×C to representations N×2048.
public func resNet50(stem: ResNetStem = .imageNet, zeroInitialized: Bool = true) -> Stack<Maps, Rows> {
    resNet(stem, depths: [3, 4, 6, 3]) { width, stride, isFirst in
        Bottleneck(width, stride: stride, projects: isFirst, zeroInitialized: zeroInitialized)
    }
}

/// ResNet-101: maps N×H×W×C to representations N×2048.
public func resNet101(stem: ResNetStem = .imageNet, zeroInitialized: Bool = true) -> Stack<Maps, Rows> {
    resNet(stem, depths: [3, 4, 23, 3]) { width, stride, isFirst in
        Bottleneck(width, stride: stride, projects: isFirst, zeroInitialized: zeroInitialized)
    }
}

/// ResNet-50 whose 3×3 convolutions are twice as wide, torchvision's `wide_resnet50_2` (Zagoruyko & Komodakis 2016): maps
/// N×H×W×C to representations N×2048.
public func wideResNet50x2(stem: ResNetStem = .imageNet, zeroInitialized: Bool = true) -> Stack<Maps, Rows> {
    resNet(stem, depths: [3, 4, 6, 3]) { width, stride, isFirst in
        Bottleneck(width, stride: stride, widening: 2, projects: isFirst, zeroInitialized: zeroInitialized)
    }
}

/// Stem, four stages of so many blocks, each stage half as large and twice as wide as the one before, and the mean.
@StackBuilder
private func resNet(
    _ stem: ResNetStem, depths: [Int], block: (_ width: Int, _ stride: Int, _ isFirst: Bool) -> some Layer<Maps, Maps>
) -> Stack<Maps, Rows> {
    switch stem {
    case .imageNet:
        Conv(64, kernel: 7, stride: 2); BatchNorm(); ReLU()
        MaxPool(3, stride: 2, padding: 1)
    case .cifar:
        Conv(64, kernel: 3); BatchNorm(); ReLU()
    }
    for (stage, depth) in depths.enumerated() {
        Sequential("layer\(stage + 1)") {
            for index in 0..<depth { block(64 << stage, stage > 0 && index == 0 ? 2 : 1, index == 0) }
        }
    }
    GlobalAveragePool()
}
