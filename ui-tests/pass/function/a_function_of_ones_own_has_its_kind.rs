//! Text has the function that is made for text.

use queryset::demo::blog::entry;
use queryset::{Function, kind};

struct Overlay;

impl Function<kind::Text> for Overlay {
    type Arguments = (kind::Text, kind::Integer);
    type Out = kind::Text;
    const SQL: &'static str = "INSERT({1}, {3}, 1, {2})";
}

fn main() {
    let _ = entry::headline.function(Overlay, ("*", 1));
}
