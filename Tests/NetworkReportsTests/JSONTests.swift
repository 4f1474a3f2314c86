import Foundation
import Testing

@testable import NetworkReports

struct JSONTests {
  @Test("Texts come back as they were, whatever is in them")
  func roundTrip() throws {
    let hostile =
      "quote \" slash \\ line\n tab\t bell\u{7} delete\u{7F} null\0 Россия 中国 🚀 \u{2028}"
    let value: JSON = ["text": .string(hostile), "list": [1, .number(0.1), .null, .bool(true)]]
    for text in [value.line, value.text] {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(read?["text"] as? String == hostile)
      #expect((read?["list"] as? [Any])?[1] as? Double == 0.1)
    }
  }

  @Test("What is no number is null")
  func notANumber() {
    #expect(JSON.array([.number(.nan), .number(.infinity)]).line == "[null, null]")
  }

  @Test("Members stay in order, and short values on one line")
  func layout() {
    let value: JSON = [
      "z": 1, "a": .array((0..<40).map { .integer($0) }), "empty": [],
    ]
    let text = value.text
    #expect(text.hasPrefix("{\n  \"z\": 1,\n  \"a\": [\n    0,\n"))
    #expect(text.hasSuffix("  \"empty\": []\n}\n"))
    #expect((["a": 1] as JSON).text == "{\"a\": 1}\n")
  }
}
