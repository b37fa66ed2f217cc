//! How far two parties trust each other.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::model::words::fold;
use crate::model::{Party, Relation, RelationId, Trust};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, When, acts, button, caption, link, muted, paragraph, party_choices, picker, section,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: RelationId) -> Option<()> {
    let relation = cx.snapshot.relations.get(id)?;
    let [a, b] = relation.parties;
    let (a, b) = (cx.snapshot.parties.get(a)?, cx.snapshot.parties.get(b)?);
    let text = cx.text;
    let title = format!("{} – {}", text.of(&a.name), text.of(&b.name));
    head(ui, cx, &title, text.get(msg!("relation-about")), relation.marking);
    let mut draft = relation.clone();
    let mut form = Form::new(ui, cx, relation.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.choice(ui, "trust", &mut draft.trust);
    form.day(ui, "date", &mut draft.date, When::Said);
    form.text(ui, "rationale", &mut draft.rationale);
    form.source(ui, &mut draft.source);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *relation).then(|| Edit::change(draft, title));
    form.finish(ui, edit);
    ui.add_space(cx.theme.sizes.space.s);
    for party in [a, b] {
        if link(ui, &cx.theme, text.of(&party.name)).clicked() {
            cx.push(Action::Select(Selection::Party(party.id)));
        }
    }
    delete_button(ui, cx, relation.record_id(), text.get(msg!("delete-relation")));
    Some(())
}

/// The trust between two parties in words: `−2, hostile`.
pub(super) fn trust_words(cx: &Cx<'_>, trust: Trust) -> String {
    format!("{}, {}", trust.sign(), crate::text::lower(cx.text.label(trust)))
}

/// A party's relations, newest first, and a button to add one.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, party: &Party) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("relations")));
    let mut found: Vec<_> = cx
        .snapshot
        .relations
        .iter()
        .filter_map(|relation| {
            let other = cx.snapshot.parties.get(relation.other(party.id)?)?;
            Some((relation, other))
        })
        .collect();
    found.sort_by_cached_key(|(relation, other)| {
        (fold(text.of(&other.name)), std::cmp::Reverse((relation.date, relation.id)))
    });
    if found.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("relations-empty"))));
    }
    for (relation, other) in found {
        ui.horizontal_wrapped(|ui| {
            let leads = link(ui, theme, text.of(&other.name));
            acts::menu_of(cx, &leads, relation.record_id());
            if leads.clicked() {
                cx.push(Action::Select(Selection::Relation(relation.id)));
            }
            let words =
                format!("{} · {}", trust_words(cx, relation.trust), text.day(relation.date));
            ui.label(caption(theme, words));
        });
    }
    let words = text.get(msg!("add-relation"));
    let response =
        ui.add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words)).inner;
    let chosen = picker(cx, &response, words, || party_choices(cx, |other| other != party.id));
    if let Some(other) = chosen {
        let mut relation = Relation::new([party.id, other], Trust::Neutral, cx.today);
        relation.author = cx.author.to_owned();
        let id = relation.id;
        let name = cx.snapshot.parties.get(other).map_or("", |other| text.of(&other.name));
        cx.apply(Edit::add(relation, format!("{} – {name}", text.of(&party.name))));
        cx.push(Action::Select(Selection::Relation(id)));
        state.focus_inspector = true;
    }
}
