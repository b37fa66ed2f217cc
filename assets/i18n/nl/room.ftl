# The room: what stands on the wall, and how it is driven.
room-window = Zaal · { $marking } — CBM Workbench
room-title = Vertrouwenwekkende maatregelen voor cyberspace
room-chatham = Gehouden onder de Chatham House Rule: wat is gezegd, mag worden gebruikt, maar niet wie het zei.
room-about-clear = Wat hier wordt getoond, mag openbaar worden gemaakt.
room-about-green = Wat hier wordt getoond, is voor deze gemeenschap en niet voor het publiek.
room-about-amber = Wat hier wordt getoond, is voor de aanwezige organisaties en hun klanten, voor zover zij het nodig hebben.
room-about-amber-strict = Wat hier wordt getoond, is alleen voor de aanwezige organisaties, voor zover zij het nodig hebben.
room-about-red = Wat hier wordt getoond, is voor de aanwezigen en voor niemand anders.
room-counted = Geteld op basis van wat hier mag worden getoond, stand per { $day }
room-page = pagina { $page } van { $pages }
room-camp-a = Groep A
room-camp-b = Groep B
room-camp-c = Groep C
room-camp-others = Overige
room-everybody = Allen
room-nothing = Er is nog niets dat hier mag worden getoond.
room-withheld = Dit mag hier niet worden getoond.
room-summary = Waar de kampen staan
room-summary-about = Elk voorstel, van voortrekkers tot wie bezwaar maakt; wat onbekend is, blijft hol.
room-matrix = Wie waar staat
room-tabled-by = { $more ->
    [0] ingediend door { $names }
    [one] ingediend door { $names } en nog één andere
   *[other] ingediend door { $names } en { $more } andere
}
room-of = { $count } van de { $all }
room-can-live-with = { $spoken ->
    [one] die zich uitsprak,
   *[other] die zich uitspraken,
} { $live ->
    [one] kan ermee leven
   *[other] kunnen ermee leven
}
room-nobody-spoke = Nog niemand sprak zich uit
room-unknown = { $count } onbekend
room-of-them-by-groups = { $count } via een groep
room-by-groups = via een groep
room-groups-disagree = groepen zijn het oneens
room-hatched = gearceerd: door een groep gezegd voor haar leden
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
room-temperature-few = Informele peiling, { $day }
room-speakers-few = Gezegd zonder namen, { $day }
room-in-the-way = Wat in de weg staat
room-temperature = { $count ->
    [one] Informele peiling, { $day }: één deelnemer
   *[other] Informele peiling, { $day }: { $count } deelnemers
}
room-speakers = { $count ->
    [one] Gezegd zonder namen, { $day }: één
   *[other] Gezegd zonder namen, { $day }: { $count }
}
room-heat-about = 0 belemmert niet, 4 blokkeert, ? is niet beoordeeld; achter een pijl wat er na remedies zou overblijven.
room-ranking-about = De ernst over alle voorstellen opgeteld, alle acht even zwaar; achter een pijl, en als lichte balk erin, wat er na remedies zou overblijven.
room-ranking-assessed = { $shown } van { $all } beoordeeld
room-obstacle-about = Hoezeer het elk voorstel belemmert: 0 helemaal niet, 4 blokkeert het, ? niet beoordeeld
room-timeline = Van { $year } tot heden
room-timeline-about = Wat is geprobeerd en afgesproken, en de komende bijeenkomsten.
room-changed = Wat is er veranderd?
room-changed-since = Sinds { $day }, het laatste eerst
room-changed-nothing = In die periode is niets veranderd, voor zover dat hier mag worden getoond.
room-parked = Geparkeerd
room-parked-about = Terzijde gelegd, om op terug te komen
room-parked-nothing = Er is niets terzijde gelegd.
room-about = Wat op het zaalscherm komt, wordt afzonderlijk gelezen, tot en met een markering die u kiest. Wat strenger is gemarkeerd, komt er niet op: geen eigen inzet, geen rode lijnen, niets wat in vertrouwen is verteld of is afgeleid, niets zonder eigen markering.
room-unreadable = Er wordt niets getoond: het dossier kan niet worden gelezen
room-is-blank = Het zaalscherm is leeg
room-is-frozen = Het zaalscherm is bevroren
room-is-live = Het zaalscherm volgt u
room-picture = Beeld van het zaalscherm. Houd ingedrukt om aan te wijzen.
room-keys = Page Down volgende · Page Up vorige · ↓↑ aanwijzen · B leeg · F bevriezen · Enter tonen · T tijd · S spreker · C namen · P parkeren · + 0 - ~ 1–6 vastleggen
room-camps = Benaming van de kampen
room-dark = Donker zaalscherm
room-timer-start = { $count ->
    [one] Timer: één minuut
   *[other] Timer: { $count } minuten
}
room-timer-stop = Nog { $left } · stoppen
room-minutes = Minuten
room-withheld-count = { $count } achtergehouden
room-release = Bij naam vrijgeven…
room-withdraw = Vrijgegeven: { $what }
room-take = Standpunt vastleggen
room-take-no-proposal = Toon een dia van één voorstel om daarover standpunten vast te leggen.
room-take-obstacle = Beoordeel hindernissen op het scherm Hindernissen, waar M ze voor de zaal markeert. Standpunten legt u vast op een dia van één voorstel.
room-take-no-speaker = Kies eerst wie spreekt (S), of leg vast zonder namen (C).
room-without-names = Zonder namen
room-speaker = Spreker: { $name }
room-no-speaker = Kies de spreker
room-choose-speaker = Wie spreekt
room-counted-speakers = Geteld zonder namen: { $counts }
room-poll = Informele peiling…
room-park = Een punt om op terug te komen
room-park-add = Parkeren
room-park-done = Opgepakt
room-order = Volgorde
room-order-proposed = Er is niets voorbereid: dit is wat er kan worden getoond. Bereid een volgorde voor om die te wijzigen.
room-prepare = Volgorde voorbereiden
room-slide-withheld = achtergehouden
room-slide-kept = Een wijziging van deze dia blijft verborgen.
room-move-up = Omhoog: { $what }
room-move-down = Omlaag: { $what }
room-remove = Verwijderen: { $what }
room-add-slide = Dia toevoegen
room-slide-added = De dia is na de huidige toegevoegd.
room-all = Alle partijen
dialog-room = Zaal openen
room-open-about = Een tweede venster, voor het zaalscherm. Het toont alleen wat u hier toestaat.
room-ceiling = Tonen tot en met
room-confirm = Iedereen in de zaal mag { $marking } zien
room-where = Waar
room-in-a-window = In een venster
room-look = Weergave
room-chatham-house = Chatham House Rule: standpunten vastleggen zonder namen
room-open = Openen
dialog-poll = Informele peiling
room-poll-about = Hoeveel personen elk standpunt innamen. Namen worden niet bewaard.
room-poll-keep = Vastleggen
dialog-release = Bij naam vrijgeven
room-release-about = Wat wordt achtergehouden en kan worden getoond: wat bij de dia hoort of, zodra u typt, alles behalve standpunten over andere voorstellen. Wat u vrijgeeft, ziet iedereen in de zaal, tot de zaal wordt gesloten.
room-release-nothing = Er wordt niets achtergehouden.
room-release-elsewhere = Bij deze dia wordt niets achtergehouden. Standpunten vindt u bij een dia over hun voorstel.
room-release-no-match = Niets wat hier wordt achtergehouden, heet zo. Standpunten vindt u bij een dia over hun voorstel.
room-release-now = Aan de zaal tonen: { $what }
room-names-off = Namen staan uit in deze zaal. Zet ze eerst aan (C).
room-release-part = Dat kan niet worden getoond: het gegeven waar het bij hoort, wordt achtergehouden.
room-minute = { $count ->
    [one] Eén minuut
   *[other] { $count } minuten
}
dialog-wall = Dit op het zaalscherm tonen?
wall-about = De laatste stap zou op het zaalscherm zetten wat er nu niet staat. Het zaalscherm blijft leeg tot u antwoordt. Wat u verborgen houdt, blijft verborgen tot u het toont of de zaal sluit.
wall-about-gone = De laatste stap gaat terug tot vóór de opening van de zaal en zou het zaalscherm veranderen, dat leeg blijft tot u antwoordt.
wall-gone = { $count ->
    [one] Eén gegeven zou van het zaalscherm verdwijnen.
   *[other] { $count } gegevens zouden van het zaalscherm verdwijnen.
}
wall-keep-hidden = Verborgen houden
wall-stay-blank = Zaalscherm leeg laten
wall-take-back = Stap ongedaan maken
wall-show = Aan de zaal tonen
dialog-names = Met namen vastleggen?
room-imports = Er is niets vastgelegd: rond eerst de import af, of annuleer die.
names-question = Vanaf nu worden standpunten vastgelegd met de naam van wie ze innam. Staat de vergadering dat toe?
names-without = Doorgaan zonder namen
names-with = De vergadering staat het toe
said-taken-back = Het laatste standpunt dat zonder naam is gegeven, telt niet meer mee.
said-counted-again = Het laatste standpunt dat zonder naam is gegeven, telt weer mee.
said-tally-kept = Wat in de vorige zaal zonder namen is gezegd, staat in het dossier.
room-open-live = Zaal open · { $marking }
room-open-blank = Zaal open · { $marking } · leeg
room-open-frozen = Zaal open · { $marking } · bevroren
room-open-asks = Zaal open · { $marking } · er wacht een vraag
room-release-what = Wat zou worden getoond
room-release-words = De woorden zelf komen niet op het zaalscherm; het standpunt wel.
room-release-label = Het zaalscherm draagt vanaf dan de markering { $marking }.
room-why-marking = strenger gemarkeerd dan deze zaal
room-why-no-marking = geen eigen markering: die van het dossier geldt
room-why-brief = uw eigen inzet
room-supposed = Aangenomen, niet gezegd: ‘{ $scenario }’
room-why-scenario = wat u van anderen veronderstelt
room-why-kept = achtergehouden in deze zaal
room-why-part = deel van wat wordt achtergehouden
room-asks = Het zaalscherm is leeg tot u antwoordt
wall-count = { $count ->
    [one] Eén gegeven zou verschijnen of anders luiden
   *[other] { $count } gegevens zouden verschijnen of anders luiden
}
wall-kept = Dit hebt u verborgen gehouden. Als u het toont, ziet de zaal alles ervan.
wall-kept-nothing = Van wat u verborgen hield, is niets te tonen: het bestaat niet meer, staat ongewijzigd op het zaalscherm doordat de wijziging ongedaan is gemaakt, is strenger gemarkeerd dan deze zaal, of blijft door een ander antwoord verborgen.
room-kept = { $count ->
    [one] Verborgen gehouden: één gegeven…
   *[other] Samen verborgen gehouden: { $count } gegevens…
}
dialog-leave-room = De zaal sluiten?
leave-room-about = Er is een zaal open. Om door te gaan moet die worden gesloten: het venster verdwijnt, en wie naar het zaalscherm kijkt, ziet wat erachter staat.
leave-room-stay = Zaal open houden
leave-room-go = Zaal sluiten en doorgaan
close-room-about = Het venster verdwijnt, en wie naar het zaalscherm kijkt, ziet wat erachter staat.
close-room-go = Zaal nu sluiten
room-closed = De zaal is gesloten. Met Ctrl+E op het scherm Zaal maakt u een verslag van wat is getoond en gezegd.
room-not-shown-yet = { $count ->
    [one] één nog niet getoond
   *[other] { $count } nog niet getoond
}
room-taken-back = niet getoond: het zou afzonderlijke antwoorden prijsgeven
room-taken-back-how = Naast de eerder getoonde verdeling zou deze minder dan { $count } antwoorden prijsgeven. Ze wordt weer getoond zodra is herhaald wat is teruggenomen.

# Teksten op het zaalscherm.
room-text-since = Gewijzigd sinds { $version }
room-text-new = Nieuw sinds { $version }
room-text-same = Ongewijzigd sinds { $version }
room-text-stands = Huidige tekst
room-text-amendments = Amendementen
room-text-adds = Toevoegen
room-text-deletes = Schrappen
room-text-replaces = Vervangen
room-text-alternative = Alternatief
room-text-chair = Voorstel van de voorzitter · niet overeengekomen
room-text-gone = Dit staat niet in { $version }, voor zover dat hier mag worden getoond.
room-text-shows = Wat het zaalscherm van een tekst toont
room-text-names = Namen achter haken
room-no-texts = Nog geen voorstel heeft een tekst.
room-texts-none = Er is geen tekst te kiezen: voor deze zaal is elke tekst te streng gemarkeerd, of heeft die geen eigen markering.
room-texts-more = Andere teksten zijn niet te kiezen: ze zijn voor deze zaal te streng gemarkeerd, of hebben geen eigen markering.
room-draft = Andere woorden voor { $number }, als voorstel van de voorzitter
room-draft-about = Wat u typt, staat meteen op het zaalscherm als voorstel van de voorzitter, en verder nergens. Met Overnemen (Ctrl+Enter) komt het in de tekst, tussen haken en op niemands naam.
room-draft-waits = Dit komt op het zaalscherm zodra het haakje is gesloten: een half getypte naam kan een naam zijn die niet voor deze zaal is.
room-take-over = Overnemen
room-drop-draft = Weggooien
room-taken-over = Overgenomen in { $number }, tussen haken; Ctrl+Z draait dat terug.
room-taken-over-marked = Overgenomen in { $number }, tussen haken. Deze zaal is { $marking }, en { $number } nu dus ook; Ctrl+Z draait dat terug.
leave-room-typed = { $count ->
    [one] Wat voor één alinea is getypt, is niet overgenomen en gaat verloren.
   *[other] Wat voor { $count } alinea’s is getypt, is niet overgenomen en gaat verloren.
}
room-release-along = { $count ->
    [one] Er komt één gegeven mee, omdat het minder streng gemarkeerd is of er deel van uitmaakt:
   *[other] Er komen { $count } gegevens mee, omdat ze minder streng gemarkeerd zijn of er deel van uitmaken:
}
room-release-under = Het is pas te zien als ook { $of } is vrijgegeven, waar het deel van uitmaakt.
room-next = Hierna
room-waits = Wacht op het zaalscherm
