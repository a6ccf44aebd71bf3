import RussianText

extension Morphology {
  /// `form` as the dictionary writes it for this reading: in lower case, with ё where it belongs,
  /// a colloquial spelling in its standard form.
  ///
  ///     morphology.spelling(of: "ее", reading: reading)  // «её»
  public func spelling(of form: String, reading: Reading) -> String {
    let lower = Folding.lowercased(form)
    guard reading.paradigm != .max else { return String(decoding: lower, as: UTF8.self) }
    let bytes = writtenForm(slot: Int(reading.slot), of: reading, form: lower.span)
    return String(decoding: bytes, as: UTF8.self)
  }
}
