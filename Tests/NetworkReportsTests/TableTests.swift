import Testing

@testable import NetworkReports

struct TableTests {
  @Test("Columns are aligned by what a terminal shows, not by how many letters there are")
  func alignment() {
    let table = Table(
      title: "Names",
      columns: [Table.Column("name"), Table.Column("score"), Table.Column("id", isShown: false)],
      rows: [
        [.text("Россия"), .number(10), .text("x")], [.text("中国"), .number(0.5), .text("y")],
        [.text("e\u{301}"), .empty, .text("z")],
      ])
    #expect(
      table.text() == """
        Names
        name    score
        ------  -----
        Россия   10.0
        中国      0.5
        e\u{301}

        """)
    #expect(table.text(limit: 1).hasSuffix("Россия     10\n(2 more)\n"))
    #expect(table.csv.hasPrefix("name,score,id\nРоссия,10.0,x\n"))
  }

  @Test("What could move a cursor or turn a line round is shown as a replacement")
  func harmless() {
    let table = Table(columns: [Table.Column("name")], rows: [[.text("a\u{1B}[2J\u{202E}b\nc")]])
    #expect(table.text().hasSuffix("a\u{FFFD}[2J\u{FFFD}b c\n"))
  }

  @Test("CSV quotes what needs quotes (RFC 4180)")
  func quoting() {
    let table = Table(
      columns: [Table.Column("a"), Table.Column("b"), Table.Column("c")],
      rows: [[.text("x,y"), .text("say \"no\""), .text("two\nlines")]])
    #expect(table.csv == "a,b,c\n\"x,y\",\"say \"\"no\"\"\",\"two\nlines\"\n")
  }

  @Test("Long names are cut by width")
  func shortening() {
    #expect(DisplayWidth.shortened("中国国防部", to: 7) == "中国国…")
    #expect(
      DisplayWidth.of(DisplayWidth.shortened(String(repeating: "a", count: 99), to: 60)) == 60)
  }

  @Test(
    "Decimals show four figures of the greatest",
    arguments: [
      ([0.28396, 0.01], "0.2840"), ([12.345, 1], "12.35"), ([1234.5678], "1234.6"),
      ([3.0, 2], "3"), ([2.5, 1], "2.5"), ([0.000012345], "0.00001235"),
    ] as [([Double], String)])
  func decimals(_ numbers: [Double], _ text: String) {
    #expect(Decimals.text(numbers[0], decimals: Decimals.fitting(numbers)) == text)
  }

  @Test("Numbers too large for figures are written as they are")
  func largeNumbers() {
    #expect(Decimals.text(1e300, decimals: 2) == "1e+300")
    #expect(Decimals.text(-0.004, decimals: 2) == "0.00")
  }
}
