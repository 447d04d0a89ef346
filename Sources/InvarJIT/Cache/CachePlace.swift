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
        } else if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
            self = .folder(caches + "/invar/kernels")
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            self = .folder(home + "/.cache/invar/kernels")
        } else {
            self = .none(reason: "$HOME is not set; $INVAR_CACHE can name a folder")
        }
    }
}
