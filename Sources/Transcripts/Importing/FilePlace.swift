/// Where one is in a source whose lines begin with the name of a recording.
struct FilePlace {
  private var name: String?
  private var previous: String?
  private var damaged: String?
  private var isSingle = true

  /// Goes on to the recording of a line; true where it is another than that of the line before.
  mutating func enter(_ file: Substring) -> Bool {
    guard let name else {
      self.name = String(file)
      return false
    }
    guard name != file else { return false }
    previous = name
    self.name = String(file)
    isSingle = false
    return true
  }

  /// The lines of a recording in which one is broken are passed by.
  mutating func damage(_ file: Substring?) {
    damaged = file.map { String($0) }
    name = nil
    isSingle = false
  }

  /// Whether a line is of a recording that was given up.
  mutating func isDamaged(_ file: Substring?) -> Bool {
    if let damaged, let file, damaged == file { return true }
    damaged = nil
    return false
  }

  /// The id of the recording that was left, or of the last one; `nil` where there is only one,
  /// which is called by its file.
  func take(isLast: Bool) -> String? {
    isLast ? (isSingle ? nil : name) : previous
  }
}
