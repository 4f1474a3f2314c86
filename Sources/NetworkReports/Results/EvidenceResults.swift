import PartnerModel

/// What is said about an entity or a pair, as the outputs of `explain`.
public struct EvidenceResults: Sendable {
  /// The entity, or the two.
  public let subjects: [Entity]
  /// What is said, by date.
  public let lines: [EvidenceLine]

  /// Made of its parts.
  public init(subjects: [Entity], lines: [EvidenceLine]) {
    self.subjects = subjects
    self.lines = lines
  }

  /// A paragraph for each statement: the tie, the sentence, the document.
  ///
  /// - Parameter limit: How many statements to show; what is left out is counted below.
  public func text(limit: Int? = nil) -> String {
    var result = heading + "\n"
    for line in lines.prefix(limit ?? lines.count) {
      result += "\n" + EvidenceResults.paragraph(line)
    }
    if let limit, lines.count > limit { result += "\n(\(lines.count - limit) more)\n" }
    return result
  }

  /// The date, the tie, the sentence and the document of a statement.
  ///
  /// - Parameter lead: What stands before the date in place of the tie, where the tie is known.
  static func paragraph(_ line: EvidenceLine, lead: String? = nil) -> String {
    let start = lead.map { DisplayWidth.padded("  " + $0, to: 10, onLeft: false) } ?? ""
    let indent = start.isEmpty ? 12 : 22
    let space = String(repeating: " ", count: indent)
    let date = DisplayWidth.padded(line.date?.description ?? "undated", to: 10, onLeft: false)
    var details =
      lead == nil ? ["\(DisplayWidth.harmless(line.tie))  \(line.type.name)"] : []
    if line.status != .asserted { details.append(line.status.rawValue) }
    if line.weight != 1 { details.append("weight \(Decimals.short(line.weight))") }
    var texts = details.isEmpty ? [] : [details.joined(separator: ", ") + "\n"]
    if let sentence = line.sentence {
      texts.append(wrapped("“" + DisplayWidth.harmless(sentence.text) + "”", indent: indent))
    }
    var origin: [String] = []
    if let document = line.document {
      origin.append(document.name)
      if let source = document.source { origin.append(source) }
    } else {
      origin.append("row \(line.row)")
    }
    if let sentence = line.sentence {
      origin.append("rule \(sentence.rule) (\(Decimals.short(sentence.confidence)))")
    }
    texts.append(origin.map(DisplayWidth.harmless).joined(separator: ", ") + "\n")
    // The first stands beside the date.
    let first = texts[0].drop { $0 == " " }
    return start + date + "  " + first
      + texts.dropFirst().map { $0.hasPrefix(space) ? $0 : space + $0 }.joined()
  }

  private var heading: String {
    let documents = Set(lines.compactMap { $0.document?.digest }).count
    let names = subjects.map { subject in
      let aliases = subject.aliases.prefix(5).joined(separator: ", ")
      let details = [
        subject.id.rawValue == subject.name ? "" : subject.id.rawValue,
        aliases.isEmpty ? "" : "also \(aliases)",
      ].filter { !$0.isEmpty }
      return subject.name + (details.isEmpty ? "" : " (\(details.joined(separator: "; ")))")
    }
    let statements = counted(lines.count, documents > 0 ? "statement" : "row")
    return DisplayWidth.harmless(names.joined(separator: " and ")) + ": " + statements
      + (documents > 0 ? " in " + counted(documents, "document") : "")
  }

  /// The statements as rows.
  public var table: Table {
    Table(
      columns: [
        Table.Column("date"), Table.Column("source"), Table.Column("source_name"),
        Table.Column("relation"), Table.Column("target"), Table.Column("target_name"),
        Table.Column("status"), Table.Column("weight"), Table.Column("document"),
        Table.Column("outlet"), Table.Column("title"), Table.Column("start"), Table.Column("end"),
        Table.Column("rule"), Table.Column("confidence"), Table.Column("row"),
        Table.Column("sentence"),
      ],
      rows: lines.map { line in
        [
          .init(line.date?.description), .text(line.source.id.rawValue), .text(line.source.name),
          .text(line.type.name), .text(line.target.id.rawValue), .text(line.target.name),
          .text(line.status.rawValue), .number(line.weight), .init(line.document?.name),
          .init(line.document?.source), .init(line.document?.title),
          .init(line.sentence?.range.start), .init(line.sentence?.range.end),
          .init(line.sentence?.rule), .init(line.sentence?.confidence), .integer(Int(line.row)),
          .init(line.sentence?.text),
        ]
      })
  }

  /// The statements as JSON.
  ///
  /// - Parameter limit: How many statements, the first by date.
  public func json(limit: Int? = nil) -> JSON {
    [
      "schema": "partnernet-evidence/1",
      "entities": .array(subjects.map(\.json)),
      "statementCount": .integer(lines.count),
      "statements": .array(lines.prefix(limit ?? lines.count).map(\.json)),
    ]
  }
}

extension Entity {
  /// The entity as JSON.
  var json: JSON {
    [
      "id": .string(id.rawValue), "name": .string(name), "kind": JSON(kind?.rawValue),
      "aliases": .array(aliases.map { .string($0) }),
    ]
  }
}

extension EvidenceLine {
  /// The statement as JSON.
  var json: JSON {
    [
      "row": .integer(Int(row)), "date": JSON(date?.description),
      "source": .string(source.id.rawValue), "relation": .string(type.name),
      "target": .string(target.id.rawValue), "status": .string(status.rawValue),
      "weight": .number(weight), "document": JSON(document?.name),
      "outlet": JSON(document?.source), "title": JSON(document?.title),
      "url": JSON(document?.url),
      "evidence": sentence.map { [.integer($0.range.start), .integer($0.range.end)] } ?? .null,
      "text": JSON(sentence?.text), "rule": JSON(sentence?.rule),
      "confidence": JSON(sentence?.confidence),
    ]
  }
}
