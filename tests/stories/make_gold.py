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
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from aligning import align
from marked import WORD, Article, words

HERE = Path(__file__).parent

# A clause this long that no other article shares is listed as unique.
UNIQUE_WORDS = 5
CURRENCIES = {"usd", "eur", "gbp", "dkk"}
SUBTYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "group", "OPT": "optional"}
# A figure as it may stand in an article; each one has to be marked as a value or listed as none.
FIGURE = re.compile(
    r"\b\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
    r"thousands?|dozens?|million|billion|half|third|quarter)\b", re.I)


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
    """Every pair of versions of one utterance, and what became of it."""
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
    """Whether the one run of words lies within the other."""
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
    """Every pair of figures about one fact, and whether they agree."""
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
    """The articles of a story and their gold."""
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
    """Prints what has to be read by eye."""
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
