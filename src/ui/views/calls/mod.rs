//! Whom to call next about a proposal: the verdict, the reminders, and one row per party, ordered
//! by the worth of a call.

mod head;
mod keys;
mod rows;
mod sides;

use egui::{FontFamily, Ui};

use rows::CallRow;

use super::top::{self, Top};
use crate::analysis::{CountsAs, Target, Way, Worth, calls, reminders};
use crate::command::Screen;
use crate::explain::{and_more, both_line, decision_line, departure_line, hold_line, reason_line};
use crate::model::words::fold;
use crate::model::{PartyId, Procedure, Proposal, ProposalId, RecordId, Slot, Speaker};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{CallsOnly, CallsSide, ListState, RowKey, Selection, ViewState};
use crate::ui::theme;
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Column, GridFocus, Key, List, Names, Pieces, elided_layout, empty, hatch, leading, lines,
    said_above, sort, stance_badge,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Phone,
    hint: |state| match state.calls.side {
        CallsSide::Calls => msg!("hint-calls"),
        CallsSide::Carry | CallsSide::Record => msg!("hint-calls-side"),
    },
    help: msg!("help-page-calls"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[],
    asks_all: |_| false,
    page: |showing| match showing.view.calls.side {
        _ if !showing.on_proposal => PageOf::Nearest(Subject::Matrix),
        CallsSide::Calls => PageOf::Screen(Subject::Decision),
        CallsSide::Carry => PageOf::Screen(Subject::Carry),
        CallsSide::Record => PageOf::Screen(Subject::Record),
    },
    lists: None,
    draw: Draw::Dossier(show),
};

const FOCUS: GridFocus = GridFocus::new("calls");

/// The widths of the columns on screens from small to the largest, each with the width from which
/// it applies.
const WIDTHS: [(f32, [f32; 8]); 5] = [
    (0.0, [36.0, 160.0, 80.0, 112.0, 96.0, 0.0, 96.0, 72.0]),
    (1000.0, [36.0, 188.0, 88.0, 148.0, 104.0, 0.0, 144.0, 96.0]),
    (1300.0, [40.0, 248.0, 96.0, 176.0, 112.0, 304.0, 0.0, 160.0]),
    (1600.0, [40.0, 320.0, 96.0, 176.0, 112.0, 400.0, 0.0, 176.0]),
    (2000.0, [48.0, 440.0, 112.0, 200.0, 120.0, 480.0, 0.0, 240.0]),
];

/// The columns; the order of the rows does not depend on their widths.
const COLUMNS: [Column<CallRow>; 8] = columns(WIDTHS[0].1);

const fn columns(widths: [f32; 8]) -> [Column<CallRow>; 8] {
    let [rank, party, stance, known, said, why, reason, who] = widths;
    [
        Column::new(msg!("calls-rank"), rank, |_, row: &CallRow| row.rank.to_string())
            .muted()
            .by(|_, row| Key::Number(row.rank as i64)),
        Column::new(msg!("field-party"), party, |_, row: &CallRow| row.name.clone())
            .drawn(name)
            .by(|_, row| Key::words(&*row.name)),
        Column::new(msg!("calls-answer"), stance, |cx, row: &CallRow| {
            cx.text.stance(row.stance).to_owned()
        })
        .drawn(answer)
        .by(|_, row| Key::number(row.stance.map(|it| it as i64))),
        Column::new(msg!("field-certainty"), known, |_, row: &CallRow| row.known.to_owned())
            .drawn(|ui, cx, row| words(ui, cx, row.known))
            .by(|_, row| Key::number(row.certainty.map(|it| it as i64))),
        Column::new(msg!("column-said"), said, |cx, row: &CallRow| {
            row.said.map_or_else(|| "–".to_owned(), |day| cx.text.day(day))
        })
        .by(|_, row| Key::day(row.said)),
        Column::new(msg!("column-why-call"), why, |_, row: &CallRow| row.reason.clone())
            .drawn(|ui, cx, row| {
                let words = lines(ui, &cx.theme, &row.reason, &FontFamily::Proportional);
                let response = ui.add(words.show_tooltip_when_elided(false));
                said_above(&response, format!("{}\n{}", row.reason, worth(cx, &row.worth)));
            })
            .by(|_, row| Key::Number(row.rank as i64)),
        Column::new(msg!("calls-condition"), reason, |_, row: &CallRow| row.condition.clone())
            .drawn(|ui, cx, row| words(ui, cx, &row.condition))
            .by(|_, row| Key::words(&*row.condition)),
        Column::new(msg!("column-caller"), who, |_, row: &CallRow| row.caller.clone())
            .drawn(|ui, cx, row| words(ui, cx, &row.caller))
            .by(|_, row| Key::words(&*row.caller)),
    ]
}

fn words(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.add(lines(ui, &cx.theme, words, &FontFamily::Proportional));
}

/// The results for a proposal and a rule.
struct Worked {
    rows: Vec<CallRow>,
    // Its standing, in words.
    standing: Pieces<Lead>,
    // The reminders.
    lines: Vec<Line>,
}

/// A sentence, and the parties it mentions.
struct Line {
    words: String,
    pieces: Pieces<Lead>,
    of: Vec<Speaker>,
}

/// The target of words in the head.
#[derive(Clone, Copy, Debug)]
enum Lead {
    To(Selection),
    Part(CallsOnly),
    Side(CallsSide),
}

impl Worked {
    /// Whether a row is in this part of the list.
    fn has(&self, only: Option<CallsOnly>, these: &[PartyId], row: &CallRow) -> bool {
        match only {
            None => true,
            Some(CallsOnly::These) => row.by.party().is_some_and(|it| these.contains(&it)),
            Some(CallsOnly::Counting(so)) => row.counts_as == Some(so),
            Some(CallsOnly::OfLine(place)) => {
                self.lines.get(place).is_none_or(|line| line.of.contains(&row.by))
            }
        }
    }
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let Some((slot, proposal)) = chosen(cx, state) else {
        let top = Top { title: cx.text.get(msg!("screen-calls")), shown: 0, all: 0, add: None };
        top::show(ui, cx, &mut state.lists[Screen::Calls], &mut state.focus_filter, &top);
        let words = cx.text.get(msg!("calls-no-proposal"));
        return empty(ui, cx, words, Some(top::go_to(cx, Screen::Proposals)));
    };
    let procedure = head::procedure(cx, state, proposal);
    let key = (slot, procedure, cx.text.language());
    let worked = cx.kept_for(ui, egui::Id::unique("calls-worked"), key, || {
        work(cx, (slot, proposal), procedure)
    });
    let title = cx.text.get(msg!("screen-calls"));
    if state.calls.side != CallsSide::Calls {
        // There is no list to search.
        state.focus_filter = false;
        top::title(ui, cx, title);
        head::show(ui, cx, state, (proposal, procedure), &worked);
        return sides::show(ui, cx, state, (slot, proposal), procedure);
    }
    let only = state.calls.only;
    let selected = called(state.selection, proposal.id);
    state.calls.on_the_line.take_if(|it| selected != Some(it.by));
    let on_the_line = &state.calls.on_the_line;
    let these = &state.calls.these;
    let key = (key, only, (these.clone(), on_the_line.clone()), state.lists[Screen::Calls].clone());
    let rows = cx.rows(ui, "calls", key, || {
        let is_on = |row: &CallRow| on_the_line.as_ref().is_some_and(|it| it.by == row.by);
        let shown = |row: &&CallRow| worked.has(only, these, row) || is_on(row);
        let rows = worked.rows.iter().filter(shown).cloned();
        let list = &state.lists[Screen::Calls];
        let mut rows = listed(cx, list, rows.collect());
        let stays = on_the_line.as_ref().filter(|it| it.shown == *list);
        if let Some((stays, from)) = stays.zip(rows.iter().position(is_on)) {
            let row = rows.remove(from);
            rows.insert(stays.at.min(rows.len()), row);
        }
        rows
    });
    take_up(state, proposal.id, &rows);
    keys::handle(ui, cx, state, proposal.id, &rows);
    let top = Top { title, shown: rows.len(), all: worked.rows.len(), add: None };
    top::counted(ui, cx, &top);
    head::show(ui, cx, state, (proposal, procedure), &worked);
    if rows.is_empty() {
        if !worked.rows.is_empty() {
            return top::nothing(ui, cx, &top, true, "");
        }
        let words = cx.text.get(msg!("calls-nobody"));
        return empty(ui, cx, words, Some(top::go_to(cx, Screen::Parties)));
    }
    let selected = called(state.selection, proposal.id);
    let selected = rows.iter().position(|row| selected == Some(row.by));
    let room = ui.available_width();
    let (_, widths) = WIDTHS.into_iter().rfind(|(from, _)| *from <= room).unwrap_or(WIDTHS[0]);
    let columns = columns(fitted(widths, &worked.rows));
    let table = List::new("calls", Screen::Calls, &columns, rows.len())
        .selected(selected)
        .on((proposal.id.0, only))
        .of(|_, row| Some(RowKey::Record(record_of(row.by))))
        .moved_elsewhere();
    let chosen = table.show(ui, cx, state, |row| rows.get(row), |row| named(cx, row));
    if let Some((row, by)) = chosen {
        by.select(cx, state, selection(proposal.id, row.by));
    }
}

/// The widths, with what empty columns do not need given to why somebody is to be called; where that
/// has the remaining width anyway, the names get half of it.
fn fitted(widths: [f32; 8], rows: &[CallRow]) -> [f32; 8] {
    let [rank, party, stance, known, said, why, reason, who] = widths;
    // Enough for the heads.
    let least = stance;
    let who = if rows.iter().all(|row| row.caller.is_empty()) { who.min(least) } else { who };
    if rows.iter().all(|row| row.condition.is_empty()) {
        let freed = if why == 0.0 { (reason - least) / 2.0 } else { 0.0 };
        [rank, party + freed, stance, known, said, 0.0, least, who]
    } else {
        [rank, party, stance, known, said, why, reason, who]
    }
}

/// The proposal the list is on.
fn chosen<'a>(cx: &Cx<'a>, state: &ViewState) -> Option<(Slot, &'a Proposal)> {
    let slot = cx.snapshot.proposals.slot(state.proposal_of_calls(cx.snapshot, cx.figures)?)?;
    Some((slot, cx.snapshot.proposals.at(slot)?))
}

/// Takes over a selection made elsewhere, such as by a search, so that a sign typed here is that
/// party's answer.
fn take_up(state: &mut ViewState, on: ProposalId, rows: &[CallRow]) {
    let by = match state.selection {
        Selection::Party(party) => Speaker::from(party),
        Selection::Group(group) => group.into(),
        _ => return,
    };
    if rows.iter().any(|row| row.by == by) {
        state.selection = selection(on, by);
    }
}

/// The speaker selected on a proposal.
fn called(selection: Selection, on: ProposalId) -> Option<Speaker> {
    match selection {
        Selection::Cell(proposal, party) if proposal == on => Some(party.into()),
        Selection::GroupStance(proposal, group) if proposal == on => Some(group.into()),
        _ => None,
    }
}

/// The record of a speaker.
fn record_of(by: Speaker) -> RecordId {
    match by {
        Speaker::Party(party) => party.into(),
        Speaker::Group(group) => group.into(),
    }
}

/// The selection of a speaker on a proposal.
fn selection(proposal: ProposalId, by: Speaker) -> Selection {
    match by {
        Speaker::Party(party) => Selection::Cell(proposal, party),
        Speaker::Group(group) => Selection::GroupStance(proposal, group),
    }
}

fn work(cx: &Cx<'_>, (slot, proposal): (Slot, &Proposal), procedure: Procedure) -> Worked {
    let (snapshot, coalition, text) = (cx.snapshot, cx.figures.coalition(), cx.text);
    let names = Names::on(text, snapshot, proposal.id);
    let calls = calls(snapshot, coalition, slot, procedure);
    let found = reminders(snapshot, coalition, slot);
    let party = |slot: &Slot| snapshot.parties.at(*slot).map(|it| it.id.into());
    let of = |slots: &[Slot]| slots.iter().filter_map(party).collect::<Vec<Speaker>>();
    let within = |words: &str, more: &[(usize, Lead)]| {
        let pieces = names.within(words).into_iter();
        let pieces = pieces.map(|(words, to)| (words, to.map(Lead::To))).collect();
        more.iter().fold(pieces, |pieces: Pieces<Lead>, (count, lead)| {
            match and_more(text, *count) {
                Some(words) => leading(pieces, &words, *lead),
                None => pieces,
            }
        })
    };
    let line = |words: Option<String>, slots: &[Slot]| Some((words?, of(slots)));
    let on_hold = line(hold_line(text, snapshot, &found.on_hold), &found.on_hold);
    let silent = &found.without_reason;
    let reasons = line(reason_line(text, snapshot, silent), silent);
    let departing = found.departures.iter();
    let departing =
        departing.filter_map(|it| line(departure_line(text, snapshot, it), &[it.party]));
    let twice = found.yes_to_both.iter();
    let twice =
        twice.filter_map(|(other, both)| line(both_line(text, snapshot, *other, both), both));
    let lines = on_hold.into_iter().chain(reasons).chain(departing).chain(twice).enumerate();
    let lines = lines.map(|(place, (words, of))| {
        let more = [(of.len(), Lead::Part(CallsOnly::OfLine(place)))];
        Line { pieces: within(&words, &more), words, of }
    });
    let lines = lines.collect();
    let against = (calls.counts[2], Lead::Part(CallsOnly::Counting(CountsAs::Against)));
    let moves = match &calls.by_vote {
        Some((_, Way::Moves(moves))) => moves.as_slice(),
        _ => &[],
    };
    let moved = [Target::Support, Target::Accept].map(|to| {
        let count = moves.iter().filter(|it| it.to == to).count();
        (count, Lead::Side(CallsSide::Carry))
    });
    let standing = decision_line(text, snapshot, proposal, &calls, procedure);
    let standing = within(&standing, &[[against].as_slice(), &moved].concat());
    Worked { rows: rows::rows(cx, slot, &calls, procedure), standing, lines }
}

fn listed(cx: &Cx<'_>, list: &ListState, mut rows: Vec<CallRow>) -> Vec<CallRow> {
    let wanted = fold(list.filter.trim());
    rows.retain(|row| {
        [&row.name, &row.code, &row.condition, &row.caller]
            .iter()
            .any(|it| fold(it).contains(&wanted))
    });
    sort(&mut rows, cx, &COLUMNS, list, |row| row);
    rows
}

/// The name; for a group, with the word that it is one.
fn name(ui: &mut Ui, cx: &Cx<'_>, row: &CallRow) {
    if row.by.group().is_some() {
        ui.label(Icon::Groups.text(&cx.theme).color(cx.theme.colours.muted));
    }
    whole_ends(ui, cx, &row.name);
}

/// A name on one line, or on two smaller ones; one that is too long even for those is shortened in
/// the middle, since its end often distinguishes it from others.
fn whole_ends(ui: &mut Ui, cx: &Cx<'_>, name: &str) {
    let (theme, room) = (&cx.theme, ui.available_width());
    let lay = |words: &str, size: f32, lines: usize| {
        let font = egui::FontId::new(size, theme::strong());
        let job = elided_layout(words, font, theme.colours.ink, room, lines);
        ui.painter().layout_job(job)
    };
    let one = lay(name, theme.sizes.text.body, 1);
    let two = |words: &str| lay(words, theme.sizes.text.caption, 2);
    let shown = if one.elided { two(name) } else { one };
    if !shown.elided {
        ui.label(shown);
        return;
    }
    let letters: Vec<char> = name.chars().collect();
    let cut = |left: usize| {
        let (head, tail) = (left.div_ceil(2), left / 2);
        let head: String = letters.iter().take(head).collect();
        let tail: String = letters.iter().skip(letters.len() - tail).collect();
        format!("{}…{}", head.trim_end(), tail.trim_start())
    };
    // A binary search for the most letters that fit.
    let (mut least, mut most) = (2, letters.len());
    while most - least > 1 {
        let middle = usize::midpoint(least, most);
        if two(&cut(middle)).elided { most = middle } else { least = middle }
    }
    ui.label(two(&cut(least))).on_hover_text(name);
}

/// The expected stance: its sign and words, hatched if it is a group's; whether the party is
/// waiting for its capital, and whether it sponsors.
fn answer(ui: &mut Ui, cx: &Cx<'_>, row: &CallRow) {
    let badge = stance_badge(ui, &cx.theme, cx.text, row.stance);
    if row.inherited {
        let stroke = cx.theme.hairline();
        hatch(ui.painter(), badge.rect, cx.theme.sizes.space.s, stroke);
    }
    let mut marked = |icon: Icon, words| {
        ui.label(icon.text(&cx.theme).color(cx.theme.colours.muted)).on_hover_text(words);
    };
    if row.hold {
        marked(Icon::Hourglass, cx.text.field("hold"));
    }
    if row.sponsor {
        marked(Icon::Edit, cx.text.get(msg!("column-sponsor")));
    }
}

/// The worth of a call, part by part.
fn worth(cx: &Cx<'_>, worth: &Worth) -> String {
    let share = |it: f64| cx.text.chance(it).into();
    let values = [
        ("worth", share(worth.product())),
        ("decisive", share(worth.decisive)),
        ("movable", share(worth.movable)),
        ("stale", share(worth.stale)),
    ];
    cx.text.with(msg!("calls-worth"), &values)
}

/// The accessible name of a row.
fn named(cx: &Cx<'_>, row: &CallRow) -> String {
    let stance = cx.text.stance(row.stance);
    let hold = if row.hold { cx.text.field("hold") } else { "" };
    let sponsor = if row.sponsor { cx.text.get(msg!("column-sponsor")) } else { "" };
    let said = [&*row.name, stance, hold, sponsor, &*row.reason];
    said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}
