import ExchangeFormats
import PartnerModel
import Testing

@Suite struct EdgeListTests {
  @Test func columnsMayStandInAnyOrder() throws {
    let reading = try read(
      """
      weight,comment,target,Timestamp,SOURCE,relation
      2.5,x,country/TR,2012-10-17,country/RU,transfer
      ,y,organisation/nato,2014-01,country/TR,agree
      1e3,z,b,2014-01-22/2014-02-07,a,feud
      """)
    #expect(
      reading.ties == [
        "country/RU transfer country/TR 2.5 2012-10-17 @2",
        "country/TR ~agree organisation/nato 1.0 2014-01 @3",
        "a feud b 1000.0 2014-01-22/2014-02-07 @4",
      ])
    #expect(reading.notes == ["columns not read: comment"])
    #expect(reading.problems.isEmpty)
    #expect(
      reading.evidence.entities.map(\.kind) == [.country, .country, .organisation, nil, nil])
    #expect(reading.evidence.documents.isEmpty)
  }

  @Test func gephiTablesAreRead() throws {
    let reading = try read(
      """
      Source;Target;Type;Id;Label;Weight
      a;b;Undirected;0;feud;2
      a;b;Directed;1;feud;1
      b;a;directed;2;;1
      a;b;Undirected;3;transfer;1
      """)
    #expect(
      reading.ties == [
        "a ~feud b 2.0 @2", "a feud b 1.0 @3", "b tie a 1.0 @4", "a ~transfer b 1.0 @5",
      ])
    #expect(reading.notes.isEmpty)
    // A type that is no direction is the relation.
    #expect(try read("source\ttarget\ttype\na\tb\tfunds", as: .tsv).ties == ["a funds b 1.0 @2"])
  }

  /// RFC 4180, section 2, and what real files add to it.
  @Test func quotedFields() throws {
    let text =
      "\u{FEFF}\"source\",target,relation\r\n\"Smith, John\",\"the \"\"Works\"\"\",x\r\n"
      + "\"two\nlines\", b ,\"\"\r\n\r\nc,d,e"
    let reading = try read(text)
    #expect(
      reading.ties == [
        "Smith, John x the \"Works\" 1.0 @2", "two\nlines tie b 1.0 @3", "c e d 1.0 @6",
      ])
    #expect(reading.problems.isEmpty)
  }

  @Test func endsOfLines() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["source,target", "a,b", "b,c"].joined(separator: end)
      for text in [text, text + end] {
        #expect(try read(text).ties == ["a tie b 1.0 @2", "b tie c 1.0 @3"])
      }
    }
  }

  @Test func withoutAHeader() throws {
    let pairs = try read("# friends\na,b\nb,c\n")
    #expect(pairs.ties == ["a tie b 1.0 @2", "b tie c 1.0 @3"])
    #expect(pairs.notes == ["no header: the columns are taken for source, target"])
    let weighted = try read("a\tb\t0.5\n", as: .tsv)
    #expect(weighted.ties == ["a tie b 0.5 @1"])
    #expect(try read("\"a\"\"b\",c\n").ties == ["a\"b tie c 1.0 @1"])
  }

  @Test(
    arguments: [
      ("", "graph: is empty"), ("\n\n", "graph: is empty"),
      ("source,weight\na,1\n", "graph:1: has no columns source and target"),
      ("source,weight", "graph:1: has no columns source and target"),
      ("Id,Label,Kind\n1,a,x\n", "give the table of edges"),
      ("one column\n", "graph:1: has no columns source and target, but 'one column'"),
      ("source,target\na,\"b\nc,d\n", "graph:2: a quotation mark is opened and never closed"),
      ("\"source,target\na,b", "graph:1: a quotation mark is opened and never closed"),
      ("source\0,target\na,b", "graph:1: is not text in UTF-8"),
      ("source,target,weight\na,b,x\nb,,1\n", "graph:2: nothing in it can be read (2 problems)"),
    ])
  func filesThatAreNoEdgeLists(_ text: String, _ message: String) {
    let error = #expect(throws: ExchangeError.self) { try read(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func otherEncodingsAreNamed() throws {
    let utf16: [UInt8] = [0xFF, 0xFE] + "source,target\n".utf16.flatMap { [UInt8($0), 0] }
    let error = #expect(throws: ExchangeError.self) {
      try ExchangeFile.read(utf16, as: .csv, file: "graph")
    }
    #expect(error?.detail == "is in UTF-16")
    let latin = Array("source,target\na,b\n".utf8) + [0x4D, 0xFC, 0x6C, 0x2C, 0x62, 10]
    let reading = try ExchangeFile.read(latin, as: .csv, file: "graph")
    #expect(reading.ties == ["a tie b 1.0 @2"])
    #expect(reading.problems.map(\.line) == [3])
  }

  @Test func aHeaderAloneIsAnEmptyGraph() throws {
    #expect(try read("source,target").evidence.observations.isEmpty)
    #expect(try read("source,target\n").evidence.entities.isEmpty)
  }

  @Test func badRowsAreReportedAndTheRestIsRead() throws {
    let reading = try read(
      """
      source,target,weight,date,status
      a,b,nan,,
      a,b,inf,,
      a,b,-1,,
      a,b,"1,5",,
      a,b,0x10,,
      a,b,1e309,,
      ,b,1,,
      a,,1,,
      a,b,1,2012-02-30,
      a,b,1,12/10/2012,
      a,b,1,,maybe
      a,b,1,2012,planned,extra
      a\u{0},b,1,,
      a,b
      a,c,1e308,2012-10-17T08:00:00Z,planned
      a,d,0,2013-05-01 12:00,
      """)
    #expect(
      reading.ties == [
        "a tie b 1.0 @15", "a tie c 1e+308 2012-10-17 planned @16", "a tie d 0.0 2013-05-01 @17",
      ])
    #expect(reading.problems.map(\.line) == Array(2...14))
    #expect(reading.problemCount == 13)
    #expect(reading.messages.first?.hasPrefix("graph:2: 'nan' is not a weight; ") == true)
    #expect(reading.messages.contains("graph:8: the row has no source"))
    #expect(reading.messages.contains { $0.hasPrefix("graph:10: '2012-02-30' is not a date") })
    // A row that is left out leaves no entity behind.
    #expect(reading.evidence.entities.map(\.id) == ["a", "b", "c", "d"])
  }

  @Test func aThousandProblemsAreEnough() throws {
    let bad = String(repeating: "a,b,x\n", count: 3000)
    let reading = try read("source,target,weight\na,b,1\n" + bad)
    #expect(reading.problemCount == 3000)
    #expect(reading.problems.count == 1000)
  }

  @Test func aHugeLineIsALine() throws {
    let name = String(repeating: "ü", count: 1_000_000)
    let reading = try read("source,target\n\(name),b\n")
    #expect(reading.evidence.entities.first?.id.rawValue == name)
    let fields = String(repeating: "x,", count: 100_000)
    let wide = try read("source,target\n\(fields)\na,b")
    #expect(wide.ties == ["a tie b 1.0 @3"])
    #expect(wide.problemCount == 1)
  }

  /// Equal names are one entity and different ones are not, whatever their length: names differ
  /// in any one byte, around the eight and sixteen bytes that are compared at once.
  @Test func namesAreToldApart() throws {
    var names: [String] = []
    for length in 1...40 {
      for place in 0..<length {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = UInt8(ascii: "b")
        names.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    names = Array(Set(names)).sorted()
    let rows = (names + names.reversed()).map { "\($0),hub" }.joined(separator: "\n")
    let reading = try read("source,target\n" + rows)
    #expect(reading.evidence.entities.count == names.count + 1)
    let read = reading.evidence.observations.map {
      reading.evidence.entities[Int($0.source)].id.rawValue
    }
    #expect(read == names + names.reversed())
  }

  /// The quick road for plain numbers gives what the standard library gives.
  @Test func weightsAreExact() throws {
    var generator = SystemRandomNumberGenerator()
    var texts = [
      "0", "1", "0.1", ".5", "5.", "007", "1.7976931348623157e308", "5e-324", "9007199254740993",
      "0.000000000000000001", "123456789012345678", "1234567890123456789012", "1E5", "+2",
    ]
    for _ in 0..<2000 {
      let digits = String(UInt64.random(in: 0..<1 << 62, using: &generator))
      let point = Int.random(in: 0...digits.count, using: &generator)
      texts.append(digits.prefix(point) + "." + digits.dropFirst(point))
    }
    let rows = texts.map { "a,b,\($0)" }.joined(separator: "\n")
    let reading = try read("source,target,weight\n" + rows)
    #expect(reading.problems.isEmpty)
    #expect(reading.evidence.observations.map(\.weight) == texts.compactMap { Double($0) })
  }

  /// The quick road for days gives what the model gives, and takes nothing else.
  @Test func datesAreExact() throws {
    var texts = [
      "2012-1O-17", "2012-10:17", "20120-10-1", "2012/10/17", "-012-10-17", "2012-10-1é",
    ]
    for place in 0..<10 {
      for byte in UInt8(33)...126 where byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") {
        var bytes = Array("2012-12-11".utf8)
        bytes[place] = byte
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    for text in texts {
      let reading = try read("source,target,date\na,b,\nc,d,\(text)")
      #expect(reading.evidence.observations.dropFirst().first?.date == PartialDate(text))
      #expect(reading.problemCount == (PartialDate(text) == nil ? 1 : 0), "\(text)")
    }
  }

  @Test func documentsAndStories() throws {
    let reading = try read(
      """
      source,target,document,story
      a,b,one.txt,4
      a,b,two.txt,4
      a,b,,
      b,a,one.txt,4
      """)
    #expect(reading.evidence.documents.map(\.name) == ["one.txt", "two.txt"])
    #expect(reading.evidence.documents.map(\.story) == [4, 4])
    #expect(reading.evidence.observations.map(\.document) == [0, 1, -1, 0])
  }
}
