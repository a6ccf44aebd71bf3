"""Phrases found by the peers, in their own process: matching.py TOOL PHRASES TEXT TOKENS

Prints tokens a second and a second of the processor (the best of three rounds of at least a second
each) and how many matches there are. TOKENS is how many Kamerton counts in the text, the same for
every tool; PHRASES holds a phrase of lemmas a line, TEXT a turn a line with a blank line after each
call; a call is a document.
"""
import sys

from morphology import best_rate


def spacy_matcher(phrases, cached):
    import functools

    import pymorphy3
    import spacy
    from spacy.language import Language
    from spacy.matcher import Matcher

    parse = pymorphy3.MorphAnalyzer().parse

    def lemma(word):
        return parse(word)[0].normal_form

    if cached:
        lemma = functools.lru_cache(maxsize=None)(lemma)

    @Language.component("pymorphy3_lemmas")
    def lemmas(doc):
        for token in doc:
            token.lemma_ = lemma(token.text)
        return doc

    language = spacy.blank("ru")
    language.add_pipe("pymorphy3_lemmas")
    matcher = Matcher(language.vocab)
    for phrase in phrases:
        matcher.add(phrase, [[{"LEMMA": word} for word in phrase.split()]])
    return lambda calls: sum(len(matcher(doc)) for doc in language.pipe(calls))


def yargy_parser(phrases):
    from yargy import Parser
    from yargy.pipelines import morph_pipeline

    # A pipeline is some twenty times faster here than the same phrases as or_ of rules.
    parser = Parser(morph_pipeline(phrases))
    return lambda calls: sum(1 for call in calls for _ in parser.findall(call))


def main():
    tool, phrases, text, tokens = sys.argv[1:]
    lines = open(phrases, encoding="utf-8").read().splitlines()
    phrases = [line for line in lines if line and not line.startswith("#")]
    calls = open(text, encoding="utf-8").read().strip().split("\n\n")
    find = {
        "spacy": lambda: spacy_matcher(phrases, cached=False),
        "spacy-cached": lambda: spacy_matcher(phrases, cached=True),
        "yargy": lambda: yargy_parser(phrases),
    }[tool]()
    matches = find(calls)
    print(best_rate(lambda: find(calls), int(tokens)), matches)


if __name__ == "__main__":
    main()
