# Screens and the inspector.

app-name = CBM Workbench
nav-more = More screens

matrix-heading = Coalition matrix
matrix-no-parties = A matrix needs parties. Add them on the Parties screen.
matrix-no-proposals = A matrix needs proposals. Add them on the Proposals screen.
matrix-nothing-matches = No cell matches these filters.
matrix-search = Find a party
matrix-search-proposals = Find a proposal
filter-all = Filter
filter-parties = Parties: { $value }
filter-proposals = Proposals: { $value }
filter-hidden = { $count ->
    [one] One proposal hidden
   *[other] { $count } proposals hidden
}
filter-without = Without { $value }
filter-own-order = Proposals in an order of their own
filter-clear = Clear the filters
filter-rule = Rule: { $rule }
filter-as-of = As of { $day }
filter-today = Back to today
filter-today-about = Stances and assessments are shown as they stood on that day, and new ones carry that date. Camps and their index count all recorded votes, also later ones. Camps chosen by hand, statuses and sponsors are those of today.
filter-sort = Sort: { $sort }
filter-camp = Camp: { $value }
filter-region = Region: { $value }
filter-group = Group: { $value }
filter-stance = Stance: { $value }
filter-status = Status: { $value }
filter-not = not { $values }
filter-except = All but these
filter-known = Known only
filter-heard = Heard in the room
filter-heard-about = Whoever told the room where it stands. For who is present, make a group of them and filter by that group.
filter-changed = Changed since
filter-changed-since = Changed since { $day }
filter-any-time = any time
filter-since-meeting = After { $meeting }
filter-week = A week ago
filter-month = A month ago
filter-quarter = Three months ago
filter-year = A year ago
views = Views
view-here = View: { $name }
view-save = Save this view…
view-update = Save the changes to “{ $name }”
view-rename = Rename…
view-delete = Delete
view-keep = Save
view-about = Filters and order are kept in this dossier. They go along when it is merged, and into no copy for others.
view-replaces = There is a view “{ $name }” already. It is replaced.
view-taken = There is a view “{ $name }” already.
said-view-saved = The view “{ $name }” is saved.
said-view-deleted = The view “{ $name }” is deleted.
all-camps = All camps
all-regions = All regions
all-groups = All groups
all-stances = All stances
all-statuses = All proposals
sort-index = camp index
sort-name = name
sort-support = support
sort-by-stance = stance on { $proposal }
matrix-sort-by = Sort by the stances on this proposal
matrix-hide-column = { $count ->
    [one] Hide this column
   *[other] Hide these { $count } columns
}
matrix-hide-row = { $count ->
    [one] Hide this row
   *[other] Hide these { $count } rows
}
matrix-show-columns = Show hidden columns ({ $count })
matrix-show-rows = Show hidden rows ({ $count })
matrix-row-up = Move up
matrix-row-down = Move down
matrix-usual-order = Usual order of proposals
sort-objections = objections

verdict-consensus = { $adopts ->
    [0] { $open ->
        [0] No proposal reaches consensus.
        [one] No proposal reaches consensus yet; one is open.
       *[other] No proposal reaches consensus yet; { $open } are open.
    }
    [one] One of { $all } proposals reaches consensus.
   *[other] { $adopts } of { $all } proposals reach consensus.
}
verdict-two-thirds = { $adopts ->
    [0] No proposal is assured of two-thirds.
    [one] One of { $all } proposals is assured of two-thirds.
   *[other] { $adopts } of { $all } proposals are assured of two-thirds.
}
verdict-majority = { $adopts ->
    [0] No proposal is assured of a simple majority.
    [one] One of { $all } proposals is assured of a simple majority.
   *[other] { $adopts } of { $all } proposals are assured of a simple majority.
}
verdict-other = { $count ->
    [0] None passes under { $rule }.
    [one] One passes under { $rule }.
   *[other] { $count } pass under { $rule }.
}

legend-support = ++ actively champions
legend-accept = + supports   0 can live with it
legend-object = − has reservations   −− objects
legend-instructions = ~ no instructions
legend-unknown = ? unknown, not counted
legend-share = % can live with it, ≥ at least
fold = collapse
unfold = expand
count-of = { $shown } of { $all }
cells = { $count } cells
camp-summary = { $camp }, { $proposal }: { $share } can live with it, { $objects } object
camp-summary-at-least = { $camp }, { $proposal }: at least { $share } can live with it, { $objects } object, { $unknown } unknown
camp-summary-unknown = { $camp }, { $proposal }: all { $unknown } unknown
camp-from-votes = Camp index { $index } from { $votes } votes
camp-from-user = Own judgement; computed from votes: { $computed }
camp-from-nothing = Too few votes cast ({ $votes })
matrix-no-cell = No cell is selected. Select one with an arrow key or a click.
matrix-cell-hidden = The selected cell is not shown: it is filtered out or collapsed. An arrow key selects one that is.
cell-hidden = Not shown in the matrix: filtered out or collapsed
copied-cells = { $count ->
    [one] One stance copied
   *[other] { $count } stances copied
}
paste-refused = Nothing was pasted: row { $row }, column { $column } contains “{ $written }”, which is not a stance. Correct it and paste again.
paste-refused-dash = Nothing was pasted: row { $row }, column { $column } contains a dash, “{ $written }”, which may mean an empty cell or a minus sign. Replace it with a stance, or leave the cell empty.
paste-refused-unclosed = Nothing was pasted: a quotation mark opens on line { $line } and is never closed. Close it or remove it, and paste again.
paste-refused-large = Nothing was pasted: { $cells } cells are more than the { $most } that fit into one dossier. Paste a smaller block.
paste-no-stance = Nothing was pasted: no cell contains a stance.

list-filter = Find in this list
list-filter-clear = Show everything again
list-nothing-matches = Nothing in this list matches.
column-stances = Stances
column-members = Members
column-tally = Yes–no–abstained
tally-and-unknown = { $tally }, { $unknown } unknown
votes-unknown = { $count ->
    [one] 1 vote unknown
   *[other] { $count } votes unknown
}
add-proposal = Add proposal
add-party = Add party
add-group = Add group
add-roll-call = Add recorded vote
add-source = Add source
proposals-empty = Proposals are the measures under negotiation. None has been added yet.
parties-empty = Parties are the states, organisations and others who take a stance. None has been added yet.
groups-empty = Groups bring parties together, such as a union or a coalition. None has been added yet.
roll-calls-empty = Camps are computed from recorded votes. None has been added yet.
sources-empty = Sources are the documents and conversations on which entries rest. None has been added yet.
history-empty = Every change you make will appear here, with its author and time.
roll-calls-about = Recorded votes, from which camps are computed. Stances entered by hand play no part.
roll-call-not-counted = Not counted
obstacles-about = How much each of the eight obstacles hinders each proposal: 0 not at all, 4 blocks it, ? not assessed.
obstacles-empty = Obstacles are assessed for each proposal. No proposal has been added yet.
history-when = When
history-what = What
history-state = State
history-taken-back = Undone
library-about = The facts CBM Workbench starts from, each with its source. They cannot be changed here.
shelf-instruments = Measures and norms
shelf-resolutions = Resolutions
shelf-initiatives = Initiatives
shelf-obstacles = Eight obstacles
shelf-remedies = Remedies used before
shelf-terms = Contested terms
shelf-states = States
library-source = Source: { $source }. Confidence: { $confidence }.
library-yes-reads = a yes supports the { $side } side
library-contested = counts towards camps
library-stalled = Why it stalled: { $why }

start-heading = CBM Workbench
start-about = Prepare, negotiate and keep track of confidence-building measures for cyberspace. A dossier is one file on this computer; nothing leaves it.
start-templates = Start a new dossier
start-recent = Recent dossiers
counting = Counting…
start-loading = Opening { $path }…
start-failed = The dossier could not be opened

inspector-empty = Select a cell, a row or a column to see what is known about it.
marking-of-dossier = Marking of the dossier
marking-own = { $marking }, as the dossier
cell-title = { $party } on { $proposal }
cell-entries = Entries
cell-older = { $count ->
    [one] One older entry is
   *[other] { $count } older entries are
} not shown here.
cell-nothing-recorded = Nothing has been recorded yet.
cell-new-entry = New entry, { $day }
cell-corrected = Corrected
cell-no-source = No source
cell-author = Entered by { $author }
cell-would-move = Would move if: { $condition }
blockers-group-would-move = { $group } would move if: { $condition }
cell-about-proposal = About the proposal
cell-about-party = About the party
camp-index = index { $index } from { $votes ->
    [one] one vote
   *[other] { $votes } votes
}
camp-overruled = Own judgement; the votes indicate { $computed }.
camp-no-roll-calls = No recorded vote counts towards camps.
camp-strip-legend = Up: with the multistakeholder side. Down: against it. ?: did not vote.
party-fields = Party
party-known = { $name } ({ $code }): code, names and region are filled in from the library.
party-own-judgement = Own judgement of the camp
party-reason-needed = Give a reason; your judgement is saved with it.
party-stances = Stances
party-unknown = { $unknown ->
    [0] No stance is unknown.
    [one] One stance is unknown.
   *[other] { $unknown } stances are unknown.
}
and-more = and { $count } more
add-to-group = Add to a group
add-member = Add a member
add-sponsor = Add a sponsor
add-vote = Add a vote
remove = Remove { $what }
member-since = since { $date }
member-until = until { $date }
group-members = Members ({ $count })
group-dates = Membership dates
proposal-fields = Proposal
proposal-blockers = Who objects or has reservations
proposal-no-blockers = None, as far as is known.
standing-objections = { $count ->
    [0] No objections.
    [one] One objection: { $names }.
   *[other] { $more ->
        [0] { $count } objections: { $names }.
       *[other] { $count } objections: { $names } and { $more } more.
    }
}
standing-nobody-decides = None of the parties takes part in decisions, so no rule applies.
standing-unknown = { $count ->
    [0] No stance is unknown.
    [one] One stance is unknown.
   *[other] { $count } stances are unknown.
}
standing-adopts = Passes under { $rule }.
standing-fails = Fails under { $rule }.
standing-open = Open under { $rule }.
standing-adopted-yet = It was adopted all the same, as its status says: under another rule, or when parties stood elsewhere.
sponsor-main = { $party } is the main sponsor
obstacle-assessments = Assessments
obstacle-not-assessed = Not assessed yet. Choose a severity above.
obstacle-explained = What this obstacle is
obstacle-record = What to record
roll-call-votes = Votes ({ $count })
vote-of = Vote of { $party }
ballot-none = Did not vote
source-resting = { $count ->
    [0] Nothing rests on this source.
    [one] One record rests on this source.
   *[other] { $count } records rest on this source.
}
dossier-about = The dossier as a whole
dossier-camps = How camps are computed
dossier-camps-about = The camp index runs from −1 (always with the state-oriented side) to +1 (always with the multistakeholder side).
dossier-polls = Small polls
dossier-polls-about = Where few have answered, the spread of stances reveals who said what. With fewer answers than this, it is not shown on the wall or in copies for others.
dossier-from-template = Made from the template { $template }.

status-saved = Saved { $time }
status-all-saved = All saved
status-checking = Checking the file; you can edit it in a moment
status-read-only = Read-only
status-parties = { $count ->
    [one] One party
   *[other] { $count } parties
}
status-proposals = { $count ->
    [one] One proposal
   *[other] { $count } proposals
}
status-selected = { $count } cells selected
status-unknown = { $share } unknown
hint-matrix = + 0 − set a stance · ? clears · Enter edits · a letter finds a party
hint-obstacles = 0 to 4 set a severity · ? clears · Enter edits
hint-list = Click a row to see and edit it
hint-library = Facts with their source
hint-history = Click a step to see the dossier as it was then
hint-changes = Click a change to go to what changed
hint-nothing = What you add appears here
banner-read-only = This dossier can only be read here. Save a copy to work on.

picker-hint = Type part of the name
picker-nothing = Nothing matches.
picker-more = There are more; keep typing.
calendar-type = Type a day
calendar-open = Choose a day
calendar-year-before = A year earlier
calendar-month-before = A month earlier
calendar-month-after = A month later
calendar-year-after = A year later
weekday-1 = Mo
weekday-2 = Tu
weekday-3 = We
weekday-4 = Th
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = Su
field-no-day = this cannot be read as a date; write 12-11-2026, 12 Nov or yesterday
field-no-time = this cannot be read as a time; write 18:00 or 18h
field-no-number = this cannot be read as a number
field-first-of-month = No day was typed: read as { $day }, the first of the month
field-in-the-future = this day is in the future
dismiss = Dismiss

# Groups that speak for their members.
cell-groups = What its groups say
cell-inherited = This party has not spoken for itself; what its groups say counts for it.
cell-conflict = Its groups contradict each other, so its stance counts as unknown.
cell-own-wins = Its own stance takes precedence.
said-about = This counts for every member that has not spoken for itself.
said-members = Members it speaks for
said-counts = { $members } members: { $inherited } follow it, { $own } speak for themselves, and for { $conflict } another group says otherwise.
group-says = What it says
group-says-nothing = Nothing recorded yet. What a group says counts for members that have not spoken for themselves.
group-says-more = Record a stance of the group…
proposal-said = Said by groups
proposal-said-more = Record what a group says…

# Own brief.
brief-title = Own brief
brief-none = not written yet
brief-empty = Nothing written yet. A brief sets out what you want, what you cannot accept and what your instructions are; it is marked RED from the start.
brief-begin = Write a brief
brief-instruction = Instruction
alert-red-line = As it stands, the proposal crosses your red line.
alert-instruction-late = The date by which the instruction was to be cleared has passed.
alert-instruction-missing = The instruction has not been cleared, and there is a meeting on { $day }.

# Aims of policy.
proposal-aims = Policy aims it serves
add-aim = Add an aim
all-aims = All aims
filter-aim = Aim: { $value }

# Obstacles over time.
since-default = Back to one year earlier
heat-since = Trend since { $day }
heat-not-assessed = { $count } of { $all } not assessed yet
obstacles-ranking = Ranking
ranking-first = First: { $obstacle } on { $proposal }, from { $from } to { $to } with “{ $remedy }”
ranking-worst = Weighs most over all: { $obstacle }, { $count } points. No remedy says yet what would remain.
ranking-worst-tied = Weigh most over all, { $count ->
    [one] one point each:
   *[other] { $count } points each:
} { $more ->
    [0] { $obstacles }.
   *[other] { $obstacles } and { $more } more.
} No remedy says yet what would remain.
ranking-nothing = Once an obstacle is scored above 0, the one that weighs most is named here.
ranking-weights = Change the weights…
ranking-cheapest = Cheapest to bring down
ranking-cheapest-about = Most points first that a remedy proposed or under way is expected to take off, for each party concerned; a rule of thumb.
ranking-none = No open remedy says yet how severe its obstacle would be afterwards.
ranking-over-all = Over all proposals
ranking-by-proposal = Proposals
column-obstacle = Obstacle
column-severity = Severity
column-points-off = Points off
column-concerned = Parties concerned
column-total = Total
column-remains = After remedies
column-assessed = Assessed
column-weight = Weight
heat-total = Total: { $points }, after remedies { $remains }
heat-after = After remedies: { $severity }
trend-worse = Worse than on { $day }
trend-better = Better than on { $day }
trend-same = The same as on { $day }
obstacle-concerns = Parties concerned
add-concern = Add a party…
ask-terminology-1 = Which terms are contested?
ask-terminology-2 = Which party reads them in which way?
ask-terminology-3 = Which wording could everyone accept?
ask-stakeholders-1 = Who has to be in the room?
ask-stakeholders-2 = Who need only be heard?
ask-stakeholders-3 = In which format?
ask-mistrust-1 = Which parties mistrust each other?
ask-mistrust-2 = What history lies behind it?
ask-mistrust-3 = Which guarantee would help?
ask-opacity-1 = How would compliance be seen?
ask-opacity-2 = What would remain unseen?
ask-proxies-1 = Does the text cover non-state actors?
ask-proxies-2 = What does it say about a state’s responsibility for them?
ask-weapons-1 = What is limited: capability, use, target or secrecy?
ask-weapons-2 = Can that be verified?
ask-espionage-1 = What does the text say about espionage?
ask-espionage-2 = What does it deliberately leave unsaid?
ask-urgency-1 = What window of opportunity is there?
ask-urgency-2 = How long will it stay open?

# Remedies.
remedies = Remedies
remedies-none = Nothing is being done about it yet.
remedies-empty = There are no open remedies. Add them to an obstacle on the Obstacles screen.
remedies-all = Include completed and dropped
add-remedy = Add a remedy
new-remedy = New remedy
remedy-from-library = From the library…
remedy-after = { $severity } afterwards
remedy-builds-on = { $kind } · builds on { $precedents }
late = Overdue
column-remedy = Remedy

# Relations between parties.
relations = Relations
relations-empty = No relation recorded. Record one only where it is known.
add-relation = Add a relation…
relation-about = Relation between two parties
proposal-bad-pairs = Opponents that mistrust each other

# Engagement.
engagement-about = States that have not chosen a side. What moves them is their own national interest.
engagement-none = No party is in the swing camp yet.
engagement-interests = Interests and offer
engagement-empty = Nothing recorded yet: what it wants for itself, what you can offer, and the argument based on its own interest.
engagement-begin = Record its interests
engagement-steps = Steps
engagement-no-steps = No steps yet.
engagement-contacts = Contacts
engagement-no-contacts = No contacts yet. They are never shown in the room.
add-contact = Add a contact
new-contact = New contact
add-step = Add a step
new-step = New step
step-due = due { $day }
step-late = overdue: { $day }
column-next-step = Next step
column-last-contact = Last contact
party-to-engagement = Contacts, interests, offer and steps

# Calendar.
calendar-empty = Nothing is coming up. Meetings appear here, as does everything with a due date.
calendar-past = Include past items
calendar-instruction = Instruction: clearance due
column-what = What
column-about = About
column-who = Who
add-meeting = Add a meeting
meeting-agenda = Agenda
add-agenda = Add a proposal…
new-meeting = New meeting

# Contested terms.
terms-found = { $count ->
    [one] One contested term; its card shows who means what by it.
   *[other] { $count } contested terms; each card shows who means what by it.
}
term-wording = Neutral wording: { $wording }
term-wording-in = Neutral wording, from { $document }: { $wording }
term-own = Contested term
term-forms-about = The forms in which it appears in a text, separated by commas.
terms-own = Terms of this dossier
terms-own-none = None yet; those in the concordance below are always looked for.
terms-library = Concordance
add-term = Add a term
new-term = New term
initiative-sets = Numbered measures: { $sets }

# Entries without a source.
unsourced = Entries without a source: { $count }
unsourced-heading = Entries without a source
unsourced-none = Every entry with a stance has a source.

# What changed since a day.
changes-chip = What changed
changes-title = What changed
changes-since = Since { $day }
changes-since-meeting = Since { $meeting }
changes-none = Nothing changed in this period.
changes-no-days = There is no day to compare between { $since } and { $until }.
changes-heading = From { $since } to { $until }: { $count ->
    [0] nothing changed.
    [one] one change.
   *[other] { $count } changes.
}
change-added = added
change-deleted = deleted
column-from = From
column-to = To
changes-of-none = Texts, obstacles and remedies
changes-words = out: “{ $out }”, in: “{ $in }”
changes-by-proposal = By proposal
changes-by-party = By party
changes-by-day = By day
changes-measured = Towards or away from acceptance is counted. Tick “{ $field }” at a party, and moves are measured against its own stances.
changes-measured-by = Our way is nearer to the stance of { $party }, away from us is further from it; where it has none, acceptance is what counts.
column-way = Which way
step-merge = Merge a review
step-restore = Restore a field
screen-comments = Comments
comments-all = Include resolved
comments-empty = Comments on records appear here. Select anything and write a comment below it.
comments-none = No comments.
comment-open = Open
comment-resolved = Resolved
comment-new = New comment
comment-add = Comment
comment-answer = Reply
comment-add-answer = Post the reply
comment-resolve = Mark as resolved
comment-reopen = Reopen
comment-delete = Delete this comment
record-history = Changes
record-history-empty = Not changed since it was created.
record-added = Added
record-deleted = Deleted
record-back = Restored
record-restore = Restore “{ $value }”
history-merged = From a review
history-merged-by = From { $review }, { $time }
past-only-read = The dossier is shown as it was, and cannot be changed. Go back to now first.
past-bring-back = Bring this back
past-bring-back-about = One step makes the whole dossier what it was here; the steps since then stay in the history, and it can be undone.
step-bring-back = Bring the whole dossier back
said-brought-back = The dossier is again what it was there
page-back = Back
page-entries = { $count ->
    [one] One entry
   *[other] { $count } entries
}
page-without-source = Without a source: { $count }
past-back = Back to now
past-after = As it was after: { $step }, by { $author }, { $time }. Nothing can be changed here.
past-after-unsigned = As it was after: { $step }, { $time }. Nothing can be changed here.
past-before-all = As it was before the first step. Nothing can be changed here.
start-waiting = Waiting until { $path } is free…
locked-heading = Locked
offer-wait = Wait until it is free
offer-copy = Work on a copy…
offer-backup = Restore the newest backup…
offer-salvage = Save what can be read…
offer-merge = Merge the copy
offer-rescue = Save a rescue copy…
offer-again = Try again
offer-make-of = Make a dossier of it…
merge-heading = Merge { $name }
merge-counts = { $taken ->
    [0] Nothing is
    [one] One record is
   *[other] { $taken } records are
} taken over without asking. { $conflicts ->
    [0] There is nothing to decide.
    [one] There is one decision to make
   *[other] There are { $conflicts } decisions to make
}{ $conflicts ->
    [0] {""}
   *[other] , { $undecided } of them still open.
}
merge-do = Merge
merge-rest = The rest: { $side }
merge-decide-first = Decide everything first, if necessary with “Decide later”.
merge-undecided-one = undecided
merge-no-conflicts = No conflicts: nobody changed the same thing, and nothing was deleted or made less confidential.
merge-steps = Steps included
merge-taken = Taken over without asking
merge-added = New: { $what }
merge-brought-back = Restored: { $what }
merge-same = { $count ->
    [one] One record is the same on both sides.
   *[other] { $count } records are the same on both sides.
}
merge-own-name = { $author } – your name, in the other copy
merge-by-their-word = Who made them, and when, is what the other copy states; what they did is read from the changes themselves.
step-brought-many = Change { $count } records ({ $what })
merge-base = Before either change
merge-together = With both together
merge-nothing-new = This copy contains nothing new.
comments-open = Comments · { $count } open
comments-here = Comments here
merge-keys = M mine · T theirs · B both · O one · L later · ↑↓ next
screen-markings = Markings
markings-about = How widely everything may be shared. Filter, then mark everything shown in one step.
markings-empty = Everything that can be confidential appears here with its marking. There is nothing yet.
markings-every-kind = Every kind
markings-every-marking = Every marking
markings-mark = Mark the { $count } shown
column-kind = Kind
screen-room = Room
hint-room = Page keys turn pages, B blanks, F freezes, signs record a stance, Ctrl+Z undoes it
tour-leave = Leave the tour
tour-next = Next
tour-back = Back
tour-done = Done
tour-step = { $step } of { $steps }

# What is chosen in a list or in the matrix, and what can be done with all of it.
columns = Columns
columns-left = Move to the left
columns-right = Move to the right
columns-reset = Restore columns
chosen-rows = { $count } selected
chosen-change = Change
chosen-stance = Set stance
chosen-to-group = Add to group
chosen-new-group = New group…
chosen-delete = Delete…
chosen-no-entries = No entry among them
chosen-none = Clear the selection
chosen-cannot = Not all of them can have this value. Nothing was changed.
copy = Copy
copy-with-heads = Copy with headings
copy-bare = Copy without headings
copied-nothing = Nothing is selected, so nothing was copied.
copied-rows = { $count ->
    [one] One line copied
   *[other] { $count } lines copied
}
said-changed-many = { $count ->
    [0] { $what }: all of them have this already
    [one] { $what }: one changed
   *[other] { $what }: { $count } changed
}
said-joined = { $count ->
    [0] All of them are members of { $group } already
    [one] One party added to { $group }
   *[other] { $count } parties added to { $group }
}
