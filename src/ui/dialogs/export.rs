//! A page as a file: which, for whom, in what language and format, and what is withheld from it.

use std::collections::BTreeMap;

use egui::{ScrollArea, Ui};

use super::super::cx::{Action, Base, Cover};
use super::super::widgets::{button, muted, paragraph, primary_button, warning};
use super::redact::withheld;
use super::settings::choice;
use crate::document::needs_cover;
use crate::model::{Keyed, Language, Marking, Table};
use crate::report::{Chosen, Format, PaperSize, Request, Subject, Turn};
use crate::store::SeenCount;
use crate::text::msg;

/// The choices, and what each ceiling would withhold.
#[derive(Clone, Debug)]
pub struct ExportDraft {
    /// The page asked for.
    pub request: Request,
    /// What a page can be on, the likely one first.
    pub choices: Vec<Chosen>,
    /// Records seen and withheld per table, for the ceilings counted so far.
    pub seen_counts: BTreeMap<Marking, BTreeMap<Table, SeenCount>>,
    /// The marking of the dossier, which its notes have at least.
    pub own: Marking,
    /// Whether the dossier has a passphrase; the file does not inherit it.
    pub protected: bool,
    /// Whether the user agreed to leave such a file unprotected.
    pub in_the_open: bool,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut ExportDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("export-about"))));
    ui.add_space(theme.sizes.space.s);
    let before = draft.request.ceiling;
    let Request { subject, format, paper, ceiling, language, short, on, .. } = &mut draft.request;
    let words = |it: Subject| text.label(it).to_owned();
    // Some pages are on what is selected.
    let choices = |it: Subject| {
        let choices = draft.choices.iter().copied();
        choices.filter(move |chosen| chosen.suits(it)).collect::<Vec<_>>()
    };
    let subjects = Subject::ALL.iter().copied();
    let subjects = subjects.filter(|it| it.topic().is_none() || !choices(*it).is_empty());
    choice(ui, theme, text.get(msg!("export-what")), subject, subjects, words);
    let choices = choices(*subject);
    if !choices.contains(on) {
        *on = choices.first().copied().unwrap_or_default();
    }
    if choices.len() > 1 {
        let words = |it: Chosen| match it {
            Chosen::EveryProposal => text.get(msg!("export-every-proposal")).to_owned(),
            Chosen::Nothing | Chosen::Proposal(_) | Chosen::Party(_) | Chosen::Meeting(_) => {
                text.get(msg!("export-selected")).to_owned()
            }
        };
        choice(ui, theme, text.get(msg!("export-on")), on, choices, words);
    }
    if matches!(subject, Subject::Brief | Subject::Meeting) {
        ui.checkbox(short, text.get(msg!("export-short")));
    }
    let words = |it: Format| format!("{} (.{})", text.label(it), it.ending());
    let formats = Format::ALL.iter().copied();
    choice(ui, theme, text.get(msg!("export-format")), format, formats, words);
    if format.has_sheets() {
        let sizes = PaperSize::ALL.iter().copied();
        let words = |it: PaperSize| text.label(it).to_owned();
        choice(ui, theme, text.get(msg!("export-paper")), &mut paper.size, sizes, words);
        let turns = Turn::ALL.iter().copied();
        let words = |it: Turn| text.label(it).to_owned();
        choice(ui, theme, text.get(msg!("export-turn")), &mut paper.turn, turns, words);
    }
    let words = |it: Language| text.label(it).to_owned();
    let languages = Language::ALL.iter().copied();
    choice(ui, theme, text.get(msg!("export-language")), language, languages, words);
    let words = |it: Marking| it.label().to_owned();
    let markings = Marking::ALL.iter().copied();
    choice(ui, theme, text.get(msg!("export-for")), ceiling, markings, words);
    draft.in_the_open &= draft.request.ceiling == before;
    ui.add_space(theme.sizes.space.s);
    match draft.seen_counts.get(&draft.request.ceiling) {
        None => base.push(Action::Weigh(draft.request.ceiling)),
        Some(seen_counts) => {
            let list = ScrollArea::vertical().max_height(theme.sizes.space.xxl * 5.0);
            list.auto_shrink([false, true]).show(ui, |ui| withheld(ui, base, seen_counts));
            if draft.request.ceiling < draft.own {
                paragraph(ui, muted(theme, text.get(msg!("export-own-words"))));
            }
        }
    }
    ui.add_space(theme.sizes.space.s);
    let bare = draft.protected && needs_cover(draft.request.ceiling);
    if bare {
        warning(ui, theme, text.get(msg!("export-no-passphrase")));
        ui.checkbox(&mut draft.in_the_open, text.get(msg!("export-open-to-all")));
    }
    ui.add_space(theme.sizes.space.m);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!bare || draft.in_the_open, |ui| {
            if primary_button(ui, theme, text.get(msg!("redact-make"))).clicked() {
                let cover = if bare { Cover::InTheOpen } else { Cover::Plain };
                base.push(Action::Export(draft.request, cover));
            }
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
