# Wat een voorstel erdoor zou krijgen.

subject-carry = Wat het erdoor krijgt
target-accept = Kan ermee leven
target-support = Steunt
help-analyse = Uitrekenen wat een voorstel erdoor zou krijgen
help-analysis = Wat wordt uitgerekend
help-on-proposal = Het voorstel, met zijn code, zoals A/RES/73/27 of 73/27
help-rule = Hoe wordt besloten
help-costs = Een tabel met de kolommen party, to en cost (en desgewenst from): wat het kost om een partij te bewegen tot accept of support. Wie er niet in staat, is niet te bewegen
carry-adopts = { $proposal } haalt het bij { $rule }, wat degenen van wie niets bekend is ook doen.
carry-fails = { $proposal } haalt het nu niet bij { $rule }. Het goedkoopst te bereiken met { $moves ->
    [one] één stap,
   *[other] { $moves } stappen,
} die samen { $cost } kosten.
carry-open = { $proposal } staat open bij { $rule }: het hangt af van degenen van wie niets bekend is. Het goedkoopst te bereiken met { $moves ->
    [one] één stap,
   *[other] { $moves } stappen,
} die samen { $cost } kosten.
carry-never = { $proposal } is bij { $rule } niet te halen: geen enkele reeks stappen volstaat.
carry-nobody = Niemand in dit dossier beslist mee, dus { $proposal } heeft geen uitkomst.
carry-counts = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }.
carry-in-the-way = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }. { $missing ->
    [one] Eén partij staat in de weg: niemand mag bezwaar maken en van iedereen moet het standpunt bekend zijn.
   *[other] { $missing } partijen staan in de weg: niemand mag bezwaar maken en van iedereen moet het standpunt bekend zijn.
}
carry-missing = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }. { $missing ->
    [one] Er ontbreekt één stem voor, als de onbekenden als tegenstemmers tellen.
   *[other] Er ontbreken { $missing } stemmen voor, als de onbekenden als tegenstemmers tellen.
}
carry-to-spare = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }. { $spare ->
    [0] Er kan geen stem voor worden gemist, als de onbekenden als tegenstemmers tellen.
    [one] Er kan één stem voor worden gemist, als de onbekenden als tegenstemmers tellen.
   *[other] Er kunnen { $spare } stemmen voor worden gemist, als de onbekenden als tegenstemmers tellen.
}
carry-always = Bij elke goedkoopste weg nodig: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more }.
}
carry-ask-first = Het eerst te vragen, van degenen van wie niets bekend is: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more }.
}
carry-flips-alone = Kan het in zijn eentje keren: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more }.
}
carry-flips-with = Kunnen het met z’n tweeën keren: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more } paren.
}
carry-undone-by = Zou het in zijn eentje ongedaan maken door tegen te zijn: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more }.
}
carry-undone-by-two = Zouden het met z’n tweeën ongedaan maken: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more } paren.
}
carry-groups-bring = Eén gesprek brengt verscheidene van deze stappen ineens, als de leden van een groep die blijven volgen: { $more ->
    [0] { $groups }.
   *[other] { $groups } en nog { $more }.
}
column-always = Bij elke goedkoopste weg
column-party = Partij
column-cost = Kosten
column-together = Samen besloten
column-other-ways = Andere wegen, hoogstens een tiende duurder
carry-instead = { $new }, in plaats van { $old }
carry-more-ways = Dit zijn de { $shown } goedkoopste andere wegen. Er zijn er meer die hoogstens een tiende duurder zijn.
analyse-too-many = { $deciders } partijen beslissen mee. Een exact antwoord wordt gegeven tot { $most }.
carry-no-threshold = Bij het werven van indieners is er geen drempel, dus valt niet te zeggen wat het erdoor zou krijgen. Kies een andere regel.
costs-no-column = In de kostentabel ontbreekt de kolom { $column }.
costs-unknown-party = Regel { $line }, kolom { $column }: ‘{ $written }’ is niet één partij van dit dossier.
costs-unknown-target = Regel { $line }, kolom { $column }: ‘{ $written }’ is geen stap. Schrijf accept of support.
costs-not-a-cost = Regel { $line }, kolom { $column }: ‘{ $written }’ is geen bedrag. Schrijf een getal, nul of meer.
costs-other-stance = Regel { $line }, kolom { $column }: ‘{ $written }’ is niet het standpunt van deze partij op die dag.
costs-contradicts = Regel { $line }, kolom { $column }: ‘{ $written }’ wijkt af van wat een eerdere regel voor dezelfde stap noemt.
costs-refused = Er is niets uitgerekend. Herstel de kostentabel, of laat die weg om de kosten te laten uitrekenen.

# Wat het stemverleden zegt.
subject-record = Wat het stemverleden zegt
expectation-likeness = Wie hetzelfde stemde
expectation-camp_share = Aandeel van het kamp
analyse-only-carry = --{ $option } hoort alleen bij carry.
record-answer = { $unknown ->
    [one] Eén partij die meebeslist, heeft zich niet over { $proposal } uitgesproken. Afgaand op eerdere stemmingen haalt het voorstel met een kans van { $two_thirds } een tweederdemeerderheid en met { $majority } een gewone meerderheid; de kans dat niemand tegenstemt, is { $consensus }.
   *[other] { $unknown } partijen die meebeslissen, hebben zich niet over { $proposal } uitgesproken. Afgaand op eerdere stemmingen haalt het voorstel met een kans van { $two_thirds } een tweederdemeerderheid en met { $majority } een gewone meerderheid; de kans dat niemand tegenstemt, is { $consensus }.
}
record-nobody-spoke = Niemand die meebeslist heeft zich nog over { $proposal } uitgesproken. Er is dus niets om mee te vergelijken, en het stemverleden zegt niets.
record-all-spoke = Iedereen die meebeslist heeft zich over { $proposal } uitgesproken: er valt niets meer te verwachten.
record-by-likeness = Elke kans komt van wie zich wel uitsprak, gewogen naar hoezeer men in de omstreden stemmingen hetzelfde stemde. Beproefd op { $roll_calls ->
    [one] één stemming
   *[other] { $roll_calls } stemmingen
}, telkens met één weggelaten ({ $votes ->
    [one] één stem
   *[other] { $votes } stemmen
}), zat dit er { $likeness } naast (Brierscore; 0 is volmaakt). Het aandeel van het kamp zat er { $camp } naast, ‘iedereen voor’ { $yes }.
record-by-camp = Hoezeer staten hetzelfde stemden, zegt niet meer dan hun kamp: beproefd op { $roll_calls ->
    [one] één stemming
   *[other] { $roll_calls } stemmingen
}, telkens met één weggelaten ({ $votes ->
    [one] één stem
   *[other] { $votes } stemmen
}), zat het er { $likeness } naast (Brierscore; 0 is volmaakt), het aandeel van het kamp { $camp } en ‘iedereen voor’ { $yes }. Daarom is elke kans hier het aandeel van het kamp.
record-untried = Hoe goed deze kansen zijn, was niet te beproeven: in geen enkele omstreden stemming stemde zowel iemand die zich uitsprak als iemand die dat nog niet deed. Elke kans is het aandeel van het kamp.
record-by-rule = Bij { $rule } haalt { $proposal } het met een kans van { $chance }.
record-no-stance = Dit zijn kansen, geen standpunten: ze tellen in geen enkele telling of uitkomst mee.
record-for = Voor
record-abstain = Onthouding
record-against = Tegen
record-tried = Beproefd op de stemmingen
record-roll-call = Stemming
record-votes = Stemmen
record-brier = Brierscore
record-all = Alle samen
record-camp-share = Ter vergelijking: het aandeel van het kamp
record-all-yes = Ter vergelijking: iedereen voor
record-log-loss = Logverlies

# Na een stemming.
actual-head = Verwacht en uitgekomen
actual-nothing = De dag voor de stemming over { $vote } van { $day } was er niets bekend. Er valt dus niets te vergelijken.
actual-answer = Bij de stemming over { $vote } van { $day } stemden { $right } van de { $all } zoals een dag eerder werd verwacht; van { $unknown } die stemden was niets bekend.
actual-not-said = Niet vermeld, of via een groep
actual-author = Vastgelegd door
actual-right = Als verwacht
actual-all = Van
actual-share = Aandeel
actual-expected = Verwacht
actual-voted = Gestemd

# Wie te bellen.
subject-decision = Bellijst
decision-adopts = { $proposal } haalt het bij { $rule }: { $for } voor, { $against } tegen, { $unknown } onbekend.
decision-fails = { $proposal } haalt het niet bij { $rule }: { $against ->
    [0] niemand maakt bezwaar, maar niemand is voor
    [one] { $parties } maakt bezwaar
   *[other] { $parties } maken bezwaar
}; { $for } voor, { $unknown } onbekend.
decision-open = { $proposal } staat open bij { $rule }: { $against ->
    [one] { $parties } maakt bezwaar
   *[other] { $parties } maken bezwaar
}; { $for } voor, { $unknown } onbekend.
decision-open-unknown = { $proposal } staat open bij { $rule }: niemand maakt bezwaar; { $for } voor, { $unknown } onbekend.
decision-broken = De stilte over { $proposal } zou worden doorbroken: { $against ->
    [one] { $parties } maakt bezwaar of wacht op de hoofdstad
   *[other] { $parties } maken bezwaar of wachten op de hoofdstad
}; { $for } voor, { $unknown } onbekend.
decision-carries-so = Bij { $rule } haalt het voorstel het nu.
decision-carries-if = Het voorstel haalt het bij { $rule } als { $moves }.
decision-carries-never = Bij { $rule } is het voorstel niet te halen: geen enkele reeks stappen volstaat.
decision-if-support = { $count ->
    [one] { $parties } het steunt
   *[other] { $parties } het steunen
}
decision-if-accept = { $count ->
    [one] { $parties } ermee kan leven
   *[other] { $parties } ermee kunnen leven
}
decision-if-both = { $support } en { $accept }
decision-sponsors = { $proposal } heeft { $sponsors ->
    [0] nog geen indieners
    [one] één indiener
   *[other] { $sponsors } indieners
}; { $unsigned ->
    [0] iedereen die voor is, heeft getekend.
    [one] één partij die voor is, heeft niet getekend.
   *[other] { $unsigned } partijen die voor zijn, hebben niet getekend.
}
decision-on-hold = { $count ->
    [one] Wacht op de hoofdstad en zou een stilte doorbreken: { $parties }.
   *[other] { $count } wachten op de hoofdstad en zouden een stilte doorbreken: { $parties }.
}
decision-without-reason = { $count ->
    [one] Niet vastgelegd is waarom zij in de weg staat: { $parties }.
   *[other] Van { $count } is niet vastgelegd waarom zij in de weg staan: { $parties }.
}
decision-whole-adopts = Hierover wordt samen met { $others } besloten; { $count ->
    [one] dat haalt
   *[other] die halen
  } het ook, dus het geheel haalt het.
decision-whole-fails = Hierover wordt samen met { $others } besloten: het geheel haalt het niet, omdat { $why } het niet { $count ->
    [one] haalt
   *[other] halen
  }.
decision-whole-open = Hierover wordt samen met { $others } besloten: het geheel staat open, omdat { $why } nog { $count ->
    [one] openstaat
   *[other] openstaan
  }.
decision-and-more = { $parties } en nog { $more }
decision-departs = { $party } ({ $stance }) wijkt af van de lijn van { $group } ({ $line }).
decision-yes-to-both = { $count ->
    [one] Eén partij zei ook ja tegen het concurrerende { $other }: { $parties }.
   *[other] { $count } partijen zeiden ook ja tegen het concurrerende { $other }: { $parties }.
}
column-hold = Wacht
column-sponsor = Indiener
column-said = Gezegd op
column-caller = Wie belt
column-why-call = Waarom bellen
call-never-spoke = sprak nog niet voor zijn leden
call-signed = heeft getekend
call-could-sign = kan tekenen
call-waits = wacht op de hoofdstad
call-not-needed = niet nodig
call-in-the-way = staat in de weg
call-could-block = kan nog blokkeren
call-brings = goed voor { $votes ->
    [one] één
   *[other] { $votes }
} van { $missing ->
    [one] één ontbrekende stem
   *[other] { $missing } ontbrekende stemmen
}
call-could-take = kan { $votes ->
    [one] één stem
   *[other] { $votes } stemmen
} wegnemen
call-not-heard = nog niet gehoord
call-heard-long-ago = lang niet gehoord
call-heard-lately = kort geleden gehoord
call-heard-today = vandaag gehoord
call-moves-easily = makkelijk te bewegen
call-may-move = misschien te bewegen
call-moves-hardly = moeilijk te bewegen
call-cannot-move = niet te bewegen

# Het scherm met de bellijst.
screen-calls = Bellen
hint-calls = Een teken legt het antwoord vast · N volgende · H wacht · S indiener · J waarom · A wie belt
help-page-calls =
    Dit scherm zegt wie u over een voorstel het best als volgende belt, en waarom. Kies het voorstel en de manier van besluiten; de regel daaronder zegt hoe het ervoor staat en wie in de weg staat.

    De partijen staan op volgorde van wat een gesprek waard is: hoeveel van wat ontbreekt aan de partij hangt, hoe makkelijk zij te bewegen is, en hoe oud haar laatste woord is. Houd de aanwijzer op ‘Waarom bellen’ om de drie delen te zien. Wie vandaag antwoordde, zakt naar onderen.

    Kies een rij met de pijltjes en typ een teken ({"++ + 0 − −− ~ ?"}) om het antwoord vast te leggen: een vermelding van vandaag, uit informeel contact en in vertrouwen gezegd. Die telt meteen mee, en Ctrl+Z neemt haar terug. Met N gaat u naar de volgende, met Enter naar de vermelding rechts voor woorden en bron.

    Met H legt u vast dat de partij op haar hoofdstad wacht: dat doorbreekt een stilteprocedure en telt bij een stemming niet mee. Met S wordt zij indiener, met J gaat u naar de reden waarom zij in de weg staat en wanneer zij zou opschuiven, met A naar wie van ons haar belt; Enter neemt over wat u typte en brengt u terug naar de lijst. Met W komt er in de zaal een dia bij met de cijfers, zonder namen. Een groep staat in de lijst als meerdere partijen haar antwoord zouden overnemen.

    Een gearceerd teken is het standpunt van een groep, niet van de partij zelf. Onder de uitkomst staat wat niet vergeten mag worden: wie op de hoofdstad wacht, van wie niet bekend is waarom hij in de weg staat, wie van zijn groep afwijkt, en wie ook ja zei tegen een concurrerende tekst.
calls-costs-from = Wat een stap kost, volgt uit het standpunt, het gewicht en de zekerheid daarvan, en het kamp.
calls-costs-weights = Wegingen wijzigen
calls-side-calls = Bellen
room-decision-adopts = { $rule }: gehaald, wat de onbekenden ook doen
room-decision-fails = { $rule }: nu niet gehaald
room-decision-open = { $rule }: open; het hangt af van degenen van wie niets bekend is
calls-slide = Als dia toegevoegd: de stand van het besluit.
calls-rank = #
calls-answer = Antwoord
calls-on = Voorstel waarover wordt besloten
calls-no-proposal = Er is nog geen voorstel om over te besluiten.
calls-nobody = Niemand in dit dossier beslist mee.
calls-no-row = Kies eerst een partij, met de pijltjes of een klik.
calls-logged = Vastgelegd: { $party }, { $stance }.
calls-condition = Reden
calls-logged-why = Vastgelegd: { $party }, { $stance }. Met J noteert u waarom, en wanneer zij zou opschuiven.
calls-no-reason = Een reden hoort bij een eigen bezwaar of voorbehoud: leg eerst dat antwoord vast.
calls-not-of-groups = Dat wordt van partijen bijgehouden, niet van groepen.
calls-hold = { $party } wacht op de hoofdstad.
calls-hold-over = { $party } wacht niet langer op de hoofdstad.
calls-sponsor = { $party } is indiener.
calls-sponsor-off = { $party } is geen indiener meer.
call-speaks-for = { $members ->
    [one] spreekt voor één partij die nog niets zei
   *[other] spreekt voor { $members } partijen die nog niets zeiden
}
calls-logged-already = Dat antwoord is voor deze dag al vastgelegd.
calls-worth = Waarde van een gesprek { $worth } = beslissend { $decisive } × beweegbaar { $movable } × verouderd { $stale }
calls-more = { $count ->
    [one] nog één aandachtspunt
   *[other] nog { $count } aandachtspunten
}
calls-hours-left = nog { $hours } u { $minutes } min
calls-days-left = { $days ->
    [one] nog één dag
   *[other] nog { $days } dagen
}
calls-until = { $what }: { $when } · { $left }
calls-until-elsewhere = { $what }: { $when }, { $own } hier · { $left }
calls-time-up = de tijd is om

# Decisions on the agenda of a meeting, and what moving a party costs.
meeting-decisions = Besluiten
meeting-own-clock = { $when } · { $own } hier
meeting-together = samen met { $others }
meeting-decision = Besluit over { $proposal }
dossier-weights = Weging van de hindernissen
dossier-weights-about = Een totaal telt op hoe zwaar elke hindernis is, maal haar weging van 0 tot en met 9. Met 0 telt een hindernis niet mee.
dossier-costs = Wat het kost een partij te bewegen
dossier-costs-about = Een partij bewegen kost een aantal stappen op de schaal van standpunten. Voor elk punt belang boven 3 komt dit deel erbij, en voor elk kamp tussen de partij en de hoofdindieners; een openlijk ingenomen of alleen afgeleid standpunt kost zoveel keer wat een in vertrouwen gemeld standpunt kost. De bellijst weegt mee hoe oud het laatste woord van een partij is: na zoveel dagen is het half verouderd. Het zijn inschattingen: verander ze waar u anders oordeelt.

hint-calls-side = Een naam leidt naar het standpunt · Ctrl+E exporteert dit als pagina
calls-these = Deze tonen
calls-all = Weer alle tonen
calls-counted = Meegeteld: { $count }
