/// Images that an `ImageDataset` gives when they are needed.
package struct OwnImages: Sendable {
    private let images: any ImageDataset
    /// Which of them; nothing: all.
    private let places: [Int]?
    let count: Int
    let shape: ImageShape?
    let version: String

    init(_ images: any ImageDataset, count: Int) {
        (self.images, places, self.count) = (images, nil, count)
        (shape, version) = (images.imageShape, images.version)
    }

    private init(_ all: OwnImages, places: [Int]) {
        (images, shape, version) = (all.images, all.shape, all.version)
        (self.places, count) = (places, places.count)
    }

    func picked(_ places: [Int]) -> OwnImages { OwnImages(self, places: places.map { place($0) }) }

    private func place(_ index: Int) -> Int { places?[index] ?? index }

    func name(of index: Int) -> String { images.imageName(at: place(index)) }

    /// - Throws: `ImageFault` with the words of whatever error the set throws.
    func content(of index: Int) throws -> ImageContent {
        do {
            return try images.image(at: place(index))
        } catch let fault as ImageFault {
            throw fault
        } catch let error as DataError {
            throw ImageFault("cannot be read: \(error.subject) \(error.message)")
        } catch {
            throw ImageFault("cannot be read: \(error)")
        }
    }

    /// - Throws: `ImageFault` where the set says that all its images have another size.
    func check(height: Int, width: Int) throws {
        guard let shape, shape.height != height || shape.width != width else { return }
        throw ImageFault("is \(height)×\(width), and its data set says that all are \(shape.height)×\(shape.width)")
    }
}
