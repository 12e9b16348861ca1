"""A fault of each kind, planted in a page of its own, is found. So no test here passes because it looks at nothing."""

import hashlib
from pathlib import Path

import pytest

from conftest import ROOT
from support.comparison import matches
from support.document import Document
from support.links import broken_links, poor_alternatives, unreachable
from support.options import Command, unknown_names, unknown_targets, unmentioned
from support.pictures import MOST_BYTES, Picture
from support.session import Outcome, Session
from support.sources import Tree, stale_diffs, unknown_sources
from support.studio import Seen
from support.template_names import unknown_template_names
from test_pictures import stale, unfit

KNOWN = {
    (): Command((), {"--version"}),
    ("build",): Command(("build",), {"--site", "--full"}),
    ("new", "site"): Command(("new", "site"), {"--name"}),
    ("new",): Command(("new",), set()),
}


@pytest.fixture
def page(tmp_path: Path):
    def page(text: str, name: str = "page.md") -> Document:
        (tmp_path / name).write_text(text)
        return Document.read(tmp_path / name)

    return page


# Links and pictures


def test_a_link_to_a_missing_page(page):
    assert broken_links([page("Read [on](other.md).")]) == ["page.md:1: there is no ‘other.md’"]


def test_a_link_to_a_missing_heading(page):
    text = "## The *first* `one`, twice\n\n[yes](#the-first-one-twice) [no](#the-second)"
    assert broken_links([page(text)]) == ["page.md:3: page.md has no heading ‘#the-second’"]


def test_a_picture_that_is_not_there(page):
    assert broken_links([page("![A bench under a tree](bench.png)")])


def test_a_picture_without_words(page):
    assert poor_alternatives([page("![Screenshot](a.png) ![A bench under a tree](b.png)")]) == [
        "page.md:1: say in four words or more what ‘a.png’ shows"
    ]


def test_a_page_that_no_other_leads_to(page):
    start, lost = page("[again](start.md)", "start.md"), page("Alone.", "lost.md")
    assert unreachable([start, lost], start.path) == ["lost.md: no page leads here"]


# Commands and options


def test_a_command_that_does_not_exist(page):
    assert unknown_names([page("Run `daylight bild`.")], KNOWN)


def test_an_option_that_does_not_exist(page):
    for text in ("`daylight build --fulll`", "`--fulll`", "```sh\ndaylight build \\\n  --name x\n```"):
        assert unknown_names([page(text)], KNOWN), text
    assert not unknown_names([page("`daylight build --full`, `--name`, `make x`, `rsync --delete`")], KNOWN)


def test_a_command_and_an_option_that_no_page_names(page):
    assert unmentioned([page("`daylight build --site x`, `daylight new`")], KNOWN) == [
        "no page names the option ‘--full’ of ‘daylight build’",
        "no page names ‘daylight new site’",
        "no page names the option ‘--name’ of ‘daylight new site’",
    ]


def test_a_target_of_make_that_does_not_exist(page):
    assert unknown_targets([page("`make site`, `make cake`")], "site: x\n") == ["page.md:1: the Makefile has no ‘cake’"]


# Sources


def test_a_file_a_type_and_a_diff_that_are_out_of_date(page):
    tree = Tree(ROOT)
    text = "`DaylightBuild/Nowhere`, `NoSuchType`, `Sources/daylight`, `RuleBook`"
    assert unknown_sources(page(text), tree) == [
        "page.md:1: there is no file or folder ‘DaylightBuild/Nowhere’",
        "page.md:1: nothing in the sources is called ‘NoSuchType’",
    ]
    diff = "```diff\n--- Sources/daylight/Daylight.swift\n-  never written\n+  new\n import ArgumentParser\n```"
    assert stale_diffs(page(diff), tree) == ["page.md:3: ‘never written’ is not in Sources/daylight/Daylight.swift"]


def test_a_name_that_templates_do_not_have(page):
    reference = page("| `page.title` | text |\n", "reference.md")
    text = "`{{page.title}} {{title}} {{page.tilte}} {{> words}} {{> wrods}} {{strings.exit.label}} {{strings.exit.lable}}`"
    assert unknown_template_names([page(text)], reference, ROOT / "templates") == [
        "page.md:1: templates have no ‘{{page.tilte}}’",
        "page.md:1: templates have no ‘{{> wrods}}’",
        "page.md:1: templates have no ‘{{strings.exit.lable}}’",
    ]


# Commands and examples that are followed


@pytest.fixture(scope="module")
def session(program, tmp_path_factory):
    session = Session(program, ROOT, tmp_path_factory.mktemp("planted"))
    assert session.start("this repository") is None
    return session


FAULTS = {
    "a command that fails": ("```sh\nfalse\n```", "ends with 1"),
    "a command that fails in the middle": ("```sh\nfalse\ntrue\n```", "ends with 1"),
    "output that is different": ("```console\n$ daylight --version\n9.9.9\n```", "9.9.9"),
    "output that was cut short": ("```console\n$ printf 'one\\ntwo\\n'\none\n```", "two"),
    "a dialogue without a command": ("```console\nhello\n```", "begins with"),
    "a text that a command no longer says": ("<!-- shown by: echo new -->\n```text\nold\n```", "old"),
    "an answer to a question that is not asked": (
        "<!-- at a terminal -->\n```console\n$ read -p 'Name? ' n; echo \"Hello $n\"\nWho? Ann\nHello Ann\n```",
        "Name?",
    ),
    "settings that are refused": (
        "<!-- try: in content/site.yaml -->\n```yaml\nrobots: perhaps\n```",
        "robots",
    ),
    "front matter with a wrong name": (
        "<!-- try: front matter of content/signs/overview.md -->\n```yaml\nsumary: x\n```",
        "sumary",
    ),
    "a text with a broken link": (
        "<!-- try: text of content/signs/overview.md -->\n```markdown\n[on](gone.md)\n```",
        "[broken-link]",
    ),
    "a template with a wrong name": (
        "<!-- try: main of templates/article.mustache -->\n```mustache\n{{page.titel}}\n```",
        "titel",
    ),
    "a mistake that is none": (
        "<!-- try: text of content/signs/overview.md, finds broken-link -->\n```markdown\nAll is well.\n```",
        "is to be found and is not",
    ),
    "a file that is not in the site": (
        "<!-- try: text of content/nowhere.md -->\n```markdown\nHello.\n```",
        "there is no ‘content/nowhere.md’",
    ),
    "an example without a place": ("```markdown\nHello.\n```", "say above it where it belongs"),
    "an example with a comment that is not understood": (
        "<!-- put into site.yaml -->\n```yaml\nrobots: index\n```",
        "say above it where it belongs",
    ),
    "settings without a place": ("```yaml\nrobots: perhaps\n```", "robots"),
    "a block without a language": ("```\nhello\n```", "no language"),
    "a block that is left out without a reason": ("<!-- not run: later -->\n```sh\nfalse\n```", "four words"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_on_a_page_is_found(kind: str, page, session):
    text, words = FAULTS[kind]
    outcome = Outcome()
    session.follow(page(text), outcome)
    assert len(outcome.findings) >= 1, "nothing was found"
    assert words in "\n".join(outcome.findings)


SOUND = """
<!-- at a terminal -->
```console
$ read -p 'Name? ' name; echo "Hello $name"
Name? Ann
Hello Ann
```

```console
$ printf 'one\\n2026-01-01, 3.2 s\\nthree\\n'
o…
2024-05-05, 17 ms
…
$ cd content
$ basename "$PWD"
content
$ cd ..
```

<!-- try: text of content/signs/overview.md, finds broken-link -->
```markdown
[on](gone.md)
```

<!-- try: in content/site.yaml -->
```yaml
# A comment stays with its line.
practice:
  name: Another name
robots: noindex
```
"""


def test_a_page_without_a_fault_passes_and_changes_nothing(page, session):
    before = {file: file.read_bytes() for file in session.folder.rglob("content/**/*") if file.is_file()}
    outcome = Outcome()
    session.follow(page(SOUND), outcome)
    assert outcome.findings == []
    assert (outcome.commands, outcome.examples) == (2, 2)
    assert before == {file: file.read_bytes() for file in session.folder.rglob("content/**/*") if file.is_file()}


def test_dots_stand_for_what_is_left_out():
    assert matches("a\n…\nd", "a\nb\nc\nd\n")
    assert matches("a … d", "a b c d")
    assert not matches("a … d", "a b c\nd")
    assert not matches("a\n…\ne", "a\nb\nc\nd\n")


# Pictures


def test_a_picture_that_is_older_than_what_it_shows():
    picture = Picture("a.png", "/")
    record = {"digest": "", "style": "1", "words": ["Leave", "Welcome"]}
    assert stale(picture, record, Seen(["Leave"], ["Leave", "Hello", "Welcome"], "1")) == []
    assert stale(picture, record, Seen(["Leave"], ["Leave", "Hello"], "1")) == [
        "a.png: it shows ‘Welcome’, which is no longer there; draw it anew with ‘make pictures’"
    ]
    assert stale(picture, record, Seen(["Leave"], ["Leave", "Welcome"], "2")) == [
        "a.png: the style has changed; draw it anew with ‘make pictures’"
    ]


def test_pictures_that_are_too_large_left_over_changed_or_missing(tmp_path):
    (tmp_path / "large.png").write_bytes(bytes(MOST_BYTES + 1))
    (tmp_path / "changed.png").write_bytes(b"2")
    (tmp_path / "extra.png").write_bytes(b"1")
    manifest = {
        "large.png": {"digest": hashlib.sha256(bytes(MOST_BYTES + 1)).hexdigest()[:16]},
        "changed.png": {"digest": hashlib.sha256(b"1").hexdigest()[:16]},
    }
    findings = unfit(tmp_path, manifest, {"large.png", "changed.png", "missing.png"})
    assert [finding.partition(":")[0] for finding in findings] == [
        "extra.png",
        "missing.png",
        "changed.png",
        "large.png",
    ]
