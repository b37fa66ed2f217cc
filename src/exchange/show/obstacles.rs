//! The heat map of obstacles.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, Scene, proposals_in_order};
use crate::library::obstacle_text;
use crate::model::{Keyed, Marking, Obstacle, Severity};

#[derive(Serialize)]
pub(super) struct ObstaclesJson<'a> {
    #[serde(flatten)]
    head: Head,
    obstacles: Vec<ObstacleJson>,
    proposals: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct ObstacleJson {
    key: Obstacle,
    number: usize,
    name: &'static str,
}

#[derive(Serialize)]
struct RowJson<'a> {
    code: &'a str,
    title: &'a str,
    // By the key of the obstacle; null is not assessed.
    severities: BTreeMap<&'static str, Option<AssessmentJson<'a>>>,
}

#[derive(Serialize)]
struct AssessmentJson<'a> {
    severity: Severity,
    date: NaiveDate,
    rationale: &'a str,
    source: Option<&'a str>,
    marking: Option<Marking>,
}

pub(super) fn json<'a>(scene: &Scene<'a>) -> ObstaclesJson<'a> {
    let Scene { snapshot, heat, text, .. } = *scene;
    let obstacles = Obstacle::ALL.iter().map(|obstacle| ObstacleJson {
        key: *obstacle,
        number: obstacle.number(),
        name: text.label(*obstacle),
    });
    let proposals = proposals_in_order(snapshot).into_iter().map(|(slot, proposal)| {
        let cell = |obstacle: Obstacle| {
            let assessment = snapshot.assessments.get(heat.assessment(slot, obstacle)?)?;
            let source = assessment.source.and_then(|source| snapshot.sources.get(source));
            Some(AssessmentJson {
                severity: assessment.severity?,
                date: assessment.date,
                rationale: &assessment.rationale,
                source: source.map(|source| source.short()),
                marking: assessment.marking,
            })
        };
        RowJson {
            code: &proposal.code,
            title: text.of(&proposal.title),
            severities: Obstacle::ALL.iter().map(|o| (o.key(), cell(*o))).collect(),
        }
    });
    ObstaclesJson {
        head: Head::new(scene, super::Subject::Obstacles),
        obstacles: obstacles.collect(),
        proposals: proposals.collect(),
    }
}

pub(super) fn table(scene: &Scene<'_>) -> Vec<Vec<String>> {
    let Scene { snapshot, heat, text, .. } = *scene;
    let mut head = vec![text.get("column-code").to_owned(), text.get("field-title").to_owned()];
    head.extend(Obstacle::ALL.iter().map(|o| text.of(&obstacle_text(*o).short()).to_owned()));
    let mut rows = vec![head];
    for (slot, proposal) in proposals_in_order(snapshot) {
        let mut row = vec![proposal.code.clone(), text.of(&proposal.title).to_owned()];
        row.extend(Obstacle::ALL.iter().map(|obstacle| {
            let severity = heat.severity(slot, *obstacle);
            severity.map_or_else(|| "?".to_owned(), |severity| severity.get().to_string())
        }));
        rows.push(row);
    }
    rows
}
