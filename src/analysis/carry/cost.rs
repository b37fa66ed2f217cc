//! The cost of a move if nobody has entered one: an order of magnitude to start from.
//!
//! The cost is the product of four numbers: how far the stance moves on the scale; how much the
//! subject matters to the party, since the effort to move somebody is held to grow with its
//! salience (B. Bueno de Mesquita, *Forecasting Political Events*, 1985); how firmly the stance is
//! held, since a public statement is harder to take back than a stance that is only inferred (J. D.
//! Fearon, *Domestic Political Audience Costs*, 1994); and how far the party's camp is from that of
//! the main sponsors. The weights are a judgement, not a measurement; they can be changed in the
//! settings of the dossier.

use super::{Cost, Target};
use crate::model::{Camp, Certainty, Dossier, Stance};

/// How much each part of a cost weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weights {
    /// For each point of salience above or below 3, as a share.
    pub(super) salience: f64,
    /// The weight of a publicly stated stance, against one told in confidence.
    pub(super) public: f64,
    /// The weight of an inferred stance.
    pub(super) inferred: f64,
    /// For each camp between the party and the main sponsors, as a share.
    pub(super) camp: f64,
}

impl Weights {
    /// The weights of a dossier.
    pub(super) fn of(dossier: &Dossier) -> Self {
        Self {
            salience: dossier.cost_salience,
            public: dossier.cost_public,
            inferred: dossier.cost_inferred,
            camp: dossier.cost_camp,
        }
    }

    /// How firmly a stance is held, from how it is known.
    pub(super) fn firmness(&self, certainty: Option<Certainty>) -> f64 {
        match certainty {
            Some(Certainty::Public) => self.public,
            Some(Certainty::Inferred) => self.inferred,
            Some(Certainty::Room | Certainty::Confidence) | None => 1.0,
        }
    }
}

/// A party's stance, as far as known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Its stance; `None` is unknown.
    pub(super) stance: Option<Stance>,
    /// How much the subject matters to it, from 1 to 5.
    pub(super) salience: Option<u8>,
    /// How its stance is known.
    pub(super) certainty: Option<Certainty>,
    /// Whether it has to be dissuaded from breaking a silence procedure to win time.
    pub(super) hold: bool,
    /// How many camps it is away from the nearest main sponsor, from 0 to 2.
    pub(super) apart: u8,
}

/// The cost of moving a party; `None` if it is there already, or further.
pub(super) fn price(held: Held, to: Target, weights: &Weights) -> Option<Cost> {
    let steps = match (held.stance, to) {
        (Some(Stance::Champion | Stance::Support), _)
        | (Some(Stance::Accept | Stance::Reserve | Stance::NoInstructions), Target::Accept)
            if held.hold =>
        {
            1.0
        }
        (Some(Stance::Champion | Stance::Support), _)
        | (Some(Stance::Accept | Stance::Reserve | Stance::NoInstructions), Target::Accept) => {
            return None;
        }
        (Some(Stance::Accept | Stance::NoInstructions), Target::Support)
        | (None, Target::Accept) => 1.0,
        (Some(Stance::Reserve), Target::Support)
        | (Some(Stance::Object), Target::Accept)
        | (None, Target::Support) => 2.0,
        (Some(Stance::Object), Target::Support) => 3.0,
    };
    let salience = f64::from(held.salience.unwrap_or(3)) - 3.0;
    let firmness = weights.firmness(held.certainty.filter(|_| held.stance.is_some()));
    let cost = steps
        * (1.0 + weights.salience * salience)
        * firmness
        * (1.0 + weights.camp * f64::from(held.apart));
    Some(Cost((cost.max(0.0) * 1e6).round() as u64))
}

/// How many camps two camps are apart; one if too little is known of either.
pub(super) fn apart(one: Camp, other: Camp) -> u8 {
    let place = |camp: Camp| match camp {
        Camp::Multistakeholder => Some(0_u8),
        Camp::Swing => Some(1),
        Camp::StateOriented => Some(2),
        Camp::Unassigned => None,
    };
    place(one).zip(place(other)).map_or(1, |(one, other)| one.abs_diff(other))
}
