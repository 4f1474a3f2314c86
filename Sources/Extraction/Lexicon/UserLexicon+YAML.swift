import Foundation
import PartnerModel
import Yams

extension UserLexicon {
  /// Reads a lexicon from a YAML file.
  public init(path: String) throws(ExtractionError) {
    let yaml: String
    do {
      yaml = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw ExtractionError(
        .unreadable, file: path, detail: "the lexicon cannot be read",
        remedy: "check that the file exists, is readable and is UTF-8")
    }
    try self.init(yaml: yaml, file: path)
  }

  /// Reads a lexicon from YAML text.
  ///
  /// - Parameters:
  ///   - yaml: the text, in the form that docs/tables.md describes.
  ///   - file: the file to name in errors.
  public init(yaml: String, file: String? = nil) throws(ExtractionError) {
    self.init(file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw Self.malformed(error, file: file)
    }
    guard let root, !root.isEmpty else { return }
    let sections = [
      "aliases", "organisations", "persons", "places", "products", "merges", "splits", "never",
    ]
    let file = LexiconEntry(root, file: file)
    for (key, value) in try file.pairs(allowed: sections, what: "sections") where !value.isEmpty {
      switch key {
      case "aliases":
        for (id, names) in try value.pairs() {
          aliases.append(
            Aliases(id: EntityID(rawValue: id), names: try names.list(), line: names.line))
        }
      case "organisations": try read(.organisation, from: value)
      case "persons": try read(.person, from: value)
      case "places", "products":
        let kind: Thing.Kind = key == "places" ? .place : .product
        for entry in try value.entries() {
          things.append(Thing(kind: kind, name: try entry.text(), line: entry.line))
        }
      case "merges":
        for entry in try value.entries() {
          let fields = try entry.fields(["ids", "into", "reason"])
          merges.append(
            Merge(
              ids: try entry.needed("ids", fields).list().map { EntityID(rawValue: $0) },
              into: EntityID(rawValue: try entry.needed("into", fields).text()),
              reason: try entry.needed("reason", fields).text(), line: entry.line))
        }
      default:
        for entry in try value.entries() {
          let isSplit = key == "splits"
          let fields = try entry.fields(
            isSplit ? ["name", "is", "documents", "reason"] : ["name", "documents", "reason"])
          rulings.append(
            Ruling(
              name: try entry.needed("name", fields).text(),
              meaning: isSplit
                ? EntityID(rawValue: try entry.needed("is", fields).text()) : nil,
              documents: try fields["documents"]?.list() ?? [],
              reason: try entry.needed("reason", fields).text(), line: entry.line))
        }
      }
    }
  }

  private mutating func read(
    _ kind: EntityKind, from section: LexiconEntry
  ) throws(ExtractionError) {
    let keys =
      kind == .person ? ["name", "aliases", "country"] : ["name", "aliases", "country", "type"]
    for entry in try section.entries() {
      let fields = try entry.fields(keys)
      let partner = Partner(
        kind: kind, name: try entry.needed("name", fields).text(),
        aliases: try fields["aliases"]?.list() ?? [], type: try fields["type"]?.text() ?? "other",
        country: try fields["country"]?.text(), line: entry.line)
      if let type = fields["type"], !Self.types.contains(partner.type) {
        throw ExtractionError(
          .wrongKind, file: file, line: type.line,
          detail: "'\(partner.type)' is no type of organisation",
          remedy: "write one of " + Self.types.joined(separator: ", "))
      }
      partners.append(partner)
    }
  }

  /// The types of the table of organisations.
  private static let types = [
    "agency", "armedgroup", "bloc", "company", "exhibition", "force", "intergovernmental", "media",
    "ministry", "other", "parliament", "party", "university",
  ]

  private static func malformed(_ error: any Error, file: String?) -> ExtractionError {
    let remedy = "write a YAML mapping of sections as docs/tables.md shows"
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return ExtractionError(
        .malformed, file: file, line: mark.line, detail: "this is not YAML: \(problem)",
        remedy: remedy)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.sorted().joined(separator: ", ")
      return ExtractionError(
        .duplicate, file: file, line: context.mark.line, detail: "\(names) stands there twice",
        remedy: "put what belongs together under one key")
    default:
      return ExtractionError(
        .malformed, file: file, detail: "this is not YAML: \(error)", remedy: remedy)
    }
  }
}

extension Node {
  /// Whether nothing is written there.
  var isEmpty: Bool {
    switch self {
    case .scalar(let scalar):
      ["", "~", "null"].contains(scalar.string) && scalar.style == .plain
        || scalar.string.isEmpty
    case .mapping(let mapping): mapping.isEmpty
    case .sequence(let sequence): sequence.isEmpty
    case .alias: false
    }
  }
}
