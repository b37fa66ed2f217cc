//! What of each table may be seen: the allow-list, column by column.
//!
//! A column that does not stand here is read by nobody but the editor; a test holds that
//! every column stands here, so that a new one has to be given a rule.

use crate::model::Table;

/// Where the value of a column may go, once its record may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    /// On the wall of the room, and into a copy for others.
    Wall,
    /// The same, where what has the dossier's own marking may be seen too: one's own words
    /// or judgement on a record that may itself be public.
    OwnWall,
    /// The same, of a moment only the day: what came first says who was asked first.
    WallDay,
    /// Into a copy for others.
    Share,
    /// The same, of a moment only the day.
    ShareDay,
    /// The same, where what has the dossier's own marking may be seen too.
    OwnShare,
    /// Nowhere.
    Never,
}

use Pass::{Never, OwnShare, OwnWall, Share, ShareDay, Wall, WallDay};

/// The columns of a table, each with where it may go.
pub(crate) fn rules(table: Table) -> &'static [(&'static str, Pass)] {
    match table {
        Table::Dossier => &[
            ("id", Wall),
            ("title", OwnWall),
            ("description", OwnShare),
            // What it was made from tells what is missing.
            ("template", Never),
            ("marking", Wall),
            ("classification", OwnWall),
            ("camp_upper", Wall),
            ("camp_lower", Wall),
            ("camp_min_votes", Wall),
            ("poll_min_answers", Wall),
        ],
        Table::Parties => &[
            ("id", Wall),
            ("code", Wall),
            ("iso2", Wall),
            ("name_en", Wall),
            ("name_nl", Wall),
            ("kind", Wall),
            ("region", Wall),
            ("subregion", Wall),
            ("decides", Wall),
            ("camp", OwnWall),
            ("camp_reason", OwnShare),
            ("note", OwnShare),
            ("marking", Wall),
        ],
        Table::Groups => &[
            ("id", Wall),
            ("code", Wall),
            ("name_en", Wall),
            ("name_nl", Wall),
            ("kind", Wall),
            ("description_en", Share),
            ("description_nl", Share),
            ("note", OwnShare),
            ("marking", Wall),
        ],
        Table::Memberships => &[
            ("id", Wall),
            ("group_id", Wall),
            ("party_id", Wall),
            ("since", Wall),
            ("until", Wall),
            ("note", OwnShare),
        ],
        Table::Sources => &[
            ("id", Share),
            ("symbol", Share),
            ("title", Share),
            ("issuer", Share),
            ("date", Share),
            ("kind", Share),
            ("link", Share),
            ("note", OwnShare),
            ("marking", Share),
        ],
        Table::Proposals => &[
            ("id", Wall),
            ("code", Wall),
            ("title_en", Wall),
            ("title_nl", Wall),
            ("summary_en", Wall),
            ("summary_nl", Wall),
            ("text", Wall),
            ("source_id", Share),
            ("measure", Wall),
            ("bindingness", Wall),
            ("scope", Wall),
            ("status", Wall),
            ("verification_en", Share),
            ("verification_nl", Share),
            ("note", OwnShare),
            ("marking", Wall),
        ],
        Table::Sponsors => {
            &[("id", Wall), ("proposal_id", Wall), ("party_id", Wall), ("main", Wall)]
        }
        Table::AimTags => &[("id", Share), ("proposal_id", Share), ("aim", Share)],
        Table::Positions => &[
            ("id", Wall),
            ("proposal_id", Wall),
            ("party_id", Wall),
            ("group_id", Wall),
            ("stance", Wall),
            ("date", Wall),
            ("forum", Wall),
            ("words", Share),
            ("source_id", Share),
            ("certainty", Wall),
            ("salience", Share),
            ("condition", Share),
            // What was corrected stays behind, so there is nothing to name.
            ("replaces", Never),
            ("author", Never),
            ("marking", Wall),
        ],
        Table::Briefs => &[
            ("id", Wall),
            ("proposal_id", Wall),
            ("objective", Wall),
            ("acceptable", Share),
            ("fallback", Share),
            ("red_line", Wall),
            ("crossed", Share),
            ("crossed_reason", Share),
            ("instruction", Wall),
            ("instruction_by", Share),
            ("arguments", Share),
            ("speaker", Share),
            ("marking", Wall),
        ],
        Table::Assessments => &[
            ("id", Wall),
            ("proposal_id", Wall),
            ("obstacle", Wall),
            ("severity", Wall),
            ("date", Wall),
            ("rationale", Share),
            ("answer_1", Share),
            ("answer_2", Share),
            ("answer_3", Share),
            ("source_id", Share),
            ("author", Never),
            ("marking", Wall),
        ],
        Table::Concerns => &[("id", Share), ("assessment_id", Share), ("party_id", Share)],
        Table::Remedies => &[
            ("id", Wall),
            ("proposal_id", Wall),
            ("obstacle", Wall),
            ("title", Wall),
            ("text", Share),
            ("kind", Wall),
            ("owner", Share),
            ("due", Share),
            ("status", Wall),
            ("severity_after", Wall),
            ("precedent", Share),
            ("note", OwnShare),
            ("marking", Wall),
        ],
        Table::Relations => &[
            ("id", Share),
            ("party_id", Share),
            ("other_id", Share),
            ("trust", Share),
            ("date", Share),
            ("rationale", Share),
            ("source_id", Share),
            ("author", Never),
            ("marking", Share),
        ],
        Table::Engagements => &[
            ("id", Share),
            ("party_id", Share),
            ("economic", Share),
            ("social", Share),
            ("security", Share),
            ("development", Share),
            ("tags", Share),
            ("offer", Share),
            ("argument", Share),
            ("marking", Share),
        ],
        Table::NextSteps => &[
            ("id", Share),
            ("party_id", Share),
            ("title", Share),
            ("owner", Share),
            ("due", Share),
            ("done", Share),
            ("outcome", Share),
            ("marking", Share),
        ],
        Table::Terms => &[
            ("id", Share),
            ("forms", Share),
            ("used_by", Share),
            ("sense", Share),
            ("contested", Share),
            ("wording", Share),
            ("source_id", Share),
            ("marking", Share),
        ],
        Table::Meetings => &[
            ("id", Wall),
            ("kind", Wall),
            ("title", Wall),
            ("date", Wall),
            ("until", Wall),
            ("time", Share),
            ("utc_offset", Share),
            ("place", Wall),
            ("outcome", Wall),
            ("note", OwnShare),
            ("marking", Wall),
        ],
        Table::Agenda => &[("id", Share), ("meeting_id", Share), ("proposal_id", Share)],
        Table::RollCalls => &[
            ("id", Wall),
            ("code", Wall),
            ("title_en", Wall),
            ("title_nl", Wall),
            ("date", Wall),
            ("yes_side", Wall),
            ("source_id", Share),
            ("note", OwnShare),
            ("marking", Wall),
        ],
        Table::Votes => {
            &[("id", Wall), ("roll_call_id", Wall), ("party_id", Wall), ("ballot", Wall)]
        }
        Table::Comments => &[
            ("id", Share),
            ("table_name", Share),
            ("record_id", Share),
            ("answers", Share),
            ("text", Share),
            ("author", Share),
            ("made", ShareDay),
            ("resolved", Share),
            ("marking", Share),
        ],
        Table::Polls => &[
            ("id", Wall),
            ("proposal_id", Wall),
            ("kind", Wall),
            ("date", Wall),
            ("champion", Wall),
            ("support", Wall),
            ("accept", Wall),
            ("reserve", Wall),
            ("object", Wall),
            ("no_instructions", Wall),
            ("author", Never),
            ("marking", Wall),
        ],
        Table::Parked => &[
            ("id", Wall),
            ("proposal_id", Wall),
            ("text", Wall),
            ("author", Never),
            ("made", WallDay),
            ("resolved", Wall),
            ("marking", Wall),
        ],
        Table::Slides => &[
            ("id", Wall),
            ("rank", Wall),
            ("kind", Wall),
            ("proposal_id", Wall),
            ("obstacle", Wall),
            ("camp", Wall),
            ("region", Wall),
            ("since", Wall),
            ("title", Wall),
            ("text", Wall),
            ("marking", Wall),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Keyed;
    use crate::store::tables::columns;

    #[test]
    fn every_column_has_a_rule_and_no_rule_is_for_nothing() {
        for table in Table::ALL {
            let ruled: Vec<_> = rules(*table).iter().map(|(column, _)| *column).collect();
            assert_eq!(ruled, columns(*table), "{}", table.key());
        }
    }

    #[test]
    fn what_is_nobody_elses_business_is_on_no_wall() {
        for (table, column) in [
            (Table::Positions, "words"),
            (Table::Positions, "condition"),
            (Table::Briefs, "fallback"),
            (Table::Briefs, "acceptable"),
            (Table::Assessments, "rationale"),
            (Table::Parties, "note"),
            (Table::Remedies, "owner"),
        ] {
            let pass = rules(table).iter().find(|(name, _)| *name == column).unwrap().1;
            assert!(!matches!(pass, Wall | WallDay | OwnWall), "{}.{column}", table.key());
        }
        for table in [
            Table::Comments,
            Table::Relations,
            Table::Engagements,
            Table::NextSteps,
            Table::Concerns,
            Table::Sources,
        ] {
            let wall =
                rules(table).iter().any(|(_, pass)| matches!(pass, Wall | WallDay | OwnWall));
            assert!(!wall, "{}", table.key());
        }
    }
}
