//! `Author.objects.annotate(j=JSONObject(n="headline"))`: FieldError: Cannot resolve keyword 'headline' into
//! field.

use queryset::demo::blog::{Author, author, entry};
use queryset::json_object;

fn main() {
    let _ = Author::objects().values_list(json_object().field("a", author::age).field("n", entry::headline));
}
