//! Remedies with a precedent, by obstacle.

use egui::Ui;

use super::{has, provenance};
use crate::library::{instruments, obstacle_text, tried_remedies};
use crate::model::{Keyed, Obstacle};
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::widgets::{caption, muted, paragraph, section, strong};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let text = cx.text;
    for obstacle in Obstacle::ALL {
        let rows: Vec<_> = tried_remedies()
            .iter()
            .filter(|row| row.obstacle == *obstacle)
            .filter(|row| {
                let words = [row.title(), row.text()];
                has(wanted, &[text.of(&words[0]), text.of(&words[1]), &row.precedents.join(" ")])
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        let name = obstacle_text(*obstacle).name();
        section(ui, &cx.theme, &format!("{}  {}", obstacle.number(), text.of(&name)));
        for row in rows {
            ui.label(strong(&cx.theme, text.of(&row.title())));
            paragraph(ui, text.of(&row.text()));
            paragraph(ui, muted(&cx.theme, text.of(&row.limits())));
            let precedents: Vec<_> =
                row.precedents.iter().map(|code| precedent(cx, code)).collect();
            let arguments = [
                ("kind", text.label(row.kind).into()),
                ("precedents", lower(&precedents.join("; ")).into()),
            ];
            ui.label(caption(&cx.theme, text.with(msg!("remedy-builds-on"), &arguments)));
            provenance(ui, cx, &row.source, row.confidence);
        }
    }
}

/// A numbered measure with its title and document.
fn precedent(cx: &Cx<'_>, code: &str) -> String {
    instruments().iter().find(|row| row.code == code).map_or_else(
        || code.to_owned(),
        |row| format!("{code} ({}, {})", cx.text.of(&row.title()), row.document),
    )
}
