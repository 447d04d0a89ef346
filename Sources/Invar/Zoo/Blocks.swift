/// ResNet-18's and 34's block (He et al. 2016): two 3×3 convolutions beside a shortcut.
public struct BasicBlock: Layer {
    let width: Int
    let stride: Int
    let projects: Bool
    let zeroInitialized: Bool

    /// - Parameters:
    ///   - width: channels that come out.
    ///   - projects: the shortcut is a 1×1 convolution: needed where stride or width change; by default where the stride does.
    ///   - zeroInitialized: the last BatchNorm's weight starts at 0, so that the block starts as its shortcut.
    public init(_ width: Int, stride: Int = 1, projects: Bool? = nil, zeroInitialized: Bool = true) {
        self.width = width
        self.stride = stride
        self.projects = projects ?? (stride > 1)
        self.zeroInitialized = zeroInitialized
    }

    /// The two 3×3 convolutions beside their shortcut.
    public var body: Stack<Maps, Maps> {
        Residual {
            Conv(width, kernel: 3, stride: stride); BatchNorm(); ReLU()
            Conv(width, kernel: 3); BatchNorm(zeroInitialized: zeroInitialized)
        } shortcut: {
            if projects { Conv(width, kernel: 1, stride: stride); BatchNorm() }
        }
        ReLU()
    }
}

/// ResNet-50's block (He et al. 2016): 1×1, 3×3 with the stride, 1×1 to four times the width, beside a shortcut.
public struct Bottleneck: Layer {
    let width: Int
    let stride: Int
    let widening: Int
    let projects: Bool
    let zeroInitialized: Bool

    /// - Parameters:
    ///   - width: channels inside; four times as many come out.
    ///   - widening: so many times more channels inside, and no more come out.
    ///   - projects: the shortcut is a 1×1 convolution: needed where stride or width change; by default where the stride does.
    ///   - zeroInitialized: the last BatchNorm's weight starts at 0, so that the block starts as its shortcut.
    public init(
        _ width: Int, stride: Int = 1, widening: Int = 1, projects: Bool? = nil, zeroInitialized: Bool = true
    ) {
        self.width = width
        self.stride = stride
        self.widening = widening
        self.projects = projects ?? (stride > 1)
        self.zeroInitialized = zeroInitialized
    }

    /// 1×1, 3×3 and 1×1 beside their shortcut.
    public var body: Stack<Maps, Maps> {
        Residual {
            Conv(widening * width, kernel: 1); BatchNorm(); ReLU()
            Conv(widening * width, kernel: 3, stride: stride); BatchNorm(); ReLU()
            Conv(4 * width, kernel: 1); BatchNorm(zeroInitialized: zeroInitialized)
        } shortcut: {
            if projects { Conv(4 * width, kernel: 1, stride: stride); BatchNorm() }
        }
        ReLU()
    }
}
