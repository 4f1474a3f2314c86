import PartnerModel

/// A document's lines, cleaned of everything but their words, with their places in the file.
///
/// Made by one of the readers of a format (`PlainText`, `Markdown`, `Hypertext`); what the lines
/// are is decided afterwards, for all formats alike.
struct SourceText {
  /// What a format says of a line.
  enum Hint {
    /// Nothing: a line may go on in the next one.
    case plain
    /// A whole block of a page.
    case block
    case heading
    case listItem
    /// A passage quoted or set apart.
    case quotation
  }

  struct Line {
    /// Its bytes in `bytes`.
    var range: Range<Int>
    var hint: Hint
    /// Whether an empty line stands before it.
    var afterBlank: Bool
    /// Whether it begins with white space.
    var isIndented: Bool
  }

  /// The cleaned lines one after the other, without line ends.
  private(set) var bytes: [UInt8] = []
  private(set) var map = OffsetMap()
  private(set) var lines: [Line] = []

  private var start = 0
  private var pendingSpace: TextRange?
  private var blank = false
  private var indented = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds some scalars of one width that stand together in the file.
  mutating func append(_ scalars: Slice<UnsafeBufferPointer<UInt8>>, width: Int, at original: Int) {
    openSpace()
    bytes.append(contentsOf: scalars)
    map.append(count: scalars.count / width, width: width, original: original)
  }

  /// Adds what stands as a whole for a stretch of the file.
  mutating func append(replacement: some Collection<UInt8>, for range: TextRange) {
    openSpace()
    bytes.append(contentsOf: replacement)
    map.append(replacement: replacement.count, for: range)
  }

  /// Adds white space; only one space of a stretch stays, and none at the ends of a line.
  mutating func space(_ range: TextRange) {
    if bytes.count == start {
      indented = true
    } else {
      pendingSpace = TextRange(pendingSpace?.start ?? range.start, range.end)
    }
  }

  /// Ends the line.
  mutating func endLine(_ hint: Hint = .plain, blankAfter: Bool = false) {
    if bytes.count > start {
      lines.append(
        Line(range: start..<bytes.count, hint: hint, afterBlank: blank, isIndented: indented))
      blank = false
    } else {
      blank = true
    }
    if blankAfter { blank = true }
    pendingSpace = nil
    indented = false
    start = bytes.count
  }

  /// Whether anything stands on the line that is being made.
  var isLineOpen: Bool { bytes.count > start }

  private mutating func openSpace() {
    guard let range = pendingSpace else { return }
    pendingSpace = nil
    bytes.append(UInt8(ascii: " "))
    map.append(replacement: 1, for: range)
  }
}

/// What becomes of a scalar in cleaned text.
enum ScalarTreatment {
  case keep
  case space
  case lineBreak
  /// Controls, soft hyphens and marks without width.
  case drop

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      self = .drop
    default: self = .keep
    }
  }
}

/// The scalar that starts at a place of well-formed UTF-8, and its length.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
  let first = UInt32(bytes[index])
  if first < 0x80 { return (first, 1) }
  let left = bytes.count - index
  if first < 0xE0 {
    return left >= 2 ? ((first & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F, 2) : (0xFFFD, left)
  }
  if first < 0xF0 {
    guard left >= 3 else { return (0xFFFD, left) }
    return (
      (first & 0x0F) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6
        | UInt32(bytes[index + 2]) & 0x3F, 3
    )
  }
  guard left >= 4 else { return (0xFFFD, left) }
  return (
    (first & 0x07) << 18 | (UInt32(bytes[index + 1]) & 0x3F) << 12
      | (UInt32(bytes[index + 2]) & 0x3F) << 6 | UInt32(bytes[index + 3]) & 0x3F, 4
  )
}
