/// Gives back what a word lost before "-ed", "-ing", "-er" and "-est": "announc" is "announce",
/// "plann" is "plan".
enum VerbStem {
  /// Verbs whose base form looks like an irregular form of another: "found", "wound".
  private static let wholes: Set<String> = [
    "found", "wound", "ground", "saw", "fell", "lay", "left", "felt", "bore", "rose", "bound",
    "lit", "stove", "shot", "spat", "wed", "dove", "wan",
  ]

  /// Whether a word tagged as a base form is one although it could be a past form.
  static func isWhole(_ word: String) -> Bool { wholes.contains(word) }

  /// What takes an "e" although its pattern does not.
  private static let takesE = WordSet(
    """
    invit unit reunit ignit cit expedit extradit recit incit excit complet compet delet promot \
    devot denot quot interfer adher persever interven conven contraven restor explor ignor stor \
    scor bor postpon condon phon telephon clon zon welcom wast past tast hast bath breath cloth \
    sooth seeth writh wreath preced conced reced imped supersed interced persuad dissuad arrang \
    chang exchang challeng reveng aveng rang plung loung infring cring hing fring ting scaveng \
    evaluat creat recreat procreat caus paus prais rais cruis hous rous arous espous rephras eas \
    ceas leas releas increas decreas pleas teas appeas diseas greas shar elop scop gaug seiz \
    becom overcom guid misguid nicknam renam leagu catalogu dialogu whit massacr centr saf loos lat wid
    """.split(separator: " ").map(String.init))

  /// What takes no "e" although its pattern does.
  private static let takesNone = WordSet(
    """
    monitor sponsor author anchor favor honor labor harbor mirror tailor factor error doctor tutor \
    color humor armor savor endeavor motor format combat debut output layout focus bias ruin \
    margin pilot pivot ballot rivet gallop develop envelop worship kidnap gossip hiccup sulfur \
    murmur fathom custom accustom blossom phantom bottom program madam victim pilgrim verdict \
    control patrol carol petrol pencil council symbol peril imperil trial dial avoid orbit \
    discredit inherit inhabit exhibit gas minus campus caucus veto radio belong orphan human \
    organ iron sharpen havoc mimic panic picnic traffic disc sync
    """.split(separator: " ").map(String.init))

  /// The whole word for what stands before the ending.
  static func of(_ stem: Substring) -> String {
    let word = String(stem)
    let letters = Array(word.utf8)
    guard letters.count >= 2 else { return word }
    if contains(takesE, letters) { return word + "e" }
    if contains(takesNone, letters) { return word }
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    if last == before, !isVowel(letters, letters.count - 1) { return undoubled(word, last) }
    return endsInE(letters) ? word + "e" : word
  }

  private static func contains(_ set: WordSet, _ letters: [UInt8]) -> Bool {
    letters.withUnsafeBufferPointer { set.contains(0..<letters.count, of: $0) }
  }

  /// "stopp" is "stop", but "call", "press" and "staff" are whole.
  private static func undoubled(_ word: String, _ last: UInt8) -> String {
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "f"): return word
    case UInt8(ascii: "l"):
      let single = String(word.dropLast())
      let vowels = Array(single.utf8).indices.count { isVowel(Array(single.utf8), $0) }
      let isLong = ["install", "recall", "enroll", "befall", "forestall", "overkill"].contains(word)
      return vowels > 1 && !isLong ? single : word
    default: return String(word.dropLast())
    }
  }

  private static func isVowel(_ letters: [UInt8], _ index: Int) -> Bool {
    switch letters[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"): true
    case UInt8(ascii: "u"): index == 0 || letters[index - 1] != UInt8(ascii: "q")
    case UInt8(ascii: "y"): index > 0
    default: false
    }
  }

  /// Whether words of this pattern end in "e".
  private static func endsInE(_ letters: [UInt8]) -> Bool {
    let end = letters.count - 1
    let before = UnicodeScalar(letters[end - 1])
    let afterVowel = isVowel(letters, end - 1)
    // "detain", "repair": two vowels.
    let afterTwo = afterVowel && end >= 2 && isVowel(letters, end - 2)
    let isShort = !letters.indices.dropLast(2).contains { isVowel(letters, $0) }
    switch UnicodeScalar(letters[end]) {
    case "v", "z", "u": return true
    case "c": return true
    case "e": return before != "e"
    case "s": return before != "s"
    case "g": return before == "r" || before == "d" || before == "l" || afterVowel
    case "l":
      return afterVowel
        ? !afterTwo && (isShort || before != "e" && before != "a") : before != "r" && before != "w"
    case "t":
      return afterVowel && !afterTwo && (isShort || "ua".unicodeScalars.contains(before))
        || isIat(letters)
    case "r":
      return afterVowel && !afterTwo && (isShort || before != "e" && before != "o")
        || before == "u" && afterTwo && letters[end - 2] != UInt8(ascii: "o")
    case "n": return afterVowel && !afterTwo && (isShort || before == "i" || before == "u")
    case "m": return afterVowel && !afterTwo && (isShort || before == "u")
    case "d", "k", "b", "p": return afterVowel && !afterTwo
    default: return false
    }
  }

  /// "negotiat", "evaluat", "creat": two vowels, but an "e" all the same.
  private static func isIat(_ letters: [UInt8]) -> Bool {
    let end = letters.count - 1
    guard end >= 3, letters[end - 1] == UInt8(ascii: "a") else { return false }
    return letters[end - 2] == UInt8(ascii: "i") || letters[end - 2] == UInt8(ascii: "u")
  }
}
