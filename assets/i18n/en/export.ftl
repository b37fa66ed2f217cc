# Pages to hand over, in a file.

command-export = Export a page…
dialog-export = Export a page
export-author = Say who drew it up: { $author }
page-by = Drawn up by { $author }
export-about = A page as a file to hand over. It shows only what may be seen up to the marking you choose and carries its own marking; unless you say so it names neither you nor this computer.
export-what = Page
export-for = Shown up to
export-language = Language
export-format = Format
export-withheld = Left out of whatever the page would show, as it is marked more strictly or belongs to something that is:
export-withheld-more = { $names } and { $count } more
export-none-withheld = Nothing that this page would show is marked more strictly than that.
export-own-words = Your notes, the camps you chose yourself and your reasons for them are left out too, because that marking is lower than the dossier’s. Everything else goes by the marking of its record.
export-kept-hidden = { $count ->
    [one] You keep one record hidden from the room. This page goes by markings alone and may show it.
   *[other] You keep { $count } records hidden from the room. This page goes by markings alone and may show them.
}
export-open-to-all = Anyone who obtains the file may read everything in it
export-no-passphrase = The dossier has a passphrase, the file will have none.
export-name = { $name } – { $subject }
export-says = Written to { $path }, marked { $marking }
choose-export = Export a page
offer-replace = Replace that file
said-exporting = Writing the page…
export-begins = Reading what may be seen…
export-reading = Reading what may be seen: { $done } of { $of }
export-making = Making the page…
export-stopping = Cancelling; nothing is written…
export-stopped = Cancelled; nothing was written.
export-cancel = Cancel the page
export-closes = The window closes once the page is written. Close it again to cancel the page.

help-export = Write a page to a file to hand over, in the format that the ending of its name stands for
help-replace = Replace OUT if it exists; a dossier is never replaced
help-page-since = The day after which changes are told, on a page that tells them; if omitted, a year earlier
export-done = Written to { $path }, marked { $marking }.
export-seen = May be seen up to that ceiling:
export-no-format = The name { $path } does not say which format is meant. Let it end in { $endings }.
export-in-the-open = The dossier has a passphrase, and this file would have none: anyone who obtained it could read everything in it. Nothing was written. Add --in-the-open if that is what you want, or give a --ceiling of CLEAR or GREEN.

page-on = { $subject }, as of { $day }
subject-matrix = Coalition matrix
subject-proposals = Proposals
subject-parties = Parties
subject-obstacles = Obstacles
subject-pairs = Competing texts
subject-changes = What has changed
format-text = Plain text
format-json = JSON
format-csv = CSV
format-html = HTML
subject-positions = Positions
subject-remedies = Remedies
subject-sources = Sources
subject-all = All tables
sheet-in-full = In full
sheet-sign = Sign
sheet-memberships = Memberships
sheet-contacts = Contacts
sheet-tallies = Tallies
sheet-overlong = { $count ->
    [one] One text is
   *[other] { $count } texts are
} longer than a cell can hold and left out of this workbook.
format-xlsx = Excel
document-page = Page
format-docx = Word

subject-brief = Brief
page-on-one = { $subject }: { $code }, as of { $day }
help-proposal = The proposal that a brief is on, by its code
help-short = Write the short brief, for a minister
brief-of-what = Such a page is on one proposal. Say which with --proposal and its code.
brief-unknown = The dossier has no proposal with the code “{ $code }”.
brief-withheld = The proposal “{ $code }” is marked more strictly than that ceiling, so there is nothing to write.
brief-stands = { $outcome ->
    [adopts] There is consensus
    [fails] There is no consensus
   *[open] Whether there is consensus is open
}: of { $all } that decide, { $favour ->
    [0] none supports
    [one] one supports
   *[other] { $favour } support
} it, { $accept ->
    [0] {""}
    [one] one can live with it,{" "}
   *[other] { $accept } can live with it,{" "}
}{ $reserve ->
    [0] none has
    [one] one has
   *[other] { $reserve } have
} reservations, { $object ->
    [0] none objects
    [one] one objects
   *[other] { $object } object
} and { $silent ->
    [0] none has
    [one] one has
   *[other] { $silent } have
} yet to say.
brief-rules = By two-thirds: { $two }; by simple majority: { $one }.
brief-status = Status: { $status }.{ $count ->
    [0] {""}
   *[other] {" "}Tabled by { $names }.
}
brief-and-more = { $names } and { $more } more
brief-more = { $count ->
    [one] One more has reservations or objects.
   *[other] { $count } more have reservations or object.
}
brief-nobody = Nobody objects or has reservations.
brief-blockers = Who is against, and what would move them
brief-obstacles = Obstacles and remedies
brief-others = Less severe, or not assessed: { $names }.
brief-swing = Swing states
brief-interests = Interests
brief-argument = Argument and offer
brief-due = by { $day }
export-short = Short, for a minister
export-older-version = { $newest } is marked { $marking }. The page shows { $shown }, the last version that may be seen up to that marking.

subject-summary = The camps at a glance
subject-party = Brief on a party
subject-meeting = Brief for a meeting
subject-timeline = Timeline
subject-room = Handout of a room
brief-of-one = Such a page is on one proposal. Give --proposal once.
help-page-party = The party that a brief is on, by its code
help-page-meeting = The meeting that a brief is for, by its title or its first day
page-of-which-party = Such a page is on one party. Say which with --party and its code.
page-of-which-meeting = Such a page is on one meeting. Say which with --meeting and its title or its first day.
page-no-party = The dossier has no party with the code “{ $code }”.
page-party-withheld = The party “{ $code }” is marked more strictly than that ceiling, so there is nothing to write.
page-no-meeting = The dossier has no such meeting. Give its title as it is written there, or its first day.
page-meeting-withheld = That meeting is marked more strictly than that ceiling, so there is nothing to write.
page-many-meetings = { $count } meetings are called that or begin on that day. Give the title of the one you mean.
export-on = On
export-selected = What is selected
export-part = Everything that is selected
export-every-proposal = All proposals, one after the other

party-is = { $kind }; camp: { $camp }.
party-is-index = { $kind }; camp: { $camp } (index { $index }).
party-in = Member of { $groups }.
party-page-stances = Where it stands
party-stands = Of { $all } proposals it supports { $favour ->
    [0] none
   *[other] { $favour }
}, can live with { $accept ->
    [0] none
   *[other] { $accept }
}, has reservations about { $reserve ->
    [0] none
   *[other] { $reserve }
} and objects to { $object ->
    [0] none
   *[other] { $object }
}.{ $silent ->
    [0] {""}
    [one] {" "}Its answer to one is not known.
   *[other] {" "}Its answers to { $silent } are not known.
}
party-through-groups = through its groups
party-groups-differ = its groups differ
party-both = It says yes to both { $first } and { $second }, which compete.
party-interests = What moves it
party-steps = Steps
party-contacts = Whom to turn to
meeting-is = { $kind }: { $when }.
meeting-is-at = { $kind }: { $when }, { $place }.
meeting-outcome = Outcome: { $outcome }.
meeting-no-agenda = Nothing is on its agenda yet.
timeline-initiative = Initiative
room-page-shown = Running order
room-page-said = Said by name
room-page-polls = Polls
room-page-answers = Answers
room-page-nothing = Nothing of a room was recorded on that day.

whole-made = Made { $path } of { $from }: { $count } records.
whole-no-json = { $path } is not readable as JSON from line { $line } on. Nothing was made.
whole-version = { $path } is no dossier as this version writes it. Nothing was made. Export it again with the version that wrote it, or take in its tables one by one.
whole-name = { $path } lacks “{ $name }”, or has it and no dossier does. Nothing was made.
whole-value = { $path }: record { $place } of { $table } has a value in “{ $column }” that makes no sense, or none. Nothing was made.
whole-dossier = { $path } has to contain exactly one dossier. Nothing was made.
format-pdf = PDF
format-png = Picture for a slide
format-svg = Picture that can be enlarged
paper-a4 = A4
paper-a3 = A3
turn-fitting = As the tables need
turn-upright = Upright
turn-across = On its side
export-paper = Paper
export-turn = Orientation
export-picture-too-large = As a picture this page would be { $width } by { $height } pixels, more than anybody can show. Choose PDF, which goes on over as many sheets as it takes, or a page with less on it.
export-failed = The page could not be written in this format, and nothing was written. Choose another one.
help-paper = The size of the sheets of a PDF; if omitted, A4
help-landscape = Turn the sheets of a PDF on their side; if omitted, they are turned where a table is wide

export-view = Open as PDF
export-view-about = The page as PDF, opened in the program that this computer has for it, to be read and printed. It is kept in a folder that only you can read, and removed from there once the dossier is closed or locked.
command-print = Print this page as PDF…
said-viewed = Opened as PDF. It is removed again once the dossier is closed or locked.
error-no-viewer = The page is ready, but no program was found that opens a PDF.
safe-no-viewer = It is in { $path }, and is removed from there once the dossier is closed or locked.
next-no-viewer = Open it by hand, or export the page to a place of your own.
export-picture = Copy as picture
export-picture-about = The page as a picture as wide as a slide, on the clipboard, with its marking on it: paste it with Ctrl+V. Other programs on this computer can read the clipboard.
command-copy-picture = Copy this page as a picture…
said-picture = Copied as a picture, marked { $marking }. Paste it with Ctrl+V.
said-picture-long = Copied as a picture, marked { $marking }. It is longer than a slide and gets smaller there: a filter, a selection or the short brief shows less.
export-sheet = Page { $sheet } of { $of }
export-sheet-back = Previous page
export-sheet-next = Next page
export-preview-about = This is what is on it; the program that opens it sets it in its own way.
export-no-preview = The dossier could not be read, so there is nothing to look at.
export-which = Which part
export-shown-all = All, in the order of the screen
export-shown-parties = As on screen: { $parties } of { $of-parties } parties
export-shown = As on screen: { $parties } of { $of-parties } parties, { $proposals } of { $of-proposals } proposals
export-all-parties = All, by name
page-group-withheld = The group “{ $code }”, by which the screen is filtered, is marked more strictly than that ceiling, so there is nothing to write. Choose all parties, or take the filter off.
page-part = { $rows } of { $parties } parties and { $columns } of { $proposals } proposals are shown; the figures count all parties.
export-nearest = “{ $screen }” has no page of its own; this one comes nearest.
export-other-ceiling = Choose a stricter marking at “Shown up to”, or another page.
export-listed = As on screen: { $shown } of { $of }
export-all-by-code = All, by code
export-several = The { $count } selected, one after the other
export-under = Under the scenario “{ $scenario }”, as on screen
export-unfiltered = The filter of the screen is not taken over: the page shows everything.
export-no-scenario = That page says what is, so no scenario can be laid over it. Leave out --scenario.
page-part-proposals = { $shown } of { $of } proposals are shown.
page-part-parties = { $shown } of { $of } parties are shown.
page-empty = There is nothing of this in the dossier that the page may show.
