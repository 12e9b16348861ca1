"""Names of templates that a page mentions, against the theme and against the reference."""

import re
from pathlib import Path

import yaml

from support.document import Document

TAG = re.compile(r"\{\{(?P<kind>[#^/>{&$<]?)\s*(?P<name>[a-z][\w.-]*)\s*\}?\}\}")


def string_names(node: object, path: str = "") -> set[str]:
    if not isinstance(node, dict):
        return {path}
    return {path} | {name for key, value in node.items() for name in string_names(value, f"{path}.{key}".strip("."))}


def unknown_template_names(documents: list[Document], reference: Document, templates: Path) -> list[str]:
    """`reference` lists every value in its tables; an item of a list has its last part alone."""
    values = {code.text for code in reference.code if re.fullmatch(r"[a-zA-Z][\w.]*", code.text)}
    values |= {value.rpartition(".")[2] for value in values}
    strings = string_names(yaml.safe_load((templates / "strings/en.yaml").read_text()))
    parents = {file.stem for file in templates.glob("*.mustache")}
    partials = {file.stem for file in templates.glob("partials/*.mustache")} | parents
    blocks = {
        block for file in templates.rglob("*.mustache") for block in re.findall(r"\{\{\$\s*(\w+)", file.read_text())
    }
    findings = []
    for document in documents:
        for code in document.code:
            for tag in TAG.finditer(code.text):
                name, kind = tag["name"], tag["kind"]
                if kind == ">":
                    known = partials
                elif kind == "<":
                    known = parents
                elif kind == "$" or kind == "/" and name in blocks | parents:
                    known = blocks | parents
                elif name.startswith("strings."):
                    name, known = name.removeprefix("strings."), strings
                elif name.startswith("extra"):
                    continue
                else:
                    # Part of a value whose kind has parts, such as an address.
                    whole, _, part = name.rpartition(".")
                    known = values | ({name} if {whole, part} <= values else set())
                if name not in known:
                    findings.append(f"{document.path.name}:{code.line}: templates have no ‘{tag[0]}’")
    return findings
