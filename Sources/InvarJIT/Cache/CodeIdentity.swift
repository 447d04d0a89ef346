import InvarRuntime

/// What a kernel's machine code depends on beside its key: who wrote it, and for what.
enum CodeIdentity {
    /// As text; nil where the files cannot be told apart, and so nothing may be kept.
    static func text(_ target: CodeTarget) -> String? {
        guard let files else { return nil }
        return """
            target \(target.triple) \(target.processor) \(target.features) \(target.vectorBits)
            llvm \(target.version) \(CodeTarget.release)
            \(files)
            """
    }

    /// The files that hold this code and LLVM's: whoever builds one anew gets another.
    private static let files: String? = {
        let maps = SystemFile.text("/proc/self/maps")
        // An address in LLVM, asked of the linker: the compiler's own idea of it may be a stub in this file.
        guard let llvm = unsafe dlsym(nil, "LLVMContextCreate"),
            let ours = file(at: UInt(bitPattern: #dsohandle), maps), let theirs = file(at: UInt(bitPattern: llvm), maps)
        else { return nil }
        return "code \(ours)\nlibrary \(theirs)"
    }()

    /// Which file is mapped at an address: inode, size and time of its last change.
    private static func file(at address: UInt, _ maps: String) -> String? {
        for line in maps.split(separator: "\n") {
            // 5581c0000000-5581c0200000 r-xp 00000000 08:01 1234567    /usr/bin/invar
            let fields = line.split(separator: " ", maxSplits: 5)
            guard fields.count == 6, let range = fields.first?.split(separator: "-"), range.count == 2,
                let start = UInt(range[0], radix: 16), let end = UInt(range[1], radix: 16),
                start <= address, address < end
            else { continue }
            var status = stat()
            let path = String(fields[5].drop { $0 == " " })
            // A file that was replaced while it runs has no name any more.
            guard unsafe stat(path, &status) == 0, String(status.st_ino) == fields[4] else { return nil }
            return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }
        return nil
    }
}
