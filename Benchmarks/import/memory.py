"""Peak memory of the importers in sizes of their input: every format in three shapes.

Usage: memory.py KAMERTON [MEGABYTES]

speech   one long call, as many turns as a call may have
least    a word a turn and nothing that can be left out, as long as the file goes on
calls    for formats that hold many calls in a file: the same memory whatever the size

What takes over ten times its input is marked, and the program then ends with 1. A file of the
third shape is held to a bound of its own: it must take no more when it is four times as large.
"""

import os
import random
import sys
import tempfile

import shapes
from shapes import dump

BOUND = 10
WORDS = ["да", "нет", "заявка", "ну", "договор", "я", "хорошо", "сорок"]
CHANNEL = {"1": ["--operator-channel", "1"], "0": ["--operator-channel", "0"]}


def pieces(size, write):
    """Pieces made by `write(number, word)` until they are `size` bytes."""
    total, number, parts = 0, 0, []
    while total < size:
        part = write(number, WORDS[number % len(WORDS)])
        parts.append(part)
        total += len(part.encode()) + 1
        number += 1
    return parts


def side(number):
    return number // 3 % 2


def least(size):
    """The smallest shape that each importer takes: a name, a text, who the operator is."""
    def listed(head, tail, write, mark=","):
        return head + mark.join(pieces(size, write)) + tail

    yield "native.json", listed('{"id":"1","turns":[', "]}", lambda n, w: (
        '{"speaker":"%s","text":"%s"}' % (["operator", "client"][side(n)], w))), []
    yield "native-words.json", listed(
        '{"id":"1","turns":[{"speaker":"operator","text":"а","words":[', "]}]}",
        lambda n, w: '{"text":"а"}'), []
    yield "native.ndjson", listed("", "", lambda n, w: (
        '{"id":"%d","turns":[{"speaker":"operator","text":"%s"}]}' % (n, w)), "\n"), []
    yield "dialogue.txt", listed("", "", lambda n, w: f"{shapes.name(side(n))}: {w}", "\n"), []
    yield "short-labels.txt", listed("", "", lambda n, w: f"{'ОК'[side(n)]}: а", "\n"), []
    yield "names.txt", listed("", "", lambda n, w: f"А{n}: а", "\n"), []
    yield "continued.txt", listed("Оператор: да\nКлиент: да\n", "", lambda n, w: "а", "\n"), []
    yield "blank.txt", "Оператор: да\nКлиент: да" + "\n" * size, []
    yield "dashes.txt", listed("", "", lambda n, w: "- а", "\n"), []
    yield "console.txt", listed("", "", lambda n, w: "[0:01 - 0:02] а", "\n"), []
    yield "a.srt", listed("", "", lambda n, w: f"0:{n % 60} --> 0:59\nО: а", "\n"), []
    yield "blank.srt", "0:01 --> 0:02\nО: а\n\n0:03 --> 0:04\nК: б" + "\n" * size, []
    yield "a.vtt", listed("WEBVTT\n\n", "", lambda n, w: (
        f"0:{n % 60} --> 0:59\n<v {'ОК'[side(n)]}>а\n"), "\n"), []
    yield "tags.vtt", "WEBVTT\n\n0:00 --> 0:01\n" + "<v О>а" * (size // 8), []
    yield "a.tsv", listed("start\tend\ttext\n", "", lambda n, w: "1\t2\tа", "\n"), []
    yield "a.csv", listed("speaker;text\n", "", lambda n, w: f"{'ОК'[side(n)]};а", "\n"), []
    yield "quotes.csv", 'speaker;text\nО;"' + "а\n" * (size // 3), []
    yield "calls.csv", listed("call;speaker;text\n", "", lambda n, w: f"{n};О;а", "\n"), []
    yield "a.ctm", listed("", "", lambda n, w: f"f {'AB'[side(n)]} {n} 1 {w}", "\n"), [
        "--operator-channel", "A"]
    yield "pauses.ctm", listed("", "", lambda n, w: f"f {'AB'[side(n)]} {n}0 1 {w}", "\n"), [
        "--operator-channel", "A"]
    yield "channels.ctm", listed("", "", lambda n, w: f"f c{n} 1 1 {w}", "\n"), [
        "--operator-channel", "c1"]
    yield "mono.ctm", listed("", "", lambda n, w: "f A 1 1 а", "\n"), []
    yield "a.stm", listed("", "", lambda n, w: f"f 1 {'ОК'[side(n)]} 1 2 а", "\n"), []
    yield "a.aud", listed("", "", lambda n, w: f"1\t2\t[[S{side(n)}]]а", "\n"), []
    yield "a.TextGrid", (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n0 9 <exists> 1\n'
        + '"IntervalTier" "О" 0 9 9999999 ' + " ".join(pieces(size, lambda n, w: '0 1 "а"'))), []
    yield "openai-whisper.json", listed('{"text":"","segments":[', '],"language":"ru"}', lambda n, w: (
        '{"start":0,"end":1,"text":"%s","seek":0}' % w)), []
    yield "faster-whisper.json", listed("[", "]", lambda n, w: (
        '{"start":0,"end":1,"text":"а","words":[{"word":"а"}],"seek":0}')), []
    yield "faster-whisper.ndjson", listed("", "", lambda n, w: (
        '{"start":0,"end":1,"text":"а","seek":0}'), "\n"), []
    yield "whisper.cpp.json", listed('{"transcription":[{"offsets":{},"text":"а"},', "]}", lambda n, w: (
        '{"text":"%s","speaker":"%d"}' % (w, side(n)))), CHANNEL["0"]
    yield "whisperx.json", listed('{"segments":[', '],"word_segments":[]}', lambda n, w: (
        '{"text":"а","words":[{"word":"а","speaker":"%d"}]}' % side(n))), ["--operator-speaker", "0"]
    yield "vosk.json", listed("[", "]", lambda n, w: '{"text":"а"}'), []
    yield "vosk-words.ndjson", listed("", "", lambda n, w: '{"result":[{"word":"а"}]}', "\n"), []
    yield "vosk-transcriber.json", listed('{"monologues":[', "]}", lambda n, w: (
        '{"speaker":%d,"terms":[{"text":"а"}]}' % side(n))), ["--operator-speaker", "0"]
    yield "speechkit-v2.json", listed('{"response":{"chunks":[', "]}}", lambda n, w: (
        '{"alternatives":[{"words":[{"word":"а"}],"text":"а"}],"channelTag":"%d"}' % side(n))), CHANNEL["0"]
    yield "speechkit-v3.ndjson", listed("", "", lambda n, w: (
        '{"final":{"alternatives":[{"words":[{"text":"а"}],"text":"а"}],"channelTag":"%d"}}' % side(n)),
        "\n"), CHANNEL["0"]
    yield "speechkit-v3.txt", listed("", "", lambda n, w: (
        'final{alternatives{text:"а"}channel_tag:"%d"}' % side(n)), "\n"), CHANNEL["0"]
    yield "speechsense.json", listed('{"transcription":{"phrases":[', "]}}", lambda n, w: (
        '{"channelNumber":%d,"phrase":{"text":"а","words":[{"word":"а"}]}}' % side(n))), CHANNEL["0"]
    yield "salutespeech.json", listed("[", "]", lambda n, w: (
        '{"results":[{"text":"а"}],"eou":1,"channel":%d}' % side(n))), CHANNEL["0"]
    yield "google-v1.json", listed('{"results":[', "]}", lambda n, w: (
        '{"alternatives":[{"words":[{"word":"а","speakerTag":%d}]}]}' % (1 + side(n)))), []
    yield "google-words.json", listed('{"results":[{"resultEndOffset":"1s","alternatives":[{"words":[',
                                      "]}]}]}", lambda n, w: (
        '{"word":"а"}')), []
    yield "google-v2.json", listed('{"results":[', "]}", lambda n, w: (
        '{"alternatives":[{"transcript":"а"}],"channelTag":%d,"resultEndOffset":"1s"}' % (1 + side(n)))), CHANNEL["1"]
    yield "azure-batch.json", listed('{"recognizedPhrases":[', "]}", lambda n, w: (
        '{"channel":%d,"nBest":[{"display":"а"}]}' % side(n))), CHANNEL["0"]
    yield "azure-fast.json", listed('{"combinedPhrases":[],"phrases":[', "]}", lambda n, w: (
        '{"channel":%d,"text":"а"}' % side(n))), CHANNEL["0"]
    yield "aws.json", listed('{"results":{"items":[', "]}}", lambda n, w: (
        '{"alternatives":[{"content":"а"}],"speaker_label":"%d"}' % side(n))), ["--operator-speaker", "0"]
    yield "call-analytics.json", listed('{"Transcript":[', "]}", lambda n, w: (
        '{"ParticipantRole":"%s","Content":"а"}' % ["AGENT", "CUSTOMER"][side(n)])), []
    yield "deepgram.json", listed('{"results":{"channels":[{"alternatives":[{"words":[', "]}]}]}}",
                                  lambda n, w: '{"word":"а","speaker":%d}' % side(n)), [
        "--operator-speaker", "0"]
    yield "deepgram-utterances.json", listed('{"results":{"channels":[{},{}],"utterances":[', "]}}",
                                             lambda n, w: (
        '{"transcript":"а","channel":%d,"words":[{"word":"а"}]}' % side(n))), CHANNEL["0"]
    yield "assemblyai.json", listed('{"utterances":[', "]}", lambda n, w: (
        '{"text":"а","speaker":"%s"}' % "AB"[side(n)])), ["--operator-speaker", "A"]
    yield "assemblyai-words.json", listed("[", "]", lambda n, w: (
        '{"text":"а","end":1,"confidence":1,"speaker":"%s"}' % "AB"[side(n)])), ["--operator-speaker", "A"]
    yield "numbers.json", listed("[", "]", lambda n, w: "1"), []
    yield "objects.json", listed("[", "]", lambda n, w: "{}"), []
    yield "foreign-objects.json", listed('{"segments":[{"start":0,"end":1,"text":"а"},', "]}",
                                         lambda n, w: "{}"), []
    yield "foreign-numbers.json", listed('{"response":{"chunks":[', "]}}", lambda n, w: "1"), []
    yield "keys.json", listed('{"text":1,', "}", lambda n, w: '"":1'), []


def speech(size):
    """One long call in every format, of words as people say them."""
    chance = random.Random(7)
    turns = shapes.timed(shapes.conversation(chance, 9000))
    for writer, ending, told in shapes.FORMATS:
        whole = len(shapes.encoded(writer(turns)))
        call = turns[:max(100, int(len(turns) * min(1, size / whole)))]
        arguments = [f"--operator-{told[0]}", told[1]] if told else []
        yield f"{writer.__name__}.{ending}", writer(call), arguments


def many_calls(size):
    """Files that hold many calls."""
    chance = random.Random(8)
    some = [shapes.timed(shapes.conversation(chance)) for _ in range(50)]
    kinds = [("calls.ndjson", "", lambda n, call: shapes.native_lines(call, str(n))),
             ("calls.ctm", "", lambda n, call: shapes.ctm(call, str(n))),
             ("calls.stm", "", lambda n, call: shapes.stm(call, str(n))),
             ("calls.csv", "call_id;time;speaker;text\r\n",
              lambda n, call: shapes.table_rows(call, str(n)))]
    for name, head, write in kinds:
        parts, total, number = [head], 0, 0
        while total < size:
            parts.append(write(number, some[number % 50]))
            total += len(parts[-1].encode())
            number += 1
        yield name, "".join(parts), ["--operator-channel", "A"] if name.endswith("ctm") else []


class Runner:
    """A process of its own that was made while this one was small, and runs the program: what a
    process held before it became another counts among its memory."""

    def __init__(self):
        self.questions, self.answers = os.pipe(), os.pipe()
        self.child = os.fork()
        if self.child:
            return
        while True:
            length = int.from_bytes(os.read(self.questions[0], 4), "big")
            if not length:
                os._exit(0)
            arguments = os.read(self.questions[0], length).decode().split("\0")
            memory, code = self.measure(arguments)
            os.write(self.answers[1], memory.to_bytes(8, "big") + (code & 0xFF).to_bytes(1, "big"))

    @staticmethod
    def measure(arguments):
        child = os.fork()
        if child == 0:
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execv(arguments[0], arguments)
        _, status, usage = os.wait4(child, 0)
        return usage.ru_maxrss, os.waitstatus_to_exitcode(status)

    def peak(self, arguments):
        """Kilobytes of the process at its largest, and its exit code."""
        data = "\0".join(arguments).encode()
        os.write(self.questions[1], len(data).to_bytes(4, "big") + data)
        answer = os.read(self.answers[0], 9)
        return int.from_bytes(answer[:8], "big"), answer[8]

    def close(self):
        os.write(self.questions[1], bytes(4))
        os.waitpid(self.child, 0)


class Meter:
    def __init__(self, program, folder, runner):
        self.program, self.folder, self.runner, self.isOver = program, folder, runner, False
        self.base, _ = self.taken("empty.txt", "Оператор: да\nКлиент: да\n", [])
        print(f"one small dialogue: {self.base / 1024:.0f} MB")

    def taken(self, name, text, side):
        path = os.path.join(self.folder, name)
        data = shapes.encoded(text)
        with open(path, "wb") as file:
            file.write(data)
        memory, code = self.runner.peak([self.program, "import", path, "--dry-run", *side])
        os.unlink(path)
        if code not in (0, 1):
            self.isOver = True
            print(f"{name}: exit {code}")
        self.code = code
        self.size = len(data)
        return memory, code

    def ratio(self, shape, name, text, side):
        memory, code = self.taken(name, text, side)
        times = (memory - self.base) * 1024 / self.size
        isOver = times > BOUND
        self.isOver |= isOver
        print(f"import memory, {shape}, {name}: {times:.1f} times its {self.size / 1e6:.1f} MB"
              + (", refused" if code else "") + (f", over {BOUND}" if isOver else ""))

    def bound(self, name, small, large, side):
        first, _ = self.taken(name, small, side)
        size = self.size
        second, code = self.taken(name, large, side)
        # Four times the file; an eighth more is what the allocator keeps.
        isOver = second - self.base > (first - self.base) * 1.125 + 2048
        self.isOver |= isOver
        print(f"import memory, calls, {name}: {(first - self.base) / 1024:.1f} MB for {size / 1e6:.0f} MB, "
              f"{(second - self.base) / 1024:.1f} MB for {self.size / 1e6:.0f} MB"
              + (", refused" if code else "") + (", grows with the file" if isOver else ""))


def main():
    size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 8_000_000
    runner = Runner()
    with tempfile.TemporaryDirectory() as folder:
        meter = Meter(os.path.abspath(sys.argv[1]), folder, runner)
        for name, text, side in speech(size):
            meter.ratio("speech", name, text, side)
        for name, text, side in least(size):
            meter.ratio("least", name, text, side)
        for (name, small, side), (_, large, _) in zip(many_calls(size), many_calls(4 * size)):
            meter.bound(name, small, large, side)
    runner.close()
    sys.exit(1 if meter.isOver else 0)


main()
