import Foundation
import InvarData
import InvarGraph

/// The sources of a package, by the names that the compiler gives them (`#fileID`: `Module/File.swift`). Who builds with an
/// editor wants paths: a line `PATH:LINE: error: …` can be clicked on.
struct SourceFiles {
    private let root: String

    init(below root: String) { self.root = root }

    /// The same mistake at a path; as it was, where no file or several could be meant.
    func locating(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let site = diagnostic.site, let path = path(of: site.file) else { return diagnostic }
        return Diagnostic(diagnostic.message, at: Site(path, site.line))
    }

    /// A file of that name below a directory of the module's name.
    private func path(of fileID: String) -> String? {
        let module = String(fileID.prefix { $0 != "/" })
        let name = PathParts.name(fileID)
        guard let walk = FileManager.default.enumerator(atPath: root) else { return nil }
        var found: [String] = []
        for case let path as String in walk {
            let parts = path.split(separator: "/")
            // what was built, and checkouts of others
            if parts.last?.hasPrefix(".") == true { walk.skipDescendants() }
            if parts.last ?? "" == name, parts.dropLast().contains(module[...]) {
                found.append(PathParts.join(root, path))
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
