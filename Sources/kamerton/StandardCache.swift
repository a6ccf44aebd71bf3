import Compliance
import Foundation
import RussianMorphology
import RussianText

/// Compiled standards of earlier starts, kept as files: reading the lexicons anew takes ten times
/// as long.
///
/// A file counts only for the very program, dictionary and lexicons it was made by; any other is
/// as good as none, and so is one that cannot be read or written.
struct StandardCache {
  private let folder: URL
  /// Hash of everything that a compiled standard depends on.
  private let key: UInt64

  private static let mark = Array("kamerton standard 5\n".utf8)

  /// - Parameters:
  ///   - folder: where the files lie.
  ///   - lexicons: the folder whose YAML files the standards are read from.
  ///   - program: what else they depend on: the program and the dictionary.
  init(folder: URL, lexicons: URL, program: String) {
    // Each installation has a folder of its own.
    var place = StableHash()
    place.add(part: Array(lexicons.standardizedFileURL.path.utf8))
    self.folder = folder.appending(path: String(place.value, radix: 16))
    var hash = StableHash()
    hash.add(part: Array(program.utf8))
    let files = FileManager.default.enumerator(atPath: lexicons.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    for file in files ?? [] {
      hash.add(part: Array(file.utf8))
      hash.add(part: (try? Data(contentsOf: lexicons.appending(path: file))) ?? Data())
    }
    key = hash.value
  }

  /// A reader of what was kept under a name.
  func reader(_ name: String) -> NumberReader? {
    // Mapped: a kept file is only ever put in the place of another, never written into.
    guard let memory = try? MappedMemory(path: file(name).path) else { return nil }
    let bytes = ByteSection(memory)
    let header = Self.mark.count + 16
    guard bytes.count >= header, bytes.bytes(0..<Self.mark.count) == Self.mark else { return nil }
    var content = StableHash()
    ByteSection(bytes, header..<bytes.count).withBytes { content.add(part: $0) }
    guard Self.number(bytes, at: Self.mark.count) == key,
      Self.number(bytes, at: Self.mark.count + 8) == content.value
    else { return nil }
    return NumberReader(bytes, from: header)
  }

  /// Keeps bytes under a name, instead of what was kept there.
  func keep(_ bytes: [UInt8], as name: String) {
    var content = StableHash()
    content.add(part: bytes)
    var data = Data(Self.mark)
    for number in [key, content.value] {
      withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }
    data.append(contentsOf: bytes)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? data.write(to: file(name), options: .atomic)
  }

  /// A name is part of a path: anything but plain letters and signs is spelled out.
  private func file(_ name: String) -> URL {
    let plain = name.utf8.map { byte in
      let isPlain =
        byte < 0x80
        && (byte == 0x2D || Character(UnicodeScalar(byte)).isLetter
          || Character(UnicodeScalar(byte)).isNumber)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
    }
    return folder.appending(path: plain.joined() + ".compiled")
  }

  private static func number(_ bytes: ByteSection, at start: Int) -> UInt64 {
    bytes.bytes(start..<start + 8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension StableHash {
  /// Adds one of several parts: its length as well, so that it is known where each ends.
  fileprivate mutating func add(part: some ContiguousBytes) {
    part.withUnsafeBytes { bytes in
      add(word: UInt64(bytes.count))
      add(inWords: bytes.bytes)
    }
  }
}

/// JSON for the parts of a compiled standard that are not numbers.
struct JSONArchiveCoder: ArchiveCoder {
  func encode(_ value: some Encodable) throws -> [UInt8] { Array(try JSONEncoder().encode(value)) }

  func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
