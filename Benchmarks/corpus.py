"""Writes one corpus of articles in two forms: as a Daylight site and as Hugo sites.

The same count always gives the same bytes. An article has about 850 words in headings, paragraphs,
lists, a table, a quotation, a footnote and links to other articles; about two dozen of the 40 terms
of the glossary occur in it. Run alone: python3 corpus.py 1000 FOLDER
"""

import datetime
import random
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parent

SECTIONS = ["understanding", "signs", "healing", "relationships", "therapy"]
TOPICS = [
    "basics", "body", "family", "friendship", "recovery", "limits", "safety", "therapy",
    "self-care", "closeness", "shame", "work", "skills", "couples", "change",
]
ADJECTIVES = """quiet slow steady gentle honest early later familiar hidden first next daily
    ordinary patient careful deeper shared open small new old clear""".split()
NOUNS = """steps patterns stories questions signals habits needs promises doubts hopes memories
    rules roles voices returns mornings letters choices repairs limits circles mirrors""".split()
FRAMES = [
    "When there is {a}, there is often {b} as well.",
    "Many readers notice {a} in small things, long before they can name {b}.",
    "Some people would put {a} and {b} on the same page.",
    "To know about {a} can make {b} feel less strange.",
    "It may help to recall that {a} is not a flaw, and neither is {b}.",
    "In time {a} can lose its hold, and so can {b}.",
    "One friend called {a} the hour when all goes quiet.",
    "Work with {a} takes time and seldom goes in a straight line.",
    "If you know {a}, you may want to read about {b}.",
    "We often come back to {a}, since it leads to {b}.",
]
# A link stands as {{section/slug}} until it is written in a form.
LINK = re.compile(r"\{\{(.+?)\}\}")


class Text:
    """Sentences, headings and blocks, drawn with one generator of random numbers."""

    def __init__(self, random_numbers, articles):
        self.random = random_numbers
        self.articles = articles
        self.sentences = (HERE / "vocabulary.txt").read_text().splitlines()
        words = set(re.findall(r"\b[a-z]{4,}\b", " ".join(self.sentences)))
        # Without words that chance could join to advice which Daylight’s language rules refuse.
        self.words = sorted(words - {"just", "leave", "score", "them", "your"})
        self.forms = [form for term in terms() for form in [term.name, *term.forms]]

    def form(self):
        form = self.random.choice(self.forms)
        return form if form.isupper() else form[0].lower() + form[1:]

    def frame(self):
        return sentence_case(
            self.random.choice(FRAMES).format(a=self.form(), b=self.form()))

    def sentence(self):
        dice = self.random.random()
        if dice < 0.3:
            return self.frame()
        if dice < 0.65:
            return self.random.choice(self.sentences)
        words = self.random.choices(self.words, k=self.random.randint(6, 13))
        if dice < 0.76:
            place = self.random.randrange(len(words))
            mark = self.random.choice(["*", "**", "`"])
            words[place] = mark + words[place] + mark
        return sentence_case(" ".join(words) + ".")

    def paragraph(self, count=None):
        sentences = [self.sentence() for _ in range(count or self.random.randint(3, 6))]
        if self.random.random() < 0.45:
            sentences.insert(
                self.random.randint(0, len(sentences)), f"For more on this, see {self.link()}.")
        return " ".join(sentences)

    def heading(self):
        return f"{self.title()} in {self.form()}"

    def title(self):
        return f"{self.random.choice(ADJECTIVES).capitalize()} {self.random.choice(NOUNS)}"

    def link(self):
        article = self.random.choice(self.articles)
        return f"[{article.title}]({{{{{article.path}}}}})"

    def table(self):
        rows = ["| Sign | What it may look like | What may help |", "|---|:---|---:|"]
        for _ in range(4):
            words = " ".join(self.random.choices(self.words, k=5))
            rows.append(f"| {self.form()} | {words} | {self.form()} |")
        return "\n".join(rows)

    def body(self, words):
        """Blocks until the text has about so many words."""
        blocks = [self.paragraph(4) + "[^1]"]
        part = 0
        while sum(len(block.split()) for block in blocks) < words - 60:
            part += 1
            blocks += ["## " + self.heading(), self.paragraph()]
            if part % 2:
                items = range(self.random.randint(3, 5))
                blocks.append("\n".join("- " + self.sentence() for _ in items))
            if part == 2:
                blocks.append(self.table())
            if part == 3:
                blocks.append("\n".join(f"{n}. {self.sentence()}" for n in range(1, 5)))
                blocks += ["### " + self.heading(), self.paragraph()]
            if part == 4:
                blocks.append("> " + self.sentence())
        blocks += ["## Where to go next", self.paragraph(3), f"- {self.link()}\n- {self.link()}"]
        blocks.append(f"[^1]: {self.sentence()} {self.sentence()}")
        return "\n\n".join(blocks) + "\n"


def titles(random_numbers):
    """Titles without end, none of them twice: two articles of one title are a warning."""
    given = set()
    while True:
        words = [random_numbers.choice(words) for words in (ADJECTIVES, NOUNS, ADJECTIVES, NOUNS)]
        title = "{} {} and {} {}".format(*words).capitalize()
        if title not in given:
            given.add(title)
            yield title


class Article:
    def __init__(self, number, title):
        self.section = SECTIONS[number % len(SECTIONS)]
        self.title = title
        self.slug = f"{slug(self.title)}-{number:05}"
        self.path = f"{self.section}/{self.slug}"

    def write(self, text, published):
        self.summary = text.frame()
        self.topics = text.random.sample(TOPICS, text.random.randint(2, 4))
        self.published = published
        self.body = text.body(text.random.randint(680, 860))


class Term:
    def __init__(self, line):
        self.name, forms, self.summary = [part.strip() for part in line.split("|")]
        self.forms = [form.strip() for form in forms.split(",") if form.strip()]
        self.slug = slug(self.name)


def terms():
    lines = (HERE / "terms.txt").read_text().splitlines()
    return [Term(line) for line in lines if not line.startswith("#")]


def articles(count):
    random_numbers = random.Random(7)
    result = [Article(*each) for each in zip(range(count), titles(random_numbers))]
    text = Text(random_numbers, result)
    for article in result:
        days = random_numbers.randrange(1800)
        article.write(text, datetime.date(2021, 1, 1) + datetime.timedelta(days=days))
        yield article


def write_corpus(count, folder):
    """Writes FOLDER/daylight and FOLDER/hugo."""
    folder = Path(folder)
    daylight, hugo = folder / "daylight/content", folder / "hugo/content"
    for section in [*SECTIONS, "glossary"]:
        (daylight / section).mkdir(parents=True)
        if section != "glossary":
            (hugo / section).mkdir(parents=True)
    for article in articles(count):
        write_for_daylight(article, daylight)
        write_for_hugo(article, hugo)
    write_daylight_frame(daylight)
    write_hugo_frame(hugo)


# Daylight

def file_links(article):
    """The body with links to files, relative to its own."""
    def link(match):
        section, name = match.group(1).split("/")
        return f"{name}.md" if section == article.section else f"../{section}/{name}.md"

    return LINK.sub(link, article.body)


def write_for_daylight(article, content):
    (content / f"{article.path}.md").write_text(
        f"""---
title: {article.title}
summary: {article.summary}
topics: [{", ".join(article.topics)}]
published: {article.published}
---

{file_links(article)}""")


def copy_templates(corpus):
    """Those of today, and the settings of the others, also if the corpus was written earlier."""
    templates = corpus / "daylight" / "templates"
    shutil.rmtree(templates, ignore_errors=True)
    shutil.copytree(REPOSITORY / "templates", templates)
    for variant in ["hugo", "hugo-full"]:
        shutil.rmtree(corpus / variant / "layouts", ignore_errors=True)
        shutil.copytree(HERE / variant, corpus / variant, dirs_exist_ok=True)
    # Not mounted from the other site: an edit there is none here.
    shutil.copytree(corpus / "hugo/content", corpus / "hugo-full/content", dirs_exist_ok=True)
    write_hugo_glossary(corpus / "hugo-full/content/glossary")


def write_daylight_frame(content):
    """All of a Daylight site but its articles and templates."""
    shutil.copy(REPOSITORY / "content/help.yaml", content / "help.yaml")
    people = (REPOSITORY / "content/people.yaml").read_text()
    (content / "people.yaml").write_text(re.sub(r"^  photo\w*: .*\n", "", people, flags=re.M))
    # All rules are applied, but words that chance has joined are no reason to stop.
    rules = (REPOSITORY / "content/language.yaml").read_text()
    rules = re.sub(r"^  source: .*\n", "", rules, flags=re.M)
    (content / "language.yaml").write_text(rules.replace("level: error", "level: note"))
    page(content / "index.md", "Plain reading", "A first page for a site of made-up articles.")
    page(content / "404.md", "This page is not here", "The page may have moved.")
    page(content / "help.md", "Talk to someone", "Lines that listen.")
    page(content / "safe-browsing.md", "Staying safe on a device", "What a device may tell.")
    page(content / "glossary/index.md", "Words", "What words on these pages mean.")
    for section in SECTIONS:
        page(content / f"{section}/index.md", section.capitalize(), "Made-up articles, in order.")
    (content / "sources.yaml").write_text(SOURCES)
    navigation = "\n".join(f"  - {section}/index.md" for section in [*SECTIONS, "glossary"])
    (content / "site.yaml").write_text(SITE.format(navigation=navigation))
    write_glossary(content / "glossary")


EVIDENCE = ["established", "mixed", "emerging", "contested"]
TERM_BODY = """The word is used in many ways. Here it means only what the line above says.

## In daily life

You may have met it under another name, and that is fine.
"""


def write_glossary(folder):
    entries = terms()
    for number, term in enumerate(entries):
        # Neighbours point to each other in pairs.
        partner = entries[number ^ 1]
        forms = f"aliases: [{', '.join(term.forms)}]\n" if term.forms else ""
        (folder / f"{term.slug}.md").write_text(
            f"""---
term: {term.name}
{forms}summary: {term.summary}
evidence: {EVIDENCE[number % 4]}
see: [{partner.slug}]
sources: [{["gardener2001", "walker2008", "cook2015"][number % 3]}]
---

{TERM_BODY}""")


def page(path, title, summary):
    path.write_text(
        f"---\ntitle: {title}\nsummary: {summary}\n---\n\n"
        "These pages were made up to measure how fast a site is built.\n")


SITE = """name: Plain Reading Room
shortName: Plain Reading
baseURL: https://resources.example.org/
language: en
practice:
  name: Sample Practice
  phone: "+44 1632 960123"
  url: https://practice.example.org/
  type: Organization
exit:
  url: https://www.bbc.co.uk/weather
navigation:
{navigation}
helpRegion: gb-eng
safetyPage: safe-browsing.md
feed: true
"""

SOURCES = "".join(
    f"""{name.lower()}{year}:
  authors: ["{name}, A."]
  year: {year}
  title: {title}
  kind: book
  supports: Nothing. This work is made up.
""" for name, year, title in [
        ("Gardener", 2001, "Notes from a walled garden"),
        ("Walker", 2008, "Paths and stiles"),
        ("Cook", 2015, "A pan and a fire")])


# Hugo

def hugo_text(article, body):
    return f"""---
title: "{article.title}"
description: "{article.summary}"
date: {article.published}
tags: [{", ".join(article.topics)}]
---

{body}"""


def address_links(article):
    """The body with links to addresses, from the root."""
    return LINK.sub(lambda match: f"/{match.group(1)}/", article.body)


def write_for_hugo(article, content):
    (content / f"{article.path}.md").write_text(hugo_text(article, address_links(article)))


def write_hugo_frame(content):
    for section in ["", *SECTIONS]:
        title = section.capitalize() or "Plain reading"
        (content / section / "_index.md").write_text(
            f'---\ntitle: "{title}"\n---\n\n'
            "These pages were made up to measure how fast a site is built.\n")


def write_hugo_glossary(folder):
    """The words of the glossary, for the site that explains them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "_index.md").write_text('---\ntitle: "Words"\n---\n')
    entries = terms()
    for number, term in enumerate(entries):
        forms = ", ".join(f'"{form}"' for form in term.forms)
        (folder / f"{term.slug}.md").write_text(
            f"""---
title: "{term.name}"
description: "{term.summary}"
forms: [{forms}]
evidence: {EVIDENCE[number % 4]}
see: {entries[number ^ 1].slug}
---

{TERM_BODY}""")


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def sentence_case(text):
    return text[0].upper() + text[1:]


if __name__ == "__main__":
    write_corpus(int(sys.argv[1]), sys.argv[2])
