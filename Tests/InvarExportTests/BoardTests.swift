import Foundation
import InvarExport
import InvarTraining
import SwiftProtobuf
import Testing

/// TensorBoard's event files, read back by their format.
@Suite struct BoardTests {
    /// The check value of the polynomial, and RFC 3720's example of 32 zeros (appendix B.4).
    @Test func checksumsAreThePublishedOnes() {
        #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    }

    /// Of all bytes of a file the messages; nothing where a checksum is wrong.
    private func events(_ bytes: [UInt8]) throws -> [BoardEvent]? {
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        var found: [BoardEvent] = []
        var place = 0
        while place < bytes.count {
            let length = Int(number(bytes[place..<place + 8])), begin = place + 12, end = begin + length
            guard number(bytes[place + 8..<begin]) == UInt64(CRC32C.masked(bytes[place..<place + 8])),
                number(bytes[end..<end + 4]) == UInt64(CRC32C.masked(bytes[begin..<end]))
            else { return nil }
            found.append(try BoardEvent(serializedBytes: Array(bytes[begin..<end])))
            place = end + 4
        }
        return found
    }

    private func inRun(_ log: String, _ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("invar-board-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let record = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/run.json")
        try FileManager.default.copyItem(at: record, to: root.appending(path: "run.json"))
        try log.write(to: root.appending(path: "metrics.jsonl"), atomically: true, encoding: .utf8)
        try body(root.path)
    }

    private let twoSteps = """
        {"kind":"step","epoch":1,"step":1,"loss":3.5,"terms":{"variance":0.5},"imagesPerSecond":10,"learningRate":0.1}
        {"kind":"step","epoch":1,"step":2,"loss":"nan","terms":{"variance":0.25},"imagesPerSecond":10,"learningRate":0.2}

        """

    @Test func aRunsCurvesAreEvents() throws {
        try inRun(twoSteps) { run in
            let log = try BoardLog(run, now: { 1000 })
            try log.update()
            // nothing new: nothing more
            try log.update()
            let path = log.path
            let found = try #require(try events([UInt8](Data(contentsOf: URL(fileURLWithPath: path)))))
            #expect(found[0].fileVersion == "brain.Event:2" && found[0].wallTime == 1000)
            #expect(found[1].sessionLog.status == .start && found[1].step == 0)
            #expect(found[2].summary.value[0].metadata.pluginData.pluginName == "text")
            #expect(found.count == 5 && found[3].step == 1 && found[4].step == 2)
            func values(_ event: BoardEvent) -> [String: Float] {
                Dictionary(uniqueKeysWithValues: event.summary.value.map { ($0.tag, $0.simpleValue) })
            }
            #expect(
                values(found[3]) == [
                    "loss": 3.5, "terms/variance": 0.5, "learning-rate": 0.1, "images-per-second": 10,
                ])
            #expect(values(found[4])["loss"]?.isNaN == true && values(found[4])["terms/variance"] == 0.25)
        }
    }

    @Test func aTableHasALineForEachStep() throws {
        try inRun(twoSteps.replacing("\"variance\"", with: "\"a,\\\"b\\\"\"")) { run in
            let table = try RunCurves(run).csv
            #expect(
                table == "step,loss,\"a,\"\"b\"\"\",learning-rate,images-per-second\r\n1,3.5,0.5,0.1,10.0\r\n"
                    + "2,nan,0.25,0.2,10.0\r\n")
        }
    }

    @Test func histogramsCountEveryNumber() throws {
        let numbers: [Float] = (0..<1000).map { Float($0) / 1000 } + [.nan, .infinity]
        let found = try #require(BoardHistogramProto(numbers))
        #expect(found.num == 1000 && found.bucket.reduce(0, +) == 1000 && found.bucketLimit.count == found.bucket.count)
        #expect(found.min == 0 && found.max == Double(Float(0.999)) && found.bucketLimit.last == found.max)
        #expect(found.bucket.allSatisfy { (32...35).contains($0) })
        #expect(try #require(BoardHistogramProto([2, 2])).bucket == [2])
        #expect(BoardHistogramProto([]) == nil && BoardHistogramProto([.nan]) == nil)
    }
}
