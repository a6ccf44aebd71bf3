#!/bin/sh
# Measures each development treebank with a dictionary whose counts do not know it.
# usage: cross-validate.sh PACKAGE-DATA UD-FOLDER [measure.py options]
set -eu
here=$(dirname "$0")
data=$1
treebanks=$2
shift 2
kamerton=${KAMERTON:-.build/release/kamerton}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in ru_gsd-ud-dev ru_taiga-ud-dev ru_poetry-ud-dev; do
  rm -rf "$work/additions"
  cp -R "$here/../../Lexicons/morphology" "$work/additions"
  python3 "$here/count_readings.py" "$treebanks" "$work/additions" "$name"
  "$kamerton" dictionary compile --from "$data" --additions "$work/additions" \
    --to "$work/russian.dictionary" >/dev/null
  KAMERTON_DICTIONARY="$work/russian.dictionary" \
    python3 "$here/measure.py" "$kamerton" "$treebanks/$name.conllu.gz" "$@"
done
