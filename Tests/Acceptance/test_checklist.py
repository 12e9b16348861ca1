"""A list to think with, which forgets and never judges: CHK-01 to CHK-13."""

import re

import pytest

from support.built_site import plain

ELSEWHERE = "/about/"
TICKED = "() => document.querySelectorAll('input:checked').length"
# A plain form, as it would be without Daylight's care: it shows what browsers do by themselves.
PLAIN_FORM = (
    b"<!doctype html><title>Plain</title><form><input type=checkbox><input type=checkbox></form>"
)


def tick(tab, *indices: int) -> None:
    for index in indices:
        tab.evaluate(f"() => document.querySelectorAll('input[type=checkbox]')[{index}].click()")
    assert tab.evaluate(TICKED) == len(indices)


def goes_back(tab) -> bool:
    """Leaves the page and presses Back; whether it came from the back/forward cache."""
    tab.evaluate("() => { window.isSame = true; }")
    page = tab.address
    tab.open(ELSEWHERE)
    tab.go(-1)
    tab.arrives(page)
    return tab.evaluate("() => window.isSame ?? false")


# What browsers do (the reason for all this).


def test_browsers_bring_ticks_back_by_themselves(tab, site, monkeypatch):
    """Without this danger the tests below would prove nothing."""
    answer = site.answer
    form = (200, "text/html", PLAIN_FORM)
    monkeypatch.setattr(site, "answer", lambda url: form if url.endswith("/plain") else answer(url))
    tab.open("/plain")
    tick(tab, 0, 1)
    came_from_the_cache = goes_back(tab)
    assert came_from_the_cache
    assert tab.evaluate(TICKED) == 2


# Forgetting.


def test_ticks_go_when_the_page_is_left(tab, checklist):
    """CHK-08: also when the browser keeps the page whole for Back."""
    tab.open(checklist)
    tick(tab, 0, 2)
    goes_back(tab)
    assert tab.evaluate(TICKED) == 0
    assert tab.has_text("[data-checklist-status]", "")


def test_ticks_go_when_the_page_loads_again(tab, checklist):
    """CHK-08."""
    tab.open(checklist)
    tick(tab, 1, 2)
    tab.reload()
    assert tab.evaluate(TICKED) == 0


def test_ticks_go_with_a_word_of_leave(tab, checklist):
    """CHK-08: after the exit, Back and Forward."""
    search = "https://search.test/"
    tab.open(checklist)
    tab.open(search)
    tab.go(-1)
    tab.arrives(checklist)
    tick(tab, 0)
    tab.click("a.exit")
    tab.arrives(tab.destination)
    tab.go(1)
    tab.arrives(search)
    tab.go(-1)
    tab.arrives(tab.destination)


def test_the_button_clears_all(tab, checklist):
    """CHK-07, CHK-08: at the top and at the end."""
    tab.open(checklist)
    for button in ("form > p button[type=reset]", ".after button[type=reset]"):
        tick(tab, 0, 1, 2)
        tab.click(button)
        assert tab.evaluate(TICKED) == 0
        assert tab.has_text("[data-checklist-status]", "All ticks are cleared.")


def test_without_script_the_page_says_what_to_do(open_chromium, checklist):
    """CHK-06, CHK-09: reload and the button clear; for Back it asks the reader to clear first."""
    tab = open_chromium(java_script_enabled=False)
    tab.open(checklist)
    boxes = tab.page.locator("input[type=checkbox]")
    boxes.nth(0).check()
    tab.reload()
    assert not boxes.nth(0).is_checked()
    boxes.nth(1).check()
    tab.page.click(".after button[type=reset]")
    assert tab.page.locator("input:checked").count() == 0
    assert tab.page.locator("noscript").inner_text().startswith("Press “Clear all ticks”")
    assert tab.page.locator("[data-print]").is_hidden()


# Not sending.


def test_enter_does_not_send_the_form(tab, checklist):
    """CHK-07: on a box; the address stays and nothing is asked of anyone."""
    tab.open(checklist)
    before = len(tab.requests)
    tick(tab, 0)
    tab.evaluate("() => document.querySelector('input').focus()")
    tab.press("Enter")
    assert tab.evaluate(TICKED) == 1
    assert tab.address == checklist
    assert tab.asked_since(before) == []


def test_enter_does_not_send_the_form_without_script(open_chromium, checklist):
    """CHK-07."""
    tab = open_chromium(java_script_enabled=False)
    tab.open(checklist)
    tab.page.focus("input >> nth=0")
    tab.press("Enter")
    assert tab.page.url == tab.origin + checklist


def test_the_form_is_bare(site, checklist):
    """CHK-07: no names, no values, nothing to submit with, identifiers that say nothing."""
    form = site.page(checklist).css_first("form")
    assert form.attributes["method"] == "dialog"
    assert form.attributes["autocomplete"] == "off"
    assert "action" not in form.attributes
    boxes = form.css("input")
    assert boxes
    for box in boxes:
        assert box.attributes.keys() == {"type", "id"}
        assert re.fullmatch(r"c\d+-\d+", box.attributes["id"])
    assert {button.attributes["type"] for button in form.css("button")} == {"reset", "button"}
    assert len(form.css("button[type=reset]")) == 2


# Not judging.


def test_the_status_speaks_once_and_without_numbers(open_chromium, checklist):
    """CHK-02, ACC-04: one announcement for a burst of ticks, and it does not count."""
    tab = open_chromium()
    tab.page.clock.install()
    tab.open(checklist)
    tab.evaluate(
        """() => {
          window.said = [];
          const status = document.querySelector('[data-checklist-status]');
          new MutationObserver(() => { if (status.textContent) said.push(status.textContent); })
            .observe(status, { childList: true, characterData: true, subtree: true });
        }"""
    )
    for index in range(5):
        tab.evaluate(f"() => document.querySelectorAll('input')[{index}].click()")
        tab.page.clock.run_for(200)
    tab.page.clock.run_for(2_000)
    said = tab.evaluate("() => said")
    assert len(said) == 1
    assert not re.search(r"\d|one|two|three|four|five|many|few|all", said[0])


def test_a_tick_reveals_nothing_and_moves_nobody(tab, checklist):
    """CHK-11, CHK-12, ACC-05: all text is there from the start, help included; focus stays."""
    text = """() => {
      const status = document.querySelector('[data-checklist-status]').textContent;
      return document.body.innerText.replace(status, '').replace(/\\s+/g, ' ');
    }"""
    tab.open(checklist)
    nothing_ticked = tab.evaluate(text)
    boxes = tab.evaluate("() => document.querySelectorAll('input').length")
    tab.evaluate("() => { document.querySelector('input').focus(); }")
    tick(tab, *range(boxes))
    tab.until(
        lambda: tab.evaluate("() => document.querySelector('[data-checklist-status]').textContent")
    )
    assert tab.evaluate(text) == nothing_ticked
    assert tab.evaluate("() => document.activeElement.id") == "c1-1"
    for part in (".help", ".safety", "main .callout"):
        assert tab.evaluate(f"() => document.querySelector('{part}').checkVisibility()")


def test_no_score_and_no_verdict(site, checklist):
    """CHK-01, CHK-02: where such words stand at all, they are denied."""
    words = site.words(checklist)
    title = plain(site.page(checklist).css_first("h1"))
    assert not re.search(r"test|quiz|assess|score", title)
    assert not re.search(
        r"\d+ ?%|percent|likelihood|your (score|result)|(high|low|moderate) risk", words
    )
    assert not re.search(r"\d+ or more|if you ticked (?!many)", words)
    for match in re.finditer(r"\b(score|result|test|verdict|diagnos\w+)\b", words):
        before = words[max(0, match.start() - 40) : match.start()]
        assert re.search(r"\b(no|not|never|without)\b", before), match.group()


def test_what_is_said_is_the_same_for_every_number_of_ticks(site, checklist):
    """CHK-03, CHK-09, CHK-13: in the page as it is sent, before anyone has ticked anything."""
    words = site.words(checklist)
    for sentence in (
        "ticking nothing does not mean that nothing is wrong.",
        "nothing you tick is saved or sent. it is gone when you leave this page.",
        "someone looking at this screen, or software watching this device, could still see it.",
        "you can stop at any time.",
    ):
        assert sentence in words


def test_help_comes_before_the_list_and_after_it(site, checklist):
    """CHK-11: near the top, and again before the end; never because of a tick."""
    links = site.page(checklist).css("main a[href$='help/index.html'], main input")
    kinds = [link.tag for link in links]
    assert kinds[0] == "a" and "a" in kinds[len(kinds) - kinds[::-1].index("input") :]


def test_every_sign_has_something_to_read(site, checklist):
    """CHK-05, CHK-12: on a page that exists, ticked or not."""
    folder = site.file(checklist).parent
    signs = site.page(checklist).css(".sign")
    assert signs
    for sign in signs:
        readings = sign.css(".readings a")
        assert readings, plain(sign)
        for reading in readings:
            path = reading.attributes["href"].partition("#")[0]
            assert (folder / path).resolve().is_file(), path


def test_dangers_that_need_a_person_are_not_in_the_list(site, checklist):
    """CHK-11: no box asks about them; the help block names the lines to call."""
    danger = r"weapon|gun|knife|strangl|chok|neck|stalk|suicid|kill|pets?\b|children are"
    for sign in site.page(checklist).css(".tick label"):
        assert not re.search(danger, plain(sign)), plain(sign)


def test_boxes_are_grouped_and_start_empty(site, checklist):
    """ACC-02: a name for each group, and no box for all or for none."""
    form = site.page(checklist).css_first("form")
    assert form.css("input[checked]") == []
    groups = form.css("fieldset")
    assert len(form.css("fieldset > legend")) == len(groups) > 0
    labels = [plain(label) for label in form.css("label")]
    assert len(labels) == len(form.css("fieldset input"))
    assert not [each for each in labels if re.search(r"(all|none|neither) of (the|these)", each)]


@pytest.mark.parametrize("width", [320, 1280])
def test_boxes_are_easy_to_hit(reader, checklist, width):
    """ACC-03: the whole row is at least 44 px high."""
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto("https://site.test" + checklist)
    heights = reader.evaluate(
        """() => [...document.querySelectorAll('.tick label')]
          .map((row) => row.getBoundingClientRect().height)"""
    )
    assert min(heights) >= 44
