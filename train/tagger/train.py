"""Trains the model, prints its figures after every epoch, and writes cache/model.pickle.

What is measured on the development files decides nothing here; every tenth stretch of a gold corpus is kept out
of the training too, and its figures are printed beside."""

import os
import pickle
import time
from functools import partial

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
import numpy as np

import words as known_words
from measure import MAIN, Count, found, gold, line
from network import initial, loss
from pack import GROUPS, LENGTH, corpus
from place import CACHE

SEED, EPOCHS, RATE = 1, 3, 3e-3
LABELLED = ["silver", "replaced", "capitals"]
GOLD = ["redocred", "crossner", "wikigold", "uner-ewt-dev", "uner-ewt-test"]
MEASURED = ["uner-pud", "worldwide-dev", "conll-testa"]
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
    without = random.random(GROUPS) < WITHOUT_RULES
    features[without[stretch["sentence"]], RULES] = 0
    return stretch | {"word": word, "features": features}


def held_out(model, known, clusters, corpora):
    count = Count()
    for name in GOLD:
        articles, stretches = corpora[name]
        (_, spans), lines = found(model, known, clusters, articles, stretches[9::10])
        count.add(spans, {it for it in gold(name) if it[0] in lines}, MAIN)
    return f"    held out       memory {count.f1():.3f}  sure {count.right_of_sure / count.sure:.3f} of {count.sure}"


def main():
    listed, count, known, clusters = known_words.load()
    numbers = {str(word): at + 1 for at, word in enumerate(listed)}
    corpora = {name: corpus(name, numbers) for name in LABELLED + GOLD + MEASURED}
    training = [stretch for name in LABELLED for stretch in corpora[name][1]]
    training += [stretch for name in GOLD for at, stretch in enumerate(corpora[name][1]) if at % 10 != 9]
    rare = np.concatenate([[1.0], np.where(count < 3, 0.5, np.where(count < 10, 0.25, 0.08))])
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
            done = number / (EPOCHS * len(training))
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
        print(held_out(average, known, clusters, corpora), flush=True)
        (CACHE / "model.pickle").write_bytes(pickle.dumps(jax.tree.map(np.asarray, average)))


if __name__ == "__main__":
    main()
