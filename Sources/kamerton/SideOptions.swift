import ArgumentParser
import Foundation
import ServiceStandards
import Transcripts

/// Who the operator is, where the sources do not say it.
struct SideOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Канал оператора в стереозаписи: как он назван в файле, или left, right.",
      valueName: "канал"))
  var operatorChannel: String?

  @Option(
    help: ArgumentHelp(
      "Кто из говорящих оператор: подпись из файла, например SPEAKER_01.", valueName: "подпись"))
  var operatorSpeaker: String?

  var isGiven: Bool { operatorChannel != nil || operatorSpeaker != nil }
}

extension Installation {
  /// What time it is where a client's number is.
  ///
  /// - Throws: `StandardError` with the line of the table that is none.
  func phoneZones() throws(StandardError) -> PhoneZones {
    try table("phones/time-zones.tsv") { bytes throws(TableMistake) in try PhoneZones(bytes) }
  }

  /// What both sides say.
  ///
  /// - Throws: `StandardError` with the line of the table that is none.
  func speakerLexicon() throws(StandardError) -> SpeakerLexicon {
    try table("speakers/evidence.tsv") { bytes throws(TableMistake) in try SpeakerLexicon(bytes) }
  }

  /// What of these tables cannot be read.
  var tableMistakes: [StandardError] {
    var mistakes: [StandardError] = []
    do throws(StandardError) { _ = try speakerLexicon() } catch { mistakes.append(error) }
    do throws(StandardError) { _ = try phoneZones() } catch { mistakes.append(error) }
    return mistakes
  }

  /// How foreign files are read: by what the person told and by the words of both sides.
  ///
  /// - Throws: `StandardError` with the line of the table of words that is none.
  func importOptions(_ sides: SideOptions) throws(StandardError) -> ImportOptions {
    ImportOptions(
      operatorChannel: sides.operatorChannel, operatorSpeaker: sides.operatorSpeaker,
      lexicon: try speakerLexicon())
  }

  /// A table of the lexicons; one that is not there is empty.
  private func table<Table>(
    _ name: String, read: ([UInt8]) throws(TableMistake) -> Table
  ) throws(StandardError) -> Table {
    let data = lexicons.flatMap { FileManager.default.contents(atPath: $0 + "/" + name) }
    do throws(TableMistake) {
      return try read(Array(data ?? Data()))
    } catch {
      throw StandardError(
        .shape, error.message, at: Place(file: name, line: error.line, column: 1))
    }
  }
}
