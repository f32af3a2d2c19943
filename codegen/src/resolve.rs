//! From schema files to the model graph: targets, reverse names, defaults; every check of a
//! schema is here. Nothing is rendered here.
//!
//! The checks run in stages, and each stage goes over all models, so that one run shows all
//! mistakes. What a stage could not settle is known to the later ones, which then say nothing
//! about it: a mistake is shown once.

mod build;
mod condition;
mod field;
mod filter;
mod inherit;
mod meta;
mod names;
mod order;
mod relation;
mod table;
mod validator;
mod value;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use crate::error::{Pos, Report, Source};
use crate::kind::{Dates, FieldType, Kind, Sizes};
use crate::model::{RustTypeOrigin, Schema};
use crate::name;
use crate::read::Spanned;
use crate::schema::{Field, File, Model};

/// The graph of all files, or `None` when something was reported.
pub(crate) fn resolve(files: &[File], sources: &[Source], report: &Report) -> Option<Schema> {
    let implicit: Vec<Field> = files.iter().map(implicit_id).collect();
    let mut graph = Graph::new(files, report);
    names::models(&graph);
    field::check_all(&mut graph);
    inherit::flatten_all(&mut graph, &implicit);
    names::fields(&graph);
    relation::find_targets(&mut graph);
    field::check_keys(&graph);
    relation::find_pairs(&mut graph);
    relation::check_reverse_names(&graph);
    meta::check_all(&mut graph);
    names::check_columns_and_tables(&graph);
    names::check_pair_names(&graph);
    names::check_rust_names(&graph);
    filter::check_all(&mut graph);
    report.is_empty().then(|| build::build(&graph, sources))
}

/// Everything that is known so far.
struct Graph<'s> {
    files: &'s [File],
    report: &'s Report,
    models: Vec<Draft<'s>>,
    /// By app and name.
    by_name: HashMap<(&'s str, &'s str), usize>,
    /// Fields with a mistake of their own, by their place: they exist, and that is all.
    broken: HashSet<Pos>,
    filter_sets: Vec<filter::Draft<'s>>,
}

/// A model on its way to the graph.
struct Draft<'s> {
    file: &'s File,
    schema: &'s Model,
    /// Own fields and inherited ones, in the order of the columns.
    fields: Vec<FieldDraft<'s>>,
    /// The model itself, then what it inherits, nearest first: where an option is looked up.
    options: Vec<&'s Model>,
    /// Whether something that it inherits is unknown, so that its fields are not all here.
    incomplete: bool,
    meta: meta::Meta,
}

/// A field of one concrete model.
struct FieldDraft<'s> {
    schema: &'s Field,
    /// The model that declares it: abstract for an inherited field.
    owner: &'s Model,
    /// Whether the field is the `id` of a model without a primary key.
    implicit: bool,
    target: Option<usize>,
    pairs: Option<relation::Pairs>,
    value: OnceCell<Option<ValueType>>,
}

/// What the values of a column are; for a key, what its target's are.
#[derive(Clone, Debug)]
struct ValueType {
    ty: FieldType,
    kind: Kind,
    sizes: Sizes,
    dates: Dates,
    /// The model in whose module the type is named, and the type, unless it is a base type.
    custom: Option<(usize, String, RustTypeOrigin)>,
}

impl<'s> Graph<'s> {
    fn new(files: &'s [File], report: &'s Report) -> Self {
        let mut models = Vec::new();
        let mut by_name = HashMap::new();
        for file in files {
            for schema in file.models.values() {
                by_name.insert((file.app.as_str(), schema.name.value.as_str()), models.len());
                models.push(Draft {
                    file,
                    schema,
                    fields: Vec::new(),
                    options: vec![schema],
                    incomplete: false,
                    meta: meta::Meta::default(),
                });
            }
        }
        Graph { files, report, models, by_name, broken: HashSet::new(), filter_sets: Vec::new() }
    }

    /// Indexes of the models that have a table.
    fn concrete(&self) -> impl Iterator<Item = usize> + use<> {
        let concrete: Vec<_> =
            (0..self.models.len()).filter(|index| !self.models[*index].schema.is_abstract).collect();
        concrete.into_iter()
    }

    /// The model that `name` means inside `app`: `Blog`, or `blog.Blog` from anywhere.
    fn find(&self, app: &str, name: &str) -> Option<usize> {
        let key = name.split_once('.').unwrap_or((app, name));
        self.by_name.get(&key).copied()
    }

    /// The name nearest to one that `find` does not know, among models that `fits` allows.
    fn suggest_model(&self, app: &str, name: &str, fits: impl Fn(&Model) -> bool) -> Option<String> {
        let mut near = Vec::new();
        let mut far = Vec::new();
        for draft in self.models.iter().filter(|draft| fits(draft.schema)) {
            let qualified = format!("{}.{}", draft.file.app, draft.schema.name.value);
            if draft.file.app == app {
                near.push(draft.schema.name.value.clone());
            } else if qualified.ends_with(&format!(".{name}")) {
                return Some(format!("did you mean `{qualified}`?"));
            } else {
                far.push(qualified);
            }
        }
        // Another app's model is meant only by its full name.
        let candidates = if name.contains('.') { far } else { near };
        name::nearest(name, candidates.iter().map(String::as_str))
            .map(|near| format!("did you mean `{near}`?"))
    }

    fn is_broken(&self, field: &FieldDraft<'_>) -> bool {
        self.broken.contains(&field.schema.name.at)
    }
}

impl<'s> Draft<'s> {
    fn app(&self) -> &'s str {
        &self.file.app
    }

    fn name(&self) -> &'s str {
        &self.schema.name.value
    }

    fn label(&self) -> String {
        format!("{}.{}", self.file.app, self.schema.name.value)
    }

    /// The first that the model or what it inherits gives.
    fn option<T>(&self, get: impl Fn(&'s Model) -> Option<&'s T>) -> Option<&'s T> {
        self.options.iter().copied().find_map(get)
    }

    fn managed(&self) -> bool {
        self.option(|model| model.managed.as_ref()).is_none_or(|managed| managed.value)
    }

    fn table(&self) -> String {
        match &self.schema.table {
            Some(table) => table.value.clone(),
            None => format!("{}_{}", self.file.app, self.name().to_lowercase()),
        }
    }

    /// The field of that name, either as declared or as its column's attribute (`blog_id`).
    fn field(&self, name: &str) -> Option<usize> {
        self.fields
            .iter()
            .position(|field| field.schema.name.value == name)
            .or_else(|| self.fields.iter().position(|field| field.attribute() == name))
    }

    fn primary_key(&self) -> Option<usize> {
        self.fields.iter().position(FieldDraft::is_primary_key)
    }

    /// Names of fields, for suggestions.
    fn field_names(&self, fits: impl Fn(&FieldDraft<'s>) -> bool) -> Vec<&'s str> {
        let fields = self.fields.iter().filter(|field| fits(field));
        fields.map(|field| field.schema.name.value.as_str()).collect()
    }
}

impl<'s> FieldDraft<'s> {
    fn new(schema: &'s Field, owner: &'s Model, implicit: bool) -> Self {
        FieldDraft { schema, owner, implicit, target: None, pairs: None, value: OnceCell::new() }
    }

    fn name(&self) -> &'s str {
        &self.schema.name.value
    }

    /// `Entry.blog`, with the model that declares it.
    fn label(&self) -> String {
        format!("{}.{}", self.owner.name.value, self.schema.name.value)
    }

    fn is_key(&self) -> bool {
        self.schema.ty.is_some_and(FieldType::is_key)
    }

    fn is_pairs(&self) -> bool {
        self.schema.ty == Some(FieldType::ManyToMany)
    }

    fn is_primary_key(&self) -> bool {
        !self.is_pairs() && crate::schema::is_true(&self.schema.primary_key)
    }

    fn is_unique(&self) -> bool {
        self.is_primary_key()
            || self.schema.ty == Some(FieldType::OneToOne)
            || crate::schema::is_true(&self.schema.unique)
    }

    fn is_null(&self) -> bool {
        crate::schema::is_true(&self.schema.null)
    }

    /// Django's attribute name of the column.
    fn attribute(&self) -> String {
        if self.is_key() { format!("{}_id", self.schema.name.value) } else { self.schema.name.value.clone() }
    }

    fn column(&self) -> String {
        match &self.schema.db_column {
            Some(column) => column.value.clone(),
            None => self.attribute(),
        }
    }

    /// Whether the column has an index of its own, where it is not unique already.
    fn is_indexed(&self) -> bool {
        let by_default = self.is_key() || self.schema.ty == Some(FieldType::Slug);
        self.schema.db_index.as_ref().map_or(by_default, |index| index.value)
    }
}

/// The `id` of models that declare no primary key.
fn implicit_id(file: &File) -> Field {
    let at = Pos { file: file.file, offset: 0 };
    Field {
        name: Spanned::new(at, "id".to_owned()),
        keys: Vec::new(),
        ty: Some(file.default_auto_field),
        primary_key: Some(Spanned::new(at, true)),
        null: None,
        unique: None,
        db_index: None,
        db_constraint: None,
        symmetrical: None,
        auto_now: None,
        auto_now_add: None,
        max_length: None,
        min_length: None,
        min: None,
        max: None,
        regex: None,
        validators: None,
        max_digits: None,
        decimal_places: None,
        default: None,
        choices: None,
        enum_name: None,
        db_column: None,
        doc: None,
        rust_type: None,
        to: None,
        on_delete: None,
        related_name: None,
        related_query_name: None,
        to_field: None,
        db_table: None,
        through: None,
        through_fields: None,
        of: None,
        size: None,
    }
}
