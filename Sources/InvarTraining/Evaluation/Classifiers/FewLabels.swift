import InvarRuntime

extension CounterRandom {
    /// So many of them, each once, in the order in which they were drawn.
    mutating func sample(_ count: Int, of members: [Int]) -> ArraySlice<Int> {
        var members = members
        for i in 0..<count { members.swapAt(i, i + integer(below: members.count - i)) }
        return members[..<count]
    }
}

/// The linear probe with few labels: the mean over several draws of so many images of each class.
package struct FewLabels: Sendable {
    package var perClass = 60
    package var draws = 5
    package var l2 = 1e-2
    package var seed: UInt64 = 1000

    package init() {}

    package struct Outcome: Sendable, Hashable {
        /// Percent.
        package let accuracies: [Double]
        package var mean: Double { MeanSpread(accuracies)?.mean ?? 0 }
        /// In points of percent.
        package var spread: Double { MeanSpread(accuracies)?.spread ?? 0 }
    }

    package func callAsFunction(
        training: Features, test: Features, executor: any Executor, threads: Int
    ) throws -> Outcome {
        var accuracies: [Double] = []
        var probe: LinearProbe?
        for draw in 0..<draws {
            let drawn = training.rows(places(draw, training))
            let fitted =
                try probe
                ?? LinearProbe(
                    rows: drawn.count, width: drawn.width, classes: drawn.classes, executor: executor, threads: threads)
            probe = fitted
            accuracies.append(try fitted.fit(drawn, l2: l2).accuracy(test))
        }
        return Outcome(accuracies: accuracies)
    }

    /// Which rows a draw takes: a function of seed and draw alone, so that every kind of features gets the same images.
    package func places(_ draw: Int, _ features: Features) -> [Int] {
        var places: [Int] = []
        for c in 0..<features.classes {
            let members = features.labels.indices.filter { Int(features.labels[$0]) == c }
            var random = CounterRandom(seed: seed, stream: draw, item: c, purpose: .sampling)
            places += random.sample(min(perClass, members.count), of: members)
        }
        return places
    }
}
