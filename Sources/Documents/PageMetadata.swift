import PartnerModel

/// What the head of a page says of it.
struct PageMetadata {
  private var values: [Key: String] = [:]

  /// In the order of trust.
  private enum Key: Int {
    case openTitle, title, site, published, date, linkedDate, timeElement, address
  }

  var title: String? { values[.openTitle] ?? values[.title].map(Self.withoutSite) }
  var source: String? { values[.site] }
  var url: String? { values[.address] }
  var date: String? {
    values[.published] ?? values[.linkedDate] ?? values[.date] ?? values[.timeElement]
  }

  private static let names: [String: Key] = [
    "og:title": .openTitle, "twitter:title": .openTitle, "headline": .openTitle,
    "og:site_name": .site, "application-name": .site, "publisher": .site, "dc.publisher": .site,
    "article:published_time": .published, "datepublished": .published, "og:pubdate": .published,
    "pubdate": .published, "publishdate": .published, "publish-date": .published,
    "publication_date": .published, "parsely-pub-date": .published,
    "sailthru.date": .published, "dc.date.issued": .published, "dcterms.issued": .published,
    "citation_publication_date": .published, "date": .date, "dc.date": .date,
    "dcterms.date": .date, "dc.date.created": .date, "article:modified_time": .timeElement,
    "og:url": .address,
  ]

  mutating func read(_ tag: HypertextTag) {
    switch tag.name {
    case "meta":
      guard let content = tag.attributes["content"], !content.isEmpty else { return }
      for attribute in ["property", "name", "itemprop"] {
        if let name = tag.attributes[attribute]?.lowercased(), let key = Self.names[name] {
          set(key, content)
        }
      }
    case "link":
      if tag.attributes["rel"]?.lowercased() == "canonical", let address = tag.attributes["href"] {
        set(.address, address)
      }
    case "time":
      guard let time = tag.attributes["datetime"] else { return }
      let isPublication =
        tag.attributes["itemprop"]?.lowercased() == "datepublished"
        || tag.attributes["pubdate"] != nil
      set(isPublication ? .published : .timeElement, time)
    default: break
    }
  }

  /// Takes the title, or the date of publication from linked data.
  mutating func readRaw(
    _ tag: HypertextTag, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    if tag.name == "title" {
      let words = HypertextTag.decoded(bytes, range.prefix(2000))
        .split(whereSeparator: \.isWhitespace)
      if !words.isEmpty { set(.title, words.joined(separator: " ")) }
    } else if tag.attributes["type"]?.lowercased() == "application/ld+json",
      let date = Self.published(bytes, range)
    {
      set(.linkedDate, date)
    }
  }

  private mutating func set(_ key: Key, _ value: String) {
    if values[key] == nil { values[key] = value }
  }

  /// The value of "datePublished" in JSON.
  private static func published(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> String? {
    let key = Array("\"datePublished\"".utf8)
    var index = range.lowerBound
    while index + key.count < range.upperBound {
      if bytes[index] == key[0], bytes[index..<(index + key.count)].elementsEqual(key) {
        var start = index + key.count
        while start < range.upperBound, bytes[start] <= 32 || bytes[start] == UInt8(ascii: ":") {
          start += 1
        }
        guard start < range.upperBound, bytes[start] == UInt8(ascii: "\"") else { return nil }
        let value = bytes[(start + 1)..<range.upperBound].prefix(40).prefix {
          $0 != UInt8(ascii: "\"")
        }
        return String(decoding: value, as: UTF8.self)
      }
      index += 1
    }
    return nil
  }

  /// The title of a page without the name of the site at its end.
  private static func withoutSite(_ title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: "] {
      if let range = title.ranges(of: separator).last {
        let head = title[..<range.lowerBound]
        let tail = title[range.upperBound...]
        if head.split(separator: " ").count >= 3, tail.split(separator: " ").count <= 5 {
          return String(head)
        }
      }
    }
    return title
  }
}
