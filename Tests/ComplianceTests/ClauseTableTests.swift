import Foundation
import ServiceStandards
import Testing

/// The table of clauses in `Lexicons/README.md` and the standards' files agree.
@Suite("The table of clauses")
struct ClauseTableTests {
  private let text: String
  private let standards: [ServiceStandard]

  init() throws {
    text = try String(contentsOf: lexicons.appending(path: "README.md"), encoding: .utf8)
    let library = StandardLibrary(folder: lexicons)
    standards = try library.identifiers().map { try library.standard($0) }
  }

  @Test("Every criterion of a company's standard stands in the table, and every one there exists")
  func criteria() {
    let known = Set(standards.flatMap { $0.scorecard.criteria.map(\.id) })
    let ids = standards.map(\.id)
    let named = Set(
      text.split(separator: "`").map(String.init).filter { word in
        ids.contains { word.hasPrefix("\($0).") } && !word.hasSuffix(".yaml") && !word.contains(" ")
      })
    #expect(named.subtracting(known) == [])
    #expect(known.filter { !$0.hasPrefix("general.") }.subtracting(named) == [])
  }

  @Test("Every category, element and script stands in the table")
  func names() {
    for category in ServiceStandards.Category.allCases {
      #expect(text.contains("| `\(category.rawValue)` | \(category.title) |"))
    }
    for element in Element.allCases { #expect(text.contains("`\(element.rawValue)`")) }
    for script in standards.flatMap(\.scripts) { #expect(text.contains("`\(script.id)`")) }
  }

  @Test("Every criterion has a title, a clause and a weight, and ids are unique")
  func complete() {
    for standard in standards {
      let criteria = standard.scorecard.criteria
      #expect(Set(criteria.map(\.id)).count == criteria.count)
      #expect(criteria.allSatisfy { !$0.title.isEmpty && !$0.clause.isEmpty && $0.weight > 0 })
      #expect(criteria.allSatisfy { $0.id.hasPrefix("\(standard.id).") })
    }
  }

  @Test("Every finding category and every element of general costs something there")
  func general() throws {
    let general = try #require(standards.first { $0.id == "general" })
    var categories: Set<ServiceStandards.Category> = []
    var elements: Set<Element> = []
    for criterion in general.scorecard.criteria {
      switch criterion.check {
      case .findings(let more, _, _, _), .rate(let more, _, _): categories.formUnion(more)
      case .element(let element, _): elements.insert(element)
      default: break
      }
    }
    #expect(categories == Set(ServiceStandards.Category.allCases))
    // Nobody but single sources asks for these: they are reported, and cost nothing in general.
    let free: Set<Element> = [.department, .position, .operatorFullName, .inviteAgain]
    #expect(elements == Set(Element.allCases).subtracting(free))
  }
}
