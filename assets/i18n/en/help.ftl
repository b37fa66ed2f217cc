# The help pages, one a screen, and the guided tour.

help-page-matrix =
    This screen shows who stands where. Each row is a party, each column a proposal. The sign and colour of a cell give the stance; hatching means that a group speaks for the party.

    Move with the arrow keys. Set a stance with + 0 - ~ or 1 to 6; + or - pressed twice is stronger, ? makes it unknown again. Enter opens the evidence on the right, a letter finds a party, and Esc shows the others again. Shift and Ctrl select several cells, or several parties or proposals by their heads; the bar below acts on all of them. A table pasted here is matched by its headings and shown before anything is entered.

    The head of a column gives the verdict under the chosen rule; only parties that take part in decisions count. Drag it to move the column, or press Alt with an arrow key while it is selected; the right button hides it. Beside a camp is the share that can live with the proposal.

    Filter narrows the matrix down, to several values at once or to all but those; Views saves filters and order under a name.

    A question mark is not a zero: 0 means can live with it. Unknown is never counted as a stance.

help-page-proposals =
    Proposals are the measures on the table. Click one to see on the right where it stands, with its text, sponsors, obstacles and your own brief. F4 or a double click shows it at full width, with room for a long text; Esc goes back.

    Ctrl+Shift+N adds a proposal, Ctrl+F searches the list, and Ctrl+Delete deletes the selection after asking. Contested terms in the text are underlined. A warning sign beside a code means that your brief needs attention.

    The bar counts the stances of all parties; hold the pointer over it for the numbers. The last column is always the verdict under consensus, whatever rule you chose in the matrix.

    You enter the status yourself. It does not follow from the verdict: a proposal can be adopted by vote and still fail under consensus.

help-page-parties =
    Parties are the states, organisations and others who take a stance. Click one to see on the right its camp, groups, stances and relations with other parties.

    Ctrl+Shift+N adds a party. Ctrl+F searches by name, code or region. Click the head of a column to sort by it, and again to reverse the order; Shift+click adds a second order. Heads are dragged to move a column, their edges to widen it, and a right click or Alt+Down hides it. Select several with Shift, Ctrl or Ctrl+A: the bar below adds them to a group, changes, marks, copies or deletes them in one step.

    The index is the mean of a party’s recorded votes: 1 with the multistakeholder side, −1 against it, 0 for an abstention. A pencil marks a camp that you judged yourself.

    Your own judgement of a camp is saved only with a reason. Parties that do not take part in decisions appear in the matrix, but do not count towards a verdict.

help-page-groups =
    A group brings parties together, such as a union, a forum or the parties to a treaty. What it says on a proposal counts for every member that has not spoken for itself.

    Click a group and choose “Record a stance of the group…” on the right. There you also add members and enter the dates of their membership. Ctrl+Shift+N adds a group.

    The number in the list counts the members on the day shown, as far as they are parties in this dossier.

    Where the groups of a party disagree, its cell shows ? and ≠ and counts as unknown. A party’s own stance always takes precedence, even when it is recorded as unknown again.

help-page-obstacles =
    This screen shows how much each of the eight obstacles hinders each proposal. The obstacles come from an article in Militaire Spectator (11-2020); the scale does not.

    Move with the arrow keys and press 0 to 4: 0 is no hindrance, 4 blocks. ? makes it not assessed again. Enter goes to the rationale on the right, with the questions and remedies.

    The number is your own dated assessment. An arrow compares it with the day chosen above, or one year earlier if you choose none. The thin bar is what remedies are expected to leave.

    Not assessed is not 0. An assessment on a later day is added to the earlier one; one on the same day changes it.

help-page-remedies =
    This list shows what is being done about the obstacles, by whom and by when. The earliest date comes first; a warning sign means overdue.

    You add a remedy at its obstacle: select a cell on the Obstacles screen and choose “Add a remedy” or “From the library…” on the right. Here you click a remedy to change it and search with Ctrl+F. “Include completed and dropped” shows the closed ones.

    “Severity afterwards” is your own estimate. Of several remedies, the one expected to help most counts; effects are not added up, and dropped remedies do not count.

    A completed remedy does not lower the severity. To do that, assess the obstacle again.

help-page-engagement =
    These are the parties in the swing camp: where they stand, what the next step is, and when the last contact was.

    Click a party to record on the right steps with an owner and a date, the people to turn to, its interests, and what you can offer. Ctrl+F searches by name, tag, contact, next step and owner. Contacts are never shown in the room; one without a marking of your choice is AMBER, or as strict as the dossier.

    The index comes from recorded votes. The next step is the open one that is due first; a number after it says how many more are open. The last contact is the latest day on which a step was completed.

    A step stays open until you fill in “Completed on”. The list follows the camps: a party that you place in another camp leaves it, and keeps its steps.

help-page-calendar =
    The calendar brings together everything with a date: meetings, deadlines, silence procedures, instructions awaiting clearance, remedies, and steps with parties.

    Ctrl+Shift+N adds a meeting. On the right you choose whether it is a deadline or a silence procedure, and put proposals on its agenda. Click any other row to open what it belongs to.

    The other dates come from briefs, remedies and steps, and are changed there. What is overdue stays in view with a warning sign; “Include past items” shows the rest.

    A silence procedure that has ended waits until you enter its outcome; it is not assumed that silence was not broken. Fill in the time zone: without one, the time is read as UTC.

help-page-roll-calls =
    This screen holds recorded votes. Camps are computed from them and from nothing else.

    Ctrl+Shift+N adds a recorded vote. On the right you enter which side a yes supports and how each party voted. A recorded vote without a side does not count.

    The three numbers are yes, no and abstained. A vote with the multistakeholder side is 1, against it −1, an abstention 0; the camp index is the mean of the votes cast. Above 0.5 is multistakeholder, below −0.5 state-oriented, between them swing; with fewer than five votes a party is unassigned. You can change these limits in “About this dossier”.

    The templates rest on twelve votes of the UN General Assembly from 2018 to 2023: 53 parties are multistakeholder, 121 swing, 14 state-oriented, 5 unassigned. The vote of Türkiye on 78/16 and 78/237 is lost in the origin: it is shown as unknown, not as absent, and does not count.

    How well does it measure? The index of the nine votes up to 77/37 agrees with the ideal points of the 74th session that Bailey, Strezhnev and Voeten estimate from all its votes: Pearson 0.867, Spearman 0.812, for 183 states. With twelve votes Burundi becomes state-oriented, the Central African Republic swing and Liberia multistakeholder; Cameroon, Comoros, Congo and South Sudan now have enough votes and are swing.

    A recorded vote sets no stance, and a stance moves no camp. A vote that you add starts as an abstention.

screen-pairs = Competing texts
hint-pairs = Click a number to see the parties behind it
pairs-about = Two texts on the same subject, and how the parties divide over them. Many states vote for both.
pairs-empty = No two proposals compete yet. Select a proposal and choose “Add a competing text” on the right.
pairs-more = and { $count } more

help-page-pairs =
    This screen shows pairs of texts on the same subject, such as the resolutions of 2018 on norms and on a working group, and how the parties that decide divide over each pair: overall, and in each camp.

    “Yes” is championing or supporting a text. “Not known” counts those of whom either stance is unknown; they are in none of the other numbers. A state that says yes to both wants the subject settled and leaves open by whom; either side can still win it over.

    Click a number to see which parties it counts, and a party to see what it said. Click the code of a text to open it; there, on the right, you also add or remove a competing text.

help-page-sources =
    Sources are the documents and conversations on which entries rest. Click one to change it and to see on the right what rests on it.

    Ctrl+Shift+N adds a source and Ctrl+F searches. “Entries without a source” shows the stances that name none instead; click one and choose its source on the right.

    The number beside it counts entries of parties and groups on all days. Entries that were corrected, and those that say unknown, are left out.

    A stance set with one key has no source, unless it corrects one of the same day. If you delete a source, what rested on it stays, without a source.

    You can import a table of any layout: with File › Import a table…, by dropping its file on the window, or from the clipboard. On the left is the table as it is, on the right what it becomes. A click on a line makes it the header, or you say that there is no header row; the button above a column says what it holds. Questions come first, with the likely answer under Enter, and nothing is imported until you say so. Ctrl+Z takes it all back.

help-page-library =
    The library holds the facts you can start from: measures and norms, resolutions, initiatives, the eight obstacles, remedies used before, contested terms and states.

    Choose a subject at the top; Ctrl+F searches in it. The facts cannot be changed. Under “Contested terms” you can add terms of this dossier with Ctrl+Shift+N; they are then looked for in the text of proposals too.

    Below a fact are its source and how far to trust it; only the list of states has none. The three numbers of a resolution are yes, no and abstained.

    Measures are paraphrased. Read the document before you quote it.

help-page-comments =
    This list shows the open comments on anything in the dossier, newest first.

    To write a comment, select what it is about and choose “Comments here” at the bottom right. A click in this list takes you there. Ctrl+F searches; “Include resolved” shows the closed ones too.

    The number counts comments without their replies. A new comment is marked at least as strictly as what it is about.

    A comment changes nothing in what it is about. A reply does not close it; “Mark as resolved” does. On a stance it belongs to one entry, so a newer entry starts without comments.

help-page-markings =
    A marking says how widely something may be shared: TLP:CLEAR may be made public, TLP:RED is only for those it was given to in person. This list shows the marking of everything that can have one.

    Filter by kind, by marking, or by words with Ctrl+F. Then “Mark the … shown” marks all of it in one step. You are told first how many records become less confidential, and Ctrl+Z undoes it.

    What has no marking of its own has that of the dossier, which you set in “About this dossier”.

    In the room that does not help: what has no marking of its own is not shown there, even in a dossier that is TLP:CLEAR.

    Ctrl+E writes a page to a file, up to a marking you choose. Ctrl+P opens the page of the screen as PDF, in the program that this computer has for it, to be printed. That PDF has no passphrase: it lies in a folder that only you can read, and is removed once the dossier is closed or locked, and otherwise when the program next starts. The program that shows it may keep a copy or remember its name.

help-page-room =
    The room is a second window, for the wall. F5 opens it, after asking up to which marking it may show; Shift+F5 closes it. The picture here shows the wall.

    On the picture, Page Down and Page Up turn pages, B blanks, F freezes, T starts or stops the timer and S chooses the speaker. On a blank wall only the time left is shown, large. A sign or digit records a stance; press 1 or 5 for the strongest, as pressing a sign twice makes no difference here. C leaves out names: stances are then only counted, and the dossier gets one tally once you leave the slide, without order or time.

    A text is shown paragraph by paragraph: what changed since the version before, how it stands, or both, with its amendments numbered so that the room can talk about “2”. Who asks for a bracket is named only if you choose so. New words typed under the picture are on the wall at once as a proposal of the chair, and in the text once you take them over.

    Totals are counted from what may be shown, so they can differ from the matrix.

    Unless you release it by name, anything unmarked, told in confidence or inferred stays off the wall, and so do your briefs.

    You are asked first about anything that undo, a merge, an import or a lower marking would bring onto the wall. Until you answer, the wall is blank.

help-page-history =
    Every change appears here as a step, with its author and time. Ctrl+Z undoes the last step and Ctrl+Y redoes it, even on a later day.

    Click a step to see the dossier as it was just after it; “Back to now” returns, and “Bring this back” makes the whole dossier so again, in one step that can be undone. Steps that came with a review cannot be shown.

    “What changed” lists who has moved since a given day or since the last meeting, or over the past year if you choose neither; under each proposal, under who moved, or by day, with the changed words of a text underlined and struck through. Nearer to the stance of your own delegation is our way; where it has no stance, towards acceptance is what counts. What was unknown before has not moved. Stances and obstacles are listed under the date of the entry, not the day on which it was typed.

    Looking back undoes nothing. To restore one field of a proposal, select the proposal and use “Changes” at the bottom right.

tour-1-title = The matrix as a whole
tour-1 = Each row is a party and each column a proposal; the sign and colour of a cell give the stance, from ++ actively champions to −− objects. What is unknown is a question mark and never counts as zero.
tour-2-title = The head of a column
tour-2 = The bar shows how many parties stand where. Below it you see whether the proposal passes, fails or is open under consensus (C), two-thirds (⅔) and simple majority (½); open means that what is unknown can still tip it.
tour-3-title = The three camps
tour-3 = Camps are computed from recorded votes, never from stances. You may overrule the camp of a party if you give a reason; a pencil then marks it, and the party shows both judgements.
tour-4-title = Setting a stance
tour-4 = Select a cell and press + 0 - or a digit from 1 to 6; it is saved at once. Every step can be undone with Ctrl+Z, even tomorrow.
tour-5-title = The evidence behind it
tour-5 = The panel on the right, the inspector, shows the evidence: the words, the source, how certain it is, and on what condition the party would move. Each stance is a dated entry; a new one is added and nothing is overwritten.
tour-6-title = Proposals and your own brief
tour-6 = Click the head of a column to open the proposal with its summary, text and sponsors. Your own brief on it, with your objective, red line and instruction, is marked RED unless you say otherwise.
tour-7-title = Eight obstacles and their remedies
tour-7 = On the Obstacles screen you assess how much each of the eight hinders each proposal, from 0 to 4, or ? for not assessed. A remedy says what is done about it, by whom, by when and what should remain.
tour-text-title = What became of our wording
tour-text = The Text screen holds the versions of a text, with brackets and those who ask for them. After each version it says what became of your own wordings and whom to ask again. The example “Global Mechanism” has an invented text to practise on, in three versions: of three wordings one is in, one is weakened, and a red line is crossed.
tour-8-title = The room, and what next
tour-8 = F5 opens a window for the wall, which shows only what is marked up to a limit you choose, or what you release by name. From here, F1 gives help on each screen and Ctrl+K finds every command.
