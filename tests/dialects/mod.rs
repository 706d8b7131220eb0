//! The dialects, one folder each, with the exchanges their documents promise in `fixtures`; and what all of them
//! keep to alike.

mod backstack;
mod cycle;
mod documents;
mod faces;
mod fixtures;
mod floods;
mod letters;
mod manners;
mod pages;
mod pm415;
mod polygonid;

use manners::Manners;

/// The manners of every dialect there is.
const MANNERS: [&Manners; 4] = [&polygonid::MANNERS, &pm415::MANNERS, &cycle::MANNERS, &backstack::MANNERS];
