//! The matrix under a scenario: entering and leaving it, and keeping it up to date with the
//! dossier.

use std::sync::Arc;

use egui::Context;

use super::session::{Open, bring_up_to_date};
use super::{App, Session};
use crate::analysis::{Assumptions, Days, Figures, Version, scenarios, under};
use crate::command::Screen;
use crate::model::{ScenarioId, Snapshot};
use crate::text::{Text, msg};
use crate::ui::state::Selection;

/// The dossier under a scenario, while that is in view. Nothing of it is ever written, and the wall
/// knows nothing of it.
pub(super) struct Supposed {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The dossier under it.
    pub snapshot: Snapshot,
    /// The figures of that state.
    pub figures: Arc<Figures>,
    /// The cells that it affects, and the figures they were found in.
    pub cells: Option<(Version, Assumptions)>,
    // The state of the dossier, and the days, that it was made from.
    from: (u64, Days),
}

impl App {
    /// Shows the matrix under a scenario, or leaves it.
    pub(super) fn look_under(&mut self, scenario: Option<ScenarioId>) {
        let Session::Open(open) = &mut self.session else { return };
        open.view.what_if.on_view = scenario;
        if scenario.is_some() {
            open.past = None;
            open.view.what_if.last = scenario;
            open.view.screen = Screen::Matrix;
            open.view.matrix.reveal = true;
        }
    }

    /// The command: leaves the scenario in view; otherwise shows the one selected, the one seen
    /// last or the first.
    pub(super) fn toggle_scenario(&mut self, context: &Context) {
        let Session::Open(open) = &self.session else { return };
        let view = &open.view;
        if view.what_if.on_view.is_some() {
            return self.look_under(None);
        }
        let snapshot = open.document.snapshot();
        let selected = match view.selection {
            Selection::Scenario(id) => Some(id),
            _ => None,
        };
        let there = |id: &ScenarioId| snapshot.scenarios.get(*id).is_some();
        let first = || scenarios(snapshot).first().map(|it| it.id);
        let last = selected.filter(there).or(view.what_if.last.filter(there)).or_else(first);
        match last {
            Some(id) => self.look_under(Some(id)),
            None => {
                self.with_view(|view| view.screen = Screen::WhatIf);
                self.say(context, self.text.get(msg!("what-if-none")).to_owned());
            }
        }
    }
}

impl Open {
    /// Brings the scenario in view up to date; there is none once it is deleted, or while the past
    /// is shown.
    pub(super) fn suppose(&mut self, context: &Context, days: Days, text: Text) {
        let there = |id: &ScenarioId| self.document.snapshot().scenarios.get(*id).is_some();
        let wanted = self.view.what_if.on_view.filter(there).filter(|_| self.past.is_none());
        self.view.what_if.on_view = wanted;
        let Some(scenario) = wanted else {
            self.supposed = None;
            return;
        };
        let from = (self.document.revision(), days);
        let kept = self.supposed.as_ref().filter(|it| it.scenario == scenario);
        if kept.is_none_or(|it| it.from != from) {
            let snapshot = under(self.document.snapshot(), scenario, days.as_of);
            let before = kept.map_or(&self.figures, |it| &it.figures);
            let figures = Arc::new(before.follow(&snapshot, days, text));
            let supposed = Supposed { scenario, snapshot, figures, cells: None, from };
            self.supposed = Some(Box::new(supposed));
        }
        let Some(it) = &mut self.supposed else { return };
        bring_up_to_date(&mut it.figures, (&it.snapshot, days, text), context);
        let version = it.figures.version();
        if it.figures.are_ready() && it.cells.as_ref().is_none_or(|(kept, _)| *kept != version) {
            let cells = Assumptions::new(&it.snapshot, scenario, it.figures.coalition());
            it.cells = Some((version, cells));
        }
    }
}
