"""What the Back button finds after leaving: SAF-07 to SAF-09, and the links that lead there."""

import json
from itertools import product

import pytest
from support.tab import NoEntry

EXIT = "a.exit[data-exit]"
ELSEWHERE = "https://search.test/"
PAGE = "/signs/walking-on-eggshells/"
READ = ["/signs/", "/signs/overview/", "/about/"]  # one after the other, by links of the site


@pytest.fixture(scope="module")
def every_page(build):
    """The site with `history: normal`: each page that is read has an entry of its own."""
    return build(history="normal")


@pytest.fixture(params=["single-entry", "normal"])
def history(request: pytest.FixtureRequest, site):
    return site if request.param == "single-entry" else request.getfixturevalue("every_page")


CACHE = pytest.mark.parametrize("is_cached", [True, False], ids=["cached", "uncached"])


def leave(tab) -> None:
    tab.click(EXIT)
    tab.arrives(tab.destination)


def follow(tab, target: str) -> None:
    tab.click(f"a[href$='{target.lstrip('/')}index.html']")
    tab.arrives(target + "index.html")


def read_on(tab) -> None:
    tab.open(ELSEWHERE)
    tab.open("/")
    for target in READ:
        follow(tab, target)


def step_back(tab) -> bool:
    """Presses Back and waits until the browser rests; whether there was anywhere to go."""
    try:
        tab.go(-1)
    except NoEntry:
        return False
    tab.until(lambda: tab.evaluate("() => document.readyState") == "complete")
    return True


def goes_back_to_nothing_of_the_site(tab) -> None:
    """Back, ten times or to the beginning: no page of the site is on the screen."""
    for _ in range(10):
        if not step_back(tab):
            break
        tab.until(lambda: not tab.url.startswith(tab.origin))
    assert tab.url in ("about:blank", ELSEWHERE, tab.destination)


def leaves_again(tab, steps: int) -> None:
    """Back or Forward finds a page that asks for the destination once more."""
    before = len(tab.asked_for(tab.destination))
    tab.go(steps)
    tab.until(lambda: len(tab.asked_for(tab.destination)) > before)
    tab.arrives(tab.destination)


# Links within a page.

OPEN_FOLDS = "() => { for (const each of document.querySelectorAll('details')) each.open = true; }"

# What can be clicked and what only has an address: words in closed popovers and the skip link.
LINKS = """() => [...document.querySelectorAll('a[href^="#"]')].map((link) => ({
  hash: new URL(link.href).hash,
  isShown: link.checkVisibility() && link.getClientRects().length === 1
    && !link.classList.contains('skip'),
}))"""


def follow_link(tab, number: int, link: dict, way: str) -> None:
    if way == "mouse":
        tab.evaluate(
            f"""() => document.querySelectorAll('a[href^="#"]')[{number}].id ||= 'walk-{number}'"""
        )
        identifier = tab.evaluate(
            f"""() => document.querySelectorAll('a[href^="#"]')[{number}].id"""
        )
        tab.click(f"[id={json.dumps(identifier)}]")
    elif way == "Enter":
        tab.evaluate(f"""() => document.querySelectorAll('a[href^="#"]')[{number}].focus()""")
        tab.press("Enter")
    else:
        tab.evaluate(f"""() => document.querySelectorAll('a[href^="#"]')[{number}].click()""")
    tab.until(lambda: tab.evaluate("() => location.hash") == link["hash"])


USUAL = [("chromium", "single-entry", True), ("firefox", "normal", False)]
OTHERS = [
    pytest.param(*each, marks=pytest.mark.proof)
    for each in product(("chromium", "firefox"), ("single-entry", "normal"), (True, False))
    if each not in USUAL
]


@pytest.mark.parametrize(
    "open_tab, history, is_cached", USUAL + OTHERS, indirect=["open_tab", "history"]
)
def test_no_link_within_a_page_keeps_it(open_tab, history, is_cached, sample):
    """SAF-07: all links within the page in turn, by mouse, by key and as from a screen reader."""
    tab = open_tab(history, is_cached)
    tab.open(ELSEWHERE)
    tab.open(sample)
    tab.evaluate("() => { window.isTheSame = true; }")
    tab.evaluate(OPEN_FOLDS)
    for number, link in enumerate(tab.evaluate(LINKS)):
        ways = ["mouse", "Enter", "screen reader"] if link["isShown"] else ["screen reader"]
        follow_link(tab, number, link, ways[number % len(ways)])
    assert tab.evaluate("() => window.isTheSame"), "the page was loaded again"
    leave(tab)
    goes_back_to_nothing_of_the_site(tab)


@pytest.mark.parametrize("way", ["mouse", "Enter", "screen reader"])
@pytest.mark.parametrize("place", [".contents a", ".citation", ".back", ".skip"])
def test_one_link_within_a_page_does_not_keep_it(open_tab, place, way):
    """SAF-07: each kind of link by itself."""
    tab = open_tab()
    tab.open(ELSEWHERE)
    tab.open("/healing/therapies-that-can-help/")
    tab.evaluate(OPEN_FOLDS)
    links = tab.evaluate(LINKS)
    number = tab.evaluate(
        f"""() => [...document.querySelectorAll('a[href^="#"]')].findIndex(
          (link) => link.matches('{place}'))"""
    )
    assert number >= 0, "the page has no such link"
    follow_link(tab, number, links[number], "Enter" if place == ".skip" else way)
    leave(tab)
    goes_back_to_nothing_of_the_site(tab)


def test_focus_goes_where_a_link_within_the_page_leads(tab):
    """WCAG 2.4.3: the next Tab starts there, and the styles of a target show."""
    tab.open("/healing/therapies-that-can-help/")
    target = tab.evaluate("() => document.querySelector('.contents a').hash")
    tab.evaluate("() => document.querySelector('.contents a').focus()")
    tab.press("Enter")
    tab.until(lambda: tab.evaluate("() => location.hash") == target)
    assert tab.evaluate("() => '#' + document.querySelector(':target').id") == target
    assert tab.evaluate(
        "() => Math.abs(document.querySelector(':target').getBoundingClientRect().top) < 200"
    )
    tab.press("Tab")
    follows = """() => Boolean(document.querySelector(':target').compareDocumentPosition(
      document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)"""
    assert tab.evaluate(follows)


def test_the_skip_link_moves_the_focus(tab):
    """WCAG 2.4.1."""
    tab.open(PAGE)
    tab.evaluate("() => document.querySelector('a.skip').focus()")
    tab.press("Enter")
    tab.until(lambda: tab.evaluate("() => document.activeElement.id") == "main")


# Ways to write a link to this page that a template or raw HTML may use. The last word clicks it.
SPELLINGS = {
    "by its file": '<a href="../walking-on-eggshells/index.html#main">x</a>',
    "by its folder": '<a href="../walking-on-eggshells/#main">x</a>',
    "by the whole address": '<a href="/signs/walking-on-eggshells/index.html#main">x</a>',
    "without a fragment": '<a href="index.html">x</a>',
    "as an empty fragment": '<a href="#">x</a>',
    "with a child": '<a href="#main"><b><i>x</i></b></a>',
    "with a target": '<a href="#main" target="_self">x</a>',
    "for another tab": '<a href="#main" target="_blank">x</a>',
    "in a drawing": '<svg><a href="#main"><text y="9">x</text></a></svg>',
    "in an old drawing": '<svg><a xlink:href="#main"><text y="9">x</text></a></svg>',
    "on a map": '<map name="m"><area href="#main"></map>',
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_however_a_link_within_the_page_is_written(open_tab, every_page, spelling):
    """SAF-07: what leads to this page adds no entry, and opens no second tab."""
    tab = open_tab(every_page)
    tab.open(ELSEWHERE)
    tab.open(PAGE)
    tab.evaluate("() => { location.replace('#end'); }")
    tab.evaluate(
        f"""() => {{
          document.body.insertAdjacentHTML('beforeend', {json.dumps(SPELLINGS[spelling])});
          let inmost = document.body.lastElementChild;
          while (inmost.lastElementChild) inmost = inmost.lastElementChild;
          inmost.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}));
        }}"""
    )
    tab.until(lambda: tab.evaluate("() => location.hash !== '#end'"))
    tab.until(lambda: tab.evaluate("() => document.readyState") == "complete")
    leave(tab)
    assert tab.open_tabs() == 1
    goes_back_to_nothing_of_the_site(tab)


# Several pages.


@CACHE
def test_reading_on_leaves_one_entry(open_tab, is_cached):
    """SAF-09: after four pages and the exit, Back goes to where the reader came from."""
    tab = open_tab(is_cached=is_cached)
    read_on(tab)
    leave(tab)
    step_back(tab)
    tab.arrives(ELSEWHERE)


def test_a_link_to_a_place_in_another_page_leaves_one_entry(open_tab):
    """SAF-09: with its fragment, which is followed there."""
    tab = open_tab()
    tab.open(ELSEWHERE)
    tab.open("/")
    tab.evaluate(
        """() => {
          const link = document.querySelector('main a[href$="index.html"]');
          link.hash = '#main';
          link.click();
        }"""
    )
    tab.until(lambda: tab.url.endswith("/index.html#main"))
    tab.until(lambda: tab.evaluate("() => document.readyState") == "complete")
    leave(tab)
    step_back(tab)
    tab.arrives(ELSEWHERE)


def test_where_each_page_has_an_entry_all_of_them_leave_again(open_tab, every_page):
    """SAF-08: the pages before the one that was left notice that it is gone."""
    tab = open_tab(every_page)
    read_on(tab)
    leave(tab)
    for _ in READ:
        leaves_again(tab, -1)
    tab.go(-1)
    tab.arrives(ELSEWHERE)


def test_a_page_further_on_leaves_again_too(open_tab, every_page):
    """SAF-08: Back, then the exit, then Forward."""
    tab = open_tab(every_page)
    tab.open("/")
    follow(tab, READ[0])
    tab.go(-1)
    tab.arrives("/")
    leave(tab)
    leaves_again(tab, 1)


def test_pages_that_were_not_left_stay(open_tab, every_page):
    """SAF-08: Back and Forward among pages, and from a page of another site."""
    tab = open_tab(every_page)
    tab.open("/")
    for target in READ:
        follow(tab, target)
    for target in ("/signs/overview/index.html", "/signs/index.html", "/"):
        tab.go(-1)
        tab.arrives(target)
    tab.go(1)
    tab.arrives("/signs/index.html")
    link = "document.querySelector('a[rel~=noreferrer]:not([data-exit])')"
    tab.evaluate(f"() => {{ {link}.href = '{ELSEWHERE}'; {link}.click(); }}")
    tab.arrives(ELSEWHERE)
    tab.go(-1)
    tab.arrives("/signs/index.html")
    assert tab.asked_for(tab.destination) == []


def test_going_back_within_a_single_entry_and_forward_again(tab):
    """SAF-09: Back leaves the site, Forward returns to the page that was read last."""
    read_on(tab)
    tab.go(-1)
    tab.arrives(ELSEWHERE)
    tab.go(1)
    tab.arrives(READ[-1] + "index.html")
    assert tab.asked_for(tab.destination) == []


def test_a_click_that_asks_for_a_new_tab_opens_one(open_chromium):
    """SAF-09: ordinary links are the reader’s to open where they like."""
    tab = open_chromium()
    tab.open(PAGE)
    with tab.context.expect_page():
        tab.page.click(".site-nav a", modifiers=["Control"])
    assert tab.open_tabs() == 2
    assert tab.address == PAGE


def test_an_old_address_leaves_one_entry(open_tab, site):
    """SAF-09: the page that moves on takes no place of its own."""
    if not site.redirects:
        pytest.skip("the site has no old addresses")
    tab = open_tab()
    tab.open(ELSEWHERE)
    tab.open(site.redirects[0])
    tab.until(lambda: tab.address != site.redirects[0])
    leave(tab)
    step_back(tab)
    tab.arrives(ELSEWHERE)


# However the exit is clicked.

CLICKS = [
    *[("left", key) for key in ("Control", "Shift", "Alt", "Meta")],
    ("middle", None),
    ("middle", "Shift"),
]


@pytest.mark.parametrize("button, key", CLICKS)
def test_the_exit_leaves_here_however_it_is_clicked(tab, button, key):
    """SAF-07: no second tab or window, with the page still open in the first."""
    tab.open(ELSEWHERE)
    tab.open(PAGE)
    tab.click(EXIT, button, key)
    tab.arrives(tab.destination)
    assert tab.open_tabs() == 1
    goes_back_to_nothing_of_the_site(tab)


@pytest.mark.parametrize("keys", ["Enter", "Control+Enter", "Shift+Enter", "Alt+Enter"])
@pytest.mark.parametrize("selector", [EXIT, "a.skip[data-exit]"])
def test_the_exit_leaves_here_by_every_key(tab, selector, keys):
    tab.open(PAGE)
    tab.evaluate(f"() => document.querySelector('{selector}').focus()")
    tab.press(keys)
    tab.arrives(tab.destination)
    assert tab.open_tabs() == 1


def test_an_exit_that_is_pulled_leaves(tab):
    """Hands that hurry move while they press."""
    tab.open(PAGE)
    tab.drag(EXIT)
    tab.arrives(tab.destination)
    assert tab.open_tabs() == 1


def test_an_exit_in_a_drawing_leaves(tab):
    """SAF-03: whatever a template makes of it."""
    tab.open(PAGE)
    tab.evaluate(
        """() => {
          const exits = [...document.querySelectorAll('a[data-exit]')];
          const { href } = exits[0];
          exits[0].insertAdjacentHTML('beforebegin',
            `<svg><a href="${href}" data-exit><text y="9">x</text></a></svg>`);
          for (const exit of exits) exit.remove();
        }"""
    )
    for _ in range(3):
        tab.press("Shift")
    tab.arrives(tab.destination)


# The 404 page, and pages without scripts.

IS_STYLED = "() => getComputedStyle(document.querySelector('.leave')).position === 'fixed'"
DOTS = "() => document.querySelector('[data-exit-dots]').dataset.exitDots"


@pytest.mark.parametrize("place", ["/nowhere", "/404.html", "/signs/a/b/c/nowhere/", "file"])
def test_the_page_for_wrong_addresses_holds_at_any_depth(tab, site, place):
    """SAF-01, SAF-23: served at any address, and opened as a file."""
    tab.open(f"{site.folder.as_uri()}/404.html" if place == "file" else place)
    assert tab.evaluate(IS_STYLED)
    tab.press("Shift")
    assert tab.evaluate(DOTS) == "1"
    tab.press("Shift")
    tab.press("Shift")
    tab.arrives(tab.destination)


def test_the_page_for_wrong_addresses_asks_for_nothing_that_is_not_there(tab, site):
    """SAF-17: a host sees no more than the wrong address."""
    tab.open("/signs/a/b/c/nowhere/")
    asked = [url.removeprefix(tab.origin) for url in tab.asked_since(1)]
    assert asked and all(site.file(address) for address in asked)


def test_the_page_for_wrong_addresses_leads_on_when_it_is_opened_as_a_file(tab, site):
    """SAF-23."""
    folder = site.folder.as_uri()
    tab.open(f"{folder}/404.html")
    assert tab.evaluate("() => [...document.styleSheets].length") == 2
    tab.click(".site-nav a[href*='checklists']")
    tab.arrives(f"{folder}/checklists/index.html")


def test_a_page_says_what_holds_without_scripts(open_chromium, sample):
    """SAF-10: nothing is promised that only scripts keep."""
    for has_scripts in (True, False):
        page = open_chromium(java_script_enabled=has_scripts).page
        page.goto("https://site.test" + sample)
        for each in page.locator(".scripted").all():
            assert each.is_visible() == has_scripts
        assert page.locator(".scriptless").is_visible() != has_scripts
