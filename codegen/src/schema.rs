//! A schema file exactly as written: places kept, unknown keys refused. What the parts mean
//! together is settled in [`crate::resolve`].

use indexmap::IndexMap;
use toml::de::{DeTable, DeValue};

use crate::error::{Pos, Report};
use crate::kind::{Dates, FieldType};
use crate::name;
use crate::read::{Spanned, Table, Value};

/// One file: an app.
#[derive(Debug)]
pub(crate) struct File {
    /// The stem of the file's name.
    pub(crate) app: String,
    pub(crate) file: usize,
    pub(crate) doc: Option<String>,
    pub(crate) dates: Dates,
    pub(crate) default_auto_field: FieldType,
    pub(crate) models: IndexMap<String, Model>,
    pub(crate) filter_sets: IndexMap<String, FilterSet>,
}

/// What an endpoint can be filtered and ordered by.
#[derive(Debug)]
pub(crate) struct FilterSet {
    pub(crate) name: Spanned<String>,
    pub(crate) doc: Option<Spanned<String>>,
    pub(crate) model: Option<Spanned<String>>,
    /// Lookups by the paths of their fields.
    pub(crate) fields: Vec<(Spanned<String>, Vec<Spanned<String>>)>,
    pub(crate) ordering: Vec<Spanned<String>>,
}

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) name: Spanned<String>,
    pub(crate) doc: Option<Spanned<String>>,
    pub(crate) table: Option<Spanned<String>>,
    pub(crate) managed: Option<Spanned<bool>>,
    pub(crate) is_abstract: bool,
    pub(crate) inherits: Vec<Spanned<String>>,
    pub(crate) ordering: Option<Vec<Spanned<String>>>,
    pub(crate) get_latest_by: Option<Vec<Spanned<String>>>,
    /// Which rows `objects()` gives.
    pub(crate) objects: Option<Spanned<Value>>,
    pub(crate) unique_together: Option<Vec<Names>>,
    pub(crate) indexes: Option<Vec<Index>>,
    pub(crate) constraints: Option<Vec<Constraint>>,
    pub(crate) fields: IndexMap<String, Field>,
}

pub(crate) type Names = Spanned<Vec<Spanned<String>>>;

#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) fields: Names,
    pub(crate) name: Option<Spanned<String>>,
}

#[derive(Debug)]
pub(crate) struct Constraint {
    pub(crate) name: Spanned<String>,
    pub(crate) rule: Rule,
}

#[derive(Debug)]
pub(crate) enum Rule {
    Unique { fields: Names, condition: Option<Spanned<Value>> },
    Check(Spanned<Value>),
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: Spanned<String>,
    /// Every option that is written, in order.
    pub(crate) keys: Vec<Spanned<String>>,
    /// `None` where the type is missing or wrong, which is reported already.
    pub(crate) ty: Option<FieldType>,
    pub(crate) null: Option<Spanned<bool>>,
    pub(crate) unique: Option<Spanned<bool>>,
    pub(crate) primary_key: Option<Spanned<bool>>,
    pub(crate) db_index: Option<Spanned<bool>>,
    pub(crate) db_constraint: Option<Spanned<bool>>,
    pub(crate) symmetrical: Option<Spanned<bool>>,
    pub(crate) auto_now: Option<Spanned<bool>>,
    pub(crate) auto_now_add: Option<Spanned<bool>>,
    pub(crate) max_length: Option<Spanned<u32>>,
    pub(crate) min_length: Option<Spanned<u32>>,
    pub(crate) min: Option<Spanned<Value>>,
    pub(crate) max: Option<Spanned<Value>>,
    pub(crate) regex: Option<Spanned<String>>,
    pub(crate) validators: Option<Names>,
    pub(crate) max_digits: Option<Spanned<u32>>,
    pub(crate) decimal_places: Option<Spanned<u32>>,
    pub(crate) default: Option<Spanned<Value>>,
    pub(crate) choices: Option<Spanned<Value>>,
    pub(crate) enum_name: Option<Spanned<String>>,
    pub(crate) db_column: Option<Spanned<String>>,
    pub(crate) doc: Option<Spanned<String>>,
    pub(crate) rust_type: Option<Spanned<String>>,
    pub(crate) to: Option<Spanned<String>>,
    pub(crate) on_delete: Option<Spanned<String>>,
    pub(crate) related_name: Option<Spanned<String>>,
    pub(crate) related_query_name: Option<Spanned<String>>,
    pub(crate) to_field: Option<Spanned<String>>,
    pub(crate) db_table: Option<Spanned<String>>,
    pub(crate) through: Option<Spanned<String>>,
    pub(crate) through_fields: Option<Names>,
    /// What an array has.
    pub(crate) of: Option<Item>,
    /// The most items of an array.
    pub(crate) size: Option<Spanned<u32>>,
}

/// The items of an array.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) at: Pos,
    /// `None` where the type is missing or wrong, which is reported already.
    pub(crate) ty: Option<FieldType>,
    pub(crate) null: bool,
    pub(crate) max_length: Option<Spanned<u32>>,
    pub(crate) max_digits: Option<Spanned<u32>>,
    pub(crate) decimal_places: Option<Spanned<u32>>,
}

impl Item {
    fn read(label: &str, file: usize, entries: Spanned<&DeTable<'_>>, report: &Report) -> Self {
        let label = format!("{label}.of");
        let mut table = Table::new(label.as_str(), "the items of an array", file, entries.value, report);
        let ty = table.text("type");
        if ty.is_none() && table.key_at("type").is_none() {
            report.error_help(entries.at, format!("`{label}` has no type"), "write `type = \"…\"`");
        }
        let item = Self {
            at: entries.at,
            ty: ty.and_then(|ty| field_type(&label, &ty, report)),
            null: is_true(&table.boolean("null")),
            max_length: table.size("max_length"),
            max_digits: table.size("max_digits"),
            decimal_places: table.size("decimal_places"),
        };
        table.finish();
        item
    }
}

impl Field {
    /// Where `option` is written, else the field's name.
    pub(crate) fn option_at(&self, option: &str) -> Pos {
        self.keys.iter().find(|key| key.value == option).map_or(self.name.at, |key| key.at)
    }

    pub(crate) fn has(&self, option: &str) -> bool {
        self.keys.iter().any(|key| key.value == option)
    }
}

/// Whether a boolean option is written as `true`.
pub(crate) fn is_true(option: &Option<Spanned<bool>>) -> bool {
    option.as_ref().is_some_and(|option| option.value)
}

impl File {
    /// Reads the text of one file. What is wrong goes to `report`; the rest is still read.
    pub(crate) fn read(app: String, file: usize, entries: &DeTable<'_>, report: &Report) -> Self {
        let mut table = Table::new("", "a schema file", file, entries, report);
        let doc = table.text("doc").map(|doc| doc.value);
        let dates = table.text("dates").and_then(|dates| {
            let known = Dates::from_name(&dates);
            if known.is_none() {
                report.error_maybe(
                    dates.at,
                    format!("`{}` is not a library of dates", dates.value),
                    name::suggest(&dates, Dates::NAMES),
                );
            }
            known
        });
        let default_auto_field = table.text("default_auto_field").and_then(|ty| {
            let known = FieldType::from_name(&ty).filter(|ty| ty.is_auto());
            if known.is_none() {
                report.error_maybe(
                    ty.at,
                    format!("`{}` is not a field type that counts up", ty.value),
                    name::suggest(&ty, ["small_auto", "auto", "big_auto"]),
                );
            }
            known
        });
        let models = table
            .tables_by_name("models", "fields", |name, entries| Model::read(name, file, entries, report));
        let filter_sets = table.tables_by_name("filter_sets", "fields", |name, entries| {
            FilterSet::read(name, file, entries, report)
        });
        table.finish();
        File {
            app,
            file,
            doc,
            dates: dates.unwrap_or_default(),
            default_auto_field: default_auto_field.unwrap_or(FieldType::BigAuto),
            models,
            filter_sets,
        }
    }
}

impl FilterSet {
    fn read(name: Spanned<String>, file: usize, entries: &DeTable<'_>, report: &Report) -> Self {
        let mut table = Table::new(&name.value, "a filter set", file, entries, report);
        let filter_set = FilterSet {
            doc: table.text("doc"),
            model: table.text("model"),
            fields: table.names_by_name("fields").unwrap_or_default(),
            ordering: table.names("ordering").map(|names| names.value).unwrap_or_default(),
            name: name.clone(),
        };
        table.finish();
        filter_set
    }
}

impl Model {
    fn read(name: Spanned<String>, file: usize, entries: &DeTable<'_>, report: &Report) -> Self {
        let mut table = Table::new(&name.value, "a model", file, entries, report);
        let model = Model {
            doc: table.text("doc"),
            table: table.text("table"),
            managed: table.boolean("managed"),
            is_abstract: is_true(&table.boolean("abstract")),
            inherits: table.names("inherits").map(|names| names.value).unwrap_or_default(),
            ordering: table.names("ordering").map(|names| names.value),
            get_latest_by: table.name_or_names("get_latest_by"),
            objects: table.value("objects"),
            unique_together: table.name_lists("unique_together"),
            indexes: table.tables("indexes").map(|indexes| {
                let read = |index| Index::read(&name.value, file, index, report);
                indexes.into_iter().filter_map(read).collect()
            }),
            constraints: table.tables("constraints").map(|constraints| {
                let read = |constraint| Constraint::read(&name.value, file, constraint, report);
                constraints.into_iter().filter_map(read).collect()
            }),
            fields: table
                .table("fields")
                .map(|fields| {
                    let read = |(key, value): (&toml::Spanned<_>, &toml::Spanned<_>)| {
                        let key: &toml::Spanned<std::borrow::Cow<'_, str>> = key;
                        let at = Pos { file, offset: key.span().start };
                        let field = Spanned::new(at, key.get_ref().to_string());
                        (field.value.clone(), Field::read(&name, field, file, value, report))
                    };
                    fields.iter().map(read).collect()
                })
                .unwrap_or_default(),
            name: name.clone(),
        };
        table.finish();
        model
    }
}

impl Index {
    fn read(model: &str, file: usize, entries: Spanned<&DeTable<'_>>, report: &Report) -> Option<Self> {
        let mut table = Table::new(format!("{model}.indexes"), "an index", file, entries.value, report);
        let fields = table.names("fields");
        if fields.is_none() && table.key_at("fields").is_none() {
            report.error_help(
                entries.at,
                format!("an index of `{model}` names no fields"),
                "write `fields = [\"…\"]`",
            );
        }
        let name = table.text("name");
        table.finish();
        Some(Index { fields: fields?, name })
    }
}

impl Constraint {
    fn read(model: &str, file: usize, entries: Spanned<&DeTable<'_>>, report: &Report) -> Option<Self> {
        let label = format!("{model}.constraints");
        let mut table = Table::new(label, "a constraint", file, entries.value, report);
        let name = table.text("name");
        if name.is_none() && table.key_at("name").is_none() {
            report.error_help(
                entries.at,
                format!("a constraint of `{model}` has no name"),
                "write `name = \"…\"`",
            );
        }
        let unique = table.names("unique");
        let condition = table.value("condition");
        let check = table.value("check");
        let both = unique.is_some() && check.is_some();
        let neither = table.key_at("unique").is_none() && table.key_at("check").is_none();
        if both || neither {
            report.error(entries.at, format!("a constraint of `{model}` takes either `unique` or `check`"));
        }
        if let (Some(condition), None) = (&condition, &unique) {
            report.error(condition.at, "`condition` belongs to a `unique` constraint".to_owned());
        }
        table.finish();
        let rule = match (unique, check) {
            (Some(fields), None) => Rule::Unique { fields, condition },
            (None, Some(check)) => Rule::Check(check),
            _ => return None,
        };
        Some(Constraint { name: name?, rule })
    }
}

impl Field {
    fn read(
        model: &Spanned<String>,
        name: Spanned<String>,
        file: usize,
        value: &toml::Spanned<DeValue<'_>>,
        report: &Report,
    ) -> Self {
        let empty = DeTable::new();
        let label = format!("{}.{}", model.value, name.value);
        let entries = match value.get_ref() {
            DeValue::Table(entries) => entries,
            other => {
                let at = Pos { file, offset: value.span().start };
                let ty = other.as_str().filter(|ty| FieldType::from_name(ty).is_some());
                report.error_help(
                    at,
                    format!("`{label}` is not a table"),
                    format!("write `{{ type = \"{}\" }}`", ty.unwrap_or("…")),
                );
                &empty
            }
        };
        let mut table = Table::new(label.as_str(), "a field", file, entries, report);
        let ty = table.text("type");
        if ty.is_none() && table.key_at("type").is_none() && value.get_ref().is_table() {
            report.error_help(name.at, format!("`{label}` has no type"), "write `type = \"…\"`");
        }
        let field = Field {
            keys: table.keys(),
            ty: ty.and_then(|ty| field_type(&label, &ty, report)),
            null: table.boolean("null"),
            unique: table.boolean("unique"),
            primary_key: table.boolean("primary_key"),
            db_index: table.boolean("db_index"),
            db_constraint: table.boolean("db_constraint"),
            symmetrical: table.boolean("symmetrical"),
            auto_now: table.boolean("auto_now"),
            auto_now_add: table.boolean("auto_now_add"),
            max_length: table.size("max_length"),
            min_length: table.size("min_length"),
            min: table.value("min"),
            max: table.value("max"),
            regex: table.text("regex"),
            validators: table.names("validators"),
            max_digits: table.size("max_digits"),
            decimal_places: table.size("decimal_places"),
            default: table.value("default"),
            choices: table.value("choices"),
            enum_name: table.text("enum"),
            db_column: table.text("db_column"),
            doc: table.text("doc"),
            rust_type: table.text("rust_type"),
            to: table.text("to"),
            on_delete: table.text("on_delete"),
            related_name: table.text("related_name"),
            related_query_name: table.text("related_query_name"),
            to_field: table.text("to_field"),
            db_table: table.text("db_table"),
            through: table.text("through"),
            through_fields: table.names("through_fields"),
            of: table.table("of").map(|of| Item::read(&label, file, of, report)),
            size: table.size("size"),
            name,
        };
        table.finish();
        field
    }
}

/// The field type of that name, or what Django, SQL or Rust calls so.
fn field_type(label: &str, ty: &Spanned<String>, report: &Report) -> Option<FieldType> {
    let known = FieldType::from_name(ty);
    if known.is_some() {
        return known;
    }
    let word = name::snake(ty.trim_end_matches("Field"));
    if matches!(word.as_str(), "file" | "image" | "file_path") {
        report.error_help(
            ty.at,
            format!(
                "`{label}` has the type `{}`, which is not provided: files are not stored in the database",
                ty.value
            ),
            "write a `char` field that holds the path",
        );
        return None;
    }
    let synonym = match word.as_str() {
        "string" | "str" | "varchar" => Some("char"),
        "int" | "i32" => Some("integer"),
        "bigint" | "i64" => Some("big_integer"),
        "smallint" | "i16" => Some("small_integer"),
        "bool" => Some("boolean"),
        "f64" | "double" | "real" => Some("float"),
        "numeric" => Some("decimal"),
        "date_time" | "timestamp" | "timestamptz" => Some("datetime"),
        "interval" => Some("duration"),
        "jsonb" => Some("json"),
        "bytes" | "blob" | "bytea" => Some("binary"),
        "ip" | "inet" | "ip_address" => Some("generic_ip_address"),
        "fk" | "foreign" => Some("foreign_key"),
        "m2m" => Some("many_to_many"),
        "o2o" => Some("one_to_one"),
        other => name::nearest(other, FieldType::names()),
    };
    report.error_maybe(
        ty.at,
        format!("`{label}` has the type `{}`, which is not a field type", ty.value),
        synonym.map(|synonym| format!("did you mean `{synonym}`?")),
    );
    None
}
