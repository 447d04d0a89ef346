import Invar

/// The part of an image that evaluation looks at.
package enum CentreCrop: Sendable, Hashable {
    /// All of it, stretched to the view's size: for sets whose images have one size.
    case whole
    /// The largest part of the view's proportions: torchvision's `Resize(view)` and `CenterCrop(view)`.
    case fitted
    /// Seven eighths of that: torchvision's `Resize(256)` and `CenterCrop(224)`, and 8/7 of other views, rounded.
    case inner

    /// An image's size after resizing, and where in it the view lies.
    package struct Placement: Sendable, Hashable {
        package let height: Int
        package let width: Int
        package let top: Int
        package let left: Int
    }

    /// What a side of the view is cut out of.
    private func wanted(_ side: Int) -> Int { self == .inner ? (16 * side + 7) / 14 : side }

    /// What an image of the view's own proportions is resized to.
    package func resized(_ view: Image) -> (height: Int, width: Int) { (wanted(view.height), wanted(view.width)) }

    /// torchvision's integers: the side that is shorter (for a view that is not square: shorter beside the view's) gets
    /// the wanted size s, the other ⌊s · long / short⌋; half of what is left over, halves rounded to even, goes before
    /// the view.
    package func placement(viewHeight: Int, viewWidth: Int, height: Int, width: Int) -> Placement {
        var (h, w) = (wanted(viewHeight), wanted(viewWidth))
        if width * viewHeight <= height * viewWidth {
            h = max(viewHeight, w * height / width)
        } else {
            w = max(viewWidth, h * width / height)
        }
        func before(_ all: Int, _ part: Int) -> Int { Int((Double(all - part) / 2).rounded(.toNearestOrEven)) }
        return Placement(height: h, width: w, top: before(h, viewHeight), left: before(w, viewWidth))
    }
}
