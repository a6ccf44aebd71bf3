import ServiceStandards

/// Gives every stretch of a turn to one category.
struct OverlapResolution {
  /// The number of the first rule that the standard has of its own.
  private let ownRules: Int
  private var kept: [FindingCandidate] = []
  private var occupied: Set<Int> = []
  private var ranges: Set<Range<Int>> = []
  /// The words between the ends of what is told in sentences, gaps and all.
  private var told: [Category: Set<Int>] = [:]
  /// Which of the kept took a word, where the standard itself found it.
  private var owners: [Int: Int] = [:]
  /// Words of inherited finds that gave way to the standard's own: «это» of «это ваша вина» is no
  /// parasite where only «ваша вина» is the company's.
  private var displaced: Set<Int> = []

  private init(ownRules: Int) { self.ownRules = ownRules }

  /// Keeps the most specific, then the longest, of candidates that share a taken word. Findings go
  /// before doubtful ones, and in a category what a standard says itself before what it inherits, be
  /// that longer or not; then what tells the words to say instead. A diminutive inside a longer
  /// phrase is an offence of its own.
  ///
  /// - Parameter ownRules: the number of the first rule that the standard has of its own.
  static func resolve(_ candidates: [FindingCandidate], ownRules: Int) -> [FindingCandidate] {
    let ordered = candidates.sorted { left, right in
      if left.isReview != right.isReview { return right.isReview }
      if left.category != right.category {
        return left.category.specificity > right.category.specificity
      }
      let isLeftOwn = left.rule >= ownRules
      if isLeftOwn != (right.rule >= ownRules) { return isLeftOwn }
      if left.taken.count != right.taken.count { return left.taken.count > right.taken.count }
      if left.range.lowerBound != right.range.lowerBound {
        return left.range.lowerBound < right.range.lowerBound
      }
      if left.isMended != right.isMended { return left.isMended }
      return left.rule < right.rule
    }
    var resolution = Self(ownRules: ownRules)
    for candidate in ordered { resolution.add(candidate) }
    return resolution.kept.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  private mutating func add(_ candidate: FindingCandidate) {
    let isOwn = candidate.rule >= ownRules
    if !isOwn, let owner = owner(of: candidate) {
      kept[owner].displaced.append(candidate)
      displaced.formUnion(candidate.taken)
      return
    }
    if candidate.category == .diminutive {
      if ranges.contains(candidate.range) { return }
    } else if candidate.taken.contains(where: {
      occupied.contains($0) || !isOwn && displaced.contains($0)
    }) {
      return
    } else if told[candidate.category]?.isDisjoint(with: candidate.range) == false {
      // It goes through the gaps of a find of its category: the same reproach told once.
      occupied.formUnion(candidate.taken)
      return
    }
    occupied.formUnion(candidate.taken)
    ranges.insert(candidate.range)
    if candidate.category.isSaidInSentences {
      told[candidate.category, default: []].formUnion(candidate.range)
    }
    if isOwn { for word in candidate.taken { owners[word] = kept.count } }
    kept.append(candidate)
  }

  /// The standard's own find of the category that alone stands in the way of an inherited one.
  private func owner(of candidate: FindingCandidate) -> Int? {
    guard !owners.isEmpty else { return nil }
    let inTheWay = candidate.taken.filter(occupied.contains)
    guard let first = inTheWay.first, let owner = owners[first],
      inTheWay.allSatisfy({ owners[$0].map { kept[$0].category } == candidate.category })
    else { return nil }
    return owner
  }
}
