import Foundation
import GRDB
import NetworkStore
import PartnerModel
import Testing

/// What is left when an ingest ends in the middle.
@Suite struct InterruptionTests {
  /// A process that adds documents and is killed at an arbitrary moment: every document that it
  /// was told is in the store is there, and every one there is whole.
  @Test(arguments: [1, 9, 40])
  func killedWhileAdding(_ milliseconds: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, milliseconds] in
      let store = try NetworkStore(path: path, mode: .writing)
      let killer = Thread {
        usleep(UInt32(milliseconds) * 1000)
        kill(getpid(), SIGKILL)
      }
      for number in 0... {
        let statements = (0...number % 40).map { Samples.statement(start: $0) }
        try store.add(Samples.document("d\(number)", story: number, statements: statements))
        _ = FileManager.default.createFile(atPath: path + ".\(number)", contents: nil)
        if number == 0 { killer.start() }
      }
    }
    let acknowledged = try folder.files().filter { $0.hasPrefix("a.sqlite.") }.count
    let store = try NetworkStore(path: path, mode: .reading)
    let evidence = try store.evidence()
    #expect(evidence.documents.count >= acknowledged)
    #expect(evidence.documents.count > 0)
    var counts = Array(repeating: 0, count: evidence.documents.count)
    for observation in evidence.observations { counts[Int(observation.document)] += 1 }
    #expect(counts == evidence.documents.map { $0.story % 40 + 1 })
    #expect(try store.summary().mentions == 4 * evidence.documents.count)
    try store.close()
    let problems = try await DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "PRAGMA integrity_check")
    }
    #expect(problems == ["ok"])
  }

  /// The worst moment: half of a document is in the file already, the rest is not. The files are
  /// copied as they then are, which is what a kill leaves.
  @Test func halfADocumentInTheFileIsTakenBack() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let store = try NetworkStore(path: path, mode: .writing)
    try store.add(Samples.document("d1"))
    try store.close()
    let tool = try DatabaseQueue(path: path)
    try tool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE")
      try database.execute(
        sql: """
          INSERT INTO document (digest, name, story, word_count, fingerprint)
          SELECT 'x' || value, hex(randomblob(2000)), 1, 1, x'' FROM
          (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 500)
            SELECT value FROM n)
          """)
      for name in try folder.files() {
        try FileManager.default.copyItem(
          atPath: folder.file(name), toPath: folder.file(name.replacing("a.", with: "b.")))
      }
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try folder.files().contains("b.sqlite-journal"))
    let size = try Data(contentsOf: URL(fileURLWithPath: folder.file("b.sqlite"))).count
    #expect(size > 500_000)

    let reader = try NetworkStore(path: folder.file("b.sqlite"), mode: .reading)
    #expect(try reader.documents().map(\.digest) == ["d1"])
    #expect(try reader.evidence().observations.count == 1)
    #expect(try !folder.files().contains("b.sqlite-journal"))
  }

  /// A store whose very making was cut off is finished by the next writer.
  @Test func aStoreCutOffBeforeItsFirstTableIsFinished() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.sqlite")
    let tool = try DatabaseQueue(path: path)
    try tool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(0x504E_6574)")
    }
    try tool.close()
    let error = #expect(throws: StoreError.self) {
      _ = try NetworkStore(path: path, mode: .reading)
    }
    #expect(error?.code == .notAStore)
    try NetworkStore(path: path, mode: .writing).add(Samples.document("d1"))
    #expect(try NetworkStore(path: path, mode: .reading).contains(digest: "d1"))
  }
}
