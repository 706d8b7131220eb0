//! The table of figures, printed as it grows.

use std::io::{Stdout, Write as _};

use crate::median::median;

/// What a figure is held against.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// At least this.
    AtLeast(f64),
    /// At most this.
    AtMost(f64),
}

/// Prints figures, one line each.
pub(crate) struct Table(Stdout);

impl Table {
    /// Prints the heads of the columns.
    pub(crate) fn new() -> Self {
        let table = Self(std::io::stdout());
        table.line("what", "measured", "against", "ratio", "goal");
        table
    }

    /// Begins a part.
    pub(crate) fn title(&mut self, title: &str) {
        self.line(&format!("\n{title}"), "", "", "", "");
    }

    /// A figure that stands alone.
    pub(crate) fn figure(&mut self, what: &str, figure: f64, unit: &str, goal: Option<Goal>) {
        let goal = goal.map(|goal| told(goal, figure, unit)).unwrap_or_default();
        self.line(what, &format!("{} {unit}", number(figure)), "", "", &goal);
    }

    /// Figures of several turns, each with the one it took turns with, in the same unit: the medians of both,
    /// and the median of the ratios. A machine that is slower for a while then slows both sides of a ratio.
    pub(crate) fn ratio(&mut self, what: &str, turns: &[(f64, f64)], unit: &str, goal: Option<Goal>) {
        let percent = median(turns.iter().map(|(figure, against)| 100.0 * figure / against).collect());
        self.line(
            what,
            &format!("{} {unit}", number(median(turns.iter().map(|turn| turn.0).collect()))),
            &format!("{} {unit}", number(median(turns.iter().map(|turn| turn.1).collect()))),
            &format!("{percent:.0} %"),
            &goal.map(|goal| told(goal, percent, "%")).unwrap_or_default(),
        );
    }

    fn line(&self, what: &str, figure: &str, against: &str, ratio: &str, goal: &str) {
        let line = format!("{what:<46} {figure:>16} {against:>16} {ratio:>7}  {goal}");
        // Whoever closed the output does not want to read on.
        let _closed = writeln!(self.0.lock(), "{}", line.trim_end());
    }
}

fn told(goal: Goal, figure: f64, unit: &str) -> String {
    let (is_met, words, bound) = match goal {
        Goal::AtLeast(bound) => (figure >= bound, "at least", bound),
        Goal::AtMost(bound) => (figure <= bound, "at most", bound),
    };
    format!("{words} {bound} {unit}: {}", if is_met { "met" } else { "MISSED" })
}

fn number(figure: f64) -> String {
    if figure < 100.0 { format!("{figure:.1}") } else { format!("{figure:.0}") }
}
