import Foundation
import InvarData

/// The directory of an emission: whole, or not there.
struct EmissionFolder {
    let path: String

    init(_ path: String) { self.path = PathParts.join(PathParts.folder(path), PathParts.name(path)) }

    static func write(_ file: EmittedFile, in folder: String) throws {
        let path = PathParts.join(folder, file.path)
        try Folder.make(PathParts.folder(path))
        try file.write(path)
    }

    /// - Parameters:
    ///   - replacing: an earlier emission gives way.
    ///   - fill: writes into the directory that it is given, which lies beside until all is there.
    func write(replacing: Bool, _ fill: (String) throws -> Void) throws {
        let stands = try occupied(replacing: replacing)
        try Folder.make(PathParts.folder(path))
        let (partial, old) = ("\(path).partial-\(getpid())", "\(path).old-\(getpid())")
        let (files, calls) = (FileManager.default, FileSystem.calls)
        // a process of the same number may have been killed here
        try? files.removeItem(atPath: partial)
        do {
            try Folder.make(partial)
            try fill(partial)
            if stands, calls.rename(path, old) != 0 { throw DataError.system(path, "cannot be replaced") }
            guard calls.rename(partial, path) == 0 else {
                let error = DataError.system(path, "cannot be put in place")
                if stands { _ = calls.rename(old, path) }
                throw error
            }
        } catch {
            try? files.removeItem(atPath: partial)
            throw error
        }
        try calls.syncFolder(of: path)
        if stands { try files.removeItem(atPath: old) }
    }

    /// Whether something stands there that is to be replaced.
    private func occupied(replacing: Bool) throws -> Bool {
        guard let status = FileStatus(path) else { return false }
        guard status.isDirectory else { throw EmissionError("\(path) is a file; give a new directory") }
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        // SwiftPM makes the directories of what a plugin's command is to write
        guard try Self.hasFiles(path) else { return !names.isEmpty }
        guard names.contains(where: { EmissionDescription.isOne(PathParts.join(path, $0)) }) else {
            throw EmissionError("\(path) is not empty, and what is in it is no emission; give a new directory")
        }
        guard replacing else {
            throw EmissionError("\(path) holds an earlier emission; --force replaces it with all that is in it")
        }
        return true
    }

    private static func hasFiles(_ folder: String) throws -> Bool {
        try FileManager.default.subpathsOfDirectory(atPath: folder).contains {
            FileStatus(PathParts.join(folder, $0))?.isDirectory != true
        }
    }
}
