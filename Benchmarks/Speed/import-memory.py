"""Peak memory of the importers in sizes of their input: files of one word a line, the worst case.

Usage: import-memory.py KAMERTON [MEGABYTES]. What takes over ten times its input is marked.
"""

import json
import os
import sys
import tempfile

WORDS = ["да", "нет", "заявка", "ну", "договор", "я", "хорошо", "сорок"]
BOUND = 10
# Reported, not held to the bound: lines of seven bytes are shorter than any record of a turn.
APART = {"short-labels.txt"}
SIDES = {
    "speechkit-v2.json": ["--operator-channel", "1"], "google.json": ["--operator-channel", "1"],
    "speechkit-v3.ndjson": ["--operator-channel", "0"],
    "deepgram.json": ["--operator-channel", "0"], "a.ctm": ["--operator-channel", "A"],
    "aws.json": ["--operator-speaker", "spk_0"],
    "whisperx.json": ["--operator-speaker", "SPEAKER_00"],
    "assemblyai.json": ["--operator-speaker", "A"],
}


def words(size, write):
    """Pieces made by `write(number, word)` until they are `size` bytes."""
    total, number, parts = 0, 0, []
    while total < size:
        part = write(number, WORDS[number % len(WORDS)])
        parts.append(part)
        total += len(part.encode())
        number += 1
    return parts


def clock(seconds, mark):
    return "%02d:%02d:%02d%s%03d" % (seconds // 3600, seconds // 60 % 60, seconds % 60, mark, 0)


def side(number):
    return number // 3 % 2


def name(number):
    return "Клиент" if side(number) else "Оператор"


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def formats(size):
    yield "native.ndjson", "\n".join(
        words(size, lambda n, w: dump({"id": str(n), "turns": [
            {"speaker": "operator", "text": w}]})))
    yield "native-one-call.json", '{"id":"1","turns":[%s]}' % ",".join(
        words(size, lambda n, w: dump({"speaker": ["operator", "client"][side(n)], "text": w})))
    yield "dialogue.txt", "\n".join(words(size, lambda n, w: f"{name(n)}: {w}"))
    yield "short-labels.txt", "\n".join(words(size, lambda n, w: f"{'ОК'[side(n)]}: а"))
    yield "continued.txt", "Оператор: да\nКлиент: да\n" + "\n".join(words(size, lambda n, w: "а"))
    yield "a.srt", "\n".join(words(size, lambda n, w: (
        f"{n}\n{clock(n, ',')} --> {clock(n + 1, ',')}\n{name(n)}: {w}\n")))
    yield "a.vtt", "WEBVTT\n\n" + "\n".join(words(size, lambda n, w: (
        f"{clock(n, '.')} --> {clock(n + 1, '.')}\n<v {name(n)}>{w}\n")))
    yield "a.csv", "time;speaker;text\n" + "\n".join(
        words(size, lambda n, w: f"{n},5;{name(n)};{w}"))
    yield "a.ctm", "\n".join(words(size, lambda n, w: f"f {'AB'[side(n)]} {n} 0.5 {w}"))
    yield "a.stm", "\n".join(words(size, lambda n, w: f"f 1 {name(n)} {n} {n}.5 {w}"))
    yield "speechkit-v2.json", '{"done":true,"response":{"chunks":[%s]}}' % ",".join(
        words(size, lambda n, w: dump({"alternatives": [{"words": [
            {"startTime": f"{n}s", "endTime": f"{n}.5s", "word": w, "confidence": 1}], "text": w}],
            "channelTag": str(1 + side(n))})))
    yield "speechkit-v3.ndjson", "\n".join(words(size, lambda n, w: dump({"result": {"final": {
        "alternatives": [{"words": [{"text": w, "startTimeMs": str(n), "endTimeMs": str(n + 1)}],
                          "text": w}], "channelTag": str(side(n))}}})))
    yield "aws.json", '{"jobName":"j","results":{"transcripts":[],"items":[%s]}}' % ",".join(
        words(size, lambda n, w: dump({
            "start_time": str(n), "end_time": f"{n}.5", "alternatives": [
                {"confidence": "1", "content": w}], "type": "pronunciation",
            "speaker_label": f"spk_{side(n)}"})))
    yield "whisperx.json", '{"segments":[%s],"word_segments":[],"language":"ru"}' % ",".join(
        words(size, lambda n, w: dump({
            "start": n, "end": n + 1, "text": w, "words": [{"word": w, "start": n, "end": n + 1}],
            "speaker": f"SPEAKER_0{side(n)}"})))
    yield "deepgram.json", (
        '{"metadata":{"request_id":"1","channels":1},"results":{"channels":[{},{}],"utterances":[%s]}}'
        % ",".join(words(size, lambda n, w: dump({
            "start": n, "end": n + 1, "confidence": 1, "channel": side(n), "transcript": w,
            "words": [{"word": w, "start": n, "end": n + 1, "confidence": 1}], "id": str(n)}))))
    yield "google.json", '{"results":[%s],"metadata":{}}' % ",".join(
        words(size, lambda n, w: dump({"alternatives": [{"transcript": w, "words": [
            {"startOffset": f"{n}s", "endOffset": f"{n + 1}s", "word": w}]}],
            "channelTag": 1 + side(n)})))
    yield "call-analytics.json", (
        '{"Participants":[],"JobStatus":"COMPLETED","Transcript":[%s]}' % ",".join(
            words(size, lambda n, w: dump({
                "Id": str(n), "ParticipantRole": ["AGENT", "CUSTOMER"][side(n)],
                "BeginOffsetMillis": n, "EndOffsetMillis": n + 1, "Content": w}))))
    yield "assemblyai.json", '{"id":"1","status":"completed","utterances":[%s]}' % ",".join(
        words(size, lambda n, w: dump({
            "speaker": "AB"[side(n)], "start": n, "end": n + 1, "text": w, "confidence": 1,
            "words": [{"text": w, "start": n, "end": n + 1, "confidence": 1}]})))


def peak(arguments):
    """Kilobytes of the process at its largest, and its exit code."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(arguments[0], arguments)
    _, status, usage = os.wait4(child, 0)
    return usage.ru_maxrss, os.waitstatus_to_exitcode(status)


def main():
    program = sys.argv[1]
    size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 8_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "empty.txt")
        open(path, "w").write("Оператор: да\nКлиент: да\n")
        base, _ = peak([program, "import", path, "--dry-run"])
        print(f"one small dialogue: {base // 1024} MB")
        for file, text in formats(size):
            path = os.path.join(folder, file)
            data = text.encode()
            open(path, "wb").write(data)
            side = SIDES.get(file, [])
            taken, code = peak([program, "import", path, "--dry-run", *side])
            times = (taken - base) * 1024 / len(data)
            is_over = times > BOUND and file not in APART
            print(f"import memory, {file}: {times:.1f} times its {len(data) / 1e6:.1f} MB"
                  + (f", over {BOUND}" if is_over else "")
                  + (f", exit {code}" if code else ""))
            os.unlink(path)


main()
