/// What time zone a telephone number is in: by the area code of a landline. Data that a person
/// edits (`Lexicons/phones/time-zones.tsv`).
public struct PhoneZones: Sendable {
  /// Where a number is.
  public struct Place: Sendable, Hashable {
    /// «Asia/Omsk».
    public var zone: String
    public var region: String
  }

  private var places: [String: Place] = [:]

  /// Without data: nobody knows where a number is.
  public init() {}

  /// Reads lines of `code TAB zone TAB region`; `#` begins a comment.
  ///
  /// - Throws: `TableMistake` for a line of another shape: what it says would be lost unseen.
  public init(_ bytes: [UInt8]) throws(TableMistake) {
    for (line, fields) in try TableLines(bytes).rows {
      guard fields.count == 3 else {
        throw TableMistake(
          message: "здесь ожидались код, пояс и регион через табуляцию", line: line)
      }
      let (code, zone) = (fields[0], fields[1])
      guard (3...5).contains(code.count), code.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        throw TableMistake(
          message: "код — от трёх до пяти цифр, а стоит «\(code.prefix(40))»", line: line)
      }
      guard LocalTime.offset(of: zone, at: 0) != nil else {
        throw TableMistake(
          message: "пояса «\(zone.prefix(40))» нет; бывает Europe/Moscow", line: line)
      }
      guard places.updateValue(Place(zone: zone, region: fields[2]), forKey: code) == nil else {
        throw TableMistake(message: "код «\(code)» уже есть выше", line: line)
      }
    }
  }

  /// The place of a Russian number, however it is written; the longest code that fits decides.
  /// `nil` for mobile ones, which go where their owners go, and for foreign ones.
  public func place(of number: String) -> Place? {
    var digits = number.filter { $0.isASCII && $0.isNumber }
    if digits.count == 11, digits.first == "7" || digits.first == "8" { digits.removeFirst() }
    guard digits.count == 10 else { return nil }
    for length in [5, 4, 3] {
      if let place = places[String(digits.prefix(length))] { return place }
    }
    return nil
  }
}
