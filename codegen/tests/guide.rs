//! The schemas that the guide shows can be generated.

use queryset_codegen::render;

#[test]
fn each_schema_of_the_guide_is_right() {
    for (page, least) in [("schemas", 5), ("first_steps", 1), ("sharing", 1)] {
        let path = format!("{}/../src/guide/{page}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("the guide has this page");
        let blocks = text.split("```").skip(1).step_by(2);
        let mut schemas = Vec::new();
        for schema in blocks.filter_map(|block| block.strip_prefix("toml\n")) {
            // The first steps come in parts.
            match schema.trim_start().starts_with("[filter_sets") {
                true => schemas.last_mut().map(|last: &mut String| last.push_str(schema)).unwrap_or_default(),
                false => schemas.push(schema.to_owned()),
            }
        }
        let schemas: Vec<_> = schemas.iter().filter(|schema| schema.contains("[models.")).collect();
        assert!(schemas.len() >= least, "{page}: {} schemas", schemas.len());
        for schema in schemas {
            if let Err(errors) = render([("guide.toml", schema.as_str())]) {
                panic!("{page}: {errors}\n{schema}");
            }
        }
    }
}
