internal import CallStore
internal import Compliance
public import ServiceStandards

/// What the standards say of each rule and criterion, taken out of them beforehand: coaching reads
/// no files. A standard that is missing here costs the report its approved wording, nothing else.
public struct Guidance: Sendable {
  /// Approved wordings by standard and rule.
  public var wording: [String: [String: [String]]]
  /// What each criterion is about, by standard and criterion.
  public var subjects: [String: [String: Subject]]
  /// The present version of each standard.
  public var versions: [String: String]

  /// What a criterion is about.
  public struct Subject: Sendable, Hashable {
    public var categories: Set<ServiceStandards.Category>
    /// The element that must be said.
    public var element: Element?

    public init(categories: Set<ServiceStandards.Category> = [], element: Element? = nil) {
      self.categories = categories
      self.element = element
    }
  }

  public init(
    wording: [String: [String: [String]]] = [:], subjects: [String: [String: Subject]] = [:],
    versions: [String: String] = [:]
  ) {
    self.versions = versions
    self.wording = wording
    self.subjects = subjects
  }

  public init(_ standards: [ServiceStandard]) {
    self.init()
    for standard in standards {
      versions[standard.id] = standard.version
      for rule in standard.rules where !rule.say.isEmpty {
        wording[standard.id, default: [:]][rule.id] = rule.say
      }
      for criterion in standard.scorecard.criteria {
        subjects[standard.id, default: [:]][criterion.id] = Subject(criterion.check)
      }
    }
  }
}

extension Guidance {
  /// Whether a call is judged by another version of its standard than the present one.
  func isOutdated(_ call: CallDigest) -> Bool {
    versions[call.standard].map { $0 != call.standardVersion } ?? false
  }
}

extension Guidance.Subject {
  init(_ check: Check) {
    switch check {
    case .element(let element, _): self.init(element: element)
    case .findings(let categories, _, _, _), .rate(let categories, _, _):
      self.init(categories: Set(categories))
    case .answer(let check, _): self.init(check)
    case .any(let checks), .all(let checks):
      let parts = checks.map(Self.init)
      self.init(
        categories: parts.reduce(into: []) { $0.formUnion($1.categories) },
        element: parts.lazy.compactMap(\.element).first)
    default: self.init()
    }
  }
}
