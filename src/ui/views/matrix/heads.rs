//! Heads: of a proposal's column, of a camp, of a party's row.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, FontId, Painter, Rect, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::analysis::{Column, Outcome, Rule, Tally};
use crate::model::{Camp, CampBasis, Keyed, Party, Proposal, Slot};
use crate::text::lower;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::theme::Theme;
use crate::ui::widgets::{camp_icon, caption, paragraph, strong, tally_bar, tally_words};

/// The rules in the order in which their marks stand.
const RULES: [Rule; 3] = [Rule::Consensus, Rule::TwoThirds, Rule::Majority];

/// The height of the head of a column.
pub(super) fn column_height(theme: &Theme) -> f32 {
    let (text, space) = (&theme.sizes.text, &theme.sizes.space);
    // Code, two lines of title, bar, verdict, marks.
    line(text.body) + 2.0 * line(text.caption) + space.m + 2.0 * line(text.caption) + space.s
}

fn line(size: f32) -> f32 {
    (size * 1.3).ceil()
}

/// Draws the head of a proposal's column; a click selects the proposal.
pub(super) fn column(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    (slot, proposal): (Slot, &Proposal),
) {
    let Some(figures) = cx.derived.coalition.column(slot) else { return };
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let id = egui::Id::unique(("column", proposal.id.0));
    let response = ui.interact(rect, id, Sense::CLICK);
    let name = || {
        let verdict = RULES.map(|rule| outcome_words(cx, rule, figures)).join(", ");
        format!("{}, {}, {verdict}", proposal.code, text.of(&proposal.title))
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, name()));
    let selected = state.selection == Selection::Proposal(proposal.id);
    if selected || response.hovered() {
        let fill = if selected { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, theme.corner(), fill);
    }
    let inner = rect.shrink2(vec2(sizes.space.xs, sizes.space.xs));
    let painter = ui.painter().with_clip_rect(inner.expand(1.0).intersect(ui.clip_rect()));
    let mut top = inner.top();
    let code = cx.derived.short_code(&proposal.code);
    let font = theme.strong(sizes.text.body);
    elided(&painter, inner.left_top(), inner.width(), 1, code, font, colours.ink);
    top += line(sizes.text.body);
    let font = theme.font(sizes.text.caption);
    let title = text.of(&proposal.title);
    two_lines(&painter, pos2(inner.left(), top), inner.width(), title, font, colours.muted);
    top += 2.0 * line(sizes.text.caption) + sizes.space.xs;
    let bar =
        Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), sizes.space.s - 2.0));
    tally_bar(&painter, theme, bar, &figures.tally);
    top += sizes.space.s;
    let outcome = figures.adoption.under(state.matrix.rule);
    let (_, colour) = outcome_look(theme, outcome);
    let font = theme.strong(sizes.text.caption);
    elided(&painter, pos2(inner.left(), top), inner.width(), 1, text.label(outcome), font, colour);
    top += line(sizes.text.caption);
    marks(&painter, theme, pos2(inner.left(), top), inner.width(), figures);
    if response.clicked() {
        state.selection = Selection::Proposal(proposal.id);
    }
    if response.hovered() {
        response.on_hover_ui(|ui| column_card(ui, cx, proposal, figures));
    }
}

/// A mark for each rule: its sign, and whether it adopts, fails or is open.
fn marks(painter: &Painter, theme: &Theme, at: egui::Pos2, width: f32, figures: &Column) {
    let size = theme.sizes.text.caption;
    let step = (width / 3.0).floor();
    for (place, rule) in RULES.into_iter().enumerate() {
        let (icon, colour) = outcome_look(theme, figures.adoption.under(rule));
        let left = at + Vec2::new(step * place as f32, 0.0);
        let sign = painter.text(
            left,
            Align2::LEFT_TOP,
            rule_sign(rule),
            theme.font(size),
            theme.colours.muted,
        );
        let centre = pos2(sign.right() + size * 0.6, sign.center().y);
        icon.paint(painter, centre, size, colour);
    }
}

fn rule_sign(rule: Rule) -> &'static str {
    match rule {
        Rule::Consensus => "C",
        Rule::TwoThirds => "⅔",
        Rule::Majority => "½",
    }
}

fn outcome_look(theme: &Theme, outcome: Outcome) -> (Icon, egui::Color32) {
    match outcome {
        Outcome::Adopts => (Icon::Check, theme.colours.ok),
        Outcome::Fails => (Icon::Close, theme.colours.danger),
        Outcome::Open => (Icon::Hourglass, theme.colours.warn),
    }
}

fn outcome_words(cx: &Cx<'_>, rule: Rule, figures: &Column) -> String {
    let outcome = figures.adoption.under(rule);
    format!("{}: {}", cx.text.label(rule), lower(cx.text.label(outcome)))
}

fn column_card(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal, figures: &Column) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.set_max_width(theme.sizes.space.xxl * 10.0);
    ui.label(strong(theme, &proposal.code));
    paragraph(ui, text.of(&proposal.title));
    ui.label(caption(theme, tally_words(text, &figures.tally)));
    for rule in RULES {
        let (icon, colour) = outcome_look(theme, figures.adoption.under(rule));
        ui.horizontal(|ui| {
            ui.label(icon.text(theme).color(colour));
            ui.label(outcome_words(cx, rule, figures));
        });
    }
}

/// What the head of a camp says of one proposal: how many can live with it as a share and
/// a bar, and below how many object and are unknown.
pub(super) fn camp_cell(
    painter: &Painter,
    theme: &Theme,
    text: crate::text::Text,
    rect: Rect,
    tally: &Tally,
) {
    let sizes = theme.sizes;
    let height = line(sizes.text.caption - 1.0);
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width(), 2.0 * height))
        .shrink2(vec2(sizes.space.xs * 0.75, 0.0));
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let share = text.percent(tally.can_live_with(), tally.total());
    // What is unknown can only make it more.
    let share = match tally.unknown() {
        0 => share,
        unknown if unknown == tally.total() => "–".to_owned(),
        _ => format!("≥{share}"),
    };
    let font = theme.font(sizes.text.caption - 1.0);
    let ink = theme.colours.ink;
    painter.text(inner.left_top(), Align2::LEFT_TOP, share, font.clone(), ink);
    // Room for the widest share, so that the bars of a camp line up.
    let left = inner.left() + sizes.text.caption * 3.0;
    let middle = inner.top() + height / 2.0;
    let bar = Rect::from_x_y_ranges(
        left..=inner.right(),
        middle - sizes.space.xs / 2.0..=middle + sizes.space.xs / 2.0,
    );
    tally_bar(&painter, theme, bar, tally);
    // Nobody is not worth a figure: what is left out is nought.
    let below = [
        (Align2::LEFT_TOP, inner.left(), "−−", tally.against()),
        (Align2::RIGHT_TOP, inner.right(), "?", tally.unknown()),
    ];
    for (align, x, sign, count) in below {
        if count > 0 {
            let at = pos2(x, inner.top() + height);
            let words = format!("{sign}{count}");
            painter.text(at, align, words, font.clone(), theme.colours.muted);
        }
    }
}

/// What a screen reader says of a camp and one proposal.
pub(super) fn camp_cell_name(
    cx: &Cx<'_>,
    camp: Camp,
    proposal: &Proposal,
    tally: &Tally,
) -> String {
    let arguments = [
        ("camp", cx.text.label(camp).into()),
        ("proposal", proposal.code.as_str().into()),
        ("share", cx.text.percent(tally.can_live_with(), tally.total()).into()),
        ("objects", tally.against().into()),
        ("unknown", tally.unknown().into()),
    ];
    let id = match tally.unknown() {
        0 => "camp-summary",
        unknown if unknown == tally.total() => "camp-summary-unknown",
        _ => "camp-summary-at-least",
    };
    cx.text.with(id, &arguments)
}

/// Draws the head of a camp at the left; a click folds or unfolds it.
pub(super) fn camp(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    camp: Camp,
    shown: usize,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let folded = state.matrix.folded[camp as usize];
    let id = egui::Id::unique(("camp", camp.key()));
    let response = ui.interact(rect, id, Sense::click());
    let all = cx.derived.coalition.camps.count(camp);
    let count = if shown == all {
        text.with("status-parties", &[("count", all.into())])
    } else {
        text.with("count-of", &[("shown", shown.into()), ("all", all.into())])
    };
    response.widget_info(|| {
        let fold = text.get(if folded { "unfold" } else { "fold" });
        let name = format!("{}, {count}, {fold}", text.label(camp));
        WidgetInfo::selected(egui::Role::Button, true, !folded, name)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, colours.hover);
    }
    if response.has_focus() {
        let ring = rect.shrink(sizes.shape.focus);
        ui.painter().rect_stroke(ring, theme.corner(), theme.focus_ring(), StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let chevron = if folded { Icon::Right } else { Icon::Down };
    let icon = sizes.shape.icon;
    chevron.paint(ui.painter(), pos2(rect.left() + icon / 2.0, middle), icon, colours.muted);
    let shape = pos2(rect.left() + icon * 1.5 + sizes.space.xs, middle);
    camp_icon(camp).paint(ui.painter(), shape, icon - 2.0, colours.ink);
    let left = shape.x + icon / 2.0 + sizes.space.xs + 2.0;
    let width = rect.right() - left;
    let font = theme.strong(sizes.text.body);
    let name = job(text.label(camp), font, colours.ink, width, 1);
    let name = ui.painter().layout_job(name);
    let font = theme.font(sizes.text.caption - 1.0);
    let count = ui.painter().layout_job(job(&count, font, colours.muted, width, 1));
    let top = middle - (name.size().y + count.size().y) / 2.0;
    let below = top + name.size().y;
    ui.painter().galley(pos2(left, top), name, colours.ink);
    ui.painter().galley(pos2(left, below), count, colours.muted);
    if response.clicked() {
        state.matrix.folded[camp as usize] = !folded;
    }
}

/// Draws the name of a party and its index; a click selects the party.
pub(super) fn party(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    size: f32,
    (slot, party): (Slot, &Party),
) {
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let reading = cx.derived.coalition.camps.get(slot);
    let id = egui::Id::unique(("row", party.id.0));
    let response = ui.interact(rect, id, Sense::CLICK);
    let index = reading.and_then(|reading| reading.index);
    let shown = index.map_or_else(|| "–".to_owned(), |index| text.index(index));
    response.widget_info(|| {
        let camp = reading.map_or("", |reading| text.label(reading.camp));
        let name = format!("{}, {camp}, {shown}", text.of(&party.name));
        WidgetInfo::labeled(egui::Role::RowHeader, true, name)
    });
    let selected = state.selection.party() == Some(party.id);
    if selected || response.hovered() {
        let fill = if selected { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, 0, fill);
    }
    let font = theme.font(sizes.text.caption - 1.0);
    let number = ui.painter().layout_no_wrap(shown, font, colours.muted);
    let right = rect.right() - sizes.space.s;
    let middle = rect.center().y;
    let mut end = right - number.size().x;
    ui.painter().galley(pos2(end, middle - number.size().y / 2.0), number, colours.muted);
    if reading.is_some_and(|reading| reading.basis == CampBasis::User) {
        end -= sizes.shape.icon;
        Icon::Edit.paint(ui.painter(), pos2(end, middle), sizes.text.caption, colours.accent);
    }
    let left = rect.left() + sizes.space.xl;
    let font = theme.font(size);
    let name = job(text.of(&party.name), font, colours.ink, end - left - sizes.space.xs, 1);
    let name = ui.painter().layout_job(name);
    ui.painter().galley(pos2(left, middle - name.size().y / 2.0), name, colours.ink);
    if response.clicked() {
        state.selection = Selection::Party(party.id);
    }
    if response.hovered() {
        response.on_hover_text(party_card(cx, slot, party));
    }
}

fn party_card(cx: &Cx<'_>, slot: Slot, party: &Party) -> String {
    let text = cx.text;
    let Some(reading) = cx.derived.coalition.camps.get(slot) else { return String::new() };
    let basis = match (reading.basis, reading.index) {
        (CampBasis::Votes, Some(index)) => text.with(
            "camp-from-votes",
            &[("index", text.index(index).into()), ("votes", reading.votes.into())],
        ),
        (CampBasis::User, _) => {
            text.with("camp-from-user", &[("computed", text.label(reading.computed).into())])
        }
        _ => text.with("camp-from-nothing", &[("votes", reading.votes.into())]),
    };
    format!("{}\n{}\n{basis}", text.of(&party.name), text.label(reading.camp))
}

/// Draws text in at most so many lines, with an ellipsis where it is longer.
pub fn elided(
    painter: &Painter,
    at: egui::Pos2,
    width: f32,
    lines: usize,
    words: &str,
    font: FontId,
    colour: egui::Color32,
) {
    let galley = painter.layout_job(job(words, font, colour, width, lines));
    painter.galley(at, galley, colour);
}

/// Draws text in two lines, broken between words.
fn two_lines(
    painter: &Painter,
    at: egui::Pos2,
    width: f32,
    words: &str,
    font: FontId,
    colour: egui::Color32,
) {
    let fits = |end: usize| {
        let line = words[..end].to_owned();
        painter.layout_no_wrap(line, font.clone(), colour).size().x <= width
    };
    let mut ends = words.match_indices(' ').map(|(end, _)| end).chain([words.len()]);
    // A first word that is too long has its line to itself.
    let first = ends.next().unwrap_or_default();
    let end = ends.take_while(|end| fits(*end)).last().unwrap_or(first);
    elided(painter, at, width, 1, &words[..end], font.clone(), colour);
    let below = at + vec2(0.0, line(font.size));
    elided(painter, below, width, 1, words[end..].trim_start(), font, colour);
}

fn job(words: &str, font: FontId, colour: egui::Color32, width: f32, lines: usize) -> LayoutJob {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        break_anywhere: lines == 1,
        overflow_character: Some('…'),
    };
    job
}

/// The legend of the signs, for the corner of the matrix.
pub(super) fn legend(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let (theme, text) = (&cx.theme, cx.text);
    let font = theme.font(theme.sizes.text.caption);
    let lines = [
        text.get("legend-support"),
        text.get("legend-accept"),
        text.get("legend-object"),
        text.get("legend-instructions"),
        text.get("legend-unknown"),
    ];
    let mut at =
        rect.left_bottom() - vec2(0.0, lines.len() as f32 * line(theme.sizes.text.caption));
    at += vec2(theme.sizes.space.s, -theme.sizes.space.xs);
    for words in lines {
        ui.painter().text(at, Align2::LEFT_TOP, words, font.clone(), theme.colours.muted);
        at.y += line(theme.sizes.text.caption);
    }
}

/// Draws a proposal as the head of a row; a click selects it.
pub fn proposal_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    proposal: &Proposal,
) {
    let theme = &cx.theme;
    let (colours, sizes) = (theme.colours, theme.sizes);
    let id = egui::Id::unique(("line", proposal.id.0));
    let response = ui.interact(rect, id, Sense::CLICK);
    let title = cx.text.of(&proposal.title);
    let name = || format!("{}, {title}", proposal.code);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RowHeader, true, name()));
    let selected = state.selection == Selection::Proposal(proposal.id);
    if selected || response.hovered() {
        let fill = if selected { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, 0, fill);
    }
    let inner = rect.shrink2(vec2(sizes.space.xs, 1.0));
    let code = cx.derived.short_code(&proposal.code);
    let font = theme.strong(sizes.text.caption);
    elided(ui.painter(), inner.left_top(), inner.width(), 1, code, font, colours.ink);
    let at = inner.left_top() + vec2(0.0, line(sizes.text.caption));
    let font = theme.font(sizes.text.caption);
    elided(ui.painter(), at, inner.width(), 1, title, font, colours.muted);
    if response.clicked() {
        state.selection = Selection::Proposal(proposal.id);
    }
    if response.hovered() {
        response.on_hover_text(name());
    }
}
