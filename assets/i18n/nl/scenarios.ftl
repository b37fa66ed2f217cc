# Scenario’s: wat als sommigen opschuiven?

table-scenarios = Scenario
table-scenario_moves = Aangenomen stap
field-scenario = Scenario

# De vergelijking.
subject-scenario = Wat als
stance-assumed = Aangenomen
scenario-today = Vandaag
column-under = Onder
column-cheapest = Goedkoopste weg naar aanneming
scenario-carries = Haalt het zoals het er nu voor staat
scenario-no-way = Met geen enkele stap haalbaar
scenario-way = { $more ->
    [0] { $moves } (kosten { $cost })
   *[other] { $moves } en nog { $more } (kosten { $cost })
}
scenario-none = Dit dossier heeft geen scenario: er wordt niets aangenomen.
scenario-empty = ‘{ $scenario }’ neemt nog niets aan.
scenario-same = Onder ‘{ $scenario }’ is bij { $rule } elke uitkomst dezelfde als vandaag.
scenario-differs = Onder ‘{ $scenario }’ { $count ->
    [one] verandert bij { $rule } één uitkomst:
   *[other] veranderen bij { $rule } { $count } uitkomsten:
} { $verdicts }.
scenario-turn = { $proposal } { $then } (vandaag: { $today })
scenario-whole-turns = wat samen met { $proposal } wordt besloten: { $then } (vandaag: { $today })
scenario-more = { $count ->
    [one] Nog één scenario is hier niet vergeleken.
   *[other] Nog { $count } scenario’s zijn hier niet vergeleken.
}
scenario-assumed = Onder het scenario ‘{ $scenario }’: wat volgt is aangenomen en door niemand gezegd.
help-scenario = Een scenario, met zijn naam. Voor de vergelijking tot drie keer, voor al het andere één keer
page-no-scenario = Dit dossier heeft geen scenario ‘{ $name }’.
page-many-scenarios = Twee scenario’s heten ‘{ $name }’. Geef een van de twee een andere naam.
page-scenario-withheld = Het scenario ‘{ $name }’ is hoger gemarkeerd dan dit plafond.
analyse-one-scenario = Alleen de vergelijking kent meer dan één scenario.
analyse-three-scenarios = Met vandaag worden hoogstens drie scenario’s vergeleken.
pairs-answer = { $both } van de { $all } die beslissen zijn voor zowel { $first } als { $second }; { $one } alleen voor de eerste, { $other } alleen voor de tweede, { $neither } voor geen van beide, en van { $unknown } is het onbekend.
pairs-by-rule = Bij { $rule }: { $first } { $verdict }, { $second } { $other }.
pairs-none = In dit dossier concurreren geen teksten.
column-group = Groep

# Het scherm, en de matrix onder een scenario.
screen-what-if = Wat als
command-suppose = Matrix onder een scenario
hint-what-if = Selecteer een scenario om rechts te zien wat het aanneemt
new-scenario = Nieuw scenario
add-scenario = Scenario toevoegen
delete-scenario = Scenario verwijderen…
what-if-about = Wat er zou veranderen als sommigen opschuiven. Niets hiervan telt als gezegd, en in de zaal komt het alleen in beeld als u daar een scenario bij naam vrijgeeft.
what-if-never = Aangenomen, en niet in de zaal te zien tenzij bij naam vrijgegeven
what-if-empty = Nog geen scenario. In een scenario zet u stappen die niemand heeft gezet, om te zien wat ze zouden veranderen.
what-if-none = Er is nog geen scenario. Voeg er hier een toe.
what-if-compare = ‘{ $scenario }’ met vandaag vergelijken
what-if-three = Er worden er al drie vergeleken.
what-if-moves = { $count ->
    [0] nog geen stappen
    [one] één stap
   *[other] { $count } stappen
}
what-if-look = In de matrix tonen
what-if-beside = Naast vandaag, bij
what-if-no-moves = Er is nog niets aangenomen.
what-if-turns = { $verdict } (nu: { $today })
what-if-assumes = Wat het aanneemt
move-new = Stap toevoegen
move-who = Wie opschuift
move-on = Bij welk voorstel
move-choose = Kies wie opschuift en bij welk voorstel, en daarna waarheen.
move-then = Waarheen
move-already = Dat neemt het scenario al aan.
move-came-true = Het is gebeurd
move-now-entry = Het is nu een vermelding van vandaag. Vul rechts de bron in.
move-take-back = Deze stap terugnemen
supposed = Onder het scenario ‘{ $scenario }’: cellen met een streepjesrand zijn aangenomen. Wat u invult, komt in het scenario; Delete neemt het terug. Rechts staat hoe het is, alleen om te lezen.
supposed-back = Terug naar vandaag
supposed-nothing = Het scenario neemt over deze cellen niets aan.
cell-assumed = aangenomen; vandaag: { $today }
cell-assumed-group = aangenomen van zijn groep; vandaag: { $today }
pairs-by-camp = Per kamp
pairs-by-group = Per groep
strip-both = Tussen twee lijnen: voor beide concurrerende teksten.
party-pair-of = { $first } en { $second }: { $answer }
what-if-all-spoke = { $scenario }: ‘{ $who } → { $stance }’ bij { $proposal } verandert niets, want { $count ->
    [one] het enige lid spreekt voor zichzelf.
   *[other] alle { $count } leden spreken voor zichzelf.
}
what-if-no-members = { $scenario }: ‘{ $who } → { $stance }’ bij { $proposal } verandert niets, want geen enkele partij in het dossier is lid.
what-if-already = { $scenario }: ‘{ $who } → { $stance }’ bij { $proposal } verandert niets; dat is het standpunt al.
help-page-what-if =
    Een scenario bestaat uit stappen die niemand heeft gezet: Brazilië zou dit steunen, de leden van ASEAN zouden met dat kunnen leven. Het ligt over wat bekend is heen en raakt er nooit mee vermengd. Wie er niet in voorkomt, blijft waar hij is; wie onbekend is, blijft onbekend.

    Met Ctrl+Shift+N voegt u een scenario toe. Geef het rechts een naam en kies wie opschuift, bij welk voorstel en waarheen. Een stap van een groep geldt voor de leden die zich niet zelf hebben uitgesproken.

    Hoogstens drie scenario’s worden met vandaag vergeleken: de uitkomsten, de aantallen, de goedkoopste weg naar aanneming van elke tekst, en de kampen. Een getal tussen haakjes is het verschil met vandaag.

    Met Ctrl+Shift+A ziet u de matrix onder een scenario, en verlaat u die weer. Cellen met een streepjesrand zijn aangenomen. Een standpunt dat u daar invult, komt in het scenario; met Delete neemt u het terug. Rechts staat dan hoe het is, alleen om te lezen; op de andere schermen werkt u gewoon verder.

    ‘Het is gebeurd’ maakt van één stap een vermelding van vandaag en haalt die uit het scenario; vul daarna de bron in. Scenario’s zijn AMBER, tenzij het dossier strenger is, en komen in de zaal alleen in beeld als u ze daar bij naam vrijgeeft: de dia over een besluit toont dan de stand eronder, in een onderbroken kader en zonder namen.
