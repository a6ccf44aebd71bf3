"""A folder of 10,000 files of all formats, 500 of them damaged, scored twice.

Usage: mixed_folder.py KAMERTON [FILES [SEED]]. Fails unless every sound file is stored, every
damaged one is named with a reason, the program ends with 1, and the second run changes nothing.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

import shapes

ENDINGS = ["json", "txt", "srt", "csv", "data", "log", "vtt", "TXT"]


def cut(data, chance):
    """A JSON file that stops in the middle."""
    return data[:chance.randint(len(data) // 4, len(data) * 3 // 4)]


def damaged(chance, call):
    """Bytes that hold no call any more, and what kind of damage it is."""
    kind = chance.choice(["cut", "empty", "blank", "noise", "nobody", "columns", "keys", "broken",
                          "one voice named", "not finished"])
    writer = chance.choice([shapes.whisperx, shapes.aws, shapes.speechkit_v2, shapes.deepgram,
                            shapes.native_document, shapes.assemblyai])
    if kind == "cut":
        return kind, cut(shapes.encoded(writer(call)), chance)
    if kind == "empty":
        return kind, b""
    if kind == "blank":
        return kind, b" \r\n" * chance.randint(1, 50)
    if kind == "noise":
        return kind, b"RIFF" + bytes(chance.randrange(256) for _ in range(500)) + b"\0\xff\xfe"
    if kind == "nobody":
        return kind, "\n".join(text for _, text, _, _, _ in call).encode()
    if kind == "columns":
        return kind, (shapes.ctm(call) + "f A нет 0.3 слово\n").encode()
    if kind == "keys":
        return kind, json.dumps({"отчёт": [1, 2], "итого": chance.random()}).encode()
    if kind == "broken":
        data = bytearray(shapes.encoded(writer(call)))
        place = data.index(b":", chance.randint(0, len(data) // 2))
        data[place:place + 1] = b":::"
        return kind, bytes(data)
    if kind == "one voice named":
        return kind, ('{"id":"x","turns":[{"speaker":"кто-то","text":"%s"}]}' % call[0][1]).encode()
    return kind, json.dumps({"id": "1", "status": "processing", "audio_duration": None, "words": [],
                             "utterances": [{"text": "да"}]}).encode()


def write(folder, count, chance):
    """Writes the files; gives the paths of the damaged ones with the kind of damage."""
    bad = set(chance.sample(range(count), count // 20))
    named = {}
    for number in range(count):
        call = shapes.timed(shapes.conversation(chance, chance.randint(4, 14)))
        place = os.path.join(folder, f"{number % 40:02d}")
        os.makedirs(place, exist_ok=True)
        writer, ending, _ = chance.choice(shapes.FORMATS)
        if chance.random() < 0.3:
            ending = chance.choice(ENDINGS)
        path = os.path.join(place, f"call{number}.{ending}")
        if number in bad:
            named[path], data = damaged(chance, call)
        elif writer in (shapes.native_lines, shapes.native_document, shapes.table, shapes.windows):
            # An id of its own stands in the file.
            data = shapes.encoded(writer(call, f"n{number}"))
        else:
            data = shapes.encoded(writer(call))
        with open(path, "wb") as file:
            file.write(data)
    return named


def score(program, folder, database):
    start = time.monotonic()
    run = subprocess.run(
        [program, "score", folder, "--database", database, "--format", "json"],
        capture_output=True, text=True)
    answer = json.loads(run.stdout) if run.stdout else {}
    return run.returncode, answer, run.stderr, time.monotonic() - start


def content(database):
    """Every row of every plain table."""
    with sqlite3.connect(database) as connection:
        tables = [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'turnIndex%'"
            " AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        calls = os.path.join(folder, "calls")
        named = write(calls, count, random.Random(seed))
        size = sum(os.path.getsize(os.path.join(place, file))
                   for place, _, files in os.walk(calls) for file in files)
        database = os.path.join(folder, "calls.sqlite")
        print(f"{count} files of {len(shapes.FORMATS)} shapes, {size / 1e6:.0f} MB, seed {seed}, "
              f"{len(named)} damaged in {len(set(named.values()))} ways")
        code, answer, errors, seconds = score(program, calls, database)
        before = content(database)
        stored = len(before["call"])
        refused = {path for path in named if f"{path}: " in errors}
        others = [line for line in errors.splitlines()
                  if any(f"{refusal['file']}: " in line for refusal in answer.get("refused", []))
                  and not any(f"{path}: " in line for path in named)]
        print(f"first run: {seconds:.1f} s, {stored} calls stored, {len(refused)} of the damaged "
              f"named with reasons, exit code {code}")
        again, answer, more, seconds = score(program, calls, database)
        same = content(database) == before
        print(f"second run: {seconds:.1f} s, exit code {again}, "
              + ("nothing changed" if same else "THE DATABASE CHANGED"))
        if code != 1 or again != 1:
            faults.append(f"exit codes {code}, {again}")
        if stored != count - len(named):
            faults.append(f"{stored} calls instead of {count - len(named)}")
        for path in sorted(set(named) - refused)[:10]:
            faults.append(f"not named: {path}, {named[path]}")
        for line in others[:10]:
            faults.append(f"sound, but refused: {line}")
        if not same:
            faults.append("the second run changed the database")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
