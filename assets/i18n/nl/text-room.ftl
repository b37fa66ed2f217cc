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

    “Nieuwe versie” neemt een tekst over van het klembord of uit een bestand en legt die naast de
    vorige: alinea’s blijven wie ze zijn, welk nummer ze ook krijgen. Uw eigen formuleringen zijn
    RED en komen nooit op de wand; na elke versie staat er wat ervan geworden is.
text-none = Er is geen voorstel om een tekst voor te schrijven.
text-empty = { $proposal } heeft nog geen tekst met versies. Plak er een, of neem een bestand over.
delete-paragraph = Alinea verwijderen…
