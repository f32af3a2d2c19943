//! `Specimen.objects.filter(data__a=F("headline"))`: FieldError: Cannot resolve keyword 'headline' into field.

use queryset::demo::blog::{Specimen, specimen};
use queryset::demo::shop::product_meta;

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("a").exact(product_meta::metadata.key("a")));
}
