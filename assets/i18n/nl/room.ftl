# The room: what stands on the wall, and how it is driven.
room-window = Zaal · { $marking } — CBM Workbench
room-title = Vertrouwenwekkende maatregelen voor cyberspace
room-chatham = Gehouden onder de Chatham House Rule: wat gezegd is mag worden gebruikt, niet wie het zei.
room-about-clear = Wat hier getoond wordt mag openbaar worden gemaakt.
room-about-green = Wat hier getoond wordt is voor deze gemeenschap, niet voor het publiek.
room-about-amber = Wat hier getoond wordt is voor de aanwezige organisaties en hun opdrachtgevers, voor zover zij het nodig hebben.
room-about-amber-strict = Wat hier getoond wordt is alleen voor de aanwezige organisaties, voor zover zij het nodig hebben.
room-about-red = Wat hier getoond wordt is voor de aanwezigen en voor niemand anders.
room-counted = Geteld uit wat hier te zien mag zijn, stand per { $day }
room-page = pagina { $page } van { $pages }
room-camp-a = Groep A
room-camp-b = Groep B
room-camp-c = Groep C
room-camp-others = Overige
room-everybody = Allen
room-nothing = Er is nog niets dat hier getoond mag worden.
room-withheld = Dit mag hier niet getoond worden.
room-summary = Waar de kampen staan
room-summary-about = Elk voorstel, van wie het trekt tot wie bezwaar maakt; wat onbekend is blijft hol.
room-matrix = Wie waar staat
room-tabled-by = ingediend door { $names }
room-of = { $count } van { $all }
room-can-live-with = van wie zich uitsprak kan ermee leven
room-nobody-spoke = Nog niemand sprak zich uit
room-unknown = { $count } onbekend
room-of-them-by-groups = voor { $count } sprak een groep
room-by-groups = via zijn groepen
room-groups-disagree = zijn groepen zijn het oneens
room-hatched = gearceerd: een groep zei het voor haar leden
not-assessed = niet beoordeeld
room-few = minder dan { $count ->
    [2] twee
    [3] drie
    [4] vier
    [5] vijf
    [6] zes
    [7] zeven
    [8] acht
    [9] negen
    [10] tien
   *[other] { $count }
} antwoorden, dus geen verdeling
room-temperature-few = Temperatuur, { $day }
room-speakers-few = Gezegd zonder namen, { $day }
room-in-the-way = Wat in de weg staat
room-temperature = { $count ->
    [one] Temperatuur, { $day }: één deelnemer
   *[other] Temperatuur, { $day }: { $count } deelnemers
}
room-speakers = { $count ->
    [one] Gezegd zonder namen, { $day }: één
   *[other] Gezegd zonder namen, { $day }: { $count }
}
room-heat-about = 0 hindert niet, 4 houdt het tegen, ? is niet beoordeeld; achter een pijl wat er na remedies van over zou blijven.
room-obstacle-about = Hoezeer het elk voorstel hindert: 0 niet, 4 houdt het tegen, ? niet beoordeeld
room-timeline = Van 1998 tot nu
room-timeline-about = Wat is geprobeerd en afgesproken, en de bijeenkomsten die komen.
room-changed = Wat er veranderde
room-changed-since = Sinds { $day }, het laatste eerst
room-changed-nothing = Er veranderde in die tijd niets, voor zover dat hier te zien mag zijn.
room-parked = Geparkeerd
room-parked-about = Terzijde gelegd, om op terug te komen
room-parked-nothing = Er is niets terzijde gelegd.
room-about = Wat op het scherm staat wordt apart gelezen, tot een markering die u kiest. Iets strengers komt er niet op: geen eigen inzet, geen rode lijnen, niets dat in vertrouwen is gezegd of afgeleid, niets zonder eigen markering.
room-unreadable = Er wordt niets getoond: het dossier kan niet worden gelezen
room-is-blank = Het scherm is leeg
room-is-frozen = Het scherm is bevroren
room-is-live = Het scherm volgt
room-picture = Beeld van het scherm. Houd ingedrukt om aan te wijzen.
room-keys = Page Down volgende · Page Up vorige · ↓↑ aanwijzen · B leeg · F bevriezen · Enter tonen · T tijd · S spreker · C namen · P parkeren · + 0 - ~ 1–6 vastleggen
room-camps = Hoe de kampen heten
room-dark = Donker scherm
room-timer-start = { $count ->
    [one] Eén minuut klokken
   *[other] { $count } minuten klokken
}
room-timer-stop = Nog { $left } · stoppen
room-minutes = Minuten
room-withheld-count = { $count } achtergehouden
room-release = Bij naam vrijgeven…
room-withdraw = Vrijgegeven: { $what }
room-take = Vastleggen
room-take-no-proposal = Toon een beeld van één voorstel om daarover standpunten vast te leggen.
room-take-no-speaker = Kies eerst wie spreekt (S), of leg vast zonder namen (C).
room-without-names = Zonder namen
room-speaker = Spreker: { $name }
room-no-speaker = Kies de spreker
room-choose-speaker = Wie spreekt
room-counted-speakers = Geteld zonder namen: { $counts }
room-poll = Temperatuurpeiling…
room-park = Een punt om op terug te komen
room-park-add = Parkeren
room-park-done = Opgepakt
room-order = Volgorde
room-order-proposed = Er is niets voorbereid: dit is wat er te tonen is. Bereid een volgorde voor om die te wijzigen.
room-prepare = Volgorde voorbereiden
room-slide-withheld = achtergehouden
room-move-up = Omhoog: { $what }
room-move-down = Omlaag: { $what }
room-remove = Verwijderen: { $what }
room-add-slide = Beeld toevoegen
room-all = Alle partijen
dialog-room = Zaal openen
room-open-about = Een tweede venster voor het scherm. Het toont alleen wat u hier toestaat.
room-ceiling = Tonen tot en met
room-confirm = Iedereen in de zaal mag { $marking } zien
room-where = Waar
room-in-a-window = In een venster
room-look = Uiterlijk
room-chatham-house = Chatham House Rule: standpunten vastleggen zonder namen
room-open = Openen
dialog-poll = Temperatuurpeiling
room-poll-about = Hoeveel personen elk standpunt innamen. Namen worden niet bewaard.
room-poll-keep = Vastleggen
dialog-release = Bij naam vrijgeven
room-release-about = Wat hier getoond zou kunnen worden en niet getoond wordt. Wat u vrijgeeft ziet iedereen in de zaal, tot de zaal wordt gesloten.
room-release-nothing = Er wordt niets achtergehouden.
room-release-now = Aan de zaal tonen: { $what }
room-names-off = Namen staan uit in deze zaal. Zet ze eerst aan (C).
room-release-part = Dat kan niet worden getoond: waar het deel van is wordt achtergehouden.
room-minute = { $count ->
    [one] Eén minuut
   *[other] { $count } minuten
}
dialog-wall = Dit op het scherm tonen?
wall-about = De laatste stap zou op het scherm zetten wat er nu niet staat. Het scherm blijft leeg tot u antwoordt.
wall-about-gone = De laatste stap gaat terug tot vóór de opening van de zaal en zou het scherm veranderen, dat leeg blijft tot u antwoordt.
wall-gone = { $count ->
    [one] Eén gegeven zou van het scherm verdwijnen.
   *[other] { $count } gegevens zouden van het scherm verdwijnen.
}
wall-keep-hidden = Verborgen houden
wall-stay-blank = Scherm leeg laten
wall-take-back = Stap terugnemen
wall-show = Aan de zaal tonen
dialog-names = Met namen vastleggen?
names-question = Vanaf nu worden standpunten vastgelegd met de naam van wie ze innam. Staat de vergadering dat toe?
names-without = Doorgaan zonder namen
names-with = De vergadering staat het toe
said-taken-back = Het laatste dat zonder naam is gezegd, is teruggenomen.
said-counted-again = Het laatste dat zonder naam is gezegd, telt weer mee.
said-tally-kept = Wat in de vorige zaal zonder namen is gezegd, staat in het dossier.
room-open-live = Zaal open · { $marking }
room-open-blank = Zaal open · { $marking } · leeg
room-open-frozen = Zaal open · { $marking } · bevroren
room-open-asks = Zaal open · { $marking } · een vraag wacht
room-release-what = Wat getoond zou worden
room-release-words = De woorden zelf komen niet op het scherm; het standpunt wel.
room-release-label = Het scherm draagt vanaf dan de markering { $marking }.
room-why-marking = strenger gemarkeerd dan deze zaal
room-why-no-marking = geen eigen markering: die van het dossier
room-why-brief = uw eigen inzet
room-why-kept = achtergehouden in deze zaal
room-why-part = deel van wat achtergehouden wordt
room-asks = Het scherm is leeg tot u antwoordt
wall-count = { $count ->
    [one] Eén gegeven zou verschijnen of anders luiden
   *[other] { $count } gegevens zouden verschijnen of anders luiden
}
wall-kept = Dit hebt u verborgen gehouden. Als u het toont, ziet de zaal het allemaal.
wall-kept-nothing = Van wat u verborgen hield kan niets worden getoond: het is er niet meer, of strenger gemarkeerd dan deze zaal.
room-kept = { $count ->
    [one] Verborgen gehouden: één gegeven…
   *[other] Samen verborgen gehouden: { $count } gegevens…
}
dialog-leave-room = De zaal sluiten?
leave-room-about = Er is een zaal open. Om door te gaan moet die dicht: het venster verdwijnt, en wie naar de muur kijkt ziet wat erachter staat.
leave-room-stay = Zaal open houden
leave-room-go = Zaal sluiten en doorgaan
room-not-shown-yet = { $count ->
    [one] één nog niet getoond
   *[other] { $count } nog niet getoond
}
room-taken-back = niet getoond: er is er een teruggenomen, en sindsdien kwamen er te weinig bij
