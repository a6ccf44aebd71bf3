"""Readings by the peers, in their own process: morphology.py pymorphy3|rumorph|rumorph-lemmas|forms-of FILE

Prints words a second, and a second of the processor: the best of three rounds of at least a second
each, as the speed benchmark of Kamerton counts. The file holds one word a line. `forms-of` prints
every form of every reading of the words instead, each once, in a fixed random order.
"""
import random
import sys
import time


def best_rate(body, units):
    """Units a second by the clock, and a second of the processor: on a busy machine they differ."""
    body()
    clock = processor = 0
    for _ in range(3):
        rounds, start, worked = 0, time.perf_counter(), time.process_time()
        while time.perf_counter() - start < 1:
            body()
            rounds += 1
        clock = max(clock, units * rounds / (time.perf_counter() - start))
        processor = max(processor, units * rounds / (time.process_time() - worked))
    return f"{clock} {processor}"


def pymorphy3_reader():
    import pymorphy3
    parse = pymorphy3.MorphAnalyzer().parse

    def read(words):
        for word in words:
            reading = parse(word)[0]
            reading.normal_form, reading.tag
    return read


def rumorph_reader():
    import rumorph
    analyze = rumorph.Analyzer().analyze

    # Word by word is faster here than `analyze_many`, which makes all readings of all words first.
    def read(words):
        for word in words:
            reading = analyze(word)[0]
            reading.lemma, reading.pos
    return read


def rumorph_lemmatizer():
    import rumorph
    return rumorph.Analyzer().lemmatize


def forms_of(words):
    import pymorphy3
    analyzer = pymorphy3.MorphAnalyzer()
    forms = {form.word for word in set(words) for reading in analyzer.parse(word) for form in reading.lexeme}
    forms = sorted(form for form in forms if form.isalpha())
    random.Random(20261121).shuffle(forms)
    return forms


def main():
    tool, path = sys.argv[1:]
    words = open(path, encoding="utf-8").read().split()
    if tool == "forms-of":
        print("\n".join(forms_of(words)))
        return
    read = {
        "pymorphy3": pymorphy3_reader, "rumorph": rumorph_reader, "rumorph-lemmas": rumorph_lemmatizer,
    }[tool]()
    print(best_rate(lambda: read(words), len(words)))


if __name__ == "__main__":
    main()
