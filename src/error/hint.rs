//! What messages say of names and texts that are a user's.

/// Text for a message: long text is cut.
pub(crate) fn cut(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The one of `choices` that was probably meant: slips of the hand, not guesses.
pub(crate) fn nearest<S: AsRef<str> + Clone>(word: &str, choices: &[S]) -> Option<S> {
    let word = cut(word).to_lowercase();
    let near = choices.iter().filter_map(|choice| {
        let lower = choice.as_ref().to_lowercase();
        let distance = strsim::damerau_levenshtein(&word, &lower);
        let most = word.chars().count().max(lower.len()) / 3;
        (distance <= most.max(1)).then_some((distance, choice))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, choice)| choice.clone())
}

/// Names in a row: `a`, `b`.
pub(crate) fn listed(names: &[impl AsRef<str>]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    names.join(", ")
}
