"""Finding a page without a box to type in: by its question, with the browser’s own search."""

import re

import pytest

from conftest import ROOT

PAGE = "/questions/"
LISTED = ["understanding", "signs", "why-it-is-hard", "healing", "therapy", "friends-and-family"]


def front_matter(path) -> str:
    return path.read_text().split("---\n")[1]


ARTICLES = sorted(
    path
    for folder in LISTED
    for path in (ROOT / "content" / folder).glob("*.md")
    if path.name != "index.md"
)


@pytest.fixture
def tab(open_chromium):
    tab = open_chromium(viewport={"width": 360, "height": 740})
    tab.open(PAGE)
    return tab


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_a_question_at_a_moment(article, tab):
    question = re.search(r"^question: (.+)$", front_matter(article), re.M)
    assert question, "it has no question"
    link = tab.page.locator("section[aria-labelledby^=moment-] .entries a").filter(
        has_text=question[1]
    )
    assert link.count() == 1
    slug = re.search(r"^slug: (.+)$", front_matter(article), re.M)
    name = slug[1] if slug else article.stem
    assert link.get_attribute("href").endswith(f"{article.parent.name}/{name}/index.html")


@pytest.mark.parametrize(
    "words", ["am i going mad", "spyware", "my daughter", "going back to an ex", "trauma bonding"]
)
def test_the_words_that_people_use_are_found_by_the_browser(words, tab):
    assert tab.evaluate(f"() => window.find({words!r})"), "the browser’s search finds nothing"


def test_the_first_moment_is_on_the_first_screen(tab):
    assert tab.page.locator(".plain a").first.bounding_box()["y"] < 740


def test_the_page_is_one_step_from_where_readers_are_lost(site, open_chromium):
    tab = open_chromium()
    for address in ("/", "/404.html", "/glossary/", "/signs/overview/"):
        tab.open(address)
        assert tab.page.locator("a[href$='questions/index.html']").count(), address
