import Foundation
import Invar
import InvarEmit
import InvarJIT
import TestSupport
import Testing

/// Each form as a user builds it: all of them give the bits of the C program that `cc` makes.
@Suite struct FormBuildTests {
    /// A picture, so that bytes can be given too.
    private static let packages = Result { try FormPackages(EncoderModels.odd) }
    private static let name = "odd_convolutions"
    private static let (height, width) = (13, 11)
    private static let count = 6

    /// Images, the weights, and the bits that are wanted, as files.
    private struct Wanted {
        let images: String
        let weights: String
        let bits: [Float]
    }

    private static let wanted = Result {
        let model = try packages.get()
        let folder = try model.write(.package)
        let values = FormulaValues.uniform("forms", count: count * height * width * 3).map { Float(4 * $0 - 2) }
        let (images, out) = ("\(folder)/images", "\(folder)/out")
        try Numbers.write(values, to: images)
        let code = "\(folder)/Sources/COddConvolutions"
        let sources = try FileManager.default.contentsOfDirectory(atPath: code).filter {
            $0.hasSuffix(".c") || $0.hasSuffix(".S")
        }
        let flags = ["-O2", "-std=gnu11", "-pthread", "-I\(code)", "-I\(code)/include", "-o", "\(folder)/program"]
        try FormTools.use("cc", flags + ["\(folder)/check/check.c"] + sources.map { "\(code)/\($0)" })
        let weights = "\(folder)/weights/encoder.safetensors"
        try FormTools.use("\(folder)/program", [weights, images, out])
        return Wanted(images: images, weights: weights, bits: try Numbers.read(out))
    }

    private static let program = """
        import Foundation
        import OddConvolutions

        let words = CommandLine.arguments
        let encoder = try OddConvolutions(WEIGHTS)
        let images = try Data(contentsOf: URL(fileURLWithPath: words[1])).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        let found = try encoder(images)
        try found.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: words[2]))

        func bySpans() throws {
            #if compiler(>=6.2)
                var room = [Float](repeating: 0, count: found.count)
                var span = room.mutableSpan
                try encoder(images.span, into: &span)
                precondition(room == found)
            #endif
        }
        try bySpans()
        let calls = (0..<4).map { _ in Task.detached { [encoder, images] in try encoder(images) } }
        for call in calls { let other = try await call.value; precondition(other == found) }
        let one = try encoder(pixels: [UInt8](repeating: 9, count: 600), width: 20, height: 10)
        let none = try encoder([])
        precondition(one.count == OddConvolutions.width && none.isEmpty)
        for attempt in [
            { _ = try encoder([1, 2]) }, { _ = try encoder(pixels: [1, 2], width: 5, height: 5) },
            { _ = try encoder(pixels: [], width: .max, height: .max, channels: 3) },
            { _ = try OddConvolutions(weights: "nowhere") }, { _ = try OddConvolutions(weights: [1, 2, 3]) },
            { _ = try OddConvolutions(weights: words[1], threads: 0) },
        ] as [() throws -> Void] {
            do { try attempt() } catch let error as OddConvolutions.Failure { print(error) }
        }
        """

    /// A Swift package that depends on the emitted one.
    @Test(
        .enabled(if: FormTools.have("swift"), "swift is not in PATH"), arguments: [EmissionForm.package, .bundle],
        [false, true])
    func swiftPrograms(_ form: EmissionForm, embedding: Bool) throws {
        let wanted = try Self.wanted.get()
        let folder = try Self.packages.get().write(form, embedding: embedding)
        let user = FormPackages.place("app")
        let weights = embedding ? "threads: 2" : "weights: \"\(wanted.weights)\", threads: 2"
        try FormPackages.write(
            user: user, of: folder, product: "OddConvolutions",
            program: Self.program.replacing("WEIGHTS", with: weights))
        let built = try FormTools.use("swift", ["build", "-c", "release", "--package-path", user])
        // clang says of a bundle that a flag of SwiftPM's own is of no use
        #expect(!built.split(separator: "\n").contains { $0.contains("warning: ") && !$0.contains("'-F") }, "\(built)")
        let said = try FormTools.use("\(user)/.build/release/App", [wanted.images, "\(user)/out"])
        #expect(difference(try Numbers.read("\(user)/out"), wanted.bits) == nil)
        #expect(
            said.split(separator: "\n").map(String.init) == [
                "2 numbers are no whole number of images of 429", "2 bytes are no picture of 5×5 with 3 bytes a pixel",
                "0 bytes are no picture of 9223372036854775807×9223372036854775807 with 3 bytes a pixel",
                "nowhere cannot be opened: No such file or directory",
                "this is no safetensors file: it has 3 bytes", "0 threads are not possible: 1 to 1024 are",
            ])
    }

    /// Installed, and used by a C++ program that finds it.
    @Test(.enabled(if: FormTools.have("cmake", "c++"), "cmake or c++ is not in PATH"), arguments: [false, true])
    func cmakeAndCxx(embedding: Bool) throws {
        let wanted = try Self.wanted.get()
        let folder = try Self.packages.get().write(.package, embedding: embedding)
        let (build, place, user) = ("\(folder)/build", "\(folder)/place", FormPackages.place())
        let isShared = embedding ? "ON" : "OFF"
        try FormTools.use(
            "cmake", ["-S", folder, "-B", build, "-DCMAKE_INSTALL_PREFIX=\(place)", "-DBUILD_SHARED_LIBS=\(isShared)"])
        let built = try FormTools.use("cmake", ["--build", build])
        #expect(!built.contains("warning"), "\(built)")
        try FormTools.use("cmake", ["--install", build])
        try FormTools.use("\(build)/\(Self.name)_check", [wanted.weights, wanted.images, "\(folder)/out", "2"])
        #expect(difference(try Numbers.read("\(folder)/out"), wanted.bits) == nil)

        try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
        try """
        cmake_minimum_required(VERSION 3.18)
        project(user LANGUAGES CXX)
        find_package(\(Self.name) REQUIRED)
        add_executable(user user.cpp)
        target_link_libraries(user \(Self.name)::\(Self.name))
        """.write(toFile: "\(user)/CMakeLists.txt", atomically: false, encoding: .utf8)
        try """
        #include <\(Self.name).h>
        #include <cstdio>
        int main() { return \(Self.name)_memory_bytes(nullptr) > 0 ? std::puts(\(Self.name)_target()) < 0 : 1; }
        """.write(toFile: "\(user)/user.cpp", atomically: false, encoding: .utf8)
        try FormTools.use("cmake", ["-S", user, "-B", "\(user)/build", "-DCMAKE_PREFIX_PATH=\(place)"])
        try FormTools.use("cmake", ["--build", "\(user)/build"])
        let target = try FormTools.use("\(user)/build/user", []).dropLast()
        #expect(EmissionTarget(rawValue: String(target)) != nil)
    }

    private static let script = """
        import sys, numpy
        import odd_convolutions as model
        from concurrent.futures import ThreadPoolExecutor

        weights, images, out = sys.argv[1:]
        images = numpy.fromfile(images, numpy.float32).reshape(-1, *model.IMAGE)
        found = model.embed(images)
        found.tofile(out)
        encoder = model.Encoder(weights, threads=2)
        with ThreadPoolExecutor(4) as threads:
            assert all((each == found).all() for each in threads.map(encoder.embed, [images] * 8))
        assert (encoder(images[0]) == found[0]).all() and (model.embed(images.reshape(-1, model.INPUT)) == found).all()
        picture = numpy.full((10, 20, 3), 9, numpy.uint8)
        one = model.embed(picture)
        assert one.shape == (model.WIDTH,) and (model.embed([picture, picture[:, ::-1]]) == one).all()
        assert model.embed(numpy.stack([picture] * 3)).shape == (3, model.WIDTH)
        assert model.embed(picture[:, :, 0]).shape == (model.WIDTH,)
        for wrong in (images[:, 1:], images.astype(int), picture[0, 0]):
            try: model.embed(wrong)
            except (TypeError, ValueError) as error: print(error)
        try: model.Encoder("nowhere")
        except model.Error as error: print(error)
        """

    /// A wheel that pip makes without the network, with the weights in it.
    @Test(
        .enabled(if: FormTools.havePython, "python3 with pip and numpy, or cc, is not here"), arguments: [false, true])
    func wheels(embedding: Bool) throws {
        let wanted = try Self.wanted.get()
        let folder = try Self.packages.get().write(.package, embedding: embedding)
        let place = "\(folder)/place"
        try FormTools.use(
            "python3",
            ["-m", "pip", "install", "--target", place, "--no-deps", "--no-index", "--no-build-isolation", folder])
        let said = try FormTools.use(
            "python3", ["-c", Self.script, wanted.weights, wanted.images, "\(folder)/out"],
            environment: ["PYTHONPATH": place])
        #expect(difference(try Numbers.read("\(folder)/out"), wanted.bits) == nil)
        #expect(
            said.split(separator: "\n").map(String.init) == [
                "(6, 12, 11, 3) is none of the shapes that are possible: (429,), (13, 11, 3), or N of them",
                "images are floats or bytes (uint8), and not int64",
                "(3,) is no picture: give H×W, H×W×1 or H×W×3, or N of them",
                "nowhere cannot be opened: No such file or directory",
            ])
    }

    /// Objects for this machine, linked with a program of a user's.
    @Test(.enabled(if: FormTools.have("cc", "ar"), "cc or ar is not in PATH")) func objects() throws {
        let wanted = try Self.wanted.get()
        let folder = try Self.packages.get().write(.object)
        #if arch(x86_64)
            let platform = "x86_64-linux"
        #else
            let platform = "aarch64-linux"
        #endif
        let check = "\(try Self.packages.get().write(.package))/check/check.c"
        try FormTools.use(
            "cc",
            [
                "-std=gnu11", "-pthread", "-I\(folder)/include", check, "-L\(folder)/\(platform)", "-l\(Self.name)",
                "-o", "\(folder)/program",
            ])
        try FormTools.use("\(folder)/program", [wanted.weights, wanted.images, "\(folder)/out"])
        #expect(difference(try Numbers.read("\(folder)/out"), wanted.bits) == nil)
    }

    /// What no compiler here can make is named; where nothing can be made, that is an error.
    @Test func whatCannotBeCompiledIsNamed() throws {
        guard !isThere("arm64-apple-macosx12.0-clang") else { return }
        let package = try Self.packages.get().package(.object, targets: [.v2, .aarch64, .apple])
        let notes = try package.write(to: FormPackages.place())
        #expect(notes.last == "arm64-apple: left out, since no C compiler for arm64-apple-macosx12.0 is here")
        let place = FormPackages.place()
        let nothing = try Self.packages.get().package(.bundle, targets: [.apple])
        let error = #expect(throws: EmissionError.self) { try nothing.write(to: place) }
        #expect(error?.description.hasPrefix("there is no C compiler here for any of these targets") == true)
        #expect(!FileManager.default.fileExists(atPath: place))
        #expect(try FormPackages.strays(beside: place) == [])
    }
}
