/// How a contraction is cut up: what changes its speed and its rounding, not its meaning.
///
/// Sizes are limits: a lowering takes the largest that divides what it has to divide, so that any positive numbers are possible.
package struct ContractionSchedule: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable {
        /// Sums of products, as the definition says.
        case direct
        /// Half of a product of a matrix with itself.
        case symmetric
        /// 3×3 convolutions by squares of 4×4 pixels.
        case winograd
        /// Each channel by itself, a vector of them at a time.
        case depthwise
    }

    /// A limit, by the word that stands for it in texts.
    package enum Size: String, Hashable, Sendable, CaseIterable {
        /// How much of the reduction runs before the next panel of columns: what the first-level cache holds of a panel.
        case depth
        /// Rows and columns of the result that one tile computes.
        case tileRows = "rows"
        case tileColumns = "columns"
        /// Pixels of maps that one tile computes, or that a weight gradient takes at a time.
        case pixels
        /// Bytes of maps that a tile brings near.
        case room
        /// Winograd's squares that a tile computes, or that a weight gradient takes at a time.
        case squares
        /// Panels of a symmetric product's block.
        case panels
        /// Input channels of a weight gradient's tile, or of a tile that takes each channel by itself.
        case inputs
        /// Runs of images that a weight gradient sums apart.
        case splits
    }

    package var method: Method
    /// Rows and vectors of columns that the micro-kernel keeps in registers.
    package var rows, vectors: Int
    /// Those that the schedule has.
    private var sizes: [Size: Int] = [:]

    package init(_ method: Method, rows: Int, vectors: Int, _ sizes: [(Size, Int)] = []) {
        (self.method, self.rows, self.vectors) = (method, rows, vectors)
        for (size, value) in sizes { self[size] = value }
    }

    /// 0 where the schedule does not have it.
    package subscript(_ size: Size) -> Int {
        get { sizes[size, default: 0] }
        set { sizes[size] = newValue == 0 ? nil : newValue }
    }

    package var depth: Int { self[.depth] }
}

extension ContractionSchedule: CustomStringConvertible {
    /// `winograd 6x2 depth 512 squares 24`
    package var description: String {
        let words = Size.allCases.filter { self[$0] != 0 }.map { " \($0.rawValue) \(self[$0])" }
        return "\(method.rawValue) \(rows)x\(vectors)" + words.joined()
    }
}
