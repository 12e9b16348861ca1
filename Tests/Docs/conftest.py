"""The documentation, and the program that it is about."""

import os
from pathlib import Path

import pytest

from support.document import Document
from support.options import Command, commands

ROOT = Path(__file__).parents[2]
# Generated from the rules, whose examples are tried by tests of their own.
GENERATED = {"rules.md"}


def report(findings: list[str]) -> None:
    """Fails with nothing but what was found."""
    if findings:
        pytest.fail("\n".join(findings), pytrace=False)


def pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    return [Document.read(path) for path in pages()]


@pytest.fixture(scope="session")
def program() -> Path:
    named = os.environ.get("DAYLIGHT")
    for path in [Path(named)] if named else [ROOT / ".build/release/daylight", ROOT / ".build/debug/daylight"]:
        if path.exists():
            return path.resolve()
    pytest.exit("there is no program: run ‘make site’, or set DAYLIGHT to its path", returncode=2)


@pytest.fixture(scope="session")
def known(program: Path) -> dict[tuple[str, ...], Command]:
    return commands(program)


TRIED = pytest.StashKey[list]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TRIED] = []


@pytest.fixture
def record_tried(pytestconfig: pytest.Config):
    return pytestconfig.stash[TRIED].append


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    outcomes = config.stash[TRIED]
    if not outcomes:
        return
    skipped = [line for outcome in outcomes for line in outcome.skipped]
    terminalreporter.section("documentation")
    terminalreporter.line(
        f"{sum(outcome.commands for outcome in outcomes)} blocks of commands run, "
        f"{sum(outcome.examples for outcome in outcomes)} examples tried, {len(skipped)} blocks not run:"
    )
    for line in skipped:
        terminalreporter.line(f"  {line}")
