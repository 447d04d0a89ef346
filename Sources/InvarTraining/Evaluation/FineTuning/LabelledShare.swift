import InvarRuntime

/// A small share of the labels, as many of each class as its share of the images says.
package enum LabelledShare {
    /// Which images keep their label: a function of labels, share and seed alone, so that every encoder gets the same ones.
    /// At least one of each class that occurs.
    package static func places(_ share: Double, labels: [Int], classes: Int, seed: UInt64) -> [Int] {
        var members = [[Int]](repeating: [], count: classes)
        for (place, label) in labels.enumerated() { members[label].append(place) }
        return members.enumerated().flatMap { label, all in
            var random = CounterRandom(seed: seed, stream: 0x1ABE1, item: label, purpose: .sampling)
            let taken = min(max(Int((share * Double(all.count)).rounded()), 1), all.count)
            return random.sample(taken, of: all).sorted()
        }
    }
}
