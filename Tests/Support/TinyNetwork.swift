import Invar

/// The network of the golden training steps, with torch's names in its encoder: conv 3×3 (3→8), one basic block to 16
/// channels with stride 2, expander 16-32-32-32.
package let tiny = JointEmbedding("tiny", image: Image(channels: 3, height: 16, width: 16)) {
    Encoder {
        Conv(8, kernel: 3); BatchNorm(); ReLU()
        Sequential("layer1") { BasicBlock(16, stride: 2) }
        GlobalAveragePool()
    }
    Expander {
        Linear(32); BatchNorm(); ReLU()
        Linear(32); BatchNorm(); ReLU()
        Linear(32, bias: false)
    }
    Loss {
        25 * Invariance()
        25 * Variance()
        Covariance()
    }
}
