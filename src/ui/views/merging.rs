//! Merging a review: what comes along, and both sides of what has to be decided.

use std::path::PathBuf;

use egui::text::LayoutJob;
use egui::{Key, Panel, ScrollArea, Stroke, TextFormat, Ui};
use similar::{ChangeTag, TextDiff};

use crate::document::Document;
use crate::document::merge::{By, Conflict, Decision, Merge};
use crate::explain::{clash_words, conflict_reason, conflict_title, step_label};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::widgets::{
    Chip, button, caption, heading, muted, paragraph, primary_button, section, strong,
};

/// A review that is being merged.
pub struct Merging {
    /// Where it came from.
    pub path: PathBuf,
    /// The other copy.
    pub theirs: Document,
    /// What merging it does, and what is decided so far.
    pub plan: Merge,
    current: usize,
    // The folder it was taken out of its package in; it goes with the review.
    _folder: Option<tempfile::TempDir>,
}

impl Merging {
    /// Nothing decided yet.
    pub fn new(
        path: PathBuf,
        theirs: Document,
        folder: Option<tempfile::TempDir>,
        plan: Merge,
    ) -> Self {
        Self { path, theirs, plan, current: 0, _folder: folder }
    }

    /// The name of its file.
    pub fn name(&self) -> String {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_default()
    }
}

/// Draws the screen.
pub fn merging(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    keys(ui, merging);
    head(ui, cx, merging);
    let (theme, text) = (&cx.theme, cx.text);
    if merging.plan.conflicts.is_empty() {
        ui.add_space(theme.sizes.space.l);
        paragraph(ui, text.get("merge-no-conflicts"));
        return steps(ui, cx, merging);
    }
    let width = theme.sizes.shell.inspector;
    let frame = egui::Frame::new().inner_margin(theme.sizes.space.s);
    Panel::left("conflicts").default_size(width).frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            list(ui, cx, merging);
            steps(ui, cx, merging);
        });
    });
    let frame = egui::Frame::new().inner_margin(theme.sizes.space.m);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        conflict_part(ui, cx, merging);
    });
}

fn conflict_part(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let sides = [cx.snapshot, merging.theirs.snapshot()];
        if let Some(conflict) = merging.plan.conflicts.get_mut(merging.current) {
            both_sides(ui, cx, sides, conflict);
        }
    });
}

fn head(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    let (theme, text) = (&cx.theme, cx.text);
    let name = [("name", merging.name().into())];
    heading(ui, &text.with("merge-heading", &name));
    let plan = &mut merging.plan;
    let undecided = plan.undecided();
    let counts = [
        ("taken", plan.taken.len().into()),
        ("conflicts", plan.conflicts.len().into()),
        ("undecided", undecided.into()),
    ];
    paragraph(ui, muted(theme, text.with("merge-counts", &counts)));
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(undecided == 0, |ui| {
            let words = text.get("merge-do");
            let response = primary_button(ui, theme, words);
            if response.on_disabled_hover_text(text.get("merge-decide-first")).clicked() {
                cx.push(Action::Merge);
            }
        });
        if undecided > 0 {
            for decision in [Decision::Mine, Decision::Theirs, Decision::Later] {
                let side = [("side", crate::text::lower(text.label(decision)).into())];
                if button(ui, theme, None, &text.with("merge-rest", &side)).clicked() {
                    let open = plan.conflicts.iter_mut().filter(|it| it.decision.is_none());
                    open.for_each(|conflict| conflict.decision = Some(decision));
                }
            }
        }
        if button(ui, theme, None, text.get("cancel")).clicked() {
            cx.push(Action::Dismiss);
        }
    });
    ui.add_space(theme.sizes.space.s);
}

/// M, T, B and L decide; the arrows go to the next conflict.
fn keys(ui: &Ui, merging: &mut Merging) {
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    let last = merging.plan.conflicts.len().saturating_sub(1);
    if pressed(Key::ArrowDown) {
        merging.current = (merging.current + 1).min(last);
    }
    if pressed(Key::ArrowUp) {
        merging.current = merging.current.saturating_sub(1);
    }
    for (key, decision) in [
        (Key::M, Decision::Mine),
        (Key::T, Decision::Theirs),
        (Key::B, Decision::Both),
        (Key::L, Decision::Later),
    ] {
        let Some(conflict) = merging.plan.conflicts.get_mut(merging.current) else { return };
        if pressed(key) && conflict.options().any(|option| option == decision) {
            conflict.decision = Some(decision);
            merging.current = (merging.current + 1).min(last);
        }
    }
}

fn list(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    let (theme, text) = (&cx.theme, cx.text);
    let sides = [cx.snapshot, merging.theirs.snapshot()];
    for (place, conflict) in merging.plan.conflicts.iter().enumerate() {
        let title = conflict_title(text, sides, conflict);
        let (icon, decided) = match conflict.decision {
            Some(decision) => (Icon::Check, text.label(decision)),
            None => (Icon::Warning, text.get("merge-undecided-one")),
        };
        let colour =
            if conflict.decision.is_some() { theme.colours.ok } else { theme.colours.warn };
        let words = (icon.text(theme).color(colour), title.as_str());
        let button = egui::Button::selectable(place == merging.current, words)
            .truncate()
            .min_size(egui::vec2(ui.available_width(), theme.sizes.row.list));
        let name = format!("{title}, {decided}");
        if ui.add(button).accessible_name(name).on_hover_text(decided).clicked() {
            merging.current = place;
        }
    }
}

/// The steps that come along, with who made them.
fn steps(ui: &mut Ui, cx: &Cx<'_>, merging: &Merging) {
    section(ui, &cx.theme, cx.text.get("merge-steps"));
    for foreign in &merging.plan.steps {
        let step = &foreign.step;
        paragraph(ui, step_label(cx.text, &step.name, &step.detail));
        let by = format!("{} · {}", step.author, cx.text.moment(step.time));
        ui.label(caption(&cx.theme, by));
    }
}

fn both_sides(
    ui: &mut Ui,
    cx: &Cx<'_>,
    sides: [&crate::model::Snapshot; 2],
    conflict: &mut Conflict,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let title = conflict_title(text, sides, conflict);
    let words = strong(theme, &title).size(theme.sizes.text.strong);
    paragraph(ui, words);
    paragraph(ui, muted(theme, conflict_reason(text, conflict)));
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        let options: Vec<_> = conflict.options().collect();
        for option in options {
            let chosen = conflict.decision == Some(option);
            let chip = Chip::new(text.label(option)).active(chosen);
            if chip.show(ui, theme).clicked() {
                conflict.decision = Some(option);
            }
        }
        ui.label(caption(theme, text.get("merge-keys")));
    });
    ui.add_space(theme.sizes.space.m);
    let [mine_by, theirs_by] = conflict.by.each_ref().map(|by| by_words(cx, by.as_ref()));
    let nothing = text.get("not-filled-in");
    for clash in &conflict.clashes {
        let [label, base, mine, theirs] = clash_words(text, sides, clash);
        ui.label(strong(theme, label));
        ui.columns(2, |columns| {
            let shown = [
                (Decision::Mine, &mine_by, &mine, &theirs),
                (Decision::Theirs, &theirs_by, &theirs, &mine),
            ];
            for (column, (side, by, words, other)) in columns.iter_mut().zip(shown) {
                column.label(caption(theme, format!("{} · {by}", text.label(side))));
                let before = if base == nothing { None } else { Some(base.as_str()) };
                paragraph(column, difference(cx, before, other, words));
            }
        });
        if base != nothing {
            ui.add_space(theme.sizes.space.xs);
            ui.label(caption(theme, text.get("merge-base")));
            paragraph(ui, muted(theme, base));
        }
        ui.add_space(theme.sizes.space.l);
    }
}

fn by_words(cx: &Cx<'_>, by: Option<&By>) -> String {
    by.map_or_else(String::new, |by| format!("{}, {}", by.author, cx.text.moment(by.time)))
}

/// A text with what was added to the common point underlined and what was taken from it
/// struck through, word by word. Where there was nothing, what the other side does not have
/// is underlined.
fn difference(cx: &Cx<'_>, base: Option<&str>, other: &str, words: &str) -> LayoutJob {
    let theme = &cx.theme;
    let colours = theme.colours;
    let font = theme.font(theme.sizes.text.body);
    let plain = TextFormat { font_id: font.clone(), color: colours.ink, ..TextFormat::default() };
    let line = |colour| Stroke::new(theme.sizes.space.hair, colour);
    let added = TextFormat {
        font_id: theme.strong(theme.sizes.text.body),
        color: colours.ok,
        underline: line(colours.ok),
        ..TextFormat::default()
    };
    let taken = TextFormat {
        font_id: font,
        color: colours.danger,
        strikethrough: line(colours.danger),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    // Of very long texts a part shows what it is about; the whole is merged.
    let short = |text: &str| text.chars().take(20_000).collect::<String>();
    let (before, words) = (short(base.unwrap_or(other)), short(words));
    for change in TextDiff::from_unicode_words(&before, &words).iter_all_changes() {
        if base.is_none() && change.tag() == ChangeTag::Delete {
            continue;
        }
        let format = match change.tag() {
            ChangeTag::Equal => &plain,
            ChangeTag::Insert => &added,
            ChangeTag::Delete => &taken,
        };
        job.append(change.value(), 0.0, format.clone());
    }
    job
}
