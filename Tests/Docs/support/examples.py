"""Puts an example of a page into a site, and asks `daylight check` what it thinks."""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.document import Block
from support.entries import merged

LANGUAGES = {"yaml", "markdown", "mustache", "css"}
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
MARK = re.compile(
    r"(?P<verb>try|keep): (?P<how>file|in|front matter of|text of|main of) (?P<path>[^\s,]+)"
    r"(?:, with (?P<files>[^,]+))?(?:, finds (?P<rules>[\w\- ]+))?\Z"
)
# What YAML belongs to if nothing else is said.
IN_SETTINGS = "try: in content/site.yaml"
MOST_FINDINGS = 5
ATTACHMENTS = Path(__file__).parents[1] / "attachments"
FORMS = (
    "‘try: file PATH’ (the whole file), ‘try: in PATH’ (names of YAML or rules of CSS), ‘try: front matter of PATH’, "
    "‘try: text of PATH’ or ‘try: main of PATH’ (of a template); ‘keep: …’ if it stays there for the rest of the page; "
    "with ‘, with FILE’ if it needs a picture or the like beside it, and with ‘, finds RULE’ if it shows a mistake"
)


@dataclass(frozen=True)
class Example:
    block: Block
    stays: bool
    how: str
    path: str
    files: tuple[str, ...]
    rules: tuple[str, ...]

    @classmethod
    def of(cls, block: Block) -> "Example | None":
        found = MARK.match(block.mark or (IN_SETTINGS if block.language == "yaml" else ""))
        if not found:
            return None
        files, rules = (tuple((found[name] or "").split()) for name in ("files", "rules"))
        return cls(block, found["verb"] == "keep", found["how"], found["path"], files, rules)

    def put_into(self, old: str) -> str:
        """The file with the example in it."""
        new = self.block.text
        if self.how == "file":
            return new
        if self.how == "in":
            return old + "\n" + new if self.path.endswith(".css") else merged(old, new)
        if self.how == "main of":
            start = old.index("{{$main}}") + len("{{$main}}")
            return old[:start] + "\n" + new + old[start:]
        front, body = FRONT_MATTER.match(old).groups()
        if self.how == "front matter of":
            return f"---\n{merged(front, new)}---\n{body}"
        return f"---\n{front}---\n{body.rstrip()}\n\n{new}"


def attachment(name: str) -> bytes:
    """A small file of the kind that the name asks for."""
    return next(ATTACHMENTS.glob(f"*{Path(name).suffix}")).read_bytes()


@contextmanager
def changed(file: Path, bytes: bytes, stays: bool) -> Iterator[None]:
    """Puts back what was there, unless it is to stay."""
    before = file.read_bytes() if file.exists() else None
    times = file.stat() if file.exists() else None
    missing = [folder for folder in file.parents if not folder.exists()]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(bytes)
    try:
        yield
    finally:
        if not stays:
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)
                # The site is as it was, so what is known of it is still right.
                os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
            for folder in missing:
                folder.rmdir()


class Site:
    """A scratch copy of a site, with the findings that it has anyway."""

    def __init__(self, folder: Path, program: Path):
        self.folder = folder
        self.program = program
        self.known: tuple[object, Counter] | None = None

    def findings(self) -> Counter:
        result = subprocess.run(
            [self.program, "check", "--site", self.folder, "--format", "json"],
            capture_output=True,
            text=True,
            timeout=120,
        )
        if result.returncode not in (0, 1):
            raise RuntimeError(f"‘daylight check’ failed: {result.stderr.strip()}")
        return Counter(
            (each["rule"], (each.get("location") or {}).get("path", ""), each["message"])
            for each in json.loads(result.stdout)["diagnostics"]
            if each["severity"] != "note"
        )

    def findings_before(self) -> Counter:
        state = [
            (str(file), file.stat().st_mtime_ns, file.stat().st_size)
            for name in ("content", "templates")
            for file in sorted((self.folder / name).rglob("*"))
            if file.is_file()
        ]
        if self.known is None or self.known[0] != state:
            self.known = (state, self.findings())
        return self.known[1]

    def try_out(self, example: Example) -> list[str]:
        """What is wrong with the example."""
        file = self.folder / example.path
        if example.how not in ("file", "in") and not file.exists():
            return [f"there is no ‘{example.path}’ in the site that this page is tried in"]
        before = self.findings_before()
        text = example.put_into(file.read_text() if file.exists() else "")
        with ExitStack() as changes:
            for name in example.files:
                changes.enter_context(changed(file.parent / name, attachment(name), example.stays))
            changes.enter_context(changed(file, text.encode(), example.stays))
            new = self.findings() - before
        found = {rule for rule, _, _ in new}
        wrong = [
            f"‘daylight check’ finds [{rule}] in {path or 'the site'}: {message}"
            for rule, path, message in sorted(new)
            if rule not in example.rules
        ]
        if len(wrong) > MOST_FINDINGS:
            wrong[MOST_FINDINGS:] = [f"and {len(wrong) - MOST_FINDINGS} more findings"]
        return wrong + [f"[{rule}] is to be found and is not" for rule in example.rules if rule not in found]
