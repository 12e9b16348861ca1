"""Compares what Daylight reads in YAML with what PyYAML reads, without resolving any type.

What Daylight refuses on purpose (anchors, tags, names that stand twice, comments that cut a value off, several
documents, deep nesting) PyYAML may read; nothing else may be read by one and refused by the other, or read otherwise.
PyYAML refuses every tab outside quotation marks, which YAML allows after the indentation: there a blank is compared.

    .venv/bin/python Tests/Proof/yaml_differential.py --count 10000
"""

import json
from collections import Counter

import yaml

import proof

WORDS = ["rest", "a walk", "yes", "no", "null", "~", "12", "1.5", "2026-05-31", "24/7", "+44 1632 960123", "it's", "a: b", "a:b", "c #d", "#e", "- f", "-g",
         "h,", "[i", "j]", "{k", "l}", "&m", "*n", "!o", "%p", "@q", "`r", "\"s\"", "'t'", "u\\v", "ü ß 漢", "“w”", "?x", "? y", ":z", "::", "|", ">", "<<", "=",
         "trailing ", " leading", "tab\tin", "x" * 90, "", "...", "---"]
NAMES = ["title", "summary", "a", "b", "c", "order", "sources", "extra", "with space", "ü", "0", "yes", "\"quoted\"", "'single'", "long-name_1"]


class Writer:
    def __init__(self, rng):
        self.rng = rng

    def document(self):
        rng = self.rng
        text = "\n".join(self.mapping(0, 0)) if rng.random() < 0.8 else "\n".join(self.sequence(0, 0))
        text = rng.choice(["", "", "", "---\n", "# a comment\n", "\n"]) + text + rng.choice(["\n", "\n", "", "\n\n", "\n...\n", "\n# end\n"])
        for _ in range(rng.choice([0, 0, 0, 1, 2])):
            place = rng.randrange(len(text) + 1)
            text = text[:place] + rng.choice([" ", "\n", "\t", ":", ": ", "-", "- ", "#", " #", "'", "\"", ",", "[", "]", "{", "}", "|", ">", "é", "\\"]) + text[place:]
        return rng.choice([text, text, text.replace("\n", "\r\n")])

    def mapping(self, indent, depth):
        lines = []
        for name in self.rng.sample(NAMES, self.rng.randrange(1, 5)):
            lines += self.after(" " * indent + name + ":", indent, depth)
            if self.rng.random() < 0.08:
                lines.append(self.rng.choice(["", " " * indent + "# said", "   "]))
        return lines

    def sequence(self, indent, depth):
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            lines += self.after(" " * indent + "-", indent, depth, isItem=True)
        return lines

    def after(self, start, indent, depth, isItem=False):
        rng = self.rng
        kind = rng.randrange(12)
        inner = indent + 2
        if kind < 5 or depth > 3:
            return [start + " " + self.scalar(inner, isKey=not isItem) + rng.choice(["", "", "", "  ", " # said"])]
        if kind == 5:
            return [start + " " + self.flow(0) + rng.choice(["", "  ", " # said"])]
        if kind in (6, 7):
            head = rng.choice(["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-"])
            lines = [rng.choice(["", " " * inner]) if rng.random() < 0.2 else " " * inner + rng.choice(["", "", "", "  "]) + rng.choice(WORDS).strip("\t")
                     for _ in range(rng.randrange(0, 4))]
            if lines and not lines[0].strip() and not any(mark in head for mark in "2"):
                lines[0] = " " * inner + "first"
            return [start + " " + head + rng.choice(["", " # said"])] + lines
        if kind == 8:
            return [start]
        if kind == 9:
            return [start] + self.sequence(rng.choice([inner, indent]) if not isItem else inner, depth + 1)
        if kind == 10 and isItem:
            lines = self.mapping(inner, depth + 1)
            return [start + " " + lines[0].lstrip()] + lines[1:]
        return [start] + self.mapping(inner, depth + 1)

    def scalar(self, inner, isKey):
        rng = self.rng
        text = rng.choice(WORDS)
        kind = rng.randrange(8)
        if kind < 4:
            return text
        if kind == 4:
            return "'" + text.replace("'", "''") + "'"
        if kind == 5:
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + rng.choice(["", "\\n", "\\u00e9", "\\x41", "\\t", "\\\\"]) + '"'
        if kind == 6:
            return "plain words\n" + " " * inner + "on two lines"
        return '"two\n' + rng.choice(["", "\n"]) + " " * inner + 'lines"'

    def flow(self, depth):
        rng = self.rng
        def one():
            if depth < 3 and rng.random() < 0.2:
                return self.flow(depth + 1)
            return rng.choice(["a", "b c", "'d, e'", '"f: g"', "12", "h#i", "j k", "é", "http://x.example/a", "-1"])
        items = [one() for _ in range(rng.randrange(0, 4))]
        if rng.random() < 0.5:
            return "[" + rng.choice([", ", ","]).join(items) + rng.choice(["]", "]", ",]", " ]"])
        names = rng.sample(["a", "b", "c d", "'e'", '"f"'], len(items))
        return "{" + ", ".join(f"{name}: {item}" for name, item in zip(names, items)) + "}"


# By rule, or by a part of the message where the rule has others, too.
REFUSED_ON_PURPOSE = ["yaml-alias", "yaml-tag", "duplicate-key", "comment-in-value", "yaml-too-deep", "yaml-too-large", "visible-comment",
                      "conflict-marker",
                      # libyaml wants no tab at the beginning of a block, even after its indentation.
                      "tab-indentation", "a second YAML document", "cannot be used as a name", "escaped control character", "cannot be seen"]


def theirs(text):
    """A value, or the name of an error."""
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        return type(error).__name__
    return [] if node is None else [value(node)]


def without_tabs(value):
    return json.loads(json.dumps(value).replace("\\t", " "))


def value(node):
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [value(each) for each in node.value]
    return {"fields": [part for key, each in node.value for part in (value(key), value(each))]}


def main():
    parser = proof.arguments(__doc__.split("\n")[0], 10000)
    parser.add_argument("--probe", default=".build-proof/release/probe")
    parser.add_argument("--show", type=int, default=8, help="how many differences to show (default 8)")
    options = parser.parse_args()
    probe = proof.Probe(proof.ROOT / options.probe, "yaml")
    results, different = Counter(), []
    for seed in range(options.seed, options.seed + options.count):
        text = Writer(proof.generator(seed, "yaml")).document()
        ours, other = probe(text.encode()), theirs(text)
        findings = set(ours["findings"])
        if not findings and ours.get("value", []) == other:
            results["read alike"] += 1
        elif not findings and "\t" in text and without_tabs(ours.get("value", [])) == without_tabs(theirs(text.replace("\t", " "))):
            results["read alike but for tabs"] += 1
        elif findings and isinstance(other, str):
            results["refused by both"] += 1
        elif findings and all(any(part in finding for part in REFUSED_ON_PURPOSE) for finding in findings):
            results["refused on purpose"] += 1
        else:
            different.append(seed)
            if len(different) <= options.show:
                print(f"seed {seed}\n{text}\n--- ours {sorted(findings)}\n{ours.get('value')}\n--- PyYAML\n{other}\n", flush=True)
    said = ", ".join(f"{count} {name}" for name, count in sorted(results.items()))
    print(f"{options.count} documents from seed {options.seed}: {said}, {len(different)} different"
          + (f": seeds {different[:20]}" if different else ""))
    raise SystemExit(1 if different else 0)


if __name__ == "__main__":
    main()
