/// The attributes of nodes and edges that are read, by the names they have in every format.
enum Attribute: Int, CaseIterable {
  case id, source, target, name, label, kind, aliases, relation, type, key, weight, date, timestamp
  case status, document, story, directed
}

/// The value of an attribute as it stands in a file.
struct AttributeValue {
  enum Kind {
    case missing, null, no, yes, number, string, list, object
  }

  var kind: Kind
  /// As it stands in the file, or with its escapes replaced.
  private(set) var bytes: FileText

  static var missing: AttributeValue { AttributeValue(.missing) }

  init(_ kind: Kind, _ bytes: FileText = .none) {
    self.kind = kind
    self.bytes = bytes
  }

  /// A string, or a number as it is spelt.
  var text: FileText? { kind == .string || kind == .number ? bytes : nil }

  /// The elements of a list that are strings or numbers.
  var texts: [String] { kind == .list ? JSONScanner.texts(bytes) ?? [] : [] }

  /// For messages.
  var shown: String {
    switch kind {
    case .missing: "missing"
    case .null: "null"
    case .no: "false"
    case .yes: "true"
    case .number: String(decoding: bytes, as: UTF8.self)
    case .string: "\"\(bytes.shown)\""
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// The attributes of one node or edge; too large to be copied for each.
struct AttributeValues: ~Copyable {
  private var values = InlineArray<17, AttributeValue>(repeating: .missing)
  private var present: UInt32 = 0

  @inline(__always)
  subscript(attribute: Attribute) -> AttributeValue {
    get {
      present & 1 << UInt32(attribute.rawValue) == 0 ? .missing : values[attribute.rawValue]
    }
    set {
      present |= 1 << UInt32(attribute.rawValue)
      values[attribute.rawValue] = newValue
    }
  }

  mutating func removeAll() { present = 0 }
}

/// Tells attributes by name.
struct AttributeNames {
  private var table = NameTable()

  init() {
    for attribute in Attribute.allCases {
      var name = "\(attribute)"
      _ = name.withUTF8 { table.number(of: FileText($0)) }
    }
  }

  /// `nil` for a name that nothing is read from.
  @inline(__always)
  func attribute(_ name: FileText) -> Attribute? {
    table.known(name).flatMap(Attribute.init)
  }
}
