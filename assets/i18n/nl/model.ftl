# De woorden voor de waarden van het model: één bericht per waarde, lijst-sleutel.

language-en = English
language-nl = Nederlands

stance-champion = Voortrekker
stance-support = Steunt
stance-accept = Kan ermee leven
stance-reserve = Heeft bedenkingen
stance-object = Maakt bezwaar
stance-no-instructions = Geen instructie
stance-unknown = Onbekend

camp-multistakeholder = Multistakeholder
camp-swing = Swing states
camp-state_oriented = Staatsgeoriënteerd
camp-unassigned = Niet ingedeeld
camp-basis-votes = Geregistreerde stemmingen
camp-basis-user = Eigen oordeel
camp-basis-none = Te weinig stemmen
side-multistakeholder = Multistakeholder
side-state_oriented = Staatsgeoriënteerd

party-kind-state = Staat
party-kind-intergovernmental_organisation = Intergouvernementele organisatie
party-kind-company = Bedrijf
party-kind-civil_society = Maatschappelijke organisatie
party-kind-academia = Wetenschap
party-kind-technical_community = Technische gemeenschap

group-kind-organisation = Organisatie
group-kind-treaty = Verdrag
group-kind-forum = Forum
group-kind-expert_group = Expertgroep
group-kind-sponsors = Indieners van een tekst
group-kind-category = VN-categorie

measure-transparency = Transparantie
measure-cooperation = Samenwerking
measure-communication = Communicatie
measure-restraint = Terughoudendheid
measure-capacity_building = Capaciteitsopbouw

bindingness-voluntary = Vrijwillig
bindingness-politically_binding = Politiek bindend
bindingness-legally_binding = Juridisch bindend

scope-global = Mondiaal
scope-regional = Regionaal
scope-bilateral = Bilateraal

status-idea = Idee
status-tabled = Ingediend
status-under_negotiation = In onderhandeling
status-agreed_ad_referendum = Akkoord ad referendum
status-adopted = Aangenomen
status-dropped = Vervallen

forum-session = Zitting
forum-statement = Verklaring
forum-bilateral = Bilateraal
forum-informal = Informeel

certainty-public = Openlijk gezegd
certainty-in_room = In de zaal gezegd
certainty-in_confidence = In vertrouwen verteld
certainty-inferred = Afgeleid

source-kind-resolution = Resolutie, besluit of verdrag
source-kind-roll_call = Stemverslag
source-kind-report = Rapport
source-kind-statement = Verklaring
source-kind-conversation = Gesprek
source-kind-publication = Publicatie
source-kind-other = Overig

ballot-yes = Voor
ballot-no = Tegen
ballot-abstain = Onthouding
ballot-unknown = Onbekend

obstacle-terminology = Geen eenduidige terminologie
obstacle-stakeholders = Te veel belanghebbenden
obstacle-mistrust = Diepgeworteld wantrouwen
obstacle-opacity = Cyberspace is ondoorzichtig
obstacle-proxies = Gebruik van proxies
obstacle-weapons = Cyberwapens
obstacle-espionage = Cyberspionage
obstacle-urgency = Noodzaak wordt niet gevoeld

severity-0 = Geen belemmering
severity-1 = Licht
severity-2 = Matig
severity-3 = Ernstig
severity-4 = Blokkeert
salience-1 = Van gering belang
salience-2 = Van enig belang
salience-3 = Van belang
salience-4 = Van groot belang
salience-5 = Van vitaal belang
severity-none = Niet beoordeeld

city-abuja = Abuja
city-abu-dhabi = Abu Dhabi
city-addis-ababa = Addis Abeba
city-amman = Amman
city-ankara = Ankara
city-athens = Athene
city-bangkok = Bangkok
city-beijing = Peking
city-berlin = Berlijn
city-bogota = Bogota
city-brasilia = Brasilia
city-brussels = Brussel
city-bucharest = Boekarest
city-buenos-aires = Buenos Aires
city-cairo = Caïro
city-canberra = Canberra
city-doha = Doha
city-dublin = Dublin
city-geneva = Genève
city-helsinki = Helsinki
city-jakarta = Jakarta
city-kyiv = Kyiv
city-lisbon = Lissabon
city-london = Londen
city-madrid = Madrid
city-mexico-city = Mexico-Stad
city-moscow = Moskou
city-nairobi = Nairobi
city-new-delhi = New Delhi
city-new-york = New York
city-ottawa = Ottawa
city-paris = Parijs
city-pretoria = Pretoria
city-riyadh = Riyad
city-rome = Rome
city-santiago = Santiago
city-seoul = Seoul
city-singapore = Singapore
city-stockholm = Stockholm
city-strasbourg = Straatsburg
city-tallinn = Tallinn
city-tehran = Teheran
city-the-hague = Den Haag
city-tokyo = Tokio
city-vienna = Wenen
city-warsaw = Warschau
city-washington = Washington
city-wellington = Wellington
meeting-kind-meeting = Bijeenkomst
meeting-kind-deadline = Uiterste datum
meeting-kind-silence = Stilteprocedure
silence-outcome-open = Nog niet bekend
silence-outcome-broken = Stilte doorbroken
silence-outcome-kept = Stilte niet doorbroken
silence-state-running = Loopt
silence-state-ended = Afgelopen, uitkomst niet vastgelegd
silence-state-broken = Doorbroken
silence-state-kept = Niet doorbroken: akkoord

instruction-none = Geen
instruction-draft = Concept
instruction-cleared = Geaccordeerd

remedy-kind-wording = Formulering
remedy-kind-participation = Deelname
remedy-kind-communication = Communicatie
remedy-kind-consultation = Overleg
remedy-kind-transparency = Transparantie
remedy-kind-verification = Verificatie
remedy-kind-restraint = Terughoudendheid
remedy-kind-capacity_building = Capaciteitsopbouw
remedy-kind-partnership = Partnerschap
remedy-kind-timetable = Tijdpad

remedy-status-proposed = Voorgesteld
remedy-status-under_way = In uitvoering
remedy-status-done = Afgerond
remedy-status-dropped = Vervallen

trust--2 = Vijandig
trust--1 = Wantrouwen
trust-0 = Neutraal
trust-1 = Vertrouwen
trust-2 = Bondgenoot

aim-list-actions = Vijf acties voor cybervrede
aim-list-priorities = Zes prioriteiten (2017)
aim-list-goals = Drie doelen (2023–2028)

counts-as-for = Voor
counts-as-abstain = Onthouding
counts-as-against = Tegen
counts-as-unknown = Onbekend
procedure-consensus = Consensus
procedure-silence = Stilteprocedure
procedure-two_thirds = Twee derde
procedure-majority = Gewone meerderheid
procedure-sponsorship = Indieners werven
decided-adopted = Aangenomen
decided-rejected = Niet aangenomen
decided-postponed = Uitgesteld
decided-withdrawn = Ingetrokken
rule-consensus = Consensus
rule-two_thirds = Twee derde
rule-majority = Gewone meerderheid
outcome-adopts = Slaagt
outcome-fails = Strandt
outcome-open = Open

table-dossier = Dossier
table-parties = Partij
table-groups = Groep
table-memberships = Lidmaatschap
table-sources = Bron
table-proposals = Voorstel
table-sponsors = Indiener
table-positions = Vermelding
table-assessments = Beoordeling
table-agenda = Agendapunt
table-roll_calls = Geregistreerde stemming
table-votes = Stem
table-aliases = Andere naam
other-names = Andere namen
other-name-new = Nog een naam
other-name-add = Deze naam toevoegen
table-saved_views = Bewaarde weergave
table-rivals = Concurrerende tekst
proposal-rivals = Concurrerende teksten
pair-first = Tekst
pair-second = Concurrerende tekst
pair-both = Voor beide
pair-only-first = Alleen voor de eerste
pair-only-second = Alleen voor de tweede
pair-neither = Voor geen van beide
pair-unknown = Onbekend
pair-all = Allen die beslissen
pair-split = Voor beide: { $both } · alleen voor { $first }: { $one } · alleen voor { $second }: { $other } · voor geen van beide: { $neither } · onbekend: { $unknown }
add-rival = Concurrerende tekst toevoegen
table-aim_tags = Doelstelling
table-briefs = Eigen inzet
table-concerns = Betrokken partij
table-remedies = Remedie
table-relations = Relatie
table-engagements = Relatieopbouw
table-contacts = Contactpersoon
table-next_steps = Stap
table-terms = Begrip
table-meetings = Bijeenkomst

confidence-high = Hoog
confidence-medium-high = Vrij hoog
confidence-medium = Middelmatig
confidence-low = Laag
adopted-vote = Geregistreerde stemming
adopted-consensus = Zonder stemming
instrument-kind-cbm = Vertrouwenwekkende maatregel
instrument-kind-norm = Norm
instrument-kind-principle = Beginsel
instrument-kind-programme = Programma

template-un-votes = VN-stemmingen over ICT-veiligheid
template-un-global-cbms = Mondiale CBM’s van de VN
template-global-mechanism = Mondiaal mechanisme van de VN
template-osce-cbms = CBM’s van de OVSE
template-empty = Leeg dossier

step-kind-do = Gedaan
step-kind-undo = Ongedaan gemaakt
step-kind-redo = Opnieuw gedaan

month-1 = jan.
month-2 = feb.
month-3 = mrt.
month-4 = apr.
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = aug.
month-9 = sep.
month-10 = okt.
month-11 = nov.
month-12 = dec.

# De regio’s van de VN (M49), zoals de bibliotheek ze noemt.
region-africa = Afrika
region-americas = Amerika
region-asia = Azië
region-australia-and-new-zealand = Australië en Nieuw-Zeeland
region-caribbean = Caraïben
region-central-america = Midden-Amerika
region-central-asia = Centraal-Azië
region-eastern-africa = Oost-Afrika
region-eastern-asia = Oost-Azië
region-eastern-europe = Oost-Europa
region-europe = Europa
region-latin-america-and-the-caribbean = Latijns-Amerika en de Caraïben
region-melanesia = Melanesië
region-micronesia = Micronesië
region-middle-africa = Midden-Afrika
region-northern-africa = Noord-Afrika
region-northern-america = Noord-Amerika
region-northern-europe = Noord-Europa
region-oceania = Oceanië
region-polynesia = Polynesië
region-south-america = Zuid-Amerika
region-south-eastern-asia = Zuidoost-Azië
region-southern-africa = Zuidelijk Afrika
region-southern-asia = Zuid-Azië
region-southern-europe = Zuid-Europa
region-sub-saharan-africa = Afrika bezuiden de Sahara
region-western-africa = West-Afrika
region-western-asia = West-Azië
region-western-europe = West-Europa
table-comments = Opmerking
conflict-field = Beide kanten hebben dit veld gewijzigd.
conflict-both-edited = Beide versies zijn bewerkt, in verschillende velden.
conflict-delete-edit = De ene kant heeft verwijderd wat de andere heeft bewerkt.
conflict-same-key = Beide kanten hebben er een toegevoegd, en er kan er maar één zijn.
conflict-same-code = Beide kanten hebben een gegeven met deze code. ‘Mijn kant’ en ‘Hun kant’ bepalen welk gegeven de code houdt; het andere krijgt een andere code. ‘Een en hetzelfde’ maakt er één gegeven van, met alles wat bij elk van beide hoort.
conflict-same-day = Beide kanten hebben iets vastgelegd over dezelfde dag, of dezelfde vermelding gecorrigeerd, en er kan er maar één gelden. De andere blijft in de geschiedenis.
conflict-loosened = Alleen de andere kant heeft dit gewijzigd, en het maakt iets minder vertrouwelijk.
conflict-decides = Alleen de andere kant heeft dit gewijzigd, en het bepaalt wiens standpunt meetelt.
conflict-setting = Alleen de andere kant heeft dit gewijzigd, en het werkt door in de cijfers of in wat die laten zien.
conflict-deleted = Alleen de andere kant heeft dit verwijderd.
conflict-only-deleted = De andere kant heeft dit verwijderd{ $along ->
    [0] .
    [one] , met één gegeven dat erbij hoorde.
   *[other] , met { $along } gegevens die erbij hoorden.
} ‘Mijn kant’ behoudt het.
conflict-deleted-here = U hebt dit verwijderd{ $along ->
    [0] {""}
    [one] , met één gegeven dat erbij hoorde
   *[other] , met { $along } gegevens die erbij hoorden
}; de andere kant heeft het bewerkt{ $added ->
    [0] .
    [one] {" "}of er iets aan toegevoegd: één gegeven.
   *[other] {" "}of er iets aan toegevoegd: { $added } gegevens.
}
conflict-deleted-there = De andere kant heeft dit verwijderd{ $along ->
    [0] {""}
    [one] , met één gegeven dat erbij hoorde
   *[other] , met { $along } gegevens die erbij hoorden
}; u hebt het bewerkt{ $added ->
    [0] .
    [one] {" "}of er iets aan toegevoegd: één gegeven.
   *[other] {" "}of er iets aan toegevoegd: { $added } gegevens.
}
decision-mine = Mijn kant
decision-theirs = Hun kant
decision-both = Beide
decision-one = Een en hetzelfde
decision-later = Later beslissen
later-remark = Te beslissen na een samenvoeging: { $what }.
later-deleted-here = Hier is het verwijderd; de andere kant heeft het behouden.
later-deleted-there = Hier is het behouden; de andere kant heeft het verwijderd.
later-field = { $field }: hier ‘{ $mine }’, daar ‘{ $theirs }’.
later-other = Hier is het { $what }.
table-polls = Peiling
table-parked = Geparkeerd punt
table-slides = Dia
poll-kind-temperature = Informele peiling
poll-kind-speakers = Sprekers, zonder namen
slide-title = Titeldia
slide-summary = De drie kampen
slide-matrix = Coalitiematrix
slide-proposal = Eén voorstel
slide-decision = Stand van een besluit
slide-text = Tekst van een voorstel
slide-heat = Hindernissen
slide-ranking = Welke hindernis weegt het zwaarst
slide-obstacle = Eén hindernis
slide-timeline = Tijdlijn
slide-changes = Wat is er veranderd?
slide-parked = Geparkeerde punten
drift-our-way = Onze kant op
drift-from-us = Van ons af
drift-towards = Richting aanvaarding
drift-away = Weg van aanvaarding
drift-smaller = Hindernis kleiner
drift-larger = Hindernis groter
camp-names-named = Kampen bij naam
camp-names-neutral = Kampen als groep A, B en C
camp-names-hidden = Kampen niet onderscheiden
text-shows-change = Teksten: wat er is gewijzigd
text-shows-result = Teksten: zoals ze luiden
text-shows-both = Teksten: eerst de wijziging, dan zoals ze luiden

layout-positions = Standpunten, één per rij
layout-matrix = Matrix: een partij per rij, een voorstel per kolom
layout-matrix-turned = Matrix: een voorstel per rij, een partij per kolom
layout-rollcalls = Stemmingen, de stem van één partij per rij
layout-rollcalls-wide = Stemmingen, één per rij, een partij per kolom
layout-parties = Partijen
layout-proposals = Voorstellen
layout-memberships = Lidmaatschappen
layout-memberships-crosses = Lidmaatschappen: een partij per rij, een groep per kolom, een kruisje voor een lid
layout-sources = Bronnen
layout-contacts = Contacten en belangen
layout-obstacles = Hindernissen: hoe zwaar elk bij een voorstel weegt
layout-remedies = Remedies

heads-lower = De onderste regel benoemt de kolommen, de bovenste wordt niet gelezen
heads-both = Beide regels samen benoemen een kolom
heads-last = De bovenste regel benoemt de kolommen, daaronder wordt alleen de laatste gelezen
heads-parts = De bovenste regel benoemt de kolommen, de onderste zegt wat er in elke staat
heads-days = De ene regel benoemt de kolommen, de andere geeft de dag
holds-party = Partij
holds-proposal = Voorstel
holds-stance = Standpunt of stem
holds-cells = Standpunten of stemmen
holds-number = Nummer van de stemming
holds-date = Dag
holds-source = Bron
holds-confidence = Zekerheid
holds-marking = Markering
holds-forum = Forum
holds-salience = Gewicht
holds-condition = Zou opschuiven als
holds-reason = Waarom niet
holds-hold = Wacht op de hoofdstad
holds-note = Notitie
holds-code = Code
holds-iso2 = Tweelettercode
holds-name = Naam of titel
holds-name-nl = Naam of titel in het Nederlands
holds-kind = Soort
holds-decides = Beslist
holds-region = Regio
holds-subregion = Subregio
holds-alias = Andere namen
holds-summary = Samenvatting
holds-text = Tekst
holds-status = Status
holds-bindingness = Hoe het bindt
holds-scope = Reikwijdte
holds-sponsor = Indieners
holds-group = Groep
holds-since = Sinds
holds-until = Tot en met
holds-issuer = Uitgegeven door
holds-link = Koppeling
holds-economic = Economische belangen
holds-social = Maatschappelijke belangen
holds-security = Veiligheidsbelangen
holds-development = Ontwikkelingsbelangen
holds-tags = Trefwoorden
holds-offer = Wat geboden kan worden
holds-argument = Argument
holds-person = Persoon
holds-first-name = Voornaam
holds-infix = Tussenvoegsel
holds-function = Functie
holds-email = E-mail
holds-phone = Telefoon
holds-organisation = Ministerie of organisatie
holds-language = Talen
holds-step = Volgende stap
holds-owner = Verantwoordelijke
holds-due = Uiterlijk
holds-obstacle = Hindernis
holds-severity = Ernst
holds-rationale = Toelichting
holds-severity-after = Ernst daarna
holds-precedent = Bouwt voort op

fate-new = Nieuw
fate-changed = Gewijzigd
fate-same = Hetzelfde
fate-silent = Geen standpunt ingenomen
fate-left-out = Weggelaten
fate-wrong = Fout

same-entry = dezelfde partij, hetzelfde voorstel en dezelfde dag
same-stance = dezelfde partij en hetzelfde voorstel
same-vote = dezelfde partij in dezelfde geregistreerde stemming
same-roll-call = dezelfde geregistreerde stemming
same-party = dezelfde partij
same-proposal = hetzelfde voorstel
same-membership = dezelfde partij in dezelfde groep
same-source = dezelfde bron
same-contact = dezelfde persoon bij dezelfde partij
same-assessment = dezelfde hindernis bij hetzelfde voorstel op dezelfde dag
same-remedy = dezelfde remedie

# Soorten gegevens, in het meervoud.

many-parties = Partijen
many-groups = Groepen
many-memberships = Lidmaatschappen
many-aliases = Andere namen
many-sources = Bronnen
many-proposals = Voorstellen
many-sponsors = Indieners
many-saved_views = Bewaarde weergaven
many-rivals = Concurrerende teksten
many-versions = Versies
many-paragraphs = Alinea’s
many-asks = Eigen formuleringen
many-rulings = Oordelen over een formulering
many-word_stances = Standpunten over woorden
many-aim_tags = Doelstellingen
many-positions = Vermeldingen
many-briefs = Eigen inzet
many-assessments = Beoordelingen
many-concerns = Betrokken partijen
many-remedies = Remedies
many-relations = Relaties
many-engagements = Relatieopbouw
many-next_steps = Stappen
many-contacts = Contactpersonen
many-terms = Begrippen
many-meetings = Bijeenkomsten
many-roll_calls = Geregistreerde stemmingen
many-votes = Stemmen
many-scenarios = Scenario’s
many-scenario_moves = Aangenomen stappen
many-agenda = Agendapunten
many-comments = Opmerkingen
many-polls = Peilingen
many-parked = Geparkeerde punten
many-slides = Dia’s
