/// The part of an image that evaluation looks at.
package enum CentreCrop: Sendable, Hashable {
    /// All of it, stretched to the view's size: for sets whose images have one size.
    case whole
    /// The largest part of the view's proportions.
    case fitted
    /// Seven eighths of that: torchvision's resize to 256 and centre crop of 224.
    case inner

    /// - Parameters: the view's size, and the image's.
    package func box(viewHeight: Int, viewWidth: Int, height: Int, width: Int) -> CropBox {
        let (h, w) = (Double(height), Double(width))
        if self == .whole { return CropBox(x: 0, y: 0, width: w, height: h) }
        let share = self == .inner ? 7.0 / 8 : 1
        let scale = share / max(Double(viewHeight) / h, Double(viewWidth) / w)
        let (boxHeight, boxWidth) = (Double(viewHeight) * scale, Double(viewWidth) * scale)
        return CropBox(x: (w - boxWidth) / 2, y: (h - boxHeight) / 2, width: boxWidth, height: boxHeight)
    }
}
