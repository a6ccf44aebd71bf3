/// The formats that can be read.
public enum TranscriptFormat: String, Sendable, Hashable, CaseIterable, Codable {
  case nativeLines = "native-lines"
  case nativeDocument = "native-document"
  case dialogue
  case openAIWhisper = "openai-whisper"
  case fasterWhisper = "faster-whisper"
  case whisperCpp = "whisper.cpp"
  case whisperX = "whisperx"
  case whisperTable = "whisper-table"
  case vosk
  case voskTranscriber = "vosk-transcriber"
  case speechKitV2 = "speechkit-v2"
  case speechKitV3 = "speechkit-v3"
  case speechSense = "speechsense"
  case saluteSpeech = "salutespeech"
  case googleV1 = "google-v1"
  case googleV2 = "google-v2"
  case azureBatch = "azure-batch"
  case azureFast = "azure-fast"
  case amazonTranscribe = "aws-transcribe"
  case callAnalytics = "aws-call-analytics"
  case deepgram
  case assemblyAI = "assemblyai"
  case subRip = "srt"
  case webVTT = "vtt"
  case ctm, stm, rttm
  case audacity
  case textGrid = "textgrid"
  case dialogueTable = "csv"

  /// The name of the product or format.
  public var title: String {
    switch self {
    case .nativeLines: "Камертон, звонок в строке (NDJSON)"
    case .nativeDocument: "Камертон, звонок или список звонков (JSON)"
    case .dialogue: "Диалог текстом: «Оператор: … Клиент: …»"
    case .openAIWhisper: "OpenAI Whisper, JSON"
    case .fasterWhisper: "faster-whisper, JSON"
    case .whisperCpp: "whisper.cpp, -oj и -ojf"
    case .whisperX: "WhisperX, JSON"
    case .whisperTable: "Whisper, TSV; whisper.cpp, CSV"
    case .vosk: "Vosk, JSON"
    case .voskTranscriber: "vosk-transcriber, JSON"
    case .speechKitV2: "Yandex SpeechKit v2"
    case .speechKitV3: "Yandex SpeechKit v3"
    case .speechSense: "Yandex SpeechSense"
    case .saluteSpeech: "Сбер SaluteSpeech"
    case .googleV1: "Google Speech-to-Text v1"
    case .googleV2: "Google Speech-to-Text v2"
    case .azureBatch: "Azure Speech, пакетное"
    case .azureFast: "Azure Speech, быстрое"
    case .amazonTranscribe: "AWS Transcribe"
    case .callAnalytics: "AWS Call Analytics, Contact Lens"
    case .deepgram: "Deepgram"
    case .assemblyAI: "AssemblyAI, с выгрузками sentences, paragraphs, timestamps"
    case .subRip: "Субтитры SRT, в том числе Sonix"
    case .webVTT: "Субтитры WebVTT"
    case .ctm: "NIST CTM"
    case .stm: "NIST STM"
    case .rttm: "NIST RTTM вместе с расшифровкой того же имени"
    case .audacity: "Метки Audacity, в том числе WhisperX"
    case .textGrid: "Praat TextGrid"
    case .dialogueTable: "Таблица CSV: говорящий и текст по столбцам"
    }
  }

  /// By what the content is recognised.
  public var sign: String {
    switch self {
    case .nativeLines, .nativeDocument: "id, turns"
    case .dialogue: "подписи реплик, тире или время в начале строк"
    case .openAIWhisper: "text, segments, language"
    case .fasterWhisper: "список кусков или language_probability"
    case .whisperCpp: "transcription с offsets"
    case .whisperX: "segments со speaker, word_segments"
    case .whisperTable: "start, end, text в первой строке"
    case .vosk: "result с word и conf, text"
    case .voskTranscriber: "monologues"
    case .speechKitV2: "response.chunks с channelTag"
    case .speechKitV3: "final, finalRefinement, audioCursors"
    case .speechSense: "transcription.phrases"
    case .saluteSpeech: "results с eou и speaker_info"
    case .googleV1: "results, startTime, speakerTag"
    case .googleV2: "results, startOffset, resultEndOffset"
    case .azureBatch: "recognizedPhrases"
    case .azureFast: "phrases, combinedPhrases"
    case .amazonTranscribe: "results.items"
    case .callAnalytics: "Transcript, Participants"
    case .deepgram: "results.channels"
    case .assemblyAI: "utterances, sentences, paragraphs, words"
    case .subRip: "время --> время"
    case .webVTT: "WEBVTT"
    case .ctm: "файл канал начало длина слово"
    case .stm: "файл канал говорящий начало конец текст"
    case .rttm: "SPEAKER"
    case .audacity: "начало, конец и текст через табуляцию"
    case .textGrid: "ooTextFile, TextGrid"
    case .dialogueTable: "столбцы speaker и text"
    }
  }

  /// How the format tells the sides apart.
  public var sides: String {
    switch self {
    case .nativeLines, .nativeDocument, .callAnalytics: "оператор и клиент названы"
    case .dialogue, .subRip, .webVTT, .textGrid, .stm, .dialogueTable: "по подписям"
    case .openAIWhisper, .fasterWhisper, .vosk, .ctm: "нет: два моно-файла рядом или RTTM"
    case .whisperTable, .whisperCpp: "каналы, если были (-di)"
    case .speechKitV2, .speechKitV3, .speechSense: "каналы"
    case .whisperX, .voskTranscriber, .rttm, .audacity: "голоса"
    default: "каналы или голоса"
    }
  }

  /// Read from descriptions alone; no file of the product was at hand.
  public var isByDescription: Bool {
    switch self {
    case .rttm, .textGrid, .dialogueTable: true
    default: false
    }
  }
}
