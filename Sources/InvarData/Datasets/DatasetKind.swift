/// What a directory holds, by what is in it.
enum DatasetKind {
    case idx
    case published(PublishedFiles.Format, directory: String)
    case tar
    case folder

    init?(of directory: String) {
        if Dataset.Split.allCases.contains(where: { Dataset.imagesPath(in: directory, split: $0) != nil }) {
            self = .idx
        } else if let found = PublishedFiles.find(in: directory) {
            self = .published(found.format, directory: found.directory)
        } else if TarFolder.isOne(directory) {
            self = .tar
        } else if ImageFolder.isOne(directory) {
            self = .folder
        } else {
            return nil
        }
    }
}
