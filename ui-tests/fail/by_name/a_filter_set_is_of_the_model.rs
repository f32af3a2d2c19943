//! `BlogFilter(request.GET, queryset=Entry.objects.all())`: FieldError when the filter is used.

use queryset::demo::blog::{Blog, EntryFilter};

fn main() {
    let _ = Blog::objects().filter_set(&EntryFilter::default());
}
