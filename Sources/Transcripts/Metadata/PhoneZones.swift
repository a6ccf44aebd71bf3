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

  /// Reads lines of `code TAB zone TAB region`; `#` begins a comment. Lines that are not of this
  /// shape are passed by.
  public init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(\.trimmed)
      guard fields.count >= 3 else { continue }
      places[fields[0]] = Place(zone: fields[1], region: fields[2])
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
