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


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern that matches where any of these does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_PRODUCT = (
    r"newsletters?|e-?mails?|alerts?|briefing|inbox|app|updates|notifications|podcast|channel|"
    r"account|bulletin|digest"
)

SHARE: Final = any_of(
    r"(?:share|tweet|pin|post|e-?mail|print|send|save|bookmark|copy|gift)(?: (?:this|the))?"
    r"(?: (?:full|article|story|page|post|link|url|with|on|via|to|by|it|a|your|friends?|facebook|"
    r"twitter|"
    r"x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|clipboard|friend|for later))*[:!.]?"
    r"(?:\s+\d[\d.,k]*)?$",
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
    r"follow (?:@?[\w’'.-]+ ){1,5}on (?:twitter|x|facebook|instagram|google news|telegram|linkedin|"
    r"youtube|tiktok|threads|bluesky|mastodon|whatsapp|flipboard|apple news)\b.{0,60}$",
    r"(?:[^.!?]{0,120}\? )?(?:click|tap) (?:here|on|below|to)\b.{0,160}$",
    r"(?:advertisement|advertising|advert|ads?|sponsored(?: content)?|promoted(?: content)?|"
    r"paid post|partner content)(?:\s*[-–—:|].{0,80})?$",
    r"(?:story|article|report|post) continues (?:below|after)\b.{0,60}$",
    r"(?:scroll|swipe) (?:down )?(?:to|for)\b.{0,60}$",
    r"skip (?:to|past|ads?|advert(?:isement)?|next|newsletter|video)\b.{0,60}$",
    r"(?:no|\d[\d,.]*|view|view all|show|hide|all|read|post|leave|add|write)?(?: (?:a|the|your|"
    r"\d+))?"
    r"\s?(?:comments?|repl(?:y|ies)|shares|likes|retweets|views)(?: ?\(\d[\d,.]*\))?[:.]?$",
    r"(?:comments?|commenting)\s?(?::|(?:are|have been) (?:now )?"
    r"(?:closed|off|moderated|disabled|turned off)\b)"
    r"[^|]{0,200}$",
    r"listen to (?:this|the) (?:article|story|episode|podcast|full)\b.{0,80}$",
    r"(?:have you (?:got|seen)|e-?mail|call|text|phone|contact|write to|message)\b[^.]{0,80}\b"
    r"(?:news ?desk|newsroom|the editor|us (?:at|on)|@\w|\d[\d ()-]{6,}).{0,120}$",
    r"(?:full )?(?:disclosure|disclaimer|legal notice|advertising disclosure)\s*:.*$",
    r"an? version of this (?:article|story|piece|obituary|review|column) "
    r"(?:appears|appeared|ran|was|is)\b.*$",
    r"order reprints\b.{0,80}$",
    r"(?:anyone|anybody|witnesses|people) with (?:any )?information\b.{0,80}\b(?:call|contact|"
    r"asked|urged|e-?mail)\b.*$",
    r"our standards\s*:.{0,120}$",
    r"the [\w ]{2,40} (?:receives|gets) (?:financial )?support from\b.{0,120}\b(?:coverage|"
    r"reporting|journalism)\b.*$",
    r"the [\w ]{2,40} is solely responsible for (?:all|its|this) content\b.*$",
    r"subscribers (?:can|get|have)\b.{0,80}$|all times (?:are )?(?:local|gmt|et|cet)\b.{0,40}$",
    r"we (?:value your privacy|hope you (?:enjoyed|liked|found)|may (?:earn|receive) (?:an? )?"
    r"(?:small )?(?:affiliate )?commission)\b.*$",
    r"(?:when|if) you (?:buy|click|purchase|shop)\b.{0,100}\b(?:commission|our (?:links|site))\b"
    r".*$",
    r"if you (?:or (?:someone|anyone) you know|have been affected|need (?:help|support))\b.*$",
    r"(?:twitter|x|instagram|facebook|youtube|tiktok|telegram) (?:post|embed|video) by\b.*$",
    r"a post shared by\b.*$",
    r"(?:[—–-]\s*)?[^.!?]{2,60}\(@\w{2,30}\)(?: .{0,30})?$",
    r"view (?:this )?(?:post|tweet|profile) (?:on|in)\b.{0,60}$",
    r"(?:this|the) (?:article|story|content|page) is (?:available )?(?:only )?(?:for|to) "
    r"(?:subscribers|members|premium)\b.*$",
    r"(?:end|ends|\(ends\)|-30-)$",
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
    r"(?:©|\(c\))\s.{1,60}\b\d{4}\b.{0,200}$",
    r"(?:when|if) (?:using|quoting|copying|reprinting|republishing)\b.{0,60}\b(?:materials?|texts?|"
    r"content|articles?)\b.{0,160}$",
    r"(?:this|the|our) (?:live )?(?:page|blog|feed|coverage|updates?) (?:is|has) (?:now |been )*"
    r"(?:closed|ended|paused|over)\b.{0,120}$",
    r"we(?: are|['’]re) (?:now )?(?:closing|pausing|ending|wrapping up) (?:this|the|our) (?:live )?"
    r"(?:page|blog|feed|coverage)\b.{0,160}$",
    r"(?:that['’]s|that is) (?:all|it) (?:from|for) (?:us|our|me|today|now)\b.{0,120}$",
    r"(?:.{0,120}[.!?] )?become an? (?:[\w-]+ ){0,3}(?:supporter|subscriber|patron)\b.{0,80}$",
    r".{1,200}[.!?] (?:donate|subscribe|give|sign up|join us)(?: (?:now|today|here))[.!]?$",
    r"allow .{2,60} content\?.{0,300}$",
    r"this (?:article|page|post|story) (?:includes|contains) content (?:provided|hosted) by\b"
    r".{0,300}$",
    r"new[!:] (?:the|our) .{2,40}\bapp\b.{0,120}$",
    r"(?!(?:in|by|since|from|until|at|on|about|around|nearly|almost|over)\s)"
    r"[a-z]{1,6}(?:\.[a-z]{1,4})?\s+[$€£]?\d[\d.,]*(?<!,)\s+[+−–-]?\d[\d.,]*\s*\(?[+−–-]?\d[\d.,]*\s?%"
    r".{0,60}$",
    r"\d[\d,.]{0,8}[km]?$",
)

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

LINK: Final = any_of(
    rf"(?:{_LINK_HEAD})\b\s*(?:$|[:|»›>→⟶…].*$|[-–—]\s.*$)",
    rf"(?:{_LINK_HEAD})\b(?! than\b)(?!.*[.!?]$).{{0,160}}$",
    rf"(?:{_LINK_HEAD})\b.{{0,100}}\bhere[.!]?$",
    r"[\[(](?:read|see|watch|listen|click|also|related)\b[^\])]{2,160}[\])]$",
    r"(?:read|lea|leer|lire|lesen|leggi|lees|читать)(?: (?:this|the)(?: (?:article|story))?)? "
    r"(?:in|en|auf|op|на) \w+\.?$",
    r"(?:map|timeline|factbox|fact box|interactive|quiz|poll)\s*[:|»]\s*[^.!?]{0,200}\??$",
    r"watch now\s*[:|].{0,200}$",
    r"(?:related(?: (?:articles?|stor(?:y|ies)|news|posts?|content|links?|reading|topics?|"
    r"coverage))?|"
    r"recommended|more|read|watch(?: live| now)?|listen(?: now| live)?|explained|opinion|analysis|"
    r"live|explainer|video|gallery|podcast|in pictures|in depth|editor['’]s picks?)\s*[:|"
    r"»›>→]\s*.{0,200}$",
    r"(?:https?://|www\.)\S+$",
)

LINK_LIST: Final = any_of(
    r"(?:related|recommended|popular|latest|trending|top|more|other)"
    r"(?: (?:articles?|stor(?:y|ies)|news|posts?|content|links?|reading|topics?|coverage|headlines|"
    r"now|today|for you|in [\w ]{1,30}|from [\w ]{1,30}|on this (?:story|topic)|like this))?\s*:?$",
    r"(?:most (?:read|popular|viewed|shared|commented)|trending(?: now)?|editor['’]?s['’]? picks?|"
    r"you (?:may|might) also (?:like|be interested in)|see also|what to read next|don['’]t miss|"
    r"around the web|from our partners|in this (?:article|story)|more on this(?: story)?|"
    r"don['’]t miss these (?:articles|stories|posts)(?: from [\w ]{1,30})?|"
    r"table of contents|contents|mehr zum thema|further reading|(?:à )?lire aussi|read next)\s*:?$",
)
"""A line that heads a list of links; the titles follow it."""

TAGS: Final = any_of(
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|labels?|hashtags?|sections?|more on|"
    r"filed (?:under|in)"
    r"|posted in|in(?: this)? section|schlagwörter|mots-clés|etiquetas)\s*:.{0,300}$",
    r"(?:tags?|topics?|keywords?|categories|filed under|posted in)$",
    r"(?:filed under|posted in|tagged(?: (?:with|as|in))?) [^.!?]{1,160}$",
    r"#\w+(?:[\s,]+#\w+)*$",
)

BY: Final = re.compile(
    r"(?:(?:story|words|written|text|report|analysis) )?(?:by|von|par|por|di|door|av|af):?", re.I
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
    r"veröffentlicht|publié|publicado|aktualisiert|mis à jour|опубликовано|pubblicato|aggiornato|"
    r"opublikowano|gepubliceerd|bijgewerkt|publicerad|oppdatert|actualizado|atualizado|stand)"
    r"(?: (?:on|at|le|am|el|il|em|op|den))?\s*:?\s*",
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
    "сентября октября ноября декабря "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre stycznia lutego marca "
    "kwietnia maja czerwca lipca sierpnia września października listopada grudnia januari februari "
    "maart mei juni juli augustus oktober mars maj aug okt des janeiro fevereiro março maio junho "
    "julho setembro outubro novembro dezembro ocak şubat mart nisan mayıs haziran temmuz ağustos "
    "年 月 日 년 월 일 eylül ekim kasım aralık montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes "
    "martes miércoles jueves viernes"
)

DATE_GLUE: Final = _words(
    "at on of the in de le um uhr h à updated update published posted last first by modified "
    "alle ore om godz el del la las em às klo kl den dnia"
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
_IN = rf" \({_TITLED}\)"
"""The country of a place, in brackets: "THE HARLOW (Netherlands)"."""
_DASH = r"\s*(?:--?|[–—―])\s*"

_OPENS = (
    r"(?=(?:The|A|An|In|At|On|After|When|As|With|For|It|He|She|They|Two|Three|Four|Five|Several|"
    r"Dozens|Hundreds|Thousands|More|Nearly|About|Police|Some|Most|Many|Officials)\b)"
)

_CITY = (
    r"(?:(?:New|San|Los|Las|Saint|Cape|Hong|Kuala|Mexico|Addis|Buenos|Abu|Port|Phnom) [A-Z][a-z]+|"
    r"Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad|Islamabad|Karachi|Lahore|Dhaka|"
    r"Colombo|Kathmandu|Kabul|London|Washington|Beijing|Tokyo|Dubai|Singapore|Sydney|Lagos|Abuja|"
    r"Nairobi|Accra|Kampala|Harare|Manila|Jakarta|Bangkok|Moscow|Kyiv|Brussels|Berlin|Geneva)"
)

_WIRE = (
    r"[(\[](?:(?:AP|AFP|UPI|CNN|BBC|NBC|ABC|CBS|PTI|ANI|IANS|PA|DPA|EFE|VOA|RFE)"
    r"(?:[ /](?:News|Money|[A-Z]{2,4}))?|Reuters|Bloomberg|Xinhua|Interfax|TASS|Kyodo|Newser)[)\]]"
)

DATELINE: Final = re.compile(
    rf"(?:{_WIRE}(?:{_DASH}|\s+)(?:{_PLACE}(?:, {_TITLED})?{_DASH})?|"
    rf"{_CITY}:\s+(?=[A-Z][^\n]{{40}})|{_TITLED}(?: ?{_AGENCY}\s+|\s[–—]\s){_OPENS}|"
    r"[A-Z][\w-]+:\s+(?=Police (?:have|had|said|were|on|arrested)\b)|"
    rf"[A-Z][\w&’' ]{{1,24}}\s\|\s+(?=[A-Z][^|\n]{{20}})|"
    rf"{_TITLED}(?:, {_TITLED}){{1,2}}:\s+(?=[A-Z])|{_TITLED} \d+, {_TITLED} \d+:\s+(?=[A-Z])|"
    rf"{_PLACE}(?:, {_TITLED}|{_IN})?(?:,? {_DAY})?(?: ?{_AGENCY})?(?:{_DASH}|:\s+)|"
    rf"(?:{_TITLED}(?:, {_TITLED})?,? )?(?:{_DAY} ?)?{_AGENCY}(?:{_DASH}|:\s+)|"
    rf"{_TITLED}(?:, {_TITLED})?, {_DAY}{_DASH}|{_TITLED}{_IN}, {_DAY}(?: ?{_AGENCY})?{_DASH}|"
    rf"{_TITLED}(?:, {_TITLED}){{1,2}}\s[–—-]\s)(?=[A-ZÀ-ÞĀ-ŽА-Я0-9\"“„«‘'])"
)
"""Place, day and agency before the first sentence: "PARIS, May 3 (Reuters) - "; "Health | "."""

DATELINE_ALONE: Final = re.compile(
    rf"(?:{_PLACE}|{_TITLED})(?:, {_TITLED}|{_IN})?(?:,? {_DAY})?(?: ?{_AGENCY})(?:{_DASH})?|"
    rf"{_PLACE}(?:, {_TITLED})?,? {_DAY}(?:{_DASH})?|{_PLACE}(?:, {_TITLED})?\s*(?:--?|[–—―])"
)

INLINE_LINK: Final = re.compile(
    r"(?<=[.!?…”\"'’)]\s)(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|SEE ALSO|MUST READ|RELATED)\s?"
    r"[:|–—-]\s?\S.*$"
)
"""A link to another article at the end of a paragraph."""

_WRITER = r"(?!(?:the|a|an|this|his|her|its|their|our|one|who) )[\w.'’-]+(?: [\w.'’-]+){1,3}"

WITHIN: Final = (
    (
        "sign",
        "share",
        any_of(r".{0,240}[.!?:]?\s+sign (?:up|me up)(?: (?:here|now|today))?[.!]?$"),
    ),
    (
        "external",
        "share",
        any_of(r".{0,80}not responsible for the content of external\b.*$"),
    ),
    (
        "@",
        "byline",
        any_of(r"(?:write to|e-?mail|contact|reach|send)\b.{0,80}@[\w-]{1,40}\.\w.{0,120}$"),
    ),
    (
        "in the comments",
        "share",
        any_of(r".{0,200}\bin the comments(?: section)?(?: below)?[.!]?$"),
    ),
    (
        "rights reserved",
        "share",
        any_of(r"[^.!?]{0,120}[.,|]?\s?all rights reserved\b.{0,160}$"),
    ),
    (
        "contributed",
        "byline",
        any_of(
            r"[^.!?]{3,140}\bcontributed (?:reporting|to (?:this|the) (?:report|story|article))\b"
            r".{0,60}$",
            rf"{_WRITER} (?:also )?contributed (?:additional )?(?:research|reporting)\.?$",
        ),
    ),
    (
        "covers",
        "byline",
        any_of(
            rf"{_WRITER} covers [^.!?]{{3,120}} for (?:the )?(?:[\w.&'’-]+ ){{0,4}}"
            r"(?:news|service|times|post|press|herald|star|tribune|journal|magazine|wire|gazette|"
            r"network|radio|reuters|bloomberg|guardian|telegraph|chronicle|observer|mail|"
            r"[\w-]+\.com)\.?$"
        ),
    ),
)
"""Words that have to stand in a line, the kind, and what the whole line is like."""
