/// Where a box stands: the layers around it, outermost first, and in which half of the step.
struct Place: Hashable {
    private(set) var layers: [String] = []
    private(set) var isBackward = false

    /// Outside of all layers.
    init() {}

    /// `optimizer/encoder.conv1.weight` lies in optimizer, encoder, conv1, weight; what has no name lies in `no layer`.
    init(_ name: String, backward: Bool) {
        layers = name.split { $0 == "." || $0 == "/" }.map(String.init)
        if layers.isEmpty { layers = [Place.nowhere] }
        isBackward = backward
    }

    /// As a person writes it: `encoder.conv1`, and `∂encoder.conv1` in the backward half.
    init(written text: String) {
        let isBackward = text.first == "∂"
        self.init(isBackward ? String(text.dropFirst()) : text, backward: isBackward)
    }

    static let nowhere = "no layer"

    var isOutside: Bool { layers.isEmpty }
    var depth: Int { layers.count }

    /// `∂encoder.conv1`
    var path: String { (isBackward ? "∂" : "") + layers.joined(separator: ".") }

    /// The innermost layer; with the mark of the backward half where it is the outermost too.
    var label: String { depth == 1 ? path : layers.last ?? "" }

    /// The outermost so many layers.
    func prefix(_ count: Int) -> Place {
        var result = self
        result.layers = Array(layers.prefix(count))
        return count == 0 ? Place() : result
    }

    /// Whether this is the other or lies in it.
    func isInside(_ other: Place) -> Bool {
        other.isOutside || layers.starts(with: other.layers) && isBackward == other.isBackward
    }
}
