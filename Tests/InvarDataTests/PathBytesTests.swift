import Foundation
import InvarData
import Testing

@Suite struct PathBytesTests {
    @Test(
        arguments: [
            [], Array("plain".utf8), Array("café 猫 🐱".utf8), [0x63, 0xE9], [0xFF], [0xE9, 0x2F, 0xC3, 0xA9], [0xC3],
            [0xF4, 0x8F, 0xBF, 0xA9], [0xF4, 0x8F, 0xBE, 0x80, 0x41], [0xF4, 0x90, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xC0, 0x80 + 1], [0xF0, 0x9F, 0x90],
        ] as [[UInt8]]) func bytesComeBack(bytes: [UInt8])
    {
        let name = String(pathBytes: bytes)
        #expect(name.pathBytes == bytes)
        #expect(
            name.withPath { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }.map { UInt8(bitPattern: $0) }
                == bytes)
    }

    /// Any bytes, and no two names become one string.
    @Test func randomBytesComeBack() {
        var seen: [String: [UInt8]] = [:]
        for seed in 0..<2000 {
            let bytes = randomBytes(1 + seed % 9, seed: UInt64(seed)).map { $0 % 4 == 0 ? 0xF4 : $0 == 0 ? 1 : $0 }
            let name = String(pathBytes: bytes)
            #expect(name.pathBytes == bytes)
            #expect(seen.updateValue(bytes, forKey: name) ?? bytes == bytes)
        }
    }

    @Test func theyAreShownWithEscapes() {
        #expect(String(pathBytes: [0x63, 0x61, 0x66, 0xE9]).shown == "caf\\xe9")
        #expect("café".shown == "café")
        #expect(DataError(String(pathBytes: [0xE9]), "is gone").description == "\\xe9: error: is gone")
    }
}
