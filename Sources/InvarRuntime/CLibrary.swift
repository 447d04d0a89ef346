// The C library of this system, for the whole target. Glibc alone has been tried; what the others lack or name otherwise shows
// when somebody builds there.
#if canImport(Glibc)
    @_exported import Glibc
#elseif canImport(Musl)
    @_exported import Musl
#elseif canImport(Darwin)
    @_exported import Darwin
#endif
