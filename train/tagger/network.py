"""The model, as src/entity/tagger/network.rs computes it, and its loss."""

import jax
import jax.numpy as jnp
import numpy as np

from pack import FEATURE_COUNT, LENGTH, PIECES, TAGS, WORDS
from words import KEPT

WIDTH, DEPTH, MEMORY = 48, 64, 48
HEADS = 2
KEEP, RARE_WORDS, FIRST_ANSWER = 0.85, 1e-2, 0.4


def initial(seed):
    """Vectors of words, which all heads share, and the heads, which begin differently."""
    random = np.random.default_rng(seed)

    def scaled(rows, columns, scale=1.0):
        return (random.standard_normal((rows, columns)) / np.sqrt(rows) * scale).astype(np.float32)

    def nought(*shape):
        return np.zeros(shape, np.float32)

    def head():
        return {
            "word": scaled(WIDTH, DEPTH),
            "features": (random.standard_normal((FEATURE_COUNT, DEPTH)) * 0.1).astype(np.float32),
            "features0": nought(DEPTH),
            "window1": scaled(5 * DEPTH, DEPTH, 0.7),
            "window10": nought(DEPTH),
            "window2": scaled(5 * DEPTH, DEPTH, 0.7),
            "window20": nought(DEPTH),
            "tags": scaled(DEPTH, TAGS),
            "tags0": nought(TAGS),
            "memory": scaled(3 * (DEPTH + TAGS + 1), MEMORY),
            "memory0": nought(MEMORY),
            "again": scaled(MEMORY, TAGS, 0.3),
            "sentence": scaled(DEPTH, DEPTH, 0.3),
            "article": scaled(DEPTH, MEMORY, 0.3),
        }

    return {
        "teacher": scaled(KEPT, WIDTH, 0.7),
        "cluster500": nought(501, WIDTH),
        "cluster2000": nought(2001, WIDTH),
        "own": nought(WORDS + 1, WIDTH),
        "pieces": (random.standard_normal((PIECES, WIDTH)) * 0.1).astype(np.float32),
        "unknown": nought(WIDTH),
        "heads": [head() for _ in range(HEADS)],
    }


def window(x, weights, bias, size):
    side, length = size // 2, x.shape[0]
    padded = jnp.pad(x, ((side, side), (0, 0)))
    return jnp.concatenate([padded[at : at + length] for at in range(size)], 1) @ weights + bias


def vectors(model, stretch, known, clusters):
    at = jnp.maximum(stretch["word"], 0)
    groups = clusters[at]
    listed = known[at] @ model["teacher"] + model["own"][at]
    listed += model["cluster500"][groups[:, 0]] + model["cluster2000"][groups[:, 1]]
    unknown = model["pieces"][stretch["pieces"]].sum(1) + model["unknown"]
    chosen = jnp.where((stretch["word"] == 0)[:, None], unknown, listed)
    return chosen * (stretch["word"] >= 0)[:, None]


def run(model, stretch, known, clusters, key=None):
    """The answer of each head without and with what the same word is elsewhere. `key`: drop a part of each layer."""
    listed = vectors(model, stretch, known, clusters)
    keys = [None if key is None else jax.random.fold_in(key, number) for number in range(HEADS)]
    return [one(head, listed, stretch, key) for head, key in zip(model["heads"], keys)]


def one(head, listed, stretch, key):
    def thinned(x, number):
        if key is None:
            return x
        return x * jax.random.bernoulli(jax.random.fold_in(key, number), KEEP, x.shape) / KEEP

    features = stretch["features"].astype(jnp.float32) @ head["features"] + head["features0"]
    x = listed @ head["word"] + features
    x *= (stretch["word"] >= 0)[:, None]
    x = thinned(jnp.maximum(x, 0.1 * x), 0)
    around = mean(x, stretch["sentence"], stretch) @ head["sentence"]
    about = mean(x, stretch["article"], stretch) @ head["article"]
    opened = stretch["open"][:, None].astype(jnp.float32)
    x = thinned((x + jax.nn.relu(window(x, head["window1"], head["window10"], 5))) * opened, 1)
    x = thinned((x + jax.nn.relu(around + window(x, head["window2"], head["window20"], 5))) * opened, 2)
    first = x @ head["tags"] + head["tags0"]

    same = stretch["same"]
    named = (same > 0).astype(jnp.float32)
    shares = jax.nn.softmax(first) * named[:, None]
    sums = jax.ops.segment_sum(shares, same, num_segments=LENGTH)
    others = jax.ops.segment_sum(named, same, num_segments=LENGTH)[same] - 1
    elsewhere = ((others > 0) & (same > 0)).astype(jnp.float32)[:, None]
    kept = (sums[same] - shares) / jnp.maximum(others, 1)[:, None] * elsewhere
    x = jnp.concatenate([x, kept, elsewhere], 1) * opened
    return first, first + jax.nn.relu(about + window(x, head["memory"], head["memory0"], 3)) @ head["again"]


def mean(x, group, stretch):
    """The mean of all tokens of the same group."""
    there = (stretch["word"] >= 0).astype(jnp.float32)[:, None]
    sums = jax.ops.segment_sum(jnp.concatenate([x * there, there], 1), group, num_segments=LENGTH)
    return (sums[:, :-1] / jnp.maximum(sums[:, -1:], 1))[group]


def cross_entropy(answer, stretch):
    likely = jax.nn.log_softmax(answer)
    either = jax.nn.logsumexp(likely[:, jnp.array([0, 7, 8])], 1)
    likely = likely.at[:, 0].set(jnp.where(stretch["without_misc"] > 0, either, likely[:, 0]))
    opened = stretch["open"].astype(jnp.float32)
    return -(stretch["target"].astype(jnp.float32) * likely).sum(1) @ opened / jnp.maximum(opened.sum(), 1)


def loss(model, stretch, key, known, clusters):
    total = 0.0
    for first, last in run(model, stretch, known, clusters, key):
        total += FIRST_ANSWER * cross_entropy(first, stretch) + cross_entropy(last, stretch)
    own = (model["own"][jnp.maximum(stretch["word"], 0)] ** 2).sum(1) * stretch["open"]
    return total / HEADS + RARE_WORDS * own.mean()
