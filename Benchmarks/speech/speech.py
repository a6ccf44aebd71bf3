"""Labelled turns, the examples of the rules, and the readings of their words."""
import collections
import functools
import json
import pathlib
import re
import subprocess
import sys

import numpy as np
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "robustness"))
from degrade import degrade, prepare  # noqa: E402
from labelled_calls import load  # noqa: E402

CATEGORIES = [
    "attention_demand", "badmouthing", "blame", "categorical_order", "command", "company_failure",
    "diminutive", "filler", "jargon", "money_talk", "no_information", "profanity", "redirect", "refusal",
    "rude_repeat",
]
# The categories that are more a thought than a word: only these are looked for.
HEARD = [
    "refusal", "blame", "badmouthing", "money_talk", "company_failure", "redirect", "no_information",
    "attention_demand", "categorical_order", "rude_repeat", "command",
]
# Calls are learned as they are and as a recogniser mishears them, with one word in so many wrong.
MISHEARD = (0.04, 0.08)
# Of so many turns a call is whole and no excerpt.
WHOLE = 8
# In the order of PartOfSpeech.swift; the last five are shapes.
PARTS = "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ".split()
SHAPES = "NUMB ROMN LATN PNCT UNKN".split()
# In the order of the bits of Grammemes.swift.
GRAMMEMES = """anim inan masc femn neut Ms-f sing plur Sgtm Pltm Fixd nomn gent datv accs ablt loct voct gen2 acc2
loc2 Abbr Name Surn Patr Geox Orgn Trad Supr Qual Apro Anum Poss perf impf tran intr Impe Refl 1per 2per 3per pres
past futr indc impr incl excl actv pssv Infr Slng Arch Litr Erro Dist Ques Dmns Prnt Prdx Init Subx Coll""".split()
# Signs before and after a word; the last two say that it is the turn's first or last.
SIGNS = [".?!…", "?", "!", ",;", "—–-", ":"]
SIGN_COUNT = 2 * len(SIGNS) + 2
TOKEN = re.compile(r"[\w]+(?:-[\w]+)*|[.,?!:;—–…«»\"()-]")


def folded(text):
    return text.lower().replace("ё", "е")


class Turn:
    """An operator's turn: words with their place and the signs before them, labels and doubtful places."""

    def __init__(self, text, labels, doubtful, weight=1.0):
        self.text, self.labels, self.doubtful, self.weight = text, labels, doubtful, weight
        self.words, signs = [], set()
        for match in TOKEN.finditer(text):
            if match.group()[0].isalnum():
                self.words.append((folded(match.group()), match.start(), match.end(), frozenset(signs)))
                signs = set()
            else:
                signs |= {i for i, kind in enumerate(SIGNS) if match.group() in kind}
        self.end = frozenset(signs)

    def signs(self):
        bits = np.zeros((len(self.words), SIGN_COUNT), np.float32)
        for index, word in enumerate(self.words):
            after = self.words[index + 1][3] if index + 1 < len(self.words) else self.end
            for sign in word[3]:
                bits[index, sign] = 1
            for sign in after:
                bits[index, len(SIGNS) + sign] = 1
        if len(bits):
            bits[0, -2] = bits[-1, -1] = 1
        return bits


def place(text, label):
    start = -1
    for _ in range(label.get("occurrence", 0) + 1):
        start = text.find(label["quote"], start + 1)
    return label["category"], start, start + len(label["quote"])


def labelled(calls):
    turns = []
    for call in calls:
        expected = call["expected"]
        if "findings" not in expected:
            continue
        for index, turn in enumerate(call["turns"]):
            if turn["speaker"] == "operator":
                own = lambda key: [place(turn["text"], x) for x in expected.get(key, []) if x["turn"] == index]
                turns.append(Turn(turn["text"], own("findings"), own("ambiguous")))
    return turns


def with_misheard(program, calls):
    """Labelled calls, and the whole ones among them as a recogniser would have written them, at each rate of errors."""
    whole = [call for call in calls if len(call["turns"]) >= WHOLE]
    vocabulary = prepare(whole, program)
    return calls + [degrade(call, rate, rate, vocabulary) for rate in MISHEARD for call in whole]


def rule_examples(folder):
    """The examples of the rules as category, text and labels: silence is certain for that category alone."""
    def walk(node, category):
        if isinstance(node, dict):
            category = node.get("category", category)
            for key, value in node.items():
                if key in ("hit", "silent") and isinstance(value, list):
                    yield from ((category, x) for x in value)
                else:
                    yield from walk(value, category)
        elif isinstance(node, list):
            for value in node:
                yield from walk(value, category)

    for file in sorted(pathlib.Path(folder).glob("*.yaml")):
        for category, example in walk(yaml.safe_load(file.read_text(encoding="utf-8")), None):
            if isinstance(example, dict):
                example = example.get("text") if example.get("speaker") != "client" else None
            if not isinstance(example, str):
                continue
            pieces = re.split(r"\[\[(.*?)\]\]", example)
            labels, text = [], ""
            for index, piece in enumerate(pieces):
                if index % 2:
                    labels.append((category, len(text), len(text) + len(piece)))
                text += piece
            yield category, text, labels


def examples(folder):
    """The examples of the rules as turns: as much as half a turn of a call in each of its copies."""
    return [Turn(text, labels, [], weight=0.5 * (1 + len(MISHEARD))) for _, text, labels in rule_examples(folder)]


def readings(program, turns):
    """The likeliest three readings of every form out of context: lemma and grammemes."""
    forms = sorted({word[0] for turn in turns for word in turn.words})
    result = {}
    for start in range(0, len(forms), 2000):
        words = " ".join(forms[start:start + 2000])
        output = subprocess.run(
            [program, "words", words, "--format", "json", "--model", "нет"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
        for word in json.loads(output):
            likeliest = sorted(word["readings"], key=lambda r: -r["probability"])[:3]
            result[folded(word["form"])] = [
                (folded(r["lemma"]), sorted(set(re.split("[ ,]", r["tag"])))) for r in likeliest]
    return result


@functools.lru_cache(None)
def key(word):
    """The upper half of LemmaKey: FNV-1a."""
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value >> 32


def checksum(body):
    """FNV-1a of 32 bits over words of four bytes, and over what is left of them byte by byte."""
    value, whole = 0x811C9DC5, len(body) & ~3
    for number in [*np.frombuffer(body[:whole], "<u4").tolist(), *body[whole:]]:
        value = ((value ^ number) * 0x01000193) & 0xFFFFFFFF
    return value


def frequent(counts, least=3, limit=5000):
    """Numbers for what was heard often; 0 is for the rest."""
    return {x: i + 1 for i, (x, n) in enumerate(counts.most_common(limit)) if n >= least}


def vocabularies(turns, read):
    forms, lemmas = collections.Counter(word[0] for turn in turns for word in turn.words), collections.Counter()
    for form, count in forms.items():
        for lemma in {reading[0] for reading in read.get(form, [])}:
            lemmas[lemma] += count
    return frequent(forms), frequent(lemmas)
