#!/usr/bin/env python3
"""Diminutives against hand labels: precision, recall, right base, by suffix.

usage: diminutives.py KAMERTON Corpora/diminutives/work.tsv [--every] [--show N]

A line of a list is «word<TAB>base lemma» (or several, «a|b»), `-` for no diminutive, or `?` (not
counted).
`--every` asks for every diminutive of the language, not only for those that are out of place in
business speech. Of a list named held-back only the totals by suffix are ever printed.
"""
import argparse
import collections
import os
import subprocess

SUFFIXES = ["ик", "чик", "очка", "ечка", "ушка", "юшка", "ышко", "ышек", "ишко", "ишка", "онька",
            "енька", "ок", "ек", "ёк", "очек", "ечек", "ец", "ица", "инка", "цо", "це", "ечко",
            "ушко", "очко", "ка"]
SUFFIXES.sort(key=len, reverse=True)
ADVERBS = ("енько", "онько", "ечко", "очко", "енечко", "онечко")


def fold(text):
    return text.lower().replace("ё", "е")


def group(word):
    for suffix in SUFFIXES:
        if word.endswith(suffix):
            return "-" + suffix
    return "adverb" if word.endswith(ADVERBS) else "other"


def ratio(part, whole):
    return f"{part / whole:.3f}" if whole else "  —  "


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kamerton")
    parser.add_argument("labels")
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--show", type=int, default=400, help="how many errors to list")
    options = parser.parse_args()
    is_held_back = "held-back" in os.path.basename(options.labels)

    with open(options.labels, encoding="utf-8") as lines:
        labels = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    command = [options.kamerton, "words", "--diminutives", "--pretokenized"]
    if options.every:
        command.append("--every")
    answer = subprocess.run(
        command, input="".join(word + "\n" for word, _ in labels), capture_output=True, text=True,
        check=True).stdout
    found = {}
    for line in answer.splitlines():
        form, _, lemma = line.split("\t")
        found.setdefault(form, lemma)

    counts = collections.defaultdict(lambda: [0, 0, 0, 0])  # hit, false, missed, right base
    errors = []
    for word, label in labels:
        if label == "?":
            continue
        ours = found.get(word)
        right = ours is not None and fold(ours) in fold(label).split("|")
        row = [label != "-" and ours is not None, label == "-" and ours is not None,
               label != "-" and ours is None, right]
        for key in (group(word), "ALL"):
            for index, value in enumerate(row):
                counts[key][index] += value
        if row[1]:
            errors.append(("FALSE", word, ours))
        elif row[2]:
            errors.append(("missed", word, label))
        elif row[0] and not right:
            errors.append(("other base", word, f"{ours}, labelled {label}"))

    print("suffix     found false missed  precision recall  base right")
    for key in sorted(counts, key=lambda key: (key == "ALL", key)):
        hit, false, missed, right = counts[key]
        print(f"{key:10}{hit:6}{false:6}{missed:7}  {ratio(hit, hit + false):>9} "
              f"{ratio(hit, hit + missed):>6}  {ratio(right, hit):>10}")
    if not is_held_back:
        for error in sorted(errors)[:options.show]:
            print("  ".join(error))


if __name__ == "__main__":
    main()
