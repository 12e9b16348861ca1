"""Leaving at once, and what stays behind: SAF-01 to SAF-09, SAF-13, SAF-24."""

from urllib.parse import urlsplit

import pytest

PAGE = "/signs/walking-on-eggshells/"
BEFORE = "/about/"
CHECKLIST = "/checklists/signs/"
EXIT = "a.exit[data-exit]"

# Read inside one task: what a reader's screen, tab strip and assistive technology would show.
WHAT_SHOWS = """{
  text: document.body.innerText.trim(),
  title: document.title,
  icon: document.querySelector('link[rel~=icon]').href,
  background: getComputedStyle(document.body).backgroundColor,
  canvas: getComputedStyle(Object.assign(document.body.appendChild(
    document.createElement('i')), { style: 'color: Canvas' })).color,
  elements: document.body.querySelectorAll('*').length - 1,
}"""


def leave_by_click(tab):
    tab.click(EXIT)


def leave_by_keys(tab):
    for _ in range(3):
        tab.press("Shift")


WAYS = pytest.mark.parametrize("leave", [leave_by_click, leave_by_keys])


# What every page holds.


def test_two_links_lead_out_before_the_main_text(site, address):
    """SAF-01, SAF-02: the first right after the skip link, the second in view."""
    page = site.page(address)
    skip, first = page.css("body a")[:2]
    links = page.css("a[data-exit]")
    assert skip.attributes["href"] == "#main"
    assert [link.attributes["href"] for link in links] == [site.destination] * 2
    assert links[0].html == first.html
    assert links[1].html == page.css_first(EXIT).html
    for link in links:
        assert set(link.attributes["rel"].split()) == {"nofollow", "noreferrer"}
        assert "target" not in link.attributes
    order = page.html.index
    assert order(links[1].html) < order("<main")


def test_the_destination_is_neutral(site):
    """SAF-13: https, and none of the hosts that greet people with their own past."""
    url = urlsplit(site.destination)
    personal = ("google.", "youtube.", "amazon.", "facebook.", "tiktok.", "instagram.", "mail.")
    assert url.scheme == "https"
    assert not any(host in url.hostname + "." for host in personal)
    assert url.hostname != urlsplit(site.base_url).hostname


# Leaving, in both browsers.


@WAYS
def test_leaving_replaces_the_page(tab, leave):
    """SAF-07: in the same tab, and Back does not find the page."""
    tab.open(BEFORE)
    tab.open(PAGE)
    leave(tab)
    tab.arrives(tab.destination)
    assert tab.open_tabs() == 1
    tab.go(-1)
    tab.arrives(BEFORE)
    tab.go(1)
    tab.arrives(tab.destination)


@WAYS
def test_leaving_asks_for_the_destination_and_nothing_else(tab, leave):
    """SAF-07, SAF-15: one request, and it does not say where the reader came from."""
    tab.open(PAGE)
    before = len(tab.requests)
    leave(tab)
    tab.arrives(tab.destination)
    assert tab.asked_since(before) == [tab.destination]
    assert "referer" not in tab.asked_for(tab.destination)[0].headers


def test_all_is_hidden_in_the_task_that_leaves(tab):
    """SAF-06: before the browser has done anything else."""
    tab.open(PAGE)
    tab.is_cut_off = True
    shown = tab.evaluate(
        f"() => {{ document.querySelector('{EXIT}').click(); return {WHAT_SHOWS}; }}"
    )
    assert shown.pop("background") == shown.pop("canvas")
    assert shown == {"text": "Loading", "title": "\u200b", "icon": "data:,", "elements": 1}


@WAYS
def test_all_stays_hidden_when_the_destination_does_not_answer(tab, leave):
    """SAF-06: a poor network leaves nothing on the screen, in the tab strip or to be read out."""
    tab.open(PAGE)
    tab.is_cut_off = True
    leave(tab)
    tab.until(lambda: tab.asked_for(tab.destination))
    shown = tab.evaluate(f"() => ({WHAT_SHOWS})")
    assert (shown["text"], shown["title"]) == ("Loading", "\u200b")
    assert tab.url == tab.origin + PAGE


def test_ticks_are_gone_before_the_page_is(tab):
    """SAF-06, CHK-08."""
    tab.open(CHECKLIST)
    tab.is_cut_off = True
    left = tab.evaluate(
        f"""() => {{
          const boxes = [...document.querySelectorAll('input[type=checkbox]')];
          boxes[0].click(); boxes[3].click();
          const before = boxes.filter((box) => box.checked).length;
          document.querySelector('{EXIT}').click();
          return [before, boxes.filter((box) => box.checked).length];
        }}"""
    )
    assert left == [2, 0]


def test_a_page_that_was_left_leaves_again_when_it_comes_back(tab):
    """SAF-08: whatever brings it back from the back/forward cache."""
    tab.open(PAGE)
    tab.is_cut_off = True
    leave_by_click(tab)
    tab.until(lambda: len(tab.asked_for(tab.destination)) == 1)

    def has_left_again() -> bool:
        # Again and again: while the first leaving is under way, Chromium passes over a second.
        tab.evaluate(
            "() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }"
        )
        return len(tab.asked_for(tab.destination)) > 1

    tab.until(has_left_again)


def test_a_page_that_was_not_left_stays_when_it_comes_back(tab):
    """SAF-08: the second leaving is for pages that were left, not for every Back."""
    tab.open(PAGE)
    tab.open(BEFORE)
    tab.go(-1)
    tab.arrives(PAGE)
    assert tab.asked_for(tab.destination) == []


# Shift, three times.

PROGRESS = "() => document.querySelector('[data-exit-dots]').dataset.exitDots"


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift", "Shift"],
        ["Shift", "a", "Shift", "Shift"],
        ["Shift+a", "Shift+a", "Shift+a"],
        ["Shift+Tab", "Shift+Tab", "Shift+Tab"],
        ["Control+Shift", "Control+Shift", "Control+Shift"],
        ["Escape", "Escape", "Escape"],
    ],
    ids=" ".join,
)
def test_other_uses_of_the_keyboard_do_not_leave(tab, keys):
    """SAF-03: Shift counts alone, and another key starts over."""
    tab.open(PAGE)
    for key in keys:
        tab.press(key)
    if keys[-1] != "Shift":
        assert tab.evaluate(PROGRESS) == ""
    assert tab.evaluate("() => document.title") != "\u200b"
    assert tab.asked_for(tab.destination) == []


def test_a_key_that_is_held_counts_once(tab):
    """SAF-03: the keyboard repeats a key that is held."""
    tab.open(PAGE)
    for _ in range(5):
        tab.key_down("Shift")
    tab.key_up("Shift")
    assert tab.evaluate(PROGRESS) == "1"


def test_shift_with_the_mouse_does_not_count(tab):
    """SAF-03: people hold Shift to select text."""
    tab.open(PAGE)
    for _ in range(3):
        tab.key_down("Shift")
        tab.click("h1")
        tab.key_up("Shift")
    assert tab.evaluate(PROGRESS) == ""


def test_progress_is_shown_and_said(tab):
    """SAF-04."""
    tab.open(PAGE)
    progress = """() => {
      const dots = document.querySelector('[data-exit-dots]');
      return [
        document.querySelector('[data-exit-status]').textContent,
        getComputedStyle(dots).display !== 'none'
          && [...dots.children].filter((dot) =>
            getComputedStyle(dot).backgroundColor === getComputedStyle(dot).borderTopColor).length,
      ];
    }"""
    seen = [tab.evaluate(progress)]
    for _ in range(2):
        tab.press("Shift")
        seen.append(tab.evaluate(progress))
    assert seen == [
        ["", False],
        ["Press Shift two more times to leave.", 1],
        ["Press Shift one more time to leave.", 2],
    ]


def test_each_press_has_five_seconds(open_chromium):
    """SAF-03: three presses with four seconds between them leave."""
    tab = open_chromium()
    tab.page.clock.install()
    tab.open(PAGE)
    tab.press("Shift")
    tab.page.clock.run_for(4_000)
    tab.press("Shift")
    tab.page.clock.run_for(4_000)
    tab.press("Shift")
    tab.arrives(tab.destination)


def test_presses_expire_and_say_so(open_chromium):
    """SAF-03, SAF-04: two presses, six seconds and a third do not leave."""
    tab = open_chromium()
    tab.page.clock.install()
    tab.open(PAGE)
    tab.press("Shift")
    tab.press("Shift")
    tab.page.clock.run_for(6_000)
    assert tab.has_text("[data-exit-status]", "Stopped. Press Shift three times to leave.")
    tab.press("Shift")
    assert tab.has_text("[data-exit-status]", "Press Shift two more times to leave.")
    assert tab.asked_for(tab.destination) == []


# Without script, and from any screen.


def test_the_link_works_without_script(open_chromium):
    """SAF-01, SAF-15."""
    tab = open_chromium(java_script_enabled=False)
    tab.open(PAGE)
    tab.click(EXIT)
    tab.page.wait_for_url(tab.destination)
    assert "referer" not in tab.asked_for(tab.destination)[0].headers
    assert tab.open_tabs() == 1


def test_the_history_keeps_nothing_of_the_page(open_chromium):
    """SAF-07: as the browser's own list of entries has it."""
    tab = open_chromium()
    tab.open(BEFORE)
    tab.open(PAGE)
    leave_by_click(tab)
    tab.arrives(tab.destination)
    assert tab.visited() == [tab.origin + BEFORE, tab.destination]


def test_the_way_out_stays_in_view_and_uncovered(reader, address):
    """SAF-24: at the top and at the end of every page, at least 44 px high."""
    reader.goto("https://site.test" + address)
    for width, height in [(320, 256), (390, 844), (1280, 800)]:
        reader.set_viewport_size({"width": width, "height": height})
        places = reader.evaluate(
            f"""() => [0, document.documentElement.scrollHeight].map((top) => {{
              scrollTo({{ top }});
              const exit = document.querySelector('{EXIT}');
              const {{ x, y, width, height, right, bottom }} = exit.getBoundingClientRect();
              const middle = [x + width / 2, y + height / 2];
              const points = [middle, [x + 9, y + 9], [right - 9, bottom - 9]];
              return {{
                isOnTop: points.every(([x, y]) => document.elementFromPoint(x, y) === exit),
                isInView: x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight,
                isLarge: width >= 44 && height >= 44,
              }};
            }})"""
        )
        assert places == [{"isOnTop": True, "isInView": True, "isLarge": True}] * 2, width


def test_an_open_word_does_not_cover_the_way_out(reader, site):
    """SAF-24: popovers lie above everything else."""
    reader.set_viewport_size({"width": 320, "height": 256})
    covered = []
    for address in site.pages:
        if not site.page(address).css("[popovertarget]"):
            continue
        reader.goto("https://site.test" + address)
        covered += reader.evaluate(
            f"""() => [...document.querySelectorAll('.word[popover]')].filter((word) => {{
              word.showPopover();
              const exit = document.querySelector('{EXIT}').getBoundingClientRect();
              const isCovered = word.getBoundingClientRect().top < exit.bottom;
              word.hidePopover();
              return isCovered;
            }}).map((word) => location.pathname + word.id)"""
        )
    assert covered == []
