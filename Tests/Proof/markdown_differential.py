"""Compares the bodies of our pages with what cmark-gfm's own program makes of the same Markdown.

The text that readers see, and the elements around it, have to be the same, except for what Daylight adds (ids, words of
the glossary, notes, numbers, wrappers) and takes away (raw HTML).

    .venv/bin/python Tests/Proof/markdown_differential.py --count 10000
"""

import re
import subprocess
from html.parser import HTMLParser

import proof

WORDS = ["rest", "a", "walk", "quiet", "the", "house", "tea", "slowly", "and", "light", "Sunday", "window", "is", "warm", "né", "über",
         "word’s", "don't", '"quoted"', "5", "1.5", "a_b_c", "snake_case", "2*3", "x < y", "a&b", "&amp;", "&copy;", "&#65;", "c:\\d",
         "100%", "e.g.", "(aside)", "[bracket]", "{brace}", "back\\*slash", "\\_", "…", "—"]


class Writer:
    """Writes a document of everything that Markdown has, well formed or nearly so."""

    def __init__(self, rng):
        self.rng = rng
        self.footnotes = 0

    def document(self):
        return "\n\n".join(self.block(0) for _ in range(self.rng.randrange(1, 8))) + "\n"

    def block(self, depth):
        kinds = [self.paragraph] * 5 + [self.heading, self.code, self.rule, self.table, self.setext, self.definition]
        if depth < 3:
            kinds += [lambda: self.list(depth), lambda: self.list(depth), lambda: self.quotation(depth)]
        return self.rng.choice(kinds)()

    def paragraph(self):
        lines = [self.line() for _ in range(self.rng.randrange(1, 4))]
        ending = self.rng.choice(["\n", "\n", "  \n", "\\\n"])
        # cmark takes a backslash after a bare address for a part of it; we end the address, and break the line.
        if ending == "\\\n" and any(re.search(r"https://\S*$", line) for line in lines[:-1]):
            ending = "\n"
        return ending.join(lines)

    def line(self):
        return " ".join(self.inline(0) for _ in range(self.rng.randrange(1, 9)))

    def inline(self, depth):
        rng = self.rng
        word = rng.choice(WORDS)
        if depth > 2 or rng.random() < 0.6:
            return word
        inner = " ".join(self.inline(depth + 1) for _ in range(rng.randrange(1, 4)))
        mark = rng.choice(["*", "_", "**", "__", "~~", "***"])
        return rng.choice([
            f"{mark}{inner}{mark}", f"{mark}{inner}{mark}", f"`{word}`", f"``{word} ` {word}``", f"{inner}{mark}", f"{mark} {inner}{mark}",
            f"[{inner}](https://example.org/{word.strip(chr(34))})" if depth == 0 else inner,
            f'[{inner}](https://example.org/a "Title")' if depth == 0 else inner,
            f"https://example.org/{rng.choice(['a', 'a_b', 'a?b=c&d', 'a).', 'a(b)', 'a;'])}" if depth == 0 else inner,
            f"<https://example.org/{rng.choice('abc')}>" if depth == 0 else inner, f"[{inner}][r]" if depth == 0 else inner,
        ])

    def heading(self):
        return "#" * self.rng.randrange(2, 5) + " " + self.line() + self.rng.choice(["", " #", " ##"])

    def setext(self):
        return self.line() + "\n" + self.rng.choice(["---", "----- "])

    def code(self):
        body = "\n".join(self.line() for _ in range(self.rng.randrange(0, 3)))
        if self.rng.random() < 0.3:
            return "\n".join("    " + line for line in body.split("\n"))
        fence = self.rng.choice(["```", "~~~", "````"])
        return f"{fence}{self.rng.choice(['', 'text', ' python'])}\n{body}\n{fence}"

    def rule(self):
        return self.rng.choice(["***", "---", "* * *", "___"])

    def table(self):
        width = self.rng.randrange(1, 4)
        cell = lambda: self.inline(1).replace("|", "")
        row = lambda n: "| " + " | ".join(cell() for _ in range(n)) + " |"
        lines = [row(width), "|" + "|".join(self.rng.choice(["---", ":--", "--:", ":-:"]) for _ in range(width)) + "|"]
        return "\n".join(lines + [row(max(1, width + self.rng.choice([0, 0, -1]))) for _ in range(self.rng.randrange(0, 3))])

    def definition(self):
        return f"[r]: https://example.org/{self.rng.choice('abc')}"

    def quotation(self, depth):
        return "\n".join(self.rng.choice(["> ", ">", "> "]) + line for line in self.block(depth + 1).split("\n"))

    def list(self, depth):
        mark = self.rng.choice(["- ", "* ", "+ ", "1. ", "3) "])
        items = []
        for _ in range(self.rng.randrange(1, 4)):
            inner = "\n\n".join(self.block(depth + 1) for _ in range(self.rng.choice([1, 1, 2])))
            items.append(mark + inner.replace("\n", "\n" + " " * len(mark)))
        return self.rng.choice(["\n", "\n\n"]).join(items)


class Outline(HTMLParser):
    """The elements and the text of a body, without what Daylight adds."""

    KEPT = {"a": ["href", "title"], "ol": ["start"], "img": ["src", "alt", "title"]}
    ADDED = {"div", "section", "nav", "figure", "figcaption", "span", "dfn", "wbr"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.skipped = []
        self.host = False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if self.is_added(tag, values):
            self.skipped.append(tag)
            # Where the text of a link does not say where it leads, its host is added.
            self.host = values.get("class") == "host"
            return
        if tag not in ("br", "hr", "img", "input"):
            self.skipped.append(None)
        kept = {name: values[name] for name in self.KEPT.get(tag, []) if values.get(name)}
        if "href" in kept:
            # Brackets are written as such in addresses that leave the site, as the URL standard does.
            kept["href"] = kept["href"].replace("%5B", "[").replace("%5D", "]")
        align = re.search(r"text-align: ?(\w+)|align-(\w+)", values.get("style", "") + " " + values.get("class", "") )
        if tag in ("td", "th"):
            kept["align"] = values.get("align") or (align and (align[1] or align[2])) or ""
        self.parts.append((tag, tuple(sorted(kept.items()))))

    def is_added(self, tag, values):
        return tag in self.ADDED or (tag == "a" and "glossary" in values.get("class", "") + values.get("href", ""))

    def handle_endtag(self, tag):
        if tag in ("br", "hr", "img", "input"):
            return
        self.host = False
        if not self.skipped or self.skipped.pop() is None:
            self.parts.append("/" + tag)

    def handle_data(self, data):
        text = " ".join(data.split())
        if not text or self.host:
            return
        if self.parts and isinstance(self.parts[-1], str) and self.parts[-1].startswith("'"):
            self.parts[-1] += " " + text
        else:
            self.parts.append("'" + text)


def outline(html):
    parser = Outline()
    parser.feed(html)
    parser.close()
    joined = []
    for part in parser.parts:
        if isinstance(part, str) and part.startswith("'") and joined and isinstance(joined[-1], str) and joined[-1].startswith("'"):
            joined[-1] += part[1:]
        else:
            joined.append(part)
    return [re.sub(r"\s+", "", part) if isinstance(part, str) else part for part in joined]


def main():
    parser = proof.arguments(__doc__.split("\n")[0], 10000)
    parser.add_argument("--probe", default=".build-proof/release/probe")
    parser.add_argument("--show", type=int, default=5, help="how many differences to show (default 5)")
    options = parser.parse_args()
    probe = proof.Probe(proof.ROOT / options.probe, "markdown")
    compared, refused, different = 0, 0, []
    for seed in range(options.seed, options.seed + options.count):
        text = Writer(proof.generator(seed, "markdown")).document()
        ours = probe(text.encode())
        if "text-limit" in ours["findings"]:
            refused += 1
            continue
        theirs = cmark(text)
        compared += 1
        if outline(ours["html"]) != outline(theirs):
            different.append(seed)
            if len(different) <= options.show:
                tell(seed, text, ours["html"], theirs)
    print(f"{compared} documents from seed {options.seed} compared with cmark-gfm, {refused} refused by a limit, "
          f"{len(different)} different" + (f": seeds {different[:20]}" if different else ""))
    raise SystemExit(1 if different else 0)


def tell(seed, text, ours, theirs):
    print(f"seed {seed}\n--- Markdown\n{text}--- ours\n{ours}--- cmark-gfm\n{theirs}--- first difference")
    for mine, other in zip(outline(ours) + [None] * 999, outline(theirs) + [None]):
        if mine != other:
            print(f"{mine}\n{other}\n", flush=True)
            return


def cmark(text):
    extensions = [part for name in ("footnotes", "table", "strikethrough", "autolink", "tasklist") for part in ("-e", name)]
    command = ["cmark-gfm", "--to", "html", "--strikethrough-double-tilde", *extensions]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


if __name__ == "__main__":
    main()
