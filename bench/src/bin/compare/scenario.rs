//! What is measured, and the rows that it wants.

use std::fmt;

/// Parents of `Prefetch` and groups of `GroupBy`.
pub const PARENTS: u64 = 1000;
/// Users of `Associations`.
pub const USERS: u64 = 100;
/// Children of each parent, everywhere.
pub const CHILDREN: u64 = 10;
/// Rows of `Stream`.
pub const STREAMED: u64 = 1_000_000;
/// The key that `Get` and `Update` ask for, of so many users.
pub const KEY: i64 = 5000;

/// One question to a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// All rows of a table, three columns each.
    Trivial(u64),
    /// Users of one hair color with their posts: a `LEFT JOIN`, in the order of a name.
    Medium(u64),
    /// New users in one call; their keys come back.
    Insert(u64),
    /// Users, their posts, and the comments of these.
    Associations,
    /// One row by its key.
    Get,
    /// A column of one row, found by its key.
    Update,
    /// Parents with their children, by two queries.
    Prefetch,
    /// Parents with the number of their children.
    GroupBy,
    /// A million rows, one after the other.
    Stream,
}

/// What its queries run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// One connection, in a transaction that is rolled back.
    Transaction,
    /// The library's own pool, as it is by default: each query takes a connection, and gives it back.
    Pool,
}

impl Handle {
    pub const ALL: [Self; 2] = [Self::Transaction, Self::Pool];

    /// The name by which it is selected.
    pub fn key(self) -> &'static str {
        match self {
            Self::Transaction => "transaction",
            Self::Pool => "pool",
        }
    }

    /// What runs on it, in the order of the report.
    pub fn scenarios(self) -> &'static [Scenario] {
        match self {
            Self::Transaction => &Scenario::IN_TRANSACTION,
            Self::Pool => &Scenario::ON_POOL,
        }
    }
}

impl Scenario {
    const IN_TRANSACTION: [Self; 21] = [
        Self::Trivial(1),
        Self::Trivial(10),
        Self::Trivial(100),
        Self::Trivial(1000),
        Self::Trivial(10_000),
        Self::Medium(1),
        Self::Medium(10),
        Self::Medium(100),
        Self::Medium(1000),
        Self::Medium(10_000),
        Self::Insert(1),
        Self::Insert(10),
        Self::Insert(25),
        Self::Insert(50),
        Self::Insert(100),
        Self::Insert(1000),
        Self::Insert(10_000),
        Self::Update,
        Self::Associations,
        Self::Prefetch,
        Self::GroupBy,
    ];

    const ON_POOL: [Self; 13] = [
        Self::Get,
        Self::Trivial(1),
        Self::Trivial(10),
        Self::Trivial(100),
        Self::Trivial(1000),
        Self::Medium(1),
        Self::Medium(10),
        Self::Medium(100),
        Self::Medium(1000),
        Self::Associations,
        Self::Prefetch,
        Self::GroupBy,
        Self::Stream,
    ];

    /// The name by which it is selected.
    pub fn family(self) -> &'static str {
        match self {
            Self::Trivial(_) => "trivial",
            Self::Medium(_) => "medium",
            Self::Insert(_) => "insert",
            Self::Associations => "associations",
            Self::Get => "get",
            Self::Update => "update",
            Self::Prefetch => "prefetch",
            Self::GroupBy => "group_by",
            Self::Stream => "stream",
        }
    }

    /// How many users there are, and how many posts and comments below each.
    pub fn seed(self) -> Seed {
        match self {
            Self::Trivial(users) | Self::Medium(users) => Seed { users, posts: Posts::OfEachFourth },
            Self::Insert(_) => Seed { users: 0, posts: Posts::None },
            Self::Associations => Seed { users: USERS, posts: Posts::WithComments },
            Self::Get | Self::Update => Seed { users: 10_000, posts: Posts::None },
            Self::Prefetch | Self::GroupBy => Seed { users: PARENTS, posts: Posts::OfEach },
            Self::Stream => Seed { users: STREAMED, posts: Posts::None },
        }
    }

    /// What every contestant must have counted.
    pub fn rows(self) -> u64 {
        match self {
            Self::Trivial(rows) | Self::Insert(rows) => rows,
            Self::Medium(rows) => rows.div_ceil(2),
            Self::Associations => USERS * CHILDREN * CHILDREN,
            Self::Get | Self::Update => 1,
            Self::Prefetch | Self::GroupBy => PARENTS * CHILDREN,
            Self::Stream => STREAMED,
        }
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Trivial(rows) => write!(f, "trivial, {rows} rows"),
            Self::Medium(rows) => write!(f, "medium, {rows} rows"),
            Self::Insert(rows) => write!(f, "insert, {rows} rows"),
            Self::Associations => write!(f, "associations, {USERS} × {CHILDREN} × {CHILDREN}"),
            Self::Get => write!(f, "get by key"),
            Self::Update => write!(f, "update by key"),
            Self::Prefetch => write!(f, "prefetch, {PARENTS} × {CHILDREN}"),
            Self::GroupBy => write!(f, "group by, {PARENTS} groups"),
            Self::Stream => write!(f, "stream, {STREAMED} rows"),
        }
    }
}

/// The rows that are there before a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    pub users: u64,
    pub posts: Posts,
}

/// Which users have posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posts {
    None,
    /// The first of each four has one.
    OfEachFourth,
    /// Each has ten.
    OfEach,
    /// Each has ten, each of which has ten comments.
    WithComments,
}
