use super::*;
use crate::model::Keyed;

fn seen(table: Table, column: &str) -> Seen {
    table.description().column(column).unwrap().seen
}

fn on_a_wall(seen: Seen) -> bool {
    match seen {
        Seen::Wall | Seen::OwnWall | Seen::WallDay => true,
        Seen::Copy | Seen::CopyDay | Seen::OwnCopy | Seen::Never => false,
    }
}

#[test]
fn private_columns_are_never_on_the_wall() {
    for (table, column) in [
        (Table::Positions, "words"),
        (Table::Positions, "condition"),
        (Table::Positions, "reason"),
        (Table::Positions, "hold"),
        (Table::Briefs, "fallback"),
        (Table::Briefs, "acceptable"),
        (Table::Assessments, "rationale"),
        (Table::Parties, "note"),
        (Table::Remedies, "owner"),
        (Table::Scenarios, "note"),
        (Table::ScenarioMoves, "note"),
    ] {
        assert!(!on_a_wall(seen(table, column)), "{}.{column}", table.key());
    }
    for table in [
        Table::Comments,
        Table::Relations,
        Table::Engagements,
        Table::NextSteps,
        Table::Contacts,
        Table::Asks,
        Table::Rulings,
        Table::Concerns,
        Table::Sources,
        Table::SavedViews,
    ] {
        let wall = table.description().columns().any(|column| on_a_wall(column.seen));
        assert!(!wall, "{}", table.key());
    }
}

#[test]
fn a_table_that_is_never_on_the_wall_has_no_column_on_it() {
    for table in Table::ALL {
        let itself = on_a_wall(seen(*table, "id"));
        for column in table.description().columns() {
            assert!(itself || !on_a_wall(column.seen), "{}.{}", table.key(), column.name);
        }
    }
}

#[test]
fn every_table_begins_with_its_identity_and_has_no_column_twice() {
    for table in Table::ALL {
        let columns: Vec<_> = table.description().columns().collect();
        assert_eq!((columns[0].name, columns[0].part), ("id", Part::Itself));
        let names: Vec<_> = columns.iter().map(|column| column.name).collect();
        assert_eq!(names, table.columns());
        let once: std::collections::HashSet<_> = names.iter().collect();
        assert_eq!(once.len(), names.len(), "{}", table.key());
    }
}

#[test]
fn unique_columns_exist_in_their_table() {
    for table in Table::ALL {
        match table.description().unique {
            Unique::Nothing => {}
            Unique::Code => assert_eq!(table.part("code"), Some(Part::Code)),
            Unique::Together(columns) | Unique::AtATime(columns) => {
                assert!(!columns.is_empty());
                assert!(columns.iter().all(|column| table.columns().contains(column)));
            }
        }
    }
}

#[test]
fn columns_that_order_a_table_exist_in_it() {
    for table in Table::ALL {
        let has = |column: &str| table.columns().contains(&column);
        let named = match table.description().order {
            Order::ByContent => vec![],
            Order::AsMade { under } => vec![under],
            Order::Ranked(rank) => vec![rank],
            Order::Line { of, day, mutual, says } => {
                assert!(!mutual || of.len() >= 2);
                [of, &[day, says]].concat()
            }
        };
        assert!(named.iter().all(|column| has(column)), "{}: {named:?}", table.key());
    }
}

#[test]
fn every_table_in_order_of_a_number_has_that_number_counted_anew() {
    for table in Table::ALL {
        let columns = table.description().columns();
        let ranks: Vec<_> = columns.filter(|it| it.part == Part::Rank).map(|it| it.name).collect();
        let ranked = match table.description().order {
            Order::Ranked(column) => vec![column],
            Order::ByContent | Order::AsMade { .. } | Order::Line { .. } => Vec::new(),
        };
        assert_eq!(ranks, ranked, "{}", table.key());
    }
}

#[test]
fn columns_that_belong_together_exist_and_two_that_name_one_record_always_do() {
    for table in Table::ALL {
        for columns in table.description().together() {
            assert!(columns.len() > 1, "{}: {columns:?}", table.key());
            assert!(columns.iter().all(|it| table.columns().contains(it)), "{columns:?}");
        }
    }
    let together = |table: Table| table.description().together().collect::<Vec<_>>();
    let speaker: &[&str] = &["party_id", "group_id"];
    for table in [Table::Positions, Table::Aliases, Table::ScenarioMoves, Table::WordStances] {
        assert_eq!(together(table), [speaker], "{}", table.key());
    }
    let named: &[&str] = &["table_name", "record_id"];
    assert_eq!(together(Table::Comments), [named]);
    // Two parties of a relation are two records.
    assert!(together(Table::Relations).is_empty());
    // A poll is one answer: all of it but who noted it and how confidential it is.
    let of_poll = Table::Polls.description().columns();
    let aside = |part| matches!(part, Part::Itself | Part::Author | Part::Marking);
    let answer = of_poll.filter(|it| !aside(it.part)).map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(together(Table::Polls), [&answer[..]]);
}
