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

rule-consensus = Consensus
rule-two_thirds = Tweederde
rule-majority = Gewone meerderheid
outcome-adopts = Aangenomen
outcome-fails = Verworpen
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
table-roll_calls = Stemming
table-votes = Stem

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
