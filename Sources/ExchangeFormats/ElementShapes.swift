/// The shapes that elements of a file had so far, by which the next is read without its grammar.
///
/// Graph files are written by programs: one edge differs from the last in its values and hardly ever
/// in anything else. A shape is what stands before, between and after the values, byte by byte. An
/// element that has the same bytes there, and in whose values nothing means anything to the format,
/// can only be read as the one that the shape comes from. Shapes with the same beginning share it,
/// so that attributes may be left out here and there.
struct ElementShapes {
  /// How a value ends.
  enum Ending: Equatable {
    /// With a byte, unless `escape` comes first, which the grammar has to look at.
    case byte(UInt8, escape: UInt8)
    /// Text of an element, which ends where the next tag begins.
    case tag
    /// A word or number of JSON.
    case word
  }

  /// Bytes as they must stand, and the value after them.
  private struct Piece {
    var start: Int
    var count: Int
    /// Which bytes of the last eight of them count.
    var mask: UInt64
    var attribute: Attribute?
    /// `nil` for the bytes that end the element.
    var ending: Ending?
    /// The piece after the value.
    var next = -1
    /// The piece to try if this one does not stand there.
    var other = -1
  }

  /// How many pieces are kept: a file whose elements are all different is not to be looked for
  /// among them.
  private static let mostPieces = 128

  private var pieces: [Piece] = []
  /// The bytes of the pieces, each filled up to a multiple of eight.
  private var bytes: [UInt8] = []

  // MARK: - Learning

  /// Remembers the element that begins at `start` and ends at the present place.
  mutating func learn(_ notes: ElementNotes, from start: Int, in window: borrowing TextWindow) {
    guard notes.arePlain, pieces.count + notes.values.count < ElementShapes.mostPieces,
      window.place - start < 4096
    else { return }
    var place = start
    var parent: Int?
    for value in notes.values {
      guard let begin = window.place(of: value.text), begin > place else { return }
      parent = add(
        window.text(place, begin), value.attribute, value.ending, after: parent)
      place = begin + value.text.count
    }
    _ = add(window.text(place, window.place), nil, nil, after: parent)
  }

  /// The place of a piece, which is added if it is not there.
  private mutating func add(
    _ text: FileText, _ attribute: Attribute?, _ ending: Ending?, after parent: Int?
  ) -> Int {
    var place = parent.map { pieces[$0].next } ?? (pieces.isEmpty ? -1 : 0)
    var last = -1
    while place >= 0 {
      let piece = pieces[place]
      if piece.attribute == attribute, piece.ending == ending, piece.count == text.count,
        bytes[piece.start..<piece.start + piece.count].elementsEqual(text)
      {
        return place
      }
      last = place
      place = piece.other
    }
    let unused = (8 - text.count % 8) % 8
    if last >= 0 {
      pieces[last].other = pieces.count
    } else if let parent {
      pieces[parent].next = pieces.count
    }
    pieces.append(
      Piece(
        start: bytes.count, count: text.count, mask: .max >> UInt64(8 * unused),
        attribute: attribute, ending: ending))
    bytes += text
    bytes += repeatElement(0, count: unused)
    return pieces.count - 1
  }

  // MARK: - Reading

  /// Reads the element at the present place if it has one of the shapes.
  ///
  /// - Returns: Whether it has; if not, some of the values may have been written all the same.
  @inline(__always)
  func read(_ window: inout TextWindow, into values: inout AttributeValues) -> Bool {
    guard !pieces.isEmpty else { return false }
    return pieces.withUnsafeBufferPointer { pieces in
      bytes.withUnsafeBytes { bytes in
        var place = window.place
        var number = 0
        while number >= 0 {
          let piece = pieces[number]
          number = piece.other
          guard ElementShapes.stands(piece, bytes, in: window, at: place) else { continue }
          guard let ending = piece.ending else {
            window.place = place + piece.count
            return true
          }
          guard let value = ElementShapes.value(ending, in: window, at: place + piece.count)
          else { continue }
          if let attribute = piece.attribute { values[attribute] = value }
          place += piece.count + value.bytes.count
          number = piece.next
        }
        return false
      }
    }
  }

  /// Eight bytes at once; where fewer are left in memory the grammar looks at them.
  @inline(__always)
  private static func stands(
    _ piece: Piece, _ bytes: UnsafeRawBufferPointer, in window: borrowing TextWindow, at place: Int
  ) -> Bool {
    guard place + piece.count + 8 <= window.count else { return false }
    let found = UnsafeRawPointer(window.base + place)
    var offset = 0
    while offset + 8 < piece.count {
      if found.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != bytes.loadUnaligned(fromByteOffset: piece.start + offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    let difference =
      found.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      ^ bytes.loadUnaligned(fromByteOffset: piece.start + offset, as: UInt64.self)
    return difference.littleEndian & piece.mask == 0
  }

  @inline(__always)
  private static func value(
    _ ending: Ending, in window: borrowing TextWindow, at place: Int
  ) -> AttributeValue? {
    switch ending {
    case .byte(let byte, let escape):
      let end = window.first(of: byte, or: escape, from: place)
      guard end < window.count, window[end] == byte else { return nil }
      return AttributeValue(.string, window.text(place, end))
    case .tag:
      let end = window.first(of: UInt8(ascii: "<"), or: UInt8(ascii: "&"), from: place)
      // Text that begins with a space may be nothing else, which is no text.
      guard end < window.count, window[end] == UInt8(ascii: "<"), end == place || window[place] > 32
      else { return nil }
      return AttributeValue(.string, window.text(place, end))
    case .word:
      let end = JSONScanner.endOfWord(in: window, from: place)
      return end < window.count ? JSONScanner.word(window.text(place, end)) : nil
    }
  }
}

/// The values of an element that is read by its grammar.
struct ElementNotes {
  fileprivate struct Value {
    var text: FileText
    var attribute: Attribute?
    var ending: ElementShapes.Ending
  }

  fileprivate var values: [Value] = []
  /// Whether the values stand in the file as they are.
  fileprivate var arePlain = true

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    arePlain = true
  }

  /// Notes a value; of what nothing is read from, the attribute is `nil`.
  mutating func add(
    _ value: AttributeValue, _ attribute: Attribute?, _ ending: ElementShapes.Ending,
    in window: borrowing TextWindow
  ) {
    let isSimple = value.kind != .list && value.kind != .object
    if isSimple, window.place(of: value.bytes) != nil {
      values.append(Value(text: value.bytes, attribute: attribute, ending: ending))
    } else if attribute != nil {
      arePlain = false
    }
  }
}
