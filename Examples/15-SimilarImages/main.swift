// Find similar pictures: a trained encoder turns each picture of a folder into a vector, and near vectors are similar
// pictures.
//
//     swift run -c release SimilarImages RUN FOLDER [PICTURE]
//
// RUN is a directory that `pretrain` wrote. PICTURE is what to look for: the folder's first one, unless given.
import Foundation
import InvarKit

let arguments = CommandLine.arguments
guard (3...4).contains(arguments.count) else {
    print("usage: SimilarImages RUN FOLDER [PICTURE]")
    exit(64)
}
do {
    let encoder = try TrainedEncoder(arguments[1])
    let pictures = try encoder.embed(folder: arguments[2])
    for left in pictures.unreadable { print("left out: \(left.name) \(left.reason)") }

    let query = arguments.count > 3 ? try encoder.embed(files: [arguments[3]]) : pictures
    print("nearest to \(query.names[0]), of \(pictures.count) pictures:")
    for neighbour in pictures.nearest(5, to: query[0]) {
        print("  \(neighbour.name)  \((neighbour.distance * 1000).rounded() / 1000)")
    }
} catch {
    print(error)
    exit(1)
}
