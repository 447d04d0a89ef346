import Glibc
import InvarBLAS
import InvarRuntime
import Testing

/// Speeds on this machine, printed: `INVAR_KERNEL_BENCH=1 make test TEST_FLAGS='--filter KernelsBenchmarks'`.
/// With `INVAR_KERNEL_BENCH=word`, only lines that begin with it.
@Suite(.enabled(if: getenv("INVAR_KERNEL_BENCH") != nil), .serialized) struct KernelsBenchmarks {
    private let only: String = {
        let value = getenv("INVAR_KERNEL_BENCH").map { String(cString: $0) } ?? "1"
        return value == "1" ? "" : value
    }()

    /// The shortest of many rounds: on one thread its own processor time, which other programs disturb less; else wall time.
    private func seconds(_ threads: Int, _ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(threads == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
        body()
        var best = Double.infinity
        let start = now()
        var rounds = 0
        while rounds < 5 || (now() - start < 0.3 && rounds < 200) {
            let before = now()
            body()
            best = min(best, now() - before)
            rounds += 1
        }
        return best
    }

    private func text(_ value: Double, _ digits: Int = 1) -> String {
        let scale = Glibc.pow(10.0, Double(digits))
        return "\((value * scale).rounded() / scale)"
    }

    private func memory(_ count: Int, _ seed: Int) throws -> (Arena, UnsafeMutablePointer<Float>) {
        let arena = try Arena(byteCount: count * 4 + 64)
        let p = arena.pointer(at: 0, as: Float.self)
        var random = KernelRandom(seed)
        for i in 0..<count { p[i] = Float(random.value()) }
        return (arena, p)
    }

    @Test func contractions() throws {
        print("machine: \(TargetDescription.current); OpenBLAS \(OpenBLAS.coreName); \(OpenBLAS.configuration)")
        print("warning: \(OpenBLAS.environmentWarning() ?? "none")")
        var square: [Int: Double] = [:]
        let cases = [
            (2048, 2048, 2048), (512, 2048, 2048), (256, 2048, 2048), (2048, 256, 2048), (256, 256, 8192),
            (256, 8192, 256), (512, 512, 784), (256, 784, 512), (512, 512, 256),
        ]
        for (m, n, k) in cases where "gemm".hasPrefix(only) || only.isEmpty || only == "conv" && m == 2048 && n == 2048
        {
            let (ka, a) = try memory(m * k, 1), (kb, b) = try memory(k * n, 2), (kc, c) = try memory(m * n, 3)
            for threads in [1, 2] {
                let pool = WorkerPool(threads: threads)
                let p = MatrixProduct(m: m, n: n, k: k)
                let rate = Double(p.flops) / seconds(threads) { p.run(a, b, c, pool: pool) } * 1e-9
                if m == 2048 && n == 2048 && k == 2048 { square[threads] = rate }
                print("gemm \(m)x\(n)x\(k), \(threads) threads: \(text(rate)) GF/s")
            }
            withExtendedLifetime((ka, kb, kc)) {}
        }
        guard only.isEmpty || only == "conv" else { return }
        for (h, c, oc, stride) in [
            (28, 1, 32, 1), (28, 32, 32, 1), (14, 32, 64, 1), (14, 64, 64, 1), (7, 64, 128, 1), (28, 32, 64, 2),
            (14, 64, 128, 2), (7, 128, 128, 1),
        ] {
            try convolution(h, c, oc, stride, square)
        }
    }

    private func convolution(_ h: Int, _ c: Int, _ oc: Int, _ stride: Int, _ square: [Int: Double]) throws {
        let out = (h + 2 - 3) / stride + 1
        let s = ConvolutionShape(
            n: 256, h: h, w: h, c: c, oh: out, ow: out, oc: oc, kh: 3, kw: 3, strideH: stride, strideW: stride,
            padTop: 1, padLeft: 1)
        let convolution = Convolution(s)
        let (kx, x) = try memory(s.n * h * h * c, 1), (kw, w) = try memory(9 * c * oc, 2),
            (ky, y) = try memory(s.n * out * out * oc, 3)
        for threads in [1, 2] {
            let pool = WorkerPool(threads: threads)
            var line = "conv \(h)x\(h) \(c)->\(oc) s\(stride), \(threads) threads:"
            for pass in ConvolutionPass.allCases {
                let scratch = try Arena(byteCount: convolution.scratchBytes(pass, threads: threads, of: Float.self))
                let time = seconds(threads) {
                    switch pass {
                    case .forward: convolution.forward(x, w, y, scratch: scratch.base, pool: pool)
                    case .inputGradient: convolution.inputGradient(y, w, x, scratch: scratch.base, pool: pool)
                    case .weightGradient: convolution.weightGradient(x, y, w, scratch: scratch.base, pool: pool)
                    }
                }
                let rate = Double(s.flops) / time * 1e-9
                line +=
                    " \(pass) \(text(time * 1e3, 2)) ms \(text(rate)) GF/s (\(text(100 * rate / (square[threads] ?? .nan), 0))%)"
            }
            print(line)
        }
        withExtendedLifetime((kx, kw, ky)) {}
    }

    @Test func pooling() throws {
        guard only.isEmpty || only == "pool" else { return }
        for (h, c) in [(28, 32), (14, 64)] {
            let s = MaxPoolShape(n: 256, h: h, w: h, c: c, oh: h / 2, ow: h / 2, kh: 2, kw: 2, strideH: 2, strideW: 2)
            let count = 256 * h * h * c
            let (kx, x) = try memory(count, 1), (kd, dx) = try memory(count, 2), (ky, y) = try memory(count / 4, 3)
            for threads in [1, 2] {
                let pool = WorkerPool(threads: threads)
                let forward = seconds(threads) { MaxPool(s).forward(x, y, pool: pool) }
                let gradient = seconds(threads) { MaxPool(s).gradient(x, y, dx, pool: pool) }
                print(
                    "pool \(h)x\(h)x\(c), \(threads) threads: forward \(text(forward * 1e9 / Double(count), 3)) ns/element, gradient \(text(gradient * 1e9 / Double(count), 3))"
                )
            }
            withExtendedLifetime((kx, kd, ky)) {}
        }
    }

    /// Times a loop kernel; `bytes` is what it must move per element.
    private func loop(
        _ name: String, _ kernel: LoopKernel<Float>, count: Int, bytes: Double,
        _ operands: [UnsafeMutablePointer<Float>],
        _ results: [UnsafeMutablePointer<Float>]
    ) throws {
        for threads in [1, 2] {
            let pool = WorkerPool(threads: threads)
            let scratch = try Arena(byteCount: kernel.scratchBytes(threads: threads))
            let inputs = operands.map { UnsafePointer($0) }
            let time = seconds(threads) {
                kernel.run(operands: inputs, results: results, scratch: scratch.base, pool: pool)
            }
            let each = time * 1e9 / Double(count)
            print(
                "loop \(name), \(threads) threads: \(text(each, 3)) ns/element, \(text(bytes / each)) GB/s, \(text(time * 1e6, 0)) us"
            )
        }
    }

    @Test func loops() throws {
        guard only.isEmpty || only == "loop" else { return }
        let (rows, columns) = (256 * 784, 32)
        let count = rows * columns
        let (kx, x) = try memory(count, 1), (ky, y) = try memory(count, 2), (kv, v) = try memory(4 * 4096, 3)
        for i in 0..<count { y[i] = abs(y[i]) }

        var norm = LoopTape()
        let (lx, lm, lr, lg, lb) = (norm.load(0), norm.load(1), norm.load(2), norm.load(3), norm.load(4))
        let centred = norm.binary(.multiply, norm.binary(.subtract, lx, lm), lr)
        let scaled = norm.binary(.add, norm.binary(.multiply, centred, lg), lb)
        _ = norm.binary(.maximum, scaled, norm.constant(0))
        let vectors = [v, v + 4096, v + 8192, v + 12288]
        let row = [columns, 1], vector = [0, 1]
        try loop(
            "relu(batchnorm)",
            LoopKernel(shape: [rows, columns], operandStrides: [row, vector, vector, vector, vector], tape: norm),
            count: count, bytes: 8, [x] + vectors, [y])
        try loop(
            "relu(batchnorm) in place, L2",
            LoopKernel(shape: [1024, 32], operandStrides: [row, vector, vector, vector, vector], tape: norm),
            count: 32768, bytes: 8, [x] + vectors, [x])

        var square = LoopTape()
        let d = square.binary(.subtract, square.load(0), square.load(1))
        let squared = square.binary(.multiply, d, d)
        for columns in [32, 2048] {
            let rows = count / columns
            try loop(
                "sum (x-mean)^2 by column of \(columns)",
                LoopKernel(
                    shape: [rows, columns], operandStrides: [[columns, 1], vector], tape: square,
                    results: [LoopResult(register: squared, kind: .sum)], reducedAxes: [0]), count: count, bytes: 4,
                [x, v], [v + 8192])
        }
        var plain = LoopTape()
        _ = plain.load(0)
        let moments = [LoopResult(register: 0, kind: .sum), LoopResult(register: 0, kind: .centredSquares)]
        for columns in [32, 512, 2048] {
            try loop(
                "sum and centred squares by column of \(columns)",
                LoopKernel(
                    shape: [count / columns, columns], operandStrides: [[columns, 1]], tape: plain, results: moments,
                    reducedAxes: [0]), count: count, bytes: 4, [x], [v, v + 8192])
        }
        try loop(
            "sum by column",
            LoopKernel(
                shape: [rows, columns], operandStrides: [row], tape: plain,
                results: [LoopResult(register: 0, kind: .sum)], reducedAxes: [0]),
            count: count, bytes: 4, [x], [v])
        try loop(
            "sum by row of 32",
            LoopKernel(
                shape: [rows, columns], operandStrides: [row], tape: plain,
                results: [LoopResult(register: 0, kind: .sum)], reducedAxes: [1]),
            count: count, bytes: 4, [x], [y])
        try loop(
            "sum over all",
            LoopKernel(
                shape: [rows, columns], operandStrides: [row], tape: plain,
                results: [LoopResult(register: 0, kind: .sum)], reducedAxes: [0, 1]), count: count, bytes: 4, [x], [v])
        try loop(
            "mean over 7x7 of 128",
            LoopKernel(
                shape: [1024, 49, 128], operandStrides: [[49 * 128, 128, 1]], tape: plain,
                results: [LoopResult(register: 0, kind: .sum)], reducedAxes: [1]), count: 1024 * 49 * 128, bytes: 4,
            [x], [y])
        try loop(
            "copy", LoopKernel(shape: [count], operandStrides: [[1]], tape: plain), count: count, bytes: 8, [x], [y])
        try loop(
            "transpose 2048x2048", LoopKernel(shape: [2048, 2048], operandStrides: [[1, 2048]], tape: plain),
            count: 2048 * 2048, bytes: 8, [x], [y])
        for op in LoopUnary.allCases {
            var tape = LoopTape()
            _ = tape.unary(op, tape.load(0))
            try loop(
                "\(op), L2", LoopKernel(shape: [32768], operandStrides: [[1]], tape: tape), count: 32768, bytes: 8, [y],
                [x])
        }
        try adam(x, y, v)
        withExtendedLifetime((kx, ky, kv)) {}
    }

    /// p, m, v from p, g, m, v, learning rate, and the two bias corrections.
    private func adam(
        _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ scalars: UnsafeMutablePointer<Float>
    ) throws {
        let count = 1 << 20
        var t = LoopTape()
        let (p, g, m, v, rate, c1, c2) = (t.load(0), t.load(1), t.load(2), t.load(3), t.load(4), t.load(5), t.load(6))
        let m2 = t.binary(.add, t.binary(.multiply, m, t.constant(0.9)), t.binary(.multiply, g, t.constant(0.1)))
        let g2 = t.binary(.multiply, g, g)
        let v2 = t.binary(.add, t.binary(.multiply, v, t.constant(0.999)), t.binary(.multiply, g2, t.constant(0.001)))
        let root = t.unary(.sqrt, t.binary(.multiply, v2, c2))
        let step = t.binary(.divide, t.binary(.multiply, m2, c1), t.binary(.add, root, t.constant(1e-8)))
        let kept = t.binary(
            .multiply, p, t.binary(.subtract, t.constant(1), t.binary(.multiply, rate, t.constant(0.05))))
        let p2 = t.binary(.subtract, kept, t.binary(.multiply, step, rate))
        let kernel = LoopKernel<Float>(
            shape: [count], operandStrides: [[1], [1], [1], [1], [0], [0], [0]], tape: t,
            results: [m2, v2, p2].map { LoopResult(register: $0) })
        let operands = [x, x + count, x + 2 * count, y, scalars, scalars + 1, scalars + 2]
        scalars[0] = 1e-3
        scalars[1] = 1
        scalars[2] = 1
        try loop("AdamW of 1 M parameters", kernel, count: count, bytes: 28, operands, [x + 2 * count, y, x])
    }
}
