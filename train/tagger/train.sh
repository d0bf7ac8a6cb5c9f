#!/bin/sh
# Makes data/model.bin anew, from the corpora in ../shared beside the repository; see README.md.
# About an hour on one processor that has nothing else to do. The same packages on the same machine give the same bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
mkdir -p target/tagger/text target/tagger/features target/tagger/cache
python3 -m venv target/tagger/venv
target/tagger/venv/bin/pip install --quiet -r "$here/requirements.txt"
cargo build --release -p evaluate
python="$PWD/target/tagger/venv/bin/python"

features() {
    for name in "$@"; do
        target/release/evaluate features "target/tagger/text/$name.bio" > "target/tagger/features/$name.tsv"
    done
}

corpora="silver capitals redocred crossner wikigold uner-ewt-dev uner-ewt-test"
measured="uner-pud worldwide-dev conll-testa"
"$python" "$here/corpora.py"
features $corpora $measured
"$python" "$here/vocabulary.py"
"$python" "$here/replace_names.py" 11 0.12 replaced
features replaced
"$python" "$here/train.py" left-out
"$python" "$here/certainty.py"
"$python" "$here/train.py" model
"$python" "$here/export.py"
