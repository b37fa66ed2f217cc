//! All swing states: their stances, the next step with each, and the last contact.

use chrono::NaiveDate;
use egui::{Ui, vec2};

use super::top::{self, Top};
use crate::analysis::Tally;
use crate::command::Screen;
use crate::model::words::fold;
use crate::model::{
    Camp, Engagement, NextStep, Party, PartyId, RecordId, Slot, Snapshot, Table, stance,
};
use crate::report::Subject;
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Column, Key, List, line, muted, paragraph, shown_above, sort, tally_bar, tally_words,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Engagement,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-engagement"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Engagements, Table::NextSteps, Table::Contacts],
    asks_all: |_| true,
    page: |showing| match showing.view.selection.party() {
        _ if showing.of_part => PageOf::Screen(Subject::Matrix),
        Some(_) => PageOf::Screen(Subject::Party),
        // It lists for each party its groups, its votes and its camp.
        None => PageOf::Nearest(Subject::Parties),
    },
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<EngagementRow>; 7] = [
    Column::new(msg!("field-name"), 130.0, |cx, row: &EngagementRow| {
        cx.text.of(&row.party.name).to_owned()
    })
    .strong()
    .up_to(240.0),
    Column::new(msg!("column-index"), 60.0, |cx, row: &EngagementRow| {
        index(cx, row).map_or_else(|| "–".to_owned(), |index| cx.text.index(index))
    })
    .by(|cx, row| Key::fraction(index(cx, row))),
    Column::new(msg!("column-stances"), 96.0, |cx, row: &EngagementRow| {
        tally_words(cx.text, &row.tally)
    })
    .drawn(stances)
    .by(|_, row| Key::Number(row.tally.can_live_with().into())),
    Column::new(msg!("field-tags"), 0.0, |_, row: &EngagementRow| {
        row.engagement.as_ref().map_or_else(String::new, |engagement| engagement.tags.clone())
    })
    .by(|_, row| Key::words(row.engagement.as_ref().map(|it| &*it.tags))),
    Column::new(msg!("column-next-step"), 140.0, |_, row: &EngagementRow| next_words(row))
        .drawn(next_step)
        .up_to(260.0)
        .by(|_, row| Key::words(row.next.as_ref().map(|step| &*step.title))),
    Column::new(msg!("field-due"), 122.0, |cx, row: &EngagementRow| {
        let due = row.next.as_ref().and_then(|step| step.due);
        due.map_or_else(String::new, |due| cx.text.day(due))
    })
    .drawn(due)
    .by(|_, row| {
        // Those without a day come last.
        let due = row.next.as_ref().and_then(|step| step.due);
        due.map_or(Key::Number(i64::MAX), Key::day)
    }),
    Column::new(msg!("column-last-contact"), 108.0, |cx, row: &EngagementRow| {
        row.last_contact.map_or_else(|| "–".to_owned(), |day| cx.text.day(day))
    })
    .by(|_, row| Key::day(row.last_contact)),
];

/// One swing state.
#[derive(Clone)]
struct EngagementRow {
    slot: Slot,
    party: Party,
    engagement: Option<Engagement>,
    next: Option<NextStep>,
    // The number of open steps.
    open: usize,
    last_contact: Option<NaiveDate>,
    // Its contacts, as text to search.
    contacts: String,
    // Its stances on all proposals.
    tally: Tally,
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = cx.rows(ui, "engagement-all", (), || swing(cx));
    let count = all.len();
    let rows = cx.rows(ui, "engagement", state.lists[Screen::Engagement].clone(), || {
        rows(cx, &state.lists[Screen::Engagement], all.to_vec())
    });
    let top = Top {
        title: cx.text.get(msg!("screen-engagement")),
        shown: rows.len(),
        all: count,
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Engagement], &mut state.focus_filter, &top);
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("engagement-about"))));
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let filtered = !state.lists[Screen::Engagement].filter.is_empty();
        let words = cx.text.get(msg!("engagement-none"));
        return top::nothing(ui, cx, &top, filtered, words);
    }
    let party = match state.selection {
        Selection::Engagement(id) | Selection::Party(id) => Some(id),
        _ => None,
    };
    let selected = rows.iter().position(|row| Some(row.party.id) == party);
    let table = List::new("engagement", Screen::Engagement, &COLUMNS, rows.len())
        .selected(selected)
        .of(|_, row| Some(RowKey::Record(row.party.record_id())))
        .deletes(own);
    let chosen = table.show(ui, cx, state, |row| rows.get(row), |row| name(cx, row));
    if let Some((row, by)) = chosen {
        by.select(cx, state, Selection::Engagement(row.party.id));
    }
}

/// The records this screen keeps about a party: how it is engaged, the steps with it and the people
/// to turn to. The party itself stays.
fn own(snapshot: &Snapshot, party: RecordId) -> Vec<RecordId> {
    let of = |id: PartyId| RecordId::from(id) == party;
    let engagements = snapshot.engagements.iter().filter(|it| of(it.party));
    let steps = snapshot.next_steps.iter().filter(|it| of(it.party));
    let contacts = snapshot.contacts.iter().filter(|it| of(it.party));
    let engagements = engagements.map(|it| it.record_id());
    let rest = steps.map(|it| it.record_id()).chain(contacts.map(|it| it.record_id()));
    engagements.chain(rest).collect()
}

fn index(cx: &Cx<'_>, row: &EngagementRow) -> Option<f64> {
    cx.figures.coalition().camps.get(row.slot)?.index
}

/// The open step due first, and how many more there are.
fn next_words(row: &EngagementRow) -> String {
    let next = row.next.as_ref().map_or("–", |step| &step.title);
    match row.open {
        0 | 1 => next.to_owned(),
        open => format!("{next} (+{})", open - 1),
    }
}

fn next_step(ui: &mut Ui, _: &Cx<'_>, row: &EngagementRow) {
    let response = line(ui, next_words(row));
    if let Some(step) = row.next.as_ref().filter(|step| !step.owner.is_empty()) {
        response.on_hover_text(&step.owner);
    }
}

fn due(ui: &mut Ui, cx: &Cx<'_>, row: &EngagementRow) {
    let Some(due) = row.next.as_ref().and_then(|step| step.due) else {
        ui.label("–");
        return;
    };
    ui.label(cx.text.day(due));
    if due < cx.today {
        let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
        ui.label(icon).on_hover_text(cx.text.get(msg!("late")));
    }
}

/// The party's stances on all proposals, as a bar.
fn stances(ui: &mut Ui, cx: &Cx<'_>, row: &EngagementRow) {
    let tally = row.tally;
    let size = vec2(ui.available_width() - cx.theme.sizes.space.s, cx.theme.sizes.space.s);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    tally_bar(ui.painter(), &cx.theme, rect, &tally);
    let words = || tally_words(cx.text, &tally);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words()));
    shown_above(&response, |ui| {
        ui.label(words());
        for proposal in cx.figures.proposals().iter().take(STANCES) {
            let stance = cx.figures.coalition().stance(*proposal, row.slot);
            let code = cx.snapshot.proposals.at(*proposal).map_or("", |proposal| &proposal.code);
            let words = lower(cx.text.stance(stance));
            ui.label(format!("{}  {code} {words}", stance::sign(stance)));
        }
    });
}

/// Stances listed on the card.
const STANCES: usize = 20;

fn name(cx: &Cx<'_>, row: &EngagementRow) -> String {
    let mut parts = vec![cx.text.of(&row.party.name).to_owned()];
    parts.extend(row.next.as_ref().map(|step| step.title.clone()));
    parts.extend(row.last_contact.map(|day| cx.text.day(day)));
    parts.join(", ")
}

fn swing(cx: &Cx<'_>) -> Vec<EngagementRow> {
    let camps = cx.figures.camps();
    let slots = cx.figures.parties().iter().filter(|slot| camps.camp(**slot) == Camp::Swing);
    slots
        .filter_map(|slot| {
            let party = cx.snapshot.parties.at(*slot)?.clone();
            let engagement = cx.snapshot.engagements.iter().find(|it| it.party == party.id);
            let (next, open, last_contact) = steps(cx, party.id);
            let (engagement, next) = (engagement.cloned(), next.cloned());
            let mut tally = Tally::default();
            for proposal in cx.figures.proposals() {
                tally.add(cx.figures.coalition().stance(*proposal, *slot));
            }
            let contacts = contacts(cx, party.id);
            Some(EngagementRow {
                slot: *slot,
                party,
                engagement,
                next,
                open,
                last_contact,
                contacts,
                tally,
            })
        })
        .collect()
}

/// The names, functions and organisations of a party's contacts.
fn contacts(cx: &Cx<'_>, party: PartyId) -> String {
    let own = cx.snapshot.contacts.iter().filter(|contact| contact.party == party);
    let words = own.flat_map(|it| [&*it.name, &it.function, &it.organisation]);
    words.collect::<Vec<_>>().join(" ")
}

/// The open step due first, the number of open steps, and the day the last one was done.
fn steps<'a>(cx: &Cx<'a>, party: PartyId) -> (Option<&'a NextStep>, usize, Option<NaiveDate>) {
    let own = || cx.snapshot.next_steps.iter().filter(|step| step.party == party);
    let open = own().filter(|step| step.done.is_none()).count();
    (cx.snapshot.open_step(party), open, own().filter_map(|step| step.done).max())
}

fn rows(cx: &Cx<'_>, list: &ListState, mut rows: Vec<EngagementRow>) -> Vec<EngagementRow> {
    let wanted = fold(list.filter.trim());
    rows.retain(|row| {
        let next = row.next.as_ref().map_or("", |step| &step.title);
        let owner = row.next.as_ref().map_or("", |step| &step.owner);
        let tags = row.engagement.as_ref().map_or("", |engagement| &engagement.tags);
        let name = &row.party.name;
        let words = [&*name.en, &name.nl, tags, next, owner, &row.contacts];
        words.iter().any(|words| fold(words).contains(&wanted))
    });
    sort(&mut rows, cx, &COLUMNS, list, |row| row);
    rows
}
