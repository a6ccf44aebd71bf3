#!/usr/bin/env python3
"""First readings of words for each of pymorphy3's units: ours, pymorphy3's (recorded), the right.

usage: units.py KAMERTON
A lemma with the particle left on («сказать-ка») and a woman's surname under a man's («иванов»)
are conventions of pymorphy3's and counted as right.
"""
import collections
import os
import re
import subprocess
import sys

PARTICLE = re.compile("-(то|ка|таки|де|тко|тка|с|ста)$")


def fold(text):
    return text.lower().replace("ё", "е")


def is_right(word, lemma, tag, right):
    wanted, *grammemes = right.split(" ")
    lemmas = {fold(lemma), PARTICLE.sub("", fold(lemma))}
    if "femn" in tag and "Surn" in tag:
        lemmas.add(fold(lemma) + "а")
    have = set(re.split("[ ,]", tag))
    return fold(wanted) in lemmas and set(re.split("[ ,]", ",".join(grammemes))) <= have


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "units.tsv")
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    answer = subprocess.run(
        [sys.argv[1], "dictionary", "readings"], input="\n".join(r[0] for r in rows) + "\n",
        capture_output=True, text=True, check=True).stdout.split("\n")
    units = collections.defaultdict(lambda: [0, 0, 0])
    for (word, unit, theirs, right), line in zip(rows, answer):
        _, lemma, tag, *_ = line.split("\t")[1].split("|")
        ours_right = is_right(word, lemma, tag, right)
        theirs_right = is_right(word, *theirs.split(" ", 1), right)
        for key in (unit, "all"):
            units[key][0] += 1
            units[key][1] += ours_right
            units[key][2] += theirs_right
        if not ours_right:
            mark = "WORSE" if theirs_right else "both wrong"
            print(f"{mark}: {word}: {lemma} {tag}, right {right}, pymorphy3 {theirs}")
    print("unit                      words  kamerton  pymorphy3")
    for unit, (count, ours, theirs) in units.items():
        print(f"{unit:26}{count:5}{ours:10}{theirs:11}")


if __name__ == "__main__":
    main()
