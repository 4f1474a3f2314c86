/// A name without what writers differ in: case, accents, punctuation and spacing.
///
/// `Łukasz  Nowak-Żak` and `lukasz nowak zak` are the same.
func foldedName(_ name: String) -> String {
  var folded = String.UnicodeScalarView()
  var isPending = false
  for scalar in name.lowercased().unicodeScalars {
    if scalar.isASCII {
      let isLetter = (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
      if isLetter {
        if isPending && !folded.isEmpty { folded.append(" ") }
        isPending = false
        folded.append(scalar)
      } else if scalar != "'" && scalar != "." {
        isPending = true
      }
      continue
    }
    let properties = scalar.properties
    // Accents that stand for themselves; a precomposed letter is known by its name.
    if properties.canonicalCombiningClass != .notReordered || scalar == "’" { continue }
    guard properties.isAlphabetic || properties.numericType != nil else {
      isPending = true
      continue
    }
    if isPending && !folded.isEmpty { folded.append(" ") }
    isPending = false
    folded.append(contentsOf: base(of: scalar))
  }
  return String(folded)
}

/// The plain letters of a Latin letter; any other as it is.
private func base(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  switch scalar {
  case "ß": return ["s", "s"]
  case "æ": return ["a", "e"]
  case "œ": return ["o", "e"]
  case "þ": return ["t", "h"]
  case "ð": return ["d"]
  case "ı": return ["i"]
  case "ё": return ["е"]
  default: break
  }
  // "LATIN SMALL LETTER L WITH STROKE"
  let prefix = "LATIN SMALL LETTER "
  guard scalar.value < 0x1F00, let name = scalar.properties.name, name.hasPrefix(prefix) else {
    return [scalar]
  }
  let rest = name.dropFirst(prefix.count)
  guard let letter = rest.unicodeScalars.first, rest.dropFirst().hasPrefix(" WITH "),
    let small = Unicode.Scalar(letter.value + 32)
  else { return [scalar] }
  return [small]
}
