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

  /// Asks for the buckets of all features.
  ///
  /// The tables are larger than the processor's nearest caches: all buckets are asked for before
  /// any is read, so that waiting for one is waiting for all.
  @inline(__always)
  func fetch(_ features: borrowing FeatureList, using scratch: borrowing LookupScratch) {
    let bounds = scratch.bounds
    let count = features.count
    var touched: UInt32 = 0
    for index in 0..<count {
      let bucket = Int(truncatingIfNeeded: features[index] &>> shift)
      bounds[index] = (starts[bucket], starts[bucket &+ 1])
    }
    for index in 0..<count {
      let (start, end) = bounds[index]
      // A bucket lies on one line of the cache or, seldom more, on two.
      if start < end { touched ^= entries[Int(start)] ^ entries[Int(end &- 1)] }
    }
    scratch.touch(touched)
  }

  /// Adds the weights of some of the features that were asked for to the scores of the classes;
  /// `scores` holds 256. What matches is gathered without branches, which could not be foretold.
  @inline(__always)
  func add(
    _ features: borrowing FeatureList, _ range: Range<Int>,
    to scores: UnsafeMutablePointer<Int16>, using scratch: borrowing LookupScratch
  ) {
    let matches = scratch.matches
    var found = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let fingerprint = UInt32(truncatingIfNeeded: features[index] &>> 8) & 0xFFFF
      var place = Int(scratch.bounds[index].0)
      let end = Int(scratch.bounds[index].1)
      index &+= 1
      while place < end {
        if found == LookupScratch.capacity {
          Self.add(matches, found, to: scores)
          found = 0
        }
        // No bucket but a damaged one reaches the end of the scratch.
        let stop = min(end, place &+ LookupScratch.capacity &- found)
        while place < stop {
          let entry = entries[place]
          matches[found] = entry
          found &+= entry &>> 16 == fingerprint ? 1 : 0
          place &+= 1
        }
      }
    }
    Self.add(matches, found, to: scores)
  }

  @inline(__always)
  private static func add(
    _ matches: UnsafePointer<UInt32>, _ count: Int, to scores: UnsafeMutablePointer<Int16>
  ) {
    for index in 0..<count {
      let entry = matches[index]
      scores[Int(entry &>> 8 & 0xFF)] &+= Int16(Int8(truncatingIfNeeded: entry))
    }
  }
}

/// Memory for looking features up, used again and again.
struct LookupScratch: ~Copyable {
  static let capacity = 4096

  /// Where the bucket of each feature begins and ends.
  fileprivate let bounds: UnsafeMutablePointer<(UInt32, UInt32)>
  /// Entries that match; one more is written than counts.
  fileprivate let matches: UnsafeMutablePointer<UInt32>
  /// What has been read only to have it near.
  private let sink: UnsafeMutablePointer<UInt32>

  init() {
    bounds = .allocate(capacity: FeatureList.capacity)
    bounds.initialize(repeating: (0, 0), count: FeatureList.capacity)
    matches = .allocate(capacity: Self.capacity + 1)
    matches.initialize(repeating: 0, count: Self.capacity + 1)
    sink = .allocate(capacity: 1)
    sink.initialize(to: 0)
  }

  deinit {
    bounds.deallocate()
    matches.deallocate()
    sink.deallocate()
  }

  /// Keeps reading ahead from being optimised away.
  @inline(__always)
  func touch(_ value: UInt32) { sink.pointee = value }
}
