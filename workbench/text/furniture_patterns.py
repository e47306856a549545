"""What the furniture of a scraped page looks like: one pattern for each kind.

Every pattern is meant for one line without surrounding white space and of at most `LONGEST`
code points, so that none can take long, whatever the text.
"""

import re
from typing import Final

LONGEST: Final = 400
"""Lines longer than this are body text (code points)."""

QUOTES: Final = "\"'“”„‟«»‹›‘’‚「『"
"""What opens a quotation."""

STOP: Final = re.compile(r"""[.!?…。！？؟।][\s"'“”«»‹›‘’)\]]*$""")
"""The line ends as a sentence does."""

BULLET: Final = re.compile(r"(?:[•·∙●○▪▫■□◦‣►▶⁃*+\-–—]|\(?\d{1,3}[.)])\s+")
"""What opens an item of a list."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_AGENCIES = (
    r"reuters|afp|epa(?:-efe)?|efe|dpa|ansa|apa|keystone|tass|xinhua|bloomberg|getty(?: images)?|"
    r"shutterstock|alamy|istock(?:photo)?|unsplash|pexels|pixabay|anadolu(?: agency)?|pa(?: wire)?|"
    r"pa media|the canadian press|picture alliance|imago(?: images)?|nurphoto|sipa|zuma(?: press)?|"
    r"ap(?: photo)?|associated press|wikimedia(?: commons)?|agence france-presse|adobe stock|flickr"
)

_PRODUCT = (
    r"newsletters?|e-?mails?|alerts?|briefing|inbox|app|updates|notifications|podcast|channel|"
    r"account|bulletin|digest"
)

SHARE: Final = _any(
    r"(?:share|tweet|pin|post|e-?mail|print|send|save|bookmark|copy|gift)(?: (?:this|the))?"
    r"(?: (?:article|story|page|post|link|url|with|on|via|to|by|it|a|your|friends?|facebook|"
    r"twitter|"
    r"x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|clipboard|friend|for later))*[:!.]?$",
    r"(?:please )?(?:sign up|signup|register|subscribe|join|get|download|turn on|receive|try)\b"
    r"[^.!?]{0,80}\b(?:our|your|free)\b"
    rf"[^.!?]{{0,80}}\b(?:{_PRODUCT})\b.{{0,120}}$",
    r"(?:please )?(?:sign up|signup|register|subscribe) (?:to|for)\b"
    rf"[^.!?]{{0,100}}\b(?:{_PRODUCT})\b.{{0,120}}$",
    r"(?:please )?subscribe(?: (?:now|today|here|to (?:our|the|read|continue|unlock)\b.*)|"
    r"[!:].*)?$",
    r"(?:sign|log) (?:up|in|out)(?: (?:now|today|here|or .{1,30}|to (?:continue|read|"
    r"comment).*))?!?$",
    r"(?:please )?(?:follow|like|find|join|add) (?:us|me|our)\b.{0,120}$",
    r"(?:follow|reach|contact) (?:him|her|them) (?:on|at|via)\b.{0,100}$",
    r"follow (?:@?\w+ ){1,4}on (?:twitter|x|facebook|instagram|google news|telegram)\b.{0,60}$",
    r"(?:click|tap) (?:here|on|below|to)\b.{0,160}$",
    r"(?:advertisement|advertising|advert|ads?|sponsored(?: content)?|promoted(?: content)?|"
    r"paid post|partner content)(?:\s*[-–—:|].{0,80})?$",
    r"(?:story|article|report|post) continues (?:below|after)\b.{0,60}$",
    r"(?:scroll|swipe) (?:down )?(?:to|for)\b.{0,60}$",
    r"skip (?:to|past|ad|advert|next|newsletter)\b.{0,60}$",
    r"(?:no|\d[\d,.]*|view|view all|show|hide|all|read|post|leave|add|write)?(?: (?:a|the|your|"
    r"\d+))?"
    r"\s?(?:comments?|repl(?:y|ies)|shares|likes|retweets|views)(?: ?\(\d[\d,.]*\))?[:.]?$",
    r"(?:join the (?:conversation|discussion)|have your say|what do you think\?)(?:.{0,80})$",
    r"(?:we|this (?:web)?site|our (?:web)?site|"
    r"our partners) (?:and our partners )?uses? cookies\b.*$",
    r"by (?:continuing|using|clicking|subscribing|signing up)\b.{0,80}\byou (?:agree|accept|"
    r"consent)"
    r"\b.*$",
    r"(?:accept|reject|allow|manage|decline)(?: (?:all|cookies?|all cookies|preferences|"
    r"settings))+$",
    r"(?:privacy policy|cookie policy|terms (?:of|and) \w+|contact us|about us|advertise with us|"
    r"rss(?: feed)?)(?:\s*[|·•/].{0,120})?$",
    r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\)|by\b)?\s*(?:\d{4}|all rights).{0,200}$",
    r"(?:support|donate to|fund) (?:our|independent|quality) (?:journalism|work|"
    r"reporting)\b.{0,120}$",
    r"(?:donate|become a (?:member|supporter|subscriber))(?: (?:now|today|here))?!?$",
    r"(?:already a (?:subscriber|member)\?|you (?:have|'ve|"
    r"’ve) (?:\w+ ){1,4}free articles?\b).{0,80}$",
    r"(?:do you have|got|have) a (?:news tip|story|tip)\b.{0,40}\?.{0,120}$",
    r"(?:enter|your) (?:your )?e-?mail(?: address)?(?: here)?[:*]?$",
    r"(?:thank you|thanks) for (?:subscribing|signing up|reading (?:this|our)\b).{0,80}$",
    r"(?:please )?(?:enable|turn on) javascript\b.{0,120}$",
    r"(?:back to top|load more|show more|show less|loading(?:…|\.\.\.)?|menu|search|close|home|"
    r"next|previous|next article|previous article|share this|(?:play|pause)(?: video)?|unmute|"
    r"live|newsletter|notifications)$",
    r"was this (?:article|page|story|content) (?:helpful|useful|interesting)\b.{0,40}$",
    r"\d[\d,.]{0,8}[km]?$",
)

BIO: Final = re.compile(
    r"[^.!?,]{3,60},? is (?:an? |the )?(?:[\w'’-]+ ){0,5}(?:reporter|correspondent|columnist|"
    r"editor|journalist|writer|producer|contributor|fellow)\b"
    r"(?! (?:who|whose|that)\b)[^.!?]{0,120}\.?"
    r"(?: (?:Follow|Reach|Contact|E-?mail) (?:him|her|them|me)\b.{0,120})?$"
)
"""Who wrote it, as the last lines of an article say."""

SOCIAL: Final = _words(
    "share tweet pin email e-mail mail print facebook twitter x whatsapp linkedin telegram reddit "
    "pinterest instagram youtube tiktok messenger flipboard pocket copy link url save comment like "
    "follow subscribe bluesky mastodon threads viber line vk tumblr skype sms more rss and or "
    "on via"
)
"""A line made of nothing but these words is a row of buttons."""

_LINK_HEAD = (
    r"also read|read also|read more|read next|read this(?: next)?|must[- ]read|see also|also see|"
    r"see more|learn more|find out more|keep reading|continue reading|read the full (?:story|"
    r"article)|"
    r"you (?:may|might) also (?:like|be interested in)|up next|don['’]t miss|in case you missed it|"
    r"more on this(?: story)?|further reading|(?:à )?lire aussi|lesen sie auch|mehr zum thema|"
    r"lee también|leer más|leia (?:também|mais)|leggi anche|lees ook|читайте также|читать также|"
    r"czytaj (?:też|także|więcej)|перейти к|читайте також"
)

LINK: Final = _any(
    rf"(?:{_LINK_HEAD})\b\s*(?:$|[:|»›>→⟶…].*$|[-–—]\s.*$)",
    rf"(?:{_LINK_HEAD})\b(?! than\b)(?!.*[.!?]$).{{0,160}}$",
    rf"(?:{_LINK_HEAD})\b.{{0,100}}\bhere[.!]?$",
    r"(?:related(?: (?:articles?|stor(?:y|ies)|news|posts?|content|links?|reading|topics?|"
    r"coverage))?|"
    r"recommended|more|watch(?: live| now)?|listen(?: now| live)?|explained|opinion|analysis|live|"
    r"explainer|video|gallery|podcast|in pictures|in depth|editor['’]s picks?)\s*[:|"
    r"»›>→]\s*.{0,200}$",
    r"(?:https?://|www\.)\S+$",
)

LINK_LIST: Final = _any(
    r"(?:related|recommended|popular|latest|trending|top|more|other)"
    r"(?: (?:articles?|stor(?:y|ies)|news|posts?|content|links?|reading|topics?|coverage|headlines|"
    r"now|today|for you|in [\w ]{1,30}|from [\w ]{1,30}|on this (?:story|topic)|like this))?\s*:?$",
    r"(?:most (?:read|popular|viewed|shared|commented)|trending(?: now)?|editor['’]?s['’]? picks?|"
    r"you (?:may|might) also (?:like|be interested in)|see also|what to read next|don['’]t miss|"
    r"around the web|from our partners|in this (?:article|story)|more on this(?: story)?|"
    r"table of contents|contents|mehr zum thema|further reading|(?:à )?lire aussi|read next)\s*:?$",
)
"""A line that heads a list of links; the titles follow it."""

CAPTION: Final = _any(
    r"(?:file |stock |press )?(?:photo(?:graph)?s?|images?|pictures?|foto|bild|illustration|"
    r"graphic|"
    r"infographic|cover image|featured image|caption|credit|screenshot|screengrab)"
    r"(?: (?:credits?|captions?|source|by|courtesy(?: of)?|copyright|gallery))?\s*[:|©/].*$",
    r"(?:image|media|video|photo) (?:caption|source|credit|copyright)\b,?.{0,300}$",
    r"(?:photo(?:graph)?|image|picture|illustration)s? (?:by|courtesy of|via)\s[^.!?]{1,80}[.]?$",
    r"file\s*(?:photo)?\s*[:–—-]+\s.*$",
    r"(?:pictured|above|below)(?: (?:above|below|left|right|here))?\s*:.{0,300}$",
    rf"[(\[]?(?:{_AGENCIES})[)\]]?$",
    r"©.{1,80}$",
    r"!\[.{0,200}\]\(.{0,300}\)$",
    r"(?:image|photo|picture|slide|figure)s? \d{1,3}(?: ?(?:of|/) ?\d{1,3})?$",
    r"(?:photos?|images?|pictures?|gallery|videos?) ?\(\d{1,3}\)$|\d{1,3} ?(?:of|/) ?\d{1,3}$",
    r"(?:view (?:gallery|image|photo)s?|(?:click to )?enlarge(?: (?:this )?image)?|"
    r"open (?:image|photo)"
    r"(?: .{1,30})?|(?:toggle|hide|show) captions?|full ?screen|image|photo|gallery|caption)$",
    r"source: [^.!?]{1,80}$",
)

CREDIT: Final = _any(
    rf"[(\[](?:[^()\[\]]{{0,60}}[/|,©]\s?)?(?:{_AGENCIES})\s?[/|][^()\[\]]{{1,60}}[)\]]\.?$",
    rf"[(\[][^()\[\]]{{1,60}}(?:[/|]|\bvia)\s?(?:{_AGENCIES})[)\]]\.?$",
    r"[(\[](?:photo|image|picture|foto|credit|courtesy|file)\b[^()\[\]]{0,80}[)\]]\.?$",
    rf"(?:[/|©]|\bvia)\s?(?:{_AGENCIES})$",
    r"\b(?:getty images|shutterstock|ap photo|wikimedia commons)(?:/.{1,40})?$",
    r"\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|heic)(?:\?\S*)?$",
)
"""How a caption ends: with who made the picture, or the name of its file."""

CORRECTION: Final = _any(
    r"(?:corrections?|clarifications?|corrections? and clarifications?|errat(?:um|a)|"
    r"editor(?:ial|['’]s|s['’])? ?notes?|note to (?:our )?readers)\s*(?:\([^)]{1,40}\))?"
    r"(?:,? \w+ \d{1,2}(?:, \d{4})?)?\s*(?:[:–—|]|-\s|$).*$",
    r"(?:an?|in an?|the) (?:earlier|previous|original) version of this (?:article|story|report|"
    r"post|"
    r"piece)\b.*$",
    r"(?:updates?:? )?th(?:is|e) (?:article|story|report|post|piece|headline) (?:was|has been|"
    r"is being)"
    r" (?:first |originally |later |since )?(?:amended|updated|corrected|edited|changed|clarified|"
    r"revised|republished|published|translated|syndicated|produced)\b.*$",
    r"this (?:article|story|report|post|piece) (?:(?:first|originally) (?:appeared|ran)|is "
    r"(?:republished|reprinted|part of|adapted))\b.*$",
)

TAGS: Final = _any(
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|labels?|hashtags?|sections?|more on|"
    r"filed (?:under|in)"
    r"|posted in|in(?: this)? section|schlagwörter|mots-clés|etiquetas)\s*:.{0,300}$",
    r"(?:tags?|topics?|keywords?|categories|filed under|posted in)$",
    r"(?:filed under|posted in|tagged(?: (?:with|as|in))?) [^.!?]{1,160}$",
    r"#\w+(?:[\s,]+#\w+)*$",
)

BYLINE: Final = _any(
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?min(?:ute)?s?\.? (?:read|"
    r"watch|"
    r"listen)$",
    r"(?:estimated )?read(?:ing)?[- ]time\b.{0,30}$",
    r"[(\[]?(?:(?:additional|with additional|with) )?(?:reporting|writing|editing|compiled|edited|"
    r"translated|words|text|story|interview|video|produced|photography) by [^.!?]{2,140}\.?[)\]]?$",
    r"[(\[]?with (?:inputs?|reports?|files|reporting|agency reports?) from [^.!?]{2,80}\.?[)\]]?$",
    r"(?:@\w{2,30}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4})$",
    r"(?:(?:our|the|a) )?(?:staff(?: (?:writer|reporter|correspondent))?|news ?desk|web desk|"
    r"(?:reuters|afp|ap) staff|guest (?:author|writer)|contributor|editorial board|news agencies|"
    r"agencies|from our correspondent)(?:,? [^.!?]{1,40})?$",
    r"(?:author|autor|auteur|reporter|writer|correspondent|автор)\s*:\s*[^.!?]{2,80}$",
)

BY: Final = re.compile(
    r"(?:(?:story|words|written|text|report|analysis) )?(?:by|von|par|por):?", re.I
)
"""What stands before an author's name."""

NAME: Final = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]*|de|da|di|del|van|von|der|den|la|le|bin|al|el|and|und|et|y|&|of|"
    r"the|for|"
    r"in|at)(?:,? +(?:[A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]*|de|da|di|del|van|von|der|den|la|le|bin|al|el|and|und|"
    r"et|y|&|of|the|for|in|at|[|/·•–—-])){0,11}"
)
"""Names, with ranks, papers and places: every word has a capital but small ones."""

PERSON: Final = re.compile(r"(?:[A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]* ){1,3}[A-ZÀ-ÞĀ-ŽА-Я][\w'’-]*(?:, .{3,60})?")
"""One person, perhaps with her office after a comma."""

DATE_LEAD: Final = re.compile(
    r"(?:first |originally |last )?(?:published|updated?|posted|modified|created|issued|date|"
    r"veröffentlicht|publié|publicado|aktualisiert|mis à jour|опубликовано)(?: (?:on|at|le|"
    r"am))?\s*:?\s*",
    re.I,
)

DATE_WORDS: Final = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday ago hour hours hr "
    "hrs minute minutes min mins day days week weeks month months am pm a.m p.m noon midnight gmt "
    "utc bst est edt et cet cest pst pdt ist msk eet eest ist t z st nd rd th "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar "
    "februar märz juni juli oktober dezember enero febrero marzo mayo junio julio agosto "
    "septiembre octubre noviembre diciembre января февраля марта апреля мая июня июля августа "
    "сентября октября ноября декабря"
)

DATE_GLUE: Final = _words(
    "at on of the in de le um uhr h à updated update published posted last first by"
)

HEADING_VERBS: Final = _words(
    "is are was were be been being has have had will would shall should can could may might must "
    "do does did said says say told tells added adds called calls won lost died killed rose fell "
    "grew became made took gave went came began met held left put set cut hit paid sold bought "
    "isn't aren't wasn't weren't hasn't haven't hadn't won't can't cannot don't doesn't didn't"
)
"""A short line with one of these may state a fact: it is not taken for a heading."""

HEADING_OPENERS: Final = _words("what why how who where when which")

_PLACE = r"[A-ZÀ-ÞĀ-ŽА-Я][A-ZÀ-ÞĀ-ŽА-Я.'’-]+(?:[ /][A-ZÀ-ÞĀ-ŽА-Я][A-ZÀ-ÞĀ-ŽА-Я.'’-]*){0,3}"
_TITLED = r"[A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]+(?:[ -][A-ZÀ-ÞĀ-ŽА-Я][\w.'’-]*){0,3}"
_DAY = (
    r"(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
_AGENCY = r"[(\[](?:[A-Z][\w.&-]*|dpa|epd|ots|sid)(?:[ /][A-Z][\w.&-]*){0,3}[)\]]"
_DASH = r"\s*(?:--?|[–—―])\s*"

DATELINE: Final = re.compile(
    rf"(?:{_PLACE}(?:, {_TITLED})?(?:,? {_DAY})?(?: ?{_AGENCY})?(?:{_DASH}|:\s+)|"
    rf"(?:{_TITLED}(?:, {_TITLED})?,? )?(?:{_DAY} ?)?{_AGENCY}(?:{_DASH}|:\s+)|"
    rf"{_TITLED}(?:, {_TITLED})?, {_DAY}{_DASH})(?=[A-ZÀ-ÞĀ-ŽА-Я0-9\"“„«‘'])"
)
"""Place, day and agency before the first sentence: "PARIS, May 3 (Reuters) - "."""

DATELINE_ALONE: Final = re.compile(
    rf"(?:{_PLACE}|{_TITLED})(?:, {_TITLED})?(?:,? {_DAY})?(?: ?{_AGENCY})(?:{_DASH})?|"
    rf"{_PLACE}(?:, {_TITLED})?,? {_DAY}(?:{_DASH})?|{_PLACE}(?:, {_TITLED})?\s*(?:--?|[–—―])"
)

INLINE_LINK: Final = re.compile(
    r"(?<=[.!?…”\"'’)]\s)(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|SEE ALSO|MUST READ|RELATED)\s?"
    r"[:|–—-]\s?\S.*$"
)
"""A link to another article at the end of a paragraph."""

WITHIN: Final = (
    (
        "rights reserved",
        "share",
        _any(r"[^.!?]{0,120}[.,|]?\s?all rights reserved\b.{0,160}$"),
    ),
    (
        "contributed",
        "byline",
        _any(
            r"[^.!?]{3,140}\bcontributed (?:reporting|to (?:this|the) (?:report|story|article))\b"
            r".{0,60}$"
        ),
    ),
)
"""Words that have to stand in a line, the kind, and what the whole line is like."""
