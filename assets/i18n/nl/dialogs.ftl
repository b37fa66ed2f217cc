# Dialogen, en wat even wordt gezegd.

dialog-new = Nieuw dossier
dialog-delete = Verwijderen
dialog-settings = Instellingen
dialog-keys = Toetsen
dialog-about = Over CBM Workbench

cancel = Annuleren
close = Sluiten
delete = Verwijderen
delete-question = { $what } verwijderen?
delete-also = { $table ->
    [positions] { $count ->
        [one] Eén vermelding wordt ook verwijderd.
       *[other] { $count } vermeldingen worden ook verwijderd.
    }
    [memberships] { $count ->
        [one] Eén lidmaatschap wordt ook verwijderd.
       *[other] { $count } lidmaatschappen worden ook verwijderd.
    }
    [sponsors] { $count ->
        [one] Eén indienerschap wordt ook verwijderd.
       *[other] { $count } indienerschappen worden ook verwijderd.
    }
    [assessments] { $count ->
        [one] Eén beoordeling wordt ook verwijderd.
       *[other] { $count } beoordelingen worden ook verwijderd.
    }
    [votes] { $count ->
        [one] Eén stem wordt ook verwijderd.
       *[other] { $count } stemmen worden ook verwijderd.
    }
    [briefs] { $count ->
        [one] Eigen inzet bij één voorstel wordt ook verwijderd.
       *[other] Eigen inzet bij { $count } voorstellen wordt ook verwijderd.
    }
    [remedies] { $count ->
        [one] Eén remedie wordt ook verwijderd.
       *[other] { $count } remedies worden ook verwijderd.
    }
    [relations] { $count ->
        [one] Eén relatie wordt ook verwijderd.
       *[other] { $count } relaties worden ook verwijderd.
    }
    [next_steps] { $count ->
        [one] Eén stap wordt ook verwijderd.
       *[other] { $count } stappen worden ook verwijderd.
    }
    [contacts] { $count ->
        [one] Eén contactpersoon wordt ook verwijderd.
       *[other] { $count } contactpersonen worden ook verwijderd.
    }
    [engagements] { $count ->
        [one] Wat over de belangen bekend is, wordt ook verwijderd.
       *[other] Wat over de belangen van { $count } partijen bekend is, wordt ook verwijderd.
    }
    [comments] { $count ->
        [one] Eén opmerking wordt ook verwijderd.
       *[other] { $count } opmerkingen worden ook verwijderd.
    }
    [scenario_moves] { $count ->
        [one] Eén aangenomen stap wordt ook verwijderd.
       *[other] { $count } aangenomen stappen worden ook verwijderd.
    }
    [versions] { $count ->
        [one] Ook één versie van de tekst wordt verwijderd.
       *[other] Ook { $count } versies van de tekst worden verwijderd.
    }
    [paragraphs] { $count ->
        [one] Ook één alinea wordt verwijderd.
       *[other] Ook { $count } alinea’s worden verwijderd.
    }
    [asks] { $count ->
        [one] Ook één eigen formulering wordt verwijderd.
       *[other] Ook { $count } eigen formuleringen worden verwijderd.
    }
    [word_stances] { $count ->
        [one] Ook één standpunt over de woorden wordt verwijderd.
       *[other] Ook { $count } standpunten over de woorden worden verwijderd.
    }
   *[other] { $count ->
        [one] Eén gegeven wordt ook verwijderd.
       *[other] { $count } gegevens worden ook verwijderd.
    }
}
delete-detached = { $count ->
    [one] Eén gegeven dat erop berust, blijft zonder bron staan.
   *[other] { $count } gegevens die erop berusten, blijven zonder bron staan.
}
delete-can-be-undone = Dit kan ongedaan worden gemaakt.
delete-party = Partij verwijderen…
delete-proposal = Voorstel verwijderen…
delete-group = Groep verwijderen…
delete-roll-call = Geregistreerde stemming verwijderen…
delete-source = Bron verwijderen…
delete-brief = Eigen inzet verwijderen…
delete-remedy = Remedie verwijderen…
delete-relation = Relatie verwijderen…
delete-meeting = Bijeenkomst verwijderen…
delete-term = Begrip verwijderen…
delete-contact = Contactpersoon verwijderen…
delete-step = Stap verwijderen…
delete-entry = Vermelding verwijderen…
delete-assessment = Beoordeling verwijderen…


path-about = Deze computer biedt geen venster om een bestand te kiezen. Typ het pad van het bestand.
path-of-file = Pad van het bestand
path-go-on = Verder

dialog-author = Onder welke naam?
author-about = Uw naam staat bij deze en elke volgende stap in de geschiedenis, en in wat u verstuurt. Dit wordt één keer gevraagd; de instellingen bewaren het.
author-use = Deze naam gebruiken
settings-author = Uw naam
settings-author-about = Uw naam staat bij elke stap in de geschiedenis van een dossier.
settings-language = Taal
settings-language-system = Zelfde als systeem
settings-theme = Thema
settings-zoom = Zoom
settings-keep = Opslaan

keys-matrix = In de matrix en in lijsten
keys-commands = Overal
keys-arrows = Pijlen, Page, Home, End
keys-move = Verplaatsen
keys-shift-arrows = Shift met pijlen of een klik
keys-extend = Een blok selecteren
keys-signs = + 0 − ~
keys-set = Een standpunt vastleggen; tweemaal + of − is sterker
keys-digits = 1 tot en met 6
keys-set-digit = Een standpunt vastleggen naar zijn plaats op de schaal
keys-delete = ? of Delete
keys-clear = Weer onbekend
keys-ctrl-click = Ctrl met een klik, Ctrl+A
keys-one-more = Er één bij of af selecteren; alles selecteren wat wordt getoond
keys-copy-paste = Ctrl+C, Ctrl+V
keys-block = Kopiëren met koppen; een blok of een tabel plakken, ook uit een spreadsheet
keys-copy-bare = Ctrl+Shift+C
keys-bare = Kopiëren zonder koppen
keys-enter = Enter
keys-edit = Bewerken in het detailpaneel
keys-line = Shift+spatie, Ctrl+spatie
keys-select-line = De partij of het voorstel selecteren
keys-letter = Een letter
keys-find = Een partij zoeken
keys-mark = M, bij Hindernissen
keys-mark-for-room = De beoordeling zo markeren dat de open zaal die mag zien
keys-escape = Escape
keys-leave = Verwerpen wat is getypt; de selectie opheffen

about-version = CBM Workbench { $version }
about-licences = Onder de MIT-licentie of de Apache-licentie 2.0, naar keuze. Lettertypen: Inter en Noto Sans (SIL Open Font License), pictogrammen van Lucide (ISC). Bestandsformaat: SQLite met SQLCipher. Stemmen: Erik Voeten, United Nations General Assembly Voting Data (CC0).

new-proposal = Nieuw voorstel
new-party = Nieuwe partij
new-group = Nieuwe groep
new-roll-call = Nieuwe geregistreerde stemming
new-source = Nieuwe bron

said-undone = Ongedaan gemaakt: { $step }
said-redone = Opnieuw gedaan: { $step }
said-deleted = Verwijderd: { $what }. Ctrl+Z zet het terug.
said-yet-to-come = { $day } ligt in de toekomst
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
    [one] Eén ander hoefde niet te worden gewijzigd.
   *[other] { $count } andere hoefden niet te worden gewijzigd.
}
said-stances-none = Geen van de { $count } cellen hoeft te worden gewijzigd.
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
choose-import = Tabel importeren
choose-new = Nieuw dossier
choose-copy = Een kopie opslaan
copy-name = { $name } kopie

error-no-window = Op dit beeldscherm kon geen venster worden geopend. Het dossier is veilig. De opdrachtregel werkt zonder venster; zie cbm-workbench --help.
strength-good = Bestand tegen jarenlang raden door iemand die het bestand heeft.
strength-fair = Een tijdlang bestand tegen raden. Met één woord meer is de wachtwoordzin sterk.
strength-poor = Binnen enkele uren te raden. Vier losse woorden zijn beter.
dialog-unlock = Wachtwoordzin
dialog-passphrase = Dit dossier beveiligen
dialog-send = Ter commentaar versturen
dialog-backups = Eerdere versie terugzetten
passphrase-field = Wachtwoordzin
passphrase-new-field = Nieuwe wachtwoordzin
passphrase-again-field = Wachtwoordzin herhalen
passphrase-not-same = De twee komen nog niet overeen.
passphrase-wrong = Dat opent het niet. Controleer Caps Lock en de toetsenbordindeling.
passphrase-unlock = Openen
passphrase-about = Het dossier en de back-ups worden ermee versleuteld. Er wordt om gevraagd bij elk openen en na Ctrl+L.
passphrase-lost = Wie de wachtwoordzin kwijtraakt, is het dossier kwijt: zonder wachtwoordzin kan niemand het openen.
passphrase-protect = Beveiligen
passphrase-change = Wachtwoordzin wijzigen
passphrase-remove = Wachtwoordzin verwijderen
send-about = De ontvanger krijgt een pakket met het hele dossier, de geschiedenis en alles wat erin staat, wat de markering ook is. Met een wachtwoordzin kan niemand anders het onderweg lezen of wijzigen.
send-wrapped = Met wachtwoordzin versturen…
send-open = Zonder wachtwoordzin versturen…
send-protected = Dit dossier heeft een wachtwoordzin. Het pakket heeft er geen, tenzij u er hier een kiest.
send-in-the-open = Wie het pakket in handen krijgt, mag het hele dossier lezen
dialog-merge-open = Samenvoegen zonder wachtwoordzin?
merge-open-about = De andere kopie heeft een wachtwoordzin en dit dossier niet. Wat u samenvoegt, staat onbeveiligd in dit bestand en de back-ups: wie er een in handen krijgt, kan het lezen.
merge-open-likely = Stelt u eerst een wachtwoordzin in, dan gaat het samenvoegen verder met wat u hebt beslist.
merge-open-protect = Eerst een wachtwoordzin instellen…
merge-open-anyway = Zonder wachtwoordzin samenvoegen
backups-none = Er zijn nog geen back-ups van dit dossier. Er wordt er een gemaakt bij elk openen na een wijziging, en vóór elke samenvoeging.
backups-about = De versie die u kiest, komt in een nieuw bestand; dit dossier blijft zoals het is.
backup-same = Zoals het dossier nu is.
backup-other = Van een andere kopie van het dossier.
backup-behind = { $count ->
    [one] Eén stap geleden.
   *[other] { $count } stappen geleden.
}
backup-last = Laatste stap erin: { $step }.
locked-room = De zaal blijft open: het zaalscherm toont wat daar mag worden getoond, en u kunt bladeren of het leegmaken. Er wordt niets vastgelegd tot het dossier weer open is.
locked-room-empty = De zaal blijft open en het zaalscherm blijft leeg: er stond een vraag open over wat het mag tonen. Open het dossier om die te beantwoorden.
settings-idle = Vergrendelen bij inactiviteit
settings-idle-never = Nooit
settings-idle-minutes = { $count ->
    [one] Na één minuut
   *[other] Na { $count } minuten
}
settings-backups = Map voor back-ups
choose-work-on-copy = Aan een kopie werken
choose-restore = Eerdere versie in een nieuw bestand terugzetten
choose-rescue = Reddingskopie opslaan
choose-salvage = Opslaan wat leesbaar is
choose-send = Pakket opslaan
choose-unpack = Waar het dossier uit het pakket wordt opgeslagen
choose-review = Kies de kopie of het pakket dat terugkwam
file-packages = Commentaarpakketten
restored-name = { $name } teruggezet
rescued-name = { $name } reddingskopie
salvaged-name = { $name } gered
package-name = { $name } ter commentaar
unpacked-name = { $name }
said-protected = Het dossier heeft nu een wachtwoordzin.
said-unprotected = Het dossier heeft geen wachtwoordzin meer.
said-packed = Ingepakt in { $path }.
said-packed-in-the-open = Ingepakt in { $path }, zonder wachtwoordzin: wie het in handen krijgt, kan het hele dossier lezen.
said-merged = Samengevoegd: { $taken } overgenomen, { $conflicts } beslist.
said-drafts = { $count ->
    [one] Eén half ingevuld veld is bewaard.
   *[other] { $count } half ingevulde velden zijn bewaard.
}
settings-backups-own = In uw gegevensmap
passphrase-sure = Weet u de wachtwoordzin zeker, dan is de eerste pagina van het bestand beschadigd.
dialog-mark = Markeringen wijzigen
mark = Markeren
mark-question = { $count ->
    [one] Eén gegeven markeren als { $marking }?
   *[other] { $count } gegevens markeren als { $marking }?
}
mark-lowered = { $count ->
    [one] Eén ervan wordt minder vertrouwelijk: meer mensen mogen het zien.
   *[other] { $count } ervan worden minder vertrouwelijk: meer mensen mogen ze zien.
}
mark-for-room = Gemarkeerd als { $marking }: de zaal mag het zien
mark-seen-already = Niets te markeren: de zaal mag dit al zien, tot en met { $marking }
mark-no-room = Er is geen zaal open. Met M markeert u een beoordeling voor de zaal
mark-not-scored = Niets te markeren: deze hindernis is nog niet beoordeeld
scored-unseen = Beoordeeld, maar niet op het zaalscherm: gemarkeerd als { $is }. Met M wordt dat { $marking }
mark-not-bare = M markeert alleen wat vandaag is beoordeeld en geen eigen markering, toelichting of bron heeft; gebruik hiervoor Markering in het detailpaneel
mark-proposal-withheld = Niet gemarkeerd: de zaal mag het voorstel zelf niet zien
scored-kept = Beoordeeld; de zaal ziet het niet, omdat u het verborgen houdt
scored-stricter = Beoordeeld, maar niet op het zaalscherm: gemarkeerd als { $is }
said-marked = { $count ->
    [one] Eén gegeven gemarkeerd
   *[other] { $count } gegevens gemarkeerd
}
redact-kept-hidden = { $count ->
    [one] U houdt één gegeven verborgen voor de zaal. De kopie volgt alleen de markeringen en kan het bevatten.
   *[other] U houdt { $count } gegevens verborgen voor de zaal. De kopie volgt alleen de markeringen en kan ze bevatten.
}
dialog-redact = Kopie voor anderen
redact-about = Een afzonderlijk dossier met alleen wat tot en met de hoogste toegestane markering mag worden gezien: zonder geschiedenis, half getypte tekst en wat verwijderd of gecorrigeerd is. Aantekeningen bij openbare gegevens blijven weg als die markering lager is dan die van dit dossier.
redact-in-the-open = Wie de kopie in handen krijgt, mag alles lezen wat erin staat
redact-leaves = Komt in de kopie
redact-withheld = Achtergehouden
redact-marked = Hoogste markering in de kopie
redact-make = Kies waar…
choose-redact = Kopie voor anderen opslaan
redacted-name = { $name } voor anderen
dialog-palette = Opdracht zoeken
dialog-search = Overal zoeken
palette-hint = Een deel van wat u wilt doen
search-hint = Een woord of woordgroep
search-building = Alle tekst wordt gelezen
search-about = Alle tekst van dit dossier wordt doorzocht, ongeacht accenten. Met Enter gaat u erheen.
search-kind = { $kind } · { $count }
dialog-help = Uitleg
help-others = Uitleg bij de andere schermen:
dialog-paste = Nieuw dossier uit een tabel
paste-about = Kopieer een tabel in een spreadsheet en plak die hier: voorstellen in de eerste rij, partijen in de eerste kolom, in elke cel een standpunt. Staten worden herkend aan hun namen en codes; standpunten aan teken, woord, of Y, N en A. Naar wat niet zeker is, wordt gevraagd.
paste-here = Plak de tabel hier
paste-nothing = Er is nog geen tabel geplakt.
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
settings-motion = Animaties
settings-moving = Aan
settings-still = Uit
settings-marking = Markering van nieuwe dossiers
about-libraries = { $count } bibliotheken zijn ingebouwd:
search-kind-more = { $kind } · meer dan { $count }

dialog-many = Wijzigen
many-question = { $count ->
    [one] Eén krijgt deze waarde:
   *[other] Alle { $count } krijgen deze waarde:
}
many-replaced = { $count ->
    [one] Bij één staat hier iets anders. Dat wordt vervangen.
   *[other] Bij { $count } staat hier iets anders. Dat wordt vervangen.
}
many-unread = Dit is niet als datum te lezen. Voorbeelden: 2026, 5-12-2026.
many-unread-day = Dit is niet als dag te lezen. Voorbeelden: 12-11-2026, 12 nov, gisteren.
many-change = Wijzigen
new-group-question = { $count ->
    [one] Een groep met één lid:
   *[other] Een groep met { $count } leden:
}
new-group-name = Naam van de groep
make-group = Groep maken
delete-many-question = Deze { $count } verwijderen: { $what }?
said-deleted-many = { $count } verwijderd. Ctrl+Z zet ze terug.
