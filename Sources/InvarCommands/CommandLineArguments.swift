/// What the parser gets.
enum CommandLineArguments {
    /// `--epochs -1` as `--epochs=-1`: the parser would take `-1` for an option of its own, and say that a value is missing.
    static func joiningNumbers(_ arguments: [String]) -> [String] {
        var result: [String] = []
        for argument in arguments {
            if let option = result.last, option.hasPrefix("--"), option.count > 2, !option.contains("="),
                argument.hasPrefix("-"), Double(argument) != nil
            {
                result[result.count - 1] = "\(option)=\(argument)"
            } else {
                result.append(argument)
            }
        }
        return result
    }
}
