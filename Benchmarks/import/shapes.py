"""The same conversation as every format writes it.

A conversation is a list of (side, words): side 0 is the operator's, words are strings. Each writer
gives text or bytes, and the options of `kamerton` that tell the sides where the format cannot.
"""

import json

OPERATOR = ["Добрый", "день,", "компания", "Окна", "Плюс,", "меня", "зовут", "Анна,", "чем", "могу",
            "помочь?"]
CLIENT = ["Здравствуйте,", "я", "хочу", "узнать", "про", "заказ."]
SPEECH = ["договор", "номер", "минуту", "заявка", "хорошо,", "сейчас", "проверю,", "сорок", "рублей",
          "доставка", "завтра", "подъезд", "адрес", "улица", "ну", "вот", "понятно", "спасибо"]


def conversation(random, turns=8):
    """A call in which the words tell who is who."""
    said = [(0, OPERATOR), (1, CLIENT)]
    for number in range(2, turns):
        said.append((number % 2, random.choices(SPEECH, k=random.randint(3, 12))))
    return said


def timed(said):
    """(side, text, start, end, [(word, start, end)]) in hundredths of a second."""
    time, result = 0.5, []
    for side, words in said:
        spoken = []
        for word in words:
            spoken.append((word, round(time, 2), round(time + 0.3, 2)))
            time += 0.4
        result.append((side, " ".join(words), spoken[0][1], spoken[-1][2], spoken))
        time += 1.8
    return result


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def clock(seconds, mark):
    milliseconds = round(seconds * 1000)
    return "%02d:%02d:%02d%s%03d" % (
        milliseconds // 3600000, milliseconds // 60000 % 60, milliseconds // 1000 % 60, mark,
        milliseconds % 1000)


def name(side):
    return "Клиент" if side else "Оператор"


def ms(seconds):
    return round(seconds * 1000)


def native_lines(call, id="1"):
    return dump({"id": id, "turns": [
        {"speaker": "client" if side else "operator", "text": text, "start": start, "end": end,
         "words": [{"text": w, "start": s, "end": e} for w, s, e in words]}
        for side, text, start, end, words in call]}) + "\n"


def native_document(call, id="1"):
    return json.dumps(json.loads(native_lines(call, id)), ensure_ascii=False, indent=1)


def whisper_cpp(call):
    return dump({"systeminfo": "", "model": {}, "params": {}, "result": {"language": "ru"},
                 "transcription": [
                     {"timestamps": {"from": clock(s, ","), "to": clock(e, ",")},
                      "offsets": {"from": ms(s), "to": ms(e)}, "text": " " + text,
                      "speaker": str(side)} for side, text, s, e, _ in call]})


def whisperx(call):
    return dump({"segments": [
        {"start": s, "end": e, "text": " " + text, "speaker": f"SPEAKER_0{side}",
         "words": [{"word": w, "start": a, "end": b, "score": 0.9, "speaker": f"SPEAKER_0{side}"}
                   for w, a, b in words]} for side, text, s, e, words in call],
        "word_segments": [], "language": "ru"})


def whisper_csv(call):
    return "start,end,speaker,text\n" + "".join(
        f'{ms(s)},{ms(e)},{side},"{text}"\n' for side, text, s, e, _ in call)


def vosk_transcriber(call):
    return dump({"schemaVersion": "2.0", "monologues": [
        {"speaker": {"id": str(side), "name": None}, "start": s, "end": e, "terms": [
            {"confidence": 1, "start": a, "end": b, "text": w, "type": "WORD"}
            for w, a, b in words]} for side, _, s, e, words in call], "text": []})


def speechkit_v2(call):
    return dump({"done": True, "response": {"chunks": [
        {"alternatives": [{"words": [
            {"startTime": f"{a}s", "endTime": f"{b}s", "word": w, "confidence": 1}
            for w, a, b in words], "text": text, "confidence": 1}],
         "channelTag": str(side + 1)} for side, text, _, _, words in call]}})


def speechkit_v3(call):
    return "".join(dump({"result": {"final": {"alternatives": [{"words": [
        {"text": w, "startTimeMs": str(ms(a)), "endTimeMs": str(ms(b))} for w, a, b in words],
        "text": text, "startTimeMs": "0", "endTimeMs": str(ms(e))}], "channelTag": str(side)},
        "audioCursors": {"finalIndex": str(number)}}}) + "\n"
        for number, (side, text, _, e, words) in enumerate(call))


def speechsense(call):
    return dump({"talk": {"id": "t", "talkFields": [], "transcription": {"phrases": [
        {"channelNumber": str(side), "startTimeMs": str(ms(s)), "endTimeMs": str(ms(e)),
         "phrase": {"text": text, "words": [
             {"word": w, "startTimeMs": str(ms(a)), "endTimeMs": str(ms(b))}
             for w, a, b in words]}} for side, text, s, e, words in call]}}})


def salutespeech(call):
    return dump([{"results": [{"text": text, "normalized_text": text, "start": f"{s}s",
                               "end": f"{e}s", "word_alignments": [
                                   {"word": w, "start": f"{a}s", "end": f"{b}s"}
                                   for w, a, b in words]}], "eou": True, "channel": side}
                 for side, text, s, e, words in call])


def google_v1(call):
    return dump({"results": [{"alternatives": [{"transcript": text, "words": [
        {"startTime": f"{a}s", "endTime": f"{b}s", "word": w} for w, a, b in words]}],
        "channelTag": side + 1} for side, text, _, _, words in call]})


def google_v2(call):
    return dump({"results": [{"alternatives": [{"transcript": text, "words": [
        {"startOffset": f"{a}s", "endOffset": f"{b}s", "word": w} for w, a, b in words]}],
        "channelTag": side + 1, "resultEndOffset": f"{e}s"} for side, text, _, e, words in call],
        "metadata": {}})


def azure_batch(call):
    return dump({"recognizedPhrases": [
        {"recognitionStatus": "Success", "channel": side, "offsetInTicks": ms(s) * 10000,
         "durationInTicks": ms(e - s) * 10000, "nBest": [{"confidence": 0.9, "display": text}]}
        for side, text, s, e, _ in call]})


def azure_fast(call):
    return dump({"combinedPhrases": [], "phrases": [
        {"channel": side, "offsetMilliseconds": ms(s), "durationMilliseconds": ms(e - s),
         "text": text} for side, text, s, e, _ in call]})


def aws(call):
    return dump({"jobName": "j", "results": {"transcripts": [], "items": [
        {"start_time": str(a), "end_time": str(b), "alternatives": [
            {"confidence": "0.9", "content": w}], "type": "pronunciation",
         "speaker_label": f"spk_{side}"} for side, _, _, _, words in call for w, a, b in words]}})


def call_analytics(call):
    return dump({"Participants": [], "Transcript": [
        {"ParticipantRole": "CUSTOMER" if side else "AGENT", "BeginOffsetMillis": ms(s),
         "EndOffsetMillis": ms(e), "Content": text} for side, text, s, e, _ in call]})


def deepgram(call):
    return dump({"metadata": {}, "results": {"channels": [{}, {}], "utterances": [
        {"start": s, "end": e, "confidence": 1, "channel": side, "transcript": text, "words": [
            {"word": w, "start": a, "end": b, "confidence": 1} for w, a, b in words]}
        for side, text, s, e, words in call]}})


def assemblyai(call):
    return dump({"id": "1", "status": "completed", "utterances": [
        {"speaker": "AB"[side], "start": ms(s), "end": ms(e), "text": text, "confidence": 1,
         "words": [{"text": w, "start": ms(a), "end": ms(b), "confidence": 1}
                   for w, a, b in words]} for side, text, s, e, words in call]})


def srt(call):
    return "\n".join(f"{number}\n{clock(s, ',')} --> {clock(e, ',')}\n{name(side)}: {text}\n"
                     for number, (side, text, s, e, _) in enumerate(call))


def vtt(call):
    return "WEBVTT\n\n" + "\n".join(
        f"{clock(s, '.')} --> {clock(e, '.')}\n<v {name(side)}>{text}\n"
        for side, text, s, e, _ in call)


def ctm(call, file="f"):
    return "".join(f"{file} {'AB'[side]} {a} {round(b - a, 2)} {w}\n"
                   for side, _, _, _, words in call for w, a, b in words)


def stm(call, file="f"):
    return "".join(f"{file} 1 {name(side)} {s} {e} {text}\n" for side, text, s, e, _ in call)


def audacity(call):
    return "".join(f"{s}\t{e}\t[[SPEAKER_0{side}]]{text}\n" for side, text, s, e, _ in call)


def textgrid(call):
    tiers = []
    for side in (0, 1):
        own = [(s, e, text) for who, text, s, e, _ in call if who == side]
        tiers.append('"IntervalTier" "%s" 0 9999 %d %s' % (
            name(side), len(own), " ".join(f'{s} {e} "{text}"' for s, e, text in own)))
    return ('File type = "ooTextFile"\nObject class = "TextGrid"\n0 9999 <exists> 2\n'
            + "\n".join(tiers) + "\n")


def table(call, id="7"):
    return "call_id;time;speaker;text\r\n" + table_rows(call, id)


def table_rows(call, id):
    return "".join(f"{id};{str(s).replace('.', ',')};{name(side)};{text}\r\n"
                   for side, text, s, _, _ in call)


def windows(call, id="7"):
    return table(call, id).encode("cp1251")


def dialogue(call):
    return "".join(f"[{clock(s, '.')}] {name(side)}: {text}\n" for side, text, s, _, _ in call)


def short_labels(call):
    return "".join(f"{'ОК'[side]}: {text}\n" for side, text, _, _, _ in call)


# A writer, the extension people give, and who the operator is where only a person can say.
FORMATS = [
    (native_lines, "ndjson", []), (native_document, "json", []), (whisper_cpp, "json", ["channel", "0"]),
    (whisperx, "json", ["speaker", "SPEAKER_00"]), (whisper_csv, "csv", ["channel", "0"]),
    (vosk_transcriber, "json", ["speaker", "0"]), (speechkit_v2, "json", ["channel", "1"]),
    (speechkit_v3, "json", ["channel", "0"]), (speechsense, "json", ["channel", "0"]),
    (salutespeech, "json", ["channel", "0"]), (google_v1, "json", ["channel", "1"]),
    (google_v2, "json", ["channel", "1"]), (azure_batch, "json", ["channel", "0"]),
    (azure_fast, "json", ["channel", "0"]), (aws, "json", ["speaker", "spk_0"]),
    (call_analytics, "json", []), (deepgram, "json", ["channel", "0"]),
    (assemblyai, "json", ["speaker", "A"]), (srt, "srt", []), (vtt, "vtt", []),
    (ctm, "ctm", ["channel", "A"]), (stm, "stm", []), (audacity, "txt", ["speaker", "SPEAKER_00"]),
    (textgrid, "TextGrid", []), (table, "csv", []), (windows, "csv", []), (dialogue, "txt", []),
    (short_labels, "txt", []),
]


def encoded(text):
    return text if isinstance(text, bytes) else text.encode()
