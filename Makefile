# The commands of the project. `make site` and `make test` install what they need and say so.

.DEFAULT_GOAL := site
.PHONY: site check serve test test-swift test-site format lint bench clean

build = swift build --configuration release --product daylight
daylight = .build/release/daylight

site: libraries ## Build the site into public/.
	$(build)
	$(daylight) build

check: libraries ## Find what is wrong, and write nothing.
	$(build)
	$(daylight) check --strict

test: test-swift test-site ## Run all tests.

test-swift: libraries test-tools
	swift test

test-site: site test-tools
	.venv/bin/python -m pytest Tests/Acceptance

format: ## Format the Swift code.
	swift format --in-place --recursive Sources Tests Package.swift

lint: ## Check the format.
	swift format lint --strict --recursive Sources Tests Package.swift

.PHONY: libraries test-tools
libraries:
	@scripts/install-libraries

test-tools:
	@scripts/install-test-tools

clean: ## Remove what was built. Not public/: `daylight` looks after it.
	rm -rf .build .venv
