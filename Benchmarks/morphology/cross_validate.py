#!/usr/bin/env python3
"""Measures every development treebank with context models that have not seen the sentence.

usage: cross_validate.py KAMERTON UD-FOLDER [FOLDS]
UD-FOLDER holds ru_{gsd,taiga,poetry}-ud-dev.conllu.gz and opencorpora-unambiguous.conllu.gz.
Prints, for text with punctuation and for raw text (see measure.py): words read one by one; FOLDS-fold
cross-validation, each model learning from the other parts of all treebanks; and each treebank
with a model that has seen nothing of it.
"""
import gzip
import pathlib
import subprocess
import sys
import tempfile
import time

from measure import Score, measure, sentences

TREEBANKS = ["gsd", "taiga", "poetry"]


def train(kamerton, folder, to, universal, *options):
    subprocess.run(
        [kamerton, "dictionary", "train", "--to", to,
         "--universal", *[folder / f"ru_{name}-ud-dev.conllu" for name in universal],
         "--opencorpora", folder / "opencorpora-unambiguous.conllu", *options],
        check=True, capture_output=True)


def main(kamerton, source, folds):
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        for path in pathlib.Path(source).glob("*.conllu.gz"):
            (folder / path.stem).write_bytes(gzip.decompress(path.read_bytes()))
        gold = {n: list(sentences(folder / f"ru_{n}-ud-dev.conllu")) for n in TREEBANKS}
        kinds = [(name, is_raw) for name in TREEBANKS for is_raw in (False, True)]
        model = str(folder / "context.model")

        def report(title, scores):
            for name, is_raw in kinds:
                print(f"{title}, {name}{', raw' if is_raw else ''}: {scores[name, is_raw]}", flush=True)

        scores = {kind: Score() for kind in kinds}
        for name, is_raw in kinds:
            measure(kamerton, gold[name], scores[name, is_raw], is_raw, "нет")
        report("without context", scores)

        scores = {kind: Score() for kind in kinds}
        start = time.time()
        for fold in range(1, folds + 1):
            train(kamerton, folder, model, TREEBANKS, "--leave-out", f"{fold}/{folds}")
            for name, is_raw in kinds:
                part = [s for i, s in enumerate(gold[name]) if (i + 1) % folds == fold % folds]
                measure(kamerton, part, scores[name, is_raw], is_raw, model)
        size = pathlib.Path(model).stat().st_size
        print(f"a model: {size} bytes, {(time.time() - start) / folds:.0f} s of training")
        report(f"{folds} folds", scores)

        scores = {kind: Score() for kind in kinds}
        for name in TREEBANKS:
            train(kamerton, folder, model, [n for n in TREEBANKS if n != name])
            for is_raw in (False, True):
                measure(kamerton, gold[name], scores[name, is_raw], is_raw, model)
        report("treebank left out", scores)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 10)
