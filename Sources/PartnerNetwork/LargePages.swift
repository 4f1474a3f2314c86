#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Array {
  /// Makes room for `count` values that are about to be written one after the other.
  ///
  /// The system hands out memory page by page when it is first written, and clears each page.
  /// For millions of rows that takes as long as reading them, unless the pages are large.
  package mutating func reserveLargePages(_ count: Int) {
    reserveCapacity(count)
    let capacity = capacity
    withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress else { return }
      adviseLargePages(start, capacity * MemoryLayout<Element>.stride)
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// Says that all of the memory is about to be written.
  package func adviseLargePages() {
    guard let start = baseAddress else { return }
    PartnerNetwork.adviseLargePages(start, count * MemoryLayout<Element>.stride)
  }
}

/// A hint, which changes nothing but the time it takes; where there is no such thing it is lost.
private func adviseLargePages(_ start: UnsafeMutableRawPointer, _ size: Int) {
  #if os(Linux)
    let page = 1 << 21
    let first = start.alignedUp(toMultipleOf: page)
    let length = start + size - first
    // MADV_HUGEPAGE of <linux/mman.h>
    if length >= page { _ = madvise(first, length / page * page, 14) }
  #endif
}
