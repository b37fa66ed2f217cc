//! The stances on the words of a paragraph, and on each alternative in it.

use egui::{CollapsingHeader, Id, Ui};

use crate::analysis::{Wording, wordings};
use crate::document::Edit;
use crate::explain::words_said;
use crate::model::{Camp, Keyed, Paragraph, Speaker, WordStance};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::widgets::{
    Choice, Form, When, acts, button, caption, group_choices, icon_button, muted, paragraph,
    party_choices, picker, section, stance_buttons, strong, tally_bar, tally_words,
};

/// A speaker whose stance on a wording is being set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Saying {
    on: (crate::model::ParagraphId, u32),
    by: Speaker,
}

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, on: &Paragraph) {
    let text = cx.text;
    section(ui, &cx.theme, text.get(msg!("section-word-stances")));
    let key = (on.id, cx.as_of);
    let found = cx.kept_for(ui, Id::unique("word-stances"), key, || {
        wordings(cx.snapshot, &cx.figures.coalition().camps, on, cx.as_of)
    });
    let found: &Vec<Wording> = &found;
    for wording in found {
        ui.push_id(("wording", wording.alternative), |ui| show_one(ui, cx, on, wording));
    }
}

fn show_one(ui: &mut Ui, cx: &Cx<'_>, on: &Paragraph, wording: &Wording) {
    let (theme, text) = (&cx.theme, cx.text);
    let head = match wording.alternative {
        0 => text.get(msg!("words-as-they-stand")).to_owned(),
        number => {
            let words = wording.words.as_str().into();
            text.with(msg!("words-alternative"), &[("number", number.into()), ("words", words)])
        }
    };
    paragraph(ui, strong(theme, head));
    if wording.said.is_empty() {
        ui.label(muted(theme, text.get(msg!("words-nothing-said"))));
    } else {
        let size = egui::vec2(ui.available_width(), theme.sizes.space.s);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        tally_bar(ui.painter(), theme, rect, &wording.stances.tally);
        let words = tally_words(text, &wording.stances.tally);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words.as_str()));
        response.on_hover_text(tally_words(text, &wording.stances.tally));
        paragraph(ui, caption(theme, words_said(text, wording)));
        for camp in Camp::ALL.iter().filter(|it| wording.stances.camp(**it).known() > 0) {
            let tally = tally_words(text, wording.stances.camp(*camp));
            paragraph(ui, caption(theme, format!("{}: {tally}", text.label(*camp))));
        }
    }
    for said in &wording.said {
        ui.push_id(said.id.0, |ui| entry(ui, cx, said));
    }
    ui.add_enabled_ui(!cx.read_only, |ui| add(ui, cx, on, wording.alternative));
    ui.add_space(theme.sizes.space.s);
}

/// Chooses a speaker, then the stance.
fn add(ui: &mut Ui, cx: &Cx<'_>, on: &Paragraph, alternative: u32) {
    let (theme, text) = (&cx.theme, cx.text);
    let memory = Id::unique("word-stance-saying");
    let saying = ui.data(|data| data.get_temp::<Saying>(memory));
    let here = saying.filter(|it| it.on == (on.id, alternative));
    let chooser = button(ui, theme, Some(Icon::Add), text.get(msg!("words-add-stance")));
    let choices = || {
        let party = party_choices(cx, |_| true).into_iter();
        let group = group_choices(cx, |_| true).into_iter();
        let party = party.map(|it| Choice { value: Speaker::Party(it.value), name: it.name });
        party
            .chain(group.map(|it| Choice { value: Speaker::Group(it.value), name: it.name }))
            .collect()
    };
    if let Some(by) = picker(cx, &chooser, text.get(msg!("words-who")), choices) {
        let saying = Saying { on: (on.id, alternative), by };
        ui.data_mut(|data| data.insert_temp(memory, saying));
    }
    let Some(Saying { by, .. }) = here else { return };
    ui.label(name(cx, by));
    if let Some(stance) = stance_buttons(ui, theme, text, None) {
        let new = WordStance { alternative, ..WordStance::new(on.id, by, stance, cx.entry_day()) };
        cx.apply(Edit::add(new, format!("{} {}", code(cx, by), on.number)));
        ui.data_mut(|data| data.remove::<Saying>(memory));
    }
}

fn name(cx: &Cx<'_>, by: Speaker) -> String {
    match by {
        Speaker::Party(id) => cx.snapshot.parties.get(id).map(|it| cx.text.of(&it.name)),
        Speaker::Group(id) => cx.snapshot.groups.get(id).map(|it| cx.text.of(&it.name)),
    }
    .unwrap_or_default()
    .to_owned()
}

fn code<'a>(cx: &Cx<'a>, by: Speaker) -> &'a str {
    match by {
        Speaker::Party(id) => cx.snapshot.parties.get(id).map_or("", |it| it.code.as_str()),
        Speaker::Group(id) => cx.snapshot.groups.get(id).map_or("", |it| it.code.as_str()),
    }
}

/// One speaker's stance, with its fields.
fn entry(ui: &mut Ui, cx: &Cx<'_>, said: &WordStance) {
    let text = cx.text;
    let stance = text.stance(said.stance);
    let code = code(cx, said.by);
    let head = format!("{code} · {stance} · {}", text.day(said.date));
    ui.horizontal(|ui| {
        let words = text.with(msg!("words-delete-stance"), &[("who", code.into())]);
        let delete = ui.add_enabled_ui(!cx.read_only, |ui| {
            icon_button(ui, &cx.theme, Icon::Delete, &words).clicked()
        });
        if delete.inner {
            cx.apply(Edit::delete(cx.snapshot, said.id.into(), head.as_str()));
        }
        let shown = CollapsingHeader::new(head.as_str()).id_salt(said.id.0).show(ui, |ui| {
            let mut draft = said.clone();
            let mut form = Form::new(ui, cx, said.record_id());
            form.stance(ui, &mut draft.stance);
            form.day(ui, "date", &mut draft.date, When::Past);
            form.choice_or_none(ui, "certainty", &mut draft.certainty);
            form.source(ui, &mut draft.source);
            form.text(ui, "note", &mut draft.note);
            form.marking(ui, &mut draft.marking);
            let edit = (draft != *said).then(|| Edit::change(draft, head.as_str()));
            form.finish(ui, edit);
        });
        acts::menu_of(cx, &shown.header_response, said.record_id());
    });
}
