@unsafe @preconcurrency import Glibc

/// What the environment of this process says. Read once, when it is first asked for: nothing here changes it.
public enum ProcessEnvironment {
    /// Every variable by its name. A value may be a path, and need not be UTF-8: it has the bytes of one.
    public static let variables: [String: String] = {
        var found: [String: String] = [:]
        var place = unsafe environ
        while let entry = unsafe place.pointee {
            let text = unsafe String(path: entry)
            if let sign = text.firstIndex(of: "=") {
                found[String(text[..<sign])] = String(text[text.index(after: sign)...])
            }
            unsafe place += 1
        }
        return found
    }()
}
