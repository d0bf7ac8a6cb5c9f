"""Articles with marks: the text without them, the spans that they mark, sentences and words."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# Words as in the gold of the seeds: "10,000", "U.S" and "Russia's" are one word each.
WORD = re.compile(r"\w+(?:['’,.]\w+)*")
ABBREVIATIONS = {"Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Capt", "Lt", "Sgt", "Prof", "St", "No",
                 "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Inc", "Co", "Ltd", "Corp"}


@dataclass
class Mark:
    """One marked span: the names before the bar, and where its text lies in the article."""
    names: list
    start: int
    end: int


@dataclass
class Sentence:
    """A sentence, whether it is furniture, and whether it is the article's headline."""
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
    """The words of a text, in lower case."""
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
    """The share of words that two texts have in common, in order (LCS-Dice)."""
    a, b = words(a), words(b)
    return round(2 * common(a, b) / (len(a) + len(b)), 3)


def runs(A, a, B, b):
    """Runs of four equal words and more."""
    wa, wb = ([(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in WORD.finditer(x.text, *s)]
              for x, s in ((A, a), (B, b)))
    matcher = SequenceMatcher(None, [w[2] for w in wa], [w[2] for w in wb], autojunk=False)
    return [{"a": [wa[m.a][0], wa[m.a + m.size - 1][1]], "b": [wb[m.b][0], wb[m.b + m.size - 1][1]], "tokens": m.size}
            for m in matcher.get_matching_blocks() if m.size >= 4]
