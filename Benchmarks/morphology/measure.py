#!/usr/bin/env python3
"""Lemma and part-of-speech accuracy of `kamerton words` on a treebank, sentence by sentence.

usage: measure.py KAMERTON TREEBANK.conllu[.gz]… [--raw] [--model FILE] [--misses N]
Counted are all tokens but PUNCT, SYM, NUM and X; case is ignored, ё is е. The part of speech must
be the very one of the treebank. `--raw` gives the text as a speech recogniser does: in lower case,
ё as е, no punctuation; there NOUN and PROPN count as one.
"""
import argparse
import collections
import gzip
import subprocess

NOT_COUNTED = ("PUNCT", "SYM", "NUM", "X")
NOUNS = ("NOUN", "PROPN")


def fold(text):
    return text.lower().replace("ё", "е")


def sentences(path):
    """Sentences as lists of (form, lemma, part of speech)."""
    opener = gzip.open if str(path).endswith(".gz") else open
    sentence = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and cells[0].isdigit():
                sentence.append(cells[1:4])
            elif not cells[0] and sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def raw(sentence):
    return [(fold(form), lemma, upos) for form, lemma, upos in sentence if upos != "PUNCT"]


class Score:
    def __init__(self):
        self.total = self.lemma = self.pos = self.both = self.among = 0
        self.misses = collections.Counter()

    def add(self, gold, cells, is_raw):
        form, lemma, upos = gold
        if upos in NOT_COUNTED:
            return
        self.total += 1
        right = fold(cells[1]) == fold(lemma)
        pos = cells[2] == upos or (is_raw and upos in NOUNS and cells[2] in NOUNS)
        self.lemma += right
        self.pos += pos
        self.both += right and pos
        self.among += any(fold(c.rsplit("/", 1)[0]) == fold(lemma) for c in cells[3].split("|"))
        if not right:
            self.misses["lemma", fold(form), cells[1], fold(lemma), upos] += 1
        if not pos:
            self.misses["tag", fold(form), cells[2], upos] += 1

    def __str__(self):
        shares = [100 * n / self.total for n in (self.lemma, self.pos, self.both, self.among)]
        return ("%d words, lemma %.2f %%, part of speech %.2f %%, both %.2f %%, "
                "right lemma among candidates %.2f %%" % (self.total, *shares))


def measure(kamerton, gold, score, is_raw=False, model=None):
    """Adds the answers for the sentences `gold` to `score`."""
    gold = [raw(s) if is_raw else s for s in gold]
    gold = [s for s in gold if s]
    lines = "".join("".join(token[0] + "\n" for token in s) + "\n" for s in gold)
    command = [kamerton, "words", "--pretokenized", "--format", "tsv"]
    answer = subprocess.run(command + (["--model", model] if model else []), input=lines,
                            capture_output=True, text=True, check=True).stdout
    rows = iter(answer.split("\n"))
    for sentence in gold:
        for token in sentence:
            score.add(token, next(rows).split("\t"), is_raw)
        assert not next(rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kamerton")
    parser.add_argument("treebanks", nargs="+")
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--model")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    for path in options.treebanks:
        score = Score()
        measure(options.kamerton, list(sentences(path)), score, options.raw, options.model)
        print(f"{path.rsplit('/', 1)[-1]}: {score}")
        for row, count in score.misses.most_common(options.misses):
            print(" ", count, *row)


if __name__ == "__main__":
    main()
