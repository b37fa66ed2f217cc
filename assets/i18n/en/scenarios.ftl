# Scenarios: what if some moved?

table-scenarios = Scenario
table-scenario_moves = Assumed move
field-scenario = Scenario

# The comparison.
subject-scenario = What if
stance-assumed = Assumed
scenario-today = Today
column-under = Under
column-cheapest = Cheapest way to carry it
scenario-carries = Carries as it stands
scenario-no-way = No moves suffice
scenario-way = { $more ->
    [0] { $moves } (cost { $cost })
   *[other] { $moves } and { $more } more (cost { $cost })
}
scenario-none = This dossier has no scenario: nothing is assumed.
scenario-empty = “{ $scenario }” assumes nothing yet.
scenario-same = Under “{ $scenario }”, every verdict by { $rule } is what it is today.
scenario-differs = Under “{ $scenario }”, { $count ->
    [one] one verdict by { $rule } is another than today:
   *[other] { $count } verdicts by { $rule } are others than today:
} { $verdicts }.
scenario-turn = { $proposal } { $then } (today: { $today })
scenario-whole-turns = what is decided together with { $proposal }: { $then } (today: { $today })
scenario-more = { $count ->
    [one] One more scenario is not compared here.
   *[other] { $count } more scenarios are not compared here.
}
scenario-assumed = Under the scenario “{ $scenario }”: what follows is assumed, and nobody has said it.
help-scenario = A scenario, by its name. It may be given up to three times for the comparison, and once for everything else
page-no-scenario = This dossier has no scenario “{ $name }”.
page-many-scenarios = Two scenarios are called “{ $name }”. Rename one of them.
page-scenario-withheld = The scenario “{ $name }” is marked above this ceiling.
analyse-one-scenario = Only the comparison takes more than one scenario.
analyse-three-scenarios = At most three scenarios are compared with today.
pairs-answer = { $both } of { $all } who decide say yes to both { $first } and { $second }; { $one } to the first only, { $other } to the second only, { $neither } to neither, and of { $unknown } it is not known.
pairs-by-rule = By { $rule }: { $first } { $verdict }, { $second } { $other }.
pairs-none = No texts in this dossier compete.
column-group = Group

# The screen, and the matrix under a scenario.
screen-what-if = What if
command-suppose = Matrix under a scenario
hint-what-if = Select a scenario to see on the right what it assumes
new-scenario = New scenario
add-scenario = Add a scenario
delete-scenario = Delete scenario…
what-if-about = What would change if some moved. Nothing here is counted as said, and nothing is shown in the room unless you release a scenario there by name.
what-if-never = Assumed, and kept out of the room unless released by name
what-if-empty = No scenario yet. A scenario is a set of moves that nobody has made, to see what they would change.
what-if-none = There is no scenario yet. Add one here.
what-if-compare = Compare “{ $scenario }” with today
what-if-three = Three are compared already.
what-if-moves = { $count ->
    [0] no moves yet
    [one] one move
   *[other] { $count } moves
}
what-if-look = Show in the matrix
what-if-beside = Beside today, by
what-if-no-moves = Nothing is assumed yet.
what-if-turns = { $verdict } (today: { $today })
what-if-assumes = What it assumes
move-new = Add a move
move-who = Who moves
move-on = On which proposal
move-choose = Choose who moves and on which proposal, then where to.
move-then = Where to
move-already = The scenario assumes that already.
move-came-true = It has happened
move-now-entry = It is an entry of today now. Add its source on the right.
move-take-back = Take back this move
supposed = Under the scenario “{ $scenario }”: dashed cells are assumed. A stance set here goes into it, Delete takes it back. What is stands on the right, to be read.
supposed-back = Back to today
supposed-nothing = The scenario assumes nothing of these cells.
cell-assumed = assumed; today: { $today }
cell-assumed-group = assumed of its group; today: { $today }
pairs-by-camp = By camp
pairs-by-group = By group
strip-both = Between two lines: yes to both of two competing texts.
party-pair-of = { $first } and { $second }: { $answer }
what-if-all-spoke = { $scenario }: “{ $who } → { $stance }” on { $proposal } changes nothing, as { $count ->
    [one] its one member speaks for itself.
   *[other] all { $count } members speak for themselves.
}
what-if-no-members = { $scenario }: “{ $who } → { $stance }” on { $proposal } changes nothing, as no party of the dossier is a member.
what-if-already = { $scenario }: “{ $who } → { $stance }” on { $proposal } changes nothing; that is the stance already.
help-page-what-if =
    A scenario is a set of moves that nobody has made: Brazil would support this, the ASEAN members would live with that. It is laid over what is known, and never mixed with it. Whoever is not in it stays where it is; whoever is unknown stays unknown.

    Ctrl+Shift+N adds a scenario. On the right, give it a name, choose who moves, on which proposal, and where to. A move of a group holds for its members that have not spoken themselves.

    Up to three scenarios are compared with today: the verdicts, the numbers, the cheapest way to carry each text, and the camps. A number in brackets is the difference from today.

    Ctrl+Shift+A shows the matrix under a scenario, and leaves it again. Cells with a dashed frame are assumed. A stance you set there goes into the scenario; Delete takes it back. The right side then shows what is, to be read only, as do the other screens, where you can go on working.

    “It has happened” makes an entry of today of one move, and takes it out of the scenario; then add its source. Scenarios are AMBER unless the dossier is stricter, and are shown in the room only if you release them there by name: then the slide on a decision has the figures under it, in a dashed frame and without names.
