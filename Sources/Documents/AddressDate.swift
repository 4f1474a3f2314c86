import PartnerModel

/// Dates in addresses and names: "/2012/10/17/", "2012-10-17", "20121017".
enum AddressDate {
  static func find(in url: String) -> PartialDate? {
    let bytes = Array(url.utf8)
    var numbers: [(value: Int, digits: Int, start: Int, end: Int)] = []
    var index = 0
    while index < bytes.count {
      guard isDigitByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < bytes.count, isDigitByte(bytes[index]) {
        if value < 100_000_000 { value = value * 10 + Int(bytes[index] - 48) }
        index += 1
      }
      numbers.append((value, index - start, start, index))
    }
    for (place, number) in numbers.enumerated() {
      if number.digits == 8, let date = day(number.value) { return date }
      guard number.digits == 4, (1980...2099).contains(number.value), place + 2 < numbers.count
      else { continue }
      let (month, day) = (numbers[place + 1], numbers[place + 2])
      if month.start == number.end + 1, day.start == month.end + 1, month.digits <= 2,
        day.digits <= 2, bytes[number.end] == bytes[month.end],
        let date = PartialDate(year: number.value, month: month.value, day: day.value)
      {
        return date
      }
    }
    return nil
  }

  /// The date that a file name begins with.
  static func leading(_ name: String) -> PartialDate? {
    let head = Array(name.utf8.prefix(10))
    if head.count == 10, let date = PartialDate(String(decoding: head, as: UTF8.self)), date.isDay {
      return date
    }
    let digits = head.prefix(while: isDigitByte)
    guard digits.count == 8 else { return nil }
    return day(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
  }

  private static func day(_ figure: Int) -> PartialDate? {
    guard (19_800_000...20_991_231).contains(figure) else { return nil }
    return PartialDate(year: figure / 10_000, month: figure / 100 % 100, day: figure % 100)
  }
}
