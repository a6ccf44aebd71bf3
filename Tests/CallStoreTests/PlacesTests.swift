import CallStore
import Testing
import Transcripts

/// What becomes of a call whose id is taken.
struct PlacesTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  static let water = """
    добрый день водоканал ольга слушаю вас у нас третий день нет воды на улице мира дом три \
    заявка принята бригада приедет сегодня до шести вечера всего доброго
    """
  /// The same recording, heard by another recogniser.
  static let waterAgain = """
    добрый день водоканал ольга слушаю вас у нас третий день нету воды на улице мира дом три \
    заявка принята бригада приедет завтра до шести вечера всего доброго до свидания
    """
  static let heating = """
    здравствуйте теплосеть пётр чем помочь подскажите когда включат отопление в нашем районе \
    отопление включат пятого октября благодарю за звонок хорошего вечера
    """

  private static func sample(
    _ text: String, _ employee: String? = nil, _ startedAt: String? = nil
  ) -> Call {
    call("1", text, employee: employee, startedAt: startedAt)
  }

  private func run(_ calls: [(call: Call, path: String)]) throws -> (
    run: ScoringRun, refusals: [String]
  ) {
    var run = ScoringRun(store: store, judge: judge, analysedAt: "2026-03-01", workers: 1)
    var refusals: [ScoringRun.Refusal] = []
    for (call, path) in calls {
      refusals += try run.add(
        ImportedCall(call: call, line: 1), file: .init(name: path, path: path))
    }
    refusals += try run.finish()
    return (run, refusals.map(\.error.message))
  }

  /// The ids in the database, with the first words of their calls.
  private func kept() throws -> [String] {
    try store.ids(like: "1", limit: 100).map { id in
      "\(id): \(try store.call(id: id)?.call.turns[0].text.prefix(6) ?? "")"
    }
  }

  private static let monday = "2026-03-02T10:00:00"
  private static let tuesday = "2026-03-03T10:00:00"

  @Test(
    "A call is an update, is kept beside the other, or is refused",
    arguments: [
      // The same conversation goes on under its id.
      ("moved", sample(water), "/b/mon.json", "unchanged"),
      ("edited where it was", sample(waterAgain), "/a/mon.json", "changed"),
      ("recognised anew and moved", sample(waterAgain), "/b/tue.json", "changed"),
      ("the same, employee told now", sample(water, "Анна"), "/b/mon.json", "changed"),
      // Another conversation does not.
      ("other words", sample(heating), "/b/tue.json", "beside"),
      ("other words, the file put in its place", sample(heating), "/a/mon.json", "beside"),
      // One word tells nothing.
      ("a word", sample("Алло"), "/b/tue.json", "refused"),
      ("a word, where the call was", sample("Алло"), "/a/mon.json", "changed"),
    ])
  func beside(_ name: String, _ call: Call, _ path: String, _ expected: String) throws {
    _ = try run([(Self.sample(Self.water), "/a/mon.json")])
    try check(name, call, path, expected)
  }

  @Test(
    "Employee and start tell conversations apart too",
    arguments: [
      ("another employee", sample(waterAgain, "Петров Иван", monday), "/b/tue.json", "beside"),
      ("her whole name", sample(waterAgain, "Ольга Иванова", monday), "/b/tue.json", "changed"),
      ("another day", sample(waterAgain, "Иванова", tuesday), "/b/tue.json", "beside"),
      ("another day, same file", sample(heating, "Иванова", tuesday), "/a/mon.json", "beside"),
      ("the day mended", sample(water, "Иванова", tuesday), "/a/mon.json", "changed"),
      ("the day mended and moved", sample(water, "Иванова", tuesday), "/b/mon.json", "changed"),
      (
        "the same minute",
        sample(waterAgain, "Иванова", "2026-03-02T10:00"), "/b/tue.json", "changed"
      ),
    ])
  func byEmployeeAndStart(_ name: String, _ call: Call, _ path: String, _ expected: String) throws {
    _ = try run([(Self.sample(Self.water, "Иванова", Self.monday), "/a/mon.json")])
    try check(name, call, path, expected)
  }

  private func check(_ name: String, _ call: Call, _ path: String, _ expected: String) throws {
    let (again, refusals) = try run([(call, path)])
    let counts = again.counts
    switch expected {
    case "unchanged": #expect(counts == .init(unchanged: 1), "\(name)")
    case "changed": #expect(counts == .init(changed: 1), "\(name)")
    case "beside": #expect(counts == .init(new: 1) && again.renamed.count == 1, "\(name)")
    default: #expect(counts == .init() && refusals.count == 1, "\(name)")
    }
    #expect(try store.count() == (expected == "beside" ? 2 : 1), "\(name)")
    // Whatever it was, the second time nothing changes.
    let second = try run([(call, path)])
    #expect(second.run.counts.new + second.run.counts.changed == 0, "\(name)")
    #expect(second.refusals == refusals, "\(name)")
  }

  @Test func namesWhatIsKeptBesideByItsFile() throws {
    let calls = [
      (Self.sample(Self.water, "Анна"), "/x/mon/calls.json"),
      (Self.sample(Self.heating, "Пётр"), "/x/tue/calls.json"),
      (Self.sample("Алло, алло", "Вера"), "/x/wed.json"),
    ]
    for item in calls { _ = try run([item]) }
    #expect(try kept() == ["1: добрый", "tue/calls/1: здравс", "wed/1: Алло, "])
    #expect(try store.call(id: "wed/1")?.origin.givenID == "1")
    #expect(try store.namesakes(of: "1") == ["tue/calls/1", "wed/1"])
    // All of them in one run, in another order, and from a folder that was moved.
    #expect(try run(calls.reversed()).run.counts == .init(unchanged: 3))
    let moved = calls.map { ($0.0, $0.1.replacing("/x", with: "/y")) }
    #expect(try run(moved).run.counts == .init(unchanged: 3))
    #expect(try run([(calls[1].0, "/y/вторник.json")]).run.counts == .init(unchanged: 1))
    #expect(try store.count() == 3)
  }

  @Test(
    "A call that is named by its file goes on when the file is moved, renamed or named otherwise",
    arguments: [
      ("moved", water, "/x/moved/okna", "/x/moved/okna.txt", false, 1),
      ("renamed", water, "okna-99", "/x/okna-99.txt", false, 1),
      ("its folder named", water, "x/okna", "/x/okna.txt", true, 1),
      ("a copy beside it", water, "okna-99", "/x/okna-99.txt", true, 2),
      ("a few words elsewhere", "Алло, алло", "okna-99", "/x/okna-99.txt", false, 2),
      ("a few words, its folder named", "Алло, алло", "x/okna", "/x/okna.txt", true, 1),
    ])
  func moved(
    name: String, text: String, id: String, path: String, isThere: Bool, count: Int
  ) throws {
    for (id, path) in [("okna", "/x/okna.txt"), (id, path), (id, path)] {
      var run = ScoringRun(
        store: store, judge: judge, analysedAt: "2026-03-01", workers: 1, isThere: { _ in isThere })
      _ = try run.add(
        ImportedCall(call: call(id, text), line: 1, isNamedByFile: true),
        file: .init(name: path, path: path))
      #expect(try run.finish().isEmpty, "\(name)")
    }
    #expect(try store.count() == count, "\(name)")
    #expect(try store.call(id: "okna") != nil, "\(name)")
  }

  @Test func keepsBothOfOneRun() throws {
    let calls = [
      (Self.sample(Self.water, "Анна"), "/x/mon.json"),
      (Self.sample(Self.heating, "Пётр"), "/x/tue.json"),
    ]
    let (first, refusals) = try run(calls)
    #expect(first.counts == .init(new: 2) && refusals.isEmpty)
    #expect(try kept() == ["1: добрый", "tue/1: здравс"])
    #expect(try run(calls).run.counts == .init(unchanged: 2))
  }

  @Test("A file that holds another day's export every day loses none of them")
  func daysInOneFile() throws {
    let days = (1...5).map { day in
      let words = (0..<30).map { "слово\(day)\($0)" }.joined(separator: " ")
      return (Self.sample(words, "Анна", "2026-03-0\(day)T10:00:00"), "/x/export.json")
    }
    for day in days { #expect(try run([day]).run.counts == .init(new: 1)) }
    #expect(
      try store.ids(like: "1") == [
        "1", "2026-03-02/1", "2026-03-03/1", "2026-03-04/1", "2026-03-05/1",
      ])
    for day in days { #expect(try run([day]).run.counts == .init(unchanged: 1)) }
  }

  @Test func knowsOneMomentInTwoZones() throws {
    let calls = [
      (Self.sample(Self.water, nil, "2026-03-02T01:00:00+03:00"), "/a/mon.json"),
      (Self.sample(Self.waterAgain, nil, "2026-03-01T22:00:00Z"), "/b/tue.json"),
    ]
    for call in calls { _ = try run([call]) }
    #expect(try store.count() == 1)
  }

  @Test func saysWhyAndWhatToDo() throws {
    _ = try run([(Self.sample(Self.water), "/a/mon.json")])
    #expect(
      try run([(Self.sample("Алло"), "/b/tue.json")]).refusals == [
        "id «1» в базе у другого звонка (/a/mon.json, строка 1), тот оставлен: если это новый "
          + "звонок, дайте ему другой id, если правка прежнего — исправьте его в прежнем файле"
      ])
    #expect(try kept() == ["1: добрый"])
  }
}
