#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file cannot be mapped into memory. Which file it is and what it holds is known to whoever
/// opens it.
package enum MappingError: Error, Sendable, Hashable {
  /// It is not there, or does not open.
  case missing
  /// It is there, but of no use.
  case unusable(reason: String)
}

/// What those who open a mapped file say of it.
package protocol MappedFileError: Error {
  static func missing(path: String) -> Self
  static func damaged(path: String, reason: String) -> Self
}

extension MappedMemory {
  /// The file at `path`, mapped; what fails is told as a `Failure`.
  static func mapping<Failure: MappedFileError>(_ path: String, _: Failure.Type) throws(Failure)
    -> MappedMemory
  {
    do throws(MappingError) {
      return try MappedMemory(path: path)
    } catch {
      switch error {
      case .missing: throw .missing(path: path)
      case .unusable(let reason): throw .damaged(path: path, reason: reason)
      }
    }
  }
}

/// Owns read-only memory: a mapped file or a copy of bytes.
///
/// Safety: the memory is never written after `init` and lives as long as the object, so it may be
/// read from any thread.
@safe package final class MappedMemory: @unchecked Sendable {
  fileprivate let base: UnsafeRawPointer
  package let count: Int
  private let isMapped: Bool

  /// Maps the file at `path`.
  package init(path: String) throws(MappingError) {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .missing }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw .unusable(reason: "файл пуст")
    }
    let size = Int(status.st_size)
    guard let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe address != MAP_FAILED
    else { throw .unusable(reason: "файл не отображается в память") }
    unsafe base = UnsafeRawPointer(address)
    count = size
    isMapped = true
  }

  /// Copies `bytes`.
  package init(bytes: [UInt8]) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    unsafe bytes.withUnsafeBytes { source in
      if let address = source.baseAddress {
        unsafe memory.copyMemory(from: address, byteCount: source.count)
      }
    }
    unsafe base = UnsafeRawPointer(memory)
    count = bytes.count
    isMapped = false
  }

  deinit {
    if isMapped {
      unsafe _ = munmap(UnsafeMutableRawPointer(mutating: base), count)
    } else {
      unsafe base.deallocate()
    }
  }
}

/// A stretch of mapped memory with bounds-checked access: reading outside yields zero, so that no
/// content of a file can read foreign memory or stop the program.
@safe package struct ByteSection: @unchecked Sendable {
  private let owner: MappedMemory
  private let base: UnsafeRawPointer
  package let count: Int

  /// The whole of `memory`.
  package init(_ memory: MappedMemory) {
    owner = memory
    unsafe base = unsafe memory.base
    count = memory.count
  }

  /// The part of `section` in `range`, clamped to what there is.
  package init(_ section: ByteSection, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<section.count)
    owner = section.owner
    unsafe base = section.base + range.lowerBound
    count = range.count
  }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The byte at an offset that the caller knows to lie inside.
  @unsafe @inline(__always)
  func byte(unchecked offset: Int) -> UInt8 {
    unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func load16(_ offset: Int) -> Int {
    guard offset >= 0, offset &+ 2 <= count else { return 0 }
    return Int(
      UInt16(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  @inline(__always)
  func load32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset &+ 4 <= count else { return 0 }
    return UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  func load64(_ offset: Int) -> UInt64 {
    guard offset >= 0, offset &+ 8 <= count else { return 0 }
    return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Hands on all bytes, which are valid only inside `body`.
  @safe package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    unsafe try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// The bytes in `range`, clamped to what there is.
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}
