"""Corpora as arrays: stretches of LENGTH tokens, whole articles wherever they fit, two empty tokens between
sentences, so that no window looks from one sentence into the next."""

import pickle

import numpy as np

from bio import LABELS
from place import CACHE, FEATURES, TEXT

LENGTH, FEATURE_COUNT, TAGS = 2048, 116, 9
# How far a window reaches.
SIDE = 2
WORDS, PIECES = 40000, 8192
UPPER = 4


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def pieces(word, known={}):
    """The rows of the beginnings and endings of a word."""
    if word not in known:
        parts = ("<" + word[:3], "<<" + word[:4], ">" + word[-3:], ">>" + word[-4:])
        known[word] = [fnv(part.encode()) % PIECES for part in parts]
    return known[word]


def target(tag, begins):
    """The probabilities of the labels of one of our tokens: a corpus may cut words less finely."""
    row = np.zeros(TAGS, np.float32)
    if tag.startswith("S="):
        for part in tag[2:].split(","):
            number, share = part.split(":")
            row[int(number)] = int(share)
        row[0] += max(0, 255 - row.sum())
        row /= row.sum()
    else:
        row[LABELS[tag]] = 1
    if not begins:
        for first in (1, 3, 5, 7):
            row[first + 1] += row[first]
            row[first] = 0
    return row


def read(name):
    """Articles, each a list of sentences of tokens (line, begins, word, open, features, target)."""
    tags = [line.rstrip("\n").split("\t")[-1] for line in open(TEXT / f"{name}.bio")]
    articles = []
    new = True
    for line in open(FEATURES / f"{name}.tsv"):
        line = line.rstrip("\n")
        if line == "-DOCSTART-":
            articles.append([])
            new = True
        elif not line:
            new = True
        else:
            number, begins, word, is_open, features = line.split("\t")
            if new:
                articles[-1].append([])
                new = False
            number, begins = int(number), begins == "1"
            features = [int(it) for it in features.split()]
            token = (number, begins, word, is_open == "1", features, target(tags[number], begins))
            articles[-1][-1].append(token)
    return [article for article in articles if article]


def looked_at(sentence):
    """The places in a sentence that the model is asked about, or a window reaches from there. Between two such
    stretches stay four places at least, so that no window looks across the gap."""
    wide = {at + by for at, token in enumerate(sentence) if token[3] for by in range(-SIDE, SIDE + 1)}
    return [at for at in range(len(sentence)) if at in wide]


def pack(articles, numbers, without_misc):
    """`numbers` are those of the words. `without_misc`: the corpus labels no MISC, so O says nothing of it."""
    stretches, places, types, rows, shown = [], [], {}, {}, {}

    def close():
        nonlocal places, types, rows, shown
        if places:
            stretches.append(arrays(places, without_misc))
        places, types, rows, shown = [], {}, {}, {}

    for article, sentences in enumerate(articles):
        kept = [looked_at(sentence) for sentence in sentences]
        if len(places) + sum(len(it) + 2 for it in kept) + 2 > LENGTH:
            close()
        for number, sentence in enumerate(sentences):
            for start in range(0, len(kept[number]), LENGTH - 4):
                part = kept[number][start : start + LENGTH - 4]
                if len(places) + len(part) + 2 > LENGTH:
                    close()
                for at in part:
                    word, is_open, features = sentence[at][2:5]
                    # The same word elsewhere in the article; nought for what is no name.
                    same = 0
                    if is_open and features[0] >= UPPER:
                        same = types.setdefault((article, word), len(types) + 1)
                    place = (article, number, at)
                    row = rows.setdefault((article, number), len(rows))
                    group = row, shown.setdefault(article, len(shown))
                    places.append((numbers.get(word, 0), same, group, place, sentence[at]))
                places += [None, None]
    close()
    return stretches


def arrays(places, without_misc):
    stretch = {
        "word": np.full(LENGTH, -1, np.int32),
        "pieces": np.zeros((LENGTH, 4), np.int32),
        "features": np.zeros((LENGTH, FEATURE_COUNT), np.uint8),
        "open": np.zeros(LENGTH, bool),
        "target": np.tile(np.eye(TAGS, dtype=np.float16)[0], (LENGTH, 1)),
        "same": np.zeros(LENGTH, np.int32),
        "sentence": np.full(LENGTH, LENGTH - 1, np.int32),
        "article": np.full(LENGTH, LENGTH - 1, np.int32),
        "without_misc": np.float32(without_misc),
        "places": [it and it[3] for it in places],
    }
    for at, it in enumerate(places):
        if it:
            word, same, (sentence, article), _, (_, _, text, is_open, features, row) = it
            stretch["word"][at], stretch["same"][at] = word, same
            stretch["sentence"][at], stretch["article"][at] = sentence, article
            stretch["pieces"][at], stretch["features"][at, features] = pieces(text), 1
            stretch["open"][at], stretch["target"][at] = is_open, row
    return stretch


def corpus(name, numbers):
    """The articles and stretches of a corpus, read once."""
    path, source = CACHE / f"{name}.pickle", FEATURES / f"{name}.tsv"
    if path.exists() and path.stat().st_mtime > source.stat().st_mtime:
        return pickle.loads(path.read_bytes())
    articles = read(name)
    found = articles, pack(articles, numbers, name.startswith("uner-ewt"))
    path.write_bytes(pickle.dumps(found, protocol=4))
    return found
