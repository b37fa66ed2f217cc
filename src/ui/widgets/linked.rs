//! Sentences in which the names of parties, groups and proposals lead to them, and other words to
//! what they count.

use std::collections::{BTreeMap, BTreeSet};

use egui::{RichText, Ui};

use crate::model::{ProposalId, Snapshot};
use crate::text::Text;
use crate::ui::state::Selection;
use crate::ui::theme::Theme;

/// A link of so many characters stays on one line.
const SHORT: usize = 24;

/// The targets of names and codes.
#[derive(Debug, Default)]
pub(crate) struct Names {
    // By first letter, longest first. `None` if several share a name, which then leads nowhere.
    by_letter: BTreeMap<char, Vec<(String, Option<Selection>)>>,
}

/// Words, and their targets.
pub(crate) type Pieces<T = Selection> = Vec<(String, Option<T>)>;

impl Names {
    /// The names and codes of everybody who has a stance on a proposal, each leading to that
    /// stance, and the codes of the proposals that compete with it or are on an agenda. There may
    /// be thousands of others, but no sentence about it names them.
    pub(crate) fn on(text: Text, snapshot: &Snapshot, proposal: ProposalId) -> Self {
        let mut names = Self::default();
        for party in snapshot.parties.iter() {
            let to = Selection::Cell(proposal, party.id);
            names.add(&[text.of(&party.name), &party.code], to);
        }
        for group in snapshot.groups.iter() {
            let to = Selection::GroupStance(proposal, group.id);
            names.add(&[text.of(&group.name), &group.code], to);
        }
        let rivals = snapshot.rivals.iter().map(|it| [it.proposal, it.other]);
        let rivals = rivals.filter(|pair| pair.contains(&proposal)).flatten();
        let others: BTreeSet<_> =
            rivals.chain(snapshot.agenda.iter().map(|it| it.proposal)).collect();
        for id in others.into_iter().filter(|it| *it != proposal) {
            if let Some(other) = snapshot.proposals.get(id) {
                names.add(&[&other.code], Selection::Proposal(id));
            }
        }
        names.longest_first();
        names
    }

    /// These names, and the codes of the roll calls. A proposal and the vote on it often share a
    /// code, which then leads to the proposal.
    pub(crate) fn and_roll_calls(mut self, snapshot: &Snapshot) -> Self {
        let mut known: BTreeSet<String> =
            self.by_letter.values().flatten().map(|(name, _)| name.clone()).collect();
        for roll_call in snapshot.roll_calls.iter() {
            let letter = roll_call.code.chars().next();
            if let Some(letter) = letter.filter(|_| known.insert(roll_call.code.clone())) {
                let to = Some(Selection::RollCall(roll_call.id));
                self.by_letter.entry(letter).or_default().push((roll_call.code.clone(), to));
            }
        }
        self.longest_first();
        self
    }

    fn longest_first(&mut self) {
        for of_letter in self.by_letter.values_mut() {
            of_letter.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
    }

    fn add(&mut self, called: &[&str], to: Selection) {
        for name in called {
            // A single letter is a word of the sentence rather than a code.
            let Some(letter) = name.chars().next().filter(|_| name.chars().count() > 1) else {
                continue;
            };
            let of_letter = self.by_letter.entry(letter).or_default();
            match of_letter.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) if *known == Some(to) => {}
                Some((_, known)) => *known = None,
                None => of_letter.push(((*name).to_owned(), Some(to))),
            }
        }
    }

    /// A sentence in pieces: each name in it separately.
    pub(crate) fn within(&self, words: &str) -> Pieces {
        let mut pieces = Pieces::new();
        let (mut plain, mut at, mut before) = (0, 0, ' ');
        while let Some(letter) = words[at..].chars().next() {
            let rest = &words[at..];
            let begins = !before.is_alphanumeric();
            let found = begins.then(|| self.at_the_start_of(rest, letter)).flatten();
            let step = match found {
                Some((name, to)) => {
                    if let Some(to) = to {
                        pieces.push((words[plain..at].to_owned(), None));
                        pieces.push((name.to_owned(), Some(to)));
                        plain = at + name.len();
                    }
                    name.len()
                }
                None => letter.len_utf8(),
            };
            before = words[at..at + step].chars().next_back().unwrap_or(' ');
            at += step;
        }
        pieces.push((words[plain..].to_owned(), None));
        pieces.retain(|(words, _)| !words.is_empty());
        pieces
    }

    /// The longest name that a text begins with, as whole words.
    fn at_the_start_of(&self, rest: &str, letter: char) -> Option<(&str, Option<Selection>)> {
        let ends = |name: &str| !rest[name.len()..].starts_with(char::is_alphanumeric);
        let mut of_letter = self.by_letter.get(&letter)?.iter();
        let found = of_letter.find(|(name, _)| rest.starts_with(name.as_str()) && ends(name));
        found.map(|(name, to)| (name.as_str(), *to))
    }
}

/// The look of body text.
pub(crate) fn plain(words: &str) -> RichText {
    RichText::new(words)
}

/// A sentence in which these words lead somewhere too, if it contains them.
pub(crate) fn leading<T: Copy>(pieces: Pieces<T>, words: &str, to: T) -> Pieces<T> {
    let found = |(piece, leads): &(String, Option<T>)| leads.is_none() && piece.contains(words);
    let Some(place) = pieces.iter().position(found) else { return pieces };
    let mut pieces = pieces;
    let (piece, _) = pieces.remove(place);
    let (before, after) = piece.split_once(words).unwrap_or((&piece, ""));
    let split = [(before, None), (words, Some(to)), (after, None)];
    let split = split.into_iter().filter(|(words, _)| !words.is_empty());
    pieces.splice(place..place, split.map(|(words, to)| (words.to_owned(), to)));
    pieces
}

/// Draws a sentence that wraps; returns the target of the name that was clicked.
pub(crate) fn linked<T: Copy>(
    ui: &mut Ui,
    theme: &Theme,
    pieces: &[(String, Option<T>)],
    look: impl Fn(&str) -> RichText,
) -> Option<T> {
    ui.scope(|ui| {
        // The lines of a sentence are no further apart than those of any paragraph.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| linked_within(ui, theme, pieces, look)).inner
    })
    .inner
}

/// The same within a wrapping line that has something before or after it.
pub(crate) fn linked_within<T: Copy>(
    ui: &mut Ui,
    theme: &Theme,
    pieces: &[(String, Option<T>)],
    look: impl Fn(&str) -> RichText,
) -> Option<T> {
    let mut clicked = None;
    let between = std::mem::take(&mut ui.spacing_mut().item_spacing.x);
    for (words, to) in pieces {
        match to {
            None => drop(ui.label(look(words))),
            Some(to) => {
                // A short link is not broken over two lines.
                let short = words.chars().count() <= SHORT;
                let glued = if short { words.replace(' ', "\u{a0}") } else { words.clone() };
                let link = egui::Link::new(look(&glued).color(theme.colours.accent));
                let link = ui.add(link).accessible_name(words);
                if link.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                    clicked = Some(*to);
                }
            }
        }
    }
    ui.add_space(between);
    ui.spacing_mut().item_spacing.x = between;
    clicked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sketch::sketch;

    #[test]
    fn names_are_found_as_whole_words_and_the_longest_first() {
        let mut snapshot = sketch("  P Q\nNER +\nNGA +\nA .\nTWO .\nZWO .");
        let mut call = |code: &str, name: &str| {
            let mut party = snapshot.party_by_code(code).unwrap().clone();
            party.name.en = name.to_owned();
            snapshot.put(party.into());
        };
        call("NER", "Niger");
        call("NGA", "Niger Delta");
        call("TWO", "Twins");
        call("ZWO", "Twins");
        let proposal = snapshot.proposal_by_code("P").unwrap().id;
        let names = Names::on(Text::default(), &snapshot, proposal);
        let of =
            |code: &str| Some(Selection::Cell(proposal, snapshot.party_by_code(code).unwrap().id));
        let found = names.within("A call: Niger Delta, Niger; NGA and Nigeria, Twins.");
        let links: Vec<_> = found.iter().filter(|(_, to)| to.is_some()).cloned().collect();
        assert_eq!(
            links,
            [
                ("Niger Delta".to_owned(), of("NGA")),
                ("Niger".to_owned(), of("NER")),
                ("NGA".to_owned(), of("NGA"))
            ]
        );
        let whole: String = found.into_iter().map(|(words, _)| words).collect();
        assert_eq!(whole, "A call: Niger Delta, Niger; NGA and Nigeria, Twins.");
        assert_eq!(names.within(""), Pieces::new());
    }
}
