"""A site with the logo, colours, font and picture of a practice is as readable and as quiet as one without."""

import shutil

import pytest

from conftest import DAYLIGHT, ROOT
from support.built_site import BuiltSite
from support.chromium import ChromiumTab
from support.programs import run
from test_accessibility import AXE
from test_fonts import BOXES

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><path fill="#333" d="M0 0h90v20H0z"/></svg>'
)
BRAND = """
brand:
  logo: brand/logo.svg
  accent: "#6b2d6b"
  paper: "#fbf6fb"
  headingFont: brand/heading.woff2
  hero: brand/logo.svg
  heroText: A plain box
"""
PAGES = ["/", "/signs/", "/signs/walking-on-eggshells/", "/checklists/signs/", "/help/", "/glossary/"]
FAINT = """() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then((result) => result.violations.map((each) => each.id + ': ' + each.nodes[0].html))"""


@pytest.fixture(scope="module")
def branded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/brand").mkdir()
    (folder / "content/brand/logo.svg").write_text(LOGO)
    (folder / "content/brand/heading.woff2").write_bytes(BOXES)
    with (folder / "content/site.yaml").open("a") as settings:
        settings.write(BRAND)
    result = run(DAYLIGHT, "build", "--site", folder)
    assert result.returncode == 0, result.stderr
    return BuiltSite(folder / "public")


@pytest.fixture
def tab(chromium, branded):
    tab = ChromiumTab(chromium, branded, bypass_csp=True)
    yield tab
    tab.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_chosen_colours(tab, path):
    """ACC-13."""
    tab.open(path)
    for scheme in ("light", "dark"):
        tab.page.emulate_media(color_scheme=scheme)
        if not tab.evaluate("() => 'axe' in window"):
            tab.page.add_script_tag(content=AXE)
        assert tab.page.evaluate(FAINT) == []


def test_a_brand_asks_no_other_site(tab, branded):
    """SAF-16."""
    tab.open("/")
    assert tab.evaluate("() => document.fonts.ready.then((fonts) => [...fonts].map((font) => font.status))") == [
        "loaded"
    ]
    assert [request for request in tab.requests if not request.url.startswith(tab.origin)] == []


def test_the_room_for_the_logo_is_kept(tab):
    tab.context.route(lambda url: ".svg" in url, lambda route: route.abort())
    tab.open("/signs/")
    size = tab.page.locator(".logo").bounding_box()
    assert size["height"] > 30
    assert size["width"] == pytest.approx(size["height"] * 90 / 20, rel=0.05)


@pytest.mark.parametrize(("path", "is_shown"), [("/signs/", True), ("/checklists/signs/", False)])
def test_the_logo_is_a_letterhead_but_not_of_a_checklist(tab, path, is_shown):
    """SAF-22."""
    tab.open(path)
    tab.page.emulate_media(media="print")
    assert tab.page.locator(".logo").is_visible() == is_shown
    assert not tab.page.locator(".site-header .site-nav").is_visible()
