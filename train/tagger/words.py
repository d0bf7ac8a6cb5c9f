"""What is known of the words before training: the teacher's layers, and clusters of word vectors."""

import gzip

import numpy as np

from pack import WORDS
from place import CACHE, CORPORA

KEPT, LAYER = 192, 384


def load():
    """The words, how often they stand in the corpora, the KEPT main components of what the teacher holds for
    each, and their clusters of 500 and of 2,000; row 0 is the unknown word's."""
    vocabulary = np.load(CACHE / "vocabulary.npz")
    words, forms, count = (vocabulary[name][:WORDS] for name in ("words", "forms", "count"))
    return words, count, known(vocabulary), clusters(words, forms)


def known(vocabulary):
    parts = [vocabulary[name][:WORDS].astype(np.float32) for name in ("vectors", "means")]
    layers = np.concatenate(parts, 1)
    answer = slice(3 * LAYER, 3 * LAYER + 9)
    for part in (slice(0, LAYER), slice(LAYER, 2 * LAYER), slice(2 * LAYER, 3 * LAYER), slice(-LAYER, None)):
        layers[:, part] /= layers[:, part].std()
    layers[:, answer] *= 3 / layers[:, answer].std()
    layers -= layers.mean(0)
    _, directions = np.linalg.eigh(layers.T @ layers / len(layers))
    main = layers @ directions[:, ::-1][:, :KEPT]
    main *= 2 / main[:, 0].std()
    return np.concatenate([np.zeros((1, KEPT), np.float32), main.astype(np.float32)])


def clusters(words, forms):
    wanted = set(map(str, words)) | set(map(str, forms))
    found = {}
    for line in gzip.open(CORPORA / "word-clusters.tsv.gz", "rt"):
        columns = line.rstrip("\n").split("\t")
        if columns[0] in wanted and columns[2].isdigit():
            found[columns[0]] = int(columns[2]) + 1, int(columns[3]) + 1
    rows = [found.get(str(form)) or found.get(str(word)) or (0, 0) for word, form in zip(words, forms)]
    return np.array([(0, 0)] + rows, np.int32)
