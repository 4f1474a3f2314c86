import NetworkReports

/// How long each step took.
final class Timings {
  private let clock = ContinuousClock()
  private var phases: [(name: String, duration: Duration)] = []

  /// Does a step and notes how long it took; a step done several times is summed.
  func measure<Result>(_ name: String, _ step: () throws -> Result) rethrows -> Result {
    let start = clock.now
    defer { add(name, clock.now - start) }
    return try step()
  }

  func add(_ name: String, _ duration: Duration) {
    if let place = phases.firstIndex(where: { $0.name == name }) {
      phases[place].duration += duration
    } else {
      phases.append((name, duration))
    }
  }

  /// Prints the steps if they were asked for.
  func report(_ options: MessageOptions) {
    guard options.timings else { return }
    let members = phases.map {
      JSON.Member(key: $0.name, value: .number($0.duration / .seconds(1)))
    }
    Messages.line(JSON.object(members).line)
  }
}
