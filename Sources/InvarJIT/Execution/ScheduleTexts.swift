import InvarCompiler

extension JITExecutor {
    /// A contraction of a program, with the schedule that it is compiled by.
    package struct Scheduled: Sendable {
        package let site: ContractionSite
        package let choice: CostModel.Choice
        /// The steps that compute it, by number.
        package var steps: [Int]

        /// A line of a schedule file, and above it a comment for each reason.
        package var text: String {
            choice.reasons.map { "#   \($0)\n" }.joined() + "\(site.key) \(choice.schedule)"
        }
    }

    /// Each different contraction of these steps, in the order in which they are first run.
    package func schedules(of program: Program, steps: [Int]) throws -> [Scheduled] {
        var all: [Scheduled] = []
        var places: [String: Int] = [:]
        let model = CostModel(target)
        let constants = program.constantOperands
        for step in steps {
            guard
                let parts = ContractionParts(
                    of: program.steps[step], constants: constants[step], program.element)
            else { continue }
            let site = parts.site
            if let place = places[site.key] {
                all[place].steps.append(step)
            } else {
                places[site.key] = all.count
                all.append(Scheduled(site: site, choice: try schedules.choice(site, by: model), steps: [step]))
            }
        }
        return all
    }
}
