import Foundation

/// What a signal sounds like over time: a map of mels × frames of logarithms, for layers of images. N×1×S×C to N×mels×frames×C,
/// frames = ⌊(S − window) / hop⌋ + 1. The lowest pitch is row 0.
///
///     y[m, t] = log(offset + Σ_k f[m, k] · |Σ_n x[t·hop + n] · h[n] · exp(−2πi·k·n / window)|²)
///
/// with the periodic Hann window h[n] = ½ − ½·cos(2πn / window) and k = 0 … window / 2, the frequencies k·rate / window (Oppenheim &
/// Schafer, Discrete-Time Signal Processing). The f[m, ·] are triangles whose corners lie evenly on the mel scale
/// m(f) = 2595·log₁₀(1 + f / 700 Hz) from `lowest` to `highest` (Davis & Mermelstein 1980; O'Shaughnessy's mel), as
/// `torchaudio.transforms.MelSpectrogram` has them with `center=False` and `norm=None`.
///
/// Cosines, sines and triangles are a part of the encoder, in `encoder.safetensors` as `waves` and `mels`, and are not trained. A few
/// layers of an image's encoder need numbers around 0: let `BatchNorm()` follow.
public struct Spectrogram: ComputingLayer {
    /// N×1×S×C.
    public typealias Input = Signals
    /// N×mels×frames×C.
    public typealias Output = Maps

    let window, hop, mels, rate: Int
    let lowest: Double
    let highest: Double?
    let offset: Double

    /// - Parameters:
    ///   - window: samples of a frame; a frequency is resolved to rate / window.
    ///   - hop: samples from frame to frame.
    ///   - mels: bands of pitch.
    ///   - rate: samples a second.
    ///   - lowest: where the lowest band begins, in hertz.
    ///   - highest: where the highest band ends, in hertz; half of the rate without it.
    ///   - offset: added to the energy of a band before its logarithm. A sine of amplitude 1 has (window / 4)².
    public init(
        window: Int, hop: Int, mels: Int, rate: Int, lowest: Double = 0, highest: Double? = nil, offset: Double = 1e-6
    ) {
        (self.window, self.hop, self.mels, self.rate) = (window, hop, mels, rate)
        (self.lowest, self.highest, self.offset) = (lowest, highest, offset)
    }

    /// `Spectrogram(window: 256, hop: 128, mels: 40)`
    public var title: String { "Spectrogram(window: \(window), hop: \(hop), mels: \(mels))" }

    /// - Throws: a `Diagnostic` for settings out of range, for signals that are shorter than a frame, and for so many bands that one has
    ///   no frequency in it.
    public func apply(to x: Tensor, in scope: Scope) throws -> Tensor {
        let nyquist = Double(rate) / 2
        let highest = highest ?? nyquist
        try scope.expect(
            (4...65536).contains(window) && window % 2 == 0 && hop > 0 && (1...4096).contains(mels) && offset > 0,
            "\(title): a window of an even number from 4 to 65536, a hop of at least 1, 1 to 4096 mels and an offset above 0 "
                + "are possible")
        try scope.expect(
            rate > 0 && lowest >= 0 && lowest < highest && highest <= nyquist,
            "\(title) goes from \(lowest) to \(highest) Hz; between 0 and half of the rate, \(nyquist) Hz, is possible")
        try scope.expect(
            x.shape[2] >= window,
            "\(title) does not fit signals of \(x.shape[2]) samples: they are shorter than one window")
        let triangles = Spectrogram.triangles(window: window, mels: mels, rate: rate, from: lowest, to: highest)
        if let empty = triangles.firstIndex(where: { $0.allSatisfy { $0 == 0 } }) {
            throw scope.fail(
                "\(title) has no frequency in its band \(empty + 1): they are \(Double(rate) / Double(window)) Hz apart; use fewer "
                    + "mels or a longer window")
        }
        let (batch, channels, bins) = (x.shape[0], x.shape[3], window / 2 + 1)
        // each channel by itself, as a signal of its own
        let alone = x.transpose([0, 3, 2, 1]).reshape([batch * channels, 1, x.shape[2], 1])
        let waves = try scope.fixed(
            "waves", [1, window, 1, 2 * bins], Spectrogram.waves(window), layout: .convolution)
        let parts = convolution(channels == 1 ? x : alone, waves, Window(samples: window, stride: hop, padding: 0))
        let power =
            parts.slice(axis: 3, 0..<bins).squared() + parts.slice(axis: 3, bins..<(2 * bins)).squared()
        let filters = try scope.fixed(
            "mels", [1, 1, bins, mels], (0..<bins).flatMap { bin in triangles.map { Float($0[bin]) } },
            layout: .convolution)
        let energy = log(convolution(power, filters, Window(samples: 1, stride: 1, padding: 0)) + offset)
        let frames = energy.shape[2]
        return energy.reshape([batch, channels, frames, mels]).transpose([0, 3, 2, 1])
    }

    /// Window × 2·bins: h[n]·cos(2πkn / window) for all k, then h[n]·sin(…).
    static func waves(_ window: Int) -> [Float] {
        let bins = window / 2 + 1
        // one turn of the circle; k·n is taken modulo it, so that angles stay small
        let turn = (0..<window).map { 2 * Double.pi * Double($0) / Double(window) }
        let (cosines, sines) = (turn.map { cos($0) }, turn.map { sin($0) })
        var waves: [Float] = []
        waves.reserveCapacity(2 * window * bins)
        for n in 0..<window {
            let hann = 0.5 - 0.5 * cosines[n]
            for table in [cosines, sines] {
                for k in 0..<bins { waves.append(Float(hann * table[k * n % window])) }
            }
        }
        return waves
    }

    /// Mels × bins.
    static func triangles(window: Int, mels: Int, rate: Int, from lowest: Double, to highest: Double) -> [[Double]] {
        func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }
        func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
        let (bottom, top) = (mel(lowest), mel(highest))
        let corners = (0...(mels + 1)).map { hertz(bottom + (top - bottom) * Double($0) / Double(mels + 1)) }
        return (0..<mels).map { band in
            (0...(window / 2)).map { bin in
                let frequency = Double(bin) * Double(rate) / Double(window)
                let rising = (frequency - corners[band]) / (corners[band + 1] - corners[band])
                let falling = (corners[band + 2] - frequency) / (corners[band + 2] - corners[band + 1])
                return max(0, min(rising, falling))
            }
        }
    }
}
