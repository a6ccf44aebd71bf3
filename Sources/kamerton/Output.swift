#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output did not take what was written: `errno`.
struct OutputFailure: Error {
  var code: Int32
}

/// Standard output in large pieces. A full disk is an error that is thrown, not a crash.
struct Output {
  private var buffer: [UInt8] = []

  mutating func write(_ text: String) throws(OutputFailure) { try write(text.utf8) }

  mutating func write(_ bytes: some Sequence<UInt8>) throws(OutputFailure) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws(OutputFailure) {
    var failure: Int32 = 0
    buffer.withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count, failure == 0 {
        let written = Self.write(1, bytes.baseAddress! + position, bytes.count - position)
        if written >= 0 { position += written } else if errno != EINTR { failure = errno }
      }
    }
    buffer.removeAll(keepingCapacity: true)
    if failure != 0 { throw OutputFailure(code: failure) }
  }

  /// Writes `text` at once.
  static func print(_ text: String) throws(OutputFailure) {
    var output = Self()
    try output.write(text)
    try output.flush()
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}
