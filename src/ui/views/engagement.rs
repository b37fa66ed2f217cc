//! All swing states: their stances, the next step with each, and the last contact.

use chrono::NaiveDate;
use egui::{Ui, vec2};

use super::top::{self, Top};
use crate::analysis::Tally;
use crate::command::Screen;
use crate::model::words::fold;
use crate::model::{Camp, Engagement, NextStep, Party, PartyId, Slot, Table, stance};
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Column, List, muted, paragraph, strong, tally_bar, tally_words};

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
    tables: &[Table::Engagements, Table::NextSteps],
    asks_all: |_| true,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 7] = [
    Column { name: msg!("field-name"), width: 130.0 },
    Column { name: msg!("column-index"), width: 60.0 },
    Column { name: msg!("column-stances"), width: 80.0 },
    Column { name: msg!("field-tags"), width: 0.0 },
    Column { name: msg!("column-next-step"), width: 140.0 },
    Column { name: msg!("field-due"), width: 122.0 },
    Column { name: msg!("column-last-contact"), width: 108.0 },
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
    let table = List {
        id: "engagement",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: rows.iter().position(|row| Some(row.party.id) == party),
    };
    let name = |row: usize| rows.get(row).map_or_else(String::new, |row| name(cx, row));
    let chosen =
        table.show(ui, cx, &mut state.lists[Screen::Engagement], name, |ui, row, column| {
            if let Some(row) = rows.get(row) {
                cell(ui, cx, row, column);
            }
        });
    if let Some(row) = chosen.and_then(|row| rows.get(row)) {
        cx.push(Action::Select(Selection::Engagement(row.party.id)));
    }
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, row: &EngagementRow, column: usize) {
    let text = cx.text;
    match column {
        0 => {
            let words = strong(&cx.theme, text.of(&row.party.name));
            ui.add(egui::Label::new(words).truncate());
        }
        1 => {
            let index = cx.figures.coalition().camps.get(row.slot).and_then(|it| it.index);
            ui.label(index.map_or_else(|| "–".to_owned(), |index| text.index(index)));
        }
        2 => stances(ui, cx, row),
        3 => {
            let tags = row.engagement.as_ref().map_or("", |engagement| &engagement.tags);
            ui.add(egui::Label::new(tags).truncate());
        }
        4 => {
            let next = row.next.as_ref().map_or("–", |step| &step.title);
            let words = match row.open {
                0 | 1 => next.to_owned(),
                open => format!("{next} (+{})", open - 1),
            };
            let response = ui.add(egui::Label::new(words).truncate());
            if let Some(step) = row.next.as_ref().filter(|step| !step.owner.is_empty()) {
                response.on_hover_text(&step.owner);
            }
        }
        5 => {
            if let Some(due) = row.next.as_ref().and_then(|step| step.due) {
                ui.label(text.day(due));
                if due < cx.today {
                    let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
                    ui.label(icon).on_hover_text(text.get(msg!("late")));
                }
            }
        }
        _ => {
            let day = row.last_contact;
            ui.label(day.map_or_else(|| "–".to_owned(), |day| text.day(day)));
        }
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
    response.on_hover_ui(|ui| {
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
            Some(EngagementRow { slot: *slot, party, engagement, next, open, last_contact, tally })
        })
        .collect()
}

/// The open step due first, the number of open steps, and the day the last one was done.
fn steps<'a>(cx: &Cx<'a>, party: PartyId) -> (Option<&'a NextStep>, usize, Option<NaiveDate>) {
    let own = || cx.snapshot.next_steps.iter().filter(|step| step.party == party);
    let open = || own().filter(|step| step.done.is_none());
    let next = open().min_by_key(|step| (step.due.is_none(), step.due, step.id));
    (next, open().count(), own().filter_map(|step| step.done).max())
}

fn rows(cx: &Cx<'_>, list: &ListState, mut rows: Vec<EngagementRow>) -> Vec<EngagementRow> {
    let wanted = fold(list.filter.trim());
    rows.retain(|row| {
        let next = row.next.as_ref().map_or("", |step| &step.title);
        let owner = row.next.as_ref().map_or("", |step| &step.owner);
        let tags = row.engagement.as_ref().map_or("", |engagement| &engagement.tags);
        let words = [&*row.party.name.en, &row.party.name.nl, tags, next, owner];
        words.iter().any(|words| fold(words).contains(&wanted))
    });
    let index = |row: &EngagementRow| {
        let index = cx.figures.coalition().camps.get(row.slot).and_then(|it| it.index);
        index.map(|index| (index * 1e6) as i64)
    };
    match list.sort {
        1 => top::sort(&mut rows, list, index),
        3 => top::sort(&mut rows, list, |row| row.engagement.as_ref().map(|it| fold(&it.tags))),
        4 => top::sort(&mut rows, list, |row| row.next.as_ref().map(|step| fold(&step.title))),
        5 => top::sort(&mut rows, list, |row| {
            let due = row.next.as_ref().and_then(|step| step.due);
            (due.is_none(), due)
        }),
        6 => top::sort(&mut rows, list, |row| row.last_contact),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
