/// What an encoder of signals takes: so many samples of so many channels.
public struct SignalShape: Sendable, Hashable {
    /// Of each channel.
    public let samples: Int
    /// 1 of a microphone, 12 of an electrocardiogram, …
    public let channels: Int
    /// Samples a second; nothing where signals of any rate are taken.
    public let rate: Int?

    /// - Parameter rate: samples a second; nothing for signals of any rate.
    package init(samples: Int, channels: Int = 1, rate: Int? = nil) {
        (self.samples, self.channels, self.rate) = (samples, channels, rate)
    }

    /// Numbers of a signal.
    package var size: Int { samples * channels }

    /// `8000 samples`, `1000 samples of 12 channels`
    package var words: String {
        "\(samples) samples" + (channels == 1 ? "" : " of \(channels) channels")
    }

    /// The most samples and channels; more are a mistake of units.
    package static let (mostSamples, mostChannels) = (1 << 24, 1024)
}
