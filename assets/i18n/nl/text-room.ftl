# De tekst van een voorstel: versies, alinea's, eigen formuleringen.

table-versions = Versie
table-paragraphs = Alinea
table-asks = Eigen formulering
table-rulings = Oordeel over een formulering
table-word_stances = Standpunt over woorden
paragraph_kind-heading = Kop
paragraph_kind-preamble = Preambule
paragraph_kind-chapeau = Aanhef
paragraph_kind-operative = Dispositief
paragraph_kind-note = Noot
paragraph_status-open = Open
paragraph_status-agreed_ad_referendum = Akkoord ad referendum
paragraph_status-agreed = Akkoord
became-in = Overgenomen
became-in_part = Deels overgenomen
became-weakened = Afgezwakt
became-bracketed = Tussen haken
became-gone = Verdwenen
became-red_line_crossed = Rode lijn overschreden

field-alternative = Alternatief
field-ask = Eigen formulering
field-version = Versie
field-fate = Wat ervan geworden is
field-follows = Vervolg op
field-merged = Samengevoegd met
field-number = Nummer
field-paragraph = Alinea
field-put-forward = Ingebracht door
field-wanted = Gewenst

# Het scherm.
screen-text = Tekst
hint-text = Alt+omlaag volgende haken · [ ] D L haken · R G akkoord · V vergelijken · F wat ervan werd · N nieuwe versie · W zaalscherm
help-page-text =
    Dit scherm toont de tekst van een voorstel, versie na versie. Links staan de alinea’s; woorden
    tussen vierkante haken zijn omstreden, met daarachter wie erom vraagt.

    Typ haken zoals delegaties dat doen: [voluntary] (RUS, CHN) wil woorden erin, [schrappen: all]
    (NLD) wil ze eruit, [shall → should] (IND) wil andere, [alt 1 may] (RUS) [alt 2 shall] (NLD)
    zijn alternatieven. Achter tegen: staat wie ertegen is; TLP:RED rubriceert een haak. Wie erom
    vraagt, mag ook voorop staan als het dossier ze allemaal kent: [NLD, FRA: and report].

    Met links en rechts kiest u woorden in de alinea, met Shift meer dan één. [ zet ze tussen haken
    en vraagt wie dat wil, D schrapt ze, L zet er andere woorden naast. ] willigt in wat de haken om
    het woord vragen, Shift+] juist niet. R is ad referendum akkoord, G akkoord, V vergelijkt met een
    andere versie en F toont wat er van de tekst geworden is.

    ‘Nieuwe versie’ (N) neemt een geplakte tekst of een Word-bestand over en legt die naast de vorige:
    alinea’s blijven wie ze zijn, welk nummer ze ook krijgen. Uw eigen formuleringen zijn RED en
    komen nooit op het zaalscherm. Na elke versie staat er eerst wat ervan geworden is, welke haken erbij
    kwamen of verdwenen en van wie, en wie een standpunt innam op een tekst die is gewijzigd.

    W zet de gekozen alinea op het zaalscherm van een open zaal, op een eigen dia.

    Ctrl+E schrijft de tekst voor Word: omstreden woorden als wijzigingen van wie erom vraagt, met de
    opmerkingen; tussen haken; schoon; vergeleken met de vorige versie; of versies naast elkaar.
text-none = Er is geen voorstel om een tekst voor te schrijven.
text-empty = { $proposal } heeft nog geen tekst met versies. Met ‘Nieuwe versie’ neemt u er een over.
delete-paragraph = Alinea verwijderen…

# Pagina’s en de opdrachtregel.
subject-text = Tekst
turned-same = Ongewijzigd
turned-changed = Gewijzigd
turned-new = Nieuw
column-was = Was
column-turned = Sindsdien
column-gone = Niet meer in de tekst
text-no-versions = { $proposal } heeft geen tekst met versies.
text-so-many = { $version }: { $paragraphs ->
    [one] één alinea
   *[other] { $paragraphs } alinea’s
}, { $brackets ->
    [0] geen haken
    [one] één paar haken
   *[other] { $brackets } paar haken
}.
text-so-far = Tekst tot nu toe
help-text = De tekst van een voorstel, versie na versie: overnemen, tonen, twee vergelijken
help-text-action = Wat te doen
help-text-on = De code van het voorstel
help-text-file = De versie die wordt overgenomen, een tekst of een Word-bestand; bij write het Word-bestand dat wordt gemaakt
help-text-name = Hoe de versie heet; anders zoals het bestand
help-text-date = De dag waarop zij op tafel kwam; anders vandaag
help-text-dry-run = Niets overnemen; alleen zeggen wat er zou gebeuren
help-text-version = Welke versie: haar naam, of haar nummer vanaf 1 geteld; anders de huidige
help-text-against = De versie om mee te vergelijken
text-no-version = De tekst heeft geen versie ‘{ $version }’ die hier getoond mag worden.
text-which-file = Zeg welke tekst moet worden overgenomen.
text-no-words = In dit bestand staan geen woorden. Er is niets gewijzigd.
text-would-add = Er is niets overgenomen. Dit zou het worden:
text-doubtful = Twijfel: { $number } wordt gehouden voor wat { $before } was (gelijkenis { $likeness }).
text-never-closed = { $number }: een haak gaat open en nooit dicht, bij ‘{ $near }’. Hij blijft staan zoals hij is.
text-never-opened = { $number }: een haak gaat dicht die nooit openging, bij ‘{ $near }’. Hij blijft staan zoals hij is.
text-too-deep = { $number }: haken staan te diep in elkaar, bij ‘{ $near }’. Ze blijven staan zoals ze zijn.
text-left-out = { $count ->
    [one] Eén alinea meer is weggelaten: een tekst heeft er hoogstens 2.000.
   *[other] { $count } alinea’s meer zijn weggelaten: een tekst heeft er hoogstens 2.000.
}

text-brackets = { $count ->
    [one] één paar haken
   *[other] { $count } paar haken
}
text-new-version = Nieuwe versie
text-agreed = { $count ->
    [0] Over nog geen alinea is overeenstemming.
    [one] Over één alinea is overeenstemming, al dan niet ad referendum.
   *[other] Over { $count } alinea’s is overeenstemming, al dan niet ad referendum.
}
text-since = Sinds { $version }: { $changed } gewijzigd, { $new } nieuw{ $gone ->
    [0] .
   *[other] , { $gone } vervallen.
}
text-gone = Vervallen
text-name = Hoe de versie heet
text-typed = De tekst, geplakt of getypt: een witregel tussen alinea’s, omstreden woorden tussen vierkante haken
text-beside = Naast de vorige versie: gebleven { $kept } (verplaatst { $moved }), nieuw { $new }, verdwenen { $gone }.
text-opened-again = { $count ->
    [one] Was akkoord en staat weer open, want de woorden zijn anders: { $which }.
   *[other] Waren akkoord en staan weer open, want de woorden zijn anders: { $which }.
}
text-nobody-known = { $count ->
    [0] ‘{ $name }’ is niemand die dit dossier kent, maar vraagt hier wel om woorden. De naam blijft staan zoals die er staat.
   *[other] ‘{ $name }’ is niemand die dit dossier kent, maar vraagt wel om woorden in { $where }. De naam blijft staan zoals die er staat.
}
text-nobody-suggested = { $count ->
    [0] ‘{ $name }’ is niemand die dit dossier kent, maar vraagt hier wel om woorden; misschien is { $party } bedoeld. De naam blijft staan zoals die er staat.
   *[other] ‘{ $name }’ is niemand die dit dossier kent, maar vraagt wel om woorden in { $where }; misschien is { $party } bedoeld. De naam blijft staan zoals die er staat.
}
text-take-as = ‘{ $name }’ overnemen als { $party }
help-text-suggested = Auteurs bij wie uit de naam blijkt voor wie zij schrijven, zoals ‘NLD delegation’, als die partij overnemen
text-paragraph-at = Alinea { $place }
notation-delete = schrappen
notation-against = tegen
text-unread = { $count ->
    [one] Eén haak heeft geen tegenhanger en blijft staan zoals hij is.
   *[other] { $count } haken hebben geen tegenhanger en blijven staan zoals ze zijn.
}
text-continues = Vervolg op
text-take-in = Overnemen
text-taken = { $version } is overgenomen; Ctrl+Z maakt het ongedaan.

# Eigen formuleringen.
text-asks = { $count ->
    [0] Bij deze tekst is geen eigen formulering genoteerd.
    [one] Wat er in { $version } van één eigen formulering geworden is.
   *[other] Wat er in { $version } van { $count } eigen formuleringen geworden is.
}
column-missing = Ontbreekt
column-weaker = Zwakker of voorwaardelijk
column-bracketed = Alleen tussen haken
column-rests-on = Bepaald door
wording-missing = Ontbreekt: { $words }.
wording-bracketed = Alleen tussen haken: { $words }.
wording-weaker = Zwakker of voorwaardelijk: { $words }.
wording-weaker-asked = Tussen haken, zwakker of voorwaardelijk: { $words }.
wording-of-fallback = Beoordeeld op de terugvaloptie.
wording-scattered = De woorden staan er, met andere ertussen.
section-asks-elsewhere = Eigen formuleringen elders in de tekst
section-paragraph-before = In eerdere versies
section-asks = Eigen formuleringen
add-ask = Formulering toevoegen
delete-ask = Formulering verwijderen
text-write-where = Zeg welk Word-bestand moet worden geschreven.
help-text-form = In een Word-bestand: omstreden woorden als wijzigingen met de opmerkingen, tussen haken, of alleen wat er staat, van alternatieven het eerste; wat sinds een andere versie is gewijzigd, of versies naast elkaar (anders: tracked, met --against compared)
text-nothing-before = Er is geen eerdere versie om deze mee te vergelijken.
form-tracked = Als wijzigingen, met opmerkingen
form-brackets = Tussen haken
form-clean = Alleen wat er staat
form-compared = Wijzigingen sinds vorige versie
form-columns = Versies naast elkaar
export-form = In Word
export-form-clean = Van alternatieven staat het eerste er; het document zegt waar.
draft-alternatives = { $count ->
    [0] Waar nog alternatieven openstaan, staat hier het eerste.
   *[other] Waar nog alternatieven openstaan, staat hier het eerste: { $which }.
}
export-form-about = Het voorbeeld toont de pagina; het Word-bestand bevat de tekst zelf, en wat daar in Word aan verandert kan weer als versie worden overgenomen.

# What became of a text in a version.
subject-revision = Wat er van de tekst geworden is
revision-line = { $version } naast { $before }: { $changed ->
    [0] geen alinea gewijzigd
    [one] één alinea gewijzigd
   *[other] { $changed } alinea’s gewijzigd
}, { $new } nieuw, { $gone } vervallen. { $opened ->
    [0] Er zijn geen haken bij gekomen
    [one] Er is één paar haken bij gekomen
   *[other] Er zijn { $opened } paar haken bij gekomen
} en { $lifted } verdwenen, waarvan { $granted } zoals gevraagd.
revision-brackets = Haken
revision-agreed = Sindsdien overeengekomen
revision-reopened = Weer open
revision-terms = Omstreden begrippen die erbij kwamen
revision-obstacles = Deze begrippen raken aan: { $which }.
revision-again = Opnieuw te vragen: de tekst is sindsdien gewijzigd
revision-burn-down = Haken per versie
revision-by-owner = Haken naar wie erom vraagt, van versie op versie
revision-by-paragraph = Haken per alinea, van versie op versie
bracket_turn-opened = Geopend
bracket_turn-granted = Weg, ingewilligd
bracket_turn-refused = Weg, niet ingewilligd
bracket_turn-reworded = Anders verwoord
bracket_turn-owners = Andere vragers
column-owners = Gevraagd door
column-owners-against = Ertegen
column-joined = Erbij
column-left = Eraf
column-written = Zoals geschreven
column-term = Begrip
column-taken-on = Ingenomen op
column-moved = Sindsdien gewijzigd
column-brackets = Haken
column-agreed = Overeengekomen
column-paragraphs = Alinea’s

# Words and brackets on screen.
text-taken-on = ingenomen op { $version }
text-so-far-agreed = { $agreed } van { $paragraphs } overeengekomen
text-choose-word = Kies eerst een woord met de pijltjestoetsen.
text-no-bracket-here = Het gekozen woord staat niet tussen haken.
text-no-words-there = Deze woorden staan er niet meer. Er is niets gewijzigd.
text-asked-stay = Tussen haken: ‘{ $words }’
text-asked-go = Te schrappen: ‘{ $words }’
text-asked-other = Andere woorden voor ‘{ $words }’
text-other-words = De andere woorden
text-asked-by = Gevraagd door
text-put-in = Tussen haken zetten
text-page-words = De tekst
text-page-changed = Wat ervan geworden is
text-compared = Vergeleken met { $version }
text-not-compared = Niet vergeleken
text-version-before = De vorige versie
text-compare-with = Vergelijken met

# Stances on words.
section-word-stances = Wie waar staat over deze woorden
words-as-they-stand = Zoals de tekst luidt
words-alternative = Alternatief { $number }: { $words }
words-nothing-said = Hierover heeft nog niemand zich uitgesproken.
words-add-stance = Standpunt toevoegen
words-who = Wie het zegt
words-delete-stance = Standpunt van { $who } verwijderen
words-said = { $live } { $live ->
    [one] kan
   *[other] kunnen
} ermee leven, { $block } { $block ->
    [one] blokkeert
   *[other] blokkeren
} het, { $unknown } onbekend. Overeenstemming { $agreement } (van −1 tot 1).

# A version from a file.
choose-text = Tekst als versie overnemen
file-texts = Teksten (Word, platte tekst)
text-from-file = Uit een bestand…
text-of-file = Gelezen uit een bestand:
text-more-remarks = { $count ->
    [one] Nog één zo’n opmerking.
   *[other] Nog { $count } van zulke opmerkingen.
}
entry-taken-on = Ingenomen op { $version }. { $count ->
    [0] Sindsdien kwamen er alinea’s bij.
   *[other] Sindsdien gewijzigd: { $paragraphs }.
} Opnieuw te vragen; tot dan telt het zoals voorheen.
column-ruling = Ons eigen oordeel, met de reden
delete-version = Versie verwijderen…
ask-judge = Zelf beoordelen
ask-judge-why = Waarom wij zo oordelen
ask-judge-not = Aan de vergelijking overlaten

# Op het zaalscherm.
text-no-room = Er is geen zaal open, dus ook geen zaalscherm. F5 opent een zaal.
text-not-in-room = Er is niets op het zaalscherm gezet: de alinea of haar versie is voor deze zaal te streng gemarkeerd, of heeft geen eigen markering.
text-choose-one = Kies eerst een alinea, met de pijltjes.
text-gone-here = Deze alinea staat niet meer in deze versie. Kies de eerdere versie om eraan te werken.
text-on-wall = { $number } staat op het zaalscherm.
text-on-blank-wall = { $number } staat op het zaalscherm zodra dat niet meer leeg is.
text-on-frozen-wall = Het zaalscherm is bevroren: { $number } verschijnt zodra u de dia toont (Enter, bij de zaal).
text-filter-open = Open: { $count }
text-filter-ours = Met onze formulering: { $count }
text-filter-changed = Gewijzigd: { $count }
text-filter-owner = Haken van
text-filter-term = Omstreden begrip
text-filter-all = Alles tonen
text-name-taken = De tekst heeft al een versie ‘{ $name }’; geef deze een andere naam.
text-drop = Tekst weggooien
text-go-on = Doorgaan
text-stamp = Op het document staat ‘{ $line }’.
text-marked = De versie is { $marking }, net als elke alinea die niet al vertrouwelijker was.
help-text-marking = De markering van de versie; anders de strengste van de vorige versie, het document zelf en het dossier
text-agreed-with-brackets = Over { $number } is overeenstemming, maar er { $count ->
    [one] staat nog een paar haken
   *[other] staan nog { $count } paar haken
} in; Ctrl+Z draait het terug.
