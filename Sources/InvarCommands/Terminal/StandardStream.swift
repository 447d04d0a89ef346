import Foundation

/// The standard output or the standard error, unbuffered.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Where the caller has closed one of the three streams, the next file to be opened would take its number, and what is printed would
    /// go into that file. Something that cannot be written takes its place instead.
    static func reserve() {
        while true {
            let descriptor = unsafe open("/dev/null", O_RDONLY)
            if descriptor < 0 { return }
            if descriptor > 2 {
                close(descriptor)
                return
            }
        }
    }

    /// - Returns: why not all of it could be written (`errno`); nothing where it could.
    func write(_ text: String) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count, let base = bytes.baseAddress {
                let count = unsafe Foundation.write(rawValue, base + done, bytes.count - done)
                if count >= 0 {
                    done += count
                    continue
                }
                switch errno {
                case EINTR: continue
                case EAGAIN: waitForRoom()
                case EPIPE: endAsUsual()
                case let code: return code
                }
            }
            return nil
        }
    }

    /// Some file systems tell only at the end that what they took could not be stored.
    /// - Returns: `errno`, or nothing.
    func finish() -> Int32? {
        guard close(rawValue) != 0, errno != EBADF, errno != EINTR else { return nil }
        return errno
    }

    /// A terminal that another program has made non-blocking.
    private func waitForRoom() {
        var place = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&place, 1, 1000)
    }

    /// Whoever started this process may have told it to ignore SIGPIPE; a reader that has gone away is no error all the same.
    private func endAsUsual() {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
    }
}
