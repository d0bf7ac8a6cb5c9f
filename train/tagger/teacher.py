"""The teacher, MiniLM-L6 fine-tuned on the gold rows, as label.py beside it runs it, in JAX and in batches."""

import json
import os

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from place import SHARED

HERE = SHARED / "teacher"
CONFIG = json.loads((HERE / "config.json").read_text())
WEIGHTS = {
    name: jnp.asarray(value.astype(np.float32)) for name, value in load_file(HERE / "teacher.safetensors").items()
}
TOKENIZER = Tokenizer.from_file(str(HERE / "tokenizer.json"))
TOKENIZER.no_padding()
TOKENIZER.no_truncation()
CLS, SEP, UNKNOWN = (TOKENIZER.token_to_id(token) for token in ("[CLS]", "[SEP]", "[UNK]"))
# The most subwords of a window, and the windows of a batch.
LONGEST, BATCH = 128, 16
PLAIN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
known = {}


def normed(x, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    scaled = (x - mean) * jax.lax.rsqrt(variance + CONFIG["layer_norm_eps"])
    return scaled * WEIGHTS[name + ".weight"] + WEIGHTS[name + ".bias"]


def linear(x, name):
    return x @ WEIGHTS[name + ".weight"].T + WEIGHTS[name + ".bias"]


def encode(ids, pad, case):
    """The output of every layer."""
    batch, length = ids.shape
    heads, width = CONFIG["num_attention_heads"], CONFIG["hidden_size"]
    embedded = WEIGHTS["b.we.weight"][ids] + WEIGHTS["b.pe.weight"][:length]
    x = normed(embedded + WEIGHTS["b.te.weight"][0] + WEIGHTS["b.ce.weight"][case], "b.ln")
    mask = ((~pad) * -1e4)[:, None, None, :].astype(jnp.float32)
    layers = []
    for number in range(CONFIG["num_hidden_layers"]):
        name = f"b.L.{number}"
        parts = linear(x, name + ".qkv").reshape(batch, length, 3, heads, width // heads)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores = (query * (width // heads) ** -0.5) @ key.transpose(0, 1, 3, 2) + mask
        mixed = (jax.nn.softmax(scores, -1) @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        x = normed(x + linear(mixed, name + ".o"), name + ".ln1")
        inner = jax.nn.gelu(linear(x, name + ".f1"), approximate=False)
        x = normed(x + linear(inner, name + ".f2"), name + ".ln2")
        layers.append(x)
    return layers


@jax.jit
def probabilities(ids, pad, case):
    return jax.nn.softmax(linear(encode(ids, pad, case)[-1], "out"), -1)


@jax.jit
def hidden(ids, pad, case):
    """The third, fifth and last layer, and the answer."""
    layers = encode(ids, pad, case)
    return layers[2], layers[4], layers[5], linear(layers[5], "out")


def case_of(word):
    if word.isupper():
        return 1 if len(word) > 1 else 2
    if word.islower():
        return 3
    if word[:1].isupper():
        return 5 if any(c.isupper() for c in word[1:]) and not word[1:].islower() else 4
    if word.isdigit():
        return 6
    if any(c.isupper() for c in word):
        return 7
    return 8 if any(c.isdigit() for c in word) else 9


def subwords(word):
    if word not in known:
        plain = PLAIN.get(word, word)
        known[word] = TOKENIZER.encode(plain, add_special_tokens=False).ids[:12] or [UNKNOWN]
    return known[word]


def cases(word):
    case = case_of(word)
    return [case] + [10 if case == 1 else 11] * (len(subwords(word)) - 1)


def windows(articles):
    """Sentences of one article that fit one window together, as pairs of numbers; with their length."""
    found, window, size = [], [], 2
    for article, sentences in enumerate(articles):
        for number, sentence in enumerate(sentences):
            count = sum(len(subwords(word)) for word in sentence)
            if count > LONGEST - 4:
                continue
            if window and (size + count > LONGEST or window[-1][0] != article):
                found.append((window, size))
                window, size = [], 2
            window.append((article, number))
            size += count
    if window:
        found.append((window, size))
    return sorted(found, key=lambda it: it[1])


def label(articles):
    """For (article, sentence), where it is not too long, the probabilities of every token."""
    answers, todo = {}, windows(articles)
    for start in range(0, len(todo), BATCH):
        batch = todo[start : start + BATCH]
        length = -(-max(size for _, size in batch) // 16) * 16
        ids, case = np.zeros((BATCH, length), int), np.zeros((BATCH, length), int)
        pad, firsts = np.zeros((BATCH, length), bool), []
        for row, (window, _) in enumerate(batch):
            pieces, kinds, first = [CLS], [0], []
            for article, number in window:
                for word in articles[article][number]:
                    first.append(len(pieces))
                    pieces += subwords(word)
                    kinds += cases(word)
            pieces.append(SEP)
            kinds.append(0)
            ids[row, : len(pieces)], case[row, : len(kinds)], pad[row, : len(pieces)] = pieces, kinds, True
            firsts.append(first)
        found = np.asarray(probabilities(ids, pad, case))
        for row, (window, _) in enumerate(batch):
            rows, at = found[row][firsts[row]], 0
            for article, number in window:
                count = len(articles[article][number])
                answers[article, number] = rows[at : at + count]
                at += count
    return answers


def soft(row):
    """Probabilities as the second column of a corpus: label and 255ths, or O where that is sure."""
    kept = [(label, int(round(value * 255))) for label, value in enumerate(row)]
    kept = [(label, value) for label, value in kept if value >= 5]
    if len(kept) == 1 and kept[0][0] == 0:
        return "O"
    return "S=" + ",".join(f"{label}:{value}" for label, value in kept)
