//! What holds of any text that is read as a schema file.

/// It makes Rust code, the same each time, or errors that say where they are.
pub(crate) fn check(text: &str) {
    match queryset_codegen::render([("blog.toml", text)]) {
        // Rendering panics over what is not Rust.
        Ok(files) => assert_eq!(queryset_codegen::render([("blog.toml", text)]).as_ref(), Ok(&files)),
        Err(errors) => {
            assert!(errors.iter().count() > 0);
            for error in errors.iter() {
                check_place(text, &error.to_string());
            }
        }
    }
}

fn check_place(text: &str, error: &str) {
    let place = error.strip_prefix("blog.toml:").unwrap_or_else(|| panic!("{error:?} has no place"));
    let mut numbers = place.splitn(3, ':').map(str::parse::<usize>);
    let (line, column) = match (numbers.next(), numbers.next()) {
        (Some(Ok(line)), Some(Ok(column))) => (line, column),
        _ => panic!("{error:?} has no line and column"),
    };
    let lines = text.split('\n').count();
    assert!((1..=lines).contains(&line), "{error:?} is beyond the {lines} lines");
    let width = text.split('\n').nth(line - 1).map_or(0, |line| line.chars().count());
    assert!((1..=width + 1).contains(&column), "{error:?} is beyond the {width} characters of the line");
}
