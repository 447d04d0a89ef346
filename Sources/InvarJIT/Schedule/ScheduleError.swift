import InvarGraph

/// A schedule that cannot be read, or not be carried out.
package struct ScheduleError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = shortened(description) }
}
