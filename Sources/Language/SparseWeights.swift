/// Weights of features for many classes, in place in the bytes of a model.
///
/// A feature's hash says in which bucket its weights lie: its upper bits are the bucket's number,
/// sixteen others tell the features of a bucket apart. A bucket is a run of entries, each with
/// these sixteen bits, a class and a weight.
struct SparseWeights {
  /// `entries[starts[b]..<starts[b + 1]]` is bucket b.
  let starts: UnsafePointer<UInt32>
  let entries: UnsafePointer<UInt32>
  let shift: UInt64

  /// The bucket of a feature in a table of `1 << bits` buckets.
  @inline(__always)
  package static func bucket(_ hash: UInt64, bits: Int) -> Int { Int(hash >> UInt64(64 - bits)) }

  /// The bits that tell a feature from others in its bucket.
  @inline(__always)
  package static func fingerprint(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 8) & 0xFFFF
  }

  /// Adds the weights of features to the scores of the classes; `scores` holds 256.
  @inline(__always)
  func add(_ features: borrowing FeatureList, to scores: UnsafeMutablePointer<Int32>) {
    for index in 0..<features.count {
      let hash = features[index]
      let bucket = Int(hash >> shift)
      let fingerprint = UInt32(truncatingIfNeeded: hash >> 8) & 0xFFFF
      var place = Int(starts[bucket])
      let end = Int(starts[bucket + 1])
      while place < end {
        let entry = entries[place]
        if entry >> 16 == fingerprint {
          scores[Int(entry >> 8 & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: entry))
        }
        place += 1
      }
    }
  }
}
