#!/bin/sh
# Learns Lexicons/morphology/reading-context.model anew.
# usage: train-context.sh UD-FOLDER
# The folder holds ru_{gsd,taiga,poetry}-ud-dev.conllu.gz and opencorpora-unambiguous.conllu.gz.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for name in ru_gsd-ud-dev ru_taiga-ud-dev ru_poetry-ud-dev opencorpora-unambiguous; do
  gzip -dc "$1/$name.conllu.gz" > "$work/$name.conllu"
done
"${KAMERTON:-$here/../../.build/release/kamerton}" dictionary train \
  --to "$here/../../Lexicons/morphology/reading-context.model" \
  --universal "$work"/ru_gsd-ud-dev.conllu "$work"/ru_taiga-ud-dev.conllu \
  "$work"/ru_poetry-ud-dev.conllu --opencorpora "$work"/opencorpora-unambiguous.conllu
