import GRDB
import NetworkStore
import PartnerModel
import Testing

/// What people see who open the file in another tool.
@Suite struct ViewTests {
  @Test func tiesAreAsTheNetworkMakesThem() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    let agree = Samples.statement(Samples.turkey, .agree, Samples.russia)
    try store.add(
      Samples.document(
        "d1", date: try Samples.day("2012-10-17"), story: 1,
        statements: [
          Samples.statement(), Samples.statement(status: .planned),
          Samples.statement(status: .negated, date: try Samples.day("2001")),
          Samples.statement(Samples.russia, .agree, Samples.turkey),
        ]))
    // The same story again, and another story.
    try store.add(Samples.document("d2", story: 1, statements: [Samples.statement(), agree]))
    try store.add(
      Samples.document("d3", date: try Samples.day("2014-02"), story: 2, statements: [agree]))
    try store.close()

    let rows = try DatabaseQueue(path: folder.file("a.sqlite")).read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT source_name, relation, family, target_name, weight, date_first, date_last,
            statements, documents FROM tie ORDER BY relation
          """
      ).map { row in row.map { "\($0.1)" }.joined(separator: "|") }
    }
    #expect(
      rows == [
        "\"Russia\"|\"agree\"|\"cooperative\"|\"Turkey\"|2.0|\"2012-10-17\"|\"2014-02-28\"|3|3",
        "\"Russia\"|\"transfer\"|\"cooperative\"|\"Turkey\"|1.5|\"2012-10-17\"|\"2012-10-17\"|4|2",
      ])
  }

  @Test func theSchemaExplainsItself() throws {
    let folder = try TemporaryFolder()
    try NetworkStore(path: folder.file("a.sqlite"), mode: .writing).close()
    let (schema, problems) = try DatabaseQueue(path: folder.file("a.sqlite")).read { database in
      (
        try String.fetchAll(
          database,
          sql: """
            SELECT sql FROM sqlite_master
            WHERE type IN ('table', 'view') AND name NOT IN ('grdb_migrations', 'sqlite_sequence')
            """),
        try String.fetchAll(database, sql: "PRAGMA integrity_check")
      )
    }
    #expect(schema.count == 9)
    #expect(schema.allSatisfy { $0.contains("-- ") })
    #expect(problems == ["ok"])
  }
}
