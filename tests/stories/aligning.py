"""Alignments of two articles: the spans that state one fact, joined, labelled and told apart by place."""

import re
from collections import defaultdict

from marked import dice, runs, words

# Below this share of common words a pair counts as rewritten, unless the notes judge otherwise.
EDITED = 0.5
# "he said": nothing by itself; an attribution this short goes with its quotation, whatever was done to either.
PASSAGE_WORDS, SHORT_WORDS = 4, 5


def align(A, B, same, notes):
    """Aligns every pair of spans that carry the same fact, joined where neighbours share a sentence pair."""
    facts = defaultdict(lambda: ([], []))
    for side, article in enumerate((A, B)):
        for m in article.marks:
            for name in m.names:
                if re.fullmatch(r"\w{2,}", name) and ":" not in m.names[0]:
                    facts[name][side].append(m)
    pair = A.letter + B.letter
    items = []
    for name, (left, right) in facts.items():
        if pair in notes.get("apart", {}).get(name, []):
            continue
        for a in left:
            for b in right:
                items.append({"names": [name], "a": (a.start, a.end), "b": (b.start, b.end),
                              "sentences": (A.sentence_at(a.start), B.sentence_at(b.start))})
    unique = {}
    for z in items:
        key = (z["a"], z["b"])
        if key in unique:
            unique[key]["names"] += z["names"]
        else:
            unique[key] = z
    items = list(unique.values())
    for z in items:
        judge(A, B, z, pair, notes)
    items = join(A, B, items, pair, notes)
    mark_moved(A, B, items)
    out = []
    for z in sorted(items, key=lambda z: (z["a"], z["b"])):
        out.append({"pair": pair, "event": "same" if same else "related", "label": z["label"], "moved": z["moved"],
                    "a": {"id": "+".join(z["names"]), **A.span(*z["a"])}, "b": {"id": "+".join(z["names"]), **B.span(*z["b"])},
                    "lcs_dice": dice(A.text[slice(*z["a"])], B.text[slice(*z["b"])]),
                    "verbatim_runs": runs(A, z["a"], B, z["b"]), "note": "", "optional": False})
    return out


def judge(A, B, z, pair, notes):
    """Labels an alignment by its words, or as the notes say (by the pair, or "all")."""
    a, b = A.text[slice(*z["a"])], B.text[slice(*z["b"])]
    by_eye = [v for n in z["names"] for k, v in notes.get("labels", {}).get(n, {}).items() if pair in k.split() or k == "all"]
    if words(a) == words(b):
        z["label"] = "verbatim"
    elif by_eye and by_eye[0] != "verbatim":
        z["label"] = by_eye[0]
    else:
        z["label"] = "near_verbatim" if dice(a, b) >= EDITED else "rewritten"


def join(A, B, items, pair, notes):
    """Joins neighbours within a sentence of each article, for a reader sees one passage; drops what is too short to be one."""
    done = []
    for z in sorted(items, key=lambda z: (z["a"], z["b"])):
        p = next((p for p in reversed(done) if joinable(A, B, p, z)), None)
        if p:
            p["a"] = (min(p["a"][0], z["a"][0]), max(p["a"][1], z["a"][1]))
            p["b"] = (min(p["b"][0], z["b"][0]), max(p["b"][1], z["b"][1]))
            p["names"] = p["names"] + z["names"]
            p["sentences"] = (A.sentence_at(p["a"][0]), B.sentence_at(p["b"][0]))
            judge(A, B, p, pair, notes)
        else:
            done.append(z)
    return [z for z in done if size(A, B, z) >= PASSAGE_WORDS]


def size(A, B, z):
    """The words of an alignment's shorter side."""
    return min(len(words(A.text[slice(*z["a"])])), len(words(B.text[slice(*z["b"])])))


def joinable(A, B, p, z):
    """Whether two alignments adjoin within a sentence of each article and were both copied or both rewritten."""
    copied = p["label"] != "rewritten"
    short = min(size(A, B, p), size(A, B, z)) < SHORT_WORDS
    if copied != (z["label"] != "rewritten") and not short:
        return False
    adjoin = lambda article, end, start: (end <= start and article.sentence_at(end - 1) == article.sentence_at(start)
                                          and len(words(article.text[end:start])) <= 2)
    if p["a"] == z["a"] or p["b"] == z["b"]:    # one says in one clause what the other says in two
        return p["a"] == z["a"] and adjoin(B, p["b"][1], z["b"][0]) or p["b"] == z["b"] and adjoin(A, p["a"][1], z["a"][0])
    if not adjoin(A, p["a"][1], z["a"][0]):
        return False
    return adjoin(B, p["b"][1], z["b"][0]) or (not copied and adjoin(B, z["b"][1], p["b"][0]))


def mark_moved(A, B, items):
    """Moved: outside the heaviest chain of sentence pairs in the same order. A headline has no place."""
    for z in items:
        z["moved"] = False
    body = sorted((z for z in items if not A.sentences[z["sentences"][0]].headline
                   and not B.sentences[z["sentences"][1]].headline), key=lambda z: (z["sentences"], z["a"], z["b"]))
    best = []
    for i, z in enumerate(body):
        weight = z["a"][1] - z["a"][0] + z["b"][1] - z["b"][0]
        total, before = weight, None
        for j in range(i):
            if body[j]["sentences"][0] <= z["sentences"][0] and body[j]["sentences"][1] <= z["sentences"][1] and best[j][0] + weight > total:
                total, before = best[j][0] + weight, j
        best.append((total, before))
    chain = set()
    at = max(range(len(body)), key=lambda i: best[i][0], default=None)
    while at is not None:
        chain.add(at)
        at = best[at][1]
    for i, z in enumerate(body):
        z["moved"] = i not in chain
