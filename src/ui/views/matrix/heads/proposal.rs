//! The head of a proposal, as a column or as a row.

use egui::{Align2, Painter, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Dragged, acted_on, columns, is_chosen, line, on_lines, two_lines_width};
use crate::analysis::{Column, Outcome, Rule};
use crate::model::{Keyed, Proposal, Slot};
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::inspector::adopted_yet_fails;
use crate::ui::state::{Selection, ViewState};
use crate::ui::theme::Theme;
use crate::ui::widgets::{
    caption, elided, muted, paragraph, said_above, strong, tally_bar, tally_words,
};

/// The lines that the title takes in a low head, which has the verdict only in words.
pub(in super::super) const LOW: usize = 1;

/// The height of a column's head whose title takes this many lines.
pub(in super::super) fn column_height(theme: &Theme, lines: usize) -> f32 {
    let (text, space) = (&theme.sizes.text, &theme.sizes.space);
    let title = lines as f32 * line(text.caption);
    if lines == LOW {
        return line(text.body) + title + line(text.caption) + space.s;
    }
    // Code, title, bar, verdict, marks.
    line(text.body) + title + space.m + 2.0 * line(text.caption) + space.s
}

/// The width of a column that shows this title in full on two lines.
pub(in super::super) fn title_width(painter: &Painter, theme: &Theme, title: &str) -> f32 {
    let sizes = theme.sizes;
    let words = two_lines_width(painter, title, &theme.font(sizes.text.caption));
    (words + 2.0 * sizes.space.xs).ceil() + sizes.space.hair
}

/// Draws the head of a proposal's column; a click selects the proposal. Returns the head while it is
/// dragged.
pub(in super::super) fn column(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    (rect, lines): (Rect, usize),
    (slot, proposal): (Slot, &Proposal),
) -> Option<Dragged> {
    let figures = cx.figures.coalition().column(slot)?;
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let id = egui::Id::unique(("column", proposal.id.0));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    let name = || {
        let rules = Rule::ALL.iter();
        let mut verdict: Vec<_> = rules.map(|rule| outcome_words(cx, *rule, figures)).collect();
        // If nobody decides, all rules give the same answer.
        verdict.dedup();
        let verdict = verdict.join(", ");
        format!("{}, {}, {verdict}", proposal.code, text.of(&proposal.title))
    };
    let selected = is_chosen(state, Selection::Proposal(proposal.id));
    response.widget_info(|| WidgetInfo::selected(egui::Role::ColumnHeader, true, selected, name()));
    if selected || response.hovered() {
        let fill = if selected { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, theme.corner(), fill);
    }
    let inner = rect.shrink2(vec2(sizes.space.xs, sizes.space.xs));
    let painter = ui.painter().with_clip_rect(inner.expand(1.0).intersect(ui.clip_rect()));
    let mut top = inner.top();
    let code = cx.figures.short_code(&proposal.code);
    let font = theme.strong(sizes.text.body);
    elided(&painter, inner.left_top(), inner.width(), 1, code, font, colours.ink);
    top += line(sizes.text.body);
    let font = theme.font(sizes.text.caption);
    let title = text.of(&proposal.title);
    let at = (pos2(inner.left(), top), inner.width());
    on_lines(&painter, at, lines, (text, title), &font, colours.muted);
    top += lines as f32 * line(sizes.text.caption);
    let low = lines == LOW;
    if !low {
        top += sizes.space.xs;
        let size = vec2(inner.width(), sizes.space.s - 2.0);
        let bar = Rect::from_min_size(pos2(inner.left(), top), size);
        tally_bar(&painter, theme, bar, &figures.tally);
        top += sizes.space.s;
    }
    let outcome = figures.adoption.under(state.matrix.rule);
    let (_, colour) = outcome_look(theme, outcome);
    let font = theme.strong(sizes.text.caption);
    elided(&painter, pos2(inner.left(), top), inner.width(), 1, text.label(outcome), font, colour);
    top += line(sizes.text.caption);
    if !low {
        marks(&painter, theme, pos2(inner.left(), top), inner.width(), figures);
    }
    acted_on(ui, cx, state, &response, Selection::Proposal(proposal.id), proposal.record_id());
    let dragged = columns::dragged(ui, &response, proposal.id);
    if response.hovered() && dragged.is_none() {
        response.on_hover_ui(|ui| column_card(ui, cx, (slot, proposal), figures));
    }
    dragged
}

/// Draws the marks of all rules at the right of the first line of a row's head.
pub(in super::super) fn verdicts(painter: &Painter, theme: &Theme, rect: Rect, figures: &Column) {
    let width = theme.sizes.text.caption * 6.0;
    let at = pos2(rect.right() - width, rect.top() + theme.sizes.space.hair);
    marks(painter, theme, at, width, figures);
}

/// A mark for each rule: its sign, and whether it adopts, fails or is open.
fn marks(painter: &Painter, theme: &Theme, at: egui::Pos2, width: f32, figures: &Column) {
    let size = theme.sizes.text.caption;
    let step = (width / 3.0).floor();
    for (place, rule) in Rule::ALL.iter().copied().enumerate() {
        let (icon, colour) = outcome_look(theme, figures.adoption.under(rule));
        let left = at + Vec2::new(step * place as f32, 0.0);
        let sign = painter.text(
            left,
            Align2::LEFT_TOP,
            rule_sign(rule),
            theme.font(size),
            theme.colours.muted,
        );
        // In a narrow column the mark is smaller rather than run into the next sign.
        let room = step - sign.width() - theme.sizes.space.xs / 2.0;
        let mark = room.min(size);
        icon.paint(painter, pos2(sign.right() + mark * 0.6, sign.center().y), mark, colour);
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
    if figures.deciding.total() == 0 {
        return cx.text.get(msg!("standing-nobody-decides")).to_owned();
    }
    let outcome = figures.adoption.under(rule);
    format!("{}: {}", cx.text.label(rule), lower(cx.text.label(outcome)))
}

fn column_card(ui: &mut Ui, cx: &Cx<'_>, (slot, proposal): (Slot, &Proposal), figures: &Column) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.set_max_width(theme.sizes.space.xxl * 10.0);
    ui.label(strong(theme, &proposal.code));
    paragraph(ui, text.of(&proposal.title));
    ui.label(caption(theme, tally_words(text, &figures.tally)));
    // If nobody decides, one rule says it all.
    let rules = if figures.deciding.total() == 0 { &Rule::ALL[..1] } else { Rule::ALL };
    for rule in rules.iter().copied() {
        let (icon, colour) = outcome_look(theme, figures.adoption.under(rule));
        ui.horizontal(|ui| {
            ui.label(icon.text(theme).color(colour));
            ui.label(outcome_words(cx, rule, figures));
        });
    }
    if let Some(why) = adopted_yet_fails(cx, slot, figures) {
        paragraph(ui, muted(theme, why));
    }
}

/// Draws a proposal as the head of a row; a click selects it.
pub(crate) fn proposal_row(
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
    let selected = is_chosen(state, Selection::Proposal(proposal.id));
    response.widget_info(|| WidgetInfo::selected(egui::Role::RowHeader, true, selected, name()));
    if selected || response.hovered() {
        let fill = if selected { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, 0, fill);
    }
    let inner = rect.shrink2(vec2(sizes.space.xs, 1.0));
    let code = cx.figures.short_code(&proposal.code);
    let font = theme.strong(sizes.text.caption);
    elided(ui.painter(), inner.left_top(), inner.width(), 1, code, font, colours.ink);
    let at = inner.left_top() + vec2(0.0, line(sizes.text.caption));
    let font = theme.font(sizes.text.caption);
    let lines = ((inner.bottom() - at.y) / line(sizes.text.caption)).floor() as usize;
    let (place, title) = ((at, inner.width()), (cx.text, title));
    on_lines(ui.painter(), place, lines.max(1), title, &font, colours.muted);
    acted_on(ui, cx, state, &response, Selection::Proposal(proposal.id), proposal.record_id());
    if response.hovered() {
        said_above(&response, name());
    }
}
