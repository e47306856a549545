"""How captions, credits, bylines, notes about the author and corrections look.

As in `furniture_patterns`: one line each, at most `LONGEST` code points, in small letters where not
said otherwise.
"""

import re
from typing import Final

from workbench.text.furniture.patterns import any_of

_AGENCIES = (
    r"reuters|afp|epa(?:-efe)?|efe|dpa|ansa|apa|keystone|tass|xinhua|bloomberg|getty(?: images)?|"
    r"shutterstock|alamy|istock(?:photo)?|unsplash|pexels|pixabay|anadolu(?: agency)?|"
    r"pa(?: wire)?|pa media|the canadian press|picture alliance|imago(?: images)?|nurphoto|sipa|"
    r"zuma(?: press)?|"
    r"ap(?: photo)?|associated press|wikimedia(?: commons)?|agence france-presse|adobe stock|"
    r"flickr|pti|ani|ians|aap|upi|kyodo|yonhap|lusa|belga|anp|interfax|ukrinform|bernama"
)


CAPTION: Final = any_of(
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
    r"(?:getty images|pa media|pa wire|ap photo|picture alliance|adobe stock|anadolu agency)\s+"
    r"(?!(?:said|says|has|had|is|was|will|reported|and)\b)[^.!?]{8,300}$",
    r"!\[.{0,200}\]\(.{0,300}\)$",
    r"(?:image|photo|picture|slide|figure)s? \d{1,3}(?: ?(?:of|/) ?\d{1,3})?$",
    r"(?:photos?|images?|pictures?|gallery|videos?) ?\(\d{1,3}\)$|\d{1,3} ?(?:of|/) ?\d{1,3}$",
    r"open this photo\b.*$",
    r"notes?\s?:\s.{0,300}$",
    r"the (?:video|clip|graphic|chart|map|photo|picture) (?:above|below)\b.{0,100}$",
    r"(?:view (?:gallery|image|photo)s?|(?:click to )?enlarge(?: (?:this )?image)?|"
    r"open (?:image|photo)"
    r"(?: .{1,30})?|(?:toggle|hide|show) captions?|full ?screen|image|photo|gallery|caption)$",
    r"(?:source|quelle|fuente|fonte|bron|źródło|källa|kilde|источник|фото|crédits?(?: photo)?|foto|"
    r"fotograf(?:ie|ía)?|imagen|imagem|zdjęcie|afbeelding|kuva)\s*:\s*[^.!?]{1,80}$",
    r"(?:representational|representative|symbolic|illustrative|archiv(?:e|al)|file|stock)\s+"
    r"(?:image|photo|picture|pic|footage)s?\b[^.!?]{0,60}\.?$",
    r"\(?\d{1,2}\s?/\s?\d{1,2}\)\s+\S.*$",
    r".{20,380}\s(?:\.\.\.|…) more$",
)

CREDIT: Final = any_of(
    rf"[(\[](?:[^()\[\]]{{0,60}}[/|,©]\s?)?(?:{_AGENCIES})\s?[/|][^()\[\]]{{1,60}}[)\]]\.?$",
    rf"[(\[][^()\[\]]{{1,60}}(?:[/|]|\bvia)\s?(?:{_AGENCIES})[)\]]\.?$",
    r"[(\[](?:photo|image|picture|foto|credit|courtesy|file|supplied|handout|submitted|pictured|source)\b"
    r"[^()\[\]]{0,80}[)\]]\.?$",
    rf"(?:[/|©]|\bvia)\s?(?:{_AGENCIES})$",
    rf"\b(?:{_AGENCIES})\s?/\s?[^.!?/|]{{2,50}}$",
    r"[.!?…)”\"\d]\s{1,3}[^.!?|]{2,40}\s\|\s[^.!?|]{2,40}\s\|\s[^.!?|]{2,30}$",
    r"\b(?:getty images|shutterstock|ap photo|wikimedia commons)(?:/.{1,40})?$",
    r"\.(?:jpe?g|png|gif|webp|svg|avif|tiff?|heic)(?:\?\S*)?$",
)
"""How a caption ends: with who made the picture, or the name of its file."""

CORRECTION: Final = any_of(
    r"(?:corrections?|clarifications?|corrections? and clarifications?|errat(?:um|a)|"
    r"editor(?:ial|['’]s|s['’])? ?notes?|note to (?:our )?readers)\s*(?:\([^)]{1,40}\))?"
    r"(?:,? \w+ \d{1,2}(?:, \d{4})?)?\s*(?:[:–—|]|-\s|$).*$",
    r"(?:an?|in an?|the) (?:earlier|previous|original) version of this (?:article|story|report|"
    r"post|"
    r"piece)\b.*$",
    r"this (?:article|story|report|page|post) will be (?:updated|amended|corrected)\b.*$",
    r"(?:updates?:? )?th(?:is|e) (?:article|story|report|post|piece|headline) (?:was|has been|"
    r"is being)"
    r" (?:first |originally |later |since )?(?:amended|updated|corrected|edited|changed|clarified|"
    r"revised|republished|published|translated|syndicated|produced)\b.*$",
    r"this (?:article|story|report|post|piece) (?:(?:first|originally) (?:appeared|ran)|"
    r"(?:is|has been|was) (?:republished|reprinted|part of|adapted))\b.*$",
    r"(?:an? )?corrections? (?:was|were|has been) (?:made|added|appended) (?:to|on)\b.*$",
    r"when we learn of a mistake\b.*$",
    r"(?:corrections?|clarification|updated?),? (?:\w+ \d{1,2}|\d{1,2} \w+)(?:,? \d{4})?"
    r"\s*[:–—].*$",
    r"(?:this |the )?(?:interviews?|conversation|quotes|answers|transcript) (?:has|have) been "
    r"(?:lightly )?(?:edited|condensed|translated)\b.{0,80}$",
    r"(?:some |the )?names (?:have|has) been changed\b.{0,80}$",
    r"(?:this|the|our) (?:live ?)?(?:blog|page|coverage) (?:is|has) (?:now )?"
    r"(?:closed|ended|over)\b.*$",
    r"we(?: are|['’]re) (?:now )?(?:closing|pausing|wrapping up|ending) (?:this|our|the)\b.{0,80}$",
    r"that['’]s (?:all|it) (?:from us|for today|for now)\b.{0,60}$",
    r"if you (?:spot|notice|see|find) (?:an? )?(?:errors?|mistakes?|typo)\b.*$",
    r"(?:we have|we['’]ve) (?:updated|corrected|amended|changed|removed|clarified) this "
    r"(?:article|story|report|post|piece|headline)\b.*$",
    r"[(\[](?:corrects|adds|updates|refiles|recasts|removes|fixes|clarifies|rewrites|repeats|changes|"
    r"deletes|drops|rewords)\b.{0,160}[)\]]$",
    r"(?:this is a )?(?:developing|breaking)(?: news)? story\b.{0,120}$",
    r"more (?:to (?:come|follow)|follows|as we get it|details (?:soon|to follow))\b.{0,20}$",
    r"(?:berichtigung|korrektur|anmerkung der redaktion|hinweis der redaktion|rectificati(?:f|on)|"
    r"fe de errata?s?|errata corrige|rettelse|rättelse|sprostowanie|rectificatie|исправление|"
    r"уточнение)\s*:.*$",
)

BYLINE: Final = any_of(
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?min(?:ute)?s?\.? (?:read|"
    r"watch|"
    r"listen)$",
    r"(?:estimated )?read(?:ing)?[- ]time\b.{0,30}$",
    r"[(\[]?with (?:inputs?|reports?|files|reporting|agency reports?) from [^.!?]{2,80}\.?[)\]]?$",
    r"(?:@\w{2,30}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4})$",
    r"(?:(?:our|the|a) )?(?:staff(?: (?:writer|reporter|correspondent))?|news ?desk|web desk|"
    r"(?:reuters|afp|ap) staff|guest (?:author|writer)|contributor|editorial board|news agencies|"
    r"agencies|from our correspondent)(?:,? [^.!?]{1,40})?$",
    r"(?:author|autor|auteur|reporter|writer|correspondent|автор)\s*:\s*[^.!?]{2,80}$",
    r"(?:last |medically |fact[- ]|peer[- ]){1,2}(?:checked|reviewed|updated)"
    r"(?: (?:by|on)\b.{0,120})?$",
    r".{3,80}\b(?:can|may) be (?:reached|contacted|e-?mailed) (?:at|on|via|by)\b.{0,100}$",
    r"(?:tel|phone|telephone|fax|e-?mail|mobile|contact)\s?[:.]\s?\S{2,60}(?: \S{1,30}){0,4}$",
    r"[a-z]{2,4}(?:/[a-z]{2,4}){1,3}$",
)

BIO: Final = re.compile(
    r"(?:[^.!?,]{3,60},? is (?:an? |the )?(?:[\w'’-]+ ){0,5}(?:reporter|correspondent|columnist|"
    r"editor|journalist|writer|producer|contributor|fellow)\b"
    r"(?! (?:who|whose|that)\b(?! (?:writes|covers|reports|blogs|focuses|speciali[sz]es|lives)\b))"
    r"[^.!?]{0,120}\.?|"
    r"[Tt]h(?:e|is) (?:author|writer|columnist) (?:is|holds|teaches|lives|writes|works)\b"
    r"(?! \w+ed\b)[^.!?]{2,160}\.?|About the (?:author|writer)s?\b[^!?]{0,200}|"
    r"(?:[A-Z][\w.'’-]* ){2,3}is (?:the |an? )?author of\b[^!?]{0,160}|"
    r"(?:[A-Z][\w.'’-]* ){2,3}is based in [A-Z]\w+(?:,? [A-Z]\w+)*\.?|"
    r"(?:[A-Z][\w.'’-]* ){2,3}spent (?:[\w-]+ ){1,2}(?:months|weeks|years|days) reporting\b"
    r"[^!?]{0,160}|"
    r"(?:[A-Z][\w.'’-]* ){2,3}has (?:written|reported|covered) (?:for|from|on|about)\b"
    r"[^.!?]{0,80}\b(?:since|for (?:more than |over )?(?:\d+|[a-z]+) years)\b[^!?]{0,160}|"
    r"(?:[A-Z][\w.'’-]* ){2,3}has (?:written|reported|covered|edited) (?:[\w-]+ ){1,4}"
    r"for (?:the |this )?"
    r"[A-Z]\w+[^.!?]{0,60}\bsince (?:[A-Z]\w+ )?\d{4}\.?|"
    r"(?:[A-Z][\w.'’-]* ){2,3}(?:joined|writes for|edits) (?:the|this|our) "
    r"(?:site|paper|newspaper|newsroom|website|magazine|desk)\b[^.!?]{0,120}\.?|"
    r"[A-Z]{4,}(?: [A-Z]{2,}){0,2} (?:covers|writes about|reports (?:on|for)) "
    r"(?!(?:the|an?|its|all|some|up|costs?) |\d)[^.!?]{2,120}\.?|"
    r"(?:[A-Z][\w.'’-]* ){2,3}teaches [^.!?]{2,80}\. (?:His|Her|Their) (?:latest |new |next )?"
    r"(?:book|novel)\b[^!?]{0,100}|"
    r"[A-Z][\w.'’ -]{3,40}, (?!an? )[a-z][\w ’'-]{2,40}\b(?:editor|correspondent|reporter|writer), "
    r"(?:has (?:covered|reported|written|worked)|is|joined|writes|covers)\b[^.!?]{0,120}\.?|"
    r"(?:[A-Z][\w.'’-]* ){2,3}(?:writes|covers|reports|blogs) (?:about |on |for |from )?"
    r"[^.!?]{2,100}\.?)"
    r"(?: (?:She|He|They) (?:has|have|is|are|was|were|holds|lives|joined|writes|covers)\b.{0,160})?"
    r"(?: (?:More|Read more|See all|Connect|Sign up|Subscribe)\b.{0,80})?"
    r"(?: (?:Follow|Reach|Contact|E-?mail) (?:him|her|them|me)\b.{0,120})?$"
)
"""Who wrote it, as the last lines of an article say."""

_NO_AGENCY = (
    r"(?!The |[^()]*\b(?:News|Agency|Press|Wire|Service|Bureau|Reporting|Editing|Times|Post|Mail|"
    r"Telegraph|Herald|Star|Journal|Mirror|Express|Tribune|Gazette|Echo|Today|Sun)\b)"
)
NAMED_CREDIT: Final = re.compile(
    rf"[.!?”\"]\s[(\[]{_NO_AGENCY}[A-Z][\w.'’-]+"
    r"(?: (?:of|the|for|and|de|[A-Z][\w.'’-]*)){1,5}[)\]]$|"
    r"[(\[]\s?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:/[A-Z][\w.'’ -]{1,40}){1,3}[)\]]\.?$|"
    r"(?:[.!?”\"]|\s)\s+(?:PICTURE|PHOTO|CREDIT|IMAGE|PIC|PHOTOGRAPH)S?:\s?[^.!?]{2,60}$|"
    r"[.!?”\"]\s[^|]{1,160}\s\|\s[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}$|"
    r"[.!?”\"]\s+[A-Z][A-Z.'’ -]{2,30}/[A-Z][A-Z.'’ -]{2,40}$|"
    r"[.!?”\"]\s+[A-Z][\w.'’-]+ [A-Z][\w.'’-]+, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}$"
)
"""The same by its capitals: "(Ann Other/The Post/File)", "PICTURE: POST MEDIA"."""

CREDIT_AFTER: Final = any_of(
    r"[.!?…)”\"]\s+(?:file )?(?:photo(?:graph)?|picture|pic|image|foto|bild|illustration|graphic|"
    r"video|credits?)s?\s?(?:[:/©|]|\.\.\.|…|\bby\b|\bcourtesy\b)\s?[^!?]{2,80}$",
    r"[.!?…)”\"]credits?\s?(?:\.\.\.|…|:)\s?[^!?]{2,80}$",
)
"""The same behind a full stop, with or without one of its own: "It burned down. Photo: A. Berg"."""

MADE_BY: Final = re.compile(
    r"(?:[\w-]+ ){0,2}(?:reporting|writing|editing|compiled|edited|written|reviewed|checked|"
    r"translated|words|text|story|interview|video|produced|photography|photographs|photos|"
    r"graphics?|design|illustrations?|research)(?: and \w+)? by\s+",
    re.I,
)
"""What stands before the names of those who made the article: "Additional reporting by"."""

BETWEEN: Final = re.compile(r"\s*(?:[;|•·—–]|\s-\s|\.\s+(?=[A-Z]))\s*")
"""What parts one such credit from the next."""
