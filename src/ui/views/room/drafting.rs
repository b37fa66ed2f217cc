//! A text on the wall: what of it is shown, and new words for a paragraph, typed in front of the
//! room.

use egui::{Key, TextEdit, Ui};

use crate::model::{Keyed, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::room::{ChairDraft, Room};
use crate::ui::state::{RoomAct, TextShows};
use crate::ui::widgets::{
    Chip, button, caption, drop_down, muted, option_value, paragraph, section, text_menu,
};

/// The choices of how the wall shows texts, and whether it names those who ask for a bracket.
pub(super) fn choices(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    if room.paragraph().is_none() {
        // The current text of a proposal is shown; it may name owners too.
        if room.shows_brackets() {
            names_owners(ui, cx, room);
        }
        return;
    }
    let label = cx.text.get(msg!("room-text-shows"));
    let shows = Chip::new(cx.text.label(room.texts.shows)).menu().show(ui, &cx.theme);
    drop_down(&shows).accessible_name(label).show(|ui| {
        for option in TextShows::ALL {
            option_value(ui, &mut room.texts.shows, *option, cx.text.label(*option));
        }
    });
    names_owners(ui, cx, room);
}

fn names_owners(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let names = Chip::new(cx.text.get(msg!("room-text-names"))).active(room.texts.names);
    if names.show(ui, &cx.theme).clicked() {
        room.name_owners(!room.texts.names);
    }
}

/// The field for new words; they appear on the wall as they are typed, and in the dossier once they
/// are taken over.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, room: &mut Room) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(id) = room.paragraph() else { return };
    let Some(seen) = room.live().and_then(|it| it.snapshot.paragraphs.get(id)).cloned() else {
        return;
    };
    let number = match seen.number.as_str() {
        "" => text.label(Table::Paragraphs),
        number => number,
    };
    let name = text.with(msg!("room-draft"), &[("number", number.into())]);
    section(ui, theme, &name);
    if cx.read_only {
        paragraph(ui, muted(theme, cx.why_read_only()));
        return;
    }
    let kept = room.texts.drafts.get(&id).cloned();
    let mut typed = kept.as_ref().map_or_else(|| seen.words.clone(), |it| it.typed.clone());
    ui.push_id(id.0, |ui| {
        let field = TextEdit::multiline(&mut typed).desired_rows(3).desired_width(f32::INFINITY);
        let field = ui.add(field).accessible_name(&name);
        text_menu(ui, cx, &field);
        if field.changed() {
            let base = kept.as_ref().map_or_else(|| seen.words.clone(), |it| it.base.clone());
            room.draft(cx.snapshot, id, base, typed);
        }
        let takes = field.has_focus()
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
        let there = room.texts.drafts.contains_key(&id);
        let waits = room.texts.drafts.get(&id).is_some_and(ChairDraft::waits);
        let about = if waits { msg!("room-draft-waits") } else { msg!("room-draft-about") };
        ui.add(egui::Label::new(caption(theme, text.get(about))).wrap());
        ui.add_enabled_ui(there, |ui| {
            ui.horizontal_wrapped(|ui| {
                let over = button(ui, theme, None, text.get(msg!("room-take-over"))).clicked();
                if over || takes && there {
                    cx.push(Action::Room(RoomAct::TakeOver(id)));
                }
                if button(ui, theme, None, text.get(msg!("room-drop-draft"))).clicked() {
                    cx.push(Action::Room(RoomAct::DropDraft(id)));
                }
            });
        });
    });
}
