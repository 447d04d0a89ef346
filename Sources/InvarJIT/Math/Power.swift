/// Of float32.
extension VectorMath {
    /// `xʸ`, by the C library.
    func power(_ x: IRValue, _ y: IRValue) -> IRValue { library("powf", [x, y]) }
}
