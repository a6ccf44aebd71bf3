#!/usr/bin/env python3
"""Checks of the degrader: error rates, labels' places, determinism. Run by `make robustness`."""
import pathlib
import random
import unittest

from degrade import Errors, carry, degrade, find, load
from recogniser import other_endings, sound_alikes, spoken
from robustness import RATES, distance, word_error_rate

SAMPLES = pathlib.Path(__file__).parents[2] / "Corpora/samples"
CALLS = load([SAMPLES])
# The words of the samples stand for the dictionary: no program is needed here.
WORDS = {w for c in CALLS for t in c["turns"] for w, _, _ in spoken(t["text"])}


class Words(unittest.TestCase):
    def test_recognisers_write_words_without_signs(self):
        for text, words in [
            ("Здравствуйте! ЮМЭК, отдел…", "здравствуйте юмэк отдел"),
            ("Э-э, ещё раз: да-да", "э э еще раз да да"),
            ("из-за чего-то", "из-за чего-то"),
            ("конец.Начало", "конец начало"),
            ("до 12.30 — «окно»", "до 12.30 окно"),
            ("с-у-к-и", "с у к и"),
            ("п@здец, х*й", "п@здец х*й"),
        ]:
            with self.subTest(text):
                self.assertEqual([w for w, _, _ in spoken(text)], words.split())

    def test_ranges_lie_on_the_words(self):
        for call in CALLS:
            for turn in call["turns"]:
                for word, start, end in spoken(turn["text"]):
                    self.assertEqual(word, turn["text"][start:end].lower().replace("ё", "е"))

    def test_sound_alikes_and_endings(self):
        for function, word, heard, never in [
            (sound_alikes, "год", "гот", "кот"),
            (sound_alikes, "молоко", "малоко", "малако"),
            (sound_alikes, "дом", "том", "дам"),
            (other_endings, "новая", "новую", "новая"),
            (other_endings, "заявка", "заявку", "за"),
            (other_endings, "назовите", "назовит", "назвать"),
        ]:
            with self.subTest(word):
                self.assertIn(heard, function(word))
                self.assertNotIn(never, function(word))


class Rates(unittest.TestCase):
    def test_distance(self):
        for a, b, wrong in [
            ("а б в", "а б в", 0), ("а б в", "а в", 1), ("а б в", "а х б в", 1),
            ("а б в", "а х в", 1), ("а б в", "аб в", 2), ("а", "", 1), ("а б", "в г", 2),
        ]:
            with self.subTest(f"{a} / {b}"):
                self.assertEqual(distance(a.split(), b.split()), wrong)

    def test_measured_rate_is_the_nominal_one_within_a_point(self):
        for rate in RATES:
            for seed in (1, 2, 3):
                with self.subTest(rate=rate, seed=seed):
                    measured = word_error_rate(CALLS, [degrade(c, rate, seed, WORDS) for c in CALLS])
                    self.assertAlmostEqual(measured, rate, delta=0.01 if rate else 0)

    def test_same_seed_same_calls(self):
        for rate in RATES:
            first = [degrade(c, rate, 7, WORDS) for c in CALLS]
            self.assertEqual(first, [degrade(c, rate, 7, WORDS) for c in reversed(CALLS)][::-1])
        self.assertNotEqual(first, [degrade(c, rate, 8, WORDS) for c in CALLS])


class Labels(unittest.TestCase):
    TEXT = "Ну, ваша заявочка, увы, не найдена."

    def carried(self, quote, **changes):
        """The label and the text after changes to single words, named by their places."""
        spans = spoken(self.TEXT)
        errors = Errors([[w for w, _, _ in spans]], 0, random.Random(1), WORDS)
        for name, heard in changes.items():
            kind, place = name.split("_")
            if kind == "after":
                errors.inserted[0][int(place)] = heard
            else:
                errors.replace(0, int(place), heard, 1)
        text, ranges = errors.text(0)
        label, owed, intact = carry(
            {"turn": 0, "category": "x", "quote": quote}, self.TEXT, spans, ranges, errors.changed[0], text)
        return label and label["quote"], owed, intact, text

    def test_labels_go_with_their_words(self):
        whole = "заявочка, увы, не найдена"
        for name, quote, changes, expected in [
            ("nothing happens", whole, {}, ("заявочка увы не найдена", True, True)),
            ("a word before is dropped", whole, {"word_0": []}, ("заявочка увы не найдена", True, True)),
            ("a word within is dropped", whole, {"word_3": []}, ("заявочка не найдена", True, False)),
            ("the first word is dropped", whole, {"word_2": []}, ("увы не найдена", True, False)),
            ("the last word is dropped", whole, {"word_5": []}, ("заявочка увы не", True, False)),
            ("a word within is confused", whole, {"word_4": ["ни"]}, ("заявочка увы ни найдена", True, False)),
            ("a word is split", whole, {"word_2": ["за", "явочка"]}, ("за явочка увы не найдена", True, False)),
            ("two words are joined", whole, {"word_4": ["ненайдена"], "word_5": None}, ("заявочка увы ненайдена", True, False)),
            ("a word is inserted within", whole, {"after_4": "и"}, ("заявочка увы не и найдена", True, True)),
            ("a word is inserted behind", whole, {"after_5": "и"}, ("заявочка увы не найдена", True, True)),
            ("all key words are dropped", "не найдена", {"word_5": []}, ("не", False, False)),
            ("all words are dropped", "заявочка", {"word_2": []}, (None, False, False)),
            ("a label of a small word alone", "Ну", {}, ("ну", True, True)),
        ]:
            with self.subTest(name):
                self.assertEqual(self.carried(quote, **changes)[:3], expected)

    def test_without_errors_every_label_is_owed_and_lies_on_its_words(self):
        for call in CALLS:
            other = degrade(call, 0, 1, WORDS)
            labels = call["expected"]["findings"]
            self.assertEqual(len(labels), len(other["expected"]["findings"]))
            for label, carried in zip(labels, other["expected"]["findings"]):
                start, end = find(call["turns"][label["turn"]]["text"], label)
                words = [w for w, a, b in spoken(call["turns"][label["turn"]]["text"]) if a < end and start < b]
                self.assertEqual(carried["quote"].split(), words)
                self.assertTrue(carried["intact"])

    def test_with_errors_labels_begin_and_end_with_words(self):
        for call in CALLS:
            other = degrade(call, 0.3, 1, WORDS)
            for label in other["expected"]["findings"] + other["expected"]["ambiguous"]:
                text = f" {other['turns'][label['turn']]['text']} "
                start, end = find(text, label)
                self.assertEqual(text[start - 1] + text[end], "  ")

    def test_what_is_heard_goes_with_its_words_where_any_is_left(self):
        call = {
            "id": "call", "turns": [{"speaker": "client", "text": "Третий раз звоню!"}],
            "expected": {"heard": [
                {"turn": 0, "what": "discontent", "quote": "Третий раз"}, {"turn": 0, "what": "doubt"}]},
        }
        other = degrade(call, 0, 1, WORDS)
        self.assertEqual([mark.get("quote") for mark in other["expected"]["heard"]], ["третий раз", None])
        for seed in range(20):
            other = degrade(call, 0.9, seed, WORDS)
            for mark in other["expected"]["heard"]:
                self.assertIn(mark.get("quote", ""), other["turns"][0]["text"])
                self.assertNotEqual(mark.get("quote"), "")


if __name__ == "__main__":
    unittest.main()
