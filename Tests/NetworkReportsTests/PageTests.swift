import Foundation
import PartnerModel
import Testing

@testable import NetworkReports

struct PageTests {
  @Test("The policy allows the style sheet of the page, by its true hash")
  func styleHash() {
    let digest = sha256(Array("\(PageStyle.sheet)".utf8))
    #expect("\(PageStyle.hash)" == "sha256-" + Data(digest).base64EncodedString())
  }

  @Test("The hash of the tests is SHA-256 (FIPS 180-4, example 1)")
  func reference() {
    let hex = sha256(Array("abc".utf8)).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    #expect(hex.joined() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("No name, title, address or sentence becomes markup")
  func hostileTexts() throws {
    let attack = "</style><script>alert(1)</script>\"'onload=x \u{0}\u{202E}]]>&lt;"
    let html = try page(
      evidence(names: [attack, attack + "2", "javascript:x"], title: attack, url: "javascript:x"),
      title: attack, sentence: attack)
    #expect(!html.contains("<script"))
    #expect(html.components(separatedBy: "</style>").count == 2)
    #expect(!html.contains("href=\"javascript"))
    #expect(!html.unicodeScalars.contains("\0") && !html.unicodeScalars.contains("\u{202E}"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;onload=x"))
    #expect(html.contains("&amp;lt;"))
  }

  @Test("Web addresses become links, and nothing else does")
  func addresses() throws {
    let html = try page(evidence(url: "https://example.org/?a=1&b=\"2\""))
    #expect(html.contains("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""))
    #expect(html.contains("rel=\"noopener noreferrer\""))
    for address in ["data:text/html,x", "file:///etc/passwd", " javascript:x"] {
      #expect(!(try page(evidence(url: address))).contains("href=\"\(address)"))
    }
  }

  @Test("Every tie has its evidence with date, status, sentence and document")
  func evidenceOfTies() throws {
    let html = try page(evidence(), sentence: "Russia sold jets to India.")
    #expect(html.components(separatedBy: "<ol id=\"tie:").count == 3)
    #expect(html.contains("<time datetime=\"2012-10-17\">2012-10-17</time>"))
    #expect(html.contains("(planned) "))
    #expect(html.components(separatedBy: "<q>Russia sold jets to India.</q>").count == 4)
    #expect(html.contains("<cite>A title</cite>, Gazette, a.txt"))
  }

  @Test("The page is in order for those who do not see it")
  func accessibility() throws {
    let html = try page(evidence())
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.components(separatedBy: "<h1").count == 2)
    for image in html.components(separatedBy: "<img ").dropFirst() {
      #expect(image.prefix { $0 != ">" }.contains("alt=\""))
    }
    // Headings never skip a level.
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    for table in html.components(separatedBy: "<table>").dropFirst() {
      #expect(table.contains("scope=\"col\"") && table.contains("scope=\"row\""))
    }
    // Links within the page lead somewhere.
    for link in html.matches(of: /href="#([a-z]+)"/) {
      #expect(html.contains("id=\"\(link.1)\""))
    }
    #expect(!html.contains("<script") && !html.contains(" style=") && !html.contains("http:"))
  }
}

/// SHA-256 as FIPS 180-4 states it.
private func sha256(_ message: [UInt8]) -> [UInt8] {
  func fraction(_ x: Double) -> UInt32 { UInt32((x - x.rounded(.down)) * 4_294_967_296) }
  let primes = (2..<312).filter { n in !(2..<n).contains { n % $0 == 0 } }
  let constants = primes.prefix(64).map { fraction(cbrt(Double($0))) }
  var hash = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
  var bytes = message + [0x80]
  while bytes.count % 64 != 56 { bytes.append(0) }
  let length = UInt64(message.count * 8)
  bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(56 - 8 * $0)) }
  func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
  for block in stride(from: 0, to: bytes.count, by: 64) {
    var w = (0..<16).map { word in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + 4 * word + $1]) }
    }
    for t in 16..<64 {
      let a = rotated(w[t - 15], 7) ^ rotated(w[t - 15], 18) ^ w[t - 15] >> 3
      let b = rotated(w[t - 2], 17) ^ rotated(w[t - 2], 19) ^ w[t - 2] >> 10
      w.append(w[t - 16] &+ a &+ w[t - 7] &+ b)
    }
    var v = hash
    for t in 0..<64 {
      let sum = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let first = v[7] &+ sum &+ choice &+ constants[t] &+ w[t]
      let other = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [first &+ other &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    hash = zip(hash, v).map { $0 &+ $1 }
  }
  return hash.flatMap { word in
    (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
  }
}
