//! The stances read from a pasted table, in words.

use super::{Answer, Grid};
use crate::model::stance;
use crate::text::Text;

impl Grid {
    /// The stances of the first parties, one line each; parties that are not identified or are left
    /// out are skipped.
    pub(crate) fn becomes(&self, text: Text, most: usize) -> Vec<String> {
        let mut told = Vec::new();
        // The cells are in the order of the lines, or across them.
        let mut said = vec![Vec::new(); self.voices.len()];
        for cell in &self.said {
            if let Some(said) = said.get_mut(cell.voice) {
                said.push(cell);
            }
        }
        for ((subject, _), cells) in self.voices.iter().zip(said) {
            if told.len() >= most {
                break;
            }
            let name = match self.answer_to(*subject) {
                Some(Answer::State(state)) => text.of(&state.name()).to_owned(),
                Some(Answer::Group(group)) => {
                    text.of(&crate::library::Meaning::Group(group).name()).to_owned()
                }
                Some(Answer::Own { .. }) => self.name(*subject).to_owned(),
                Some(Answer::LeaveOut) | None => continue,
            };
            let stances = cells.iter().filter_map(|cell| {
                let (head, _) = self.heads.get(cell.head)?;
                Some(format!("{head} {}", stance::sign(cell.stance)))
            });
            let all: Vec<_> = [name].into_iter().chain(stances).collect();
            told.push(all.join(" · "));
        }
        told
    }
}
