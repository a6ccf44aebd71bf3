#!/usr/bin/env python3
"""Draw the stratified word list to be labelled by hand (living diminutive or not).

Command line, with the environment that parity.py makes:
    .build/parity/venv/bin/python Benchmarks/morphology/draw_diminutives.py drawn.tsv

Reads every known word of the pymorphy3 dictionary, keeps the lemmas (normal
forms) that are common nouns with one of the suffixes in SUFFIXES or adverbs
with one of ADV_SUFFIXES, puts each lemma in the group of its longest suffix,
caps each group (CAPS, otherwise CAP), and draws TOTAL words with a fixed seed.
Quotas: a group never gets more than its cap; the common ceiling is lowered
evenly until the sum is TOTAL.  Output: the file named (word, group), in shuffled
order; lines 1-550 are for work.tsv, 551-1100 for held-back.tsv.  The label
files themselves are written by hand; this script never touches them.
"""
import collections
import random
import sys

import pymorphy3

SEED = 20261121
TOTAL = 1100
CAP = 90
CAPS = {'-ка': 150, 'ADVB': 50}
SUFFIXES = ['ик', 'чик', 'очка', 'ечка', 'ушка', 'юшка', 'ышко', 'ышек', 'ишко',
            'ишка', 'онька', 'енька', 'ок', 'ек', 'ёк', 'очек', 'ечек', 'ец',
            'ица', 'инка', 'цо', 'це', 'ечко', 'ушко', 'очко', 'ка']
SUFFIXES.sort(key=len, reverse=True)
ADV_SUFFIXES = ('енько', 'онько', 'ечко', 'очко', 'енечко', 'онечко')
BAD = {'Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Abbr', 'Trad', 'Init', 'Pltm',
       'Erro', 'Dist'}


def groups():
    morph = pymorphy3.MorphAnalyzer()
    found = {}
    bad = set()
    for word, tag, normal, para, idx in morph.dictionary.iter_known_words():
        if idx != 0 or word != normal:
            continue
        if tag.POS == 'NOUN':
            if BAD & set(tag.grammemes) or 'plur' in tag:
                bad.add(word)
                continue
            for suffix in SUFFIXES:
                if word.endswith(suffix) and len(word) > len(suffix) + 1:
                    found.setdefault(word, '-' + suffix)
                    break
        elif tag.POS == 'ADVB' and word.endswith(ADV_SUFFIXES):
            found[word] = 'ADVB'
    out = collections.defaultdict(list)
    for word, group in found.items():
        if word not in bad:
            out[group].append(word)
    return {g: sorted(ws) for g, ws in sorted(out.items())}


def quotas(sizes):
    """Lower one common ceiling until the groups sum to TOTAL."""
    top = {g: min(n, CAPS.get(g, CAP)) for g, n in sizes.items()}
    free = [g for g in top if g not in CAPS]
    while sum(top.values()) > TOTAL:
        top[max(free, key=lambda g: (top[g], g))] -= 1
    return top


def main():
    rng = random.Random(SEED)
    pool = groups()
    take = quotas({g: len(ws) for g, ws in pool.items()})
    drawn = []
    for g, ws in pool.items():
        drawn += [(w, g) for w in rng.sample(ws, take[g])]
        print(g, len(ws), take[g])
    rng.shuffle(drawn)
    with open(sys.argv[1], 'w', encoding='utf-8') as f:
        for w, g in drawn:
            f.write(f'{w}\t{g}\n')
    print(len(drawn), len({w for w, _ in drawn}))


if __name__ == '__main__':
    main()
