//! Which obstacle to tackle first: totals and ranks, and what is cheapest to bring down.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::{Lever, Ranking, Total, ranking};
use crate::library::obstacle_text;
use crate::model::Obstacle;
use crate::report::ReadCell;
use crate::text::{Text, lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::state::Selection;
use crate::ui::widgets::{CellRead, Led, Read, line, link, muted, reading};

/// How many of the cheapest are shown.
const MOST: usize = 20;

/// How many obstacles of equal weight are named; the others are counted.
const NAMED: usize = 3;

/// The ranking, worked out once.
pub(super) fn ranked(ui: &Ui, cx: &Cx<'_>) -> Arc<Ranking> {
    cx.kept(ui, egui::Id::unique("obstacles-ranked"), || {
        ranking(cx.snapshot, cx.figures.heat(), cx.figures.proposals())
    })
}

/// Which obstacle to tackle first, in a sentence that leads to it; always a line, so that nothing
/// below moves with the first score.
pub(super) fn first(ui: &mut Ui, cx: &Cx<'_>) {
    let (ranked, text) = (ranked(ui, cx), cx.text);
    if let Some(lever) = ranked.levers.first() {
        let values = [
            ("obstacle", lower(text.label(lever.obstacle)).into()),
            ("proposal", code(cx, lever).into()),
            ("from", lever.from.get().into()),
            ("to", lever.to.get().into()),
            ("remedy", remedy(cx, lever).into()),
        ];
        if link(ui, &cx.theme, &text.with(msg!("ranking-first"), &values)).clicked() {
            cx.push(Action::Select(Selection::Assessment(lever.proposal, lever.obstacle)));
        }
    } else {
        line(ui, muted(&cx.theme, worst(text, &ranked)));
    }
}

/// Which obstacle weighs most over all, or which do alike.
fn worst(text: Text, ranked: &Ranking) -> String {
    let (worst, points) = ranked.worst();
    let label = |it: &Obstacle| lower(text.label(*it));
    let named: Vec<_> = worst.iter().take(NAMED).map(label).collect();
    let count = ("count", (points as usize).into());
    match worst.len() {
        0 => text.get(msg!("ranking-nothing")).to_owned(),
        1 => text.with(msg!("ranking-worst"), &[("obstacle", named.concat().into()), count]),
        all => {
            let more = ("more", (all - named.len()).into());
            let named = ("obstacles", named.join(", ").into());
            text.with(msg!("ranking-worst-tied"), &[named, more, count])
        }
    }
}

/// Draws the ranking.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>) {
    let words = cx.text.get(msg!("ranking-weights"));
    if link(ui, &cx.theme, words).clicked() {
        cx.push(Action::Select(Selection::Dossier));
    }
    let ranked = ranked(ui, cx);
    let key = cx.text.language();
    let page = cx.kept_for(ui, egui::Id::unique("obstacles-ranking"), key, || page(cx, &ranked));
    if let Some(Led::To(to)) = reading(ui, cx, &page) {
        cx.push(Action::Select(to));
    }
}

/// The ranking as sentences and tables; the first cells of its rows lead to what they name.
fn page(cx: &Cx<'_>, ranked: &Ranking) -> Vec<Read> {
    let text = cx.text;
    let get = |id| text.get(id).to_owned();
    let sentence = |id| Read::Sentence(vec![(get(id), None)]);
    let points = |number: u32| figure(text.count(number as usize));
    let mut pieces = vec![
        Read::Heading(get(msg!("ranking-cheapest"))),
        sentence(msg!("ranking-cheapest-about")),
    ];
    let rows = ranked.levers.iter().take(MOST).map(|lever| {
        let name = format!("{} · {}", code(cx, lever), text.label(lever.obstacle));
        vec![
            name_of(name, Some(Selection::Assessment(lever.proposal, lever.obstacle))),
            name_of(format!("{} → {}", lever.from.get(), lever.to.get()), None),
            points(lever.off),
            figure(text.count(lever.concerned)),
            name_of(remedy(cx, lever).to_owned(), None),
        ]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        pieces.push(sentence(msg!("ranking-none")));
    } else {
        let heads = [
            msg!("column-obstacle"),
            msg!("column-severity"),
            msg!("column-points-off"),
            msg!("column-concerned"),
            msg!("table-remedies"),
        ];
        pieces.push(Read::Table(heads.map(get).into(), rows));
    }
    pieces.push(Read::Heading(get(msg!("ranking-over-all"))));
    let heads = [
        msg!("column-obstacle"),
        msg!("column-total"),
        msg!("column-remains"),
        msg!("column-assessed"),
        msg!("column-weight"),
    ];
    let rows = ranked.over_all.iter().map(|(obstacle, total)| {
        let [now, remains, assessed] = counted(cx, total);
        let weight = points(cx.snapshot.dossier.weight(*obstacle));
        vec![name_of(numbered(cx, *obstacle), None), now, remains, assessed, weight]
    });
    pieces.push(Read::Table(heads.map(get).into(), rows.collect()));
    pieces.push(Read::Heading(get(msg!("ranking-by-proposal"))));
    let heads = [
        msg!("field-proposal"),
        msg!("column-total"),
        msg!("column-remains"),
        msg!("column-assessed"),
        msg!("field-title"),
    ];
    let rows = ranked.by_proposal.iter().filter_map(|(slot, total)| {
        let proposal = cx.snapshot.proposals.at(*slot)?;
        let code = name_of(proposal.code.clone(), Some(Selection::Proposal(proposal.id)));
        let title = name_of(text.of(&proposal.title).to_owned(), None);
        let [now, remains, assessed] = counted(cx, total);
        Some(vec![code, now, remains, assessed, title])
    });
    pieces.push(Read::Table(heads.map(get).into(), rows.collect()));
    pieces
}

fn name_of(words: String, to: Option<Selection>) -> CellRead {
    CellRead::Words(vec![(words, to)])
}

fn figure(words: String) -> CellRead {
    CellRead::Other(ReadCell::Figure(words))
}

/// A total in cells: now, after remedies, and how many are assessed. What nobody has assessed has
/// no total.
fn counted(cx: &Cx<'_>, total: &Total) -> [CellRead; 3] {
    let points = |points: u32| match total.assessed {
        0 => "–".to_owned(),
        _ => cx.text.count(points as usize),
    };
    let values = [("shown", total.assessed.into()), ("all", total.of.into())];
    [
        figure(points(total.now)),
        figure(points(total.remains)),
        figure(cx.text.with(msg!("count-of"), &values)),
    ]
}

fn numbered(cx: &Cx<'_>, obstacle: Obstacle) -> String {
    format!("{}. {}", obstacle.number(), cx.text.of(&obstacle_text(obstacle).name()))
}

fn code<'a>(cx: &Cx<'a>, lever: &Lever) -> &'a str {
    cx.snapshot.proposals.get(lever.proposal).map_or("", |it| it.code.as_str())
}

fn remedy<'a>(cx: &Cx<'a>, lever: &Lever) -> &'a str {
    cx.snapshot.remedies.get(lever.remedy).map_or("", |it| it.title.as_str())
}
