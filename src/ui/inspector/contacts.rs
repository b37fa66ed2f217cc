//! The people to turn to at a party: who, where, and how to reach them.

use egui::{Label, Ui};

use super::{opener, wants_focus};
use crate::document::Edit;
use crate::model::words::fold;
use crate::model::{Contact, ContactId, Party};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::widgets::{
    Form, button, caption, icon_button, marking_chip, muted, paragraph, section,
};

/// The contacts of a party, by name; the selected one has its form below it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, party: &Party) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("engagement-contacts")));
    let of_party = cx.snapshot.contacts.iter().filter(|contact| contact.party == party.id);
    let mut contacts: Vec<_> = of_party.collect();
    contacts.sort_by_cached_key(|contact| (fold(&contact.name), contact.id));
    if contacts.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("engagement-no-contacts"))));
    }
    let memory = ui.scope_id().with("open-contact");
    let open = ui.data(|data| data.get_temp::<ContactId>(memory));
    for contact in &contacts {
        let is_open = open == Some(contact.id);
        if line(ui, cx, contact, is_open) {
            let next = if is_open { ContactId(uuid::Uuid::nil()) } else { contact.id };
            ui.data_mut(|data| data.insert_temp(memory, next));
        }
        if is_open {
            form(ui, cx, state, contact);
        } else {
            reach(ui, cx, contact);
        }
    }
    let words = text.get(msg!("add-contact"));
    let add =
        ui.add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words)).inner;
    if add.clicked() {
        let name = text.get(msg!("new-contact"));
        let contact = Contact::new(party.id, name, cx.snapshot.dossier.marking);
        ui.data_mut(|data| data.insert_temp(memory, contact.id));
        state.focus_inspector = true;
        cx.apply(Edit::add(contact, text.of(&party.name)));
    }
}

/// The name and the function, as a button that opens the form.
fn line(ui: &mut Ui, cx: &Cx<'_>, contact: &Contact, is_open: bool) -> bool {
    let theme = &cx.theme;
    let parts = [&contact.name, &contact.function].into_iter().filter(|part| !part.is_empty());
    let words = parts.map(String::as_str).collect::<Vec<_>>().join(", ");
    let marking = |ui: &mut Ui| {
        if let Some(marking) = contact.marking {
            marking_chip(ui, theme, marking);
        }
    };
    ui.horizontal(|ui| opener(ui, cx, is_open, (&words, contact.record_id()), marking)).inner
}

/// Where the person is, and how to reach them.
fn reach(ui: &mut Ui, cx: &Cx<'_>, contact: &Contact) {
    let Contact { organisation, email, telephone, language, .. } = contact;
    let parts = [organisation, email, telephone, language];
    let parts = parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
    let words = parts.collect::<Vec<_>>().join(" · ");
    if !words.is_empty() {
        // Can be selected and copied into a letter.
        ui.indent("reach", |ui| ui.add(Label::new(caption(&cx.theme, words)).wrap()));
    }
}

fn form(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, contact: &Contact) {
    let mut draft = contact.clone();
    let mut form = Form::new(ui, cx, contact.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "name", &mut draft.name);
    form.line(ui, "function", &mut draft.function);
    form.line(ui, "organisation", &mut draft.organisation);
    form.line(ui, "email", &mut draft.email);
    form.line(ui, "telephone", &mut draft.telephone);
    form.line(ui, "language", &mut draft.language);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *contact).then(|| Edit::change(draft, contact.name.as_str()));
    form.finish(ui, edit);
    let words = cx.text.get(msg!("delete-contact"));
    let delete = ui
        .add_enabled_ui(!cx.read_only, |ui| icon_button(ui, &cx.theme, Icon::Delete, words))
        .inner;
    if delete.clicked() {
        cx.push(Action::AskDelete(vec![contact.record_id()]));
    }
    ui.add_space(cx.theme.sizes.space.s);
}
