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
carry-always = In every cheapest way: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more.
}
carry-ask-first = To be asked first, of those of whom nothing is known: { $more ->
    [0] { $parties }.
   *[other] { $parties } and { $more } more.
}
column-party = Party
column-cost = Cost
column-other-ways = Other ways, at no more than a tenth above that
analyse-too-many = { $deciders } parties decide. An exact answer is given for up to { $most }.
costs-no-column = The table of costs lacks the column { $column }.
costs-unknown-party = Line { $line }, column { $column }: “{ $written }” is not one party of this dossier.
costs-unknown-target = Line { $line }, column { $column }: “{ $written }” is not a move. Write accept or support.
costs-not-a-cost = Line { $line }, column { $column }: “{ $written }” is not a cost. Write a number, zero or more.
costs-other-stance = Line { $line }, column { $column }: “{ $written }” is not where this party stands on that day.
costs-contradicts = Line { $line }, column { $column }: “{ $written }” is another cost than an earlier line has for the same move.
costs-refused = Nothing was worked out. Mend the table of costs, or leave it out to have the costs worked out.
