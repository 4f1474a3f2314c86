import Foundation
import GRDB
import PartnerModel

/// A document of the store and what other reports of its story are recognised by.
public struct StoredFingerprint: Hashable, Sendable {
  /// The document.
  public var document: DocumentInfo
  /// The fingerprint as it was added.
  public var fingerprint: [UInt8]
}

extension NetworkStore {
  /// The documents, in the order of reading.
  public func documents() throws(StoreError) -> [DocumentInfo] {
    try attempt {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database, sql: "SELECT \(DocumentInfo.columns) FROM document ORDER BY id")
        var result: [DocumentInfo] = []
        while let row = try rows.next() { result.append(try DocumentInfo(row, store: path)) }
        return result
      }
    }
  }

  /// The documents with their fingerprints, in the order of reading.
  public func fingerprints() throws(StoreError) -> [StoredFingerprint] {
    try attempt {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: "SELECT \(DocumentInfo.columns), document.fingerprint FROM document ORDER BY id")
        var result: [StoredFingerprint] = []
        while let row = try rows.next() {
          let data = try row.decode(Data.self, atIndex: 11)
          result.append(
            StoredFingerprint(
              document: try DocumentInfo(row, store: path), fingerprint: [UInt8](data)))
        }
        return result
      }
    }
  }

  /// A number that no story has yet.
  public func unusedStory() throws(StoreError) -> Int {
    try attempt {
      try queue.read { database in
        (try Int.fetchOne(database, sql: "SELECT max(story) FROM document") ?? 0) + 1
      }
    }
  }
}
