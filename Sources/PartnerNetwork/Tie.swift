import PartnerModel

/// All that was observed between two entities in one relation.
public struct Tie: Hashable, Sendable {
  /// Place of the source in ``Network/entities``; of an undirected type, the lower place.
  public var source: Int
  /// Place of the target in ``Network/entities``.
  public var target: Int
  /// Place in ``Network/types``.
  public var type: Int
  /// The sum over its statements, reports of one story counted once; 0 if all deny it.
  public var weight: Double
  /// The earliest date of a statement that counts.
  public var first: PartialDate?
  /// The latest date of a statement that counts.
  public var last: PartialDate?
  /// How many statements speak of it, denials and repetitions included.
  public var statementCount: Int
  /// How many documents speak of it.
  public var documentCount: Int
  /// Most ties of a large network have one row, which needs no storage of its own.
  private var stored: Rows

  private enum Rows: Hashable, Sendable {
    case one(Int64)
    case several([Int64])
  }

  /// The statements' numbers in the store, or the rows' in the file, ascending.
  public var rows: [Int64] {
    get {
      switch stored {
      case .one(let row): [row]
      case .several(let rows): rows
      }
    }
    set {
      stored = newValue.count == 1 ? .one(newValue[0]) : .several(newValue)
    }
  }

  /// Made of its parts.
  public init(
    source: Int, target: Int, type: Int, weight: Double, first: PartialDate? = nil,
    last: PartialDate? = nil, statementCount: Int = 1, documentCount: Int = 0, rows: [Int64] = []
  ) {
    self.source = source
    self.target = target
    self.type = type
    self.weight = weight
    self.first = first
    self.last = last
    self.statementCount = statementCount
    self.documentCount = documentCount
    stored = .several(rows)
    if rows.count == 1 { self.rows = rows }
  }

  /// A tie that one row speaks of.
  init(source: Int, target: Int, type: Int, weight: Double, date: PartialDate?, row: Int64) {
    self.source = source
    self.target = target
    self.type = type
    self.weight = weight
    first = date
    last = date
    statementCount = 1
    documentCount = 0
    stored = .one(row)
  }
}
