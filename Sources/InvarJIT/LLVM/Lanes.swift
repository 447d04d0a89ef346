import CLLVM
import InvarGraph

/// The lanes that are computed together, of which in memory only the first may be there: the others are loaded as 0, and neither
/// read nor written.
struct Lanes {
    let builder: IRBuilder
    let type: LaneType
    /// How many are there: all of them, or fewer.
    let present: Int

    var count: Int { type.lanes }

    /// Only the first so many of them, if these are not all.
    func first(_ count: Int) -> Lanes { Lanes(builder: builder, type: type, present: min(count, type.lanes)) }

    /// The same with all of them there.
    var all: Lanes { builder.lanes(type) }

    // MARK: Numbers

    func number(_ value: Double) -> Vector { builder.number(value, type) }
    var zero: Vector { number(0) }

    /// A vector with the lanes that are not there replaced.
    func masked(_ vector: Vector, else other: Vector) -> Vector {
        unsafe present < type.lanes ? select(Condition(mask, builder), vector, other) : vector
    }

    private var mask: LLVMValueRef {
        if type.lanes == 1 { return unsafe Condition(present > 0).ref(builder) }
        var bits: [LLVMValueRef?] = unsafe (0..<type.lanes).map { unsafe Condition($0 < present).ref(builder) }
        return unsafe required(LLVMConstVector(&bits, UInt32(type.lanes)))
    }

    // MARK: Memory

    /// Consecutive elements.
    @inline(never)
    func load(_ address: Address) -> Vector {
        let lanes = unsafe builder.type(type)
        if present <= 0 { return zero }
        if present < type.lanes {
            let made = unsafe builder.callIntrinsic(
                "llvm.masked.load", over: [lanes, LLVMPointerType(lanes, 0)],
                [address.typed(lanes), builder.int32(type.element.byteCount), mask, LLVMConstNull(lanes)])
            return unsafe Vector(made, builder, type)
        }
        let load = unsafe LLVMBuildLoad2(builder.place, lanes, address.typed(lanes), "")
        unsafe LLVMSetAlignment(load, UInt32(type.element.byteCount))
        return unsafe Vector(load, builder, type)
    }

    @inline(never)
    func store(_ vector: Vector, _ address: Address) {
        let lanes = unsafe builder.type(type)
        if present < type.lanes {
            unsafe builder.callIntrinsic(
                "llvm.masked.store", over: [lanes, LLVMPointerType(lanes, 0)],
                [vector.ref, address.typed(lanes), builder.int32(type.element.byteCount), mask])
            return
        }
        let store = unsafe LLVMBuildStore(builder.place, vector.ref, address.typed(lanes))
        unsafe LLVMSetAlignment(store, UInt32(type.element.byteCount))
    }

    /// Elements some distance apart.
    @inline(never)
    func load(_ address: Address, stride: Int) -> Vector {
        if stride == 1 || type.lanes == 1 { return load(address) }
        return (0..<max(present, 0)).reduce(zero) { $0.inserting((address + $1 * stride).load(), at: $1) }
    }

    @inline(never)
    func store(_ vector: Vector, _ address: Address, stride: Int) {
        if stride == 1 || type.lanes == 1 { return store(vector, address) }
        for lane in 0..<present { builder.lanes(type.with(lanes: 1)).store(vector[lane], address + lane * stride) }
    }

    /// One element in every lane.
    func broadcast(_ address: Address) -> Vector { address.load().broadcast(type) }
}

extension IRBuilder {
    func lanes(_ type: LaneType) -> Lanes { Lanes(builder: self, type: type, present: type.lanes) }

    /// The widest vector, or one of as many lanes as so many columns fill.
    func lanes(_ element: ElementType, columns: Int = .max) -> Lanes {
        lanes(LaneType.fitting(element, columns: columns, in: target))
    }

    /// A number in every lane.
    func number(_ value: Double, _ type: LaneType) -> Vector {
        let one = unsafe LLVMConstReal(self.type(type.with(lanes: 1)), value)
        return unsafe Vector(constantVector(required(one), type.lanes), self, type)
    }

    /// An index as a number.
    func number(_ index: Index, _ element: ElementType) -> Vector {
        let one = LaneType(element: element, lanes: 1)
        return unsafe Vector(LLVMBuildSIToFP(place, index.ref(self), type(one), ""), self, one)
    }
}

extension LaneType {
    /// The widest vector of the target; a narrower one where fewer columns leave the half of it empty.
    static func fitting(_ element: ElementType, columns: Int = .max, in target: CodeTarget) -> LaneType {
        var lanes = target.vectorBits / (8 * element.byteCount)
        while lanes > 1, lanes / 2 >= columns { lanes /= 2 }
        return LaneType(element: element, lanes: lanes)
    }

    /// The widest vector that whole ones of fill so many columns: writing the last overwrites nothing.
    static func dividing(_ element: ElementType, columns: Int, in target: CodeTarget) -> LaneType {
        var lanes = fitting(element, columns: columns, in: target).lanes
        while columns % lanes != 0 { lanes /= 2 }
        return LaneType(element: element, lanes: lanes)
    }
}

/// A square of as many vectors as each has lanes, rows and columns exchanged.
func transposed(_ rows: [Vector]) -> [Vector] {
    let lanes = rows.count
    var rows = rows
    var distance = 1
    while distance < lanes {
        // Pairs of rows this far apart exchange the halves of each run of twice as many lanes.
        let low = (0..<lanes).map { $0 & distance == 0 ? $0 : lanes + $0 - distance }
        let high = (0..<lanes).map { $0 & distance == 0 ? $0 + distance : lanes + $0 }
        for row in 0..<lanes where row & distance == 0 {
            let (a, b) = (rows[row], rows[row + distance])
            rows[row] = a.shuffled(with: b, low)
            rows[row + distance] = a.shuffled(with: b, high)
        }
        distance *= 2
    }
    return rows
}
