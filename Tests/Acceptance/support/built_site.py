"""The finished site in a folder, as a web host would answer from it."""

import functools
import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

mimetypes.add_type("text/javascript", ".js")


class BuiltSite:
    """Addresses are those of the web: `/signs/overview/` is `signs/overview/index.html`."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        files = sorted(self.folder.rglob("*.html"))
        addresses = ["/" + str(file.relative_to(self.folder)) for file in files]
        addresses = [address.removesuffix("index.html") for address in addresses]
        self.redirects = [each for each in addresses if self._moves_on(each)]
        self.pages = [each for each in addresses if each not in self.redirects]

    def _moves_on(self, address: str) -> bool:
        return b'http-equiv="refresh"' in self.file(address).read_bytes()

    def file(self, address: str) -> Path | None:
        """The file that answers at an address, or none."""
        path = unquote(urlsplit(address).path).lstrip("/")
        file = (self.folder / path).resolve()
        if file.is_dir():
            file = file / "index.html"
        return file if file.is_file() and file.is_relative_to(self.folder) else None

    def answer(self, address: str) -> tuple[int, str, bytes]:
        """Status, media type and bytes."""
        file = self.file(address)
        status = 200 if file else 404
        file = file or self.folder / "404.html"
        return status, mimetypes.guess_type(file.name)[0], file.read_bytes()

    @functools.cache
    def page(self, address: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.file(address).read_bytes())

    @functools.cache
    def words(self, address: str, selector: str = "main") -> str:
        """The text of a part of a page, in one line and in lower case."""
        return plain(self.page(address).css_first(selector))

    def kind(self, address: str) -> str:
        """What the page's template says it is: `article`, `term`, `checklist` …"""
        classes = self.page(address).body.attributes["class"]
        return next(name for name in classes.split() if name.startswith("kind-"))[5:]

    def of_kind(self, kind: str) -> list[str]:
        return [address for address in self.pages if self.kind(address) == kind]

    @functools.cached_property
    def one_of_each_kind(self) -> list[str]:
        """The longest page of each kind: what holds on it very likely holds on the others."""
        longest: dict[str, str] = {}
        for address in sorted(self.pages, key=lambda each: self.file(each).stat().st_size):
            longest[self.kind(address)] = address
        return sorted(longest.values())

    @functools.cached_property
    def destination(self) -> str:
        """Where the site leaves to, as its first page says."""
        return self.page("/").css_first("a[data-exit]").attributes["href"]

    @functools.cached_property
    def base_url(self) -> str:
        """The public address of the site, as its first page says."""
        return self.page("/").css_first("link[rel=canonical]").attributes["href"]


def plain(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip().lower().replace("’", "'")
