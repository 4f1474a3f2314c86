import Graphviz
import PartnerModel

/// Relations that look alike on a map. Told apart by colour, dash and arrowhead together, so that
/// no difference rests on colour alone.
enum LineFamily: Int, CaseIterable, Comparable, Sendable {
  case supply, cooperation, talks, ownership, location, leadership, membership, hostile, other

  init(_ type: TieType) {
    self =
      switch type.relation {
      case .transfer: .supply
      case .agree, .cooperate, .support, .aid: .cooperation
      case .consult: .talks
      case .partOf: .ownership
      case .basedIn: .location
      case .leads: .leadership
      case .memberOf: .membership
      case .compete, .accuse, .reject, .threaten, .sanction, .coerce, .assault: .hostile
      case nil: .other
      }
  }

  static func < (a: LineFamily, b: LineFamily) -> Bool { a.rawValue < b.rawValue }

  /// The name in the legend and in tooltips.
  var name: String {
    switch self {
    case .supply: "arms supply"
    case .cooperation: "co-operation, support"
    case .talks: "meets, talks"
    case .ownership: "part of, owned by"
    case .location: "based in"
    case .leadership: "leads"
    case .membership: "member of"
    case .hostile: "hostile: dispute, sanctions"
    case .other: "other tie"
    }
  }

  /// The CSS class.
  var identifier: Identifier { Identifier("\(self)") }

  func colour(in palette: Palette) -> Colour {
    switch self {
    case .supply: palette.blue
    case .cooperation: palette.green
    case .talks, .ownership, .leadership, .location, .other: palette.grey
    case .membership: palette.purple
    case .hostile: palette.red
    }
  }

  var dash: Dash {
    switch self {
    case .talks, .leadership: .dotted
    case .hostile: .dashed
    default: .solid
    }
  }

  /// The mark at the end of a directed line.
  var arrow: Arrow {
    switch self {
    case .supply, .cooperation, .leadership, .talks: .normal
    case .ownership: .openDiamond
    case .location: .openDot
    case .membership: .empty
    case .hostile: .tee
    case .other: .vee
    }
  }
}
