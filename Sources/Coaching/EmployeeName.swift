internal import RussianText

/// Finds an employee by a name in any case and order.
public struct EmployeeName: Sendable {
  /// Names as they are kept, with those of one person together: «Иванова Мария» and «мария
  /// иванова» are one. Each group's first name is the one shown.
  public let people: [[String]]

  public init(_ names: [String]) {
    var order: [[String]] = []
    var groups: [[String]: [String]] = [:]
    // Capitals come first in Unicode, so the best written form of a name leads its group.
    for name in names.sorted() {
      let key = Self.words(name).sorted()
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(name)
    }
    people = order.compactMap { groups[$0] }.sorted { $0[0] < $1[0] }
  }

  /// The names under which the person's calls are kept, the one to show first.
  public func find(_ query: String) throws(EmployeeNameError) -> [String] {
    let wanted = Self.words(query)
    guard !people.isEmpty else { throw EmployeeNameError(query: query, kind: .nobody, names: []) }
    guard !wanted.isEmpty else {
      throw EmployeeNameError(query: query, kind: .unknown, names: people.map { $0[0] })
    }
    let attempts: [([String]) -> Bool] = [
      { $0.sorted() == wanted.sorted() },
      { Self.covers(wanted, $0) { $0 == $1 } },
      { Self.covers(wanted, $0) { $1.hasPrefix($0) } },
    ]
    for fits in attempts {
      let found = people.filter { fits(Self.words($0[0])) }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        throw EmployeeNameError(query: query, kind: .several, names: found.map { $0[0] })
      }
    }
    let near = nearest(to: wanted)
    throw EmployeeNameError(
      query: query, kind: near.isEmpty ? .unknown : .misspelt,
      names: near.isEmpty ? people.map { $0[0] } : near)
  }

  private func nearest(to wanted: [String]) -> [String] {
    let scored = people.compactMap { person -> (name: String, distance: Int)? in
      let words = Self.words(person[0])
      let best = wanted.flatMap { word in
        words.compactMap { other -> Int? in
          let distance = Self.distance(Array(word.unicodeScalars), Array(other.unicodeScalars))
          return distance <= max(1, word.unicodeScalars.count / 3) ? distance : nil
        }
      }.min()
      return best.map { (person[0], $0) }
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
  }

  /// Whether every word of `wanted` fits a word of its own.
  private static func covers(
    _ wanted: [String], _ words: [String], _ fits: (String, String) -> Bool
  ) -> Bool {
    var rest = words
    for word in wanted {
      guard let index = rest.firstIndex(where: { fits(word, $0) }) else { return false }
      rest.remove(at: index)
    }
    return true
  }

  private static func words(_ name: String) -> [String] {
    Folding.folded(name).split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }

  /// How many letters must be changed, added or left out.
  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, min(row[column], row[column + 1]) + 1)
      }
    }
    return row[second.count]
  }
}

/// Why no employee was found by a name, told to the person who runs the program.
public struct EmployeeNameError: Error, Sendable, Hashable, CustomStringConvertible {
  public var query: String
  public var kind: Kind
  /// Whom it may have been about.
  public var names: [String]

  public enum Kind: Sendable, Hashable {
    /// No call names an employee.
    case nobody
    /// Several people fit.
    case several
    /// Nobody fits, but there are names much like it.
    case misspelt
    /// Nobody fits.
    case unknown
  }

  public var description: String {
    let shown = names.prefix(10).joined(separator: "; ")
    let rest = names.count > 10 ? " и ещё \(names.count - 10)" : ""
    return switch kind {
    case .nobody: "в базе нет звонков с именем сотрудника: оно берётся из поля employee"
    case .several: "имя «\(query)» подходит нескольким сотрудникам, уточните: \(shown)\(rest)"
    case .misspelt: "нет сотрудника «\(query)»; похожие имена: \(shown)\(rest)"
    case .unknown: "нет сотрудника «\(query)»; в базе есть: \(shown)\(rest)"
    }
  }
}
