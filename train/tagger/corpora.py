"""Writes the corpora as the dumping tool reads them: gold ones as they are, the news with the labels of the
teacher, and sentences in capitals, which headlines and some newspapers use.

News comes without the borders of articles; twelve sentences stand for one."""

import gzip
import json
import random

from bio import sentences
from place import CORPORA, TEXT
from teacher import label, soft

SENTENCES_OF_NEWS, SENTENCES_OF_POLITICS = 12, 4
GOLD = ["redocred", "wikigold", "uner-ewt-dev", "uner-ewt-test"]
MEASURED = ["conll-testa", "uner-pud", "worldwide-dev"]
SMALL = {"of", "the", "and", "in", "to", "for", "a", "an", "on", "at", "by", "with", "from", "as", "or"}


def news():
    lines = gzip.open(CORPORA / "train/news-unlabelled.txt.gz", "rt").read().split("\n")
    lines = [line.split() for line in lines if line.strip()]
    labels = {}
    for line in gzip.open(CORPORA / "train/silver-teacher.jsonl.gz", "rt"):
        row = json.loads(line)
        tags = ["O" if it == 0 else "S=" + ",".join(f"{k}:{v}" for k, v in it) for it in row["probs"]]
        labels[" ".join(row["tokens"])] = tags
    # What the teacher has not read yet, runs of sentences that follow each other.
    runs, before = [], None
    for number, words in enumerate(lines):
        if " ".join(words) not in labels:
            if before != number - 1:
                runs.append([])
            runs[-1].append(words)
            before = number
    for (run, number), rows in label(runs).items():
        labels[" ".join(runs[run][number])] = [soft(row) for row in rows]
    with open(TEXT / "silver.bio", "w") as out:
        count = 0
        for words in lines:
            tags = labels.get(" ".join(words))
            if tags is None:
                continue
            if count % SENTENCES_OF_NEWS == 0:
                out.write("-DOCSTART-\tO\n\n")
            count += 1
            out.write("".join(f"{word}\t{tag}\n" for word, tag in zip(words, tags)) + "\n")


def politics():
    with open(TEXT / "crossner.bio", "w") as out:
        count = 0
        out.write("-DOCSTART-\tO\n\n")
        for line in open(CORPORA / "train/crossner-politics.bio"):
            out.write(line)
            if not line.strip():
                count += 1
                if count % SENTENCES_OF_POLITICS == 0:
                    out.write("-DOCSTART-\tO\n\n")


def capitals():
    random.seed(7)
    gold = sentences(TEXT / "wikigold.bio") + sentences(TEXT / "crossner.bio")
    chosen = random.sample(sentences(TEXT / "silver.bio"), 3600) + random.sample(gold, 600)
    with open(TEXT / "capitals.bio", "w") as out:
        for number, sentence in enumerate(chosen):
            if number % 6 == 0:
                out.write("-DOCSTART-\tO\n\n")
            upper = random.random() < 0.45
            if not upper and len(sentence) > 18:
                sentence = sentence[: random.randint(8, 16)]
            if sentence[-1][0] == ".":
                sentence = sentence[:-1]
            for at, (word, tag) in enumerate(sentence):
                if upper:
                    word = word.upper()
                elif not (at and word in SMALL):
                    word = word[:1].upper() + word[1:]
                out.write(f"{word}\t{tag}\n")
            out.write("\n")


if __name__ == "__main__":
    for name in GOLD:
        (TEXT / f"{name}.bio").write_text((CORPORA / f"train/{name}.bio").read_text())
    for name in MEASURED:
        (TEXT / f"{name}.bio").write_text((CORPORA / f"dev/{name}.bio").read_text())
    news()
    politics()
    capitals()
