//! Verdicts, and how a ported case is judged.

use std::pin::Pin;
use std::rc::Rc;

use queryset::{AnyBackend, Error, Transaction};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::compare::{same, same_rows};
use crate::data::{Known, Size};
use crate::database::Database;

/// What runs a case. It is rolled back.
pub(crate) type Tx = Transaction<'static, AnyBackend>;

type Outcome<'t> = Pin<Box<dyn Future<Output = Result<Json, Error>> + 't>>;
type Query = Box<dyn for<'t> Fn(&'t mut Tx) -> Outcome<'t>>;

/// A case of Django's behaviour, and what becomes of it here.
pub(crate) struct Case {
    pub(crate) id: &'static str,
    pub(crate) verdict: Verdict,
}

pub(crate) enum Verdict {
    Ported(Ported),
    /// The case of `ui-tests/fail` that stands for it.
    CompileError(&'static str),
    /// There is nothing to compare.
    NoCounterpart,
}

/// A query that gives what Django gives.
pub(crate) struct Ported {
    query: Query,
    state: Option<Query>,
    unlike: Option<Json>,
    uncounted: bool,
}

/// A case with the same outcome as in Django.
pub(crate) fn ported<T, F>(id: &'static str, query: F) -> Case
where
    T: Serialize,
    F: AsyncFn(&mut Tx) -> Result<T, Error> + 'static,
{
    let ported = Ported { query: boxed(query), state: None, unlike: None, uncounted: false };
    Case { id, verdict: Verdict::Ported(ported) }
}

/// A case that does not compile here: `name` is that of a case in `ui-tests/fail`.
pub(crate) fn compile_error(id: &'static str, name: &'static str) -> Case {
    Case { id, verdict: Verdict::CompileError(name) }
}

/// A case that has nothing to be compared with, for the reason that is given.
pub(crate) fn no_counterpart(id: &'static str, why: &'static str) -> Case {
    assert!(!why.is_empty(), "{id}");
    Case { id, verdict: Verdict::NoCounterpart }
}

/// Instances as cases name them, for [`Case::unlike`].
pub(crate) fn instances<K: Serialize>(model: &str, keys: impl IntoIterator<Item = K>) -> Json {
    keys.into_iter().map(|key| json!({ "$": model, "pk": key })).collect()
}

fn boxed<T, F>(query: F) -> Query
where
    T: Serialize,
    F: AsyncFn(&mut Tx) -> Result<T, Error> + 'static,
{
    let query = Rc::new(query);
    Box::new(move |tx| {
        let query = Rc::clone(&query);
        Box::pin(async move {
            let rows = query(tx).await?;
            Ok(serde_json::to_value(rows).expect("rows serialize"))
        })
    })
}

impl Case {
    fn with(mut self, change: impl FnOnce(&mut Ported)) -> Self {
        match &mut self.verdict {
            Verdict::Ported(ported) => change(ported),
            _ => panic!("`{}` is not ported", self.id),
        }
        self
    }

    /// What is read after the case.
    pub(crate) fn state<T, F>(self, query: F) -> Self
    where
        T: Serialize,
        F: AsyncFn(&mut Tx) -> Result<T, Error> + 'static,
    {
        self.with(|ported| ported.state = Some(boxed(query)))
    }

    /// The outcome is not Django's, for the reason that is given: see `ARCHITECTURE.md`.
    pub(crate) fn unlike(self, why: &'static str, expected: Json) -> Self {
        assert!(!why.is_empty(), "{}", self.id);
        self.with(|ported| ported.unlike = Some(expected))
    }

    /// The number of statements is not compared, for the reason that is given.
    pub(crate) fn uncounted(self, why: &'static str) -> Self {
        assert!(!why.is_empty(), "{}", self.id);
        self.with(|ported| ported.uncounted = true)
    }
}

impl Ported {
    pub(crate) fn run<'t>(&self, tx: &'t mut Tx) -> Outcome<'t> {
        (self.query)(tx)
    }

    pub(crate) fn state_query(&self) -> Option<&Query> {
        self.state.as_ref()
    }

    /// Says what is wrong with an outcome.
    pub(crate) fn check(
        &self,
        known: &Known,
        database: Database,
        result: Result<Json, Error>,
        state: Option<Json>,
        statements: &[String],
    ) -> Result<(), String> {
        let wrong =
            |what: String| Err(format!("{}\n  {what}\n  {}", known.title(database), statements.join("\n  ")));
        let ours = match result {
            Ok(ours) => ours,
            Err(error) => match known.error(database) {
                Some(django) if is_same_error(django, &error) => return Ok(()),
                Some(django) => return wrong(format!("{django} is not: {}", chain(&error))),
                None => return wrong(format!("fails: {}", chain(&error))),
            },
        };
        if known.always_fails() && self.unlike.is_none() {
            return wrong(format!("gives {ours} where Django raises"));
        }
        let expected = self.unlike.as_ref().unwrap_or_else(|| known.expected(database));
        let (expected, expected_state) = match known.state {
            Some(_) => (&expected["result"], Some(&expected["state"])),
            None => (expected, None),
        };
        if !same_rows(&ours, expected, known.ordered(database)) {
            return wrong(format!("expected {expected}\n  but got  {:.2000}", ours.to_string()));
        }
        match (&state, expected_state) {
            (Some(ours), Some(expected)) if !same(ours, expected) => {
                return wrong(format!("expected afterwards {expected}\n  but got             {ours}"));
            }
            (None, Some(_)) => return wrong("does not read the state afterwards".to_owned()),
            _ => {}
        }
        if self.unlike.is_some() || known.error(database).is_some() {
            return Ok(());
        }
        let queries = known.queries(database);
        if !self.uncounted && statements.len() > queries {
            return wrong(format!("{} statements, and Django's are {queries}:", statements.len()));
        }
        let (Size(joins, selects), theirs) = (size(statements), known.size(database));
        let wide = joins > theirs.0 || selects > theirs.1;
        match wide && !self.uncounted {
            true => wrong(format!(
                "{joins} joins and {selects} selects, and Django's are {} and {}:",
                theirs.0, theirs.1
            )),
            false => Ok(()),
        }
    }
}

/// JOINs and SELECTs in statements.
fn size(statements: &[String]) -> Size {
    let count = |word: &str| {
        let words = statements.iter().flat_map(|sql| sql.split(|c: char| !c.is_alphanumeric() && c != '_'));
        words.filter(|other| *other == word).count()
    };
    Size(count("JOIN"), count("SELECT"))
}

/// Whether an error of ours stands for an exception of Django's.
fn is_same_error(django: &str, error: &Error) -> bool {
    match error {
        Error::DoesNotExist { .. } => {
            ["DoesNotExist", "IndexError", "RelatedObjectDoesNotExist"].contains(&django)
        }
        Error::MultipleObjectsReturned { .. } => django == "MultipleObjectsReturned",
        Error::Integrity { .. } => django == "IntegrityError",
        Error::Protected { .. } => django == "ProtectedError",
        Error::Restricted { .. } => django == "RestrictedError",
        Error::InvalidValue { .. } => {
            ["IntegrityError", "DataError", "ValueError", "ValidationError"].contains(&django)
        }
        Error::NotSupported { .. } => {
            ["NotSupportedError", "OperationalError", "ProgrammingError", "ValueError"].contains(&django)
        }
        Error::InvalidQuery { .. } => {
            ["FieldDoesNotExist", "FieldError", "NotImplementedError", "ValueError", "TypeError"]
                .contains(&django)
        }
        _ => {
            ["DataError", "OperationalError", "ProgrammingError", "DatabaseError", "ValueError", "TypeError"]
                .contains(&django)
        }
    }
}

/// An error with everything behind it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
