import CallStore
import ServiceStandards
import Testing
import Transcripts

struct SearchTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
    try store.save([
      stored(
        call(
          "1", "Алло, оформим заявочку", "Сколько заявок?", employee: "Иванова Анна",
          startedAt: "2026-03-01T10:00:00")),
      stored(
        call(
          "2", "У нас нет информации, ёлки", "Заявка №8-800", employee: "Пётр Сёмин",
          startedAt: "2026-03-02T10:00:00")),
      stored(call("3", "Мы стали бизнес-центром до\u{301}ма", "кто-то \"in\" C3PO")),
    ])
  }

  /// A query and the places «call.turn» where it is found.
  static let queries: [(query: String, places: [String])] = [
    ("заявка", ["1.0", "1.1", "2.1"]),
    ("ЗАЯВОК", ["1.0", "1.1", "2.1"]),
    ("заявочка", ["1.0"]),
    ("заявоч*", ["1.0"]),
    ("сталь", ["3.0"]),
    ("стать", ["3.0"]),
    ("\"нет информации\"", ["2.0"]),
    ("«нет информация»", ["2.0"]),
    ("\"информации нет\"", []),
    ("\"у нас нет инфо*\"", ["2.0"]),
    ("\"у нас нет инфо\"*", ["2.0"]),
    ("информации нет", ["2.0"]),
    ("заявка -сколько", ["1.0", "2.1"]),
    ("заявка НЕ сколько", ["1.0", "2.1"]),
    ("сколько ИЛИ нет", ["1.1", "2.0"]),
    ("сколько OR нет заявка", ["1.1"]),
    ("елки", ["2.0"]),
    ("8-800", ["2.1"]),
    ("800", ["2.1"]),
    ("кто-то", ["3.1"]),
    ("бизнес-центром", ["3.0"]),
    ("центром", ["3.0"]),
    ("дома", ["3.0"]),
    ("c3po", ["3.1"]),
    ("\"in\"", ["3.1"]),
    ("заявка AND (нет", []),
    ("text:заявка", []),
    ("NEAR(заявка нет)", []),
    ("заявка\u{0}", ["1.0", "1.1", "2.1"]),
    ("ИЛИ заявка ИЛИ", ["1.0", "1.1", "2.1"]),
    ("незакрытая \"заявка", []),
    ("'; DROP TABLE call; --", []),
  ]

  @Test(arguments: queries)
  func finds(_ query: String, _ places: [String]) throws {
    let result = try store.search(SearchQuery(query), filter: SearchFilter())
    #expect(result.hits.map { "\($0.call).\($0.turn)" }.sorted() == places)
    #expect(result.total == places.count)
  }

  @Test func marksTheWordAsItWasSaid() throws {
    let result = try store.search(SearchQuery("заявка"), filter: SearchFilter())
    let hit = try #require(result.hits.first { $0.call == "1" && $0.turn == 0 })
    #expect(hit.snippet == Snippet(text: "Алло, оформим заявочку", marks: [14..<22]))
    #expect(hit.employee == "Иванова Анна")
    #expect(hit.start == 0)
    #expect(hit.score == 40)
  }

  @Test func narrowsDown() throws {
    func places(_ query: String?, _ narrow: (inout SearchFilter) -> Void) throws -> [String] {
      var filter = SearchFilter()
      narrow(&filter)
      return try store.search(query.map { try SearchQuery($0) }, filter: filter)
        .hits.map { "\($0.call).\($0.turn)" }.sorted()
    }
    #expect(try places("заявка") { $0.employee = "иванова" } == ["1.0", "1.1"])
    #expect(try places("заявка") { $0.employee = "СЕМИН" } == ["2.1"])
    #expect(try places("заявка") { $0.employee = "никто" } == [])
    #expect(try places("заявка") { $0.from = Day("2026-03-02") } == ["2.1"])
    #expect(try places("заявка") { $0.to = Day("2026-03-01") } == ["1.0", "1.1"])
    #expect(try places("заявка") { $0.speaker = .client } == ["1.1", "2.1"])
    #expect(try places("заявка") { $0.category = .rudeRepeat } == ["1.0"])
    #expect(try places("заявка") { $0.maximumScore = 50 } == ["1.0", "1.1"])
    #expect(try places("заявка") { $0.minimumScore = 50 } == ["2.1"])
    #expect(try places("заявка") { $0.standard = "umek" } == [])
    #expect(try places(nil) { $0.category = .rudeRepeat } == ["1.0"])
    #expect(try places(nil) { $0.speaker = .client } == ["1.1", "2.1", "3.1"])
  }

  @Test func showsTheFindingWithoutAQuery() throws {
    var filter = SearchFilter()
    filter.category = .rudeRepeat
    #expect(
      try store.search(nil, filter: filter).hits.map(\.snippet) == [
        Snippet(text: "Алло, оформим заявочку", marks: [0..<4])
      ])
  }

  @Test func countsMoreThanItShows() throws {
    var filter = SearchFilter()
    filter.limit = 1
    let result = try store.search(SearchQuery("заявка"), filter: filter)
    #expect(result.hits.count == 1)
    #expect(result.total == 3)
  }

  @Test(arguments: [
    ("", "в запросе нет ни одного слова"), ("?! —", "в запросе нет ни одного слова"),
    ("-нет", "в запросе одни исключения: добавьте слово, которое надо найти"),
  ])
  func refuses(_ query: String, _ message: String) {
    #expect(throws: StoreError(.emptyQuery, message)) { try SearchQuery(query) }
  }

  @Test func refusesAnEndlessQuery() {
    #expect(throws: StoreError.self) {
      try SearchQuery(String(repeating: "слово ", count: 100))
    }
  }

  /// Whatever is typed, FTS5's own syntax never shows.
  @Test func survivesAnyQuery() throws {
    let pieces = [
      "\"", "*", "-", "(", ")", "AND", "OR", "NOT", "NEAR", "ИЛИ", ":", "^", "+", "{", "}", "«",
      "»",
      " ", "заявка", "'", ";", "\u{0}", "нет", ",", "\\", "%", "é", "😀", "\u{301}",
    ]
    var seed: UInt64 = 1
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      do {
        _ = try store.search(SearchQuery(text), filter: SearchFilter())
      } catch {
        #expect(error.code == .emptyQuery, "\(text): \(error)")
      }
    }
  }
}
