"""How often a name is right, by its kind and by how likely the model takes it: a logistic curve for each kind.

The model is surer of a corpus that it was trained on than it has a right to be of others. So the curves are fitted to
corpora that a second model, otherwise the same, was not trained on; of the curves of several corpora the most doubtful
one is kept. The development files take no part in this. Writes cache/certainty.json."""

import json
import pickle

import jax.numpy as jnp
import numpy as np

import words as known_words
from measure import KINDS, SURE, found, gold
from pack import corpus
from place import CACHE

CORPORA = {"crossner": ["crossner"], "wikigold": ["wikigold"], "uner-ewt": ["uner-ewt-dev", "uner-ewt-test"]}
# What a corpus labels not at all, or only a part of.
UNLABELLED = {"crossner": ["MISC"], "uner-ewt": ["MISC"]}
CLOSEST, STEPS, LONGEST_STEP, PRIOR = 1e-4, 60, 1.0, 1.0


def curve(names, kind):
    """Slope and offset: the share of right ones is 1 / (1 + exp(-slope * log-odds - offset))."""
    likely = np.clip([share for _, share, _ in chosen(names, kind)], CLOSEST, 1 - CLOSEST)
    right = np.array([float(right) for _, _, right in chosen(names, kind)])
    inputs = np.stack([np.log(likely / (1 - likely)), np.ones_like(likely)], 1)
    start = np.array([1.0, 0.0])
    answer = start.copy()
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-inputs @ answer))
        bend = (inputs * (share * (1 - share))[:, None]).T @ inputs + PRIOR * np.eye(2)
        step = np.linalg.solve(bend, inputs.T @ (right - share) - PRIOR * (answer - start))
        answer += step * min(1, LONGEST_STEP / np.abs(step).max())
    return answer


def chosen(names, kind):
    return [name for name in names if name[0] == kind]


def needed(curve):
    """The log-odds from which on a name is shown as sure."""
    return (np.log(SURE / (1 - SURE)) - curve[1]) / curve[0]


def read(model, files, numbers, known, clusters):
    """Kind, likelihood and whether it is right, of each name that is found."""
    names = []
    for file in files:
        truth = gold(file)
        spans = found(model, known, clusters, *corpus(file, numbers))[1]
        names += [(name[2], share, name in truth) for name, share in spans.items()]
    return names


def main():
    model = pickle.loads((CACHE / "left-out.pickle").read_bytes())
    listed, _, known, clusters = known_words.load()
    numbers = {str(word): at + 1 for at, word in enumerate(listed)}
    known, clusters = jnp.asarray(known), jnp.asarray(clusters)
    curves = {kind: [] for kind in KINDS[1:]}
    for name, files in CORPORA.items():
        names = read(model, files, numbers, known, clusters)
        for kind, found_curves in curves.items():
            if kind in UNLABELLED.get(name, ()):
                continue
            slope, offset = curve(names, kind)
            found_curves.append((slope, offset))
            right = np.mean([right for _, share, right in chosen(names, kind) if share >= SURE])
            print(
                f"{name:9} {kind:5} {len(chosen(names, kind)):5} names, right where likely by {SURE}: {right:.3f};"
                f" slope {slope:.2f} offset {offset:.2f}, sure from {1 / (1 + np.exp(-needed((slope, offset)))):.4f}",
                flush=True,
            )
    kept = [max(found_curves, key=needed) for found_curves in curves.values()]
    (CACHE / "certainty.json").write_text(json.dumps([[float(it) for it in curve] for curve in kept]))


if __name__ == "__main__":
    main()
