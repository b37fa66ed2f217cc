paste-large = { $count } lines were pasted.
paste-other = Paste something else
paste-left = { $count ->
    [one] One answer is still needed.
   *[other] { $count } answers are still needed.
}
paste-unclosed = A quotation mark opens on line { $line } and is never closed, so the lines after it cannot be told apart. Nothing was made. Close it or remove it, and paste again.
paste-too-large = The table has { $cells } cells; { $most } fit into one dossier. Nothing was made. Paste fewer columns or rows at a time.
paste-bare-found = No line seems to name the proposals: line { $line } is data already.
paste-bare = No header row: every line is read.
paste-is-header = Line { $line } is the header
paste-header = The header is on line { $line }.
paste-column-name = Proposal in column { $letters }
paste-other-layout = This does not look like parties in the first column and proposals in the first row. It may be: { $layout }. The import reads that, and shows what each column becomes before anything is added.
paste-becomes = What it becomes
paste-import = Make a dossier and import it…
paste-is-matrix = Read it as a matrix
paste-above = { $first ->
    [one] { $last ->
        [one] Line 1 is above the heading of the table and is left out.
       *[other] Lines 1 to { $last } are above the heading of the table and are left out.
    }
   *[other] Lines { $first } to { $last } are above the heading of the table and are left out.
}
paste-silent = { $count ->
    [one] One cell says that no stance was taken (X, absent).
   *[other] { $count } cells say that no stance was taken (X, absent).
}
paste-outside = { $count ->
    [one] One stance lies outside the matrix and was left out.
   *[other] { $count } stances lie outside the matrix and were left out.
}
paste-doubled = The heading “{ $name }” appears more than once; each becomes a separate proposal.
paste-not-a-stance = not a stance
paste-dash = a dash: no entry, or a lengthened minus?
paste-no-proposal = no proposal above it
paste-no-party = no party before it
paste-accept = Leave these cells out
paste-who = { $count ->
    [one] One name is uncertain
   *[other] { $count } names are uncertain
}
paste-who-about = Say what each of them is. Only parties that take part in decisions count towards a verdict.
paste-choose = Choose…
paste-choose-other = Something else…
paste-is-state = The state { $name }
paste-is-group = The group { $name }, for its members
paste-is-own = A separate party: { $kind }
paste-leave-out = Not a party: leave it out
paste-decides = Decides
paste-more = { $count ->
    [one] One more name follows when these are answered.
   *[other] { $count } more names follow as these are answered.
}
paste-rest = All { $count } still open are…
paste-lines = { $count ->
    [one] line { $places }
   *[other] lines { $places }
}
paste-columns = { $count ->
    [one] column { $places }
   *[other] columns { $places }
}
paste-clashes = { $count ->
    [one] One party appears more than once and contradicts itself
   *[other] { $count } parties appear more than once and contradict themselves
}
paste-says = { $place } says { $stance }
paste-holds-row = What { $place } says
paste-neither = None of these: unknown
