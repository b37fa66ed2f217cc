//! The UN Global Mechanism on ICT security: its pillars and its meetings.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Confidence, csv_rows, from_key};
use crate::model::Bilingual;

/// A meeting of the library.
#[derive(Clone, Debug, Deserialize)]
pub struct LibraryMeeting {
    /// Its key.
    pub key: String,
    title_en: String,
    title_nl: String,
    /// The first day.
    pub date: NaiveDate,
    /// The last day; `None` if there is only one.
    pub until: Option<NaiveDate>,
    note_en: String,
    note_nl: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl LibraryMeeting {
    /// Its title.
    pub fn title(&self) -> Bilingual {
        Bilingual::new(&self.title_en, &self.title_nl)
    }

    /// A note on it.
    pub fn note(&self) -> Bilingual {
        Bilingual::new(&self.note_en, &self.note_nl)
    }
}

/// The meetings of the Global Mechanism, oldest first.
pub fn meetings() -> &'static [LibraryMeeting] {
    static ROWS: LazyLock<Vec<LibraryMeeting>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/meetings.csv")));
    &ROWS
}

/// A subject on which the Global Mechanism works.
#[derive(Clone, Debug, Deserialize)]
pub struct Pillar {
    /// Its number, 1 to 5.
    pub number: usize,
    name_en: String,
    name_nl: String,
    text_en: String,
    text_nl: String,
    /// Key of the reference.
    pub source: String,
    /// How far to trust it.
    #[serde(deserialize_with = "from_key")]
    pub confidence: Confidence,
}

impl Pillar {
    /// Its name.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_en, &self.name_nl)
    }

    /// A description of its scope.
    pub fn text(&self) -> Bilingual {
        Bilingual::new(&self.text_en, &self.text_nl)
    }
}

/// The five pillars, in order.
pub fn pillars() -> &'static [Pillar] {
    static ROWS: LazyLock<Vec<Pillar>> =
        LazyLock::new(|| csv_rows(include_str!("../../data/pillars.csv")));
    &ROWS
}
