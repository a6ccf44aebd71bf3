#!/usr/bin/env python3
"""Trains Lexicons/speech/elements.model: discontent of clients, how the next contact is agreed, what is left open.

Usage: train_elements.py KAMERTON OUTPUT. Needs what train_paraphrases.py needs. It reads what is marked in
Corpora/practice (`expected.heard` of a call, heard-marks.tsv for the calls without it); Corpora/held-back is never read.
"""
import collections
import csv
import pathlib
import sys

import jax
import jax.numpy as jnp
import numpy as np

import model_file
import network
import speech

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Each with its speaker, and with the element and the statuses by which it is known that a call holds none of it.
MARKED = {
    "discontent": ("client", "apology", ("not_applicable",)),
    "next_contact": ("operator", "next_contact", ("absent", "not_applicable")),
}
# What no words of a call are marked for: whether anything is left open where no next contact is agreed.
OPEN = "open"
HEARD = [*MARKED, OPEN]
# So many words of the turn before are heard before those of the turn.
LEAD = 8
# A turn of a call in which nothing of the kind is said weighs more: most calls are such.
NOTHING = 2.0
# What a single turn tells of a call left open is a guess.
OPENNESS = 0.5
# Beside each word, the turn as a whole must be heard rightly.
WHOLE = 1.0
# What the gate must reach, and from which probability on it should let pass.
GATE, LEAST = -1.0, 0.2


class HeardTurn(speech.Turn):
    """A turn with the stretches in which `what` is heard, and the last words of the turn before."""

    def __init__(self, what, turn, marks, previous, weight):
        super().__init__(turn["text"], [speech.place(turn["text"], {"category": what, **mark}) for mark in marks], [], weight)
        self.what = what
        self.lead = speech.Turn(previous, [], []).words[-LEAD:]


def marks_of(folder):
    """Marks of calls that carry none themselves: call, turn, what is heard, quote."""
    marks = collections.defaultdict(list)
    with open(folder / "heard-marks.tsv", encoding="utf-8", newline="") as file:
        for call, turn, what, quote in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            marks[call].append({"turn": int(turn), "what": what, "quote": quote})
    return marks


def with_marks(calls, marks):
    """The calls with the marks that they do not carry themselves: of some kinds only."""
    for call in calls:
        if call["id"] in marks and "heard" not in call["expected"]:
            call |= {"expected": call["expected"] | {"heard": marks[call["id"]]}, "partly_marked": True}
        yield call


def heard_turns(calls):
    turns = []
    for call in calls:
        expected, statuses = call["expected"], call["expected"].get("elements", {})
        heard, wholly = expected.get("heard", []), "heard" in expected and "partly_marked" not in call
        for what, (speaker, element, unsaid) in MARKED.items():
            own = [mark for mark in heard if mark["what"] == what]
            none = statuses.get(element) in unsaid
            if not (own or none or wholly) or any(mark["what"] == "doubt" for mark in heard):
                continue
            for index, turn in enumerate(call["turns"]):
                before = call["turns"][index - 1] if index else None
                if turn["speaker"] == speaker:
                    answered = what == "next_contact" and before and before["speaker"] == "client"
                    turns.append(HeardTurn(
                        what, turn, [mark for mark in own if mark["turn"] == index], before["text"] if answered else "",
                        NOTHING if none and what == "discontent" else 1))
        # Every turn of a call tells a little of how it ends.
        if statuses.get("next_contact") in ("absent", "not_applicable"):
            for before, turn in zip([None, *call["turns"]], call["turns"]):
                whole = [{"quote": turn["text"]}] if statuses["next_contact"] == "absent" else []
                turns.append(HeardTurn(OPEN, turn, whole, before["text"] if before else "", OPENNESS))
    return [turn for turn in turns if turn.words]


def pieces(turns, words):
    """Numbers of forms, signs, labels, weights and which output is asked, of every piece of every turn."""
    size, rows = network.PIECE + LEAD, []
    outputs = {what: number + 1 for number, what in enumerate(HEARD)}
    number = lambda word: words.numbers.get(word[0], 0)
    for turn in turns:
        signs = turn.signs()
        labels = [any(word[1] < end and start < word[2] for _, start, end in turn.labels) for word in turn.words]
        for start in network.starts(len(turn.words)):
            own, lead = turn.words[start:start + network.PIECE], turn.lead if start == 0 else []
            place = slice(len(lead), len(lead) + len(own))
            row = [np.zeros(size, np.int32), np.zeros((size, speech.SIGN_COUNT), np.float32),
                   np.zeros(size, np.float32), np.zeros(size, np.float32), outputs[turn.what]]
            row[0][:place.stop] = [number(word) for word in [*lead, *own]]
            if lead:
                row[1][len(lead) - 1, -1] = 1
            row[1][place], row[2][place] = signs[start:start + network.PIECE], labels[start:start + network.PIECE]
            row[3][place] = turn.weight
            rows.append(row)
    return [np.array(column) for column in zip(*rows)]


def odds(outputs, asked):
    """Logarithms of the odds of what is asked against any other speech."""
    which = jnp.broadcast_to(asked[:, None, None], outputs.shape[:2] + (1,))
    return jnp.take_along_axis(outputs, which, -1)[..., 0] - outputs[..., 0]


def trained(words, data):
    x, signs, labels, weights, asked = [jnp.array(column) for column in data]
    def loss(p, rows, key):
        own, wanted, weight = odds(network.outputs(p, words, x[rows], signs[rows], key), asked[rows]), labels[rows], weights[rows]
        misses = lambda odds, wanted: -wanted * jax.nn.log_sigmoid(odds) - (1 - wanted) * jax.nn.log_sigmoid(-odds)
        of_words = (misses(own, wanted) * weight).sum() / weight.sum()
        highest = jnp.where(weight > 0, own, -1e9).max(1)
        of_turns = (misses(highest, (wanted * (weight > 0)).max(1)) * weight.max(1)).sum() / weight.max(1).sum()
        return of_words + WHOLE * of_turns
    start = network.beginning(
        jax.random.PRNGKey(0), words.grammemes.shape[1], int(words.form.max()) + 1, int(words.lemma.max()) + 1)
    return network.fitted(start, loss, len(x), 96, 16, 4e-3)


def main():
    program, output = sys.argv[1:]
    jax.config.update("jax_default_prng_impl", "unsafe_rbg")
    practice = ROOT / "Corpora/practice"
    calls = list(with_marks(speech.load([practice, ROOT / "Corpora/samples"]), marks_of(practice)))
    turns = heard_turns(speech.with_misheard(program, calls))
    leads = [speech.Turn(" ".join(word[0] for word in turn.lead), [], []) for turn in turns if turn.lead]
    read = speech.readings(program, turns + leads)
    forms, lemmas = speech.vocabularies(turns, read)
    tags, meaning = model_file.tags(read), model_file.Meaning()
    words = network.Words(read, tags, meaning, forms, lemmas)
    data = pieces(turns, words)
    print(f"{len(turns)} turns, {len(data[0])} pieces, {len(forms)} forms, {len(lemmas)} lemmas", flush=True)
    p = trained(words, data)
    chances = lambda outputs: jax.nn.sigmoid(outputs[..., 1:1 + len(MARKED)] - outputs[..., :1])
    marked = data[4] <= len(MARKED)
    gate = network.trained_gate(p, words, [data[0][marked], data[1][marked]], chances, LEAST)
    gate = jax.tree.map(np.array, gate)
    p = jax.tree.map(np.array, p)
    # The outputs that nothing was learned for stay silent.
    unused = slice(1 + len(HEARD), None)
    p["own"][:, unused] = p["turn"][:, unused] = 0
    p["bias"][unused] = -30
    lemma_vectors, form_vectors = model_file.vectors(p, meaning, forms, lemmas, read)
    pathlib.Path(output).write_bytes(model_file.model(
        p, gate, GATE, tags, lemma_vectors, form_vectors, HEARD, [model_file.NEVER] * len(HEARD)))


if __name__ == "__main__":
    main()
