"""What a recogniser of speech does to words: normal form, words that sound alike, endings.

Everything here is a pure function of its arguments; chance lives in `degrade.py`.
"""
import re
import subprocess

# Which consonants are taken for which, and which vowels when unstressed.
CONSONANTS = ["бп", "вф", "гк", "дт", "жш", "зс", "шщ"]
VOWELS = ["оа", "еи", "яи", "яе", "эи"]
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
# Endings of one kind of word: one is heard for another, or not heard at all.
ENDINGS = [
    "ая ую ой ое ые ых ый ым ом ого ому ыми",
    "яя юю ей ее ие их ий им ем его ему ими",
    "а у ы е ой ам ами ах о ов ом",
    "я ю и е ей ям ями ях ем",
    "ет ит ут ют ат ят",
    "ете ите ет ит ем им ешь ишь",
    "л ла ли ло",
    "н на ны но",
    "тся ться",
    "те т ть",
    "ю ем ет",
    "у ем ет",
]
# Short words that recognisers write where nobody spoke. No negation and no filler of the
# definitions: an inserted «не» would turn the label, an inserted «ну» would be a finding.
INSERTED = "и а в на с по у к о то за так там он да из мы".split()
# Small words that stick to their neighbour.
STICKING = set("не ни на по за до от об в с к у о и а я вы то бы же ли из под при".split())
# Words that carry no finding by themselves when another word of the label does.
FUNCTION = set(
    """и а но да или что чтобы как если же ж ли бы б не ни в во на по за до от об о у к ко с со из
    под при для без над про через я мы ты вы он она оно они меня мне мной нас нам нами вас вам вами
    его ее их ему ей им ним ними ваш ваша ваше ваши вашу вашей вашего вашем вашему ваших вашим наш
    наша наше наши нашу нашей это этот эта эти этого этом этим этой эту тот та те то того том там
    тут здесь вот ну так уже еще быть есть был была было были буду будет будем все всё сам сама
    сами себя""".split())


def fold(word):
    return word.lower().replace("ё", "е")


def spoken(text):
    """The words of a text as a recogniser writes them, with their character ranges in the text."""
    words = []
    for piece in re.finditer(r"[\w@*#]+(?:[-–'’.@][\w*#]+)*", text):
        word, start = piece.group(), piece.start()
        parts = re.split(r"[-–.'’]", word)
        # «э-э» and «да-да» are two words, «12.30» and «из-за» one, «конец.Начало» two.
        digits = any(c.isdigit() for c in word)
        single = all(len(p) == 1 for p in parts)
        repeated = len(set(map(fold, parts))) == 1
        dotted = "." in word and not digits and "@" not in word
        if len(parts) > 1 and (single or repeated or dotted):
            for part in re.finditer(r"[^-–.'’]+", word):
                words.append((fold(part.group()), start + part.start(), start + part.end()))
        else:
            words.append((fold(word), start, piece.end()))
    return words


def sound_alikes(word):
    """Words one sound away: voiced for unvoiced, о for а, е for и where there may be no stress."""
    found = []
    vowels = sum(c in "аеиоуыэюя" for c in word)
    for pairs, allowed in ((CONSONANTS, True), (VOWELS, vowels > 1)):
        for pair in pairs if allowed else []:
            for index, letter in enumerate(word):
                if letter in pair:
                    other = pair[1 - pair.index(letter)]
                    found.append(word[:index] + other + word[index + 1:])
    for index in range(1, len(word)):
        if word[index] == word[index - 1] and len(word) > 3:
            found.append(word[:index] + word[index + 1:])
    return sorted(set(found) - {word})


def other_endings(word):
    """The word with another ending of its kind, or with its last one or two letters unheard."""
    found = []
    for row in map(str.split, ENDINGS):
        for ending in row:
            stem = word[: -len(ending)]
            if word.endswith(ending) and len(stem) >= 3:
                found += [stem + other for other in row if other != ending]
    for cut in (1, 2):
        if len(word) - cut >= 3:
            found.append(word[:-cut])
    return sorted(set(found) - {word})


def halves(word):
    """Two words that the word may be heard as."""
    found = []
    for index in range(1, len(word) - 1):
        left, right = word[:index], word[index:]
        if (left in STICKING or len(left) >= 3) and len(right) >= 3:
            found.append((left, right))
    return found


class Vocabulary:
    """Which strings are words: recognisers write words far more often than what is none.

    The program's own dictionary answers, all strings in one go, each on its own.
    """

    def __init__(self, program):
        self.program = program
        self.answers = {}

    def learn(self, words):
        new = sorted({w for w in words if w and w not in self.answers})
        if not new:
            return
        lines = "".join(word + "\n\n" for word in new)
        run = subprocess.run(
            [self.program, "words", "--pretokenized", "--format", "tsv"],
            input=lines.encode(), stdout=subprocess.PIPE, check=True)
        for line in run.stdout.decode().split("\n"):
            if line:
                columns = line.split("\t")
                self.answers[columns[0]] = columns[-1] == "1"

    def learn_around(self, sentences):
        """Everything that may be asked about these lists of words."""
        asked = set()
        for words in sentences:
            for word in words:
                asked.update(sound_alikes(word), other_endings(word))
                asked.update(part for pair in halves(word) for part in pair)
            asked.update(a + b for a, b in zip(words, words[1:]))
        self.learn(asked)

    def __contains__(self, word):
        if word not in self.answers:
            self.learn([word])
        return self.answers[word]
