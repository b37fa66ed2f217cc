//! The records withheld from the room, and releasing single ones by name.

mod along;

use std::sync::Arc;

use egui::{Key, ScrollArea, TextEdit, Ui};
use rustc_hash::FxHashSet;

use super::super::cx::{Action, Cx};
use super::super::room::Room;
use super::super::state::RoomAct;
use super::super::widgets::{
    button, caption, danger_button, marking_chip, muted, paragraph, scrolled, strong, text_menu,
    warning,
};
use crate::analysis::{Owners, moves, paragraphs, versions, words_of};
use crate::explain::{assessed, on_the_wall, record_title};
use crate::model::words::fold;
use crate::model::{
    Certainty, Position, ProposalId, Record, RecordId, SlideKind, Speaker, Table, stance,
};
use crate::text::{Message, lower, msg};

/// The filter, and the record about to be released.
#[derive(Clone, Debug, Default)]
pub struct ReleaseDraft {
    /// Part of a name.
    pub filter: String,
    /// The record about to be released, awaiting confirmation.
    pub armed: Option<RecordId>,
    /// Whether the field has had the focus.
    pub begun: bool,
    /// The line that Enter takes.
    pub place: usize,
    /// The record released last, and its name.
    pub released: Option<(RecordId, String)>,
}

/// Names shown at once; the rest are found by typing.
const SHOWN: usize = 100;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, room: Option<&Room>, draft: &mut ReleaseDraft) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(room) = room else { return };
    paragraph(ui, muted(theme, text.get(msg!("room-release-about"))));
    let (enter, moved) = field(ui, cx, draft);
    ui.add_space(theme.sizes.space.s);
    // Only what did reach the room: a part of something withheld does not.
    let seen = |id| room.live().is_some_and(|seen| seen.snapshot.has(id));
    let released = draft.released.as_ref().filter(|(id, _)| seen(*id));
    if let Some((_, name)) = released {
        let what = [("what", name.as_str().into())];
        paragraph(ui, strong(theme, text.with(msg!("room-withdraw"), &what)));
    }
    let said = released.is_some();
    let wanted = fold(draft.filter.trim());
    let all = withheld(ui, cx, room, !wanted.is_empty());
    let is_wanted =
        |row: &&Withheld| wanted.split_whitespace().all(|word| row.folded.contains(word));
    let rows: Vec<_> = all.iter().filter(is_wanted).collect();
    draft.place = draft.place.min(rows.len().min(SHOWN).saturating_sub(1));
    if let Some(row) = rows.get(draft.place).filter(|_| enter) {
        draft.armed = Some(row.record.record_id());
    }
    let armed = draft.armed.and_then(|id| all.iter().find(|row| row.record.record_id() == id));
    scrolled(ui, height(ui, cx, armed.is_some())).show(ui, |ui| {
        if rows.is_empty() && !said {
            let nothing = match (room.withheld(), all.is_empty()) {
                (0, _) => msg!("room-release-nothing"),
                (_, true) => msg!("room-release-elsewhere"),
                (_, false) => msg!("room-release-no-match"),
            };
            ui.label(muted(theme, text.get(nothing)));
        }
        for (at, Withheld { name, record, .. }) in rows.iter().take(SHOWN).enumerate() {
            ui.horizontal_wrapped(|ui| {
                marking_chip(ui, theme, cx.snapshot.marking_of(record.record_id()));
                let line = ui.selectable_label(at == draft.place, name);
                if at == draft.place && (moved || enter) {
                    line.scroll_to_me(None);
                }
                if line.clicked() {
                    (draft.place, draft.armed) = (at, Some(record.record_id()));
                }
            });
            paragraph(ui, caption(theme, why(cx, room, record)));
        }
        if rows.len() > SHOWN {
            ui.label(caption(theme, text.get(msg!("picker-more"))));
        }
    });
    if let Some(Withheld { name, record, .. }) = armed {
        ui.add_space(theme.sizes.space.s);
        ui.separator();
        about(ui, cx, room, record);
        let words = [("what", name.as_str().into())];
        let press = danger_button(ui, theme, &text.with(msg!("room-release-now"), &words));
        if press.clicked() {
            cx.push(Action::Room(RoomAct::Release(record.record_id())));
            (draft.armed, draft.released) = (None, Some((record.record_id(), name.clone())));
        }
    }
    ui.add_space(theme.sizes.space.m);
    if button(ui, theme, None, text.get(msg!("close"))).clicked() {
        cx.push(Action::Dismiss);
    }
}

/// The field that narrows the list, which is worked from it; returns whether Enter was pressed in it, and
/// whether an arrow went to another line.
fn field(ui: &mut Ui, cx: &Cx<'_>, draft: &mut ReleaseDraft) -> (bool, bool) {
    let hint = cx.text.get(msg!("list-filter"));
    let field = TextEdit::singleline(&mut draft.filter).hint_text(hint);
    let field = ui.add(field).accessible_name(hint);
    text_menu(ui, cx, &field);
    let presses = |key| ui.input(|input| input.num_presses(key));
    let enter = field.lost_focus() && presses(Key::Enter) > 0;
    // Not the button that releases: Enter held too long must not press it.
    if !std::mem::replace(&mut draft.begun, true) || enter {
        field.request_focus();
    }
    if field.changed() {
        (draft.place, draft.armed, draft.released) = (0, None, None);
    }
    let (up, down) = (presses(Key::ArrowUp), presses(Key::ArrowDown));
    let moved = field.has_focus() && up + down > 0;
    if moved {
        (draft.place, draft.armed) = ((draft.place + down).saturating_sub(up), None);
    }
    (enter, moved)
}

/// As much of the window as there is, with room below for what is about to be released.
fn height(ui: &Ui, cx: &Cx<'_>, armed: bool) -> f32 {
    let space = cx.theme.sizes.space.xxl;
    let below = if armed { space * 8.0 } else { 0.0 };
    (ui.content_rect().height() * 0.5 - below).max(space * 4.0)
}

/// The kind and name of a record; for an entry also what it says, and on which proposal.
fn name(cx: &Cx<'_>, record: &Record) -> String {
    let text = cx.text;
    let id = record.record_id();
    let table = text.label(id.table);
    let entry = match record {
        Record::Position(entry) => entry,
        Record::Assessment(entry) => {
            let title = record_title(text, cx.snapshot, id);
            return format!("{table} · {title} · {}", assessed(text, entry));
        }
        // By its code alone nobody would find it.
        Record::Proposal(it) => return [table, &it.code, text.of(&it.title)].join(" · "),
        Record::Group(it) => return [table, &it.code, text.of(&it.name)].join(" · "),
        _ => return format!("{table} · {}", record_title(text, cx.snapshot, id)),
    };
    let code = cx.snapshot.proposals.get(entry.proposal).map_or("", |it| it.code.as_str());
    let parts = [table, &who(cx, entry), &held(cx, entry), code, &text.day(entry.date)];
    parts.join(" · ")
}

fn who(cx: &Cx<'_>, entry: &Position) -> String {
    match entry.by {
        Speaker::Party(id) => {
            cx.snapshot.parties.get(id).map_or(String::new(), |it| cx.text.of(&it.name).to_owned())
        }
        Speaker::Group(id) => {
            cx.snapshot.groups.get(id).map_or(String::new(), |it| it.code.clone())
        }
    }
}

fn held(cx: &Cx<'_>, entry: &Position) -> String {
    format!("{} {}", stance::sign(entry.stance), lower(cx.text.stance(entry.stance)))
}

/// Why it is withheld.
fn why(cx: &Cx<'_>, room: &Room, record: &Record) -> String {
    let text = cx.text;
    let certainty = match record {
        Record::Position(entry) => entry.certainty,
        _ => None,
    };
    let told = match certainty {
        Some(it @ (Certainty::Room | Certainty::Confidence | Certainty::Inferred)) => {
            Some(lower(text.label(it)))
        }
        Some(Certainty::Public) | None => None,
    };
    let marking = match record.marking() {
        Some(marking) if marking > room.clearance.ceiling => Some(msg!("room-why-marking")),
        // A part of another record has that record's marking.
        None if record.record_id().table.has_marking() => Some(msg!("room-why-no-marking")),
        _ => None,
    };
    let brief = match record {
        Record::Brief(_) => Some(msg!("room-why-brief")),
        Record::Scenario(_) => Some(msg!("room-why-scenario")),
        _ => None,
    };
    let kept = room.clearance.held.contains(&record.record_id()).then_some(msg!("room-why-kept"));
    let ids = [kept, brief, marking].into_iter().flatten().map(|id| text.get(id).to_owned());
    let why: Vec<_> = told.into_iter().chain(ids).collect();
    if why.is_empty() { text.get(msg!("room-why-part")).to_owned() } else { why.join(", ") }
}

/// The facts the user needs to decide on a release: its content, its source, its marking.
fn about(ui: &mut Ui, cx: &Cx<'_>, room: &Room, record: &Record) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.label(strong(theme, text.get(msg!("room-release-what"))));
    let line = |ui: &mut Ui, id: Message, words: &str| {
        if !words.trim().is_empty() {
            paragraph(ui, format!("{}: {words}", text.get(id)));
        }
    };
    ui.horizontal_wrapped(|ui| {
        marking_chip(ui, theme, cx.snapshot.marking_of(record.record_id()));
        if record.marking().is_none() && record.record_id().table.has_marking() {
            ui.label(caption(theme, text.get(msg!("room-why-no-marking"))));
        }
    });
    match record {
        Record::Position(entry) => {
            let proposal = cx.snapshot.proposals.get(entry.proposal);
            let proposal = proposal.map(|it| format!("{} · {}", it.code, text.of(&it.title)));
            line(ui, msg!("field-proposal"), &proposal.unwrap_or_default());
            line(ui, msg!("field-stance"), &format!("{}: {}", who(cx, entry), held(cx, entry)));
            line(
                ui,
                msg!("field-certainty"),
                text.label_or(entry.certainty, msg!("not-filled-in")),
            );
            if !entry.words.trim().is_empty() {
                line(ui, msg!("field-words"), &entry.words);
                paragraph(ui, muted(theme, text.get(msg!("room-release-words"))));
            }
        }
        // For any other kind, everything that the room would read of it.
        record => {
            let area = ScrollArea::vertical().id_salt("about");
            area.max_height(theme.sizes.space.xxl * 4.0).show(ui, |ui| {
                for line in on_the_wall(text, cx.snapshot, record) {
                    paragraph(ui, line);
                }
            });
        }
    }
    let label = along::marking(cx, room, record.record_id());
    if label > room.label() {
        let marking = [("marking", label.label().into())];
        warning(ui, theme, &text.with(msg!("room-release-label"), &marking));
    }
    along::show(ui, cx, room, record);
}

/// A record the wall could show but does not.
struct Withheld {
    name: String,
    // The name as it is searched and sorted.
    folded: String,
    record: Record,
}

/// The records withheld, by name: on a slide about one proposal those about that proposal, unless one
/// is sought. Gathered once per state of the dossier and the wall: a large one has many.
fn withheld(ui: &Ui, cx: &Cx<'_>, room: &Room, sought: bool) -> Arc<Vec<Withheld>> {
    let proposal = room.slide().and_then(|slide| slide.proposal);
    let key = (room.live().map(|seen| seen.figures.version()), proposal, sought);
    cx.kept_for(ui, egui::Id::unique("withheld"), key, || {
        let records = gather(cx, room, proposal, sought).into_iter();
        let mut rows: Vec<_> = records
            .map(|record| {
                let name = name(cx, &record);
                Withheld { folded: fold(&name), name, record }
            })
            .collect();
        rows.sort_by(|a, b| a.folded.cmp(&b.folded));
        rows
    })
}

/// Those whom the text on the wall names as asking for a bracket.
fn named_in_text(cx: &Cx<'_>, room: &Room, proposal: Option<ProposalId>) -> FxHashSet<RecordId> {
    let is_text = room.slide().is_some_and(|slide| slide.kind == SlideKind::Text);
    let Some(proposal) = proposal.filter(|_| is_text) else { return FxHashSet::default() };
    let owners = Owners::new(cx.snapshot);
    let mut named = FxHashSet::default();
    for version in versions(cx.snapshot, proposal) {
        for paragraph in paragraphs(cx.snapshot, version.id) {
            let words = words_of(paragraph);
            let brackets = words.brackets();
            let names = brackets.iter().flat_map(|it| &it.owners);
            named.extend(names.filter_map(|it| owners.find(&it.name)));
        }
    }
    named
}

fn gather(cx: &Cx<'_>, room: &Room, proposal: Option<ProposalId>, everything: bool) -> Vec<Record> {
    let Some(seen) = room.live() else { return Vec::new() };
    let on_walls = |table: Table| table != Table::Dossier && room.clearance.sees_table(table);
    let named = named_in_text(cx, room, proposal);
    let about = |record: &Record| {
        let id = record.record_id();
        let of = |version| cx.snapshot.versions.get(version).map(|it| it.proposal);
        everything
            || proposal.is_none_or(|proposal| match record {
                Record::Paragraph(it) => of(it.version) == Some(proposal),
                Record::Party(_) | Record::Group(_) if named.contains(&id) => true,
                Record::Scenario(it) => {
                    moves(cx.snapshot, it.id).any(|one| one.proposal == proposal)
                }
                _ => {
                    let references = record.references();
                    id == proposal.into() || references.iter().any(|it| it.to == proposal.into())
                }
            })
    };
    // A move is shown along with its scenario, and not without it.
    let itself = |record: &Record| !matches!(record, Record::ScenarioMove(_));
    let arenas = cx.snapshot.arena_records().filter(itself);
    let arenas = arenas.filter(|record| on_walls(record.record_id().table));
    let of_groups = cx.snapshot.group_positions.iter().cloned().map(Record::from);
    let slot = proposal.and_then(|id| cx.snapshot.proposals.slot(id));
    let entries = slot.into_iter().flat_map(|slot| {
        cx.figures.parties().iter().filter_map(move |party| {
            let entry = cx.snapshot.positions.current(slot, *party, seen.today)?;
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
