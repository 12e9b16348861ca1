"""The commands and options of the program against those that the pages name."""

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from support.document import Document

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
COMMAND = re.compile(r"(?:^|[\s/(])daylight((?: [a-z][a-z-]*)*)")
EVERYWHERE = {"--help", "--version"}
# Options of other programs that a text names without the program.
OTHERS = {"--delete": "rsync"}


@dataclass
class Command:
    path: tuple[str, ...]
    options: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return " ".join(("daylight", *self.path))


def commands(program: Path) -> dict[tuple[str, ...], Command]:
    dump = subprocess.run([program, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
    found: dict[tuple[str, ...], Command] = {}

    def collect(node: dict, path: tuple[str, ...]) -> None:
        if not node.get("shouldDisplay", True):
            return
        names = {
            "--" + name["name"]
            for argument in node.get("arguments", [])
            if argument.get("shouldDisplay", True)
            for name in argument.get("names", [])
            if name["kind"] == "long"
        }
        found[path] = Command(path, names)
        for sub in node.get("subcommands", []):
            if sub["commandName"] != "help":
                collect(sub, (*path, sub["commandName"]))

    collect(json.loads(dump)["command"], ())
    return found


def calls(document: Document) -> list[tuple[int, str]]:
    """Every line of code on a page."""
    lines = [(code.line, code.text) for code in document.code]
    for block in document.blocks:
        if block.language in ("sh", "console", "text", "yaml"):
            joined = block.text.replace("\\\n", " ")
            lines += [(block.line, line) for line in joined.splitlines()]
    return lines


def called(line: str, known: dict[tuple[str, ...], Command]) -> tuple[str, ...] | None:
    """The command that a line of code calls, as far as it is one."""
    found = COMMAND.search(line)
    if not found:
        return None
    words = tuple(found[1].split())
    while words and words not in known:
        words = words[:-1]
    return words


def unknown_names(
    documents: list[Document], known: dict[tuple[str, ...], Command], style: str = ""
) -> list[str]:
    """Commands and options on the pages that the program does not have.

    Custom properties of `style` are written like options and are none.
    """
    findings = []
    every = set().union(*(command.options for command in known.values())) | EVERYWHERE
    for document in documents:
        for line, text in calls(document):
            place = f"{document.path.name}:{line}"
            found = COMMAND.search(text)
            if found and (words := found[1].split()) and (words[0],) not in known and is_call(text):
                findings.append(f"{place}: there is no command ‘daylight {words[0]}’")
                continue
            path = called(text, known)
            options = OPTION.findall(text[found.start() :] if found else text)
            if path is None:
                # A piece of code that is nothing but an option belongs to daylight.
                own = every | set(OTHERS) if text.startswith("--") else None
            else:
                own = known[path].options | EVERYWHERE if path else every
            for option in options:
                if own is not None and option not in own and option not in style:
                    name = known[path].name if path else "daylight"
                    findings.append(f"{place}: ‘{name}’ has no option ‘{option}’")
    return findings


def is_call(text: str) -> bool:
    """Whether the word daylight begins a command, and is not just the name of something."""
    return re.match(r"(\$ )?(?:[\w./]*/)?daylight ", text.strip()) is not None


def unmentioned(documents: list[Document], known: dict[tuple[str, ...], Command]) -> list[str]:
    """Commands and options that no page names."""
    named: set[tuple[str, ...]] = set()
    options: dict[tuple[str, ...] | None, set[str]] = {None: set()}
    for document in documents:
        for _, text in calls(document):
            path = called(text, known)
            if path is not None:
                named |= {path[:length] for length in range(len(path) + 1)}
            options.setdefault(path, set()).update(OPTION.findall(text))
    alone = options[None] | options.get((), set())
    findings = []
    for path, command in known.items():
        if path not in named:
            findings.append(f"no page names ‘{command.name}’")
        for option in sorted(command.options - EVERYWHERE - alone - options.get(path, set())):
            findings.append(f"no page names the option ‘{option}’ of ‘{command.name}’")
    return findings


def unknown_targets(documents: list[Document], makefile: str) -> list[str]:
    """`make TARGET` on the pages, where the Makefile has no such target."""
    targets = set(re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE))
    findings = []
    for document in documents:
        for line, text in calls(document):
            for target in re.findall(r"^(?:\$ )?(?:[A-Z]+=\S+ )*make ([a-z][\w-]*)", text.strip()):
                if target not in targets:
                    findings.append(f"{document.path.name}:{line}: the Makefile has no ‘{target}’")
    return findings
