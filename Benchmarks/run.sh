#!/bin/sh
# Speed and memory, on one thread, in one run: `make bench`.
set -eu
cd "$(dirname "$0")/.."
swift build -c release --product speed
.build/release/speed .build/dictionary/russian.dictionary Lexicons Corpora/samples
python3 Benchmarks/Speed/whole-process.py .build/release/kamerton Corpora/samples
python3 -B Benchmarks/import/memory.py .build/release/kamerton
python3 -B Benchmarks/peers/bench.py .build/release .build/dictionary/russian.dictionary
