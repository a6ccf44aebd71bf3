/// Tells lines of JSON that lost their beginning or their order from a dialogue whose speakers have
/// strange names.
enum JSONScraps {
  /// Whether nearly all of the first lines that are not blank are pieces of JSON, and some begin
  /// with a key.
  static func areLikely(_ head: [UInt8]) -> Bool {
    var lines = 0
    var scraps = 0
    var keys = 0
    for line in head.split(separator: 0x0A, maxSplits: 200).prefix(200) {
      let line = line.drop(while: isSpace)
      guard !line.isEmpty else { continue }
      lines += 1
      if beginsWithKey(line) {
        keys += 1
        scraps += 1
      } else if isBare(line) {
        scraps += 1
      }
      if lines == 40 { break }
    }
    return keys > 0 && scraps * 10 >= lines * 9
  }

  /// `"start_time": …`: keys are written in Latin letters, what a person says to a person is not.
  private static func beginsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.drop { isSpace($0) || "{[,".utf8.contains($0) }
    guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
    let key = rest.prefix { $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 > 0x20 }
    rest = rest[key.endIndex...]
    guard !key.isEmpty, rest.popFirst() == UInt8(ascii: "\"") else { return false }
    return rest.first { !isSpace($0) } == UInt8(ascii: ":")
  }

  /// Brackets, numbers and texts by themselves.
  private static func isBare(_ line: ArraySlice<UInt8>) -> Bool {
    if line.allSatisfy({ isSpace($0) || "{}[]:,0123456789.-+eE".utf8.contains($0) }) { return true }
    guard line.first == UInt8(ascii: "\""), let last = line.last(where: { !isSpace($0) }) else {
      return false
    }
    return last == UInt8(ascii: "\"") || last == UInt8(ascii: ",")
  }
}
