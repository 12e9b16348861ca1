"""A page of the documentation as GitHub reads it: cmark-gfm parses, so nothing here guesses at Markdown."""

import re
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

NAMESPACE = "{http://commonmark.org/xml/1.0}"


@dataclass(frozen=True)
class Block:
    """A fenced block. `mark` is the comment right above it, which says how to try the block."""

    document: Path
    line: int
    language: str
    text: str
    mark: str | None

    @property
    def place(self) -> str:
        return f"{self.document.name}:{self.line}"


@dataclass(frozen=True)
class Reference:
    """A link, a picture or a piece of code in a text."""

    line: int
    text: str
    target: str = ""


@dataclass
class Document:
    path: Path
    blocks: list[Block] = field(default_factory=list)
    links: list[Reference] = field(default_factory=list)
    pictures: list[Reference] = field(default_factory=list)
    code: list[Reference] = field(default_factory=list)
    headings: list[Reference] = field(default_factory=list)
    comments: list[Reference] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Document":
        command = ["cmark-gfm", "--to", "xml", "--sourcepos"]
        for extension in ("table", "strikethrough", "autolink", "footnotes"):
            command += ["-e", extension]
        xml = subprocess.run([*command, path], capture_output=True, check=True).stdout
        document = cls(path)
        # cmark writes the characters that XML forbids as they are.
        document.collect(ElementTree.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", xml)), 1)
        return document

    def collect(self, parent: ElementTree.Element, line: int) -> None:
        comment: str | None = None
        for node in parent:
            name = node.tag.removeprefix(NAMESPACE)
            here = int(node.get("sourcepos", f"{line}:").partition(":")[0]) or line
            if name == "code_block":
                language = node.get("info", "").partition(" ")[0]
                self.blocks.append(Block(self.path, here, language, node.text or "", comment))
            elif name == "code":
                self.code.append(Reference(here, node.text or ""))
            elif name == "link":
                self.links.append(Reference(here, plain(node), node.get("destination", "")))
            elif name == "image":
                self.pictures.append(Reference(here, plain(node), node.get("destination", "")))
            elif name == "heading":
                self.headings.append(Reference(here, plain(node)))
            comment = None
            if name == "html_block" and (found := re.fullmatch(r"\s*<!--(.*?)-->\s*", node.text or "", re.DOTALL)):
                comment = " ".join(found[1].split())
                self.comments.append(Reference(here, comment))
            self.collect(node, here)

    @cached_property
    def anchors(self) -> set[str]:
        seen: Counter[str] = Counter()
        anchors = set()
        for heading in self.headings:
            slug = re.sub(r"[^\w\- ]", "", heading.text.lower()).replace(" ", "-")
            anchors.add(slug + (f"-{seen[slug]}" if seen[slug] else ""))
            seen[slug] += 1
        return anchors

    def setting(self, name: str) -> str | None:
        """What a comment such as `<!-- tried in: an empty folder -->` says."""
        for comment in self.comments:
            key, _, value = comment.text.partition(":")
            if key == name:
                return value.strip()
        return None


def plain(node: ElementTree.Element) -> str:
    """The words of a node, as a reader sees them."""
    own = node.text or "" if node.tag.removeprefix(NAMESPACE) in ("text", "code") else ""
    if node.tag.removeprefix(NAMESPACE) in ("softbreak", "linebreak"):
        own = " "
    return own + "".join(plain(child) for child in node)
