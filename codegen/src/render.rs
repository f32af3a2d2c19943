//! From the model graph to Rust: templates, and the formatting of what they give.
//!
//! Nothing is decided here. What the parts of the graph are called in Rust is spelt in `view`.

mod literal;
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

    /// The path, and the text: a template filled with `view` and formatted.
    fn file(&self, path: String, template: &str, source: &str, view: &impl Serialize) -> (String, String) {
        let template = self.environment.get_template(template).expect("the template has been added");
        let text = match template.render(Serde(view)) {
            Ok(text) => text,
            Err(error) => panic!("`{path}` cannot be rendered: {error:#}"),
        };
        let file = match syn::parse_file(&text) {
            Ok(file) => file,
            Err(error) => panic!("`{path}` was rendered to something that is not Rust: {error}\n{text}"),
        };
        // The formatter drops comments, so the first line is added after it.
        let version = env!("CARGO_PKG_VERSION");
        let header = format!("// Generated from {source} by queryset-codegen {version}. Do not edit.\n\n");
        (path, header + &listed(&spaced(&prettyplease::unparse(&file))))
    }
}

/// The text as a doc comment.
fn rustdoc(text: String) -> String {
    // A carriage return alone is not allowed in a comment.
    let text = text.replace('\r', "");
    let lines = text.trim().lines().map(|line| format!("/// {line}").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// Formatted code with each field of a `fields!` list on a line of its own: the formatter cannot know
/// what stands inside a macro, and fills the lines.
fn listed(code: &str) -> String {
    const OPEN: &str = "qs::fields! {";
    let Some((before, rest)) = code.split_once(OPEN) else { return code.to_owned() };
    let Some((list, after)) = rest.split_once('}') else { return code.to_owned() };
    let words = list.split_whitespace().collect::<Vec<_>>().join(" ");
    let fields = words.replace(" < ", "<").replace(" >", ">");
    let lines: Vec<_> =
        fields.split_terminator(';').map(|field| format!("        {};\n", field.trim())).collect();
    format!("{before}{OPEN}\n{}    }}{after}", lines.concat())
}

/// Formatted code with an empty line between items, which the formatter leaves out.
fn spaced(code: &str) -> String {
    const ITEMS: [&str; 8] = ["///", "#[", "pub ", "impl", "mod ", "fn ", "use ", "include!"];
    let mut spaced = String::with_capacity(code.len() + code.len() / 16);
    let mut previous = "";
    for line in code.lines() {
        let text = line.trim_start();
        let begins = ITEMS.iter().any(|item| text.starts_with(item));
        let ended = !previous.starts_with("//") && previous.ends_with(['}', ';']);
        let list =
            ["use ", "include!"].iter().any(|item| text.starts_with(item) && previous.starts_with(item));
        if begins && ended && !list {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = text;
    }
    spaced
}
