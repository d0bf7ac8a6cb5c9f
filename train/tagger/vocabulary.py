"""Chooses the words that get a vector of their own, and asks the teacher what it knows of each alone.

Writes cache/vocabulary.npz: the words, the most usual first; how each is mostly written; how often it stands in
the corpora; and what the teacher's layers hold for it."""

import collections
import unicodedata

import numpy as np
from wordfreq import top_n_list, word_frequency

from place import CACHE, FEATURES, LEXICON
from teacher import CLS, SEP, TOKENIZER, WEIGHTS, cases, hidden, subwords

CORPORA = ["silver", "redocred", "crossner", "wikigold", "uner-ewt-dev", "uner-ewt-test"]
WORDS, BATCH, WIDTH = 64000, 256, 384
# The first shape with a letter in upper case; see src/entity/tagger/features.rs.
UPPER = 4


def plain(word):
    return "".join(it for it in unicodedata.normalize("NFD", word) if not unicodedata.combining(it))


def main():
    counts, capitals = collections.Counter(), collections.Counter()
    for name in CORPORA:
        for line in open(FEATURES / f"{name}.tsv"):
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 5:
                counts[columns[2]] += 1
                capitals[columns[2]] += int(columns[4].split()[0]) >= UPPER
    total, teacher = sum(counts.values()), set(TOKENIZER.get_vocab())
    candidates = set(counts) | {it for it in teacher if it.isalpha() and len(it) > 1}
    candidates |= {plain(it) for it in top_n_list("en", 120000) if " " not in it}
    usual = {}
    for word in candidates:
        if len(word.encode()) > 24 or any(it.isdigit() for it in word) and counts[word] < 5:
            continue
        usual[word] = 0.6 * counts[word] / total + 0.4 * word_frequency(word, "en") + 2e-7 * (word in teacher)
    words = sorted(usual, key=lambda word: (-usual[word], word))[:WORDS]
    plain_words = {line.split("\t")[0] for line in open(LEXICON / "words.tsv").read().split("\n")}

    def written(word):
        small = capitals[word] * 2 < counts[word] if counts[word] >= 3 else word in plain_words
        return word if small else word.capitalize()

    forms = [written(word) for word in words]
    lengths = collections.defaultdict(list)
    for number, form in enumerate(forms):
        lengths[len(subwords(form))].append(number)
    vectors = np.zeros((len(words), 3 * WIDTH + 9), np.float16)
    means = np.zeros((len(words), WIDTH), np.float16)
    pieces = np.asarray(WEIGHTS["b.we.weight"])
    for length, numbers in sorted(lengths.items()):
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            ids, case = np.zeros((BATCH, length + 2), int), np.zeros((BATCH, length + 2), int)
            for row, number in enumerate(batch):
                ids[row] = [CLS] + subwords(forms[number]) + [SEP]
                case[row] = [0] + cases(forms[number]) + [0]
                means[number] = pieces[subwords(forms[number])].mean(0)
            answer = hidden(ids, np.ones(ids.shape, bool), case)
            layers = [np.asarray(layer[:, 1:-1].mean(1)) for layer in answer[:3]]
            layers.append(np.asarray(answer[3][:, 1]))
            vectors[batch] = np.concatenate(layers, 1)[: len(batch)].astype(np.float16)
    count = np.array([counts[word] for word in words])
    np.savez(CACHE / "vocabulary.npz", words=words, forms=forms, vectors=vectors, means=means, count=count)


if __name__ == "__main__":
    main()
