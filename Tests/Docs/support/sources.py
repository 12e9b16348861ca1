"""What the engineer's pages say of the sources, against the sources."""

import re
from pathlib import Path

from support.document import Document

FOLDERS = ("Sources", "Tests", "templates", "scripts", "content", "Benchmarks", "docs", "starters")
# Types of Swift and of the libraries that we use, and patterns such as `…Rule`.
FOREIGN = {"Glibc", "Musl", "Darwin", "String", "Bool", "Foundation", "Host"}
TYPE = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(?:\+[A-Z][A-Za-z0-9]*)?")
PATH = re.compile(r"[\w.+-]+(?:/[\w.+*-]+)+/?|[\w+-]+\.(?:swift|mustache|css|js|py)")


class Tree:
    """The files of the repository, and every word of the Swift code."""

    def __init__(self, root: Path):
        self.root = root
        files = [file for name in FOLDERS for file in (root / name).rglob("*")]
        self.paths = {str(file.relative_to(root)) for file in files}
        self.names = {file.name for file in files}
        swift = [file for file in files if file.suffix == ".swift"]
        self.stems = {file.stem for file in swift}
        self.folders = {part for path in self.paths for part in path.split("/")[:-1]}
        self.words = {word for file in swift for word in re.findall(r"\b[A-Z]\w+", file.read_text())}

    def has(self, path: str) -> bool:
        path = path.strip("/").removeprefix("…/")
        return (
            (self.root / path).exists()
            or path in self.names
            or any(known.endswith("/" + path) or f"/{path}/" in known for known in self.paths)
        )


def unknown_sources(document: Document, tree: Tree) -> list[str]:
    """Files and types that a page names and that are gone.

    A page lists what it only supposes, or what only builds make, in a comment: `<!-- supposed: content/groups -->`.
    """
    findings = []
    supposed = (document.setting("supposed") or "").split()
    for code in document.code:
        if code.text in supposed:
            continue
        place = f"{document.path.name}:{code.line}"
        text = code.text
        if re.fullmatch(PATH, text) and not text.startswith("public/"):
            if not tree.has(text):
                findings.append(f"{place}: there is no file or folder ‘{text}’")
        elif re.fullmatch(TYPE, text):
            known = tree.words | tree.stems | tree.folders | FOREIGN
            if text.partition("+")[0] not in known and text not in known:
                findings.append(f"{place}: nothing in the sources is called ‘{text}’")
            elif "+" in text and text not in tree.stems:
                findings.append(f"{place}: there is no file ‘{text}.swift’")
    return findings


def stale_diffs(document: Document, tree: Tree) -> list[str]:
    """Diffs that no longer fit the files that they change."""
    findings = []
    for block in document.blocks:
        if block.language != "diff":
            continue
        lines: list[str] | None = None
        name = ""
        for offset, line in enumerate(block.text.splitlines(), 1):
            place = f"{document.path.name}:{block.line + offset}"
            if line.startswith("--- "):
                name = line[4:].strip()
                file = tree.root / name
                lines = file.read_text().splitlines() if file.exists() else None
            elif lines is not None and line[:1] in (" ", "-") and (text := line[1:].strip()) and text != "…":
                if not any(text in known for known in lines):
                    findings.append(f"{place}: ‘{text}’ is not in {name}")
            elif lines is None and line[:1] in (" ", "-"):
                findings.append(f"{place}: there is no file ‘{name}’ that has this line")
    return findings
