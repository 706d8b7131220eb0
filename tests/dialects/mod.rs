//! The dialects, one folder each, with the exchanges their documents promise in `fixtures`; and what all of them
//! keep to alike.

mod backstack;
mod cycle;
mod documents;
mod fixtures;
mod manners;
mod polygonid;

use manners::Manners;

/// The manners of every dialect there is.
const MANNERS: [&Manners; 3] = [&polygonid::MANNERS, &cycle::MANNERS, &backstack::MANNERS];
