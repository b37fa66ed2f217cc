# The room: what stands on the wall, and how it is driven.
room-window = Room · { $marking } — CBM Workbench
room-title = Confidence-building measures for cyberspace
room-chatham = Held under the Chatham House Rule: what is said may be used, but not who said it.
room-about-clear = What is shown here may be made public.
room-about-green = What is shown here is for this community, not for the public.
room-about-amber = What is shown here is for the organisations present and those they work for, as far as they need it.
room-about-amber-strict = What is shown here is for the organisations present only, as far as they need it.
room-about-red = What is shown here is for those present and for nobody else.
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
room-summary-about = Every proposal, from those who champion it to those who object; what is unknown is left hollow.
room-matrix = Who stands where
room-tabled-by = tabled by { $names }
room-of = { $count } of { $all }
room-can-live-with = of those that have spoken can live with it
room-nobody-spoke = Nobody has spoken yet
room-unknown = { $count } unknown
room-of-them-by-groups = for { $count } a group spoke
room-by-groups = through its groups
room-groups-disagree = its groups disagree
room-hatched = hatched: a group said it for its members
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
} answers, so not who stands where
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
room-heat-about = 0 does not hinder, 4 stops it, ? is not assessed; after an arrow what remedies should leave of it.
room-obstacle-about = How much it hinders each proposal: 0 not at all, 4 stops it, ? not assessed
room-timeline = From 1998 until now
room-timeline-about = What was tried and agreed, and the meetings that come.
room-changed = What changed
room-changed-since = Since { $day }, the latest first
room-changed-nothing = Nothing changed in that time, as far as may be shown here.
room-parked = Parked
room-parked-about = Put aside, to come back to
room-parked-nothing = Nothing was put aside.
room-about = What stands on the wall is read on its own, up to a marking you choose. Nothing stricter can get there: no briefs, no red lines, nothing told in confidence or inferred, nothing without a marking of its own.
room-unreadable = Nothing is shown: the dossier cannot be read
room-is-blank = The wall is blank
room-is-frozen = The wall is frozen
room-is-live = The wall follows
room-picture = Picture of the wall. Press and hold to point.
room-keys = Page Down next · Page Up back · ↓↑ point out · B blank · F freeze · Enter show · T time · S speaker · C names · P park · + 0 - ~ 1–6 take down
room-camps = How the camps are called
room-dark = Dark wall
room-timer-start = { $count ->
    [one] Time one minute
   *[other] Time { $count } minutes
}
room-timer-stop = { $left } left · stop
room-minutes = Minutes
room-withheld-count = { $count } withheld
room-release = Release by name…
room-withdraw = Released: { $what }
room-take = Take down
room-take-no-proposal = Show a slide of one proposal to take down stances on it.
room-take-no-speaker = Choose who speaks first (S), or take down without names (C).
room-without-names = Without names
room-speaker = Speaker: { $name }
room-no-speaker = Choose the speaker
room-choose-speaker = Who speaks
room-counted-speakers = Counted without names: { $counts }
room-poll = Temperature poll…
room-park = A point to come back to
room-park-add = Park
room-park-done = Taken up
room-order = Running order
room-order-proposed = Nothing was prepared: this is what there is to show. Prepare an order to change it.
room-prepare = Prepare an order
room-slide-withheld = withheld
room-move-up = Move up: { $what }
room-move-down = Move down: { $what }
room-remove = Remove: { $what }
room-add-slide = Add a slide
room-all = All parties
dialog-room = Open the room
room-open-about = A second window for the wall. It shows only what you allow here.
room-ceiling = Show up to
room-confirm = Everybody in the room may see { $marking }
room-where = Where
room-in-a-window = In a window
room-look = Look
room-chatham-house = Chatham House Rule: take down stances without names
room-open = Open
dialog-poll = Temperature poll
room-poll-about = How many took each stance. No names are kept.
room-poll-keep = Take down
dialog-release = Release by name
room-release-about = What could be shown here and is not. What you release everybody in the room sees, until the room is closed.
room-release-nothing = Nothing is withheld.
room-release-now = Show to the room: { $what }
room-names-off = Names are off in this room. Switch them on first (C).
room-release-part = That cannot be shown: what it is a part of is withheld.
room-minute = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
dialog-wall = Show this on the wall?
wall-about = The last step would put on the wall what does not stand there now. The wall is blank until you answer.
wall-about-gone = The last step goes back before the room was opened and would change the wall, which is blank until you answer.
wall-gone = { $count ->
    [one] One record would go from the wall.
   *[other] { $count } records would go from the wall.
}
wall-keep-hidden = Keep hidden
wall-stay-blank = Leave the wall blank
wall-take-back = Take the step back
wall-show = Show to the room
dialog-names = Take down with names?
names-question = From now on stances are recorded with the name of who said them. Does the meeting allow that?
names-without = Go on without names
names-with = The meeting allows it
said-taken-back = The last one said without names is taken back.
said-counted-again = The last one said without names is counted again.
said-tally-kept = What was said without names in the last room is in the dossier.
room-open-live = Room open · { $marking }
room-open-blank = Room open · { $marking } · blank
room-open-frozen = Room open · { $marking } · frozen
room-open-asks = Room open · { $marking } · a question waits
room-release-what = What would be shown
room-release-words = The words themselves are not shown on the wall; the stance is.
room-release-label = The wall will be marked { $marking } from then on.
room-why-marking = marked more strictly than this room
room-why-no-marking = no marking of its own: that of the dossier
room-why-brief = your own brief
room-why-kept = kept back in this room
room-why-part = part of what is withheld
room-asks = The wall is blank until you answer
wall-count = { $count ->
    [one] One record would appear or read differently
   *[other] { $count } records would appear or read differently
}
wall-kept = You kept this hidden. Shown, the room sees all of it.
wall-kept-nothing = Of what you kept hidden nothing can be shown: it is gone, or marked more strictly than this room.
room-kept = { $count ->
    [one] Kept hidden: one record…
   *[other] Kept hidden together: { $count } records…
}
dialog-leave-room = Close the room?
leave-room-about = A room is open. To go on it has to be closed: its window goes, and whoever looks at the wall sees what is behind it.
leave-room-stay = Keep the room open
leave-room-go = Close the room and go on
room-not-shown-yet = { $count ->
    [one] one not shown yet
   *[other] { $count } not shown yet
}
room-taken-back = not shown: one was taken back, and too few were added since
