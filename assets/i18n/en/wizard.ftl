# Taking in a table: what the screen says.

wizard-heading = Import { $name }
wizard-clipboard = the clipboard
wizard-clipboard-empty = There is no text on the clipboard
wizard-looking = Looking at the table…
wizard-header = The header is on line { $line }; a click on another line makes that the header.
wizard-bare = No header row: every line is read. If there is a header, click its line.
wizard-bare-found = No header row: the first line is data already. If it is a header after all, click it.
wizard-heads = Line { $upper } above it is a heading too:
wizard-heads-say = What the two lines of headings say
wizard-heads-which = Lines { $upper } and { $line } are both headings. What do they say?
wizard-no-header = No header row
wizard-sheet = Sheet { $name }
wizard-hidden-sheet = Sheet { $name } (hidden)
wizard-not-read = Not read
wizard-column = Column { $letters }, { $heading }: { $holds }
wizard-column-bare = Column { $letters }: { $holds }
wizard-stands-on = Stances on { $name }
wizard-stances-of = Stances of { $name }
wizard-members = Members of the group
wizard-members-of = Members of { $name }
wizard-new-on = A new proposal, “{ $name }”
wizard-column-name = Column { $letters }
wizard-row = Line { $line }: { $cells }
wizard-row-header = Header, line { $line }: { $cells }
wizard-make-header = Enter makes this line the header
wizard-part = Only part of the table is shown here; all of it is read.
wizard-layout = What the table is
wizard-guess = This is a guess; please check it.
wizard-which = This table can be read in more than one way. What is it?
wizard-read-as = Read it as: { $layout }
wizard-remembered = Read as the last table with these headings.
wizard-remembered-bare = Read as the last table that looks like this one, without a header row.
wizard-chosen = As you chose.
wizard-lacks = No column holds this yet: { $fields }. Say above a column what it holds.
wizard-lacks-cells = Nothing says yet what the stances are on. Say above each column with stances which proposal it is.
wizard-lacks-voters = Nothing says yet whose stances they are. Say above each column with stances which party it is.
wizard-titles = Titles and days from another table…
wizard-titles-from = Titles and days from { $name }
wizard-titles-found = Found in the same file
wizard-titles-none = No other table
wizard-titles-file = From a file…
wizard-working = Working it out: { $done } rows so far
wizard-working-of = Working it out: { $done } of { $of } rows
wizard-asked = { $count ->
    [one] One question
   *[other] { $count } questions
}
wizard-choose = Choose…
wizard-none-taken = No stance taken
wizard-stands-for = { $number } stands for: { $meaning }
wizard-scale-so = Read them this way
wizard-who = Say who this is…
wizard-answer = { $written }: { $answer }
wizard-leave-out = Leave it out
wizard-new-party = A new party: { $kind }
wizard-new-group = A new group
wizard-rest = All { $count } names are…
wizard-holds = Line { $line } holds
wizard-line-out = Leave line { $line } out
wizard-show = Show the line
wizard-given = Answered
wizard-take-back = Take back: { $written } is { $answer }
wizard-days-read = Days: { $order }
wizard-days-back = Take back how days are read
wizard-count = { $fate }: { $count }
wizard-create = Make missing proposals, known parties and known groups
wizard-line = Line { $line }: { $cells }
becomes-field = { $field }: { $value }
wizard-line-cells = { $count ->
    [one] Line { $line }, one cell: { $cells }
   *[other] Line { $line }, { $count } cells: { $cells }
}
wizard-remarks = About the file
wizard-take = Import
wizard-take-right = Import only what is right
wizard-save = Save these choices…
wizard-taking = Importing…
wizard-taking-of = Importing: { $done } of { $of } records
wizard-finishing = Everything has been written; the screens are brought up to date…
wizard-stopping = Cancelling; nothing of it will be in the dossier…
wizard-stopped = Cancelled: nothing of this table is in the dossier.
wizard-closes = The window closes once this is done. Close it again to cancel the import.
error-importing = A table is being imported.
safe-importing = Nothing else can be done with the dossier meanwhile; everything saved before is safe.
next-importing = Wait until it is done, or cancel it.
wizard-no-rows = There is nothing below the header.
wizard-nothing = The dossier has all of this already.
table-lost = { $name } was being imported when the dossier was locked, and cannot be read any more, so that the import has to be begun again.
table-changed = { $name } has changed since the dossier was locked, so it was read anew. What you answered about names still holds; anything else has to be chosen again.
titles-changed = { $name }, which has the titles and days of the recorded votes, has changed since the dossier was locked, so it was read anew.
next-titles-changed = Look once more at what the table becomes before you import it.
error-import-broke = The import broke off because of a fault in the program.
safe-import-broke = Nothing of the table is in the dossier, which was opened again as it was before.
next-import-broke = Try it again. If it breaks off again, import the table in parts, and report the fault.
said-taken-in = Imported: { $new } new, { $changed } changed
said-mapping = How this table is read was saved as { $path }
choose-titles = Titles and days of recorded votes
choose-mapping = Save how this table is read
file-mappings = How tables are read
mapping-name = { $name } – table
wizard-undated = { $count ->
    [one] Day of the entry without one:
   *[other] Day of the { $count } entries without one:
}
