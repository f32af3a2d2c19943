//! Random rows of the demo models: with NULLs, duplicates, and awkward text.

use std::collections::{BTreeMap, BTreeSet};

use queryset::demo::MODELS;
use queryset::meta::{Column, FieldType, Model, Rule};
use serde_json::{Map, Value as Json, json};

use crate::random::Random;

const APPS: [&str; 3] = ["blog", "shop", "pizza"];

const TEXTS: [&str; 32] = [
    "",
    "a",
    "A",
    "ab",
    "Ab%",
    "a_b",
    "100%",
    "O'Reilly",
    "\"quoted\"",
    "back\\slash",
    "!bang",
    "é",
    "É",
    "ß",
    "naïve",
    "日本",
    "🎉",
    " lead",
    "trail ",
    "line\nbreak",
    "NULL",
    "0",
    "1",
    "x",
    "X",
    "xyz",
    "Lennon",
    "lennon",
    "Hello, World",
    "%",
    "_",
    "İstanbul",
];

const DAYS: [&str; 12] = [
    "2007-12-31",
    "2008-01-01",
    "2008-06-15",
    "2008-12-29",
    "2009-01-04",
    "2009-01-05",
    "2020-12-31",
    "2021-01-03",
    "2024-02-29",
    "2024-12-30",
    "2025-03-30",
    "2025-06-01",
];

const CLOCKS: [&str; 6] =
    ["00:00:00", "00:00:00.000001", "07:08:09", "12:34:56.500000", "23:59:59", "23:59:59.999999"];

/// The models that queries begin with.
pub(crate) fn models() -> Vec<&'static Model> {
    MODELS.iter().copied().filter(|model| APPS.contains(&model.app)).collect()
}

/// Rows: `{table: [{column: value}]}`.
pub(crate) struct Dataset(BTreeMap<&'static str, Vec<Map<String, Json>>>);

impl Dataset {
    pub(crate) fn new(random: &mut Random) -> Self {
        let mut made = Self(BTreeMap::new());
        let mut left = models();
        while !left.is_empty() {
            let ready = |model: &&'static Model| {
                let references = model.columns.iter().filter_map(|column| column.references.as_ref());
                references.into_iter().all(|to| to.model == *model || made.0.contains_key(to.model.table))
            };
            let at = left.iter().position(ready).expect("these models have no circles");
            let model = left.remove(at);
            made.fill(model, random);
        }
        made
    }

    fn fill(&mut self, model: &'static Model, random: &mut Random) {
        let through = model.auto_created || model.name == "Reading";
        let wanted = random.between(if through { 6 } else { 3 }, if through { 14 } else { 8 });
        self.0.insert(model.table, Vec::new());
        for number in 1..=wanted {
            // A row that is not unique is left out.
            if let Some(row) = self.row(model, number, random)
                && is_unique(model, &self.0[model.table], &row)
            {
                self.0.get_mut(model.table).expect("it was inserted above").push(row);
            }
        }
    }

    fn row(&self, model: &'static Model, number: i64, random: &mut Random) -> Option<Map<String, Json>> {
        let mut row = Map::new();
        for column in model.columns {
            row.insert(column.column.to_owned(), self.cell(column, number, random)?);
        }
        Some(row)
    }

    /// A value for a column; `None` where it must point at a row, and there is none.
    fn cell(&self, column: &'static Column, number: i64, random: &mut Random) -> Option<Json> {
        if column.null && random.percent(25) {
            return Some(Json::Null);
        }
        if let Some(reference) = &column.references {
            let rows = &self.0[reference.model.table];
            return match rows.is_empty() {
                true => column.null.then_some(Json::Null),
                false => Some(random.pick(rows)[reference.column].clone()),
            };
        }
        if !column.choices.is_empty() {
            let choice = random.pick(column.choices);
            return Some(json!(queryset::Value::from(*choice).to_string().trim_matches('"')));
        }
        Some(match (column.primary_key, column.unique, column.field_type) {
            (true, _, FieldType::Char) => json!(format!("{}{}", (b'A' + number as u8) as char, number % 10)),
            (true, ..) => json!(number),
            (_, true, FieldType::Char | FieldType::Slug) => {
                json!(format!("{}{number}", random.pick(&TEXTS).trim()))
            }
            (.., field_type) => value(field_type, random),
        })
    }

    /// A value that a column has in some row, or one that it might have.
    pub(crate) fn sample(&self, model: &Model, column: &Column, random: &mut Random) -> Json {
        let rows = &self.0[model.table];
        let other = column.choices.is_empty() && column.references.is_none() && random.percent(30);
        if other || rows.is_empty() {
            return value(column.field_type, random);
        }
        random.pick(rows)[column.column].clone()
    }

    pub(crate) fn to_json(&self) -> String {
        json!(self.0).to_string()
    }
}

fn is_unique(model: &Model, rows: &[Map<String, Json>], row: &Map<String, Json>) -> bool {
    let together =
        model.indexes.iter().filter(|index| index.kind == queryset::meta::IndexKind::UniqueTogether);
    let mut keys: Vec<Vec<&str>> = together.map(|index| index.columns.to_vec()).collect();
    keys.extend(model.constraints.iter().filter_map(|constraint| match &constraint.rule {
        Rule::Unique { columns, .. } => Some(columns.to_vec()),
        Rule::Check(_) => None,
    }));
    keys.extend(model.columns.iter().filter(|column| column.unique).map(|column| vec![column.column]));
    keys.iter().all(|key| {
        let values = |row: &Map<String, Json>| -> Vec<String> {
            key.iter().map(|column| row[*column].to_string().to_lowercase()).collect()
        };
        let taken: BTreeSet<_> = rows.iter().map(values).collect();
        !taken.contains(&values(row))
    })
}

fn value(field_type: FieldType, random: &mut Random) -> Json {
    use FieldType as F;
    match field_type {
        F::Char | F::Text | F::Slug | F::Email | F::Url => json!(random.pick(&TEXTS)),
        F::GenericIpAddress => json!(random.pick(&["192.0.2.1", "10.0.0.1", "2001:db8::1"])),
        F::SmallAuto | F::Auto | F::BigAuto => json!(random.between(1, 12)),
        F::PositiveSmallInteger | F::PositiveInteger | F::PositiveBigInteger => json!(random.between(0, 8)),
        F::SmallInteger | F::Integer | F::BigInteger => json!(random.between(-3, 8)),
        F::Float => json!(*random.pick(&[-1.5, 0.0, 0.1, 1.0, 2.5, 1e10])),
        F::Decimal => json!(*random.pick(&["-1.50", "0", "0.10", "1", "2.50", "99.99"])),
        F::Boolean => json!(random.percent(50)),
        F::Date => json!(random.pick(&DAYS)),
        F::DateTime => json!(format!("{}T{}Z", random.pick(&DAYS), random.pick(&CLOCKS))),
        F::Time => json!(random.pick(&CLOCKS)),
        F::Duration => json!({ "$us": random.between(-2, 3) * 43_200_000_001 }),
        F::Uuid => json!(format!("00112233-4455-6677-8899-aabbccddee0{}", random.below(3))),
        F::Json => {
            let texts = ["x", "Lennon", "it's \"y\""];
            let (number, text) = (random.below(3), random.pick(&texts));
            let documents = [
                json!([number]),
                json!({ "a": text, "b": { "c": number } }),
                json!({ "a": [number, text] }),
                json!({ "b": null, "a": number }),
            ];
            json!({ "$json": random.pick(&documents) })
        }
        F::Binary => json!({ "$hex": "00ff" }),
        F::Array(_)
        | F::IntegerRange
        | F::BigIntegerRange
        | F::DecimalRange
        | F::DateRange
        | F::DateTimeRange => {
            unreachable!("the models of every database have none")
        }
    }
}
