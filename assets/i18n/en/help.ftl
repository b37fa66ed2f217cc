# The help pages, one a screen, and the guided tour.

help-page-matrix =
    This screen shows who stands where. A line is a party, a column a proposal. Sign and colour of a cell are the stance; hatched means: a group speaks for the party.

    Move with the arrow keys. Set a stance with + 0 - ~ or 1 to 6; + or - twice is stronger, ? is unknown again. Enter opens the evidence on the right, a letter finds a party.

    The head of a column gives the verdict under the chosen rule; only parties that take part in decisions count. Beside a camp stands the share that can live with the proposal.

    A question mark is not a zero: 0 means can accept. Unknown is never counted as a stance.

help-page-proposals =
    Proposals are the measures on the table. Click one to see on the right where it stands, its text, its sponsors, its obstacles and your own brief.

    Ctrl+Shift+N adds a proposal, Ctrl+F searches the list, and Ctrl+Delete deletes what is selected after asking. Contested terms in the text are underlined. A warning sign beside a code means that your brief needs attention.

    The bar counts the stances of all parties; hold the pointer on it for the numbers. The last column is always the verdict under consensus, whatever rule you chose in the matrix.

    The status is what you enter. It does not follow from the verdict: a proposal can be adopted by vote and still fail under consensus.

help-page-parties =
    Parties are the states, organisations and others who take a stance. Click one to see on the right its camp, groups, stances and relations with other parties.

    Ctrl+Shift+N adds a party. Ctrl+F searches by name, code or region. Click the head of a column to sort by it, and once more to reverse the order.

    The index is the mean of a party’s recorded votes: 1 with the multistakeholder side, −1 against it, 0 for an abstention. A pencil marks a camp that you judged yourself.

    Your own judgement of a camp is saved only with a reason. Parties that do not take part in decisions have a line in the matrix, but do not count for a verdict.

help-page-groups =
    A group holds parties together, such as a union, a forum or the parties to a treaty. What it says on a proposal counts for every member that has said nothing itself.

    Click a group and choose “Enter a stance of the group…” on the right. There you also add members and enter since when and until when they belong. Ctrl+Shift+N adds a group.

    The number in the list counts the members on the day that is shown, as far as they are parties in this dossier.

    Where the groups of a party disagree, its cell shows ? and ≠ and counts as unknown. A party’s own word always wins, also where it says that its stance is unknown again.

help-page-obstacles =
    This screen shows how much each of the eight obstacles hinders each proposal. The obstacles come from an article in Militaire Spectator (11-2020); the scale does not.

    Move with the arrow keys and press 0 to 4: 0 is no hindrance, 4 blocks. ? makes it not assessed again. Enter goes to the rationale on the right, with the questions and remedies.

    The number is your own dated judgement. An arrow compares it with the day chosen above, a year earlier unless you choose another. The thin bar is what remedies are expected to leave.

    Not assessed is not 0. A judgement of a later day stands beside the earlier one; one of the same day changes it.

help-page-remedies =
    This list shows what is done about the obstacles, by whom and by when. The earliest date comes first; a warning sign means late.

    You add a remedy at its obstacle: select a cell on the screen Obstacles and choose “Add a remedy” or “From the library…” on the right. Here you click a remedy to change it and search with Ctrl+F. “Done and dropped too” shows the closed ones.

    “Severity after it” is your own estimate. Of several remedies the one counts that is expected to help most; effects are not added up, and dropped remedies do not count.

    A remedy that is done does not lower the severity. Assess the obstacle anew to do that.

help-page-engagement =
    These are the parties in the swing camp: where they stand, what is next, and when the last contact was.

    Click a party to enter on the right its interests, what you can offer, and steps with an owner and a day. Ctrl+F searches by name, tag, next step and owner.

    The index comes from recorded votes. The next step is the open one that is due first; a number behind it says how many more are open. The last contact is the latest day on which a step was done.

    A step stays open until you fill in “Done on”. The list follows the camps: a party that you place in another camp leaves it, and keeps its steps.

help-page-calendar =
    The calendar brings together meetings, deadlines, silence procedures, instructions to be cleared, remedies that are due and steps with parties.

    Ctrl+Shift+N adds a meeting. On the right you choose whether it is a deadline or a silence procedure, and put proposals on its agenda. Click any other line to open what it belongs to.

    The other dates come from briefs, remedies and steps, and are changed there. What is late and not done stays in view with a warning sign; “Past ones too” shows the rest.

    A silence procedure that has ended waits until you enter its outcome; it is not taken as kept. Fill in the time zone: without one the time is read as UTC.

help-page-roll-calls =
    Roll calls are recorded votes. Camps are computed from them and from nothing else.

    Ctrl+Shift+N adds a roll call. On the right you enter which side a yes supports and how each party voted. A roll call without a side does not count.

    The three numbers are yes, no and abstained. A vote with the multistakeholder side is 1, against it −1, an abstention 0; the camp index is the mean of the votes cast. Above 0.5 is multistakeholder, below −0.5 state-oriented, between them swing; with fewer than five votes it is unassigned. “About this dossier” changes these limits.

    A roll call sets no stance, and a stance moves no camp. A vote that you add begins as an abstention.

help-page-sources =
    Sources are the documents and conversations that entries rest on. Click one to change it and to see on the right what rests on it.

    Ctrl+Shift+N adds a source and Ctrl+F searches. “Entries without a source” turns the list to the stances that name none; click one and choose its source on the right.

    The number behind it counts entries of parties and groups on all days. Entries that were corrected, and those that say unknown, are left out.

    A stance set with one key has no source, unless it corrects one of the same day. If you delete a source, what rested on it stays, without a source.

help-page-library =
    The library holds the facts you can start from: measures and norms, resolutions, initiatives, the eight obstacles, tried remedies, contested terms and states.

    Choose a subject at the top; Ctrl+F searches in it. The facts cannot be changed. Under “Contested terms” you can add terms of this dossier with Ctrl+Shift+N; they are then looked for in the text of proposals too.

    Below a fact stand its source and how far to trust it; only the list of states has none. The three numbers of a resolution are yes, no and abstained.

    Measures are told in other words than those of the document. Read the document before you quote it.

help-page-comments =
    This list shows what was remarked on anything in the dossier and is not yet dealt with, the newest first.

    To write a comment, select what it is about and choose “Comments here” at the foot of the right side. A click in this list goes there. Ctrl+F searches; “With what is dealt with” shows the closed ones too.

    The number counts comments without their answers. A new comment is marked at least as strictly as what it is about.

    A comment changes nothing in what it is about. An answer does not close it; “Mark as dealt with” does. On a stance it belongs to one entry, so a newer entry begins without comments.

help-page-markings =
    A marking says how far something may travel: TLP:CLEAR may be made public, TLP:RED is only for the persons it was given to. This list shows the marking of everything that can have one.

    Filter by kind, by marking, or by words with Ctrl+F. Then “Mark the … shown” marks all of it in one step. You are told first how many things become less confidential, and Ctrl+Z takes it back.

    What has no marking of its own has that of the dossier, which you set in “About this dossier”.

    In the room that does not help: what has no marking of its own is not shown there, even in a dossier that is TLP:CLEAR.

help-page-room =
    The room is a second window for the wall. F5 opens it, after asking up to which marking it may show; Shift+F5 closes it. The picture here shows the wall.

    On the picture, Page Down and Page Up turn pages, B blanks, F freezes and S chooses the speaker. A sign or digit takes down a stance; press 1 or 5 for the strongest, for a sign pressed twice is not stronger here. C leaves out names: then stances are only counted, and the dossier gets one tally once you leave the slide, without order or time.

    Totals are counted from what may be shown, so they can differ from the matrix.

    Unless you release it by name, what is unmarked, told in confidence or inferred stays off the wall, and so do your briefs.

    What undo, a merge, an import or a lower marking would bring onto the wall is asked about first. Until you answer, the wall is blank.

help-page-history =
    Every change stands here as a step, with who made it and when. Ctrl+Z takes back the last step and Ctrl+Y makes it again, also on a later day.

    A click on a step shows the dossier as it was just after it; “Back to now” returns. Steps that came with a review cannot be shown.

    “What changed” lists who moved since a day or since the last meeting, a year back unless you choose. Stances and obstacles stand there under the date of the entry, not the day on which it was typed.

    Looking back undoes nothing. To get back one field of a proposal, select the proposal and use “Changes” at the foot of the right side.

tour-1-title = The matrix as a whole
tour-1 = Each line is a party and each column a proposal; the sign and colour of a cell are the stance, from ++ champions to −− objects. What is unknown is a question mark and never counts as zero.
tour-2-title = The head of a column
tour-2 = The bar shows how many parties stand where. Below it stands whether the proposal adopts, fails or is open under consensus (C), two-thirds (⅔) and simple majority (½); open means that what is unknown can still turn it.
tour-3-title = The three camps
tour-3 = Camps are computed from recorded votes, never from stances. You may overrule the camp of a party if you give a reason; a pencil then marks it, and the party shows both judgements.
tour-4-title = Setting a stance
tour-4 = Select a cell and press + 0 - or a digit from 1 to 6; it is saved at once. Every step can be undone with Ctrl+Z, also tomorrow.
tour-5-title = The evidence behind it
tour-5 = The right side, called the inspector, shows the evidence: the words, the source, how certain it is, and on what condition the party would move. Each stance is a dated entry; a new one is added and nothing is overwritten.
tour-6-title = Proposals and your own brief
tour-6 = Click the head of a column to open the proposal with its summary, text and sponsors. Your own brief on it, with your objective, red line and instruction, is marked RED unless you say otherwise.
tour-7-title = Eight obstacles and their remedies
tour-7 = On the screen Obstacles you judge how much each of the eight hinders each proposal, from 0 to 4, or ? for not assessed. A remedy says what is done about it, by whom, by when and what should remain.
tour-8-title = The room, and going on
tour-8 = F5 opens a window for the wall, which shows only what is marked up to a ceiling you choose, or what you release by name. Go on with F1 for help on each screen and Ctrl+K for the commands.
