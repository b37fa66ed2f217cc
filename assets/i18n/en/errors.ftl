# Errors: what happened, whether the data is safe, what to do.

error-missing = The file { $path } does not exist.
error-no-folder = The folder of { $path } does not exist.
error-folder = { $path } is a folder, not a dossier.
error-not-a-file = { $path } is a pipe or a device, not a file.
error-reserved = A file named { $path } would be taken for part of another dossier: names that end in -journal, -wal or -shm are reserved for files that belong beside a dossier.
error-bad-name = The system does not accept { $path } as the name of a file: it is too long, or contains characters that are not allowed.
error-exists = Something already exists at { $path }.
error-permission = You do not have permission to open or change { $path }.
error-empty = { $path } is empty.
error-not-a-dossier = { $path } is not a dossier.
error-foreign = { $path } belongs to another program.
error-newer = { $path } was made by a newer version of CBM Workbench (file version { $found }; this one reads up to { $known }).
error-older = { $path } was made by a version of CBM Workbench that is too old (file version { $found }; this one reads from { $known }).
error-damaged = { $path } is damaged: parts of it are missing or contradict each other.
error-altered = The structure of { $path } was altered by another program.
error-value = { $path } contains a value that this version of CBM Workbench does not recognise.
error-text-too-long = { $path } was not made: one text in the dossier is longer than can be entered ({ $what }).
error-locked = { $path } is open in another window or program.
error-read-only = { $path } is open for reading only.
error-replaced = Another file has taken the place of { $path }, or it was moved.
error-disk-full = The disk is full.
error-interrupted = Writing to { $path } was interrupted, and it cannot be put right here because the file may not be changed.
error-io = The disk with { $path } could not be written to.
error-unreadable = { $path } could not be read: the disk, the USB stick or the connection to it failed.
error-elsewhere = The content of { $path } is not on this computer: the program that synchronises its folder has left only its name here, and cannot fetch it now.
error-done = { $path } was changed as you asked, but then something went wrong: { $why }
error-unsure = Something went wrong while { $path } was being written, and the outcome could not be established: { $why }
error-stray-log = Beside the dossier is { $beside }. CBM Workbench makes no such file: either another program has the dossier open or left the file behind, or it belongs to a dossier that was here before.
error-stray-journal = Beside the dossier is { $beside }. It was left by an interrupted write, but to another dossier or to another state of this one: taking it in would damage { $path }.
error-left-behind = { $path } would be a new file, but beside that name is { $beside }. It belongs to a file that was there before, and would be mixed into the new one.
error-other-mode = { $path } was last written by another program, in a way that may leave part of it in a second file, whose name ends in -wal.
error-stopped = The change was stopped before it was made.
error-constraint = The change contradicts what is in { $path }.
error-log = The history of { $path } does not agree with its content.
error-database = { $path } could not be read or written.
error-nothing = There is nothing to undo or redo.
error-table-folder = { $path } is a folder, not a table.
error-sheet-empty = { $path } contains no table.
error-sheet-too-large = { $path } is too large for a table: it has more than 64 MB, two million rows or 16,384 columns.
error-sheet-not-text = { $path } is neither a workbook nor readable text (see line { $line }).
error-sheet-unclosed = Line { $line } of { $path } opens a quotation mark that is never closed.
error-sheet-cell-too-long = In { $path }, { $place } holds more text than any field of a dossier can.
error-sheet-too-far = In { $path }, { $place } holds something so far from the rest of the table that there is no room for all the empty cells in between.
error-sheet-overflows = { $path } is too large for a table: with { $place } it has more than 64 MB of text or two million rows.
error-sheet-twice = In { $path }, { $place } occurs twice or out of order, so that it is not certain what it holds.
error-sheet-bomb = { $path } would be far larger unpacked than any table is. It may have been made to do harm, and was not unpacked.
error-sheet-misstated = { $path } is packed as no spreadsheet does it: its parts overlap, or are of another size than they say. It may have been made to do harm.
error-sheet-declares = { $path } contains a declaration (DOCTYPE) that no spreadsheet writes, and that can make a program fetch other files or fill the memory. It was not followed.
error-sheet-encrypted = { $path } is a workbook protected with a passphrase, and cannot be read without it.
error-sheet-damaged = { $path } is a workbook, but it is damaged or was cut short.
error-sheet-other = { $path } is not a table: it is { $kind }.
error-sheet-several = { $path } has several sheets: { $names }.
error-sheet-unknown = { $path } has no sheet “{ $name }”; those with content are: { $names }.
error-titles-several = Of the sheets of { $path } ({ $names }), it is not certain which one has the titles and days of these recorded votes.
error-no-dossier = { $path } is a table, and no dossier is open to import it into.

safe-nothing-opened = Nothing was opened.
safe-nothing-written = Nothing was written.
safe-untouched = The file was not changed.
safe-saved = Everything saved in it is safe.
safe-before = Everything saved before is safe; this change was not made.
safe-not-known = Nothing was written; whether the file is intact is not known.
safe-done = The change is in the file; whether it would survive a power cut is not known.
safe-unsure = Everything saved before is safe; whether this change was made is not known.
safe-replaced = What you see here is still complete; this change was not saved.
safe-nothing-imported = Nothing was imported and the dossier was not changed.

next-check-name = Check the name, or look for the file in another folder.
next-check-folder = Make the folder first, or choose another.
next-choose-file = Choose a file that ends in .cbm.
next-other-name = Choose another name.
next-permission = Ask for permission, or work on a copy in a folder of your own.
next-empty = Restore it from a backup, or make a new dossier.
next-not-a-dossier = Choose a file that ends in .cbm.
next-newer = Update CBM Workbench, or ask the sender for a copy made with your version.
next-older = Open it with an intermediate version and save it there.
next-damaged = Restore it from a backup; keep the damaged file until you have.
next-altered = Find out where it has been, and restore it from a backup.
next-value = Update CBM Workbench, or ask the sender what made the file.
next-text-too-long = Check the dossier to see which record it is, and shorten the text.
next-locked = Close it there and try again.
next-read-only = Save a copy and work on that.
next-replaced = Save a copy under another name, and compare the two.
next-disk-full = Free some space and try again.
next-interrupted = Open it where it may be changed; until then keep the file ending in -journal beside it.
next-io = Check the disk or the connection to it, and try again.
next-unreadable = Try again; if it happens again, copy the file to another disk and open the copy.
next-elsewhere = Connect to the network, have that program keep the file on this device, and try again.
next-done = Check the disk, open the dossier again, and save a copy on another disk.
next-unsure = Check the disk, open the dossier again and see whether the change is there; until then save what you see under another name.
next-stray-log = Close the other program. If the file is still there, move it to another folder, keep it, and open the dossier again; salvaging recovers whatever belongs to the dossier.
next-stray-journal = If another dossier of this name was moved away, move that file along with it; otherwise move it to another folder, keep it, and open the dossier again.
next-left-behind = Choose another name. If the other dossier was moved, this file still belongs to it: move it too, under the dossier’s new name.
next-other-mode = Salvage it into a new file, with the file ending in -wal beside it if there is one; or find out where it has been.
next-stopped = Make it again when you want to.
next-constraint = Reopen the dossier and try again.
next-log = Reopen the dossier; if it happens again, restore it from a backup.
next-database = Try again; if it happens again, save a copy on another disk.
next-refused = Correct it and try again.
next-no-dossier = Open a dossier that you may change, and import the table there.
next-sheet-empty = Choose a table with a row that names the columns: CSV, or a workbook of Excel or LibreOffice.
next-sheet-too-large = Split it into smaller tables.
next-sheet-not-text = Save it from your spreadsheet as XLSX, ODS or “CSV UTF-8”.
next-sheet-unclosed = Close the quotation mark, or write two where the text contains one.
next-sheet-cell-too-long = Look whether a quotation mark before it is missing; otherwise shorten the text.
next-sheet-too-far = Clear what stands there, or copy the table itself to a new sheet.
next-sheet-harm = Ask whoever sent it for the table as CSV, and be careful with the file until you know where it comes from.
next-sheet-encrypted = Open it in your spreadsheet, and copy the table from there to paste it here; or save it without a passphrase.
next-sheet-damaged = Open it in your spreadsheet and save it again, or ask for it once more.
next-sheet-other = Copy the table that it contains and paste it here, or save the table as XLSX, ODS or CSV.
next-sheet-other-workbook = Open it in the program that made it, and save it as XLSX, ODS or CSV.
next-sheet-several = Say which with --sheet NAME.
next-titles-several = Save that sheet as a file of its own, and name it after --titles.
next-sheet-dossier = To look at a dossier or a package, open it.

refused = { $record }, { $field }: { $problem }.
problem-empty = this has to be filled in
problem-taken = this code is already in use
problem-alike = this code differs from an existing one at most in accents
problem-alike-to = “{ $code }” already exists, and differs at most in accents
problem-too-long = this is too long
problem-missing = what it refers to does not exist
problem-twice = this pair already exists
problem-ends-before-it-begins = it ends before it begins
problem-in-the-future = what was stated publicly cannot be in the future
problem-out-of-range = this is out of range
problem-needs-reason = overruling the computed camp needs a reason
problem-with-itself = it cannot be linked to itself
problem-corrects-other = it can only correct another entry of the same party on the same proposal
error-protected = { $path } is protected by a passphrase, or it is not a dossier.
error-wrong-passphrase = This passphrase does not open { $path }, or its first page is damaged; the two cannot be told apart.
error-no-backup = No backup of { $path } could be made in { $folder }: { $why }
next-protected = Enter its passphrase.
next-wrong-passphrase = Check Caps Lock and keyboard layout and try again; if you are sure of the passphrase, restore the dossier from a backup.
next-no-backup = Free some space, or choose another folder for backups in the settings, and try again.
error-no-common-point = { $path } is another dossier, not a copy of this one: the two have no history in common.
error-undecidable = “{ $what }” cannot be merged as decided.
next-undecidable = Decide it differently, or later.
error-report-exists = { $path } already exists; a report never replaces a file.
error-report-out = { $path } cannot be both the report and the merged dossier.
error-same-file = { $path } is the file that is already open.
safe-nothing-merged = Nothing was merged and neither file was changed.
safe-package = Nothing was taken out of it, and none of your dossiers was changed.
next-no-common-point = Choose a copy of this dossier or a package made from it; a table can be imported.
next-same-file = Choose the copy that came back.
error-not-a-package = { $path } is neither a dossier nor a review package.
error-is-a-package = { $path } is a review package. Take the dossier out with unpack, or merge it.
error-newer-package = { $path } was made by a newer version of CBM Workbench.
error-package-protected = { $path } is protected by a passphrase.
error-package-passphrase = This passphrase does not open { $path }.
error-package-damaged = The review package { $path } is broken: it was damaged, cut short or changed in transit.
error-in-the-open = { $path } was not made: the dossier has a passphrase, and this file would have none.
next-not-a-package = Choose a file that ends in .cbm or .cbmreview.
next-newer-package = Update CBM Workbench.
next-package-passphrase = Ask the sender for the passphrase, through a different channel from the package.
next-package-damaged = Fetch it again, or ask the sender to send it again.
next-in-the-open = Give it a passphrase of its own, or confirm that anyone may read it.
restored-in-the-open = The backup was made before the dossier had its passphrase, so the restored dossier has none.
next-restored-in-the-open = Set one with File › Passphrase….
error-held = { $path } is open in { $program } (process { $process }).
error-held-by = { $path } is open in { $program } (process { $process }, user { $user }).
next-held = Close it there, wait until it is free, or work on a copy and merge that later.
copies-beside = { $count ->
    [one] Beside { $path } is a copy of it with changes that are not in it: { $names }.
   *[other] Beside { $path } are { $count } copies of it with changes that are not in it: { $names }.
}
safe-copies-beside = Both are kept: a program that synchronises makes such a copy when two computers have changed the same file.
next-copies-beside = { $count ->
    [one] Merge it; then the copy is no longer needed.
   *[other] Merge them one after the other; then the copies are no longer needed.
}
place-network = { $path } is on a network share.
place-removable = { $path } is on a removable disk.
place-synced = { $path } is in a folder that is synchronised.
place-unlocked = { $path } is in a place where files cannot be locked.
safe-place = Everything saved in it is safe; this notice appears only once.
next-place-network = Not every share prevents two people from writing at once: work on a copy and merge it, and bear in mind who else can read the share.
next-place-removable = Close the dossier before you remove the disk, and protect it with a passphrase: USB sticks get lost.
next-place-synced = The service copies the file to other computers, possibly while it is being written: keep the dossier elsewhere, or close it before it is synchronised.
next-place-unlocked = Nobody else who opens it there is kept out, so two people can write at once: work on a copy and merge it.
error-other-names = { $path } also has another name in a folder; under that name it would stay as it is.
next-other-names = Remove the other name, or save a copy and protect that.
rescued-without-history = The rescue copy contains every record, but not the history: the file that held it can no longer be read.
safe-rescued = Everything you saw is in it.

file-kind-document = a document with text
file-kind-slides = slides
file-kind-drawing = a drawing
file-kind-pdf = a PDF
file-kind-picture = a picture
file-kind-recording = sound or film
file-kind-page = a web page
file-kind-xml = XML of another kind
file-kind-mail = a message from a mail program
file-kind-database = a dossier, or the stored data of another program
file-kind-package = a package for review, or another encrypted file
file-kind-archive = an archive of files
file-kind-program = a program
file-kind-binary_workbook = a binary workbook of Excel (XLSB)
file-kind-old_workbook = a workbook of Excel from before 1997
file-kind-numbers = a workbook of Apple Numbers
file-kind-compound = a file of Microsoft Office without a workbook in it

place-line = line { $row }
place-line-cell = line { $row }, column { $letters }
place-row-of-sheet = row { $row } of sheet { $sheet }
place-cell-of-sheet = cell { $letters }{ $row } of sheet { $sheet }
remark-on-sheet = Sheet “{ $sheet }”: { $remark }
remark-formulas = { $count ->
    [one] One cell ({ $first }) holds a formula
   *[other] { $count } cells hold formulas, the first of them { $first }
}: what was last worked out is taken.
remark-no-value = { $count ->
    [one] One cell ({ $first }) holds a formula that was never worked out: it is
   *[other] { $count } cells hold formulas that were never worked out, the first of them { $first }: they are
} empty here. Open the workbook in your spreadsheet and save it.
remark-errors = { $count ->
    [one] One cell ({ $first }) shows an error
   *[other] { $count } cells show an error, the first of them { $first }
}, such as #N/A: it is taken as it is written.
remark-hidden-rows = { $count ->
    [one] One row ({ $first }) is hidden or filtered away: it is
   *[other] { $count } rows are hidden or filtered away, the first of them { $first }: they are
} taken in all the same.
remark-hidden-columns = { $count ->
    [one] One column ({ $first }) is hidden: it is
   *[other] { $count } columns are hidden, the first of them { $first }: they are
} taken in all the same.
remark-merged = { $count ->
    [one] Cells are merged in one place ({ $first })
   *[other] Cells are merged in { $count } places, first at { $first }
}: the content counts for the first cell only, and the others are empty.
remark-other-length = { $count ->
    [one] One row ({ $first }) has
   *[other] { $count } rows, the first of them { $first }, have
} another number of cells than the table has columns.
remark-nul = { $count ->
    [one] A cell ({ $first }) holds the sign NUL, which no text has. A space was read for it.
   *[other] { $count } cells (first { $first }) hold the sign NUL, which no text has. A space was read for it.
}
remark-western = The text is not UTF-8 and was read as Windows-1252, as older programs in Western Europe write it. Check a name with an accent.
remark-hidden-sheets = { $count ->
    [one] One sheet is
   *[other] { $count } sheets are
} hidden in the workbook.
remark-macros = The workbook has macros. They were not run.
remark-links = The workbook refers to other files or addresses. None of them was opened.

error-not-made = { $path } could not be made: nothing can be saved in that folder.
error-folder-permission = You do not have permission to save anything in { $folder }.
error-is-folder = { $path } is a folder.
next-other-folder = Choose another folder.
next-replace = Replace it, or choose another name.

## Files dragged onto the window

hovering-table = Let go to take in { $name } as a table
hovering-text = Let go to take in { $name } as a text
hovering-other = Let go to open { $name }
hovering-unknown = Let go to take the file in
dropped-several = { $count } files were dropped at once.
next-dropped-several = Drop one file at a time
dropped-text-waits = { $name } has to wait: another text is still being taken in.
next-dropped-text = Take that one in or drop it, and bring this file again.
