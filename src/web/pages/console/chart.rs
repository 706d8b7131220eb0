//! Small charts, drawn here: a bar a day, to be read as a table as well.

use serde::Serialize;

use crate::domain::operators::show_activity::ActiveDay;

/// The width of a bar's place, in units of the drawing.
const STEP: i64 = 10;

/// The width of a bar.
const BAR: i64 = 8;

/// The height of the drawing.
const HEIGHT: i64 = 64;

/// A chart.
#[derive(Serialize)]
pub(super) struct Chart {
    /// Of what: its words are `console-chart-<what>`.
    what: &'static str,
    /// Whether more of it is worse.
    is_bad: bool,
    /// All days together.
    total: i64,
    /// The most on one day.
    most: i64,
    width: i64,
    height: i64,
    bars: Vec<Bar>,
}

/// What is drawn for one day.
#[derive(Serialize)]
struct Bar {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

impl Chart {
    /// Draws one count of each day.
    pub(super) fn of(what: &'static str, days: &[ActiveDay], count: impl Fn(&ActiveDay) -> i64) -> Self {
        let counts: Vec<i64> = days.iter().map(count).collect();
        let most = counts.iter().copied().max().unwrap_or_default();
        let bars = (0..).zip(&counts).map(|(index, count)| {
            let height = bar_height(*count, most);
            Bar { x: index * STEP + (STEP - BAR) / 2, y: HEIGHT - height, width: BAR, height }
        });
        Self {
            what,
            is_bad: false,
            total: counts.iter().sum(),
            most,
            width: i64::try_from(counts.len()).unwrap_or_default() * STEP,
            height: HEIGHT,
            bars: bars.collect(),
        }
    }

    /// The same, of something that had better not be.
    pub(super) fn bad(self) -> Self {
        Self { is_bad: true, ..self }
    }
}

/// As high as it is much; what is not nothing can be seen, and nothing is a line on the ground.
fn bar_height(count: i64, most: i64) -> i64 {
    if count == 0 { 1 } else { (count.saturating_mul(HEIGHT) / most.max(1)).max(4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_bar_fills_the_drawing_and_the_least_can_be_seen() {
        assert_eq!(bar_height(1_000, 1_000), HEIGHT);
        assert_eq!(bar_height(500, 1_000), HEIGHT / 2);
        assert_eq!(bar_height(1, 1_000_000), 4);
        assert_eq!(bar_height(0, 1_000), 1);
        assert_eq!(bar_height(0, 0), 1);
    }
}
