# Dialogs, and what is said for a moment.

dialog-new = New dossier
dialog-delete = Delete
dialog-import = Import positions
dialog-settings = Settings
dialog-keys = Keys
dialog-about = About CBM Workbench

cancel = Cancel
close = Close
delete = Delete
delete-question = Delete { $what }?
delete-also-positions = { $count ->
    [one] One entry goes along.
   *[other] { $count } entries go along.
}
delete-also-memberships = { $count ->
    [one] One membership goes along.
   *[other] { $count } memberships go along.
}
delete-also-sponsors = { $count ->
    [one] One sponsorship goes along.
   *[other] { $count } sponsorships go along.
}
delete-also-assessments = { $count ->
    [one] One assessment goes along.
   *[other] { $count } assessments go along.
}
delete-also-votes = { $count ->
    [one] One vote goes along.
   *[other] { $count } votes go along.
}
delete-also-briefs = { $count ->
    [one] One own brief goes along.
   *[other] { $count } own briefs go along.
}
delete-also-remedies = { $count ->
    [one] One remedy goes along.
   *[other] { $count } remedies go along.
}
delete-also-relations = { $count ->
    [one] One relation goes along.
   *[other] { $count } relations go along.
}
delete-also-next-steps = { $count ->
    [one] One step goes along.
   *[other] { $count } steps go along.
}
delete-also-engagements = { $count ->
    [one] What is known of its interests goes along.
   *[other] { $count } engagements go along.
}
delete-also-others = { $count ->
    [one] One record goes along.
   *[other] { $count } records go along.
}
delete-detached = { $count ->
    [one] One record that rests on it stays, without a source.
   *[other] { $count } records that rest on it stay, without a source.
}
delete-can-be-undone = This can be undone.
delete-party = Delete party…
delete-proposal = Delete proposal…
delete-group = Delete group…
delete-roll-call = Delete roll call…
delete-source = Delete source…
delete-brief = Delete brief…
delete-remedy = Delete remedy…
delete-relation = Delete relation…
delete-meeting = Delete meeting…
delete-term = Delete term…
delete-step = Delete step…
delete-entry = Delete entry…
delete-assessment = Delete assessment…

import-do = Import
import-do-good = Import the good rows

path-about = This desktop offers no dialog for choosing a file. Type where the file is.
path-of-file = Path of the file
path-go-on = Go on

settings-author = Your name
settings-author-about = Your name stands with every step in the history of a dossier.
settings-language = Language
settings-language-system = As the system
settings-theme = Theme
settings-zoom = Zoom
settings-keep = Keep

keys-matrix = In the matrix
keys-commands = Everywhere
keys-arrows = Arrows, Page, Home, End
keys-move = Move
keys-shift-arrows = Shift with arrows
keys-extend = Select a block
keys-signs = + 0 − ~
keys-set = Set a stance; twice + or − means stronger
keys-digits = 1 to 6
keys-set-digit = Set a stance along the scale
keys-delete = ? or Delete
keys-clear = Unknown again
keys-copy-paste = Ctrl+C, Ctrl+V
keys-block = Copy and paste a block, also from a spreadsheet
keys-enter = Enter
keys-edit = Edit in the inspector
keys-line = Shift+Space, Ctrl+Space
keys-select-line = Select the party, the proposal
keys-letter = A letter
keys-find = Find a party
keys-escape = Escape
keys-leave = Give up what was typed; let go of the block

about-version = CBM Workbench { $version }
about-licences = Under the MIT licence or the Apache licence 2.0, as you choose. Fonts: Inter and Noto Sans (SIL Open Font License), Lucide icons (ISC). File format: SQLite with SQLCipher. Votes: Erik Voeten, United Nations General Assembly Voting Data (CC0).

new-proposal = New proposal
new-party = New party
new-group = New group
new-roll-call = New roll call
new-source = New source

said-undone = Undone: { $step }
said-redone = Redone: { $step }
said-deleted = Deleted: { $what }. Ctrl+Z brings it back.
said-yet-to-come = { $day } is yet to come
said-imported = { $count ->
    [one] One entry imported
   *[other] { $count } entries imported
}
said-undo = Undo this
said-stances-set = { $count ->
    [one] One stance set.
   *[other] { $count } stances set.
}
said-stances-cleared = { $count ->
    [one] One stance cleared.
   *[other] { $count } stances cleared.
}
said-stances-pasted = { $count ->
    [one] One stance pasted.
   *[other] { $count } stances pasted.
}
said-stances-rest = { $count ->
    [one] One more said so already.
   *[other] { $count } more said so already.
}
said-stances-none = All { $count } cells say so already.
dialog-stances = Change many stances
stances-set-question = Set { $count } cells to “{ $stance }”?
stances-set = Set { $count } stances
stances-clear-question = Set { $count } cells to “unknown”?
stances-clear = Clear { $count } stances
stances-paste-question = Paste { $count } stances?
stances-paste = Paste { $count } stances
stances-size = { $parties ->
    [one] One party
   *[other] { $parties } parties
}, { $proposals ->
    [one] one proposal
   *[other] { $proposals } proposals
}
stances-held = { $count ->
    [0] None of these cells holds a stance today
    [one] One of these cells holds another stance today
   *[other] { $count } of these cells hold another stance today
}
said-saved = Saved: every change is written as you make it. The last one: { $when }
said-saved-new = Saved: every change is written as you make it.
said-not-saved = Nothing to save: this dossier can only be read here.
said-copied = Copy saved as { $path }

file-dossiers = Dossiers
file-tables = Tables
choose-open = Open a dossier
choose-import = Import positions
choose-new = New dossier
choose-copy = Save a copy
copy-name = { $name } copy

error-no-window = No window could be opened on this display. The dossier is safe. The command line works without one; see cbm-workbench --help.
delete-also-comments = { $count ->
    [one] One comment goes along.
   *[other] { $count } comments go along.
}
strength-good = Holds out for years against somebody who has the file.
strength-fair = Holds out for a while. One word more makes it good.
strength-poor = Falls within hours. Four unrelated words are better.
dialog-unlock = Passphrase
dialog-passphrase = Protect this dossier
dialog-send = Send for review
dialog-backups = Restore an earlier version
passphrase-field = Passphrase
passphrase-new-field = New passphrase
passphrase-again-field = Once more
passphrase-not-same = The two are not the same yet.
passphrase-wrong = That did not open it. Look at capitals and the language of the keyboard.
passphrase-unlock = Open
passphrase-about = The dossier and its backups are encrypted with it. It is asked for whenever the dossier is opened, and after Ctrl+L.
passphrase-lost = Whoever loses it loses the dossier: nobody can open it without.
passphrase-protect = Protect
passphrase-change = Change the passphrase
passphrase-remove = Remove the passphrase
send-about = The reviewer gets a package with the whole dossier, its history and everything in it, whatever its marking. Under a passphrase nobody else can read or change it on the way.
send-wrapped = Send under a passphrase…
send-open = Send without a passphrase…
send-protected = This dossier has a passphrase. Without one of its own the package has none.
send-in-the-open = Whoever gets hold of the package may read the whole dossier
dialog-merge-open = Merge without a passphrase?
merge-open-about = The other copy has a passphrase and this dossier has none. What is merged lies open in this file and its backups: whoever gets hold of one of them can read it.
merge-open-likely = With a passphrase set first, the merge goes on with what you have decided.
merge-open-protect = Set a passphrase first…
merge-open-anyway = Merge without a passphrase
backups-none = There are no backups of this dossier yet. One is made each time it is opened after a change, and before every merge.
backups-about = The one you choose goes into a new file; this dossier stays as it is.
backup-same = As the dossier is now.
backup-other = From another copy of the dossier.
backup-behind = { $count ->
    [one] One step ago.
   *[other] { $count } steps ago.
}
backup-last = Last step in it: { $step }.
locked-room = The room stays open: its wall shows what it may, and can be paged and left blank. Nothing is taken down until the dossier is open again.
settings-idle = Lock when idle
settings-idle-never = Never
settings-idle-minutes = { $count ->
    [one] After one minute
   *[other] After { $count } minutes
}
settings-backups = Folder for backups
choose-work-on-copy = Work on a copy
choose-restore = Restore an earlier version into a new file
choose-rescue = Save a rescue copy
choose-salvage = Save what can be read
choose-send = Save the package
choose-unpack = Where to put the dossier of the package
choose-review = Choose the copy or package that came back
file-packages = Review packages
restored-name = { $name } restored
rescued-name = { $name } rescued
salvaged-name = { $name } salvaged
package-name = { $name } for review
unpacked-name = { $name }
said-protected = The dossier has a passphrase now.
said-unprotected = The dossier has no passphrase any more.
said-packed = Packed into { $path }.
said-packed-in-the-open = Packed into { $path }, without a passphrase: whoever gets hold of it can read the whole dossier.
said-merged = Merged: { $taken } taken over, { $conflicts } decided.
said-drafts = { $count ->
    [one] One half-typed field was kept.
   *[other] { $count } half-typed fields were kept.
}
settings-backups-own = In your data folder
passphrase-sure = If you are sure of it, the first page of the file is damaged.
dialog-mark = Change markings
mark = Mark
mark-question = { $count ->
    [one] Mark one thing { $marking }?
   *[other] Mark { $count } things { $marking }?
}
mark-lowered = { $count ->
    [one] One of them becomes less confidential: more people may see it.
   *[other] { $count } of them become less confidential: more people may see them.
}
said-marked = { $count ->
    [one] One thing marked
   *[other] { $count } things marked
}
dialog-redact = Copy for others
redact-about = A dossier of its own with what may be seen under a ceiling: without history, half-typed text and what was deleted or corrected. Notes on what is public stay behind below the marking of this dossier.
redact-in-the-open = Whoever gets hold of the copy may read all that is in it
redact-leaves = Leaves
redact-withheld = Withheld
redact-marked = The copy is at most
redact-make = Choose where…
choose-redact = Save a copy for others
redacted-name = { $name } for others
dialog-palette = Find a command
dialog-search = Search everywhere
palette-hint = A part of what you want to do
search-hint = Words that stand somewhere
search-building = Reading all text
search-about = Every text of this dossier is looked through, whatever its accents. Enter goes there.
search-kind = { $kind } · { $count }
dialog-help = Help
help-others = Help on the other screens:
dialog-paste = New dossier from a table
paste-about = Copy a table in a spreadsheet and paste it here: proposals in the first line, parties in the first column, a stance in each cell. States are known by their names and codes; stances by sign, word, or Y, N and A. What is not certain is asked.
paste-here = Paste the table here
paste-nothing = There is no table here yet.
paste-holds = { $parties ->
    [one] One party
   *[other] { $parties } parties
}, { $proposals ->
    [one] one proposal
   *[other] { $proposals } proposals
}, { $stances ->
    [one] one stance
   *[other] { $stances } stances
}.
paste-cell = line { $line }, column { $column }: { $words } ({ $why })
paste-not-understood = { $count ->
    [one] One cell is left out:
   *[other] { $count } cells are left out:
}
paste-make = Make a dossier…
settings-role = Your role
settings-role-hint = Optional
settings-motion = Motion
settings-moving = As designed
settings-still = Nothing moves
settings-marking = New dossiers are
about-libraries = { $count } libraries are built in:
search-kind-more = { $kind } · more than { $count }
