"""What the site must cover, and what it may weigh.

Each subject is looked for where a reader would look: as patterns, not sentences, so that a better
sentence passes and a lost thought does not.
"""

import re

import pytest

from conftest import ROOT
from support.built_site import plain

WHAT = "/understanding/what-is-this-bond/"
WHERE = "/understanding/where-it-happens/"
BODY = "/understanding/nervous-system/"
REWARD = "/understanding/intermittent-reinforcement/"
EARLY = "/understanding/early-attachment/"
SELF_BLAME = "/understanding/shame-and-self-blame/"
SIGNS = "/signs/overview/"
HIGHS = "/why-it-is-hard/highs-and-lows/"
FEAR = "/why-it-is-hard/fear/"
SHAME = "/why-it-is-hard/shame/"
GASLIGHTING = "/why-it-is-hard/gaslighting/"
GRIEF = "/why-it-is-hard/grief/"
HEALING = "/healing/"
NAMING = "/healing/naming-the-pattern/"
SUPPORT = "/healing/finding-support/"
THERAPIES = "/healing/therapies-that-can-help/"
NOT_LINEAR = "/healing/healing-is-not-linear/"
CLOSING = "/healing/a-closing-note/"
TRAUMA_THERAPY = "/therapy/what-trauma-therapy-is/"
CHOOSING = "/therapy/choosing-a-therapist/"
FIRST_TIME = "/therapy/first-appointment/"

COVERED = {
    "1 what a trauma bond is": {
        WHAT: [
            "(strong|powerful) (tie|attachment)",
            "care and harm",
            "neglect",
            "manipulation",
            "ideali[sz]",
            "criticism",
            "crave|craving",
            "(do|did) better",
            "mistaken for love",
            "surviv",
            "not a sign of weakness",
            "not a defect",
            "may be real",
            "confusing",
            "first step",
        ]
    },
    "2 where it happens": {
        WHERE: [
            "partner",
            "parent",
            "child",
            "friend",
            "religious group",
            "work(place)?",
            "communit",
            "loyalty",
            "questions are unwelcome|questions .{0,30}discouraged",
            "guilt",
            "fear",
        ]
    },
    "3 the nervous system": {
        BODY: ["nervous system", "cannot know|unpredictab", "surviv|get through"]
    },
    "3 early attachment": {
        EARLY: [
            "hard to predict|inconsistent",
            "neglect",
            "fright",
            "risk",
            "intensity feels like intimacy",
            "dull",
        ]
    },
    "3 intermittent reinforcement": {
        REWARD: ["no pattern|unpredictab", "much longer|harder", "hope", "self-blame", "loop"]
    },
    "3 shame": {SELF_BLAME: ["too needy", "too sensitive", "earn", "i am bad|the problem"]},
    "4 signs, in one overview": {
        SIGNS: [
            "life without them",
            "addict",
            "explain away",
            "take the blame",
            "walking on eggshells",
            "see less of other people",
            "losing them|pull away",
            "early days|the beginning",
            "not a verdict",
            "not alone",
            "awareness is a first step",
        ]
    },
    "5 highs and lows": {
        HIGHS: [
            "not stupid|not irrational",
            "crav",
            "dopamine",
            "relief",
            "analogy",
            "has not shown",
        ]
    },
    "5 fear": {
        FEAR: ["being alone", "losing who you fell for", "says about you", "early care", "danger"]
    },
    "5 shame": {SHAME: ["stayed|went back", "(hold|doubl)\\w* (on tighter|down)", "facing it"]},
    "5 gaslighting": {
        GASLIGHTING: ["doubt your memory", "trust", "(ask|takes away) .{0,20}(others|help)"]
    },
    "5 grief": {GRIEF: ["kept hoping for|never came", "loss|lost", "you are right to|deserves"]},
    "6 a process": {
        HEALING: ["process and not one decision", "untangling", "who you are", "worth"]
    },
    "6 naming": {NAMING: ["observe", "react", "curiosity", "compassion", "choice", "silent"]},
    "6 therapies": {
        THERAPIES: [
            "emdr",
            "eye movement desensitization and reprocessing",
            "internal family systems",
            "relational therapy",
            "psychodynamic",
            "evidence",
            "parts of you that were silenced",
        ]
    },
    "6 support": {SUPPORT: ["friend", "therapist", "group", "book", "podcast", "helpline"]},
    "6 not linear": {NOT_LINEAR: ["safer", "mutual", "more of who you are", "direction|facing"]},
    "7 a closing note": {
        CLOSING: ["adapted", "stay connected", "surviv", "cage", "clarity", "power to begin"]
    },
    "8 what trauma therapy is": {TRAUMA_THERAPY: ["trauma therapy is", "safety comes"]},
    "8 what to ask a therapist": {CHOOSING: ["what to ask", r"\?"]},
    "8 what a first appointment is like": {FIRST_TIME: ["first ten minutes", "what brings you"]},
}

SEVEN_SIGNS = {
    "/signs/feeling-unable-to-leave/": "keep going back",
    "/signs/explaining-it-away/": "a reason ready for what they did",
    "/signs/taking-the-blame/": "the one who was wrong",
    "/signs/walking-on-eggshells/": "before i speak",
    "/signs/growing-apart-from-others/": "less of people who might ask",
    "/signs/fear-of-losing-them/": "more afraid of being left",
    "/signs/hoping-for-the-beginning/": "the person i first met",
}


@pytest.mark.parametrize("row", COVERED)
def test_the_site_covers(site, row):
    for address, patterns in COVERED[row].items():
        words = site.words(address)
        assert [pattern for pattern in patterns if not re.search(pattern, words)] == [], address


@pytest.mark.parametrize("article", SEVEN_SIGNS)
def test_the_seven_signs_have_an_article_and_a_place_in_the_checklist(site, article):
    """A short article with more than one side to it, and a box that leads there."""
    assert len(site.page(article).css(".prose h2")) >= 4
    assert len(site.words(article, ".prose").split()) in range(300, 1000)
    signs = site.page("/checklists/signs/").css(".sign")
    (sign,) = [each for each in signs if SEVEN_SIGNS[article] in plain(each)]
    links = [link.attributes["href"] for link in sign.css(".readings a")]
    assert any(article.strip("/") in link for link in links)


def test_the_first_page_has_the_drawing(site):
    """Our own, in the page, with words for those who do not see it."""
    drawing = site.page("/").css_first("main svg[role=img]")
    names = [
        site.page("/").css_first(f"#{each}")
        for each in drawing.attributes["aria-labelledby"].split()
    ]
    words = " ".join(plain(each) for each in names)
    assert re.search("from the dark into the morning.*choice to go", words)


@pytest.mark.parametrize("path", ["/paths/just-starting-to-wonder/", "/paths/after-leaving/"])
def test_reading_paths_lead_through_pages_in_order(site, path):
    steps = site.page(path).css("main ol.steps > li > a")
    assert len(steps) >= 3
    folder = site.file(path).parent
    assert all((folder / step.attributes["href"]).resolve().is_file() for step in steps)


def test_the_glossary_is_large_and_honest(site):
    """CNT-07: each entry has a definition, and says how strong the evidence is."""
    terms = site.of_kind("term")
    assert len(terms) >= 45
    for address in terms:
        page = site.page(address)
        assert plain(page.css_first("h1 dfn"))
        assert plain(page.css_first(".lead"))
        assert plain(page.css_first(".evidence"))


def test_words_in_dispute_say_so_wherever_they_open(site):
    """GLO-05: in the list that opens over the text, too."""
    disputed = {
        plain(site.page(term).css_first("h1 dfn"))
        for term in site.of_kind("term")
        if re.search("contested|popular", plain(site.page(term).css_first(".evidence")))
    }
    assert disputed
    for address in site.of_kind("article"):
        for entry in site.page(address).css(".words [popover]"):
            word, meaning = entry.css_first("dt"), entry.css_first("dd")
            assert plain(word) not in disputed or meaning.css_first("i"), f"{address} {plain(word)}"


def test_every_article_says_who_wrote_it_from_what_and_what_next(site):
    """CNT-01, CNT-05, CNT-15: sources, author, review, a next step; no invented reviewer."""
    for address in site.of_kind("article"):
        page = site.page(address)
        assert page.css(".sources li") or "/friends-and-family/" in address, address
        assert "written by" in plain(page.css_first(".reviewed")), address
        assert "not yet reviewed by a clinician" in plain(page.css_first(".reviewed")), address
        assert page.css_first("#a-next-step"), address


def test_every_article_lets_its_reader_stop(site):
    """CNT-18."""
    for address in site.of_kind("article"):
        assert "you can stop here. there is no rush." in site.words(address), address


def test_numbers_for_help_are_grouped_and_dialled_whole(site):
    """CRI-01, CRI-03: what is shown and what is dialled are the same number."""
    phones = site.page("/help/").css("a.phone")
    assert len(phones) >= 10
    for phone in phones:
        dialled = phone.attributes["href"].removeprefix("tel:")
        shown = re.sub(r"\D", "", phone.text())
        assert shown and re.sub(r"\D", "", dialled).endswith(shown.lstrip("0")), phone.html


def test_help_covers_every_region(site):
    """CRI-04: by visible links, with the publisher's own region first."""
    regions = " | ".join(plain(each) for each in site.page("/help/").css(".region h2"))
    for place in (
        *("united states", "england", "scotland", "wales", "northern ireland"),
        *("ireland", "canada", "australia", "new zealand"),
    ):
        assert re.search(rf"(^|\| ){place}", regions), place


def test_emergency_numbers_are_not_links(site, address):
    """CRI-03: nobody dials them by accident."""
    for link in site.page(address).css("a[href^='tel:']"):
        digits = re.sub(r"\D", "", link.attributes["href"])
        assert len(digits) > 3 or digits not in ("911", "999", "000", "111", "112")


def test_help_says_when_to_call_whom(site):
    """CRI-06: in short lists, the urgent one first."""
    urgent, other = site.page("/help/").css(".care")
    assert re.fullmatch(r"call \d+ if:", plain(urgent.css_first("h3")))
    assert plain(other.css_first("h3")).endswith("if:")
    assert min(len(urgent.css("li")), len(other.css("li"))) >= 3


def test_help_says_that_phones_keep_a_log(site, address):
    """CRI-02: beside the numbers of every page."""
    assert "a call or text stays in your phone's own log" in site.words(address, ".help")


def test_the_safety_page_says_what_leaving_does_not_do(site):
    """SAF-10, SAF-12: and what helps more."""
    words = site.words("/safe-browsing/")
    for thought in (
        "does not remove this site from your history",
        "(never had access|cannot reach)",
        "clearing all of it can raise suspicion",
        "single entries",
        "private window",
        "as you always do",
        "other devices",
        "address bar",
        "router",
        "spyware",
        "handed over",
    ):
        assert re.search(thought, words), thought


def test_no_page_promises_too_much(site, address):
    """SAF-10."""
    total = r"(completely|fully|100 ?%) (private|anonymous|safe)"
    for match in re.finditer(
        rf"untraceable|{total}|erases? (your|all)|keeps you safe", site.words(address)
    ):
        before = site.words(address)[max(0, match.start() - 40) : match.start()]
        assert re.search(r"\b(no|not|never|nothing)\b", before), match.group()


# Weight and colours.


def test_styles_and_scripts_are_light(site):
    """Before compression; over a tenth of the styles keeps the ways out in sight under any theme."""
    sizes = {
        kind: sum(file.stat().st_size for file in site.folder.rglob(f"assets/*.{kind}"))
        for kind in ("css", "js")
    }
    assert 0 < sizes["css"] < 32_000
    assert 0 < sizes["js"] < 6_000


STYLE = (ROOT / "templates/assets/site.css").read_text()
PAIRS = re.findall(r"contrast: (--[\w-]+) on (--[\w-]+) ([\d.]+)", STYLE)


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; the dark one changes what it names and keeps the rest."""
    light, _, dark = STYLE.partition("@media (prefers-color-scheme: dark)")
    dark = dark.partition("\n}\n")[0]
    colours = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", light))
    return (
        colours | dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", dark))
        if scheme == "dark"
        else colours
    )


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_there_are_pairs_to_compare():
    assert len(PAIRS) >= 15


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink, paper, least", PAIRS)
def test_colours_stand_out(ink, paper, least, scheme):
    """ACC-13: as the style sheet itself says they do."""
    colours = tokens(scheme)
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= float(least)


# The practice.


def test_only_articles_far_from_danger_invite_to_the_practice(site):
    """CNT-19: never beside the checklists, the help, or a word of warning."""
    inviting = [address for address in site.pages if site.page(address).css(".invitation")]
    assert inviting
    assert set(inviting) <= set(site.of_kind("article"))
    for address in inviting:
        assert not site.page(address).css(".callout-safety, .callout-help"), address


def test_the_practice_says_what_a_call_leaves_behind(site):
    """CNT-20: beside the ways to reach it, and without a form or a link that opens a mail program."""
    page = site.page("/practice/")
    contact = page.css_first("#site-contact")
    assert contact
    text = page.text()
    for words in ("What your phone shows", "What a bill shows", "Messages we leave"):
        assert words in text
    assert not page.css("form, input, a[href^='mailto:'], iframe")
    booking = page.css_first(".facts a[href^='https:']")
    assert booking.attributes["rel"] == "noreferrer"
