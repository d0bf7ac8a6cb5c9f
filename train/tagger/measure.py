"""Exact spans, as `cargo xtask eval ner` counts them; without the last word that lexicon and rules have."""

import jax
import jax.numpy as jnp
import numpy as np

from network import run
from pack import TAGS
from place import TEXT

KINDS = [None, "PER", "ORG", "LOC", "MISC"]
# The kinds as src/entity/lexicon/format.rs numbers them, and where what the rules say begins and ends among the
# features: for each kind the first and further tokens, each where the rules are sure, less sure and unsure.
NUMBERED, RULE, RULE_END = ["LOC", "ORG", "MISC", "PER", "MISC", "MISC", "MISC", "MISC"], 59, 107
MAIN = {"PER", "ORG", "LOC"}
SURE = 0.9
FOLLOWS = np.full((TAGS, TAGS), -1e9)
for before in range(TAGS):
    for tag in range(TAGS):
        if tag == 0 or tag % 2 == 1 or before > 0 and before in (tag, tag - 1):
            FOLLOWS[before, tag] = 0
BEGINS = np.array([0, 0, -1e9, 0, -1e9, 0, -1e9, 0, -1e9])


@jax.jit
def answers(model, stretch, known, clusters):
    answers = run(model, stretch, known, clusters)
    return [jnp.log(sum(jax.nn.softmax(it[n]) for it in answers) / len(answers)) for n in (0, 1)]


def best_path(likely):
    score, steps = likely[0] + BEGINS, []
    for row in likely[1:]:
        paths = score[:, None] + FOLLOWS
        step = paths.argmax(0)
        steps.append(step)
        score = paths[step, np.arange(TAGS)] + row
    tags = [int(score.argmax())]
    for step in reversed(steps):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def gold(name):
    """First line, last line and kind of each name."""
    found, current = set(), None
    for number, line in enumerate([*open(TEXT / f"{name}.bio"), ""]):
        tag = line.rstrip("\n").split("\t")[-1] if "\t" in line else "O"
        if current and not tag.startswith("I-"):
            found.add(current)
            current = None
        if tag.startswith("B-"):
            current = (number, number, tag[2:])
        elif tag.startswith("I-"):
            current = (current[0], number, current[2]) if current else (number, number, tag[2:])
    return found


def names(sentence, likely):
    """The names in a sentence, each with how likely its least likely tag is, and whether the rules agree."""
    tags, start = best_path(likely), 0
    while start < len(tags):
        end = start + 1
        if tags[start] % 2 == 1:
            while end < len(tags) and tags[end] == tags[start] + 1:
                end += 1
            goes_on = end < len(tags) and not sentence[end][1] and sentence[end][0] == sentence[end - 1][0]
            whole = sentence[start][1] and not goes_on
            share = np.exp(min(likely[at, tags[at]] for at in range(start, end)))
            last = sentence[end - 1][0] if whole else -1
            kind = KINDS[(tags[start] + 1) // 2]
            yield (sentence[start][0], last, kind), (float(share), agrees(sentence[start:end], kind))
        start = end


def agrees(tokens, kind):
    """Whether the rules are sure of the same name; see `Tagger::read` in src/entity/tagger.rs."""
    said = [[it - RULE for it in token[4] if RULE <= it < RULE_END] for token in tokens]
    if not all(said) or RULE_END not in tokens[-1][4]:
        return False
    begins = [it[0] // 3 % 2 == 0 for it in said]
    return begins[0] and not any(begins[1:]) and said[0][0] % 3 == 0 and NUMBERED[said[0][0] // 6] == kind


def found(model, known, clusters, articles, stretches):
    """The names in `stretches`, each with how likely it is and whether the rules agree, without and with the memory."""
    likely = {}, {}
    for stretch in stretches:
        arrays = {name: value for name, value in stretch.items() if name != "places"}
        rows = [np.asarray(it) for it in answers(model, arrays, known, clusters)]
        for at, place in enumerate(stretch["places"]):
            if place:
                article, number, token = place
                sentence = articles[article][number]
                for answer, row in zip(likely, rows):
                    sure = np.full((len(sentence), TAGS), -50.0)
                    sure[:, 0] = 0
                    table = answer.setdefault((article, number), sure)
                    if sentence[token][3]:
                        table[token] = row[at]
    return [
        {
            name: said
            for (article, number), table in answer.items()
            for name, said in names(articles[article][number], table)
        }
        for answer in likely
    ]


class Count:
    """Right, found and gold; and of what is sure, right and all."""

    def __init__(self):
        self.right = self.found = self.gold = self.right_of_sure = self.sure = 0

    def add(self, spans, truth, kinds):
        chosen = {name for name in spans if name[2] in kinds}
        truth = {name for name in truth if name[2] in kinds}
        sure = {name for name in chosen if spans[name][0] >= SURE}
        self.right += len(chosen & truth)
        self.found, self.gold = self.found + len(chosen), self.gold + len(truth)
        self.right_of_sure, self.sure = self.right_of_sure + len(sure & truth), self.sure + len(sure)
        return self

    def f1(self):
        return 2 * self.right / max(1, self.found + self.gold)


def line(name, model, known, clusters, articles, stretches):
    plain, memory = found(model, known, clusters, articles, stretches)
    truth = gold(name)
    main = Count().add(memory, truth, MAIN)
    kinds = " ".join(f"{kind} {Count().add(memory, truth, {kind}).f1():.3f}" for kind in KINDS[1:])
    sure = f"sure {main.right_of_sure / max(1, main.sure):.3f} of {main.sure}"
    plain = Count().add(plain, truth, MAIN).f1()
    return f"    {name:14} plain {plain:.3f} memory {main.f1():.3f}  {kinds}  {sure}"
