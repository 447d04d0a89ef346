import Foundation
import InvarData
import InvarRuntime
import InvarTraining
import Testing

/// The page of `report`, from real runs.
@Suite(.serialized) struct ReportTests {
    private func report(_ w: Workbench, _ arguments: [String], _ page: String) throws -> (
        page: PageElements, err: String
    ) {
        let ended = try w.again(["report", "--executor", "blas"] + arguments)
        return (try PageElements(w.scratch.text(page)), ended.err)
    }

    @Test func everythingAboutARun() throws {
        let w = try Workbench()
        let run = try w.pretrain("run", ["--monitor"])
        try w.run(["evaluate", run, "--executor", "blas"])
        let (page, err) = try report(w, [run], "run/report.html")
        #expect(!err.contains("warning"), "\(err)")
        #expect(page["h1"].map(\.text) == ["tiny on data"])
        #expect(page["p"].contains { $0.text == "run: finished 2 epochs of 4 steps." })
        let sections = [
            "recipe", "views", "curves", "evaluation", "confusion", "neighbours", "projection", "machine", "commands",
        ]
        #expect(page["section"].compactMap { $0.attributes["id"] } == sections)
        // the recipe, and the lines of the model
        let facts = Dictionary(zip(page["dt"].map(\.text), page["dd"].map(\.text))) { first, _ in first }
        #expect(facts["batch"] == "16" && facts["seed"] == "0" && facts["epochs"] == "2 of 4 steps")
        #expect(
            facts["data"]?.hasPrefix("data (") == true
                && facts["data"]?.hasSuffix(": 64 training images of 8×8×1") == true)
        let code = page["code"].map(\.text)
        #expect(code.contains { $0.hasPrefix("RandomResizedCrop(scale: 0.5...1, ratio: 0.75...1.3333, ") })
        #expect(
            code.contains("HorizontalFlip(probability: 0.5)") && code.contains("25 × invariance")
                && code.contains("Linear(16)"))
        #expect(code.contains { $0.hasPrefix("SmallArchitectures/main.swift:") })
        let layers = page["tr"].map(\.text).filter { $0.contains("encoder") && $0.contains("Linear(16)") }
        // 64·16 + 16
        #expect(layers.count == 1 && layers[0].contains("1,040"), "\(layers)")
        #expect(page.of("strip").count == 6 + 8)
        let curves = page["img"].filter { $0.classes.contains("drawn") }.compactMap { $0.attributes["alt"] }
        #expect(
            curves.contains("loss over the steps") && curves.contains("knn over the steps") && curves.count == 10,
            "\(curves)")
        try numbers(w, page)
        #expect(facts["executor"] == "blas" || facts["executor"]?.hasPrefix("blas;") == true)
        #expect(facts["images per second"]?.hasSuffix("(median of the epochs)") == true)
        let commands = page["pre"].map(\.text).joined(separator: "\n")
        #expect(commands.contains("SmallArchitectures pretrain tiny --output run --monitor --data data"))
        #expect(
            commands.contains("SmallArchitectures evaluate run")
                && commands.contains("SmallArchitectures report --executor blas run"))
    }

    /// What other commands find out in other ways.
    private func numbers(_ w: Workbench, _ page: PageElements) throws {
        let knn = try #require(try w.number("run/evaluation.json", "trained", "knn"))
        let percent = String(format: "%.1f", knn)
        let evaluated = page["tr"].first { $0.text.contains("trained encoder") && !$0.text.contains("un") }
        #expect(evaluated?.text.contains(percent) == true, "\(percent)")
        // all images are looked at, so that both are the same
        #expect(
            page["p"].contains {
                $0.text.hasPrefix("\(percent) % of 40 test images of data are taken for what they are")
            })
        let cells = page["td"].filter { $0.attributes["style"] != nil }
        #expect(cells.count == 100 && cells.compactMap { Int($0.text) }.reduce(0, +) == 40)
        let right = page.of("right").compactMap { Int($0.text) }.reduce(0, +)
        #expect(abs(Double(right) / 0.4 - knn) < 1e-9)

        try w.run(["embed", "run", "--split", "all", "--output", "all", "--executor", "blas"])
        let all = try NpyFile.read(w.scratch.path("all.npy"))
        let (values, width) = (all.floats.map(Double.init), all.shape[1])
        func row(_ index: Int) -> [Double] {
            let row = values[(index * width)..<((index + 1) * width)]
            let norm = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return row.map { $0 / norm }
        }
        // 64 of training, then those of the test, of which the first is of the first class
        let query = row(64)
        let best = (0..<64).map { other in zip(query, row(other)).reduce(0) { $0 + $1.0 * $1.1 } }.sorted(by: >)
        let said = page["figcaption"].filter { $0.text.contains("0.") || $0.text.contains("1.") }.prefix(5)
            .compactMap { Double($0.text.split(separator: " ").last ?? "") }
        #expect(said.count == 5)
        for (found, expected) in zip(said, best) { #expect(abs(found - expected) < 2e-3) }

        // a picture for each point, in their order: the images of the test themselves
        let style = try #require(page["style"].first?.text)
        let address = try #require(style.components(separatedBy: "data:image/png;base64,").last?.prefix { $0 != ")" })
        try #require(Data(base64Encoded: String(address))).write(to: URL(fileURLWithPath: w.scratch.path("sheet.png")))
        let sheet = try Picture(png: w.scratch.path("sheet.png"))
        let images = try w.scratch.bytes("data/t10k-images-idx3-ubyte").dropFirst(16)
        #expect((sheet.width, sheet.height) == (160, 16) && page.of("plane").first?.attributes["data-columns"] == "20")
        for place in 0..<(40 * 64) {
            let (image, y, x) = (place / 64, place % 64 / 8, place % 8)
            let there = sheet.pixels[(image / 20 * 8 + y) * 160 + image % 20 * 8 + x]
            #expect(there == images[images.startIndex + place])
        }
        let marks = page["use"].filter { $0.around.contains("div") && $0.attributes["x"] != nil }
        #expect(marks.count == 40 && marks.map { $0.attributes["data-name"] ?? "" } == (0..<40).map { "\($0 % 10)" })
    }

    @Test func runsSideBySide() throws {
        let w = try Workbench()
        let (a, b) = try (w.trained(), w.pretrain("seed-1", ["--seed", "1"]))
        let c = try w.pretrain("conv", architecture: "conv")
        for run in [a, c] { try w.run(["evaluate", run, "--executor", "blas"]) }
        let (page, _) = try report(w, [a, b, c], "report.html")
        #expect(page["h1"].map(\.text) == ["3 runs: run, seed-1, conv"])
        #expect(page["section"].first?.attributes["id"] == "differences")
        let rows = page["tr"].map { $0.text.split(whereSeparator: \.isNewline).map(String.init) }
        #expect(rows.contains(["seed", "0", "1", "0"]) && rows.contains(["architecture", "tiny", "tiny", "conv"]))
        #expect(!rows.contains { $0.first == "batch" })
        // seeds are one line
        let legend = page.of("legend").first?.text.split(whereSeparator: \.isNewline)
        #expect(legend == ["tiny (2 seeds)", "conv"])
        #expect(
            page.of("best").count == 2
                && page["tbody"].contains { $0.text.contains("raw pixels") && $0.text.contains("conv") })
        #expect(
            page.of("note").contains {
                $0.text.contains(
                    "seed-1 was not evaluated on its own images; this does it: SmallArchitectures evaluate seed-1")
            })
        // the same pictures once, however many runs show them
        let style = try #require(page["style"].first?.text)
        #expect(style.contains(".sheet0") && !style.contains(".sheet1") && page.of("sheet0").count == 3)
    }

    @Test func rowsHaveNoPictures() throws {
        let w = try Workbench()
        let run = try w.pretrain("table", w.table(), architecture: "table")
        try w.run(["evaluate", run, "--executor", "blas"])
        let (page, err) = try report(w, [run], "table/report.html")
        #expect(!err.contains("warning"), "\(err)")
        #expect(page.of("note").contains { $0.text.contains("Rows of numbers have no pictures") })
        #expect(page["img"].allSatisfy { $0.classes.contains("drawn") } && page.of("strip").isEmpty)
        #expect(page["tr"].contains { $0.text.contains("standardized rows") })
        #expect(
            page["code"].contains { $0.text == "RowNoise(sigma: 0.1, probability: 1, 0.5)" },
            "\(page["code"].map(\.text))")
        let cells = page["td"].filter { $0.attributes["style"] != nil }
        #expect(cells.count == 9 && cells.compactMap { Int($0.text) }.reduce(0, +) == 40)
        #expect(page["use"].filter { $0.attributes["x"] != nil }.count == 40)
        #expect(page["dt"].contains { $0.text == "rows per second" })
    }

    /// Names come from directories that somebody else made.
    @Test func namesAreNotMarkup() throws {
        let w = try Workbench()
        let classes = ["<img src=x onerror=alert(1)>", "a&b\"c'", "]]></script><b>"]
        for (part, count) in [("train", 12), ("test", 6)] {
            for i in 0..<count {
                let folder = "set/\(part)/\(classes[i % 3].replacing("/", with: "-"))"
                try w.scratch.makeFolder(folder)
                var picture = Picture(height: 8, width: 8, channels: 1)
                for j in picture.pixels.indices { picture.pixels[j] = UInt8((i * 37 + j * (i % 3 + 1)) % 256) }
                try picture.write(png: w.scratch.path("\(folder)/\(i).png"))
            }
        }
        let name = "<script>alert(2)<"
        try w.pretrain(name, ["--data", "set", "--batch", "4"])
        let (page, _) = try report(w, [name], "\(name)/report.html")
        #expect(page["p"].contains { $0.text.hasPrefix("\(name): finished") })
        #expect(page["script"].count == 1 && page["b"].isEmpty)
        let heads = page["th"].map(\.text)
        for kind in classes { #expect(heads.contains(kind.replacing("/", with: "-"))) }
        #expect(page["use"].contains { $0.attributes["data-name"] == classes[1] })
    }

    /// A table of so many classes fits no page.
    @Test func manyClassesAreLists() throws {
        let w = try Workbench()
        for (part, each) in [("train", 3), ("test", 2)] {
            for i in 0..<(22 * each) {
                try w.scratch.makeFolder("many/\(part)/kind-\(i % 22)")
                var random = CounterRandom(seed: 5, item: i + each * 1000)
                var picture = Picture(height: 8, width: 8, channels: 1)
                for j in picture.pixels.indices { picture.pixels[j] = UInt8(random.integer(below: 256)) }
                try picture.write(png: w.scratch.path("many/\(part)/kind-\(i % 22)/\(i).png"))
            }
        }
        try w.pretrain("run-many", ["--data", "many"])
        let (page, _) = try report(w, ["run-many"], "run-many/report.html")
        #expect(page.of("confusion").isEmpty)
        let captions = page["caption"].map(\.text)
        #expect(
            captions.contains("Classes that are found least often.")
                && captions.contains("What is taken for something else most often."))
        #expect(page["use"].contains { $0.attributes["href"] == "#mark-diamond" })
    }

    @Test func whatIsMissingOrDamagedIsSaid() throws {
        let w = try Workbench()
        let run = try w.trained()
        func write(_ file: String, _ text: String) throws {
            try text.write(toFile: w.scratch.path(file), atomically: true, encoding: .utf8)
        }
        try write("run/evaluation.json", "{")
        let log = try w.scratch.text("run/metrics.jsonl")
        try write("run/metrics.jsonl", "{\"kind\"\n" + log.dropLast(5))
        let (page, err) = try report(w, [run], "run/report.html")
        #expect(
            err.contains("run/evaluation.json is damaged")
                && err.contains("1 line of run/metrics.jsonl cannot be read"), "\(err)")
        #expect(page.of("note").contains { $0.text.contains("run/evaluation.json is damaged") })
        // nothing logged, and a program that does not know the architecture
        try write("run/metrics.jsonl", "")
        let foreign = try Tool.run(["report", run], in: w.scratch)
        #expect(foreign.status == 0 && foreign.err.contains("does not know tiny as it was trained"), "\(foreign.err)")
        let bare = try PageElements(w.scratch.text("run/report.html"))
        #expect(bare.of("note").contains { $0.text == "run has logged no step yet." } && bare["svg"].isEmpty)
        #expect(bare["code"].contains { $0.text.hasPrefix("RandomResizedCrop(scale: 0.5...1") })
        // images that are not there any more
        try w.pretrain("moved", ["--data", "other"])
        try FileManager.default.moveItem(atPath: w.scratch.path("other"), toPath: w.scratch.path("elsewhere"))
        let (gone, words) = try report(w, ["moved"], "moved/report.html")
        #expect(words.contains("--data says where they are now") && gone.of("plane").isEmpty, "\(words)")
        let (found, _) = try report(w, ["moved", "--data", "elsewhere"], "moved/report.html")
        #expect(found.of("plane").count == 1)
        // an encoder that is not there, or not whole
        let encoder = w.scratch.path("run/encoder.safetensors")
        let bytes = try w.scratch.bytes("run/encoder.safetensors")
        try bytes.prefix(100).write(to: URL(fileURLWithPath: encoder))
        let cut = try w.attempt(["report", run, "--plain"])
        #expect(cut.status == 1 && cut.err.contains("run/encoder.safetensors"), "\(cut.err)")
        try FileManager.default.removeItem(atPath: encoder)
        #expect(try report(w, [run], "run/report.html").err.contains("encoder.safetensors is not there"))
        try write("run/run.json", "{\"format\": 1}")
        let damaged = try w.attempt(["report", run, "--output", "never.html"])
        #expect(
            damaged.status == 1 && damaged.err.contains("run/run.json is damaged") && !w.scratch.exists("never.html"))
        let none = try w.attempt(["report", "data"])
        #expect(none.status == 1 && none.err.contains("data holds no run"), "\(none.err)")
    }
}
