"""Where things are on a page: a reader meets the text, the numbers and the boxes first."""

import pytest

ORIGIN = "https://site.test"
PHONES = {360: 740, 390: 844}
TOP = "(part) => part.getBoundingClientRect().top + scrollY"


@pytest.fixture(params=PHONES)
def phone(reader, request):
    """A page as a phone shows it before anyone scrolls."""
    reader.set_viewport_size({"width": request.param, "height": PHONES[request.param]})
    return reader


def test_an_article_begins_on_the_first_screen(phone, site):
    late = {}
    for address in site.of_kind("article"):
        phone.goto(ORIGIN + address)
        top = phone.locator(".prose p").first.evaluate(TOP)
        if top >= 480:
            late[address] = top
    assert late == {}


def test_a_phone_folds_the_menu_and_the_contents(phone):
    phone.goto(ORIGIN + "/signs/overview/")
    for part in (".site-header", ".contents"):
        assert not phone.locator(f"{part} a[href*='#'], {part} li a").first.is_visible()
        phone.click(f"{part} summary")
        assert phone.locator(f"{part} li a").first.is_visible()


def test_the_question_opens_the_whole_safety_line(phone):
    """SAF-11: without script too, in a part that needs none."""
    phone.goto(ORIGIN + "/signs/overview/")
    rest = phone.locator(".safety .rest")
    assert phone.locator(".safety strong").is_visible()
    assert not rest.is_visible()
    phone.click(".safety summary")
    assert rest.is_visible()
    assert "does not clear your history" in rest.inner_text()


def test_a_large_screen_shows_the_whole_safety_line(reader):
    """SAF-11: nothing of it is folded where there is room."""
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.goto(ORIGIN + "/signs/overview/")
    assert reader.locator(".safety .rest").is_visible()
    assert not reader.locator(".safety summary").is_visible()
