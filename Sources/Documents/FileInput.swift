#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, pipe or device, read in blocks.
struct FileInput: ~Copyable {
  /// Why a file could not be opened or read.
  enum Failure: Error {
    case missing
    case denied
    case other(String)

    static func last() -> Failure {
      switch errno {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .denied
      default: .other(String(cString: strerror(errno)))
      }
    }
  }

  /// What a path names.
  enum Kind {
    case file(size: Int)
    /// With what tells it from every other.
    case folder(identity: [UInt64])
    /// A pipe or a device.
    case stream
  }

  private static let blockSize = 1 << 16
  private let descriptor: Int32
  private let closes: Bool

  /// Opens a file for reading.
  init(path: String) throws(Failure) {
    descriptor = open(path, O_RDONLY)
    closes = true
    if descriptor < 0 { throw Failure.last() }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    closes = false
  }

  /// Standard input.
  static var standardInput: FileInput { FileInput(descriptor: 0) }

  deinit { if closes, descriptor >= 0 { _ = close(descriptor) } }

  static func kind(of path: String) throws(Failure) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure.last() }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(status.st_size))
    case S_IFDIR: return .folder(identity: [UInt64(status.st_dev), UInt64(status.st_ino)])
    default: return .stream
    }
  }

  /// Reads some more bytes, none at the end.
  func read(into buffer: inout [UInt8]) throws(Failure) -> Int {
    if buffer.count < Self.blockSize {
      buffer = [UInt8](repeating: 0, count: Self.blockSize)
    }
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &buffer, Self.blockSize)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, &buffer, Self.blockSize)
      #else
        let count = Darwin.read(descriptor, &buffer, Self.blockSize)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw Failure.last() }
    }
  }

  /// Reads all that is left; `nil` when it is more than `limit` bytes.
  func readAll(limit: Int) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: [UInt8] = []
    while true {
      let count = try read(into: &buffer)
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { return nil }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
