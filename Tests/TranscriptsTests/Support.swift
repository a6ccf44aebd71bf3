import Transcripts

/// Everything a source gives, told in short: «id», «id!», or the error's code and line.
func read(_ text: String, name: String = "call.json", chunk: Int = 7) -> [TranscriptItem] {
  read(Array(text.utf8), name: name, chunk: chunk)
}

func read(_ bytes: [UInt8], name: String = "call.json", chunk: Int = 7) -> [TranscriptItem] {
  var reader = TranscriptReader(
    ByteSource(bytes: bytes, chunkSize: chunk), name: name, id: "файл")
  var items: [TranscriptItem] = []
  while let item = reader.next() { items.append(item) }
  return items
}

/// «a», or «wrong_type:3:turns[0].text».
func short(_ item: TranscriptItem) -> String {
  switch item {
  case .call(let imported): return imported.call.id
  case .refused(let error):
    return [error.code.rawValue, error.line.map(String.init), error.key]
      .compactMap { $0 }.joined(separator: ":")
  }
}

/// One call in the contract's shape.
func line(_ id: String) -> String {
  #"{"id":"\#(id)","turns":[{"speaker":"operator","text":"Алло"}]}"#
}
