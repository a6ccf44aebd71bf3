#!/usr/bin/env python3
"""Compares Kamerton's readings with pymorphy3's dictionary unit for every form of the dictionary.

usage: parity.py KAMERTON [--work FOLDER] [--limit N] [--show N]

It makes its own environment with pymorphy3 2.0.6 from PyPI in FOLDER (.build/parity), asks
pymorphy3's DictionaryAnalyzer for all readings of each distinct form of its dictionary, asks
`kamerton dictionary readings` for ours, and compares the sets of (spelling, lemma, tag).

The basis: the dictionary of Kamerton folds ё, so one list of readings serves «все» and «всё».
Ours for a typed form are therefore those whose spelling the typed form can stand for: it has ё
wherever the typed form has it. That is pymorphy3's own rule (е finds ё, ё does not find е).

Every difference is put into a class that is checked, not assumed; what fits none is printed and
makes the exit code 1.
"""
import argparse
import collections
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LEXICONS = os.path.join(HERE, "..", "..", "Lexicons", "morphology")
PACKAGES = ["pymorphy3==2.0.6", "pymorphy3-dicts-ru==2.4.417150.4580142"]
ALPHABET = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя0123456789-.'")
INSIDE = "KAMERTON_PARITY_ENVIRONMENT"


def enter_environment(folder):
    """Runs this script again with the Python of an environment that has pymorphy3."""
    if os.environ.get(INSIDE):
        return
    python = os.path.join(folder, "venv", "bin", "python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", os.path.join(folder, "venv")], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
                       + PACKAGES, check=True)
    os.environ[INSIDE] = "1"
    os.execv(python, [python] + sys.argv)


def fold(text):
    return text.replace("ё", "е")


def stands_for(typed, spelling):
    """Whether `typed` may be read as `spelling`: the same letters, ё kept where it is typed."""
    if typed == spelling:
        return True
    if "ё" not in spelling or len(typed) != len(spelling):
        return False
    return all(a == b or (a == "е" and b == "ё") for a, b in zip(typed, spelling))


def data_lines(name):
    with open(os.path.join(LEXICONS, name), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def added_lexemes():
    """(spelling, lemma, tag) of the lexemes that Kamerton adds."""
    result, lemma = set(), None
    for cells in data_lines("added-lexemes.tsv"):
        if len(cells) < 2:
            lemma = None
            continue
        lemma = lemma or cells[0]
        result.add((cells[0], lemma, cells[1]))
    return result


def colloquial_spellings():
    return {fold(cells[0].lower()): cells[1]
            for cells in data_lines("colloquial-spellings.tsv") if len(cells) >= 2}


class Comparison:
    def __init__(self, show):
        import pymorphy3
        from pymorphy3.units.by_lookup import DictionaryAnalyzer
        self.morph = pymorphy3.MorphAnalyzer()
        self.unit = next(
            unit for unit, _ in self.morph._units if isinstance(unit, DictionaryAnalyzer))
        self.added = added_lexemes()
        self.colloquial = colloquial_spellings()
        self.readings = self.forms = self.same = 0
        self.classes = collections.Counter()
        self.examples = collections.defaultdict(list)
        self.show = show

    def all_forms(self, limit):
        previous = None
        for form in self.morph.dictionary.words.keys():
            if form != previous:
                yield form
                previous = form
                limit -= 1
                if limit == 0:
                    return

    def note(self, name, form, detail):
        self.classes[name] += 1
        if len(self.examples[name]) < self.show:
            self.examples[name].append(f"{form}: {detail}")

    def compare(self, form, cells):
        self.forms += 1
        parses = self.unit.parse(form, form, set())
        theirs = {(p[0], p[2], str(p[1])): p for p in parses}
        self.readings += len(theirs)
        ours = set()
        for cell in cells:
            spelling, lemma, tag, _, source = cell.split("|")
            if source != "dictionary":
                if not set(form) <= ALPHABET:
                    self.note("predicted: a sign outside our dictionary's alphabet", form, cell)
                else:
                    self.note("UNEXPLAINED: not from the dictionary", form, cell)
            elif stands_for(form, spelling):
                ours.add((spelling, lemma, tag))
            elif fold(form) != fold(spelling):
                if self.colloquial.get(fold(form)) == spelling:
                    self.note("colloquial spelling, read as its standard form", form, cell)
                else:
                    self.note("UNEXPLAINED: another spelling", form, cell)
        if ours == theirs.keys():
            self.same += 1
            return
        missing, extra = set(theirs) - ours, ours - set(theirs)
        for key in sorted(missing):
            spelling, lemma, tag = key
            woman = self.womans_lemma(theirs[key])
            if woman and (spelling, woman, tag) in extra:
                extra.discard((spelling, woman, tag))
                self.note("woman's surname or patronymic: lemma is her own", form, f"{key} {woman}")
            elif any(fold(key[0]) == fold(o[0]) and fold(key[1]) == fold(o[1]) and key[2] == o[2]
                     for o in ours if "ё" in o[0] + o[1]):
                self.note("two lexemes that differ in ё alone: ours keeps the one with ё", form, key)
            elif not set(form) <= ALPHABET:
                self.note("missing: a sign outside our dictionary's alphabet", form, key)
            else:
                self.note("UNEXPLAINED: missing", form, key)
        for key in sorted(extra):
            if key in self.added:
                self.note("added lexeme (added-lexemes.tsv)", form, key)
            else:
                self.note("UNEXPLAINED: extra", form, key)

    def womans_lemma(self, parse):
        """The feminine nominative of a surname's or patronymic's paradigm, by pymorphy3."""
        tag = parse[1]
        if "femn" not in tag or not ("Surn" in tag or "Patr" in tag):
            return None
        for form, other, _, _, _ in self.unit.get_lexeme(parse):
            if {"femn", "sing", "nomn"} <= other.grammemes:
                return form
        return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kamerton")
    parser.add_argument("--work", default=os.path.join(HERE, "..", "..", ".build", "parity"))
    parser.add_argument("--limit", type=int, default=-1, help="only the first forms")
    parser.add_argument("--show", type=int, default=3, help="examples of each class")
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    enter_environment(options.work)

    start = time.time()
    comparison = Comparison(options.show)
    forms_path = os.path.join(options.work, "forms.txt")
    with open(forms_path, "w", encoding="utf-8") as file:
        for form in comparison.all_forms(options.limit):
            file.write(form + "\n")
    with open(forms_path, encoding="utf-8") as forms, open(forms_path, "rb") as source:
        program = subprocess.Popen(
            [options.kamerton, "dictionary", "readings"], stdin=source, stdout=subprocess.PIPE,
            text=True, encoding="utf-8")
        for form, answer in zip(forms, program.stdout):
            form = form.rstrip("\n")
            echoed, *cells = answer.rstrip("\n").split("\t")
            if echoed != form:
                sys.exit(f"the answer is for «{echoed}», not «{form}»")
            comparison.compare(form, cells)
        if program.wait() != 0:
            sys.exit("kamerton failed")

    print(f"forms {comparison.forms}, pymorphy3's readings {comparison.readings}, "
          f"same set {comparison.same} ({comparison.same / comparison.forms:.4%}), "
          f"{time.time() - start:.0f} s")
    unexplained = 0
    for name, count in comparison.classes.most_common():
        unexplained += count if name.startswith("UNEXPLAINED") else 0
        print(f"{count:8} {name}")
        for example in comparison.examples[name]:
            print(f"           {example}")
    print(f"unexplained differences: {unexplained}")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
