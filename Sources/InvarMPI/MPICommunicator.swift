#if MPI
    import CMPI
    import InvarGraph
    import InvarRuntime

    /// One of the ranks that MPI started. The order in which it sums is its own: the same bits on each rank and run after run for a number
    /// of ranks, but not the bits of `LocalRanks`.
    package struct MPICommunicator: Communicator {
        package let rank: Int
        package let ranks: Int
        package let watch: ExchangeWatch?
        /// Of so many numbers, or bytes, is one call of MPI at most: it counts in 32 bits.
        private var largest = Int(Int32.max)

        init(rank: Int, ranks: Int, watch: ExchangeWatch?) {
            (self.rank, self.ranks, self.watch) = (rank, ranks, watch)
        }

        /// The same, with smaller pieces: for tests of what is larger than a piece.
        package func inPieces(of largest: Int) -> MPICommunicator {
            var other = self
            other.largest = largest
            return other
        }

        package func allReduce(_ numbers: UnsafeMutableRawBufferPointer, of element: ElementType) {
            guard let base = numbers.baseAddress else { return }
            let (size, type) = (element.byteCount, element.mpi)
            inPieces(numbers.count / size, of: largest) { first, count in
                unsafe cmpi_all_reduce(base + first * size, count, type)
            }
        }

        package func allGather(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
            guard let from = part.baseAddress, let to = whole.baseAddress else { return }
            inPieces(part.count, of: largest) { first, count in
                unsafe cmpi_all_gather(from + first, to + first, count, part.count)
            }
        }

        package func reduceScatter(
            _ whole: UnsafeRawBufferPointer, into part: UnsafeMutableRawBufferPointer, of element: ElementType
        ) {
            guard let from = whole.baseAddress, let to = part.baseAddress else { return }
            let (size, type) = (element.byteCount, element.mpi)
            let each = part.count / size
            if each <= largest { return unsafe cmpi_reduce_scatter(from, to, Int32(each), type) }
            // A piece of each rank's part does not lie beside the next rank's: each is summed by itself.
            inPieces(each, of: largest) { first, count in
                for root in 0..<ranks {
                    unsafe cmpi_reduce(from + (root * each + first) * size, to + first * size, count, type, Int32(root))
                }
            }
        }

        package func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from root: Int) {
            guard let base = bytes.baseAddress else { return }
            inPieces(bytes.count, of: largest) { first, count in
                unsafe cmpi_broadcast(base + first, count, Int32(root))
            }
        }

        private func inPieces(_ count: Int, of largest: Int, _ body: (_ first: Int, _ count: Int32) -> Void) {
            var first = 0
            while first < count {
                let piece = min(largest, count - first)
                body(first, Int32(piece))
                first += piece
            }
        }
    }

    extension ElementType {
        fileprivate var mpi: CMPIElement {
            switch self {
            case .float32: CMPIFloat32
            case .float64: CMPIFloat64
            }
        }
    }
#endif
