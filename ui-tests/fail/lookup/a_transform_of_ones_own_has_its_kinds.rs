//! `Entry.objects.filter(rating__trimmed=5)`, where `trimmed` is registered for CharField: FieldError:
//! Unsupported lookup 'trimmed' for IntegerField or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};
use queryset::{Transform, kind};

struct Trimmed;

impl Transform<kind::Text> for Trimmed {
    type Out = kind::Text;
    const SQL: &'static str = "TRIM({of})";
}

fn main() {
    let _ = Entry::objects().filter(entry::rating.transform(Trimmed).exact(5));
}
