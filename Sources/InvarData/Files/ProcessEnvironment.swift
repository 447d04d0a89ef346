/// What the environment of this process says. Read once, when it is first asked for: nothing here changes it.
public enum ProcessEnvironment {
    /// Every variable by its name. A value may be a path, and need not be UTF-8: it has the bytes of one.
    public static let variables: [String: String] = System.environment.reduce(into: [:]) { found, text in
        guard let sign = text.firstIndex(of: "=") else { return }
        found[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
}
