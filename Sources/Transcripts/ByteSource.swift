#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes read piece by piece: of a file, of standard input or of memory. Closes what it opened.
public final class ByteSource {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let chunkSize: Int
  private var memory: ArraySlice<UInt8>
  private var peeked: [UInt8] = []
  private var recoder: TextRecoder?
  /// In what the source is written, where that was looked at and is no UTF-8.
  private(set) var encoding: TextEncoding?
  private let meter: ReadMeter?

  /// Opens a file for reading.
  ///
  /// - Parameter meter: counts the bytes that are read.
  public init(
    path: String, chunkSize: Int = 1 << 18, meter: ReadMeter? = nil
  ) throws(TranscriptError) {
    self.meter = meter
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      throw TranscriptError(.unreadable, "не открывается: \(SystemFailure.reason(errno))")
    }
    descriptor = opened
    ownsDescriptor = true
    memory = []
    self.chunkSize = chunkSize
  }

  /// Reads a descriptor that someone else opened and will close: 0 is standard input.
  public init(descriptor: Int32, chunkSize: Int = 1 << 16) {
    self.descriptor = descriptor
    meter = nil
    ownsDescriptor = false
    memory = []
    self.chunkSize = chunkSize
  }

  /// Hands out `bytes` in pieces of `chunkSize`.
  public init(bytes: [UInt8], chunkSize: Int = 1 << 18) {
    descriptor = -1
    meter = nil
    ownsDescriptor = false
    memory = bytes[...]
    self.chunkSize = chunkSize
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// How many bytes a regular file has; 0 of anything else.
  var size: Int {
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return memory.count }
    return max(0, Int(status.st_size))
  }

  /// The next bytes; empty at the end.
  public func next() throws(TranscriptError) -> [UInt8] {
    if !peeked.isEmpty {
      defer { peeked = [] }
      return peeked
    }
    return try read()
  }

  /// The first `count` bytes that are still to come, or fewer at the end; they are not consumed.
  public func peek(_ count: Int) throws(TranscriptError) -> [UInt8] {
    while peeked.count < count {
      let more = try read()
      if more.isEmpty { break }
      peeked += more
    }
    return peeked
  }

  /// Looks at the head, and from here on gives all bytes in UTF-8, whatever the text is written in.
  func recode() throws(TranscriptError) {
    guard recoder == nil, let found = TextEncoding(of: try peek(1 << 16)) else { return }
    encoding = found
    var recoder = TextRecoder(found)
    peeked = recoder.utf8(peeked)
    self.recoder = recoder
  }

  private func read() throws(TranscriptError) -> [UInt8] {
    while recoder != nil {
      let piece = try readRaw()
      let utf8 = piece.isEmpty ? recoder?.end() : recoder?.utf8(piece)
      // Half a letter alone is not yet the end.
      if let utf8, !utf8.isEmpty || piece.isEmpty { return utf8 }
    }
    return try readRaw()
  }

  private func readRaw() throws(TranscriptError) -> [UInt8] {
    guard descriptor >= 0 else {
      let piece = memory.prefix(chunkSize)
      memory = memory.dropFirst(chunkSize)
      return Array(piece)
    }
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
      var got: Int
      repeat {
        got = systemRead(descriptor, buffer.baseAddress, chunkSize)
      } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      count = max(got, 0)
    }
    guard failure == 0 else {
      throw TranscriptError(.unreadable, "не читается: \(SystemFailure.reason(failure))")
    }
    meter?.add(piece.count)
    return piece
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  read(descriptor, buffer, count)
}
