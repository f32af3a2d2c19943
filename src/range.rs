//! [`Range`]: what a range field holds, which PostgreSQL has.

use std::fmt;
use std::ops::{self, Bound};

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Values between two bounds, or no value at all: what a range field holds.
///
/// The lower bound belongs to it and the upper one does not, unless something else is said. Where there is
/// no bound it has no end. PostgreSQL keeps ranges of integers and of dates in this form: `1..=5` comes
/// back as `1..6`.
///
/// It serializes as Django's serializers have it: `{"lower": 1, "upper": 6, "bounds": "[)"}`, or
/// `{"empty": true}`.
///
/// Django: `NumericRange(1, 6)`, `DateRange`, `DateTimeTZRange`.
///
/// # Example
///
/// ```
/// use queryset::Range;
///
/// let pages = Range::from(1..=5);
/// assert!(pages.contains(&5) && pages.upper_inc());
/// assert_eq!(pages.to_string(), "[1,5]");
/// assert_eq!(Range::from(3..).upper(), None);
/// assert!(Range::<i32>::empty().is_empty());
/// ```
#[doc(alias = "NumericRange")]
#[doc(alias = "DateRange")]
#[doc(alias = "DateTimeTZRange")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Range<T> {
    /// `None` is the empty one.
    bounds: Option<(Bound<T>, Bound<T>)>,
}

impl<T> Range<T> {
    /// From `lower` on, to before `upper`.
    ///
    /// Django: `NumericRange(lower, upper)`.
    pub fn new(lower: T, upper: T) -> Self {
        Self::between(Bound::Included(lower), Bound::Excluded(upper))
    }

    /// Between two bounds.
    ///
    /// Django: `NumericRange(lower, upper, bounds="(]")`.
    pub fn between(lower: Bound<T>, upper: Bound<T>) -> Self {
        Self { bounds: Some((lower, upper)) }
    }

    /// The range that has no value.
    ///
    /// Django: `NumericRange(empty=True)`.
    #[must_use]
    pub fn empty() -> Self {
        Self { bounds: None }
    }

    /// Whether it is the range that has no value. Ranges between bounds that leave no value are made it
    /// by the database.
    ///
    /// Django: `range.isempty`.
    #[must_use]
    #[doc(alias = "isempty")]
    pub fn is_empty(&self) -> bool {
        self.bounds.is_none()
    }

    /// The lower bound, if there is one.
    #[must_use]
    pub fn lower(&self) -> Option<&T> {
        self.bounds.as_ref().and_then(|(lower, _)| value(lower))
    }

    /// The upper bound, if there is one.
    #[must_use]
    pub fn upper(&self) -> Option<&T> {
        self.bounds.as_ref().and_then(|(_, upper)| value(upper))
    }

    /// Whether the lower bound belongs to it.
    #[must_use]
    pub fn lower_inc(&self) -> bool {
        matches!(self.bounds, Some((Bound::Included(_), _)))
    }

    /// Whether the upper bound belongs to it.
    #[must_use]
    pub fn upper_inc(&self) -> bool {
        matches!(self.bounds, Some((_, Bound::Included(_))))
    }

    /// Whether it has no lower bound. The empty range has none to miss.
    #[must_use]
    pub fn lower_inf(&self) -> bool {
        matches!(self.bounds, Some((Bound::Unbounded, _)))
    }

    /// Whether it has no upper bound. The empty range has none to miss.
    #[must_use]
    pub fn upper_inf(&self) -> bool {
        matches!(self.bounds, Some((_, Bound::Unbounded)))
    }

    /// Whether `value` is in it.
    pub fn contains(&self, value: &T) -> bool
    where
        T: PartialOrd,
    {
        self.bounds.as_ref().is_some_and(|(lower, upper)| {
            ops::RangeBounds::contains(&(lower.as_ref(), upper.as_ref()), value)
        })
    }

    /// The same range of what `of` makes of its bounds.
    pub(crate) fn by_ref<'r, U>(&'r self, of: impl Fn(&'r T) -> U) -> Range<U> {
        let bounds = self.bounds.as_ref();
        Range { bounds: bounds.map(|(lower, upper)| (lower.as_ref().map(&of), upper.as_ref().map(&of))) }
    }

    #[cfg(feature = "postgres")]
    pub(crate) fn as_bounds(&self) -> Option<&(Bound<T>, Bound<T>)> {
        self.bounds.as_ref()
    }

    pub(crate) fn into_bounds(self) -> Option<(Bound<T>, Bound<T>)> {
        self.bounds
    }

    pub(crate) fn from_bounds(bounds: Option<(Bound<T>, Bound<T>)>) -> Self {
        Self { bounds }
    }
}

fn value<T>(bound: &Bound<T>) -> Option<&T> {
    match bound {
        Bound::Included(value) | Bound::Excluded(value) => Some(value),
        Bound::Unbounded => None,
    }
}

/// The brackets of a range: `[)`.
pub(crate) fn brackets<T>(lower: &Bound<T>, upper: &Bound<T>) -> [char; 2] {
    let lower = if matches!(lower, Bound::Included(_)) { '[' } else { '(' };
    let upper = if matches!(upper, Bound::Included(_)) { ']' } else { ')' };
    [lower, upper]
}

/// As PostgreSQL writes it: `[1,6)`, `empty`.
impl<T: fmt::Display> fmt::Display for Range<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((lower, upper)) = &self.bounds else { return f.write_str("empty") };
        let [opens, closes] = brackets(lower, upper);
        let shown = |bound| value(bound).map(ToString::to_string).unwrap_or_default();
        write!(f, "{opens}{},{}{closes}", shown(lower), shown(upper))
    }
}

macro_rules! from {
    ($($range:ty, $from:pat => $lower:expr, $upper:expr;)*) => {
        $(
            impl<T> From<$range> for Range<T> {
                fn from(range: $range) -> Self {
                    let $from = range;
                    Self::between($lower, $upper)
                }
            }
        )*
    };
}

from! {
    ops::Range<T>, range => Bound::Included(range.start), Bound::Excluded(range.end);
    ops::RangeFrom<T>, range => Bound::Included(range.start), Bound::Unbounded;
    ops::RangeTo<T>, range => Bound::Unbounded, Bound::Excluded(range.end);
    ops::RangeToInclusive<T>, range => Bound::Unbounded, Bound::Included(range.end);
    ops::RangeFull, _range => Bound::Unbounded, Bound::Unbounded;
    (Bound<T>, Bound<T>), (lower, upper) => lower, upper;
}

impl<T> From<ops::RangeInclusive<T>> for Range<T> {
    fn from(range: ops::RangeInclusive<T>) -> Self {
        let (lower, upper) = range.into_inner();
        Self::between(Bound::Included(lower), Bound::Included(upper))
    }
}

/// A range as Django's serializers write it.
impl<T: Serialize> Serialize for Range<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some((lower, upper)) = &self.bounds else {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry("empty", &true)?;
            return map.end();
        };
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("lower", &value(lower))?;
        map.serialize_entry("upper", &value(upper))?;
        map.serialize_entry("bounds", &String::from_iter(brackets(lower, upper)))?;
        map.end()
    }
}

/// What is read of a range.
#[derive(serde::Deserialize)]
struct Written<T> {
    #[serde(default = "none")]
    lower: Option<T>,
    #[serde(default = "none")]
    upper: Option<T>,
    bounds: Option<String>,
    #[serde(default)]
    empty: bool,
}

fn none<T>() -> Option<T> {
    None
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Range<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { lower, upper, bounds, empty } = Written::deserialize(deserializer)?;
        if empty {
            return Ok(Self::empty());
        }
        let bounds = bounds.as_deref().unwrap_or("[)");
        if !["[)", "[]", "(]", "()"].contains(&bounds) {
            return Err(D::Error::custom(format!("`{bounds}` are no bounds of a range")));
        }
        let bound = |value: Option<T>, included: bool| match value {
            None => Bound::Unbounded,
            Some(value) if included => Bound::Included(value),
            Some(value) => Bound::Excluded(value),
        };
        Ok(Self::between(bound(lower, bounds.starts_with('[')), bound(upper, bounds.ends_with(']'))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(range: &Range<i32>, json: &str, shown: &str) {
        assert_eq!(serde_json::to_string(range).expect("it is JSON"), json);
        assert_eq!(serde_json::from_str::<Range<i32>>(json).expect("it is a range"), *range);
        assert_eq!(range.to_string(), shown);
    }

    #[test]
    fn it_is_written_as_django_does() {
        check(&Range::new(1, 6), r#"{"lower":1,"upper":6,"bounds":"[)"}"#, "[1,6)");
        check(&Range::from(1..=6), r#"{"lower":1,"upper":6,"bounds":"[]"}"#, "[1,6]");
        check(&Range::from(..6), r#"{"lower":null,"upper":6,"bounds":"()"}"#, "(,6)");
        check(&Range::from(..), r#"{"lower":null,"upper":null,"bounds":"()"}"#, "(,)");
        check(&Range::empty(), r#"{"empty":true}"#, "empty");
        let refused = serde_json::from_str::<Range<i32>>(r#"{"lower":1,"bounds":"x"}"#);
        assert_eq!(refused.unwrap_err().to_string(), "`x` are no bounds of a range");
    }

    #[test]
    fn a_bound_belongs_to_it_or_not() {
        let range = Range::between(Bound::Excluded(1), Bound::Included(3));
        let inside: Vec<i32> = (0..5).filter(|value| range.contains(value)).collect();
        assert_eq!(inside, [2, 3]);
        assert!(!range.lower_inc() && range.upper_inc() && !range.lower_inf() && !range.upper_inf());
        assert!(!Range::empty().contains(&1) && !Range::<i32>::empty().lower_inf());
    }
}
