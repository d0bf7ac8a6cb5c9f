"""Writes data/model.bin from cache/model.pickle and cache/certainty.json, in the layout of
src/entity/tagger/format.rs.

    export.py              all of it
    export.py certainty    the certainty alone; the weights stay"""

import json
import pickle
import struct
import sys
import zlib

import brotli
import numpy as np

import words as known_words
from pack import fnv
from place import CACHE, ROOT

VERSION, MODEL = 3, ROOT / "data" / "model.bin"
# The smallest step of a vector, as a share of the deviation of its column.
STEPS = 8


def table(values):
    return struct.pack("<IIf", *values.shape, 1 / STEPS) + values.tobytes()


def matrix(*rows):
    values = np.concatenate([np.atleast_2d(it) for it in rows]).astype(np.float64)
    scale = np.float32(np.abs(values).max() / 32767)
    return struct.pack("<IIf", *values.shape, scale) + np.rint(values / scale).astype("<i2").tobytes()


def write(body):
    body += matrix(json.loads((CACHE / "certainty.json").read_text()))
    data = b"WMNM" + struct.pack("<II", VERSION, zlib.crc32(body)) + body
    MODEL.write_bytes(data)
    print(f"model.bin: {len(data)} bytes, {len(brotli.compress(data))} with brotli, CRC-32 {zlib.crc32(data):08x}")


def weights():
    """What stands in model.bin between its head and the certainty, which has eight rows of two numbers."""
    return MODEL.read_bytes()[12 : -12 - 2 * 2 * 8]


def main():
    model = pickle.loads((CACHE / "model.pickle").read_bytes())
    listed, _, known, clusters = known_words.load()
    vectors = known @ model["teacher"] + model["own"]
    vectors += model["cluster500"][clusters[:, 0]] + model["cluster2000"][clusters[:, 1]]
    by_hash = {}
    for at, word in enumerate(listed):
        by_hash.setdefault(fnv(str(word).encode()), at + 1)
    hashes = sorted(by_hash)
    vectors = np.concatenate([model["unknown"][None], vectors[[by_hash[it] for it in hashes]]])
    spread = vectors[1:].std(0) + 1e-6

    def rounded(values):
        return np.clip(np.rint(values / spread * STEPS), -127, 127).astype(np.int8)

    body = struct.pack("<I", len(hashes))
    for before, this in zip([0] + hashes, hashes):
        assert this - before < 1 << 24
        body += struct.pack("<I", this - before)[:3]
    body += table(rounded(vectors)) + table(rounded(model["pieces"]))
    body += struct.pack("<I", len(model["heads"]))
    for head in model["heads"]:
        body += matrix(head["word"] * spread[:, None])
        body += matrix(head["features"], head["features0"])
        body += matrix(head["window1"], head["window10"]) + matrix(head["window2"], head["window20"])
        body += matrix(head["sentence"]) + matrix(head["tags"], head["tags0"]) + matrix(head["article"])
        body += matrix(head["memory"], head["memory0"]) + matrix(head["again"])
    write(body)


if __name__ == "__main__":
    write(weights()) if sys.argv[1:] == ["certainty"] else main()
