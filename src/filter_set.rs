//! [`FilterSet`]: the filters of an endpoint as a struct, generated from a schema.
//!
//! The structs are data: which keys there are, and where each keeps its value. What a key means is
//! looked up by [`dynamic`](crate::dynamic), as any other name.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Value as Json;

use crate::context::Plain;
use crate::decode::CellError;
use crate::dynamic::{Argument, NamedBy, Names, Scope, expected, lookup, order_terms, right, shown, signed};
use crate::error::{Error, cut, nearest};
use crate::field::{Base, FieldValue};
use crate::model::{Just, Model};
use crate::order::OrderBy;
use crate::predicate::Q;
use crate::query_set::Ordered;
use crate::state::{Node, OrderTerm, Right};
use crate::value::Value;

/// The filters of an endpoint, and what it can be ordered by: implemented by generated code.
///
/// A schema names them:
///
/// ```toml
/// [filter_sets.EntryFilter]
/// model = "Entry"
/// fields = { headline = ["icontains"], pub_date = ["year__gte"], blog__name = ["exact"] }
/// ordering = ["pub_date", "id"]
/// ```
///
/// and `EntryFilter` is a struct with an `Option` for each filter: `headline__icontains`,
/// `pub_date__year__gte`, `blog__name`. It is deserialized from a query string, as axum's `Query`
/// does, and filters a query set by [`filter_set()`](crate::QuerySet::filter_set).
///
/// - A filter whose value is empty is not set, because a form sends its empty fields, too.
/// - `in` takes a list with commas, `range` two bounds with a comma.
/// - A key that is not among the filters is refused, and so is one that is there twice.
/// - `#[serde(flatten)]` puts it into another struct, as the last of its fields.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::demo::blog::EntryFilter;
///
/// let filter: EntryFilter = serde_urlencoded::from_str("pub_date__year__gte=2005&ordering=-pub_date,id").unwrap();
/// assert_eq!(filter.pub_date__year__gte, Some(2005));
/// let query = Entry::objects().filter_set(&filter).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" >= ? ORDER BY "blog_entry"."pub_date" DESC, "blog_entry"."id" ASC"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a filter set",
    label = "not generated from `[filter_sets.…]` in a schema"
)]
pub trait FilterSet: Clone + Default {
    /// The model whose rows it filters.
    type Model: Model;

    /// Its name in the schema.
    const NAME: &'static str;

    /// The keys of its filters: `headline__icontains`.
    const FILTERS: &'static [&'static str];

    /// What it can be ordered by.
    const ORDERING: &'static [&'static str];

    /// Sets the filter at a place among [`FILTERS`](Self::FILTERS).
    ///
    /// # Errors
    ///
    /// [`Error::UnfitValue`].
    #[doc(hidden)]
    fn set(&mut self, at: usize, value: FilterValue) -> Result<(), Error>;

    /// The value of the filter at a place among [`FILTERS`](Self::FILTERS), where it is set.
    #[doc(hidden)]
    fn get(&self, at: usize) -> Option<Argument>;

    /// The order, where it has one.
    #[doc(hidden)]
    fn ordering(&self) -> Option<&FilterOrdering<Self>>;

    /// The order, to be set.
    #[doc(hidden)]
    fn ordering_mut(&mut self) -> Option<&mut FilterOrdering<Self>>;

    /// The filters that are set, all of which hold: over a to-many relation for the same related row.
    ///
    /// # Panics
    ///
    /// Never: the generator has checked the names, and the types of the fields are those of the values.
    fn q(&self) -> Q<Self::Model> {
        let set = Self::FILTERS.iter().enumerate().filter_map(|(at, key)| Some((key, self.get(at)?)));
        Q::all(set.map(|(key, argument)| {
            let node = lookup(&Scope::of(Self::Model::META, NamedBy::Program), key, argument);
            Q::new(node.expect("the generator has checked the name, and the type of the value"))
        }))
    }
}

/// An order by some of what a [`FilterSet`] can be ordered by: `-pub_date,id`.
///
/// `order_by` takes it; where it is empty, [`filter_set()`](crate::QuerySet::filter_set) leaves the
/// order of the query set as it is.
pub struct FilterOrdering<F> {
    names: Vec<(&'static str, bool)>,
    filters: PhantomData<fn() -> F>,
}

impl<F: FilterSet> FilterOrdering<F> {
    /// An order by names with their signs: `"-pub_date,id"`, `["-pub_date", "id"]`.
    ///
    /// # Errors
    ///
    /// [`Error::NotAllowed`] for a name that is not in the filter set's `ordering`.
    pub fn new(names: impl Names) -> Result<Self, Error> {
        let name = |name: &str| {
            let (path, descending) = signed(name);
            let known = F::ORDERING.iter().find(|known| **known == path);
            let refused = || Error::NotAllowed {
                path: format!("ordering={}", cut(name)),
                allowed: F::ORDERING.iter().map(|name| (*name).to_owned()).collect(),
            };
            Ok((*known.ok_or_else(refused)?, descending))
        };
        let names = names.names().map(name).collect::<Result<_, _>>()?;
        Ok(Self { names, filters: PhantomData })
    }

    /// Whether it names nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub(crate) fn order_terms(&self) -> Vec<OrderTerm> {
        let names: Vec<String> = self.names.iter().map(signed_name).collect();
        order_terms(&Scope::of(F::Model::META, NamedBy::Program), names)
            .expect("the generator has checked the names")
    }
}

fn signed_name((name, descending): &(&'static str, bool)) -> String {
    format!("{}{name}", if *descending { "-" } else { "" })
}

impl<F> Clone for FilterOrdering<F> {
    fn clone(&self) -> Self {
        Self { names: self.names.clone(), filters: PhantomData }
    }
}

impl<F> Default for FilterOrdering<F> {
    fn default() -> Self {
        Self { names: Vec::new(), filters: PhantomData }
    }
}

impl<F> PartialEq for FilterOrdering<F> {
    fn eq(&self, other: &Self) -> bool {
        self.names == other.names
    }
}

impl<F> fmt::Debug for FilterOrdering<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

/// The names as a query string has them.
impl<F> fmt::Display for FilterOrdering<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names.iter().map(signed_name).collect::<Vec<_>>().join(","))
    }
}

impl<F: FilterSet> FromStr for FilterOrdering<F> {
    type Err = Error;

    fn from_str(names: &str) -> Result<Self, Error> {
        Self::new(names)
    }
}

#[diagnostic::do_not_recommend]
impl<F: FilterSet> OrderBy for FilterOrdering<F> {
    type Models = Just<F::Model>;
    type Order = Ordered;
    type Context = Plain;

    fn terms(self, terms: &mut Vec<OrderTerm>) {
        terms.extend(self.order_terms());
    }
}

/// What a query string has for a filter: values of the kind of its field.
#[doc(hidden)]
pub struct FilterValue {
    key: &'static str,
    values: Vec<Value>,
}

impl FilterValue {
    fn new<F: FilterSet>(key: &'static str, argument: Argument) -> Result<Self, Error> {
        let values = match right(F::Model::META, key, argument)? {
            Right::One(node) => vec![node],
            Right::Two(low, high) => vec![low, high],
            Right::Many(nodes) => nodes,
            Right::Flag(flag) => vec![Node::Value(Value::Bool(flag))],
            Right::Query(_) => Vec::new(),
        };
        let value = |node| if let Node::Value(value) = node { Some(value) } else { None };
        Ok(Self { key, values: values.into_iter().filter_map(value).collect() })
    }

    /// The value of most lookups.
    ///
    /// # Errors
    ///
    /// [`Error::UnfitValue`] for one that the Rust type of the field does not take.
    pub fn one<T: FieldValue>(self) -> Result<Option<T>, Error> {
        self.values.first().map(|value| self.read(value)).transpose()
    }

    /// The items of `in`.
    ///
    /// # Errors
    ///
    /// [`Error::UnfitValue`] for one that the Rust type of the field does not take.
    pub fn list<T: FieldValue>(self) -> Result<Option<Vec<T>>, Error> {
        self.values.iter().map(|value| self.read(value)).collect::<Result<_, _>>().map(Some)
    }

    /// The bounds of `range`.
    ///
    /// # Errors
    ///
    /// [`Error::UnfitValue`] for one that the Rust type of the field does not take.
    pub fn range<T: FieldValue>(self) -> Result<Option<(T, T)>, Error> {
        match self.values.as_slice() {
            [low, high] => Ok(Some((self.read(low)?, self.read(high)?))),
            _ => Ok(None),
        }
    }

    /// The value as the Rust type of its field, which may take fewer than the kind.
    fn read<T: FieldValue>(&self, value: &Value) -> Result<T, Error> {
        let kind = expected(T::Base::VALUE_TYPE);
        let base = match T::Base::of_value(value.clone()) {
            Ok(Some(base)) => base,
            Err(CellError::Mismatch { expected, .. }) => return Err(self.unfit(shown(value), expected)),
            Ok(None) | Err(CellError::Refused(_)) => return Err(self.unfit(shown(value), kind)),
        };
        T::from_base(base).map_err(|reason| self.unfit(format!("{}: {reason}", shown(value)), kind))
    }

    fn unfit(&self, value: String, expected: &str) -> Error {
        Error::UnfitValue { path: self.key.to_owned(), value, expected: expected.to_owned() }
    }
}

/// The argument of a filter that has one value.
#[doc(hidden)]
pub fn one<T: FieldValue>(value: &Option<T>) -> Option<Argument> {
    value.clone().map(Argument::from)
}

/// The argument of a filter that has a list.
#[doc(hidden)]
pub fn list<T: FieldValue>(value: &Option<Vec<T>>) -> Option<Argument> {
    value.clone().map(Argument::list)
}

/// The argument of a filter that has two bounds.
#[doc(hidden)]
pub fn range<T: FieldValue>(value: &Option<(T, T)>) -> Option<Argument> {
    value.clone().map(|(low, high)| Argument::list([low, high]))
}

/// Reads a filter set from the pairs of a query string.
///
/// # Errors
///
/// For a key that is not among the filters or is there twice, and for a value that its filter does
/// not take.
#[doc(hidden)]
pub fn deserialize_filters<'de, F: FilterSet, D: Deserializer<'de>>(deserializer: D) -> Result<F, D::Error> {
    deserializer.deserialize_map(Pairs(PhantomData))
}

struct Pairs<F>(PhantomData<F>);

impl<'de, F: FilterSet> Visitor<'de> for Pairs<F> {
    type Value = F;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the filters of `{}`", F::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<F, A::Error> {
        let mut filters = F::default();
        let mut seen = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let value: Json = map.next_value()?;
            if seen.contains(&key) {
                return Err(A::Error::custom(format!("`{}` is given twice", cut(&key))));
            }
            // A form sends its empty fields, too.
            if !matches!(&value, Json::Null) && value != "" {
                read(&mut filters, &key, value).map_err(A::Error::custom)?;
            }
            seen.push(key);
        }
        Ok(filters)
    }
}

fn read<F: FilterSet>(filters: &mut F, key: &str, value: Json) -> Result<(), Error> {
    if let Some(at) = F::FILTERS.iter().position(|known| *known == key) {
        let argument = match value {
            Json::String(text) => Argument::from(text),
            other => Argument::from(other),
        };
        return filters.set(at, FilterValue::new::<F>(F::FILTERS[at], argument)?);
    }
    match (key, filters.ordering_mut(), value) {
        ("ordering", Some(order), Json::String(names)) => *order = names.parse()?,
        ("ordering", Some(_), other) => {
            let expected = "names with commas".to_owned();
            return Err(Error::UnfitValue { path: key.to_owned(), value: cut(&other.to_string()), expected });
        }
        (_, order, _) => {
            let mut choices = F::FILTERS.to_vec();
            choices.extend(order.map(|_| "ordering"));
            return Err(Error::UnknownName {
                path: cut(key),
                part: cut(key),
                owner: format!("`{}`", F::NAME),
                what: "filter",
                nearest: nearest(key, &choices),
                choices,
            });
        }
    }
    Ok(())
}
