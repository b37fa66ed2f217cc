use super::*;
use crate::analysis::{units, versions};
use crate::draft::align;
use crate::model::{
    Bilingual, Dossier, Party, PartyKind, Position, Proposal, ProposalId, Stance, WordStance,
};

struct Scene {
    snapshot: Snapshot,
    proposal: ProposalId,
}

impl Scene {
    /// A proposal with a text in two versions, with their paragraphs in order; the dates are those
    /// of the versions.
    fn new(old: &[&str], new: &[&str]) -> Self {
        let mut snapshot = Snapshot::new(Dossier::new("Talks"));
        let proposal = Proposal::new("P-1", Bilingual::default());
        let id = proposal.id;
        snapshot.put(proposal.into());
        for code in ["NLD", "RUS", "BRA"] {
            let party = Party::new(code, Bilingual::new(code, code), PartyKind::State);
            snapshot.put(party.into());
        }
        let mut before: Vec<Paragraph> = Vec::new();
        for (rank, (typed, date)) in [(old, "2026-03-01"), (new, "2026-05-01")].iter().enumerate() {
            let date = Some(date.parse().unwrap());
            let rank = u32::try_from(rank).unwrap();
            let version = Version { date, ..Version::new(id, format!("rev.{rank}"), rank) };
            let mut now: Vec<_> = (0..)
                .zip(typed.iter())
                .map(|(at, words)| Paragraph {
                    number: format!("OP{}", at + 1),
                    ..Paragraph::new(version.id, at, *words)
                })
                .collect();
            let words = |all: &[Paragraph]| all.iter().map(words_of).collect::<Vec<_>>();
            let (old, new) = (words(&before), words(&now));
            let laid = align(&units(&before, &old), &units(&now, &new));
            for (it, origin) in now.iter_mut().zip(&laid.origins) {
                it.follows = origin.follows.map(|at| before[at].id);
            }
            snapshot.put(version.into());
            now.iter().for_each(|it| snapshot.put(it.clone().into()));
            before = now;
        }
        Self { snapshot, proposal: id }
    }

    fn party(&self, code: &str) -> Party {
        self.snapshot.party_by_code(code).unwrap().clone()
    }

    fn stance(&mut self, code: &str, stance: Stance, day: &str) {
        let by = self.party(code).id;
        let day = day.parse().unwrap();
        self.snapshot.put(Position::new(self.proposal, by, Some(stance), day).into());
    }

    fn paragraph(&self, version: usize, number: &str) -> Paragraph {
        let version = versions(&self.snapshot, self.proposal)[version].id;
        let all = paragraphs(&self.snapshot, version);
        all.into_iter().find(|it| it.number == number).unwrap().clone()
    }

    fn revision(&self) -> Revision<'_> {
        let all = versions(&self.snapshot, self.proposal);
        revision(&self.snapshot, &TermIndex::new(&self.snapshot), (all[0], all[1]))
    }

    /// Who is to be asked again, with the numbers of the changed paragraphs and how many are new.
    fn again(&self) -> Vec<(String, Vec<String>, usize)> {
        let day = "2026-06-01".parse().unwrap();
        let found = asked_again(&self.snapshot, self.proposal, day).into_iter();
        let told = found.map(|it| {
            let party = it.by.party().and_then(|id| self.snapshot.parties.get(id)).unwrap();
            let moved = it.moved.iter().map(|it| it.number.clone()).collect();
            (party.code.clone(), moved, it.new)
        });
        let mut told: Vec<_> = told.collect();
        told.sort();
        told
    }
}

#[test]
fn brackets_are_told_with_what_became_of_them_and_whose_they_are() {
    let scene = Scene::new(
        &[
            "States shall share information [voluntarily] (RUS) among their national points of contact.",
            "States should meet every year [in New York] (BRA) to review the implementation of this measure.",
        ],
        &[
            "States shall share information voluntarily among their national points of contact.",
            "States should meet every year to review [regularly] (NLD) the implementation of this measure.",
        ],
    );
    let revision = scene.revision();
    let told: Vec<_> = revision
        .brackets
        .iter()
        .map(|it| {
            let words = it.bracket.words.bare();
            (it.paragraph.number.as_str(), it.turn, words, it.owners.join(","))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("OP1", BracketTurn::Granted, "voluntarily".to_owned(), "RUS".to_owned()),
            ("OP2", BracketTurn::Refused, "in New York".to_owned(), "BRA".to_owned()),
            ("OP2", BracketTurn::Opened, "regularly".to_owned(), "NLD".to_owned()),
        ]
    );
    let down: Vec<_> = burn_down(&scene.snapshot, scene.proposal)
        .into_iter()
        .map(|it| (it.brackets, it.owners))
        .collect();
    let one = |name: &str| (name.to_owned(), 1);
    assert_eq!(down, [(2, vec![one("BRA"), one("RUS")]), (1, vec![one("NLD")])]);
    // By owner and by paragraph, from version to version.
    let by = burning(&scene.snapshot, scene.proposal);
    let owner = |name: &str, counts: [usize; 2]| (name.to_owned(), counts.to_vec());
    assert_eq!(by.owners, [owner("NLD", [0, 1]), owner("BRA", [1, 0]), owner("RUS", [1, 0])]);
    let paragraphs: Vec<_> =
        by.paragraphs.iter().map(|(it, counts)| (&*it.number, counts.clone())).collect();
    let both = |first, second| vec![Some(first), Some(second)];
    assert_eq!(paragraphs, [("OP1", both(1, 0)), ("OP2", both(1, 1))]);
}

#[test]
fn a_contested_term_that_comes_in_touches_its_obstacles() {
    let same = "States should exchange views on threats to their critical infrastructure.";
    let scene = Scene::new(
        &[same, "States should refrain from any harmful conduct by those who act for them."],
        &[same, "States should refrain from any harmful conduct by proxies who act for them."],
    );
    let revision = scene.revision();
    let told: Vec<_> =
        revision.terms.iter().map(|it| (&*it.paragraph.number, it.written.as_str())).collect();
    assert_eq!(told, [("OP2", "proxies")]);
    assert_eq!(revision.obstacles, [Obstacle::Terminology, Obstacle::Proxies]);
    // Espionage, military means and binding rules each touch one as well.
    let about = "States should refrain from economic espionage, from cyber operations and from \
                 any breach of a legally binding instrument.";
    let scene = Scene::new(&[same], &[same, about]);
    let touched = scene.revision().obstacles;
    for obstacle in [Obstacle::Espionage, Obstacle::Weapons, Obstacle::Mistrust] {
        assert!(touched.contains(&obstacle), "{obstacle:?} of {touched:?}");
    }
}

#[test]
fn a_stance_is_asked_again_where_the_words_it_rests_on_moved() {
    let mut scene = Scene::new(
        &[
            "States shall share information [voluntarily] (RUS) among their points of contact.",
            "States should meet every year to review the implementation of this measure.",
        ],
        &[
            "States shall share information [voluntarily] (RUS) among their points of contact.",
            "States may meet every second year to review the implementation of this measure.",
        ],
    );
    // Russia spoke only on the first paragraph; Brazil on none, so on the whole; the Netherlands
    // after rev.1.
    scene.stance("RUS", Stance::Reserve, "2026-03-10");
    scene.stance("BRA", Stance::Support, "2026-03-10");
    scene.stance("NLD", Stance::Support, "2026-05-02");
    assert_eq!(scene.again(), [("BRA".to_owned(), vec!["OP2".to_owned()], 0)]);
    // A stance from before any text was on the table was taken on none.
    scene.stance("BRA", Stance::Support, "2026-05-03");
    scene.stance("RUS", Stance::Object, "2026-02-01");
    assert!(scene.again().is_empty());
}

#[test]
fn a_stance_on_words_is_asked_again_until_its_speaker_says_something_of_the_new_ones() {
    let mut scene = Scene::new(
        &["States should meet every year to review the implementation of this measure."],
        &["States may meet every second year to review the implementation of this measure."],
    );
    let by = scene.party("BRA").id;
    let day = "2026-03-10".parse().unwrap();
    let on = |it: &Paragraph| WordStance::new(it.id, by, Some(Stance::Support), day);
    let old = on(&scene.paragraph(0, "OP1"));
    scene.snapshot.put(old.into());
    assert_eq!(scene.again(), [("BRA".to_owned(), vec!["OP1".to_owned()], 0)]);
    let new = on(&scene.paragraph(1, "OP1"));
    scene.snapshot.put(new.into());
    assert!(scene.again().is_empty());
}

#[test]
fn the_version_on_the_table_follows_from_the_days() {
    let proposal = ProposalId::new();
    let of = |date: Option<&str>| Version {
        date: date.map(|it| it.parse().unwrap()),
        ..Version::new(proposal, date.unwrap_or("undated"), 0)
    };
    let all = [of(None), of(Some("2026-03-01")), of(Some("2026-05-01")), of(None)];
    let all: Vec<_> = all.iter().collect();
    let on = |day: &str| version_on(&all, day.parse().unwrap()).map(|it| it.name.as_str());
    assert_eq!(on("2026-02-01"), Some("undated"));
    assert_eq!(on("2026-03-01"), Some("2026-03-01"));
    assert_eq!(on("2026-06-01"), Some("2026-05-01"), "the last one may be younger");
    assert_eq!(version_on(&all[1..], "2026-02-01".parse().unwrap()), None);
}
