//! The faces of the service: one set of operations, shown in different ways.

use super::Dialect;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The native API.
    Native,
    /// The pages, for people with a browser.
    Pages,
    /// An account API of another product.
    Dialect(Dialect),
}

impl Face {
    /// The dialect, where it is one.
    pub fn dialect(self) -> Option<Dialect> {
        match self {
            Self::Native | Self::Pages => None,
            Self::Dialect(dialect) => Some(dialect),
        }
    }
}

impl From<Option<Dialect>> for Face {
    fn from(dialect: Option<Dialect>) -> Self {
        dialect.map_or(Self::Native, Self::Dialect)
    }
}
