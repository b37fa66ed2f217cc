# The command line.

help-about = Negotiate confidence-building measures for cyberspace: one file per dossier, no network
help-file = The dossier
help-window-file = The dossier to open in the window; if omitted, the last one
help-lang = Language of the words
help-new = Make a dossier; an existing file is never overwritten
help-template = What the dossier starts with
help-templates = List the templates
help-check = Check that a dossier is intact and keeps the rules
help-show = Show a page of the dossier: the matrix, proposals, a brief on one, and others
help-subject = What to show
help-as-of = The day to show, such as 2020-12-31; if omitted, today
help-format = Text to read, JSON for a program, CSV for a spreadsheet, HTML for a browser or to copy into a document
help-changes = Show what changed since a day: stances, obstacles, remedies, texts, statuses
help-since = Show what is dated after this day
help-until = Show nothing dated after this day; if omitted, today
help-import = Import a table as one step that can be undone
help-what = May stand before a table of positions
help-table = A table of any layout: CSV, XLSX, XLS or ODS; after the word positions, one with the columns party, proposal, stance and, if needed, date, source, confidence, marking, note, forum, salience, condition, reason and hold; - is standard input
help-dry-run = Only say what would be imported
help-sheet = The sheet to take, by the name on its tab, if a workbook has several
help-dates = Whether the day or the month comes first in days such as 5/12/2018: dmy or mdy; or from when a spreadsheet counts its days: 1900 or 1904
help-undated = The day of entries for which the table has no date; otherwise today
help-skip-bad = Import the good rows and skip the others
import-piped = from standard input
help-completions = Write completions for a shell
help-help = Show the help of a command
help-command = The command; if omitted, all of them
help-man = Write the manual pages, one for each command
help-man-folder = The folder to write them to; if omitted, the page of the program goes to standard output
man-made = Wrote { $count } manual pages to { $path }.
man-name = Name
man-description = Description
man-version = Version
help-shell = The shell

made = Made { $path } from the template { $template }.
day-either = “{ $written }” is { $day_first } if the day comes first and { $month_first } if the month does. Write { $day } or { $month }.
day-no-year = “{ $written }” has no year. Write it as 2020-12-31.
not-a-day = “{ $written }” is not a day. Write it as 2020-12-31.
changes-reversed = { $since } is later than { $until }. Nothing was compared. Give the earlier day to --since and the later one to --until.
changes-to-come = { $since } is in the future, and without --until the days up to today are compared. Nothing was compared. Give an earlier day to --since.
changes-one-day = There is no day to compare between { $since } and { $until }, because --since names the last day that is left out. Nothing was compared. To see that day itself, write --since { $before }.
changes-counted = Dated entries that this page may show; earlier values are derived from them too.
changes-log = The history of the dossier begins on { $day }; which texts, statuses and remedies changed before that is not known.
changes-no-log = The dossier has no history; which texts, statuses and remedies changed is not known.
counted-from = what this page may show
show-counted = Totals, verdicts and camps are counted from what this page may show.
show-too-many-cells = This page has { $cells } cells, more than the { $most } that a file of this kind can show. As JSON it has only those about which something is known.
check-more = And { $count ->
    [one] one more
   *[other] { $count } more
}, not listed here.
check-good = { $path } is intact: { $parties ->
    [one] 1 party
   *[other] { $parties } parties
}, { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}, { $positions ->
    [one] 1 entry
   *[other] { $positions } entries
}, { $steps ->
    [one] 1 step
   *[other] { $steps } steps
} in the history.
check-findings = { $path } is intact, but { $findings ->
    [one] one record breaks
   *[other] { $findings } records break
} a rule.

about-un-votes = 193 UN members, the twelve contested resolutions on ICT security and cybercrime, and their recorded votes
about-un-global-cbms = 193 UN members and the UN’s eight global confidence-building measures, without stances
about-global-mechanism = 193 UN members, the eight global measures, and the five pillars and meetings of the UN Global Mechanism, without stances
about-osce-cbms = 57 participating States and the OSCE’s sixteen confidence-building measures, without stances
about-empty = Nothing yet
title-un-votes = UN votes on ICT security 2018–2023
title-un-global-cbms = UN global CBMs
title-global-mechanism = UN Global Mechanism
title-osce-cbms = OSCE CBMs
title-empty = New dossier

error-output = The output could not be written; is the disk full?
import-strangers = Nearly all names in the column { $column } up to line { $line }, such as “{ $written }”, belong to nobody in this dossier: the table is about others. Reading stopped there, nothing was imported, and the dossier is as it was.
import-would = Would add { $entries ->
    [one] one entry
   *[other] { $entries } entries
} and { $sources ->
    [one] one source
   *[other] { $sources } sources
}. Already known: { $known }. No stance taken (X, absent): { $silent }. Left out: { $problems }.
import-done = Added { $entries ->
    [one] one entry
   *[other] { $entries } entries
} and { $sources ->
    [one] one source
   *[other] { $sources } sources
}. Already known: { $known }. No stance taken (X, absent): { $silent }. Left out: { $problems }.
import-refused = Nothing was imported, because { $problems ->
    [one] one problem was
   *[other] { $problems } problems were
} found. The dossier is as it was. Correct the table, or add --skip-bad to import the other rows.

import-no-column = { $where }: the table has no column “{ $column }”.
import-column-twice = { $where }: the column “{ $column }” appears twice.
import-unknown-column = { $where }: there is no column “{ $written }”; known are party, proposal, stance, date, source, confidence, marking, note, forum, salience, condition, reason and hold.
import-cell-empty = { $where }, column { $column }: this must not be empty.
import-unknown-party = { $where }, column { $column }: the dossier has no party “{ $written }”.
import-unknown-proposal = { $where }, column { $column }: the dossier has no proposal “{ $written }”.
import-unknown-stance = { $where }, column { $column }: “{ $written }” is not a stance. Use champion, support, accept, reserve, object, no-instructions, their signs, or Y, N, A.
import-number = { $where }, column { $column }: “{ $written }” is a number, and a number says nothing unless its scale is known. Write the stances as ++, +, 0, -, -- or as Y, A, N, X. The numbers of the votes in the General Assembly are read by themselves if the whole column has 1, 2, 3, 8 and 9 only, with an 8 or a 9 among them.
import-dash = { $where }, column { $column }: a dash such as “{ $written }” may mean no entry, or a minus that a word processor lengthened. Write reserve or object, X for no stance, or leave the row out.
import-many-parties = { $where }, column { $column }: “{ $written }” may mean: { $meanings }. Write the full name, or a code that only one of them has.
import-not-a-date = { $where }, column { $column }: “{ $written }” is not a day. Write it as 2020-12-31.
import-no-year = { $where }, column { $column }: “{ $written }” has no year. A table may be read in a different year from the one in which it was made, so write each day in full, as 2020-12-31.
import-short-year = { $where }, column { $column }: write the year of “{ $written }” in four digits.
import-in-the-future = { $where }, column { $column }: “{ $written }” is in the future, but what was stated publicly cannot be.
import-unknown-certainty = { $where }, column { $column }: “{ $written }” is not a degree of certainty. Use public, in_confidence or inferred.
import-unknown-marking = { $where }, column { $column }: “{ $written }” is not a marking. Use CLEAR, GREEN, AMBER, AMBER+STRICT or RED.
import-not-a-weight = { $where }, column { $column }: “{ $written }” is no salience. Write 1 (of little importance) to 5 (vital).
import-contradicts = { $where }, column { $column }: this differs from line { $earlier }, which is about { $same }.
import-ambiguous = { $where }, column { $column }: “{ $written }” is the name of more than one; write the code or the symbol exactly.
import-too-long = { $where }, column { $column }: this is longer than 500,000 characters.
import-too-many-cells = { $where }: “{ $written }” is beyond the last column; a separator within a text has to be between quotation marks.
import-not-a-vote = { $where }, column { $column }: “{ $written }” is a stance, but nobody can vote so. A vote is yes, no, abstain, absent or not a member.
import-no-day = { $where }: nothing says on which day “{ $written }” was voted on. Add a column with the day, or a second table of the recorded votes.
import-other-day = { $where }, column { $column }: the dossier has another day for this recorded vote than “{ $written }”.
import-group-votes = { $where }: “{ $written }” is a group, and groups have no vote.
import-unknown-word = { $where }, column { $column }: “{ $written }” is not one of the words that can stand here.
import-nameless = { $where }: the row has neither a name nor a code.
import-unknown-kind = { $where }: nobody by the name of “{ $written }” is known. Say what it is in a column kind, or for all such names with --kind.
import-unknown-group = { $where }, column { $column }: the dossier has no group “{ $written }”.
import-ends-early = { $where }, column { $column }: “{ $written }” is before the membership begins.
import-overlaps = { $where }, column { $column }: for part of that time the party is in the same group already.
import-unreadable = The line that names the columns has to be corrected before any other can be read. Nothing was imported.
import-suggestion = Did you mean { $names }?
import-candidates = They are { $names }.
import-possible-words = It can be { $names }.
import-line = Line { $lines }
import-given-heading = Among the headings you gave
import-lines = Lines { $lines }
import-lines-more = Lines { $lines } and { $more } more
import-more = { $rows ->
    [one] One more row has
   *[other] { $rows } more rows have
} other problems.
import-months = { $count ->
    [one] One date gives
   *[other] { $count } dates give
} a month and no day: the entry is of the first of that month.
import-undated = { $count ->
    [one] One entry has
   *[other] { $count } entries have
} no date in the table and will be of { $day }; --date says another day.
import-worded = { $count ->
    [one] One stance has words after it in the same cell: they become its note.
   *[other] { $count } stances have words after them in the same cell: these become their notes.
}
import-future = { $count ->
    [one] One entry is
   *[other] { $count } entries are
} dated in the future.
import-days-either = Column { $column }: “{ $written }” in line { $line } is { $dmy } if the day comes first and { $mdy } if the month does.
import-days-proof = “{ $written }” in line { $line } is only a date if the month comes first.
import-days-month = Column { $column }: “{ $written }” in line { $line } is only a date if the month comes first, so all dates in this column would have to be read that way.
import-days-mixed = Column { $column }: “{ $written }” in line { $line } is only a date if the day comes first, and “{ $other }” in line { $other_line } only if the month does. Write every date as 2020-12-31.
import-days-next = Say which order it is: --dates dmy if the day comes first, --dates mdy if the month does.
import-days-serial = Column { $column }: all dates are numbers, as a spreadsheet counts days. { $written } in line { $line } is { $since_1900 } if it counts from 1900, as most do, and { $since_1904 } if from 1904.
import-days-next-serial = Say from when it counts: --dates 1900, or --dates 1904.
import-is = “{ $written }” is { $name }
quoted = “{ $words }”
day-order-dmy = The day first
day-order-mdy = The month first
day-order-1900 = Counted from 1900
day-order-1904 = Counted from 1904

column-code = Code
column-camp = Camp
column-index = Index
column-basis = Basis
column-votes = Votes
not-filled-in = –
help-passphrase = Set, change or remove the passphrase of a dossier; it is asked for, or read from standard input, one per line
help-remove = Remove the passphrase
help-salvage = Copy what can still be read from a damaged dossier to a new file, and say what could not
help-out = The new file
passphrase-of = Passphrase of { $path }:
passphrase-new = New passphrase:
passphrase-again = Repeat passphrase:
passphrase-differs = The two do not match; nothing was changed.
passphrase-not-given = No passphrase was given; nothing was changed.
passphrase-none = The dossier has no passphrase.
passphrase-set = { $path } is now protected by a passphrase. Nobody can open it without the passphrase.
passphrase-changed = { $path } has a new passphrase.
passphrase-removed = { $path } no longer has a passphrase.
check-salvage = To copy what can still be read to a new file: cbm-workbench salvage { $path } NEW.cbm
salvage-came = Read and written to { $path }: { $what }.
salvage-torn = Part of these could not be read; how much is impossible to tell: { $what }.
salvage-left = Seen but left out, because a value makes no sense or what it belongs to is lost: { $what }.
salvage-no-dossier = The title and the settings of the dossier are lost.
salvage-history = The history was recovered too.
salvage-no-history = The history could not be read, so the new file begins its own.
help-merge = Merge another copy of a dossier, or a review package, into a new file
help-mine = Your dossier; it is only read
help-theirs = The other copy, or the package it came in
help-report = Write everything that is taken over and everything to be decided as JSON, to a new file; - is standard output
help-prefer = Decide all conflicts in favour of one side
help-merge-in-the-open = Merge although the other copy has a passphrase and MINE has none: anyone who obtains OUT can read what it protects
merge-would-be-open = The other copy has a passphrase and yours has none, so what it protects would be unprotected in the new file. Nothing was written. Give yours one with passphrase first, or add --in-the-open if that is what you want.
help-send = Pack a dossier for review, with the state it starts from and a checksum
help-package = The package
help-wrap = Give it a passphrase of its own, asked for at the terminal or read from standard input
help-in-the-open = Write it without a passphrase, although the dossier has one: anyone who obtains the file can read all of it
protected-in-the-open = The dossier has a passphrase, and this file would have none: anyone who obtained it could read everything in it. Nothing was written. Add --wrap to give it a passphrase of its own, or --in-the-open if that is what you want.
sent-in-the-open = The package has no passphrase, although the dossier has one. Anyone who obtains it can read the whole dossier, including its history.
help-unpack = Take the dossier out of a review package
merge-undecided = { $undecided ->
    [one] One decision has to be made first
   *[other] { $undecided } decisions have to be made first
}; nothing was written. Decide in the window, or add --prefer.
merge-taken-here = Taken over without asking:
merge-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}; --report lists them all.
merge-report-made = Report written to { $path }.
merge-report-open = The report contains the words of both sides without a passphrase; only you can read the file.
merge-in-the-open = { $path } has no passphrase, as your dossier has none; the other copy has one. Set one with passphrase.
merge-nothing = It contained nothing new; { $path } is the same as your dossier.
merge-done = Merged into { $path }. Records taken over: { $taken }. The same on both sides: { $same }. Decided: { $conflicts }. Steps: { $steps }.
package-made = Packed into { $path }.
package-unpacked = The dossier is at { $path }.
passphrase-kept = { $count ->
    [one] One backup keeps the passphrase it was made with, or none.
   *[other] { $count } backups keep the passphrase they were made with, or none.
}
passphrase-dropped = { $count ->
    [one] One backup could not be protected and was removed.
   *[other] { $count } backups could not be protected and were removed.
}
help-redact = Make a copy for others, with what may be seen up to a marking
help-ceiling = The strictest marking that may be seen (TLP 2.0); anything marked more strictly is left out
redact-done = Copy up to { $marking } made: { $path }
portion = { $kind }: { $seen }{ $withheld ->
    [0] {""}
   *[other] , withheld { $withheld }
}
redacted-title = Copy for others
redact-no-passphrase = The copy has no passphrase. Open it to set one.
usage-heading = Usage
usage-commands = Commands
usage-arguments = Arguments
usage-options = Options
usage-help = Show this help
usage-version = Show the version
usage-default = (default: { $value })
usage-invalid-value = “{ $value }” is not a valid value for { $argument }: { $values }.
usage-unknown = “{ $argument }” is not recognised.
usage-no-command = “{ $argument }” is neither a command nor an existing file. Did you mean “{ $suggestion }”?
usage-no-standard = A dossier or a package is a file; “-” cannot stand for it. A file of that name is ./-
usage-missing = Something is missing: { $argument }.
usage-wrong = These arguments cannot be used together.
usage-next = See --help.

intake-read = Read as “{ $layout }”, with the header in line { $line }: { $columns }.
intake-read-bare = Read as “{ $layout }”, without a header row: { $columns }.
intake-column = { $heading } → { $field }
intake-heads = Lines { $upper } and { $line } are both headings ({ $groups }): { $heads }.
intake-heads-uncertain = Lines { $upper } and { $line } are both headings, and it is not certain what they say together: { $heads }.
intake-heads-may-be = { $heads } (--heads { $word })
intake-say-heads = Say what they are, for instance with --heads { $word }.
intake-one-heading = You said how to read two lines of headings, but only line { $line } is read as one.
intake-no-heads = Leave out --heads, or look at the table: both lines of headings must follow each other.
intake-above = Not read, above the header: { $names }.
intake-left-out = Not read: { $names }.
intake-and-more = { $names } and { $more } more
intake-no-layout = The table could not be made out: for “{ $layout }” nothing was found for { $fields }.
intake-uncertain = It is not certain what this table is. It may be: { $layouts }.
intake-may-be = { $layout } (--as { $word })
intake-say-what = Column { $column } holds stances or votes, but nothing says on what: write the proposal or the resolution above it in place of “{ $heading }”.
intake-say-as = Say what it is, for instance with --as { $word }.
intake-bare = Line { $line } is data already ({ $cells }), so the table seems to have no header row.
intake-bare-next = If it has none, add --no-header, or name its columns in their order: --no-header="{ $headings }". If line { $line } is a header after all, say in a file what its columns hold, and add it with --mapping.
intake-unsure = The table has no header row, and for “{ $layout }” it is not certain which columns hold this: { $fields }.
intake-unsure-next = Name the columns in their order, for instance --no-header="{ $headings }"; what is not to be read stays empty between the semicolons.
intake-say-mapping = Say in a file what its columns hold, and add it with --mapping.
intake-scale = Nothing in the table explains what { $numbers } (column { $columns }) stand for.
intake-scale-next = Say in a file what each stands for, under [scale], for instance “{ $number }” = "support", and add it with --mapping; unknown and none are possible too.
intake-clash = “{ $written }” ({ $at }) contradicts an earlier line.
intake-at-line = line { $line }
intake-at-column = line { $line }, column { $column }
intake-name-nobody = Nobody by the name of “{ $written }” ({ $at }) is known.
intake-name-one = Is “{ $written }” ({ $at }) { $names }?
intake-name-total = “{ $written }” ({ $at }) seems to count the other lines.
intake-total-left-out = “{ $written }” ({ $at }) seems to count the others and is left out.
intake-name-many = “{ $written }” ({ $at }) may be: { $names }.
intake-would = Would be imported
intake-done = Imported
intake-new-parties = { $count ->
    [one] A new party: { $names }.
   *[other] { $count } new parties: { $names }.
}
intake-new-groups = { $count ->
    [one] A new group: { $names }.
   *[other] { $count } new groups: { $names }.
}
intake-new-proposals = { $count ->
    [one] A new proposal: { $names }.
   *[other] { $count } new proposals: { $names }.
}
intake-refused = Nothing was imported, because { $problems ->
    [one] one thing is wrong
   *[other] { $problems } things are wrong
}. The dossier is as it was. Correct the table, or add --skip-bad to import the rest.
intake-titles-found = Recorded votes from sheet “{ $sheet }”, their titles and days from sheet “{ $titles }”.
intake-only-table = Of the sheets in the file, only “{ $sheet }” can be made out, so that one is read; --sheet NAME names another.
intake-say-create = Proposals that are missing, and states and groups that the library knows, are made with --create.
intake-say-kind = What nobody knows becomes a party if you say what it is: --create --kind company, for instance.
intake-say-group = A group that nobody knows is made as one of your own with --create --kind group.
intake-nothing-made = { $path } was not made, because { $problems ->
    [one] one thing is wrong
   *[other] { $problems } things are wrong
} in the table. Correct it, or add --skip-bad to take the rest.
intake-made = Made { $path } from { $table }.
intake-empty = The table holds nothing that a dossier could be made of.
export-say-replace = Choose another name, or add --replace to write over it.
recipe-not-toml = Line { $line } of { $path } is not TOML.
recipe-unknown-key = { $path } has a key “{ $key }”, which means nothing; known are layout, header, sheet, dates, columns and scale.
recipe-unknown = { $path } gives “{ $key }” the value “{ $value }”, which means nothing there.
recipe-unknown-value = { $path } gives “{ $key }” the value “{ $value }”, which means nothing there. It can be: { $possible }.
recipe-no-layout = { $path } does not say what the table is. It needs a line such as layout = "positions".
recipe-not-of-layout = { $path } has a column “{ $field }”, which this layout does not have.
recipe-no-heading = The table has no line with the heading “{ $heading }” and the others that { $path } names.
next-recipe = Correct that file, or leave out --mapping.
help-as = What the table is; without it, this is found out, and if it is not certain you are told what to write
help-mapping = A file in TOML that says what the columns hold: layout, header, sheet, dates, [columns] and [scale]
help-heads = What two lines of headings say: the lower names the columns, both do together, the upper does and the last column below it is read, the upper does and the lower says what stands in each, or one of them says the day
help-no-header = The table has no header row: its columns are found by what they hold, or have these headings, as in --no-header="party;proposal;stance"
help-titles = A second table with the numbers, symbols, titles and days of the recorded votes
help-create = Make the proposals, and the parties and groups that the library knows, that the dossier lacks
help-kind = What the parties are that nobody knows; a state decides, the others do not. With “group”, groups that nobody knows are made
help-plan-format = How to say what was done: text, or json for a program
help-from = Make the dossier from a table, of any layout; nothing is made if anything in it is refused
