//! The dossier itself: its title, its marking and its settings.

use super::declare::record;
use super::{DossierId, Marking, Obstacle};

record! {
    /// The title, marking and settings of a dossier as a whole.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Dossier in Dossier {
        /// Its identity; copies of one file share it.
        pub id: DossierId => Wall ["id"] Itself,
        /// Its title.
        pub title: String => OwnWall ["title"] Title,
        /// Its subject, in a few sentences.
        pub description: String => OwnCopy ["description"],
        /// The template it was made from.
        // The template suggests which records were withheld, so it never leaves the machine.
        pub template: String => Never ["template"],
        /// The marking of records that have none of their own.
        pub marking: Marking => Wall ["marking"] Marking,
        /// A national classification, in free words.
        pub classification: String => OwnWall ["classification"],
        /// A camp index strictly above this is multistakeholder; −1 to +1.
        pub camp_upper: f64 => Wall ["camp_upper"],
        /// A camp index strictly below this is state-oriented; −1 to +1.
        pub camp_lower: f64 => Wall ["camp_lower"],
        /// A party with fewer votes than this stays unassigned.
        pub camp_min_votes: u32 => Wall ["camp_min_votes"],
        /// A poll with fewer answers than this shows others no split; 1 to 50.
        pub poll_min_answers: u32 => Wall ["poll_min_answers"],
        /// How much each point of salience above or below 3 adds to or takes from the cost of a
        /// move, as a share; 0 to 0.45.
        pub cost_salience: f64 => Wall ["cost_salience"],
        /// The weight of a publicly stated stance, against one told in confidence; 0.1 to 10.
        pub cost_public: f64 => Wall ["cost_public"],
        /// The weight of a stance that is only inferred; 0.1 to 10.
        pub cost_inferred: f64 => Wall ["cost_inferred"],
        /// How much each camp between a party and the main sponsors adds, as a share; 0 to 10.
        pub cost_camp: f64 => Wall ["cost_camp"],
        /// The number of days after which half of what is known of a party has aged away; 1 to
        /// 3650.
        pub stale_days: u32 => Wall ["stale_days"],
        /// The weight of each of the eight obstacles in a total, in their order; 0 to 9.
        // The user's own judgement, which no page on the wall rests on.
        pub weights: [u32; 8] => OwnCopy [
            "weight_terminology",
            "weight_stakeholders",
            "weight_mistrust",
            "weight_opacity",
            "weight_proxies",
            "weight_weapons",
            "weight_espionage",
            "weight_urgency"
        ],
    }
    unique: Unique::Nothing,
    twins: Twins::Two,
    order: Order::ByContent,
    together: &[&["camp_upper", "camp_lower"]],
    told: Told::ByNobody,
}

impl Dossier {
    /// An empty dossier with the default settings.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            id: DossierId::new(),
            title: title.into(),
            description: String::new(),
            template: String::new(),
            marking: Marking::Amber,
            classification: String::new(),
            camp_upper: 0.5,
            camp_lower: -0.5,
            camp_min_votes: 5,
            poll_min_answers: 5,
            cost_salience: 0.2,
            cost_public: 1.25,
            cost_inferred: 0.75,
            cost_camp: 0.25,
            stale_days: 60,
            weights: [1; 8],
        }
    }

    /// The weight of an obstacle in a total.
    pub fn weight(&self, obstacle: Obstacle) -> u32 {
        self.weights[obstacle.number() - 1]
    }
}
