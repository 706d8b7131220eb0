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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_begins_after_the_last_item_shown() {
        let ids: Vec<Uuid> = (1..=3).map(Uuid::from_u128).collect();
        let page = Page::cut(ids.clone(), 2, |id| *id);
        assert_eq!((page.items.len(), page.next), (2, Some(ids[1])));
        assert_eq!(Page::cut(ids, 3, |id| *id).next, None);
    }
}
