import InvarGraph

extension ConvolutionShape {
    /// x: N×H×W×C, y: N×H'×W'×O.
    init(_ window: Window, x: [Int], y: [Int]) {
        self.init(
            n: x[0], h: x[1], w: x[2], c: x[3], oh: y[1], ow: y[2], oc: y[3], kh: window.kernel[0],
            kw: window.kernel[1], strideH: window.strides[0], strideW: window.strides[1], padTop: window.padding[0],
            padLeft: window.padding[2], groups: window.groups)
    }
}

extension MaxPoolShape {
    /// x: N×H×W×C, y: N×H'×W'×C.
    init(_ window: Window, x: [Int], y: [Int]) {
        self.init(
            n: x[0], h: x[1], w: x[2], c: x[3], oh: y[1], ow: y[2], kh: window.kernel[0], kw: window.kernel[1],
            strideH: window.strides[0], strideW: window.strides[1], padTop: window.padding[0],
            padLeft: window.padding[2])
    }
}

extension MatrixProduct {
    /// [.., M, K] · [.., K, N], each stored transposed where asked for.
    init(_ a: [Int], _ b: [Int], transposeA: Bool, transposeB: Bool, result: [Int], isSymmetric: Bool) {
        let last = a.count - 1
        self.init(
            m: result[last - 1], n: result[last], k: transposeA ? a[last - 1] : a[last], transposeA: transposeA,
            transposeB: transposeB, batch: a.dropLast(2).reduce(1, *), isSymmetric: isSymmetric)
    }
}
