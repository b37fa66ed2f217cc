//! The dossier's backups, to restore one into a new file.

use chrono::{DateTime, Utc};
use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::icon::Icon;
use super::super::widgets::{button, choice_card, muted, paragraph, scrolled};
use crate::explain::size_words;
use crate::store::Backup;
use crate::text::msg;

/// A backup, and how it differs from the dossier.
#[derive(Clone, Debug)]
pub struct BackupLine {
    /// The backup.
    pub backup: Backup,
    /// How many steps it is behind; `None` if it belongs to another copy.
    pub behind: Option<usize>,
    /// Its last step, in words.
    pub last: String,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, lines: &[BackupLine]) {
    let (theme, text) = (&base.theme, base.text);
    if lines.is_empty() {
        paragraph(ui, text.get(msg!("backups-none")));
    } else {
        paragraph(ui, muted(theme, text.get(msg!("backups-about"))));
        ui.add_space(theme.sizes.space.s);
        scrolled(ui, theme.sizes.space.xxl * 9.0).show(ui, |ui| {
            for line in lines {
                let title = title(base, line.backup.time, line.backup.bytes);
                if choice_card(ui, theme, Icon::History, &title, &about(base, line)).clicked() {
                    base.push(Action::Restore(line.backup.path.clone()));
                }
                ui.add_space(theme.sizes.space.xs);
            }
        });
    }
    ui.add_space(theme.sizes.space.m);
    if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
        base.push(Action::Dismiss);
    }
}

fn title(base: &Base<'_>, time: DateTime<Utc>, bytes: u64) -> String {
    format!("{} · {}", base.text.moment(time), size_words(base.text, bytes))
}

fn about(base: &Base<'_>, line: &BackupLine) -> String {
    let text = base.text;
    let differs = match line.behind {
        None => text.get(msg!("backup-other")).to_owned(),
        Some(0) => text.get(msg!("backup-same")).to_owned(),
        Some(behind) => text.with(msg!("backup-behind"), &[("count", behind.into())]),
    };
    if line.last.is_empty() {
        return differs;
    }
    format!("{differs} {}", text.with(msg!("backup-last"), &[("step", line.last.as_str().into())]))
}
