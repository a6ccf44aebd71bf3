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
//        speed DICTIONARY LEXICONS CORPORA --analysis STANDARD
//        speed DICTIONARY LEXICONS CORPORA --phrases
//        speed DICTIONARY LEXICONS --sentences FILE
//
// The second form measures the whole analysis under one standard alone, for a profiler, and the
// third how matching grows with the number of phrases. The fourth measures reading alone, with and
// without context, on a file of words, one a line, with an empty line after each sentence.

guard CommandLine.arguments.count >= 4 else {
  print("usage: speed DICTIONARY LEXICONS CORPORA | speed DICTIONARY LEXICONS --sentences FILE")
  exit(64)
}
let dictionary = try MorphologicalDictionary(path: CommandLine.arguments[1])
let morphology = RussianMorphology.Morphology(dictionary: dictionary)
let sentenceReading = SentenceReading(
  morphology: morphology,
  model: try ContextModel(
    path: CommandLine.arguments[2] + "/morphology/reading-context.model"))
if CommandLine.arguments[3] == "--sentences", CommandLine.arguments.count == 5 {
  let file = try Data(contentsOf: URL(filePath: CommandLine.arguments[4]))
  sentenceReading.measure(SentenceReading.sentences(lines: Array(file)))
  exit(0)
}
let library = StandardLibrary(folder: URL(filePath: CommandLine.arguments[2]))
let calls = try SampleCalls.read(folder: URL(filePath: CommandLine.arguments[3]))
let text = calls.flatMap(\.turns).map(\.text).joined(separator: "\n")

let bytes = Array(text.utf8)
let tokenizer = Tokenizer()
let tokenized = tokenizer.tokenize(text)
if CommandLine.arguments.count == 6, CommandLine.arguments[4] == "--analysis" {
  try measureAnalysis(CommandLine.arguments[5])
  exit(0)
}
if CommandLine.arguments.count == 5, CommandLine.arguments[4] == "--phrases" {
  try measurePhrases()
  exit(0)
}
let words = tokenized.tokens.filter { $0.kind == .word }.map { tokenized.folded($0) }
print("\(calls.count) calls, \(tokenized.tokens.count) tokens, \(words.count) words")

timed("tokenizing", units: tokenized.tokens.count, "tokens") {
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
timed("reading, no cache", units: words.count, "words") { read(words) }
// Every form of every word of the calls, each once and in no order: nothing is read twice.
let forms = DistinctForms.shuffled(of: words, morphology: morphology)
timed("reading, no cache, \(forms.count) distinct forms", units: forms.count, "words") {
  read(forms)
}
for punctuated in [true, false] {
  let sentences = SentenceReading.sentences(
    of: calls.flatMap(\.turns).map(\.text), punctuated: punctuated)
  sentenceReading.measureInContext(
    sentences, punctuated ? "with punctuation" : "words alone")
}
let options = ImportOptions(operatorChannel: "1", operatorSpeaker: "SPEAKER_00")
for file in ImportSamples.files(calls) {
  timed("import, \(file.name)", units: file.bytes.count / 1000, "kB") {
    var reader = TranscriptReader(
      ByteSource(bytes: file.bytes), name: "calls.json", id: "a", options: options)
    var turns = 0
    while case .call(let imported)? = reader.next() { turns += imported.call.turns.count }
    return turns
  }
}
for id in try library.identifiers() { try measureAnalysis(id) }

try measurePhrases()

func measurePhrases() throws {
  var scaling = try PhraseScaling(library: library, morphology: morphology)
  try scaling.measure(calls, tokens: tokenized.tokens.count)
}

func speechModel(_ name: String) throws -> SpeechModel {
  let file = library.folder.appending(path: "speech/\(name).model")
  return try SpeechModel(bytes: Array(Data(contentsOf: file)))
}

func measureAnalysis(_ id: String) throws {
  let standard = try CompiledStandard(library.standard(id), morphology: morphology)
  let models = SpeechModels(
    paraphrases: try speechModel("paraphrases"), elements: try speechModel("elements"))
  let analyzer = CallAnalyzer(standard: standard, morphology: morphology, models: models)
  var cache = WordCache()
  timed("whole analysis, \(id)", units: tokenized.tokens.count, "tokens") {
    calls.reduce(0) { $0 + analyzer.analyze($1, cache: &cache).findings.count }
  }
  // The rules go by every candidate reading, so that the choice in context is a measurement alone.
  let sentences = SentenceReading.sentences(
    of: calls.flatMap(\.turns).map(\.text), punctuated: true)
  var readings = SentenceReadings(remembersWords: true)
  timed("whole analysis with readings in context, \(id)", units: tokenized.tokens.count, "tokens") {
    calls.reduce(sentenceReading.rank(sentences, into: &readings)) {
      $0 + analyzer.analyze($1, cache: &cache).findings.count
    }
  }
}
