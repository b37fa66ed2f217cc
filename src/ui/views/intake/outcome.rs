//! The outcome of a table: its layout, the questions, and the rows that would be new, changed,
//! unchanged or wrong.

use egui::{AtomExt as _, Label, Panel, ProgressBar, RichText, ScrollArea, Ui, UiBuilder};

use super::sheet::mark;
use super::{Intake, Origin, Work, asked};
use crate::exchange::intake::{Fate, Field, Layout, Plan, Progress, Question};
use crate::exchange::{ImportProblem, NO_HEADER};
use crate::explain::{
    explain_remarks, explain_row, explain_strangers_at, plan_made, plan_warnings,
};
use crate::model::Keyed;
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::IntakeAct;
use crate::ui::widgets::{
    Chip, When, button, caption, day_menu, drop_down, muted, option_label, paragraph,
    primary_button, section, warning,
};

/// How many rows are listed; the table shows them all.
const LISTED: usize = 200;

/// Draws the right side.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake) {
    let space = &cx.theme.sizes.space;
    let free = ui.memory(|memory| memory.focused().is_none())
        && ui.memory(|memory| memory.top_modal_layer().is_none())
        && !egui::Popup::is_any_open(ui);
    // Room for the focus ring.
    let beside = egui::Margin { left: crate::ui::theme::points(space.xs), ..egui::Margin::ZERO };
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        top: crate::ui::theme::points(space.s),
        bottom: crate::ui::theme::points(space.s),
        ..beside
    });
    let asks = intake.asks_layout() || intake.asks_heads() || intake.open().next().is_some();
    if let Some(work) = intake.taking.clone() {
        return taking(ui, cx, intake, &work);
    }
    Panel::bottom("taking").frame(frame).show(ui, |ui| {
        buttons(ui, cx, intake, free && !asks);
    });
    egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| {
        let scroll = ScrollArea::vertical().id_salt("intake-outcome").auto_shrink(false);
        let within = egui::Frame::new().inner_margin(beside);
        scroll.show(ui, |ui| {
            within.show(ui, |ui| {
                ui.set_max_width(ui.available_width() - space.s);
                layout(ui, cx, intake);
                if let Some(work) = &intake.work {
                    let now = work.progress();
                    let id = match now {
                        Progress { done: 0, .. } => msg!("wizard-looking"),
                        Progress { of: 0, .. } => msg!("wizard-working"),
                        Progress { .. } => msg!("wizard-working-of"),
                    };
                    progress(ui, cx, now, id);
                }
                ui.add_space(space.s);
                if asks {
                    // Their place varies with what is above them, and a key would miss a button
                    // that has just moved; so they are identified by name.
                    let by_name = UiBuilder::new().scope_id(ui.scope_id().with("asked"));
                    ui.scope_builder(by_name, |ui| asked::show(ui, cx, intake, free));
                }
                if let Some((revision, plan)) = intake.plan.take() {
                    outcome(ui, cx, intake, &plan);
                    intake.plan = Some((revision, plan));
                }
                asked::given(ui, cx, intake);
                remarks(ui, cx, intake);
            })
        });
    });
}

/// The progress of something, in words and as a bar.
fn progress(ui: &mut Ui, cx: &Cx<'_>, now: Progress, id: Message) {
    let space = &cx.theme.sizes.space;
    let counts = [("done", now.done), ("of", now.of)];
    let counts = counts.map(|(name, count)| (name, cx.text.count(count).into()));
    let part = if now.of > 0 { now.done as f32 / now.of as f32 } else { 0.0 };
    ui.add_space(space.s);
    ui.label(muted(&cx.theme, cx.text.with(id, &counts)));
    let bar = ProgressBar::new(part).desired_height(space.s);
    ui.add(bar.fill(cx.theme.colours.accent));
}

/// The progress of the import, while the dossier is away for it.
fn taking(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, work: &Work) {
    let (theme, text) = (&cx.theme, cx.text);
    let now = work.progress();
    let is_written = now.of > 0 && now.done >= now.of;
    let id = match now {
        _ if work.is_stopped() => msg!("wizard-stopping"),
        Progress { of: 0, .. } => msg!("wizard-taking"),
        _ if is_written => msg!("wizard-finishing"),
        _ => msg!("wizard-taking-of"),
    };
    progress(ui, cx, now, id);
    if intake.closes {
        paragraph(ui, muted(theme, text.get(msg!("wizard-closes"))));
    }
    ui.add_space(theme.sizes.space.s);
    // After that it is in the dossier, and undo takes it back.
    ui.add_enabled_ui(!is_written && !work.is_stopped(), |ui| {
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}

/// The layout, whether it is a guess, and whatever belongs to it.
fn layout(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(reading) = &intake.reading else { return };
    let current = reading.mapping.layout;
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(theme.sizes.row.list);
        let chip = Chip::new(text.label(current)).active(true).menu().show(ui, theme);
        drop_down(&chip).accessible_name(text.get(msg!("wizard-layout"))).show(|ui| {
            let others = Layout::ALL.iter().filter(|it| !reading.layouts.contains(it));
            for layout in reading.layouts.iter().chain(others) {
                if option_label(ui, *layout == current, text.label(*layout)).clicked() {
                    cx.push(Action::Intake(IntakeAct::Layout(*layout)));
                    ui.close();
                }
            }
        });
        if reading.mapping.lacks().is_empty()
            && button(ui, theme, None, text.get(msg!("wizard-save"))).clicked()
        {
            cx.push(Action::Intake(IntakeAct::Save));
        }
    });
    let said = match reading.origin {
        Origin::Certain => None,
        Origin::Guess => Some(msg!("wizard-guess")),
        Origin::Remembered if reading.mapping.header == NO_HEADER => {
            Some(msg!("wizard-remembered-bare"))
        }
        Origin::Remembered => Some(msg!("wizard-remembered")),
        Origin::Chosen => Some(msg!("wizard-chosen")),
    };
    if let Some(said) = said {
        paragraph(ui, muted(theme, text.get(said)));
    }
    if matches!(current, Layout::LongRolls | Layout::WideRolls) {
        titles(ui, cx, intake);
    }
    let Some((_, plan)) = &intake.plan else { return };
    let is_bare = reading.mapping.header == NO_HEADER;
    if plan.lacks == [Field::Cells] && is_bare {
        let is_matrix = current == Layout::Matrix;
        let said = if is_matrix { msg!("wizard-lacks-cells") } else { msg!("wizard-lacks-voters") };
        warning(ui, theme, text.get(said));
    } else if !plan.lacks.is_empty() {
        let fields = plan.lacks.iter().map(|field| text.label(*field));
        let fields = [("fields", fields.collect::<Vec<_>>().join(", ").into())];
        warning(ui, theme, &text.with(msg!("wizard-lacks"), &fields));
    }
}

/// A second table with the titles and days of roll calls.
fn titles(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake) {
    let text = cx.text;
    let found = intake.reading.as_ref().and_then(|reading| reading.titles);
    let found = found.and_then(|at| intake.workbook.sheets.get(at)).map(|it| &*it.name);
    let name = match &intake.titles {
        Some(chosen) => chosen.as_ref().map(|(name, _)| &**name),
        None => found,
    };
    let words = match name {
        Some(name) => text.with(msg!("wizard-titles-from"), &[("name", name.into())]),
        None => text.get(msg!("wizard-titles")).to_owned(),
    };
    let is_found = intake.titles.is_none() && found.is_some();
    let chip = Chip::new(&words).active(name.is_some()).menu().show(ui, &cx.theme);
    if is_found {
        ui.label(muted(&cx.theme, text.get(msg!("wizard-titles-found"))));
    }
    drop_down(&chip).accessible_name(&*words).show(|ui| {
        let here = intake.reading.as_ref().map(|reading| reading.sheet);
        let none = option_label(ui, name.is_none(), text.get(msg!("wizard-titles-none")));
        if none.clicked() {
            cx.push(Action::Intake(IntakeAct::Titles(None)));
            ui.close();
        }
        for (at, sheet) in intake.workbook.sheets.iter().enumerate() {
            if Some(at) != here && option_label(ui, false, &sheet.name).clicked() {
                cx.push(Action::Intake(IntakeAct::Titles(Some(at))));
                ui.close();
            }
        }
        if ui.button(text.get(msg!("wizard-titles-file"))).clicked() {
            cx.push(Action::Intake(IntakeAct::TitlesFile));
            ui.close();
        }
    });
}

fn outcome(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, plan: &Plan) {
    let (theme, text) = (&cx.theme, cx.text);
    if let Some(line) = plan.strangers {
        return warning(ui, theme, &explain_strangers_at(text, line, &plan.problems));
    }
    if plan.is_blocked() {
        return;
    }
    counts(ui, cx, intake, plan);
    let mut create = intake.create;
    if ui.checkbox(&mut create, text.get(msg!("wizard-create"))).changed() {
        cx.push(Action::Intake(IntakeAct::Create(create)));
    }
    undated(ui, cx, intake, plan);
    for words in plan_made(text, plan) {
        paragraph(ui, muted(theme, words));
    }
    for words in plan_warnings(text, plan) {
        warning(ui, theme, &words);
    }
    if let Some(fate) = listed(intake, plan) {
        rows(ui, cx, intake, plan, fate);
    }
}

/// The day of entries without one in the table: today, unless another is chosen.
fn undated(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, plan: &Plan) {
    let text = cx.text;
    if plan.undated == 0 {
        return;
    }
    let day = intake.undated_on.unwrap_or(cx.today);
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(cx.theme.sizes.row.list);
        let words = text.with(msg!("wizard-undated"), &[("count", plan.undated.into())]);
        ui.label(&words);
        let chip = Chip::new(&text.day(day)).active(true).menu().show(ui, &cx.theme);
        if let Some(day) = day_menu(cx, &chip, day, &words, When::Past) {
            cx.push(Action::Intake(IntakeAct::Undated(day)));
        }
    });
}

/// The fate whose rows are listed: the chosen one, or else wrong, or else new.
fn listed(intake: &Intake, plan: &Plan) -> Option<Fate> {
    let order = [Fate::Wrong, Fate::New, Fate::Changed, Fate::Same, Fate::Silent, Fate::LeftOut];
    let chosen = intake.listed.into_iter().chain(order);
    chosen.into_iter().find(|fate| plan.tally.of(*fate) > 0)
}

/// How many rows have each fate; a click lists them.
fn counts(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, plan: &Plan) {
    let text = cx.text;
    let shown = listed(intake, plan);
    ui.horizontal_wrapped(|ui| {
        for fate in Fate::ALL {
            let count = plan.tally.of(*fate);
            let always = matches!(fate, Fate::New | Fate::Changed | Fate::Same);
            if count == 0 && !always {
                continue;
            }
            let words = [("fate", text.label(*fate).into()), ("count", text.count(count).into())];
            let words = text.with(msg!("wizard-count"), &words);
            if Chip::new(&words).active(shown == Some(*fate)).show(ui, &cx.theme).clicked() {
                intake.listed = Some(*fate);
            }
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

/// The rows with a fate; a click goes to the row in the table.
fn rows(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, plan: &Plan, fate: Fate) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.label(fate));
    let mut line = None;
    if fate == Fate::Wrong {
        problems(ui, cx, plan, &mut line);
    }
    let all = plan.rows.iter().filter(|row| row.tally.of(fate) > 0);
    let mut left = 0;
    for (place, row) in all.enumerate() {
        if place >= LISTED {
            left += 1;
            continue;
        }
        // A faulty row is shown as written, any other as what it becomes.
        let becomes = plan.becomes.binary_search_by_key(&row.line, |it| it.0).ok();
        let becomes =
            becomes.filter(|_| !matches!(fate, Fate::Wrong | Fate::LeftOut | Fate::Silent));
        let becomes = becomes.and_then(|at| plan.becomes.get(at)).map(|(_, words)| words.clone());
        let cells = || {
            intake.reading.as_ref().and_then(|reading| {
                let rows = &reading.lines.rows;
                let at = rows.binary_search_by_key(&row.line, |it| it.line).ok()?;
                let cells = rows.get(at)?.cells.iter().filter(|cell| !cell.is_empty()).take(8);
                Some(cells.map(String::as_str).collect::<Vec<_>>().join(" · "))
            })
        };
        let count = row.tally.of(fate);
        let words = [
            ("line", row.line.to_string().into()),
            ("count", count.into()),
            ("cells", becomes.or_else(cells).unwrap_or_default().into()),
        ];
        let id =
            if plan.layout.has_cells() { msg!("wizard-line-cells") } else { msg!("wizard-line") };
        let words = text.with(id, &words);
        let icon = mark(cx, fate).map(|(icon, colour)| icon.text(theme).color(colour));
        // A long row is cut at its end, whatever comes before it.
        let label = RichText::new(&words).atom_shrink(true);
        let width = egui::vec2(ui.available_width(), theme.sizes.row.list);
        let button = match icon {
            Some(icon) => egui::Button::selectable(false, (icon, label)),
            None => egui::Button::selectable(false, label),
        };
        // A row that becomes a record is shown in full.
        let button = if plan.of_rows.is_empty() { button.truncate() } else { button.wrap() };
        if ui.add(button.min_size(width)).accessible_name(&words).clicked() {
            line = Some(row.line);
        }
    }
    if left > 0 {
        ui.label(muted(theme, text.with(msg!("and-more"), &[("count", left.into())])));
    }
    if let Some(line) = line {
        intake.go_to(line);
    }
}

/// The faults, apart from the names asked about.
fn problems(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, line: &mut Option<u64>) {
    let (theme, text) = (&cx.theme, cx.text);
    let asked = |written: &str| {
        // Of a long name only the beginning is known here.
        let begins = written.strip_suffix('…');
        plan.questions.iter().any(|question| match question {
            Question::Name(name) => {
                name.written == written || begins.is_some_and(|it| name.written.starts_with(it))
            }
            Question::Days(_) | Question::Scale(_) | Question::Clash(_) => false,
        })
    };
    for problem in plan.problems.listed() {
        let who =
            matches!(problem.problem, ImportProblem::UnknownParty | ImportProblem::ManyParties);
        if who && asked(&problem.written) {
            continue;
        }
        ui.horizontal_top(|ui| {
            ui.label(Icon::Warning.text(theme).color(theme.colours.warn));
            let words = explain_row(text, problem);
            let label = Label::new(words).wrap().sense(egui::Sense::click());
            if ui.add(label).clicked() {
                *line = problem.lines.first().copied();
            }
        });
    }
    let unlisted = plan.problems.unlisted();
    if unlisted > 0 {
        ui.label(muted(theme, text.with(msg!("import-more"), &[("rows", unlisted.into())])));
    }
}

/// Remarks that the file itself calls for.
fn remarks(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake) {
    let Some(reading) = &intake.reading else { return };
    let remarks = explain_remarks(cx.text, &intake.workbook, &reading.headed);
    if remarks.is_empty() {
        return;
    }
    section(ui, &cx.theme, cx.text.get(msg!("wizard-remarks")));
    for words in remarks {
        paragraph(ui, muted(&cx.theme, words));
    }
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, free: bool) {
    let (theme, text) = (&cx.theme, cx.text);
    if intake.stopped {
        ui.label(muted(theme, text.get(msg!("wizard-stopped"))));
    }
    ui.horizontal_wrapped(|ui| {
        let plan = intake.plan.as_ref().map(|(_, plan)| plan);
        let plan = plan.filter(|_| !intake.asks_layout());
        let whole = plan.is_some_and(|plan| plan.is_whole() && !plan.is_empty());
        let some = plan.is_some_and(|plan| !plan.is_whole() && !plan.is_blocked());
        let part = some && plan.is_some_and(|plan| !plan.is_empty());
        if some {
            ui.add_enabled_ui(part, |ui| {
                let words = text.get(msg!("wizard-take-right"));
                if button(ui, theme, None, words).clicked() {
                    cx.push(Action::Intake(IntakeAct::TakeIn { skip_bad: true }));
                }
            });
        } else {
            ui.add_enabled_ui(whole, |ui| {
                let response = primary_button(ui, theme, text.get(msg!("wizard-take")));
                if free && whole {
                    response.request_focus();
                }
                if response.clicked() {
                    cx.push(Action::Intake(IntakeAct::TakeIn { skip_bad: false }));
                }
            });
        }
        let cancel = button(ui, theme, None, text.get(msg!("cancel")));
        if std::mem::take(&mut intake.leaving) {
            cancel.request_focus();
        }
        if cancel.clicked() {
            cx.push(Action::Dismiss);
        }
    });
    let plan = intake.plan.as_ref().map(|(_, plan)| plan);
    if let Some(plan) = plan.filter(|plan| plan.is_whole() && plan.is_empty()) {
        let is_bare = plan.rows.is_empty();
        let said = if is_bare { msg!("wizard-no-rows") } else { msg!("wizard-nothing") };
        ui.label(caption(theme, text.get(said)));
    }
}
