import ArgumentParser
import Foundation

/// The process's arguments, as the parser gets them.
enum CommandLineArguments {
    /// Without the program's name. A number below 0 after an option is joined to it, because the parser would take `-1` for an option
    /// of its own and say that a value is missing.
    /// - Throws: `CommandError` for an argument that is not UTF-8: `CommandLine.arguments` has replaced some of its bytes, so
    ///   that it would name another file.
    static func read() throws -> [String] {
        for index in 1..<max(Int(CommandLine.argc), 1) {
            guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil else {
                continue
            }
            let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) }
            throw CommandError(
                "argument \(index) is not UTF-8: \(escaped(bytes)). Names on the command line are UTF-8; give the file another name, "
                    + "or name the directory that it lies in")
        }
        return joiningNumbers(Array(CommandLine.arguments.dropFirst()))
    }

    /// `--epochs -1` as `--epochs=-1`.
    static func joiningNumbers(_ arguments: [String]) -> [String] {
        var result: [String] = []
        for argument in arguments {
            if let last = result.last, last.hasPrefix("--"), last.count > 2, !last.contains("="),
                argument.hasPrefix("-"),
                Double(argument) != nil
            {
                result[result.count - 1] = "\(last)=\(argument)"
            } else {
                result.append(argument)
            }
        }
        return result
    }

    /// As bash reads it: `o\xe9.png`.
    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let isPlain = (0x20..<0x7F).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
