import Foundation
import InvarData
import Testing

@Suite struct SafetensorsTests {
    private let tensors: [String: StoredTensor] = [
        "encoder.conv1.weight": StoredTensor(shape: [2, 3], [1, -2.5, .pi, 0, .infinity, 1e-30]),
        "step": StoredTensor(shape: [], .int64([1 << 40])),
        "empty": StoredTensor(shape: [0, 7], [Float]()),
        "bytes \"quoted\" \\ \n é": StoredTensor(shape: [3], .uint8([1, 2, 255])),
        "double": StoredTensor(shape: [2, 1], .float64([0.1, -1e300])),
        "int": StoredTensor(shape: [2], .int32([-1, .max])),
    ]

    private func file(_ header: String, data: Int = 0, claims: UInt64? = nil) throws -> (TemporaryDirectory, String) {
        let directory = try TemporaryDirectory()
        let length = claims ?? UInt64(header.utf8.count)
        let bytes =
            (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8)
            + [UInt8](repeating: 1, count: data)
        return (directory, try directory.write(bytes, "x.safetensors"))
    }

    @Test func roundTrip() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a.safetensors"
        try SafetensorsFile.write(tensors, metadata: ["format": "pt", "note": "é\u{1}\""], to: path)
        let read = try SafetensorsFile(path: path)
        #expect(read.metadata == ["format": "pt", "note": "é\u{1}\""])
        #expect(read.names == tensors.keys.sorted())
        for (name, tensor) in tensors { #expect(try read.tensor(name) == tensor) }
        #expect(try directory.names == ["a.safetensors"])
    }

    @Test func theBytesDependOnTheContentsAlone() throws {
        let directory = try TemporaryDirectory()
        for (name, order) in [("a", tensors.keys.sorted()), ("b", tensors.keys.sorted().reversed())] {
            var again: [String: StoredTensor] = [:]
            for key in order { again[key] = tensors[key] }
            try SafetensorsFile.write(again, metadata: ["b": "1", "a": "2"], to: "\(directory.path)/\(name)")
        }
        #expect(try directory.bytes("a") == directory.bytes("b"))
    }

    @Test func aKnownFile() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/a"
        try SafetensorsFile.write(["w": StoredTensor(shape: [1, 2], [1, 2])], to: path)
        let header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}"
        let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        #expect(
            try directory.bytes("a") == [UInt8(padded.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(padded.utf8) + [
                0, 0, 0x80, 0x3F, 0, 0, 0, 0x40,
            ])
    }

    @Test func nearestTensorIsNamed() throws {
        let directory = try TemporaryDirectory()
        try SafetensorsFile.write(tensors, to: "\(directory.path)/a")
        let file = try SafetensorsFile(path: "\(directory.path)/a")
        do {
            _ = try file.tensor("encoder.conv1.wieght")
            Issue.record("no error")
        } catch {
            #expect(String(describing: error).contains("did you mean encoder.conv1.weight?"))
        }
    }

    @Test(
        arguments: [
            ("", 0, nil), ("[]", 0, nil), ("{\"w\":3}", 0, nil), ("not json", 0, nil), ("{}", 1, nil),
            ("{}", 0, 1 << 63),
            ("{}", 0, UInt64.max), ("{}", 0, 3),
            (#"{"w":{"dtype":"F16","shape":[1],"data_offsets":[0,3]}}"#, 3, nil),
            (#"{"w":{"dtype":"F4","shape":[4],"data_offsets":[1,3]}}"#, 3, nil),
            (#"{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 4, nil),
            (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 3, nil),
            (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 5, nil),
            (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4, nil),
            (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#, 4, nil),
            (#"{"w":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, 4, nil),
            (#"{"w":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}"#, 4, nil),
            (#"{"w":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#, 0, nil),
            (#"{"w":{"dtype":"F64","shape":[4611686018427387904],"data_offsets":[0,0]}}"#, 0, nil),
            (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]}}"#, 4, nil),
            (#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#, 4, nil),
            (
                #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}"#,
                4, nil
            ),
            (
                #"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}"#,
                4, nil
            ),
            (#"{"__metadata__":1}"#, 0, nil),
            (String(repeating: #"{"a":"#, count: 100_000), 0, nil),
        ] as [(String, Int, UInt64?)])
    func damagedFilesAreErrors(header: String, data: Int, claims: UInt64?) throws {
        let (directory, path) = try file(header, data: data, claims: claims)
        #expect(throws: DataError.self) { try SafetensorsFile(path: path) }
        withExtendedLifetime(directory) {}
    }

    /// The format wants text; what is none is no reason to refuse the tensors.
    @Test func onlyMetadataThatIsNoTextIsPassedOver() throws {
        let metadata = #""__metadata__":{"a":1,"b":"text","c":null,"d":{"e":[]}}"#
        let header = #"{\#(metadata),"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#
        let (directory, path) = try file(header, data: 1, claims: nil)
        let found = try SafetensorsFile(path: path)
        #expect(found.metadata == ["b": "text"] && found.otherMetadata == ["a", "c", "d"])
        #expect(found.names == ["w"])
        withExtendedLifetime(directory) {}
    }

    /// Values that other programs write, and what they are.
    @Test(
        arguments: [
            ("F16", [0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00], [1, -2, 0x1p-24]),
            ("F16", [0xFF, 0x7B, 0x00, 0x7C, 0x00, 0xFC], [65504, .infinity, -.infinity]),
            ("BF16", [0x80, 0x3F, 0x49, 0xC0, 0x80, 0x7F], [1, -3.140625, .infinity]),
            ("F8_E4M3", [0x38, 0xC0, 0x7E, 0x01, 0x80], [1, -2, 448, 0x1p-9, -0.0]),
            ("F8_E5M2", [0x3C, 0xC0, 0x7B, 0x01, 0x7C], [1, -2, 57344, 0x1p-16, .infinity]),
            ("BOOL", [0, 1, 2], [0, 1, 1]), ("I8", [0x80, 0x7F, 0xFF], [-128, 127, -1]), ("U8", [0, 255], [0, 255]),
            ("I16", [0x00, 0x80, 0xFF, 0x7F], [-32768, 32767]), ("U16", [0xFF, 0xFF], [65535]),
            ("U32", [0, 0, 0, 0x80], [0x1p31]), ("U64", [0, 0, 0, 0, 0, 0, 0, 0x80], [0x1p63]),
            ("I64", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [-1]),
            ("F64", [0, 0, 0, 0, 0, 0, 0xF0, 0xBF], [-1]),
        ] as [(String, [UInt8], [Float])])
    func everyKindOfNumber(kind: String, bytes: [UInt8], values: [Float]) throws {
        let header = #"{"w":{"dtype":"\#(kind)","shape":[\#(values.count)],"data_offsets":[0,\#(bytes.count)]}}"#
        let directory = try TemporaryDirectory()
        let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
        let path = try directory.write(length + Array(header.utf8) + bytes, "x.safetensors")
        let tensor = try SafetensorsFile(path: path).tensor("w")
        #expect(tensor.floats.map(\.bitPattern) == values.map(\.bitPattern) && tensor.element.rawValue == kind)
        try SafetensorsFile.write(["w": tensor], to: "\(directory.path)/again")
        #expect(try SafetensorsFile(path: "\(directory.path)/again").tensor("w") == tensor)
    }

    @Test func notANumberOfEightBits() throws {
        for (kind, byte) in [("F8_E4M3", 0x7F), ("F8_E4M3", 0xFF), ("F8_E5M2", 0x7E)] as [(String, UInt8)] {
            let element = try #require(StoredTensor.Element(rawValue: kind))
            #expect(StoredTensor(shape: [1], .bytes(element, [byte])).floats[0].isNaN)
        }
    }

    /// What is not known of one tensor is no reason to refuse the others.
    @Test func anUnknownKindIsListed() throws {
        let (directory, path) = try file(
            #"{"a":{"dtype":"F4","shape":[4],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}"#,
            data: 3)
        let file = try SafetensorsFile(path: path)
        #expect(file.entries["a"]?.dtype == "F4" && file.entries["a"]?.shape == [4])
        #expect(try file.tensor("b").floats == [1])
        #expect(throws: DataError.self) { try file.tensor("a") }
        withExtendedLifetime(directory) {}
    }

    @Test func aZeroAmongHugeSizesIsEmpty() throws {
        let (directory, path) = try file(
            #"{"w":{"dtype":"F32","shape":[4611686018427387904,0,1],"data_offsets":[0,0]}}"#)
        #expect(try SafetensorsFile(path: path).tensor("w").count == 0)
        withExtendedLifetime(directory) {}
    }

    /// An error may not be as long as the file.
    @Test func longWordsAreCutShort() throws {
        let long = String(repeating: "e\u{301}", count: 50_000)
        for header in [
            #"{"w":{"dtype":"\#(long)","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"\#(long)":{"dtype":"F32","shape":[2],"data_offsets":[0,0]}}"#,
        ] {
            let (directory, path) = try file(header)
            let error = #expect(throws: DataError.self) { try SafetensorsFile(path: path) }
            #expect(error.map { $0.subject == path && (20..<3000).contains($0.message.utf8.count) } == true)
            withExtendedLifetime(directory) {}
        }
    }

    @Test func mutatedFilesNeverCrash() throws {
        let directory = try TemporaryDirectory()
        try SafetensorsFile.write(tensors, metadata: ["format": "pt"], to: "\(directory.path)/seed")
        let seed = try directory.bytes("seed")
        var failures = 0
        for number in 0..<4000 {
            let path = try directory.write(mutated(seed, number: number), "mutated")
            do {
                let file = try SafetensorsFile(path: path)
                for name in file.names { _ = try file.tensor(name) }
            } catch is DataError {
                failures += 1
            }
        }
        #expect(failures > 2000)
    }
}
