//! A page as a file: which one, for whom, in what language and format, and what is withheld from
//! it.

use std::collections::BTreeMap;

use egui::Ui;

use super::super::cx::{Action, Base, Cover, Use};
use super::super::state::SheetWanted;
use super::super::widgets::{button, muted, paragraph, primary_button, scrolled, strong, warning};
use super::preview::{self, PagePreview};
use super::settings::choice;
use crate::command::Screen;
use crate::document::needs_cover;
use crate::model::{Keyed, Language, Marking, ScenarioId, Table};
use crate::report::{Chosen, DraftForm, Format, PaperSize, Request, Subject, Turn};
use crate::store::SeenCount;
use crate::text::{Text, msg};

/// The choices, and what each ceiling would withhold.
#[derive(Clone, Debug)]
pub struct ExportDraft {
    /// The page asked for.
    pub request: Request,
    /// The screen that has no page of its own, and the nearest one.
    pub nearest: Option<(Screen, Subject)>,
    /// Its likely purpose.
    pub made_for: Use,
    /// The possible subjects of a page, the most likely first.
    pub choices: Vec<Chosen>,
    /// How much of the matrix is on screen.
    pub shown: Option<Shown>,
    /// How many records the list on screen shows, and of how many.
    pub listed: (usize, usize),
    /// How many proposals are selected together.
    pub selected: usize,
    /// The scenario that the screen is under, and its name.
    pub scenario: Option<(ScenarioId, String)>,
    /// Whether the list on screen leaves out something that its page does not.
    pub filtered: bool,
    /// How many records are kept hidden from the open room, whatever their marking.
    pub hidden: usize,
    /// Records seen and withheld per table, for the ceilings counted so far.
    pub seen_counts: BTreeMap<Marking, BTreeMap<Table, SeenCount>>,
    /// The first records of each table that each ceiling withholds, with their markings; empty
    /// while a room is open.
    pub named: BTreeMap<Marking, BTreeMap<Table, Vec<(Marking, String)>>>,
    /// The page as it would look.
    pub preview: PagePreview,
    /// The sheet of it last asked for.
    pub asked: Option<SheetWanted>,
    /// The place of the sheet to be looked at.
    pub sheet: usize,
    /// The user's name and role, which a page contains only on request.
    pub author: String,
    /// The versions of the text that the screen is on, oldest first, each with its name and
    /// marking.
    pub versions: Vec<(String, Marking)>,
    /// The marking of the dossier, which its notes have at least.
    pub own: Marking,
    /// Whether the dossier has a passphrase; the file does not inherit it.
    pub protected: bool,
    /// Whether the user agreed to leave such a file unprotected.
    pub in_the_open: bool,
}

/// How much of the matrix is on screen, and of how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Parties.
    pub parties: (usize, usize),
    /// Proposals.
    pub proposals: (usize, usize),
}

impl Shown {
    fn words(self, text: Text) -> String {
        let Self { parties, proposals } = self;
        let counts = [
            ("parties", parties.0.into()),
            ("of-parties", parties.1.into()),
            ("proposals", proposals.0.into()),
            ("of-proposals", proposals.1.into()),
        ];
        match (parties.0 == parties.1, proposals.0 == proposals.1) {
            (true, true) => text.get(msg!("export-shown-all")).to_owned(),
            (_, true) => text.with(msg!("export-shown-parties"), &counts[..2]),
            (_, false) => text.with(msg!("export-shown"), &counts),
        }
    }
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut ExportDraft) {
    let space = &base.theme.sizes.space;
    let (width, narrowest) = (ui.available_width(), space.xxl * 14.0);
    if width < narrowest * 1.5 {
        // There is no room for the page beside the choices.
        return choices(ui, base, draft);
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(narrowest);
            choices(ui, base, draft);
        });
        ui.add_space(space.l);
        ui.vertical(|ui| preview::show(ui, base, draft));
    });
}

/// All the choices, what is withheld, and the actions on the page.
fn choices(ui: &mut Ui, base: &Base<'_>, draft: &mut ExportDraft) {
    let (theme, text) = (&base.theme, base.text);
    // Checked before the list that Enter closes is gone.
    let entered = is_entered(ui);
    let about = match draft.made_for {
        Use::File => msg!("export-about"),
        Use::Viewer => msg!("export-view-about"),
        Use::Clipboard => msg!("export-picture-about"),
    };
    paragraph(ui, muted(theme, text.get(about)));
    ui.add_space(theme.sizes.space.s);
    let before = draft.request.ceiling;
    page(ui, base, draft);
    looks(ui, base, draft);
    let Request { ceiling, language, .. } = &mut draft.request;
    let words = |it: Language| text.label(it).to_owned();
    let languages = Language::ALL.iter().copied();
    choice(ui, theme, text.get(msg!("export-language")), language, languages, words);
    let words = |it: Marking| it.label().to_owned();
    let markings = Marking::ALL.iter().copied();
    choice(ui, theme, text.get(msg!("export-for")), ceiling, markings, words);
    if draft.request.can_be_signed() && !draft.author.is_empty() {
        let words = text.with(msg!("export-author"), &[("author", (&*draft.author).into())]);
        ui.checkbox(&mut draft.request.signed, words);
    }
    draft.in_the_open &= draft.request.ceiling == before;
    ui.add_space(theme.sizes.space.s);
    match draft.seen_counts.get(&draft.request.ceiling) {
        None => drop(ui.label(muted(theme, text.get(msg!("counting"))))),
        Some(seen_counts) => {
            // On a high screen there is more room below.
            let (space, screen) = (theme.sizes.space.xxl, ui.ctx().content_rect().height());
            let list = scrolled(ui, (screen * 0.5 - space * 7.25).max(space * 4.0));
            list.auto_shrink([false, true]).show(ui, |ui| withheld(ui, base, draft, seen_counts));
            if draft.request.ceiling < draft.own {
                paragraph(ui, muted(theme, text.get(msg!("export-own-words"))));
            }
        }
    }
    if draft.hidden > 0 {
        let count = [("count", draft.hidden.into())];
        warning(ui, theme, &text.with(msg!("export-kept-hidden"), &count));
    }
    ui.add_space(theme.sizes.space.s);
    let bare = draft.protected && needs_cover(draft.request.ceiling);
    if bare {
        warning(ui, theme, text.get(msg!("export-no-passphrase")));
        ui.checkbox(&mut draft.in_the_open, text.get(msg!("export-open-to-all")));
    }
    ui.add_space(theme.sizes.space.m);
    ui.horizontal_wrapped(|ui| {
        // The user learns what is withheld before anything is made.
        let counted = draft.seen_counts.contains_key(&draft.request.ceiling);
        let there_is_one = !matches!(draft.preview, PagePreview::Withheld(_));
        let may = counted && there_is_one && (!bare || draft.in_the_open);
        ui.add_enabled_ui(may, |ui| {
            let cover = if bare { Cover::InTheOpen } else { Cover::Plain };
            uses(ui, base, draft, (cover, entered));
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// The records that the ceiling leaves out of such a page: how many of each kind, and which ones,
/// with their markings.
fn withheld(
    ui: &mut Ui,
    base: &Base<'_>,
    draft: &ExportDraft,
    seen_counts: &BTreeMap<Table, SeenCount>,
) {
    let (theme, text, request) = (&base.theme, base.text, &draft.request);
    let may = |table: Table| table != Table::Dossier && request.may_show(table);
    let kinds = || seen_counts.iter().filter(|(table, it)| may(**table) && it.withheld > 0);
    if kinds().next().is_none() {
        paragraph(ui, muted(theme, text.get(msg!("export-none-withheld"))));
        return;
    }
    paragraph(ui, text.get(msg!("export-withheld")));
    let named = draft.named.get(&request.ceiling);
    for (table, seen_count) in kinds() {
        ui.horizontal(|ui| {
            ui.label(text.kind_of(*table, seen_count.withheld));
            ui.label(strong(theme, text.count(seen_count.withheld)));
        });
        let Some(named) = named.and_then(|it| it.get(table)).filter(|it| !it.is_empty()) else {
            continue;
        };
        let name = |(marking, title): &(Marking, String)| format!("{title} ({})", marking.label());
        let names = named.iter().map(name).collect::<Vec<_>>().join(", ");
        let words = match seen_count.withheld.saturating_sub(named.len()) {
            0 => names,
            more => {
                let values = [("names", names.as_str().into()), ("count", more.into())];
                text.with(msg!("export-withheld-more"), &values)
            }
        };
        paragraph(ui, muted(theme, words));
    }
}

/// The subject of the page.
fn page(ui: &mut Ui, base: &Base<'_>, draft: &mut ExportDraft) {
    let (theme, text) = (&base.theme, base.text);
    let Request { subject, short, on, under, ceiling, .. } = &mut draft.request;
    let words = |it: Subject| text.label(it).to_owned();
    // Some pages are on what is selected.
    let choices = |it: Subject| {
        let choices = draft.choices.iter().copied();
        choices.filter(move |chosen| chosen.suits(it)).collect::<Vec<_>>()
    };
    let subjects = Subject::ALL.iter().copied();
    let subjects = subjects.filter(|it| it.topic().is_none() || !choices(*it).is_empty());
    choice(ui, theme, text.get(msg!("export-what")), subject, subjects, words);
    if let Some((screen, _)) = draft.nearest.filter(|(_, nearest)| nearest == subject) {
        let name = [("screen", text.label(screen).into())];
        paragraph(ui, muted(theme, text.with(msg!("export-nearest"), &name)));
    }
    let choices = choices(*subject);
    if !choices.contains(on) {
        *on = choices.first().copied().unwrap_or_default();
    }
    if choices.len() > 1 {
        let words = |it: Chosen| match it {
            Chosen::Shown => draft.shown.map(|it| it.words(text)).unwrap_or_default(),
            Chosen::Listed(_) => {
                let (shown, of) = draft.listed;
                let counts = [("shown", shown.into()), ("of", of.into())];
                if shown == of {
                    text.get(msg!("export-shown-all")).to_owned()
                } else {
                    text.with(msg!("export-listed"), &counts)
                }
            }
            Chosen::Selected => {
                text.with(msg!("export-several"), &[("count", draft.selected.into())])
            }
            Chosen::Nothing => match subject {
                Subject::Matrix => text.get(msg!("export-all-parties")).to_owned(),
                _ => text.get(msg!("export-all-by-code")).to_owned(),
            },
            Chosen::EveryProposal => text.get(msg!("export-every-proposal")).to_owned(),
            Chosen::Part => text.get(msg!("export-part")).to_owned(),
            Chosen::Proposal(_) | Chosen::Party(_) | Chosen::Meeting(_) => {
                text.get(msg!("export-selected")).to_owned()
            }
        };
        let name = match subject.topic() {
            Some(_) => msg!("export-on"),
            None => msg!("export-which"),
        };
        choice(ui, theme, text.get(name), on, choices, words);
    }
    if draft.filtered && draft.nearest.is_none() {
        paragraph(ui, muted(theme, text.get(msg!("export-unfiltered"))));
    }
    if let Some((id, name)) = draft.scenario.as_ref().filter(|_| subject.counts_stances()) {
        let words = text.with(msg!("export-under"), &[("scenario", name.as_str().into())]);
        let mut assumed = under.is_some();
        if ui.checkbox(&mut assumed, words).changed() {
            *under = assumed.then_some(*id);
        }
    }
    if *subject == Subject::Text
        && let Some(words) = older_version(text, &draft.versions, *ceiling)
    {
        paragraph(ui, muted(theme, words));
    }
    if matches!(subject, Subject::Brief | Subject::Meeting) {
        ui.checkbox(short, text.get(msg!("export-short")));
    }
}

/// Says that the page shows an older version than the screen does, if the newest one may not be
/// seen.
fn older_version(text: Text, versions: &[(String, Marking)], ceiling: Marking) -> Option<String> {
    let (newest, marking) = versions.last().filter(|(_, marking)| *marking > ceiling)?;
    let (shown, _) = versions.iter().rfind(|(_, marking)| *marking <= ceiling)?;
    let values = [
        ("newest", newest.as_str().into()),
        ("marking", marking.label().into()),
        ("shown", shown.as_str().into()),
    ];
    Some(text.with(msg!("export-older-version"), &values))
}

/// The format of the page, and its paper.
fn looks(ui: &mut Ui, base: &Base<'_>, draft: &mut ExportDraft) {
    let (theme, text) = (&base.theme, base.text);
    let is_draft = draft.request.is_draft();
    let Request { format, paper, form, .. } = &mut draft.request;
    match draft.made_for {
        Use::File => {
            let words = |it: Format| format!("{} (.{})", text.label(it), it.ending());
            let formats = Format::ALL.iter().copied();
            choice(ui, theme, text.get(msg!("export-format")), format, formats, words);
            if is_draft {
                forms(ui, base, form, draft.versions.len());
            }
        }
        Use::Viewer => *format = Format::Pdf,
        Use::Clipboard => *format = Format::Png,
    }
    if format.has_sheets() {
        let sizes = PaperSize::ALL.iter().copied();
        let words = |it: PaperSize| text.label(it).to_owned();
        choice(ui, theme, text.get(msg!("export-paper")), &mut paper.size, sizes, words);
        let turns = Turn::ALL.iter().copied();
        let words = |it: Turn| text.label(it).to_owned();
        choice(ui, theme, text.get(msg!("export-turn")), &mut paper.turn, turns, words);
    }
}

/// How a text is written for those who negotiate it further in Word.
fn forms(ui: &mut Ui, base: &Base<'_>, form: &mut DraftForm, versions: usize) {
    let (theme, text) = (&base.theme, base.text);
    // A single version has nothing to be compared with.
    let is_one = |it: DraftForm| !matches!(it, DraftForm::Compared | DraftForm::Columns);
    let forms = DraftForm::ALL.iter().copied().filter(|it| versions > 1 || is_one(*it));
    if versions < 2 && !is_one(*form) {
        *form = DraftForm::Tracked;
    }
    let words = |it: DraftForm| text.label(it).to_owned();
    choice(ui, theme, text.get(msg!("export-form")), form, forms, words);
    if *form == DraftForm::Clean {
        paragraph(ui, muted(theme, text.get(msg!("export-form-clean"))));
    }
    paragraph(ui, muted(theme, text.get(msg!("export-form-about"))));
}

/// The actions on the page, the most likely first.
fn uses(ui: &mut Ui, base: &Base<'_>, draft: &ExportDraft, (cover, entered): (Cover, bool)) {
    let (theme, text) = (&base.theme, base.text);
    let words = |it: Use| match it {
        Use::File => text.get(msg!("redact-make")),
        Use::Viewer => text.get(msg!("export-view")),
        Use::Clipboard => text.get(msg!("export-picture")),
    };
    let others =
        [Use::File, Use::Viewer, Use::Clipboard].into_iter().filter(|it| *it != draft.made_for);
    let clicked = primary_button(ui, theme, words(draft.made_for)).clicked();
    if clicked || ui.is_enabled() && entered {
        base.push(Action::Export(draft.request, cover, draft.made_for));
    }
    for other in others {
        if button(ui, theme, None, words(other)).clicked() {
            base.push(Action::Export(draft.request, cover, other));
        }
    }
}

/// Whether Enter was pressed and no control of the dialog handles it itself.
fn is_entered(ui: &Ui) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    let here = focused.and_then(|id| ui.ctx().read_response(id));
    let taken = here.is_some_and(|it| it.layer_id == ui.layer_id());
    !taken
        && !egui::Popup::is_any_open(ui.ctx())
        && ui.input(|input| input.key_pressed(egui::Key::Enter))
}
