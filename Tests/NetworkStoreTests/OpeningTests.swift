import Foundation
import GRDB
import PartnerModel
import Testing

@testable import NetworkStore

@Suite struct OpeningTests {
  /// Every file that is not a store is refused in both modes and keeps its bytes.
  @Test(arguments: ["text", "sqlite", "newer", "short header", "cut", "scrambled"])
  func somethingElseIsRefusedAndLeftAlone(_ kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let expected = try make(kind, at: path)
    let before = try #require(FileManager.default.contents(atPath: path))
    for mode in [NetworkStore.Mode.reading, .writing] {
      let error = #expect(throws: StoreError.self) {
        _ = try NetworkStore(path: path, mode: mode)
      }
      #expect(error?.code == expected)
      #expect(error?.file == path)
      #expect(error?.remedy.isEmpty == false)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try folder.files() == ["a.sqlite"])
  }

  private func make(_ kind: String, at path: String) throws -> StoreError.Code {
    switch kind {
    case "text":
      try Data("source,target\na,b\n".utf8).write(to: URL(fileURLWithPath: path))
      return .notAStore
    case "short header":
      try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: path))
      return .notAStore
    case "sqlite", "newer":
      let other = try DatabaseQueue(path: path)
      try other.write { database in
        try database.execute(sql: "CREATE TABLE mine (a)")
        if kind == "newer" {
          try database.execute(sql: "PRAGMA application_id = \(0x504E_6574)")
          try database.execute(sql: "PRAGMA user_version = 1000")
        }
      }
      try other.close()
      return kind == "newer" ? .newerVersion : .notAStore
    default:
      let store = try NetworkStore(path: path, mode: .writing)
      for number in 0..<20 { try store.add(Samples.document("d\(number)", story: number)) }
      try store.close()
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      if kind == "cut" {
        bytes = bytes.prefix(bytes.count / 2)
      } else {
        for place in 100..<4096 { bytes[place] = UInt8(truncatingIfNeeded: place &* 7919) }
      }
      try bytes.write(to: URL(fileURLWithPath: path))
      return .damaged
    }
  }

  @Test func aFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    for mode in [NetworkStore.Mode.reading, .writing] {
      let error = #expect(throws: StoreError.self) {
        _ = try NetworkStore(path: folder.path, mode: mode)
      }
      #expect(error?.code == .notAStore)
      #expect(error?.description.hasPrefix("\(folder.path): is a folder; ") == true)
    }
  }

  @Test func readingNeverMakesAFile() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: StoreError.self) {
      _ = try NetworkStore(path: folder.file("none.sqlite"), mode: .reading)
    }
    #expect(error?.code == .notFound)
    #expect(try folder.files().isEmpty)
    _ = FileManager.default.createFile(atPath: folder.file("empty.sqlite"), contents: nil)
    let emptyError = #expect(throws: StoreError.self) {
      _ = try NetworkStore(path: folder.file("empty.sqlite"), mode: .reading)
    }
    #expect(emptyError?.code == .notAStore)
    #expect(FileManager.default.contents(atPath: folder.file("empty.sqlite")) == Data())
  }

  @Test func anEmptyFileBecomesAStoreWhenWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("empty.sqlite")
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    try NetworkStore(path: path, mode: .writing).add(Samples.document("d1"))
    #expect(try NetworkStore(path: path, mode: .reading).contains(digest: "d1"))
  }

  @Test func aMissingFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: StoreError.self) {
      _ = try NetworkStore(path: folder.file("no/such/a.sqlite"), mode: .writing)
    }
    #expect(error?.code == .notFound)
    #expect(error?.detail == "its folder does not exist")
  }

  /// SQLite itself would take these for something else than files.
  @Test func aNameIsAFileWhateverItLooksLike() {
    #expect(StoreFile.sqlitePath(":memory:") == "./:memory:")
    #expect(StoreFile.sqlitePath("file:a.sqlite?mode=memory") == "./file:a.sqlite?mode=memory")
    #expect(StoreFile.sqlitePath("/a/b.sqlite") == "/a/b.sqlite")
    #expect(StoreFile.sqlitePath("../b.sqlite") == "../b.sqlite")
  }

  @Test func aClosedStoreIsOneFileAndSaysWhatItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let store = try NetworkStore(path: path, mode: .writing)
    try store.add(Samples.document("d1"))
    #expect(try folder.files() == ["a.sqlite"])
    try store.close()
    let header = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(100)
    #expect(Array(header[68..<72]) == Array("PNet".utf8))
    // 1 and 1: rollback journal; 2 and 2 would be a write-ahead log.
    #expect(Array(header[18..<20]) == [1, 1])
  }

  @Test func aWriteAheadLogThatAnotherToolSwitchedOnGoesAgain() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    try NetworkStore(path: path, mode: .writing).add(Samples.document("d1"))
    let tool = try DatabaseQueue(path: path)
    try tool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try tool.close()
    let reader = try NetworkStore(path: path, mode: .reading)
    #expect(try reader.contains(digest: "d1"))
    try reader.close()
    try NetworkStore(path: path, mode: .writing).close()
    #expect(try folder.files() == ["a.sqlite"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path))[18] == 1)
  }

  @Test func readersSeeFinishedDocumentsBesideALiveWriter() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let writer = try NetworkStore(path: path, mode: .writing)
    try writer.add(Samples.document("d1"))
    let reader = try NetworkStore(path: path, mode: .reading)
    #expect(try reader.evidence().observations.count == 1)
    try writer.add(Samples.document("d2", story: 2))
    #expect(try reader.evidence().observations.count == 2)
    let error = #expect(throws: StoreError.self) { try reader.add(Samples.document("d3")) }
    #expect(error?.code == .notPermitted)
  }

  /// A row that another tool has emptied is reported, not trapped over.
  @Test func aStoreThatAnotherHandChangedIsReported() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    try NetworkStore(path: path, mode: .writing).add(Samples.document("d1"))
    for change in [
      "UPDATE document SET date_first = 'soon', date_last = 'soon', date_basis = 'stated'",
      "UPDATE document SET date_first = NULL, date_last = NULL, date_basis = NULL;"
        + "UPDATE statement SET source = 'nobody'",
      "UPDATE statement SET source = 'country/RU', status = 'guessed'",
    ] {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let tool = try DatabaseQueue(path: path, configuration: configuration)
      try tool.write { try $0.execute(sql: change) }
      try tool.close()
      let store = try NetworkStore(path: path, mode: .reading)
      #expect(throws: StoreError.self) { _ = try store.evidence() }
    }
  }
}
