/// The furniture of news pages, as data: what stands around the text and is not part of it.
///
/// Phrases are in lower case without punctuation, as `FoldedWords` makes them.
enum Furniture {
  /// Lines that are nothing else than one of these.
  static let lines: Set<String> = [
    "text version", "print version", "full version", "mobile version", "share", "share this",
    "share this article", "share this story", "share on facebook", "share on twitter", "tweet",
    "print", "email", "e-mail", "print this page", "send to a friend", "read more", "read also",
    "read next", "more", "see more", "show more", "view more", "load more", "learn more",
    "continue reading", "advertisement", "advertising", "sponsored", "sponsored content",
    "skip to content", "skip to main content", "skip to navigation", "menu", "search", "login",
    "log in", "sign in", "sign up", "subscribe", "subscribe now", "register", "donate", "home",
    "back", "back to top", "top", "next", "previous", "comments", "comment", "leave a comment",
    "add a comment", "post a comment", "no comments", "view comments", "like", "save", "listen",
    "watch", "follow", "follow us", "newsletter", "facebook", "twitter", "telegram", "instagram",
    "youtube", "linkedin", "whatsapp", "rss", "download pdf", "pdf", "copy link", "link copied",
    "photo", "photos", "video", "gallery", "contact us", "about us", "privacy policy",
    "terms of use", "cookies", "accept", "close", "end", "ends", "end text", "ends text",
    "for immediate release", "unofficial translation", "check against delivery",
  ]

  /// Names of a site's sections, which stand above the headline.
  static let sections: Set<String> = [
    "events", "all news", "news", "latest news", "top news", "breaking news", "world", "politics",
    "economy", "business", "business economy", "defence", "defense", "military", "military defense",
    "international", "foreign policy", "europe", "asia", "americas", "middle east", "africa",
    "transcripts", "speeches", "press releases", "press release", "media", "media centre",
    "press centre", "press room", "newsroom", "news archive", "archive", "opinion", "analysis",
    "exclusive", "interviews", "interview", "society", "security", "world news", "home news",
    "obituary", "obituaries", "profile", "comment", "editorial", "feature", "features", "briefs",
    "written answers", "oral answers", "debates", "hearing", "hearings", "testimony", "newsletter",
    "reviews", "letters",
    "print edition", "trips", "meetings", "statements", "documents", "publications", "updates",
  ]

  /// What a block of lines under one of these heads holds.
  enum Block {
    /// Persons, one a line.
    case persons
    /// Nothing of the text.
    case furniture
  }

  static let blocks: [String: Block] = [
    "persons": .persons, "people": .persons, "participants": .persons, "topics": .furniture,
    "topic": .furniture, "tags": .furniture, "keywords": .furniture, "categories": .furniture,
    "publication status": .furniture, "related": .furniture, "related news": .furniture,
    "related articles": .furniture, "related stories": .furniture, "related topics": .furniture,
    "related content": .furniture, "see also": .furniture, "read also": .furniture,
    "also read": .furniture, "more on this": .furniture, "more on this story": .furniture,
    "more news": .furniture, "most read": .furniture, "most popular": .furniture,
    "latest headlines": .furniture, "recommended": .furniture, "you may also like": .furniture,
    "contact": .furniture, "contacts": .furniture, "media contact": .furniture,
    "media contacts": .furniture, "press contact": .furniture, "press contacts": .furniture,
    "investor contact": .furniture, "trending": .furniture, "editors picks": .furniture,
    "geography": .furniture,
    "regions": .furniture, "sections": .furniture, "follow us on": .furniture,
    "share this": .furniture,
  ]

  /// What a line says that begins with one of these and a colon.
  enum Label {
    case published
    case updated
    case outlet
    case title
    case place
    case address
    /// A line of the head of an e-mail.
    case mail
    case furniture
  }

  static let labels: [String: Label] = [
    "publication date": .published, "published": .published, "published on": .published,
    "published at": .published, "date": .published, "posted": .published, "posted on": .published,
    "date published": .published, "release date": .published, "released": .published,
    "publish date": .published, "issued": .published, "date of publication": .published,
    "updated": .updated, "last updated": .updated, "last modified": .updated, "modified": .updated,
    "update": .updated, "effective date": .published, "date of issue": .published,
    "dated": .published, "sent": .published, "subject": .title, "from": .mail, "to": .mail,
    "cc": .mail, "bcc": .mail, "reply-to": .mail, "sources": .outlet, "source": .outlet,
    "outlet": .outlet, "publisher": .outlet,
    "newspaper": .outlet, "title": .title, "headline": .title, "place": .place,
    "location": .place, "url": .address, "link": .address, "permalink": .address,
    "original": .address, "published in sections": .furniture, "published in": .furniture,
    "author": .furniture, "authors": .furniture, "by": .furniture, "editor": .furniture,
    "edited by": .furniture, "reporting by": .furniture, "photo": .furniture,
    "photos": .furniture, "photo credit": .furniture, "image": .furniture,
    "image credit": .furniture,
    "picture": .furniture, "tags": .furniture, "topics": .furniture, "keywords": .furniture,
    "category": .furniture, "categories": .furniture, "filed under": .furniture,
    "read more": .furniture, "read also": .furniture, "also read": .furniture, "read": .furniture,
    "see also": .furniture, "related": .furniture, "watch": .furniture, "listen": .furniture,
    "share": .furniture, "contact": .furniture, "contacts": .furniture, "media contact": .furniture,
    "press contact": .furniture, "more information": .furniture, "tel": .furniture,
    "phone": .furniture, "fax": .furniture, "email": .furniture, "e-mail": .furniture,
    "website": .furniture, "web": .furniture, "copyright": .furniture, "reading time": .furniture,
    "views": .furniture, "language": .furniture,
  ]

  /// Phrases that address the reader or claim rights, wherever they stand; 2 is enough to tell.
  static let phrases = PhraseTable([
    ("all rights reserved", 2), ("subscribers only", 2), ("subscription options", 2),
    ("please contact us", 2), ("to renew contact", 2), ("click here", 2), ("terms of use", 2),
    ("terms of service", 2), ("privacy policy", 2), ("cookie policy", 2), ("use cookies", 2),
    ("our newsletter", 2), ("our newsletters", 2), ("our daily newsletter", 2),
    ("your inbox", 2), ("your browser", 2), ("enable javascript", 2), ("breaking news alerts", 2),
    ("may not be published broadcast", 2), ("may not be reproduced", 2),
    ("reproduction in whole or in part", 2), ("inputs from agencies", 2),
    ("inputs from agency", 2), ("agency inputs", 2), ("with agency inputs", 2),
    ("this article was first published", 2), ("this article was originally published", 2),
    ("this story was originally published", 2), ("originally appeared in", 1),
    ("originally appeared on", 2), ("views expressed in this article", 2),
    ("opinions expressed in this", 2), ("getty images", 2), ("ap photo", 2), ("afp photo", 2),
    ("reuters photo", 2), ("file photo", 2), ("photo credit", 2), ("image credit", 2),
    ("photo courtesy of", 2), ("minutes read", 2), ("minute read", 2), ("min read", 2),
    ("mins read", 2), ("share this article", 2), ("share this story", 2), ("follow us on", 2),
    ("like us on", 2), ("find us on", 2), ("join us on", 2), ("join our", 1),
    ("on the app store", 2), ("download our app", 2), ("download the app", 2),
    ("for breaking news", 1), ("telegram channel", 1), ("facebook", 1), ("twitter", 1),
    ("instagram", 1), ("youtube", 1), ("linkedin", 1), ("whatsapp", 1), ("rss", 1),
    ("newsletter", 1), ("newsletters", 1), ("subscription", 1), ("subscriptions", 1),
    ("subscribers", 1), ("subscriber", 1), ("website", 1), ("app", 1), ("apps", 1), ("e-mail", 1),
    ("email", 1), ("circulation", 1), ("advertisement", 1), ("sponsored", 1), ("copyright", 1),
    ("paywall", 1), ("free trial", 2), ("sign up", 1), ("log in", 1), ("full access", 1),
    ("unlimited access", 2), ("full story", 1), ("full text", 1), ("press office", 1),
    ("media enquiries", 2), ("media inquiries", 2), ("further information", 1),
    ("read the full", 1), ("exclusive stories", 1), ("latest news", 1), ("top stories", 1),
    ("forward-looking statements", 2), ("are forward-looking", 2), ("safe harbor", 2),
    ("safe harbour", 2), ("no obligation to update", 2), ("is mailed to", 2),
    ("mailed to subscribers", 2), ("unsubscribe", 2), ("manage your preferences", 2),
    ("you are receiving this", 2), ("view in browser", 2), ("forward to a colleague", 2),
    ("forward to a friend", 2), ("sent from my", 2), ("comment below", 2), ("comments section", 2),
    ("leave a reply", 2), ("support our", 1),
    ("independent journalism", 2), ("become a member", 2), ("make a donation", 2),
  ])

  /// Words that address the reader when a line begins with them; one phrase more is enough.
  static let imperatives: Set<String> = [
    "subscribe", "follow", "share", "sign", "get", "download", "click", "join", "read", "visit",
    "contact", "support", "like", "watch", "listen", "see", "find", "register", "receive", "tap",
    "send", "email", "e-mail", "for", "want", "already", "enjoy", "love", "stay", "never",
  ]

  /// Lines that begin so are furniture by that alone.
  static let openings = PhraseTable([
    ("subscribe to our", 1), ("subscribe to the", 1), ("subscribe for", 1), ("sign up for", 1),
    ("sign up to", 1), ("follow us", 1), ("read more", 1), ("read also", 1), ("also read", 1),
    ("see also", 1), ("watch also", 1), ("click here", 1), ("click to", 1), ("share this", 1),
    ("copyright", 1), ("photo by", 1), ("image by", 1), ("photograph by", 1), ("photo courtesy", 1),
    ("reporting by", 1), ("additional reporting", 1), ("editing by", 1), ("writing by", 1),
    ("edited by", 1), ("translated by", 1), ("compiled by", 1), ("with inputs from", 1),
    ("story by", 1), ("text by", 1), ("words by", 1), ("report by", 1), ("reported by", 1),
    ("analysis by", 1), ("interview by", 1), ("interviewed by", 1), ("interviewer", 1),
    ("with additional reporting", 1), ("with reporting by", 1), ("with reporting from", 1),
    ("forward-looking statements", 1), ("this press release contains forward-looking", 1),
    ("this release contains forward-looking", 1), ("safe harbor", 1), ("unsubscribe", 1),
    ("you are receiving this", 1), ("you received this", 1), ("view this email", 1),
    ("view in browser", 1), ("sent from my", 1),
    ("inputs from", 1), ("this article was", 1), ("this story was", 1),
    ("this article appeared", 1),
    ("the views expressed", 1), ("the opinions expressed", 1), ("download the app", 1),
    ("already a subscriber", 1), ("already have an account", 1), ("dont miss", 1),
    ("published in sections", 1), ("filed under", 1), ("posted in", 1), ("for media enquiries", 1),
    ("for media inquiries", 1), ("for press enquiries", 1), ("for further information", 1),
    ("for more information", 1), ("notes to editors", 1), ("more on this", 1),
    ("related articles", 1), ("related stories", 1), ("stay informed", 1), ("stay up to date", 1),
    ("we use cookies", 1), ("this site uses", 1), ("this website uses", 1),
    ("skip to", 1), ("log in to", 1), ("login to", 1), ("get our", 1), ("get the latest", 1),
  ])

  /// Words of which one is in the name of most outlets.
  static let outletWords: Set<String> = [
    "agency", "news", "times", "post", "courier", "herald", "press", "daily", "tribune", "gazette",
    "journal", "weekly", "review", "monitor", "observer", "guardian", "telegraph", "chronicle",
    "globe", "mail", "star", "sun", "standard", "mirror", "echo", "bulletin", "dispatch", "record",
    "today", "magazine", "radio", "television", "tv", "network", "wire", "newswire", "report",
    "tass", "itar-tass", "reuters", "afp", "ap", "upi", "xinhua", "interfax", "ria", "novosti",
    "bloomberg", "bbc", "cnn", "dpa", "efe", "ansa", "anadolu", "pti", "ani", "ians", "yonhap",
    "kyodo", "irna", "sana", "belta", "ukrinform", "tanjug", "apa", "trend", "sputnik", "rt",
    "pravda", "izvestia", "kommersant", "vedomosti", "examiner", "inquirer", "express", "voice",
    "mercury", "sentinel", "argus", "digest", "briefing", "insider", "online", "analyst", "brief",
    "newsletter", "ledger", "quarterly", "monthly", "wires",
  ]

  /// Words of institutions that publish, which beside a date name the outlet and not the place.
  static let institutions: Set<String> = [
    "defence", "defense", "house", "senate", "ministry", "department", "parliament", "congress",
    "assembly", "committee", "commission", "council", "office", "embassy", "institute",
    "university", "secretariat",
  ]

  /// What the name of an office that issues documents begins or ends with.
  static let issuers: Set<String> = [
    "ministry", "department", "office", "embassy", "parliament", "secretariat", "agency",
    "commission", "committee", "government", "house", "bureau", "directorate", "headquarters",
  ]

  /// What a line that only numbers the document begins with.
  static let numbered: Set<String> = [
    "public", "notice", "document", "press", "release", "circular", "order", "resolution", "no",
    "ref", "reference", "case",
  ]

  /// Words that close a letter, with a name below.
  static let closings: Set<String> = [
    "best regards", "kind regards", "warm regards", "with kind regards", "with best regards",
    "regards", "best wishes", "with best wishes", "yours sincerely", "sincerely",
    "sincerely yours", "yours faithfully", "yours truly", "yours", "all the best", "cheers",
  ]

  /// What a byline without a name says: "By our Zenda correspondent".
  static let indefinite: Set<String> = ["our", "a", "an", "the"]
  static let reporters: Set<String> = [
    "correspondent", "correspondents", "reporter", "reporters", "desk", "staff", "editor",
    "editors", "bureau", "team", "writer", "writers", "newsroom",
  ]
}
