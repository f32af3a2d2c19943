//! [`Keys`]: the values of a column in many rows, and [`Owners`], which finds those that are equal.

use std::hash::{Hash, Hasher};

use foldhash::fast::RandomState;
use indexmap::IndexSet;

use crate::value::{Value, ValueType};

/// The values of a column in rows, in their order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Keys {
    /// Integers, as most keys are, and `NULL`: they are hashed and compared as they are.
    Ints(Vec<Option<i64>>),
    Values(Vec<Value>),
}

impl Default for Keys {
    fn default() -> Self {
        Self::Ints(Vec::new())
    }
}

impl Keys {
    pub(crate) fn push(&mut self, value: Value) {
        match (self, value) {
            (Self::Ints(keys), Value::Int(key)) => keys.push(Some(key)),
            (Self::Ints(keys), Value::Null(ValueType::Int)) => keys.push(None),
            (Self::Values(values), value) => values.push(value),
            (keys @ Self::Ints(_), value) => {
                let mut values = std::mem::take(keys).into_values();
                values.push(value);
                *keys = Self::Values(values);
            }
        }
    }

    pub(crate) fn into_values(self) -> Vec<Value> {
        match self {
            Self::Ints(keys) => {
                keys.into_iter().map(|key| key.map_or(Value::Null(ValueType::Int), Value::Int)).collect()
            }
            Self::Values(values) => values,
        }
    }
}

impl FromIterator<Value> for Keys {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        let values = values.into_iter();
        let mut keys = Self::Ints(Vec::with_capacity(values.size_hint().0));
        values.for_each(|value| keys.push(value));
        keys
    }
}

/// The owners of rows, by their keys.
pub(crate) struct Owners<'k> {
    keys: Distinct<'k>,
    /// For each owner the place of its key among them; `None`: its key is `NULL`.
    places: Vec<Option<usize>>,
}

/// Keys that are not `NULL`, each once, in the order in which they came.
enum Distinct<'k> {
    Ints(IndexSet<i64, RandomState>),
    Values(IndexSet<Hashed<'k>, RandomState>),
}

/// Which rows are whose.
pub(crate) struct Groups {
    /// For each owner the place of its group.
    pub(crate) owners: Vec<Option<usize>>,
    /// For each row the place of its group; `None`: it is nobody's.
    pub(crate) rows: Vec<Option<usize>>,
    /// How many owners and how many rows each group has.
    pub(crate) sizes: Vec<(usize, usize)>,
}

impl<'k> Owners<'k> {
    pub(crate) fn new(keys: &'k Keys) -> Self {
        match keys {
            Keys::Ints(keys) => {
                let (keys, places) = distinct(keys.iter().copied());
                Self { keys: Distinct::Ints(keys), places }
            }
            Keys::Values(values) => {
                let (keys, places) = distinct(values.iter().map(Hashed::of));
                Self { keys: Distinct::Values(keys), places }
            }
        }
    }

    /// What to ask for: each key once.
    pub(crate) fn asked(&self) -> Vec<Value> {
        match &self.keys {
            Distinct::Ints(keys) => keys.iter().copied().map(Value::Int).collect(),
            Distinct::Values(keys) => keys.iter().map(|key| key.0.clone()).collect(),
        }
    }

    /// Finds the owner of each row by the key of its owner.
    pub(crate) fn groups(self, of_rows: &Keys) -> Groups {
        let rows = match (&self.keys, of_rows) {
            (Distinct::Ints(keys), Keys::Ints(rows)) => {
                places(rows.iter().copied(), |key| keys.get_index_of(&key))
            }
            (Distinct::Values(keys), Keys::Values(rows)) => {
                places(rows.iter().map(Hashed::of), |key| keys.get_index_of(&key))
            }
            (Distinct::Ints(keys), Keys::Values(rows)) => {
                let int = |value: &Value| match value {
                    Value::Int(key) => Some(*key),
                    _ => None,
                };
                places(rows.iter().map(int), |key| keys.get_index_of(&key))
            }
            (Distinct::Values(keys), Keys::Ints(rows)) => {
                places(rows.iter().copied(), |key| keys.get_index_of(&Hashed(&Value::Int(key))))
            }
        };
        let groups = match &self.keys {
            Distinct::Ints(keys) => keys.len(),
            Distinct::Values(keys) => keys.len(),
        };
        let mut sizes = vec![(0, 0); groups];
        self.places.iter().flatten().for_each(|place| sizes[*place].0 += 1);
        rows.iter().flatten().for_each(|place| sizes[*place].1 += 1);
        Groups { owners: self.places, rows, sizes }
    }
}

/// Keys without those that are the same, and the place of each.
fn distinct<K: Eq + Hash>(
    keys: impl ExactSizeIterator<Item = Option<K>>,
) -> (IndexSet<K, RandomState>, Vec<Option<usize>>) {
    let mut distinct = IndexSet::with_capacity_and_hasher(keys.len(), RandomState::default());
    let places = keys.map(|key| key.map(|key| distinct.insert_full(key).0)).collect();
    (distinct, places)
}

/// The place of each key.
fn places<K: Copy + PartialEq>(
    keys: impl Iterator<Item = Option<K>>,
    find: impl Fn(K) -> Option<usize>,
) -> Vec<Option<usize>> {
    // Rows of one owner often come one behind the other.
    let mut last = None;
    let mut place = |key| match last {
        Some((same, place)) if same == key => place,
        _ => {
            let place = find(key);
            last = Some((key, place));
            place
        }
    };
    keys.map(|key| key.and_then(&mut place)).collect()
}

/// A value as a key of a map.
#[derive(Clone, Copy, PartialEq)]
struct Hashed<'v>(&'v Value);

impl<'v> Hashed<'v> {
    fn of(value: &'v Value) -> Option<Self> {
        (!value.is_null()).then_some(Self(value))
    }
}

impl Eq for Hashed<'_> {}

impl Hash for Hashed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.0 {
            Value::Int(value) => value.hash(state),
            Value::UInt(value) => value.hash(state),
            Value::Text(value) => value.hash(state),
            Value::Uuid(value) => value.hash(state),
            Value::Decimal(value) => value.hash(state),
            Value::Bytes(value) => value.hash(state),
            value => value.to_string().hash(state),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NULL: Value = Value::Null(ValueType::Int);
    const HUGE: Value = Value::UInt(u64::MAX);

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    /// The places of owners and of rows, and the sizes of groups.
    fn groups(owners: Vec<Value>, of_rows: Vec<Value>) -> Groups {
        let keys = Keys::from_iter(owners);
        Owners::new(&keys).groups(&Keys::from_iter(of_rows))
    }

    #[test]
    fn integers_stay_integers_until_another_value_comes() {
        assert_eq!(Keys::from_iter([Value::Int(1), NULL]), Keys::Ints(vec![Some(1), None]));
        let mixed = Keys::from_iter([Value::Int(1), NULL, HUGE]);
        assert_eq!(mixed, Keys::Values(vec![Value::Int(1), NULL, HUGE]));
        assert_eq!(mixed.into_values(), [Value::Int(1), NULL, HUGE]);
        assert_eq!(Keys::Ints(vec![Some(1), None]).into_values(), [Value::Int(1), NULL]);
    }

    #[test]
    fn each_key_is_asked_for_once_and_null_never() {
        let keys = Keys::from_iter([Value::Int(7), NULL, Value::Int(3), Value::Int(7)]);
        assert_eq!(Owners::new(&keys).asked(), [Value::Int(7), Value::Int(3)]);
        let keys = Keys::from_iter([text("b"), Value::Null(ValueType::Text), text("a"), text("b")]);
        assert_eq!(Owners::new(&keys).asked(), [text("b"), text("a")]);
    }

    #[test]
    fn rows_find_their_owners() {
        let found = groups(
            vec![Value::Int(7), NULL, Value::Int(3), Value::Int(7)],
            vec![Value::Int(3), Value::Int(3), Value::Int(7), Value::Int(9), NULL],
        );
        assert_eq!(found.owners, [Some(0), None, Some(1), Some(0)]);
        assert_eq!(found.rows, [Some(1), Some(1), Some(0), None, None]);
        assert_eq!(found.sizes, [(2, 1), (1, 2)]);

        let found = groups(vec![text("a"), text("b")], vec![text("b"), text("c"), text("a")]);
        assert_eq!(found.rows, [Some(1), None, Some(0)]);
        assert_eq!(found.sizes, [(1, 1), (1, 1)]);
    }

    /// As keys above `i64::MAX` make it.
    #[test]
    fn integers_are_found_among_other_values() {
        let found = groups(vec![Value::Int(1), HUGE], vec![Value::Int(1), Value::Int(1), Value::Int(2)]);
        assert_eq!(found.rows, [Some(0), Some(0), None]);
        let found = groups(vec![Value::Int(1)], vec![Value::Int(1), HUGE]);
        assert_eq!(found.rows, [Some(0), None]);
    }
}
