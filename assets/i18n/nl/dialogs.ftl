# Dialogen, en wat even wordt gezegd.

dialog-new = Nieuw dossier
dialog-delete = Verwijderen
dialog-import = Standpunten invoeren
dialog-settings = Instellingen
dialog-keys = Toetsen
dialog-about = Over CBM Workbench

cancel = Annuleren
close = Sluiten
delete = Verwijderen
delete-question = { $what } verwijderen?
delete-also-positions = { $count ->
    [one] Eén notering gaat mee.
   *[other] { $count } noteringen gaan mee.
}
delete-also-memberships = { $count ->
    [one] Eén lidmaatschap gaat mee.
   *[other] { $count } lidmaatschappen gaan mee.
}
delete-also-sponsors = { $count ->
    [one] Eén indiening gaat mee.
   *[other] { $count } indieningen gaan mee.
}
delete-also-assessments = { $count ->
    [one] Eén beoordeling gaat mee.
   *[other] { $count } beoordelingen gaan mee.
}
delete-also-votes = { $count ->
    [one] Eén stem gaat mee.
   *[other] { $count } stemmen gaan mee.
}
delete-also-briefs = { $count ->
    [one] Eén eigen inzet gaat mee.
   *[other] { $count } keer eigen inzet gaat mee.
}
delete-also-remedies = { $count ->
    [one] Eén remedie gaat mee.
   *[other] { $count } remedies gaan mee.
}
delete-also-relations = { $count ->
    [one] Eén betrekking gaat mee.
   *[other] { $count } betrekkingen gaan mee.
}
delete-also-next-steps = { $count ->
    [one] Eén stap gaat mee.
   *[other] { $count } stappen gaan mee.
}
delete-also-engagements = { $count ->
    [one] Wat over de belangen bekend is, gaat mee.
   *[other] { $count } benaderingen gaan mee.
}
delete-also-others = { $count ->
    [one] Eén gegeven gaat mee.
   *[other] { $count } gegevens gaan mee.
}
delete-detached = { $count ->
    [one] Eén gegeven dat erop berust, blijft zonder bron staan.
   *[other] { $count } gegevens die erop berusten, blijven zonder bron staan.
}
delete-can-be-undone = Dit kan ongedaan worden gemaakt.
delete-party = Partij verwijderen…
delete-proposal = Voorstel verwijderen…
delete-group = Groep verwijderen…
delete-roll-call = Stemming verwijderen…
delete-source = Bron verwijderen…
delete-brief = Eigen inzet verwijderen…
delete-remedy = Remedie verwijderen…
delete-relation = Betrekking verwijderen…
delete-meeting = Bijeenkomst verwijderen…
delete-term = Begrip verwijderen…
delete-step = Stap verwijderen…
delete-entry = Notering verwijderen…
delete-assessment = Beoordeling verwijderen…

import-do = Invoeren
import-do-good = De goede regels invoeren

path-about = Deze computer biedt geen venster om een bestand te kiezen. Typ waar het bestand staat.
path-of-file = Pad van het bestand
path-go-on = Verder

settings-author = Uw naam
settings-author-about = Uw naam staat bij elke stap in de geschiedenis van een dossier.
settings-language = Taal
settings-language-system = Zoals het systeem
settings-theme = Thema
settings-zoom = Zoom
settings-keep = Bewaren

keys-matrix = In de matrix
keys-commands = Overal
keys-arrows = Pijlen, Page, Home, End
keys-move = Verplaatsen
keys-shift-arrows = Shift met pijlen
keys-extend = Een blok kiezen
keys-signs = + 0 − ~
keys-set = Een standpunt vastleggen; twee keer + of − is sterker
keys-digits = 1 tot en met 6
keys-set-digit = Een standpunt langs de schaal vastleggen
keys-delete = ? of Delete
keys-clear = Weer onbekend
keys-copy-paste = Ctrl+C, Ctrl+V
keys-block = Een blok kopiëren en plakken, ook uit een rekenblad
keys-enter = Enter
keys-edit = Bewerken in de inspecteur
keys-line = Shift+spatie, Ctrl+spatie
keys-select-line = De partij, het voorstel kiezen
keys-letter = Een letter
keys-find = Een partij zoeken
keys-escape = Escape
keys-leave = Opgeven wat is getypt; het blok loslaten

about-version = CBM Workbench { $version }
about-licences = Onder de MIT-licentie of de Apache-licentie 2.0, naar keuze. Lettertypen: Inter en Noto Sans (SIL Open Font License), pictogrammen van Lucide (ISC). Bestandsformaat: SQLite met SQLCipher. Stemmen: Erik Voeten, United Nations General Assembly Voting Data (CC0).

new-proposal = Nieuw voorstel
new-party = Nieuwe partij
new-group = Nieuwe groep
new-roll-call = Nieuwe stemming
new-source = Nieuwe bron

said-undone = Ongedaan gemaakt: { $step }
said-redone = Opnieuw gedaan: { $step }
said-deleted = Verwijderd: { $what }. Ctrl+Z brengt het terug.
said-yet-to-come = { $day } moet nog komen
said-imported = { $count ->
    [one] Eén notering ingevoerd
   *[other] { $count } noteringen ingevoerd
}
said-undo = Dit ongedaan maken
said-stances-set = { $count ->
    [one] Eén standpunt vastgelegd.
   *[other] { $count } standpunten vastgelegd.
}
said-stances-cleared = { $count ->
    [one] Eén standpunt gewist.
   *[other] { $count } standpunten gewist.
}
said-stances-pasted = { $count ->
    [one] Eén standpunt geplakt.
   *[other] { $count } standpunten geplakt.
}
said-stances-rest = { $count ->
    [one] Eén ander stond al zo.
   *[other] { $count } andere stonden al zo.
}
said-stances-none = Alle { $count } cellen staan al zo.
dialog-stances = Veel standpunten wijzigen
stances-set-question = In { $count } cellen het standpunt ‘{ $stance }’ vastleggen?
stances-set = { $count } standpunten vastleggen
stances-clear-question = { $count } cellen op ‘onbekend’ zetten?
stances-clear = { $count } standpunten wissen
stances-paste-question = { $count } standpunten plakken?
stances-paste = { $count } standpunten plakken
stances-size = { $parties ->
    [one] Eén partij
   *[other] { $parties } partijen
}, { $proposals ->
    [one] één voorstel
   *[other] { $proposals } voorstellen
}
stances-held = { $count ->
    [0] In geen van deze cellen staat nu een standpunt
    [one] In één van deze cellen staat nu een ander standpunt
   *[other] In { $count } van deze cellen staat nu een ander standpunt
}
said-saved = Opgeslagen: elke wijziging wordt meteen bewaard. De laatste: { $when }
said-saved-new = Opgeslagen: elke wijziging wordt meteen bewaard.
said-not-saved = Er valt niets op te slaan: dit dossier kan hier alleen worden gelezen.
said-copied = Kopie opgeslagen als { $path }

file-dossiers = Dossiers
file-tables = Tabellen
choose-open = Een dossier openen
choose-import = Standpunten invoeren
choose-new = Nieuw dossier
choose-copy = Een kopie opslaan
copy-name = { $name } kopie

error-no-window = Op dit beeldscherm kon geen venster worden geopend. Het dossier is veilig. De opdrachtregel werkt zonder venster; zie cbm-workbench --help.
delete-also-comments = { $count ->
    [one] Eén opmerking gaat mee.
   *[other] { $count } opmerkingen gaan mee.
}
strength-good = Houdt jaren stand tegen iemand die het bestand heeft.
strength-fair = Houdt een tijd stand. Met één woord meer is het goed.
strength-poor = Bezwijkt binnen enkele uren. Vier losse woorden zijn beter.
dialog-unlock = Wachtwoordzin
dialog-passphrase = Dit dossier beveiligen
dialog-send = Ter beoordeling versturen
dialog-backups = Eerdere versie terugzetten
passphrase-field = Wachtwoordzin
passphrase-new-field = Nieuwe wachtwoordzin
passphrase-again-field = Nog een keer
passphrase-not-same = De twee zijn nog niet gelijk.
passphrase-wrong = Dat opent het niet. Let op hoofdletters en de taal van het toetsenbord.
passphrase-unlock = Openen
passphrase-about = Het dossier en de reservekopieën worden ermee versleuteld. Er wordt om gevraagd bij elk openen en na Ctrl+L.
passphrase-lost = Wie hem kwijtraakt, is het dossier kwijt: zonder kan niemand het openen.
passphrase-protect = Beveiligen
passphrase-change = Wachtwoordzin wijzigen
passphrase-remove = Wachtwoordzin verwijderen
send-about = De beoordelaar krijgt een pakket met het hele dossier, de geschiedenis en alles wat erin staat, wat de markering ook is. Met een wachtwoordzin kan niemand anders het onderweg lezen of wijzigen.
send-wrapped = Met wachtwoordzin versturen…
send-open = Zonder wachtwoordzin versturen…
send-protected = Dit dossier heeft een wachtwoordzin. Het pakket heeft er geen, tenzij u er hier een kiest.
send-in-the-open = Wie het pakket in handen krijgt, mag het hele dossier lezen
dialog-merge-open = Samenvoegen zonder wachtwoordzin?
merge-open-about = De andere kopie heeft een wachtwoordzin en dit dossier niet. Wat u samenvoegt, ligt open in dit bestand en de reservekopieën: wie er een in handen krijgt, kan het lezen.
merge-open-likely = Stelt u eerst een wachtwoordzin in, dan gaat het samenvoegen verder met wat u hebt beslist.
merge-open-protect = Eerst een wachtwoordzin instellen…
merge-open-anyway = Zonder wachtwoordzin samenvoegen
backups-none = Er zijn nog geen reservekopieën van dit dossier. Er wordt er een gemaakt bij elk openen na een wijziging, en vóór elke samenvoeging.
backups-about = De versie die u kiest komt in een nieuw bestand; dit dossier blijft zoals het is.
backup-same = Zoals het dossier nu is.
backup-other = Van een andere kopie van het dossier.
backup-behind = { $count ->
    [one] Eén stap geleden.
   *[other] { $count } stappen geleden.
}
backup-last = Laatste stap erin: { $step }.
locked-room = De zaal blijft open: op de muur staat wat daar te zien mag zijn, en u kunt bladeren en de muur leegmaken. Er wordt niets genoteerd tot het dossier weer open is.
settings-idle = Vergrendelen bij inactiviteit
settings-idle-never = Nooit
settings-idle-minutes = { $count ->
    [one] Na één minuut
   *[other] Na { $count } minuten
}
settings-backups = Map voor reservekopieën
choose-work-on-copy = Aan een kopie werken
choose-restore = Eerdere versie in een nieuw bestand terugzetten
choose-rescue = Reddingskopie opslaan
choose-salvage = Opslaan wat leesbaar is
choose-send = Pakket opslaan
choose-unpack = Waar het dossier uit het pakket komt
choose-review = Kies de kopie of het pakket dat terugkwam
file-packages = Beoordelingspakketten
restored-name = { $name } teruggezet
rescued-name = { $name } gered
salvaged-name = { $name } hersteld
package-name = { $name } ter beoordeling
unpacked-name = { $name }
said-protected = Het dossier heeft nu een wachtwoordzin.
said-unprotected = Het dossier heeft geen wachtwoordzin meer.
said-packed = Verpakt in { $path }.
said-packed-in-the-open = Verpakt in { $path }, zonder wachtwoordzin: wie het in handen krijgt, kan het hele dossier lezen.
said-merged = Samengevoegd: { $taken } overgenomen, { $conflicts } beslist.
said-drafts = { $count ->
    [one] Eén half ingevuld veld is bewaard.
   *[other] { $count } half ingevulde velden zijn bewaard.
}
settings-backups-own = In uw gegevensmap
passphrase-sure = Weet u hem zeker, dan is de eerste pagina van het bestand beschadigd.
dialog-mark = Markeringen wijzigen
mark = Markeren
mark-question = { $count ->
    [one] Eén gegeven markeren als { $marking }?
   *[other] { $count } gegevens markeren als { $marking }?
}
mark-lowered = { $count ->
    [one] Eén ervan wordt minder vertrouwelijk: meer mensen mogen die zien.
   *[other] { $count } ervan worden minder vertrouwelijk: meer mensen mogen ze zien.
}
said-marked = { $count ->
    [one] Eén gegeven gemarkeerd
   *[other] { $count } gegevens gemarkeerd
}
dialog-redact = Kopie voor anderen
redact-about = Een eigen dossier met wat onder een plafond te zien mag zijn: zonder geschiedenis, half getypte tekst en wat verwijderd of verbeterd is. Aantekeningen bij wat openbaar is gaan niet mee als het plafond lager is dan de markering van dit dossier.
redact-in-the-open = Wie de kopie in handen krijgt, mag alles lezen wat erin staat
redact-leaves = Gaat mee
redact-withheld = Achtergehouden
redact-marked = De kopie is ten hoogste
redact-make = Kies waar…
choose-redact = Kopie voor anderen opslaan
redacted-name = { $name } voor anderen
dialog-palette = Opdracht zoeken
dialog-search = Overal zoeken
palette-hint = Een deel van wat u wilt doen
search-hint = Woorden die ergens staan
search-building = Alle tekst wordt gelezen
search-about = Alle tekst van dit dossier wordt doorzocht, ongeacht accenten. Enter gaat erheen.
search-kind = { $kind } · { $count }
dialog-help = Uitleg
help-others = Uitleg bij de andere schermen:
dialog-paste = Nieuw dossier uit een tabel
paste-about = Kopieer een tabel in een spreadsheet en plak die hier: voorstellen op de eerste regel, partijen in de eerste kolom, in elke cel een standpunt. Staten worden herkend aan hun namen en codes; standpunten aan teken, woord, of Y, N en A. Wat niet zeker is, wordt gevraagd.
paste-here = Plak de tabel hier
paste-nothing = Hier staat nog geen tabel.
paste-holds = { $parties ->
    [one] Eén partij
   *[other] { $parties } partijen
}, { $proposals ->
    [one] één voorstel
   *[other] { $proposals } voorstellen
}, { $stances ->
    [one] één standpunt
   *[other] { $stances } standpunten
}.
paste-cell = regel { $line }, kolom { $column }: { $words } ({ $why })
paste-not-understood = { $count ->
    [one] Eén cel wordt weggelaten:
   *[other] { $count } cellen worden weggelaten:
}
paste-make = Dossier maken…
settings-role = Uw functie
settings-role-hint = Niet verplicht
settings-motion = Beweging
settings-moving = Zoals ontworpen
settings-still = Niets beweegt
settings-marking = Nieuwe dossiers zijn
about-libraries = { $count } bibliotheken zijn ingebouwd:
search-kind-more = { $kind } · meer dan { $count }
