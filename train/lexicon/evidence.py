#!/usr/bin/env python3
"""Measures the weights of evidence and writes data/lexicon/evidence.tsv.

  cargo run --release -p evaluate -- evidence CORPUS... > observed.tsv
  python evidence.py observed.tsv...

A candidate whose span no annotator chose teaches nothing about kinds, so PART lines are left out.
The weights are those of a multinomial logistic regression, small ones dropped, relative to "no name".
"""
import sys
from collections import Counter
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

TABLE = Path(__file__).parent / "../../data/lexicon/evidence.tsv"
READINGS = ["PER", "ORG", "LOC", "MISC", "O"]
SCALE = 16
SEEN_AT_LEAST = 4
# In sixteenths; a difference that small changes no decision.
SMALLEST = 6


def main():
    rows = []
    for path in sys.argv[1:]:
        for line in open(path, encoding="utf-8"):
            tag, *observed = line.rstrip("\n").split("\t")
            if tag in READINGS:
                rows.append((READINGS.index(tag), sorted(set(observed))))
    counts = Counter(key for _, observed in rows for key in observed)
    keys = sorted(key for key, count in counts.items() if count >= SEEN_AT_LEAST and len(key.encode()) < 60)
    number = {key: at for at, key in enumerate(keys)}
    starts, columns = [0], []
    for _, observed in rows:
        columns += [number[key] for key in observed if key in number]
        starts.append(len(columns))
    matrix = csr_matrix((numpy.ones(len(columns)), columns, starts), shape=(len(rows), len(keys)))
    tags = numpy.array([tag for tag, _ in rows])
    model = LogisticRegression(C=0.3, max_iter=400, fit_intercept=False)
    model.fit(matrix, tags)
    print("right on its own examples:", model.score(matrix, tags), "of", len(tags), file=sys.stderr)
    weights = (model.coef_[:4] - model.coef_[4]) * SCALE
    lines = ["kind\tword\tperson\torganisation\tplace\tother"]
    for at, key in enumerate(keys):
        rounded = numpy.clip(numpy.rint(weights[:, at]), -127, 127).astype(int)
        if abs(rounded).max() >= SMALLEST:
            lines.append("\t".join([key[0], key[1:], *map(str, rounded)]))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} of {len(keys)} kept", file=sys.stderr)


if __name__ == "__main__":
    main()
