import Coaching
import Testing

struct ScoresTests {
  @Test func meanAndBounds() {
    let scores = make([50, 100, 75, 75])
    #expect(scores.mean == 75)
    #expect(scores.lowest == 50)
    #expect(scores.highest == 100)
    #expect(Scores().mean == nil)
  }

  @Test(arguments: [0, 1, 3, 5])
  func partsAddUp(split: Int) {
    let all: [Double] = [60, 61.5, 88, 93, 100]
    var first = make(Array(all.prefix(split)))
    first.add(make(Array(all.dropFirst(split))))
    let other = make([70, 70, 71, 69, 70])
    #expect(first.count == 5)
    #expect(abs((first.mean ?? 0) - (make(all).mean ?? 1)) < 1e-9)
    #expect(first.isWithinScatter(of: other) == make(all).isWithinScatter(of: other))
  }

  @Test(
    arguments: [
      ([70, 75, 80, 72, 78], [71, 74, 79, 73, 80], true),
      ([70, 71, 70, 71, 70], [90, 91, 90, 91, 90], false),
      ([70, 70, 70, 70, 70], [70, 70, 70, 70, 70], true),
      ([70, 71, 70, 71], [90, 91, 90, 91, 90], nil), ([], [90, 91, 90, 91, 90], nil),
    ] as [([Double], [Double], Bool?)])
  func scatter(now: [Double], before: [Double], expected: Bool?) {
    #expect(make(now).isWithinScatter(of: make(before)) == expected)
  }

  private func make(_ values: [Double]) -> Scores {
    var scores = Scores()
    for value in values { scores.add(value) }
    return scores
  }
}
