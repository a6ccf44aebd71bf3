import ServiceStandards

/// Makes windows and frequencies of every kind that the notation has.
struct RandomWindow {
  private var generator: SeededGenerator
  private var phrases: RandomPhrase

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    phrases = RandomPhrase(seed: seed)
  }

  mutating func nextWindow() -> Window {
    let point = point()
    var sides = Window.Side.allCases
    if point == .start { sides.removeAll { $0 == .before } }
    if point == .end { sides.removeAll { $0 == .after } }
    return Window(
      distance: generator.below(4) == 0 ? nil : distance(), side: generator.pick(sides),
      point: point)
  }

  mutating func nextFrequency() -> Frequency {
    Frequency(bounds: (0...generator.below(3)).map { _ in bound() })
  }

  private mutating func bound() -> Frequency.Bound {
    switch generator.below(4) {
    case 0:
      .atLeast(1 + generator.below(9), within: generator.below(2) == 0 ? nil : distance())
    case 1: .atMost(1 + generator.below(9))
    case 2: .morePerWords(number(), words: 1 + generator.below(200))
    default: .morePerMinute(number())
    }
  }

  private mutating func point() -> Window.Point {
    let edge = generator.pick(Window.Edge.allCases)
    let speaker = generator.pick(FindingRule.Scope.allCases)
    switch generator.below(9) {
    case 0: return .start
    case 1: return .end
    case 2: return .hold(edge)
    case 3: return .pause(edge, longerThan: generator.below(2) == 0 ? nil : number())
    case 4: return .interruption(by: speaker)
    case 5: return .condition
    case 6: return .element(generator.pick(Element.allCases))
    case 7: return .rule(generator.pick(["jargon.slang", "a", "правило-1"]))
    default: return .phrase(phrases.next(), by: speaker)
    }
  }

  private mutating func distance() -> Distance {
    let unit = generator.pick(Distance.Unit.allCases)
    return Distance(
      number(), unit, of: unit == .seconds ? .any : generator.pick(FindingRule.Scope.allCases))
  }

  private mutating func number() -> Double {
    let whole = Double(generator.below(300))
    return generator.below(3) == 0 ? whole + Double(generator.below(100)) / 100 : whole
  }
}
