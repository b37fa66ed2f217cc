# The room: what stands on the wall, and how it is driven.
room-window = Room · { $marking } — CBM Workbench
room-title = Confidence-building measures for cyberspace
room-chatham = Held under the Chatham House Rule: what is said may be used, but not who said it.
room-about-clear = What is shown here may be made public.
room-about-green = What is shown here is for this community, not for the public.
room-about-amber = What is shown here is for the organisations present and their clients, on a need-to-know basis.
room-about-amber-strict = What is shown here is for the organisations present only, on a need-to-know basis.
room-about-red = What is shown here is for those present and nobody else.
room-counted = Counted from what may be shown here, as of { $day }
room-page = page { $page } of { $pages }
room-camp-a = Group A
room-camp-b = Group B
room-camp-c = Group C
room-camp-others = Others
room-everybody = Everybody
room-nothing = There is nothing yet that may be shown here.
room-withheld = This may not be shown here.
room-summary = Where the camps stand
room-summary-about = Every proposal, from those who actively champion it to those who object; what is unknown is left hollow.
room-matrix = Who stands where
room-tabled-by = { $more ->
    [0] tabled by { $names }
    [one] tabled by { $names } and one other
   *[other] tabled by { $names } and { $more } others
}
room-of = { $count } of { $all }
room-can-live-with = of those who have spoken can live with it
room-nobody-spoke = Nobody has spoken yet
room-unknown = { $count } unknown
room-of-them-by-groups = { $count } through a group
room-by-groups = through its groups
room-groups-disagree = its groups disagree
room-hatched = hatched: stated by a group for its members
not-assessed = not assessed
room-few = fewer than { $count ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
   *[other] { $count }
} answers, so no breakdown
room-temperature-few = Temperature, { $day }
room-speakers-few = Said without names, { $day }
room-in-the-way = What stands in the way
room-temperature = { $count ->
    [one] Temperature, { $day }: one took part
   *[other] Temperature, { $day }: { $count } took part
}
room-speakers = { $count ->
    [one] Said without names, { $day }: one
   *[other] Said without names, { $day }: { $count }
}
room-heat-about = 0 does not hinder, 4 blocks, ? is not assessed; after an arrow, what should remain after remedies.
room-ranking-about = Severities over all proposals added up, all eight counted alike; after an arrow, and as the light bar within, what should remain after remedies.
room-ranking-assessed = { $shown } of { $all } assessed
room-obstacle-about = How much it hinders each proposal: 0 not at all, 4 blocks it, ? not assessed
room-timeline = From { $year } to the present
room-timeline-about = What has been tried and agreed, and the meetings to come.
room-changed = What changed
room-changed-since = Since { $day }, most recent first
room-changed-nothing = Nothing changed in that period, as far as may be shown here.
room-parked = Parked
room-parked-about = Set aside, to come back to
room-parked-nothing = Nothing has been set aside.
room-about = What the wall shows is read separately, up to a marking you choose. Nothing stricter can reach it: no briefs, no red lines, nothing told in confidence or inferred, nothing without a marking of its own.
room-unreadable = Nothing is shown: the dossier cannot be read
room-is-blank = The wall is blank
room-is-frozen = The wall is frozen
room-is-live = The wall follows you
room-picture = Picture of the wall. Press and hold to point.
room-keys = Page Down next · Page Up back · ↓↑ point out · B blank · F freeze · Enter show · T time · S speaker · C names · P park · + 0 - ~ 1–6 record
room-camps = Camp labels
room-dark = Dark wall
room-timer-start = { $count ->
    [one] Start 1-minute timer
   *[other] Start { $count }-minute timer
}
room-timer-stop = { $left } left · stop
room-minutes = Minutes
room-withheld-count = { $count } withheld
room-release = Release by name…
room-withdraw = Released: { $what }
room-take = Record a stance
room-take-no-proposal = Show a slide of one proposal to record stances on it.
room-take-obstacle = Score obstacles on the Obstacles screen, where M marks them for the room. Stances are recorded on a slide of one proposal.
room-take-no-speaker = Choose who is speaking first (S), or record without names (C).
room-without-names = Without names
room-speaker = Speaker: { $name }
room-no-speaker = Choose the speaker
room-choose-speaker = Who is speaking
room-counted-speakers = Counted without names: { $counts }
room-poll = Temperature poll…
room-park = A point to come back to
room-park-add = Park
room-park-done = Taken up
room-order = Running order
room-order-proposed = Nothing has been prepared: this is what can be shown. Prepare an order to change it.
room-prepare = Prepare an order
room-slide-withheld = withheld
room-slide-kept = A change to this slide is kept hidden.
room-move-up = Move up: { $what }
room-move-down = Move down: { $what }
room-remove = Remove: { $what }
room-add-slide = Add a slide
room-slide-added = The slide was added behind the current one.
room-all = All parties
dialog-room = Open the room
room-open-about = A second window for the wall. It shows only what you allow here.
room-ceiling = Show up to
room-confirm = Everybody in the room may see { $marking }
room-where = Where
room-in-a-window = In a window
room-look = Appearance
room-chatham-house = Chatham House Rule: record stances without names
room-open = Open
dialog-poll = Temperature poll
room-poll-about = How many took each stance. No names are kept.
room-poll-keep = Record
dialog-release = Release by name
room-release-about = What is withheld and could be shown: what is about the slide or, as soon as you type, everything but entries on other proposals. Everybody in the room sees what you release, until the room is closed.
room-release-nothing = Nothing is withheld.
room-release-elsewhere = Nothing about this slide is withheld. Entries are offered on a slide of their proposal.
room-release-no-match = Nothing that is withheld here is called so. Entries are offered on a slide of their proposal.
room-release-now = Show to the room: { $what }
room-names-off = Names are off in this room. Switch them on first (C).
room-release-part = That cannot be shown: the record it belongs to is withheld.
room-minute = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
dialog-wall = Show this on the wall?
wall-about = The last step would put something on the wall that is not there now. The wall is blank until you answer. What you keep hidden stays hidden until you show it or close the room.
wall-about-gone = The last step goes back before the room was opened and would change the wall, which is blank until you answer.
wall-gone = { $count ->
    [one] One record would disappear from the wall.
   *[other] { $count } records would disappear from the wall.
}
wall-keep-hidden = Keep hidden
wall-stay-blank = Leave the wall blank
wall-take-back = Undo the step
wall-show = Show to the room
dialog-names = Record with names?
room-imports = Nothing was recorded: finish or cancel the import first.
names-question = From now on, stances are recorded with the name of whoever takes them. Does the meeting allow that?
names-without = Continue without names
names-with = The meeting allows it
said-taken-back = The last stance given without a name no longer counts.
said-counted-again = The last stance given without a name counts again.
said-tally-kept = What was said without names in the previous room is in the dossier.
room-open-live = Room open · { $marking }
room-open-blank = Room open · { $marking } · blank
room-open-frozen = Room open · { $marking } · frozen
room-open-asks = Room open · { $marking } · a question is waiting
room-release-what = What would be shown
room-release-words = The words themselves are not shown on the wall; the stance is.
room-release-label = The wall will be marked { $marking } from then on.
room-why-marking = marked more strictly than this room
room-why-no-marking = no marking of its own: the dossier’s applies
room-why-brief = your own brief
room-supposed = Assumed, not said: “{ $scenario }”
room-why-scenario = what you assume of others
room-why-kept = kept back in this room
room-why-part = part of what is withheld
room-asks = The wall is blank until you answer
wall-count = { $count ->
    [one] One record would appear or read differently
   *[other] { $count } records would appear or read differently
}
wall-kept = You kept this hidden. If you show it, the room sees all of it.
wall-kept-nothing = Nothing that you kept hidden can be shown: it no longer exists, stands on the wall as it is since the change was undone, is marked more strictly than this room, or is kept hidden by another answer as well.
room-kept = { $count ->
    [one] Kept hidden: one record…
   *[other] Kept hidden together: { $count } records…
}
dialog-leave-room = Close the room?
leave-room-about = A room is open and has to be closed before you can continue: its window disappears, and anyone looking at the wall sees what is behind it.
leave-room-stay = Keep the room open
leave-room-go = Close the room and continue
close-room-about = Its window disappears, and anyone looking at the wall sees what is behind it.
close-room-go = Close the room now
room-closed = The room is closed. On the Room screen, Ctrl+E makes a handout of what was shown and said.
room-not-shown-yet = { $count ->
    [one] one not shown yet
   *[other] { $count } not shown yet
}
room-taken-back = not shown, as it would reveal single answers
room-taken-back-how = Beside the breakdown that was shown before, this one would reveal fewer than { $count } answers. It is shown again once what was taken back has been given again.

# Texts on the wall.
room-text-since = What changed since { $version }
room-text-new = New since { $version }
room-text-same = Unchanged since { $version }
room-text-stands = As it stands
room-text-amendments = Amendments
room-text-adds = Add
room-text-deletes = Delete
room-text-replaces = Replace
room-text-alternative = Alternative
room-text-chair = Proposal of the chair · not agreed
room-text-gone = This is not in { $version }, as far as may be shown here.
room-text-shows = What the wall shows of a text
room-text-names = Owners of brackets
room-no-texts = No proposal has a text yet.
room-texts-none = No text can be offered: for this room each is marked too strictly, or has no marking of its own.
room-texts-more = Other texts are not offered: for this room they are marked too strictly, or have no marking of their own.
room-draft = New words for { $number }, as a proposal of the chair
room-draft-about = What you type is on the wall at once, as a proposal of the chair, and nowhere else. Take over (Ctrl+Enter) puts it in the text, in brackets that nobody owns.
room-draft-waits = The wall shows this once the parenthesis is closed: a name half typed might be one that is not for this room.
room-take-over = Take over
room-drop-draft = Discard
room-taken-over = In { $number }, in brackets; Ctrl+Z takes it back.
room-taken-over-marked = In { $number }, in brackets. As this room is { $marking }, so is { $number } now; Ctrl+Z takes it back.
leave-room-typed = { $count ->
    [one] What was typed for a paragraph has not been taken over, and goes.
   *[other] What was typed for { $count } paragraphs has not been taken over, and goes.
}
room-release-along = { $count ->
    [one] One record comes along, as it is marked less strictly or is part of it:
   *[other] { $count } records come along, as they are marked less strictly or are part of it:
}
room-release-under = It is shown only once { $of }, of which it is a part, is released too.
room-next = Next
room-waits = Waits for the wall
