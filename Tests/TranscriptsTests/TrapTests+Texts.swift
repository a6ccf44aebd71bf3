import Transcripts

extension TrapTests {
  static let texts: [Trap] = [
    Trap(
      .subRip, "an index from 0, a mark, CRLF, no line at the end", .whole,
      "\u{FEFF}0\r\n00:00:00,500 --> 00:00:01,000\r\nОператор: Да\r\n\r\n1\r\n00:00:02,000 --> 00:00:03,000\r\nКлиент: Нет",
      ["O 0.5-1 Да", "C 2-3 Нет"]),
    Trap(
      .subRip, "points for commas, no indices, no blank lines", .whole,
      "00:00:00.500 --> 00:00:01.000\nОператор: Да\n00:00:02.000 --> 00:00:03.000\nКлиент: Нет 7\n12\n",
      ["O 0.5-1 Да", "C 2-3 Нет 7 12"]),
    Trap(
      .subRip, "a number for an index and numbers in speech", .whole,
      "7\n00:00:00,500 --> 00:00:01,000\nОператор: Да\n42\n\n8\n00:00:02,000 --> 00:00:03,000\nКлиент: Нет\n",
      ["O 0.5-1 Да 42", "C 2-3 Нет"]),
    Trap(
      .subRip, "overlapping cues", .whole,
      "1\n00:00:00,000 --> 00:00:03,000\nОператор: Да\n\n2\n00:00:01,000 --> 00:00:02,000\nКлиент: Нет\n",
      ["O 0-3 Да", "C 1-2 Нет"], note: "реплик, начатых до конца предыдущей: 1"),
    Trap(
      .subRip, "arrows in speech", .whole,
      "1\n00:00:00,000 --> 00:00:01,000\nОператор: 1 -> 2 --> 3\n\n2\n00:00:01,000 --> 00:00:02,000\nКлиент: Нет\n",
      ["O 0-1 1 -> 2 --> 3", "C 1-2 Нет"]),
    Trap(
      .subRip, "speakers of whisper.cpp", .speaker("speaker 0"),
      "1\n00:00:00,000 --> 00:00:01,000\n(speaker 0) Да\n\n2\n00:00:03,000 --> 00:00:04,000\n(speaker 1) Нет\n",
      ["O 0-1 Да", "C 3-4 Нет"]),
    Trap(
      .subRip, "no speakers, seven words a cue", .oneSide,
      "0\n00:00:00,120 --> 00:00:01,000\nда я вас слушаю очень внимательно сейчас\n\n1\n00:00:01,000 --> 00:00:02,000\nговорите\n",
      ["O 0.12-2 да я вас слушаю очень внимательно сейчас говорите"]),
    Trap(
      .subRip, "Sonix: the speaker on a line of its own", .whole,
      "1\n00:00:00,000 --> 00:00:01,000\nSpeaker 1\nЧем могу помочь?\n\n2\n00:00:03,000 --> 00:00:04,000\nSpeaker 2\nЯ хочу узнать\n\n3\n00:00:04,000 --> 00:00:05,000\nпро заказ\n",
      ["O 0-1 Чем могу помочь?", "C 3-5 Я хочу узнать про заказ"]),
    Trap(
      .subRip, "letters cut by whisper.cpp", .oneSide,
      Array("1\n00:00:00,000 --> 00:00:01,000\nдобрый день, чем могу вам помочь, говорит ".utf8)
        + [0xD0]
        + Array("\n\n2\n00:00:01,000 --> 00:00:02,000\nслушаю вас, говорите громче\n".utf8),
      ["O 0-2 добрый день, чем могу вам помочь, говорит \u{FFFD} слушаю вас, говорите громче"],
      note: "испорченных букв заменено знаком"),
    Trap(
      .webVTT, "notes, styles, settings, entities, classes", .whole,
      "WEBVTT - Звонок\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE 00:00 нет\n\nпервый\n00:00.500 --> 00:01.000 align:start line:0\n<v.loud.first Оператор><00:00:00.600><i>Да</i> &amp; «<b>так</b>»&nbsp;&lt;3</v>\n\n00:00:02.000 --> 00:00:03.000\n<v Клиент>Нет\n",
      ["O 0.5-1 Да & «так» <3", "C 2-3 Нет"]),
    Trap(
      .webVTT, "overlapping cues and two voices in one", .whole,
      "WEBVTT\n\n00:00.000 --> 00:03.000\n<v Оператор>Да\n\n00:01.000 --> 00:02.000\n<v Клиент>Нет\n\n00:04.000 --> 00:05.000\n<v Оператор>Так</v> <v Клиент>Ну</v>\n",
      ["O 0-3 Да", "C 1-2 Нет", "O 4-5 Так", "C 4-5 Ну"],
      note: "реплик, начатых до конца предыдущей: 2"),
    Trap(
      .webVTT, "names with a colon", .whole,
      "WEBVTT\n\n1\n00:00.000 --> 00:01.000\nОператор Анна: Да\n\n2\n00:01.000 --> 00:02.000\nКлиент: Нет\n",
      ["O 0-1 Да", "C 1-2 Нет"]),
    Trap(
      .ctm, "comments, noises, any channel, confidence or none", .channel("A"),
      ";; от 3 мая\nзвонок1 A 0.50 0.40 да 0.97\nзвонок1 A 0.95 0.10 <eps>\nзвонок1 B 3.0 0.5 нет\n",
      ["O 0.5-0.9 да", "C 3-3.5 нет"], words: ["да 0.5-0.9"]),
    Trap(
      .ctm, "Kaldi's only channel", .oneSide, "a 1 0.5 0.4 да 1.00\na 1 1.0 0.5 нет 1.00\n",
      ["O 0.5-1.5 да нет"]),
    Trap(
      .stm, "alternations, words that may be missing, silence", .whole,
      ";; CATEGORY\nзвонок 1 Оператор 0.0 1.0 <o,f0> да { мы / вы / @ } (ну) так\nзвонок 1 Оператор 1.0 2.0 IGNORE_TIME_SEGMENT_IN_SCORING\nзвонок 2 Клиент 2.0 3.0 нет\n",
      ["O 0-1 да мы ну так", "C 2-3 нет"]),
    Trap(
      .textGrid, "doubled quotes, silence, points", .whole,
      "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = 4\ntiers? <exists>\nsize = 3\nitem []:\n    item [1]:\n        class = \"IntervalTier\"\n        name = \"Оператор\"\n        xmin = 0\n        xmax = 4\n        intervals: size = 2\n        intervals [1]:\n            xmin = 0\n            xmax = 1.5\n            text = \"Это \"\"Окна\"\"\"\n        intervals [2]:\n            xmin = 1.5\n            xmax = 4\n            text = \"\"\n    item [2]:\n        class = \"TextTier\"\n        name = \"события\"\n        xmin = 0\n        xmax = 4\n        points: size = 1\n        points [1]:\n            number = 1\n            mark = \"гудок\"\n    item [3]:\n        class = \"IntervalTier\"\n        name = \"Клиент\"\n        xmin = 0\n        xmax = 4\n        intervals: size = 1\n        intervals [1]:\n            xmin = 2\n            xmax = 3\n            text = \"Да\"\n",
      ["O 0-1.5 Это \"Окна\"", "C 2-3 Да"]),
    Trap(
      .dialogueTable, "semicolons, decimal commas, quotes over lines", .whole,
      "call_id;time;speaker;text\r\n7;0,5;Оператор;\"Да;\r\nслушаю \"\"вас\"\"\"\r\n7;3,25;Клиент;Нет\r\n",
      ["O 0.5- Да;\nслушаю \"вас\"", "C 3.25- Нет"]),
    Trap(
      .dialogueTable, "commas and times of day", .whole,
      "speaker,start,end,text\nОператор,00:00:01,00:00:02,Да\nКлиент,00:03,00:04,\"Нет, так\"\n",
      ["O 1-2 Да", "C 3-4 Нет, так"]),
    Trap(
      .dialogue, "labels of WhisperX", .speaker("SPEAKER_00"),
      "[SPEAKER_00]: Да\n[SPEAKER_01]: Нет\n", ["O Да", "C Нет"]),
    Trap(
      .dialogue, "letters for speakers", .speaker("Speaker A"),
      "Speaker A: Да\nSpeaker B: Нет\n", ["O Да", "C Нет"]),
    Trap(
      .dialogue, "channels in words", .speaker("Канал 1 (левый)"),
      "Канал 1 (левый): Да\nКанал 2 (правый): Нет\n", ["O Да", "C Нет"]),
    Trap(
      .dialogue, "columns with bars", .whole,
      "00:12 - 00:15 | Оператор | Да\n00:16 - 00:17 | Клиент | Нет\n",
      ["O 12-15 Да", "C 16-17 Нет"]),
    Trap(
      .dialogue, "a main agent", .whole, "[00:01] Main Agent: Hello\n[00:03] Customer: Yes\n",
      ["O 1- Hello", "C 3- Yes"]),
    Trap(
      .dialogue, "a third voice", .whole,
      "Оператор: Да\nТретий голос: Кто там?\nКлиент: Нет\n",
      ["O Да", "T Кто там?", "C Нет"], note: "не засчитаны никому: «Третий голос»"),
  ]
}
