import Compliance
import Foundation
import RussianMorphology
import RussianText
import ServiceStandards
import Transcripts

// Speed of the core on one thread, on the sample calls repeated. Whole-process figures (start-up,
// memory, scoring into a database) are measured by `whole-process.py` beside this file.
//
// Usage: speed DICTIONARY LEXICONS CORPORA

guard CommandLine.arguments.count == 4 else {
  print("usage: speed DICTIONARY LEXICONS CORPORA")
  exit(64)
}
let dictionary = try MorphologicalDictionary(path: CommandLine.arguments[1])
let morphology = RussianMorphology.Morphology(dictionary: dictionary)
let library = StandardLibrary(folder: URL(filePath: CommandLine.arguments[2]))
let calls = try SampleCalls.read(folder: URL(filePath: CommandLine.arguments[3]))
let text = calls.flatMap(\.turns).map(\.text).joined(separator: "\n")

/// Runs `body` often enough to last a second, three times, and prints the best rate.
func measure(_ title: String, units: Int, _ unit: String, body: () -> Int) {
  var sink = body()
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<3 {
    var rounds = 0
    let start = clock.now
    while start.duration(to: clock.now) < .seconds(1) {
      sink &+= body()
      rounds += 1
    }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    best = min(best, seconds / Double(rounds))
  }
  let rate = Int(Double(units) / best)
  print("\(title): \(rate) \(unit)/s")
  // Keeps the work from being optimised away.
  if sink == .min { print("") }
}

let bytes = Array(text.utf8)
let tokenizer = Tokenizer()
let tokenized = tokenizer.tokenize(text)
let words = tokenized.tokens.filter { $0.kind == .word }.map { tokenized.folded($0) }
print("\(calls.count) calls, \(tokenized.tokens.count) tokens, \(words.count) words")

measure("tokenizing", units: tokenized.tokens.count, "tokens") {
  tokenizer.tokenize(bytes: bytes).tokens.count
}
func read(_ words: [[UInt8]]) -> Int {
  var readings: [Reading] = []
  var count = 0
  for word in words {
    morphology.readings(folded: word, into: &readings)
    count += readings.count
  }
  return count
}
measure("reading, no cache", units: words.count, "words") { read(words) }
// Every form of every word of the calls, each once and in no order: nothing is read twice.
let forms = DistinctForms.shuffled(of: words, morphology: morphology)
measure("reading, no cache, \(forms.count) distinct forms", units: forms.count, "words") {
  read(forms)
}
let options = ImportOptions(operatorChannel: "1", operatorSpeaker: "SPEAKER_00")
for file in ImportSamples.files(calls) {
  measure("import, \(file.name)", units: file.bytes.count / 1000, "kB") {
    var reader = TranscriptReader(
      ByteSource(bytes: file.bytes), name: "calls.json", id: "a", options: options)
    var turns = 0
    while case .call(let imported)? = reader.next() { turns += imported.call.turns.count }
    return turns
  }
}
for id in try library.identifiers() {
  let standard = try CompiledStandard(library.standard(id), morphology: morphology)
  let analyzer = CallAnalyzer(standard: standard, morphology: morphology)
  var cache = WordCache()
  measure("whole analysis, \(id)", units: tokenized.tokens.count, "tokens") {
    calls.reduce(0) { $0 + analyzer.analyze($1, cache: &cache).findings.count }
  }
}
