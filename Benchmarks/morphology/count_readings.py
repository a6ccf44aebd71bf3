#!/usr/bin/env python3
"""Derive Lexicons/morphology/{reading-counts,common-nouns}.tsv from treebanks.

usage: count_readings.py FOLDER [TO [WITHOUT]]
FOLDER holds ru_{gsd,taiga,poetry}-ud-dev.conllu.gz and opencorpora-unambiguous.conllu.gz.
TO is written instead of Lexicons/morphology; the treebank WITHOUT is left out, to measure on it.
The counts are an adaptation of CC BY-SA data and are kept under CC BY-SA 4.0.
"""
import collections
import gzip
import pathlib
import sys

HEADER = """\
# {what}
# Source: Universal Dependencies Russian-GSD, Russian-Taiga and Russian-Poetry, development parts
# (CC BY-SA 4.0), and OpenCorpora's unambiguous sentences (CC BY-SA 3.0, MorphoRuEval-2017),
# counted by Benchmarks/morphology/count_readings.py. This file: CC BY-SA 4.0.
"""
TREEBANKS = ["ru_gsd-ud-dev", "ru_taiga-ud-dev", "ru_poetry-ud-dev"]
# What the small treebanks get wrong for speech: judged by hand, weighed like counted tokens.
JUDGED = {
    ("пошли", "пойти", "VERB"): 20,
    ("нашли", "найти", "VERB"): 20,
    ("стоит", "стоить", "VERB"): 40,
    ("ладно", "ладно", "PART"): 10,
    ("вели", "велеть", "VERB"): 10,
    ("есть", "быть", "AUX"): 20,
    ("алло", "алло", "INTJ"): 10,
    ("девушка", "девушка", "NOUN"): 10,
}


def fold(text):
    return text.lower().replace("ё", "е")


def tokens(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and cells[0].isdigit():
                yield fold(cells[1]), fold(cells[2]), cells[3]


def is_russian(word):
    return word and all("а" <= letter <= "я" or letter == "-" for letter in word)


def main(folder, lexicons, without):
    counts = collections.Counter()
    nouns = collections.Counter()
    for name in [name for name in TREEBANKS if name != without]:
        for form, lemma, upos in tokens(folder / f"{name}.conllu.gz"):
            if is_russian(form) and is_russian(lemma) and upos not in ("X", "SYM", "PUNCT"):
                counts[form, lemma, upos] += 1
                if upos == "NOUN":
                    nouns[lemma] += 1
    for form, lemma, upos in tokens(folder / "opencorpora-unambiguous.conllu.gz"):
        if upos == "NOUN" and is_russian(lemma):
            nouns[lemma] += 1
    counts.update(JUDGED)
    with open(lexicons / "reading-counts.tsv", "w", encoding="utf-8") as out:
        out.write(HEADER.format(what="form, lemma, part of speech, count; folded"))
        for (form, lemma, upos), count in sorted(counts.items()):
            out.write(f"{form}\t{lemma}\t{upos}\t{count}\n")
    with open(lexicons / "common-nouns.tsv", "w", encoding="utf-8") as out:
        out.write(HEADER.format(what="nouns in use, folded"))
        for lemma in sorted(nouns):
            out.write(lemma + "\n")


if __name__ == "__main__":
    own = pathlib.Path(__file__).parents[2] / "Lexicons" / "morphology"
    target = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else own
    main(pathlib.Path(sys.argv[1]), target, sys.argv[3] if len(sys.argv) > 3 else "")
