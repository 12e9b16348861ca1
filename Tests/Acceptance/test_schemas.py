"""The schemas for editors, tried with a validator that knows nothing of Daylight."""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from support.yaml_core import read

ROOT = Path(__file__).parents[2]
DAYLIGHT = ROOT / ".build/release/daylight"
DATA = ["site", "help", "sources", "people", "language"]


def daylight(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess:
    return subprocess.run(
        [DAYLIGHT, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60
    )


@cache
def names() -> list[str]:
    return [line.split()[0] for line in daylight("schema").stdout.splitlines()]


@cache
def schema(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(daylight("schema", name).stdout))


def errors(name: str, value) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema(name).iter_errors(value)]


def front_matter(file: Path) -> str | None:
    found = re.match(r"---[ \t]*\n(.*?)^---[ \t]*$", file.read_text(), re.S | re.M)
    return found.group(1) if found else None


def kind(path: Path) -> str:
    """The kind of a page by its place in `content`."""
    parts = path.parts
    if len(parts) == 1:
        names = {"index": "home", "404": "not-found", "help": "help", "questions": "questions"}
        return names.get(path.stem, "page")
    if path.stem == "index":
        return {"glossary": "glossary", "practice": "practice"}.get(parts[0] if len(parts) == 2 else "", "section")
    folders = {"paths": "path", "checklists": "checklist", "glossary": "term", "practice": "person"}
    return folders.get(parts[0], "article")


# Whether the schemas are right


def test_every_schema_is_one_by_the_meta_schema():
    assert len(names()) == 19
    for name in names():
        Draft7Validator.check_schema(json.loads(daylight("schema", name).stdout))


def test_all_schemas_can_be_written_to_a_folder_and_are_the_same_each_time(tmp_path):
    for _ in range(2):
        ended = daylight("schema", "--into", tmp_path / "a/b")
        assert ended.returncode == 0 and "19 schemas" in ended.stderr
        written = {file.name: file.read_text() for file in (tmp_path / "a/b").iterdir()}
        assert sorted(written) == sorted(f"{name}.schema.json" for name in names())
        for name in names():
            assert written[f"{name}.schema.json"] == daylight("schema", name).stdout


def test_a_wrong_name_is_answered_with_the_nearest():
    ended = daylight("schema", "sorces")
    assert ended.returncode == 64 and "did you mean ‘sources’?" in ended.stderr
    assert daylight("schema", "site.yaml").stdout == daylight("schema", "site").stdout


# What is right is right by them


CONTENTS = [ROOT / "content"] + sorted(
    folder / "content"
    for folder in (ROOT / "Tests/GoldenSites").iterdir()
    # One site is wrong on purpose.
    if (folder / "content").is_dir() and folder.name != "broken-everything"
)


def wrong_files(content):
    found = []
    for name in DATA:
        file = content / f"{name}.yaml"
        value = read(file.read_text()) if file.exists() else None
        if value is not None:
            found += [f"{file}: {error}" for error in errors(name, value)]
    for file in sorted(content.rglob("*.md")):
        text = front_matter(file)
        if text is None:
            continue
        for name in [f"front-matter-{kind(file.relative_to(content))}", "front-matter"]:
            found += [f"{file} ({name}): {error}" for error in errors(name, read(text))]
    return found


@pytest.mark.parametrize("content", CONTENTS, ids=lambda path: path.parent.name)
def test_every_file_of_our_sites_is_right(content):
    assert wrong_files(content) == []


@pytest.mark.parametrize("starter", ["minimal", "practice", "trauma-bonds"])
def test_every_file_of_a_new_site_is_right(starter, tmp_path):
    ended = daylight("new", "site", "new", "--defaults", "--starter", starter, cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert wrong_files(tmp_path / "new/content") == []


# What the decoder refuses is refused

SITE = "name: X\npractice: {name: P}\nhelpRegion: gb\nsafetyPage: safe.md\n"
SERVICE = "name: L\nkind: crisis\nsource: https://a.example/\n"
SOURCE = "a1: {title: T, kind: book}\n"
RULE = "id: r\nphrases: [a b]\nlevel: note\nwhy: Because.\ncatches: [a b, b a b]\npasses: [c, d]\n"
TERM = "term: T\nsummary: S.\nevidence: popular\n"


def service(text: str) -> str:
    lines = "".join(f"        {line}\n" for line in text.splitlines())
    return f"regions:\n  - id: gb\n    name: GB\n    services:\n      - {lines.strip()}\n"


def rule(text: str) -> str:
    return "- " + text.replace("\n", "\n  ").strip() + "\n"


# The schema, a document that is wrong, and the rule by which Daylight refuses it.
WRONG = [
    ("site", "shortName: X\n", "missing-field"),
    ("site", SITE + "nme: Y\n", "unknown-key"),
    ("site", SITE + "name2: Y\n", "unknown-key"),
    ("site", "name: [a, b]\n", "wrong-type"),
    ("site", SITE + "baseURL: www.example.org\n", "invalid-url"),
    ("site", SITE + "baseURL: https://a b.example/\n", "invalid-url"),
    ("site", SITE + "navigation: index.md\n", "wrong-type"),
    ("site", SITE + "discreet: yes\n", "wrong-type"),
    ("site", SITE + "feed: 'on'\n", "wrong-type"),
    ("site", SITE + "history: back\n", "unknown-value"),
    ("site", SITE + "glossary: [first]\n", "wrong-type"),
    ("site", SITE + "reviewGraceDays: many\n", "wrong-type"),
    ("site", SITE + "hosting: {days: 14}\n", "unknown-key"),
    ("site", SITE + "rules: {broken-lnk: note}\n", "unknown-rule"),
    ("site", SITE + "rules: {vague-link: never}\n", "unknown-value"),
    ("site", SITE + "rules: {broken-link: note}\n", "locked-rule"),
    ("site", SITE + "brand: {accent: teal-ish}\n", "invalid-colour"),
    ("site", SITE + "brand: {hero: a.jpg}\n", "missing-field"),
    ("site", SITE + "brand: {logoDark: a.svg}\n", "missing-field"),
    ("site", SITE + "exit: https://example.org/\n", "wrong-type"),
    ("site", SITE + "moments: {after: [a]}\n", "wrong-type"),
    ("site", "name: X\npractice: {address: A}\n", "missing-field"),
    ("site", "name: X\npractice: {name: P, phone: ask at the desk}\n", "invalid-phone"),
    ("site", "name: X\npractice: {name: P, type: Clinic}\n", "unknown-value"),
    ("site", "name: X\npractice: {name: P, fees: [{for: 50 minutes, amount: 60}]}\n", "invalid-fee"),
    ("site", "name: X\npractice: {name: P, fees: [{amount: £60}]}\n", "missing-field"),
    ("site", "name: X\npractice: {name: P, hours: [9 to 5]}\n", "invalid-hours"),
    ("site", "name: X\npractice: {name: P, locations: [{address: A}]}\n", "missing-field"),
    (
        "site",
        "name: X\npractice: {name: P, contact: {email: a at b, reply: a, callerID: b, bill: c, voicemail: d}}\n",
        "invalid-email",
    ),
    ("site", "name: X\npractice: {name: P, contact: {reply: a}}\n", "missing-field"),
    ("help", "regions: {id: gb}\n", "wrong-type"),
    ("help", "regions:\n  - name: GB\n", "missing-field"),
    ("help", service("name: L\nkind: crisis\n"), "missing-field"),
    ("help", service(SERVICE + "url: a.example\n"), "invalid-url"),
    ("help", service(SERVICE.replace("crisis", "women")), "unknown-value"),
    ("help", service(SERVICE + 'phone: "116123"\nhours: "24/7"\n'), "missing-field"),
    ("help", service(SERVICE + 'chat: https://a.example/chat\n'), "missing-field"),
    ("help", service(SERVICE + "billingNote: Nothing.\n"), "missing-field"),
    ("help", service(SERVICE + "verified: 31/05/2026\n"), "wrong-type"),
    ("help", service(SERVICE + "text: {keyword: HI}\nhours: always\n"), "missing-field"),
    ("sources", "A1: {title: T, kind: book}\n", "invalid-key"),
    ("sources", "a1: {kind: book}\n", "missing-field"),
    ("sources", "a1: {title: T}\n", "missing-field"),
    ("sources", "a1: {title: T, kind: film}\n", "unknown-value"),
    ("sources", "a1: {title: T, kind: book, doi: 'https://doi.org/10.1000/1'}\n", "invalid-doi"),
    ("sources", "a1: {title: T, kind: book, isbn: '123'}\n", "invalid-isbn"),
    ("sources", "a1: {title: T, kind: book, year: in press}\n", "wrong-type"),
    ("sources", "a1: {title: T, kind: book, checked: 2026-01-01}\n", "missing-field"),
    ("people", "id: anna\n", "wrong-type"),
    ("people", "- {id: anna, role: author}\n", "missing-field"),
    ("people", "- {id: anna, name: Anna, role: writer}\n", "unknown-value"),
    ("people", "- {id: anna, name: Anna, role: author, photo: a.jpg}\n", "missing-field"),
    ("people", "- {id: anna, name: Anna, role: author, languages: English}\n", "wrong-type"),
    ("language", rule(RULE.replace("level: note", "level: loud")), "unknown-value"),
    ("language", rule(RULE.replace("phrases: [a b]\n", "")), "missing-field"),
    ("language", rule(RULE + "allowIn: home\n"), "unknown-value"),
    ("language", rule(RULE + "unlessNegated: true\n"), "misplaced-key"),
    ("language", "- {list: people}\n", "missing-field"),
    ("language", "- {list: people, words: [a], level: note}\n", "unknown-key"),
    ("front-matter-article", "summary: S.\n", "missing-field"),
    ("front-matter-article", "title: T\nsumary: S.\n", "unknown-key"),
    ("front-matter-article", "title: T\ndate: 2026-05-31\n", "unknown-key"),
    ("front-matter-article", "title: T\nsequence: true\n", "misplaced-key"),
    ("front-matter-article", "title: T\nsteps: [a.md]\n", "misplaced-key"),
    ("front-matter-article", "title: T\npublished: 31 May 2026\n", "wrong-type"),
    ("front-matter-article", "title: T\npublished: 2026-13-01\n", "invalid-date"),
    ("front-matter-article", "title: T\norder: first\n", "wrong-type"),
    ("front-matter-article", "title: T\ntopics: shame\n", "wrong-type"),
    ("front-matter-article", "title: T\naliases: [old/]\n", "invalid-address"),
    ("front-matter-article", "title: T\nslug: A page\n", "invalid-address"),
    ("front-matter-article", "title: T\nglossary: some\n", "unknown-value"),
    ("front-matter-article", "title: T\nreviewer: {id: ann}\n", "wrong-type"),
    ("front-matter-path", "title: T\n", "missing-field"),
    ("front-matter-path", "title: T\nsteps: []\n", "missing-field"),
    ("front-matter-section", "title: T\nsequence: 1\n", "wrong-type"),
    ("front-matter-page", "title: T\nstatement: cookies\n", "unknown-value"),
    ("front-matter-term", "term: T\nevidence: popular\n", "missing-field"),
    ("front-matter-term", "term: T\nsummary: S.\nevidence: sure\n", "unknown-value"),
    ("front-matter-term", TERM + "title: T\n", "misplaced-key"),
    ("front-matter-term", TERM + "aliases: [/old/]\n", "address-in-aliases"),
]

PLACES = {
    "front-matter-article": "signs/x.md",
    "front-matter-path": "paths/x.md",
    "front-matter-section": "other/index.md",
    "front-matter-page": "x.md",
    "front-matter-term": "glossary/x.md",
}


@pytest.mark.parametrize(("name", "text", "rule"), WRONG)
def test_what_daylight_refuses_is_refused(name, text, rule, tmp_path):
    assert errors(name, read(text)) != []
    # The program itself says so too, by that rule, in a site that is small so that it answers at once.
    (tmp_path / "content").mkdir()
    shutil.copytree(ROOT / "Tests/GoldenSites/templates", tmp_path / "templates")
    for page in ("index", "help", "404"):
        (tmp_path / f"content/{page}.md").write_text("---\ntitle: T\n---\n\nRest is allowed.\n")
    if name in PLACES:
        file = f"content/{PLACES[name]}"
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(f"---\n{text}---\n\nRest is allowed.\n")
    else:
        file = f"content/{name}.yaml"
        (tmp_path / file).write_text(text)
    ended = daylight("check", "--format", "json", file, cwd=tmp_path)
    found = {finding["rule"] for finding in json.loads(ended.stdout)["diagnostics"]}
    assert rule in found


RIGHT = [
    ("site", SITE + "practice2: 1\n".replace("practice2: 1\n", "") + "history: normal\n"),
    ("site", "name: 2026\nshortName: 24/7\n"),
    ("site", SITE + "brand: {accent: '#1c5a5a', paper: ivory}\n"),
    ("site", SITE + "rules: {vague-link: off, heavy-picture: note}\n"),
    ("site", "name: X\npractice: {name: P, fees: [{for: a, amount: £25–£45}, {for: b, amount: free}]}\n"),
    ("site", "name: X\npractice: {name: P, hours: ['Mon–Thu 09:00–12:00, 13:00–17:00', Fri 9:00-13:00]}\n"),
    ("help", service(SERVICE + "verified:\n")),
    ("sources", "a-1: {title: T, kind: book, isbn: 978-0-306-40615-7, checked:}\n"),
    ("people", "- {id: anna, name: Anna, role: author, newClients: no}\n"),
    ("language", rule(RULE.replace("[a b]", "a b")) + "- {list: people, words: [a]}\n"),
    ("front-matter-article", "title: 1984\nreviewer: ann\nextra: {a: {b: [c]}}\n"),
    ("front-matter-article", "title: T\nslug: größe-1\naliases: [/old/, /a.html]\n"),
    ("front-matter", "title: T\nsequence: true\n"),
    ("front-matter", TERM),
]


@pytest.mark.parametrize(("name", "text"), RIGHT)
def test_what_daylight_allows_is_allowed(name, text):
    assert errors(name, read(text)) == []


# The editor


def settings(name: str):
    """A file of VS Code’s, which is JSON with comments on lines of their own."""
    text = (ROOT / "starters/shared/.vscode" / name).read_text()
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))


def test_the_settings_of_a_new_site_name_schemas_that_there_are_and_files_of_a_site():
    schemas = settings("settings.json")["yaml.schemas"]
    assert sorted(schemas) == sorted(f"./.vscode/schemas/{name}.schema.json" for name in DATA)
    for path, file in schemas.items():
        assert (ROOT / file.lstrip("/")).exists(), path


def test_nothing_is_fetched_or_sent_by_the_editor():
    chosen = settings("settings.json")
    assert chosen["yaml.schemaStore.enable"] is False
    assert chosen["redhat.telemetry.enabled"] is False


def problems(task: dict, output: str) -> list[tuple]:
    pattern = task["problemMatcher"]["pattern"]
    expression = re.compile(pattern["regexp"])
    order = ["file", "line", "column", "severity", "message", "code"]
    return [
        tuple(found.group(pattern[part]) for part in order)
        for found in map(expression.match, output.splitlines())
        if found
    ]


@pytest.mark.parametrize("label", ["Check the site", "Build the site"])
def test_a_task_of_the_editor_finds_each_problem_in_what_the_program_prints(label, tmp_path):
    task = next(t for t in settings("tasks.json")["tasks"] if t["label"] == label)
    for folder in ("content", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = tmp_path / "content/about.md"
    page.write_text(page.read_text() + "\nCafé [The old list](nowhere.md) and [here](help.md).\n")
    line = len(page.read_text().splitlines())
    ended = daylight(*task["command"].split()[1:], cwd=tmp_path)
    assert ended.returncode == 1
    found = problems(task, ended.stdout)
    assert len(found) == len(ended.stdout.splitlines()) == 2
    assert ("content/about.md", str(line), "6", "error", "broken-link") in [
        (file, at, column, severity, code) for file, at, column, severity, _, code in found
    ]
    assert all(severity in ("error", "warning") for _, _, _, severity, _, _ in found)


def test_the_preview_task_knows_where_the_problems_of_a_build_begin_and_end(tmp_path):
    task = next(t for t in settings("tasks.json")["tasks"] if t["label"] == "Preview the site")
    for folder in ("content", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    page = tmp_path / "content/about.md"
    page.write_text(page.read_text() + "\nSee [the old list](nowhere.md).\n")
    arguments = [word for word in task["command"].split()[1:] if word != "--open"]
    with subprocess.Popen(
        [DAYLIGHT, *arguments, "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as serving:
        lines = []
        background = task["problemMatcher"]["background"]
        for line in serving.stdout:
            lines.append(line.rstrip("\n"))
            if re.match(background["endsPattern"], lines[-1]):
                break
        serving.terminate()
    assert re.match(background["beginsPattern"], lines[0])
    assert lines[-1] == "Read: 1 error"
    assert [code for *_, code in problems(task, "\n".join(lines))] == ["broken-link"]
