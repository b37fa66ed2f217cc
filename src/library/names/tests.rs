use std::collections::BTreeSet;

use super::*;

fn codes(name: &str) -> Vec<&'static str> {
    meanings(name).into_iter().map(Meaning::code).collect()
}

#[test]
fn every_name_people_write_is_the_state_they_think_of() {
    for (name, code) in [
        ("Russian Federation", "RUS"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("UK", "GBR"),
        ("U.K.", "GBR"),
        ("VS", "USA"),
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Holland", "NLD"),
        ("UAE", "ARE"),
        ("Korea North", "PRK"),
        ("Congo - Kinshasa", "COD"),
        ("Congo (Brazzaville)", "COG"),
        ("Wit-Rusland", "BLR"),
        ("Czech Republic", "CZE"),
        ("Ivory Coast", "CIV"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("St. Lucia", "LCA"),
        ("Sint Vincent en de Grenadines", "VCT"),
        ("The Gambia", "GMB"),
        ("Gambia, The", "GMB"),
        ("Korea, Republic of", "KOR"),
        ("Korea (Democratic People's Republic of)", "PRK"),
        ("Korea, Dem. People’s Rep.", "PRK"),
        ("Macedonia (the former Yugoslav Republic of)", "MKD"),
        ("Venezuela, Bolivarian Republic of", "VEN"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Cote d Ivoire", "CIV"),
        ("VIET NAM", "VNM"),
        ("Timor Leste", "TLS"),
        ("Allemagne", "DEU"),
        ("Dem. Rep. of the Congo", "COD"),
        ("Burma", "MMR"),
        ("Vatican City", "VAT"),
        ("Russia (RUS)", "RUS"),
        ("Netherlands, the", "NLD"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Guinée", "GIN"),
        ("Niger", "NER"),
        ("BOLIVIA (PLURINATIONAL STATE OF)", "BOL"),
        ("Viet Nam (le)", "VNM"),
        ("Ireland", "IRL"),
        ("Guinea", "GIN"),
        ("Iran (République islamique d’)", "IRN"),
        ("State of Palestine *", "PSE"),
        ("Netherlands [NLD]", "NLD"),
        ("NLD - Netherlands", "NLD"),
        ("Myanmar/Burma", "MMR"),
        ("GER", "DEU"),
        ("SUI", "CHE"),
        ("UKG", "GBR"),
        ("Slovenia (SLO)", "SVN"),
        ("Rhodesia", "ZWE"),
        ("OVSE", "OSCE"),
        ("Arab League", "LAS"),
        ("Group of 77 & China", "G-77"),
    ] {
        assert_eq!(codes(name), [code], "{name}");
    }
}

#[test]
fn an_ambiguous_name_has_both_meanings_and_an_unknown_one_none() {
    for (name, both) in [
        ("Congo", ["COG", "COD"]),
        ("Korea", ["KOR", "PRK"]),
        ("AU", ["AUS", "AU"]),
        ("NAM", ["NAM", "NAM"]),
        ("VN", ["VNM", "VN"]),
        ("SA", ["SAU", "ZAF"]),
        ("MAS", ["MUS", "MYS"]),
    ] {
        assert_eq!(codes(name), both, "{name}");
    }
    for name in [
        "",
        "?",
        "the",
        "Republic of China",
        "Taiwan, Province of China",
        "China (Taiwan)",
        "Georgia (US)",
        "Northern Ireland",
        "Republic",
        "Total",
        "Party",
    ] {
        assert!(codes(name).is_empty(), "{name}: {:?}", codes(name));
    }
}

#[test]
fn a_suggestion_is_never_another_state() {
    for (name, code) in [
        ("Nederlend", Some("NLD")),
        ("Slovakai", Some("SVK")),
        ("Equatorial", Some("GNQ")),
        ("European Uniom", Some("EU")),
        ("Nigera", None),
        ("Slovekia", None),
        ("Dominican", None),
        ("Kore", None),
        ("Ukr", None),
        ("South", None),
        ("Northern Ireland", None),
        ("Republic of China", None),
        ("American Samoa", None),
        ("Microsoft", None),
        ("NDL", None),
    ] {
        assert_eq!(likely(name).map(Meaning::code), code, "{name}");
    }
}

#[test]
fn only_the_known_names_are_ambiguous() {
    let states =
        |name: &str| meanings(name).iter().filter(|it| matches!(it, Meaning::State(_))).count();
    // The codes of other systems are distinguished by their column.
    let many = INDEX.keys().filter(|name| name.len() > 3 || INDEX[*name].len() > 1);
    let many: Vec<_> = many.map(String::as_str).filter(|name| states(name) > 1).collect();
    let known = ["congo", "corea", "coree", "kongo", "korea", "sa"];
    assert_eq!(many, known);
    for alias in aliases() {
        let is_other = matches!(alias.name.as_str(), "Guinea" | "Ireland");
        let found = codes(&alias.name);
        assert!(found.contains(&alias.iso3.as_str()) != is_other, "{}", alias.name);
    }
    let codes: BTreeSet<_> = abbreviations().iter().map(|it| it.code.as_str()).collect();
    assert!(codes.iter().all(|code| meanings(code).len() == 2));
}

#[test]
fn a_state_is_found_by_its_other_names_while_they_are_typed() {
    let state = |code: &str| Party::new(code, Bilingual::default(), PartyKind::State);
    for (code, wanted) in [("GBR", "uk"), ("NLD", "holl"), ("TUR", "turkey")] {
        assert!(GoBy::new(wanted).has(&state(code)), "{code} {wanted}");
    }
    for (code, wanted) in [("UKR", "uk"), ("GBR", "g"), ("NER", "nigeria"), ("NER", "")] {
        assert!(!GoBy::new(wanted).has(&state(code)), "{code} {wanted}");
    }
    let company = Party { kind: PartyKind::Company, ..state("GBR") };
    assert!(!GoBy::new("uk").has(&company));
}
