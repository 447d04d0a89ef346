import Foundation

/// Where the schedules come from that nobody named.
package enum SchedulePlace: Hashable, Sendable {
    /// `INVAR_SCHEDULES` or `--schedules`: what is wrong in it is an error.
    case file(String)
    /// Those that `invar tune` keeps for this machine.
    case kept(folder: String)
    /// The cost model alone.
    case off

    /// `$INVAR_SCHEDULES`, where empty and `off` mean none; else `invar/schedules` in `$XDG_CACHE_HOME` or in `~/.cache`.
    package init(environment: [String: String]) {
        if let own = environment["INVAR_SCHEDULES"] {
            self = own.isEmpty || own == "off" ? .off : .file(own)
        } else {
            self = folderOfUser("schedules", environment).map { .kept(folder: $0) } ?? .off
        }
    }
}

extension ScheduleTable {
    /// A target's file in the folder of kept schedules.
    package static func fileName(_ target: CodeTarget) -> String { "\(target.processor)-\(target.vectorBits).txt" }

    /// The schedules of a place. Those that were kept are passed over, with a note, where they cannot be used.
    package init(_ place: SchedulePlace, target: CodeTarget) throws(ScheduleError) {
        switch place {
        case .off: self = .empty
        case .file(let path): try self.init(file: path)
        case .kept(let folder):
            let name = Self.fileName(target)
            guard FileManager.default.fileExists(atPath: "\(folder)/\(name)") else {
                self = .empty
                return
            }
            do {
                guard let bytes = CacheEntry.read(name, in: try CacheFolder(folder)) else {
                    throw CacheRefusal("\(folder)/\(name) is not a file that only this user can write")
                }
                try self.init(
                    parsing: String(decoding: bytes, as: UTF8.self), name: "\(folder)/\(name)", isLenient: true)
            } catch {
                let reason = (error as? CacheRefusal)?.reason ?? "\(error)"
                self.init(problem: "the kept schedules are not used: \(reason)")
            }
        }
    }

    /// Keeps these schedules for this target, beside those that are kept for other contractions.
    package func keep(in folder: String, target: CodeTarget) throws(ScheduleError) {
        do throws(CacheRefusal) {
            try CacheWriter(folder: try CacheFolder(folder), write: CacheWriter.system).put(
                Array(file(target).utf8), as: Self.fileName(target))
        } catch {
            throw ScheduleError("the schedules are not kept: \(error.reason)")
        }
    }

    /// The whole file: it says what it is.
    package func file(_ target: CodeTarget) -> String {
        """
        # Schedules of contractions, measured by invar tune on \(target.processor) with \(target.vectorBits)-bit vectors.
        # One contraction a line; the cost model chooses those that are not here.

        """ + text
    }
}
