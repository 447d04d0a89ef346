/// Which folder keeps compiled kernels.
package enum CachePlace: Hashable, Sendable {
    case folder(String)
    /// The user wants none.
    case off
    /// There is nowhere to put it.
    case none(reason: String)

    /// `$INVAR_CACHE`, where empty and `off` mean no cache; else `invar/kernels` in `$XDG_CACHE_HOME` or in `~/.cache`.
    package init(environment: [String: String]) {
        if let own = environment["INVAR_CACHE"] {
            self = own.isEmpty || own == "off" ? .off : .folder(own)
        } else {
            self =
                folderOfUser("kernels", environment).map { .folder($0) }
                ?? .none(reason: "$HOME is not set; $INVAR_CACHE can name a folder")
        }
    }
}

/// Where a user keeps what can be made again: `invar/NAME` in `$XDG_CACHE_HOME` or in `~/.cache`; nil where neither is known.
func folderOfUser(_ name: String, _ environment: [String: String]) -> String? {
    func folder(_ variable: String, _ below: String) -> String? {
        guard let path = environment[variable], path.hasPrefix("/") else { return nil }
        return "\(path)\(below)/invar/\(name)"
    }
    return folder("XDG_CACHE_HOME", "") ?? folder("HOME", "/.cache")
}
