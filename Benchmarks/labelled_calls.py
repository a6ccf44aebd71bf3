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
