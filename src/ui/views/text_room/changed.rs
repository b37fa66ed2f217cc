//! The changes in the text: the user's own wordings, brackets, agreements, whom to ask again, and
//! which contested terms were added.

use egui::{Label, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::{
    BracketTurn, TermIndex, asked_again, asks, burn_down, burning, revision, words_of,
};
use crate::explain::{
    asked_read, counts_line, fate_lines, fate_words, owners_line, revision_line, term_name,
    words_read,
};
use crate::model::{Fate, Paragraph, Proposal, Speaker, Version};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::Selection;
use crate::ui::widgets::{elided, line, muted, paragraph, said_above, section, strong};

/// The parts of a row: number, change and owner, as shares of the width; the words take the rest.
const PARTS: [f32; 3] = [0.09, 0.2, 0.21];

/// A row: its target, and its content.
struct Line {
    to: Option<Selection>,
    cells: [String; 4],
}

/// The content to be drawn, worked out once.
struct Told {
    sentence: Option<String>,
    fates: Vec<Line>,
    // How many of each fate, worst first.
    counts: Vec<(Fate, usize)>,
    brackets: Vec<Line>,
    agreed: Vec<Line>,
    reopened: Vec<Line>,
    again: Vec<Line>,
    terms: Vec<Line>,
    obstacles: Option<String>,
    // For each version its name, its brackets, their owners, and how far it has come.
    versions: Vec<(String, usize, String, String)>,
    // The same for each who asks, and for each paragraph.
    owners: Vec<Line>,
    paragraphs: Vec<Line>,
}

/// Draws it.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (proposal, version): (&Proposal, &Version),
    before: Option<&Version>,
) {
    let text = cx.text;
    let key = (version.id, before.map(|it| it.id), cx.entry_day());
    let told = cx.kept_for(ui, egui::Id::unique("text-changed"), key, || {
        gather(cx, proposal, version, before)
    });
    let salt = ("changed", version.id.0);
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        if let Some(sentence) = &told.sentence {
            paragraph(ui, strong(&cx.theme, sentence));
        }
        section(ui, &cx.theme, text.get(msg!("section-asks")));
        if told.fates.is_empty() {
            let none = [("count", 0_usize.into()), ("version", version.name.as_str().into())];
            paragraph(ui, muted(&cx.theme, text.with(msg!("text-asks"), &none)));
        } else {
            let count = |(fate, count): &(Fate, usize)| format!("{}: {count}", text.label(*fate));
            let counts: Vec<_> = told.counts.iter().map(count).collect();
            paragraph(ui, strong(&cx.theme, counts.join("  ·  ")));
            lines(ui, cx, &told.fates);
        }
        for (head, rows) in [
            (msg!("revision-brackets"), &told.brackets),
            (msg!("revision-agreed"), &told.agreed),
            (msg!("revision-reopened"), &told.reopened),
            (msg!("revision-terms"), &told.terms),
            (msg!("revision-again"), &told.again),
        ] {
            if !rows.is_empty() {
                section(ui, &cx.theme, &format!("{} ({})", text.get(head), rows.len()));
                lines(ui, cx, rows);
            }
        }
        if let Some(obstacles) = &told.obstacles {
            paragraph(ui, muted(&cx.theme, obstacles));
        }
        bars(ui, cx, &told.versions);
        for (head, rows) in [
            (msg!("revision-by-owner"), &told.owners),
            (msg!("revision-by-paragraph"), &told.paragraphs),
        ] {
            if told.versions.len() > 1 && !rows.is_empty() {
                section(ui, &cx.theme, text.get(head));
                lines(ui, cx, rows);
            }
        }
    });
}

fn gather(cx: &Cx<'_>, proposal: &Proposal, version: &Version, before: Option<&Version>) -> Told {
    let (text, snapshot) = (cx.text, cx.snapshot);
    let found = before.map(|it| revision(snapshot, &TermIndex::new(snapshot), (it, version)));
    let on = |it: &Paragraph| Some(Selection::Paragraph(it.id));
    let mut fates = asks(snapshot, proposal.id, version);
    fates.sort_by_key(|it| std::cmp::Reverse(it.fate() as usize));
    let mut counts: Vec<(Fate, usize)> = Vec::new();
    for it in &fates {
        match counts.last_mut().filter(|(fate, _)| *fate == it.fate()) {
            Some((_, count)) => *count += 1,
            None => counts.push((it.fate(), 1)),
        }
    }
    let fates = fates.iter().map(|it| Line {
        to: it.paragraph.and_then(on),
        cells: [
            it.paragraph.map(|it| it.number.clone()).unwrap_or_default(),
            text.label(it.fate()).to_owned(),
            fate_words(it.ask, &it.worked_out).to_owned(),
            fate_lines(text, &it.worked_out).join(" "),
        ],
    });
    let again = asked_again(snapshot, proposal.id, cx.entry_day());
    let again = again.iter().filter_map(|it| {
        let (to, code) = match it.by {
            Speaker::Party(id) => {
                (Selection::Cell(proposal.id, id), &snapshot.parties.get(id)?.code)
            }
            Speaker::Group(id) => {
                (Selection::GroupStance(proposal.id, id), &snapshot.groups.get(id)?.code)
            }
        };
        let numbers: Vec<_> = it.moved.iter().map(|it| it.number.as_str()).collect();
        let taken = [("version", it.taken_on.name.as_str().into())];
        let cells = [
            code.clone(),
            text.label(it.stance).to_owned(),
            numbers.join(", "),
            text.with(msg!("text-taken-on"), &taken),
        ];
        Some(Line { to: Some(to), cells })
    });
    let mut brackets = Vec::new();
    let (mut agreed, mut reopened, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(found) = &found {
        brackets.extend(found.brackets.iter().map(|it| {
            let mut owners = it.owners.join(", ");
            if !it.against.is_empty() {
                owners = format!("{owners} ≠ {}", it.against.join(", "));
            }
            if it.turn == BracketTurn::Owners {
                let joined = it.joined.iter().map(|it| format!("+{it}"));
                let left = it.left.iter().map(|it| format!("−{it}"));
                owners = joined.chain(left).collect::<Vec<_>>().join(" ");
            }
            let turn = text.label(it.turn).to_owned();
            let words = asked_read(text, &it.bracket);
            let cells = [it.paragraph.number.clone(), turn, words, owners];
            Line { to: on(it.paragraph), cells }
        }));
        let status = |it: &&Paragraph| Line {
            to: on(it),
            cells: [
                it.number.clone(),
                text.label(it.status).to_owned(),
                words_read(text, &words_of(it)),
                String::new(),
            ],
        };
        agreed.extend(found.agreed.iter().map(status));
        reopened.extend(found.reopened.iter().map(status));
        terms.extend(found.terms.iter().map(|it| Line {
            to: on(it.paragraph),
            cells: [
                it.paragraph.number.clone(),
                it.written.clone(),
                term_name(text, snapshot, it.term),
                String::new(),
            ],
        }));
    }
    let obstacles = found.as_ref().filter(|it| !it.obstacles.is_empty()).map(|it| {
        let which: Vec<_> = it.obstacles.iter().map(|it| text.label(*it)).collect();
        text.with(msg!("revision-obstacles"), &[("which", which.join(", ").into())])
    });
    let versions = burn_down(snapshot, proposal.id).into_iter().map(|it| {
        let far = [("agreed", it.agreed.into()), ("paragraphs", it.paragraphs.into())];
        let far = text.with(msg!("text-so-far-agreed"), &far);
        (it.version.name.clone(), it.brackets, owners_line(&it.owners), far)
    });
    let down = burning(snapshot, proposal.id);
    let owners = down.owners.into_iter().map(|(name, counts)| {
        let counts: Vec<_> = counts.into_iter().map(Some).collect();
        Line { to: None, cells: [name, counts_line(&counts), String::new(), String::new()] }
    });
    let paragraphs = down.paragraphs.into_iter().map(|(it, counts)| Line {
        to: on(it),
        cells: [
            it.number.clone(),
            counts_line(&counts),
            words_read(text, &words_of(it)),
            String::new(),
        ],
    });
    Told {
        sentence: found.as_ref().map(|it| revision_line(text, it)),
        fates: fates.collect(),
        counts,
        brackets,
        agreed,
        reopened,
        again: again.collect(),
        terms,
        obstacles,
        versions: versions.collect(),
        owners: owners.collect(),
        paragraphs: paragraphs.collect(),
    }
}

/// The rows, each leading to its subject. Only those in view are drawn.
fn lines(ui: &mut Ui, cx: &Cx<'_>, rows: &[Line]) {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    for (at, row) in rows.iter().enumerate() {
        let size = vec2(ui.available_width(), sizes.row.list);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let id = ui.scope_id().with((ui.next_auto_id(), at));
        let response = ui.interact(rect, id, Sense::click());
        let name = row.cells.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, name.join(", ")));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, theme.corner(), theme.colours.hover);
        }
        if response.has_focus() {
            let ring = theme.focus_ring();
            ui.painter().rect_stroke(rect, theme.corner(), ring, egui::StrokeKind::Inside);
        }
        let widths = PARTS.map(|share| rect.width() * share);
        let words = rect.width() - widths.iter().sum::<f32>();
        let mut left = rect.left() + sizes.space.s;
        let order = [widths[0], widths[1], words, widths[2]];
        for (place, (cell, width)) in row.cells.iter().zip(order).enumerate() {
            let font = match place {
                0 => theme.strong(sizes.text.body),
                _ => theme.font(sizes.text.body),
            };
            let ink = if place == 3 { theme.colours.muted } else { theme.colours.ink };
            let top = rect.center().y - sizes.text.body * 0.7;
            let width = width - sizes.space.m;
            elided(ui.painter(), pos2(left, top), width, 1, cell, font, ink);
            left += width + sizes.space.m;
        }
        if response.clicked()
            && let Some(to) = row.to
        {
            cx.push(Action::Select(to));
        }
        let full = row.cells.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>();
        said_above(&response, full.join("\n"));
    }
}

/// How many brackets each version has, as bars on one scale.
fn bars(ui: &mut Ui, cx: &Cx<'_>, versions: &[(String, usize, String, String)]) {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    section(ui, theme, cx.text.get(msg!("revision-burn-down")));
    let most = versions.iter().map(|(_, count, ..)| *count).max().unwrap_or_default().max(1);
    let widest = ui.available_width() * 0.35;
    for (name, brackets, owners, far) in versions {
        ui.horizontal(|ui| {
            let width = ui.available_width() * 0.15;
            ui.add_sized(
                vec2(width, sizes.row.list),
                Label::new(strong(theme, name.as_str())).truncate().halign(egui::Align::Min),
            );
            let (rect, response) =
                ui.allocate_exact_size(vec2(widest, sizes.row.list), Sense::hover());
            let share = *brackets as f32 / most as f32;
            let bar = Rect::from_min_size(
                pos2(rect.left(), rect.center().y - sizes.space.xs),
                vec2(widest * share, sizes.space.s),
            );
            ui.painter().rect_filled(bar, 0, theme.colours.accent);
            let count = [("count", (*brackets).into())];
            let words = cx.text.with(msg!("text-brackets"), &count);
            response.widget_info(|| {
                WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {words}, {owners}"))
            });
            ui.label(words);
            ui.label(muted(theme, far));
            line(ui, muted(theme, owners));
        });
    }
}
