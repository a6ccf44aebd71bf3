import Foundation

/// Lines of standard input as bytes, without the newline and with everything else.
struct StandardInput {
  private var buffer = [UInt8]()
  private var position = 0
  private var atEnd = false

  mutating func next() -> [UInt8]? {
    var searched = position
    while true {
      if let newline = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = newline + 1 }
        return Array(buffer[position..<newline])
      }
      searched = buffer.count
      guard !atEnd else { break }
      let data = FileHandle.standardInput.readData(ofLength: 1 << 16)
      atEnd = data.isEmpty
      if position > 0 {
        searched -= position
        buffer.removeFirst(position)
        position = 0
      }
      buffer.append(contentsOf: data)
    }
    guard position < buffer.count else { return nil }
    defer { position = buffer.count }
    return Array(buffer[position...])
  }
}

/// Standard output, written in large pieces.
struct StandardOutput {
  private var buffer = [UInt8]()

  mutating func write(_ text: String) { write(bytes: text.utf8) }

  mutating func write(bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { flush() }
  }

  mutating func flush() {
    FileHandle.standardOutput.write(Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}
