//! Whether a proposal would be adopted, under three decision rules.

use serde::Serialize;

use super::Tally;
use crate::model::keyed;

keyed! {
    /// A decision rule.
    pub enum Rule as "rule" {
        /// Adopted if nobody objects, either openly or by breaking silence.
        Consensus = "consensus",
        /// Two thirds of those who vote for or against.
        TwoThirds = "two_thirds",
        /// More votes for than against.
        Majority = "majority",
    }
}

keyed! {
    /// The result of a rule for a tally.
    pub enum Outcome as "outcome" {
        /// It is adopted, whatever the unknowns turn out to be.
        Adopts = "adopts",
        /// It fails, whatever the unknowns turn out to be.
        Fails = "fails",
        /// The unknowns can still change the result.
        Open = "open",
    }
}

/// The outcome under each rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Adoption {
    /// Under consensus.
    pub consensus: Outcome,
    /// Under two thirds of those present and voting.
    pub two_thirds: Outcome,
    /// Under a simple majority of those present and voting.
    pub majority: Outcome,
}

impl Adoption {
    /// The outcome under this rule.
    pub(crate) fn under(&self, rule: Rule) -> Outcome {
        match rule {
            Rule::Consensus => self.consensus,
            Rule::TwoThirds => self.two_thirds,
            Rule::Majority => self.majority,
        }
    }
}

/// The outcome under each rule, given the stances of those who decide.
///
/// Consensus fails on any objection, and is reached only if no stance is unknown. In a vote
/// champions and supporters are for, objectors against, and all others abstain; abstentions do
/// not count, as in the rules of procedure of the UN General Assembly (A/520, rules 83, 85 and
/// 86: members present and voting). Each unknown may still vote for or against, so a vote is
/// open if the worst case fails and the best case adopts. If nobody decides, every rule is open.
pub fn adoption(deciding: &Tally) -> Adoption {
    let (yes, no, open) = (deciding.in_favour(), deciding.against(), deciding.unknown());
    let nobody = deciding.total() == 0;
    let vote = |passes: fn(u64, u64) -> bool| {
        let (yes, no, open) = (u64::from(yes), u64::from(no), u64::from(open));
        if passes(yes, no + open) {
            Outcome::Adopts
        } else if nobody || passes(yes + open, no) {
            Outcome::Open
        } else {
            Outcome::Fails
        }
    };
    Adoption {
        consensus: if no > 0 {
            Outcome::Fails
        } else if open > 0 || nobody {
            Outcome::Open
        } else {
            Outcome::Adopts
        },
        two_thirds: vote(|yes, no| yes > 0 && yes >= 2 * no),
        majority: vote(|yes, no| yes > no),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stance;

    fn tally(counts: &str) -> Tally {
        let mut tally = Tally::default();
        for part in counts.split_whitespace() {
            let (sign, number) = part.split_once(':').unwrap();
            for _ in 0..number.parse().unwrap() {
                tally.add(Stance::from_sign(sign));
            }
        }
        tally
    }

    #[test]
    fn each_rule_reads_the_tally_correctly() {
        use Outcome::{Adopts, Fails, Open};
        for (counts, consensus, two_thirds, majority) in [
            // Nobody objects and nobody is unknown.
            ("+:2 0:1", Adopts, Adopts, Adopts),
            // Reservations and missing instructions do not block, and abstain in a vote.
            ("+:2 −:9 ~:9", Adopts, Adopts, Adopts),
            // One objection blocks consensus only.
            ("++:1 +:3 −−:1", Fails, Adopts, Adopts),
            // Exactly two thirds is enough; a tie is no majority.
            ("+:2 −−:1", Fails, Adopts, Adopts),
            ("+:1 −−:1", Fails, Fails, Fails),
            // The unknowns decide.
            ("+:3 ?:1", Open, Adopts, Adopts),
            ("+:2 ?:1", Open, Adopts, Adopts),
            ("+:1 ?:1", Open, Open, Open),
            ("−−:3 ?:2", Fails, Fails, Fails),
            ("−−:1 ?:2", Fails, Open, Open),
            // Everybody abstains: no votes at all adopt nothing.
            ("0:5", Adopts, Fails, Fails),
            // Nobody decides: no verdict.
            ("", Open, Open, Open),
            // A/RES/73/27 as recorded: 119 for, 46 against, 14 abstained, 14 did not vote.
            ("++:1 +:118 0:14 −−:46 ?:14", Fails, Open, Adopts),
        ] {
            let expected = Adoption { consensus, two_thirds, majority };
            assert_eq!(adoption(&tally(counts)), expected, "{counts}");
        }
    }

    #[test]
    fn more_knowledge_never_reverses_a_settled_verdict() {
        for yes in 0..6 {
            for no in 0..6 {
                for open in 1..4 {
                    let before = adoption(&tally(&format!("+:{yes} −−:{no} ?:{open}")));
                    for more in ["+:1", "−−:1", "0:1"] {
                        let left = open - 1;
                        let after = adoption(&tally(&format!("+:{yes} −−:{no} ?:{left} {more}")));
                        for rule in [Rule::TwoThirds, Rule::Majority] {
                            if before.under(rule) == Outcome::Adopts {
                                assert_eq!(after.under(rule), Outcome::Adopts, "{yes} {no} {open}");
                            }
                        }
                    }
                }
            }
        }
    }
}
