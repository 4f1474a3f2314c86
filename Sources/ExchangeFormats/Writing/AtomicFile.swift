#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that appear whole or not at all.
public enum AtomicFile {
  /// Writes a file: to a temporary one in the same folder, which then takes its place.
  ///
  /// A symbolic link stays and what it points at is replaced; the permissions of a file that is
  /// replaced stay as well. What is not an ordinary file (`/dev/stdout`, a pipe) is written to as
  /// it is.
  public static func write(_ bytes: [UInt8], to path: String) throws(ExchangeError) {
    if let descriptor = standardDescriptor(path) {
      return try write(bytes, to: descriptor, path)
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      // A link that points at nothing yet names the file to make.
      return try replace(linkTarget(path) ?? path, with: bytes, mode: nil, path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard access(path, W_OK) == 0 else {
        throw ExchangeError.system(path, errno, "cannot be written")
      }
      guard let resolved = realpath(path, nil) else {
        throw ExchangeError.system(path, errno, "cannot be written")
      }
      defer { free(resolved) }
      try replace(String(cString: resolved), with: bytes, mode: status.st_mode & 0o7777, path)
    case S_IFDIR:
      throw ExchangeError(
        .notPermitted, file: path, detail: "is a folder", remedy: "name a file in it")
    default:
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw ExchangeError.system(path, errno, "cannot be written") }
      defer { close(descriptor) }
      try write(bytes, to: descriptor, path)
    }
  }

  /// The descriptor that a path such as `/dev/stdout` stands for. It is written to where it stands:
  /// behind it may be a file that others write to as well.
  private static func standardDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count))
      }
      return nil
    }
  }

  private static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    let target = String(
      decoding: buffer.prefix(count).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return target.hasPrefix("/") ? target : folder(of: path) + "/" + target
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func replace(
    _ target: String, with bytes: [UInt8], mode: mode_t?, _ path: String
  ) throws(ExchangeError) {
    let folder = folder(of: target)
    guard access(folder, F_OK) == 0 else {
      throw ExchangeError(
        .notFound, file: path, detail: "its folder does not exist",
        remedy: "make the folder \(folder), or check the path")
    }
    let (temporary, descriptor) = try temporaryFile(in: folder, path)
    var isDone = false
    defer {
      close(descriptor)
      if !isDone { unlink(temporary) }
    }
    try write(bytes, to: descriptor, path)
    if let mode { fchmod(descriptor, mode) }
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
      throw ExchangeError.system(path, errno, "cannot be written")
    }
    isDone = true
    // So that the new name outlives a power cut; not every file system can.
    let folderDescriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if folderDescriptor >= 0 {
      fsync(folderDescriptor)
      close(folderDescriptor)
    }
  }

  private static func temporaryFile(
    in folder: String, _ path: String
  ) throws(ExchangeError) -> (String, Int32) {
    for _ in 0..<100 {
      let name = String(UInt64.random(in: .min ... .max), radix: 36)
      let temporary = "\(folder)/.partnernet-\(name).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (temporary, descriptor) }
      if errno != EEXIST { break }
    }
    throw ExchangeError.system(path, errno, "cannot be written")
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(ExchangeError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
        let count = systemWrite(descriptor, base, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count < 0 {
          failure = errno
          return
        }
        rest = rest.dropFirst(count)
      }
    }
    if failure != 0 { throw ExchangeError.system(path, failure, "cannot be written") }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
