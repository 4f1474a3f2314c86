import CGraphviz
import Synchronization

/// Collects what Graphviz would print to standard error.
enum Diagnostics {
  private static let pieces = Mutex<[String]>([])

  static func begin() {
    pieces.withLock { $0.removeAll() }
    agseterr(AGWARN)
    _ = agseterrf { piece in
      if let piece { Diagnostics.append(String(cString: piece)) }
      return 0
    }
  }

  private static func append(_ piece: String) {
    // A picture of thousands of marks may warn about each of them.
    pieces.withLock { if $0.count < 200 { $0.append(piece) } }
  }

  /// The messages since `begin`, one a line: "Warning", ": " and the text arrive one by one.
  static func take() -> [String] {
    let text = pieces.withLock { list in
      defer { list.removeAll() }
      return list.joined()
    }
    return text.split(separator: "\n").map { PlainText(String($0)).value }
  }
}
