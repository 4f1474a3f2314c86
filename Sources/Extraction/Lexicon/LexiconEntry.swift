import Yams

/// A node of a user's lexicon that says where it stands when it is not what it should be.
struct LexiconEntry {
  let line: Int?
  private let node: Node
  private let file: String?

  /// - Parameter fallback: the line to name where the node has none of its own.
  init(_ node: Node, file: String?, fallback: Int? = nil) {
    self.node = node
    self.file = file
    line = node.mark?.line ?? fallback
  }

  var isEmpty: Bool { node.isEmpty }

  /// The values of a mapping by key, in the order of the file.
  func pairs() throws(ExtractionError) -> [(key: String, value: LexiconEntry)] {
    guard case .mapping(let mapping) = node else {
      throw malformed("keys with values, such as 'name: Saab'")
    }
    var pairs: [(String, LexiconEntry)] = []
    for (key, value) in mapping {
      let entry = LexiconEntry(key, file: file, fallback: line)
      pairs.append((try entry.text(), LexiconEntry(value, file: file, fallback: entry.line)))
    }
    return pairs
  }

  /// The values of a mapping that has no keys but those allowed.
  func pairs(
    allowed: [String], what: String
  ) throws(ExtractionError) -> [(key: String, value: LexiconEntry)] {
    let pairs = try pairs()
    for (key, value) in pairs where !allowed.contains(key) {
      throw ExtractionError(
        .unknownKey, file: file, line: value.line, detail: "there is no '\(key)' here",
        remedy: "the \(what) are " + allowed.joined(separator: ", "))
    }
    return pairs
  }

  /// The fields of an entry; those left empty are left out.
  func fields(_ allowed: [String]) throws(ExtractionError) -> [String: LexiconEntry] {
    var fields: [String: LexiconEntry] = [:]
    for (key, value) in try pairs(allowed: allowed, what: "keys") where !value.isEmpty {
      fields[key] = value
    }
    return fields
  }

  /// A field that an entry must have.
  func needed(
    _ key: String, _ fields: [String: LexiconEntry]
  ) throws(ExtractionError) -> LexiconEntry {
    if let field = fields[key] { return field }
    let remedy =
      key == "reason"
      ? "say why, so that others can check it: 'reason: …'" : "add a line '\(key): …'"
    throw ExtractionError(
      .incomplete, file: file, line: line, detail: "this entry has no \(key)", remedy: remedy)
  }

  /// The entries of a list.
  func entries() throws(ExtractionError) -> [LexiconEntry] {
    guard case .sequence(let sequence) = node else {
      throw malformed("a list, each entry on a line that starts with '-'")
    }
    return sequence.map { LexiconEntry($0, file: file, fallback: line) }
  }

  /// A list of texts, or one text.
  func list() throws(ExtractionError) -> [String] {
    if case .scalar = node { return [try text()] }
    var texts: [String] = []
    for entry in try entries() { texts.append(try entry.text()) }
    return texts
  }

  /// A text as it is written: `NO` is Norway, not a truth value.
  func text() throws(ExtractionError) -> String {
    guard case .scalar(let scalar) = node else { throw malformed("a text") }
    guard scalar.string.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw ExtractionError(
        .incomplete, file: file, line: line, detail: "there is nothing here",
        remedy: "write a text or leave the line out")
    }
    return scalar.string
  }

  private func malformed(_ wanted: String) -> ExtractionError {
    ExtractionError(
      .malformed, file: file, line: line, detail: "this should be \(wanted)",
      remedy: "see the example in docs/tables.md")
  }
}
