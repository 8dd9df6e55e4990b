# Everything a newcomer and the gate need. `make` alone lists the targets.
#
# On Debian and its kin the system libraries that Qt loads are installed only if one of them is missing; on a
# desktop that has them nobody is asked for root. On macOS and Windows the README gives the lines instead.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= build/tour

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test check setup system system-for-tests tour bench faults fuzz escape evaluate weights pictures translations bom vulnerabilities lock clean

help:
	@echo "make run           set up and open Trialogue (without a display: run the tour)"
	@echo "make test          set up, then linters, types and all tests"
	@echo "make tour          set up, then drive the window through the main job; pictures in $(OUT)"
	@echo "make bench         set up, then print what is measured on this machine (five minutes a part at most)"
	@echo "make fuzz          set up, then files made at random for every reader (ten minutes each; QUICK=1: seconds)"
	@echo "make escape        set up, then hostile models and hostile children (half an hour; QUICK=1: five minutes)"
	@echo "make faults        set up, then kills, bit flips, power cuts, full disks (20 minutes; QUICK=1: one)"
	@echo "make evaluate      measure the phrase rules and what the starter answers (10 minutes; QUICK=1: one)"
	@echo "make weights       find anew what words weigh, after a change of rules or sentences (ten minutes)"
	@echo "make pictures      the README's pictures, from the tour"
	@echo "make translations  take new words from the code into the translation files, and compile them"
	@echo "make bom           the bill of materials in build/bom.json"
	@echo "make vulnerabilities DB=FILE  compare the locked packages with a database of known vulnerabilities"
	@echo "make lock          renew the locked requirements"
	@echo "make clean         remove what the other targets made"

run: setup
	@$(BIN)/trialogue run-or-tour --out $(OUT)

test: system-for-tests setup check
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup
	$(BIN)/ruff check app tests scripts
	$(BIN)/ruff format --check app tests scripts
	$(BIN)/mypy

tour: setup
	$(BIN)/trialogue tour --out $(OUT)

# Figures, not a gate: on a busy machine they say little. Each is bounded by itself.
bench: setup
	timeout 300 $(BIN)/python tests/bench/reading.py
	timeout 300 $(BIN)/python tests/bench/engine.py
	timeout 300 $(BIN)/python tests/bench/grouping.py
	timeout 300 $(BIN)/python tests/bench/vault.py
	timeout 300 $(BIN)/python tests/bench/noticing.py
	timeout 300 $(BIN)/python tests/bench/bringing.py
	timeout 300 $(BIN)/python tests/bench/walls.py

# Good files of every format, changed at random: fails if a reader raises anything but what it may. 50,000 inputs or ten
# minutes a format, whichever comes first; QUICK=1 a few seconds each. The tests run a short form.
fuzz: setup
	timeout 9000 $(BIN)/python -m tests.bring.fuzz $(if $(QUICK),--seconds 5)

# Hostile children, models made by hand to do harm, and good models changed at random: fails if anything but the child
# comes to harm. 20,000 models or 15 minutes, whichever comes first; QUICK=1 a few hundred. The tests run a short form.
escape: system-for-tests setup
	timeout 900 $(BIN)/python -m pytest -q tests/children tests/escape tests/engine/test_contract.py \
		tests/engine/test_messages.py tests/controllers/test_engine_client.py
	$(if $(QUICK),,timeout 900 $(BIN)/python -m tests.escape.by_hand --real)
	timeout 1200 $(BIN)/python -m tests.escape.models $(if $(QUICK),--seconds 15)

# Faults by the thousand, and what they cost: fails if anything is lost. QUICK=1 is the short form, which the tests run
# too. Seeds are printed; one campaign by itself: .venv/bin/python -m tests.faults.campaign.kills --seed 7 --count 100
CAMPAIGNS := kills flips power_cut full_disk slow_disk plaintext

faults: system-for-tests setup
	@lost=0; for campaign in $(CAMPAIGNS); do \
		$(BIN)/python -m tests.faults.campaign.$$campaign $(if $(QUICK),--quick) || lost=1; \
	done; exit $$lost

# The phrase rules on our own cue sets, and the starter's test drive. Figures; the tests hold the gate and run the short
# form. Of the test parts only figures are shown: who writes rules does not see what stands in them. QUICK=1 asks two
# questions of each set.
EVALUATION ?= build/evaluation

evaluate: setup
	@mkdir -p $(EVALUATION)
	timeout 300 $(BIN)/trialogue evaluate --set tests/cues/en-dev.jsonl --set tests/cues/id-dev.jsonl \
		--page $(EVALUATION)/cues.html
	timeout 300 $(BIN)/trialogue evaluate --set tests/cues/en-test.jsonl --set tests/cues/id-test.jsonl
	timeout 1200 $(BIN)/trialogue evaluate --test-drive --page $(EVALUATION)/test-drive.html $(if $(QUICK),--short)

# What words weigh when phrases are noticed. Run by hand, in an environment of its own; what it writes is kept with the
# rules. It never opens the test parts.
WEIGHING := build/weighing

weights: $(WEIGHING)/.installed
	PYTHONPATH=. timeout 2400 $(WEIGHING)/bin/python scripts/weigh_words.py

$(WEIGHING)/.installed: requirements-weights.txt
	$(PYTHON) -m venv $(WEIGHING)
	$(WEIGHING)/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements-weights.txt
	@touch $@

# What the README shows, from the tour.
pictures: tour
	mkdir -p docs/pictures
	cp $(OUT)/18-note.png docs/pictures/desk.png
	cp $(OUT)/10-together-shared.png docs/pictures/together.png
	cp $(OUT)/11-reveal-shared.png docs/pictures/revealed.png

setup: system $(VENV)/.installed

# Qt opens these when it starts; the wheel does not bring them.
SYSTEM_LIBRARIES := libEGL.so.1 libGL.so.1 libdbus-1.so.3 libfontconfig.so.1 libglib-2.0.so.0 \
	libxkbcommon-x11.so.0 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 \
	libxcb-randr.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-xkb.so.1
SYSTEM_PACKAGES := libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 \
	libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
	libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1

system:
	@PYTHON="$(PYTHON)" LIBRARIES="$(SYSTEM_LIBRARIES)" PROGRAMS= PACKAGES="$(SYSTEM_PACKAGES)" \
		sh scripts/system-libraries.sh

# The tests of the keyring use a real one, under a bus of its own. The program uses whatever the desktop has. strace
# records what the program writes, to see what a power cut may leave of it.
system-for-tests:
	@PYTHON="$(PYTHON)" LIBRARIES= PROGRAMS="dbus-daemon gnome-keyring-daemon strace" \
		PACKAGES="dbus gnome-keyring strace" sh scripts/system-libraries.sh

$(VENV)/.installed: requirements.txt requirements-build.txt
	@echo "Making $(VENV) and installing the locked packages. llama-cpp-python is compiled: about five minutes."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements-build.txt
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --no-build-isolation -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

translations: setup
	sh scripts/translations.sh $(BIN)

# What the program is made of, in CycloneDX: from the locked requirements and resources/licences/parts.toml.
BOM ?= build/bom.json

bom: setup
	$(BIN)/python -m scripts.bom $(BOM)

# DB is a file in the OSV format, such as OSV's export of all advisories for PyPI (all.zip). Nothing is fetched. The
# script ends with 1 if something was found and with 2 if the file could not be read; make fails either way.
vulnerabilities: setup
	@test -n "$(DB)" || { echo "Name the database: make vulnerabilities DB=FILE"; exit 2; }
	@$(BIN)/python -m scripts.vulnerabilities "$(DB)"

lock: setup
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--upgrade --group dev pyproject.toml -o requirements.txt
	build/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --upgrade requirements-build.in -o requirements-build.txt
	build/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --upgrade requirements-weights.in -o requirements-weights.txt

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis
