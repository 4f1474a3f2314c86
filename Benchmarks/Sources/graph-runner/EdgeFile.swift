import Foundation
import GraphAnalytics

/// The edges of a benchmark graph, as `harness/graphs.py` writes them: three 64-bit numbers
/// (vertices, edges, 1 if directed), then a column each of sources, targets (32 bits), strengths
/// and path strengths (64-bit floating point), all little-endian.
struct EdgeFile {
  /// Which of the two columns of weights to take.
  enum Weights: String {
    /// Strengths as ties have them, many of them equal.
    case strength
    /// Random strengths under which no two paths are equally long, so that rounding, which every
    /// library does differently, cannot decide between them.
    case path
  }

  let vertexCount: Int
  let isDirected: Bool
  private let sources: [UInt32]
  private let targets: [UInt32]
  private let strengths: [Double]

  init(path: String, weights: Weights) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    guard bytes.count >= 24 else { throw RunnerError("\(path): no edge file") }
    func column<Value>(_ type: Value.Type, at offset: Int, count: Int) -> [Value] {
      [Value](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = bytes.copyBytes(
          to: buffer, from: offset..<offset + count * MemoryLayout<Value>.size)
        filled /= MemoryLayout<Value>.size
      }
    }
    let header = column(Int64.self, at: 0, count: 3).map(Int.init)
    let count = header[1]
    guard count >= 0, bytes.count == 24 + 24 * count else {
      throw RunnerError("\(path): the size of the file does not fit its \(count) edges")
    }
    vertexCount = header[0]
    isDirected = header[2] != 0
    sources = column(UInt32.self, at: 24, count: count)
    targets = column(UInt32.self, at: 24 + 4 * count, count: count)
    strengths = column(
      Double.self, at: 24 + (weights == .strength ? 8 : 16) * count, count: count)
  }

  func graph() throws -> Graph {
    try Graph(
      vertexCount: vertexCount,
      edges: sources.indices.lazy.map { index in
        Edge(
          source: Int(sources[index]), target: Int(targets[index]), weight: strengths[index])
      },
      isDirected: isDirected)
  }
}

/// A request that cannot be met.
struct RunnerError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
