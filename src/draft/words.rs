//! The words of a paragraph in order, some of them in brackets.

use crate::model::Marking;

/// The words of one paragraph. Neighbouring pieces are never both plain, no plain piece is empty,
/// and every run of spaces is a single one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Its pieces, in reading order.
    pub pieces: Vec<Piece>,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that are not disputed here.
    Plain(String),
    /// Disputed words.
    Bracket(Bracket),
}

/// Disputed words, with those who dispute them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// The request.
    pub kind: BracketKind,
    /// The words in question; they may contain brackets themselves.
    pub words: Words,
    /// Who asks for it, and who is against it.
    pub owners: Vec<Owner>,
    /// Who typed it, if a file says so.
    pub hand: Option<Hand>,
    /// How widely it may be shown; `None` is as widely as its paragraph.
    pub marking: Option<Marking>,
}

/// A request about disputed words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BracketKind {
    /// That they come in.
    Add,
    /// That they go.
    Delete,
    /// That these words come in their place.
    Replace(Words),
    /// That they are chosen among the adjacent alternatives; with their number.
    Alternative(u16),
}

/// Who has an interest in a bracket: the code or the name of a party or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The code or the name.
    pub name: String,
    /// Whether they are against what is asked.
    pub against: bool,
}

/// Who typed a change, as a word processor records it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// The author as named in the file.
    pub author: String,
    /// The moment, as written in the file (`2026-05-04T10:12:00Z`); may be empty.
    pub date: String,
}

/// The request about the words of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunKind {
    /// Not disputed.
    Plain,
    /// To come in.
    Add,
    /// To go.
    Delete,
    /// One of several.
    Alternative,
}

/// A run of words in one bracket, seen from the innermost bracket.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<'a> {
    /// The words.
    pub text: &'a str,
    /// The request about them.
    pub kind: RunKind,
    /// How many brackets it is in.
    pub depth: u16,
    /// The innermost bracket; `None` outside all.
    pub bracket: Option<&'a Bracket>,
}

impl Bracket {
    /// A bracket without owners.
    pub fn new(kind: BracketKind, words: Words) -> Self {
        Self { kind, words, owners: Vec::new(), hand: None, marking: None }
    }

    /// Those who ask for it, or those who are against it.
    pub fn names(&self, against: bool) -> impl Iterator<Item = &str> {
        self.owners.iter().filter(move |it| it.against == against).map(|it| it.name.as_str())
    }

    /// The kind of its first words.
    pub fn run_kind(&self) -> RunKind {
        match self.kind {
            BracketKind::Add => RunKind::Add,
            BracketKind::Delete | BracketKind::Replace(_) => RunKind::Delete,
            BracketKind::Alternative(_) => RunKind::Alternative,
        }
    }
}

impl Words {
    /// Undisputed words.
    pub fn plain(text: &str) -> Self {
        let mut words = Self::default();
        words.push_plain(text);
        words.trim();
        words
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Appends plain words; runs of spaces become one.
    pub fn push_plain(&mut self, text: &str) {
        let open = match self.pieces.last_mut() {
            Some(Piece::Plain(last)) => last,
            _ => {
                self.pieces.push(Piece::Plain(String::new()));
                let Some(Piece::Plain(last)) = self.pieces.last_mut() else { return };
                last
            }
        };
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || !open.ends_with(' ') {
                open.push(c);
            }
        }
        if open.is_empty() {
            self.pieces.pop();
        }
    }

    /// Appends a bracket.
    pub fn push(&mut self, bracket: Bracket) {
        self.pieces.push(Piece::Bracket(bracket));
    }

    /// Appends all of these.
    pub fn extend(&mut self, words: Self) {
        for piece in words.pieces {
            match piece {
                Piece::Plain(text) => self.push_plain(&text),
                Piece::Bracket(bracket) => self.push(bracket),
            }
        }
    }

    /// Removes the spaces at both ends.
    pub fn trim(&mut self) {
        if let Some(Piece::Plain(first)) = self.pieces.first_mut() {
            let spaces = first.len() - first.trim_start().len();
            first.drain(..spaces);
            if first.is_empty() {
                self.pieces.remove(0);
            }
        }
        if let Some(Piece::Plain(last)) = self.pieces.last_mut() {
            last.truncate(last.trim_end().len());
            if last.is_empty() {
                self.pieces.pop();
            }
        }
    }

    /// The brackets, each before those inside it.
    pub fn brackets(&self) -> Vec<&Bracket> {
        let mut found = Vec::new();
        self.each_bracket(&mut |bracket| found.push(bracket));
        found
    }

    fn each_bracket<'a>(&'a self, found: &mut impl FnMut(&'a Bracket)) {
        for piece in &self.pieces {
            let Piece::Bracket(bracket) = piece else { continue };
            found(bracket);
            bracket.words.each_bracket(found);
            if let BracketKind::Replace(instead) = &bracket.kind {
                instead.each_bracket(found);
            }
        }
    }

    /// The greatest depth of nested brackets.
    pub fn depth(&self) -> usize {
        let inside = |piece: &Piece| match piece {
            Piece::Plain(_) => 0,
            Piece::Bracket(bracket) => {
                let instead = match &bracket.kind {
                    BracketKind::Replace(instead) => instead.depth(),
                    BracketKind::Add | BracketKind::Delete | BracketKind::Alternative(_) => 0,
                };
                1 + bracket.words.depth().max(instead)
            }
        };
        self.pieces.iter().map(inside).max().unwrap_or_default()
    }

    /// The words in runs, in reading order; in a replacement the words to go come first.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let mut runs = Vec::new();
        self.each_run(0, RunKind::Plain, None, &mut runs);
        runs
    }

    fn each_run<'a>(
        &'a self,
        depth: u16,
        kind: RunKind,
        bracket: Option<&'a Bracket>,
        runs: &mut Vec<Run<'a>>,
    ) {
        for piece in &self.pieces {
            match piece {
                Piece::Plain(text) => runs.push(Run { text, kind, depth, bracket }),
                Piece::Bracket(inner) => {
                    let depth = depth.saturating_add(1);
                    inner.words.each_run(depth, inner.run_kind(), Some(inner), runs);
                    if let BracketKind::Replace(instead) = &inner.kind {
                        instead.each_run(depth, RunKind::Add, Some(inner), runs);
                    }
                }
            }
        }
    }

    /// All words without the signs of the brackets, for searching and aligning.
    pub fn bare(&self) -> String {
        let mut text = String::new();
        let mut before: Option<Run<'_>> = None;
        for run in self.runs() {
            // Alternatives often follow one another without a space.
            let side_by_side = before.is_some_and(|it| {
                let apart =
                    it.bracket.map(std::ptr::from_ref) != run.bracket.map(std::ptr::from_ref);
                // A replacement follows the words to go, however deep the brackets in them are.
                let replaces = run.kind == RunKind::Add
                    && run.bracket.is_some_and(|it| matches!(it.kind, BracketKind::Replace(_)));
                (apart || it.kind != run.kind)
                    && (replaces || it.depth == run.depth && run.depth > 0)
            });
            if side_by_side {
                join(&mut text, " ");
            }
            join(&mut text, run.text);
            before = Some(run);
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// The words if nothing asked for were granted: words to come in are left out, words to go
    /// remain, and of alternatives the first is kept.
    pub fn standing(&self) -> String {
        let mut text = String::new();
        self.each_standing(&mut text);
        text.truncate(text.trim_end().len());
        text
    }

    fn each_standing(&self, text: &mut String) {
        for piece in &self.pieces {
            match piece {
                Piece::Plain(plain) => join(text, plain),
                Piece::Bracket(inner) => match inner.kind {
                    BracketKind::Add => {}
                    BracketKind::Alternative(number) if number > 1 => {}
                    BracketKind::Delete | BracketKind::Replace(_) | BracketKind::Alternative(_) => {
                        inner.words.each_standing(text);
                    }
                },
            }
        }
    }

    /// The strictest marking of a bracket in it, if one has a marking of its own.
    pub fn strictest(&self) -> Option<Marking> {
        self.brackets().into_iter().filter_map(|it| it.marking).max()
    }
}

/// Appends a part; no space is doubled, and none comes before a comma.
fn join(text: &mut String, part: &str) {
    let open = text.is_empty() || text.ends_with(' ');
    let part = if open { part.trim_start() } else { part };
    if part.starts_with([',', '.', ';', ':', ')']) {
        text.truncate(text.trim_end().len());
    }
    text.push_str(part);
}

#[cfg(test)]
mod tests {
    use crate::draft::parse;

    #[test]
    fn what_stands_if_nothing_is_granted_reads_as_a_sentence() {
        for (typed, standing, bare) in [
            ("States [shall], and", "States, and", "States shall, and"),
            ("State[s] shall", "State shall", "States shall"),
            ("[alt 1 may][alt 2 shall] act", "may act", "may shall act"),
            ("[shall → should] act", "shall act", "shall should act"),
            ("The [delete: very] fast", "The very fast", "The very fast"),
            ("[a [b] c] [d]", "", "a b c d"),
        ] {
            let words = parse(typed, &|_| false).words;
            assert_eq!((words.standing().as_str(), words.bare().as_str()), (standing, bare));
        }
    }
}
