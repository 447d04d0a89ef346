import CLLVM
import InvarGraph

/// A place in memory, of elements of one type that lie side by side: `address + n` is n elements further.
///
/// To LLVM all addresses are bytes, so that typed pointers (LLVM 14) and opaque ones (15 and later) are written alike.
@safe
struct Address: SingleValue {
    let ref: LLVMValueRef
    let builder: IRBuilder
    let element: ElementType

    init(_ ref: LLVMValueRef?, _ builder: IRBuilder, of element: ElementType) {
        unsafe (self.ref, self.builder, self.element) = (required(ref), builder, element)
    }

    func with(_ ref: LLVMValueRef?) -> Address { unsafe Address(ref, builder, of: element) }

    static func + (address: Address, elements: Index) -> Address {
        address.advanced(bytes: elements * address.element.byteCount)
    }
    static func + (address: Address, elements: Int) -> Address { address + Index(elements) }

    func advanced(bytes: Index) -> Address {
        if bytes.known == 0 { return self }
        var offset: LLVMValueRef? = unsafe bytes.ref(builder)
        return unsafe with(LLVMBuildInBoundsGEP2(builder.place, builder.byte, ref, &offset, 1, ""))
    }

    /// The same place as a pointer to something.
    func typed(_ type: LLVMTypeRef) -> LLVMValueRef {
        unsafe required(LLVMBuildBitCast(builder.place, ref, LLVMPointerType(type, 0), ""))
    }

    /// The address that lies here.
    func loadAddress(of element: ElementType) -> Address {
        unsafe Address(LLVMBuildLoad2(builder.place, builder.address, typed(builder.address), ""), builder, of: element)
    }

    fileprivate func loadIndex() -> Index {
        unsafe Index(LLVMBuildLoad2(builder.place, builder.int64, typed(builder.int64), ""), builder)
    }

    /// The number that lies here.
    func load() -> Vector { builder.lanes(LaneType(element: element, lanes: 1)).load(self) }

    /// Asks for the cache line that lies so many bytes on: it will be read soon, or written to.
    func prefetch(bytes: Int, forWriting: Bool = false) {
        let place = advanced(bytes: Index(bytes))
        // to be read or written, into the second level, as data
        let numbers = unsafe [forWriting ? 1 : 0, 2, 1].map { unsafe builder.int32($0) }
        unsafe builder.callIntrinsic("llvm.prefetch", over: [builder.address], [place.ref] + numbers)
    }
}

/// Whole numbers in memory, known when the code is written: `table[n]`.
struct Table: SingleValue {
    private let address: Address
    var ref: LLVMValueRef { unsafe address.ref }

    private init(_ address: Address) { self.address = address }
    func with(_ ref: LLVMValueRef?) -> Table { unsafe Table(address.with(ref)) }

    /// Kept in the module.
    init(_ values: [Int], _ builder: IRBuilder) {
        var entries: [LLVMValueRef?] = unsafe values.map { unsafe Index($0).ref(builder) }
        let type = unsafe LLVMArrayType(builder.int64, UInt32(values.count))
        let global = unsafe required(LLVMAddGlobal(builder.module, type, "table"))
        unsafe LLVMSetInitializer(global, LLVMConstArray(builder.int64, &entries, UInt32(values.count)))
        unsafe LLVMSetGlobalConstant(global, 1)
        unsafe LLVMSetLinkage(global, LLVMInternalLinkage)
        unsafe self.init(Address(LLVMConstBitCast(global, builder.address), builder, of: .float64))
    }

    subscript(index: Index) -> Index { (self + index).address.loadIndex() }
    subscript(index: Int) -> Index { self[Index(index)] }

    static func + (table: Table, entries: Index) -> Table { Table(table.address.advanced(bytes: entries * 8)) }
}
