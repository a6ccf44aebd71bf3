"""Labelled calls, for the measurements in the folders beside this file."""
import json
import pathlib


def load(paths):
    calls = []
    for path in map(pathlib.Path, paths):
        files = sorted(path.rglob("*.json")) + sorted(path.rglob("*.ndjson")) if path.is_dir() else [path]
        for file in files:
            text = file.read_text(encoding="utf-8")
            if file.suffix == ".ndjson":
                calls += [json.loads(line) for line in text.splitlines() if line.strip()]
            else:
                calls.append(json.loads(text))
    return calls


def position(call, label):
    """Where a label stands in its turn, in characters."""
    text = call["turns"][label["turn"]]["text"]
    start = -1
    for _ in range(label.get("occurrence", 0) + 1):
        start = text.find(label["quote"], start + 1)
    return start, start + len(label["quote"])


def overlaps(a, b):
    """Whether two stretches share a character."""
    return a[0] < b[1] and b[0] < a[1]
