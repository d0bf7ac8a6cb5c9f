"""Trains the model, prints its figures after every epoch, and writes cache/NAME.pickle.

    train.py model       on all corpora: what is shipped
    train.py left-out    without three gold corpora and all that was made of them, for certainty.py

What is measured on the development files decides nothing here."""

import os
import pickle
import sys
import time
from functools import partial

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
import numpy as np

import words as known_words
from measure import line
from network import initial, loss
from pack import LENGTH, corpus
from place import CACHE

SEED, RATE = 1, 3e-3
# The rate falls as for three epochs; in the third the model would learn the corpora by heart.
PLANNED, EPOCHS = 3, 2
LABELLED = ["silver", "replaced", "capitals"]
GOLD = ["redocred", "crossner", "wikigold", "uner-ewt-dev", "uner-ewt-test"]
MEASURED = ["uner-pud", "worldwide-dev", "conll-testa"]
# What `left-out` does not see: these corpora, and the articles from a number on that others took from them.
LEFT_OUT = ["crossner", "wikigold", "uner-ewt-dev", "uner-ewt-test"]
MADE_OF_THEM = {"replaced": 2780, "capitals": 600}
# How often a sentence is shown without the answer of the rules, which knew these corpora beforehand.
WITHOUT_RULES, RULES = 0.2, slice(59, 108)


@partial(jax.jit, donate_argnums=(0, 1, 2, 3))
def step(model, mean, square, average, stretch, key, rate, number, known, clusters):
    """One step of Adam; `average` follows the model slowly and is what is kept."""
    value, gradient = jax.value_and_grad(loss)(model, stretch, key, known, clusters)
    norm = jnp.sqrt(sum((it**2).sum() for it in jax.tree.leaves(gradient)))
    gradient = jax.tree.map(lambda it: it * jnp.minimum(1, 1 / norm), gradient)
    mean = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, mean, gradient)
    square = jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b * b, square, gradient)
    first, second = 1 - 0.9**number, 1 - 0.99**number
    model = jax.tree.map(
        lambda it, a, b: it - rate * (a / first) / (jnp.sqrt(b / second) + 1e-7), model, mean, square
    )
    slowness = jnp.minimum(0.998, number / (number + 10.0))
    average = jax.tree.map(lambda a, b: slowness * a + (1 - slowness) * b, average, model)
    return model, mean, square, average, value


def weakened(stretch, rare, random):
    """The stretch with some words unknown, rare ones more often, and without the rules in some sentences."""
    stretch = {name: value for name, value in stretch.items() if name != "places"}
    word = stretch["word"].copy()
    word[(word > 0) & (random.random(LENGTH) < rare[np.maximum(word, 0)])] = 0
    features = stretch["features"].copy()
    without = random.random(LENGTH) < WITHOUT_RULES
    features[without[stretch["sentence"]], RULES] = 0
    return stretch | {"word": word, "features": features}


def without_left_out(corpora):
    """The stretches that have nothing of the corpora that are left out."""
    for name in LABELLED + GOLD:
        if name in LEFT_OUT:
            continue
        first = MADE_OF_THEM.get(name)
        for stretch in corpora[name][1]:
            if first is None or all(place[0] < first for place in stretch["places"] if place):
                yield stretch


def main():
    target = sys.argv[1]
    listed, count, known, clusters = known_words.load()
    numbers = {str(word): at + 1 for at, word in enumerate(listed)}
    corpora = {name: corpus(name, numbers) for name in LABELLED + GOLD + MEASURED}
    if target == "left-out":
        training = list(without_left_out(corpora))
    else:
        training = [stretch for name in LABELLED + GOLD for stretch in corpora[name][1]]
    rare = np.concatenate([[1.0], np.where(count < 3, 0.5, np.where(count < 10, 0.35, 0.2))])
    known, clusters = jnp.asarray(known), jnp.asarray(clusters)
    model = jax.tree.map(jnp.asarray, initial(SEED))
    mean, square = (jax.tree.map(jnp.zeros_like, model) for _ in range(2))
    average = jax.tree.map(jnp.copy, model)
    random, number, began = np.random.default_rng(SEED), 0, time.time()
    print(f"{len(training)} stretches", flush=True)
    for epoch in range(1, EPOCHS + 1):
        losses = []
        for at in random.permutation(len(training)):
            stretch = weakened(training[at], rare, random)
            number += 1
            done = number / (PLANNED * len(training))
            rate = RATE * min(1, number / 200) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * done)))
            key = jax.random.fold_in(jax.random.PRNGKey(SEED), number)
            numbers = jnp.float32(rate), jnp.float32(number)
            model, mean, square, average, value = step(
                model, mean, square, average, stretch, key, *numbers, known, clusters
            )
            losses.append(float(value))
        print(f"epoch {epoch} loss {np.mean(losses):.4f} after {time.time() - began:.0f} s", flush=True)
        for name in MEASURED:
            print(line(name, average, known, clusters, *corpora[name]), flush=True)
        (CACHE / f"{target}.pickle").write_bytes(pickle.dumps(jax.tree.map(np.asarray, average)))


if __name__ == "__main__":
    main()
