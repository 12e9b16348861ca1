"""Compares what a page shows of a program with what the program says today."""

import re

DATE = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}\b"
)
DURATION = re.compile(r"\b\d+(?:\.\d+)? (?:ms|s)\b")
PORT = re.compile(r"(127\.0\.0\.1|localhost):\d+")
LEFT_OUT = "…"


def settled(text: str) -> str:
    """Without what differs from day to day and from machine to machine."""
    text = DATE.sub("DATE", text)
    text = DURATION.sub("DURATION", text)
    text = PORT.sub(r"\1:PORT", text)
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def matches(shown: str, actual: str) -> bool:
    """`…` stands for anything within a line; alone on a line, for any number of lines."""
    pattern = ""
    for line in settled(shown).splitlines():
        if line.strip() == LEFT_OUT:
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += r"[^\n]*?".join(map(re.escape, line.split(LEFT_OUT))) + r"\n"
    return re.fullmatch(pattern, settled(actual) + "\n") is not None


def difference(shown: str, actual: str) -> str:
    return f"the page shows:\n{indented(settled(shown))}\nthe program says:\n{indented(settled(actual))}"


def indented(text: str) -> str:
    return "\n".join("    " + line for line in text.splitlines())
