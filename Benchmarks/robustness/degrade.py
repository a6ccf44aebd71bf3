#!/usr/bin/env python3
"""Labelled calls as a recogniser would have written them, with their labels carried along.

Usage: degrade.py KAMERTON RATE PATH... [--seed N]     calls as NDJSON on standard output

RATE is the word error rate, 0 to 1. Capitals, ё and punctuation are lost at any rate. Errors are
drawn call by call from the seed and the call's name, so the same arguments give the same bytes; the
errors of a lower rate, but for the last of a call, are among those of a higher one. Of 100 draws 32 drop a word (short
ones twice as often), 26 put a word that sounds alike, 24 another ending, 10 insert a short word,
4 split a word, 4 join two. A label keeps the words that came of its own; with all its key words
dropped it is not owed any more and is listed as `ambiguous`.
"""
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from labelled_calls import load  # noqa: E402
from recogniser import FUNCTION, INSERTED, STICKING, Vocabulary, halves, other_endings, sound_alikes, spoken

DRAWS = [("drop", 32), ("sound", 26), ("ending", 24), ("insert", 10), ("split", 4), ("join", 4)]


def find(text, label):
    """The character range of a label's quote."""
    start = -1
    for _ in range(label.get("occurrence", 0) + 1):
        start = text.find(label["quote"], start + 1)
    if start < 0:
        raise ValueError(f"no such quote: {label}")
    return start, start + len(label["quote"])


def occurrence(text, start, quote):
    count, at = 0, text.find(quote)
    while at < start:
        count, at = count + 1, text.find(quote, at + 1)
    return count


class Errors:
    """The errors of one call: what is heard instead of each word, and what after it."""

    def __init__(self, turns, rate, generator, vocabulary):
        self.turns, self.generator, self.vocabulary = turns, generator, vocabulary
        # Per word: the words heard for it; None where it was joined to the word before.
        self.heard = [[[word] for word in turn] for turn in turns]
        self.inserted = [[None] * len(turn) for turn in turns]
        self.changed = [[False] * len(turn) for turn in turns]
        places = [(t, w) for t, turn in enumerate(turns) for w in range(len(turn))]
        self.left = int(rate * len(places) + generator.random())
        generator.shuffle(places)
        # A second round for calls of few words, where the first one met too many refusals.
        for turn, word in places + places:
            if self.left <= 0:
                break
            self.draw(turn, word)

    def draw(self, turn, word):
        # Every draw takes the same numbers from the generator whatever comes of it, so that a
        # higher rate only goes further along the same way.
        kind = self.generator.choices([k for k, _ in DRAWS], [w for _, w in DRAWS])[0]
        chance, pick = self.generator.random(), self.generator.random()
        if kind == "drop" and len(self.turns[turn][word]) > 3 and chance < 0.5:
            kind = "sound" if pick < 0.5 else "ending"
        order = [kind] + [k for k in ("sound", "ending") if k != kind] + ["garble", "drop"]
        for attempt in order:
            if getattr(self, attempt)(turn, word, pick):
                return

    def free(self, turn, word):
        return 0 <= word < len(self.turns[turn]) and not self.changed[turn][word]

    def replace(self, turn, word, heard, cost):
        self.heard[turn][word] = heard
        self.changed[turn][word] = True
        self.left -= cost
        return True

    def drop(self, turn, word, pick):
        # A word dropped beside one inserted would only be one word for another; and a turn that
        # loses all its words would be no turn.
        before = word > 0 and self.inserted[turn][word - 1]
        rest = sum(len(h or []) for h in self.heard[turn])
        if not self.free(turn, word) or self.inserted[turn][word] or before or rest < 2:
            return False
        return self.replace(turn, word, [], 1)

    def confuse(self, turn, word, candidates, pick):
        if not candidates or not self.free(turn, word):
            return False
        return self.replace(turn, word, [candidates[int(pick * len(candidates))]], 1)

    def sound(self, turn, word, pick):
        candidates = [c for c in sound_alikes(self.turns[turn][word]) if c in self.vocabulary]
        return self.confuse(turn, word, candidates, pick)

    def ending(self, turn, word, pick):
        candidates = [c for c in other_endings(self.turns[turn][word]) if c in self.vocabulary]
        return self.confuse(turn, word, candidates, pick)

    def garble(self, turn, word, pick):
        """What is no word of the dictionary: only where no word sounds alike."""
        return self.confuse(turn, word, sound_alikes(self.turns[turn][word]), pick)

    def insert(self, turn, word, pick):
        heard = self.heard[turn]
        after = heard[word + 1] if word + 1 < len(heard) else ["."]
        if self.inserted[turn][word] or not heard[word] or not after:
            return False
        new = INSERTED[int(pick * len(INSERTED))]
        if new in heard[word] or new in after:
            return False
        self.inserted[turn][word] = new
        self.left -= 1
        return True

    def split(self, turn, word, pick):
        if self.left < 2 or not self.free(turn, word):
            return False
        pairs = [p for p in halves(self.turns[turn][word]) if all(x in self.vocabulary for x in p)]
        return bool(pairs) and self.replace(turn, word, list(pairs[int(pick * len(pairs))]), 2)

    def join(self, turn, word, pick):
        if self.left < 2 or not self.free(turn, word) or not self.free(turn, word + 1) or self.inserted[turn][word]:
            return False
        a, b = self.turns[turn][word:word + 2]
        if a + b not in self.vocabulary and a not in STICKING:
            return False
        self.replace(turn, word + 1, None, 0)
        return self.replace(turn, word, [a + b], 2)

    def text(self, turn):
        """The turn as heard, and the character range of what came of each word (None if dropped)."""
        pieces, ranges, length = [], [], 0

        def say(word):
            nonlocal length
            start = length + (1 if pieces else 0)
            pieces.append(word)
            length = start + len(word)
            return start, length

        for word, heard in enumerate(self.heard[turn]):
            if heard is None:
                ranges.append(ranges[-1])
            elif heard:
                said = [say(h) for h in heard]
                ranges.append((said[0][0], said[-1][1]))
            else:
                ranges.append(None)
            if self.inserted[turn][word]:
                say(self.inserted[turn][word])
        return " ".join(pieces), ranges


def carry(label, original, words, ranges, changed, text):
    """The label on the degraded text: (label or None, still owed, all its words intact)."""
    start, end = find(original, label)
    own = [i for i, (_, a, b) in enumerate(words) if a < end and start < b]
    left = [i for i in own if ranges[i]]
    if not left:
        return None, False, False
    key = [i for i in own if words[i][0] not in FUNCTION] or own
    owed = any(ranges[i] for i in key)
    first, last = ranges[left[0]][0], ranges[left[-1]][1]
    quote = text[first:last]
    carried = {k: v for k, v in label.items() if k not in ("quote", "occurrence", "replacement")}
    carried |= {"quote": quote, "occurrence": occurrence(text, first, quote)}
    return carried, owed, not any(changed[i] for i in own)


def degrade(call, rate, seed, vocabulary):
    """The degraded call, with `intact` on each label whose words all came through."""
    spans = [spoken(turn["text"]) for turn in call["turns"]]
    generator = random.Random(f"{seed} {call['id']}")
    errors = Errors([[w for w, _, _ in turn] for turn in spans], rate, generator, vocabulary)
    heard = [errors.text(index) for index in range(len(spans))]
    turns = [{k: v for k, v in turn.items() if k != "words"} | {"text": text}
             for turn, (text, _) in zip(call["turns"], heard)]
    expected = {k: v for k, v in call["expected"].items() if k in ("elements", "ambiguous", "findings")}
    if "findings" in expected:
        expected |= {"findings": [], "ambiguous": []}
        for kind in ("findings", "ambiguous"):
            for label in call["expected"].get(kind, []):
                index = label["turn"]
                carried, owed, intact = carry(
                    label, call["turns"][index]["text"], spans[index], heard[index][1],
                    errors.changed[index], heard[index][0])
                if carried and kind == "findings" and owed:
                    expected["findings"].append(carried | {"intact": intact})
                elif carried:
                    expected["ambiguous"].append(carried)
    if "heard" in call["expected"]:
        marks = call["expected"]["heard"]
        carried = [carry(
            mark, call["turns"][mark["turn"]]["text"], spans[mark["turn"]], heard[mark["turn"]][1],
            errors.changed[mark["turn"]], heard[mark["turn"]][0])[0] if "quote" in mark else mark for mark in marks]
        expected["heard"] = [mark for mark in carried if mark]
    return call | {"turns": turns, "expected": expected}


def prepare(calls, program):
    vocabulary = Vocabulary(program)
    vocabulary.learn_around([w for w, _, _ in spoken(t["text"])] for call in calls for t in call["turns"])
    return vocabulary


def main():
    arguments, seed = sys.argv[1:], "1"
    if "--seed" in arguments:
        at = arguments.index("--seed")
        seed = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) < 3:
        sys.exit(__doc__)
    calls = load(arguments[2:])
    vocabulary = prepare(calls, arguments[0])
    for call in calls:
        print(json.dumps(degrade(call, float(arguments[1]), seed, vocabulary), ensure_ascii=False))


if __name__ == "__main__":
    main()
