//! Adds a version: the text is pasted, aligned with the last version, and reviewed first.

use std::sync::Arc;

use egui::{Event, Key, ScrollArea, TextEdit, Ui};

use crate::analysis::{Owners, versions};
use crate::document::{
    Laid, NewVersion, Remarked, is_version_name, lay, usual_marking, usual_name, version_edit,
};
use crate::draft::{Draft, Fit, paragraphs, stamp};
use crate::exchange::TextFile;
use crate::explain::{explain_docx_remark, explain_stamp, version_lines};
use crate::model::{Keyed, Marking, Proposal};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, TakingText, TextState, ViewState};
use crate::ui::widgets::{
    Chip, button, caption, drop_down, muted, option_label, paragraph, primary_button, strong,
    text_menu, warning,
};

/// How many doubtful paragraphs are asked about at once; the others follow once these are settled.
const ASKED: usize = 12;

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, proposal: &Proposal) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(mut taking) = state.text.taking.take() else { return };
    // Typed text is left only through the button, which asks first.
    let nothing = taking.typed.is_empty() && taking.file.is_none();
    let mut leave = nothing && ui.input(|input| input.key_pressed(Key::Escape));
    let next = usual_name(cx.snapshot, proposal.id);
    let name = match taking.name.trim() {
        "" => next.clone(),
        name => name.to_owned(),
    };
    let is_taken = is_version_name(cx.snapshot, proposal.id, &name);
    let stamp = match &taking.file {
        Some(file) => file.stamp.clone(),
        None => stamp([], taking.typed.lines()),
    };
    let usual = || usual_marking(cx.snapshot, proposal.id, stamp.as_ref());
    let marking = taking.marking.unwrap_or_else(usual);
    let mut take = false;
    let pressed = take_in_pressed(ui);
    ScrollArea::vertical().id_salt("text-taking").auto_shrink(false).show(ui, |ui| {
        ui.label(muted(theme, text.field("name")));
        ui.horizontal(|ui| {
            let name = TextEdit::singleline(&mut taking.name)
                .hint_text(&next)
                .desired_width(theme.sizes.space.xxl * 8.0);
            let field = ui.add(name).accessible_name(text.get(msg!("text-name")));
            text_menu(ui, cx, &field);
            mark(ui, cx, &mut taking.marking, marking);
        });
        if let Some(stamp) = &stamp {
            let words = explain_stamp(text, stamp);
            if marking.unwrap_or(cx.snapshot.dossier.marking) < stamp.marking {
                warning(ui, theme, &words);
            } else {
                paragraph(ui, muted(theme, words));
            }
        }
        if is_taken {
            let words = text.with(msg!("text-name-taken"), &[("name", name.as_str().into())]);
            warning(ui, theme, &words);
        }
        ui.add_space(theme.sizes.space.s);
        match taking.file.clone() {
            Some(file) => of_file(ui, cx, &file),
            None => typing(ui, cx, &mut taking),
        }
        ui.add_space(theme.sizes.space.s);
        let key = (
            proposal.id,
            taking.typed.clone(),
            taking.file.as_ref().map(Arc::as_ptr).map(|it| it as usize),
            taking.agreed.clone(),
        );
        let read =
            cx.kept_for(ui, egui::Id::unique("text-taking"), key, || read(cx, proposal, &taking));
        if !read.draft.paragraphs.is_empty() {
            found(ui, cx, &name, &mut taking, &read);
        }
        ui.add_space(theme.sizes.space.m);
        ui.horizontal(|ui| {
            let ready = !read.draft.paragraphs.is_empty() && !is_taken;
            let words = text.get(msg!("text-take-in"));
            let button_in = ui.add_enabled_ui(ready, |ui| primary_button(ui, theme, words)).inner;
            take = ready && (button_in.clicked() || pressed);
            if taking.leaving && !nothing {
                leave |= button(ui, theme, None, text.get(msg!("text-drop"))).clicked();
                taking.leaving = !button(ui, theme, None, text.get(msg!("text-go-on"))).clicked();
            } else if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
                (leave, taking.leaving) = (nothing, true);
            }
        });
        if take {
            take_in(cx, proposal, (&name, marking), &read, &taking);
        }
    });
    if take {
        // The first thing to know is what became of the text.
        let before = !versions(cx.snapshot, proposal.id).is_empty();
        let changed = before || !proposal.text.trim().is_empty();
        let proposal = Some(proposal.id);
        state.text = TextState { proposal, changed, ..TextState::default() };
        // The selected paragraph belongs to the previous version.
        state.selection = proposal.map_or(Selection::Nothing, Selection::Proposal);
    } else if !leave {
        state.text.taking = Some(taking);
    }
}

/// Whether Ctrl+Enter was pressed, which from then on nothing else hears: beside the field it would also press
/// the button that has the focus.
fn take_in_pressed(ui: &Ui) -> bool {
    // As it was when the key went down: in a slow frame it is let go of already.
    let is_pressed = |it: &Event| match it {
        Event::Key { key: Key::Enter, pressed: true, modifiers, .. } => modifiers.command,
        _ => false,
    };
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|it| !is_pressed(it));
        input.events.len() < before
    })
}

/// What was read of the typed text, beside the last version.
struct Read {
    draft: Draft,
    remarks: Vec<(usize, Remarked)>,
    laid: Laid,
    // Names that clearly point to a party, with its code.
    suggested: Vec<(String, String)>,
}

fn read(cx: &Cx<'_>, proposal: &Proposal, taking: &TakingText) -> Read {
    let owners = Owners::new(cx.snapshot);
    let (mut draft, remarks) = match &taking.file {
        Some(file) => (file.draft.clone(), file.remarked(cx.now)),
        None => {
            let draft = paragraphs(&taking.typed, &|name| owners.find(name).is_some());
            (draft, Vec::new())
        }
    };
    let mut suggested: Vec<(String, String)> = Vec::new();
    for it in &mut draft.paragraphs {
        for name in owners.strangers(&it.words) {
            if let Some(code) = owners.suggested(&name)
                && suggested.iter().all(|known| known.0 != name)
            {
                suggested.push((name, code.to_owned()));
            }
        }
        let agreed = |name: &str| taking.agreed.iter().any(|it| it == name);
        it.words = owners.taken_as_suggested(std::mem::take(&mut it.words), &agreed);
    }
    let laid = lay(cx.snapshot, &new(cx, proposal, ("", None), (&draft, &remarks)));
    Read { draft, remarks, laid, suggested }
}

fn new<'a>(
    cx: &Cx<'a>,
    proposal: &Proposal,
    (name, marking): (&'a str, Option<Marking>),
    (draft, remarks): (&'a Draft, &'a [(usize, Remarked)]),
) -> NewVersion<'a> {
    NewVersion {
        proposal: proposal.id,
        name,
        date: Some(cx.entry_day()),
        marking,
        paragraphs: &draft.paragraphs,
        remarks,
        first: cx.text.get(msg!("text-so-far")),
        from_file: false,
    }
}

/// How confidential the version is.
fn mark(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Option<Option<Marking>>, now: Option<Marking>) {
    let text = cx.text;
    let own = cx.snapshot.dossier.marking.label();
    let own = text.with(msg!("marking-own"), &[("marking", own.into())]);
    let words = |it: Option<Marking>| it.map_or(own.as_str(), |it| it.label());
    let label = text.field("marking");
    let chip = Chip::new(words(now)).menu().show(ui, &cx.theme);
    let chip = chip.accessible_name(format!("{label}: {}", words(now)));
    drop_down(&chip).accessible_name(label).show(|ui| {
        for option in std::iter::once(None).chain(Marking::ALL.iter().copied().map(Some)) {
            if option_label(ui, option == now, words(option)).clicked() {
                *chosen = Some(option);
                ui.close();
            }
        }
    });
}

/// The field for a text that is pasted or typed, and the way to a file.
fn typing(ui: &mut Ui, cx: &Cx<'_>, taking: &mut TakingText) {
    let (theme, text) = (&cx.theme, cx.text);
    if button(ui, theme, Some(Icon::Open), text.get(msg!("text-from-file"))).clicked() {
        cx.push(Action::ChooseText);
    }
    ui.label(muted(theme, text.get(msg!("text-typed"))));
    let typed =
        TextEdit::multiline(&mut taking.typed).desired_rows(12).desired_width(f32::INFINITY);
    let field = ui.add(typed).accessible_name(text.field("words"));
    text_menu(ui, cx, &field);
    if field.changed() {
        // They may be other paragraphs now.
        taking.chosen.clear();
    }
    if !std::mem::replace(&mut taking.begun, true) {
        field.request_focus();
    }
}

/// The remarks on a file that was read: what is not kept as it was.
fn of_file(ui: &mut Ui, cx: &Cx<'_>, file: &TextFile) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.label(muted(theme, text.get(msg!("text-of-file"))));
    for remark in file.remarks.iter().take(ASKED) {
        let words = explain_docx_remark(text, remark, &|at| file.name(at));
        paragraph(ui, muted(theme, words));
    }
    if let Some(more) = file.remarks.len().checked_sub(ASKED).filter(|more| *more > 0) {
        let words = text.with(msg!("text-more-remarks"), &[("count", more.into())]);
        paragraph(ui, muted(theme, words));
    }
}

/// The paragraphs found, and the doubtful ones to be settled.
fn found(ui: &mut Ui, cx: &Cx<'_>, name: &str, taking: &mut TakingText, read: &Read) {
    let (theme, text) = (&cx.theme, cx.text);
    let chosen = &mut taking.chosen;
    let origins = &read.laid.alignment.origins;
    for line in version_lines(text, name, &read.draft.paragraphs, &read.laid) {
        paragraph(ui, strong(theme, line));
    }
    ui.horizontal_wrapped(|ui| {
        for (name, party) in &read.suggested {
            let values = [("name", name.as_str().into()), ("party", party.as_str().into())];
            let words = text.with(msg!("text-take-as"), &values);
            let agreed = taking.agreed.contains(name);
            if Chip::new(&words).active(agreed).show(ui, theme).clicked() {
                taking.agreed.retain(|it| it != name);
                taking.agreed.extend((!agreed).then(|| name.clone()));
            }
        }
    });
    let unread: usize = read.draft.paragraphs.iter().map(|it| it.remarks.len()).sum();
    // For a document they are named above, with their places.
    if unread > 0 && taking.file.is_none() {
        paragraph(ui, muted(theme, text.with(msg!("text-unread"), &[("count", unread.into())])));
    }
    for at in read.laid.alignment.doubtful().take(ASKED) {
        let (Some(origin), Some(it)) = (origins.get(at), read.draft.paragraphs.get(at)) else {
            continue;
        };
        let Fit::Doubtful(candidates) = &origin.fit else { continue };
        let settled = chosen.iter().find(|(place, _)| *place == at).map(|(_, to)| *to);
        let held = settled.unwrap_or(origin.follows);
        let opening: String = it.typed.chars().take(80).collect();
        ui.add_space(theme.sizes.space.s);
        paragraph(ui, format!("{} {opening}…", it.number));
        ui.horizontal_wrapped(|ui| {
            ui.label(caption(theme, text.get(msg!("text-continues"))));
            let mut choose = |ui: &mut Ui, to: Option<usize>, words: &str| {
                if ui.selectable_label(held == to, words).clicked() {
                    chosen.retain(|(place, _)| *place != at);
                    chosen.push((at, to));
                }
            };
            for candidate in candidates {
                let old = read.laid.before.get(candidate.old);
                let number = old.map_or("", |it| it.number.as_str());
                let opening: String = old.map_or("", |it| &it.words).chars().take(40).collect();
                let share = text.chance(candidate.likeness.into());
                choose(ui, Some(candidate.old), &format!("{number} {opening}… ({share})"));
            }
            choose(ui, None, text.get(msg!("turned-new")));
        });
    }
}

fn take_in(
    cx: &Cx<'_>,
    proposal: &Proposal,
    (name, marking): (&str, Option<Marking>),
    read: &Read,
    taking: &TakingText,
) {
    let mut laid = read.laid.clone();
    for (at, to) in &taking.chosen {
        if let Some(origin) = laid.alignment.origins.get_mut(*at) {
            origin.follows = *to;
        }
    }
    let new = new(cx, proposal, (name, marking), (&read.draft, &read.remarks));
    let new = NewVersion { from_file: taking.file.is_some(), ..new };
    cx.apply(version_edit(&new, laid));
    cx.push(Action::Say(cx.text.with(msg!("text-taken"), &[("version", name.into())])));
}
