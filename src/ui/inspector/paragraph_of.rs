//! A paragraph of a text: its number, its words, and how far it has come.

use egui::Ui;

use super::{delete_button, head, wants_focus, word_stances};
use crate::analysis::{Owners, asks, words_of};
use crate::document::Edit;
use crate::explain::{fate_lines, stranger, title_of, words_read};
use crate::model::{Ask, AskId, Fate, Paragraph, ParagraphId, Ruling, RulingId, VersionId};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::widgets::{self, Form, When, button, caption, icon_button, muted, section, strong};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ParagraphId) -> Option<()> {
    let paragraph = cx.snapshot.paragraphs.get(id)?;
    let title = title_of(cx.text, cx.snapshot, &paragraph.clone().into());
    head(ui, cx, &title, cx.text.label(paragraph.status), paragraph.marking);
    let mut draft = paragraph.clone();
    let mut form = Form::new(ui, cx, paragraph.record_id());
    if wants_focus(state) {
        form.focus_on("words");
    }
    form.text(ui, "words", &mut draft.words);
    strangers(ui, cx, paragraph);
    form.line(ui, "number", &mut draft.number);
    form.choice(ui, "kind", &mut draft.kind);
    form.choice(ui, "status", &mut draft.status);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    if draft.words != paragraph.words {
        draft.words = Owners::new(cx.snapshot).stored(&draft.words);
    }
    let edit = (draft != *paragraph).then(|| Edit::change(draft, &*title));
    form.finish(ui, edit);
    word_stances::show(ui, cx, paragraph);
    before(ui, cx, paragraph);
    asks_on(ui, cx, id);
    delete_button(ui, cx, paragraph.record_id(), cx.text.get(msg!("delete-paragraph")));
    version_of(ui, cx, paragraph.version);
    Some(())
}

/// Those who ask for something here and whom the dossier does not know.
fn strangers(ui: &mut Ui, cx: &Cx<'_>, paragraph: &Paragraph) {
    let found = cx.kept_for(ui, egui::Id::unique("strangers"), paragraph.id, || {
        let owners = Owners::new(cx.snapshot);
        let suggested = |name: &String| owners.suggested(name).map(str::to_owned);
        let each = owners.strangers(&words_of(paragraph)).into_iter();
        each.map(|name| (suggested(&name), name)).collect::<Vec<_>>()
    });
    for (suggested, name) in found.iter() {
        let numbers = [paragraph.number.clone()];
        let words = stranger(cx.text, name, suggested.as_deref(), &numbers);
        widgets::paragraph(ui, muted(&cx.theme, words));
    }
}

/// The paragraph in earlier versions, newest first.
fn before(ui: &mut Ui, cx: &Cx<'_>, now: &Paragraph) {
    let (theme, text) = (&cx.theme, cx.text);
    let found = cx.kept_for(ui, egui::Id::unique("paragraph-before"), now.id, || {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut at = now;
        // A hostile file may make the chain a ring.
        for _ in 0..cx.snapshot.versions.len() {
            let Some(old) = at.follows.and_then(|id| cx.snapshot.paragraphs.get(id)) else { break };
            let version = cx.snapshot.versions.get(old.version).map_or("", |it| it.name.as_str());
            let head = [version, old.number.as_str(), text.label(old.status)];
            let head: Vec<_> = head.into_iter().filter(|it| !it.is_empty()).collect();
            found.push((head.join(" · "), words_read(text, &words_of(old))));
            at = old;
        }
        found
    });
    if found.is_empty() {
        return;
    }
    section(ui, theme, text.get(msg!("section-paragraph-before")));
    for (head, words) in found.iter() {
        ui.label(caption(theme, head));
        widgets::paragraph(ui, words.as_str());
        ui.add_space(theme.sizes.space.s);
    }
}

/// The version that the paragraph is in.
fn version_of(ui: &mut Ui, cx: &Cx<'_>, id: VersionId) -> Option<()> {
    let version = cx.snapshot.versions.get(id)?;
    section(ui, &cx.theme, cx.text.field("version"));
    let mut draft = version.clone();
    let mut form = Form::new(ui, cx, version.record_id());
    form.line(ui, "name", &mut draft.name);
    form.day_or_none(ui, "date", &mut draft.date, When::Past);
    form.line(ui, "put_forward", &mut draft.put_forward);
    form.source(ui, &mut draft.source);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *version).then(|| Edit::change(draft, &*version.name));
    form.finish(ui, edit);
    delete_button(ui, cx, version.record_id(), cx.text.get(msg!("delete-version")));
    Some(())
}

/// The user's own wordings on the proposal, with what became of each in this version.
fn asks_on(ui: &mut Ui, cx: &Cx<'_>, id: ParagraphId) -> Option<()> {
    let (theme, text) = (&cx.theme, cx.text);
    let paragraph = cx.snapshot.paragraphs.get(id)?;
    let version = cx.snapshot.versions.get(paragraph.version)?;
    section(ui, theme, text.get(msg!("section-asks")));
    let found = cx.kept_for(ui, egui::Id::unique("asks"), (version.id, id), || {
        let all = asks(cx.snapshot, version.proposal, version).into_iter();
        let told = all.map(|it| Told {
            ask: it.ask.id,
            here: it.made_for.contains(&id) || it.paragraph.is_some_and(|it| it.id == id),
            fate: it.fate(),
            why: fate_lines(text, &it.worked_out).join(" "),
            number: it.paragraph.map(|it| it.number.clone()),
            ruling: it.ruling.map(|it| it.id),
        });
        let mut told: Vec<_> = told.collect();
        // In the order in which they were noted, so that the newest appears where it was added.
        told.sort_by_key(|it| it.ask);
        told
    });
    let (here, others): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.here);
    let each = |ui: &mut Ui, all: Vec<&Told>| {
        for told in all {
            let Some(ask) = cx.snapshot.asks.get(told.ask) else { continue };
            ui.push_id(ask.id.0, |ui| form_of(ui, cx, (ask, version.id), told));
        }
    };
    each(ui, here);
    ui.add_enabled_ui(!cx.read_only, |ui| {
        if button(ui, theme, Some(Icon::Add), text.get(msg!("add-ask"))).clicked() {
            let new = Ask { paragraph: Some(id), ..Ask::new(version.proposal, "") };
            ui.data_mut(|data| data.insert_temp(new_ask(), new.id));
            cx.apply(Edit::add(new, &*paragraph.number));
        }
    });
    if !others.is_empty() {
        section(ui, theme, text.get(msg!("section-asks-elsewhere")));
        each(ui, others);
    }
    Some(())
}

/// The wording just added, which is typed next.
fn new_ask() -> egui::Id {
    egui::Id::unique("new-ask")
}

/// The fate of one of the user's wordings, where it was found, and the user's judgement if there is
/// one.
struct Told {
    ask: AskId,
    // Whether it was noted on this paragraph, or is found in it.
    here: bool,
    fate: Fate,
    why: String,
    number: Option<String>,
    ruling: Option<RulingId>,
}

/// One of the user's wordings: what became of it, where, and its fields.
fn form_of(ui: &mut Ui, cx: &Cx<'_>, (ask, version): (&Ask, VersionId), told: &Told) {
    let (theme, text) = (&cx.theme, cx.text);
    let (fate, number) = (told.fate, told.number.as_deref());
    let is_asked = !ask.wanted.trim().is_empty();
    ui.horizontal(|ui| {
        if is_asked || fate == Fate::Crossed {
            ui.label(strong(theme, text.label(fate)));
        }
        if let Some(number) = number {
            ui.label(number);
        }
        let words = text.get(msg!("delete-ask"));
        let clicked = ui.add_enabled_ui(!cx.read_only, |ui| {
            icon_button(ui, theme, Icon::Delete, words).clicked()
        });
        if clicked.inner {
            cx.apply(Edit::delete(cx.snapshot, ask.id.into(), &*ask.wanted));
        }
    });
    if is_asked && !told.why.is_empty() {
        widgets::paragraph(ui, muted(theme, told.why.as_str()));
    }
    if is_asked {
        judged(ui, cx, (ask, version), told);
    }
    let mut draft = ask.clone();
    let mut form = Form::new(ui, cx, ask.record_id());
    if ui.data(|data| data.get_temp(new_ask())) == Some(ask.id) {
        ui.data_mut(|data| data.remove::<AskId>(new_ask()));
        form.focus_on("wanted");
    }
    form.text(ui, "wanted", &mut draft.wanted);
    form.text(ui, "fallback", &mut draft.fallback);
    form.text(ui, "red_line", &mut draft.red_line);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *ask).then(|| Edit::change(draft, &*ask.wanted));
    form.finish(ui, edit);
}

/// The user's own judgement of what became of a wording, with the reason; or a way to give one.
fn judged(ui: &mut Ui, cx: &Cx<'_>, (ask, version): (&Ask, VersionId), told: &Told) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(ruling) = told.ruling.and_then(|id| cx.snapshot.rulings.get(id)) else {
        let words = text.get(msg!("ask-judge"));
        let judge = |ui: &mut Ui| button(ui, theme, None, words).clicked();
        if ui.add_enabled_ui(!cx.read_only, judge).inner {
            cx.apply(Edit::add(Ruling::new(ask.id, version, told.fate, ""), &*ask.wanted));
        }
        return;
    };
    let mut draft = ruling.clone();
    let mut form = Form::new(ui, cx, ruling.record_id());
    form.choice(ui, "fate", &mut draft.fate);
    form.text_called(ui, "reason", text.get(msg!("ask-judge-why")), &mut draft.reason);
    let edit = (draft != *ruling).then(|| Edit::change(draft, &*ask.wanted));
    form.finish(ui, edit);
    let words = text.get(msg!("ask-judge-not"));
    let withdraw = |ui: &mut Ui| button(ui, theme, None, words).clicked();
    if ui.add_enabled_ui(!cx.read_only, withdraw).inner {
        cx.apply(Edit::delete(cx.snapshot, ruling.id.into(), &*ask.wanted));
    }
}
