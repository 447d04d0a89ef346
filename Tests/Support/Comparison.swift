// How tests say that two numbers are near: by these functions alone. `max(largest, abs(got - want))` keeps its old value where the
// difference is not a number, and so a NaN would pass.
//
// Inlinable: unspecialized, a comparison of the millions of numbers of a network takes longer than the network.

/// |got − want|: 0 where both are the same, also infinite; infinite where one of them is not a number, or infinite alone.
@inlinable package func difference(_ got: Double, _ want: Double) -> Double {
    if got == want { return 0 }
    let difference = (got - want).magnitude
    return difference.isNaN ? .infinity : difference
}

/// The largest difference of two lists, place by place. Infinite where a number is none, whatever the other list has there, and where
/// there are not as many.
@inlinable package func largestDifference<A: BinaryFloatingPoint, B: BinaryFloatingPoint>(
    _ got: some Sequence<A>, _ want: some Sequence<B>
) -> Double {
    var (left, right) = (got.makeIterator(), want.makeIterator())
    var largest = 0.0
    while true {
        switch (left.next(), right.next()) {
        case (nil, nil): return largest
        case (let a?, let b?): largest = max(largest, difference(Double(a), Double(b)))
        default: return .infinity
        }
    }
}
