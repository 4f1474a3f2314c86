import Foundation
import GraphAnalytics

/// Runs measures on request, so that the benchmark can alternate between this process and those of
/// other libraries: a line `measure TAB edge file TAB file for the values` comes in, a line of JSON
/// goes out. The first argument is the number of threads.
@main
struct GraphRunner {
  let threads: Int
  /// What the process held before it had a graph.
  let idleBytes: Int
  var loaded: (path: String, weights: EdgeFile.Weights, graph: Graph, alpha: Double)?

  static func main() {
    Meters.resetPeak()
    var runner = GraphRunner(
      threads: CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1,
      idleBytes: Meters.peakBytes)
    while let line = readLine() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      do {
        guard fields.count == 3, let measure = Measure(rawValue: fields[0]) else {
          throw RunnerError("not a request: \(line)")
        }
        answer(try runner.run(measure, path: fields[1], output: fields[2]))
      } catch {
        answer(Answer(measure: fields[0], error: "\(error)"))
      }
    }
  }

  static func answer(_ answer: Answer) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let line = (try? encoder.encode(answer)) ?? Data("{}".utf8)
    FileHandle.standardOutput.write(line + Data("\n".utf8))
  }

  private mutating func run(_ measure: Measure, path: String, output: String) throws -> Answer {
    if measure == .build { return try build(path) }
    let (graph, alpha) = try graph(path, measure.weights)
    Meters.resetPeak()
    let (values, times) = try timed {
      try measure.values(of: graph, threads: threads, alpha: alpha)
    }
    var answer = Answer(measure: measure.rawValue, times: times)
    answer.peakBytes = max(Meters.peakBytes - idleBytes, 0)
    answer.checksum = values.checksum
    if measure.isCommunityMethod, case .partition(let partition) = values {
      answer.modularity = try graph.modularity(of: partition)
    }
    try values.numbers.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: output)) }
    return answer
  }

  private mutating func build(_ path: String) throws -> Answer {
    loaded = nil
    let file = try EdgeFile(path: path, weights: .strength)
    Meters.resetPeak()
    let (graph, times) = try timed { try file.graph() }
    var answer = Answer(measure: Measure.build.rawValue, times: times)
    answer.peakBytes = max(Meters.peakBytes - idleBytes, 0)
    answer.checksum = Double(graph.edgeCount)
    return answer
  }

  private mutating func graph(_ path: String, _ weights: EdgeFile.Weights) throws -> (Graph, Double)
  {
    if let loaded, loaded.path == path, loaded.weights == weights {
      return (loaded.graph, loaded.alpha)
    }
    loaded = nil
    let graph = try EdgeFile(path: path, weights: weights).graph()
    let alpha = 1 / Double((graph.degree(.both).max() ?? 0) + 1)
    loaded = (path, weights, graph, alpha)
    return (graph, alpha)
  }

  /// The median of up to five runs, fewer if they take long: the rule of `harness/worker.py` too.
  private func timed<Result>(_ work: () throws -> Result) rethrows -> (Result, Times) {
    var processor: [Double] = []
    var wall: [Double] = []
    while true {
      let start = (Meters.processorSeconds, Meters.wallSeconds)
      let result = try work()
      processor.append(Meters.processorSeconds - start.0)
      wall.append(Meters.wallSeconds - start.1)
      if processor.count == 5 || wall.reduce(0, +) > 0.3 {
        return (result, Times(processor: median(processor), wall: median(wall)))
      }
    }
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

/// Seconds a run took.
struct Times {
  let processor: Double
  let wall: Double
}

/// A line of output.
struct Answer: Encodable {
  let measure: String
  var processorSeconds: Double?
  var wallSeconds: Double?
  var peakBytes: Int?
  var checksum: Double?
  var modularity: Double?
  var error: String?

  init(measure: String, error: String) {
    self.measure = measure
    self.error = error
  }

  init(measure: String, times: Times) {
    self.measure = measure
    processorSeconds = times.processor
    wallSeconds = times.wall
  }
}
