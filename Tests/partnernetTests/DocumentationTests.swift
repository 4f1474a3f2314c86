import Foundation
import Testing

/// The examples of `docs/commands.md` do what the page says.
struct DocumentationTests {
  private struct Example {
    var command: String
    var output: String
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..")

  @Test("Examples on graph files print what the page shows")
  func examples() throws {
    try check("docs/commands.md", atLeast: 10) { _ in }
  }

  @Test("The page on reading prints what its document gives")
  func reading() throws {
    let name = "2022-01-29-philippines-brahmos.txt"
    try check("docs/reading.md", atLeast: 4) { partnernet in
      try partnernet.write(
        name, Data(contentsOf: Self.root.appendingPathComponent("graphs/documents/\(name)")))
    }
  }

  private func check(
    _ page: String, atLeast count: Int, prepare: (Command) throws -> Void
  ) throws {
    let text = try String(contentsOf: Self.root.appendingPathComponent(page), encoding: .utf8)
    try inFolder { partnernet in
      try prepare(partnernet)
      var examples: [Example] = []
      for (heading, body) in blocks(text) {
        let words = heading.split(separator: " ").map(String.init)
        if words == ["console"] {
          let lines = body.split(separator: "\n", maxSplits: 1).map(String.init)
          examples.append(
            Example(command: String(lines[0].dropFirst(2)), output: lines.dropFirst().joined()))
        } else if words.count == 2, words[0] != "console" {
          try partnernet.write(words[1], body)
        }
      }
      #expect(examples.count >= count)
      for example in examples {
        let result = try partnernet.shell(
          "exec 2>&1; partnernet() { \"$P\" \"$@\"; }; \(example.command)")
        // The end of the last line belongs to the page, not to the output.
        let output = result.output.last == "\n" ? String(result.output.dropLast()) : result.output
        #expect(output == example.output, "\(example.command)")
      }
    }
  }

  /// What stands behind the opening fence of each block of code, and the block.
  private func blocks(_ text: String) -> [(heading: String, body: String)] {
    let parts = text.components(separatedBy: "\n```")
    return stride(from: 1, to: parts.count, by: 2).map { place in
      let lines = parts[place].split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(lines[0]), String(lines.count > 1 ? lines[1] : ""))
    }
  }
}
