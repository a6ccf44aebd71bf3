#!/usr/bin/env python3
"""Trains Lexicons/speech/uses.model on Corpora/practice, Corpora/samples and the rules' examples.

Usage: train_uses.py KAMERTON OUTPUT. Needs PyPI's numpy, PyYAML, scikit-learn. Corpora/held-back is never read.
"""
import collections
import pathlib
import struct
import sys

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import speech
import uses

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Fond words and obscene ones are what they are, wherever they stand.
CATEGORIES = [
    "command", "filler", "refusal", "jargon", "categorical_order", "blame", "no_information", "rude_repeat", "redirect",
    "company_failure", "badmouthing", "money_talk", "attention_demand",
]
# The category that asks of every imperative, and of nothing else.
OF_IMPERATIVES = "command"
WIDTH = 16
# A word is asked about where it was labelled so often, in so large a share of its uses.
LEAST_COUNT, LEAST_SHARE = 4, 0.08
# A parasite is an innocent word for the most part («это»): it is asked about where it was labelled so often, and its
# neighbours were not: «то есть» is two words.
PARASITE, MANY = "filler", 100
# The inverse of the regularization.
FREEDOM = 0.3
# A rule's example is worth so many uses in a call, of which there are three copies: it was written to be hard.
EXAMPLES_COUNT = 9
ATTRIBUTION = "Labels: Corpora/ of this project."


def labelled(calls):
    """Operators' turns with the categories of each word; doubtful words are left out by None."""
    turns = []
    for call in calls:
        expected, previous = call["expected"], ""
        if "findings" not in expected:
            continue
        for index, spoken in enumerate(call["turns"]):
            if spoken["speaker"] == "client":
                previous = spoken["text"]
            if spoken["speaker"] != "operator":
                continue
            turn = uses.Turn(spoken["text"], previous)
            own = lambda name: [
                speech.place(spoken["text"], x) for x in expected.get(name, []) if x["turn"] == index]
            labels, doubtful = own("findings"), own("ambiguous")
            touching = lambda marks, word: {m[0] for m in marks if m[1] < word[2] and word[1] < m[2]}
            turn.labels = [None if touching(doubtful, word) else touching(labels, word) for word in turn.words]
            turns.append(turn)
    return turns


def with_examples(turns):
    """The turns, and the examples of the rules: they tell of their rule's category alone."""
    for category, text, marks in speech.rule_examples(ROOT / "Lexicons/rules"):
        turn = uses.Turn(text, "")
        turn.labels = [{m[0] for m in marks if m[1] < word[2] and word[1] < m[2]} for word in turn.words]
        turn.only = category
        turns.append(turn)
    return turns


def asked_words(turns):
    """By category, the words that are asked about."""
    all_uses, alone, offences = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter)
    for turn in turns:
        labelled = [labels or () for labels in turn.labels]
        for (word, _, _), before, labels, after in zip(turn.words, [(), *labelled], labelled, [*labelled[1:], ()]):
            all_uses[word] += 1
            alone[word] += PARASITE in labels and PARASITE not in before and PARASITE not in after
            for category in labels:
                offences[category][word] += 1
    return {
        category: set() if category == OF_IMPERATIVES else {
            word for word, count in offences[category].items()
            if word[0].isalpha() and count >= LEAST_COUNT
            and (count / all_uses[word] >= LEAST_SHARE or category == PARASITE and alone[word] >= MANY)}
        for category in CATEGORIES}


def examples(turns, category, words):
    """The traits of every use of some words, whether it is an offence, and how much it counts."""
    rows, offences, counts = [], [], []
    for turn in turns:
        if getattr(turn, "only", category) != category:
            continue
        for index, (word, labels) in enumerate(zip(turn.words, turn.labels)):
            if labels is not None and word[0] in words:
                rows.append(np.array(turn.traits(index), np.int32))
                offences.append(category in labels)
                counts.append(EXAMPLES_COUNT if hasattr(turn, "only") else 1)
    bounds = np.cumsum([0] + [len(row) for row in rows])
    traits = csr_matrix(
        (np.ones(bounds[-1], np.float32), np.concatenate(rows), bounds), shape=(len(rows), uses.TRAITS))
    traits.sum_duplicates()
    return traits, np.array(offences), np.array(counts)


def main():
    program, output = sys.argv[1:]
    calls = speech.load([ROOT / "Corpora/practice", ROOT / "Corpora/samples"])
    asked = asked_words(labelled(calls))
    turns = with_examples(labelled(speech.with_misheard(program, calls)))
    read = speech.readings(program, turns)
    imperatives = {word for word, found in read.items() if any("impr" in tags for _, tags in found)}
    grammars = {word: uses.grammar(found) for word, found in read.items()}
    for turn in turns:
        turn.read(grammars)
    weights, steps, starts = np.zeros((uses.TRAITS, WIDTH), np.int8), [], []
    for number, category in enumerate(CATEGORIES):
        words = imperatives if category == OF_IMPERATIVES else asked[category]
        traits, offences, counts = examples(turns, category, words)
        fitted = LogisticRegression(C=FREEDOM, solver="liblinear", max_iter=300).fit(traits, offences, counts)
        step = float(np.abs(fitted.coef_[0]).max()) / 127
        weights[:, number] = np.round(fitted.coef_[0] / step)
        steps.append(step)
        starts.append(float(fitted.intercept_[0]))
        print(f"{category}: {len(offences)} uses, {offences.sum()} offences", flush=True)
    asking = collections.Counter()
    for number, category in enumerate(CATEGORIES):
        for word in asked[category]:
            asking[speech.key(word)] |= 1 << number
    names, attribution, keys = "\n".join(CATEGORIES).encode(), ATTRIBUTION.encode(), sorted(asking)
    body = np.array(steps + starts, "<f4").tobytes() + struct.pack("<I", 1 << CATEGORIES.index(OF_IMPERATIVES))
    body += np.array(keys + [asking[x] for x in keys], "<u4").tobytes() + weights.tobytes() + names + attribution
    sizes = len(CATEGORIES), len(keys), len(names), len(attribution), speech.checksum(body)
    pathlib.Path(output).write_bytes(b"KAMUSAGE" + struct.pack("<6I", 2, *sizes) + body)


if __name__ == "__main__":
    main()
