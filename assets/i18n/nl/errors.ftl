# Fouten: wat er gebeurde, of de gegevens veilig zijn, wat te doen.

error-missing = Het bestand { $path } bestaat niet.
error-no-folder = De map van { $path } bestaat niet.
error-folder = { $path } is een map, geen dossier.
error-not-a-file = { $path } is een pipe of een apparaat, geen bestand.
error-reserved = Een bestand met de naam { $path } zou voor een deel van een ander dossier worden aangezien: namen die eindigen op -journal, -wal of -shm zijn gereserveerd voor bestanden die naast een dossier horen te staan.
error-bad-name = Het systeem accepteert { $path } niet als bestandsnaam: de naam is te lang of bevat tekens die niet zijn toegestaan.
error-exists = Op { $path } staat al iets.
error-permission = U hebt geen rechten om { $path } te openen of te wijzigen.
error-empty = { $path } is leeg.
error-not-a-dossier = { $path } is geen dossier.
error-foreign = { $path } hoort bij een ander programma.
error-newer = { $path } is gemaakt met een nieuwere versie van CBM Workbench (bestandsversie { $found }; deze versie leest tot en met { $known }).
error-older = { $path } is gemaakt met een te oude versie van CBM Workbench (bestandsversie { $found }; deze versie leest vanaf { $known }).
error-damaged = { $path } is beschadigd: delen ontbreken of spreken elkaar tegen.
error-altered = De opbouw van { $path } is door een ander programma veranderd.
error-value = { $path } bevat een waarde die deze versie van CBM Workbench niet kent.
error-text-too-long = { $path } is niet gemaakt: een tekst in het dossier is langer dan kan worden ingevoerd ({ $what }).
error-locked = { $path } is geopend in een ander venster of programma.
error-read-only = { $path } is alleen-lezen geopend.
error-replaced = Een ander bestand heeft de plaats van { $path } ingenomen, of het is verplaatst.
error-disk-full = De schijf is vol.
error-interrupted = Het schrijven van { $path } is onderbroken, en dat kan hier niet worden hersteld omdat het bestand niet mag worden gewijzigd.
error-io = Naar de schijf met { $path } kon niet worden geschreven.
error-unreadable = { $path } kon niet worden gelezen: de schijf, de USB-stick of de verbinding ermee werkte niet.
error-elsewhere = De inhoud van { $path } staat niet op deze computer: het programma dat de map synchroniseert heeft hier alleen de naam gezet en kan de inhoud nu niet ophalen.
error-done = { $path } is gewijzigd zoals u vroeg, maar daarna ging er iets mis: { $why }
error-unsure = Tijdens het schrijven van { $path } ging er iets mis, en de uitkomst was niet vast te stellen: { $why }
error-stray-log = Naast het dossier staat { $beside }. CBM Workbench maakt zo’n bestand niet: een ander programma heeft het dossier open of heeft het bestand achtergelaten, of het hoort bij een dossier dat hier eerder stond.
error-stray-journal = Naast het dossier staat { $beside }. Het is achtergebleven na een onderbroken schrijfactie, maar in een ander dossier of in een andere stand van dit dossier: het verwerken zou { $path } beschadigen.
error-left-behind = { $path } zou een nieuw bestand worden, maar naast die naam staat { $beside }. Dat hoort bij een bestand dat hier eerder stond, en zou met het nieuwe worden vermengd.
error-other-mode = { $path } is het laatst door een ander programma geschreven, en wel zo dat een deel ervan in een tweede bestand kan staan, waarvan de naam op -wal eindigt.
error-stopped = De wijziging is gestopt voordat die was gemaakt.
error-constraint = De wijziging is in tegenspraak met wat in { $path } staat.
error-log = De geschiedenis van { $path } komt niet overeen met de inhoud.
error-database = { $path } kon niet worden gelezen of geschreven.
error-nothing = Er is niets om ongedaan te maken of opnieuw te doen.
error-table-folder = { $path } is een map, geen tabel.
error-sheet-empty = { $path } bevat geen tabel.
error-sheet-too-large = { $path } is te groot voor een tabel: het heeft meer dan 64 MB, twee miljoen rijen of 16.384 kolommen.
error-sheet-not-text = { $path } is geen werkmap en ook geen leesbare tekst (zie regel { $line }).
error-sheet-unclosed = Regel { $line } van { $path } opent een aanhalingsteken dat nergens wordt gesloten.
error-sheet-cell-too-long = In { $path } bevat { $place } meer tekst dan enig veld van een dossier kan bevatten.
error-sheet-too-far = In { $path } bevat { $place } iets dat zo ver van de rest van de tabel staat dat er voor alle lege cellen ertussen geen plaats is.
error-sheet-overflows = { $path } is te groot voor een tabel: met { $place } erbij heeft het meer dan 64 MB tekst of twee miljoen rijen.
error-sheet-twice = In { $path } komt { $place } twee keer of buiten de volgorde voor, zodat niet vaststaat wat erin staat.
error-sheet-bomb = { $path } zou uitgepakt veel groter zijn dan een tabel ooit is. Het kan zijn gemaakt om schade aan te richten en is niet uitgepakt.
error-sheet-misstated = { $path } is ingepakt zoals geen spreadsheet dat doet: delen overlappen elkaar of hebben een andere omvang dan ze opgeven. Het kan zijn gemaakt om schade aan te richten.
error-sheet-declares = { $path } bevat een declaratie (DOCTYPE) die geen spreadsheet schrijft en waarmee een programma andere bestanden kan gaan ophalen of het geheugen kan vullen. Er is niets mee gedaan.
error-sheet-encrypted = { $path } is een werkmap met een wachtwoord en is zonder dat wachtwoord niet te lezen.
error-sheet-damaged = { $path } is een werkmap, maar beschadigd of afgebroken.
error-sheet-other = { $path } is geen tabel maar { $kind }.
error-sheet-several = { $path } heeft meer dan één blad: { $names }.
error-sheet-unknown = { $path } heeft geen blad ‘{ $name }’; met inhoud zijn er: { $names }.
error-titles-several = Van de bladen van { $path } ({ $names }) is niet zeker welk de titels en dagen van deze stemmingen bevat.
error-no-dossier = { $path } is een tabel, en er is geen dossier open waarin die kan worden geïmporteerd.

safe-nothing-opened = Er is niets geopend.
safe-nothing-written = Er is niets geschreven.
safe-untouched = Het bestand is niet gewijzigd.
safe-saved = Alles wat erin is opgeslagen, is veilig.
safe-before = Alles wat eerder is opgeslagen, is veilig; deze wijziging is niet gemaakt.
safe-not-known = Er is niets geschreven; of het bestand intact is, is niet bekend.
safe-done = De wijziging staat in het bestand; of die een stroomstoring zou doorstaan, is niet bekend.
safe-unsure = Alles wat eerder is opgeslagen, is veilig; of deze wijziging is gemaakt, is niet bekend.
safe-replaced = Wat u hier ziet, is nog volledig; deze wijziging is niet opgeslagen.
safe-nothing-imported = Er is niets geïmporteerd en het dossier is niet gewijzigd.

next-check-name = Controleer de naam, of zoek het bestand in een andere map.
next-check-folder = Maak eerst de map, of kies een andere.
next-choose-file = Kies een bestand dat op .cbm eindigt.
next-other-name = Kies een andere naam.
next-permission = Vraag om toestemming, of werk aan een kopie in een eigen map.
next-empty = Zet een back-up terug, of maak een nieuw dossier.
next-not-a-dossier = Kies een bestand dat op .cbm eindigt.
next-newer = Werk CBM Workbench bij, of vraag de afzender om een kopie die met uw versie is gemaakt.
next-older = Open het met een tussenliggende versie en sla het daar op.
next-damaged = Zet een back-up terug; bewaar het beschadigde bestand tot dat is gelukt.
next-altered = Ga na waar het bestand is geweest en zet een back-up terug.
next-value = Werk CBM Workbench bij, of vraag de afzender waarmee het bestand is gemaakt.
next-text-too-long = Controleer het dossier om te zien welk gegeven het is, en kort de tekst in.
next-locked = Sluit het daar en probeer het opnieuw.
next-read-only = Sla een kopie op en werk daaraan verder.
next-replaced = Sla een kopie op onder een andere naam en vergelijk de twee.
next-disk-full = Maak ruimte vrij en probeer het opnieuw.
next-interrupted = Open het waar het wel mag worden gewijzigd; bewaar tot dan het bestand dat op -journal eindigt ernaast.
next-io = Controleer de schijf of de verbinding ermee en probeer het opnieuw.
next-unreadable = Probeer het opnieuw; gebeurt het nog eens, kopieer het bestand dan naar een andere schijf en open de kopie.
next-elsewhere = Maak verbinding met het netwerk, laat dat programma het bestand op dit apparaat bewaren en probeer het opnieuw.
next-done = Controleer de schijf, open het dossier opnieuw en sla een kopie op een andere schijf op.
next-unsure = Controleer de schijf, open het dossier opnieuw en kijk of de wijziging erin staat; sla tot dan wat u ziet onder een andere naam op.
next-stray-log = Sluit het andere programma. Staat het bestand er dan nog, verplaats het naar een andere map, bewaar het, en open het dossier opnieuw; bij het redden wordt meegenomen wat bij het dossier hoort.
next-stray-journal = Is er een ander dossier met deze naam verplaatst, verplaats dat bestand dan mee; zo niet, verplaats het naar een andere map, bewaar het, en open het dossier opnieuw.
next-left-behind = Kies een andere naam. Is het andere dossier verplaatst, dan hoort dit bestand daar nog bij: verplaats het ook, onder de nieuwe naam van dat dossier.
next-other-mode = Red het naar een nieuw bestand, met het bestand op -wal ernaast als dat er is; of ga na waar het is geweest.
next-stopped = Doe het opnieuw als u dat wilt.
next-constraint = Open het dossier opnieuw en probeer het nog eens.
next-log = Open het dossier opnieuw; gebeurt het nog eens, zet dan een back-up terug.
next-database = Probeer het opnieuw; gebeurt het nog eens, sla dan een kopie op een andere schijf op.
next-refused = Pas het aan en probeer het opnieuw.
next-no-dossier = Open een dossier dat u mag wijzigen en importeer de tabel daar.
next-sheet-empty = Kies een tabel met een rij die de kolommen noemt: CSV, of een werkmap van Excel of LibreOffice.
next-sheet-too-large = Verdeel het over kleinere tabellen.
next-sheet-not-text = Sla het in uw spreadsheet op als XLSX, ODS of ‘CSV UTF-8’.
next-sheet-unclosed = Sluit het aanhalingsteken, of schrijf er twee waar de tekst er één bevat.
next-sheet-cell-too-long = Ga na of er eerder een aanhalingsteken ontbreekt; kort anders de tekst in.
next-sheet-too-far = Wis wat daar staat, of kopieer de tabel zelf naar een nieuw blad.
next-sheet-harm = Vraag de afzender om de tabel als CSV, en wees voorzichtig met het bestand zolang u niet weet waar het vandaan komt.
next-sheet-encrypted = Open het in uw spreadsheet en kopieer de tabel om die hier te plakken, of sla het zonder wachtwoord op.
next-sheet-damaged = Open het in uw spreadsheet en sla het opnieuw op, of vraag er nog eens om.
next-sheet-other = Kopieer de tabel die erin staat en plak die hier, of sla de tabel op als XLSX, ODS of CSV.
next-sheet-other-workbook = Open het in het programma waarmee het is gemaakt en sla het op als XLSX, ODS of CSV.
next-sheet-several = Geef met --sheet NAME aan welk.
next-titles-several = Sla dat blad op als afzonderlijk bestand en noem dat achter --titles.
next-sheet-dossier = Een dossier of pakket bekijkt u door het te openen.

refused = { $record }, { $field }: { $problem }.
problem-empty = dit moet worden ingevuld
problem-taken = deze code is al in gebruik
problem-alike = deze code verschilt van een bestaande hooguit in accenten
problem-alike-to = ‘{ $code }’ is er al, en verschilt hooguit in accenten
problem-too-long = dit is te lang
problem-missing = waarnaar het verwijst, bestaat niet
problem-twice = dit paar bestaat al
problem-ends-before-it-begins = het eindigt voordat het begint
problem-in-the-future = wat in het openbaar is gezegd, kan niet in de toekomst liggen
problem-out-of-range = dit valt buiten het bereik
problem-needs-reason = om van het berekende kamp af te wijken is een reden nodig
problem-with-itself = iets kan niet met zichzelf worden verbonden
problem-corrects-other = het kan alleen een andere vermelding van dezelfde partij over hetzelfde voorstel corrigeren
error-protected = { $path } is beveiligd met een wachtwoordzin, of het is geen dossier.
error-wrong-passphrase = Deze wachtwoordzin opent { $path } niet, of de eerste pagina ervan is beschadigd; die twee zijn niet te onderscheiden.
error-no-backup = Van { $path } kon in { $folder } geen back-up worden gemaakt: { $why }
next-protected = Geef de wachtwoordzin op.
next-wrong-passphrase = Controleer Caps Lock en de toetsenbordindeling en probeer het opnieuw; weet u de wachtwoordzin zeker, zet dan een back-up terug.
next-no-backup = Maak ruimte vrij, of kies in de instellingen een andere map voor back-ups, en probeer het opnieuw.
error-no-common-point = { $path } is een ander dossier, geen kopie van dit dossier: de twee hebben geen gemeenschappelijke geschiedenis.
error-undecidable = ‘{ $what }’ kan niet worden samengevoegd zoals is beslist.
next-undecidable = Beslis daar anders, of later.
error-report-exists = { $path } bestaat al; een verslag vervangt nooit een bestand.
error-report-out = { $path } kan niet tegelijk het verslag en het samengevoegde dossier zijn.
error-same-file = { $path } is het bestand dat al geopend is.
safe-nothing-merged = Er is niets samengevoegd en geen van beide bestanden is gewijzigd.
safe-package = Er is niets uit gehaald en geen van uw dossiers is gewijzigd.
next-no-common-point = Kies een kopie van dit dossier of een pakket dat ervan is gemaakt; een tabel kunt u importeren.
next-same-file = Kies de kopie die terugkwam.
error-not-a-package = { $path } is geen dossier en ook geen commentaarpakket.
error-is-a-package = { $path } is een commentaarpakket. Haal het dossier eruit met unpack, of voeg het samen met merge.
error-newer-package = { $path } is gemaakt met een nieuwere versie van CBM Workbench.
error-package-protected = { $path } is beveiligd met een wachtwoordzin.
error-package-passphrase = Deze wachtwoordzin opent { $path } niet.
error-package-damaged = Het commentaarpakket { $path } is stuk: het is onderweg beschadigd, afgebroken of gewijzigd.
error-in-the-open = { $path } is niet gemaakt: het dossier heeft een wachtwoordzin en dit bestand zou er geen hebben.
next-not-a-package = Kies een bestand dat op .cbm of .cbmreview eindigt.
next-newer-package = Werk CBM Workbench bij.
next-package-passphrase = Vraag de afzender om de wachtwoordzin, via een ander kanaal dan het pakket.
next-package-damaged = Haal het opnieuw op, of vraag de afzender het opnieuw te sturen.
next-in-the-open = Geef het een eigen wachtwoordzin, of bevestig dat iedereen het mag lezen.
restored-in-the-open = De back-up is gemaakt voordat het dossier een wachtwoordzin kreeg; het teruggezette dossier heeft er dus geen.
next-restored-in-the-open = Stel er een in met Bestand › Wachtwoordzin….
error-held = { $path } is geopend in { $program } (proces { $process }).
error-held-by = { $path } is geopend in { $program } (proces { $process }, gebruiker { $user }).
next-held = Sluit het daar, wacht tot het vrij is, of werk aan een kopie en voeg die later samen.
copies-beside = { $count ->
    [one] Naast { $path } staat een kopie met wijzigingen die er niet in staan: { $names }.
   *[other] Naast { $path } staan { $count } kopieën met wijzigingen die er niet in staan: { $names }.
}
safe-copies-beside = Beide zijn bewaard: een synchronisatieprogramma maakt zo’n kopie als twee computers hetzelfde bestand hebben gewijzigd.
next-copies-beside = { $count ->
    [one] Voeg de kopie samen met dit dossier; daarna is ze niet meer nodig.
   *[other] Voeg de kopieën een voor een samen met dit dossier; daarna zijn ze niet meer nodig.
}
place-network = { $path } staat op een netwerkschijf.
place-removable = { $path } staat op een verwisselbare schijf.
place-synced = { $path } staat in een map die wordt gesynchroniseerd.
place-unlocked = { $path } staat op een plek waar bestanden niet kunnen worden vergrendeld.
safe-place = Alles wat erin is opgeslagen, is veilig; deze melding verschijnt één keer.
next-place-network = Niet elke netwerkschijf voorkomt dat twee mensen tegelijk schrijven: werk aan een kopie en voeg die samen, en houd er rekening mee wie de schijf nog meer kan lezen.
next-place-removable = Sluit het dossier voordat u de schijf verwijdert, en beveilig het met een wachtwoordzin: USB-sticks raken zoek.
next-place-synced = De dienst kopieert het bestand naar andere computers, mogelijk terwijl het wordt geschreven: bewaar het dossier elders, of sluit het voordat het wordt gesynchroniseerd.
next-place-unlocked = Wie het daar ook opent, wordt niet tegengehouden, zodat twee mensen tegelijk kunnen schrijven: werk aan een kopie en voeg die samen.
error-other-names = { $path } staat ook onder een andere naam in een map; onder die naam zou het blijven zoals het is.
next-other-names = Verwijder de andere naam, of sla een kopie op en beveilig die.
rescued-without-history = De reddingskopie bevat alle gegevens, maar niet de geschiedenis: het bestand waarin die stond, is niet meer te lezen.
safe-rescued = Alles wat u zag, staat erin.

file-kind-document = een tekstdocument
file-kind-slides = een diapresentatie
file-kind-drawing = een tekening
file-kind-pdf = een pdf
file-kind-picture = een afbeelding
file-kind-recording = geluid of beeld
file-kind-page = een webpagina
file-kind-xml = XML van een andere soort
file-kind-mail = een bericht uit een mailprogramma
file-kind-database = een dossier of het gegevensbestand van een ander programma
file-kind-package = een pakket voor beoordeling of een ander versleuteld bestand
file-kind-archive = een archief met bestanden
file-kind-program = een programma
file-kind-binary_workbook = een binaire werkmap van Excel (XLSB)
file-kind-old_workbook = een werkmap van Excel van voor 1997
file-kind-numbers = een werkmap van Apple Numbers
file-kind-compound = een bestand van Microsoft Office zonder werkmap erin

place-line = regel { $row }
place-line-cell = regel { $row }, kolom { $letters }
place-row-of-sheet = rij { $row } van blad { $sheet }
place-cell-of-sheet = cel { $letters }{ $row } van blad { $sheet }
remark-on-sheet = Blad ‘{ $sheet }’: { $remark }
remark-formulas = { $count ->
    [one] Eén cel ({ $first }) bevat een formule
   *[other] { $count } cellen bevatten een formule, te beginnen met { $first }
}: de laatst berekende waarde is overgenomen.
remark-no-value = { $count ->
    [one] Eén cel ({ $first }) bevat een formule die nooit is berekend, en is
   *[other] { $count } cellen, te beginnen met { $first }, bevatten een formule die nooit is berekend, en zijn
} hier leeg. Open de werkmap in uw spreadsheet en sla haar op.
remark-errors = { $count ->
    [one] Eén cel ({ $first }) toont een fout
   *[other] { $count } cellen tonen een fout, te beginnen met { $first }
}, zoals #N/A: die is overgenomen zoals zij er staat.
remark-hidden-rows = { $count ->
    [one] Eén rij ({ $first }) is verborgen of weggefilterd, maar wordt
   *[other] { $count } rijen, te beginnen met { $first }, zijn verborgen of weggefilterd, maar worden
} wel meegenomen.
remark-hidden-columns = { $count ->
    [one] Eén kolom ({ $first }) is verborgen, maar wordt
   *[other] { $count } kolommen, te beginnen met { $first }, zijn verborgen, maar worden
} wel meegenomen.
remark-merged = { $count ->
    [one] Op één plaats ({ $first }) zijn cellen samengevoegd
   *[other] Op { $count } plaatsen, te beginnen met { $first }, zijn cellen samengevoegd
}: de inhoud telt alleen voor de eerste cel, de andere zijn leeg.
remark-other-length = { $count ->
    [one] Eén rij ({ $first }) heeft
   *[other] { $count } rijen, te beginnen met { $first }, hebben
} een ander aantal cellen dan de tabel kolommen heeft.
remark-nul = { $count ->
    [one] In één cel ({ $first }) staat het teken NUL, dat in geen tekst hoort. Daarvoor is een spatie gelezen.
   *[other] In { $count } cellen (de eerste is { $first }) staat het teken NUL, dat in geen tekst hoort. Daarvoor is een spatie gelezen.
}
remark-western = De tekst is geen UTF-8 en is gelezen als Windows-1252, zoals oudere West-Europese programma’s schrijven. Controleer een naam met een accent.
remark-hidden-sheets = { $count ->
    [one] Eén blad is
   *[other] { $count } bladen zijn
} in de werkmap verborgen.
remark-macros = De werkmap bevat macro’s. Die zijn niet uitgevoerd.
remark-links = De werkmap verwijst naar andere bestanden of adressen. Geen daarvan is geopend.

error-not-made = { $path } kon niet worden gemaakt: in die map kan niets worden opgeslagen.
error-folder-permission = U hebt geen rechten om iets op te slaan in { $folder }.
error-is-folder = { $path } is een map.
next-other-folder = Kies een andere map.
next-replace = Vervang het, of kies een andere naam.

## Bestanden die op het venster worden gesleept

hovering-table = Laat los om { $name } als tabel over te nemen
hovering-text = Laat los om { $name } als tekst over te nemen
hovering-other = Laat los om { $name } te openen
hovering-unknown = Laat los om het bestand over te nemen
dropped-several = Er zijn { $count } bestanden tegelijk losgelaten.
next-dropped-several = Sleep één bestand tegelijk
dropped-text-waits = { $name } moet wachten: er wordt nog een andere tekst overgenomen.
next-dropped-text = Neem die eerst over of laat die vallen, en sleep dit bestand dan opnieuw.
