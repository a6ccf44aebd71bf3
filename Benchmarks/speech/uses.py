"""What Sources/Compliance/Speech/UseTraits.swift looks at, counted for training; the two must agree."""
import re

from speech import GRAMMEMES, PARTS, SHAPES, folded, key

TRAITS = 1 << 18
WORD = re.compile(r"[\w]+(?:-[\w]+)*")
TOKEN = re.compile(WORD.pattern + r"|\.\.\.|[.,?!:;—–…-]")
# Signs by rank: of several between two words the last in this order counts.
SIGNS = ["", ",", ".", "?"]
PAIRS = ((-1, 1), (1, 2), (-2, -1), (2, 3), (-1, 2), (-2, 1), (1, 3))
GRAMMATICAL_PAIRS = ((-1, 1), (1, 2), (-2, -1), (2, 3))
TRIPLES = ((-1, 1, 2), (1, 2, 3), (-2, -1, 1))
MASK = 0xFFFFFFFF
# The grammemes that count, beside the part of speech.
COUNTED = """sing plur nomn gent datv accs ablt loct Name Surn Patr perf impf 1per 2per 3per pres past futr impr""".split()
IMPERATIVE = 32

START, END = key("<"), key(">")
SENTENCE_ENDS = {key("."), key("?")}


def mix(one, other):
    """One number of two, in which every bit of both counts."""
    result = ((one ^ other) * 0x85EBCA6B) & MASK
    result ^= result >> 13
    result = (result * 0xC2B2AE35) & MASK
    return result ^ (result >> 16)


def sign(text):
    if text == "?":
        return "?"
    return "." if text in ".!" else ","


def grammar(readings):
    """The part of speech of a form's best reading, both that and its grammemes, and its lemma, a number each."""
    lemma, tags = readings[0]
    part = next(index for index, name in enumerate(PARTS + SHAPES) if name in tags or name == SHAPES[-1])
    part += IMPERATIVE if "impr" in tags else 0
    bits = sum(1 << index for index, name in enumerate(GRAMMEMES) if name in tags and name in COUNTED)
    return part, mix(mix(part, bits & MASK), bits >> 32), key(lemma)


class Turn:
    """An operator's turn as words and signs, with the traits of each word's place."""

    def __init__(self, text, previous):
        self.words, self.places, tokens, between = [], [], [], ""
        for match in TOKEN.finditer(text):
            if not WORD.match(match.group()):
                between = max(between, sign(match.group()), key=SIGNS.index)
                continue
            if between and self.words:
                tokens.append(between)
            between = ""
            self.places.append(len(tokens))
            tokens.append(folded(match.group()))
            self.words.append((folded(match.group()), match.start(), match.end()))
        if between and self.words:
            tokens.append(between)
        self.tokens, before = tokens, WORD.findall(previous)
        self.forms = [key(token) for token in tokens]
        self.tails = [key(token[-3:]) for token in tokens]
        self.heads = [key(token[:5]) for token in tokens]
        self.shared = [mix(200, form) for form in set(self.forms)]
        self.shared += [mix(172, min(len(tokens) // 4, 8)), mix(173, min(len(before) // 2, 6))]
        self.shared += [mix(174, key(folded(word))) for word in before[-4:]]

    def read(self, grammars):
        """Learns what the forms are: `grammar` of each by the form; a sign is itself."""
        known = [grammars.get(token, (form,) * 3) for token, form in zip(self.tokens, self.forms)]
        self.parts, self.tags, self.lemmas = [list(column) for column in zip(*known)] or [[], [], []]
        self.all_forms, self.all_lemmas = sorted(set(self.forms)), sorted(set(self.lemmas))

    def traits(self, word):
        """The numbers of a word's traits; `read` comes first."""
        place, count = self.places[word], len(self.tokens)

        def at(offset, items):
            index = place + offset
            return START if index < 0 else END if index >= count else items[index]

        forms, tails, heads, parts, tags = self.forms, self.tails, self.heads, self.parts, self.tags
        form, tail, lemma = forms[place], tails[place], self.lemmas[place]
        result = self.shared + [mix(1, form), mix(2, tail), mix(3, heads[place])]
        for offset in [*range(-5, 0), *range(1, 7)]:
            number = offset + 10
            result += [mix(number, at(offset, forms)), mix(number + 20, at(offset, tails))]
            if abs(offset) < 4:
                result.append(mix(number + 40, at(offset, heads)))
                result.append(mix(mix(number + 60, at(offset, forms)), form))
                result.append(mix(mix(number + 80, at(offset, tails)), tail))
        for index, (one, other) in enumerate(PAIRS):
            number = index + 110
            result.append(mix(mix(number, at(one, forms)), at(other, forms)))
            result.append(mix(mix(number + 10, at(one, tails)), at(other, tails)))
            result.append(mix(mix(number + 20, at(one, forms)), at(other, tails)))
            result.append(mix(mix(number + 30, at(one, tails)), at(other, forms)))
        result.append(mix(mix(mix(150, at(-1, tails)), at(1, tails)), at(2, tails)))
        result.append(mix(mix(mix(151, at(1, tails)), at(2, tails)), at(3, tails)))
        for step, number in ((-1, 160), (1, 161)):
            for distance in range(1, 13):
                index = place + distance * step
                if not 0 <= index < count:
                    break
                result.append(mix(number, forms[index]))
                if forms[index] in SENTENCE_ENDS:
                    break
                if distance < 8:
                    result.append(mix(mix(number + 230, forms[index]), form))
        end = next((x for x in forms[place:] if x in SENTENCE_ENDS), key(""))
        result += [mix(170, min(place, 5)), mix(171, min(count - place, 6)), mix(175, end)]
        # Grammar.
        result += [mix(210, tags[place]), mix(370, lemma), mix(mix(345, forms[0]), form)]
        for offset in [*range(-4, 0), *range(1, 6)]:
            result.append(mix(mix(330 + offset, at(offset, parts)), form))
            if abs(offset) < 4:
                result.append(mix(210 + offset, at(offset, tags)))
                result.append(mix(mix(220 + offset, at(offset, tags)), form))
            if abs(offset) < 3:
                result.append(mix(mix(350 + offset, at(offset, forms)), lemma))
                result.append(mix(mix(360 + offset, at(offset, tags)), lemma))
        for index, (one, other) in enumerate(GRAMMATICAL_PAIRS):
            result.append(mix(mix(230 + index, at(one, tags)), at(other, tags)))
            result.append(mix(mix(mix(234 + index, at(one, parts)), at(other, parts)), form))
        for index, (one, other, third) in enumerate(TRIPLES):
            result.append(mix(mix(mix(240 + index, at(one, parts)), at(other, parts)), at(third, parts)))
        result += [mix(mix(300, other), form) for other in self.all_forms]
        result += [mix(mix(380, other), lemma) for other in self.all_lemmas]
        return [trait % TRAITS for trait in result]
