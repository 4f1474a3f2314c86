/// `1 document`, `2 documents`, `3 entities`.
func counted(_ count: Int, _ noun: String) -> String {
  if count == 1 { return "1 \(noun)" }
  return noun.hasSuffix("ty")
    ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)\(noun.hasSuffix("s") ? "es" : "s")"
}

/// Names joined as a sentence does: `a, b and c`.
func listed(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}

/// A text broken at spaces into lines of at most 100 columns, each indented and ended.
func wrapped(_ text: String, indent: Int) -> String {
  let space = String(repeating: " ", count: indent)
  var result = ""
  var line = ""
  var width = 0
  for word in text.split(separator: " ") {
    let length = DisplayWidth.of(String(word))
    if !line.isEmpty, indent + width + 1 + length > 100 {
      result += space + line + "\n"
      line = ""
      width = 0
    }
    line += (line.isEmpty ? "" : " ") + word
    width += length + (line.isEmpty ? 0 : 1)
  }
  return result + space + line + "\n"
}
