import ArgumentParser
import Foundation
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
}

extension Installation {
  /// What time it is where a client's number is.
  var phoneZones: PhoneZones {
    let table = lexicons.flatMap {
      FileManager.default.contents(atPath: $0 + "/phones/time-zones.tsv")
    }
    return PhoneZones(Array(table ?? Data()))
  }

  /// How foreign files are read: by what the person told and by the words of both sides.
  func importOptions(_ sides: SideOptions) -> ImportOptions {
    let lexicon = lexicons.flatMap {
      FileManager.default.contents(atPath: $0 + "/speakers/evidence.tsv")
    }
    return ImportOptions(
      operatorChannel: sides.operatorChannel, operatorSpeaker: sides.operatorSpeaker,
      lexicon: SpeakerLexicon(Array(lexicon ?? Data())))
  }
}
