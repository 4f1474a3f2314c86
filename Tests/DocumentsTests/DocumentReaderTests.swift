import Foundation
import PartnerModel
import Testing

@testable import Documents

/// Works in a folder of its own that is removed afterwards.
@Suite final class DocumentReaderTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/documents-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]),
      withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func read(_ paths: [String], limit: Int = 16 << 20) -> (
    names: [String], problems: [DocumentError]
  ) {
    var names: [String] = []
    var problems: [DocumentError] = []
    DocumentReader(sizeLimit: limit).read(paths: paths) {
      problems.append($0)
    } body: {
      names.append($0.name.replacing(folder, with: ""))
    }
    return (names, problems)
  }

  @Test func foldersAreReadInTheOrderOfNames() throws {
    for name in ["b.txt", "a.md", "c/z.html", "c/a.txt", ".hidden.txt", ".git/x.txt"] {
      _ = try write(name, "The ministers met in Zenda.".utf8)
    }
    _ = try write("picture.jpg", [1, 2, 3])
    _ = try write("c/LICENSE", "Text".utf8)
    let (names, problems) = read([folder])
    #expect(names == ["/a.md", "/b.txt", "/c/a.txt", "/c/z.html"])
    #expect(problems.map(\.code) == [.skipped])
    #expect(problems.first?.detail == "2 files with other endings skipped (no ending 1, .jpg 1)")
  }

  @Test func aFolderThatHoldsItself() throws {
    _ = try write("a.txt", "The ministers met in Zenda.".utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/loop", withDestinationPath: folder)
    #expect(read([folder]).names == ["/a.txt"])
  }

  @Test func whatCannotBeReadIsNamedAndTheRestGoesOn() throws {
    let good = try write("good.txt", "The ministers met in Zenda.".utf8)
    let paths = [
      folder + "/missing.txt", try write("empty.txt", []), try write("blank.txt", " \n\n".utf8),
      try write("binary.txt", [0x25, 0x50, 0x44, 0x46, 0, 1, 2]),
      try write("large.txt", [UInt8](repeating: 97, count: 5000)), good,
    ]
    let (names, problems) = read(paths, limit: 4000)
    #expect(names == ["/good.txt"])
    #expect(problems.map(\.code) == [.missing, .emptyDocument, .emptyDocument, .binary, .tooLarge])
    for (problem, path) in zip(problems, paths) {
      #expect(problem.file == path)
      #expect(problem.description.hasPrefix("\(path): "))
      #expect(!problem.remedy.isEmpty && !problem.isNote)
    }
    #expect(problems[3].detail == "is a PDF file, not text")
  }

  @Test func anEmptyFolder() throws {
    #expect(read([folder]).problems.map(\.code) == [.emptyFolder])
  }

  @Test func fileWithAnotherEndingIsReadWhenNamed() throws {
    #expect(read([try write("story", "The ministers met.".utf8)]).names == ["/story"])
  }

  @Test func repairedTextIsRead() throws {
    let path = try write("a.txt", Array("Zürich, Köln: ärgerlich ".utf8) + [0xFF])
    let (names, problems) = read([path])
    #expect(names == ["/a.txt"])
    #expect(problems.map(\.code) == [.repaired])
    #expect(problems.first?.isNote == true)
  }

  @Test func records() throws {
    let lines = """
      {"text": "The ministers met in Zenda.", "id": 7, "title": "Ministers meet", "source": "Courier", \
      "url": "https://zenda.example", "date": "2015-03-04", "other": {"a": [1, null]}}

      {"txt": "no text"}
      not JSON
      [1]
      {"text": 5}
      {"text": "\(String(repeating: "long ", count: 1000))"}
      {"text": "Ruritania \\ud83d\\ude00 bought radars.", "document": "b"}
      {"text": "The last line has no end."}
      """
    let path = try write("r.ndjson", lines.utf8)
    var documents: [Document] = []
    var problems: [DocumentError] = []
    DocumentReader(sizeLimit: 4000).read(paths: [path]) {
      problems.append($0)
    } body: {
      documents.append($0)
    }
    #expect(documents.map(\.name) == ["7", "b", path + ":9"])
    #expect(problems.map(\.code) == [.badRecord, .badRecord, .badRecord, .badRecord, .tooLarge])
    #expect(problems.map(\.line) == [3, 4, 5, 6, 7])
    let first = try #require(documents.first)
    #expect(first.title == "Ministers meet" && first.source == "Courier")
    #expect(first.url == "https://zenda.example" && first.date?.description == "2015-03-04")
    #expect(first.digest == SHA256.hexadecimal(Array("The ministers met in Zenda.".utf8)))
    #expect(documents[1].passages.first?.text == "Ruritania 😀 bought radars.")
  }

  @Test func anErrorOfTheCallerStopsTheReading() throws {
    struct Stop: Error {}
    let path = try write("a.txt", "The ministers met in Zenda.".utf8)
    #expect(throws: Stop.self) {
      try DocumentReader().read(paths: [path, path]) { _ in
      } body: { _ in
        throw Stop()
      }
    }
  }
}
