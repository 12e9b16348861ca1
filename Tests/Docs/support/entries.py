"""Puts an example of YAML into a file, as an author would: what has the same name is replaced, the rest is added.

Works on lines, so the example stays exactly as the page shows it.
"""

import re
from dataclasses import dataclass, field

KEY = re.compile(r"""^(\s*)("?[\w.\- ]+"?):(?:\s|$)""")
ITEM = re.compile(r"^(\s*)- (.*)$")


@dataclass
class Entry:
    """A line with the lines that belong to it."""

    name: str
    lines: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Where it begins, after its comments."""
        return next(i for i, line in enumerate(self.lines) if not line.lstrip().startswith("#"))

    @property
    def is_nested(self) -> bool:
        line = self.lines[self.first]
        has_parts = line.rstrip().endswith(":") or ITEM.match(line) and KEY.match(self.name[2:])
        return bool(has_parts) and len(self.lines) > self.first + 1


def entries(lines: list[str]) -> tuple[list[str], list[Entry]]:
    """What comes before the first entry, and the entries of one level."""
    head: list[str] = []
    found: list[Entry] = []
    indent: int | None = None
    comments: list[str] = []
    for line in lines:
        text = line.strip()
        depth = len(line) - len(line.lstrip())
        opens = text and not text.startswith("#") and (indent is None or depth <= indent)
        if opens:
            indent = depth if indent is None else indent
            found.append(Entry(name(line), comments))
            comments = []
        elif text.startswith("#") and depth <= (indent or 0):
            # A comment belongs to what comes below it.
            comments.append(line)
            continue
        else:
            (found[-1].lines if found else head).extend(comments)
            comments = []
        (found[-1].lines if found else head).append(line)
    (found[-1].lines if found else head).extend(comments)
    return head, found


def name(line: str) -> str:
    if item := ITEM.match(line):
        return "- " + item[2].strip()
    key = KEY.match(line)
    return key[2].strip('"') if key else line.strip()


def merged(old: str, new: str) -> str:
    return "\n".join(merged_lines(old.splitlines(), new.splitlines())).rstrip("\n") + "\n"


def merged_lines(old: list[str], new: list[str]) -> list[str]:
    head, have = entries(old)
    intro, added = entries(new)
    names = [entry.name for entry in have]
    lines = have
    for entry in added:
        if entry.name not in names:
            lines.append(entry)
            continue
        place = names.index(entry.name)
        if entry.is_nested and have[place].is_nested and is_by_name(entry):
            old_entry = have[place]
            body = merged_lines(old_entry.lines[old_entry.first + 1 :], entry.lines[entry.first + 1 :])
            lines[place] = Entry(entry.name, [*entry.lines[: entry.first + 1], *body])
        else:
            lines[place] = entry
    return [*head, *intro, *(line for entry in lines for line in entry.lines)]


def is_by_name(entry: Entry) -> bool:
    """Whether what is in it has names: other lists are replaced as a whole."""
    inner = entries(entry.lines[entry.first + 1 :])[1]
    return all(not each.name.startswith("- ") or KEY.match(each.name[2:]) for each in inner)
