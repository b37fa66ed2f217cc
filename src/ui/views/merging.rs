//! Merging a review: what is taken over, and both sides of each conflict.

use std::ops::Range;
use std::path::PathBuf;

use egui::text::LayoutJob;
use egui::{Align, Key, Layout, Panel, ScrollArea, Stroke, TextFormat, Ui};
use similar::{ChangeTag, TextDiff};

use crate::document::Document;
use crate::document::merge::{By, Conflict, Decision, Merge};
use crate::explain::{Told, conflict_reason, words_read};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::widgets::{
    Chip, button, caption, drawn_width, heading, muted, note_width, paragraph, primary_button,
    strong,
};

/// A review being merged.
pub struct Merging {
    /// The file it came from.
    pub path: PathBuf,
    /// The other copy.
    pub theirs: Document,
    /// The merge itself, and the decisions so far.
    pub plan: Merge,
    current: usize,
    // Built once per language, as a long review has thousands of lines.
    told: Option<(Told, Vec<Line>)>,
    // The lines last visible, so that the list follows the keys.
    seen: Range<usize>,
}

/// A line of the list.
enum Line {
    /// A conflict to decide: its index, and its words.
    Conflict(usize, String),
    /// A heading.
    Heading(String),
    /// A record that is taken over, or a step.
    Record(String),
    /// A detail of the record above.
    Part(String),
}

impl Merging {
    /// A merge without decisions.
    pub fn new(path: PathBuf, theirs: Document, plan: Merge) -> Self {
        Self { path, theirs, plan, current: 0, told: None, seen: 0..0 }
    }

    /// The name of its file.
    pub fn name(&self) -> String {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_default()
    }

    /// Goes to a conflict.
    pub(crate) fn go_to(&mut self, conflict: usize) {
        self.current = conflict.min(self.plan.conflicts.len().saturating_sub(1));
    }

    /// The words of the merge in the user's language.
    fn told(&mut self, cx: &Cx<'_>) -> (&Told, &[Line]) {
        let language = cx.text.language();
        let told = self.told.take().filter(|(told, _)| told.text().language() == language);
        let told = told.unwrap_or_else(|| {
            let told = Told::new(cx.text, [cx.snapshot, self.theirs.snapshot()], &self.plan);
            let lines = lines(cx, &told, &self.plan);
            (told, lines)
        });
        let (told, lines) = self.told.insert(told);
        (told, lines)
    }
}

/// Conflicts, then what is taken over field by field, then the steps that come along.
fn lines(cx: &Cx<'_>, told: &Told, plan: &Merge) -> Vec<Line> {
    let text = cx.text;
    let conflicts = plan.conflicts.iter().enumerate();
    let mut lines: Vec<_> =
        conflicts.map(|(place, conflict)| Line::Conflict(place, told.conflict(conflict))).collect();
    let mut taken = plan.unasked().map(|taken| told.taken(taken)).peekable();
    if taken.peek().is_some() {
        lines.push(Line::Heading(text.get(msg!("merge-taken")).to_owned()));
    }
    for words in taken {
        lines.push(Line::Record(words.record));
        lines.extend(words.fields.into_iter().map(Line::Part));
    }
    if plan.same() > 0 {
        let count = [("count", plan.same().into())];
        lines.push(Line::Record(text.with(msg!("merge-same"), &count)));
    }
    if !plan.steps.is_empty() {
        lines.push(Line::Heading(text.get(msg!("merge-steps")).to_owned()));
        lines.push(Line::Part(text.get(msg!("merge-by-their-word")).to_owned()));
    }
    for foreign in &plan.steps {
        let step = &foreign.step;
        let own = step.is_by(cx.author);
        let author = theirs_words(cx, &step.author, own);
        lines.push(Line::Record(told.step(&foreign.changes)));
        lines.push(Line::Part(format!("{author} · {}", text.moment(step.time))));
    }
    lines
}

/// The name the other side acted under, and whether it is the user's own.
fn theirs_words(cx: &Cx<'_>, author: &str, own: bool) -> String {
    if own {
        cx.text.with(msg!("merge-own-name"), &[("author", author.into())])
    } else {
        author.to_owned()
    }
}

/// Draws the screen.
pub fn merging(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    let before = merging.current;
    keys(ui, merging);
    head(ui, cx, merging);
    merging.told(cx);
    let follow = before != merging.current;
    let (theme, text) = (&cx.theme, cx.text);
    if merging.plan.conflicts.is_empty() {
        ui.add_space(theme.sizes.space.l);
        paragraph(ui, text.get(msg!("merge-no-conflicts")));
        return list(ui, cx, merging, follow);
    }
    let width = theme.sizes.shell.inspector;
    let frame = egui::Frame::new().inner_margin(theme.sizes.space.s);
    let panel = Panel::left("conflicts").default_size(drawn_width(ui, "conflicts", width));
    let shown = panel.frame(frame).show(ui, |ui| list(ui, cx, merging, follow));
    note_width(ui, "conflicts", shown.response.rect.width(), width);
    let frame = egui::Frame::new().inner_margin(theme.sizes.space.m);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        conflict_part(ui, cx, merging);
    });
}

fn conflict_part(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    let Merging { plan, told, current, .. } = merging;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if let (Some((told, _)), Some(conflict)) = (told, plan.conflicts.get_mut(*current)) {
            both_sides(ui, cx, told, conflict);
        }
    });
}

fn head(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging) {
    let (theme, text) = (&cx.theme, cx.text);
    let name = [("name", merging.name().into())];
    heading(ui, &text.with(msg!("merge-heading"), &name));
    let plan = &mut merging.plan;
    let undecided = plan.undecided();
    let counts = [
        ("taken", plan.taken.len().into()),
        ("conflicts", plan.conflicts.len().into()),
        ("undecided", undecided.into()),
    ];
    paragraph(ui, muted(theme, text.with(msg!("merge-counts"), &counts)));
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(undecided == 0, |ui| {
            let words = text.get(msg!("merge-do"));
            let response = primary_button(ui, theme, words);
            if response.on_disabled_hover_text(text.get(msg!("merge-decide-first"))).clicked() {
                cx.push(Action::Merge);
            }
        });
        if undecided > 0 {
            for decision in [Decision::Mine, Decision::Theirs, Decision::Later] {
                let side = [("side", crate::text::lower(text.label(decision)).into())];
                if button(ui, theme, None, &text.with(msg!("merge-rest"), &side)).clicked() {
                    let open = plan.conflicts.iter_mut().filter(|it| it.decision.is_none());
                    open.for_each(|conflict| conflict.prefer(decision));
                }
            }
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
    ui.add_space(theme.sizes.space.s);
}

/// M, T, B, O and L decide; the arrows move between conflicts.
fn keys(ui: &Ui, merging: &mut Merging) {
    // Keys typed in a dialog decide nothing.
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
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
        (Key::O, Decision::One),
        (Key::L, Decision::Later),
    ] {
        let Some(conflict) = merging.plan.conflicts.get_mut(merging.current) else { return };
        if pressed(key) && conflict.options().any(|option| option == decision) {
            conflict.decision = Some(decision);
            merging.current = (merging.current + 1).min(last);
        }
    }
}

/// The list; only the visible lines are drawn.
fn list(ui: &mut Ui, cx: &Cx<'_>, merging: &mut Merging, follow: bool) {
    let Merging { plan, told, current, seen, .. } = merging;
    let Some((_, lines)) = told else { return };
    let height = cx.theme.sizes.row.list;
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("merge-list");
    if follow && !seen.contains(current) {
        let row = height + ui.spacing().item_spacing.y;
        let offset = row * current.saturating_sub(2) as f32;
        area = area.vertical_scroll_offset(offset);
    }
    area.show_rows(ui, height, lines.len(), |ui, rows| {
        *seen = rows.clone();
        for line in lines.get(rows).unwrap_or_default() {
            let size = egui::vec2(ui.available_width(), height);
            let layout = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_size(size);
                one_line(ui, cx, plan, current, line);
            });
        }
    });
}

fn one_line(ui: &mut Ui, cx: &Cx<'_>, plan: &Merge, current: &mut usize, line: &Line) {
    let (theme, text) = (&cx.theme, cx.text);
    let label = |ui: &mut Ui, words: egui::RichText, whole: &str| {
        ui.add(egui::Label::new(words).truncate()).on_hover_text(whole);
    };
    match line {
        Line::Heading(words) => label(ui, strong(theme, words), words),
        Line::Record(words) => label(ui, egui::RichText::new(words), words),
        Line::Part(words) => {
            ui.add_space(theme.sizes.space.m);
            label(ui, caption(theme, words), words);
        }
        Line::Conflict(place, title) => {
            let Some(conflict) = plan.conflicts.get(*place) else { return };
            let (icon, decided, colour) = match conflict.decision {
                Some(decision) => (Icon::Check, text.label(decision), theme.colours.ok),
                None => (Icon::Warning, text.get(msg!("merge-undecided-one")), theme.colours.warn),
            };
            let words = (icon.text(theme).color(colour), title.as_str());
            let button = egui::Button::selectable(place == current, words)
                .truncate()
                .min_size(egui::vec2(ui.available_width(), theme.sizes.row.list));
            let name = format!("{title}, {decided}");
            if ui.add(button).accessible_name(name).on_hover_text(decided).clicked() {
                *current = *place;
            }
        }
    }
}

fn both_sides(ui: &mut Ui, cx: &Cx<'_>, told: &Told, conflict: &mut Conflict) {
    let (theme, text) = (&cx.theme, cx.text);
    let title = told.conflict(conflict);
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
        ui.label(caption(theme, text.get(msg!("merge-keys"))));
    });
    ui.add_space(theme.sizes.space.m);
    let [mine_by, theirs_by] = conflict.by.each_ref();
    let mine_by = by_words(cx, mine_by.as_ref(), false);
    let theirs_by = by_words(cx, theirs_by.as_ref(), true);
    let nothing = text.get(msg!("not-filled-in"));
    for clash in &conflict.clashes {
        let [label, base, mine, theirs] = told.clash(conflict.record.table, clash);
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
        let together = clash.words_of_both(conflict.record.table);
        if let Some(words) = together.filter(|_| conflict.can_be_both) {
            // An outcome that cannot be foreseen from the two sides is shown before it is chosen.
            ui.add_space(theme.sizes.space.xs);
            ui.label(caption(theme, text.get(msg!("merge-together"))));
            paragraph(ui, words_read(text, &words));
        }
        if base != nothing {
            ui.add_space(theme.sizes.space.xs);
            ui.label(caption(theme, text.get(msg!("merge-base"))));
            paragraph(ui, muted(theme, base));
        }
        ui.add_space(theme.sizes.space.l);
    }
}

fn by_words(cx: &Cx<'_>, by: Option<&By>, theirs: bool) -> String {
    by.map_or_else(String::new, |by| {
        let author = theirs_words(cx, &by.author, theirs && by.is(cx.author));
        format!("{author}, {}", cx.text.moment(by.time))
    })
}

/// A text compared with the common base word by word: additions underlined, deletions struck
/// through. Without a base, what the other side lacks is underlined.
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
    // The beginning of a very long text shows what it is about; the merge takes it whole.
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
