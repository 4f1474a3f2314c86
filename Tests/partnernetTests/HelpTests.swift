import Foundation
import Testing

/// What a newcomer sees first must teach.
struct HelpTests {
  private static let commands = [
    "ingest", "extract", "map", "rank", "communities", "brokers", "diff", "explain", "info",
    "report", "convert",
  ]

  @Test("The overview shows the three uses and every command")
  func overview() throws {
    try inFolder { partnernet in
      let result = try partnernet("--help")
      #expect(result.status == 0)
      for use in ["partnernet map", "partnernet rank", "partnernet diff"] {
        #expect(result.output.contains(use))
      }
      for command in Self.commands { #expect(result.output.contains("\n  \(command) ")) }
      #expect(result.messages.isEmpty)
    }
  }

  @Test("Every command explains itself with two examples at least", arguments: commands)
  func examples(of name: String) throws {
    try inFolder { partnernet in
      let help = try partnernet(name, "--help").output
      #expect(help.components(separatedBy: "partnernet \(name) ").count >= 3)
      #expect(!help.contains("  --format <format>\n"), "an option without help")
    }
  }

  @Test("Shells can complete every command", arguments: ["bash", "zsh", "fish"])
  func completions(for shell: String) throws {
    try inFolder { partnernet in
      let result = try partnernet("--generate-completion-script", shell)
      #expect(result.status == 0)
      for command in Self.commands { #expect(result.output.contains(command)) }
      #expect(result.output.contains("betweenness"))
    }
  }
}
