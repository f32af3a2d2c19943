//! Text has the transform that is made for text.

use queryset::demo::blog::{Entry, entry};
use queryset::{Transform, kind};

struct Trimmed;

impl Transform<kind::Text> for Trimmed {
    type Out = kind::Text;
    const SQL: &'static str = "TRIM({of})";
}

fn main() {
    let _ = Entry::objects().filter(entry::headline.transform(Trimmed).exact("Help!"));
}
