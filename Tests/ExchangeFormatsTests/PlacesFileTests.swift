import ExchangeFormats
import Foundation
import PartnerModel
import Testing

@Suite struct PlacesFileTests {
  private func read(_ bytes: [UInt8]) throws -> [PlacesFile.Place] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("places-\(UUID().uuidString).csv").path
    try AtomicFile.write(bytes, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try PlacesFile.read(path, across: 0...1_000, down: 0...1_000)
  }

  /// Whatever ids and names are made of, to a hundredth of a point.
  @Test func placesReadBackTheSame() throws {
    let texts = [
      "country/RU", "Smith, John", "the \"Works\"", "two\nlines", " spaced ", "#hash", "Владимир",
      "a\rb", "=1+1", "\u{202E}x", String(repeating: "x", count: 5_000),
    ]
    let places = texts.enumerated().map { number, text in
      PlacesFile.Place(
        id: EntityID(rawValue: text), x: Double(number) * 12.25, y: 1_000 - Double(number),
        name: text)
    }
    #expect(try read(PlacesFile.bytes(of: places)) == places)
    #expect(try read(PlacesFile.bytes(of: [])) == [])
  }

  @Test func spreadsheetsMayChangeTheColumns() throws {
    let text = "\u{FEFF}Name,Y,X,ID,comment\r\nRussia,20,10.5,a,hello\r\n,,,,\r\n"
    #expect(
      try read(Array(text.utf8)) == [PlacesFile.Place(id: "a", x: 10.5, y: 20, name: "Russia")])
  }
}
