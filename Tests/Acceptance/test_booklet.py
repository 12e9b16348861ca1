"""A reading path on one page: everything is there once, and on paper it is a booklet."""

import re
from collections import Counter

import pytest

from conftest import ROOT
from support.programs import program, run

PATHS = sorted(
    path.stem for path in (ROOT / "content/paths").glob("*.md") if path.name != "index.md"
)


def steps(path: str) -> list[str]:
    """The files of a path, relative to `content`."""
    text = (ROOT / f"content/paths/{path}.md").read_text()
    return re.findall(r"^  - \.\./(\S+)$", text, re.M)


def plain(text: str) -> str:
    for curly, straight in ("’'", "‘'", '“"', '”"'):
        text = text.replace(curly, straight)
    return " ".join(text.split())


def title(file: str) -> str:
    return re.search(r"^title: (.+)$", (ROOT / "content" / file).read_text(), re.M)[1]


@pytest.fixture(params=PATHS)
def path(request):
    return request.param


@pytest.fixture
def tab(path, open_chromium):
    tab = open_chromium()
    tab.open(f"/paths/{path}/")
    tab.click(f"main a[href$='{path}/whole/index.html']")
    tab.page.wait_for_url("**/whole/index.html")
    return tab


def test_it_is_one_entry_of_the_history(tab):
    assert len(tab.visited()) == 1


def test_every_page_of_the_path_is_in_it_in_order(path, tab):
    found = tab.page.locator(".prose > h2").all_inner_texts()
    assert [text.split("\n")[-1] for text in found] == [title(step) for step in steps(path)]


def test_the_text_of_every_page_is_in_it(path, tab):
    whole = plain(tab.page.locator("main").text_content())
    for step in steps(path):
        source = (ROOT / "content" / step).read_text().split("---\n", 2)[2]
        lines = re.findall(r"^[^\W\d][\w ,.;’']{40,}$", source, re.M)
        assert lines, step
        for line in lines:
            assert plain(line) in whole, f"{step}: {line}"


def test_no_id_occurs_twice(tab):
    ids = tab.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert [id for id, count in Counter(ids).items() if count > 1] == []


def test_links_within_the_page_lead_to_something(tab):
    missing = tab.evaluate(
        """() => [...document.querySelectorAll('main a[href^="#"]')].map(a => a.hash.slice(1))
          .filter(id => !document.getElementById(decodeURIComponent(id)))"""
    )
    assert missing == []


def test_citations_and_sources_have_the_same_numbers(tab):
    wrong = tab.evaluate(
        """() => [...document.querySelectorAll('.citation')].filter(a =>
          !a.textContent.includes(document.getElementById(a.hash.slice(1)).value)).length"""
    )
    assert wrong == 0


def test_search_engines_are_sent_to_the_path(path, tab):
    assert tab.page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    address = tab.page.locator("link[rel=canonical]").get_attribute("href")
    assert address.endswith(f"/paths/{path}/")


def test_on_paper_it_has_a_cover_contents_and_numbered_pages(path, tab, tmp_path):
    sheets = tmp_path / "sheets.pdf"
    tab.page.pdf(path=sheets, format="A4", prefer_css_page_size=True)
    text = run(program("pdftotext"), "-layout", sheets, "-").stdout
    pages = text.split("\f")[:-1]
    titles = [title(step) for step in steps(path)]
    cover, contents = (" ".join(page.split()) for page in pages[:2])
    assert title(f"paths/{path}.md") in cover and "Riverside Counselling" in cover
    assert all(name in contents for name in titles)
    assert not re.search(r"^\s+1$", pages[0], re.M), "a cover has no number"
    for number, page in enumerate(pages[1:], 2):
        assert page.split()[-1] == str(number)
    starts = [" ".join(page.split())[:200] for page in pages[2:]]
    for name in titles:
        assert any(re.match(rf"Part \d+ {re.escape(name)}", start) for start in starts), name
