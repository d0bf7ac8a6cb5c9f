"""Writes news and encyclopaedia text with other names in it, the same for the same name of an article, and asks
the teacher for the labels: so the model meets more names than the corpora hold, in more places.

    replace_names.py SEED SHARE_OF_OTHER_KINDS NAME"""

import collections
import random
import sys

import numpy as np

from bio import documents, names
from place import CACHE, LEXICON, TEXT
from teacher import label, soft

PERSON, BODY, PLACE, OTHER = 1, 2, 3, 4
ENDINGS = """Inc. Corp. Group Holdings Ltd Co. AG Bank Airlines Energy Motors Media Partners Technologies Pharma
Capital Systems United FC Foundation University Institute""".split()
LONGEST = 110


def column(table, number):
    rows = [line.rstrip("\n").split("\t") for line in open(LEXICON / table)][1:]
    return [row[number] for row in rows if row[number]]


def capitalised(name):
    return tuple("-".join(it[:1].upper() + it[1:] for it in word.split("-")) for word in name.split())


class Names:
    def __init__(self, corpora):
        pools = collections.defaultdict(set)
        for sentence in (sentence for document in corpora for sentence in document):
            for start, end, kind in names(sentence):
                pools[kind].add(tuple(word for word, _ in sentence[start:end]))
        self.pools = {kind: sorted(pool) for kind, pool in pools.items()}
        self.given = [name.capitalize() for name in column("given_names.tsv", 0)]
        self.family = [name.capitalize() for name in column("family_names.tsv", 0)]
        self.cities = [capitalised(name) for name in column("cities.tsv", 1)]
        self.regions = [capitalised(name) for name in column("regions.tsv", 1)]
        vocabulary = np.load(CACHE / "vocabulary.npz")
        answers = vocabulary["vectors"][:, -9:].astype(np.float32)
        answers = np.exp(answers - answers.max(1, keepdims=True))
        answers /= answers.sum(1, keepdims=True)
        forms = vocabulary["forms"]
        # Words that the teacher, asked about them alone, takes for a name of the kind.
        self.single = {
            kind: [str(forms[at]) for at in np.nonzero(answers[:, 2 * kind - 1] > 0.5)[0] if forms[at][:1].isupper()]
            for kind in (PERSON, BODY, PLACE)
        }

    def draw(self, kind):
        chance, pick = random.random(), random.choice
        if kind == PERSON:
            if chance < 0.45:
                return (pick(self.given), pick(self.family))
            if chance < 0.7:
                return (pick(self.family if chance < 0.6 else self.single[PERSON]),)
        if kind == BODY:
            if chance < 0.35:
                return (pick(self.single[BODY]),)
            if chance < 0.43:
                return (pick(self.single[BODY] + self.family), pick(ENDINGS))
            if chance < 0.5:
                return pick(self.cities) + (pick(ENDINGS),)
            if chance < 0.56:
                return ("".join(pick("ABCDEFGHIKLMNOPRSTUW") for _ in range(random.randint(2, 5))),)
        if kind == PLACE:
            if chance < 0.4:
                return pick(self.cities if chance < 0.3 else self.regions)
            if chance < 0.55:
                return (pick(self.single[PLACE]),)
        return pick(self.pools[kind])

    def other(self, name, kind, share_of_other_kinds):
        chance = random.random()
        drawn = random.choice((PERSON, BODY, PLACE)) if chance < share_of_other_kinds else kind
        if kind == OTHER:
            return name if chance < 0.6 else self.draw(OTHER)
        return name if chance > 0.8 else self.draw(drawn)


def main():
    seed, share, target = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
    random.seed(seed)
    news, wikipedia = documents(TEXT / "silver.bio"), documents(TEXT / "redocred.bio")
    wikigold, politics = documents(TEXT / "wikigold.bio"), documents(TEXT / "crossner.bio")
    source = Names(news + wikipedia + wikigold + politics)
    chosen = random.sample(news, 2500) + random.sample(wikipedia, 330) + wikigold + random.sample(politics, 150)
    articles = []
    for document in chosen:
        replaced, article = {}, []
        for sentence in document:
            words, at = [], 0
            for start, end, kind in names(sentence):
                words += [word for word, _ in sentence[at:start]]
                name = tuple(word for word, _ in sentence[start:end])
                if name not in replaced:
                    replaced[name] = source.other(name, kind, share)
                words += replaced[name]
                at = end
            article.append((words + [word for word, _ in sentence[at:]])[:LONGEST])
        articles.append(article)
    answers = label(articles)
    with open(TEXT / f"{target}.bio", "w") as out:
        for article, sentences in enumerate(articles):
            out.write("-DOCSTART-\tO\n\n")
            for number, words in enumerate(sentences):
                rows = answers.get((article, number))
                if rows is not None:
                    out.write("".join(f"{word}\t{soft(row)}\n" for word, row in zip(words, rows)) + "\n")


if __name__ == "__main__":
    main()
