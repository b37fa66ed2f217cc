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
delete-also-versions = { $count ->
    [one] Ook één versie van de tekst wordt verwijderd.
   *[other] Ook { $count } versies van de tekst worden verwijderd.
}
delete-also-paragraphs = { $count ->
    [one] Ook één alinea wordt verwijderd.
   *[other] Ook { $count } alinea’s worden verwijderd.
}
delete-also-asks = { $count ->
    [one] Ook één eigen formulering wordt verwijderd.
   *[other] Ook { $count } eigen formuleringen worden verwijderd.
}
delete-also-word-stances = { $count ->
    [one] Ook één standpunt over de woorden wordt verwijderd.
   *[other] Ook { $count } standpunten over de woorden worden verwijderd.
}

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
hint-text = Alt+omlaag volgende haken · Alt+Shift+omlaag volgende wijziging · Enter bewerkt
help-page-text =
    Dit scherm toont de tekst van een voorstel, versie na versie. Links staan de alinea’s; woorden
    tussen vierkante haken zijn omstreden, met daarachter wie erom vraagt.

    Typ haken zoals delegaties dat doen: [voluntary] (RUS, CHN) wil woorden erin, [schrappen: all]
    (NLD) wil ze eruit, [shall → should] (IND) wil andere, [alt 1 may] (RUS) [alt 2 shall] (NLD)
    zijn alternatieven. Achter tegen: staat wie ertegen is; TLP:RED rubriceert een haak.

    ‘Nieuwe versie’ neemt een geplakte tekst over en legt die naast de vorige: alinea’s blijven wie
    ze zijn, welk nummer ze ook krijgen. De opdracht ‘text’ neemt ook Word-bestanden over. Uw eigen formuleringen zijn
    RED en komen nooit op de wand; na elke versie staat er wat ervan geworden is.
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
help-text-date = De dag waarop zij op tafel kwam
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
text-compare = Toon wat er sinds de vorige versie veranderd is
text-agreed = { $count ->
    [0] Over nog geen alinea is overeenstemming.
    [one] Over één alinea is overeenstemming, al dan niet ad referendum.
   *[other] Over { $count } alinea’s is overeenstemming, al dan niet ad referendum.
}
text-since = Sinds { $version }: { $changed } gewijzigd, { $new } nieuw.
text-name = Hoe de versie heet
text-name-hint = rev.1
text-typed = De tekst, geplakt of getypt: een witregel tussen alinea’s, omstreden woorden tussen vierkante haken
text-beside = Naast de vorige versie: gebleven { $kept } (verplaatst { $moved }), nieuw { $new }, verdwenen { $gone }.
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
section-asks = Eigen formuleringen
add-ask = Formulering toevoegen
delete-ask = Formulering verwijderen
text-write-where = Zeg welk Word-bestand moet worden geschreven.
help-text-form = In een Word-bestand: omstreden woorden als wijzigingen, tussen haken, of alleen wat er staat (anders: tracked)
