# Schermen en het detailpaneel.

app-name = CBM Workbench
nav-more = Meer schermen

matrix-heading = Coalitiematrix
matrix-no-parties = Een matrix heeft partijen nodig. Voeg ze toe op het scherm Partijen.
matrix-no-proposals = Een matrix heeft voorstellen nodig. Voeg ze toe op het scherm Voorstellen.
matrix-nothing-matches = Geen cel voldoet aan deze filters.
matrix-search = Partij zoeken
matrix-search-proposals = Voorstel zoeken
filter-all = Filter
filter-parties = Partijen: { $value }
filter-proposals = Voorstellen: { $value }
filter-hidden = { $count ->
    [one] Eén voorstel verborgen
   *[other] { $count } voorstellen verborgen
}
filter-without = Zonder { $value }
filter-own-order = Voorstellen in eigen volgorde
filter-clear = Filters wissen
filter-rule = Regel: { $rule }
filter-as-of = Stand per { $day }
filter-today = Terug naar vandaag
filter-today-about = Standpunten en beoordelingen zijn te zien zoals ze op die dag waren, en nieuwe krijgen die datum. Kampen en hun index berusten op alle geregistreerde stemmingen, ook latere. Zelf gekozen kampen, statussen en indieners zijn die van vandaag.
filter-sort = Volgorde: { $sort }
filter-camp = Kamp: { $value }
filter-region = Regio: { $value }
filter-group = Groep: { $value }
filter-stance = Standpunt: { $value }
filter-status = Status: { $value }
filter-not = niet { $values }
filter-except = Alles behalve deze
filter-known = Alleen bekend
filter-heard = Gehoord in de zaal
filter-heard-about = Wie in de zaal een standpunt heeft uitgesproken. Voor wie aanwezig is: maak er een groep van en filter op die groep.
filter-changed = Gewijzigd sinds
filter-changed-since = Gewijzigd sinds { $day }
filter-any-time = maakt niet uit
filter-since-meeting = Na { $meeting }
filter-week = Een week geleden
filter-month = Een maand geleden
filter-quarter = Drie maanden geleden
filter-year = Een jaar geleden
views = Weergaven
view-here = Weergave: { $name }
view-save = Deze weergave bewaren…
view-update = Wijzigingen in ‘{ $name }’ bewaren
view-rename = Naam wijzigen…
view-delete = Verwijderen
view-keep = Bewaren
view-about = Filters en volgorde worden in dit dossier bewaard. Bij het samenvoegen gaan ze mee; in een kopie voor anderen komen ze niet.
view-replaces = Er is al een weergave ‘{ $name }’. Die wordt vervangen.
view-taken = Er is al een weergave ‘{ $name }’.
said-view-saved = De weergave ‘{ $name }’ is bewaard.
said-view-deleted = De weergave ‘{ $name }’ is verwijderd.
all-camps = Alle kampen
all-regions = Alle regio’s
all-groups = Alle groepen
all-stances = Alle standpunten
all-statuses = Alle voorstellen
sort-index = kampindex
sort-name = naam
sort-support = steun
sort-by-stance = standpunt over { $proposal }
matrix-sort-by = Op standpunt over dit voorstel sorteren
matrix-hide-column = { $count ->
    [one] Deze kolom verbergen
   *[other] Deze { $count } kolommen verbergen
}
matrix-hide-row = { $count ->
    [one] Deze rij verbergen
   *[other] Deze { $count } rijen verbergen
}
matrix-show-columns = Verborgen kolommen tonen ({ $count })
matrix-show-rows = Verborgen rijen tonen ({ $count })
matrix-row-up = Omhoog
matrix-row-down = Omlaag
matrix-usual-order = Gewone volgorde van voorstellen
sort-objections = bezwaren

verdict-consensus = { $adopts ->
    [0] { $open ->
        [0] Geen enkel voorstel haalt consensus.
        [one] Nog geen voorstel haalt consensus; één is nog open.
       *[other] Nog geen voorstel haalt consensus; { $open } zijn nog open.
    }
    [one] Eén van { $all } voorstellen haalt consensus.
   *[other] { $adopts } van { $all } voorstellen halen consensus.
}
verdict-two-thirds = { $adopts ->
    [0] Geen enkel voorstel is zeker van twee derde.
    [one] Eén van { $all } voorstellen is zeker van twee derde.
   *[other] { $adopts } van { $all } voorstellen zijn zeker van twee derde.
}
verdict-majority = { $adopts ->
    [0] Geen enkel voorstel is zeker van een gewone meerderheid.
    [one] Eén van { $all } voorstellen is zeker van een gewone meerderheid.
   *[other] { $adopts } van { $all } voorstellen zijn zeker van een gewone meerderheid.
}
verdict-other = { $count ->
    [0] Bij { $rule }: geen.
    [one] Bij { $rule }: één.
   *[other] Bij { $rule }: { $count }.
}

legend-support = ++ voortrekker   + steunt
legend-accept = 0 kan ermee leven
legend-object = − bedenkingen   −− bezwaar
legend-instructions = ~ geen instructie
legend-unknown = ? onbekend, telt niet mee
legend-share = % kan ermee leven, ≥ minstens
fold = inklappen
unfold = uitklappen
count-of = { $shown } van { $all }
cells = { $count } cellen
camp-summary = { $camp }, { $proposal }: { $share } kan ermee leven, { $objects } maken bezwaar
camp-summary-at-least = { $camp }, { $proposal }: ten minste { $share } kan ermee leven, { $objects } maken bezwaar, { $unknown } onbekend
camp-summary-unknown = { $camp }, { $proposal }: alle { $unknown } onbekend
camp-from-votes = Kampindex { $index } op grond van { $votes } stemmen
camp-from-user = Eigen oordeel; op grond van stemmen: { $computed }
camp-from-nothing = Te weinig stemmen uitgebracht ({ $votes })
matrix-no-cell = Er is geen cel geselecteerd. Selecteer er een met een pijltoets of een klik.
matrix-cell-hidden = De geselecteerde cel is niet te zien: weggefilterd of ingeklapt. Met een pijltoets selecteert u er een die wel te zien is.
cell-hidden = Niet te zien in de matrix: weggefilterd of ingeklapt
copied-cells = { $count ->
    [one] Eén standpunt gekopieerd
   *[other] { $count } standpunten gekopieerd
}
paste-refused = Er is niets geplakt: rij { $row }, kolom { $column } bevat ‘{ $written }’, en dat is geen standpunt. Pas de cel aan en plak opnieuw.
paste-refused-dash = Er is niets geplakt: rij { $row }, kolom { $column } bevat een streepje, ‘{ $written }’, dat een lege cel of een minteken kan betekenen. Vervang het door een standpunt of laat de cel leeg.
paste-refused-unclosed = Er is niets geplakt: op regel { $line } begint een aanhalingsteken dat nergens wordt gesloten. Sluit het of haal het weg, en plak opnieuw.
paste-refused-large = Er is niets geplakt: { $cells } cellen zijn er meer dan de { $most } die in één dossier passen. Plak een kleiner blok.
paste-no-stance = Er is niets geplakt: in geen enkele cel staat een standpunt.

list-filter = Zoeken in deze lijst
list-filter-clear = Alles weer tonen
list-nothing-matches = Niets in deze lijst komt overeen.
column-stances = Standpunten
column-members = Leden
column-tally = Voor–tegen–onthouding
tally-and-unknown = { $tally }, { $unknown } onbekend
votes-unknown = { $count ->
    [one] 1 stem onbekend
   *[other] { $count } stemmen onbekend
}
add-proposal = Voorstel toevoegen
add-party = Partij toevoegen
add-group = Groep toevoegen
add-roll-call = Geregistreerde stemming toevoegen
add-source = Bron toevoegen
proposals-empty = Voorstellen zijn de maatregelen waarover wordt onderhandeld. Er is nog geen voorstel toegevoegd.
parties-empty = Partijen zijn de staten, organisaties en anderen die een standpunt innemen. Er is nog geen partij toegevoegd.
groups-empty = Groepen brengen partijen bijeen, zoals een unie of een coalitie. Er is nog geen groep toegevoegd.
roll-calls-empty = Kampen worden berekend uit geregistreerde stemmingen. Er is nog geen stemming toegevoegd.
sources-empty = Bronnen zijn de stukken en gesprekken waarop vermeldingen berusten. Er is nog geen bron toegevoegd.
history-empty = Elke wijziging die u maakt, komt hier te staan, met de auteur en het tijdstip.
roll-calls-about = Geregistreerde stemmingen, waaruit de kampen worden berekend. Met de hand ingevoerde standpunten spelen daarbij geen rol.
roll-call-not-counted = Telt niet mee
obstacles-about = Hoezeer elk van de acht hindernissen elk voorstel belemmert: 0 helemaal niet, 4 blokkeert het, ? niet beoordeeld.
obstacles-empty = Hindernissen worden per voorstel beoordeeld. Er is nog geen voorstel toegevoegd.
history-when = Wanneer
history-what = Wat
history-state = Stand
history-taken-back = Ongedaan gemaakt
library-about = De feiten waarmee CBM Workbench begint, elk met de bron. Ze kunnen hier niet worden gewijzigd.
shelf-instruments = Maatregelen en normen
shelf-resolutions = Resoluties
shelf-initiatives = Initiatieven
shelf-obstacles = Acht hindernissen
shelf-remedies = Eerder toegepaste remedies
shelf-terms = Omstreden begrippen
shelf-states = Staten
library-source = Bron: { $source }. Betrouwbaarheid: { $confidence }.
library-yes-reads = een stem vóór steunt de kant { $side }
library-contested = telt mee voor kampen
library-stalled = Waarom het vastliep: { $why }

start-heading = CBM Workbench
start-about = Vertrouwenwekkende maatregelen voor cyberspace voorbereiden, erover onderhandelen en de stand bijhouden. Een dossier is één bestand op deze computer; niets verlaat deze computer.
start-templates = Een nieuw dossier beginnen
start-recent = Recente dossiers
counting = Er wordt geteld…
start-loading = { $path } wordt geopend…
start-failed = Het dossier kon niet worden geopend

inspector-empty = Selecteer een cel, een rij of een kolom om te zien wat erover bekend is.
marking-of-dossier = Markering van het dossier
marking-own = { $marking }, als het dossier
cell-title = { $party } over { $proposal }
cell-entries = Vermeldingen
cell-older = { $count ->
    [one] Eén oudere vermelding staat
   *[other] { $count } oudere vermeldingen staan
} hier niet.
cell-nothing-recorded = Er is nog niets vastgelegd.
cell-new-entry = Nieuwe vermelding, { $day }
cell-corrected = Gecorrigeerd
cell-no-source = Geen bron
cell-author = Vastgelegd door { $author }
cell-would-move = Zou opschuiven als: { $condition }
blockers-group-would-move = { $group } zou opschuiven als: { $condition }
cell-about-proposal = Over het voorstel
cell-about-party = Over de partij
camp-index = index { $index } op grond van { $votes ->
    [one] één stem
   *[other] { $votes } stemmen
}
camp-overruled = Eigen oordeel; de stemmen wijzen op { $computed }.
camp-no-roll-calls = Er telt geen geregistreerde stemming mee voor kampen.
camp-strip-legend = Omhoog: met de multistakeholderkant. Omlaag: ertegen. ?: stemde niet.
party-fields = Partij
party-known = { $name } ({ $code }): code, namen en regio zijn overgenomen uit de bibliotheek.
party-own-judgement = Eigen oordeel over het kamp
party-reason-needed = Geef een reden; uw oordeel wordt daarmee opgeslagen.
party-stances = Standpunten
party-unknown = { $unknown ->
    [0] Geen enkel standpunt is onbekend.
    [one] Eén standpunt is onbekend.
   *[other] { $unknown } standpunten zijn onbekend.
}
and-more = en nog { $count }
add-to-group = Aan een groep toevoegen
add-member = Lid toevoegen
add-sponsor = Indiener toevoegen
add-vote = Stem toevoegen
remove = { $what } verwijderen
member-since = sinds { $date }
member-until = tot en met { $date }
group-members = Leden ({ $count })
group-dates = Data van een lidmaatschap
proposal-fields = Voorstel
proposal-blockers = Wie bezwaar maakt of bedenkingen heeft
proposal-no-blockers = Niemand, voor zover bekend.
standing-objections = { $count ->
    [0] Geen bezwaren.
    [one] Eén bezwaar: { $names }.
   *[other] { $more ->
        [0] { $count } bezwaren: { $names }.
       *[other] { $count } bezwaren: { $names } en nog { $more }.
    }
}
standing-nobody-decides = Geen van de partijen beslist mee, dus er is geen regel van toepassing.
standing-unknown = { $count ->
    [0] Geen enkel standpunt is onbekend.
    [one] Eén standpunt is onbekend.
   *[other] { $count } standpunten zijn onbekend.
}
standing-adopts = Slaagt bij { $rule }.
standing-fails = Strandt bij { $rule }.
standing-open = Open bij { $rule }.
standing-adopted-yet = Het is toch aangenomen, zoals de status zegt: volgens een andere regel, of toen partijen anders stonden.
sponsor-main = { $party } is hoofdindiener
obstacle-assessments = Beoordelingen
obstacle-not-assessed = Nog niet beoordeeld. Kies hierboven de ernst.
obstacle-explained = Wat deze hindernis is
obstacle-record = Wat u vastlegt
roll-call-votes = Stemmen ({ $count })
vote-of = Stem van { $party }
ballot-none = Stemde niet
source-resting = { $count ->
    [0] Op deze bron berust niets.
    [one] Op deze bron berust één gegeven.
   *[other] Op deze bron berusten { $count } gegevens.
}
dossier-about = Het dossier als geheel
dossier-camps = Hoe kampen worden berekend
dossier-camps-about = De kampindex loopt van −1 (altijd met de staatsgeoriënteerde kant) tot +1 (altijd met de multistakeholderkant).
dossier-polls = Kleine peilingen
dossier-polls-about = Waar weinigen hebben geantwoord, verraadt de verdeling over de standpunten wie wat zei. Bij minder antwoorden dan dit aantal komt die verdeling niet op het zaalscherm en niet in kopieën voor anderen.
dossier-from-template = Gemaakt met het sjabloon { $template }.

status-saved = Opgeslagen om { $time }
status-all-saved = Alles is opgeslagen
status-checking = Het bestand wordt gecontroleerd; bewerken kan zo meteen
status-read-only = Alleen-lezen
status-parties = { $count ->
    [one] Eén partij
   *[other] { $count } partijen
}
status-proposals = { $count ->
    [one] Eén voorstel
   *[other] { $count } voorstellen
}
status-selected = { $count } cellen geselecteerd
status-unknown = { $share } onbekend
hint-matrix = + 0 − leggen een standpunt vast · ? wist · Enter bewerkt · een letter zoekt een partij
hint-obstacles = 0 tot en met 4 leggen de ernst vast · ? wist · Enter bewerkt
hint-list = Klik op een rij om die te zien en te bewerken
hint-library = Feiten met hun bron
hint-history = Een klik op een stap toont het dossier zoals het toen was
hint-changes = Een klik op een wijziging leidt naar wat er is gewijzigd
hint-nothing = Wat u toevoegt, komt hier te staan
banner-read-only = Dit dossier kan hier alleen worden gelezen. Sla een kopie op om eraan te werken.

picker-hint = Typ een deel van de naam
picker-nothing = Niets komt overeen.
picker-more = Er zijn er meer; typ verder.
calendar-type = Typ een dag
calendar-open = Een dag kiezen
calendar-year-before = Een jaar eerder
calendar-month-before = Een maand eerder
calendar-month-after = Een maand later
calendar-year-after = Een jaar later
weekday-1 = ma
weekday-2 = di
weekday-3 = wo
weekday-4 = do
weekday-5 = vr
weekday-6 = za
weekday-7 = zo
field-no-day = dit kan niet als datum worden gelezen; schrijf 12-11-2026, 12 nov of gisteren
field-no-time = dit kan niet als tijd worden gelezen; schrijf 18:00 of 18u
field-no-number = dit kan niet als getal worden gelezen
field-first-of-month = Zonder dag ingevuld: gelezen als { $day }, de eerste van de maand
field-in-the-future = deze dag ligt in de toekomst
dismiss = Sluiten

# Groepen die voor hun leden spreken.
cell-groups = Wat de groepen van deze partij zeggen
cell-inherited = Deze partij heeft zich niet zelf uitgesproken; voor haar telt wat haar groepen zeggen.
cell-conflict = De groepen van deze partij spreken elkaar tegen; haar standpunt telt daarom als onbekend.
cell-own-wins = Het eigen standpunt gaat voor.
said-about = Dit telt voor elk lid dat zich niet zelf heeft uitgesproken.
said-members = Leden voor wie de groep spreekt
said-counts = { $members } leden: { $inherited } volgen de groep, { $own } spreken voor zichzelf, en voor { $conflict } zegt een andere groep iets anders.
group-says = Wat de groep zegt
group-says-nothing = Nog niets vastgelegd. Wat een groep zegt, telt voor leden die zich niet zelf hebben uitgesproken.
group-says-more = Standpunt van de groep vastleggen…
proposal-said = Gezegd door groepen
proposal-said-more = Vastleggen wat een groep zegt…

# Eigen inzet.
brief-title = Eigen inzet
brief-none = nog niet geschreven
brief-empty = Nog niets geschreven. In de eigen inzet staat wat u wilt, wat u niet kunt aanvaarden en wat uw instructie is; hij is vanaf het begin RED gemarkeerd.
brief-begin = Eigen inzet schrijven
brief-instruction = Instructie
alert-red-line = Zoals het er nu ligt, overschrijdt het voorstel uw rode lijn.
alert-instruction-late = De dag waarop de instructie uiterlijk geaccordeerd moest zijn, is verstreken.
alert-instruction-missing = De instructie is niet geaccordeerd, en op { $day } is er een bijeenkomst.

# Doelstellingen van beleid.
proposal-aims = Beleidsdoelen waaraan het bijdraagt
add-aim = Doelstelling toevoegen
all-aims = Alle doelstellingen
filter-aim = Doelstelling: { $value }

# Hindernissen door de tijd.
since-default = Terug naar een jaar eerder
heat-since = Verloop sinds { $day }
heat-not-assessed = { $count } van { $all } nog niet beoordeeld
obstacles-ranking = Rangorde
ranking-first = Eerst: { $obstacle } bij { $proposal }, van { $from } naar { $to } met ‘{ $remedy }’
ranking-worst = Weegt over alles het zwaarst: { $obstacle }, { $count } punten. Nog geen remedie zegt wat er zou overblijven.
ranking-worst-tied = Wegen over alles het zwaarst, { $count ->
    [one] elk één punt:
   *[other] elk { $count } punten:
} { $more ->
    [0] { $obstacles }.
   *[other] { $obstacles } en nog { $more }.
} Nog geen remedie zegt wat er zou overblijven.
ranking-nothing = Zodra een hindernis hoger dan 0 scoort, staat hier welke het zwaarst weegt.
ranking-weights = Weging aanpassen…
ranking-cheapest = Het makkelijkst te verkleinen
ranking-cheapest-about = Bovenaan staat waar een voorgestelde of lopende remedie per betrokken partij naar verwachting de meeste punten af haalt; een vuistregel.
ranking-none = Nog geen lopende of voorgestelde remedie zegt hoe zwaar haar hindernis daarna zou zijn.
ranking-over-all = Over alle voorstellen
ranking-by-proposal = Voorstellen
column-obstacle = Hindernis
column-severity = Ernst
column-points-off = Punten eraf
column-concerned = Betrokken partijen
column-total = Totaal
column-remains = Na remedies
column-assessed = Beoordeeld
column-weight = Weging
heat-total = Totaal: { $points }, na remedies { $remains }
heat-after = Na remedies: { $severity }
trend-worse = Erger dan op { $day }
trend-better = Minder erg dan op { $day }
trend-same = Hetzelfde als op { $day }
obstacle-concerns = Betrokken partijen
add-concern = Partij toevoegen…
ask-terminology-1 = Welke begrippen zijn omstreden?
ask-terminology-2 = Welke partij leest ze hoe?
ask-terminology-3 = Welke formulering kunnen allen aanvaarden?
ask-stakeholders-1 = Wie moet aan tafel zitten?
ask-stakeholders-2 = Wie hoeft alleen te worden gehoord?
ask-stakeholders-3 = In welke vorm?
ask-mistrust-1 = Welke partijen wantrouwen elkaar?
ask-mistrust-2 = Welke voorgeschiedenis ligt eraan ten grondslag?
ask-mistrust-3 = Welke waarborg zou helpen?
ask-opacity-1 = Hoe is te zien dat het wordt nageleefd?
ask-opacity-2 = Wat blijft verborgen?
ask-proxies-1 = Gaat de tekst ook over niet-statelijke actoren?
ask-proxies-2 = Wat zegt de tekst over de verantwoordelijkheid van een staat voor hen?
ask-weapons-1 = Wat wordt beperkt: capaciteiten, inzet, doelwit of geheimhouding?
ask-weapons-2 = Is dat te verifiëren?
ask-espionage-1 = Wat zegt de tekst over spionage?
ask-espionage-2 = Wat laat de tekst bewust onbenoemd?
ask-urgency-1 = Welke gelegenheid doet zich voor?
ask-urgency-2 = Tot wanneer?

# Remedies.
remedies = Remedies
remedies-none = Er wordt nog niets aan gedaan.
remedies-empty = Er zijn geen openstaande remedies. Voeg ze toe aan een hindernis op het scherm Hindernissen.
remedies-all = Ook afgeronde en vervallen remedies
add-remedy = Remedie toevoegen
new-remedy = Nieuwe remedie
remedy-from-library = Uit de bibliotheek…
remedy-after = { $severity } daarna
remedy-builds-on = { $kind } · bouwt voort op { $precedents }
late = Termijn verstreken
column-remedy = Remedie

# Relaties tussen partijen.
relations = Relaties
relations-empty = Nog geen relatie vastgelegd. Leg een relatie alleen vast waar die bekend is.
add-relation = Relatie toevoegen…
relation-about = Relatie tussen twee partijen
proposal-bad-pairs = Tegenstanders die elkaar wantrouwen

# Benadering.
engagement-about = Staten die nog geen kant hebben gekozen. Wat hen beweegt, is hun eigen belang.
engagement-none = Er zit nog geen partij in het kamp van de swing states.
engagement-interests = Belangen en aanbod
engagement-empty = Nog niets vastgelegd: wat deze partij voor zichzelf wil, wat u kunt bieden, en het argument vanuit haar eigen belang.
engagement-begin = Belangen vastleggen
engagement-steps = Stappen
engagement-no-steps = Nog geen stappen.
engagement-contacts = Contactpersonen
engagement-no-contacts = Nog geen contactpersonen. In de zaal worden ze nooit getoond.
add-contact = Contactpersoon toevoegen
new-contact = Nieuwe contactpersoon
add-step = Stap toevoegen
new-step = Nieuwe stap
step-due = uiterlijk { $day }
step-late = termijn verstreken: { $day }
column-next-step = Volgende stap
column-last-contact = Laatste contact
party-to-engagement = Contactpersonen, belangen, aanbod en stappen

# Kalender.
calendar-empty = Er staat niets op de agenda. Hier komen bijeenkomsten te staan, en alles met een uiterste datum.
calendar-past = Ook wat voorbij is
calendar-instruction = Instructie: akkoord uiterlijk
column-what = Wat
column-about = Over
column-who = Wie
add-meeting = Bijeenkomst toevoegen
meeting-agenda = Agenda
add-agenda = Voorstel toevoegen…
new-meeting = Nieuwe bijeenkomst

# Omstreden begrippen.
terms-found = { $count ->
    [one] Eén omstreden begrip; op de kaart staat wie er wat mee bedoelt.
   *[other] { $count } omstreden begrippen; op elke kaart staat wie er wat mee bedoelt.
}
term-wording = Neutrale formulering: { $wording }
term-wording-in = Neutrale formulering, uit { $document }: { $wording }
term-own = Omstreden begrip
term-forms-about = De vormen waarin het in een tekst voorkomt, gescheiden door komma’s.
terms-own = Begrippen van dit dossier
terms-own-none = Nog geen; naar de begrippen van de concordantie hieronder wordt altijd gezocht.
terms-library = Concordantie
add-term = Begrip toevoegen
new-term = Nieuw begrip
initiative-sets = Genummerde maatregelen: { $sets }

# Vermeldingen zonder bron.
unsourced = Vermeldingen zonder bron: { $count }
unsourced-heading = Vermeldingen zonder bron
unsourced-none = Elke vermelding met een standpunt heeft een bron.

# Wat er sinds een dag veranderde.
changes-chip = Wat is er veranderd?
changes-title = Wat is er veranderd?
changes-since = Sinds { $day }
changes-since-meeting = Sinds { $meeting }
changes-none = In deze periode is niets veranderd.
changes-no-days = Tussen { $since } en { $until } is er geen dag te vergelijken.
changes-heading = Van { $since } tot en met { $until }: { $count ->
    [0] geen veranderingen.
    [one] één verandering.
   *[other] { $count } veranderingen.
}
change-added = toegevoegd
change-deleted = verwijderd
column-from = Van
column-to = Naar
changes-of-none = Teksten, hindernissen en remedies
changes-words = weg: ‘{ $out }’, nieuw: ‘{ $in }’
changes-by-proposal = Per voorstel
changes-by-party = Per partij
changes-by-day = Per dag
changes-measured = Geteld wordt wie richting aanvaarding gaat en wie ervan weg. Vink bij een partij ‘{ $field }’ aan, dan telt de afstand tot haar eigen standpunten.
changes-measured-by = Onze kant op is dichter bij het standpunt van { $party }, van ons af is er verder vandaan; waar dat standpunt ontbreekt, telt aanvaarding.
column-way = Welke kant op
step-merge = Commentaarversie samenvoegen
step-restore = Veld terugzetten
screen-comments = Opmerkingen
comments-all = Ook afgehandelde opmerkingen
comments-empty = Hier staan de opmerkingen bij gegevens. Selecteer iets en schrijf er een opmerking onder.
comments-none = Geen opmerkingen.
comment-open = Open
comment-resolved = Afgehandeld
comment-new = Nieuwe opmerking
comment-add = Opmerking plaatsen
comment-answer = Reageren
comment-add-answer = Reactie plaatsen
comment-resolve = Afhandelen
comment-reopen = Heropenen
comment-delete = Deze opmerking verwijderen
record-history = Wijzigingen
record-history-empty = Sinds het begin is hierin niets gewijzigd.
record-added = Toegevoegd
record-deleted = Verwijderd
record-back = Teruggezet
record-restore = Terugzetten op ‘{ $value }’
history-merged = Uit commentaarversie
history-merged-by = Uit { $review }, { $time }
past-only-read = U ziet het dossier zoals het was; dat kan niet worden gewijzigd. Ga eerst terug naar nu.
past-bring-back = Dit terughalen
past-bring-back-about = In één stap wordt het hele dossier weer zoals het hier was; de stappen van daarna blijven in de geschiedenis staan, en het kan ongedaan worden gemaakt.
step-bring-back = Hele dossier terughalen
said-brought-back = Het dossier is weer zoals het daar was
page-back = Terug
page-entries = { $count ->
    [one] Eén vermelding
   *[other] { $count } vermeldingen
}
page-without-source = Zonder bron: { $count }
past-back = Terug naar nu
past-after = Zoals het was na: { $step }, door { $author }, { $time }. Hier kan niets worden gewijzigd.
past-after-unsigned = Zoals het was na: { $step }, { $time }. Hier kan niets worden gewijzigd.
past-before-all = Zoals het was vóór de eerste stap. Hier kan niets worden gewijzigd.
start-waiting = Wachten tot { $path } vrij is…
locked-heading = Vergrendeld
offer-wait = Wachten tot het vrij is
offer-copy = Aan een kopie werken…
offer-backup = Nieuwste back-up terugzetten…
offer-salvage = Redden wat leesbaar is…
offer-merge = Kopie samenvoegen
offer-rescue = Reddingskopie opslaan…
offer-again = Opnieuw proberen
offer-make-of = Er een dossier van maken…
merge-heading = { $name } samenvoegen
merge-counts = { $taken ->
    [0] Er wordt niets
    [one] Er wordt één gegeven
   *[other] Er worden { $taken } gegevens
} zonder vraag overgenomen. { $conflicts ->
    [0] Er hoeft niets te worden beslist.
    [one] Er is één beslissing nodig
   *[other] Er zijn { $conflicts } beslissingen nodig
}{ $conflicts ->
    [0] {""}
   *[other] , waarvan er nog { $undecided } openstaan.
}
merge-do = Samenvoegen
merge-rest = De rest: { $side }
merge-decide-first = Beslis eerst alles, zo nodig met ‘Later beslissen’.
merge-undecided-one = niet beslist
merge-no-conflicts = Geen conflicten: niemand heeft hetzelfde gewijzigd, en er is niets verwijderd of minder vertrouwelijk gemaakt.
merge-steps = Stappen die meekomen
merge-taken = Zonder vraag overgenomen
merge-added = Nieuw: { $what }
merge-brought-back = Teruggezet: { $what }
merge-same = { $count ->
    [one] Eén gegeven is aan beide kanten gelijk.
   *[other] { $count } gegevens zijn aan beide kanten gelijk.
}
merge-own-name = { $author } – uw naam, in de andere kopie
merge-by-their-word = Wie de stappen heeft gezet en wanneer, is wat de andere kopie vermeldt; wat ze deden, is afgeleid uit de wijzigingen zelf.
step-brought-many = { $count } gegevens wijzigen ({ $what })
merge-base = Vóór beide wijzigingen
merge-together = Met beide samen
merge-nothing-new = In deze kopie staat niets nieuws.
comments-open = Opmerkingen · { $count } open
comments-here = Opmerkingen hierbij
merge-keys = M mijn kant · T hun kant · B beide · O één · L later · ↑↓ volgende
screen-markings = Markeringen
markings-about = Hoe ruim alles mag worden verspreid. Filter, en markeer dan in één stap alles wat wordt getoond.
markings-empty = Alles wat vertrouwelijk kan zijn, staat hier met zijn markering. Er is nog niets.
markings-every-kind = Elke soort
markings-every-marking = Elke markering
markings-mark = De { $count } getoonde markeren
column-kind = Soort
screen-room = Zaal
hint-room = Page-toetsen bladeren, B maakt leeg, F bevriest, tekens leggen een standpunt vast, Ctrl+Z maakt het ongedaan
tour-leave = Rondleiding verlaten
tour-next = Volgende
tour-back = Vorige
tour-done = Klaar
tour-step = { $step } van { $steps }

# Wat in een lijst of in de matrix is geselecteerd, en wat er met alles tegelijk kan.
columns = Kolommen
columns-left = Naar links
columns-right = Naar rechts
columns-reset = Standaardkolommen herstellen
chosen-rows = { $count } geselecteerd
chosen-change = Wijzigen
chosen-stance = Standpunt invullen
chosen-to-group = Aan groep toevoegen
chosen-new-group = Nieuwe groep…
chosen-delete = Verwijderen…
chosen-no-entries = Geen vermelding geselecteerd
chosen-none = Selectie opheffen
chosen-cannot = Deze waarde is niet overal mogelijk. Er is niets gewijzigd.
copy = Kopiëren
copy-with-heads = Kopiëren met koppen
copy-bare = Kopiëren zonder koppen
copied-nothing = Er is niets geselecteerd, dus ook niets gekopieerd.
copied-rows = { $count ->
    [one] Eén regel gekopieerd
   *[other] { $count } regels gekopieerd
}
said-changed-many = { $count ->
    [0] { $what }: overal al zo
    [one] { $what }: één gewijzigd
   *[other] { $what }: { $count } gewijzigd
}
said-joined = { $count ->
    [0] Alle partijen zijn al lid van { $group }
    [one] Eén partij toegevoegd aan { $group }
   *[other] { $count } partijen toegevoegd aan { $group }
}
