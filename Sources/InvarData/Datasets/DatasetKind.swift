/// What a directory holds, by what is in it.
enum DatasetKind {
    case idx
    case npy
    case published(PublishedFiles.Format, directory: String)
    case tar
    case folder
    case sounds

    /// Folders of images come before archives that lie beside them: the archive is what they were unpacked from.
    init?(of directory: String) {
        if IdxFolder.isOne(directory) {
            self = .idx
        } else if NpyFolder.isOne(directory) {
            self = .npy
        } else if let found = PublishedFiles.find(in: directory) {
            self = .published(found.format, directory: found.directory)
        } else if ImageFolder.hasFolders(of: .pictures, directory) {
            self = .folder
        } else if TarFolder.isOne(directory) {
            self = .tar
        } else if let top = try? FolderListing(directory), !top.pictures.isEmpty {
            self = .folder
        } else if SoundFolder.isOne(directory) {
            self = .sounds
        } else {
            return nil
        }
    }
}
