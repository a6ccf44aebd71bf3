import CallStore
import Compliance
import Foundation
import Testing
import Transcripts

struct StoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func givesBackWhatWasKept() throws {
    var full = call(
      "a/1", "Алло", "Да?", employee: "Иванова Анна", startedAt: "2026-03-01T10:00:00")
    full.direction = .outgoing
    full.standard = "umek"
    full.turns[1].words = [
      Word(text: "Да", start: 5, end: 5.5, confidence: 0.5, speakerConfidence: 0.25)
    ]
    full.turns[0].speakerConfidence = 0.75
    var item = stored(full)
    item.analysis.review = item.analysis.findings
    item.analysis.reason = "почему"
    let store = try folder.store()
    try store.save([item])
    #expect(try store.call(id: "a/1") == item)
    #expect(try store.call(id: "a/2") == nil)
    #expect(try store.employees() == ["Иванова Анна"])
  }

  @Test func replacesACallWholly() throws {
    let store = try folder.store()
    let first = try store.save([stored(call("a", "Алло", "Алло", "Алло заявка"))])
    let second = try store.save([stored(call("a", "Добрый день"))])
    #expect(first == second)
    #expect(try store.count() == 1)
    #expect(try store.call(id: "a") == stored(call("a", "Добрый день")))
    #expect(try store.search(SearchQuery("заявка"), filter: SearchFilter()).total == 0)
    #expect(try store.search(SearchQuery("день"), filter: SearchFilter()).total == 1)
  }

  @Test func keepsAllOrNothing() throws {
    let store = try folder.store()
    var bad = stored(call("b", "Алло"))
    bad.analysis.elements += bad.analysis.elements
    #expect(throws: StoreError.self) { try store.save([stored(call("a", "Алло")), bad]) }
    #expect(try store.count() == 0)
  }

  @Test func opensWhatAnotherRunLeft() throws {
    try folder.store().save([stored(call("a", "Алло"))])
    #expect(try folder.store().count() == 1)
  }

  @Test func isReadWhileWritten() throws {
    let one = try folder.store()
    let other = try folder.store()
    try one.save([stored(call("a", "Алло"))])
    try other.save([stored(call("b", "Алло"))])
    #expect(try one.count() == 2)
  }

  @Test func buildsTheIndexAnewWhenTheDictionaryChanges() throws {
    try folder.store().save([stored(call("a", "позвоню"))])
    let other = WordIndexing(version: "2", lemmas: { $0 == "позвоню" ? ["позвонить"] : [$0] })
    let store = try folder.store(other)
    #expect(try store.search(SearchQuery("позвонить"), filter: SearchFilter()).total == 1)
  }

  @Test func saysWhatIsWrongWithAFile() throws {
    try Data("это не база, а письмо".utf8).write(to: URL(fileURLWithPath: folder.database))
    #expect(throws: StoreError(.unusable, "\(folder.database) — не база Камертона")) {
      try folder.store()
    }
    let lost = "\(folder.path)/нет/база.sqlite"
    #expect(
      throws: StoreError(
        .unusable, "база \(lost) не открывается: нет такой папки или прав на неё")
    ) { try Store(path: lost, indexing: .sample) }
    #expect(
      throws: StoreError(
        .unusable, "базы \(lost) нет: сначала оцените звонки командой kamerton score")
    ) { try Store(existing: lost, indexing: .sample) }
  }

  @Test(arguments: [
    ("2026-03-01T10:00:00+03:00", "2026-03-01"), ("2026-03-01", "2026-03-01"),
    ("01.03.2026", nil), ("2026-02-30", nil), ("2024-02-29 10:00", "2024-02-29"), ("", nil),
    ("вчера в десять", nil),
  ])
  func takesTheDayOfATime(_ time: String, _ day: String?) {
    #expect(Day(of: time)?.text == day)
  }
}
