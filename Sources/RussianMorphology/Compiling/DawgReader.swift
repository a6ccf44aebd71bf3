/// Reads a dawgdic double array with its guide, as the pymorphy packages ship it.
struct DawgReader {
  private let units: [UInt32]
  /// Child label and sibling label of each unit.
  private let guide: [UInt8]

  init(_ bytes: [UInt8]) throws(DictionaryError) {
    guard let count = Self.load32(bytes, 0), bytes.count >= 4 + Int(count) * 4 else {
      throw .badSource(reason: "файл dawg короче, чем обещает")
    }
    let size = Int(count)
    units = (0..<size).map { Self.load32(bytes, 4 + $0 * 4) ?? 0 }
    let guideStart = 8 + size * 4
    guard bytes.count >= guideStart + size * 2 else {
      throw .badSource(reason: "в файле dawg нет указателя ключей")
    }
    guide = Array(bytes[guideStart..<(guideStart + size * 2)])
  }

  private static func load32(_ bytes: [UInt8], _ offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in (0..<4).reversed() { value = value << 8 | UInt32(bytes[offset + index]) }
    return value
  }

  private func offset(_ index: Int) -> Int {
    let unit = units[index]
    return Int((unit >> 10) << ((unit & 0x200) >> 6))
  }

  private func follow(_ label: UInt8, from index: Int) -> Int? {
    let next = index ^ offset(index) ^ Int(label)
    guard units.indices.contains(next), units[next] & 0x8000_00FF == UInt32(label) else {
      return nil
    }
    return next
  }

  /// Calls `body` with each key, in order of bytes, and its value.
  func visit(_ body: (_ key: [UInt8], _ value: Int) throws(DictionaryError) -> Void)
    throws(DictionaryError)
  {
    var key = [UInt8]()
    var path: [Int] = [0]
    // The deepest state first visits its value, then its children; `label` is what to try next.
    var label = guide.isEmpty ? 0 : guide[0]
    while true {
      while label != 0, let next = follow(label, from: path[path.count - 1]) {
        guard path.count < 512 else { throw .badSource(reason: "слишком длинный ключ") }
        path.append(next)
        key.append(label)
        if units[next] & 0x100 != 0 {
          let value = next ^ offset(next)
          guard units.indices.contains(value) else {
            throw .badSource(reason: "значение вне файла dawg")
          }
          try body(key, Int(units[value] & 0x7FFF_FFFF))
        }
        label = guide[next * 2]
      }
      guard path.count > 1 else { return }
      let last = path.removeLast()
      key.removeLast()
      label = guide[last * 2 + 1]
    }
  }
}
