import CCairo
import Foundation

/// What a picture is written as, by the ending of its file's name.
package enum PictureFormat: String, Sendable, CaseIterable {
    case png, svg

    /// Nothing for a name that ends otherwise; PNG for one without an ending.
    package init?(path: String) {
        let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
        self.init(rawValue: ending.isEmpty ? "png" : ending)
    }
}

/// A page of some size, as a file's bytes.
enum Page {
    /// Cairo's own limit.
    private static let mostPixels = 32_767.0

    /// Two pixels in a point, one where the page is too large for that.
    static func scale(_ size: Size) -> Double { max(size.width, size.height) * 2 <= mostPixels ? 2 : 1 }

    /// - Parameter text: what the picture says, for those who cannot see it: stands in the SVG.
    static func bytes(
        _ size: Size, as format: PictureFormat, text: [String], _ draw: (Canvas) -> Void
    ) throws(DrawingError) -> [UInt8] {
        guard max(size.width, size.height) <= mostPixels else {
            throw DrawingError(
                description: "a picture of \(Int(size.width))×\(Int(size.height)) pixels is too large; show less in it")
        }
        let sink = ByteSink()
        defer { withExtendedLifetime(sink) {} }
        switch format {
        case .png:
            let scale = scale(size)
            let (width, height) = (Int32(size.width * scale), Int32(size.height * scale))
            let canvas = unsafe try Canvas(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), scale: scale)
            canvas.fill(Box(x: 0, y: 0, width: size.width, height: size.height), .paper)
            draw(canvas)
            try canvas.check()
            try canvas.writePNG(to: sink)
            return sink.bytes
        case .svg:
            let surface = unsafe cairo_svg_surface_create_for_stream(
                ByteSink.write, sink.pointer, size.width, size.height)
            let canvas = unsafe try Canvas(surface, scale: 1)
            canvas.fill(Box(x: 0, y: 0, width: size.width, height: size.height), .paper)
            draw(canvas)
            try canvas.finish()
            return tidied(sink.bytes, text)
        }
    }

    /// Cairo counts its surfaces through the whole process, and draws letters as shapes: here numbers begin at 1, and what is
    /// written in the picture stands in it as text too. Enlarged pixels stay squares.
    private static func tidied(_ svg: [UInt8], _ text: [String]) -> [UInt8] {
        let words = text.map(escaped)
        let description = "<desc>\n" + words.dropFirst().joined(separator: "\n") + "\n</desc>\n"
        let head = "<title>\(words.first ?? "")</title>\n" + description
        var result: [UInt8] = []
        result.reserveCapacity(svg.count + head.utf8.count + 100)
        let names = ["surface", "image", "source-"].map { Array($0.utf8) }
        var numbers: [[UInt8]: Int] = [:]
        // the head stands behind the first tag, <svg …>, which an <?xml …?> may precede
        let tag = svg.firstRange(of: Array("<svg ".utf8))?.lowerBound ?? svg.count
        var isHeaded = false
        var place = 0
        while place < svg.count {
            let byte = svg[place]
            result.append(byte)
            place += 1
            if byte == UInt8(ascii: ">"), !isHeaded, place > tag {
                result += Array("\n\(head)".utf8)
                isHeaded = true
            } else if byte == UInt8(ascii: "<"), svg[place...].starts(with: "image ".utf8) {
                result += Array("image style=\"image-rendering:pixelated\" ".utf8)
                place += "image ".utf8.count
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") {
                guard let name = names.first(where: { svg[place...].starts(with: $0) }) else { continue }
                let digits = svg[(place + name.count)...].prefix {
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
                guard !digits.isEmpty else { continue }
                let number = numbers[name + digits] ?? numbers.count + 1
                numbers[name + digits] = number
                result += name + Array("\(number)".utf8)
                place += name.count + digits.count
            }
        }
        return result
    }

    /// XML has no control characters.
    private static func escaped(_ text: String) -> String {
        let text = String(text.unicodeScalars.map { $0.value < 32 && $0 != "\n" ? " " : Character($0) })
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
