import DaylightSyntax

extension ForeignNames {
  private static let byFolder = "leave it out: the folder of a file decides what kind of page it is"
  private static let bySite = "leave it out: it is set for the whole site, in ‘content/site.yaml’"
  private static let byProgram = "leave it out: Daylight works it out by itself"
  private static let holdBack =
    "write ‘draft: true’ for a page that is not to be published yet"
  private static let nothing = "leave it out: Daylight has nothing like it"
  private static let photograph =
    "leave it out, and put the picture into the text: ![what it shows](picture.jpg); "
    + "‘picture’ is the name of a drawing of the theme"

  /// Names of the front matter of Hugo, Jekyll, Eleventy, Astro, Gatsby, Pelican and word processors.
  static let page: ForeignNames = [
    "name": .ours("title", "term"), "headline": .ours("title", "term"),
    "heading": .ours("title", "term"), "word": .ours("term", "title"),
    "linktitle": .ours("shortTitle"), "navtitle": .ours("shortTitle"),
    "sidebarlabel": .ours("shortTitle"), "seotitle": .ours("shortTitle"),
    "date": .ours("published"), "publishdate": .ours("published"), "pubdate": .ours("published"),
    "pubdatetime": .ours("published"), "created": .ours("published"),
    "datepublished": .ours("published"),
    "lastmod": .none(
      "leave it out: ‘reviewed’ is the day on which somebody last checked the page"),
    "updated": .none(
      "leave it out: ‘reviewed’ is the day on which somebody last checked the page"),
    "modified": .none(
      "leave it out: ‘reviewed’ is the day on which somebody last checked the page"),
    "lastmodified": .none(
      "leave it out: ‘reviewed’ is the day on which somebody last checked the page"),
    "expirydate": .ours("expires"), "unpublishdate": .ours("expires"), "expiry": .ours("expires"),
    "tags": .ours("topics"), "tag": .ours("topics"), "topic": .ours("topics"),
    "categories": .ours("topics"), "category": .ours("topics"), "keywords": .ours("topics"),
    "subject": .ours("topics"),
    "description": .ours("summary"), "excerpt": .ours("summary"), "abstract": .ours("summary"),
    "subtitle": .ours("summary"), "lead": .ours("summary"), "intro": .ours("summary"),
    "teaser": .ours("summary"), "definition": .ours("summary"),
    "weight": .ours("order"), "navorder": .ours("order"), "menuorder": .ours("order"),
    "position": .ours("order"), "sidebarposition": .ours("order"), "sort": .ours("order"),
    "permalink": .none(
      "write ‘slug’ for the last part of the address, or leave it out: the file’s name and folder "
        + "are the address; old addresses go under ‘aliases’ (in the glossary ‘redirects’)"),
    "url": .none(
      "write ‘slug’ for the last part of the address, or leave it out: the file’s name and folder "
        + "are the address; old addresses go under ‘aliases’ (in the glossary ‘redirects’)"),
    "redirectfrom": .ours("redirects", "aliases"), "redirects": .ours("redirects", "aliases"),
    "oldurl": .ours("redirects", "aliases"), "synonyms": .ours("alsoAsked", "aliases"),
    "acronym": .ours("abbreviation"),
    "authors": .ours("author"), "by": .ours("author"), "byline": .ours("author"),
    "reviewedby": .ours("reviewer"), "lastreviewed": .ours("reviewed"),
    "nextreview": .ours("reviewBy"), "reviewdate": .ours("reviewed"),
    "references": .ours("sources"), "bibliography": .ours("sources"),
    "citations": .ours("sources"),
    "questions": .ours("question"), "ask": .ours("question"), "faq": .ours("question"),
    "alsocalled": .ours("alsoAsked", "aliases"), "alsoknownas": .ours("alsoAsked", "aliases"),
    "searchterms": .ours("alsoAsked", "aliases"), "searchwords": .ours("alsoAsked", "aliases"),
    "moments": .ours("moment"), "stage": .ours("moment"), "situation": .ours("moment"),
    "status": .none(holdBack), "publish": .none(holdBack), "ispublished": .none(holdBack),
    "unpublished": .none(holdBack), "public": .none(holdBack), "visible": .none(holdBack),
    "visibility": .none(holdBack), "isdraft": .ours("draft"), "wip": .ours("draft"),
    "hidden": .ours("draft"), "private": .ours("draft"), "unlisted": .ours("noindex"),
    "robots": .ours("noindex"), "evidencelevel": .ours("evidence"), "seealso": .ours("see"),
    "related": .ours("see"),
    "layout": .none(byFolder), "template": .none(byFolder), "type": .none(byFolder),
    "kind": .none(byFolder), "posttype": .none(byFolder),
    "language": .none(bySite), "lang": .none(bySite), "locale": .none(bySite),
    "theme": .none(bySite), "menu": .none(bySite), "nav": .none(bySite),
    "navigation": .none(bySite), "parent": .none(byFolder), "section": .none(byFolder),
    "id": .none(byProgram), "uuid": .none(byProgram), "toc": .none(byProgram),
    "readingtime": .none(byProgram), "wordcount": .none(byProgram),
    "canonical": .none(byProgram), "canonicalurl": .none(byProgram),
    "image": .none(photograph),
    "cover": .none(photograph),
    "thumbnail": .none(photograph),
    "featuredimage": .none(photograph),
    "comments": .none(nothing), "share": .none(nothing), "math": .none(nothing),
    "css": .none(nothing), "js": .none(nothing), "pagination": .none(nothing),
    "output": .none(nothing), "sitemap": .none(nothing), "params": .ours("extra"),
    "series": .none("leave it out: write ‘sequence: true’ in the index.md of the folder"),
  ]

  /// Names of the settings of other generators.
  static let site: ForeignNames = [
    "title": .ours("name"), "sitename": .ours("name"), "sitetitle": .ours("name"),
    "url": .ours("baseURL"), "siteurl": .ours("baseURL"), "domain": .ours("baseURL"),
    "lang": .ours("language"), "locale": .ours("language"), "languagecode": .ours("language"),
    "menu": .ours("navigation"), "menus": .ours("navigation"), "nav": .ours("navigation"),
    "pdf": .ours("downloads"), "pdfs": .ours("downloads"), "files": .ours("downloads"),
    "attachments": .ours("downloads"), "organisation": .ours("practice"),
    "organization": .ours("practice"),
    "author": .ours("practice"), "region": .ours("helpRegion"), "country": .ours("helpRegion"),
    "safety": .ours("safetyPage"), "exiturl": .ours("exit"), "rss": .ours("feed"),
    "description": .none("leave it out: write a ‘summary’ in ‘content/index.md’"),
    "theme": .none("leave it out: the folder ‘templates’ is the theme"),
    "logo": .ours("brand"), "colours": .ours("brand"), "colors": .ours("brand"),
    "accent": .ours("brand"), "fonts": .ours("brand"), "hero": .ours("brand"),
    "deploy": .ours("publish"), "deployment": .ours("publish"), "publishing": .ours("publish"),
    "plugins": .none(nothing), "analytics": .none("leave it out: nothing counts the readers"),
    "googleanalytics": .none("leave it out: nothing counts the readers"),
  ]

  /// Names that `publish` might be given.
  static let publish: ForeignNames = [
    "server": .ours("to"), "host": .ours("to"), "target": .ours("to"), "folder": .ours("to"),
    "path": .ours("to"), "directory": .ours("to"), "destination": .ours("to"), "url": .ours("to"),
    "rsync": .ours("to"), "ssh": .ours("to"), "git": .ours("branch"), "repository": .ours("remote"),
    "repo": .ours("remote"),
    "user": .none("leave it out: write it before the server, as in ‘to: you@example.org:/folder’"),
    "port": .none("leave it out: write it into ~/.ssh/config, where ssh looks"),
    "key": .none("leave it out: write ‘IdentityFile’ into ~/.ssh/config, where ssh looks"),
    "password": .none(
      "leave it out, and change it: this file can be read by others; ssh asks, or uses a key"),
    "method": .none("leave it out: ‘to’ is sent by rsync, ‘branch’ by Git"),
  ]

  /// Names that a line of `help.yaml` might be given.
  static let helpline: ForeignNames = [
    "tel": .ours("phone"), "telephone": .ours("phone"), "number": .ours("phone"),
    "website": .ours("url"), "web": .ours("url"), "link": .ours("url"), "address": .ours("url"),
    "title": .ours("name"), "type": .ours("kind"), "category": .ours("kind"),
    "sms": .ours("text"), "open": .ours("hours"), "openinghours": .ours("hours"),
    "area": .ours("coverage"), "checked": .ours("verified"), "price": .ours("cost"),
    "language": .ours("languages"), "note": .ours("notes"), "description": .ours("notes"),
    "email": .none("leave it out: a mail would stay on the reader’s device"),
  ]

  /// Names that the details of a practice might be given.
  static let practice: ForeignNames = [
    "tel": .ours("phone"), "telephone": .ours("phone"), "number": .ours("phone"),
    "website": .ours("url"), "web": .ours("url"), "link": .ours("url"), "title": .ours("name"),
    "openinghours": .ours("hours"), "opening": .ours("hours"), "times": .ours("hours"),
    "prices": .ours("fees"), "price": .ours("fees"), "rates": .ours("fees"), "cost": .ours("fees"),
    "concessions": .ours("reducedFees"), "slidingscale": .ours("reducedFees"),
    "insurers": .ours("insurance"), "places": .ours("locations"), "rooms": .ours("locations"),
    "areaserved": .ours("area"), "bookingurl": .ours("booking"), "book": .ours("booking"),
    "email": .none("write it below ‘contact’, with what a reader should know before writing"),
    "mail": .none("write it below ‘contact’, as ‘email’"),
    "people": .none(byPersonPage), "team": .none(byPersonPage), "staff": .none(byPersonPage),
    "therapists": .none(byPersonPage),
  ]

  private static let byPersonPage =
    "leave it out: write each person into ‘content/people.yaml’, and a page for them into "
    + "‘content/practice’"

  /// Names that the details of a person might be given.
  static let person: ForeignNames = [
    "image": .ours("photo"), "picture": .ours("photo"), "portrait": .ours("photo"),
    "photograph": .ours("photo"), "alt": .ours("photoAlt"), "title": .ours("jobTitle"),
    "profession": .ours("jobTitle"), "position": .ours("jobTitle"), "job": .ours("jobTitle"),
    "qualification": .ours("credential"), "qualifications": .ours("credential"),
    "credentials": .ours("credential"), "licence": .ours("register"),
    "license": .ours("register"), "registration": .ours("register"), "link": .ours("url"),
    "website": .ours("url"), "language": .ours("languages"), "approach": .ours("approaches"),
    "modalities": .ours("approaches"), "fees": .ours("fee"), "price": .ours("fee"),
    "acceptsclients": .ours("newClients"), "availability": .ours("newClients"),
    "about": .ours("bio"), "biography": .ours("bio"), "description": .ours("bio"),
    "email": .none("leave it out: ‘contact’ in site.yaml says how to reach the practice"),
    "phone": .none("leave it out: ‘contact’ in site.yaml says how to reach the practice"),
  ]
}
