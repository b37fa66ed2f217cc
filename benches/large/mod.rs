//! The dossiers to measure: the example, and one as large as dossiers get.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Keyed, Table};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// The number of proposals in the large dossier.
pub(crate) const PROPOSALS: usize = 6_200;

/// The number of positions in the large dossier.
pub(crate) const POSITIONS: usize = 870_000;

/// The folder for measured dossiers.
fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"));
    let folder = target.join("measured");
    std::fs::create_dir_all(&folder).expect("the folder for measured dossiers can be made");
    folder
}

/// The example, newly made.
pub(crate) fn example() -> PathBuf {
    let path = folder().join("example.cbm");
    let _ = std::fs::remove_file(&path);
    Document::create(&path, Template::UnVotes, "Example").expect("the example can be made");
    path
}

/// The large dossier, made once and kept as long as the columns of the file stay the same.
pub(crate) fn large() -> PathBuf {
    let mut shape = DefaultHasher::new();
    for table in Table::ALL {
        table.columns().hash(&mut shape);
    }
    let path = folder().join(format!("large-{:016x}.cbm", shape.finish()));
    if !path.exists() {
        let unfinished = path.with_extension("unfinished");
        let _ = std::fs::remove_file(&unfinished);
        Document::create(&unfinished, Template::UnVotes, "Large").expect("a dossier can be made");
        fill(&unfinished, PROPOSALS, POSITIONS).expect("the large dossier can be filled");
        std::fs::rename(&unfinished, &path).expect("the large dossier can be put in place");
    }
    path
}

/// Adds proposals, and at most this many positions.
pub(crate) fn fill(path: &Path, up_to: usize, positions: usize) -> rusqlite::Result<()> {
    let mut connection = Connection::open(path)?;
    let ids = |connection: &Connection, sql: &str| -> rusqlite::Result<Vec<String>> {
        connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    let parties = ids(&connection, "SELECT id FROM parties ORDER BY code")?;
    let source = ids(&connection, "SELECT id FROM sources LIMIT 1")?.remove(0);
    let there: usize = connection
        .query_row("SELECT count(*) FROM positions", [], |row| row.get::<_, i64>(0))?
        .try_into()
        .unwrap_or_default();
    let transaction = connection.transaction()?;
    let mut proposals = Vec::new();
    for number in 10..=up_to {
        let id = Uuid::now_v7().to_string();
        transaction.prepare_cached(
            "INSERT INTO proposals (id, code, title_en, title_nl, summary_en, summary_nl, text, \
             source_id, status, verification_en, verification_nl, note) \
             VALUES (?1, ?2, ?3, '', '', '', '', ?4, 'tabled', '', '', '')",
        )?
        .execute(params![id, format!("L/{number}"), format!("Measure number {number}"), source])?;
        proposals.push(id);
    }
    // A mix of stances that leaves about a quarter of the cells unknown.
    let stances = ["support", "accept", "object", "champion", "reserve", "no-instructions"];
    let mut left = positions - there;
    'all: for (column, proposal) in proposals.iter().enumerate() {
        for (row, party) in parties.iter().enumerate() {
            let number = column * 31 + row * 17;
            if number % 11 < 3 {
                continue;
            }
            if left == 0 {
                break 'all;
            }
            left -= 1;
            let date =
                format!("20{:02}-{:02}-{:02}", 10 + number % 16, 1 + number % 12, 1 + number % 28);
            transaction
                .prepare_cached(
                    "INSERT INTO positions (id, proposal_id, party_id, stance, date, forum, words, \
                 source_id, certainty, condition, author, marking) \
                 VALUES (?1, ?2, ?3, ?4, ?5, 'statement', '', ?6, 'public', '', 'desk', 'CLEAR')",
                )?
                .execute(params![
                    Uuid::now_v7().to_string(),
                    proposal,
                    party,
                    stances[number % stances.len()],
                    date,
                    source
                ])?;
        }
    }
    transaction.commit()
}
