#!/usr/bin/env python3
"""Precision and recall on labelled calls as a recogniser of speech would have written them.

Usage: robustness.py KAMERTON PATH... [--seeds N]

Degrades the calls (see degrade.py) at word error rates 0, 10, 20 and 30 %, runs `kamerton stream`
and compares with the labels that came along: a finding is right when it lies in the same turn, has
the same category and shares a character with the label; each label is met once; `ambiguous`
stretches count neither way. «Their words intact» is the recall of labels none of whose words were
touched: what the loss of the words around them costs. Elements: `present` said and meant; labels do
not tell which words prove an element, so one whose words were lost is still asked for. With several
seeds (3 unless told) the counts of all are pooled.
"""
import collections
import json
import subprocess
import sys

from degrade import degrade, find, load, prepare
from recogniser import spoken

RATES = [0, 0.1, 0.2, 0.3]


def distance(a, b):
    """How many words have to be put in, out or instead to make one list of the other."""
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        corner, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (x != y))
    return row[-1]


def word_error_rate(calls, degraded):
    wrong = total = 0
    for call, other in zip(calls, degraded):
        for turn, heard in zip(call["turns"], other["turns"]):
            words = [w for w, _, _ in spoken(turn["text"])]
            wrong += distance(words, heard["text"].split())
            total += len(words)
    return wrong / total


class Counts:
    def __init__(self):
        self.right = self.extra = self.missed = 0

    @property
    def precision(self):
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self):
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def analyse(program, calls):
    lines = "".join(json.dumps({k: v for k, v in c.items() if k != "expected"}, ensure_ascii=False) + "\n" for c in calls)
    output = subprocess.run([program, "stream"], input=lines.encode(), stdout=subprocess.PIPE).stdout
    analyses = [json.loads(line) for line in output.decode().splitlines()]
    if len(analyses) != len(calls):
        sys.exit(f"{len(calls)} calls, {len(analyses)} answers")
    for answer in analyses:
        if "error" in answer:
            sys.exit(f"refused: {answer}")
    return analyses


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def compare_findings(call, analysis, tables):
    def place(label):
        return label["turn"], label["category"], find(call["turns"][label["turn"]]["text"], label)

    expected = call["expected"]
    labels = [(*place(x), x.get("intact", True)) for x in expected["findings"]]
    doubtful = [place(x) for x in expected.get("ambiguous", [])]
    met = set()
    for finding in analysis["findings"]:
        key, stretch = (finding["turn"], finding["category"]), finding["range"]
        for index, label in enumerate(labels):
            if index not in met and label[:2] == key and overlaps(label[2], stretch):
                met.add(index)
                break
        else:
            if not any(d[:2] == key and overlaps(d[2], stretch) for d in doubtful):
                for name in (key[1], "all findings"):
                    tables[name].extra += 1
    for index, label in enumerate(labels):
        names = [label[1], "all findings"] + (["their words intact"] if label[3] else [])
        for name in names:
            if index in met:
                tables[name].right += 1
            else:
                tables[name].missed += 1


def compare_elements(call, analysis, tables, status):
    for result in analysis["elements"]:
        want = call["expected"].get("elements", {}).get(result["element"])
        if want is None:
            continue
        status.append(want == result["status"])
        for name in (result["element"], "all elements"):
            if result["status"] == "present":
                if want == "present":
                    tables[name].right += 1
                else:
                    tables[name].extra += 1
            elif want == "present":
                tables[name].missed += 1


class Column:
    """The counts at one rate, over all seeds."""

    def __init__(self, title):
        self.title = title
        self.findings = collections.defaultdict(Counts)
        self.elements = collections.defaultdict(Counts)
        self.status = []
        self.measured = []

    def add(self, program, originals, calls):
        self.measured.append(word_error_rate(originals, calls))
        for call, analysis in zip(calls, analyse(program, calls)):
            if "findings" in call["expected"]:
                compare_findings(call, analysis, self.findings)
            compare_elements(call, analysis, self.elements, self.status)


def show(value):
    return f"{value * 100:6.1f}" if value is not None else "     –"


def change(value, base):
    return f"{(value - base) * 100:+6.1f}" if None not in (value, base) else "     –"


def row(name, columns, part):
    counts = [getattr(column, part)[name] for column in columns]
    text = f"{name:22}"
    # An extra finding has no label whose words could be intact.
    pairs = [(None if name == "their words intact" else c.precision, c.recall) for c in counts]
    for precision, recall in pairs:
        text += f" {show(precision)}{show(recall)}"
    text += " |"
    for precision, recall in pairs[2:]:
        text += f" {change(precision, pairs[1][0])}{change(recall, pairs[1][1])}"
    return text


def main():
    arguments, seeds = sys.argv[1:], 3
    if "--seeds" in arguments:
        at = arguments.index("--seeds")
        seeds = int(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) < 2:
        sys.exit(__doc__)
    program, calls = arguments[0], load(arguments[1:])
    vocabulary = prepare(calls, program)
    written = Column("as written")
    written.add(program, calls, calls)
    columns = [written]
    for rate in RATES:
        column = Column(f"{rate:.0%}".replace("%", " %"))
        # Without errors every seed gives the same.
        for seed in range(1, seeds + 1 if rate else 2):
            column.add(program, calls, [degrade(call, rate, seed, vocabulary) for call in calls])
        columns.append(column)

    words = sum(len(spoken(t["text"])) for c in calls for t in c["turns"])
    print(f"{len(calls)} calls, {words} words, {seeds} seeds; precision and recall in per cent")
    print(f"{'word error rate':22}" + "".join(f" {c.title:>12}" for c in columns) + " |"
          + "".join(f" {'drop ' + c.title:>12}" for c in columns[2:]))
    print(f"{'measured':22}" + "".join(
        f" {sum(c.measured) / len(c.measured) * 100:12.2f}" if c is not written else f" {'':12}" for c in columns) + " |")
    print(f"{'labels owed':22}" + "".join(
        f" {(c.findings['all findings'].right + c.findings['all findings'].missed) // len(c.measured):12}"
        for c in columns) + " |")
    print(" " * 22 + "      P     R" * len(columns) + " |" + "      P     R" * (len(columns) - 2))
    totals = ("all findings", "their words intact", "all elements")
    for part, names in (("findings", totals[:2]), ("elements", totals[2:])):
        found = {name for column in columns for name in getattr(column, part)}
        for name in sorted(found - set(totals)) + list(names):
            print(row(name, columns, part))
    print(f"{'element status right':22}" + "".join(
        f" {show(sum(c.status) / len(c.status)):>12}" for c in columns) + " |")
    for rate, column in zip(RATES, columns[1:]):
        for measured in column.measured:
            if abs(measured - rate) > 0.01:
                sys.exit(f"the measured word error rate {measured:.1%} is not the nominal {rate:.0%}")


if __name__ == "__main__":
    main()
