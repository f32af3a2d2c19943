//! What a path of names leads to: `blog__name__lower__icontains`.

use super::Names;
use super::scope::{NamedBy, Scope, shared};
use crate::error::{Error, cut, nearest};
use crate::lookup::table::{self, JSON_KEY, RELATED};
use crate::meta::{Column, FieldType, Model, Relation};
use crate::path::{Followed, MOST_STEPS, Step, intern, intern_named};
use crate::state::{ColumnRef, JsonKey, LookupName, Node, OrderTerm, Transform};
use crate::value::ValueType;

/// Names that a path can have. Each is one more join or call, and is written by recursion.
pub(super) const MOST_NAMES: usize = 32;

/// An expression that was named.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    pub(crate) node: Node,
    pub(crate) kind: ValueType,
    /// The column that it begins with; `None` is what was computed.
    pub(crate) column: Option<&'static Column>,
    /// What it was annotated as.
    name: Option<String>,
    /// The last of its transforms.
    transform: Option<Transform>,
    /// Whether it is what a document has under a key.
    is_json_key: bool,
    /// The relation that it stands for the key of.
    relation: Option<&'static Relation>,
}

impl Expression {
    fn column(steps: Option<&'static Step>, column: &'static Column) -> Self {
        let node = Node::Column(ColumnRef { steps, column });
        let kind = column.field_type.value_type();
        Self { column: Some(column), ..Self::computed(node, kind) }
    }

    /// What is computed.
    pub(super) fn computed(node: Node, kind: ValueType) -> Self {
        Self { node, kind, column: None, name: None, transform: None, is_json_key: false, relation: None }
    }

    /// It, under a name.
    pub(super) fn named(self, name: &str) -> Self {
        let node = shared(self.node);
        let is_json_key = self.is_json_key;
        Self { name: Some(name.to_owned()), is_json_key, ..Self::computed(node, self.kind) }
    }

    /// It, seen from a query inside of its own.
    pub(super) fn outer(self) -> Self {
        Self { node: Node::Outer(Box::new(self.node)), ..self }
    }

    /// The value itself: a relation is none, though it stands for its key elsewhere.
    pub(super) fn value(self) -> Result<Self, Error> {
        match self.relation {
            None => Ok(self),
            Some(relation) => {
                let name = relation.name;
                let message = format!(
                    "`{}.{name}` is a relation, and nothing is computed from one; take a field of it: `{name}__{}`",
                    relation.model,
                    relation.key().name
                );
                Err(Error::InvalidQuery { message })
            }
        }
    }

    fn key(step: &'static Step) -> Self {
        let relation = step.relation();
        Self { relation: Some(relation), ..Self::column(Some(step), relation.key()) }
    }

    /// Whether it is a column itself, so that its values are those of the field.
    pub(crate) fn is_column(&self) -> bool {
        self.transform.is_none() && !self.is_json_key
    }

    /// Whether it is what a document has under a key.
    pub(super) fn is_json_key(&self) -> bool {
        self.is_json_key
    }

    /// Whether its integers may be above [`i64::MAX`].
    pub(crate) fn is_unsigned(&self) -> bool {
        self.kind == ValueType::Int
            && self.is_column()
            && self.column.is_some_and(|column| column.field_type == FieldType::PositiveBigInteger)
    }

    /// The column of `model` by which its rows are compared with this.
    pub(super) fn key_in(&self, model: &'static Model) -> Option<&'static Column> {
        match self.relation {
            Some(relation) => (relation.target == model).then(|| relation.key()),
            None => match self.column.and_then(|column| column.references.as_ref()) {
                Some(reference) if reference.model == model => Some(reference.target()),
                _ => Some(model.pk()),
            },
        }
    }

    /// The query sets that it can be compared with, for a message.
    pub(super) fn queries(&self) -> String {
        self.relation.map_or_else(
            || "a query set of one field".to_owned(),
            |relation| format!("a query set of `{}`", relation.target.name),
        )
    }

    fn lookups(&self) -> &'static [LookupName] {
        match (self.relation, self.is_json_key) {
            (Some(_), _) => RELATED,
            (None, true) => JSON_KEY,
            (None, false) => table::lookups(self.kind),
        }
    }

    fn transforms(&self) -> &'static [Transform] {
        if self.relation.is_some() { &[] } else { table::transforms(self.kind) }
    }

    fn find_lookup(&self, name: &str) -> Option<LookupName> {
        self.lookups().iter().copied().find(|lookup| lookup.name() == name)
    }

    fn transformed(self, path: &str, name: &str) -> Result<Self, Error> {
        if self.relation.is_none() && self.kind == ValueType::Json {
            let key = json_key(path, name)?;
            return Ok(Self { node: Node::Key(key, Box::new(self.node)), is_json_key: true, ..self });
        }
        if self.find_lookup(name).is_some() {
            return Err(invalid(path, &format!("goes on after the lookup `{name}`, which stands last")));
        }
        let found = self.transforms().iter().copied().find(|transform| transform.name() == name);
        let places = || matches!(self.kind, ValueType::Array(_)).then(|| array_places(name)).flatten();
        let transform = found.or_else(places).ok_or_else(|| self.has_no(path, name))?;
        Ok(Self {
            kind: transform.output(self.kind),
            node: Node::Transform(transform, Box::new(self.node)),
            transform: Some(transform),
            ..self
        })
    }

    /// Whether it is a relation, which stands for its key.
    pub(super) fn is_relation(&self) -> bool {
        self.relation.is_some()
    }

    /// Applies the transforms and the lookup of a path: `rest` is what comes after the field.
    pub(super) fn finish(self, path: &str, rest: &[&str]) -> Result<(Self, LookupName), Error> {
        let mut expression = self;
        for (at, part) in rest.iter().enumerate() {
            if at + 1 == rest.len()
                && let Some(lookup) = expression.find_lookup(part)
            {
                return Ok((expression, lookup));
            }
            expression = expression.transformed(path, part)?;
        }
        Ok((expression, LookupName::Exact))
    }

    /// What messages call it.
    pub(super) fn described(&self) -> String {
        let kind = self.kind;
        let of = match (self.column, &self.name) {
            (_, Some(name)) => format!("`{}`", cut(name)),
            (Some(column), None) => format!("`{column}`"),
            (None, None) => "an expression".to_owned(),
        };
        match (self.relation, self.transform) {
            (Some(relation), _) => format!("the relation `{}.{}`", relation.model, relation.name),
            (None, Some(transform)) => format!("the {kind} `{}` of {of}", transform.name()),
            (None, None) if self.is_json_key && self.name.is_none() => format!("a key of {of}"),
            (None, None) if self.name.is_some() => format!("the {kind} annotation {of}"),
            (None, None) if self.column.is_some() => format!("the {kind} field {of}"),
            (None, None) => format!("{} {kind} expression", article(kind)),
        }
    }

    /// That it has no lookup or transform of this name.
    fn has_no(&self, path: &str, part: &str) -> Error {
        let lookups = self.lookups().iter().map(|lookup| lookup.name());
        let choices: Vec<_> =
            lookups.chain(self.transforms().iter().map(|transform| transform.name())).collect();
        Error::UnknownName {
            path: cut(path),
            part: cut(part),
            owner: self.described(),
            what: "lookup",
            nearest: nearest(part, &choices),
            choices,
        }
    }
}

/// The place of an item in an array, or of several, as Django reads its name: `0`, `0_2`.
fn array_places(name: &str) -> Option<Transform> {
    let place = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        // PostgreSQL counts places in 32 bits.
        is_number.then(|| digits.parse::<i32>().ok())?.and_then(|place| usize::try_from(place).ok())
    };
    match name.split_once('_') {
        None => Some(Transform::ArrayItem(place(name)?)),
        Some((from, to)) => Some(Transform::ArraySlice(place(from)?, place(to)?)),
    }
}

/// A key of a document, as Django reads its name: digits are the place of an item.
fn json_key(path: &str, name: &str) -> Result<JsonKey, Error> {
    let digits = name.strip_prefix('-').unwrap_or(name);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match (is_number, digits.len() == name.len()) {
        (true, true) => Ok(JsonKey::Index(name.parse().unwrap_or(usize::MAX))),
        (true, false) => {
            Err(invalid(path, &format!("counts from the end by `{name}`; an index begins at 0")))
        }
        (false, _) => Ok(JsonKey::Name(name.into())),
    }
}

/// A path, as far as it goes over relations to a column.
struct Walked<'p> {
    relations: Vec<&'static Relation>,
    end: End,
    /// The names behind it.
    rest: Vec<&'p str>,
}

/// What a path leads to.
enum End {
    Column(&'static Column),
    /// The last relation itself.
    Relation,
    /// What was annotated.
    Annotation(Box<Expression>),
}

/// Follows `path`. Nothing is kept of one that leads nowhere.
fn walk<'p>(scope: &Scope<'_>, path: &'p str) -> Result<Walked<'p>, Error> {
    let parts: Vec<&str> = path.split("__").take(MOST_NAMES + 1).collect();
    if parts.len() > MOST_NAMES {
        return Err(invalid(path, &format!("has more than {MOST_NAMES} names")));
    }
    if let Some((annotation, count)) = scope.annotation(&parts) {
        let end = End::Annotation(Box::new(annotation.expression().clone()));
        return Ok(Walked { relations: Vec::new(), end, rest: parts[count..].to_vec() });
    }
    let mut relations = Vec::new();
    let mut model = scope.model;
    for (at, part) in parts.iter().enumerate() {
        if let Some(relation) = model.relation(part) {
            relations.push(relation);
            model = relation.target;
        } else if let Some(column) = model.column(part) {
            return Ok(Walked { relations, end: End::Column(column), rest: parts[at + 1..].to_vec() });
        } else if !relations.is_empty() && RELATED.iter().any(|lookup| lookup.name() == *part) {
            return Ok(Walked { relations, end: End::Relation, rest: parts[at..].to_vec() });
        } else {
            return Err(no_field(scope, model, path, part));
        }
    }
    Ok(Walked { relations, end: End::Relation, rest: Vec::new() })
}

impl Walked<'_> {
    /// The expression at its end.
    fn expression(&self, path: &str, by: NamedBy) -> Result<Expression, Error> {
        let step = |parent, relation: &&'static Relation| {
            let step = Step { parent, relation: Followed::Known(relation), filter: None };
            let kept = match by {
                NamedBy::Program => Some(intern(step)),
                NamedBy::Caller => intern_named(step),
            };
            let too_many =
                || invalid(path, &format!("would be one of more than {MOST_STEPS} different ones"));
            kept.map(Some).ok_or_else(too_many)
        };
        let steps = self.relations.iter().try_fold(None, step)?;
        Ok(match (&self.end, steps) {
            (End::Annotation(expression), _) => (**expression).clone(),
            (End::Column(column), steps) => Expression::column(steps, column),
            (End::Relation, Some(step)) => Expression::key(step),
            (End::Relation, None) => return Err(invalid(path, "has no names")),
        })
    }
}

fn no_field(scope: &Scope<'_>, model: &'static Model, path: &str, part: &str) -> Error {
    if scope.model == model && path.starts_with(part) {
        let annotated: Vec<&str> = scope.annotated().collect();
        if let Some(near) = nearest(part, &annotated) {
            return invalid(path, &format!("is neither a field nor an annotation; did you mean `{near}`?"));
        }
    }
    let mut choices: Vec<&'static str> = model.relations.iter().map(|relation| relation.name).collect();
    choices.extend(model.columns.iter().map(|column| column.name));
    choices.sort_unstable();
    Error::UnknownName {
        path: cut(path),
        part: cut(part),
        owner: format!("`{}`", model.name),
        what: "field",
        nearest: nearest(part, &choices),
        choices,
    }
}

fn invalid(path: &str, what: &str) -> Error {
    Error::InvalidQuery { message: format!("`{}` {what}", cut(path)) }
}

fn article(kind: ValueType) -> &'static str {
    match kind {
        ValueType::Int | ValueType::Ip => "an",
        _ => "a",
    }
}

/// The expression and the lookup that `path` names.
pub(crate) fn lookup(scope: &Scope<'_>, path: &str) -> Result<(Expression, LookupName), Error> {
    let walked = walk(scope, path)?;
    walked.expression(path, scope.by)?.finish(path, &walked.rest)
}

/// The expression that `path` names.
pub(crate) fn expression(scope: &Scope<'_>, path: &str) -> Result<Expression, Error> {
    let walked = walk(scope, path)?;
    let mut rest = walked.rest.iter();
    rest.try_fold(walked.expression(path, scope.by)?, |expression, part| expression.transformed(path, part))
}

/// The ordering that names with their signs ask for.
pub(crate) fn order_terms(scope: &Scope<'_>, names: impl Names) -> Result<Vec<OrderTerm>, Error> {
    let mut terms = Vec::new();
    for name in names.names() {
        if name == "?" {
            terms.push(OrderTerm { node: Node::Random, descending: false, nulls: None });
            continue;
        }
        let (path, descending) = signed(name);
        let node = named(scope, path)?.node;
        terms.push(OrderTerm { node, descending, nulls: None });
    }
    Ok(terms)
}

/// A name without its sign, and whether the greatest comes first.
pub(crate) fn signed(name: &str) -> (&str, bool) {
    name.strip_prefix('-').map_or((name, false), |path| (path, true))
}

/// The expressions that `names` select; without a name those of all fields.
pub(crate) fn selection(scope: &Scope<'_>, names: impl Names) -> Result<Vec<(String, Expression)>, Error> {
    let mut names = names.names().peekable();
    if names.peek().is_none() {
        let columns = scope.model.columns.iter();
        return Ok(columns
            .map(|column| (column.name.to_owned(), Expression::column(None, column)))
            .collect());
    }
    names.map(|name| Ok((name.to_owned(), named(scope, name)?))).collect()
}

/// The expression that `path` names; a relation is known as one.
fn named(scope: &Scope<'_>, path: &str) -> Result<Expression, Error> {
    let named = expression(scope, path)?;
    Ok(match (&named.node, named.relation) {
        (Node::Column(key), Some(_)) => Expression { node: Node::Related(*key), ..named },
        _ => named,
    })
}

#[cfg(all(test, feature = "demo"))]
mod tests {
    use super::*;

    fn reached(path: &str, by: NamedBy) -> Result<Expression, Error> {
        expression(&Scope::of(&crate::demo::blog::person::META, by), path)
    }

    #[test]
    fn a_caller_cannot_take_all_memory_by_paths() {
        // Every sequence of these two relations is a path of its own.
        let path = |number: u32| {
            let steps =
                (0..14).map(|bit| if number >> bit & 1 == 0 { "friends__" } else { "read_books__readers__" });
            steps.collect::<String>() + "name"
        };
        let refused = (0..20_000).map(path).find(|path| reached(path, NamedBy::Caller).is_err());
        let refused = refused.expect("there is an end");
        assert!(reached(&refused, NamedBy::Program).is_ok(), "what the program names is not counted out");
        assert!(reached(&refused, NamedBy::Caller).is_ok(), "it is known from then on");
        assert!(
            reached("hometown__country__name", NamedBy::Caller).is_ok(),
            "short ones are not counted out"
        );
    }
}
