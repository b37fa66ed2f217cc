//! A source: its fields, and the records that rest on it.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::{Edit, resting_on};
use crate::explain::record_title;
use crate::model::{Record, RecordId, SourceId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::selection::{selection_of, selection_of_entry};
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{Form, When, caption, link, section};

/// Records listed.
const MOST: usize = 50;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: SourceId) -> Option<()> {
    let source = cx.snapshot.sources.get(id)?;
    let text = cx.text;
    head(ui, cx, source.short(), text.label(source.kind), source.marking);
    let mut draft = source.clone();
    let mut form = Form::new(ui, cx, source.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "symbol", &mut draft.symbol);
    form.text(ui, "title", &mut draft.title);
    form.line(ui, "issuer", &mut draft.issuer);
    form.date(ui, "date", &mut draft.date, When::Said);
    form.choice(ui, "kind", &mut draft.kind);
    form.line(ui, "link", &mut draft.link);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *source).then(|| Edit::change(draft, source.short()));
    form.finish(ui, edit);
    if source.link.starts_with("https://") || source.link.starts_with("http://") {
        ui.horizontal(|ui| {
            ui.label(Icon::Link.text(&cx.theme).color(cx.theme.colours.accent));
            ui.hyperlink(&source.link);
        });
    }
    resting(ui, cx, source.record_id());
    delete_button(ui, cx, source.record_id(), text.get(msg!("delete-source")));
    Some(())
}

/// The records that rest on the source, each linked.
fn resting(ui: &mut Ui, cx: &Cx<'_>, source: RecordId) {
    let text = cx.text;
    // A large dossier has a million entries, too many to scan every frame.
    let found = cx.kept(ui, egui::Id::unique(("resting", source.id)), || {
        let all = resting_on(cx.snapshot, source);
        let named = all.iter().take(MOST).filter_map(|record| {
            let id = record.record_id();
            let to = match record {
                Record::Position(entry) => selection_of_entry(entry),
                _ => selection_of(cx.snapshot, id)?,
            };
            Some((record_title(text, cx.snapshot, id), to))
        });
        Resting { count: all.len(), shown: named.collect() }
    });
    section(ui, &cx.theme, &text.with(msg!("source-resting"), &[("count", found.count.into())]));
    for (title, to) in &found.shown {
        if link(ui, &cx.theme, title).clicked() {
            cx.push(Action::Select(*to));
        }
    }
    if found.count > found.shown.len() {
        let more = [("count", (found.count - found.shown.len()).into())];
        ui.label(caption(&cx.theme, text.with(msg!("and-more"), &more)));
    }
}

struct Resting {
    count: usize,
    shown: Vec<(String, Selection)>,
}
