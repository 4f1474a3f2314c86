import PartnerModel

/// What the columns of an edge list mean.
struct EdgeListColumns {
  enum Role: Int, CaseIterable {
    case source, target, relation, type, kind, label, weight, date, status, document, story
    case sourceName, targetName

    init?(header: String) {
      switch header.lowercased().filter({ !" _-".contains($0) }) {
      case "source", "from": self = .source
      case "target", "to": self = .target
      case "relation": self = .relation
      case "type": self = .type
      case "kind": self = .kind
      case "label": self = .label
      case "weight": self = .weight
      case "date", "timestamp": self = .date
      case "status": self = .status
      case "document": self = .document
      case "story": self = .story
      case "sourcename": self = .sourceName
      case "targetname": self = .targetName
      default: return nil
      }
    }
  }

  /// Columns that hold nothing to read and that need no word about it.
  private static let known: Set<String> = ["id", "key", "statements", "documents"]

  /// The place of every role's column, or -1. Not an array, as every cell of a file asks for it.
  private var places = InlineArray<13, Int>(repeating: -1)
  private(set) var count: Int

  /// Of a header.
  init(header: [String]) {
    count = header.count
    for (place, name) in header.enumerated() {
      if let role = Role(header: name), places[role.rawValue] < 0 {
        places[role.rawValue] = place
      }
    }
  }

  /// The names of the columns that hold something and are not read.
  func ignored(of header: [String]) -> [String] {
    header.enumerated().filter { place, name in
      let isRead = Role.allCases.contains { self[$0] == place }
      return !isRead && !name.isEmpty && !EdgeListColumns.known.contains(name.lowercased())
    }.map(\.element)
  }

  /// Of a file without a header: source, target and perhaps a weight.
  init(withoutHeader count: Int) {
    self.count = count
    places[Role.source.rawValue] = 0
    places[Role.target.rawValue] = 1
    if count == 3 { places[Role.weight.rawValue] = 2 }
  }

  @inline(__always)
  subscript(_ role: Role) -> Int { places[role.rawValue] }

  var isEdgeList: Bool { self[.source] >= 0 && self[.target] >= 0 }
}
