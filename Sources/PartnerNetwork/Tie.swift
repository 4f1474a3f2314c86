import PartnerModel

/// All that was observed between two entities in one relation.
public struct Tie: Hashable, Sendable {
  /// The sum over its statements, reports of one story counted once; 0 if all deny it.
  public var weight: Double
  /// Most ties of a large network have one row, which needs no storage of its own.
  private var stored: Rows
  private var narrow: Narrow
  /// Half as wide as what they are given as: there are millions of ties.
  private struct Narrow: Hashable, Sendable {
    var source: Int32
    var target: Int32
    var type: Int32
    var statementCount: Int32
    var documentCount: Int32
  }

  /// Place of the source in ``Network/entities``; of an undirected type, the lower place.
  public var source: Int {
    get { Int(narrow.source) }
    set { narrow.source = Int32(clamping: newValue) }
  }
  /// Place of the target in ``Network/entities``.
  public var target: Int {
    get { Int(narrow.target) }
    set { narrow.target = Int32(clamping: newValue) }
  }
  /// Place in ``Network/types``.
  public var type: Int {
    get { Int(narrow.type) }
    set { narrow.type = Int32(clamping: newValue) }
  }
  /// The earliest date of a statement that counts.
  public var first: PartialDate?
  /// The latest date of a statement that counts.
  public var last: PartialDate?
  /// How many statements speak of it, denials and repetitions included.
  public var statementCount: Int {
    get { Int(narrow.statementCount) }
    set { narrow.statementCount = Int32(clamping: newValue) }
  }
  /// How many documents speak of it.
  public var documentCount: Int {
    get { Int(narrow.documentCount) }
    set { narrow.documentCount = Int32(clamping: newValue) }
  }
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
    narrow = Narrow(
      source: Int32(clamping: source), target: Int32(clamping: target),
      type: Int32(clamping: type), statementCount: Int32(clamping: statementCount),
      documentCount: Int32(clamping: documentCount))
    self.weight = weight
    self.first = first
    self.last = last
    stored = .several(rows)
    if rows.count == 1 { self.rows = rows }
  }

  /// A tie that one row speaks of.
  init(source: Int, target: Int, type: Int, weight: Double, date: PartialDate?, row: Int64) {
    narrow = Narrow(
      source: Int32(clamping: source), target: Int32(clamping: target),
      type: Int32(clamping: type), statementCount: 1, documentCount: 0)
    self.weight = weight
    first = date
    last = date
    stored = .one(row)
  }
}
