#!/usr/bin/env python3
"""Trains Lexicons/speech/paraphrases.model on Corpora/practice, Corpora/samples and the rules' examples.

Usage: train_paraphrases.py KAMERTON OUTPUT. Needs PyPI's jax, optax, natasha (its Navec vectors), pymorphy3, PyYAML.
Corpora/held-back is never read. The same input gives the same model but for the last bits of numbers.
"""
import pathlib
import sys

import jax
import numpy as np

import model_file
import network
import speech

ROOT = pathlib.Path(__file__).resolve().parents[2]
# From which probability on a stretch is heard, and what the gate must reach.
THRESHOLD, GATE = 0.92, -0.5


def main():
    program, output = sys.argv[1:]
    jax.config.update("jax_default_prng_impl", "unsafe_rbg")
    calls = speech.load([ROOT / "Corpora/practice", ROOT / "Corpora/samples"])
    turns = speech.labelled(speech.with_misheard(program, calls))
    turns = [turn for turn in turns + speech.examples(ROOT / "Lexicons/rules") if turn.words]
    read = speech.readings(program, turns)
    forms, lemmas = speech.vocabularies(turns, read)
    tags, meaning = model_file.tags(read), model_file.Meaning()
    words = network.Words(read, tags, meaning, forms, lemmas)
    data, _ = network.pieces(turns, words)
    print(f"{len(turns)} turns, {len(data[0])} pieces, {len(forms)} forms, {len(lemmas)} lemmas", flush=True)
    p = network.trained(words, data)
    gate = jax.tree.map(np.array, network.trained_gate(p, words, data))
    p = jax.tree.map(np.array, p)
    lemma_vectors, form_vectors = model_file.vectors(p, meaning, forms, lemmas, read)
    thresholds = [THRESHOLD if category in speech.HEARD else model_file.NEVER for category in speech.CATEGORIES]
    pathlib.Path(output).write_bytes(
        model_file.model(p, gate, GATE, tags, lemma_vectors, form_vectors, speech.CATEGORIES, thresholds))


if __name__ == "__main__":
    main()
