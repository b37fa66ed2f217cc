//! The window without a dossier: the start screen, loading, and failures.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Ui};

use crate::command::Command;
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Base, Trouble};
use crate::ui::dialogs::{self, passphrase};
use crate::ui::icon::Icon;
use crate::ui::room::Room;
use crate::ui::state::RoomAct;
use crate::ui::widgets::{
    busy, button, caption, heading, link, muted, paragraph, primary_button, strong,
};

/// The dossier being opened.
pub struct Loading<'a>(pub &'a Path);

/// The start screen: the example, a template, or an existing dossier.
pub fn start(ui: &mut Ui, base: &Base<'_>, recent: &[PathBuf]) {
    let (theme, text) = (&base.theme, base.text);
    column(ui, base, |ui| {
        heading(ui, text.get(msg!("start-heading")));
        paragraph(ui, muted(theme, text.get(msg!("start-about"))));
        ui.add_space(theme.sizes.space.l);
        ui.horizontal_wrapped(|ui| {
            let command = Command::OpenExample;
            if primary_button(ui, theme, command.label(text)).clicked() {
                base.push(Action::Command(command));
            }
            let paste = Command::PasteTable;
            if button(ui, theme, Some(Icon::Copy), paste.label(text)).clicked() {
                base.push(Action::Command(paste));
            }
            let open = Command::Open;
            if button(ui, theme, Some(Icon::Open), open.label(text)).clicked() {
                base.push(Action::Command(open));
            }
        });
        ui.add_space(theme.sizes.space.xl);
        ui.label(strong(theme, text.get(msg!("start-templates"))));
        ui.add_space(theme.sizes.space.xs);
        dialogs::templates(ui, base);
        if !recent.is_empty() {
            ui.add_space(theme.sizes.space.xl);
            ui.label(strong(theme, text.get(msg!("start-recent"))));
            for path in recent {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                if link(ui, theme, &name.unwrap_or_default()).clicked() {
                    base.push(Action::OpenPath(path.clone()));
                }
                ui.label(caption(theme, path.display().to_string()));
            }
        }
    });
}

/// A dossier is being opened.
pub(crate) fn loading(ui: &mut Ui, base: &Base<'_>, Loading(path): &Loading<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.4);
        busy(ui, &base.theme);
        ui.add_space(base.theme.sizes.space.m);
        let path = [("path", path.display().to_string().into())];
        ui.label(base.text.with(msg!("start-loading"), &path));
    });
}

/// The figures the screen needs are still being computed.
pub fn counting(ui: &mut Ui, base: &Base<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.4);
        busy(ui, &base.theme);
        ui.add_space(base.theme.sizes.space.m);
        ui.label(base.text.get(msg!("counting")));
    });
}

/// Another program has the dossier open; waiting until it is free.
pub(crate) fn waiting(ui: &mut Ui, base: &Base<'_>, path: &Path) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.4);
        busy(ui, &base.theme);
        ui.add_space(base.theme.sizes.space.m);
        ui.label(
            base.text.with(msg!("start-waiting"), &[("path", path.display().to_string().into())]),
        );
        ui.add_space(base.theme.sizes.space.m);
        if button(ui, &base.theme, None, base.text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// A dossier could not be opened.
pub(crate) fn failed(ui: &mut Ui, base: &Base<'_>, trouble: &Trouble, recent: &[PathBuf]) {
    let (theme, text) = (&base.theme, base.text);
    let explanation = &trouble.explanation;
    column(ui, base, |ui| {
        ui.horizontal(|ui| {
            ui.label(Icon::Error.text(theme).color(theme.colours.danger));
            heading(ui, text.get(msg!("start-failed")));
        });
        paragraph(ui, &explanation.what);
        paragraph(ui, &explanation.safe);
        paragraph(ui, &explanation.next);
        if !trouble.offers.is_empty() {
            ui.add_space(theme.sizes.space.m);
            ui.horizontal_wrapped(|ui| super::offers(ui, base, trouble));
        }
        ui.add_space(theme.sizes.space.xl);
    });
    start(ui, base, recent);
}

/// The dossier is locked: nothing of it is on screen or in memory, except what the wall of an open
/// room shows.
pub fn locked(
    ui: &mut Ui,
    base: &Base<'_>,
    draft: &mut passphrase::PassphraseDraft,
    room: Option<&Room>,
) {
    let (theme, text) = (&base.theme, base.text);
    column(ui, base, |ui| {
        ui.horizontal(|ui| {
            ui.label(Icon::Lock.text(theme));
            heading(ui, text.get(msg!("locked-heading")));
        });
        ui.add_space(theme.sizes.space.m);
        // An open room must be closed before the user can leave this screen.
        passphrase::locked(ui, base, draft, room.is_none());
        if let Some(room) = room {
            // A remote is plugged into this machine, and its keys have no use in the field.
            for (key, command) in
                [(Key::PageDown, Command::RoomNext), (Key::PageUp, Command::RoomBack)]
            {
                if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                    base.push(Action::Command(command));
                }
            }
            // Pressed with nothing to take back, as in an emergency, Escape blanks the wall. Over the
            // screen it closes the dialog.
            let has_dialog = ui.memory(|memory| memory.top_modal_layer().is_some());
            if !has_dialog && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
            {
                if draft.is_empty() {
                    base.push(Action::Room(RoomAct::Cover));
                }
                draft.clear();
            }
            ui.add_space(theme.sizes.space.l);
            let says: Message = match room.has_content() {
                true => msg!("locked-room"),
                false => msg!("locked-room-empty"),
            };
            paragraph(ui, text.get(says));
            if button(ui, theme, None, Command::RoomClose.label(text)).clicked() {
                // Asked about: the key that presses it may have been meant for the field above.
                base.push(Action::Room(RoomAct::AskClose));
            }
        }
    });
}

fn column(ui: &mut Ui, base: &Base<'_>, contents: impl FnOnce(&mut Ui)) {
    let width = base.theme.sizes.space.xxl * 18.0;
    let side = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_max_width(width.min(ui.available_width()));
            ui.add_space(base.theme.sizes.space.xxl);
            contents(ui);
        });
    });
}
