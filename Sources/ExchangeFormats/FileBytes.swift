#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being read. Files are read rather than mapped: a mapped file that another program
/// cuts short takes the process down with it.
final class FileBytes: Sendable {
  let path: String
  private let descriptor: CInt
  /// How many bytes the file has; 0 for a pipe or a device, which do not say.
  let size: Int

  init(_ path: String) throws(ExchangeError) {
    self.path = path
    descriptor = try FileBytes.open(path)
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// Reads until the buffer is full or the file ends; the count.
  ///
  /// - Parameter offset: Where in the file to read; otherwise it goes on where it was.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int? = nil
  ) throws(ExchangeError) -> Int {
    var used = 0
    while used < buffer.count, let base = buffer.baseAddress {
      let count = systemRead(
        descriptor, base + used, buffer.count - used, offset.map { $0 + used })
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw ExchangeError.system(path, errno, "cannot be read") }
      if count == 0 { break }
      used += count
    }
    return used
  }

  /// Whether a path names a pipe or a device, which can be read only once.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// All bytes of a file, a pipe or a device.
  static func read(_ path: String) throws(ExchangeError) -> [UInt8] {
    let file = try FileBytes(path)
    var bytes: [UInt8] = []
    var room = max(file.size + 1, 1 << 16)
    while true {
      let more = try file.read(room)
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if more.count < room { return bytes }
      room = max(1 << 16, bytes.count)
    }
  }

  /// The first bytes of a file, `count` or as many as there are.
  static func read(_ path: String, first count: Int) throws(ExchangeError) -> [UInt8] {
    try FileBytes(path).read(count)
  }

  /// The next `count` bytes, or as many as there are; those at `offset` if it is given.
  func read(_ count: Int, at offset: Int? = nil) throws(ExchangeError) -> [UInt8] {
    var failure: ExchangeError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      do throws(ExchangeError) {
        used = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func open(_ path: String) throws(ExchangeError) -> CInt {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ExchangeError.system(path, errno, "cannot be read")
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw ExchangeError(
        .malformed, file: path, detail: "is a folder, not a graph",
        remedy: "name a file in it")
    }
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
    #else
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else { throw ExchangeError.system(path, errno, "cannot be read") }
    return descriptor
  }
}

private func systemRead(
  _ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int, _ offset: Int?
) -> Int {
  if let offset { return pread(descriptor, buffer, count, off_t(offset)) }
  return read(descriptor, buffer, count)
}

extension ExchangeError {
  /// A failed call of the operating system.
  static func system(_ path: String, _ number: Int32, _ detail: String) -> ExchangeError {
    let reason = String(cString: strerror(number))
    let (code, remedy): (Code, String) =
      switch number {
      case EACCES, EPERM, EROFS: (.notPermitted, "check who may read and write it")
      case ENOSPC, EDQUOT, EIO, EFBIG: (.disk, "make room on the disk or choose another")
      default: (.notFound, "check the path")
      }
    return ExchangeError(code, file: path, detail: "\(detail): \(reason)", remedy: remedy)
  }
}
