//! The records that come onto the wall together with a released one, and the reasons that keep it
//! off.

use std::sync::Arc;

use egui::{ScrollArea, Ui};
use rustc_hash::FxHashSet;

use super::name;
use crate::explain::{on_the_wall, record_title};
use crate::model::{Certainty, Marking, Record, RecordId, Table};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::room::Room;
use crate::ui::widgets::{caption, paragraph, strong, warning};

/// How many records are listed one by one.
const SHOWN: usize = 40;

/// Draws it; nothing if nothing comes along and nothing is in the way.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, room: &Room, record: &Record) {
    let (theme, text) = (&cx.theme, cx.text);
    let id = record.record_id();
    for hidden in hidden_above(cx, room, record) {
        let of = [("of", record_title(text, cx.snapshot, hidden).into())];
        warning(ui, theme, &text.with(msg!("room-release-under"), &of));
    }
    let key = (room.live().map(|seen| seen.figures.version()), id.id);
    let along: Arc<Vec<Record>> =
        cx.kept_for(ui, egui::Id::unique("released-along"), key, || along(cx, room, record));
    if along.is_empty() {
        return;
    }
    ui.add_space(theme.sizes.space.s);
    let count = [("count", along.len().into())];
    ui.label(strong(theme, text.with(msg!("room-release-along"), &count)));
    let area = ScrollArea::vertical().id_salt("along").max_height(theme.sizes.space.xxl * 4.0);
    area.show(ui, |ui| {
        for it in along.iter().take(SHOWN) {
            paragraph(ui, name(cx, it));
            let words = on_the_wall(text, cx.snapshot, it).join(" · ");
            paragraph(ui, caption(theme, words));
        }
        if along.len() > SHOWN {
            let more = [("count", (along.len() - SHOWN).into())];
            ui.label(caption(theme, text.with(msg!("and-more"), &more)));
        }
    });
}

/// The strictest marking of what would be released by name: the record, and the moves of a scenario.
pub(super) fn marking(cx: &Cx<'_>, room: &Room, record: RecordId) -> Marking {
    let marking = |it| cx.snapshot.marking_of(it);
    let moves = room.moves_along(record, cx.snapshot).into_iter();
    moves.map(marking).fold(marking(record), Marking::max)
}

/// The records it is part of that the room does not see, so that it stays hidden with them.
fn hidden_above(cx: &Cx<'_>, room: &Room, record: &Record) -> Vec<RecordId> {
    let Some(seen) = room.live() else { return Vec::new() };
    let parts =
        record.references().into_iter().filter(|it| it.part && it.to.table != Table::Dossier);
    let hidden = |it: &RecordId| cx.snapshot.has(*it) && !seen.snapshot.has(*it);
    parts.map(|it| it.to).filter(hidden).collect()
}

/// The parts of a record, and theirs, that the room would see if that record did not hide them.
fn along(cx: &Cx<'_>, room: &Room, record: &Record) -> Vec<Record> {
    let Some(seen) = room.live() else { return Vec::new() };
    let own = cx.snapshot.dossier.marking;
    let moves = room.moves_along(record.record_id(), cx.snapshot);
    let may = |it: &Record| {
        let table = it.record_id().table;
        let marking = it.marking().unwrap_or(own);
        let told = match it {
            Record::Position(entry) => matches!(entry.certainty, None | Some(Certainty::Public)),
            _ => true,
        };
        // The assumptions of a scenario come with it, whatever their marking.
        if table == Table::ScenarioMoves {
            return moves.contains(&it.record_id());
        }
        told && room.clearance.sees_table(table)
            && table != Table::Scenarios
            && (!table.has_marking() || marking <= room.clearance.ceiling)
            && !room.clearance.held.contains(&it.record_id())
    };
    let mut released: FxHashSet<RecordId> = FxHashSet::from_iter([record.record_id()]);
    let mut found: Vec<Record> = Vec::new();
    let stands = |released: &FxHashSet<RecordId>, it: &Record| {
        let references = it.references();
        let mut above = references.iter().filter(|it| it.part && it.to.table != Table::Dossier);
        let is_part = references.iter().any(|it| it.part && released.contains(&it.to));
        is_part && above.all(|it| released.contains(&it.to) || seen.snapshot.has(it.to))
    };
    // Parts of parts: no record is more than three deep.
    for _ in 0..3 {
        let before = found.len();
        let all = cx.snapshot.arena_records();
        for it in all.filter(|it| !seen.snapshot.has(it.record_id()) && may(it)) {
            if !released.contains(&it.record_id()) && stands(&released, &it) {
                released.insert(it.record_id());
                found.push(it);
            }
        }
        if found.len() == before {
            break;
        }
    }
    // Only the entries that can be part of it: a large dossier has many.
    let (by, on) = match record {
        Record::Party(it) => (cx.snapshot.parties.slot(it.id), None),
        Record::Proposal(it) => (None, cx.snapshot.proposals.slot(it.id)),
        _ => return found,
    };
    let parties = cx.figures.parties().iter().filter(|it| by.is_none_or(|by| by == **it));
    let entries = parties.flat_map(|party| {
        let proposals = cx.figures.proposals().iter();
        proposals.filter(|it| on.is_none_or(|on| on == **it)).filter_map(|slot| {
            let entry = cx.snapshot.positions.current(*slot, *party, seen.today)?;
            cx.snapshot.position(entry).map(Record::from)
        })
    });
    found.extend(entries.filter(|it| may(it) && stands(&released, it)));
    found
}
