"""WCAG 2.2 AA as far as programs can tell: axe's rules, and what axe cannot see."""

import re
from collections.abc import Iterable
from pathlib import Path

import axe_playwright_python
import pytest

ORIGIN = "https://site.test"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_COLOUR_RULES = ["color-contrast", "link-in-text-block"]

# WCAG 1.4.12: what a reader may set, all at once.
TEXT_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
  * { word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
"""

# The element with focus: whether any part of it can be seen, and whether its focus shows.
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const step = (start, size, n) => start + Math.min(Math.max(size * n / 4, 1), size - 1);
  let isSeen = false;
  for (let i = 0; i <= 4; i++) for (let j = 0; j <= 4; j++) {
    const top = document.elementFromPoint(step(box.x, box.width, i), step(box.y, box.height, j));
    isSeen ||= top !== null && (element.contains(top) || top.contains(element));
  }
  const style = getComputedStyle(element);
  window.places ??= new Map([...document.querySelectorAll('*')].map((each, place) => [each, place]));
  return {
    name: `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 40)}`,
    index: window.places.get(element),
    isSeen,
    isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@pytest.fixture(scope="module")
def axe(reader):
    """Runs axe on the page as it is; its violations, and what it leaves to a person."""
    page = reader

    def axe(rules: list[str] = AXE_RULES, without: Iterable[str] = ()) -> tuple[list[str], list[str]]:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE)
        options = {
            "runOnly": rules,
            "rules": {rule: {"enabled": False} for rule in without},
            # What passes is not described, which is most of the work.
            "resultTypes": ["violations", "incomplete"],
        }
        result = page.evaluate("options => axe.run(document, options)", options)
        lines = [
            [
                f"{rule['id']}: {node['target'][0]}"
                for rule in result[kind]
                for node in rule["nodes"]
            ]
            for kind in ("violations", "incomplete")
        ]
        return tuple(lines)

    return axe


def test_axe_finds_nothing(reader, axe, address, note):
    """Except in colours, which are the same on all pages of a kind, and in sizes, which are measured
    on all pages below: the two are half of its work."""
    look(reader, axe, address, note, without=[*AXE_COLOUR_RULES, "target-size"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_colours(reader, axe, sample, note, scheme):
    look(reader, axe, sample, note, scheme=scheme, rules=AXE_COLOUR_RULES)


@pytest.mark.proof
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_colours_of_any_page(reader, axe, address, note, scheme):
    look(reader, axe, address, note, scheme=scheme, rules=AXE_COLOUR_RULES)


def test_axe_finds_nothing_on_a_small_screen(reader, axe, sample, note):
    """Where targets lie closer and parts stand one below the other."""
    look(reader, axe, sample, note, width=320)


def look(page, axe, address, note, width=1280, scheme="light", rules=AXE_RULES, without=()):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(ORIGIN + address)
    violations, incomplete = axe(rules, without)
    for each in incomplete:
        note(f"axe could not decide: {each} (kind {address.split('/')[1] or 'home'}, {scheme})")
    assert violations == []


# The keyboard.


def test_the_skip_link_comes_first_and_works(tab):
    """WCAG 2.4.1; then the second way out, which shows when it has focus (SAF-02)."""
    shown = """() => {
      const box = document.activeElement.getBoundingClientRect();
      return [document.activeElement.textContent, box.width > 44 && box.height > 20 && box.y >= 0];
    }"""
    tab.open("/signs/overview/")
    tab.press("Tab")
    assert tab.evaluate(shown) == ["Skip to the main text", True]
    tab.press("Tab")
    assert tab.evaluate(shown) == ["Leave this site now", True]
    tab.press("Shift+Tab")
    tab.press("Enter")
    tab.until(lambda: tab.evaluate("() => document.activeElement.id") == "main")
    tab.press("Tab")
    assert tab.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width, height", [(320, 256), (1280, 720)])
def test_focus_is_always_seen(reader, sample, width, height):
    """WCAG 2.4.7, 2.4.11, ACC-08: through the whole page, under the sticky way out, and no trap."""
    page = reader
    page.set_viewport_size({"width": width, "height": height})
    page.goto(ORIGIN + sample)
    forwards, backwards = walk(page, "Tab"), walk(page, "Shift+Tab")
    assert len(forwards) > 10
    order = [stop["index"] for stop in forwards]
    assert order == sorted(order)  # the order of the page
    assert order == [stop["index"] for stop in reversed(backwards)]
    unseen = [stop for stop in forwards + backwards if not (stop["isSeen"] and stop["isMarked"])]
    assert unseen == []


def walk(page, key: str) -> list[dict]:
    """Every stop of the keyboard from here to the end of the page, or round to where it began."""
    stops: list[dict] = []
    while True:
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop is None or stop in stops[:1]:
            return stops
        known = [each["index"] for each in stops]
        assert stop["index"] not in known, f"focus is caught at {stop['name']}"
        stops.append(stop)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_word_opens_its_meaning_by_enter_and_closes_it_by_escape(reader, axe, width):
    """ACC-06, WCAG 1.4.13: never by hover or focus; Escape closes it and stays on the site."""
    page = reader
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(ORIGIN + "/signs/overview/")
    is_open = "() => document.querySelector('.words :popover-open') !== null"
    button = page.locator(".prose .term").first
    button.hover()
    button.focus()
    assert not page.evaluate(is_open)
    page.keyboard.press("Enter")
    assert page.evaluate(is_open)
    assert axe()[0] == []
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.words') !== null")
    page.keyboard.press("Escape")
    assert not page.evaluate(is_open)
    assert button.evaluate("button => button === document.activeElement")
    button.click()
    assert page.evaluate(is_open)
    page.mouse.click(5, 400)
    assert not page.evaluate(is_open)
    button.click()
    page.locator(".words button:visible").click()
    assert not page.evaluate(is_open)
    assert page.url == ORIGIN + "/signs/overview/"


def test_each_word_of_a_text_has_its_meaning_on_the_page(site, address):
    """ACC-06: and a link to its entry."""
    page = site.page(address)
    for word in page.css("main .term"):
        meaning = page.css_first("#" + word.attributes["popovertarget"])
        assert "popover" in meaning.attributes
        assert meaning.css_first("dt a").attributes["href"]


# Size, zoom and space.


def test_long_words_break(reader, sample):
    """Every text of a page, but for the ways out, one long word: nothing is wider than the screen."""
    reader.set_viewport_size({"width": 320, "height": 640})
    reader.goto(ORIGIN + sample)
    reader.evaluate(
        """word => {
          for (const details of document.querySelectorAll('details')) details.open = true;
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            if (text.data.trim() && !text.parentElement.closest('.leave, svg, script')) text.data = word;
          }
        }""",
        "Beziehungsabhängigkeitsbewältigungsstrategien",
    )
    assert reader.evaluate("() => document.documentElement.scrollWidth") <= 320
    wide = reader.evaluate(
        """() => [...document.querySelectorAll('main *, header *, footer *, aside *')]
          .filter((each) => each.getBoundingClientRect().right > 320.5 && !each.closest('.table, svg *'))
          .map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert wide == []


def test_pages_reflow(reader, address):
    """ACC-14: 320 px (400 % of 1280) with the widest text spacing: nothing runs out at the side."""
    page = reader
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(ORIGIN + address)
    page.evaluate(  # as a browser setting would, where the policy forbids a page's own style
        """css => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }""",
        TEXT_SPACING,
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    cut = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((each) => {
          const style = getComputedStyle(each);
          const hides = ['hidden', 'clip'].includes(style.overflowX) && style.clipPath === 'none';
          return hides && each.tagName !== 'svg' && each.closest('svg') === null
            && (each.scrollWidth > each.clientWidth + 1
              || each.scrollHeight > each.clientHeight + 1);
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert cut == []


def test_text_grows_to_twice_its_size(reader, sample):
    """WCAG 1.4.4: for readers who set large letters and not zoom."""
    page = reader
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(ORIGIN + sample)
    before = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    after = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    assert after == 2 * before
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280


def test_targets_are_large_enough(reader, address):
    """ACC-09, WCAG 2.5.8: 24 px, but for links in a sentence; 44 px for what matters most."""
    page = reader
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(ORIGIN + address)
    small = page.evaluate(
        """() => {
          const small = [];
          const isInSentence = (link) => {
            const line = link.closest('p, dd, li, td, label');
            const own = line?.cloneNode(true);
            own?.querySelectorAll('a, .term, .hidden').forEach((each) => each.remove());
            return Boolean(own?.textContent.trim());
          };
          for (const each of document.querySelectorAll('a[href], button, summary, .tick label')) {
            if (!each.checkVisibility() || each.closest('.skip')) continue;
            const matters = each.matches('.exit, .phone, .tick label, button:not(.term)');
            const least = matters ? 44 : 24;
            const box = each.getBoundingClientRect();
            if (box.height + 0.5 >= least && box.width + 0.5 >= 24) continue;
            if (!matters && each.matches('a, .term') && isInSentence(each)) continue;
            small.push(`${each.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`);
          }
          return small;
        }"""
    )
    assert small == []


# Colours.


def test_forced_colours_keep_the_edges(reader, sample):
    """ACC-13: where colours are the reader's own, controls and boxes have a line around them."""
    page = reader
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(ORIGIN + sample)
    bare = page.evaluate(
        """() => [...document.querySelectorAll('.exit, button:not(.term), .callout, .care, .safety, .help')]
          .filter((each) => each.checkVisibility())
          .filter((each) => {
            const style = getComputedStyle(each);
            return style.borderBlockStartStyle === 'none' && style.borderInlineStartStyle === 'none'
              || style.borderTopColor === style.backgroundColor;
          }).map((each) => each.className)"""
    )
    page.emulate_media(forced_colors="none")
    assert bare == []


def test_nothing_moves(site):
    """ACC-12."""
    for sheet in site.folder.rglob("*.css"):
        style = re.sub(r"(animation|transition): ?none\b", "", sheet.read_text())
        for word in ("animation", "transition", "scroll-behavior", "@keyframes"):
            assert word not in style


# The glossary.


def test_letters_without_words_are_not_links(site):
    """ACC-18."""
    for letter in site.page("/glossary/").css(".letters li"):
        link = letter.css_first("a")
        assert (link is None) == (letter.css_first("span") is not None)
        if link:
            assert site.page("/glossary/").css_first(link.attributes["href"])
