#!/usr/bin/env python3
"""Whole-process figures: start-up, scoring into a fresh database, memory of `stream`.

Usage: whole-process.py KAMERTON CORPORA
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

program, corpora = sys.argv[1], pathlib.Path(sys.argv[2])


def run(arguments, **options):
    """Seconds and peak memory (MB) of one run."""
    start = time.perf_counter()
    process = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{arguments}: exit code {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def median(values):
    return sorted(values)[len(values) // 2]


starts = [run(["words", "заявочка"]) for _ in range(21)]
print(f"start-up (words, one word): {median([s for s, _ in starts]) * 1000:.1f} ms, {max(m for _, m in starts):.0f} MB")
question = ["phrase", "ваша заявочка"]
cold = [run(question, env=os.environ | {"KAMERTON_CACHE": ""}) for _ in range(5)]
print(f"phrase, standards compiled anew: {median([s for s, _ in cold]) * 1000:.0f} ms, {max(m for _, m in cold):.0f} MB")
run(question)
warm = [run(question) for _ in range(21)]
print(f"phrase, standards from the cache: {median([s for s, _ in warm]) * 1000:.0f} ms, {max(m for _, m in warm):.0f} MB")

calls = [json.loads(path.read_text()) for path in sorted(corpora.rglob("*.json"))]
with tempfile.TemporaryDirectory() as folder:
    lines = os.path.join(folder, "calls.ndjson")
    total = 0
    with open(lines, "w") as file:
        for round in range(100):
            for call in calls:
                call = {k: v for k, v in call.items() if k != "expected"} | {"id": f"{call['id']}-{round}"}
                file.write(json.dumps(call, ensure_ascii=False) + "\n")
                total += 1
    database = os.path.join(folder, "calls.sqlite")
    seconds, memory = run(["score", lines, "--database", database])
    print(f"score into a fresh database: {total / seconds:.0f} calls/s, {memory:.0f} MB ({total} calls)")
    seconds, _ = run(["score", lines, "--database", database])
    print(f"score again, nothing changed: {total / seconds:.0f} calls/s")
    with open(lines) as file:
        seconds, memory = run(["stream"], stdin=file)
    print(f"stream, six standards mixed: {total / seconds:.0f} calls/s, peak memory {memory:.0f} MB")
