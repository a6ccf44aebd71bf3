/// Lists of lists as one list and how many of it belong to each: so an archive keeps them in two
/// columns.
struct Grouped<Element> {
  private(set) var all: [Element]
  private(set) var counts: [UInt32]

  init(_ lists: [[Element]]) {
    all = lists.flatMap(\.self)
    counts = lists.map { UInt32($0.count) }
  }

  /// - Throws: `NumberReader.Damaged` when the counts do not add up.
  init(all: [Element], counts: [UInt32]) throws(NumberReader.Damaged) {
    guard counts.reduce(0, { $0 + Int($1) }) == all.count else { throw NumberReader.Damaged() }
    self.all = all
    self.counts = counts
  }

  var lists: [[Element]] {
    var start = 0
    return counts.map { count in
      defer { start += Int(count) }
      return Array(all[start..<start + Int(count)])
    }
  }
}

extension NumberWriter {
  mutating func write(_ lists: [[String]]) {
    let grouped = Grouped(lists)
    write(grouped.counts)
    write(grouped.all)
  }

  mutating func write(_ lists: [[Int32]]) {
    let grouped = Grouped(lists)
    write(grouped.counts)
    write(grouped.all)
  }

  mutating func write<Case: CaseIterable & Equatable>(_ lists: [[Case]]) {
    let grouped = Grouped(lists)
    write(grouped.counts)
    write(grouped.all)
  }
}

extension NumberReader {
  mutating func listsOfTexts() throws(Damaged) -> [[String]] {
    let counts = try numbers(UInt32.self)
    return try Grouped(all: texts(), counts: counts).lists
  }

  mutating func listsOfNumbers() throws(Damaged) -> [[Int32]] {
    let counts = try numbers(UInt32.self)
    return try Grouped(all: numbers(Int32.self), counts: counts).lists
  }

  mutating func listsOfCases<Case: CaseIterable>(_ type: Case.Type = Case.self) throws(Damaged)
    -> [[Case]]
  {
    let counts = try numbers(UInt32.self)
    return try Grouped(all: cases(Case.self), counts: counts).lists
  }
}
