//! The dialects, one folder each, with the exchanges their documents promise in `fixtures`; and what all of them
//! keep to alike.

mod backstack;
mod cycle;
mod documents;
mod fixtures;
mod manners;

use manners::Manners;

/// The manners of every dialect there is.
const MANNERS: [&Manners; 2] = [&cycle::MANNERS, &backstack::MANNERS];
