//! The settings of this machine.

use egui::{Align, Layout, Response, TextEdit, Ui, Vec2};

use super::super::cx::{Action, Base};
use super::super::theme::Theme;
use super::super::widgets::{
    button, combo_box, field_label, muted, option_value, paragraph, primary_button, text_menu,
};
use crate::model::{Keyed, Language, Marking};
use crate::settings::{Settings, ThemeChoice};
use crate::text::msg;

/// Zoom factors offered; other values are set from the keyboard.
const ZOOMS: [f32; 7] = [0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0];

/// Minutes of inactivity offered before a protected dossier locks; 0 is never.
const IDLE: [u32; 5] = [0, 2, 5, 10, 30];

/// The settings being edited.
#[derive(Clone, Debug)]
pub struct SettingsDraft {
    /// The settings.
    pub settings: Settings,
    /// The backup folder as typed; empty means the user's data folder.
    pub backups: String,
}

impl SettingsDraft {
    /// Starts from the current settings.
    pub fn new(settings: Settings) -> Self {
        let backups = settings.backups.as_ref().map(|path| path.display().to_string());
        Self { settings, backups: backups.unwrap_or_default() }
    }
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut SettingsDraft) {
    let (theme, text) = (&base.theme, base.text);
    let SettingsDraft { settings, backups } = draft;
    row(ui, theme, text.get(msg!("settings-author")), |ui| {
        let field = ui.add(TextEdit::singleline(&mut settings.author).char_limit(100));
        text_menu(ui, base, &field);
        field
    });
    row(ui, theme, text.get(msg!("settings-role")), |ui| {
        let hint = text.get(msg!("settings-role-hint"));
        let field = TextEdit::singleline(&mut settings.role).char_limit(100).hint_text(hint);
        let field = ui.add(field);
        text_menu(ui, base, &field);
        field
    });
    let system = text.get(msg!("settings-language-system"));
    let language = |language: Option<Language>| {
        language.map_or(system, |language| text.label(language)).to_owned()
    };
    let languages = [None].into_iter().chain(Language::ALL.iter().copied().map(Some));
    let name = text.get(msg!("settings-language"));
    choice(ui, theme, name, &mut settings.language, languages, language);
    let themes = ThemeChoice::ALL.iter().copied();
    let label = |choice| text.label(choice).to_owned();
    choice(ui, theme, text.get(msg!("settings-theme")), &mut settings.theme, themes, label);
    let percent = |zoom: f32| format!("{:.0}%", zoom * 100.0);
    choice(ui, theme, text.get(msg!("settings-zoom")), &mut settings.zoom, ZOOMS, percent);
    let still = |still: bool| {
        text.get(if still { msg!("settings-still") } else { msg!("settings-moving") })
    };
    let motion = [false, true];
    let words = |it| still(it).to_owned();
    choice(ui, theme, text.get(msg!("settings-motion")), &mut settings.still, motion, words);
    let markings = Marking::ALL.iter().copied();
    let label = |marking: Marking| marking.label().to_owned();
    choice(ui, theme, text.get(msg!("settings-marking")), &mut settings.marking, markings, label);
    let minutes = |minutes: u32| match minutes {
        0 => text.get(msg!("settings-idle-never")).to_owned(),
        minutes => text.with(msg!("settings-idle-minutes"), &[("count", minutes.into())]),
    };
    choice(ui, theme, text.get(msg!("settings-idle")), &mut settings.idle_lock, IDLE, minutes);
    row(ui, theme, text.get(msg!("settings-backups")), |ui| {
        let field = TextEdit::singleline(backups).hint_text(text.get(msg!("settings-backups-own")));
        let response = ui.add(field);
        text_menu(ui, base, &response);
        response
    });
    ui.add_space(theme.sizes.space.s);
    paragraph(ui, muted(theme, text.get(msg!("settings-author-about"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        if primary_button(ui, theme, text.get(msg!("settings-keep"))).clicked() {
            let folder = backups.trim();
            settings.backups = (!folder.is_empty()).then(|| folder.into());
            base.push(Action::Settings(settings.clone()));
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
        ui.add_enabled_ui(!settings.recent.is_empty(), |ui| {
            if button(ui, theme, None, text.get(msg!("menu-forget-recent"))).clicked() {
                settings.recent.clear();
                base.push(Action::ForgetRecent);
            }
        });
    });
}

/// A setting with one value out of several.
pub(super) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    value: &mut T,
    options: impl IntoIterator<Item = T>,
    words: impl Fn(T) -> String,
) {
    row(ui, theme, name, |ui| {
        let shown = words(*value);
        combo_box(ui, name, &shown, None, |ui| {
            for option in options {
                option_value(ui, value, option, words(option));
            }
        })
    });
}

/// A row: the name of a setting, and its field.
pub(super) fn row(ui: &mut Ui, theme: &Theme, name: &str, field: impl FnOnce(&mut Ui) -> Response) {
    let height = theme.sizes.row.form;
    let width = theme.sizes.space.xxl * 4.0;
    ui.horizontal(|ui| {
        ui.set_min_height(height);
        let layout = Layout::left_to_right(Align::Center);
        let label = ui.allocate_ui_with_layout(Vec2::new(width, height), layout, |ui| {
            ui.set_min_width(width);
            field_label(ui, theme, name)
        });
        ui.spacing_mut().combo_width = ui.spacing().text_edit_width;
        field(ui).labelled_by(label.inner.id);
    });
}
