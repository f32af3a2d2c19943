//! From the model graph to Rust: templates, and the formatting of what they give.
//!
//! Nothing is decided here. What the parts of the graph are called in Rust is spelt in `view`.

mod layout;
mod literal;
mod meta;
mod spell;
mod view;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use crate::model::Schema;

/// The templates, by the names by which they include each other.
const TEMPLATES: [(&str, &str); 10] = [
    ("schema", include_str!("../templates/schema.rs.jinja")),
    ("app", include_str!("../templates/app.rs.jinja")),
    ("filter_set", include_str!("../templates/filter_set.rs.jinja")),
    ("model", include_str!("../templates/model.rs.jinja")),
    ("choices", include_str!("../templates/choices.rs.jinja")),
    ("decode", include_str!("../templates/decode.rs.jinja")),
    ("fields", include_str!("../templates/fields.rs.jinja")),
    ("relations", include_str!("../templates/relations.rs.jinja")),
    ("create", include_str!("../templates/create.rs.jinja")),
    ("meta", include_str!("../templates/meta.rs.jinja")),
];

/// The Rust files of a schema: paths below the output directory, and texts.
///
/// The root is `schema.rs`; `schema/blog.rs` is the app `blog`, `schema/blog/entry.rs` its model
/// `Entry`. Each file includes those below it by a path relative to itself.
pub(crate) fn render(schema: &Schema) -> Vec<(String, String)> {
    let templates = Templates::new();
    let view = view::schema(schema);
    let mut files = vec![templates.file("schema.rs".to_owned(), "schema", &view.files.join(", "), &view)];
    for app in &view.apps {
        files.push(templates.file(format!("schema/{}.rs", app.ident), "app", &app.file, app));
        for model in &app.models {
            let path = format!("schema/{}/{}.rs", app.ident, model.ident);
            files.push(templates.file(path, "model", &app.file, model));
        }
    }
    files
}

struct Templates {
    environment: Environment<'static>,
}

impl Templates {
    fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.add_filter("rustdoc", rustdoc);
        environment.add_filter("string", |text: String| literal::string(&text));
        environment.add_filter("bool", |value: bool| value.to_string());
        for (name, text) in TEMPLATES {
            environment.add_template(name, text).expect("the templates are well-formed");
        }
        Templates { environment }
    }

    /// The path, and the text: a template filled with `view` and laid out.
    fn file(&self, path: String, template: &str, source: &str, view: &impl Serialize) -> (String, String) {
        let template = self.environment.get_template(template).expect("the template has been added");
        let text = match template.render(Serde(view)) {
            Ok(text) => text,
            Err(error) => panic!("`{path}` cannot be rendered: {error:#}"),
        };
        let version = env!("CARGO_PKG_VERSION");
        let header = format!("// Generated from {source} by queryset-codegen {version}. Do not edit.\n\n");
        (path, header + &layout::layout(&text))
    }
}

/// The text as a doc comment.
fn rustdoc(text: String) -> String {
    // A carriage return alone is not allowed in a comment.
    let text = if text.contains('\r') { text.replace('\r', "") } else { text };
    let mut comment = String::with_capacity(text.len() + 64);
    for (number, line) in text.trim().lines().enumerate() {
        if number > 0 {
            comment.push('\n');
        }
        let line = line.trim_ascii_end();
        comment.push_str(if line.is_empty() { "///" } else { "/// " });
        comment.push_str(line);
    }
    comment
}
