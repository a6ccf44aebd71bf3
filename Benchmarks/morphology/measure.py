#!/usr/bin/env python3
"""Lemma and part-of-speech accuracy of `kamerton words` on a treebank, word by word.

usage: measure.py KAMERTON TREEBANK.conllu[.gz]… [--misses N] [--lower]
Words are Russian tokens that are neither punctuation nor symbols nor X; ё is е, case is ignored.
`--lower` gives the forms as a speech recogniser does: in lower case with ё folded.
"""
import argparse
import collections
import gzip
import subprocess


def fold(text):
    return text.lower().replace("ё", "е")


def sentences(path):
    opener = gzip.open if path.endswith(".gz") else open
    sentence = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and cells[0].isdigit():
                sentence.append(cells[1:4])
            elif not cells[0] and sentence:
                yield sentence
                sentence = []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kamerton")
    parser.add_argument("treebanks", nargs="+")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    for path in options.treebanks:
        gold = list(sentences(path))
        lines = []
        for sentence in gold:
            lines += [fold(t[0]) if options.lower else t[0] for t in sentence] + [""]
        answer = subprocess.run(
            [options.kamerton, "words", "--pretokenized", "--format", "tsv"],
            input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
        rows = iter(answer.split("\n"))
        total = lemmas = pos = both = among = 0
        misses, tags = collections.Counter(), collections.Counter()
        for sentence in gold:
            for form, lemma, upos in sentence:
                cells = next(rows).split("\t")
                word = fold(form)
                if upos in ("PUNCT", "SYM", "X") or not all("а" <= c <= "я" or c == "-" for c in word):
                    continue
                total += 1
                right = fold(cells[1]) == fold(lemma)
                lemmas += right
                pos += cells[2] == upos
                both += right and cells[2] == upos
                among += any(fold(c.rsplit("/", 1)[0]) == fold(lemma) for c in cells[3].split("|"))
                if not right:
                    misses[word, cells[1], fold(lemma), upos] += 1
                if cells[2] != upos:
                    tags[word, cells[2], upos] += 1
            next(rows)
        print(f"{path.rsplit('/', 1)[-1]}: {total} words, lemma {100 * lemmas / total:.2f} %, "
              f"part of speech {100 * pos / total:.2f} %, both {100 * both / total:.2f} %, "
              f"right lemma among candidates {100 * among / total:.2f} %")
        for row, count in misses.most_common(options.misses):
            print("  lemma", count, *row)
        for row, count in tags.most_common(options.misses):
            print("  tag  ", count, *row)


if __name__ == "__main__":
    main()
