extension String {
  /// Whether a text ends in some letters, both written with one code point a letter. `hasSuffix`
  /// weighs every other way to write them too, and takes many times as long.
  @inlinable
  public func ends(in letters: String) -> Bool {
    utf8.suffix(letters.utf8.count).elementsEqual(letters.utf8)
  }
}
