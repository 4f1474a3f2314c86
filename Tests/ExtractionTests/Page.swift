import Foundation

/// A page or document of the project.
struct Page {
  let text: String

  init(_ path: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../\(path)").standardizedFileURL
    text = try String(contentsOf: file, encoding: .utf8)
  }

  /// The blocks of code that open with a heading such as `yaml`.
  func blocks(of heading: String) -> [String] {
    let parts = ("\n" + text).components(separatedBy: "\n```")
    return stride(from: 1, to: parts.count, by: 2).compactMap { place in
      let lines = parts[place].split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return lines[0] == heading && lines.count > 1 ? String(lines[1]) + "\n" : nil
    }
  }
}
