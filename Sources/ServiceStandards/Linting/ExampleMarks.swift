/// Finds examples that do not mark what must be found in them: any find of the category then passes.
enum ExampleMarks {
  static func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var bare: [RuleExample] = []
    for example in standard.rules.flatMap(\.examples) where example.isHit && !example.hasMarks {
      bare.append(example)
    }
    var files: [String] = []
    for example in bare where !files.contains(example.place.file) {
      files.append(example.place.file)
    }
    return files.flatMap { file in
      let here = bare.filter { $0.place.file == file }
      guard here.count > mostSingly else { return here.map(remark) }
      return [
        StandardLinter.Remark(
          message: "примеров, где не помечено [[…]], что должно найтись: \(here.count); \(why)",
          place: here[0].place, isError: false)
      ]
    }
  }

  private static func remark(_ example: RuleExample) -> StandardLinter.Remark {
    let isSingle = example.text.contains("[") && example.text.contains("]")
    return StandardLinter.Remark(
      message: "в примере не помечено [[…]], что должно найтись"
        + (isSingle ? " (скобки пишут двойные); " : "; ") + why,
      place: example.place, isError: false)
  }

  private static let why = "без пометки годится любая находка той же категории"
  /// So many examples of a file are remarked on one by one.
  private static let mostSingly = 5
}

extension RuleExample {
  fileprivate var hasMarks: Bool { !marks.isEmpty || turns.contains { !$0.marks.isEmpty } }
}
