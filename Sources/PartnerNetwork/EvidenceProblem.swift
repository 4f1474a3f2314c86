/// Observations that could not be taken as they are.
///
/// They come from damaged stores and exchange files; the network is made of the rest.
public struct EvidenceProblem: Hashable, Sendable {
  /// What is wrong with them.
  public enum Kind: Int, Hashable, CaseIterable, Sendable {
    /// An end is not among the entities; left out.
    case unknownEntity
    /// The relation is not among the types; left out.
    case unknownRelation
    /// The document is not among the documents; counted as a row without one.
    case unknownDocument
    /// The weight is neither 0 nor a number from 1e-90 to 1e90; left out.
    case invalidWeight
  }

  /// What is wrong.
  public let kind: Kind
  /// How many observations have the fault.
  public internal(set) var count: Int
  /// The lowest number of a row that has it.
  public internal(set) var firstRow: Int64
}

extension EvidenceProblem: CustomStringConvertible {
  /// The problem in one sentence, with what was done about it.
  public var description: String {
    let rows = count == 1 ? "row \(firstRow)" : "\(count) rows, the first of them row \(firstRow),"
    let verb = count == 1 ? "names" : "name"
    switch kind {
    case .unknownEntity: return "\(rows) \(verb) an entity that does not exist; left out"
    case .unknownRelation: return "\(rows) \(verb) a relation that does not exist; left out"
    case .unknownDocument:
      return "\(rows) \(verb) a document that does not exist; counted as without document"
    case .invalidWeight:
      return "\(rows) \(count == 1 ? "has" : "have") a weight that is neither 0 nor a number from"
        + " 1e-90 to 1e90; left out"
    }
  }
}
