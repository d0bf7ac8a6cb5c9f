#!/usr/bin/env python3
"""Makes the gold of our own stories from their marked texts.

    make_gold.py [STORY ...]     writes STORY/LETTER.txt and STORY/gold.json
    make_gold.py --check         fails when what is written differs from what would be
    make_gold.py -v STORY        also prints sentences and alignments, to be read by eye

A story is a folder with LETTER.marked (an article with its marks, see README.md) and
notes.toml (events, entities, speakers, judgements). The article is the marked text without
its marks, so that every offset is computed and none can go stale.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent

# Words as in the gold of the seeds: "10,000", "U.S" and "Russia's" are one word each.
WORD = re.compile(r"\w+(?:['’,.]\w+)*")
# Below this share of common words a pair counts as rewritten, unless the notes judge otherwise.
EDITED = 0.5
# A clause this long that no other article shares is listed as unique.
UNIQUE_WORDS = 5
# "he said": nothing by itself; an attribution this short goes with its quotation, whatever was done to either.
PASSAGE_WORDS, SHORT_WORDS = 4, 5
ABBREVIATIONS = {"Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Capt", "Lt", "Sgt", "Prof", "St", "No",
                 "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Inc", "Co", "Ltd", "Corp"}
CURRENCIES = {"usd", "eur", "gbp"}
SUBTYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "group", "OPT": "optional"}
# A figure as it may stand in an article; each one has to be marked as a value or listed as none.
FIGURE = re.compile(
    r"\b\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    r"thousands?|dozens?|million|billion|half|third|quarter)\b", re.I)


@dataclass
class Mark:
    """One marked span: the names before the bar, and where its text lies in the article."""
    names: list
    start: int
    end: int


@dataclass
class Sentence:
    start: int
    end: int
    boilerplate: bool
    headline: bool


class Article:
    """One article: its text, its marks and its sentences."""

    def __init__(self, letter, marked):
        self.letter = letter
        self.text, self.marks = parse(marked, letter)
        self.boilerplate = [m for m in self.marks if m.names[0].startswith("!")]
        self.sentences = sentences(self.text, self.boilerplate)

    def span(self, start, end):
        return {"file": self.letter, "start": start, "end": end, "text": self.text[start:end]}

    def sentence_at(self, position):
        return next(i for i, s in enumerate(self.sentences) if s.start <= position < s.end)

    def in_boilerplate(self, start, end):
        return any(b.start <= start and end <= b.end for b in self.boilerplate)


def parse(marked, letter):
    """Takes the marks `{names|text}` out of a text."""
    text, marks, stack, i = [], [], [], 0
    length = 0
    while i < len(marked):
        if marked[i] == "{":
            bar = marked.index("|", i)
            stack.append((marked[i + 1:bar].split(" "), length))
            i = bar + 1
        elif marked[i] == "}":
            names, start = stack.pop()
            marks.append(Mark(names, start, length))
            i += 1
        else:
            text.append(marked[i])
            length += 1
            i += 1
    assert not stack, f"{letter}: unclosed mark {stack}"
    text = "".join(text)
    for m in marks:
        assert text[m.start:m.end].strip() == text[m.start:m.end] != "", f"{letter}: space at the edge of {m}"
    return text, sorted(marks, key=lambda m: (m.start, -m.end))


def sentences(text, boilerplate):
    """Splits at line ends and after a full stop, question or exclamation mark; checked by eye (-v)."""
    out = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in re.finditer(r"[.!?]+[\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9£$€])", line.group()):
            word = re.search(r"[\w.]+$", line.group()[:stop.start()])
            if stop.group() == "." and word and (word.group() in ABBREVIATIONS or re.fullmatch(r"(\w\.)*[A-Z]", word.group())):
                continue
            out.append((start, line.start() + stop.end()))
            start = line.start() + stop.end()
        out.append((start, line.end()))
    trimmed = []
    for start, end in out:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if end > start:
            trimmed.append((start, end))
    found = []
    for start, end in trimmed:
        inside = any(b.start <= start and end <= b.end for b in boilerplate)
        first = not inside and all(s.boilerplate for s in found)
        found.append(Sentence(start, end, inside, first and text[end - 1] not in ".!?\"”"))
    return found


def words(text):
    return [w.lower().replace("’", "'") for w in WORD.findall(text)]


def common(a, b):
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        previous, row = row, [0]
        for j, y in enumerate(b):
            row.append(previous[j] + 1 if x == y else max(previous[j + 1], row[-1]))
    return row[-1]


def dice(a, b):
    a, b = words(a), words(b)
    return round(2 * common(a, b) / (len(a) + len(b)), 3)


def runs(A, a, B, b):
    """Runs of four equal words and more."""
    wa, wb = ([(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in WORD.finditer(x.text, *s)]
              for x, s in ((A, a), (B, b)))
    matcher = SequenceMatcher(None, [w[2] for w in wa], [w[2] for w in wb], autojunk=False)
    return [{"a": [wa[m.a][0], wa[m.a + m.size - 1][1]], "b": [wb[m.b][0], wb[m.b + m.size - 1][1]], "tokens": m.size}
            for m in matcher.get_matching_blocks() if m.size >= 4]


# ---------- alignments

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


# ---------- quotations, values, entities

QUOTES = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


def quotations(article, speakers):
    """Direct speech: between double quotation marks, or marked `u` where the marks are single."""
    spans = [m.span(1 if m.group(1) else 2) for m in QUOTES.finditer(article.text)]
    spans = [s for s in spans if not article.in_boilerplate(*s)]
    spans += [(m.start, m.end) for m in article.marks if m.names[0] == "u"]
    spans.sort()
    assert len(spans) == len(speakers), \
        f"{article.letter}: {len(spans)} quotations, {len(speakers)} speakers:\n" + "\n".join(article.text[slice(*s)] for s in spans)
    return [{**article.span(*s), "speaker": who or None, "qid": None} for s, who in zip(spans, speakers)]


def quote_drifts(articles, events, notes):
    versions = defaultdict(list)
    for article in articles.values():
        for m in article.marks:
            for name in m.names:
                if name[:2] in ("q:", "i:"):
                    versions[name[2:]].append((name[0] == "i", article, m))
    out = []
    for name, found in sorted(versions.items()):
        judged = notes.get("quotes", {}).get(name, {})
        pairs = []
        for (ia, A, a), (ib, B, b) in combinations(found, 2):
            pair = A.letter + B.letter
            if A.letter == B.letter or (ia and ib):
                continue
            wa, wb = words(A.text[a.start:a.end]), words(B.text[b.start:b.end])
            if pair in judged:
                kind = judged[pair]
            elif events[A.letter] != events[B.letter]:
                kind = "related_event"
            elif ia or ib:
                kind = "made_indirect"
            elif wa == wb:
                kind = "none"
            elif within(wa, wb) or within(wb, wa):
                kind = "truncated"
            else:
                kind = drift(wa, wb)
            if kind == "skip":
                continue
            pairs.append({"pair": pair, "kind": kind, "a": A.span(a.start, a.end), "b": B.span(b.start, b.end)})
        kinds = {p["kind"] for p in pairs} - {"none", "truncated"}
        out.append({"id": name, "kind": "+".join(sorted(kinds)) or "none", "desc": judged.get("about", ""),
                    "versions": [A.span(m.start, m.end) for _, A, m in found], "control": not kinds, "pairs": pairs})
    return out


def within(short, long):
    return any(long[i:i + len(short)] == short for i in range(len(long) - len(short) + 1))


def drift(a, b):
    """Names a quote change by its word edits, in the order that the seeds' gold uses."""
    tags = {op[0] for op in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()} - {"equal"}
    names = {"delete": "deletion", "insert": "insertion", "replace": "substitution"}
    return "+".join(names[t] for t in ("delete", "replace", "insert") if t in tags)


def bounds(text):
    """Reads `23`, `23+`, `..23`, `20..25`, each with `~` when approximate."""
    approx = text.startswith("~")
    text = text.lstrip("~")
    number = lambda s: (int(float(s)) if float(s).is_integer() else float(s)) if s else None
    if text.endswith("+"):
        low, high = number(text[:-1]), None
    elif ".." in text:
        low, high = (number(part) for part in text.split(".."))
    else:
        low = high = number(text)
    return low, high, approx


def values(article):
    """`{n:FACT BOUNDS UNIT|...}` is a quantity, `{d:FACT DATE|...}` a date, `{t:FACT TIME|...}` a time; FACT may be empty."""
    out = []
    for m in article.marks:
        for i, name in enumerate(m.names):
            if name[:2] in ("d:", "t:"):
                out.append({**article.span(m.start, m.end), "kind": "DATE" if name[0] == "d" else "TIME", "value": m.names[i + 1], "scored": False, "_fact": name[2:]})
            elif name.startswith("n:"):
                low, high, approx = bounds(m.names[i + 1])
                unit = " ".join(m.names[i + 2:])
                kind = "MONEY" if unit in CURRENCIES else "PERCENT" if unit == "percent" else "QUANTITY"
                out.append({**article.span(m.start, m.end), "kind": kind, "low": low, "high": high, "unit": unit,
                            "approx": approx, "scored": True, "_fact": name[2:]})
    return out


def number_facts(found, events, notes):
    by_fact = defaultdict(list)
    for v in found:
        if v["_fact"]:
            by_fact[v["_fact"]].append(v)
    out = []
    for name, mentions in sorted(by_fact.items()):
        judged = notes.get("numbers", {}).get(name, {})
        span = lambda v: {k: v[k] for k in ("file", "start", "end", "text")}
        pairs = []
        for a, b in combinations(mentions, 2):
            pair = a["file"] + b["file"]
            if a["file"] == b["file"]:
                continue
            alike = (a["value"] == b["value"]) if "value" in a else all(a[k] == b[k] for k in ("low", "high", "unit"))
            if pair in judged:
                status = judged[pair]
            elif events[a["file"]] != events[b["file"]]:
                status = "related"
            elif alike:
                status = "agree"
            else:
                raise SystemExit(f"number {name} {pair}: {a['text']!r} and {b['text']!r}: say in the notes what they are")
            pairs.append({"pair": pair, "status": status, "a": span(a), "b": span(b)})
        kinds = [p["status"] for p in pairs]
        status = next((s for s in ("disagree", "update", "precision", "agree", "related") if s in kinds), "unique")
        out.append({"id": name, "status": status, "desc": judged.get("about", ""), "note": "",
                    "mentions": [{**span(v), "occurrences": 1} for v in mentions], "pairs": pairs})
    return out


def entities(article, notes):
    """Finds the listed names, longest first, whole words, in their own case."""
    names = []
    for kind, listed in notes["entities"].items():
        for canonical, surfaces in listed.items():
            names += [(s, kind, canonical) for s in (surfaces or [canonical])]
    names.sort(key=lambda n: -len(n[0]))
    taken, out = [False] * len(article.text), []
    for surface, kind, canonical in names:
        for m in re.finditer(r"(?<!\w)" + re.escape(surface).replace("'", "['’]").replace("’", "['’]") + r"(?!\w)", article.text):
            if any(taken[m.start():m.end()]):
                continue
            taken[m.start():m.end()] = [True] * (m.end() - m.start())
            out.append({**article.span(*m.span()), "type": kind, "subtype": SUBTYPES[kind], "entity": None if kind == "OPT" else canonical,
                        **({"optional": True} if kind == "OPT" else {})})
    return sorted(out, key=lambda e: e["start"]), taken


# ---------- the rest of the gold

def unique(article, alignments):
    """What only this article says: sentences and clauses that nothing is aligned with."""
    covered = [False] * len(article.text)
    for z in alignments:
        for side in ("a", "b"):
            s = z[side]
            if s["file"] == article.letter:
                covered[s["start"]:s["end"]] = [True] * (s["end"] - s["start"])
    for b in article.boilerplate:
        covered[b.start:b.end] = [True] * (b.end - b.start)
    out = []
    for s in article.sentences:
        if s.boilerplate:
            continue
        free = []
        for w in WORD.finditer(article.text, s.start, s.end):
            if covered[w.start()]:
                free.append(None)
            else:
                free.append(w)
        run = []
        for w in free + [None]:
            if w:
                run.append(w)
                continue
            if len(run) >= UNIQUE_WORDS:
                start, end = run[0].start(), run[-1].end()
                if len(run) == len(free):
                    start, end = s.start, s.end
                out.append({"id": f"{article.letter}{len(out)}", **article.span(start, end), "unique_vs": "all"})
            run = []
    return out


def optional_boundaries(article):
    """Where furniture begins, and where the text goes on after it."""
    out = set()
    for b in article.boilerplate:
        for position in (b.start, b.end):
            m = re.compile(r"[^\W_]").search(article.text, position)
            out.add(m.start() if m else len(article.text))
    return sorted(out)


def complaints(article, notes, taken, found):
    """What an annotator may have forgotten: figures without a value, names without an entity."""
    letter, text = article.letter, article.text
    inside = lambda position, spans: any(a <= position < b for a, b in spans)
    spans = [(v["start"], v["end"]) for v in found] + [(b.start, b.end) for b in article.boilerplate]
    ignored = notes.get("no_values", [])
    for m in FIGURE.finditer(text):
        around = text[max(0, m.start() - 25):m.end() + 25]
        if not inside(m.start(), spans) and not taken[m.start()] and not any(i in around for i in ignored):
            print(f"  {letter}: no value for {m.group()!r} in {around!r}")
    starts = {s.start for s in article.sentences}
    plain = set(notes.get("no_entities", [])) | {"A", "I", "Prime", "Minister", "President"}
    for m in re.finditer(r"\b[A-Z][\w’'-]*", text):
        before = text[max(0, m.start() - 2):m.start()]
        opening = m.start() in starts or before[-1:] in "\"“‘" or before == "\n"
        if not taken[m.start()] and m.group() not in plain and not opening and not article.in_boilerplate(m.start(), m.end()) and not inside(m.start(), [(v["start"], v["end"]) for v in found]):
            print(f"  {letter}: no entity for {m.group()!r} in {text[max(0, m.start() - 20):m.end() + 20]!r}")


def make(story, verbose=False):
    folder = HERE / story
    notes = tomllib.loads((folder / "notes.toml").read_text(encoding="utf-8"))
    events = notes["events"]
    articles = {f: Article(f, (folder / f"{f}.marked").read_text(encoding="utf-8")) for f in sorted(events)}
    alignments = []
    for A, B in combinations(articles.values(), 2):
        alignments += align(A, B, events[A.letter] == events[B.letter], notes)
    gold = {"note": notes["note"], "files": {}, "alignments": alignments, "unique": [], "boilerplate": [], "quote_drifts": [],
            "numbers_facts": [], "quotes": [], "story": story, "entities": [], "values": [], "sentences": {}, "optional_boundaries": {}}
    for f, article in articles.items():
        data = article.text.encode()
        gold["files"][f] = {"name": f"{f}.txt", "chars": len(article.text), "sha256": hashlib.sha256(data).hexdigest(), "event": events[f]}
        gold["unique"] += unique(article, alignments)
        gold["boilerplate"] += [{**article.span(b.start, b.end), "kind": b.names[0][1:]} for b in article.boilerplate]
        gold["quotes"] += quotations(article, notes["speakers"][f])
        found, taken = entities(article, notes)
        gold["entities"] += found
        numbers = values(article)
        gold["values"] += numbers
        gold["sentences"][f] = [{"start": s.start, "end": s.end, "text": article.text[s.start:s.end], "boilerplate": s.boilerplate}
                                for s in article.sentences]
        gold["optional_boundaries"][f] = optional_boundaries(article)
        complaints(article, notes, taken, numbers)
    gold["quote_drifts"] = quote_drifts(articles, events, notes)
    gold["numbers_facts"] = number_facts(gold["values"], events, notes)
    for v in gold["values"]:
        del v["_fact"]
    if verbose:
        show(gold)
    return articles, gold


def show(gold):
    for f, listed in gold["sentences"].items():
        for s in listed:
            print(f, "#" if s["boilerplate"] else " ", s["text"])
    for z in gold["alignments"]:
        print(f"{z['pair']} {z['event'][0]} {z['label']:13} {'moved' if z['moved'] else '     '} {z['lcs_dice']:.2f} {z['a']['id']}\n"
              f"      {z['a']['text']}\n      {z['b']['text']}")
    for q in gold["quote_drifts"]:
        for p in q["pairs"]:
            print(f"{p['pair']} quote {q['id']} {p['kind']}\n      {p['a']['text']}\n      {p['b']['text']}")
    for n in gold["numbers_facts"]:
        for p in n["pairs"]:
            print(f"{p['pair']} number {n['id']} {p['status']}: {p['a']['text']} | {p['b']['text']}")
    for u in gold["unique"]:
        print("unique", u["file"], u["text"])


def main(arguments):
    check, verbose = "--check" in arguments, "-v" in arguments
    stories = [a for a in arguments if not a.startswith("-")] or sorted(p.parent.name for p in HERE.glob("*/notes.toml"))
    stale = []
    for story in stories:
        print(story)
        articles, gold = make(story, verbose)
        files = {f"{f}.txt": a.text for f, a in articles.items()}
        files["gold.json"] = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        for name, text in files.items():
            path = HERE / story / name
            if check:
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    stale.append(f"{story}/{name}")
            else:
                path.write_text(text, encoding="utf-8", newline="")
        print(f"  {len(gold['alignments'])} alignments, {sum(len(q['pairs']) for q in gold['quote_drifts'])} quote pairs, "
              f"{sum(len(n['pairs']) for n in gold['numbers_facts'])} number pairs, {len(gold['entities'])} mentions")
    if stale:
        sys.exit("stale: " + ", ".join(stale))


if __name__ == "__main__":
    main(sys.argv[1:])
