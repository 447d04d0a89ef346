/// How a directory of images is to be read where its content leaves a choice. Kept with a run, so that whoever reads the
/// data again reads the same.
package struct DataSettings: Sendable, Hashable, Codable {
    /// The folder of training and that of the test, or of training alone; empty: no folder is a split, each is a class.
    /// Nothing: folders are known by their names (`SplitWord`).
    package var splitFolders: [String]?
    /// Which member of a tar shard is the image where several have one key: `png` for KEY.png, `left.jpg` for KEY.left.jpg.
    /// The first that a key has counts. Nothing: the one whose ending has one part.
    package var imageKey: [String]?
    /// Whether a class may have no images in training.
    package var allowEmptyClasses: Bool
    /// The index of tar shards, where it does not lie among them. It changes nothing but the time that finding the images takes.
    package var index: String?
    /// The files of rows, for models that see no images; nothing where there are images.
    package var table: TableFiles?

    package init(
        splitFolders: [String]? = nil, imageKey: [String]? = nil, allowEmptyClasses: Bool = false, index: String? = nil
    ) {
        (self.splitFolders, self.imageKey, self.allowEmptyClasses) = (splitFolders, imageKey, allowEmptyClasses)
        self.index = index
    }
}
