//! `values_as()` and `map()`: rows of a type of the user's own.

use std::sync::Arc;

use super::row::{Loaded, Part};
use super::{QuerySet, Reselects, Rows, Stages, StreamsRows};
use crate::context::{Context, Merge, Merged};
use crate::decode::Cells;
use crate::depth::ForAnnotate;
use crate::error::Error;
use crate::model::{AllAre, Model};
use crate::row::{Columns, RowOf};

/// Rows are what is made of each `V`.
pub struct Mapped<V, T> {
    decode: fn(&dyn Cells) -> Result<V, Error>,
    /// What is loaded for the rows.
    parts: Arc<[Part]>,
    make: Arc<Make<V, T>>,
}

/// Makes a row of what was read, and what was loaded for it.
type Make<V, T> = dyn Fn(V, &mut Loaded) -> T + Send + Sync;

impl<V, T> Clone for Mapped<V, T> {
    fn clone(&self) -> Self {
        Self { decode: self.decode, parts: Arc::clone(&self.parts), make: Arc::clone(&self.make) }
    }
}

impl<M: 'static, V: Send + 'static, T: Send + 'static> Rows<M> for Mapped<V, T> {
    type Row = T;
    type Raw = V;

    fn decode(&self) -> fn(&dyn Cells) -> Result<V, Error> {
        self.decode
    }

    fn parts(&self) -> &[Part] {
        &self.parts
    }

    fn finish(&self, raw: V, loaded: &mut Loaded) -> T {
        (self.make)(raw, loaded)
    }
}

/// What is loaded for the rows is loaded for some of them at a time.
#[diagnostic::do_not_recommend]
impl<V, T> StreamsRows for Mapped<V, T> {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Rows as structs of your own, with any number of fields: [`row!`](crate::row) says what each is read
    /// from.
    ///
    /// A field that is missing, or of another type, does not compile. What is selected is grouped by when
    /// an aggregate was annotated before, as with `values_list()`. A derived `Serialize` writes the rows.
    ///
    /// Django: `values("headline", n=F("blog__name"))`. SQL: only these columns are read.
    ///
    /// # Example: groups
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// #[derive(Debug, PartialEq)]
    /// struct Activity {
    ///     blog: String,
    ///     entries: i64,
    ///     best: Option<i32>,
    /// }
    ///
    /// # tokio_test(async |db| {
    /// let (n, best) = (entry::id.count(), entry::rating.max());
    /// let rows: Vec<Activity> = Entry::objects()
    ///     .values_list(entry::blog().name)
    ///     .annotate((&n, &best))
    ///     .order_by(n.desc())
    ///     .values_as(row!(Activity { blog: entry::blog().name, entries: &n, best: &best }))
    ///     .all(&db)
    ///     .await?;
    /// assert_eq!(rows[0], Activity { blog: "Beatles Blog".to_owned(), entries: 2, best: Some(5) });
    /// # Ok(()) });
    /// ```
    pub fn values_as<C, T>(
        mut self,
        row: RowOf<C, T>,
    ) -> QuerySet<M, Mapped<C::Values, T>, S, Merged<X, C::Context>>
    where
        C: Columns<Models: AllAre<M>, Depths: ForAnnotate>,
        T: Send + 'static,
        S::Origin: Reselects<R>,
        X: Merge<C::Context>,
    {
        let mut nodes = Vec::new();
        row.columns.nodes(&mut nodes);
        self.state.select_values(nodes);
        let make = row.make;
        let rows = Mapped {
            decode: |cells| C::read(cells, &mut 0),
            parts: Arc::new([]),
            make: Arc::new(move |raw, _| make(raw)),
        };
        self.reshape(rows)
    }

    /// Rows as what `make` makes of each: of a tuple, a record, an instance.
    ///
    /// It is called last: what comes after it may filter, order and slice, and no longer annotates.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// struct Activity {
    ///     blog: Blog,
    ///     entries: i64,
    /// }
    ///
    /// # tokio_test(async |db| {
    /// let rows: Vec<Activity> = Blog::objects()
    ///     .annotate(blog::entry().count())
    ///     .map(|(blog, entries)| Activity { blog, entries })
    ///     .all(&db)
    ///     .await?;
    /// assert_eq!((rows[0].blog.name.as_str(), rows[0].entries), ("Beatles Blog", 2));
    /// # Ok(()) });
    /// ```
    pub fn map<T, F>(self, make: F) -> QuerySet<M, Mapped<R::Raw, T>, S, X>
    where
        R: Rows<M>,
        T: Send + 'static,
        F: Fn(R::Row) -> T + Send + Sync + 'static,
    {
        let rows = self.rows.clone();
        let (decode, parts) = (rows.decode(), rows.parts().into());
        let make = move |raw, loaded: &mut Loaded| make(rows.finish(raw, loaded));
        self.reshape(Mapped { decode, parts, make: Arc::new(make) })
    }
}
