"""Follows a page from its top to its bottom, as its reader would: runs the commands, tries the examples."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from support.comparison import difference, indented, matches
from support.document import Block, Document
from support.examples import FORMS, LANGUAGES, Example, Site
from support.terminal import typed

HERE = Path(__file__).parent
SHELLS = {"sh", "console"}
# Languages of blocks that show something and say nothing that could be tried here.
SHOWN = {"text", "diff"}
# A block that shows what a command says, without the command.
SHOWN_BY = re.compile(r"shown by(?:, in (?P<where>[^:]+))?: (?P<command>.+)")


@dataclass
class Outcome:
    """What came of following a page."""

    findings: list[str] = field(default_factory=list)
    commands: int = 0
    examples: int = 0
    skipped: list[str] = field(default_factory=list)


class Session:
    def __init__(self, program: Path, root: Path, home: Path):
        self.program = program
        self.root = root
        self.home = home
        self.folder = home
        self.sites: dict[Path, Site] = {}
        for name in ("desk", "bin"):
            (home / name).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "daylight-for-docs", home / "bin/daylight")
        # Nothing is opened: there is nobody to look.
        (home / "bin/xdg-open").write_text("#!/bin/sh\n")
        (home / "bin/xdg-open").chmod(0o755)
        self.environment = {
            "PATH": f"{home}/bin:{os.environ['PATH']}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "DAYLIGHT_PROGRAM": str(program),
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }

    def start(self, where: str) -> str | None:
        """Goes to the place that a page begins in; says what is wrong with it."""
        desk = self.home / "desk"
        if where == "an empty folder":
            self.folder = desk
        elif where == "this repository":
            self.folder = desk / "daylight"
            for name in ("content", "templates", "scripts", "Benchmarks", "Makefile", "starters"):
                copy(self.root / name, self.folder / name)
            (self.folder / ".build/release").mkdir(parents=True)
            (self.folder / ".build/release/daylight").symlink_to(self.home / "bin/daylight")
        elif where == "a new site":
            made = self.run("daylight new site my-site --name 'Riverside Counselling'", desk)
            if made.returncode:
                return f"no new site could be made: {made.stdout}"
            self.folder = desk / "my-site"
        else:
            return f"‘tried in: {where}’ is not known; write ‘an empty folder’, ‘a new site’ or ‘this repository’"
        return None

    def run(self, script: str, folder: Path) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )

    def follow(self, document: Document, outcome: Outcome) -> None:
        for block in document.blocks:
            mark = block.mark or ""
            if mark.startswith("not run"):
                reason = mark.removeprefix("not run").lstrip(": ")
                if len(reason.split()) < 4:
                    outcome.findings.append(f"{block.place}: say why it is not run, in four words or more")
                outcome.skipped.append(f"{block.place} ({block.language}): {reason}")
            elif shown := SHOWN_BY.fullmatch(mark):
                outcome.commands += 1
                outcome.findings += self.shown(block, shown["where"], shown["command"])
            elif block.language in SHELLS:
                outcome.commands += 1
                outcome.findings += self.commands(block)
            elif block.language in LANGUAGES:
                outcome.examples += 1
                outcome.findings += [f"{block.place}: {wrong}" for wrong in self.example(block)]
            elif block.language not in SHOWN:
                outcome.findings.append(
                    f"{block.place}: a block of ‘{block.language or 'no language'}’ is not tried; use sh, console, "
                    "yaml, markdown, mustache, css, diff or text, or say ‘not run: …’ above it"
                )

    def example(self, block: Block) -> list[str]:
        example = Example.of(block)
        if example is None:
            return [f"say above it where it belongs: {FORMS}"]
        if not (self.folder / "content").is_dir():
            return ["the page is not in a site here"]
        try:
            site = self.sites.setdefault(self.folder, Site(self.folder, self.program))
            return site.try_out(example)
        except (RuntimeError, ValueError, AttributeError) as problem:
            return [str(problem)]

    def shown(self, block: Block, where: str | None, command: str) -> list[str]:
        if where:
            other = Session(self.program, self.root, self.home / f"other-{block.line}")
            if refused := other.start(where):
                return [f"{block.place}: {refused}"]
            return other.shown(block, None, command)
        said, _ = self.step(command)
        return [] if matches(block.text, said) else [f"{block.place}: ‘{command}’\n{difference(block.text, said)}"]

    def commands(self, block: Block) -> list[str]:
        if block.language == "sh":
            steps = [(block.text, "")]
        else:
            steps = dialogue(block.text)
            if not steps:
                return [f"{block.place}: no line of it begins with ‘$ ’"]
        findings = []
        for command, shown in steps:
            if block.mark == "at a terminal":
                said, code = typed(command, shown, self.environment, str(self.folder)), 0
            else:
                said, code = self.step(command)
            if shown and not matches(shown, said):
                findings.append(f"{block.place}: ‘{command}’\n{difference(shown, said)}")
            elif not shown and code:
                findings.append(f"{block.place}: ‘{command.strip()}’ ends with {code}:\n{indented(said)}")
        return findings

    def step(self, command: str) -> tuple[str, int]:
        """Runs a command where the one before left off."""
        place = self.home / "place"
        done = self.run(f"set -e; trap 'pwd > {place}' EXIT\n{command}", self.folder)
        self.folder = Path(place.read_text().strip())
        return done.stdout, done.returncode


def dialogue(text: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what is shown after it."""
    steps: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            steps.append([line[2:], ""])
        elif steps and steps[-1][0].endswith("\\") and not steps[-1][1]:
            steps[-1][0] += "\n" + line
        elif steps:
            steps[-1][1] += line + "\n"
    return [(re.sub(r"\s+# .*", "", command), shown) for command, shown in steps]


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(".work", "__pycache__"))
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
