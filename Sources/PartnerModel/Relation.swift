/// The vocabulary of ties: interactions in the terms of PLOVER and SIPRI, structure in those of
/// FollowTheMoney.
public enum Relation: String, Codable, CaseIterable, Sendable {
  case agree, consult, support, cooperate, aid
  /// Arms, technology or licences from supplier to recipient.
  case transfer
  case compete, accuse, reject, threaten, sanction, coerce, assault
  /// A person heads an organisation or a country.
  case leads
  case memberOf, partOf, basedIn

  /// Whether the relation holds both ways, so that its ends have no order.
  public var isUndirected: Bool {
    switch self {
    case .agree, .consult, .cooperate, .compete: true
    default: false
    }
  }

  /// The family the relation belongs to.
  public var group: TieGroup {
    switch self {
    case .agree, .consult, .support, .cooperate, .aid, .transfer: .cooperative
    case .compete, .accuse, .reject, .threaten, .sanction, .coerce, .assault: .hostile
    case .leads, .memberOf, .partOf, .basedIn: .structural
    }
  }
}

/// The three families of ties.
public enum TieGroup: String, Codable, CaseIterable, Sendable {
  case cooperative, hostile, structural
}

/// How the text presents what it claims.
public enum Status: String, Codable, CaseIterable, Sendable {
  /// It happened, or is the case.
  case asserted
  /// It is to happen: future, under negotiation, "may", "intends".
  case planned
  /// It is said not to be, or was refused or called off.
  case negated
  /// An earlier event that the document looks back on.
  case historical

  /// What one statement of this status adds to the weight of its tie.
  public var weight: Double {
    switch self {
    case .asserted, .historical: 1
    case .planned: 0.5
    case .negated: 0
    }
  }
}
