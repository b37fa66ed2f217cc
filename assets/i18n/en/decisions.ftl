# What would carry a proposal.

subject-carry = What would carry it
target-accept = Can live with it
target-support = Supports
help-analyse = Work out what would carry a proposal
help-analysis = What to work out
help-on-proposal = The proposal, by its code, such as A/RES/73/27 or 73/27
help-rule = How it is decided
help-costs = A table with the columns party, to and cost (and from, if you like): what it costs to move a party to accept or to support. Who is not in it cannot be moved
carry-adopts = { $proposal } carries by { $rule }, whatever those may do of whom nothing is known.
carry-fails = { $proposal } fails by { $rule } as things stand. The cheapest way to carry it: { $moves ->
    [one] one move,
   *[other] { $moves } moves,
} at a cost of { $cost }.
carry-open = { $proposal } is open by { $rule }: it depends on those of whom nothing is known. The cheapest way to carry it: { $moves ->
    [one] one move,
   *[other] { $moves } moves,
} at a cost of { $cost }.
carry-never = { $proposal } cannot be carried by { $rule }: no moves suffice.
carry-nobody = Nobody in this dossier decides, so { $proposal } has no verdict.
carry-counts = For { $for }, against { $against }, abstaining { $abstain }, unknown { $unknown }.
carry-in-the-way = For { $for }, against { $against }, abstaining { $abstain }, unknown { $unknown }. { $missing ->
    [one] One stands in the way: nobody may object, and nobody be unknown.
   *[other] { $missing } stand in the way: nobody may object, and nobody be unknown.
}
carry-missing = For { $for }, against { $against }, abstaining { $abstain }, unknown { $unknown }. { $missing ->
    [one] One vote for is missing if the unknown are counted as against.
   *[other] { $missing } votes for are missing if the unknown are counted as against.
}
carry-to-spare = For { $for }, against { $against }, abstaining { $abstain }, unknown { $unknown }. { $spare ->
    [0] No vote for can be spared if the unknown are counted as against.
    [one] One vote for can be spared if the unknown are counted as against.
   *[other] { $spare } votes for can be spared if the unknown are counted as against.
}
carry-always = In every cheapest way: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more.
}
carry-ask-first = To be asked first, of those of whom nothing is known: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more.
}
carry-flips-alone = Turns it alone: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more.
}
carry-flips-with = Turn it two by two: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more pairs.
}
carry-undone-by = Would undo it alone by turning against it: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more.
}
carry-undone-by-two = Would undo it two by two: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more pairs.
}
carry-groups-bring = One call brings several of these moves, if the members of a group follow it as before: { $more ->
    [0] { $groups }.
   *[other] { $groups } and { $more } more.
}
column-always = In every cheapest way
column-party = Party
column-cost = Cost
column-together = Decided together
column-other-ways = Other ways, at no more than a tenth above that
carry-instead = { $new }, instead of { $old }
carry-more-ways = These are the { $shown } cheapest of the other ways. There are more that cost at most a tenth above it.
analyse-too-many = { $deciders } parties decide. An exact answer is given for up to { $most }.
carry-no-threshold = Sponsorship has no threshold, so nothing can be said of what would carry it. Choose another rule.
costs-no-column = The table of costs lacks the column { $column }.
costs-unknown-party = Line { $line }, column { $column }: “{ $written }” is not one party of this dossier.
costs-unknown-target = Line { $line }, column { $column }: “{ $written }” is not a move. Write accept or support.
costs-not-a-cost = Line { $line }, column { $column }: “{ $written }” is not a cost. Write a number, zero or more.
costs-other-stance = Line { $line }, column { $column }: “{ $written }” is not where this party stands on that day.
costs-contradicts = Line { $line }, column { $column }: “{ $written }” is another cost than an earlier line has for the same move.
costs-refused = Nothing was worked out. Mend the table of costs, or leave it out to have the costs worked out.

# What the record of votes says.
subject-record = What the record says
expectation-likeness = Those who voted alike
expectation-camp_share = Share of the camp
analyse-only-carry = --{ $option } is for carry only.
record-answer = { $unknown ->
    [one] One of those who decide has not spoken on { $proposal }. Going by how states voted before, it carries by two thirds with a chance of { $two_thirds } and by simple majority with { $majority }; that nobody votes against has a chance of { $consensus }.
   *[other] { $unknown } of those who decide have not spoken on { $proposal }. Going by how states voted before, it carries by two thirds with a chance of { $two_thirds } and by simple majority with { $majority }; that nobody votes against has a chance of { $consensus }.
}
record-nobody-spoke = Nobody who decides has spoken on { $proposal } yet, so there is nobody to compare with: the record says nothing.
record-all-spoke = Everybody who decides has spoken on { $proposal }: nothing is left to expect.
record-by-likeness = Each chance comes from those who have spoken, weighted by how alike they voted in the contested recorded votes. Tried on { $roll_calls ->
    [one] one recorded vote
   *[other] { $roll_calls } recorded votes
}, each left out in turn ({ $votes ->
    [one] one vote
   *[other] { $votes } votes
}), this was off by { $likeness } (Brier score; 0 is perfect). The share of the camp was off by { $camp }, “all in favour” by { $yes }.
record-by-camp = How alike states voted says no more than their camp: tried on { $roll_calls ->
    [one] one recorded vote
   *[other] { $roll_calls } recorded votes
}, each left out in turn ({ $votes ->
    [one] one vote
   *[other] { $votes } votes
}), it was off by { $likeness } (Brier score; 0 is perfect), the share of the camp by { $camp }, “all in favour” by { $yes }. Each chance is therefore the share of the camp.
record-untried = It could not be tried how good these chances are: in no contested vote did both take part, those who have spoken and those who have not. Each chance is the share of the camp.
record-by-rule = By { $rule }, { $proposal } carries with a chance of { $chance }.
record-no-stance = These are chances, not stances: they count in no tally and in no verdict.
record-for = For
record-abstain = Abstains
record-against = Against
record-tried = Tried on the recorded votes
record-roll-call = Recorded vote
record-votes = Votes
record-brier = Brier score
record-all = All of them
record-camp-share = Beside them: the share of the camp
record-all-yes = Beside them: all in favour
record-log-loss = Log loss

# After a vote.
actual-head = Expected against actual
actual-nothing = Nothing was known on the day before the vote on { $vote } of { $day }, so there is nothing to compare.
actual-answer = In the vote on { $vote } of { $day }, { $right } of { $all } voted as was expected on the day before; of { $unknown } who voted nothing was known.
actual-not-said = Not said, or through a group
actual-author = Entered by
actual-right = As expected
actual-all = Of
actual-share = Share
actual-expected = Expected
actual-voted = Voted

# Whom to call.
subject-decision = Calling list
decision-adopts = { $proposal } carries by { $rule }: { $for } for, { $against } against, { $unknown } unknown.
decision-fails = { $proposal } fails by { $rule }: { $against ->
    [0] nobody objects, but nobody is for it either
    [one] { $parties } objects
   *[other] { $parties } object
}; { $for } for, { $unknown } unknown.
decision-open = { $proposal } is open by { $rule }: { $against ->
    [one] { $parties } objects
   *[other] { $parties } object
}; { $for } for, { $unknown } unknown.
decision-open-unknown = { $proposal } is open by { $rule }: nobody objects; { $for } for, { $unknown } unknown.
decision-broken = The silence on { $proposal } would be broken: { $against ->
    [one] { $parties } objects or waits for its capital
   *[other] { $parties } object or wait for their capitals
}; { $for } for, { $unknown } unknown.
decision-carries-so = By { $rule } it carries as things stand.
decision-carries-if = It carries by { $rule } if { $moves }.
decision-carries-never = By { $rule } it cannot be carried: no moves suffice.
decision-if-support = { $count ->
    [one] { $parties } supports it
   *[other] { $parties } support it
}
decision-if-accept = { $parties } can live with it
decision-if-both = { $support } and { $accept }
decision-sponsors = { $proposal } has { $sponsors ->
    [0] no sponsors yet
    [one] one sponsor
   *[other] { $sponsors } sponsors
}; { $unsigned ->
    [0] nobody who is for it has yet to sign.
    [one] one party that is for it has not signed.
   *[other] { $unsigned } that are for it have not signed.
}
decision-on-hold = { $count ->
    [one] Waiting for its capital, and would break a silence: { $parties }.
   *[other] { $count } wait for their capitals, and would break a silence: { $parties }.
}
decision-without-reason = { $count ->
    [one] Why it blocks is not recorded: { $parties }.
   *[other] Why they block is not recorded of { $count }: { $parties }.
}
decision-whole-adopts = It is decided together with { $others }, which { $count ->
    [one] carries
   *[other] carry
  } as well: the whole carries.
decision-whole-fails = It is decided together with { $others }: the whole fails, as { $why } { $count ->
    [one] does
   *[other] do
  } not carry.
decision-whole-open = It is decided together with { $others }: the whole is open, as { $why } { $count ->
    [one] is
   *[other] are
  } open.
decision-and-more = { $parties } and { $more } more
decision-departs = { $party } ({ $stance }) departs from the line of { $group } ({ $line }).
decision-yes-to-both = { $count ->
    [one] One party said yes to the competing { $other } as well: { $parties }.
   *[other] { $count } parties said yes to the competing { $other } as well: { $parties }.
}
column-hold = Hold
column-sponsor = Sponsor
column-said = Said on
column-caller = Who calls
column-why-call = Why call
call-never-spoke = has not spoken for its members before
call-signed = has signed
call-could-sign = could sign
call-waits = waits for its capital
call-not-needed = not needed
call-in-the-way = stands in the way
call-could-block = could still block
call-brings = brings { $votes ->
    [one] one
   *[other] { $votes }
} of { $missing ->
    [one] one missing vote
   *[other] { $missing } missing votes
}
call-could-take = could take away { $votes ->
    [one] one vote
   *[other] { $votes } votes
}
call-not-heard = not heard yet
call-heard-long-ago = last heard long ago
call-heard-lately = heard recently
call-heard-today = heard today
call-moves-easily = moves easily
call-may-move = may move
call-moves-hardly = hard to move
call-cannot-move = cannot be moved

# The screen with the calling list.
screen-calls = Calls
hint-calls = Signs log the answer · N next · H hold · S sponsor · J why · A who calls
help-page-calls =
    This screen says whom to call next about one proposal, and why. Choose the proposal and how it is decided; the line below says how it stands and who is in the way.

    The parties are in the order of what a call to them would be worth: how much of what is missing hangs on the party, how easily it may move, and how old its last word is. Rest the pointer on “Why call” to see the three parts. Whoever answered today sinks to the bottom.

    Select a row with the arrows and type a sign ({"++ + 0 − −− ~ ?"}) to log the answer: an entry of today, from informal contact and told in confidence. It counts at once, and Ctrl+Z takes it back. N goes to the next party to call, Enter to the entry on the right for words and source.

    H notes that the party waits for its capital: that breaks a silence procedure, and counts for nothing in a vote. S makes it a sponsor, J goes to why it blocks and what would move it, A to who of ours calls it; Enter takes what was typed and leads back to the list. W adds a slide with the figures, and no names, to the running order of the room. A group stands in the list if several would take its answer as theirs.

    A hatched sign is the stance of a group, not of the party itself. Below the verdict stands what may not be forgotten: who waits for its capital, of whom it is not known why they block, who departs from its group, who said yes to a competing text as well.
calls-costs-from = What a move costs follows from the stance, its salience and certainty, and the camp.
calls-costs-weights = Change the weights
calls-side-calls = Calls
room-decision-adopts = { $rule }: passes, whatever the unknown may do
room-decision-fails = { $rule }: does not pass as things stand
room-decision-open = { $rule }: open; it depends on those of whom nothing is known
calls-slide = Added to the running order: how the decision stands.
calls-rank = #
calls-answer = Answer
calls-on = Proposal that is decided on
calls-no-proposal = There is no proposal to decide on yet.
calls-nobody = Nobody in this dossier decides.
calls-no-row = Select a party first, with the arrows or a click.
calls-logged = Logged: { $party }, { $stance }.
calls-condition = Reason
calls-logged-why = Logged: { $party }, { $stance }. J notes why, and what would move it.
calls-no-reason = A reason belongs to an objection or a reservation of its own: log that answer first.
calls-not-of-groups = That is kept of parties, not of groups.
calls-hold = { $party } waits for its capital.
calls-hold-over = { $party } no longer waits for its capital.
calls-sponsor = { $party } sponsors it.
calls-sponsor-off = { $party } no longer sponsors it.
call-speaks-for = { $members ->
    [one] speaks for one that has not spoken
   *[other] speaks for { $members } that have not spoken
}
calls-logged-already = That answer is logged for this day already.
calls-worth = Worth of a call { $worth } = decisive { $decisive } × movable { $movable } × stale { $stale }
calls-more = { $count ->
    [one] one more notice
   *[other] { $count } more notices
}
calls-hours-left = { $hours } h { $minutes } min left
calls-days-left = { $days ->
    [one] one day left
   *[other] { $days } days left
}
calls-until = { $what }: { $when } · { $left }
calls-until-elsewhere = { $what }: { $when }, { $own } here · { $left }
calls-time-up = time is up

# Decisions on the agenda of a meeting, and what moving a party costs.
meeting-decisions = Decisions
meeting-own-clock = { $when } · { $own } here
meeting-together = together with { $others }
meeting-decision = Decision on { $proposal }
dossier-weights = Weights of the obstacles
dossier-weights-about = A total adds up severities, each times the weight of its obstacle, from 0 to 9. With 0 an obstacle does not count.
dossier-costs = Cost of moving a party
dossier-costs-about = A move costs a number of steps on the scale of stances. For each point of salience above 3 it costs this share more, and for each camp between the party and the main sponsors; a stance stated publicly or only inferred costs so many times as much as one told in confidence. The calling list weighs how old the last word of a party is: after so many days it is half stale. These are judgements: change them where yours differ.

hint-calls-side = A name leads to its stance · Ctrl+E exports this as a page
calls-these = Show these
calls-all = Show all again
calls-counted = Counted: { $count }
