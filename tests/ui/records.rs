//! Tables of records, and days that were asked about: the right side says in our words what they
//! become, and answers can be changed there.

use cbm_workbench::model::{Language, Stance};
use egui::Key;

use crate::common::{Options, Window};

/// All text on the screen.
fn words(window: &Window) -> String {
    crate::room::words(window)
}

#[test]
fn beside_a_table_of_parties_stands_what_each_row_becomes_and_of_a_change_only_what_is_new() {
    let mut window = Window::new();
    let table = "code;name;type;votes;region;tlp\n\
                 ACME;Acme Networks;industry;nee;Europe;amber\n\
                 NLD;Netherlands;country;ja;Asia;\n\
                 CAN;Canada;;;;\n";
    window.drop_file("parties.csv", table.as_bytes(), "New: 1");
    let said = words(&window);
    let new = "Acme Networks · Code: ACME · Kind: Company · Region: Europe · \
               Takes part in decisions: No · Marking: TLP:AMBER";
    assert!(said.contains(new), "{said}");
    assert!(!said.contains("industry · nee"), "not as it is written: {said}");
    window.click("Changed: 1");
    assert!(words(&window).contains("Line 3: Netherlands · Region: Asia"), "{}", words(&window));
    window.click("The same: 1");
    assert!(window.shows("Line 4: Canada"));
}

#[test]
fn beside_other_records_stands_what_they_become_in_the_language_of_the_user() {
    for (name, table, said) in [
        (
            "members.csv",
            "Lidstaat;Groep;Sinds\nZwitserland;EU;13-2-2024\n",
            "EU, Zwitserland · Sinds: 13 feb. 2024",
        ),
        (
            "sources.csv",
            "Symbol;Title;Author;Date\nA/1;A report;UN;2024-02\n",
            "A/1 · Titel: A report",
        ),
        (
            "contacts.csv",
            "Land;Naam;Functie;E-mail\nNederland;J. de Vries;Raad;j@mfa.example\n",
            "J. de Vries, Nederland · Functie: Raad · E-mail: j@mfa.example",
        ),
        (
            "proposals.csv",
            "Code;Titel;Samenvatting;Status;Soort\nP-9;Een lijn;Wat;ingediend;Transparantie\n",
            "P-9 · Titel in het Engels: Een lijn",
        ),
        (
            "obstacles.csv",
            "Voorstel;Hindernis;Ernst\n73/27;Cyberwapens;3\n",
            "A/RES/73/27, 21 nov. 2026 · Hindernis: Cyberwapens · Ernst: Ernstig",
        ),
    ] {
        let mut window =
            Window::with(Options { language: Language::Dutch, ..Options::default() }, |_| {});
        window.drop_file(name, table.as_bytes(), "Nieuw: ");
        let shown = words(&window);
        assert!(shown.contains(said), "{name}: {shown}");
    }
}

#[test]
fn how_days_are_read_stands_among_the_answers_and_the_next_question_has_the_focus() {
    let mut window = Window::new();
    let table = "party;proposal;stance;date\nNederlend;A/RES/73/27;0;3/4/2019\n\
                 Belgiun;A/RES/73/27;0;5/4/2019\n";
    window.drop_file("days.csv", table.as_bytes(), "The day first: 3 Apr 2019");
    window.click("The day first: 3 Apr 2019");
    window.wait_for("2 questions");
    assert!(window.shows("Days: the day first"), "{}", words(&window));
    // With keys alone from here.
    window.press(Key::Enter);
    window.wait_for("Nederlend: Netherlands");
    window.wait_for("One question");
    window.press(Key::Enter);
    window.wait_for("New: 2");
    assert!(words(&window).contains("A/RES/73/27 0, 3 Apr 2019"), "{}", words(&window));
    window.click("Days: the day first");
    window.click("The month first");
    window.wait_for("Days: the month first");
    window.wait_for("A/RES/73/27 0, 4 Mar 2019");
    window.click("Take back how days are read");
    window.wait_for("The day first: 3 Apr 2019");
    window.click("The month first: 4 Mar 2019");
    window.wait_for("A/RES/73/27 0, 4 Mar 2019");
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
}

#[test]
fn guinea_alone_is_asked_once_with_the_state_of_that_name_under_enter() {
    let mut window = Window::new();
    let table = "party;proposal;stance\nGuinea;A/RES/73/27;0\n";
    for again in [false, true] {
        window.drop_file(
            "guinea.csv",
            table.as_bytes(),
            if again { "The same: 1" } else { "One question" },
        );
        if again {
            break;
        }
        assert!(window.shows("“Guinea” is Papua New Guinea"));
        window.press(Key::Enter);
        window.wait_for("New: 1");
        window.press(Key::Enter);
        window.wait_for("Imported");
        assert_eq!(window.stance("GIN", "A/RES/73/27"), Some(Stance::Accept));
    }
}
