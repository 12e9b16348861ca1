"""Links between pages of the documentation, and the pictures on them."""

from pathlib import Path
from urllib.parse import unquote

from support.document import Document


def broken_links(documents: list[Document]) -> list[str]:
    by_path = {document.path.resolve(): document for document in documents}
    findings = []
    for document in documents:
        for link in [*document.links, *document.pictures]:
            path, _, anchor = unquote(link.target).partition("#")
            if ":" in path:
                continue
            place = f"{document.path.name}:{link.line}"
            target = (document.path.parent / path).resolve() if path else document.path.resolve()
            if not target.exists():
                findings.append(f"{place}: there is no ‘{path}’")
            elif anchor and anchor not in anchors(target, by_path):
                findings.append(f"{place}: {target.name} has no heading ‘#{anchor}’")
    return findings


def anchors(target: Path, documents: dict[Path, Document]) -> set[str]:
    if target.suffix != ".md":
        return set()
    return (documents.get(target) or Document.read(target)).anchors


def unreachable(documents: list[Document], start: Path) -> list[str]:
    """Pages that nobody finds who begins at the README."""
    by_path = {document.path.resolve(): document for document in documents}
    found, waiting = {start.resolve()}, [start.resolve()]
    while waiting:
        here = by_path[waiting.pop()]
        for link in here.links:
            target = (here.path.parent / unquote(link.target).partition("#")[0]).resolve()
            if target in by_path and target not in found:
                found.add(target)
                waiting.append(target)
    return [f"{path.name}: no page leads here" for path in sorted(set(by_path) - found)]


def poor_alternatives(documents: list[Document]) -> list[str]:
    """Pictures that somebody who cannot see them learns nothing from."""
    findings = []
    for document in documents:
        for picture in document.pictures:
            if len(picture.text.split()) < 4:
                findings.append(
                    f"{document.path.name}:{picture.line}: say in four words or more what ‘{picture.target}’ shows"
                )
    return findings
