# The words for the values of the model: one message a value, list-key.

language-en = English
language-nl = Nederlands

stance-champion = Actively champions
stance-support = Supports
stance-accept = Can live with it
stance-reserve = Has reservations
stance-object = Objects
stance-no-instructions = No instructions
stance-unknown = Unknown

camp-multistakeholder = Multistakeholder
camp-swing = Swing
camp-state_oriented = State-oriented
camp-unassigned = Unassigned
camp-basis-votes = Recorded votes
camp-basis-user = Own judgement
camp-basis-none = Too few votes
side-multistakeholder = Multistakeholder
side-state_oriented = State-oriented

party-kind-state = State
party-kind-intergovernmental_organisation = Intergovernmental organisation
party-kind-company = Company
party-kind-civil_society = Civil society
party-kind-academia = Academia
party-kind-technical_community = Technical community

group-kind-organisation = Organisation
group-kind-treaty = Treaty
group-kind-forum = Forum
group-kind-expert_group = Expert group
group-kind-sponsors = Sponsors of a text
group-kind-category = UN category

measure-transparency = Transparency
measure-cooperation = Cooperation
measure-communication = Communication
measure-restraint = Restraint
measure-capacity_building = Capacity building

bindingness-voluntary = Voluntary
bindingness-politically_binding = Politically binding
bindingness-legally_binding = Legally binding

scope-global = Global
scope-regional = Regional
scope-bilateral = Bilateral

status-idea = Idea
status-tabled = Tabled
status-under_negotiation = Under negotiation
status-agreed_ad_referendum = Agreed ad referendum
status-adopted = Adopted
status-dropped = Dropped

forum-session = Session
forum-statement = Statement
forum-bilateral = Bilateral
forum-informal = Informal

certainty-public = Stated publicly
certainty-in_room = Told in the room
certainty-in_confidence = Told in confidence
certainty-inferred = Inferred

source-kind-resolution = Resolution, decision or treaty
source-kind-roll_call = Voting record
source-kind-report = Report
source-kind-statement = Statement
source-kind-conversation = Conversation
source-kind-publication = Publication
source-kind-other = Other

ballot-yes = Yes
ballot-no = No
ballot-abstain = Abstained
ballot-unknown = Unknown

obstacle-terminology = No agreed terminology
obstacle-stakeholders = Too many stakeholders
obstacle-mistrust = Deep-rooted mistrust
obstacle-opacity = Cyberspace is opaque
obstacle-proxies = Use of proxies
obstacle-weapons = Cyber weapons
obstacle-espionage = Cyber espionage
obstacle-urgency = No sense of urgency

severity-0 = No hindrance
severity-1 = Slight
severity-2 = Moderate
severity-3 = Serious
severity-4 = Blocks
salience-1 = Of little importance
salience-2 = Of some importance
salience-3 = Important
salience-4 = Very important
salience-5 = Vital
severity-none = Not assessed

city-abuja = Abuja
city-abu-dhabi = Abu Dhabi
city-addis-ababa = Addis Ababa
city-amman = Amman
city-ankara = Ankara
city-athens = Athens
city-bangkok = Bangkok
city-beijing = Beijing
city-berlin = Berlin
city-bogota = Bogotá
city-brasilia = Brasília
city-brussels = Brussels
city-bucharest = Bucharest
city-buenos-aires = Buenos Aires
city-cairo = Cairo
city-canberra = Canberra
city-doha = Doha
city-dublin = Dublin
city-geneva = Geneva
city-helsinki = Helsinki
city-jakarta = Jakarta
city-kyiv = Kyiv
city-lisbon = Lisbon
city-london = London
city-madrid = Madrid
city-mexico-city = Mexico City
city-moscow = Moscow
city-nairobi = Nairobi
city-new-delhi = New Delhi
city-new-york = New York
city-ottawa = Ottawa
city-paris = Paris
city-pretoria = Pretoria
city-riyadh = Riyadh
city-rome = Rome
city-santiago = Santiago
city-seoul = Seoul
city-singapore = Singapore
city-stockholm = Stockholm
city-strasbourg = Strasbourg
city-tallinn = Tallinn
city-tehran = Tehran
city-the-hague = The Hague
city-tokyo = Tokyo
city-vienna = Vienna
city-warsaw = Warsaw
city-washington = Washington
city-wellington = Wellington
meeting-kind-meeting = Meeting
meeting-kind-deadline = Deadline
meeting-kind-silence = Silence procedure
silence-outcome-open = Not known yet
silence-outcome-broken = Silence broken
silence-outcome-kept = Silence not broken
silence-state-running = Running
silence-state-ended = Ended, outcome not entered
silence-state-broken = Broken
silence-state-kept = Not broken: agreed

instruction-none = None
instruction-draft = Draft
instruction-cleared = Cleared

remedy-kind-wording = Wording
remedy-kind-participation = Participation
remedy-kind-communication = Communication
remedy-kind-consultation = Consultation
remedy-kind-transparency = Transparency
remedy-kind-verification = Verification
remedy-kind-restraint = Restraint
remedy-kind-capacity_building = Capacity building
remedy-kind-partnership = Partnership
remedy-kind-timetable = Timetable

remedy-status-proposed = Proposed
remedy-status-under_way = Under way
remedy-status-done = Completed
remedy-status-dropped = Dropped

trust--2 = Hostile
trust--1 = Mistrust
trust-0 = Neutral
trust-1 = Trust
trust-2 = Allied

aim-list-actions = Five actions for cyber peace
aim-list-priorities = Six priorities (2017)
aim-list-goals = Three goals (2023–2028)

counts-as-for = For
counts-as-abstain = Abstains
counts-as-against = Against
counts-as-unknown = Unknown
procedure-consensus = Consensus
procedure-silence = Silence procedure
procedure-two_thirds = Two-thirds
procedure-majority = Simple majority
procedure-sponsorship = Sponsorship
decided-adopted = Adopted
decided-rejected = Not adopted
decided-postponed = Put off
decided-withdrawn = Withdrawn
rule-consensus = Consensus
rule-two_thirds = Two-thirds
rule-majority = Simple majority
outcome-adopts = Passes
outcome-fails = Fails
outcome-open = Open

table-dossier = Dossier
table-parties = Party
table-groups = Group
table-memberships = Membership
table-sources = Source
table-proposals = Proposal
table-sponsors = Sponsor
table-positions = Entry
table-assessments = Assessment
table-agenda = Agenda item
table-roll_calls = Recorded vote
table-votes = Vote
table-aliases = Other name
other-names = Other names
other-name-new = Another name
other-name-add = Add this name
table-saved_views = Saved view
table-rivals = Competing text
proposal-rivals = Competing texts
pair-first = Text
pair-second = Competing text
pair-both = Yes to both
pair-only-first = Yes to the first only
pair-only-second = Yes to the second only
pair-neither = Yes to neither
pair-unknown = Not known
pair-all = All who decide
pair-split = Yes to both: { $both } · to { $first } only: { $one } · to { $second } only: { $other } · to neither: { $neither } · not known: { $unknown }
add-rival = Add a competing text
table-aim_tags = Aim
table-briefs = Own brief
table-concerns = Party concerned
table-remedies = Remedy
table-relations = Relation
table-engagements = Engagement
table-contacts = Contact
table-next_steps = Step
table-terms = Term
table-meetings = Meeting

confidence-high = High
confidence-medium-high = Medium to high
confidence-medium = Medium
confidence-low = Low
adopted-vote = Recorded vote
adopted-consensus = Without a vote
instrument-kind-cbm = Confidence-building measure
instrument-kind-norm = Norm
instrument-kind-principle = Principle
instrument-kind-programme = Programme

template-un-votes = UN votes on ICT security
template-un-global-cbms = UN global CBMs
template-global-mechanism = UN Global Mechanism
template-osce-cbms = OSCE CBMs
template-empty = Empty dossier

step-kind-do = Done
step-kind-undo = Undone
step-kind-redo = Redone

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

# The regions of the UN (M49), as the library names them.
region-africa = Africa
region-americas = Americas
region-asia = Asia
region-australia-and-new-zealand = Australia and New Zealand
region-caribbean = Caribbean
region-central-america = Central America
region-central-asia = Central Asia
region-eastern-africa = Eastern Africa
region-eastern-asia = Eastern Asia
region-eastern-europe = Eastern Europe
region-europe = Europe
region-latin-america-and-the-caribbean = Latin America and the Caribbean
region-melanesia = Melanesia
region-micronesia = Micronesia
region-middle-africa = Middle Africa
region-northern-africa = Northern Africa
region-northern-america = Northern America
region-northern-europe = Northern Europe
region-oceania = Oceania
region-polynesia = Polynesia
region-south-america = South America
region-south-eastern-asia = South-eastern Asia
region-southern-africa = Southern Africa
region-southern-asia = Southern Asia
region-southern-europe = Southern Europe
region-sub-saharan-africa = Sub-Saharan Africa
region-western-africa = Western Africa
region-western-asia = Western Asia
region-western-europe = Western Europe
table-comments = Comment
conflict-field = Both sides changed this field.
conflict-both-edited = Both sides edited this record, in different fields.
conflict-delete-edit = One side deleted what the other edited.
conflict-same-key = Both sides added one, and there can be only one.
conflict-same-code = Both sides have a record with this code. “Mine” and “Theirs” decide which keeps it; the other is given a different code. “One and the same” makes one record of the two, with everything attached to either.
conflict-same-day = Both sides recorded something for the same day, or corrected the same entry, and only one can stand. The other stays in the history.
conflict-loosened = Only the other side changed this, and it makes something less confidential.
conflict-decides = Only the other side changed this, and it changes whose stance counts.
conflict-setting = Only the other side changed this, and it affects the figures or what they show.
conflict-deleted = Only the other side deleted this.
conflict-only-deleted = The other side deleted this{ $along ->
    [0] .
    [one] , with one record attached to it.
   *[other] , with { $along } records attached to it.
} “Mine” keeps it.
conflict-deleted-here = You deleted this{ $along ->
    [0] {""}
    [one] , with one record attached to it
   *[other] , with { $along } records attached to it
}; the other side edited it{ $added ->
    [0] .
    [one] {" "}or added to it: one record.
   *[other] {" "}or added to it: { $added } records.
}
conflict-deleted-there = The other side deleted this{ $along ->
    [0] {""}
    [one] , with one record attached to it
   *[other] , with { $along } records attached to it
}; you edited it{ $added ->
    [0] .
    [one] {" "}or added to it: one record.
   *[other] {" "}or added to it: { $added } records.
}
decision-mine = Mine
decision-theirs = Theirs
decision-both = Both
decision-one = One and the same
decision-later = Decide later
later-remark = To be decided after a merge: { $what }.
later-deleted-here = It is deleted here; the other side kept it.
later-deleted-there = It is kept here; the other side deleted it.
later-field = { $field }: here “{ $mine }”, there “{ $theirs }”.
later-other = Here it is { $what }.
table-polls = Poll
table-parked = Parked point
table-slides = Slide
poll-kind-temperature = Temperature poll
poll-kind-speakers = Speakers, without names
slide-title = Title card
slide-summary = The three camps
slide-matrix = Coalition matrix
slide-proposal = One proposal
slide-decision = How a decision stands
slide-text = Text of a proposal
slide-heat = Obstacles
slide-ranking = Which obstacle is worst
slide-obstacle = One obstacle
slide-timeline = Timeline
slide-changes = What changed
slide-parked = Parked points
drift-our-way = Our way
drift-from-us = Away from us
drift-towards = Towards acceptance
drift-away = Away from acceptance
drift-smaller = Less of an obstacle
drift-larger = More of an obstacle
camp-names-named = Camps by name
camp-names-neutral = Camps as group A, B and C
camp-names-hidden = Camps not distinguished
text-shows-change = Texts: what changed
text-shows-result = Texts: as they stand
text-shows-both = Texts: what changed, then as they stand

layout-positions = Positions, one a row
layout-matrix = Matrix: a party a row, a proposal a column
layout-matrix-turned = Matrix: a proposal a row, a party a column
layout-rollcalls = Recorded votes, one party’s vote a row
layout-rollcalls-wide = Recorded votes, one a row, a party a column
layout-parties = Parties
layout-proposals = Proposals
layout-memberships = Memberships
layout-memberships-crosses = Memberships: a party a row, a group a column, a cross for a member
layout-sources = Sources
layout-contacts = Contacts and interests
layout-obstacles = Obstacles: how much each hinders a proposal
layout-remedies = Remedies

heads-lower = The lower line names the columns, the upper one is not read
heads-both = Both lines together name a column
heads-last = The upper line names the columns, only the last one below it is read
heads-parts = The upper line names the columns, the lower one says what stands in each
heads-days = One line names the columns, the other says the day
holds-party = Party
holds-proposal = Proposal
holds-stance = Stance or vote
holds-cells = Stances or votes
holds-number = Number of the recorded vote
holds-date = Day
holds-source = Source
holds-confidence = Certainty
holds-marking = Marking
holds-forum = Forum
holds-salience = Salience
holds-condition = Would move if
holds-reason = Why it blocks
holds-hold = Waits for its capital
holds-note = Note
holds-code = Code
holds-iso2 = Two-letter code
holds-name = Name or title
holds-name-nl = Name or title in Dutch
holds-kind = Kind
holds-decides = Decides
holds-region = Region
holds-subregion = Subregion
holds-alias = Other names
holds-summary = Summary
holds-text = Text
holds-status = Status
holds-bindingness = How it binds
holds-scope = Scope
holds-sponsor = Sponsors
holds-group = Group
holds-since = Since
holds-until = Until
holds-issuer = Issued by
holds-link = Link
holds-economic = Economic interests
holds-social = Social interests
holds-security = Security interests
holds-development = Development interests
holds-tags = Tags
holds-offer = What can be offered
holds-argument = Argument
holds-person = Person
holds-first-name = First name
holds-infix = Name prefix
holds-function = Function
holds-email = E-mail
holds-phone = Telephone
holds-organisation = Ministry or organisation
holds-language = Languages
holds-step = Next step
holds-owner = Responsible
holds-due = Due
holds-obstacle = Obstacle
holds-severity = Severity
holds-rationale = Rationale
holds-severity-after = Severity afterwards
holds-precedent = Builds on

fate-new = New
fate-changed = Changed
fate-same = The same
fate-silent = No stance taken
fate-left-out = Left out
fate-wrong = Wrong

same-entry = the same party, proposal and day
same-stance = the same party and proposal
same-vote = the same party in the same recorded vote
same-roll-call = the same recorded vote
same-party = the same party
same-proposal = the same proposal
same-membership = the same party in the same group
same-source = the same source
same-contact = the same person at the same party
same-assessment = the same obstacle to the same proposal on the same day
same-remedy = the same remedy

# Kinds of records, several of them.

many-parties = Parties
many-groups = Groups
many-memberships = Memberships
many-aliases = Other names
many-sources = Sources
many-proposals = Proposals
many-sponsors = Sponsors
many-saved_views = Saved views
many-rivals = Competing texts
many-versions = Versions
many-paragraphs = Paragraphs
many-asks = Own wordings
many-rulings = Judgements on wordings
many-word_stances = Stances on words
many-aim_tags = Aims
many-positions = Entries
many-briefs = Own briefs
many-assessments = Assessments
many-concerns = Parties concerned
many-remedies = Remedies
many-relations = Relations
many-engagements = Engagements
many-next_steps = Steps
many-contacts = Contacts
many-terms = Terms
many-meetings = Meetings
many-roll_calls = Recorded votes
many-votes = Votes
many-scenarios = Scenarios
many-scenario_moves = Assumed moves
many-agenda = Agenda items
many-comments = Comments
many-polls = Polls
many-parked = Parked points
many-slides = Slides
