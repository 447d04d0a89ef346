/// A sound as a RIFF WAVE file has it ("Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft 1991; "Multiple
/// channel audio data and WAVE files", Microsoft 2001): whole numbers of 8, 16, 24 or 32 bits, or fractions of 32 or 64. What is compressed is
/// not read.
package struct WavFile {
    /// Samples a second.
    package let rate: Int
    package let channels: Int
    /// Channel after channel. Whole numbers become −1 ≤ x < 1: divided by 2^(bits − 1); those of 8 bits, which have no sign, after
    /// 128 is subtracted.
    package let values: [Float]

    /// Samples of a channel.
    package var samples: Int { values.count / channels }

    private static let mostChannels = 256

    /// What numbers are.
    private enum Coding { case whole(bytes: Int), fraction(bytes: Int) }

    private struct Form {
        let coding: Coding
        let channels: Int
        let rate: Int
        /// Bytes of all channels at one moment.
        var frame: Int {
            switch coding {
            case .whole(let bytes), .fraction(let bytes): bytes * channels
            }
        }
    }

    /// - Parameter bytes: the whole file.
    /// - Throws: `ImageFault` with what is wrong with it: anything else than a whole sound.
    package init(_ bytes: [UInt8]) throws(ImageFault) {
        guard !bytes.isEmpty else { throw ImageFault("is empty") }
        guard bytes.count >= 12, bytes.text(at: 0) == "RIFF", bytes.text(at: 8) == "WAVE" else {
            throw ImageFault("is no WAV file" + (bytes.count >= 4 && bytes.text(at: 0) == "RF64" ? ", but RF64" : ""))
        }
        var form: Form?
        var place = 12
        while place + 8 <= bytes.count {
            let (name, size) = (bytes.text(at: place), bytes.number(at: place + 4, bytes: 4))
            let start = place + 8
            if name == "data" {
                guard let form else { throw ImageFault("is a damaged WAV file: nothing says what its numbers mean") }
                try self.init(bytes, start, size, form)
                return
            }
            guard size <= bytes.count - start else { break }
            if name == "fmt " { form = try WavFile.form(bytes, start, size) }
            // a piece of an odd size is followed by a byte
            place = start + size + size % 2
        }
        throw ImageFault("is a damaged WAV file: it is cut short, or has no sound in it")
    }

    private init(_ bytes: [UInt8], _ start: Int, _ size: Int, _ form: Form) throws(ImageFault) {
        guard size <= bytes.count - start else {
            throw ImageFault(
                "is a damaged WAV file: it is cut short, \(bytes.count - start) of \(size) bytes are there")
        }
        let samples = size / form.frame
        guard samples > 0 else { throw ImageFault("is a WAV file of no samples") }
        var values = [Float](repeating: 0, count: samples * form.channels)
        let width = form.frame / form.channels
        for channel in 0..<form.channels {
            var place = start + channel * width
            for sample in 0..<samples {
                values[channel * samples + sample] = WavFile.value(bytes, place, form.coding)
                place += form.frame
            }
        }
        guard values.allSatisfy(\.isFinite) else {
            throw ImageFault("is a WAV file with samples that are no numbers, or infinite")
        }
        (rate, channels, self.values) = (form.rate, form.channels, values)
    }

    private static func form(_ bytes: [UInt8], _ start: Int, _ size: Int) throws(ImageFault) -> Form {
        guard size >= 16 else { throw ImageFault("is a damaged WAV file: its form is cut short") }
        func number(_ place: Int, _ count: Int) -> Int { bytes.number(at: start + place, bytes: count) }
        let (channels, rate, frame, bits) = (number(2, 2), number(4, 4), number(12, 2), number(14, 2))
        var tag = number(0, 2)
        if tag == 0xFFFE {
            guard size >= 40 else { throw ImageFault("is a damaged WAV file: its form is cut short") }
            tag = number(24, 2)
        }
        guard (1...mostChannels).contains(channels), rate > 0 else {
            throw ImageFault("claims to be a sound of \(channels) channels at \(rate) samples a second")
        }
        let coding: Coding? =
            switch (tag, bits) {
            case (1, 8), (1, 16), (1, 24), (1, 32): .whole(bytes: bits / 8)
            case (3, 32), (3, 64): .fraction(bytes: bits / 8)
            default: nil
            }
        guard let coding else {
            throw ImageFault(
                "is a WAV file of a form that is not read (\(tag), \(bits) bits); convert it to 16 bits, with sox or ffmpeg"
            )
        }
        let form = Form(coding: coding, channels: channels, rate: rate)
        guard frame == form.frame else {
            throw ImageFault("is a damaged WAV file: \(frame) bytes a moment, where its form has \(form.frame)")
        }
        return form
    }

    private static func value(_ bytes: [UInt8], _ place: Int, _ coding: Coding) -> Float {
        func bits(_ count: Int) -> UInt64 {
            var bits: UInt64 = 0
            for byte in 0..<count { bits |= UInt64(bytes[place + byte]) << (8 * UInt64(byte)) }
            return bits
        }
        switch coding {
        case .whole(1): return Float(Int(bytes[place]) - 128) / 128
        case .whole(2): return Float(Int16(bitPattern: UInt16(truncatingIfNeeded: bits(2)))) / 32768
        case .whole(let count):
            // the highest byte has the sign
            let whole = Int32(bitPattern: UInt32(truncatingIfNeeded: bits(count) << UInt64(32 - 8 * count)))
            return Float(whole) / 2_147_483_648
        case .fraction(4): return Float(bitPattern: UInt32(truncatingIfNeeded: bits(4)))
        case .fraction: return Float(Double(bitPattern: bits(8)))
        }
    }
}

extension [UInt8] {
    /// Four letters.
    fileprivate func text(at place: Int) -> String { String(decoding: self[place..<(place + 4)], as: UTF8.self) }

    /// Little-endian, without sign.
    fileprivate func number(at place: Int, bytes: Int) -> Int {
        (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
    }
}
