# The text of a proposal: versions, paragraphs, one's own wordings.

table-versions = Version
table-paragraphs = Paragraph
table-asks = Own wording
table-rulings = Judgement on a wording
table-word_stances = Stance on words
paragraph_kind-heading = Heading
paragraph_kind-preamble = Preamble
paragraph_kind-chapeau = Chapeau
paragraph_kind-operative = Operative
paragraph_kind-note = Note
paragraph_status-open = Open
paragraph_status-agreed_ad_referendum = Agreed ad referendum
paragraph_status-agreed = Agreed
became-in = In
became-in_part = In part
became-weakened = Weakened
became-bracketed = In brackets
became-gone = Gone
became-red_line_crossed = Red line crossed

field-alternative = Alternative
field-ask = Own wording
field-version = Version
field-fate = What became of it
field-follows = Continues
field-merged = Merged with
field-number = Number
field-paragraph = Paragraph
field-put-forward = Put forward by
field-wanted = Wanted

# The screen.
screen-text = Text
hint-text = Alt+Down next bracket · [ ] D L brackets · R G agreed · V compare · F what became of it · N new version · W on the wall
help-page-text =
    This screen shows the text of a proposal, version by version. Left are its paragraphs; the
    words in square brackets are disputed, with those who ask for them behind.

    Type brackets as delegations do: [voluntary] (RUS, CHN) wants words in, [delete: all] (NLD)
    wants them out, [shall → should] (IND) wants others, [alt 1 may] (RUS) [alt 2 shall] (NLD)
    are alternatives. against: names those who are against it, TLP:RED marks a bracket. [NLD, FRA: and report] names
    those who ask in front, where the dossier knows each of them.

    Left and Right choose words of the selected paragraph, with Shift several. [ puts them in
    brackets and asks who wants it, D has them deleted, L gives other words beside them. ] grants
    what the bracket around the word asks, Shift+] does not. R is agreed ad referendum, G agreed,
    V compares with another version, F shows what became of the text.

    “New version” (N) takes in a text that is pasted, or a Word file, and lays it beside the last one:
    paragraphs keep who they are, whatever their number. Your own wordings are marked RED and never
    reach the wall. After each version the screen says first what became of them, which brackets
    were opened and lifted and whose, and whose stance was taken on words that stand no longer.

    W puts the selected paragraph on the wall of an open room, on a slide of its own.

    Ctrl+E writes the text for Word: disputed words as changes of those who ask, with the comments; in
    brackets; clean; compared with the version before; or versions side by side.
text-none = No proposal to write a text for.
text-empty = { $proposal } has no text with versions yet. “New version” takes one in.
delete-paragraph = Delete paragraph…

# Pages and the command line.
subject-text = Text
turned-same = Unchanged
turned-changed = Changed
turned-new = New
column-was = Was
column-turned = Since then
column-gone = No longer there
text-no-versions = { $proposal } has no text with versions.
text-so-many = { $version }: { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
}, { $brackets ->
    [0] no brackets
    [one] one bracket
   *[other] { $brackets } brackets
}.
text-so-far = Text so far
help-text = The text of a proposal, version by version: take one in, show it, compare two
help-text-action = What to do
help-text-on = The code of the proposal
help-text-file = The version to take in, a text or a Word file; for write, the Word file to make
help-text-name = What the version is called; as its file if not given
help-text-date = The day on which it was put on the table; today if not given
help-text-dry-run = Take nothing in; only say what would happen
help-text-version = Which version: its name, or its number counted from 1; the present one if not given
help-text-against = The version to compare with
text-no-version = The text has no version “{ $version }” that may be shown here.
text-which-file = Say which text to take in.
text-no-words = There are no words in this file. Nothing was changed.
text-would-add = Nothing was taken in. This is what would be:
text-doubtful = In doubt: { $number } is taken for what was { $before } (likeness { $likeness }).
text-never-closed = { $number }: a bracket is opened and never closed, near “{ $near }”. It is taken as it stands.
text-never-opened = { $number }: a bracket is closed that was never opened, near “{ $near }”. It is taken as it stands.
text-too-deep = { $number }: brackets stand too deep in one another, near “{ $near }”. They are taken as they stand.
text-left-out = { $count ->
    [one] One more paragraph was left out: a text has 2,000 at most.
   *[other] { $count } more paragraphs were left out: a text has 2,000 at most.
}

text-brackets = { $count ->
    [one] one bracket
   *[other] { $count } brackets
}
text-new-version = New version
text-agreed = { $count ->
    [0] No paragraph is agreed yet.
    [one] One paragraph is agreed or agreed ad referendum.
   *[other] { $count } paragraphs are agreed or agreed ad referendum.
}
text-since = Since { $version }: { $changed } changed, { $new } new{ $gone ->
    [0] .
   *[other] , { $gone } gone.
}
text-gone = Gone
text-name = What the version is called
text-typed = The text, pasted or typed: a blank line between paragraphs, disputed words in square brackets
text-beside = Beside the version before: kept { $kept } (moved { $moved }), new { $new }, gone { $gone }.
text-opened-again = { $count ->
    [one] Agreed before and open again, since its words changed: { $which }.
   *[other] Agreed before and open again, since their words changed: { $which }.
}
text-nobody-known = { $count ->
    [0] “{ $name }” is nobody this dossier knows, and asks for words here. The name is kept as written.
   *[other] “{ $name }” is nobody this dossier knows, and asks for words in { $where }. The name is kept as written.
}
text-nobody-suggested = { $count ->
    [0] “{ $name }” is nobody this dossier knows, and asks for words here; { $party } may be meant. The name is kept as written.
   *[other] “{ $name }” is nobody this dossier knows, and asks for words in { $where }; { $party } may be meant. The name is kept as written.
}
text-take-as = Take “{ $name }” as { $party }
help-text-suggested = Take authors whose name plainly says for whom they write, such as “NLD delegation”, as that party
text-paragraph-at = Paragraph { $place }
notation-delete = delete
notation-against = against
text-unread = { $count ->
    [one] One bracket has no other half and is taken as it stands.
   *[other] { $count } brackets have no other half and are taken as they stand.
}
text-continues = Continues
text-take-in = Take in
text-taken = { $version } is taken in; Ctrl+Z takes it back.

# One's own wordings.
text-asks = { $count ->
    [0] No wording of your own is noted on this text.
    [one] What became of one wording of your own in { $version }.
   *[other] What became of { $count } wordings of your own in { $version }.
}
column-missing = Not there
column-weaker = Weaker or qualified
column-bracketed = Only in brackets
column-rests-on = Decided by
wording-missing = Not there: { $words }.
wording-bracketed = Only in brackets: { $words }.
wording-weaker = Weaker or qualified: { $words }.
wording-weaker-asked = In brackets, weaker or qualified: { $words }.
wording-of-fallback = Judged by the fallback.
wording-scattered = Its words are there, with others between them.
section-asks-elsewhere = Own wordings elsewhere in the text
section-paragraph-before = In earlier versions
section-asks = Own wordings
add-ask = Add a wording
delete-ask = Delete wording
text-write-where = Say which Word file to write.
help-text-form = In a Word file: disputed words as changes with the comments, in brackets, or only what stands, of alternatives the first; what changed since another version, or versions beside one another (default: tracked, with --against compared)
text-nothing-before = There is no version before this one to compare it with.
form-tracked = As changes, with comments
form-brackets = In brackets
form-clean = Only what stands
form-compared = Changes since the version before
form-columns = Versions side by side
export-form = In Word
export-form-clean = Of alternatives the first one stands; the document says where.
draft-alternatives = { $count ->
    [0] Where alternatives are still open, the first one stands here.
   *[other] Where alternatives are still open, the first one stands here: { $which }.
}
export-form-about = The preview shows the page; the Word file holds the text itself, and what Word changes in it can be taken in again as a version.

# What became of a text in a version.
subject-revision = What became of the text
revision-line = { $version } beside { $before }: { $changed ->
    [0] no paragraph changed
    [one] one paragraph changed
   *[other] { $changed } paragraphs changed
}, { $new } new, { $gone } gone. { $opened ->
    [0] No bracket was opened
    [one] One bracket was opened
   *[other] { $opened } brackets were opened
}, { $lifted } lifted, of which { $granted } in favour of those who asked for it.
revision-brackets = Brackets
revision-agreed = Agreed since
revision-reopened = Opened again
revision-terms = Contested terms that came in
revision-obstacles = These terms touch: { $which }.
revision-again = To be asked again: their words stand no longer
revision-burn-down = Brackets, version by version
revision-by-owner = Brackets by who asks, from version to version
revision-by-paragraph = Brackets by paragraph, from version to version
bracket_turn-opened = Opened
bracket_turn-granted = Lifted, granted
bracket_turn-refused = Lifted, not granted
bracket_turn-reworded = Reworded
bracket_turn-owners = Other owners
column-owners = Asked for by
column-owners-against = Against it
column-joined = Joined
column-left = Left
column-written = As written
column-term = Term
column-taken-on = Taken on
column-moved = Changed since
column-brackets = Brackets
column-agreed = Agreed
column-paragraphs = Paragraphs

# Words and brackets on screen.
text-taken-on = taken on { $version }
text-so-far-agreed = { $agreed } of { $paragraphs } agreed
text-choose-word = Choose a word with the arrow keys first.
text-no-bracket-here = The chosen word stands in no bracket.
text-no-words-there = These words are not there any more. Nothing was changed.
text-asked-stay = In brackets: “{ $words }”
text-asked-go = To be deleted: “{ $words }”
text-asked-other = Other words for “{ $words }”
text-other-words = The other words
text-asked-by = Asked for by
text-put-in = Put in brackets
text-page-words = The text
text-page-changed = What became of it
text-compared = Compared with { $version }
text-not-compared = Not compared
text-version-before = The version before
text-compare-with = Compare with

# Stances on words.
section-word-stances = Who stands where on these words
words-as-they-stand = As it stands
words-alternative = Alternative { $number }: { $words }
words-nothing-said = Nobody has spoken on it yet.
words-add-stance = Add a stance
words-who = Who says it
words-delete-stance = Delete the stance of { $who }
words-said = { $live } can live with it, { $block } { $block ->
    [one] blocks
   *[other] block
} it, { $unknown } unknown. Agreement { $agreement } (from −1 to 1).

# A version from a file.
choose-text = Take a text in as a version
file-texts = Texts (Word, plain text)
text-from-file = From a file…
text-of-file = Read from a file:
text-more-remarks = { $count ->
    [one] One more remark like these.
   *[other] { $count } more remarks like these.
}
entry-taken-on = Taken on { $version }. { $count ->
    [0] Paragraphs came in since.
   *[other] Changed since: { $paragraphs }.
} To be asked again; until then it counts as before.
column-ruling = Our own judgement, and why
delete-version = Delete version…
ask-judge = Judge it otherwise
ask-judge-why = Why we judge it so
ask-judge-not = Leave it to the comparison

# On the wall.
text-no-room = No room is open, so there is no wall to put this on. F5 opens a room.
text-not-in-room = Nothing was put on the wall: for this room the paragraph or its version is marked too strictly, or has no marking of its own.
text-choose-one = Choose a paragraph first, with the arrows.
text-gone-here = This paragraph is gone from this version. Choose the earlier one to work on it.
text-on-wall = { $number } is on the wall.
text-on-blank-wall = { $number } is on the wall once that is no longer blank.
text-on-frozen-wall = The wall is frozen: { $number } comes on it once you show it (Enter, in the room).
text-filter-open = Open: { $count }
text-filter-ours = With our wording: { $count }
text-filter-changed = Changed: { $count }
text-filter-owner = Brackets of
text-filter-term = Contested term
text-filter-all = Show all
text-name-taken = The text has a version “{ $name }” already; give this one another name.
text-drop = Discard the text
text-go-on = Go on
text-stamp = The document is marked “{ $line }”.
text-marked = The version is { $marking }; so is every paragraph that was not more confidential before.
help-text-marking = How confidential the version is; otherwise as the last version, the document itself or the dossier, whichever is strictest
text-agreed-with-brackets = { $number } is agreed with { $count ->
    [one] an open bracket
   *[other] { $count } open brackets
} in it; Ctrl+Z takes it back.
