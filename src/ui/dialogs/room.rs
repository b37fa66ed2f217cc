//! Opening a room: up to which marking, where, and how it looks. A poll; what is released.

use egui::{DragValue, Grid, ScrollArea, TextEdit, Ui};

use super::super::cx::{Action, Base, Cx};
use super::super::room::{CampNames, Room, RoomAct, RoomDraft};
use super::super::widgets::{
    button, caption, danger_button, marking_chip, muted, paragraph, primary_button, strong,
    text_menu, warning,
};
use crate::explain::record_title;
use crate::model::words::fold;
use crate::model::{Keyed, Marking, ProposalId, Record, RecordId, Stance, Table, stance};
use crate::settings::ThemeChoice;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut RoomDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get("room-open-about")));
    ui.add_space(theme.sizes.space.s);
    ui.label(strong(theme, text.get("room-ceiling")));
    ui.horizontal_wrapped(|ui| {
        for marking in Marking::ALL {
            let before = draft.ceiling;
            ui.radio_value(&mut draft.ceiling, *marking, marking.label());
            if draft.ceiling != before {
                draft.confirmed = false;
            }
        }
    });
    if draft.ceiling != Marking::Clear {
        warning(ui, theme, text.get(crate::ui::room::marking_about(draft.ceiling)));
        let words = [("marking", draft.ceiling.label().into())];
        ui.checkbox(&mut draft.confirmed, text.with("room-confirm", &words));
    }
    ui.add_space(theme.sizes.space.s);
    ui.label(strong(theme, text.get("room-where")));
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut draft.monitor, None, text.get("room-in-a-window"));
        for (place, name) in draft.monitors.iter().enumerate() {
            ui.radio_value(&mut draft.monitor, Some(place), name);
        }
    });
    ui.add_space(theme.sizes.space.s);
    ui.label(strong(theme, text.get("room-look")));
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut draft.dark, false, text.label(ThemeChoice::Light));
        ui.radio_value(&mut draft.dark, true, text.label(ThemeChoice::Dark));
    });
    ui.horizontal_wrapped(|ui| {
        for names in CampNames::ALL {
            ui.radio_value(&mut draft.camps, *names, text.label(*names));
        }
    });
    ui.checkbox(&mut draft.chatham, text.get("room-chatham-house"));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(draft.may_open(), |ui| {
            let open = primary_button(ui, theme, text.get("room-open"));
            if std::mem::take(&mut draft.fresh) {
                open.request_focus();
            }
            if open.clicked() {
                base.push(Action::Room(RoomAct::Open(Box::new(draft.clone()))));
            }
        });
        if button(ui, theme, None, text.get("cancel")).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// The numbers of a temperature poll as they are being typed.
#[derive(Clone, Debug)]
pub struct PollDraft {
    /// The proposal.
    pub proposal: ProposalId,
    /// How many took each stance, in the order of the scale.
    pub counts: [u32; 6],
}

pub(super) fn poll(ui: &mut Ui, base: &Base<'_>, draft: &mut PollDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get("room-poll-about")));
    ui.add_space(theme.sizes.space.s);
    Grid::new("poll").num_columns(2).show(ui, |ui| {
        for (held, count) in Stance::ALL.iter().zip(&mut draft.counts) {
            let words = format!("{}  {}", stance::sign(Some(*held)), text.stance(Some(*held)));
            let label = ui.label(&words);
            let field = ui.add(DragValue::new(count).range(0..=100_000));
            field.labelled_by(label.id);
            ui.end_row();
        }
    });
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        if primary_button(ui, theme, text.get("room-poll-keep")).clicked() {
            base.push(Action::Room(RoomAct::Poll(draft.proposal, draft.counts)));
        }
        if button(ui, theme, None, text.get("cancel")).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// What is looked for among what is withheld, and what is about to be released.
#[derive(Clone, Debug, Default)]
pub struct ReleaseDraft {
    /// A part of the name.
    pub filter: String,
    /// The record that is about to be released.
    pub armed: Option<RecordId>,
}

/// The most names that are shown at once; more are found by typing.
const SHOWN: usize = 100;

pub(super) fn release(ui: &mut Ui, cx: &Cx<'_>, room: Option<&Room>, draft: &mut ReleaseDraft) {
    let (theme, text) = (&cx.theme, cx.text);
    paragraph(ui, muted(theme, text.get("room-release-about")));
    let field = TextEdit::singleline(&mut draft.filter).hint_text(text.get("list-filter"));
    let field = ui.add(field).accessible_name(text.get("list-filter"));
    text_menu(ui, cx, &field);
    ui.add_space(theme.sizes.space.s);
    let wanted = fold(draft.filter.trim());
    let found = room.map_or_else(Vec::new, |room| withheld(cx, room));
    let named = found.into_iter().map(|record| {
        let id = record.record_id();
        let name = record_title(text, cx.snapshot, id);
        (id, format!("{} · {name}", text.label(id.table)), record.marking())
    });
    let mut rows: Vec<_> = named.filter(|(_, name, _)| fold(name).contains(&wanted)).collect();
    rows.sort_by_cached_key(|(_, name, _)| fold(name));
    ScrollArea::vertical().max_height(theme.sizes.space.xxl * 8.0).show(ui, |ui| {
        if rows.is_empty() {
            ui.label(muted(theme, text.get("room-release-nothing")));
        }
        for (id, name, marking) in rows.iter().take(SHOWN) {
            ui.horizontal(|ui| {
                marking_chip(ui, theme, marking.unwrap_or(cx.snapshot.dossier.marking));
                if draft.armed == Some(*id) {
                    let words = text.with("room-release-now", &[("what", name.as_str().into())]);
                    if danger_button(ui, theme, &words).clicked() {
                        cx.push(Action::Room(RoomAct::Release(*id)));
                        draft.armed = None;
                    }
                } else if ui.button(name).clicked() {
                    draft.armed = Some(*id);
                }
            });
        }
        if rows.len() > SHOWN {
            ui.label(caption(theme, text.get("picker-more")));
        }
    });
    ui.add_space(theme.sizes.space.m);
    if button(ui, theme, None, text.get("close")).clicked() {
        cx.push(Action::Dismiss);
    }
}

/// What could stand on the wall and does not: on a slide of one proposal what is about that.
fn withheld(cx: &Cx<'_>, room: &Room) -> Vec<Record> {
    let Some(seen) = room.live() else { return Vec::new() };
    let slide = room.slide();
    let proposal = slide.as_ref().and_then(|slide| slide.proposal);
    let on_walls = |table: Table| table != Table::Dossier && room.reach.sees_table(table);
    let about = |record: &Record| {
        let id = record.record_id();
        proposal.is_none_or(|proposal| {
            id == proposal.into() || record.references().iter().any(|it| it.to == proposal.into())
        })
    };
    let arenas = cx.snapshot.arena_records().filter(|record| on_walls(record.record_id().table));
    let of_groups = cx.snapshot.group_positions.iter().cloned().map(Record::from);
    let slot = proposal.and_then(|id| cx.snapshot.proposals.slot(id));
    let entries = slot.into_iter().flat_map(|slot| {
        cx.derived.parties.iter().filter_map(move |party| {
            let entry = cx.snapshot.positions.current(slot, *party, cx.as_of)?;
            cx.snapshot.position(entry).map(Record::from)
        })
    });
    let seen_entry = |record: &Record| match record {
        Record::Position(entry) => {
            let line = seen.snapshot.line(entry.proposal, entry.by);
            line.iter().any(|it| it.id == entry.id)
        }
        record => seen.snapshot.has(record.record_id()),
    };
    arenas.chain(of_groups).filter(about).chain(entries).filter(|it| !seen_entry(it)).collect()
}
