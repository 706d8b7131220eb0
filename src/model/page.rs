//! Lists in pages, by key and not by offset: a row that comes or goes shifts nothing.

use uuid::Uuid;

/// What part of a list is asked for: at most `limit` items that come after `after`, newest first.
#[derive(Clone, Copy, Debug)]
pub struct PageRequest {
    /// At most so many items, 1 to 200.
    pub limit: u32,
    /// The id of the last item already seen. Ids sort by time (UUIDv7), so the id is the key.
    pub after: Option<Uuid>,
}

/// A part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next part begins, if there is more.
    pub next: Option<Uuid>,
}

impl<T> Page<T> {
    /// Cuts a page out of rows fetched with one more than `limit`; `key` tells an item's id.
    pub fn cut(mut rows: Vec<T>, limit: u32, key: impl Fn(&T) -> Uuid) -> Self {
        let limit = limit as usize;
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let next = if has_more { rows.last().map(key) } else { None };
        Self { items: rows, next }
    }

    /// Turns every item into something else.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

/// In which order a list is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What happened last comes first.
    #[default]
    NewestFirst,
    /// What happened first comes first.
    OldestFirst,
}

/// A part of a list by numbers, for surfaces that count instead of going on from the last item. A row that comes or
/// goes shifts the parts after it; and who counts off far is read much for, so that counting has an end.
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    skip: u32,
    take: u32,
    order: Order,
}

impl Slice {
    /// No item is counted off beyond this one.
    const END: u32 = 10_000;

    /// `take` items after the first `skip`; nothing beyond the ten thousandth.
    pub const fn new(skip: u32, take: u32, order: Order) -> Self {
        let take = if skip.saturating_add(take) > Self::END { 0 } else { take };
        Self { skip, take, order }
    }

    /// In which order.
    pub fn order(self) -> Order {
        self.order
    }

    /// How many rows to read from the beginning of the list.
    pub fn rows(self) -> u32 {
        if self.take == 0 { 0 } else { self.skip + self.take }
    }

    /// Cuts the part out of the rows from the beginning of the list.
    pub fn cut<T>(self, rows: Vec<T>) -> Vec<T> {
        rows.into_iter().skip(self.skip as usize).take(self.take as usize).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_counted_off_from_the_beginning() {
        let slice = Slice::new(2, 2, Order::NewestFirst);
        assert_eq!((slice.rows(), slice.cut(vec![1, 2, 3, 4])), (4, vec![3, 4]));
        assert_eq!(slice.cut(vec![1, 2, 3]), [3]);
        assert_eq!(slice.cut(vec![1]), [0; 0]);
        assert_eq!(Slice::new(9_990, 10, Order::OldestFirst).rows(), 10_000);
        for (skip, take) in [(9_991, 10), (u32::MAX, 1), (u32::MAX, u32::MAX)] {
            assert_eq!(Slice::new(skip, take, Order::OldestFirst).rows(), 0);
        }
    }

    #[test]
    fn the_next_page_begins_after_the_last_item_shown() {
        let ids: Vec<Uuid> = (1..=3).map(Uuid::from_u128).collect();
        let page = Page::cut(ids.clone(), 2, |id| *id);
        assert_eq!((page.items.len(), page.next), (2, Some(ids[1])));
        assert_eq!(Page::cut(ids, 3, |id| *id).next, None);
    }
}
