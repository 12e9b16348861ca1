# The commands of the project. `make site` and `make test` install what they need and say so.

.DEFAULT_GOAL := site
.PHONY: site check serve test test-swift test-site docs-test pictures format lint bench proof fuzz sanitize mutants
.PHONY: install uninstall dist dist-test clean

# Link Swift's library statically and optimise across modules: a tenth less work, and a third less time to start. macOS
# has the library in the system. Without debugging information the program is half as large and is built sooner.
build = swift build --configuration release --product daylight -debug-info-format none \
	-Xswiftc -cross-module-optimization \
	$(if $(filter Linux,$(shell uname)),--static-swift-stdlib -Xswiftc -use-ld=lld)
daylight = .build/release/daylight

site: libraries ## Build the site into public/.
	$(build)
	$(daylight) build

check: libraries ## Report everything that is wrong, and write nothing.
	$(build)
	$(daylight) check --strict

serve: libraries ## Show the site in a browser, and update it on every edit.
	$(build)
	$(daylight) serve

test: test-swift test-site docs-test ## Run all tests.

test-swift: libraries test-tools ## Run the Swift tests; COVERAGE=1 says how much of Sources they run.
	$(if $(COVERAGE),scripts/coverage --minimum 92,swift test)

# In the order of their names: those with the fewest tests, which would come last, are among the longest.
test-site: site test-tools
	.venv/bin/python -m pytest -m "not proof" --numprocesses=2 --dist=loadfile --no-loadscope-reorder Tests/Acceptance

docs-test: libraries test-tools ## Run every command and every example in README.md and docs; DAYLIGHT=PROGRAM for another program.
	$(if $(DAYLIGHT),,$(build))
	.venv/bin/python -m pytest Tests/Docs

pictures: libraries test-tools ## Draw the pictures in docs anew.
	$(if $(DAYLIGHT),,$(build))
	.venv/bin/python Tests/Docs/draw.py

format: ## Format the Swift code.
	swift format --in-place --recursive Sources Tests Package.swift

bench: $(if $(filter Linux,$(shell uname)),dist,site) ## Compare the speed with Hugo, the floor and others; SIZES=1000 ROUNDS=3 for a quick look.
	@mkdir -p Benchmarks/.work
	@test -d Benchmarks/.work/venv || python3 -m venv Benchmarks/.work/venv
	@Benchmarks/.work/venv/bin/python -m pip install --quiet --disable-pip-version-check \
		--requirement Benchmarks/requirements.txt
	$(CC) -O2 -pthread Benchmarks/floor.c -o Benchmarks/.work/floor -lcmark-gfm-extensions -lcmark-gfm
	python3 Benchmarks/run.py

python = .venv/bin/python

proof: libraries test-tools proof-tools ## What takes longer than the tests: comparisons, damaged sites, load, hostile texts, faults.
	$(build)
	DAYLIGHT_PROOF=1 swift build --configuration release --product probe --scratch-path .build-proof
	$(python) Tests/Proof/yaml_differential.py
	$(python) Tests/Proof/html_differential.py
	$(python) Tests/Proof/markdown_differential.py
	$(python) Tests/Proof/damaged_sites.py --program $(daylight)
	$(python) -m pytest -m proof Tests/Acceptance
	$(python) Tests/Proof/serve_load.py --program $(daylight)
	scripts/hostile
	scripts/faults

SECONDS ?= 60
fuzz: libraries ## Feed every reader with made up bytes, SECONDS=60 for each; TARGETS="markdown site" for some; COVERAGE=1 as CI.
	COVERAGE=$(COVERAGE) scripts/fuzz $(SECONDS) $(TARGETS)

sanitize: libraries test-tools ## Run the Swift tests under the thread and the address sanitizer.
	scripts/sanitize

mutants: libraries test-tools ## Change Sources at 200 places, and say which changes no test notices. Takes hours.
	scripts/mutants

lint: ## Check the format.
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

# What an engineer or a packager installs: the program that was built, as it is.
PREFIX ?= /usr/local
PROGRAM ?= $(daylight)

install: $(PROGRAM) ## Install the program, its manual and its completions; PREFIX=… and DESTDIR=… say where.
	@scripts/install-files "$(PROGRAM)" "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what `make install` installed there.
	@scripts/uninstall-files "$(DESTDIR)$(PREFIX)"

$(daylight):
	@scripts/install-libraries
	$(build)

dist: libraries ## Make the archive and the Debian package that run without Swift, in dist/. Linux only.
	@scripts/dist

dist-test: dist ## Try them in a Debian that has neither Swift nor our libraries. Needs root.
	@scripts/dist-test

.PHONY: libraries test-tools proof-tools
libraries:
	@scripts/install-libraries

test-tools:
	@scripts/install-test-tools

proof-tools:
	@test -d .venv || python3 -m venv .venv
	@$(python) -m pip install --quiet --disable-pip-version-check --requirement Tests/Proof/requirements.txt

clean: ## Remove build products. Not public/, which `daylight` manages.
	rm -rf .build .build-* .venv .daylight dist
