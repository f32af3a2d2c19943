#![doc = include_str!("guide.md")]

#[cfg(test)]
mod tests {
    /// The blocks of code of the page, each with its language.
    fn blocks() -> impl Iterator<Item = (&'static str, &'static str)> {
        let parts = include_str!("guide.md").split("```");
        parts.skip(1).step_by(2).filter_map(|block| block.split_once('\n'))
    }

    #[test]
    fn the_sql_that_is_shown_is_the_one_that_is_asserted() {
        let mut asserted = "";
        let mut shown = 0;
        for (language, code) in blocks() {
            match language {
                "rust" => asserted = code,
                "sql" => {
                    let sql = code.split_whitespace().collect::<Vec<_>>().join(" ");
                    let mut rest = asserted;
                    for part in sql.split('…') {
                        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` is not in {rest}"));
                        rest = &rest[at + part.len()..];
                    }
                    shown += 1;
                }
                _ => {}
            }
        }
        assert!(shown > 15, "{shown} queries");
    }
}
