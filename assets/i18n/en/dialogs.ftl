# Dialogs, and what is said for a moment.

dialog-new = New dossier
dialog-delete = Delete
dialog-settings = Settings
dialog-keys = Keys
dialog-about = About CBM Workbench

cancel = Cancel
close = Close
delete = Delete
delete-question = Delete { $what }?
delete-also = { $table ->
    [positions] { $count ->
        [one] One entry will also be deleted.
       *[other] { $count } entries will also be deleted.
    }
    [memberships] { $count ->
        [one] One membership will also be deleted.
       *[other] { $count } memberships will also be deleted.
    }
    [sponsors] { $count ->
        [one] One sponsorship will also be deleted.
       *[other] { $count } sponsorships will also be deleted.
    }
    [assessments] { $count ->
        [one] One assessment will also be deleted.
       *[other] { $count } assessments will also be deleted.
    }
    [votes] { $count ->
        [one] One vote will also be deleted.
       *[other] { $count } votes will also be deleted.
    }
    [briefs] { $count ->
        [one] One own brief will also be deleted.
       *[other] { $count } own briefs will also be deleted.
    }
    [remedies] { $count ->
        [one] One remedy will also be deleted.
       *[other] { $count } remedies will also be deleted.
    }
    [relations] { $count ->
        [one] One relation will also be deleted.
       *[other] { $count } relations will also be deleted.
    }
    [next_steps] { $count ->
        [one] One step will also be deleted.
       *[other] { $count } steps will also be deleted.
    }
    [contacts] { $count ->
        [one] One contact will also be deleted.
       *[other] { $count } contacts will also be deleted.
    }
    [engagements] { $count ->
        [one] What is known of its interests will also be deleted.
       *[other] What is known of the interests of { $count } parties will also be deleted.
    }
    [comments] { $count ->
        [one] One comment will also be deleted.
       *[other] { $count } comments will also be deleted.
    }
    [scenario_moves] { $count ->
        [one] One assumed move will also be deleted.
       *[other] { $count } assumed moves will also be deleted.
    }
    [versions] { $count ->
        [one] One version of its text will also be deleted.
       *[other] { $count } versions of its text will also be deleted.
    }
    [paragraphs] { $count ->
        [one] One paragraph will also be deleted.
       *[other] { $count } paragraphs will also be deleted.
    }
    [asks] { $count ->
        [one] One wording of your own will also be deleted.
       *[other] { $count } wordings of your own will also be deleted.
    }
    [word_stances] { $count ->
        [one] One stance on its words will also be deleted.
       *[other] { $count } stances on its words will also be deleted.
    }
   *[other] { $count ->
        [one] One record will also be deleted.
       *[other] { $count } records will also be deleted.
    }
}
delete-detached = { $count ->
    [one] One record that rests on it stays, without a source.
   *[other] { $count } records that rest on it stay, without a source.
}
delete-can-be-undone = This can be undone.
delete-party = Delete party…
delete-proposal = Delete proposal…
delete-group = Delete group…
delete-roll-call = Delete recorded vote…
delete-source = Delete source…
delete-brief = Delete brief…
delete-remedy = Delete remedy…
delete-relation = Delete relation…
delete-meeting = Delete meeting…
delete-term = Delete term…
delete-contact = Delete contact…
delete-step = Delete step…
delete-entry = Delete entry…
delete-assessment = Delete assessment…


path-about = This desktop offers no dialog for choosing a file. Type its path.
path-of-file = Path of the file
path-go-on = Continue

dialog-author = Under which name?
author-about = Your name appears with this and every later step in the history, and in what you send. It is asked once; the settings keep it.
author-use = Use this name
settings-author = Your name
settings-author-about = Your name appears with every step in the history of a dossier.
settings-language = Language
settings-language-system = Same as system
settings-theme = Theme
settings-zoom = Zoom
settings-keep = Save

keys-matrix = In the matrix and in lists
keys-commands = Everywhere
keys-arrows = Arrows, Page, Home, End
keys-move = Move
keys-shift-arrows = Shift with arrows or a click
keys-extend = Select a block
keys-signs = + 0 − ~
keys-set = Set a stance; + or − pressed twice is stronger
keys-digits = 1 to 6
keys-set-digit = Set a stance by its place on the scale
keys-delete = ? or Delete
keys-clear = Back to unknown
keys-ctrl-click = Ctrl with a click, Ctrl+A
keys-one-more = Select one more, or one less; select everything shown
keys-copy-paste = Ctrl+C, Ctrl+V
keys-block = Copy with headings; paste a block or a table, also from a spreadsheet
keys-copy-bare = Ctrl+Shift+C
keys-bare = Copy without headings
keys-enter = Enter
keys-edit = Edit in the inspector
keys-line = Shift+Space, Ctrl+Space
keys-select-line = Select the party, the proposal
keys-letter = A letter
keys-find = Find a party
keys-mark = M, in Obstacles
keys-mark-for-room = Mark what was scored so that the open room may see it
keys-escape = Escape
keys-leave = Discard what was typed; deselect the block

about-version = CBM Workbench { $version }
about-licences = Under the MIT licence or the Apache licence 2.0, as you choose. Fonts: Inter and Noto Sans (SIL Open Font License), Lucide icons (ISC). File format: SQLite with SQLCipher. Votes: Erik Voeten, United Nations General Assembly Voting Data (CC0).

new-proposal = New proposal
new-party = New party
new-group = New group
new-roll-call = New recorded vote
new-source = New source

said-undone = Undone: { $step }
said-redone = Redone: { $step }
said-deleted = Deleted: { $what }. Ctrl+Z restores it.
said-yet-to-come = { $day } is in the future
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
    [one] One other needed no change.
   *[other] { $count } others needed no change.
}
said-stances-none = None of the { $count } cells needs changing.
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
    [0] None of these cells holds a stance now
    [one] One of these cells now holds another stance
   *[other] { $count } of these cells now hold another stance
}
said-saved = Saved: every change is written as you make it. The last one: { $when }
said-saved-new = Saved: every change is written as you make it.
said-not-saved = Nothing to save: this dossier can only be read here.
said-copied = Copy saved as { $path }

file-dossiers = Dossiers
file-tables = Tables
choose-open = Open a dossier
choose-import = Import a table
choose-new = New dossier
choose-copy = Save a copy
copy-name = { $name } copy

error-no-window = No window could be opened on this display. The dossier is safe. The command line works without one; see cbm-workbench --help.
strength-good = Withstands years of guessing by someone who has the file.
strength-fair = Withstands guessing for a while. One more word makes it strong.
strength-poor = Would be guessed within hours. Four unrelated words are better.
dialog-unlock = Passphrase
dialog-passphrase = Protect this dossier
dialog-send = Send for review
dialog-backups = Restore an earlier version
passphrase-field = Passphrase
passphrase-new-field = New passphrase
passphrase-again-field = Repeat passphrase
passphrase-not-same = The two do not match yet.
passphrase-wrong = That did not open it. Check Caps Lock and keyboard layout.
passphrase-unlock = Open
passphrase-about = The dossier and its backups are encrypted with it. You are asked for it whenever the dossier is opened, and after Ctrl+L.
passphrase-lost = If you lose it, you lose the dossier: nobody can open it without the passphrase.
passphrase-protect = Protect
passphrase-change = Change the passphrase
passphrase-remove = Remove the passphrase
send-about = The reviewer receives a package with the whole dossier, its history and everything in it, whatever the marking. With a passphrase, nobody else can read or change it in transit.
send-wrapped = Send with a passphrase…
send-open = Send without a passphrase…
send-protected = This dossier has a passphrase. The package has none, unless you give it one here.
send-in-the-open = Anyone who obtains the package may read the whole dossier
dialog-merge-open = Merge without a passphrase?
merge-open-about = The other copy has a passphrase and this dossier has none. What you merge will be unprotected in this file and its backups: anyone who obtains one of them can read it.
merge-open-likely = If you set a passphrase first, the merge continues with what you have decided.
merge-open-protect = Set a passphrase first…
merge-open-anyway = Merge without a passphrase
backups-none = There are no backups of this dossier yet. One is made whenever it is opened after a change, and before every merge.
backups-about = The version you choose goes into a new file; this dossier stays as it is.
backup-same = As the dossier is now.
backup-other = From another copy of the dossier.
backup-behind = { $count ->
    [one] One step ago.
   *[other] { $count } steps ago.
}
backup-last = Last step in it: { $step }.
locked-room = The room stays open: the wall shows what it may, and you can turn pages or blank it. No stances are recorded until the dossier is open again.
locked-room-empty = The room stays open and the wall stays blank: a question about what it may show was open. Open the dossier to answer it.
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
choose-unpack = Where to save the dossier from the package
choose-review = Choose the copy or package that came back
file-packages = Review packages
restored-name = { $name } restored
rescued-name = { $name } rescued
salvaged-name = { $name } salvaged
package-name = { $name } for review
unpacked-name = { $name }
said-protected = The dossier now has a passphrase.
said-unprotected = The dossier no longer has a passphrase.
said-packed = Packed into { $path }.
said-packed-in-the-open = Packed into { $path }, without a passphrase: anyone who obtains it can read the whole dossier.
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
    [one] Mark one record { $marking }?
   *[other] Mark { $count } records { $marking }?
}
mark-lowered = { $count ->
    [one] One of them becomes less confidential: more people may see it.
   *[other] { $count } of them become less confidential: more people may see them.
}
mark-for-room = Marked { $marking }, as the room may see it
mark-seen-already = Nothing to mark: the room may see this already, up to { $marking }
mark-no-room = No room is open. M marks what you score for the room
mark-not-scored = Nothing to mark: this obstacle has not been assessed yet
scored-unseen = Assessed, but not on the wall: it is { $is }. M marks it { $marking }
mark-not-bare = M marks only what was scored today and has no marking, reasons or source of its own; for this one, use Marking in the inspector
mark-proposal-withheld = Not marked: the room may not see the proposal itself
scored-kept = Assessed; the room does not see it, because you keep it hidden
scored-stricter = Assessed, but not on the wall: it is { $is }
said-marked = { $count ->
    [one] One record marked
   *[other] { $count } records marked
}
redact-kept-hidden = { $count ->
    [one] You keep one record hidden from the room. The copy goes by markings alone and may contain it.
   *[other] You keep { $count } records hidden from the room. The copy goes by markings alone and may contain them.
}
dialog-redact = Copy for others
redact-about = A separate dossier with only what may be seen up to the marking you choose: without history, half-typed text, or anything deleted or corrected. Notes on public records are left out if that marking is lower than the marking of this dossier.
redact-in-the-open = Anyone who obtains the copy may read everything in it
redact-leaves = Included
redact-withheld = Withheld
redact-marked = The copy is marked at most
redact-make = Choose where…
choose-redact = Save a copy for others
redacted-name = { $name } for others
dialog-palette = Find a command
dialog-search = Search everywhere
palette-hint = Part of what you want to do
search-hint = Any word or phrase
search-building = Reading all text
search-about = All text in this dossier is searched, regardless of accents. Enter goes there.
search-kind = { $kind } · { $count }
dialog-help = Help
help-others = Help on the other screens:
dialog-paste = New dossier from a table
paste-about = Copy a table in a spreadsheet and paste it here: proposals in the first row, parties in the first column, a stance in each cell. States are recognised by their names and codes; stances by sign, word, or Y, N and A. You are asked about anything uncertain.
paste-here = Paste the table here
paste-nothing = No table has been pasted yet.
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
settings-motion = Animations
settings-moving = On
settings-still = Off
settings-marking = Marking of new dossiers
about-libraries = { $count } libraries are included:
search-kind-more = { $kind } · more than { $count }

dialog-many = Change
many-question = { $count ->
    [one] One gets this value:
   *[other] All { $count } get this value:
}
many-replaced = { $count ->
    [one] One of them has something else here. It will be replaced.
   *[other] { $count } of them have something else here. It will be replaced.
}
many-unread = This cannot be read as a date. Examples: 2026, 5-12-2026.
many-unread-day = This cannot be read as a day. Examples: 12-11-2026, 12 Nov, yesterday.
many-change = Change
new-group-question = { $count ->
    [one] A group with one member:
   *[other] A group with { $count } members:
}
new-group-name = Name of the group
make-group = Make the group
delete-many-question = Delete these { $count }: { $what }?
said-deleted-many = { $count } deleted. Ctrl+Z restores them.
