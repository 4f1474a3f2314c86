import GRDB
import PartnerModel

/// Columns that must be there: a file that some other hand has changed may lack any of them, and
/// is then reported as damaged.
extension Row {
  func text(_ column: Int) throws -> String { try decode(String.self, atIndex: column) }
  func number(_ column: Int) throws -> Int { try decode(Int.self, atIndex: column) }
}

extension DocumentInfo {
  /// The columns that the initialiser takes, the number of the row first.
  static let columns = """
    document.id, document.digest, document.name, document.title, document.source, document.url,
    document.date_first, document.date_last, document.date_basis, document.story,
    document.word_count
    """

  /// From a row of ``columns``, which stand at `offset`.
  init(_ row: Row, at offset: Int = 0, store: String) throws {
    let basis: String? = row[offset + 8]
    self.init(
      name: try row.text(offset + 2), digest: try row.text(offset + 1), title: row[offset + 3],
      source: row[offset + 4], url: row[offset + 5],
      date: try PartialDate(row[offset + 6], row[offset + 7], store: store),
      dateBasis: basis.flatMap(DateBasis.init), story: try row.number(offset + 9),
      wordCount: try row.number(offset + 10))
  }
}

extension PartialDate {
  /// From the two columns that hold a date; `nil` if they are empty.
  init?(_ first: String?, _ last: String?, store: String) throws {
    guard let first, let last else { return nil }
    guard let from = Day(isoText: first.utf8), let to = Day(isoText: last.utf8) else {
      throw StoreError.damaged(store, "'\(first)' to '\(last)' is not a date")
    }
    self.init(from: from, to: to)
  }
}

extension Day {
  /// Reads `2012-10-17` and nothing else.
  @inline(__always)
  init?(isoText text: some Collection<UInt8>) {
    guard text.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    var place = 0
    for byte in text {
      let digit = Int(byte) - 48
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0..<4 where (0...9).contains(digit): numbers.0 = numbers.0 * 10 + digit
      case 5..<7 where (0...9).contains(digit): numbers.1 = numbers.1 * 10 + digit
      case 8..<10 where (0...9).contains(digit): numbers.2 = numbers.2 * 10 + digit
      default: return nil
      }
      place += 1
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }
}
