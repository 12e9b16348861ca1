"""Every command and every example on a page works as the page says.

A page says with a comment where its reader is: `<!-- tried in: an empty folder -->`, `a new site`, `this repository`
(also without a comment), or `the folder of PAGE.md`, whose reader has just followed that page.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import GENERATED, ROOT, pages, report
from support.document import Document
from support.session import Outcome, Session

AFTER = "the folder of "


def chains() -> list[list[Document]]:
    """Pages in the order in which one reader follows them."""
    documents = [Document.read(path) for path in pages() if path.name not in GENERATED]
    chains: list[list[Document]] = []
    for document in documents:
        place = document.setting("tried in") or ""
        if place.startswith(AFTER):
            before = place.removeprefix(AFTER)
            next(chain for chain in chains if chain[-1].path.name == before).append(document)
        else:
            chains.append([document])
    return chains


@pytest.fixture(scope="session")
def followed(program: Path, tmp_path_factory) -> dict[Path, Future]:
    """Follows two chains of pages at a time."""
    pool = ThreadPoolExecutor(max_workers=2)
    futures: dict[Path, Future] = {}

    def follow(chain: list[Document], home: Path, results: dict[Path, Future]) -> None:
        session = Session(program, ROOT, home)
        refused = session.start(chain[0].setting("tried in") or "this repository")
        for document in chain:
            outcome = Outcome()
            try:
                if refused:
                    outcome.findings.append(f"{document.path.name}: {refused}")
                else:
                    session.follow(document, outcome)
                results[document.path].set_result(outcome)
            except Exception as problem:  # The other pages are followed all the same.
                results[document.path].set_exception(problem)

    for chain in sorted(chains(), key=lambda chain: -sum(len(document.blocks) for document in chain)):
        for document in chain:
            futures[document.path] = Future()
        pool.submit(follow, chain, tmp_path_factory.mktemp(chain[0].path.stem), futures)
    return futures


@pytest.mark.parametrize("path", [path for path in pages() if path.name not in GENERATED], ids=lambda path: path.name)
def test_a_reader_can_follow(path: Path, followed, record_tried):
    outcome = followed[path].result()
    record_tried(outcome)
    report(outcome.findings)
