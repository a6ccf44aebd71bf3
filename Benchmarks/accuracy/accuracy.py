#!/usr/bin/env python3
"""Precision, recall and F1 of findings and elements on labelled calls.

Usage: accuracy.py KAMERTON PATH... [--errors] [--only CATEGORY]

PATH is a folder of labelled calls (JSON, one a file) or an NDJSON file. A finding counts as right
when it lies in the same turn, has the same category and shares at least one character with the
label; each label is met once. Stretches labelled `ambiguous` count neither way. Elements are
compared by status. Raw calls are those whose operator turns hold no sentence signs.
"""
import collections
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from labelled_calls import load, overlaps, position  # noqa: E402


def is_raw(call):
    text = " ".join(t["text"] for t in call["turns"] if t["speaker"] == "operator")
    return not any(sign in text for sign in ".?!,")


class Counts:
    def __init__(self):
        self.right = self.extra = self.missed = 0

    def row(self):
        precision = self.right / (self.right + self.extra) if self.right + self.extra else 1
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        return f"{self.right:6}{self.extra:7}{self.missed:7}{precision:9.3f}{recall:9.3f}{f1:9.3f}"


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    only = None
    if "--only" in sys.argv:
        only = sys.argv[sys.argv.index("--only") + 1]
        arguments.remove(only)
    show = "--errors" in sys.argv
    program, calls = arguments[0], load(arguments[1:])
    lines = "".join(json.dumps({k: v for k, v in c.items() if k != "expected"}, ensure_ascii=False) + "\n" for c in calls)
    output = subprocess.run([program, "stream"], input=lines.encode(), stdout=subprocess.PIPE).stdout
    analyses = [json.loads(line) for line in output.decode().splitlines()]
    assert len(analyses) == len(calls), (len(analyses), len(calls))

    tables = collections.defaultdict(Counts)
    elements = collections.defaultdict(lambda: [0, 0])
    for call, analysis in zip(calls, analyses):
        if "error" in analysis:
            print("ERROR", analysis)
            continue
        style = "raw" if is_raw(call) else "punctuated"
        expected = call["expected"]
        findings = analysis["findings"] if "findings" in expected else []
        labels = [(x["turn"], x["category"], position(call, x), x) for x in expected.get("findings", [])]
        doubtful = [(x["turn"], x["category"], position(call, x)) for x in expected.get("ambiguous", [])]
        met = set()
        for finding in findings:
            key = (finding["turn"], finding["category"])
            for index, label in enumerate(labels):
                if index not in met and label[:2] == key and overlaps(label[2], finding["range"]):
                    met.add(index)
                    result = "right"
                    break
            else:
                if any(d[0] == key[0] and overlaps(d[2], finding["range"]) for d in doubtful):
                    continue
                result = "extra"
                if show and only in (None, finding["category"]):
                    print(f"+ {call['id']}:{finding['turn']} {finding['category']} [{finding['rule']}] «{finding['quote']}» ← {call['turns'][finding['turn']]['text']}")
            for name in (finding["category"], "ALL", style):
                setattr(tables[name], result, getattr(tables[name], result) + 1)
        for index, label in enumerate(labels):
            if index not in met:
                for name in (label[1], "ALL", style):
                    tables[name].missed += 1
                if show and only in (None, label[1]):
                    print(f"- {call['id']}:{label[0]} {label[1]} «{label[3]['quote']}» ← {call['turns'][label[0]]['text']}")
        for result in analysis["elements"]:
            want = expected.get("elements", {}).get(result["element"])
            if want is None:
                continue
            same = want == result["status"]
            for name in (result["element"], "ALL"):
                elements[name][0] += same
                elements[name][1] += 1
            if not same and show and only in (None, "elements", result["element"]):
                print(f"e {call['id']} {result['element']}: {result['status']} instead of {want} «{result.get('quote', '')}» {result.get('reason', '')}")

    print(f"{'category':20}{'right':>6}{'extra':>7}{'missed':>7}{'precision':>9}{'recall':>9}{'F1':>9}")
    for name in sorted(tables, key=lambda n: (n in ("ALL", "raw", "punctuated"), n)):
        print(f"{name:20}{tables[name].row()}")
    if elements:
        print()
        for name in sorted(elements, key=lambda n: (n == "ALL", n)):
            right, total = elements[name]
            print(f"{name:20}{right:6} of {total:5}  {right / total:.3f}")


main()
