#!/usr/bin/env python3
"""Kamerton beside pymorphy3, rumorph, spaCy's Matcher and Yargy: one run, one thread, one text.

Usage: peers.py BUILD-FOLDER DICTIONARY [--runs N]     (run from the repository's root)

Makes an environment of its own in .build/peers with the peers from PyPI; one that cannot be
installed is named and left out. The tools take turns; medians of N runs (3 unless told), each the
best of three rounds of a second or more.
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time
import venv

import kamerton

WORDS = "kamerton words (context, all candidates), whole process"
HERE = pathlib.Path(__file__).resolve().parent
WORK = pathlib.Path(".build/peers").resolve()
PYTHON = WORK / "environment/bin/python"
PACKAGES = [
    # Its C++ extension makes it five times faster.
    ("pymorphy3", ["pymorphy3[fast]==2.0.6"]),
    ("rumorph", ["rumorph==0.3.0"]),
    ("spacy", ["spacy==3.8.18"]),
    # Yargy stands on pymorphy2, which still asks for pkg_resources.
    ("yargy", ["yargy==0.16.0", "setuptools<81"]),
]
THREADS = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")}
ENVIRONMENT = os.environ | THREADS


def install(packages=PACKAGES):
    """The versions that are there; what could not be had is told."""
    try:
        if not PYTHON.exists():
            venv.create(WORK / "environment", with_pip=True, clear=True)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"NOT INSTALLED: no environment for Python could be made: {error}")
        return {}
    there = {}
    for module, names in packages:
        shown = subprocess.run([PYTHON, "-m", "pip", "show", module], capture_output=True, text=True).stdout
        version = re.search(r"^Version: (.*)", shown, re.M)
        if not version or not names[0].endswith(f"=={version[1]}"):
            print(f"installing {names[0]}", file=sys.stderr)
            pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--retries", "1",
                   "--timeout", "10"]
            run = subprocess.run([*pip, "--only-binary", ":all:", *names], capture_output=True, text=True)
            if run.returncode and module == "yargy":
                # Two of its dependencies come as sources alone.
                run = subprocess.run([*pip, *names], capture_output=True, text=True)
            if run.returncode:
                print(f"NOT INSTALLED: {names[0]}: {(run.stderr.strip().splitlines() or ['?'])[-1]}")
                continue
        there[module] = names[0].split("==")[1]
    return there


def ask(script, *arguments):
    run = subprocess.run(
        [PYTHON, "-B", HERE / script, *map(str, arguments)], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    if run.returncode:
        return None
    return run.stdout.split()


def processor_rate(command, units, long, short):
    """Units a second of the processor on the file `long`, less what the file `short` takes."""
    one, all_of_it = whole(command, short), whole(command, long)
    return all_of_it and one and units / (all_of_it[1] - one[1])


def whole(arguments, file=os.devnull):
    """Seconds, seconds of the processor, and peak memory (MB) of a whole process; None if it fails."""
    with open(file) as lines:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, arguments)), stdin=lines, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return None if process.returncode else (seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def table(title, rows, bases):
    """Rows of (name, figures of the runs), each with our figures named by `bases` as its multiple."""
    print(f"\n{title}")
    middles = {name: statistics.median(figures) for name, figures in rows.items() if None not in figures}
    for name in rows:
        if name not in middles:
            print(f"  {name:68} failed")
            continue
        rate = f"{middles[name]:,.0f}".replace(",", " ")
        ratios = "" if name in bases else "".join(f"{middles[base] / middles[name]:9.1f} ×" for base in bases)
        print(f"  {name:68}{rate:>10} /s{ratios}")


def morphology(build, dictionary, lexicons, calls, there, runs):
    tokens = [w for c in calls for t in c["turns"] for w in re.findall(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*", t["text"])]
    lists = {"running": tokens}
    running = WORK / "running.txt"
    running.write_text("\n".join(tokens) + "\n")
    if forms := ask("morphology.py", "forms-of", running) if "pymorphy3" in there else None:
        lists["forms"] = forms
    (WORK / "one.txt").write_text("заявочка\n")
    tools = []
    if "pymorphy3" in there:
        tools.append(("pymorphy3", f"pymorphy3[fast] {there['pymorphy3']}"))
    if "rumorph" in there:
        name = f"rumorph {there['rumorph']}"
        tools += [("rumorph", name + ", lemma and tag"), ("rumorph-lemmas", name + ", lemmas alone")]
    commands = {WORDS: [build / "kamerton", "words", "--pretokenized", "--format", "tsv"]}
    if "rumorph" in there:
        commands[f"rumorph {there['rumorph']} -i tokens -f tsv, whole process"] = [
            PYTHON.parent / "rumorph", "-i", "tokens", "-f", "tsv"]
    for kind, words in lists.items():
        (WORK / f"{kind}.txt").write_text("\n".join(words) + "\n")
        # A process long enough to be timed; a blank line ends a sentence.
        copies = max(1, 400_000 // len(words))
        sentence = "".join("\n".join(words[i:i + 10]) + "\n\n" for i in range(0, len(words), 10))
        (WORK / f"{kind}-long.txt").write_text(sentence * copies)
        kamerton.write_calls(WORK / f"calls-{kind}", kamerton.as_calls(words))
        rows, process = {}, {WORDS: []}
        for _ in range(runs):
            rates = kamerton.speed(build, dictionary, lexicons, WORK / f"calls-{kind}", "reading, no cache:")
            rows.setdefault("kamerton, reading (the speed benchmark)", []).append(rates["reading, no cache"])
            for tool, name in tools:
                rate = ask("morphology.py", tool, WORK / f"{kind}.txt")
                for times, of, place in ((rows, "", 0), (process, ", in process", 1)):
                    times.setdefault(name + of, []).append(rate and float(rate[place]))
            for name, command in commands.items():
                process.setdefault(name, []).append(processor_rate(
                    command, len(words) * copies, WORK / f"{kind}-long.txt", WORK / "one.txt"))
        what = "running text of the sample calls" if kind == "running" else "every form of those words once"
        table(f"Words a second by the clock, in process, no cache: {what}, {len(words)} words "
              f"(kamerton counts {rates['words']})", rows, list(rows)[:1])
        table(f"The same a second of the processor (whole processes: {len(words) * copies} words, less start-up)",
              process, list(process)[:1])


def startup(build, there):
    one = "заявочка"
    rows = {"kamerton words": [build / "kamerton", "words", one], "python alone": [PYTHON, "-c", "pass"]}
    if "pymorphy3" in there:
        rows["pymorphy3 in python"] = [
            PYTHON, "-c", f"import pymorphy3; pymorphy3.MorphAnalyzer().parse('{one}')[0].normal_form"]
    if "rumorph" in there:
        rows["rumorph in python"] = [PYTHON, "-c", f"import rumorph; rumorph.Analyzer().analyze('{one}')[0].lemma"]
    figures = {name: [] for name in rows}
    for _ in range(11):
        for name, command in rows.items():
            figures[name].append(whole(command))
    print("\nA process that answers one word: medians of 11 from start to exit, of them processor, peak memory;")
    print("in brackets without what python alone takes")
    middles = {name: [statistics.median(c) for c in zip(*runs)] for name, runs in figures.items() if None not in runs}
    ours, alone = middles["kamerton words"], middles["python alone"]
    for name in rows:
        if name not in middles:
            print(f"  {name:48} failed")
            continue
        seconds, processor, memory = middles[name]
        more = ""
        if name != "kamerton words":
            more = f"{seconds / ours[0]:8.1f} × {memory / ours[2]:5.1f} ×"
        if " in python" in name:
            own = seconds - alone[0], processor - alone[1], memory - alone[2]
            more += f"  ({own[0] * 1000:.0f} ms, {own[1] * 1000:.0f} ms, {own[2]:.0f} MB)"
        print(f"  {name:24}{seconds * 1000:8.1f} ms {processor * 1000:8.1f} ms {memory:6.0f} MB{more}")


def matching(build, dictionary, lexicons, phrases, calls, there, runs):
    calls = [kamerton.plain(call) for call in calls]
    kamerton.write_calls(WORK / "calls", calls)
    text = WORK / "calls.txt"
    text.write_text("\n".join(
        "".join(turn["text"].replace("\n", " ").strip() + "\n" for turn in call["turns"] if turn["text"].strip())
        for call in calls))
    # The benchmark goes by the standards' names; the last one's line ends it.
    last = f"whole analysis, {max(path.stem for path in (lexicons / 'standards').iterdir())}:"
    rows, found = {}, {"kamerton": kamerton.matches(build, lexicons, calls)}
    tools = []
    if {"spacy", "pymorphy3"} <= there.keys():
        spacy = f"spaCy {there['spacy']} Matcher, pymorphy3 lemmas"
        tools += [("spacy", spacy), ("spacy-cached", spacy + ", cache of words")]
    if "yargy" in there:
        tools.append(("yargy", f"Yargy {there['yargy']} (its own cache of words)"))
    hundred = "kamerton, a standard of these phrases (cache of words)"
    slowest = "kamerton, whole analysis, its slowest standard (same cache)"
    # Whole processes: the calls forty times over, less the start-up and the first call.
    lines = [json.dumps(call, ensure_ascii=False) + "\n" for call in calls]
    (WORK / "one.ndjson").write_text(lines[0])
    (WORK / "calls.ndjson").write_text("".join(lines * 40) + lines[0])
    streams = {f"kamerton stream --standard {standard}, whole process": [
        "env", f"KAMERTON_LEXICONS={lexicons}", build / "kamerton", "stream", "--standard", standard]
        for standard in ("peers", "general")}
    process = {name: [] for name in streams}
    for _ in range(runs):
        rates = kamerton.speed(build, dictionary, lexicons, WORK / "calls", last)
        every = [v for k, v in rates.items() if k.startswith("whole analysis") and "peers" not in k]
        rows.setdefault(hundred, []).append(rates["whole analysis, peers"])
        rows.setdefault(slowest, []).append(min(every))
        for name, command in streams.items():
            process[name].append(processor_rate(
                command, rates["tokens"] * 40, WORK / "calls.ndjson", WORK / "one.ndjson"))
        for tool, name in tools:
            answer = ask("matching.py", tool, HERE / "phrases.txt", text, rates["tokens"])
            rows.setdefault(name, []).append(answer and float(answer[0]))
            process.setdefault(name + ", in process", []).append(answer and float(answer[1]))
            if answer:
                found[name] = int(answer[2])
    table(f"Tokens a second by the clock, in process: {len(phrases)} phrases in the sample calls, "
          f"{rates['tokens']} tokens; multiples of both figures of ours", rows, list(rows)[:2])
    table("The same a second of the processor (whole processes: less start-up)", process, list(process)[:2])
    print("  matches: " + "; ".join(f"{name} {count}" for name, count in found.items()))


def main():
    arguments, runs = sys.argv[1:], 3
    if "--runs" in arguments:
        at = arguments.index("--runs")
        runs = int(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) != 2:
        sys.exit(__doc__)
    build, dictionary = (pathlib.Path(a).resolve() for a in arguments)
    WORK.mkdir(parents=True, exist_ok=True)
    there = install()
    phrases = [p for p in (HERE / "phrases.txt").read_text().splitlines() if p and not p.startswith("#")]
    lexicons = WORK / "Lexicons"
    kamerton.write_lexicons(lexicons, pathlib.Path("Lexicons"), phrases)
    calls = kamerton.read_calls("Corpora/samples")
    print(f"One thread each, medians of {runs} runs; N × is how many times slower or bigger than Kamerton.")
    print(f"Load of the machine at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    startup(build, there)
    morphology(build, dictionary, lexicons, calls, there, runs)
    matching(build, dictionary, lexicons, phrases, calls, there, runs)


if __name__ == "__main__":
    main()
