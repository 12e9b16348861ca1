"""Brings a site into the state that a picture shows, in a browser, and says what there is to see.

A picture is compared by its words and its style, never by its pixels: another browser or another font is no fault.
"""

import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from support.comparison import settled
from support.document import Document
from support.examples import Example
from support.pictures import LESSONS, Picture

NOW = "2026-11-27"
# The fonts that the pictures are drawn with, from Debian's packages fonts-urw-base35 and fonts-open-sans.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>sans</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>serif</family><prefer><family>P052</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Open Sans</string></edit>
  </match>
</fontconfig>
"""
SEEN = """() => {
  const words = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const text = child.data.replace(/\\s+/g, ' ').trim();
        if (!text || !node.checkVisibility || !node.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(child);
        const box = range.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) continue;
        const inSight = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
        words.push([text, inSight]);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        if (['SCRIPT', 'STYLE', 'TITLE'].includes(child.tagName)) continue;
        walk(child);
        if (child.shadowRoot) walk(child.shadowRoot);
      }
    }
  };
  walk(document.documentElement);
  const sheets = [...document.styleSheets, ...[...document.querySelectorAll('*')].flatMap(
    (element) => element.shadowRoot ? [...element.shadowRoot.styleSheets] : [])];
  const style = sheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\\n')).join('\\n');
  return { words, style };
}"""


@dataclass(frozen=True)
class Seen:
    """The words in sight, all words of the page in this state, and a digest of its style."""

    in_sight: list[str]
    all: list[str]
    style: str

    @classmethod
    def on(cls, page: Page) -> "Seen":
        found = page.evaluate(SEEN)
        # Fingerprints in the names of files change with the files; they show in no picture.
        style = re.sub(r"\.[0-9a-f]{16}\.", ".", found["style"])
        style = re.sub(r"127\.0\.0\.1:\d+", "", style)
        words = [(settled(text), in_sight) for text, in_sight in found["words"]]
        return cls(
            [text for text, in_sight in words if in_sight],
            [text for text, _ in words],
            hashlib.sha256(style.encode()).hexdigest()[:16],
        )


def gone(kept: list[str], now: list[str]) -> list[str]:
    """What a picture shows and the page no longer says."""
    return [text for text in kept if text not in now]


@contextmanager
def served(program: Path, folder: Path) -> Iterator[str]:
    """The address of a preview of the site."""
    process = subprocess.Popen(
        [program, "serve", "--site", folder, "--port", "0", "--now", NOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = ""
        address = None
        while True:
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"the preview did not start: {said}")
            said += line
            address = address or re.search(r"http://127\.0\.0\.1:\d+", said)
            if address and " rendered" in line:
                break
        yield address[0]
    finally:
        process.terminate()
        process.wait(timeout=20)


class Studio:
    def __init__(self, program: Path, root: Path, home: Path, playwright: Playwright):
        self.program = program
        self.root = root
        self.home = home
        fonts = home / "fonts.conf"
        fonts.write_text(FONTS.format(cache=home / "fonts"))
        self.browser: Browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
            args=["--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars"],
        )

    def site(self, picture: Picture) -> Path:
        """A copy of the site as it is when the picture is taken, but for the mistake."""
        folder = self.home / f"{picture.site}-{picture.lesson}-{picture.writes}" / "riverside"
        if folder.exists():
            return folder
        if picture.site != LESSONS:
            for name in ("content", "templates"):
                shutil.copytree(self.root / name, folder / name)
            return folder
        folder.parent.mkdir(parents=True)
        command = [self.program, "new", "site", folder, "--name", "Riverside Counselling"]
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        for lesson in sorted((self.root / "docs/course").glob("*.md")):
            if lesson.name > picture.lesson:
                break
            most = picture.writes if lesson.name == picture.lesson else None
            for example in written(lesson)[:most]:
                file = folder / example.path
                file.write_text(example.put_into(file.read_text() if file.exists() else ""))
        return folder

    @contextmanager
    def showing(self, picture: Picture) -> Iterator[Page]:
        site = self.site(picture)
        with served(self.program, site) as address:
            width, height = picture.window
            context = self.browser.new_context(
                viewport={"width": width, "height": height},
                device_scale_factor=picture.scale,
                color_scheme=picture.scheme,
                reduced_motion="reduce",
                locale="en-GB",
            )
            page = context.new_page()
            page.emulate_media(media=picture.media, color_scheme=picture.scheme)
            page.goto(address + picture.address, wait_until="load")
            undo = None
            if picture.mistake:
                path, right, wrong = picture.mistake
                file = site / path
                undo = file.read_text()
                assert right in undo, f"{path} has no ‘{right}’"
                file.write_text(undo.replace(right, wrong, 1))
            try:
                if picture.prepare:
                    picture.prepare(page)
                page.evaluate("() => document.fonts.ready")
                yield page
            finally:
                if picture.mistake:
                    file.write_text(undo)
                context.close()


def written(lesson: Path) -> list[Example]:
    """What the reader of a lesson writes, in order."""
    examples = [Example.of(block) for block in Document.read(lesson).blocks]
    return [example for example in examples if example and example.stays]
