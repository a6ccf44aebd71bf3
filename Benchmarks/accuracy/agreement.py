#!/usr/bin/env python3
"""How far two people who labelled the same calls agree: the ceiling of what accuracy can mean.

Usage: agreement.py FIRST SECOND [--differences]

FIRST and SECOND are folders (or NDJSON files) of labelled calls; those whose id stands in both are
compared. The second may hold the labels alone, without the turns. A finding of the second counts as the first's when it lies in the same turn, has the same
category and shares at least one character with it; each is met once. What either labels
`ambiguous` counts neither way. The first is taken for the truth, so precision and recall are the
second's; F1 is the same both ways. Elements are compared by status.
"""
import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from labelled_calls import load, overlaps, position  # noqa: E402


def labels(call, kind):
    return [(x["turn"], x["category"], position(call, x)) for x in call["expected"].get(kind, [])]


def same_place(a, b):
    return a[0] == b[0] and a[1] == b[1] and overlaps(a[2], b[2])


def compare(first, second, counts, elements, show):
    ours, theirs = labels(first, "findings"), labels(second, "findings")
    doubtful = labels(first, "ambiguous") + labels(second, "ambiguous")
    rest = list(ours)
    for label in theirs:
        match = next((x for x in rest if same_place(x, label)), None)
        if match:
            rest.remove(match)
            counts[label[1]]["both"] += 1
        elif not any(same_place(d, label) for d in doubtful):
            counts[label[1]]["second"] += 1
            show("second only", second, label)
    for label in rest:
        if not any(same_place(d, label) for d in doubtful):
            counts[label[1]]["first"] += 1
            show("first only", first, label)
    for name, status in first["expected"].get("elements", {}).items():
        other = second["expected"].get("elements", {}).get(name)
        if other is not None:
            elements[name].append(status == other)


def main():
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    first, second = ({c["id"]: c for c in load([path])} for path in paths)
    shared = sorted(first.keys() & second.keys())
    if not shared:
        sys.exit("no call stands in both: compare folders with the same ids")

    def show(side, call, label):
        if "--differences" in sys.argv:
            text = call["turns"][label[0]]["text"]
            print(f"{side}: {call['id']}:{label[0]} {label[1]} «{text[slice(*label[2])]}»")

    counts = collections.defaultdict(collections.Counter)
    elements = collections.defaultdict(list)
    for name in shared:
        second[name].setdefault("turns", first[name]["turns"])
        compare(first[name], second[name], counts, elements, show)
    counts["ALL"] = sum(counts.values(), collections.Counter())
    print(f"{len(shared)} calls")
    print(f"{'category':20}{'both':>6}{'first':>7}{'second':>7}{'precision':>10}{'recall':>8}{'F1':>8}")
    for name, row in sorted(counts.items(), key=lambda x: (x[0] == "ALL", x[0])):
        both, only_first, only_second = row["both"], row["first"], row["second"]
        precision = both / (both + only_second) if both + only_second else 1
        recall = both / (both + only_first) if both + only_first else 1
        f1 = 2 * both / (2 * both + only_first + only_second) if both + only_first + only_second else 1
        print(f"{name:20}{both:6}{only_first:7}{only_second:7}{precision:10.3f}{recall:8.3f}{f1:8.3f}")
    alike = [same for row in elements.values() for same in row]
    if alike:
        print(f"elements {sum(alike)} of {len(alike)}  {sum(alike) / len(alike):.3f}")


main()
