"""What the proofs share: seeds, damage to files, the small site, and programs to compare with."""

import argparse
import json
import random
import shutil
import struct
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "Tests/Proof/Site"
TEMPLATES = ROOT / "Tests/GoldenSites/templates"
TODAY = "2026-06-15"

# What has harmed programs like this one, and what stands at the edges of its own languages.
HOSTILE = [
    b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x0c", b"\x1b[2J",
    "\u2028".encode(), "\u202e".encode(), "\u0301".encode(), "\ufffd".encode(), "\U0001f1e6".encode(), "\ufdfd".encode(),
    b"---\n", b"...\n", b"---", b"\n\n", b"\t", b": ", b"- ", b"? ", b"&a ", b"*a ", b"!!int ", b"!<x> ", b"<<: ", b"%YAML 9\n",
    b"|+9\n", b">-\n", b"[[[[[[[[", b"{{{{{{{{", b"{a: b, ", b"\"\\x", b"'", b"\"", b"#", b"@", b"`", b"~", b"null", b"yes",
    b"9223372036854775807", b"-9223372036854775808", b"99999999999999999999", b"1e999", b"0x1F", b"2026-02-30", b"0000-00-00",
    b"9999-12-31", b"12:99", b"\xc2\xa3\xd9\xa1\xd9\xa2",
    b"<!--", b"-->", b"<!-->", b"--!>", b"<![CDATA[", b"]]>", b"<script>", b"</script", b"<style>", b"<svg><title>", b"<math>",
    b"<a href=javascript:1>", b"<img src=x onerror=1>", b"<plaintext>", b"<template>", b"<select><option>", b"</", b"<?php ?>",
    b"<p a=b a=c", b"&#0;", b"&#x110000;", b"&#xD800;", b"&amp", b"&NotEqualTilde;", b"&ThickSpace;",
    b"![](", b"[](", b"[a]: ", b"[^a]", b"[^a]: ", b"[@ada2001", b"[@]", b"](term:", b"](<", b"](//", b"](file:", b"](..//..",
    b"](#", b"](%00)", b"](%", b"[x]", b"- [ ] ", b"> [!NOTE]\n", b"> ", b"|---|", b"| a |\n|-|\n", b"\\|", b"~~~", b"```", b"    ",
    b"***", b"___", b"<https://a", b"www.", b"a@b.c", b"<!-- daylight: allow ", b"<br/>", b"# ", b"====", b"\\\n", b"1) ",
    b"{{", b"}}", b"{{{", b"{{#page}}", b"{{/page}}", b"{{>base}}", b"{{<base}}", b"{{$main}}", b"{{=<% %>=}}", b"{{!", b"{{.}}",
    b"{partner}", b"(a|", b"...", b"^", b"+", b"[a|b]", b"{number}", b"url(", b"@import", b"@media(", b"/*", b"*/", b"expression(",
    b"\\66\\6f", b"u+0-10ffff", b"<<<<<<< a\n", b"=======\n", b">>>>>>> b\n", b"../", b"..\\", b"/etc/passwd", b"CON", b"a\nb: c",
]


def damaged(rng, data, others):
    """The bytes with one to four changes; `others` are files to take pieces from."""
    for _ in range(rng.choice([1, 1, 1, 2, 3, 4])):
        data = change(rng, data, others)
    return data


# What an author may write, which often makes a page that can be published.
WRITTEN = [
    "A knot. ", "It is *not* **your** fault. ", "\n\n## Rest\n\n", "\n- one\n- two\n", "\n1. one\n\n   more\n", "\n> Said.\n",
    "\n> [!NOTE]\n> Rest.\n", "[help](../help.md) ", "[@ada2001] ", "a[^n]\n\n[^n]: Note.\n", "`code` ", "\n```\ncode\n```\n",
    "\n| a | b |\n|---|--:|\n| 1 | 2 |\n", "~~gone~~ ", "https://example.org/a_(b) ", "“Quoted” ", "\"straight\" ", "it's ", "…—– ",
    "&copy; &#8212; ", "  \n", "\\\n", "\n***\n", "strong ties and STT ", "tie that holds ", "é ü ß 漢字 العربية ", "\u00ad\u200b",
    "![A tree](../pictures/way.svg) ", "\n[r]: ../help.md\n", "[r] ", "<b>x</b> ", "\n<!-- quiet -->\n", "0808 2000 247 ",
]


def written_on(rng, data):
    """The bytes with a few sentences and marks more at the ends of words."""
    for _ in range(rng.randrange(1, 8)):
        places = [n + 1 for n, byte in enumerate(data) if byte in b" \n"][10:] or [len(data)]
        place = rng.choice(places)
        data = data[:place] + rng.choice(WRITTEN).encode() + data[place:]
    return data


def change(rng, data, others):
    start = rng.randrange(len(data) + 1)
    end = min(len(data), start + rng.choice([1, 2, 4, 8, 30, 200, 2000]))
    kind = rng.randrange(10)
    if kind == 0:
        return data[:start] + bytes([rng.randrange(256)]) + data[start + 1:]
    if kind == 1:
        return data[:start] + data[end:]
    if kind == 2:
        return data[:end] + data[start:end] * rng.choice([1, 2, 50]) + data[end:]
    if kind in (3, 4, 5):
        return data[:start] + rng.choice(HOSTILE) + data[start:]
    if kind == 6:
        return data[:start] + rng.choice(HOSTILE) * rng.choice([10, 100, 1000, 20000]) + data[start:]
    if kind == 7:
        other = rng.choice(others)
        place = rng.randrange(len(other) + 1)
        return data[:start] + other[place:place + rng.choice([10, 100, 1000])] + data[end:]
    if kind == 8:
        return data[:start]
    # A line somewhere else, or the bytes of a line in another order.
    lines = data.split(b"\n")
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def soup(rng, count):
    return b"".join(rng.choice(HOSTILE + [b"word ", b"\n", b" ", b"a"]) for _ in range(count))


def small_site(folder):
    """Writes the small site with its templates into a folder that is not there yet, and names its files."""
    shutil.copytree(SITE, folder)
    if not (folder / "templates").exists():
        shutil.copytree(TEMPLATES, folder / "templates")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def arguments(description, count):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seed", type=int, default=1, help="the first seed; each input has its own (default 1)")
    parser.add_argument("--count", type=int, default=count, help=f"how many inputs (default {count})")
    return parser


def generator(seed, *names):
    return random.Random(f"{seed} {names}")


class Probe:
    """The program `probe`, which answers documents with what it reads in them."""

    def __init__(self, path, kind):
        self.process = subprocess.Popen([str(path), kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={})

    def __call__(self, document):
        try:
            self.process.stdin.write(struct.pack(">I", len(document)) + document)
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = b""
        if not answer:
            raise SystemExit(f"probe ended with {self.process.wait()}; the document was:\n{document!r}")
        return json.loads(answer)
