//! Reading of TOML tables with positions, so that every mistake in a file is found in one run.
//! What the keys mean is not written here.

use indexmap::IndexMap;
use toml::Spanned as Raw;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::error::{Pos, Report};
use crate::name;

/// A value as written, with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spanned<T> {
    pub(crate) at: Pos,
    pub(crate) value: T,
}

impl<T> Spanned<T> {
    pub(crate) fn new(at: Pos, value: T) -> Self {
        Spanned { at, value }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Any TOML value, where what is allowed depends on more than the key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
    /// As written, so that a decimal keeps its digits.
    Float(String),
    Boolean(bool),
    Datetime(Datetime),
    Array(Vec<Spanned<Value>>),
    Table(IndexMap<String, (Pos, Spanned<Value>)>),
}

impl Value {
    /// "text", "a whole number": for "takes …, not …".
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Value::Text(_) => "text",
            Value::Integer(_) => "a whole number",
            Value::Float(_) => "a number",
            Value::Boolean(true) => "`true`",
            Value::Boolean(false) => "`false`",
            Value::Datetime(Datetime { date: Some(_), time: Some(_), .. }) => "a date with time",
            Value::Datetime(Datetime { date: Some(_), .. }) => "a date",
            Value::Datetime(_) => "a time",
            Value::Array(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

/// Options of Django that are written otherwise here, or not needed.
const ELSEWHERE: [(&str, &str); 15] = [
    ("blank", "leave it out, or write `min_length = 1`"),
    ("min_value", "write `min = …`"),
    ("max_value", "write `max = …`"),
    ("help_text", "write `doc = \"…\"`"),
    ("verbose_name", "write `doc = \"…\"`"),
    ("verbose_name_plural", "write `doc = \"…\"`"),
    ("db_comment", "write `doc = \"…\"`"),
    ("editable", "leave it out: nothing is edited here"),
    ("upload_to", "leave it out: files are not stored"),
    ("default_related_name", "write `related_name` in each relation"),
    ("db_table", "write `table = \"…\"`"),
    ("order_by", "write `ordering = [\"…\"]`"),
    ("app_label", "the app is the name of the file"),
    ("index_together", "write `indexes = [{ fields = [\"…\", \"…\"] }]`"),
    ("proxy", "leave it out: a model is its own table"),
];

/// One table of a file that is being read: gives out the values of known keys, refuses the rest.
pub(crate) struct Table<'t> {
    /// "`Entry.blog`": whom a message is about. Empty for the file itself.
    label: String,
    /// "a field": for the message about an unknown key.
    sort: &'static str,
    file: usize,
    entries: &'t DeTable<'t>,
    known: Vec<&'static str>,
    report: &'t Report,
}

impl<'t> Table<'t> {
    pub(crate) fn new(
        label: impl Into<String>,
        sort: &'static str,
        file: usize,
        entries: &'t DeTable<'t>,
        report: &'t Report,
    ) -> Self {
        Table { label: label.into(), sort, file, entries, known: Vec::new(), report }
    }

    fn pos(&self, span: std::ops::Range<usize>) -> Pos {
        Pos { file: self.file, offset: span.start }
    }

    /// The value of `key`, which is known from now on.
    fn get(&mut self, key: &'static str) -> Option<&'t Raw<DeValue<'t>>> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    /// The keys as written, in order.
    pub(crate) fn keys(&self) -> Vec<Spanned<String>> {
        self.entries.keys().map(|key| Spanned::new(self.pos(key.span()), key.get_ref().to_string())).collect()
    }

    /// Where `key` is written.
    pub(crate) fn key_at(&self, key: &str) -> Option<Pos> {
        self.entries.keys().find(|name| name.get_ref() == key).map(|name| self.pos(name.span()))
    }

    fn wrong(&self, key: &str, value: &Raw<DeValue<'_>>, wanted: &str) {
        let dot = if self.label.is_empty() { "" } else { "." };
        self.report.error(
            self.pos(value.span()),
            format!("`{}{dot}{key}` takes {wanted}, not {}", self.label, what(value.get_ref())),
        );
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(Spanned::new(self.pos(value.span()), text.to_string())),
            _ => {
                self.wrong(key, value, "text");
                None
            }
        }
    }

    pub(crate) fn boolean(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Boolean(boolean) => Some(Spanned::new(self.pos(value.span()), *boolean)),
            _ => {
                self.wrong(key, value, "`true` or `false`");
                None
            }
        }
    }

    /// A whole number from 0.
    pub(crate) fn size(&mut self, key: &'static str) -> Option<Spanned<u32>> {
        let value = self.get(key)?;
        let size = match value.get_ref() {
            DeValue::Integer(integer) => {
                u32::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()).ok()
            }
            _ => {
                self.wrong(key, value, "a whole number");
                return None;
            }
        };
        if size.is_none() {
            self.report.error(self.pos(value.span()), format!("`{}.{key}` is out of range", self.label));
        }
        size.map(|size| Spanned::new(self.pos(value.span()), size))
    }

    /// A list of names.
    pub(crate) fn names(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<String>>>> {
        let value = self.get(key)?;
        let names = self.name_list(key, value)?;
        Some(Spanned::new(self.pos(value.span()), names))
    }

    /// One name, or a list of them.
    pub(crate) fn name_or_names(&mut self, key: &'static str) -> Option<Vec<Spanned<String>>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(vec![Spanned::new(self.pos(value.span()), text.to_string())]),
            _ => self.name_list(key, value),
        }
    }

    /// A list of lists of names; one flat list counts as a list of one.
    pub(crate) fn name_lists(&mut self, key: &'static str) -> Option<Vec<Spanned<Vec<Spanned<String>>>>> {
        let value = self.get(key)?;
        let nested = matches!(value.get_ref(), DeValue::Array(items)
            if items.iter().any(|item| matches!(item.get_ref(), DeValue::Array(_))));
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value, "a list of lists of field names");
            return None;
        };
        if !nested {
            let names = self.name_list(key, value)?;
            return Some(vec![Spanned::new(self.pos(value.span()), names)]);
        }
        let lists = items
            .iter()
            .filter_map(|item| Some(Spanned::new(self.pos(item.span()), self.name_list(key, item)?)));
        Some(lists.collect())
    }

    fn name_list(&self, key: &str, value: &Raw<DeValue<'_>>) -> Option<Vec<Spanned<String>>> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value, "a list of names");
            return None;
        };
        let mut names = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) => {
                    names.push(Spanned::new(self.pos(item.span()), text.to_string()));
                }
                _ => self.wrong(key, item, "a list of names"),
            }
        }
        Some(names)
    }

    pub(crate) fn value(&mut self, key: &'static str) -> Option<Spanned<Value>> {
        let value = self.get(key)?;
        self.any(value)
    }

    /// The table at `key`, with its place.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<Spanned<&'t DeTable<'t>>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Spanned::new(self.pos(value.span()), table)),
            _ => {
                self.wrong(key, value, "a table");
                None
            }
        }
    }

    /// The tables in the table at `key`, read one by one; each has its own table `inner`.
    pub(crate) fn tables_by_name<T>(
        &mut self,
        key: &'static str,
        inner: &str,
        read: impl Fn(Spanned<String>, &'t DeTable<'t>) -> T,
    ) -> IndexMap<String, T> {
        let Some(tables) = self.table(key) else { return IndexMap::new() };
        let mut named = IndexMap::new();
        for (name, value) in tables.iter() {
            let name = Spanned::new(self.pos(name.span()), name.get_ref().to_string());
            match value.get_ref() {
                DeValue::Table(entries) => {
                    named.insert(name.value.clone(), read(name, entries));
                }
                _ => self.report.error_help(
                    name.at,
                    format!("`{key}.{}` is not a table", name.value),
                    format!("write `[{key}.{}.{inner}]` and its fields below", name.value),
                ),
            }
        }
        named
    }

    /// Lists of names in the table at `key`, each by the name that it is written for.
    pub(crate) fn names_by_name(
        &mut self,
        key: &'static str,
    ) -> Option<Vec<(Spanned<String>, Vec<Spanned<String>>)>> {
        let table = self.table(key)?;
        let lists = table.iter().filter_map(|(name, value)| {
            let at = self.pos(name.span());
            let list = self.name_list(&format!("{key}.{}", name.get_ref()), value)?;
            // A list with something else in it has been reported.
            let whole = value.get_ref().as_array().is_some_and(|items| items.len() == list.len());
            whole.then(|| (Spanned::new(at, name.get_ref().to_string()), list))
        });
        Some(lists.collect())
    }

    /// The tables in the list at `key`, with their places.
    pub(crate) fn tables(&mut self, key: &'static str) -> Option<Vec<Spanned<&'t DeTable<'t>>>> {
        let value = self.get(key)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, value, "a list of tables");
            return None;
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Spanned::new(self.pos(item.span()), table));
                }
                _ => self.wrong(key, item, "a list of tables"),
            }
        }
        Some(tables)
    }

    /// Refuses every key that was not asked for.
    pub(crate) fn finish(self) {
        for key in self.keys() {
            if self.known.contains(&key.value.as_str()) {
                continue;
            }
            let message = if self.label.is_empty() {
                format!("`{}` is not a key of {}", key.value, self.sort)
            } else {
                format!("`{}.{}` is not a key of {}", self.label, key.value, self.sort)
            };
            let elsewhere = ELSEWHERE.iter().find(|(option, _)| *option == key.value);
            let help = match elsewhere {
                Some((_, help)) => Some((*help).to_owned()),
                None => name::suggest(&key.value, self.known.iter().copied()),
            };
            self.report.error_maybe(key.at, message, help);
        }
    }

    fn any(&self, value: &Raw<DeValue<'_>>) -> Option<Spanned<Value>> {
        let at = self.pos(value.span());
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(integer) => {
                let digits = integer.as_str().replace('_', "");
                match i64::from_str_radix(&digits, integer.radix()) {
                    Ok(integer) => Value::Integer(integer),
                    Err(_) => {
                        self.report.error(at, format!("`{digits}` does not fit 64 bits"));
                        return None;
                    }
                }
            }
            DeValue::Float(float) => Value::Float(float.as_str().replace('_', "")),
            DeValue::Boolean(boolean) => Value::Boolean(*boolean),
            DeValue::Datetime(datetime) => Value::Datetime(*datetime),
            DeValue::Array(items) => {
                Value::Array(items.iter().map(|item| self.any(item)).collect::<Option<_>>()?)
            }
            DeValue::Table(table) => Value::Table(
                table
                    .iter()
                    .map(|(key, value)| {
                        let at = self.pos(key.span());
                        Some((key.get_ref().to_string(), (at, self.any(value)?)))
                    })
                    .collect::<Option<_>>()?,
            ),
        };
        Some(Spanned::new(at, value))
    }
}

fn what(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(true) => "`true`",
        DeValue::Boolean(false) => "`false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
