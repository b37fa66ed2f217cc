//! Asking for a passphrase, and setting one.

use std::path::PathBuf;

use egui::{Key, TextEdit, Ui};
use zeroize::Zeroizing;

use super::super::cx::{Action, Base, Cover, Offer, Unlock};
use super::super::widgets::{
    button, danger_button, field_label, muted, paragraph, primary_button, text_menu, warning,
};
use crate::explain::strength_words;
use crate::store::{Passphrase, Strength};
use crate::text::{Message, msg};

/// The purpose of asking for a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// To open something protected.
    Unlock(Unlock),
    /// To set or change the dossier's passphrase.
    Protect {
        /// Whether it already has one.
        protected: bool,
    },
    /// To protect a package, or not.
    Send {
        /// Whether the dossier has a passphrase; the package does not inherit it.
        protected: bool,
    },
}

/// A passphrase being typed. It is wiped from memory when the dialog closes.
#[derive(Clone, Debug)]
pub struct PassphraseDraft {
    /// Its purpose.
    pub why: Why,
    /// Whether the last attempt was wrong.
    pub wrong: bool,
    /// The newest backup, offered if the user is sure that the passphrase is right.
    pub backup: Option<PathBuf>,
    // Whether the user agreed to send it unprotected.
    in_the_open: bool,
    typed: Zeroizing<String>,
    again: Zeroizing<String>,
    // Whether the field has been given the focus.
    begun: bool,
}

impl PassphraseDraft {
    /// An empty draft.
    pub fn new(why: Why) -> Self {
        Self {
            why,
            wrong: false,
            backup: None,
            in_the_open: false,
            typed: Zeroizing::default(),
            again: Zeroizing::default(),
            begun: false,
        }
    }

    /// Whether nothing was typed.
    pub(crate) fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.again.is_empty()
    }

    /// Wipes the typed text.
    pub fn clear(&mut self) {
        (self.typed, self.again, self.wrong) = (Zeroizing::default(), Zeroizing::default(), false);
    }

    /// The title of the dialog.
    pub(super) fn title(&self) -> Message {
        match self.why {
            Why::Unlock(_) => msg!("dialog-unlock"),
            Why::Protect { .. } => msg!("dialog-passphrase"),
            Why::Send { .. } => msg!("dialog-send"),
        }
    }
}

/// Draws the fields and the buttons.
pub fn fields(ui: &mut Ui, base: &Base<'_>, draft: &mut PassphraseDraft) {
    match draft.why.clone() {
        Why::Unlock(unlock) => unlocking(ui, base, draft, &unlock, true),
        Why::Protect { protected } => protecting(ui, base, draft, protected),
        Why::Send { protected } => sending(ui, base, draft, protected),
    }
}

/// The same on the screen of a locked dossier; `leaves` says whether the user may leave it.
pub fn locked(ui: &mut Ui, base: &Base<'_>, draft: &mut PassphraseDraft, leaves: bool) {
    match draft.why.clone() {
        Why::Unlock(unlock) => unlocking(ui, base, draft, &unlock, leaves),
        Why::Protect { .. } | Why::Send { .. } => fields(ui, base, draft),
    }
}

fn unlocking(
    ui: &mut Ui,
    base: &Base<'_>,
    draft: &mut PassphraseDraft,
    unlock: &Unlock,
    leaves: bool,
) {
    let (theme, text) = (&base.theme, base.text);
    let (Unlock::Open(path) | Unlock::Package(path) | Unlock::Review(path)) = unlock;
    // Only the file name: onlookers need not see its folder.
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    paragraph(ui, muted(theme, name.unwrap_or_default()));
    if draft.wrong {
        warning(ui, theme, text.get(msg!("passphrase-wrong")));
        if let Some(backup) = &draft.backup {
            let offer = Offer::Backup(backup.clone());
            paragraph(ui, muted(theme, text.get(msg!("passphrase-sure"))));
            if button(ui, theme, None, text.get(offer.words())).clicked() {
                base.push(Action::Offer(offer));
            }
        }
    }
    let entered = field(ui, base, msg!("passphrase-field"), &mut draft.typed, &mut draft.begun);
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let typed = Passphrase::new(draft.typed.clone());
        ui.add_enabled_ui(typed.is_some(), |ui| {
            let clicked = primary_button(ui, theme, text.get(msg!("passphrase-unlock"))).clicked();
            if let Some(passphrase) = typed.filter(|_| clicked || entered) {
                base.push(Action::Unlock(unlock.clone(), passphrase));
            }
        });
        if leaves && button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

fn protecting(ui: &mut Ui, base: &Base<'_>, draft: &mut PassphraseDraft, protected: bool) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, text.get(msg!("passphrase-about")));
    warning(ui, theme, text.get(msg!("passphrase-lost")));
    ui.add_space(theme.sizes.space.s);
    let (chosen, entered) = choose(ui, base, draft);
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let words = if protected { msg!("passphrase-change") } else { msg!("passphrase-protect") };
        ui.add_enabled_ui(chosen.is_some(), |ui| {
            let clicked = primary_button(ui, theme, text.get(words)).clicked();
            if let Some(passphrase) = chosen.filter(|_| clicked || entered) {
                base.push(Action::Protect(Some(passphrase)));
            }
        });
        if protected && danger_button(ui, theme, text.get(msg!("passphrase-remove"))).clicked() {
            base.push(Action::Protect(None));
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

fn sending(ui: &mut Ui, base: &Base<'_>, draft: &mut PassphraseDraft, protected: bool) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, text.get(msg!("send-about")));
    ui.add_space(theme.sizes.space.s);
    let (chosen, entered) = choose(ui, base, draft);
    if protected {
        // The dossier's passphrase does not protect a package.
        ui.add_space(theme.sizes.space.s);
        warning(ui, theme, text.get(msg!("send-protected")));
        ui.checkbox(&mut draft.in_the_open, text.get(msg!("send-in-the-open")));
    }
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(chosen.is_some(), |ui| {
            let clicked = primary_button(ui, theme, text.get(msg!("send-wrapped"))).clicked();
            if let Some(passphrase) = chosen.filter(|_| clicked || entered) {
                base.push(Action::Send(Some(passphrase), Cover::Wrapped));
            }
        });
        ui.add_enabled_ui(!protected || draft.in_the_open, |ui| {
            if button(ui, theme, None, text.get(msg!("send-open"))).clicked() {
                let cover = if protected { Cover::InTheOpen } else { Cover::Plain };
                base.push(Action::Send(None, cover));
            }
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// Two fields for a new passphrase, with its strength; returns it once both match, and whether
/// Enter was pressed in the second.
fn choose(ui: &mut Ui, base: &Base<'_>, draft: &mut PassphraseDraft) -> (Option<Passphrase>, bool) {
    let (theme, text) = (&base.theme, base.text);
    field(ui, base, msg!("passphrase-new-field"), &mut draft.typed, &mut draft.begun);
    if !draft.typed.is_empty() {
        let words = strength_words(text, Strength::of(&draft.typed));
        paragraph(ui, muted(theme, words));
    }
    let mut begun = true;
    let entered = field(ui, base, msg!("passphrase-again-field"), &mut draft.again, &mut begun);
    if !draft.again.is_empty() && draft.again != draft.typed {
        paragraph(ui, muted(theme, text.get(msg!("passphrase-not-same"))));
    }
    (Passphrase::new(draft.typed.clone()).filter(|_| draft.again == draft.typed), entered)
}

/// A field that hides what is typed; returns whether Enter was pressed in it.
fn field(
    ui: &mut Ui,
    base: &Base<'_>,
    name: Message,
    typed: &mut Zeroizing<String>,
    begun: &mut bool,
) -> bool {
    let label = field_label(ui, &base.theme, base.text.get(name));
    let field = TextEdit::singleline(&mut **typed).password(true).desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    text_menu(ui, base, &response);
    if !std::mem::replace(begun, true) {
        response.request_focus();
    }
    // Otherwise undo in the field would bring back the earlier text.
    if let Some(mut state) = TextEdit::load_state(ui, response.id) {
        state.clear_undoer();
        TextEdit::store_state(ui, response.id, state);
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
