"""What comes out of the printer: a clean handout, and of a checklist the ticks (SAF-22, CHK-10)."""

import re

import pytest

from support.built_site import plain
from support.programs import program, run

ARTICLE = "/understanding/what-is-this-bond/"


@pytest.fixture
def paper(open_chromium, tmp_path):
    """The text on the sheets of a page, in one line and in lower case."""

    def paper(address: str, tick: tuple[int, ...] = ()) -> str:
        tab = open_chromium()
        tab.open(address)
        for index in tick:
            tab.page.locator("input[type=checkbox]").nth(index).check()
        file = tmp_path / "sheets.pdf"
        tab.page.pdf(path=file, format="A4")
        text = run(program("pdftotext"), "-layout", file, "-").stdout
        return re.sub(r"\s+", " ", text).lower().replace("’", "'")

    return paper


def of_screens_only(site) -> list[str]:
    """What belongs to a screen: ways out, navigation, the safety line, the footer."""
    page = site.page("/")
    parts = page.css(".skip, .exit, .leave-hint, .safety strong, .site-header nav, .site-footer p")
    return [plain(part) for part in parts]


def test_an_article_prints_as_a_handout(site, paper):
    """Title, text, words with their meanings, sources, review; nothing of the screen."""
    text = paper(ARTICLE)
    page = site.page(ARTICLE)
    expected = ["h1", ".prose h2", ".words dt", ".sources h2", ".reviewed p:not(.no-print)"]
    for part in [part for selector in expected for part in page.css(selector)]:
        assert plain(part) in text
    assert [each for each in of_screens_only(site) if each in text] == []


def test_the_printed_sources_are_the_whole_list(site, paper):
    text = paper(ARTICLE)
    for source in site.page(ARTICLE).css(".sources li"):
        year = re.search(r"\b(19|20)\d\d\b", plain(source))
        assert year and year.group() in text


def test_the_help_prints_its_own_place_only(site, paper):
    """Somebody who prints it needs the numbers of the place that the site is for."""
    text = paper("/help/")
    page = site.page("/help/")
    own = {plain(number) for number in page.css(".region:not(.folded) a.phone bdi")}
    others = {plain(number) for number in page.css(".elsewhere a.phone bdi")} - own
    assert own and all(number in text for number in own)
    assert others and [number for number in others if number in text] == []


def test_a_checklist_prints_only_what_is_ticked(site, checklist, paper):
    signs = [plain(sign) for sign in site.page(checklist).css(".tick label")]
    ticked = (0, len(signs) - 1)
    text = paper(checklist, ticked)
    squeezed = text.replace(" ", "")  # lines may break anywhere
    printed = [i for i, sign in enumerate(signs) if sign.replace(" ", "") in squeezed]
    assert printed == list(ticked)
    assert "notes for an appointment" in text
    assert "my notes" in text
    title = plain(site.page(checklist).css_first("h1"))
    for word in [title, "clear all ticks", "print what", *of_screens_only(site)]:
        assert word not in text


def test_a_checklist_without_ticks_prints_no_sign(site, checklist, paper):
    squeezed = paper(checklist).replace(" ", "")
    signs = [plain(sign).replace(" ", "") for sign in site.page(checklist).css(".tick label")]
    assert [sign for sign in signs if sign in squeezed] == []


def test_the_title_is_neutral_while_printing(open_chromium, checklist):
    """SAF-22: it names the file and heads the paper."""
    tab = open_chromium()
    tab.open(checklist)
    titles = tab.evaluate(
        """() => ['beforeprint', 'afterprint'].map((type) => {
          dispatchEvent(new Event(type));
          return document.title;
        })"""
    )
    assert titles[0] == "Notes for an appointment"
    assert titles[1] == tab.page.title() != titles[0]


def test_the_risk_is_told_before_the_button(site, checklist):
    """SAF-22: and the button is there only where it works."""
    after = site.page(checklist).css_first(".after")
    words = plain(after)
    assert words.index("paper can be found by others") < words.rindex("print what you ticked")
    assert "hidden" in after.css_first("[data-print]").attributes


def test_the_page_of_the_practice_prints_on_one_sheet(open_chromium, tmp_path):
    """Both sides of it, with the number, the hours and the fees."""
    tab = open_chromium()
    tab.open("/practice/")
    file = tmp_path / "sheet.pdf"
    tab.page.pdf(path=file, format="A4")
    pages = run(program("pdfinfo"), file).stdout
    assert re.search(r"^Pages:\s+[12]$", pages, re.MULTILINE), pages
    text = run(program("pdftotext"), "-layout", file, "-").stdout
    assert "01632" in text or "1632 960123" in text
    assert "£60" in text and "09:00–19:00" in text
