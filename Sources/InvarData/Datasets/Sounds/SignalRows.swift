import Invar
import func InvarGraph.counted

/// What rows are as signals. They may have several lengths.
package struct SignalRows: Sendable, Hashable {
    /// Of each signal, one after another.
    package let channels: Int
    /// Samples a second; nothing where nobody says it.
    package let rate: Int?
    /// Where each begins among the values, and where the last ends.
    package let starts: [Int]
}

extension FeatureRows {
    /// Why an encoder of signals cannot take these; nothing where it can.
    package func problem(for shape: SignalShape) -> String? {
        guard let signals else {
            return shape.channels == 1
                ? nil : "are rows of one channel, and \(shape.words) are wanted; give [signals, channels, samples]"
        }
        if let rate = signals.rate, let wanted = shape.rate, rate != wanted {
            return "have \(rate) samples a second, and \(wanted) are wanted; convert them, with sox or ffmpeg"
        }
        guard shape.channels == 1 || signals.channels == shape.channels else {
            return "have \(counted(signals.channels, "channel")), and \(shape.words) are wanted"
        }
        return nil
    }

    /// How many samples a channel of a signal has.
    package func samples(of row: Int) -> Int { range(of: row).count / (signals?.channels ?? 1) }

    /// Writes a part of a signal, zeros where it has ended, channel after channel. One channel is the mean of all.
    /// - Parameters:
    ///   - start: the first sample.
    ///   - output: of as many numbers as the shape has.
    package func write(
        _ row: Int, from start: Int, as shape: SignalShape, into output: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(output.count == shape.size && start >= 0, "internal: no room for \(shape.words)")
        let (channels, range, length) = (signals?.channels ?? 1, range(of: row), samples(of: row))
        let taken = max(0, min(shape.samples, length - start))
        unsafe output.update(repeating: 0)
        for channel in 0..<channels {
            let from = range.lowerBound + channel * length + start
            if shape.channels == channels {
                let place = channel * shape.samples
                for sample in 0..<taken { unsafe output[place + sample] = values[from + sample] }
            } else {
                let part = 1 / Float(channels)
                for sample in 0..<taken { unsafe output[sample] += part * values[from + sample] }
            }
        }
    }

    /// What an encoder sees of signals where nothing is left to chance: the middle of longer ones.
    package func middles(as shape: SignalShape) -> FeatureRows {
        let isWhole = (0..<count).allSatisfy { samples(of: $0) == shape.samples }
        if isWhole, shape.channels == signals?.channels ?? 1 {
            return FeatureRows(count: count, width: shape.size, values: values)
        }
        var cut = [Float](repeating: 0, count: count * shape.size)
        unsafe cut.withUnsafeMutableBufferPointer { cut in
            for row in 0..<count {
                let target = unsafe UnsafeMutableBufferPointer(
                    rebasing: cut[(row * shape.size)..<((row + 1) * shape.size)])
                unsafe write(row, from: max(0, samples(of: row) - shape.samples) / 2, as: shape, into: target)
            }
        }
        return FeatureRows(count: count, width: shape.size, values: cut)
    }

    /// The rows that an encoder of signals, or of rows, takes.
    /// - Parameter shape: nothing for one of rows.
    package func taken(as shape: SignalShape?) -> FeatureRows { shape.map(middles) ?? self }
}
