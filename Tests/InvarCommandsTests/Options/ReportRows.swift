import Foundation

/// `report`: what stands on the page.
let reportRows: [OptionRow] = [
    row("<run>") { w in
        let (a, b) = try (w.trained(), w.pretrain("conv", architecture: "conv"))
        let page = try report(w, "two", [a, b])
        return try page.contains("<title>2 runs: run, conv</title>")
            && w.attempt(["report", "none"]).err.contains("none is not there")
    },
    row("--output") { w in
        let page = try report(w, "some/where", [w.trained()])
        // without it, in the run's directory
        try w.run(["report", w.trained(), "--executor", "blas"])
        return try page.contains("<h1>tiny on data</h1>") && w.scratch.text("run/report.html").contains("sheet0")
    },
    row("--data") { w in
        try report(w, "other", [w.trained(), "--data", "other"]).contains("30 test images of other")
            && report(w, "own", [w.trained()]).contains("40 test images of data")
    },
    row("--train-images") { w in
        try report(w, "few", [w.trained(), "--train-images", "30"]).contains("30 training images of data")
            && w.attempt(["report", w.trained(), "--train-images", "0"]).status == 1
    },
    row("--test-images") { w in
        try report(w, "tests", [w.trained(), "--test-images", "11"]).contains("11 test images of data")
            && w.attempt(["report", w.trained(), "--test-images", "0"]).status == 1
    },
    row("--executor") { w in try w.executorArrives(["report", w.trained()]) },
    row("--schedules") { w in try w.schedulesArrive(["report", w.trained()]) },
    row("--threads") { w in
        try w.threadsArrive([
            "report", w.pretrain("conv", architecture: "conv"), "--data", w.large(), "--executor", "blas",
        ])
    },
    row("--bad-images") { w in
        let run = try w.trainedOnFolder()
        return try w.badImagesArrive(["report", run, "--executor", "blas"], bad: 3, log: "\(run)/bad-images.log")
    },
    row("--plain") { w in try w.plainArrives(["report", w.trained(), "--executor", "blas"]) },
]

private func row(_ option: String, _ arrives: @escaping @Sendable (Workbench) throws -> Bool) -> OptionRow {
    OptionRow("report", option, arrives)
}

/// The text of a page.
private func report(_ w: Workbench, _ name: String, _ arguments: [String]) throws -> String {
    try w.run(["report"] + arguments + ["--output", "\(name).html", "--executor", "blas"])
    return try w.scratch.text("\(name).html")
}
