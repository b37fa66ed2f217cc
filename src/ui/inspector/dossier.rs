//! The dossier as a whole: its title, its marking, how camps are computed.

use egui::Ui;

use super::{give_focus, head};
use crate::document::{Edit, WEIGHTS};
use crate::model::Keyed;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::ViewState;
use crate::ui::widgets::{Form, caption, muted, paragraph, section};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) -> Option<()> {
    let dossier = &cx.snapshot.dossier;
    let text = cx.text;
    head(ui, cx, &dossier.title, text.get(msg!("dossier-about")), Some(dossier.marking));
    let mut draft = dossier.clone();
    let mut form = Form::new(ui, cx, dossier.record_id());
    give_focus(state, &mut form, &["cost_salience"]);
    form.line(ui, "title", &mut draft.title);
    form.text(ui, "description", &mut draft.description);
    form.marking_fixed(ui, &mut draft.marking);
    form.line(ui, "classification", &mut draft.classification);
    section(ui, &cx.theme, text.get(msg!("dossier-camps")));
    paragraph(ui, muted(&cx.theme, text.get(msg!("dossier-camps-about"))));
    let (upper, lower) = (text.index(draft.camp_upper), text.index(draft.camp_lower));
    form.number(ui, "camp_upper", &mut draft.camp_upper, &upper);
    form.number(ui, "camp_lower", &mut draft.camp_lower, &lower);
    let votes = draft.camp_min_votes.to_string();
    form.number(ui, "camp_min_votes", &mut draft.camp_min_votes, &votes);
    section(ui, &cx.theme, text.get(msg!("dossier-polls")));
    paragraph(ui, muted(&cx.theme, text.get(msg!("dossier-polls-about"))));
    let answers = draft.poll_min_answers.to_string();
    form.number(ui, "poll_min_answers", &mut draft.poll_min_answers, &answers);
    section(ui, &cx.theme, text.get(msg!("dossier-costs")));
    paragraph(ui, muted(&cx.theme, text.get(msg!("dossier-costs-about"))));
    let shares = [
        ("cost_salience", &mut draft.cost_salience),
        ("cost_public", &mut draft.cost_public),
        ("cost_inferred", &mut draft.cost_inferred),
        ("cost_camp", &mut draft.cost_camp),
    ];
    for (column, value) in shares {
        let shown = text.decimal(&value.to_string());
        form.number(ui, column, value, &shown);
    }
    let days = draft.stale_days.to_string();
    form.number(ui, "stale_days", &mut draft.stale_days, &days);
    section(ui, &cx.theme, text.get(msg!("dossier-weights")));
    paragraph(ui, muted(&cx.theme, text.get(msg!("dossier-weights-about"))));
    for (column, weight) in WEIGHTS.into_iter().zip(&mut draft.weights) {
        let shown = weight.to_string();
        form.number(ui, column, weight, &shown);
    }
    let edit = (draft != *dossier).then(|| Edit::change(draft, ""));
    form.finish(ui, edit);
    if !dossier.template.is_empty() {
        let template = crate::library::templates::Template::from_key(&dossier.template);
        let name = template.map_or(dossier.template.as_str(), |template| text.label(template));
        let words = text.with(msg!("dossier-from-template"), &[("template", name.into())]);
        ui.add_space(cx.theme.sizes.space.m);
        ui.label(caption(&cx.theme, words));
    }
    Some(())
}
