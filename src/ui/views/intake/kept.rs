//! A half-finished import of a table, as stored inside the dossier while it is locked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Intake, Origin};
use crate::exchange::intake::{Field, Heads, Layout, Mapping, Meant, NameAnswer, OwnScale};
use crate::exchange::{NO_HEADER, Workbook};
use crate::model::{DayOrder, Keyed, Snapshot, Speaker};

/// The origin of a table, so that it can be found again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableFrom {
    /// A file, and the hash of its content.
    File(PathBuf, String),
    /// The clipboard, and its content.
    Pasted(String),
}

impl TableFrom {
    /// The hash of the file's content, if it is a file.
    pub fn hash(&self) -> Option<&str> {
        match self {
            Self::File(_, hash) => Some(hash),
            Self::Pasted(_) => None,
        }
    }

    /// The file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path, _) => Some(path),
            Self::Pasted(_) => None,
        }
    }
}

/// A half-finished import of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptIntake {
    /// Where it comes from.
    pub from: TableFrom,
    /// Its name.
    pub name: String,
    reading: Option<KeptReading>,
    // The user's choices, which hold whatever is read later.
    layout: Option<String>,
    header: Option<u64>,
    #[serde(default)]
    heads: Option<String>,
    // The sheet with the titles of roll calls, by name, and its file if it is in another.
    titles: Option<(String, Option<PathBuf>)>,
    // The hash of that file's content.
    #[serde(default)]
    titles_hash: String,
    // Whether the user said that there is none.
    #[serde(default)]
    no_titles: bool,
    create: bool,
    #[serde(default)]
    undated_on: Option<NaiveDate>,
    // Each name with the answer and its words.
    names: Vec<(String, String, String)>,
    left_out: Vec<(u64, usize)>,
    begun: Option<BTreeMap<String, String>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptReading {
    sheet: usize,
    layout: String,
    header: u64,
    columns: Vec<Option<String>>,
    // The meaning of two lines of headings, if there are two.
    #[serde(default)]
    heads: Option<String>,
    // The subjects of the columns, if no header gives them.
    #[serde(default)]
    named: Vec<String>,
    dates: Option<String>,
    scale: BTreeMap<String, String>,
    origin: Origin,
}

fn keep_scale(scale: &OwnScale) -> BTreeMap<String, String> {
    scale.iter().map(|(number, meant)| (number.clone(), meant.key().to_owned())).collect()
}

fn read_scale(kept: &BTreeMap<String, String>) -> OwnScale {
    let meant = |(number, key): (&String, &String)| Some((number.clone(), Meant::from_key(key)?));
    kept.iter().filter_map(meant).collect()
}

impl KeptIntake {
    /// The part of an import that is stored.
    pub fn of(intake: &Intake) -> Self {
        let reading = intake.reading.as_ref().map(|reading| {
            let mapping = &reading.mapping;
            let columns = mapping.columns.iter();
            let named = columns.clone().filter(|_| mapping.header == NO_HEADER);
            KeptReading {
                sheet: reading.sheet,
                layout: mapping.layout.key().to_owned(),
                header: mapping.header,
                heads: mapping.upper.as_ref().map(|upper| upper.heads.key().to_owned()),
                columns: columns.map(|it| it.field.map(|field| field.key().to_owned())).collect(),
                named: named.map(|it| it.heading.clone()).collect(),
                dates: mapping.dates.map(|dates| dates.key().to_owned()),
                scale: keep_scale(&mapping.scale),
                origin: reading.origin,
            }
        });
        let titles = intake.titles.iter().flatten().next().map(|(name, _)| {
            let path = intake.titles_from.as_ref().and_then(TableFrom::path);
            (name.clone(), path.map(Path::to_owned))
        });
        let titles_hash = intake.titles_from.as_ref().and_then(TableFrom::hash);
        let given = intake.given.iter();
        let given =
            given.map(|(name, answer, words)| (name.clone(), answer.to_key(), words.clone()));
        Self {
            from: intake.from.clone(),
            name: intake.name.clone(),
            reading,
            layout: intake.layout.map(|layout| layout.key().to_owned()),
            header: intake.header,
            heads: intake.heads.map(|heads| heads.key().to_owned()),
            titles,
            titles_hash: titles_hash.unwrap_or_default().to_owned(),
            no_titles: matches!(intake.titles, Some(None)),
            create: intake.create,
            undated_on: intake.undated_on,
            names: given.collect(),
            left_out: intake.answers.left_out().collect(),
            begun: intake.begun.as_ref().map(keep_scale),
        }
    }

    /// Whether the table just read from this path, or under this name from the clipboard, is this
    /// one.
    pub fn is_at(&self, path: &Path) -> bool {
        match &self.from {
            TableFrom::File(own, _) => own == path,
            TableFrom::Pasted(_) => Path::new(&self.name) == path,
        }
    }

    /// Restores the import as it was left. If the table has changed since, only the answers about
    /// names still hold, as far as the parties and groups still exist; everything else was about
    /// other rows.
    pub fn take_up(&self, workbook: Arc<Workbook>, same: bool, snapshot: &Snapshot) -> Intake {
        let mut intake = Intake::new(self.name.clone(), self.from.clone(), workbook);
        (intake.create, intake.undated_on) = (self.create, self.undated_on);
        for (written, answer, words) in &self.names {
            let answer = NameAnswer::from_key(answer);
            let there = |answer: &NameAnswer| match answer {
                NameAnswer::Here(Speaker::Party(id)) => snapshot.parties.get(*id).is_some(),
                NameAnswer::Here(Speaker::Group(id)) => snapshot.groups.get(*id).is_some(),
                _ => true,
            };
            if let Some(answer) = answer.filter(there) {
                intake.answers.name(written, answer);
                intake.given.push((written.clone(), answer, words.clone()));
            }
        }
        if same {
            intake.layout = self.layout.as_deref().and_then(Layout::from_key);
            intake.header = self.header;
            intake.heads = self.heads.as_deref().and_then(Heads::from_key);
            self.left_out.iter().for_each(|place| intake.answers.leave_out(*place));
            intake.begun = self.begun.as_ref().map(read_scale);
            match &self.titles {
                Some((_, Some(path))) => {
                    intake.wants_titles = Some((path.clone(), self.titles_hash.clone()));
                }
                Some((name, None)) => {
                    let named = intake.workbook.sheets.iter().find(|it| it.name == *name);
                    intake.titles = named.map(|it| Some((it.name.clone(), it.sheet.clone())));
                }
                None => intake.titles = self.no_titles.then_some(None),
            }
        }
        intake
    }

    /// The sheet and how it was read; `None` if that was not known yet, or does not fit.
    pub fn reading(&self, workbook: &Workbook) -> Option<(usize, Mapping, Origin)> {
        let kept = self.reading.as_ref()?;
        let sheet = workbook.sheets.get(kept.sheet)?.sheet.headed_at(kept.header)?;
        let layout = Layout::from_key(&kept.layout)?;
        let heads = kept.heads.as_deref().and_then(Heads::from_key);
        let two = heads.and_then(|it| Mapping::with_heads(&sheet, layout, kept.header, it));
        let mut mapping = two.unwrap_or_else(|| Mapping::new(layout, &sheet));
        for (column, field) in mapping.columns.iter_mut().zip(&kept.columns) {
            column.field = field.as_deref().and_then(Field::from_key);
        }
        for (column, name) in mapping.columns.iter_mut().zip(&kept.named) {
            column.heading.clone_from(name);
        }
        mapping.dates = kept.dates.as_deref().and_then(DayOrder::from_key);
        mapping.scale = read_scale(&kept.scale);
        Some((kept.sheet, mapping, kept.origin))
    }
}
