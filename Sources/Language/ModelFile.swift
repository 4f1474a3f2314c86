/// The layout of a model's bytes, all numbers little-endian:
///
/// - "PNLM", version, number of sections (32 bits each) and 4 bytes of padding;
/// - for each section its offset and its number of bytes (32 bits each);
/// - the sections, each at a multiple of 64 bytes.
package enum ModelFile {
  package static let magic: [UInt8] = Array("PNLM".utf8)
  package static let version: UInt32 = 1
  package static let alignment = 64

  /// The sections in their order.
  package enum Section: Int, CaseIterable {
    /// Names of the tagger's classes, "NOUN NN", a line each.
    case tags
    /// Names of the parser's relations, a line each.
    case labels
    case tagStarts, tagEntries
    case moves
    case labelStarts, labelEntries
  }

  /// The bytes of a model with these sections.
  package static func bytes(of sections: [[UInt8]]) -> [UInt8] {
    var bytes = magic
    func appendNumber(_ number: Int) {
      let number = UInt32(truncatingIfNeeded: number)
      for shift in [0, 8, 16, 24] {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
      }
    }
    appendNumber(Int(version))
    appendNumber(sections.count)
    appendNumber(0)
    var offset = aligned(16 + 8 * sections.count)
    for section in sections {
      appendNumber(offset)
      appendNumber(section.count)
      offset = aligned(offset + section.count)
    }
    for section in sections {
      while bytes.count % alignment != 0 { bytes.append(0) }
      bytes += section
    }
    return bytes
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + alignment - 1) / alignment * alignment
  }

  /// The sections of a model's bytes.
  static func sections(
    of bytes: UnsafeRawBufferPointer
  ) throws(LanguageError) -> [UnsafeRawBufferPointer] {
    func number(at offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    guard bytes.count >= 16, bytes.prefix(4).elementsEqual(magic) else {
      throw malformed("these bytes are no language model")
    }
    guard number(at: 4) == Int(version) else {
      throw LanguageError(
        code: .unsupportedVersion, detail: "the language model has version \(number(at: 4))",
        remedy: "train it again with this version of the program (it reads \(version))")
    }
    guard number(at: 8) == Section.allCases.count, bytes.count >= 16 + 8 * number(at: 8) else {
      throw malformed("the language model lacks sections")
    }
    var sections: [UnsafeRawBufferPointer] = []
    for index in 0..<Section.allCases.count {
      let offset = number(at: 16 + 8 * index)
      let count = number(at: 20 + 8 * index)
      guard offset % alignment == 0, offset + count <= bytes.count else {
        throw malformed("the language model is cut short")
      }
      sections.append(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
    }
    return sections
  }

  static func malformed(_ detail: String) -> LanguageError {
    LanguageError(
      code: .malformedModel, detail: detail,
      remedy: "train the model again with scripts/train-language-model")
  }
}
