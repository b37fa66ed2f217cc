# De opdrachtregel.

help-about = Onderhandelen over vertrouwenwekkende maatregelen voor cyberspace: één bestand per dossier, geen netwerk
help-file = Het dossier
help-window-file = Het dossier dat in het venster wordt geopend; zonder opgave het laatste
help-lang = Taal van de tekst
help-new = Een dossier maken; een bestaand bestand wordt nooit overschreven
help-template = Waarmee het dossier begint
help-templates = De sjablonen tonen
help-check = Nagaan of een dossier intact is en aan de regels voldoet
help-show = Een pagina van het dossier tonen: de matrix, voorstellen, een notitie over één voorstel, en andere
help-subject = Wat wordt getoond
help-as-of = De dag die wordt getoond, zoals 2020-12-31; zonder opgave vandaag
help-format = Tekst om te lezen, JSON voor een programma, CSV voor een spreadsheet, HTML voor een browser of om in een document te plakken
help-changes = Tonen wat er sinds een dag veranderde: standpunten, hindernissen, remedies, teksten, statussen
help-since = Tonen wat een datum na deze dag heeft
help-until = Niets tonen met een datum na deze dag; zonder opgave vandaag
help-import = Een tabel importeren, als één stap die ongedaan kan worden gemaakt
help-what = Mag voor een tabel van standpunten staan
help-table = Een tabel in welke indeling ook: CSV, XLSX, XLS of ODS; na het woord positions een met de kolommen party, proposal, stance en eventueel date, source, confidence, marking, note, forum, salience, condition, reason en hold; - is standaardinvoer
help-dry-run = Alleen melden wat zou worden geïmporteerd
help-sheet = Het blad dat wordt gelezen, met de naam op de tab, als een werkmap er meer heeft
help-dates = Aangeven of in dagen als 5/12/2018 de dag of de maand vooropstaat: dmy of mdy; of vanaf wanneer een spreadsheet de dagen telt: 1900 of 1904
help-undated = De dag van vermeldingen waarvoor de tabel geen datum heeft; anders vandaag
help-skip-bad = De goede regels importeren en de andere overslaan
import-piped = van standaardinvoer
help-completions = Aanvullingen voor een shell schrijven
help-help = De uitleg bij een opdracht tonen
help-command = De opdracht; zonder opgave alle
help-man = De handleiding schrijven, één pagina per opdracht
help-man-folder = De map waarin ze komen; zonder opgave gaat de pagina van het programma naar standaarduitvoer
man-made = { $count } pagina’s van de handleiding staan in { $path }.
man-name = Naam
man-description = Beschrijving
man-version = Versie
help-shell = De shell

made = { $path } is gemaakt met het sjabloon { $template }.
day-either = ‘{ $written }’ is { $day_first } als de dag vooropstaat, en { $month_first } als de maand vooropstaat. Schrijf { $day } of { $month }.
day-no-year = Bij ‘{ $written }’ ontbreekt het jaartal. Schrijf bijvoorbeeld 2020-12-31.
not-a-day = ‘{ $written }’ is geen dag. Schrijf bijvoorbeeld 2020-12-31.
changes-reversed = { $since } valt na { $until }. Er is niets vergeleken. Zet de vroegste dag achter --since en de laatste achter --until.
changes-to-come = { $since } ligt in de toekomst, en zonder --until worden de dagen tot en met vandaag vergeleken. Er is niets vergeleken. Zet een eerdere dag achter --since.
changes-one-day = Tussen { $since } en { $until } is er geen dag te vergelijken, want --since noemt de laatste dag die niet meetelt. Er is niets vergeleken. Om die dag zelf te zien, schrijft u --since { $before }.
changes-counted = Gedateerde vermeldingen die deze pagina mag tonen; ook wat er eerder stond, is daaruit afgeleid.
changes-log = De geschiedenis van het dossier begint op { $day }; welke teksten, statussen en remedies daarvoor zijn veranderd, is niet bekend.
changes-no-log = Het dossier heeft geen geschiedenis; welke teksten, statussen en remedies zijn veranderd, is niet bekend.
counted-from = wat deze pagina mag tonen
show-counted = Totalen, uitkomsten en kampen zijn geteld op basis van wat deze pagina mag tonen.
show-too-many-cells = Deze pagina heeft { $cells } cellen, meer dan de { $most } die een bestand van deze soort kan tonen. Als JSON heeft de pagina alleen de cellen waarover iets bekend is.
check-more = En nog { $count ->
    [one] één
   *[other] { $count }
}, hier niet genoemd.
check-good = { $path } is intact: { $parties ->
    [one] 1 partij
   *[other] { $parties } partijen
}, { $proposals ->
    [one] 1 voorstel
   *[other] { $proposals } voorstellen
}, { $positions ->
    [one] 1 vermelding
   *[other] { $positions } vermeldingen
}, { $steps ->
    [one] 1 stap
   *[other] { $steps } stappen
} in de geschiedenis.
check-findings = { $path } is intact, maar { $findings ->
    [one] één gegeven voldoet
   *[other] { $findings } gegevens voldoen
} niet aan een regel.

about-un-votes = 193 VN-lidstaten, de twaalf omstreden resoluties over ICT-veiligheid en cybercriminaliteit, en hoe elke lidstaat stemde
about-un-global-cbms = 193 VN-lidstaten en de acht mondiale vertrouwenwekkende maatregelen van de VN, zonder standpunten
about-global-mechanism = 193 VN-lidstaten, de acht mondiale maatregelen, en de vijf pijlers en bijeenkomsten van het mondiale mechanisme van de VN, zonder standpunten
about-osce-cbms = 57 deelnemende staten en de zestien vertrouwenwekkende maatregelen van de OVSE, zonder standpunten
about-empty = Nog niets
title-un-votes = VN-stemmingen over ICT-veiligheid 2018–2023
title-un-global-cbms = Mondiale CBM’s van de VN
title-global-mechanism = Mondiaal mechanisme van de VN
title-osce-cbms = CBM’s van de OVSE
title-empty = Nieuw dossier

error-output = De uitvoer kon niet worden weggeschreven; is de schijf vol?
import-strangers = Bijna alle namen in de kolom { $column } tot en met regel { $line }, zoals ‘{ $written }’, horen bij niemand in dit dossier: de tabel gaat over anderen. Er is niet verder gelezen en niets geïmporteerd; het dossier is zoals het was.
import-would = Zou { $entries ->
    [one] één vermelding
   *[other] { $entries } vermeldingen
} en { $sources ->
    [one] één bron
   *[other] { $sources } bronnen
} toevoegen. Al bekend: { $known }. Zonder standpunt (X, afwezig): { $silent }. Overgeslagen: { $problems }.
import-done = Toegevoegd: { $entries ->
    [one] één vermelding
   *[other] { $entries } vermeldingen
} en { $sources ->
    [one] één bron
   *[other] { $sources } bronnen
}. Al bekend: { $known }. Zonder standpunt (X, afwezig): { $silent }. Overgeslagen: { $problems }.
import-refused = Er is niets geïmporteerd, want { $problems ->
    [one] er klopt iets niet
   *[other] { $problems } gegevens kloppen niet
}. Het dossier is zoals het was. Corrigeer de tabel, of voeg --skip-bad toe om de andere regels te importeren.

import-no-column = { $where }: de tabel heeft geen kolom ‘{ $column }’.
import-column-twice = { $where }: de kolom ‘{ $column }’ komt twee keer voor.
import-unknown-column = { $where }: er is geen kolom ‘{ $written }’; bekend zijn party, proposal, stance, date, source, confidence, marking, note, forum, salience, condition, reason en hold.
import-cell-empty = { $where }, kolom { $column }: dit mag niet leeg zijn.
import-unknown-party = { $where }, kolom { $column }: het dossier heeft geen partij ‘{ $written }’.
import-unknown-proposal = { $where }, kolom { $column }: het dossier heeft geen voorstel ‘{ $written }’.
import-unknown-stance = { $where }, kolom { $column }: ‘{ $written }’ is geen standpunt. Gebruik champion, support, accept, reserve, object, no-instructions, de tekens ervoor, of Y, N, A.
import-number = { $where }, kolom { $column }: ‘{ $written }’ is een getal, en dat zegt niets zolang de schaal niet bekend is. Schrijf de standpunten als ++, +, 0, -, -- of als Y, A, N, X. Stemcijfers van de Algemene Vergadering worden vanzelf herkend als in de hele kolom alleen 1, 2, 3, 8 en 9 staan, met ten minste één 8 of 9.
import-dash = { $where }, kolom { $column }: een streepje als ‘{ $written }’ kan betekenen dat er niets is ingevuld, of een minteken zijn dat een tekstverwerker heeft verlengd. Schrijf reserve of object, X voor geen standpunt, of laat de regel weg.
import-many-parties = { $where }, kolom { $column }: met ‘{ $written }’ kan zijn bedoeld: { $meanings }. Schrijf de volledige naam, of een code die maar één van hen heeft.
import-not-a-date = { $where }, kolom { $column }: ‘{ $written }’ is geen dag. Schrijf bijvoorbeeld 2020-12-31.
import-no-year = { $where }, kolom { $column }: ‘{ $written }’ heeft geen jaar. Een tabel kan in een ander jaar worden gelezen dan waarin zij is gemaakt; schrijf elke dag daarom voluit, als 2020-12-31.
import-short-year = { $where }, kolom { $column }: schrijf het jaar van ‘{ $written }’ met vier cijfers.
import-in-the-future = { $where }, kolom { $column }: ‘{ $written }’ ligt in de toekomst, maar wat in het openbaar is gezegd, kan daar niet liggen.
import-unknown-certainty = { $where }, kolom { $column }: ‘{ $written }’ is geen graad van zekerheid. Gebruik public, in_confidence of inferred.
import-unknown-marking = { $where }, kolom { $column }: ‘{ $written }’ is geen markering. Gebruik CLEAR, GREEN, AMBER, AMBER+STRICT of RED.
import-not-a-weight = { $where }, kolom { $column }: ‘{ $written }’ is geen gewicht. Schrijf 1 (van gering belang) tot en met 5 (van vitaal belang).
import-contradicts = { $where }, kolom { $column }: dit wijkt af van regel { $earlier }, die gaat over { $same }.
import-ambiguous = { $where }, kolom { $column }: ‘{ $written }’ is de naam van meer dan één; schrijf de code of het kenmerk letterlijk over.
import-too-long = { $where }, kolom { $column }: dit is langer dan 500.000 tekens.
import-too-many-cells = { $where }: ‘{ $written }’ staat voorbij de laatste kolom; een scheidingsteken in een tekst moet tussen aanhalingstekens staan.
import-not-a-vote = { $where }, kolom { $column }: ‘{ $written }’ is een standpunt, maar zo kan niemand stemmen. Een stem is voor, tegen, onthouding, afwezig of geen lid.
import-no-day = { $where }: nergens staat op welke dag over ‘{ $written }’ is gestemd. Voeg een kolom met de dag toe, of een tweede tabel van de stemmingen.
import-other-day = { $where }, kolom { $column }: het dossier heeft voor deze stemming een andere dag dan ‘{ $written }’.
import-group-votes = { $where }: ‘{ $written }’ is een groep, en groepen hebben geen stem.
import-unknown-word = { $where }, kolom { $column }: ‘{ $written }’ is geen woord dat hier kan staan.
import-nameless = { $where }: de rij heeft geen naam en geen code.
import-unknown-kind = { $where }: er is niemand bekend met de naam ‘{ $written }’. Zeg wat het is in een kolom kind, of voor al zulke namen met --kind.
import-unknown-group = { $where }, kolom { $column }: het dossier heeft geen groep ‘{ $written }’.
import-ends-early = { $where }, kolom { $column }: ‘{ $written }’ ligt vóór het begin van het lidmaatschap.
import-overlaps = { $where }, kolom { $column }: voor een deel van die tijd is de partij al lid van dezelfde groep.
import-unreadable = De regel met de namen van de kolommen moet worden gecorrigeerd voordat een andere kan worden gelezen. Er is niets geïmporteerd.
import-suggestion = Bedoelt u { $names }?
import-candidates = Het zijn { $names }.
import-possible-words = Mogelijk zijn { $names }.
import-line = Regel { $lines }
import-given-heading = Bij de koppen die u hebt opgegeven
import-lines = Regels { $lines }
import-lines-more = Regels { $lines } en nog { $more }
import-more = { $rows ->
    [one] Eén andere regel heeft
   *[other] { $rows } andere regels hebben
} iets anders dat niet klopt.
import-months = { $count ->
    [one] Van één datum staat
   *[other] Van { $count } data staat
} alleen de maand vermeld: daarvoor geldt de eerste dag van die maand.
import-undated = { $count ->
    [one] Eén vermelding heeft
   *[other] { $count } vermeldingen hebben
} in de tabel geen datum; daarvoor geldt { $day }. Met --date geeft u een andere dag op.
import-worded = { $count ->
    [one] Achter één standpunt staan woorden in dezelfde cel: die worden de aantekening erbij.
   *[other] Achter { $count } standpunten staan woorden in dezelfde cel: die worden de aantekening erbij.
}
import-future = { $count ->
    [one] Eén vermelding heeft
   *[other] { $count } vermeldingen hebben
} een datum in de toekomst.
import-days-either = Kolom { $column }: ‘{ $written }’ in regel { $line } is { $dmy } als de dag vooropstaat, en { $mdy } als de maand vooropstaat.
import-days-proof = ‘{ $written }’ in regel { $line } is alleen een geldige datum als de maand vooropstaat.
import-days-month = Kolom { $column }: ‘{ $written }’ in regel { $line } is alleen een geldige datum als de maand vooropstaat; alle data in deze kolom moeten dan zo worden gelezen.
import-days-mixed = Kolom { $column }: ‘{ $written }’ in regel { $line } is alleen een geldige datum als de dag vooropstaat, en ‘{ $other }’ in regel { $other_line } alleen als de maand vooropstaat. Schrijf alle data als 2020-12-31.
import-days-next = Geef de volgorde aan: --dates dmy als de dag vooropstaat, --dates mdy als de maand vooropstaat.
import-days-serial = Kolom { $column }: alle data zijn getallen, zoals een spreadsheet dagen telt. { $written } in regel { $line } is { $since_1900 } als vanaf 1900 is geteld, wat gebruikelijk is, en { $since_1904 } als vanaf 1904 is geteld.
import-days-next-serial = Geef aan vanaf wanneer is geteld: --dates 1900 of --dates 1904.
import-is = ‘{ $written }’ is { $name }
quoted = ‘{ $words }’
day-order-dmy = De dag voorop
day-order-mdy = De maand voorop
day-order-1900 = Geteld vanaf 1900
day-order-1904 = Geteld vanaf 1904

column-code = Code
column-camp = Kamp
column-index = Index
column-basis = Grondslag
column-votes = Stemmen
not-filled-in = –
help-passphrase = De wachtwoordzin van een dossier instellen, wijzigen of verwijderen; er wordt om gevraagd, of hij wordt van standaardinvoer gelezen, per regel één
help-remove = De wachtwoordzin verwijderen
help-salvage = Wat van een beschadigd dossier nog leesbaar is naar een nieuw bestand kopiëren, en melden wat niet
help-out = Het nieuwe bestand
passphrase-of = Wachtwoordzin van { $path }:
passphrase-new = Nieuwe wachtwoordzin:
passphrase-again = Wachtwoordzin herhalen:
passphrase-differs = De twee komen niet overeen; er is niets gewijzigd.
passphrase-not-given = Er is geen wachtwoordzin opgegeven; er is niets gewijzigd.
passphrase-none = Het dossier heeft geen wachtwoordzin.
passphrase-set = { $path } is nu beveiligd met een wachtwoordzin. Zonder wachtwoordzin kan niemand het openen.
passphrase-changed = { $path } heeft een nieuwe wachtwoordzin.
passphrase-removed = { $path } heeft geen wachtwoordzin meer.
check-salvage = Wat nog leesbaar is, kunt u overnemen in een nieuw bestand: cbm-workbench salvage { $path } NIEUW.cbm
salvage-came = Gelezen en geschreven naar { $path }: { $what }.
salvage-torn = Een deel hiervan was niet te lezen; hoeveel is niet te zeggen: { $what }.
salvage-left = Gezien maar weggelaten, omdat een waarde onbegrijpelijk is of omdat verloren is gegaan waar het bij hoort: { $what }.
salvage-no-dossier = De titel en de instellingen van het dossier zijn verloren gegaan.
salvage-history = De geschiedenis is ook gered.
salvage-no-history = De geschiedenis was niet te lezen; het nieuwe bestand begint een eigen geschiedenis.
help-merge = Een andere kopie van een dossier, of een commentaarpakket, samenvoegen in een nieuw bestand
help-mine = Uw dossier; het wordt alleen gelezen
help-theirs = De andere kopie, of het pakket waar die in zit
help-report = Alles wat wordt overgenomen en wat moet worden beslist als JSON naar een nieuw bestand schrijven; - is standaarduitvoer
help-prefer = Alle conflicten ten gunste van één kant beslissen
help-merge-in-the-open = Samenvoegen hoewel de andere kopie een wachtwoordzin heeft en MINE niet: wie OUT in handen krijgt, kan lezen wat die beveiligt
merge-would-be-open = De andere kopie heeft een wachtwoordzin en de uwe niet; wat die beveiligt, zou onbeveiligd in het nieuwe bestand staan. Er is niets geschreven. Geef de uwe er eerst een met passphrase, of voeg --in-the-open toe als u dit zo wilt.
help-send = Een dossier inpakken ter commentaar, met de stand waarvan het uitgaat en een controlegetal
help-package = Het pakket
help-wrap = Er een eigen wachtwoordzin aan geven, die wordt gevraagd of van standaardinvoer wordt gelezen
help-in-the-open = Zonder wachtwoordzin schrijven, hoewel het dossier er een heeft: wie het bestand in handen krijgt, kan alles lezen
protected-in-the-open = Het dossier heeft een wachtwoordzin en dit bestand zou er geen hebben: wie het in handen krijgt, zou alles kunnen lezen. Er is niets geschreven. Voeg --wrap toe om het een eigen wachtwoordzin te geven, of --in-the-open als u dit zo wilt.
sent-in-the-open = Het pakket heeft geen wachtwoordzin, hoewel het dossier er een heeft. Wie het in handen krijgt, kan het hele dossier lezen, inclusief de geschiedenis.
help-unpack = Het dossier uit een commentaarpakket halen
merge-undecided = { $undecided ->
    [one] Er is eerst één beslissing nodig
   *[other] Er zijn eerst { $undecided } beslissingen nodig
}; er is niets geschreven. Beslis in het venster, of voeg --prefer toe.
merge-taken-here = Zonder vraag overgenomen:
merge-more = { $count ->
    [one] … en nog één
   *[other] … en nog { $count }
}; --report noemt ze alle.
merge-report-made = Verslag geschreven naar { $path }.
merge-report-open = Het verslag bevat de woorden van beide kanten zonder wachtwoordzin; alleen u kunt het bestand lezen.
merge-in-the-open = { $path } heeft geen wachtwoordzin, want uw dossier heeft er geen; de andere kopie heeft er wel een. Stel er een in met passphrase.
merge-nothing = Er stond niets nieuws in; { $path } is gelijk aan uw dossier.
merge-done = Samengevoegd in { $path }. Overgenomen gegevens: { $taken }. Aan beide kanten gelijk: { $same }. Beslist: { $conflicts }. Stappen: { $steps }.
package-made = Ingepakt in { $path }.
package-unpacked = Het dossier staat op { $path }.
passphrase-kept = { $count ->
    [one] Eén back-up houdt de wachtwoordzin waarmee hij is gemaakt, of geen.
   *[other] { $count } back-ups houden de wachtwoordzin waarmee ze zijn gemaakt, of geen.
}
passphrase-dropped = { $count ->
    [one] Eén back-up kon niet worden beveiligd en is verwijderd.
   *[other] { $count } back-ups konden niet worden beveiligd en zijn verwijderd.
}
help-redact = Een kopie voor anderen maken, van wat tot en met een markering mag worden gezien
help-ceiling = De hoogste toegestane markering (TLP 2.0); wat strenger is gemarkeerd, blijft weg
redact-done = Kopie tot en met { $marking } gemaakt: { $path }
portion = { $kind }: { $seen }{ $withheld ->
    [0] {""}
   *[other] , achtergehouden { $withheld }
}
redacted-title = Kopie voor anderen
redact-no-passphrase = De kopie heeft geen wachtwoordzin. Open de kopie om er een in te stellen.
usage-heading = Gebruik
usage-commands = Opdrachten
usage-arguments = Argumenten
usage-options = Opties
usage-help = Deze uitleg tonen
usage-version = De versie tonen
usage-default = (standaard: { $value })
usage-invalid-value = ‘{ $value }’ is geen geldige waarde voor { $argument }: { $values }.
usage-unknown = ‘{ $argument }’ wordt niet herkend.
usage-no-command = ‘{ $argument }’ is geen opdracht en geen bestaand bestand. Bedoelt u ‘{ $suggestion }’?
usage-no-standard = Een dossier of pakket is een bestand; ‘-’ kan er niet voor staan. Een bestand met die naam is ./-
usage-missing = Er ontbreekt iets: { $argument }.
usage-wrong = Deze argumenten gaan niet samen.
usage-next = Zie --help.

intake-read = Gelezen als ‘{ $layout }’, met de kop op regel { $line }: { $columns }.
intake-read-bare = Gelezen als ‘{ $layout }’, zonder kopregel: { $columns }.
intake-column = { $heading } → { $field }
intake-heads = De regels { $upper } en { $line } zijn allebei kop ({ $groups }): { $heads }.
intake-heads-uncertain = De regels { $upper } en { $line } zijn allebei kop, maar wat zij samen zeggen, is niet zeker: { $heads }.
intake-heads-may-be = { $heads } (--heads { $word })
intake-say-heads = Geef aan wat het is, bijvoorbeeld met --heads { $word }.
intake-one-heading = Er is opgegeven wat twee kopregels zeggen, maar alleen regel { $line } wordt als kop gelezen.
intake-no-heads = Laat --heads weg, of bekijk de tabel: de twee kopregels moeten direct onder elkaar staan.
intake-above = Niet gelezen, boven de kop: { $names }.
intake-left-out = Niet gelezen: { $names }.
intake-and-more = { $names } en nog { $more }
intake-no-layout = De tabel is niet te duiden: voor ‘{ $layout }’ is niets gevonden voor { $fields }.
intake-uncertain = Het is niet zeker wat deze tabel is. Het kan zijn: { $layouts }.
intake-may-be = { $layout } (--as { $word })
intake-say-what = In kolom { $column } staan standpunten of stemmen, maar nergens waarover: zet er het voorstel of de resolutie boven in plaats van ‘{ $heading }’.
intake-say-as = Geef aan wat het is, bijvoorbeeld met --as { $word }.
intake-bare = Op regel { $line } staan al gegevens ({ $cells }); de tabel lijkt geen kopregel te hebben.
intake-bare-next = Klopt dat, voeg dan --no-header toe, of geef de kolommen in hun volgorde een naam: --no-header="{ $headings }". Is regel { $line } toch de kop, geef dan in een bestand aan wat de kolommen bevatten, en voeg dat toe met --mapping.
intake-unsure = De tabel heeft geen kopregel, en voor ‘{ $layout }’ is niet zeker in welke kolommen dit staat: { $fields }.
intake-unsure-next = Geef de kolommen in hun volgorde een naam, bijvoorbeeld --no-header="{ $headings }"; wat niet gelezen hoeft te worden, blijft leeg tussen de puntkomma’s.
intake-say-mapping = Geef in een bestand aan wat de kolommen bevatten, en voeg dat toe met --mapping.
intake-scale = Nergens in de tabel staat waar { $numbers } (kolom { $columns }) voor staan.
intake-scale-next = Geef in een bestand onder [scale] aan waar elk voor staat, bijvoorbeeld ‘{ $number }’ = "support", en voeg dat toe met --mapping; ook unknown en none zijn mogelijk.
intake-clash = ‘{ $written }’ ({ $at }) is in strijd met een eerdere regel.
intake-at-line = regel { $line }
intake-at-column = regel { $line }, kolom { $column }
intake-name-nobody = Er is niemand bekend met de naam ‘{ $written }’ ({ $at }).
intake-name-one = Is ‘{ $written }’ ({ $at }) { $names }?
intake-name-total = ‘{ $written }’ ({ $at }) lijkt de andere regels op te tellen.
intake-total-left-out = ‘{ $written }’ ({ $at }) lijkt de andere op te tellen en wordt weggelaten.
intake-name-many = ‘{ $written }’ ({ $at }) kan zijn: { $names }.
intake-would = Zou worden geïmporteerd
intake-done = Geïmporteerd
intake-new-parties = { $count ->
    [one] Een nieuwe partij: { $names }.
   *[other] { $count } nieuwe partijen: { $names }.
}
intake-new-groups = { $count ->
    [one] Een nieuwe groep: { $names }.
   *[other] { $count } nieuwe groepen: { $names }.
}
intake-new-proposals = { $count ->
    [one] Een nieuw voorstel: { $names }.
   *[other] { $count } nieuwe voorstellen: { $names }.
}
intake-refused = Er is niets geïmporteerd, omdat er { $problems ->
    [one] één fout is
   *[other] { $problems } fouten zijn
} gevonden. Het dossier is zoals het was. Verbeter de tabel, of voeg --skip-bad toe om de rest te importeren.
intake-titles-found = Stemmingen uit blad ‘{ $sheet }’, hun titels en dagen uit blad ‘{ $titles }’.
intake-only-table = Van de bladen in het bestand is alleen uit ‘{ $sheet }’ op te maken wat het is, dus dat wordt gelezen; een ander geeft u aan met --sheet NAME.
intake-say-create = Ontbrekende voorstellen, en staten en groepen die de bibliotheek kent, worden aangemaakt met --create.
intake-say-kind = Wie nergens bekend is, wordt een partij als u aangeeft wat het is: bijvoorbeeld --create --kind company.
intake-say-group = Een groep die nergens bekend is, wordt een eigen groep met --create --kind group.
intake-nothing-made = { $path } is niet gemaakt, omdat er in de tabel { $problems ->
    [one] één fout is
   *[other] { $problems } fouten zijn
} gevonden. Verbeter de tabel, of voeg --skip-bad toe om de rest over te nemen.
intake-made = { $path } is gemaakt van { $table }.
intake-empty = De tabel bevat niets waarvan een dossier kan worden gemaakt.
export-say-replace = Kies een andere naam, of voeg --replace toe om het te overschrijven.
recipe-not-toml = Regel { $line } van { $path } is geen TOML.
recipe-unknown-key = { $path } heeft een sleutel ‘{ $key }’, die niets betekent; bekend zijn layout, header, sheet, dates, columns en scale.
recipe-unknown = { $path } geeft ‘{ $key }’ de waarde ‘{ $value }’, die daar niets betekent.
recipe-unknown-value = { $path } geeft ‘{ $key }’ de waarde ‘{ $value }’, die daar niets betekent. Mogelijk is: { $possible }.
recipe-no-layout = { $path } zegt niet wat de tabel is. Er is een regel nodig als layout = "positions".
recipe-not-of-layout = { $path } heeft een kolom ‘{ $field }’, die deze indeling niet heeft.
recipe-no-heading = De tabel heeft geen regel met de kop ‘{ $heading }’ en de andere die { $path } noemt.
next-recipe = Verbeter dat bestand, of laat --mapping weg.
help-as = Wat de tabel is; anders wordt dat uitgezocht, en als het niet zeker is, wordt gezegd wat u kunt schrijven
help-mapping = Een bestand in TOML dat zegt wat de kolommen bevatten: layout, header, sheet, dates, [columns] en [scale]
help-heads = Wat twee kopregels zeggen: de onderste benoemt de kolommen, beide doen dat samen, de bovenste doet het en daaronder wordt de laatste kolom gelezen, de bovenste doet het en de onderste zegt wat er in elke staat, of een van beide geeft de dag
help-no-header = De tabel heeft geen kopregel: de kolommen blijken uit wat erin staat, of hebben deze koppen, zoals in --no-header="party;proposal;stance"
help-titles = Een tweede tabel met de nummers, symbolen, titels en dagen van de stemmingen
help-create = De voorstellen, en de partijen en groepen die de bibliotheek kent, aanmaken die in het dossier ontbreken
help-kind = Wat de partijen zijn die nergens bekend zijn; een staat beslist, de andere niet. Met ‘group’ worden groepen die nergens bekend zijn aangemaakt
help-plan-format = Hoe wordt gezegd wat er is gedaan: text, of json voor een programma
help-from = Het dossier van een tabel maken, in welke indeling ook; er wordt niets gemaakt als daarin iets wordt geweigerd
