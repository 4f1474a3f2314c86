#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output, for results and nothing else.
enum Output {
  /// Writes a text whole.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes bytes whole. A reader that has gone away, as `head` does, ends the program quietly.
  static func write(_ bytes: [UInt8]) throws {
    var failure: CInt = 0
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = systemWrite(1, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else {
          failure = errno
          return
        }
        rest = rest.dropFirst(count)
      }
    }
    if failure == EPIPE { exit(0) }
    if failure != 0 { throw OutputError(reason: String(cString: strerror(failure))) }
  }
}

/// Standard output could not be written.
struct OutputError: Error, CustomStringConvertible {
  let reason: String

  var description: String {
    "standard output cannot be written: \(reason); make room, or write to another place"
  }
}

/// Standard error, for messages.
enum Messages {
  /// Whether a person sits before it who may want to see progress.
  static let isTerminal = isatty(2) == 1 && getenv("NO_COLOR").map { $0[0] == 0 } ?? true

  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // Nobody can be told that telling failed.
    bytes.withUnsafeBytes { _ = systemWrite(2, $0.baseAddress, $0.count) }
  }

  static func line(_ text: String) { write(harmless(text) + "\n") }

  /// One line without control characters, which a file name or a text may bring.
  private static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
        }))
  }
}

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
