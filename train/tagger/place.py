"""Where things lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "data" / "ner"
LEXICON = ROOT / "data" / "lexicon"
WORK = ROOT / "target" / "tagger"
TEXT = WORK / "text"
FEATURES = WORK / "features"
CACHE = WORK / "cache"
