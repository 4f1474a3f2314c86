#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The natural logarithm, without the whole of Foundation.
func logarithm(_ value: Double) -> Double { log(value) }

/// `value` times its binary logarithm; 0 for 0, where information is measured.
func entropyTerm(_ value: Double) -> Double { value > 0 ? value * log2(value) : 0 }
