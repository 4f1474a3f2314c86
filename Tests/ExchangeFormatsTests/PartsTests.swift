import Foundation
import PartnerModel
import Testing

@testable import ExchangeFormats

/// An edge list that is read in parts is read as it is in one go. The parts are of a few bytes
/// here, so that their ends fall everywhere: within quotation marks, between CR and LF, before and
/// after the first row that says a thing.
@Suite struct PartsTests {
  @Test(
    arguments: [
      // Entities, relations and documents that come back, in another order.
      "source,target,relation,document,story\na,b,x,d1,7\nb,c,y,d2,\nc,a,agree,d1,9\nd,a,z,d3,\n"
        + "b,a,y,,\na,d,x,d2,4\nc,d,Agree,d4,x\n",
      // Names that rows give, take and leave.
      "source,target,source_name,target_name\na,b,A,\nb,a,,A2\na,b,,\nc,a,C,\nb,c,B,C2\na,c,a,\n",
      // Gephi's directions.
      "Source;Target;Type;Label\na;b;Undirected;x\nb;a;Directed;x\na;b;Undirected;agree\n"
        + "c;a;;x\na;c;funds;\n",
      // Quotation marks, line ends within them, and marks within those.
      "source,target,relation\n\"a\",\"b\nc\",x\n\"b\nc\",\"a\"\"\n\"\"\",y\n"
        + "d,\"e,\nf\",\"\"\n\n\"a\",d,x\n",
      "source,target\n\"a\nb,c\nd\",e\nf,g\"h\ni\"j,k\n\"l\"m,n\n",
      // Ends of lines.
      "source,target\r\na,b\r\nc,d\r\n\r\ne,f\r\ng,h", "source,target\ra,b\rc,d\re,f",
      "source,target\r\na,b\rc,d\n\re,f\r\r\ng,h\n\r\n",
      // A mark of the byte order, comments, and no final line end.
      "\u{FEFF}# made today\n\nsource,target,weight\na,b,1\nc,d,2\ne,f,3",
      // Rows that cannot be read.
      "source,target,weight,date,status\na,b,x,,\n\n,b,,,\na,b\na,b,1,2012,planned,more\n"
        + "a,b,1,2012-13,\nc,d,2,2012-10,negated\nc,,,,\na,b,,,maybe\nc\0,d,,,\ne,f,,2013,\n",
      "source,target,weight\na,b,x\nc,d,y\n",
      // A header alone, none, and nothing.
      "source,target\n", "source,target", "\"e\"\"f\",g\na,b\nc,d\n", "a\tb\n", "", "\n\n\n", "\0",
      "id,label\n1,a\n2,b\n", "source,target\na,\"b\nc,d\ne,f\n", "source,\"target\na,b\n",
    ])
  func partsMakeTheWhole(_ text: String) throws {
    try check(Array(text.utf8))
  }

  @Test func partsOfTextThatIsNotUTF8() throws {
    let broken: [UInt8] = [0xFF, 0x2C, 0x62, 10, 0xC3, 10, 0x61, 0x2C, 0xC3]
    try check(Array("source,target\na,b\n".utf8) + broken)
    try check([0xFF, 0xFE] + Array("source,target\na,b\n".utf8))
  }

  @Test func partsWithLongLines() throws {
    let name = String(repeating: "ü", count: 10_000)
    let wide = String(repeating: "x,", count: 5000)
    let text = "source,target\na,b\n\(name),b\n\(wide)\nb,\(name)\nc,d\n"
    try check(Array(text.utf8), leastPart: 500)
    // A header that is longer than headers are.
    let header = "source,target," + String(repeating: "column,", count: 12_000)
    try check(Array("\(header)\na,b\nc,d\n".utf8), leastPart: 500)
  }

  /// What no one thought of: files of the signs that matter, thrown together.
  @Test func partsOfAnything() throws {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let signs = [
      "a", "b", "ab", ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", " ", "7", "\0",
    ]
    for _ in 0..<150 {
      let text = (0..<next(120)).map { _ in signs[next(signs.count)] }.joined()
      try check(Array(("source,target,relation,weight,source_name\n" + text).utf8), upTo: 6)
    }
  }

  /// Room is made for as many rows as the beginnings of parts let expect.
  @Test func partsOfMoreRowsThanExpected() throws {
    let long = String(repeating: "x", count: 9000)
    let wide = (0..<8).map { "\(long)\($0),b\n" }.joined()
    let narrow = (0..<9000).map { "\($0 % 10),b\n" }.joined()
    try check(Array(("source,target\n" + wide + narrow + wide).utf8), upTo: 4)
  }

  @Test func problemsOfAllPartsAreCounted() throws {
    let rows = (0..<3000).map { "n\($0 % 70),n\($0 % 11),\($0 % 3 == 0 ? "x" : "1")" }
    let bytes = Array(("source,target,weight\n" + rows.joined(separator: "\n")).utf8)
    try check(bytes, leastPart: 1000)
  }

  /// A reading, or the error it ended in.
  private func check(_ bytes: [UInt8], upTo most: Int = 16, leastPart: Int = 2) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    func result(_ threads: Int) -> Result<ExchangeReading, ExchangeError> {
      Result { () throws(ExchangeError) in
        try EdgeListReader.read(path, isTabbed: false, threads: threads, leastPart: leastPart)
      }
    }
    let whole = result(1)
    for threads in 2...most {
      switch (whole, result(threads)) {
      case (.success(let whole), .success(let parts)):
        #expect(parts.evidence.entities == whole.evidence.entities)
        #expect(parts.evidence.relations == whole.evidence.relations)
        #expect(parts.evidence.documents == whole.evidence.documents)
        #expect(parts.evidence.observations == whole.evidence.observations)
        #expect(parts.problems == whole.problems)
        #expect(parts.problemCount == whole.problemCount)
        #expect(parts.notes == whole.notes)
      case (.failure(let whole), .failure(let parts)): #expect(parts == whole)
      case (let whole, let parts): Issue.record("\(whole) became \(parts)")
      }
    }
  }
}
