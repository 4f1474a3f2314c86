/// What a name can mean, and what it means where nothing near decides.
struct Ambiguity: Sendable {
  enum Reading: String, Sendable { case country, place, person, organisation, product, month, word }

  var readings: [Reading]
  var `default`: Reading

  init(readings: [String], default reading: String) {
    self.readings = readings.compactMap { Reading(rawValue: $0) }
    self.default = Reading(rawValue: reading) ?? .word
  }
}
