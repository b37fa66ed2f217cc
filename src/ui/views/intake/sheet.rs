//! The table as it is: its rows, and above each column what it holds.

use egui::{
    Align2, AtomExt as _, Button, Event, Id, Key, Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2,
};

use super::{Intake, Origin, column_words, field_words};
use crate::exchange::intake::{Fate, Field, Layout, Mapping, Plan};
use crate::exchange::{NO_HEADER, Sheet};
use crate::library::states_by_name;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::IntakeAct;
use crate::ui::theme::strong;
use crate::ui::widgets::{
    Choice, GridFocus, caption, drop_down, elided, group_choices, in_view, muted, option_label,
    party_choices, picker, proposal_choices,
};

/// The focus of the table.
const FOCUS: GridFocus = GridFocus::new("intake");

/// How many rows are shown at once, and how many cells.
const ROWS: usize = 400;
const CELLS: usize = 100_000;

/// How many of the first rows can be the header.
const HEADERS: usize = 50;

/// How much of a cell is shown, in characters.
const SHOWN: usize = 80;

/// Some rows of a table, ready to be drawn.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The rows.
    pub rows: Vec<TableLine>,
    /// How wide each column is, in characters.
    pub widths: Vec<usize>,
    /// Whether there are rows above these.
    pub more_above: bool,
    /// Whether there are rows below these.
    pub more_below: bool,
}

/// One row.
#[derive(Clone, Debug)]
pub struct TableLine {
    /// Its line in the file.
    pub line: u64,
    /// The beginnings of its cells.
    pub cells: Vec<String>,
}

impl Lines {
    /// The first rows of a table with this header.
    pub fn of(sheet: &Sheet, header: u64, columns: usize) -> Self {
        Self::part(sheet, 0, header, columns)
    }

    /// The rows around a line.
    pub fn around(sheet: &Sheet, line: u64, columns: usize) -> Self {
        let before = sheet.all_rows().take_while(|row| row.line < line).count();
        Self::part(sheet, before.saturating_sub(ROWS / 2), 0, columns)
    }

    /// Whether a line is among them.
    pub fn has(&self, line: u64) -> bool {
        self.rows.binary_search_by_key(&line, |row| row.line).is_ok()
    }

    fn part(sheet: &Sheet, first: usize, header: u64, columns: usize) -> Self {
        let mut lines = Self { more_above: first > 0, ..Self::default() };
        let mut cells = 0;
        let mut rows = sheet.all_rows().skip(first).peekable();
        while lines.rows.len() < ROWS && cells < CELLS {
            let Some(row) = rows.next() else { break };
            cells += row.cells.len();
            let short = |cell: &std::borrow::Cow<'_, str>| {
                let words = cell.chars().take(SHOWN);
                words.map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()
            };
            let cells: Vec<_> = row.cells.iter().map(short).collect();
            let width = cells.len().max(columns);
            if lines.widths.len() < width {
                lines.widths.resize(width, 0);
            }
            // A title above the table may extend over other columns.
            for (widest, cell) in lines.widths.iter_mut().zip(&cells).filter(|_| row.line >= header)
            {
                *widest = (*widest).max(cell.chars().count());
            }
            lines.rows.push(TableLine { line: row.line, cells });
        }
        lines.more_below = rows.peek().is_some();
        lines
    }
}

/// The letters over a column in a spreadsheet.
fn letters(column: usize) -> String {
    let at = crate::exchange::CellAt {
        column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        ..crate::exchange::CellAt::default()
    };
    at.letters()
}

/// The positions of the columns, in points from the left.
struct Columns {
    gutter: f32,
    // The row with the cursor in this frame: a click moves it for the next one.
    cursor: usize,
    // The left edge of each, and at the end the right edge of the last.
    edges: Vec<f32>,
}

impl Columns {
    fn new(cx: &Cx<'_>, mapping: &Mapping, lines: &Lines, cursor: usize) -> Self {
        let sizes = cx.theme.sizes;
        let letter = sizes.text.body * 0.55;
        let (least, most) = (sizes.space.xxl * 4.0, sizes.space.xxl * 9.0);
        // Wide enough for the button above it, which says what it holds.
        let above = |at: usize| {
            let words = column_words(cx, mapping, mapping.columns.get(at)).chars().count() + 6;
            words as f32 * letter + sizes.shape.icon + sizes.space.l
        };
        let mut edges = vec![0.0];
        let mut at = 0.0;
        for (place, width) in lines.widths.iter().enumerate() {
            let width = (*width as f32 * letter + sizes.space.l).max(above(place));
            at += width.clamp(least, most);
            edges.push(at);
        }
        let digits = lines.rows.last().map_or(1, |row| row.line.to_string().len());
        let gutter = digits as f32 * letter + sizes.shape.icon + sizes.space.m * 2.0;
        Self { gutter, cursor, edges }
    }

    fn width(&self) -> f32 {
        self.gutter + self.edges.last().copied().unwrap_or_default()
    }

    fn count(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The columns in view at this scroll position.
    fn seen(&self, scrolled: f32, room: f32) -> std::ops::Range<usize> {
        let room = room - self.gutter;
        let first = self.edges.partition_point(|edge| *edge <= scrolled).saturating_sub(1);
        let last = self.edges.partition_point(|edge| *edge < scrolled + room);
        first..last.min(self.count())
    }
}

/// Draws the table.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake) {
    let theme = &cx.theme;
    let Some(lines) = intake.reading.as_ref().map(|reading| reading.lines.clone()) else {
        ui.add_space(theme.sizes.space.l);
        ui.label(muted(theme, cx.text.get(msg!("wizard-looking"))));
        return;
    };
    keys(ui, cx, intake, &lines);
    let Some(mapping) = intake.reading.as_ref().map(|reading| &reading.mapping) else { return };
    let columns = Columns::new(cx, mapping, &lines, intake.cursor);
    let height = theme.sizes.row.list + theme.sizes.space.xs;
    let size = Vec2::new(ui.available_width(), height);
    let (head, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.spacing_mut().item_spacing.y = 0.0;
    heads(ui, cx, intake, &columns, head);
    let foot = if lines.more_above || lines.more_below { theme.sizes.row.list } else { 0.0 };
    let room = (ui.available_height() - foot).max(theme.sizes.row.list);
    let row = theme.sizes.row.matrix;
    let mut area = ScrollArea::both().id_salt("intake-rows").auto_shrink(false).max_height(room);
    if std::mem::take(&mut intake.reveal) {
        let at = row * intake.cursor as f32;
        let seen = intake.offset.y..=intake.offset.y + room - row * 2.0;
        if !seen.contains(&at) {
            area = area.vertical_scroll_offset((at - room / 3.0).max(0.0));
        }
    }
    let before = intake.offset.x;
    area = area.horizontal_scroll_offset(before);
    let output = area.show_viewport(ui, |ui, view| {
        ui.set_width(columns.width());
        ui.set_height(row * lines.rows.len() as f32);
        let rows = in_view(view.top(), row, view.height(), lines.rows.len());
        for place in rows {
            one_row(ui, cx, intake, &columns, &lines, place, view);
        }
    });
    intake.offset = output.state.clamped_offset();
    if foot > 0.0 {
        ui.label(caption(theme, cx.text.get(msg!("wizard-part"))));
    }
}

/// Whether a row can be the header: a click far below means something else.
fn can_head(lines: &Lines, place: usize) -> bool {
    !lines.more_above && place < HEADERS
}

/// Moves the cursor with the arrows; Enter makes its row the header.
fn keys(ui: &Ui, cx: &Cx<'_>, intake: &mut Intake, lines: &Lines) {
    let last = lines.rows.len().saturating_sub(1);
    let before = intake.cursor;
    for event in FOCUS.events(ui) {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { continue };
        if modifiers.any() {
            continue;
        }
        match key {
            Key::ArrowDown => intake.cursor = (intake.cursor + 1).min(last),
            Key::ArrowUp => intake.cursor = intake.cursor.saturating_sub(1),
            Key::PageDown => intake.cursor = (intake.cursor + 20).min(last),
            Key::PageUp => intake.cursor = intake.cursor.saturating_sub(20),
            Key::Home => intake.cursor = 0,
            Key::End => intake.cursor = last,
            Key::ArrowRight => intake.offset.x += cx.theme.sizes.space.xxl,
            Key::ArrowLeft => {
                intake.offset.x = (intake.offset.x - cx.theme.sizes.space.xxl).max(0.0);
            }
            Key::Enter | Key::Space => {
                if let Some(row) = lines.rows.get(intake.cursor)
                    && can_head(lines, intake.cursor)
                {
                    cx.push(Action::Intake(IntakeAct::Header(row.line)));
                }
            }
            _ => {}
        }
    }
    intake.reveal |= intake.cursor != before;
}

/// The buttons above the columns that say what each holds.
fn heads(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake, columns: &Columns, rect: Rect) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(reading) = &intake.reading else { return };
    let space = &theme.sizes.space;
    let clip = Rect::from_min_max(pos2(rect.left() + columns.gutter, rect.top()), rect.max);
    let mut child = ui.new_child(UiBuilder::new().id_salt("intake-heads").max_rect(rect));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    let left = clip.left() - intake.offset.x;
    let seen = columns.seen(intake.offset.x, rect.width());
    // One more on each side, so that Tab can reach it.
    let drawn = seen.start.saturating_sub(1)..(seen.end + 1).min(columns.count());
    let mut scroll = None;
    for at in drawn {
        let (from, to) = (columns.edges[at], columns.edges[at + 1]);
        let column = reading.mapping.columns.get(at);
        let field = column.and_then(|column| column.field);
        let guessed = reading.origin == Origin::Guess && reading.by_content.contains(&at);
        let place = Rect::from_min_max(
            pos2(left + from, rect.top()),
            pos2(left + to - space.xs, rect.top() + theme.sizes.row.list),
        );
        let letters = letters(at);
        let mut words = column_words(cx, &reading.mapping, column);
        if guessed {
            words.push_str(" ?");
        }
        let colour = if field.is_some() { theme.colours.accent } else { theme.colours.muted };
        // A long label is cut at its end, so that the letters before it stay.
        let label = egui::RichText::new(&words).color(colour).atom_shrink(true);
        let bare = reading.mapping.header == NO_HEADER;
        let heading = column.map_or("", |column| column.heading.as_str());
        let name = [
            ("letters", letters.as_str().into()),
            ("heading", heading.into()),
            ("holds", words.as_str().into()),
        ];
        let id = if bare { msg!("wizard-column-bare") } else { msg!("wizard-column") };
        let name = text.with(id, &name);
        let button = Button::new((caption(theme, &letters), label, Icon::Down.text(theme)));
        let response = child.push_id(at, |ui| ui.put(place, button.truncate())).inner;
        let response = response.accessible_name(&name).on_hover_text(&name);
        if response.gained_focus() && !(clip.left()..=clip.right()).contains(&place.right()) {
            scroll = Some((from - space.xxl).max(0.0));
        }
        if bare && reading.mapping.layout.has_cells() {
            let choices = || stands(cx, reading.mapping.layout, at);
            if let Some(act) = picker(cx, &response, &name, choices) {
                cx.push(Action::Intake(act));
            }
            continue;
        }
        drop_down(&response).accessible_name(&*name).show(|ui| {
            ScrollArea::vertical().max_height(space.xxl * 12.0).show(ui, |ui| {
                let options = reading.mapping.layout.fields().map(Some).chain([None]);
                for option in options {
                    if option_label(
                        ui,
                        option == field,
                        field_words(cx, reading.mapping.layout, option),
                    )
                    .clicked()
                    {
                        cx.push(Action::Intake(IntakeAct::Column(at, option)));
                        ui.close();
                    }
                }
            });
        });
    }
    if let Some(scroll) = scroll {
        intake.offset.x = scroll;
    }
}

/// The choices for a column of a table without a header: its fields and the stances on each
/// proposal, or of each party.
fn stands(cx: &Cx<'_>, layout: Layout, at: usize) -> Vec<Choice<IntakeAct>> {
    let text = cx.text;
    let fields = layout.fields().filter(|it| *it != Field::Cells).map(Some).chain([None]);
    let mut choices: Vec<_> = fields
        .map(|field| Choice {
            value: IntakeAct::Column(at, field),
            name: field_words(cx, layout, field).to_owned(),
        })
        .collect();
    if layout == Layout::Matrix {
        let known = proposal_choices(cx, |_| true).into_iter().filter_map(|it| {
            let code = cx.snapshot.proposals.get(it.value)?.code.clone();
            Some(Choice { value: IntakeAct::Stands(at, code), name: it.name })
        });
        choices.extend(known);
        let own = [("letters", letters(at).into())];
        let own = text.with(msg!("wizard-column-name"), &own);
        let name = text.with(msg!("wizard-new-on"), &[("name", own.as_str().into())]);
        choices.push(Choice { value: IntakeAct::Stands(at, own), name });
    } else if layout == Layout::Crosses {
        choices.extend(group_choices(cx, |_| true).into_iter().filter_map(|it| {
            let code = cx.snapshot.groups.get(it.value)?.code.clone();
            Some(Choice { value: IntakeAct::Stands(at, code), name: it.name })
        }));
    } else {
        let known = party_choices(cx, |_| true).into_iter().filter_map(|it| {
            let code = cx.snapshot.parties.get(it.value)?.code.clone();
            Some(Choice { value: IntakeAct::Stands(at, code), name: it.name })
        });
        choices.extend(known);
        let here = |iso3: &str| cx.snapshot.party_by_code(iso3).is_some();
        let others = states_by_name(text.language()).into_iter();
        let others = others.filter(|(state, _)| !here(&state.iso3)).map(|(state, name)| Choice {
            value: IntakeAct::Stands(at, state.iso3.clone()),
            name: format!("{name} · {}", state.iso3),
        });
        choices.extend(others);
    }
    choices
}

fn one_row(
    ui: &Ui,
    cx: &Cx<'_>,
    intake: &mut Intake,
    columns: &Columns,
    lines: &Lines,
    place: usize,
    view: Rect,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let (Some(reading), Some(row)) = (&intake.reading, lines.rows.get(place)) else { return };
    let (height, space) = (sizes.row.matrix, &sizes.space);
    let origin = ui.min_rect().min;
    let left = origin.x + view.left();
    let top = origin.y + height * place as f32;
    let rect = Rect::from_min_size(pos2(left, top), Vec2::new(view.width(), height));
    let upper = reading.mapping.upper.as_ref().map(|upper| upper.line);
    let is_header = row.line == reading.mapping.header || Some(row.line) == upper;
    let is_above = row.line < reading.mapping.header && !is_header;
    let name = || {
        let cells = row.cells.iter().filter(|cell| !cell.is_empty()).take(12);
        let cells = cells.map(String::as_str).collect::<Vec<_>>().join("; ");
        let line = [("line", row.line.to_string().into()), ("cells", cells.into())];
        let id = if is_header { msg!("wizard-row-header") } else { msg!("wizard-row") };
        text.with(id, &line)
    };
    let response = ui.interact(rect, Id::unique(("intake-row", row.line)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, is_header, name()));
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked() {
        intake.cursor = place;
        if !is_header && can_head(lines, place) {
            cx.push(Action::Intake(IntakeAct::Header(row.line)));
        }
    }
    let painter = ui.painter();
    let fill = if is_header {
        Some(colours.accent_soft)
    } else {
        response.hovered().then_some(colours.hover)
    };
    if let Some(fill) = fill {
        painter.rect_filled(rect, 0, fill);
    }
    painter.hline(rect.x_range(), rect.bottom(), theme.hairline());
    // The cells.
    let cells = Rect::from_min_max(pos2(left + columns.gutter, top), rect.max);
    let clipped = painter.with_clip_rect(cells.intersect(ui.clip_rect()));
    for at in columns.seen(view.left(), view.width()) {
        let Some(cell) = row.cells.get(at).filter(|cell| !cell.is_empty()) else { continue };
        let field = reading.mapping.columns.get(at).and_then(|column| column.field);
        let (from, to) = (columns.edges[at], columns.edges[at + 1]);
        let x = cells.left() - view.left() + from + space.xs;
        let size = sizes.text.body;
        let (font, ink) = match (is_header, field) {
            (true, Some(_)) => (egui::FontId::new(size, strong()), colours.ink),
            (true, None) => (theme.font(size), colours.muted),
            (false, Some(_)) if !is_above => (theme.font(size), colours.ink),
            (false, _) => (theme.font(size), colours.faint),
        };
        let at = pos2(x, top + (height - size * 1.3) / 2.0);
        let width = if is_above { cells.right() - x } else { to - from - space.s };
        elided(&clipped, at, width, 1, cell, font, ink);
    }
    // Its number, and its fate.
    let number = pos2(left + columns.gutter - sizes.shape.icon - space.m, rect.center().y);
    let font = theme.font(sizes.text.caption);
    painter.text(number, Align2::RIGHT_CENTER, row.line.to_string(), font, colours.muted);
    let fate = intake.plan.as_ref().and_then(|(_, plan)| fate_of(plan, row.line));
    if let Some((icon, colour)) = fate.and_then(|fate| mark(cx, fate)) {
        let centre = Pos2::new(number.x + space.s + sizes.shape.icon / 2.0, number.y);
        icon.paint(painter, centre, sizes.text.caption, colour);
    }
    if place == columns.cursor {
        let response = FOCUS.place(ui, rect, is_header, || {
            if is_header || !can_head(lines, place) {
                return name();
            }
            format!("{}. {}", name(), text.get(msg!("wizard-make-header")))
        });
        if response.has_focus() {
            painter.rect_stroke(rect, 0, theme.focus_ring(), egui::StrokeKind::Inside);
        }
    }
}

/// The worst fate in a row.
fn fate_of(plan: &Plan, line: u64) -> Option<Fate> {
    let place = plan.rows.binary_search_by_key(&line, |row| row.line).ok()?;
    let tally = plan.rows.get(place)?.tally;
    let order = [Fate::Wrong, Fate::Changed, Fate::New, Fate::Same, Fate::Silent, Fate::LeftOut];
    order.into_iter().find(|fate| tally.of(*fate) > 0)
}

/// The sign beside a row; a row that changes nothing has none.
pub(super) fn mark(cx: &Cx<'_>, fate: Fate) -> Option<(Icon, egui::Color32)> {
    let colours = cx.theme.colours;
    match fate {
        Fate::New => Some((Icon::Add, colours.ok)),
        Fate::Changed => Some((Icon::Edit, colours.accent)),
        Fate::Same => Some((Icon::Check, colours.faint)),
        Fate::Wrong => Some((Icon::Warning, colours.warn)),
        Fate::Silent | Fate::LeftOut => None,
    }
}
