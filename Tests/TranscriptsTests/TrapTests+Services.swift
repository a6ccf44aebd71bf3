import Transcripts

extension TrapTests {
  static let services: [Trap] = [
    Trap(
      .speechKitV2, "nanoseconds, digits in the text, channels out of order", .channel("1"),
      #"{"done":true,"response":{"chunks":[{"alternatives":[{"words":[{"startTime":"3.200s","endTime":"3.5s","word":"нет","confidence":1}],"text":"Нет","confidence":1}],"channelTag":"2"},{"alternatives":[{"words":[{"startTime":"0.879999999s","endTime":"1.159999992s","word":"два","confidence":1}],"text":"2","confidence":1}],"channelTag":"1"}]}}"#,
      ["O 0.88-1.16 2", "C 3.2-3.5 Нет"], words: ["два 0.88-1.16"]),
    Trap(
      .speechKitV3, "the refinement replaces, the first word begins", .channel("0"),
      #"""
      {"result":{"partial":{"alternatives":[{"text":"добр"}]}}}
      {"result":{"final":{"alternatives":[{"words":[{"text":"сорок","startTimeMs":"900","endTimeMs":"1200"}],"text":"сорок","startTimeMs":"0","endTimeMs":"1500"}],"channelTag":"0"},"audioCursors":{"finalIndex":"0"}}}
      {"result":{"finalRefinement":{"finalIndex":"0","normalizedText":{"alternatives":[{"text":"40","startTimeMs":"0","endTimeMs":"1500"}],"channelTag":"0"}}}}
      {"result":{"eouUpdate":{"timeMs":"1500"}}}
      {"result":{"statusCode":{"codeType":"WORKING"}}}
      {"result":{"final":{"alternatives":[{"words":[{"text":"да","startTimeMs":"4000","endTimeMs":"4200"}],"text":"да","startTimeMs":"1500","endTimeMs":"4300"}],"channelTag":"1"},"audioCursors":{"finalIndex":"1"}}}
      {"result":{"classifierUpdate":{"windowType":"LAST_UTTERANCE"}}}
      """#, ["O 0.9-1.2 40", "C 4-4.2 да"]),
    Trap(
      .speechKitV3, "protobuf's own text", .channel("0"),
      #"""
      final {
        alternatives {
          words { text: "\320\264\320\260" start_time_ms: 900 end_time_ms: 1200 }
          words { text: "нет" start_time_ms: 1300 end_time_ms: 1500 }
          text: "\320\264\320\260, \"нет\""
          end_time_ms: 1500
        }
        channel_tag: "0"
      }
      final < alternatives < words < text: 'так' start_time_ms: 4000 end_time_ms: 4100 > text: 'так' > channel_tag: "1" >
      """#, ["O 0.9-1.5 да, \"нет\"", "C 4-4.1 так"], words: ["да 0.9-1.2", "нет 1.3-1.5"]),
    Trap(
      .speechSense, "spoken and written text", .channel("1"),
      #"{"talk":{"id":"t","talkFields":[],"transcription":{"phrases":[{"channelNumber":"1","startTimeMs":"500","endTimeMs":"900","phrase":{"text":"два","normalizedText":"2","language":"ru","words":[{"word":"два","startTimeMs":"500","endTimeMs":"900"}]}},{"channelNumber":"2","startTimeMs":"3500","endTimeMs":"3900","phrase":{"text":"да"}}]}}}"#,
      ["O 0.5-0.9 2", "C 3.5-3.9 да"], words: ["два 0.5-0.9"]),
    Trap(
      .saluteSpeech, "each voice, the mix, both channels, empty texts", .speaker("0"),
      #"[{"results":[{"text":"да","normalized_text":"Да.","start":"0.480s","end":"0.920000512s"},{"text":"до"}],"eou":true,"channel":0,"speaker_info":{"speaker_id":0}},{"results":[{"text":"да","normalized_text":"Да.","start":"0.480s","end":"0.92s"}],"eou":true,"channel":1,"speaker_info":{"speaker_id":0}},{"results":[{"text":"","normalized_text":""}],"eou":true,"speaker_info":{"speaker_id":1}},{"results":[{"text":"нет","normalized_text":"Нет.","start":"3s","end":"4s"}],"eou":true,"speaker_info":{"speaker_id":1},"insight":"{\"a\":1}"},{"results":[{"text":"да нет","start":"0s","end":"4s"}],"eou":true,"speaker_info":{"speaker_id":-1}}]"#,
      ["O 0.48-0.920001 Да.", "C 3-4 Нет."],
      note: "речь без разделения по голосам пропущена, взяты голоса"),
    Trap(
      .saluteSpeech, "several hypotheses", .channel("0"),
      #"[{"results":[{"text":"да","start":"0s","end":"1s"},{"text":"до"}],"eou":true,"channel":0},{"results":[{"text":"нет","start":"3s","end":"4s"}],"eou":true,"channel":1}]"#,
      ["O 0-1 да", "C 3-4 нет"], note: "гипотез несколько, взята лучшая: 1"),
    Trap(
      .googleV1, "the last result repeats every word with its tag", .speaker("1"),
      #"{"results":[{"alternatives":[{"transcript":"да нет","words":[{"startTime":"0s","endTime":"0.5s","word":"да"},{"startTime":"3s","endTime":"3.5s","word":"нет"}]}]},{"alternatives":[{"words":[{"endTime":"0.500s","word":"да","speakerTag":1},{"startTime":"3s","endTime":"3.5s","word":"нет","speakerTag":2}]}]}]}"#,
      ["O 0-0.5 да", "C 3-3.5 нет"], words: ["да 0-0.5"]),
    Trap(
      .googleV2, "an offset of zero is not written", .channel("1"),
      #"{"results":[{"alternatives":[{"transcript":"да","words":[{"endOffset":"0.500s","word":"да"}]},{"transcript":"до"}],"channelTag":1,"resultEndOffset":"0.5s"},{"alternatives":[{"transcript":"нет"}],"channelTag":2,"resultEndOffset":"3.5s"}],"metadata":{}}"#,
      ["O 0-0.5 да", "C -3.5 нет"], note: "гипотез несколько, взята лучшая: 1",
      words: ["да 0-0.5"]),
    Trap(
      .azureBatch, "ISO durations, a failed phrase, hidden swearing", .channel("0"),
      #"{"recognizedPhrases":[{"recognitionStatus":"Success","channel":0,"offset":"PT1M0.5S","duration":"PT1S","nBest":[{"confidence":0.9,"display":"Вот ****."}]},{"recognitionStatus":"InitialSilenceTimeout","channel":0,"offset":"PT2S"},{"recognitionStatus":"Success","channel":1,"offset":"PT1M3S","duration":"PT1S","nBest":[{"confidence":0.9,"display":"Да."}]}]}"#,
      ["O 60.5-61.5 Вот ****.", "C 63-64 Да."], note: "нераспознанных фраз пропущено: 1"),
    Trap(
      .azureBatch, "the first hypothesis is not the surest", .channel("0"),
      #"{"recognizedPhrases":[{"channel":0,"offsetInTicks":5000000,"durationInTicks":"10000000","nBest":[{"confidence":0.4,"display":"До."},{"confidence":0.9,"display":"Да."}]},{"channel":1,"offsetInTicks":30000000,"durationInTicks":10000000,"nBest":[{"confidence":0.9,"lexical":"нет"}]}]}"#,
      ["O 0.5-1.5 Да.", "C 3-4 нет"], note: "гипотез несколько, взята лучшая: 1"),
    Trap(
      .azureFast, "speakers of one channel", .speaker("1"),
      #"{"durationMilliseconds":4000,"combinedPhrases":[],"phrases":[{"speaker":1,"offsetMilliseconds":500,"durationMilliseconds":500,"text":"Да"},{"speaker":2,"offsetMilliseconds":3000,"durationMilliseconds":500,"text":"Нет"}]}"#,
      ["O 0.5-1 Да", "C 3-3.5 Нет"]),
    Trap(
      .azureFast, "a time beyond all clocks", .speaker("1"),
      #"{"durationMilliseconds":4000,"combinedPhrases":[],"phrases":[{"speaker":1,"offsetMilliseconds":500,"durationMilliseconds":500,"text":"Да"},{"speaker":2,"offsetMilliseconds":99999999999999999999,"durationMilliseconds":500,"text":"Нет"}]}"#,
      ["O 0.5-1 Да", "C Нет"], note: "невозможное время убрано у кусков: 1"),
    Trap(
      .amazonTranscribe, "marks have no times, numbers are texts", .speaker("spk_0"),
      #"{"jobName":"j","results":{"items":[{"start_time":"0.5","end_time":"0.9","alternatives":[{"confidence":"0.9","content":"Да"}],"type":"pronunciation","speaker_label":"spk_0"},{"alternatives":[{"confidence":"0.0","content":"."}],"type":"punctuation","speaker_label":"spk_0"},{"start_time":"3.0","end_time":"3.5","alternatives":[{"confidence":"0.9","content":"Нет"}],"type":"pronunciation","speaker_label":"spk_1"}]}}"#,
      ["O 0.5-0.9 Да.", "C 3-3.5 Нет"], words: ["Да. 0.5-0.9"]),
    Trap(
      .callAnalytics, "participants by their ids, hidden data", .whole,
      #"{"Participants":[{"ParticipantId":"x1","ParticipantRole":"CUSTOMER"},{"ParticipantId":"x2","ParticipantRole":"AGENT"}],"Transcript":[{"ParticipantId":"x2","BeginOffsetMillis":0,"EndOffsetMillis":900,"Content":"Да, [PII]"},{"ParticipantId":"x1","BeginOffsetMillis":2000,"EndOffsetMillis":2500,"Content":"Нет","Redaction":{}}]}"#,
      ["O 0-0.9 Да, [PII]", "C 2-2.5 Нет"]),
    Trap(
      .callAnalytics, "an announcement is a third voice", .whole,
      #"{"Participants":[{"ParticipantRole":"AGENT"},{"ParticipantRole":"CUSTOMER"}],"Transcript":[{"ParticipantRole":"SYSTEM","BeginOffsetMillis":0,"EndOffsetMillis":900,"Content":"Разговор записывается"},{"ParticipantRole":"AGENT","BeginOffsetMillis":1000,"EndOffsetMillis":1900,"Content":"Да"},{"ParticipantRole":"CUSTOMER","BeginOffsetMillis":2000,"EndOffsetMillis":2500,"Content":"Нет"}]}"#,
      ["T 0-0.9 Разговор записывается", "O 1-1.9 Да", "C 2-2.5 Нет"],
      note: "не засчитаны никому: «SYSTEM»"),
    Trap(
      .deepgram, "words with signs, speakers of one channel", .speaker("0"),
      #"{"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"x","words":[{"word":"да","punctuated_word":"Да,","start":0.5,"end":0.9,"speaker":0},{"word":"нет","start":3,"end":3.5,"speaker":1}]},{"transcript":"y"}]}]}}"#,
      ["O 0.5-0.9 Да,", "C 3-3.5 нет"], note: "гипотез несколько, взята лучшая: 1",
      words: ["Да, 0.5-0.9"]),
    Trap(
      .deepgram, "channels without times of words", .channel("0"),
      #"{"results":{"channels":[{"alternatives":[{"transcript":"Да"}]},{"alternatives":[{"transcript":"Нет"}]}]}}"#,
      ["O Да", "C Нет"]),
    Trap(
      .assemblyAI, "two channels and milliseconds", .channel("1"),
      #"{"id":"1","status":"completed","audio_duration":5,"words":[],"utterances":[{"speaker":"1","channel":"1","start":500,"end":900,"text":"Да","words":[{"text":"Да","start":500,"end":900,"confidence":0.9}]},{"speaker":"2","channel":"2","start":3000,"end":3500,"text":"Нет"}]}"#,
      ["O 0.5-0.9 Да", "C 3-3.5 Нет"]),
    Trap(
      .assemblyAI, "paragraphs with words of two speakers", .speaker("A"),
      #"{"paragraphs":[{"text":"Да Нет","start":500,"end":3500,"words":[{"text":"Да","start":500,"end":900,"confidence":0.9,"speaker":"A"},{"text":"Нет","start":3000,"end":3500,"confidence":0.9,"speaker":"B"}]}]}"#,
      ["O 0.5-0.9 Да", "C 3-3.5 Нет"]),
  ]
}
