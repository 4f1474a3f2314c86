import PartnerModel

/// Reads plain text into lines.
enum PlainText {
  /// Complexity: linear.
  static func read(_ utf8: [UInt8]) -> SourceText {
    var text = SourceText(capacity: utf8.count)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      var scalars = 0
      while index < bytes.count {
        let (scalar, width) = decodeScalar(bytes, index)
        switch ScalarTreatment(scalar) {
        case .keep:
          // A stretch of scalars of one width is taken at once.
          let first = index
          index += width
          while index < bytes.count {
            let (next, nextWidth) = decodeScalar(bytes, index)
            guard nextWidth == width, case .keep = ScalarTreatment(next) else { break }
            index += width
          }
          text.append(bytes[first..<index], width: width, at: scalars)
          scalars += (index - first) / width
          continue
        case .space: text.space(TextRange(scalars, scalars + 1))
        case .lineBreak:
          let isPair = scalar == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
          text.endLine()
          if isPair {
            index += 1
            scalars += 1
          }
        case .drop: break
        }
        index += width
        scalars += 1
      }
      text.endLine()
    }
    return text
  }
}
