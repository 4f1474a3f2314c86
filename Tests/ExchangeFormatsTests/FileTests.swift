import ExchangeFormats
import Foundation
import PartnerModel
import PartnerNetwork
import Testing

@Suite struct FileTests {
  @Test func aStoreIsKnownByItsFirstBytes() throws {
    let folder = try TemporaryFolder()
    func make(_ name: String, _ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
      return folder.file(name)
    }
    let sqlite = "SQLite format 3\0 and more"
    #expect(try ExchangeFile.content(of: make("a.csv", sqlite)) == .store)
    #expect(try ExchangeFile.content(of: make("noending", sqlite)) == .store)
    #expect(try ExchangeFile.content(of: make("a.sqlite", "")) == .store)
    #expect(try ExchangeFile.content(of: folder.file("missing.sqlite")) == .store)
    #expect(try ExchangeFile.content(of: make("b.CSV", "a,b")) == .exchange(.csv))
    #expect(try ExchangeFile.content(of: make("b.tsv", "")) == .exchange(.tsv))
    #expect(try ExchangeFile.content(of: make("b.json", "{}")) == .exchange(.json))
    for name in ["b.xlsx", "b", ".csv/b", "b."] {
      let path = name == ".csv/b" ? "/dev/null" : try make(name, "x")
      let error = #expect(throws: ExchangeError.self) { try ExchangeFile.content(of: path) }
      #expect(error?.code == .unknownFormat)
      #expect(error?.remedy == "give one of .csv .tsv .json .graphml")
    }
  }

  @Test func filesThatCannotBeReadAreNamed() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: ExchangeError.self) {
      try ExchangeFile.read(folder.file("none.csv"))
    }
    #expect(missing?.code == .notFound)
    #expect(missing?.file == folder.file("none.csv"))
    try FileManager.default.createDirectory(
      atPath: folder.file("folder.csv"), withIntermediateDirectories: false)
    let isFolder = #expect(throws: ExchangeError.self) {
      try ExchangeFile.read(folder.file("folder.csv"))
    }
    #expect(isFolder?.detail == "is a folder, not a graph")
  }

  @Test func whatIsWrittenToAFileIsReadFromIt() throws {
    let folder = try TemporaryFolder()
    let network = Network(try read("source,target\na,b\nb,c").evidence)
    for format in ExchangeFormat.allCases {
      let path = folder.file("graph.\(format.rawValue)")
      try ExchangeFile.write(network, to: path)
      #expect(Network(try ExchangeFile.read(path).evidence).entities == network.entities)
    }
    #expect(try folder.files() == ["graph.csv", "graph.graphml", "graph.json", "graph.tsv"])
    #expect(throws: ExchangeError.self) {
      try ExchangeFile.write(network, to: folder.file("graph.docx"))
    }
  }

  @Test func aFileIsReplacedWholeWithItsPermissions() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.svg")
    try AtomicFile.write(Array("old and longer".utf8), to: path)
    #expect(chmod(path, 0o640) == 0)
    let reader = try #require(FileHandle(forReadingAtPath: path))
    try AtomicFile.write(Array("new".utf8), to: path)
    // Who had the file open still reads the old one to its end.
    #expect(try reader.readToEnd() == Data("old and longer".utf8))
    #expect(FileManager.default.contents(atPath: path) == Data("new".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try folder.files() == ["a.svg"])
  }

  @Test func linksStayLinks() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(atPath: folder.file("sub"), withIntermediateDirectories: false)
    // One to a file that is there, one to a file that is not yet.
    try AtomicFile.write([1], to: folder.file("sub/there"))
    for name in ["there", "later"] {
      let link = folder.file("link-to-\(name)")
      try files.createSymbolicLink(atPath: link, withDestinationPath: "sub/\(name)")
      try AtomicFile.write([7, 8], to: link)
      #expect(try files.destinationOfSymbolicLink(atPath: link) == "sub/\(name)")
      #expect(files.contents(atPath: folder.file("sub/\(name)")) == Data([7, 8]))
    }
  }

  @Test func devicesAreWrittenTo() throws {
    try AtomicFile.write([1, 2, 3], to: "/dev/null")
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    try AtomicFile.write([1, 2, 3], to: "/dev/fd/\(descriptor)")
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data([1, 2, 3]))
  }

  @Test func whatCannotBeWrittenIsNamedAndLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: ExchangeError.self) {
      try AtomicFile.write([1], to: folder.file("no/such/file"))
    }
    #expect(missing?.code == .notFound)
    #expect(missing?.detail == "its folder does not exist")
    let isFolder = #expect(throws: ExchangeError.self) {
      try AtomicFile.write([1], to: folder.path)
    }
    #expect(isFolder?.detail == "is a folder")
    let full = #expect(throws: ExchangeError.self) { try AtomicFile.write([1], to: "/dev/full") }
    #expect(full?.code == .disk)
    #expect(try folder.files().isEmpty)
  }

  /// Files of which some bytes went astray are read as far as can be or refused, and nothing traps:
  /// most of the readers works on memory that no one checks.
  @Test(arguments: [
    (ExchangeFormat.graphml, NetworkXFixtures.graphML), (.json, NetworkXFixtures.multigraph),
    (.csv, NetworkXFixtures.edgeList),
  ])
  func damagedFilesDoNotTrap(_ format: ExchangeFormat, _ text: String) {
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let signs = Array("<>\"'&;/\\{}[],:\n\t u0\u{1}".utf8)
    for _ in 0..<1000 {
      var bytes = Array(text.utf8)
      for _ in 0...next(4) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes[place] = signs[next(signs.count)]
        case 1: bytes.insert(signs[next(signs.count)], at: place)
        default: bytes.removeSubrange(place..<min(place + 1 + next(9), bytes.count))
        }
      }
      let reading = try? ExchangeFile.read(bytes, as: format, file: "graph")
      let count = Int32(reading?.evidence.entities.count ?? 0)
      for tie in reading?.evidence.observations ?? [] {
        #expect(tie.source >= 0 && tie.source < count && tie.target >= 0 && tie.target < count)
      }
    }
  }

  /// A file is read in blocks, bytes as a whole: both must find the same, wherever blocks end.
  @Test(arguments: ["\n", "\r\n", "\r"], [nil, 0, 45_000])
  func filesAreReadAsTheirBytesAre(_ end: String, _ quoted: Int?) throws {
    var text = "source,target,relation,weight,date"
    for row in 0..<50_000 {
      text += end
      if row == quoted { text += "\"a \"\"b\"\",\(end)c\",d,,0.5,\(end)" }
      text += "name-\(row * 7919 % 10_007),name-\(row % 5003),cooperate,\(row % 97),2012-10-17"
    }
    text += "\(end)a,b,,x,\(end)a,b"
    let bytes = Array(text.utf8)
    #expect(bytes.count > 2 << 20)
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("graph.csv")))
    let whole = try ExchangeFile.read(bytes, as: .csv, file: folder.file("graph.csv"))
    let blocks = try ExchangeFile.read(folder.file("graph.csv"))
    #expect(whole.evidence.observations.count == 50_001 + (quoted == nil ? 0 : 1))
    #expect(blocks.evidence.observations == whole.evidence.observations)
    #expect(blocks.evidence.entities == whole.evidence.entities)
    #expect(blocks.evidence.relations == whole.evidence.relations)
    #expect(blocks.problems == whole.problems)
    #expect(blocks.problems.count == 1)
  }
}
