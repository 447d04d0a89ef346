import Foundation

/// The whole lines of a log in which every line has a `step`, and steps never fall.
struct LoggedLines {
    /// Where each line ends, after its newline.
    private var ends: [Int] = []
    /// What each line says; nothing for one that is damaged.
    private var steps: [Int?] = []

    init(_ content: Data) {
        struct Line: Decodable { let step: Int }
        let decoder = JSONDecoder()
        func step(_ line: Data) -> Int? { try? decoder.decode(Line.self, from: line).step }
        var begin = content.startIndex
        while begin < content.endIndex, let end = content[begin...].firstIndex(of: UInt8(ascii: "\n")) {
            ends.append(end + 1 - content.startIndex)
            steps.append(step(content[begin..<end]))
            begin = end + 1
        }
        // what ends without a newline was not written whole, or it is the newline that is damaged
        if let last = step(content[begin...].dropLast()) ?? step(content[begin...]) {
            ends.append(content.count)
            steps.append(last)
        }
    }

    /// The lines up to a step: how many bytes they are, and which of them are damaged, counted from 1.
    ///
    /// One damaged digit can make a line say any step. So the cut is not made at the first line beyond the step, but where the fewest lines
    /// are on the wrong side, and these are damaged.
    func cut(after step: Int) -> (bytes: Int, damaged: [Int]) {
        let isBeyond = steps.map { $0.map { $0 > step } }
        var wrong = isBeyond.count { $0 == false }
        var (best, fewest) = (0, wrong)
        for (index, isBeyond) in isBeyond.enumerated() {
            if let isBeyond { wrong += isBeyond ? 1 : -1 }
            // of equal ones the last: no line is lost that may belong to the run
            if wrong <= fewest { (best, fewest) = (index + 1, wrong) }
        }
        return (best == 0 ? 0 : ends[best - 1], (0..<best).filter { isBeyond[$0] != false }.map { $0 + 1 })
    }
}
