import CZlib
import Foundation
import InvarData
import InvarGraph
import Testing

private let debian = "/usr/share/datasets/fashion-mnist"

@Suite(.serialized) struct DatasetTests {
    private func idx(_ shape: [Int], _ values: [UInt8]) -> [UInt8] {
        [0, 0, 8, UInt8(shape.count)]
            + shape.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } } + values
    }

    private func folder(images: Int, labels: [UInt8]) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        _ = try directory.write(
            idx([images, 2, 3], [UInt8](repeating: 7, count: images * 6)), "train-images-idx3-ubyte")
        _ = try directory.write(idx([labels.count], labels), "train-labels-idx1-ubyte")
        return directory
    }

    private func message(_ body: () throws -> Dataset) -> String {
        do { return try "no error: \(body().name)" } catch { return String(describing: error) }
    }

    @Test func aDirectoryIsADataset() throws {
        let directory = try folder(images: 4, labels: [0, 1, 2, 1])
        let data = try Dataset.load(directory.path, split: .train)
        #expect(data.count == 4 && data.height == 2 && data.width == 3 && data.channels == 1)
        #expect(data.labels == [0, 1, 2, 1])
        #expect(data.classNames == ["0", "1", "2"])
        #expect(try data.prefix(2).count == 2)
        #expect(message { try Dataset.load(directory.path, split: .test) }.contains("holds no t10k-images"))
    }

    @Test func labelsMustMatchImages() throws {
        let directory = try folder(images: 4, labels: [0, 1, 2])
        let found = message { try Dataset.load(directory.path, split: .train) }
        #expect(found.contains("labels do not match images: 3 labels, 4 images"), "\(found)")
    }

    @Test func namesAreHelpedAlong() {
        let found = message { try Dataset.load("fashion-mnits", split: .train) }
        #expect(
            found.contains("did you mean fashion-mnist?") && found.contains("Known: fashion-mnist, mnist, cifar-10"),
            "\(found)")
        #expect(!message { try Dataset.load("zzzzzzzzzzzz", split: .train) }.contains("did you mean"))
    }

    @Test func missingDataSaysWhatToInstall() throws {
        let empty = try TemporaryDirectory()
        let found = message {
            try Dataset.load("mnist", split: .train, environment: ["INVAR_DATA": empty.path, "HOME": empty.path])
        }
        if !FileManager.default.fileExists(atPath: "/usr/share/datasets/mnist") {
            #expect(found.contains("is not on this machine") && found.contains(empty.path), "\(found)")
        }
        #expect(DatasetCatalog.entries[0].advice == "apt install dataset-fashion-mnist")
    }

    @Test func ownDirectoriesComeFirst() throws {
        let home = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: "\(home.path)/mnist", withIntermediateDirectories: true)
        _ = try home.write(idx([1, 1, 1], [5]), "mnist/train-images-idx3-ubyte")
        _ = try home.write(idx([1], [9]), "mnist/train-labels-idx1-ubyte")
        let data = try Dataset.load("mnist", split: .train, environment: ["INVAR_DATA": home.path])
        #expect(data.pixels == [5] && data.classNames.count == 10)
    }

    @Test func labelsBeyondTheClassesAreAnError() {
        let found = message {
            try Dataset(
                name: "x", split: .test, height: 1, width: 1, channels: 1, pixels: [1, 2], labels: [0, 3],
                classNames: ["a", "b"])
        }
        #expect(found.contains("label 3 at image 1"), "\(found)")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: debian))) func fashionMnist() throws {
        let train = try Dataset.load("fashion-mnist", split: .train, environment: [:])
        let test = try Dataset.load(debian, split: .test)
        #expect(train.count == 60_000 && test.count == 10_000)
        #expect(train.height == 28 && train.width == 28 && test.classNames[9] == "Ankle boot")
        for data in [train, test] {
            for label in 0..<10 { #expect(data.labels.count { $0 == label } == data.count / 10) }
        }
        // the normalization that everyone uses for it
        let mean = train.pixels.reduce(0) { $0 + Int($1) }
        #expect(abs(Double(mean) / 255 / Double(train.pixels.count) - 0.2860) < 5e-5)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: debian))) func fashionMnistPlainIsTheSame() throws {
        let directory = try TemporaryDirectory()
        for name in ["t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"] {
            guard let stream = gzopen("\(debian)/\(name).gz", "rb") else { continue }
            defer { gzclose(stream) }
            var bytes = [UInt8](repeating: 0, count: 8 << 20)
            let got = gzread(stream, &bytes, UInt32(bytes.count))
            _ = try directory.write(Array(bytes[..<Int(got)]), name)
        }
        let plain = try Dataset.load(directory.path, split: .test)
        let packed = try Dataset.load(debian, split: .test)
        #expect(plain.pixels == packed.pixels && plain.labels == packed.labels)
    }
}

@Suite struct NearestNameTests {
    @Test func nearestOrNothing() {
        let known = ["fashion-mnist", "mnist", "vicreg-small"]
        #expect(nearestName(to: "mnits", in: known) == "mnist")
        #expect(nearestName(to: "Fashion_MNIST", in: known) == "fashion-mnist")
        #expect(nearestName(to: "resnet50", in: known) == nil)
        #expect(nearestName(to: "", in: known) == nil)
        #expect(nearestName(to: "x", in: []) == nil)
        // the letters of two neighbours in turn are one slip; the beginning of a name is enough
        #expect(nearestName(to: "bals", in: ["jit", "blas"]) == "blas")
        #expect(nearestName(to: "fash", in: known) == "fashion-mnist")
    }

    /// A guess for what is like nothing would lead astray.
    @Test(arguments: ["zzzzz", "foo", "xyz", "q", "qwertyuiop", "12345", "🙂", "offer", "folder"])
    func nonsenseIsLikeNothing(name: String) {
        let known = ["order", "simplify", "optimized", "jit", "json", "test", "mnist", "vicreg-small", "fuse-sideways"]
        #expect(nearestName(to: name, in: known) == nil)
    }
}
