//! `Entry.objects.annotate(x=Func("headline", Value("*"), function="OVERLAY"))`: what the database makes of
//! it.

use queryset::demo::blog::entry;
use queryset::{Function, kind};

struct Overlay;

impl Function<kind::Text> for Overlay {
    type Arguments = (kind::Text, kind::Integer);
    type Out = kind::Text;
    const SQL: &'static str = "INSERT({1}, {3}, 1, {2})";
}

fn main() {
    let _ = entry::headline.function(Overlay, "*");
}
