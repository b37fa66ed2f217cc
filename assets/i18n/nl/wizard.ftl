# Een tabel overnemen: wat het scherm zegt.

wizard-heading = { $name } importeren
wizard-clipboard = het klembord
wizard-clipboard-empty = Er staat geen tekst op het klembord
wizard-looking = De tabel wordt bekeken…
wizard-header = De kop staat op regel { $line }; klik op een andere regel als de kop daar staat.
wizard-bare = Geen kopregel: elke regel wordt gelezen. Staat er toch een kop, klik dan op die regel.
wizard-bare-found = Geen kopregel: op de eerste regel staan al gegevens. Is het toch een kop, klik er dan op.
wizard-heads = Regel { $upper } daarboven is ook een kop:
wizard-heads-say = Wat de twee kopregels zeggen
wizard-heads-which = De regels { $upper } en { $line } zijn allebei kop. Wat zeggen zij?
wizard-no-header = Geen kopregel
wizard-sheet = Blad { $name }
wizard-hidden-sheet = Blad { $name } (verborgen)
wizard-not-read = Niet gelezen
wizard-column = Kolom { $letters }, { $heading }: { $holds }
wizard-column-bare = Kolom { $letters }: { $holds }
wizard-stands-on = Standpunten over { $name }
wizard-stances-of = Standpunten van { $name }
wizard-members = Leden van de groep
wizard-members-of = Leden van { $name }
wizard-new-on = Een nieuw voorstel, ‘{ $name }’
wizard-column-name = Kolom { $letters }
wizard-row = Regel { $line }: { $cells }
wizard-row-header = Kop, regel { $line }: { $cells }
wizard-make-header = Met Enter wordt deze regel de kop
wizard-part = Hier staat maar een deel van de tabel; alles wordt gelezen.
wizard-layout = Wat de tabel is
wizard-guess = Dit is een inschatting; kijk die na.
wizard-which = Deze tabel kan op meer dan één manier worden gelezen. Wat is het?
wizard-read-as = Lezen als: { $layout }
wizard-remembered = Gelezen als de vorige tabel met deze koppen.
wizard-remembered-bare = Gelezen als de vorige tabel die er zo uitziet, zonder kopregel.
wizard-chosen = Zoals u hebt gekozen.
wizard-lacks = Hiervoor is nog geen kolom: { $fields }. Geef boven een kolom aan wat erin staat.
wizard-lacks-cells = Nergens staat nog waarover de standpunten gaan. Kies boven elke kolom met standpunten het voorstel.
wizard-lacks-voters = Nergens staat nog van wie de standpunten zijn. Kies boven elke kolom met standpunten de partij.
wizard-titles = Titels en dagen uit een andere tabel…
wizard-titles-from = Titels en dagen uit { $name }
wizard-titles-found = Gevonden in hetzelfde bestand
wizard-titles-none = Geen andere tabel
wizard-titles-file = Uit een bestand…
wizard-working = Bezig met uitwerken: { $done } rijen tot nu toe
wizard-working-of = Bezig met uitwerken: { $done } van { $of } rijen
wizard-asked = { $count ->
    [one] Eén vraag
   *[other] { $count } vragen
}
wizard-choose = Kies…
wizard-none-taken = Geen standpunt ingenomen
wizard-stands-for = { $number } staat voor: { $meaning }
wizard-scale-so = Zo lezen
wizard-who = Geef aan wie dit is…
wizard-answer = { $written }: { $answer }
wizard-leave-out = Weglaten
wizard-new-party = Een nieuwe partij: { $kind }
wizard-new-group = Een nieuwe groep
wizard-rest = Alle { $count } namen zijn…
wizard-holds = Regel { $line } geldt
wizard-line-out = Regel { $line } weglaten
wizard-show = De regel tonen
wizard-given = Beantwoord
wizard-take-back = Terugnemen: { $written } is { $answer }
wizard-days-read = Datums: { $order }
wizard-days-back = Terugnemen hoe datums worden gelezen
wizard-count = { $fate }: { $count }
wizard-create = Ontbrekende voorstellen, bekende partijen en bekende groepen toevoegen
wizard-line = Regel { $line }: { $cells }
becomes-field = { $field }: { $value }
wizard-line-cells = { $count ->
    [one] Regel { $line }, één cel: { $cells }
   *[other] Regel { $line }, { $count } cellen: { $cells }
}
wizard-remarks = Over het bestand
wizard-take = Importeren
wizard-take-right = Alleen importeren wat klopt
wizard-save = Deze keuzes bewaren…
wizard-taking = Bezig met importeren…
wizard-taking-of = Bezig met importeren: { $done } van { $of } gegevens
wizard-finishing = Alles is geschreven; de schermen worden bijgewerkt…
wizard-stopping = Wordt geannuleerd; er komt niets van in het dossier…
wizard-stopped = Geannuleerd: van deze tabel staat niets in het dossier.
wizard-closes = Het venster sluit zodra dit klaar is. Sluit het nogmaals om de import te annuleren.
error-importing = Er wordt een tabel geïmporteerd.
safe-importing = Met het dossier kan intussen niets anders; alles wat eerder is opgeslagen, is veilig.
next-importing = Wacht tot het klaar is, of annuleer het.
wizard-no-rows = Onder de kop staat niets.
wizard-nothing = Dit staat allemaal al in het dossier.
table-lost = { $name } werd geïmporteerd toen het dossier werd vergrendeld, en kan niet meer worden gelezen; begin de import opnieuw.
table-changed = { $name } is gewijzigd sinds het dossier werd vergrendeld, en is opnieuw gelezen. Uw antwoorden over namen gelden nog; andere keuzes moet u opnieuw maken.
titles-changed = { $name }, met de titels en dagen van de stemmingen, is gewijzigd sinds het dossier werd vergrendeld, en is opnieuw gelezen.
next-titles-changed = Kijk nog eens na wat de tabel wordt voordat u die importeert.
error-import-broke = Het importeren is afgebroken door een fout in het programma.
safe-import-broke = Van de tabel staat niets in het dossier; het is opnieuw geopend zoals het daarvoor was.
next-import-broke = Probeer het nog eens. Breekt het weer af, importeer de tabel dan in delen, en meld de fout.
said-taken-in = Geïmporteerd: { $new } nieuw, { $changed } gewijzigd
said-mapping = Hoe deze tabel wordt gelezen, is bewaard als { $path }
choose-titles = Titels en dagen van stemmingen
choose-mapping = Bewaren hoe deze tabel wordt gelezen
file-mappings = Hoe tabellen worden gelezen
mapping-name = { $name } – tabel
wizard-undated = { $count ->
    [one] Dag van de vermelding zonder dag:
   *[other] Dag van de { $count } vermeldingen zonder dag:
}
