import InvarData
import InvarDrawing
import InvarGraph

extension Output {
    /// A picture, as PNG or as SVG by the ending of its name; its directory is made where it is not there.
    static func write(_ figure: Figure, to path: String) throws {
        guard ProcessRanks.current.isFirst else { return }
        let bytes = try figure.bytes(as: PictureFormat(path: path) ?? .png)
        try Choices.makeDirectory(of: path)
        try AtomicFile.write(bytes, to: path)
        if try Figure.lacksFonts() {
            warning(
                "no fonts were found, so that \(path) has Cairo's own letters, and of English only; install some, such "
                    + "as Debian's fonts-dejavu-core")
        }
    }
}

extension Figure {
    /// `1340×560 pixels`, of the PNG picture.
    var pixelsInWords: String {
        get throws {
            let (width, height) = try pixels()
            return "\(width)×\(height) pixels"
        }
    }
}

extension Raster {
    init(_ picture: Picture) {
        self.init(
            height: picture.height, width: picture.width, channels: picture.channels, pixels: picture.pixels)
    }

    /// Points of a pixel's side, so that the longer side of the picture has about so many points: whole numbers of them, or one half, at
    /// which a pixel is one of the PNG picture, where that is possible.
    func scale(longerSide wanted: Double) -> Double {
        let longer = Double(max(height, width))
        if longer <= wanted { return (wanted / longer).rounded(.down) }
        return longer <= 2 * wanted ? 0.5 : wanted / longer
    }
}
