"""How often a name is right, by its kind, by how likely the model takes it and whether the rules agree: a logistic
curve for each kind, and one more for where they agree.

The model is surer of a corpus that it was trained on than it has a right to be of others. So the curves are fitted to
corpora that a second model, otherwise the same, was not trained on; of the curves of several corpora the most doubtful
one is kept, less a margin. How large that must be, each of the corpora tells when only the others are asked: of what is
shown as sure there, 96 in 100 must be right. The development files take no part in this. Writes cache/certainty.json."""

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
MARGINS, WANTED = (0.0, 0.25, 0.5, 0.75, 1.0), 0.96
GROUPS = [(kind, agrees) for kind in KINDS[1:] for agrees in (False, True)]


def curve(names):
    """Slope and offset: the share of right ones is 1 / (1 + exp(-slope * log-odds - offset))."""
    inputs = np.array([log_odds(share) for share, _ in names])
    right = np.array([float(right) for _, right in names])
    inputs = np.stack([inputs, np.ones_like(inputs)], 1)
    start = np.array([1.0, 0.0])
    answer = start.copy()
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-inputs @ answer))
        bend = (inputs * (share * (1 - share))[:, None]).T @ inputs + PRIOR * np.eye(2)
        step = np.linalg.solve(bend, inputs.T @ (right - share) - PRIOR * (answer - start))
        answer += step * min(1, LONGEST_STEP / np.abs(step).max())
    return answer


def log_odds(share):
    share = min(max(share, CLOSEST), 1 - CLOSEST)
    return np.log(share / (1 - share))


def needed(curve):
    """The log-odds from which on a name is shown as sure."""
    return (np.log(SURE / (1 - SURE)) - curve[1]) / curve[0]


def read(model, files, numbers, known, clusters):
    """For each group the names that are found: how likely each is, and whether it is right."""
    names = {group: [] for group in GROUPS}
    for file in files:
        truth = gold(file)
        spans = found(model, known, clusters, *corpus(file, numbers))[1]
        for name, (share, agrees) in spans.items():
            names[name[2], agrees].append((share, name in truth))
    return names


def most_doubtful(names):
    """For each group the curve of the corpus, among those in `names`, that is surest last."""
    curves = {}
    for group in GROUPS:
        of = [curve(names[it][group]) for it in names if group[0] not in UNLABELLED.get(it, ()) and names[it][group]]
        curves[group] = max(of, key=needed) if of else np.array([1.0, -np.inf])
    return curves


def sure(names, curves, margin):
    """Of the persons, bodies and places in `names`, how many are shown as sure, and the share of right ones."""
    edge = np.log(SURE / (1 - SURE)) + margin
    right = [
        right
        for group, (slope, offset) in curves.items()
        if group[0] != "MISC"
        for share, right in names[group]
        if slope * log_odds(share) + offset >= edge
    ]
    return len(right), float(np.mean(right))


def main():
    model = pickle.loads((CACHE / "left-out.pickle").read_bytes())
    listed, _, known, clusters = known_words.load()
    numbers = {str(word): at + 1 for at, word in enumerate(listed)}
    known, clusters = jnp.asarray(known), jnp.asarray(clusters)
    names = {name: read(model, files, numbers, known, clusters) for name, files in CORPORA.items()}
    for margin in MARGINS:
        shares = []
        for name in names:
            others = most_doubtful({it: names[it] for it in names if it != name})
            count, share = sure(names[name], others, margin)
            shares.append(share)
            print(f"margin {margin:.2f}, {name:9}: {count} sure by the others' curves, {share:.3f} right", flush=True)
        if min(shares) >= WANTED:
            break
    kept = most_doubtful(names)
    for name in names:
        count, share = sure(names[name], kept, margin)
        print(f"{name:9}: {count} sure, {share:.3f} right")
    rows = []
    for group, (slope, offset) in kept.items():
        rows.append((float(slope), float(offset - margin)))
        edge = 1 / (1 + np.exp(-needed(rows[-1])))
        print(f"{group[0]:5} rules {'agree' if group[1] else 'differ'}: slope {slope:.2f} offset {offset:.2f} sure from {edge:.3f}")
    (CACHE / "certainty.json").write_text(json.dumps(rows))


if __name__ == "__main__":
    main()
