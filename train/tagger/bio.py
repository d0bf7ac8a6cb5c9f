"""Corpora of one token and tag a line."""

LABELS = {tag: number for number, tag in enumerate("O B-PER I-PER B-ORG I-ORG B-LOC I-LOC B-MISC I-MISC".split())}


def documents(path):
    """Documents of sentences of (word, tag)."""
    found, sentence = [], []
    for line in [*open(path), ""]:
        line = line.rstrip("\n")
        if line.startswith("-DOCSTART-") or not found:
            found.append([])
            if line.startswith("-DOCSTART-"):
                continue
        if line:
            sentence.append(line.split("\t"))
        elif sentence:
            found[-1].append(sentence)
            sentence = []
    return [document for document in found if document]


def sentences(path):
    return [sentence for document in documents(path) for sentence in document]


def label(tag):
    """The number of the tag, or of the likeliest where there are several."""
    if tag.startswith("S="):
        return max((int(share), int(number)) for number, share in (it.split(":") for it in tag[2:].split(",")))[1]
    return LABELS[tag]


def names(sentence):
    """Start, end and kind, from 1, of the names in a sentence."""
    labels, start = [label(tag) for _, tag in sentence], 0
    while start < len(labels):
        if labels[start] == 0:
            start += 1
            continue
        kind, end = (labels[start] + 1) // 2, start + 1
        while end < len(labels) and labels[end] == 2 * kind:
            end += 1
        yield start, end, kind
        start = end
