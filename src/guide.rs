#![doc = include_str!("guide/index.md")]

/// A page of the guide: a module that has only its documentation.
macro_rules! pages {
    ($($page:ident: $file:literal;)*) => {
        $(#[doc = include_str!($file)] pub mod $page {})*

        #[cfg(test)]
        const PAGES: &[(&str, &str)] = &[$((stringify!($page), include_str!($file))),*];
    };
}

pages! {
    first_steps: "guide/first_steps.md";
    schemas: "guide/schemas.md";
    querying: "guide/querying.md";
    side_by_side: "guide/side_by_side.md";
    relations: "guide/relations.md";
    aggregation: "guide/aggregation.md";
    writing: "guide/writing.md";
    transactions: "guide/transactions.md";
    testing: "guide/testing.md";
    errors: "guide/errors.md";
    databases: "guide/databases.md";
    sharing: "guide/sharing.md";
    coming_from: "guide/coming_from.md";
}

#[cfg(test)]
mod tests {
    use super::PAGES;

    /// A block of code, with its language and the text before it.
    struct Block {
        language: &'static str,
        code: &'static str,
        before: &'static str,
    }

    fn blocks(text: &'static str) -> Vec<Block> {
        let parts: Vec<_> = text.split("```").collect();
        parts
            .chunks_exact(2)
            .filter_map(|pair| {
                let (language, code) = pair[1].split_once('\n')?;
                Some(Block { language, code, before: pair[0].trim_end() })
            })
            .collect()
    }

    #[test]
    fn the_sql_that_is_shown_is_the_one_that_is_asserted() {
        let mut shown = 0;
        for (page, text) in PAGES {
            let mut asserted = "";
            for block in blocks(text) {
                match block.language {
                    "rust" => asserted = block.code,
                    "sql" => {
                        let sql = block.code.split_whitespace().collect::<Vec<_>>().join(" ");
                        let mut rest = asserted;
                        for part in sql.split('…') {
                            let at = rest
                                .find(part)
                                .unwrap_or_else(|| panic!("{page}: `{part}` is not in {rest}"));
                            rest = &rest[at + part.len()..];
                        }
                        shown += 1;
                    }
                    _ => {}
                }
            }
        }
        assert!(shown > 15, "{shown} queries");
    }

    /// The first steps are those of a crate of their own, which is built and tested, too.
    #[test]
    fn the_first_steps_are_those_of_the_example() {
        let root = env!("CARGO_MANIFEST_DIR");
        let mut shown = 0;
        for block in blocks(include_str!("guide/first_steps.md")) {
            if !["rs", "toml"].contains(&block.language) {
                continue;
            }
            let name = match block.before.strip_suffix("`:") {
                Some(before) => before.rsplit('`').next().expect("a name of a file"),
                None => "src/main.rs",
            };
            let path = format!("{root}/examples/first_steps/{name}");
            let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            let file =
                file.replace("../../codegen", "../queryset/codegen").replace("\"../..\"", "\"../queryset\"");
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words(&file).contains(&words(block.code)), "{name} is not\n{}", block.code);
            shown += 1;
        }
        assert!(shown > 8, "{shown} files");
    }

    /// The messages that the page on errors explains are those of programs that do not compile.
    #[test]
    fn the_messages_are_those_of_the_compiler() {
        let mut first_lines = Vec::new();
        let programs = format!("{}/ui-tests/fail", env!("CARGO_MANIFEST_DIR"));
        for subject in std::fs::read_dir(&programs).expect("there are programs").map_while(Result::ok) {
            for file in std::fs::read_dir(subject.path()).expect("of a subject").map_while(Result::ok) {
                let path = file.path();
                if path.extension().is_some_and(|extension| extension == "stderr") {
                    let text = std::fs::read_to_string(&path).expect("a message is text");
                    first_lines.push(text.lines().next().unwrap_or_default().to_owned());
                }
            }
        }
        let said = |message: &str| {
            first_lines.iter().any(|line| {
                let mut rest = line.as_str();
                message.split('…').all(|part| {
                    let at = rest.find(part);
                    rest = at.map_or("", |at| &rest[at + part.len()..]);
                    at.is_some()
                })
            })
        };
        let page = include_str!("guide/errors.md");
        let table = page.lines().skip_while(|line| !line.starts_with("| The first line")).skip(2);
        let messages = table.map_while(|line| line.strip_prefix("| ")?.split(" | ").next());
        let mut shown = 0;
        for message in messages {
            let message = message.trim_matches('`').trim();
            // A message that ends with a name in backticks has a space behind it.
            let message =
                if message.matches('`').count() % 2 == 1 { &format!("{message}`") } else { message };
            assert!(said(message), "nothing says: {message}");
            shown += 1;
        }
        assert!(shown > 4, "{shown} messages");
    }

    #[test]
    fn each_page_is_in_the_table_of_contents() {
        for (page, text) in PAGES {
            assert!(include_str!("guide/index.md").contains(&format!("| [`{page}`] |")), "{page}");
            assert!(
                text.lines().next().is_some_and(|line| line.ends_with('.')),
                "{page} begins with a sentence"
            );
        }
    }
}
