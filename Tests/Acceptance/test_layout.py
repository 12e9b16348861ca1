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


def test_a_word_opens_in_place(open_tab):
    """The meaning is one press away, its entry one more; the list of Back stays as it is."""
    tab = open_tab()
    tab.open("/signs/overview/")
    before = tab.evaluate("() => history.length")
    tab.evaluate("() => document.querySelector('.prose .term').click()")
    assert tab.evaluate("() => Boolean(document.querySelector('.words :popover-open dt a'))")
    assert tab.evaluate("() => history.length") == before
    assert tab.address == "/signs/overview/"


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


def test_the_first_number_of_the_help_is_on_the_first_screen(phone):
    """CRI-05: that of the publisher’s place, to tap without scrolling."""
    phone.goto(ORIGIN + "/help/")
    assert phone.locator("main a.phone").first.evaluate(TOP) < 700


def test_other_places_of_the_help_are_folded_and_open(phone, site):
    phone.goto(ORIGIN + "/help/")
    places = phone.locator(".elsewhere .region")
    assert places.count() == len(site.page("/help/").css(".elsewhere .region")) > 5
    place = places.last
    assert not place.locator("a.phone, a[href^='http']").first.is_visible()
    place.locator("summary").click()
    assert place.locator("a.phone, a[href^='http']").first.is_visible()


def test_numbers_do_not_wrap(phone, sample):
    phone.goto(ORIGIN + sample)
    lines = phone.locator("a.phone bdi").evaluate_all(
        "(all) => all.map((each) => each.getClientRects().length)"
    )
    assert set(lines) <= {0, 1}


def test_a_checklist_begins_within_a_screen_and_a_half(phone, checklist):
    phone.goto(ORIGIN + checklist)
    assert phone.locator("main input").first.evaluate(TOP) < 1.5 * 740


def test_a_checklist_ends_once_and_promises_once(site, checklist):
    page = site.page(checklist)
    assert len(page.css(".after h2")) == 1
    words = site.words(checklist)
    assert words.count("nothing you tick is saved") == 1
    assert words.count("does not mean that nothing is wrong") == 1


def test_an_article_outweighs_what_follows_it(reader, site):
    """Its words, sources and dates are folded until a reader asks for them."""
    reader.set_viewport_size({"width": 1280, "height": 800})
    light = {}
    for address in site.of_kind("article"):
        reader.goto(ORIGIN + address)
        article, page = reader.evaluate(
            """() => ['main article', 'main'].map((part) =>
              document.querySelector(part).getBoundingClientRect().height)"""
        )
        if article < 0.7 * page:
            light[address] = article / page
    assert light == {}


def test_an_article_leads_on_by_few_links_each_once(site):
    for address in site.of_kind("article"):
        links = [link.attributes["href"] for link in site.page(address).css(".onward a")]
        assert len(site.page(address).css(".next-step a")) == 1, address
        assert len(links) == len(set(links)) <= 4, address


def test_a_link_into_a_fold_opens_it(tab):
    """A citation leads to its source, which is in sight then, without script too."""
    tab.open("/understanding/what-is-this-bond/")
    source = "() => document.querySelector('.sources li').checkVisibility()"
    assert not tab.evaluate(source)
    tab.evaluate("() => document.querySelector('.citation').click()")
    tab.until(lambda: tab.evaluate(source))


def test_folds_are_open_on_paper(reader):
    reader.goto(ORIGIN + "/understanding/what-is-this-bond/")
    reader.emulate_media(media="print")
    inside = (".words dd", ".sources li", ".reviewed li")
    seen = [reader.locator(part).first.is_visible() for part in inside]
    reader.emulate_media(media="screen")
    assert seen == [True, True, True]


def test_a_drawing_is_light_and_never_read_aloud(site):
    drawings = {}
    for address in site.of_kind("section") + site.of_kind("article"):
        for drawing in site.page(address).css("img.picture"):
            assert drawing.attributes["alt"] == ""
            drawings[address] = drawing.attributes["src"].split("assets/")[1]
    assert len(set(drawings.values())) > 5
    assert all((site.folder / "assets" / path).stat().st_size < 5_000 for path in drawings.values())


def test_on_a_phone_only_sections_show_their_drawing(phone):
    phone.goto(ORIGIN + "/signs/")
    assert phone.locator(".picture").is_visible()
    assert phone.locator(".prose p").first.evaluate(TOP) < 480
    phone.goto(ORIGIN + "/signs/overview/")
    assert phone.locator(".picture").count() == 1
    assert not phone.locator(".picture").is_visible()


@pytest.mark.parametrize("width", (1280, 1920))
def test_a_wide_page_is_not_half_empty(reader, sample, width):
    """What is seen of the main part reaches as far to the right as to the left."""
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(ORIGIN + sample)
    left, right = reader.evaluate(
        """() => {
          const parts = [...document.querySelectorAll('main *, .breadcrumbs *')].filter((part) =>
            part.checkVisibility() && !part.closest('[popover], svg')
            && ([...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
              || part.matches('img, svg')));
          const boxes = parts.map((part) => part.getBoundingClientRect());
          return [Math.min(...boxes.map((box) => box.left)),
            innerWidth - Math.max(...boxes.map((box) => box.right))];
        }"""
    )
    assert right - left < 0.2 * width


def test_the_glossary_is_a_few_screens_and_its_letters_stay(reader, site):
    [address] = site.of_kind("glossary")
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.goto(ORIGIN + address)
    letters = reader.locator(".letters")
    height = reader.evaluate("() => document.documentElement.scrollHeight")
    assert height < 9_000
    reader.evaluate("() => scrollTo(0, 3000)")
    assert 0 <= letters.evaluate("(part) => part.getBoundingClientRect().top") < 400
