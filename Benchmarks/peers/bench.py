#!/usr/bin/env python3
"""The morphology's figures beside pymorphy3 and rumorph: one run, one thread, one text.

Usage: bench.py BUILD-FOLDER DICTIONARY [--offline]     (run from the repository's root)

Part of `make bench`. The text is the calls for work, sentence by sentence, without punctuation. The
peers come from PyPI into .build/peers; where that cannot be had, their rows say so and the rest is
printed all the same (`--offline` does not try).
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile

import peers

PEERS = {"pymorphy3": "pymorphy3[fast] 2.0.6", "rumorph": "rumorph 0.3.0"}
ABSENT = "not here: PyPI was not reached"


def sentences():
    """The words of the calls, sentence by sentence."""
    for folder in ("Corpora/samples", "Corpora/practice"):
        for path in sorted(pathlib.Path(folder).rglob("*.json")):
            for turn in json.loads(path.read_text())["turns"]:
                for sentence in re.split(r"[.!?…]+", turn["text"]):
                    if words := re.findall(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*", sentence):
                        yield words


def row(name, figure, unit, *ratios):
    """A figure, and how many times better ours is."""
    if figure is None:
        print(f"  {name:56}{ABSENT}")
        return
    shown = f"{figure:,.0f}".replace(",", " ") if unit == "/s" else f"{figure:.1f}"
    print(f"  {name:56}{shown:>10} {unit:3}" + "".join(f"{ratio:9.1f} ×" for ratio in ratios))


def speeds(build, dictionary, there):
    text = peers.WORK / "sentences.txt"
    text.write_text("".join("\n".join(words) + "\n\n" for words in sentences()))
    said = subprocess.run(
        [build / "speed", dictionary, "Lexicons", "--sentences", text], capture_output=True, text=True,
        check=True).stdout
    found = {name: float(rate) for name, rate in re.findall(r"(.*): (\d+) words/s", said)}
    count = re.search(r"(\d+) words", said)[1]
    print(f"\nWords a second of the processor, one thread: the calls for work, {count} words. N × is how many")
    print("times faster Kamerton is: without context, and in context with every word read anew")
    alone = found["reading, no cache"]
    context = next(rate for name, rate in found.items() if "in context, no cache" in name)
    memory = next(rate for name, rate in found.items() if "fresh memory" in name)
    row("kamerton, without context, no cache", alone, "/s")
    row("kamerton, in context, no cache", context, "/s")
    row("kamerton, in context, remembering words of this text", memory, "/s")
    for tool, name in PEERS.items():
        answer = peers.ask("morphology.py", tool, text) if tool in there else None
        rate = answer and float(answer[1])
        row(name + ", first reading: lemma and tag", rate, "/s", *([alone / rate, context / rate] if rate else []))


def starts(build, there):
    one = "заявочка"
    rows = {"kamerton words": [build / "kamerton", "words", one]}
    scripts = {
        "pymorphy3": f"import pymorphy3; pymorphy3.MorphAnalyzer().parse('{one}')[0].normal_form",
        "rumorph": f"import rumorph; rumorph.Analyzer().analyze('{one}')[0].lemma",
    }
    for tool, script in scripts.items():
        rows[PEERS[tool] + " in python"] = [peers.PYTHON, "-c", script] if tool in there else None
    figures = {name: [] for name in rows}
    for _ in range(21):
        for name, command in rows.items():
            figures[name].append(command and peers.whole(command))
    print("\nA process that answers one word, medians of 21: start to exit, peak memory")
    middles = {
        name: [sorted(column)[len(column) // 2] for column in zip(*runs)]
        for name, runs in figures.items() if None not in runs}
    ours = middles["kamerton words"]
    for place, unit, scale, what in ((0, "ms", 1000, ""), (1, "ms", 1000, ", of the processor"), (2, "MB", 1, "")):
        for name in rows:
            middle = middles.get(name)
            ratio = [] if name == "kamerton words" or not middle else [middle[place] / ours[place]]
            row(name + what, middle and middle[place] * scale, unit, *ratio)


def size(name):
    """The size in MB of an installed package, data and code."""
    files = (peers.WORK / "environment").glob(f"lib/*/site-packages/{name}/**/*")
    return sum(f.stat().st_size for f in files if f.is_file() and "__pycache__" not in f.parts) / 1e6


def dictionaries(build, dictionary, there):
    ours = dictionary.stat().st_size / 1e6
    model = pathlib.Path("Lexicons/morphology/reading-context.model").stat().st_size / 1e6
    print("\nThe dictionary as it is used, and what it takes to compile it")
    row("kamerton, dictionary", ours, "MB")
    row("kamerton, model of context", model, "MB")
    for tool, folder, what in (("pymorphy3", "pymorphy3_dicts_ru", "data"), ("rumorph", "rumorph", "data and code in one")):
        megabytes = size(folder) if tool in there else None
        row(f"{PEERS[tool]}, {what}", megabytes, "MB", *([megabytes / ours] if megabytes else []))
    wheels = list(dictionary.parent.glob("pymorphy3_dicts_ru-*.whl"))
    if not wheels:
        print("  kamerton, compiling: the package of the dictionary is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(wheels[0]).extractall(folder)
        start = time.perf_counter()
        figures = peers.whole([
            build / "kamerton", "dictionary", "compile", "--from", f"{folder}/pymorphy3_dicts_ru/data",
            "--additions", "Lexicons/morphology", "--to", f"{folder}/russian.dictionary"])
        seconds = time.perf_counter() - start
    if figures:
        row("kamerton, compiling, by the clock", seconds, "s")
        row("kamerton, compiling, of the processor", figures[1], "s")
        print("  The peers' dictionaries come compiled; how long that took is not told.")
    else:
        print("  kamerton, compiling: failed")


def main():
    arguments = [a for a in sys.argv[1:] if a != "--offline"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    build, dictionary = (pathlib.Path(a).resolve() for a in arguments)
    peers.WORK.mkdir(parents=True, exist_ok=True)
    there = {} if "--offline" in sys.argv else peers.install([p for p in peers.PACKAGES if p[0] in PEERS])
    print(f"\nMorphology beside its peers; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    speeds(build, dictionary, there)
    starts(build, there)
    dictionaries(build, dictionary, there)


if __name__ == "__main__":
    main()
