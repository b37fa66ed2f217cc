//! The library: the reference data of the workbench, each item with its source.

mod remedies;
mod terms;
mod timeline;

use egui::{ScrollArea, Ui};

use crate::command::Screen;
use crate::document::blank;
use crate::library::{
    self, InstrumentSet, initiatives, instrument_sets, instruments, obstacles, reference,
    resolutions, states,
};
use crate::model::words::fold;
use crate::model::{Keyed, Obstacle, Severity, Table};
use crate::report::Subject;
use crate::text::{Message, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, Shelf, ViewState};
use crate::ui::views::top::is_emptied;
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Chip, caption, heading, link, muted, paragraph, section, strong, text_menu,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Library,
    hint: |_| msg!("hint-library"),
    help: msg!("help-page-library"),
    more_help: None,
    count: None,
    add: |state| match state.shelf {
        Shelf::Terms => Some(blank::term),
        Shelf::Instruments
        | Shelf::Resolutions
        | Shelf::Initiatives
        | Shelf::Remedies
        | Shelf::States
        | Shelf::Obstacles => None,
    },
    can_filter: true,
    // The only records in the library are the dossier's own terms.
    inspects: |selection| matches!(selection, Selection::Term(_)),
    tables: &[Table::Terms],
    asks_all: |_| false,
    page: |_| PageOf::Nearest(Subject::Matrix),
    lists: None,
    draw: Draw::Dossier(show),
};

const SHELVES: [(Shelf, Message); 7] = [
    (Shelf::Instruments, msg!("shelf-instruments")),
    (Shelf::Resolutions, msg!("shelf-resolutions")),
    (Shelf::Initiatives, msg!("shelf-initiatives")),
    (Shelf::Obstacles, msg!("shelf-obstacles")),
    (Shelf::Remedies, msg!("shelf-remedies")),
    (Shelf::Terms, msg!("shelf-terms")),
    (Shelf::States, msg!("shelf-states")),
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    heading(ui, cx.text.get(msg!("screen-library")));
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("library-about"))));
    ui.add_space(cx.theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        for (shelf, id) in SHELVES {
            let active = state.shelf == shelf;
            if Chip::new(cx.text.get(id)).active(active).show(ui, &cx.theme).clicked() {
                state.shelf = shelf;
            }
        }
        let name = cx.text.get(msg!("list-filter"));
        let width = cx.theme.sizes.space.xxl * 6.0;
        let field =
            egui::TextEdit::singleline(&mut state.lists[Screen::Library].filter).hint_text(name);
        let response = ui.add(field.desired_width(width)).accessible_name(name);
        text_menu(ui, cx, &response);
        if std::mem::take(&mut state.focus_filter) {
            response.request_focus();
        }
        let filter = &mut state.lists[Screen::Library].filter;
        if is_emptied(ui, cx, &response, !filter.is_empty()) {
            filter.clear();
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    let wanted = fold(state.lists[Screen::Library].filter.trim());
    ScrollArea::vertical().id_salt(state.shelf as u8).auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(cx.theme.sizes.space.xxl * 24.0);
        let top = ui.cursor().top();
        match state.shelf {
            Shelf::Instruments => instruments_shelf(ui, cx, &wanted),
            Shelf::Resolutions => resolutions_shelf(ui, cx, &wanted),
            Shelf::Initiatives => {
                timeline::show(ui, cx, &wanted);
                initiatives_shelf(ui, cx, state, &wanted);
            }
            Shelf::Remedies => remedies::show(ui, cx, &wanted),
            Shelf::Terms => terms::show(ui, cx, &wanted),
            Shelf::Obstacles => obstacles_shelf(ui, cx, &wanted),
            Shelf::States => states_shelf(ui, cx, &wanted),
        }
        if ui.cursor().top() <= top {
            paragraph(ui, muted(&cx.theme, cx.text.get(msg!("list-nothing-matches"))));
        }
    });
}

fn has(wanted: &str, words: &[&str]) -> bool {
    wanted.is_empty() || words.iter().any(|words| fold(words).contains(wanted))
}

/// The origin of an item, and how reliable it is.
fn provenance(ui: &mut Ui, cx: &Cx<'_>, source: &str, confidence: library::Confidence) {
    let title = reference(source).map_or(source, |reference| reference.title.as_str());
    let arguments = [("source", title.into()), ("confidence", cx.text.label(confidence).into())];
    ui.label(caption(&cx.theme, cx.text.with(msg!("library-source"), &arguments)));
    ui.add_space(cx.theme.sizes.space.s);
}

fn instruments_shelf(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let text = cx.text;
    for set in instrument_sets() {
        let rows: Vec<_> = instruments()
            .iter()
            .filter(|row| row.set == set.code)
            .filter(|row| {
                let words = [row.title(), row.text()];
                let set = set.name();
                let words = [text.of(&words[0]), text.of(&words[1]), text.of(&set)];
                has(wanted, &[&row.code, words[0], words[1], words[2], &row.document])
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        section(ui, &cx.theme, text.of(&set.name()));
        set_facts(ui, cx, set);
        for row in rows {
            ui.label(strong(&cx.theme, format!("{}  {}", row.code, text.of(&row.title()))));
            paragraph(ui, text.of(&row.text()));
            let facts = format!("{} · {} · {}", text.label(row.measure), row.document, row.year);
            ui.label(caption(&cx.theme, facts));
            provenance(ui, cx, &row.source, row.confidence);
        }
    }
}

fn set_facts(ui: &mut Ui, cx: &Cx<'_>, set: &InstrumentSet) {
    let text = cx.text;
    paragraph(ui, text.of(&set.description()));
    let facts = [text.label(set.scope), text.label(set.bindingness)].join(" · ");
    ui.label(caption(&cx.theme, facts));
    ui.add_space(cx.theme.sizes.space.s);
}

fn resolutions_shelf(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let text = cx.text;
    for row in resolutions().iter().rev() {
        let title = crate::model::Bilingual::new(&row.title_en, &row.title_nl);
        let summary = crate::model::Bilingual::new(&row.summary_en, &row.summary_nl);
        let short = row.short();
        if !has(wanted, &[&row.symbol, text.of(&title), text.of(&short), text.of(&summary)]) {
            continue;
        }
        ui.label(strong(&cx.theme, format!("{}  {}", row.symbol, text.of(&short))));
        ui.label(muted(&cx.theme, text.of(&title)));
        paragraph(ui, text.of(&summary));
        let mut facts = vec![text.day(row.date), text.label(row.adoption).to_owned()];
        if let (Some(yes), Some(no), Some(abstain)) = (row.yes, row.no, row.abstain) {
            facts.push(format!("{yes}–{no}–{abstain}"));
            let unknown = row.unknown.unwrap_or(0);
            if unknown > 0 {
                let words = [("count", unknown.into())];
                facts.push(text.with(msg!("votes-unknown"), &words));
            }
        }
        if let Some(side) = row.yes_reads {
            let side = [("side", crate::text::lower(text.label(side)).into())];
            facts.push(text.with(msg!("library-yes-reads"), &side));
        }
        if row.contested {
            facts.push(text.get(msg!("library-contested")).to_owned());
        }
        ui.label(caption(&cx.theme, facts.join(" · ")));
        if !row.note.is_empty() {
            ui.label(caption(&cx.theme, &row.note));
        }
        provenance(ui, cx, &row.source, row.confidence);
    }
}

fn initiatives_shelf(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, wanted: &str) {
    let text = cx.text;
    for row in initiatives() {
        let (name, summary) = (row.name(), row.summary());
        let (outcome, stalled) = (row.outcome(), row.stalled());
        if !has(wanted, &[text.of(&name), text.of(&summary), text.of(&outcome)]) {
            continue;
        }
        let years = match (row.began(), row.ended()) {
            (Some(from), Some(until)) => format!("{}–{}", from.year(), until.year()),
            (Some(from), None) => from.year().to_string(),
            _ => String::new(),
        };
        ui.label(strong(&cx.theme, format!("{years}  {}", text.of(&name))));
        paragraph(ui, text.of(&summary));
        paragraph(ui, text.of(&outcome));
        if !stalled.is_empty() {
            let words = [("why", text.of(&stalled).into())];
            paragraph(ui, muted(&cx.theme, text.with(msg!("library-stalled"), &words)));
        }
        let met: Vec<_> = row
            .obstacles
            .iter()
            .filter_map(|key| Obstacle::from_key(key))
            .map(|obstacle| text.label(obstacle))
            .collect();
        let mut facts = vec![timeline::parties(cx, row)];
        if !met.is_empty() {
            facts.push(met.join(", "));
        }
        ui.label(caption(&cx.theme, facts.join(" · ")));
        let sets = instrument_sets().iter().filter(|set| row.instruments.contains(&set.code));
        for set in sets {
            if link(ui, &cx.theme, text.of(&set.name())).clicked() {
                state.shelf = Shelf::Instruments;
                text.of(&set.name()).clone_into(&mut state.lists[Screen::Library].filter);
            }
        }
        provenance(ui, cx, &row.source, row.confidence);
    }
}

fn obstacles_shelf(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let text = cx.text;
    for row in obstacles() {
        let (name, explanation) = (row.name(), row.explanation());
        if !has(wanted, &[text.of(&name), text.of(&explanation)]) {
            continue;
        }
        section(ui, &cx.theme, &format!("{}. {}", row.number, text.of(&name)));
        paragraph(ui, text.of(&explanation));
        paragraph(ui, muted(&cx.theme, text.of(&row.example())));
        paragraph(ui, text.of(&row.record()));
        for severity in Severity::all() {
            let level = row.level(severity);
            ui.label(caption(&cx.theme, format!("{}  {}", severity.get(), text.of(&level))));
        }
        provenance(ui, cx, &row.source, row.confidence);
    }
}

fn states_shelf(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let text = cx.text;
    let named = library::GoBy::new(wanted);
    let rows: Vec<_> = states()
        .iter()
        .filter(|row| {
            has(wanted, &[&row.iso3, &row.name_en, &row.name_nl, &row.un_name])
                || named.has_state(&row.iso3)
        })
        .collect();
    egui::Grid::new("states").num_columns(4).striped(false).show(ui, |ui| {
        for row in rows {
            ui.label(strong(&cx.theme, &row.iso3));
            ui.label(text.of(&row.name()));
            ui.label(muted(&cx.theme, cx.text.region(&row.subregion)));
            let groups: Vec<_> = library::memberships()
                .iter()
                .filter(|member| member.iso3 == row.iso3 && member.until.is_none())
                .map(|member| member.group.as_str())
                .collect();
            ui.label(caption(&cx.theme, groups.join(" ")));
            ui.end_row();
        }
    });
}
