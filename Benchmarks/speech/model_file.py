"""The file that Sources/Compliance/Speech reads: a trained network with the vectors of its words."""
import collections
import pathlib
import re
import struct

import natasha
import numpy as np
import pymorphy3
from navec import Navec

import network
import speech
from speech import GRAMMEMES, PARTS, SHAPES

LEMMAS = 27000
ATTRIBUTION = (
    "Word vectors: Navec (news, 250K words) of the Natasha project, github.com/natasha/navec, MIT licence. "
    "Labels: Corpora/ and the examples in Lexicons/rules of this project.")
# More than any probability: what is not heard.
NEVER = 2.0


class Meaning:
    """Navec's vectors of words, in their main directions."""

    def __init__(self):
        self.navec = Navec.load(str(next(pathlib.Path(natasha.__file__).parent.glob("data/emb/navec_news*.tar"))))
        self.words = {}
        for word in self.navec.vocab.words:
            self.words.setdefault(speech.folded(word), word)
        every = np.stack([self.navec[word] for word in self.navec.vocab.words[:30000]]).astype(np.float32)
        every /= np.linalg.norm(every, axis=1, keepdims=True)
        self.mean = every.mean(0)
        self.directions = np.linalg.svd(every - self.mean, full_matrices=False)[2][:network.MEANING].T
        self.known = {}

    def __call__(self, lemma):
        if lemma not in self.known:
            word, vector = self.words.get(lemma), np.zeros(network.MEANING, np.float32)
            if word is not None:
                vector = self.navec[word]
                vector = (vector / np.linalg.norm(vector) - self.mean) @ self.directions
                vector /= np.linalg.norm(vector)
            self.known[lemma] = vector.astype(np.float32)
        return self.known[lemma]

    def frequent(self):
        """The lemmas that are written most often."""
        morphology, counts = pymorphy3.MorphAnalyzer(), collections.Counter()
        for word, count in zip(self.navec.vocab.words, self.navec.vocab.counts):
            if count >= 150 and re.fullmatch("[а-яё-]+", word):
                lemma = speech.folded(morphology.parse(word)[0].normal_form)
                if lemma in self.words:
                    counts[lemma] += count
        return {lemma for lemma, _ in counts.most_common(LEMMAS)}


def table(vectors):
    """Step, keys and signed bytes of the vectors, by rising key."""
    names = sorted((name for name in vectors if np.abs(vectors[name]).sum() > 0), key=speech.key)
    rows = np.array([vectors[name] for name in names])
    step = float(np.quantile(np.abs(rows), 0.9999)) / 127
    bytes_ = np.clip(np.round(rows / step), -127, 127).astype(np.int8).tobytes()
    return step, np.array([speech.key(name) for name in names], "<u4").tobytes() + bytes_, len(names)


def model(p, gate, least_gate, tags, lemma_vectors, form_vectors, names, thresholds):
    """
    names, thresholds: of every output but the first, which is any other speech; from which probability on it is heard.
    least_gate: what the gate must reach.
    """
    floats = lambda *arrays: b"".join(np.asarray(a, "<f4").tobytes() for a in arrays)
    row = lambda tag: p["grammemes"][tags[tag]] if tag in tags else np.zeros(network.WIDTH)
    lemma_step, lemma_bytes, lemma_count = table(lemma_vectors)
    form_step, form_bytes, form_count = table(form_vectors)
    thresholds = [NEVER, *thresholds] + [NEVER] * (network.OUTPUTS - 1 - len(thresholds))
    parts = [row(part) for part in PARTS] + [np.zeros(network.WIDTH)] * len(SHAPES)
    body = floats([lemma_step, form_step], [row(tag) for tag in GRAMMEMES], parts, p["grammemes"][-1], p["signs"])
    body += floats(gate["weights"], gate["bias"], gate["output"], [gate["shift"], least_gate])
    for weights, bias in zip(p["layers"], p["biases"]):
        body += floats(weights, bias)
    body += floats(p["own"], p["turn"], p["bias"], thresholds) + lemma_bytes + form_bytes
    names, attribution = "\n".join(names).encode(), ATTRIBUTION.encode()
    body += names + attribution
    sizes = lemma_count, form_count, len(names), len(attribution), speech.checksum(body)
    return b"KAMPARAF" + struct.pack("<6I", 3, *sizes) + body


def vectors(p, meaning, forms, lemmas, read):
    """Those of every frequent lemma and of those that were heard; those of the forms heard often."""
    every = meaning.frequent() | set(lemmas) | {lemma for readings in read.values() for lemma, _ in readings}
    lemma_vectors = {x: meaning(x) @ p["meaning"] + (p["lemma"][lemmas[x]] if x in lemmas else 0) for x in every}
    return lemma_vectors, {x: p["form"][number] for x, number in forms.items()}


def tags(read):
    """Numbers of the grammemes that were heard."""
    known = set(PARTS) | set(GRAMMEMES)
    heard = sorted({tag for readings in read.values() for _, tags in readings for tag in tags if tag in known})
    return {tag: index for index, tag in enumerate(heard)}
