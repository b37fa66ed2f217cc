//! The reference data can be parsed, and its parts agree with each other.

use std::collections::BTreeSet;

use cbm_workbench::library::{
    Adoption, abbreviations, aims, aliases, contested_terms, group_aliases, groups, initiatives,
    instrument_sets, instruments, meetings, memberships, obstacles, pillars, reference,
    resolutions, state_codes, states, tried_remedies, votes, wording_strength,
};
use cbm_workbench::model::{Aim, AimList, Keyed, Obstacle};

#[test]
fn the_library_contains_what_its_sources_contain() {
    assert_eq!(states().len(), 195);
    assert_eq!(states().iter().filter(|state| state.un_member).count(), 193);
    assert_eq!(resolutions().len(), 34);
    assert_eq!(resolutions().iter().filter(|resolution| resolution.contested).count(), 12);
    assert_eq!(votes().len(), 2697 + 3 * 193);
    assert_eq!(instruments().len(), 100);
    assert_eq!(instrument_sets().len(), 11);
    assert_eq!(obstacles().len(), 8);
    let of = |group: &str| {
        let members = memberships().iter().filter(|it| it.group == group && it.until.is_none());
        // Palestine belongs to groups of members of the United Nations, but is not one.
        members.filter(|it| it.iso3 != "PSE").count()
    };
    assert_eq!([of("EU"), of("OSCE"), of("NATO"), of("COE")], [27, 57, 32, 46]);
    assert_eq!([of("G-77"), of("NAM"), of("LDC"), of("FOC")], [134, 120, 44, 41]);
    assert_eq!([of("LIKE-MINDED"), of("COUNTER-RANSOMWARE")], [12, 48]);
    let regional = ["UN-AFRICAN", "UN-ASIA-PACIFIC", "UN-EASTERN", "UN-GRULAC", "UN-WEOG"];
    assert_eq!(regional.map(of), [54, 54, 23, 33, 29], "every member is in one regional group");
}

#[test]
fn a_membership_that_has_ended_says_when() {
    let until = |group: &str, iso3: &str| {
        let member = memberships().iter().find(|it| (&*it.group, &*it.iso3) == (group, iso3));
        member.and_then(|it| it.until).map(|day| day.to_string())
    };
    for (group, iso3, day) in [
        ("EU", "GBR", "2020-01-31"),
        ("COE", "RUS", "2022-03-16"),
        ("OAS", "NIC", "2023-11-19"),
        ("FOC", "USA", "2026-02-10"),
        ("NAM", "CYP", "2004"),
        ("LDC", "STP", "2024-12-13"),
        ("GGE-2019", "NLD", "2021-05"),
    ] {
        assert_eq!(until(group, iso3).as_deref(), Some(day), "{group} {iso3}");
    }
    for row in memberships() {
        let days = row.since.map(|day| day.to_string()).zip(row.until.map(|day| day.to_string()));
        let backwards = days.is_some_and(|(since, until)| until < since);
        assert!(!backwards, "{row:?}");
    }
    // The flag of a state and the category agree.
    for state in states().iter().filter(|state| state.un_member) {
        let now = |group: &str| {
            let mut rows =
                memberships().iter().filter(|it| it.group == group && it.until.is_none());
            rows.any(|it| it.iso3 == state.iso3)
        };
        let marks = [state.ldc, state.sids, state.lldc];
        assert_eq!(["LDC", "SIDS", "LLDC"].map(now), marks, "{}", state.iso3);
    }
}

#[test]
fn the_members_of_the_european_union_did_not_all_abstain_in_2019() {
    let members = memberships().iter().filter(|it| {
        let until = it.until.map(|day| day.to_string());
        it.group == "EU" && until.is_none_or(|day| day.as_str() >= "2019-12-12")
    });
    let cast = members.map(|it| {
        let mut votes = votes().iter().filter(|vote| vote.resolution == "A/RES/74/29");
        votes.find(|vote| vote.iso3 == it.iso3).map(|vote| vote.vote)
    });
    let cast: Vec<_> = cast.collect();
    assert_eq!(cast.len(), 28);
    assert_eq!(cast.iter().filter(|vote| **vote == Some('A')).count(), 27);
}

#[test]
fn every_row_names_an_existing_source() {
    let named: BTreeSet<&str> = states()
        .iter()
        .map(|row| &row.source)
        .chain(aliases().iter().map(|row| &row.source))
        .chain(group_aliases().iter().map(|row| &row.source))
        .chain(state_codes().iter().map(|row| &row.source))
        .chain(abbreviations().iter().map(|row| &row.source))
        .chain(groups().iter().map(|row| &row.source))
        .chain(memberships().iter().map(|row| &row.source))
        .chain(resolutions().iter().map(|row| &row.source))
        .chain(votes().iter().map(|row| &row.source))
        .chain(instruments().iter().map(|row| &row.source))
        .chain(instrument_sets().iter().map(|row| &row.source))
        .chain(initiatives().iter().map(|row| &row.source))
        .chain(meetings().iter().map(|row| &row.source))
        .chain(pillars().iter().map(|row| &row.source))
        .chain(obstacles().iter().map(|row| &row.source))
        .chain(wording_strength().rungs.iter().map(|row| &row.source))
        .chain(wording_strength().qualifiers.iter().map(|row| &row.source))
        .map(String::as_str)
        .collect();
    for key in named {
        assert!(reference(key).is_some(), "{key}");
    }
}

#[test]
fn every_name_leads_to_a_row() {
    let codes: BTreeSet<_> = states().iter().map(|state| state.iso3.as_str()).collect();
    let known: BTreeSet<_> = groups().iter().map(|group| group.code.as_str()).collect();
    let sets: BTreeSet<_> = instrument_sets().iter().map(|set| set.code.as_str()).collect();
    assert_eq!(codes.len(), 195, "codes are unique");
    for row in aliases() {
        assert!(codes.contains(row.iso3.as_str()) && !row.name.is_empty(), "{row:?}");
    }
    for row in state_codes() {
        assert!(codes.contains(row.iso3.as_str()), "{row:?}");
    }
    for row in group_aliases() {
        assert!(known.contains(row.code.as_str()) && !row.name.is_empty(), "{row:?}");
    }
    for row in memberships() {
        assert!(codes.contains(row.iso3.as_str()) && known.contains(row.group.as_str()), "{row:?}");
    }
    for row in votes() {
        assert!(codes.contains(row.iso3.as_str()), "{row:?}");
        assert!(resolutions().iter().any(|resolution| resolution.symbol == row.resolution));
    }
    for row in instruments() {
        assert!(sets.contains(row.set.as_str()), "{row:?}");
    }
    for row in initiatives() {
        assert!(row.began().is_some(), "{}", row.key);
        assert!(row.until.is_none() || row.ended().is_some(), "{}", row.key);
        assert!(row.obstacles.iter().all(|key| Obstacle::from_key(key).is_some()), "{}", row.key);
        assert!(row.instruments.iter().all(|set| sets.contains(set.as_str())), "{}", row.key);
    }
    for (row, obstacle) in obstacles().iter().zip(Obstacle::ALL) {
        assert_eq!((row.obstacle, row.number), (*obstacle, obstacle.number()));
    }
}

#[test]
fn roll_calls_add_up_to_the_published_tallies() {
    for resolution in resolutions().iter().filter(|row| row.adoption == Adoption::Vote) {
        let count = |vote: char| {
            let cast = votes().iter().filter(|row| row.resolution == resolution.symbol);
            u32::try_from(cast.filter(|row| row.vote == vote).count()).ok()
        };
        let counted = [count('Y'), count('N'), count('A'), count('X'), count('?')];
        let published = [
            resolution.yes,
            resolution.no,
            resolution.abstain,
            resolution.absent,
            resolution.unknown,
        ];
        assert_eq!(counted, published, "{}", resolution.symbol);
        assert!(resolution.yes_reads.is_some() && !resolution.sponsor.is_empty());
    }
}

#[test]
fn the_camps_are_the_published_ones() {
    use cbm_workbench::model::Camp;
    let folder = crate::common::folder();
    let document = crate::common::votes(&folder);
    let camps = cbm_workbench::analysis::camps(document.snapshot());
    let counts = Camp::ALL.iter().map(|camp| camps.count(*camp)).collect::<Vec<_>>();
    assert_eq!(counts, [53, 121, 14, 5]);
    // The effect of the votes of 2022 and 2023.
    for (code, camp) in [
        ("BDI", Camp::StateOriented),
        ("CAF", Camp::Swing),
        ("LBR", Camp::Multistakeholder),
        ("CMR", Camp::Swing),
        ("COM", Camp::Swing),
        ("COG", Camp::Swing),
        ("SSD", Camp::Swing),
    ] {
        let party = document.snapshot().party_by_code(code).unwrap().id;
        let slot = document.snapshot().parties.slot(party).unwrap();
        assert_eq!(camps.camp(slot), camp, "{code}");
    }
    let turkiye = document.snapshot().party_by_code("TUR").unwrap().id;
    let slot = document.snapshot().parties.slot(turkiye).unwrap();
    let votes = camps.get(slot).map(|reading| reading.votes);
    assert_eq!(votes, Some(10), "a vote lost in the origin is not counted as cast");
}

#[test]
fn everything_shown_exists_in_both_languages() {
    for row in instruments() {
        for words in [row.title(), row.text()] {
            assert!(!words.en.is_empty() && !words.nl.is_empty(), "{}", row.code);
        }
    }
    for row in initiatives() {
        for words in [row.name(), row.summary(), row.outcome()] {
            assert!(!words.en.is_empty() && !words.nl.is_empty(), "{}", row.key);
        }
        assert_eq!(row.stalled().en.is_empty(), row.stalled().nl.is_empty(), "{}", row.key);
    }
    for row in states() {
        assert!(!row.name_en.is_empty() && !row.name_nl.is_empty(), "{}", row.iso3);
    }
    for row in resolutions().iter().filter(|row| row.contested) {
        assert!(!row.summary_en.is_empty() && !row.summary_nl.is_empty(), "{}", row.symbol);
        assert!(row.short_en.chars().count() <= 34 && row.short_nl.chars().count() <= 34);
    }
}

#[test]
fn every_obstacle_has_at_least_four_tried_remedies_with_a_precedent() {
    let codes: BTreeSet<_> = instruments().iter().map(|row| row.code.as_str()).collect();
    for obstacle in Obstacle::ALL {
        let here = tried_remedies().iter().filter(|row| row.obstacle == *obstacle);
        assert!(here.count() >= 4, "{obstacle:?}");
    }
    for row in tried_remedies() {
        assert!(!row.precedents.is_empty(), "{}", row.key);
        assert!(row.precedents.iter().all(|code| codes.contains(code.as_str())), "{}", row.key);
        assert!(reference(&row.source).is_some(), "{}", row.key);
        for words in [row.title(), row.text(), row.limits()] {
            assert!(!words.en.is_empty() && !words.nl.is_empty(), "{}", row.key);
        }
    }
}

#[test]
fn no_form_of_a_contested_term_belongs_to_two_uses() {
    let mut seen = std::collections::BTreeMap::new();
    for term in contested_terms() {
        assert!(term.uses.len() >= 2, "{} is not contested", term.key);
        assert!(reference(&term.source).is_some(), "{}", term.key);
        for words in [term.name(), term.contested(), term.wording()] {
            assert!(!words.en.is_empty() && !words.nl.is_empty(), "{}", term.key);
        }
        for (place, used) in term.uses.iter().enumerate() {
            for form in used.forms() {
                let here = (&term.key, place);
                assert_eq!(*seen.entry(form).or_insert(here), here, "{form}");
            }
        }
    }
    assert!(contested_terms().len() >= 16);
}

#[test]
fn the_aims_are_five_actions_six_priorities_and_three_goals() {
    for (row, aim) in aims().iter().zip(Aim::ALL) {
        assert_eq!(row.aim, *aim);
        assert!(reference(&row.source).is_some(), "{}", row.source);
    }
    let count = |list| Aim::ALL.iter().filter(|aim| aim.list() == list).count();
    assert_eq!(AimList::ALL.iter().map(|list| count(*list)).collect::<Vec<_>>(), [5, 6, 3]);
}

#[test]
fn competing_texts_are_of_one_session() {
    let of = |symbol: &str| resolutions().iter().find(|row| row.symbol == symbol);
    let pairs: Vec<_> = resolutions().iter().filter(|row| !row.rival.is_empty()).collect();
    for row in &pairs {
        let rival = of(&row.rival).unwrap();
        assert_eq!(row.session, rival.session, "{}", row.symbol);
        assert!(row.contested && rival.contested && row.yes_reads != rival.yes_reads);
    }
    let pairs = pairs.iter().map(|row| (row.symbol.as_str(), row.rival.as_str()));
    assert_eq!(
        pairs.collect::<Vec<_>>(),
        [
            ("A/RES/73/27", "A/RES/73/266"),
            ("A/RES/75/240", "A/RES/75/32"),
            ("A/RES/77/36", "A/RES/77/37"),
            ("A/RES/78/237", "A/RES/78/16"),
        ]
    );
}

#[test]
fn a_verb_stands_on_one_rung_of_the_ladder_and_the_rungs_go_down() {
    let library = wording_strength();
    assert!(library.rungs.windows(2).all(|pair| pair[0].strength > pair[1].strength));
    let rungs = library.rungs.iter().flat_map(|rung| rung.forms());
    let qualifiers = library.qualifiers.iter().flat_map(|it| it.forms());
    let mut seen = BTreeSet::new();
    for form in rungs.chain(qualifiers) {
        assert!(seen.insert(form), "{form} is there twice");
        assert_eq!(form, form.to_lowercase().trim(), "{form}");
    }
    let keys: BTreeSet<&str> = library.qualifiers.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys.len(), library.qualifiers.len(), "keys are unique");
}
