//! [`PreparedTypes`]: one SQL text, one list of types.
//!
//! sqlx keeps prepared statements by their text alone, and the server reads what is bound as the
//! types that the statement was prepared with: eight letters of text would be taken for an integer.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use crate::value::Value;

/// Texts that are remembered. Beyond, the types are always written to the text.
const LIMIT: usize = 100_000;

/// The types with which each text was first prepared, on any connection of a pool.
#[derive(Default)]
pub(crate) struct PreparedTypes {
    hasher: foldhash::fast::RandomState,
    /// Hash of the text, to the hash of its types. Two texts with one hash do no harm.
    seen: Mutex<HashMap<u64, u64, foldhash::fast::RandomState>>,
}

impl PreparedTypes {
    /// The text to prepare: `sql` itself, or with a comment when it came with other types before.
    pub(super) fn text(&self, sql: Arc<str>, values: &[Value]) -> Arc<str> {
        let text = self.hasher.hash_one(&*sql);
        let mut types = self.hasher.build_hasher();
        values.iter().for_each(|value| value.value_type().hash(&mut types));
        let types = types.finish();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let room = seen.len() < LIMIT;
        match seen.entry(text) {
            Entry::Occupied(first) if *first.get() == types => sql,
            Entry::Vacant(entry) if room => {
                entry.insert(types);
                sql
            }
            Entry::Occupied(_) | Entry::Vacant(_) => {
                let types: Vec<String> = values.iter().map(|value| value.value_type().to_string()).collect();
                Arc::from(format!("{sql} /* {} */", types.join(", ")))
            }
        }
    }
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[test]
    fn a_text_that_comes_with_other_types_is_another_text() {
        let types = PreparedTypes::default();
        let text = |value| types.text(Arc::from("SELECT $1"), &[value]);
        assert_eq!(&*text(Value::Int(1)), "SELECT $1");
        assert_eq!(&*text(Value::Text(String::new())), "SELECT $1 /* text */");
        assert_eq!(&*text(Value::UInt(2)), "SELECT $1");
        assert_eq!(&*text(Value::Null(crate::value::ValueType::Int)), "SELECT $1");
    }
}
