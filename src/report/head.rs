//! How a page begins: its marking, the dossier, the subject and the day shown.

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Value};
use super::{PageContext, Subject};
use crate::analysis::moves;
use crate::model::Dossier;
use crate::text::msg;

/// The version of the JSON, raised when the meaning of something changes.
const FORMAT: usize = 1;

/// The head of a page: its marking, the dossier, the day.
pub(super) fn head<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    subject: Subject,
) -> Vec<Block<'a>> {
    let Dossier {
        id,
        title,
        description,
        template,
        marking,
        classification,
        camp_upper,
        camp_lower,
        camp_min_votes,
        poll_min_answers,
        // Their effect shows in the figures that rest on them.
        cost_salience: _,
        cost_public: _,
        cost_inferred: _,
        cost_camp: _,
        stale_days: _,
        weights: _,
    } = &context.snapshot.dossier;
    let own = records.of(*id);
    let fields = vec![
        ("id", own.cell(Value::Identity((*id).into()))),
        ("title", own.cell(title)),
        ("description", own.cell(description)),
        ("template", own.cell(template)),
        ("marking", own.cell(*marking)),
        ("classification", own.cell(classification)),
        ("camp_upper", own.cell(*camp_upper)),
        ("camp_lower", own.cell(*camp_lower)),
        ("camp_min_votes", own.cell(Value::Count(*camp_min_votes as usize))),
        ("poll_min_answers", own.cell(Value::Count(*poll_min_answers as usize))),
    ];
    let mut blocks = vec![
        Block::Field("format", Cell::number(FORMAT)),
        Block::Marking(vec![own.cell(classification), own.cell(title)]),
        Block::Field("dossier", Cell::fields(fields)),
        Block::Field("as_of", Cell::day(context.as_of)),
        Block::Title(subject_on(context, records, subject)),
    ];
    if let Some(scenario) = context.under.and_then(|id| context.snapshot.scenarios.get(id)) {
        let moves = moves(context.snapshot, scenario.id).map(|it| records.of(it.id));
        let grounds = Grounds::all(moves.chain([records.of(scenario.id)]));
        blocks.push(Block::Field("scenario", grounds.cell(&scenario.name)));
        let name = [("scenario", grounds.cell(&scenario.name))];
        blocks.push(Block::Sentence(Cell::sentence(context.text, msg!("scenario-assumed"), &name)));
    }
    if context.ceiling.is_some() {
        let get = |id| Cell::fixed(context.text.get(id));
        blocks.push(Block::Field("counted_from", get(msg!("counted-from"))));
        blocks.push(Block::Sentence(get(msg!("show-counted"))));
    }
    blocks
}

/// The subject of a page, and the day it shows.
fn subject_on<'a>(context: &PageContext<'a>, records: &Records<'a>, subject: Subject) -> Cell<'a> {
    let text = context.text;
    let day = ("day", Cell::day(context.as_of));
    if let Some((_, proposal)) = context.on_one() {
        let code = records.of(proposal.id).cell(&proposal.code);
        let subject = Cell::fixed(text.label(subject));
        return Cell::sentence(
            text,
            msg!("page-on-one"),
            &[("subject", subject), ("code", code), day],
        );
    }
    let values = [("subject", Cell::fixed(text.label(subject))), day];
    Cell::sentence(text, msg!("page-on"), &values)
}
