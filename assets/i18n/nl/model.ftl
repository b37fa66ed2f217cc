# De woorden voor de waarden van het model: één bericht per waarde, lijst-sleutel.

language-en = English
language-nl = Nederlands

stance-champion = Trekt
stance-support = Steunt
stance-accept = Kan ermee leven
stance-reserve = Heeft bedenkingen
stance-object = Maakt bezwaar
stance-no-instructions = Geen instructie
stance-unknown = Onbekend

camp-multistakeholder = Multistakeholder
camp-swing = Swing
camp-state_oriented = Staatsgeoriënteerd
camp-unassigned = Niet ingedeeld
camp-basis-votes = Vastgelegde stemmen
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

certainty-public = In het openbaar gezegd
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
severity-none = Niet beoordeeld

meeting-kind-meeting = Bijeenkomst
meeting-kind-deadline = Termijn
meeting-kind-silence = Stilteprocedure
silence-outcome-open = Nog niet bekend
silence-outcome-broken = Stilte verbroken
silence-outcome-kept = Stilte bewaard
silence-state-running = Loopt
silence-state-ended = Afgelopen, uitkomst niet vastgelegd
silence-state-broken = Verbroken
silence-state-kept = Bewaard: akkoord

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
remedy-status-done = Gedaan
remedy-status-dropped = Vervallen

trust--2 = Vijandig
trust--1 = Wantrouwen
trust-0 = Neutraal
trust-1 = Vertrouwen
trust-2 = Bondgenoot

aim-list-actions = Vijf acties voor cybervrede
aim-list-priorities = Zes prioriteiten (2017)
aim-list-goals = Drie doelen (2023-2028)

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
table-positions = Notering
table-assessments = Beoordeling
table-agenda = Agendapunt
table-roll_calls = Stemming
table-votes = Stem
table-rivals = Concurrerende teksten
proposal-rivals = Concurrerende teksten
add-rival = Concurrerende tekst…
table-aim_tags = Doelstelling
table-briefs = Eigen inzet
table-concerns = Betrokken partij
table-remedies = Remedie
table-relations = Betrekking
table-engagements = Benadering
table-next_steps = Stap
table-terms = Begrip
table-meetings = Bijeenkomst

confidence-high = Hoog
confidence-medium-high = Vrij hoog
confidence-medium = Middelmatig
confidence-low = Laag
adopted-vote = Hoofdelijke stemming
adopted-consensus = Zonder stemming
instrument-kind-cbm = Vertrouwenwekkende maatregel
instrument-kind-norm = Norm
instrument-kind-principle = Beginsel
instrument-kind-programme = Programma

template-un-votes = VN-stemmingen over ICT-veiligheid
template-un-global-cbms = Mondiale CBM’s van de VN
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
date-today = vandaag
date-yesterday = gisteren

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
conflict-field = Beide hebben dit veld gewijzigd.
conflict-both-edited = Beide hebben dit gegeven bewerkt, elk andere velden ervan.
conflict-delete-edit = De een heeft verwijderd wat de ander heeft bewerkt.
conflict-same-key = Beide hebben er een toegevoegd, en er kan er maar één zijn.
conflict-same-code = Beide hebben er een met deze code. ‘Mijn kant’ en ‘Hun kant’ bepalen wie hem houdt; de ander krijgt een andere code. ‘Een en hetzelfde’ maakt er één van, met wat aan elk van beide hangt.
conflict-same-day = Beide hebben iets vastgelegd over dezelfde dag, of dezelfde vermelding verbeterd, en er kan er maar één gelden. De andere blijft in de geschiedenis.
conflict-loosened = Alleen de andere kant heeft dit gewijzigd, en het maakt iets minder vertrouwelijk.
conflict-decides = Alleen de andere kant heeft dit gewijzigd, en het bepaalt wiens standpunt meetelt.
conflict-setting = Alleen de andere kant heeft dit gewijzigd, en cijfers of wat zij laten zien hangen ervan af.
conflict-deleted = Alleen de andere kant heeft dit verwijderd.
conflict-only-deleted = De andere kant heeft dit verwijderd{ $along ->
    [0] .
    [one] , met één ding dat eraan hing.
   *[other] , met { $along } dingen die eraan hingen.
} ‘Mijn kant’ behoudt het.
conflict-deleted-here = U hebt dit verwijderd{ $along ->
    [0] {""}
    [one] , met één ding dat eraan hing
   *[other] , met { $along } dingen die eraan hingen
}; de andere kant heeft het bewerkt{ $added ->
    [0] .
    [one]  of er iets aan toegevoegd: één ding.
   *[other]  of er iets aan toegevoegd: { $added } dingen.
}
conflict-deleted-there = De andere kant heeft dit verwijderd{ $along ->
    [0] {""}
    [one] , met één ding dat eraan hing
   *[other] , met { $along } dingen die eraan hingen
}; u hebt het bewerkt{ $added ->
    [0] .
    [one]  of er iets aan toegevoegd: één ding.
   *[other]  of er iets aan toegevoegd: { $added } dingen.
}
decision-mine = Mijn kant
decision-theirs = Hun kant
decision-both = Beide
decision-one = Een en hetzelfde
decision-later = Later beslissen
later-remark = Te beslissen uit een samenvoeging: { $what }.
later-deleted-here = Hier is het verwijderd; de andere kant heeft het behouden.
later-deleted-there = Hier is het behouden; de andere kant heeft het verwijderd.
later-field = { $field }: hier ‘{ $mine }’, daar ‘{ $theirs }’.
later-other = Hier is het { $what }.
table-polls = Peiling
table-parked = Geparkeerd punt
table-slides = Beeld
poll-kind-temperature = Temperatuurpeiling
poll-kind-speakers = Sprekers, zonder namen
slide-title = Titelbeeld
slide-summary = De drie kampen
slide-matrix = Coalitiematrix
slide-proposal = Eén voorstel
slide-heat = Hindernissen
slide-obstacle = Eén hindernis
slide-timeline = Tijdlijn
slide-changes = Wat er veranderde
slide-parked = Geparkeerde punten
camp-names-named = Kampen bij naam
camp-names-neutral = Kampen als groep A, B en C
camp-names-hidden = Kampen niet onderscheiden
