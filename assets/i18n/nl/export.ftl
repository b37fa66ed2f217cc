# Pagina’s om door te geven, in een bestand.

command-export = Pagina exporteren…
dialog-export = Pagina exporteren
export-author = Opsteller vermelden: { $author }
page-by = Opgesteld door { $author }
export-about = Een pagina als bestand om door te geven. Er staat alleen op wat tot en met de gekozen markering mag worden gezien, met de eigen markering erbij; uw naam staat er alleen op als u dat aanvinkt, en deze computer wordt nergens genoemd.
export-what = Pagina
export-for = Tonen tot en met
export-language = Taal
export-format = Bestandsindeling
export-withheld = Blijft weg, voor zover het op de pagina zou staan, omdat het strenger gemarkeerd is of bij iets hoort dat dat is:
export-withheld-more = { $names } en nog { $count }
export-none-withheld = Niets wat op deze pagina zou staan, is strenger gemarkeerd.
export-own-words = Ook uw aantekeningen, de kampen die u zelf koos en uw redenen daarvoor blijven weg, omdat deze markering lager is dan die van het dossier. Voor al het andere telt de markering van het gegeven zelf.
export-kept-hidden = { $count ->
    [one] U houdt één gegeven verborgen voor de zaal. Deze pagina kijkt alleen naar markeringen: het kan er wel op staan.
   *[other] U houdt { $count } gegevens verborgen voor de zaal. Deze pagina kijkt alleen naar markeringen: ze kunnen er wel op staan.
}
export-open-to-all = Wie het bestand in handen krijgt, mag alles lezen wat erin staat
export-no-passphrase = Het dossier heeft een wachtwoordzin, het bestand krijgt er geen.
export-name = { $name } – { $subject }
export-says = Geschreven naar { $path }, gemarkeerd als { $marking }
choose-export = Pagina exporteren
offer-replace = Dat bestand vervangen
said-exporting = De pagina wordt geschreven…
export-begins = Wat mag worden gezien, wordt gelezen…
export-reading = Wat mag worden gezien, wordt gelezen: { $done } van { $of }
export-making = De pagina wordt opgemaakt…
export-stopping = Wordt geannuleerd; er wordt niets geschreven…
export-stopped = Geannuleerd; er is niets geschreven.
export-cancel = Pagina annuleren
export-closes = Het venster sluit zodra de pagina geschreven is. Sluit het nogmaals om de pagina te annuleren.

help-export = Een pagina naar een bestand schrijven om door te geven; de bestandsindeling volgt uit het einde van de naam
help-replace = OUT vervangen als het al bestaat; een dossier wordt nooit vervangen
help-page-since = De dag waarna veranderingen worden vermeld, op een pagina die dat doet; standaard een jaar eerder
export-done = Geschreven naar { $path }, gemarkeerd als { $marking }.
export-seen = Wat tot en met die markering mag worden gezien:
export-no-format = Uit de naam { $path } blijkt niet welke bestandsindeling bedoeld is. Laat de naam eindigen op { $endings }.
export-in-the-open = Het dossier heeft een wachtwoordzin en dit bestand zou er geen hebben: wie het in handen kreeg, kon alles lezen wat erin staat. Er is niets geschreven. Voeg --in-the-open toe als dat de bedoeling is, of geef --ceiling CLEAR of GREEN op.

page-on = { $subject }, stand op { $day }
subject-matrix = Coalitiematrix
subject-proposals = Voorstellen
subject-parties = Partijen
subject-obstacles = Hindernissen
subject-pairs = Concurrerende teksten
subject-changes = Wat er is veranderd
format-text = Platte tekst
format-json = JSON
format-csv = CSV
format-html = HTML
subject-positions = Standpunten
subject-remedies = Remedies
subject-sources = Bronnen
subject-all = Alle tabellen
sheet-in-full = Voluit
sheet-sign = Teken
sheet-memberships = Lidmaatschappen
sheet-contacts = Contactpersonen
sheet-tallies = Telling
sheet-overlong = { $count ->
    [one] Eén tekst is langer dan in een cel past en ontbreekt
   *[other] { $count } teksten zijn langer dan in een cel past en ontbreken
} in deze werkmap.
format-xlsx = Excel
document-page = Pagina
format-docx = Word

subject-brief = Notitie
page-on-one = { $subject }: { $code }, stand op { $day }
help-proposal = De code van het voorstel waarover een notitie gaat
help-short = De korte notitie schrijven, voor een bewindspersoon
brief-of-what = Zo’n stuk gaat over één voorstel. Zeg welk met --proposal en de code.
brief-unknown = Het dossier heeft geen voorstel met de code ‘{ $code }’.
brief-withheld = Het voorstel ‘{ $code }’ is strenger gemarkeerd dan is toegestaan, dus er valt niets te schrijven.
brief-stands = { $outcome ->
    [adopts] Er is consensus
    [fails] Er is geen consensus
   *[open] Of er consensus is, staat nog open
}: van de { $all } die beslissen { $favour ->
    [0] steunt niemand
    [one] steunt één
   *[other] steunen { $favour }
} het voorstel, { $accept ->
    [0] {""}
    [one] kan één ermee leven,{" "}
   *[other] kunnen { $accept } ermee leven,{" "}
}{ $reserve ->
    [0] heeft niemand
    [one] heeft één
   *[other] hebben { $reserve }
} bedenkingen, { $object ->
    [0] maakt niemand
    [one] maakt één
   *[other] maken { $object }
} bezwaar en { $silent ->
    [0] heeft niemand
    [one] heeft één
   *[other] hebben { $silent }
} zich niet uitgesproken.
brief-rules = Met twee derde: { $two }; met gewone meerderheid: { $one }.
brief-status = Status: { $status }.{ $count ->
    [0] {""}
   *[other] {" "}Ingediend door { $names }.
}
brief-and-more = { $names } en nog { $more }
brief-more = { $count ->
    [one] Nog één heeft bedenkingen of bezwaar.
   *[other] Nog { $count } hebben bedenkingen of bezwaar.
}
brief-nobody = Niemand heeft bezwaar of bedenkingen.
brief-blockers = Wie tegen is, en wat hen zou bewegen
brief-obstacles = Hindernissen en remedies
brief-others = Minder ernstig, of niet beoordeeld: { $names }.
brief-swing = Swing states
brief-interests = Belangen
brief-argument = Argument en aanbod
brief-due = uiterlijk { $day }
export-short = Kort, voor een bewindspersoon
export-older-version = { $newest } heeft markering { $marking }. Op de pagina staat { $shown }, de laatste versie die tot en met de gekozen markering mag worden gezien.

subject-summary = De kampen in één oogopslag
subject-party = Notitie over een partij
subject-meeting = Notitie voor een vergadering
subject-timeline = Tijdlijn
subject-room = Verslag van de zaal
brief-of-one = Zo’n pagina gaat over één voorstel. Geef --proposal één keer op.
help-page-party = De partij waarover de pagina gaat, met haar code
help-page-meeting = De vergadering waarvoor de pagina is, met haar titel of eerste dag
page-of-which-party = Zo’n pagina gaat over één partij. Geef met --party haar code op.
page-of-which-meeting = Zo’n pagina gaat over één vergadering. Geef met --meeting haar titel of eerste dag op.
page-no-party = Het dossier kent geen partij met de code ‘{ $code }’.
page-party-withheld = De partij ‘{ $code }’ is strenger gemarkeerd dan is toegestaan, dus er valt niets te schrijven.
page-no-meeting = Het dossier kent die vergadering niet. Geef de titel zoals die er staat, of de eerste dag.
page-meeting-withheld = Die vergadering is strenger gemarkeerd dan is toegestaan, dus er valt niets te schrijven.
page-many-meetings = { $count } vergaderingen heten zo of beginnen op die dag. Geef de titel van de bedoelde vergadering.
export-on = Over
export-selected = Wat is geselecteerd
export-part = Alles wat is geselecteerd
export-every-proposal = Alle voorstellen, na elkaar

party-is = { $kind }; kamp: { $camp }.
party-is-index = { $kind }; kamp: { $camp } (index { $index }).
party-in = Lid van { $groups }.
party-page-stances = Standpunten
party-stands = Van { $all } voorstellen steunt de partij er { $favour ->
    [0] geen
   *[other] { $favour }
}, kan zij leven met { $accept ->
    [0] geen
   *[other] { $accept }
}, heeft zij bedenkingen bij { $reserve ->
    [0] geen
   *[other] { $reserve }
} en bezwaar tegen { $object ->
    [0] geen
   *[other] { $object }
}.{ $silent ->
    [0] {""}
    [one] {" "}Van één is haar antwoord niet bekend.
   *[other] {" "}Van { $silent } is haar antwoord niet bekend.
}
party-through-groups = via haar groepen
party-groups-differ = haar groepen zijn het oneens
party-both = Zegt ja tegen { $first } én { $second }, die met elkaar concurreren.
party-interests = Wat de partij beweegt
party-steps = Stappen
party-contacts = Contactpersonen
meeting-is = { $kind }: { $when }.
meeting-is-at = { $kind }: { $when }, { $place }.
meeting-outcome = Uitkomst: { $outcome }.
meeting-no-agenda = Er staat nog niets op de agenda.
timeline-initiative = Initiatief
room-page-shown = Volgorde
room-page-said = Met naam gezegd
room-page-polls = Peilingen
room-page-answers = Antwoorden
room-page-nothing = Van die dag is niets uit een zaal vastgelegd.

whole-made = { $path } gemaakt van { $from }: { $count } records.
whole-no-json = { $path } is vanaf regel { $line } niet leesbaar als JSON. Er is niets gemaakt.
whole-version = { $path } is geen dossier zoals deze versie het schrijft. Er is niets gemaakt. Exporteer het opnieuw met de versie die het schreef, of importeer de tabellen één voor één.
whole-name = In { $path } ontbreekt ‘{ $name }’, of het staat er terwijl geen dossier het heeft. Er is niets gemaakt.
whole-value = { $path }: record { $place } van { $table } heeft in ‘{ $column }’ geen waarde of een die niet kan. Er is niets gemaakt.
whole-dossier = { $path } moet precies één dossier bevatten. Er is niets gemaakt.
format-pdf = PDF
format-png = Afbeelding voor een dia
format-svg = Schaalbare afbeelding
paper-a4 = A4
paper-a3 = A3
turn-fitting = Naar de tabellen
turn-upright = Staand
turn-across = Liggend
export-paper = Papier
export-turn = Stand van het papier
export-picture-too-large = Als afbeelding zou deze pagina { $width } bij { $height } pixels groot worden, meer dan iemand kan tonen. Kies PDF, dat doorloopt over zoveel vellen als nodig, of een pagina waarop minder staat.
export-failed = De pagina kon niet in deze bestandsindeling worden geschreven; er is niets geschreven. Kies een andere.
help-paper = Het formaat van de vellen van een PDF; standaard A4
help-landscape = De vellen van een PDF liggend maken; standaard liggen ze waar een tabel breed is

export-view = Openen als PDF
export-view-about = De pagina als PDF, geopend in het programma dat deze computer daarvoor heeft, om te lezen en af te drukken. Het bestand staat in een map die alleen u kunt lezen en wordt daaruit verwijderd zodra het dossier wordt gesloten of vergrendeld.
command-print = Deze pagina als PDF afdrukken…
said-viewed = Als PDF geopend. Het bestand wordt verwijderd zodra het dossier wordt gesloten of vergrendeld.
error-no-viewer = De pagina is klaar, maar er is geen programma gevonden dat een PDF opent.
safe-no-viewer = Het bestand is { $path } en wordt verwijderd zodra het dossier wordt gesloten of vergrendeld.
next-no-viewer = Open het zelf, of exporteer de pagina naar een eigen plek.
export-picture = Kopiëren als afbeelding
export-picture-about = De pagina als afbeelding zo breed als een dia, op het klembord, met de markering erop: plak haar met Ctrl+V. Andere programma’s op deze computer kunnen het klembord lezen.
command-copy-picture = Deze pagina als afbeelding kopiëren…
said-picture = Gekopieerd als afbeelding, gemarkeerd als { $marking }. Plak haar met Ctrl+V.
said-picture-long = Gekopieerd als afbeelding, gemarkeerd als { $marking }. Zij is langer dan een dia en wordt daarop kleiner: met een filter, een selectie of de korte notitie staat er minder op.
export-sheet = Pagina { $sheet } van { $of }
export-sheet-back = Vorige pagina
export-sheet-next = Volgende pagina
export-preview-about = Dit staat erop; het programma dat het bestand opent, maakt het op zijn eigen manier op.
export-no-preview = Het dossier kon niet worden gelezen, dus er valt niets te bekijken.
export-which = Welk deel
export-shown-all = Alles, in de volgorde van het scherm
export-shown-parties = Zoals op het scherm: { $parties } van { $of-parties } partijen
export-shown = Zoals op het scherm: { $parties } van { $of-parties } partijen, { $proposals } van { $of-proposals } voorstellen
export-all-parties = Alles, op naam
page-group-withheld = De groep ‘{ $code }’, waarop het scherm is gefilterd, is strenger gemarkeerd dan is toegestaan, dus er valt niets te schrijven. Kies alle partijen of haal het filter weg.
page-part = Getoond worden { $rows } van { $parties } partijen en { $columns } van { $proposals } voorstellen; in de cijfers tellen alle partijen mee.
export-nearest = ‘{ $screen }’ heeft geen eigen pagina; deze komt er het dichtst bij.
export-other-ceiling = Kies bij ‘Tonen tot en met’ een strengere markering, of een andere pagina.
export-listed = Zoals op het scherm: { $shown } van { $of }
export-all-by-code = Alles, op code
export-several = De { $count } geselecteerde, na elkaar
export-under = Onder het scenario ‘{ $scenario }’, zoals op het scherm
export-unfiltered = Het filter van het scherm wordt niet overgenomen: de pagina toont alles.
export-no-scenario = Die pagina zegt wat er is; daar kan geen scenario overheen worden gelegd. Laat --scenario weg.
page-part-proposals = { $shown } van de { $of } voorstellen worden getoond.
page-part-parties = { $shown } van de { $of } partijen worden getoond.
page-empty = Het dossier heeft hiervan niets dat de pagina mag tonen.
