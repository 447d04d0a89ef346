/// The k most similar seen so far, best first.
struct Nearest {
    private(set) var found: [(similarity: Float, index: Int)] = []
    private let k: Int
    /// What a candidate must exceed. Candidates come in the order of their index, so an equal one is later and loses.
    private var threshold = -Float.infinity

    init(k: Int) {
        self.k = k
        found.reserveCapacity(k + 1)
    }

    /// Most candidates are below the threshold: whole groups are refused by one comparison that the compiler vectorizes.
    mutating func offer(_ similarities: UnsafeBufferPointer<Float>, firstIndex: Int) {
        let group = 64
        var start = 0
        while start < similarities.count {
            let end = min(start + group, similarities.count)
            var above: Int32 = 0
            for index in start..<end { unsafe above |= similarities[index] > threshold ? 1 : 0 }
            if above != 0 {
                for index in start..<end where unsafe similarities[index] > threshold {
                    unsafe insert(similarities[index], firstIndex + index)
                }
            }
            start = end
        }
    }

    private mutating func insert(_ similarity: Float, _ index: Int) {
        guard k > 0 else { return }
        var place = found.count
        while place > 0 && found[place - 1].similarity < similarity { place -= 1 }
        found.insert((similarity, index), at: place)
        if found.count > k { found.removeLast() }
        if found.count == k { threshold = found[k - 1].similarity }
    }
}
