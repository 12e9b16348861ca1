"""New pages in a site, and its templates, as somebody makes them from the command line."""

import re
import shutil

import pytest

from conftest import DAYLIGHT
from support.programs import run


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fresh") / "site"
    assert run(DAYLIGHT, "new", "site", folder, "--starter", "practice").returncode == 0
    return folder


@pytest.fixture
def site(fresh, tmp_path):
    shutil.copytree(fresh, tmp_path / "site")
    return tmp_path / "site"


def daylight(site, *arguments):
    return run(DAYLIGHT, *arguments, "--site", site)


def files(site):
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in site.rglob("*") if path.is_file()
    }


def added(before, site):
    after = files(site)
    assert {name: after.get(name) for name in before} == before, "nothing else has changed"
    return sorted(set(after) - set(before))


TITLES = [
    "Small steps", 'She said: "stop"', "No. 1 # first", "C:\\Temp", "Zoë’s 🌿 café", "yes", "2026-05-31",
    "[x] or {y}", "- dash", "a\nnew\tline", "what’s next?", "100%", "@home & away", "Покой", "راحة",
    "null", "<tag>", "~", "'", "a" * 300,
]


KINDS = ["article", "term", "checklist", "path"]


@pytest.mark.parametrize(
    ("title", "kind"), [(title, KINDS[number % 4]) for number, title in enumerate(TITLES)]
)
def test_whatever_the_title_is_the_page_can_be_checked(site, kind, title):
    before = files(site)
    made = run(DAYLIGHT, "new", kind, "--site", site, "--", title)
    if made.returncode == 1:
        assert " = help: " in made.stderr
        assert added(before, site) == []
        return
    assert made.returncode == 0, made.stderr
    new = [name for name in added(before, site) if not name.endswith("index.md")]
    assert len(new) == 1 and "Made " in made.stderr
    assert "\ndraft: true\n" in (site / new[0]).read_text()
    for drafts in ([], ["--drafts"]):
        checked = daylight(site, "check", "--level", "error", *drafts)
        assert checked.returncode == 0, checked.stderr
    assert daylight(site, "check", "--strict").returncode == 0


@pytest.mark.parametrize(
    ("title", "says"),
    [("", "the title is empty"), ("   ", "the title is empty"), ("🌿", "no file can be named after"),
     ("...", "no file can be named after"), ("index", "has a meaning of its own"),
     ("**bold**", "plain text"), ("[a](b.md)", "plain text")],
)
def test_a_title_that_cannot_be_used_says_why_and_makes_nothing(site, title, says):
    before = files(site)
    made = daylight(site, "new", "article", title)
    assert made.returncode == 1
    assert says in made.stderr and " = help: " in made.stderr
    assert added(before, site) == []


def test_nothing_is_written_over_and_the_suggested_name_works(site):
    assert daylight(site, "new", "article", "Small steps").returncode == 0
    before = files(site)
    again = daylight(site, "new", "article", "Small", "steps")
    assert again.returncode == 1
    assert added(before, site) == []
    name = re.search(r"‘--slug (\S+)’", again.stderr)[1]
    assert daylight(site, "new", "article", "Small steps", "--slug", name).returncode == 0
    assert added(before, site) == [f"content/reading/{name}.md"]


def test_a_page_with_todo_cannot_be_published(site):
    assert daylight(site, "new", "article", "Small steps").returncode == 0
    page = site / "content/reading/small-steps.md"
    page.write_text(page.read_text().replace("draft: true\n", ""))
    built = daylight(site, "build")
    assert built.returncode == 1
    assert "placeholder-text" in built.stderr
    assert not (site / "public").exists() or not (site / "public/index.html").exists()


def test_a_person_is_added_and_the_rest_of_the_list_stays(site):
    people = site / "content/people.yaml"
    people.write_text(people.read_text() + "  # a note of ours\n")
    old = people.read_text()
    before = files(site)
    made = daylight(site, "new", "person", "Anna", "Kowalska")
    assert made.returncode == 0, made.stderr
    assert people.read_text().startswith(old)
    assert "- id: anna-kowalska\n  name: Anna Kowalska\n  role: therapist\n" in people.read_text()
    before["content/people.yaml"] = people.read_bytes()
    assert added(before, site) == ["content/practice/anna-kowalska.md"]
    assert daylight(site, "check", "--strict").returncode == 0
    page = site / "content/practice/anna-kowalska.md"
    page.write_text("---\ntitle: Anna Kowalska\nsummary: I work slowly.\n---\n")
    checked = daylight(site, "check", "--strict")
    assert checked.returncode == 0, checked.stderr


def test_the_templates_of_a_site_are_only_those_that_it_changes(site):
    built = daylight(site, "build")
    assert built.returncode == 0, built.stderr
    first = files(site / "public")
    assert daylight(site, "templates", "eject", "--all").returncode == 1, "it has words of its own"
    (site / "templates/strings/en.yaml").unlink()
    shutil.rmtree(site / "public")
    ejected = daylight(site, "templates", "eject", "strings/en.yaml")
    assert ejected.returncode == 0, ejected.stderr
    assert daylight(site, "build").returncode == 0
    assert (site / "templates/home.mustache").exists()
    second = files(site / "public")
    names = {name for name in first if first[name] != second.get(name)}
    assert all(name.endswith(".html") or "manifest" in name for name in names), "only words differ"


def test_a_template_is_taken_over_compared_and_updated(site):
    footer = site / "templates/partials/footer.mustache"
    assert daylight(site, "templates", "eject", "footer").returncode == 0
    builtin = footer.read_text()
    assert "the same as the built-in one" in daylight(site, "templates", "diff").stdout
    # As if the site had been made with an older version, and changed since.
    older = builtin.replace("<footer class=", "<!-- older -->\n<footer class=", 1)
    (site / "templates/.origin/partials/footer.mustache").write_text(older)
    footer.write_text(older + "<!-- mine -->\n")
    shown = daylight(site, "templates", "diff").stdout
    assert "changed by you, and by the newer version" in shown
    assert "  - <!-- older -->" in shown and "mine" not in shown
    assert "  + <!-- mine -->" in daylight(site, "templates", "diff", "footer").stdout
    refused = daylight(site, "templates", "eject", "footer")
    assert refused.returncode == 1
    assert "<!-- mine -->" in footer.read_text()
    assert daylight(site, "templates", "update", "footer").returncode == 0
    assert footer.read_text() == builtin + "<!-- mine -->\n"
    assert "footer.mustache: changed by you\n" in daylight(site, "templates", "diff").stdout
    replaced = daylight(site, "templates", "eject", "footer", "--replace")
    assert replaced.returncode == 0 and footer.read_text() == builtin


def test_a_conflict_names_the_lines_and_changes_nothing(site):
    home = site / "templates/home.mustache"
    assert daylight(site, "templates", "eject", "home").returncode == 0
    lines = home.read_text().splitlines(keepends=True)
    (site / "templates/.origin/home.mustache").write_text("".join(["{{! older }}\n", *lines[1:]]))
    home.write_text("".join(["{{! mine }}\n", *lines[1:]]))
    before = home.read_text()
    updated = daylight(site, "templates", "update", "home")
    assert updated.returncode == 1
    assert "the same lines of ‘templates/home.mustache’: 1" in updated.stderr
    assert home.read_text() == before
    assert daylight(site, "templates", "update", "home", "--by-hand").returncode == 0
    assert "up to date" in daylight(site, "templates", "update", "home").stderr
    assert home.read_text() == before


def test_a_mistake_where_a_built_in_file_meets_ones_own_is_placed(site):
    assert daylight(site, "templates", "eject", "base").returncode == 0
    base = site / "templates/base.mustache"
    base.write_text(base.read_text().replace("{{$main}}{{/main}}", "{{$text}}{{/text}}"))
    checked = daylight(site, "check", "--level", "error")
    assert checked.returncode == 1
    assert "(built in):" in checked.stderr
    base.unlink()
    assert daylight(site, "check", "--strict").returncode == 0


def test_names_of_templates_are_suggested(site):
    wrong = daylight(site, "templates", "eject", "artcle")
    assert wrong.returncode == 64
    assert "did you mean ‘article’?" in wrong.stderr
