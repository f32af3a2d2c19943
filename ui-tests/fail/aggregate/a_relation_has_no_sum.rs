//! `Blog.objects.aggregate(Sum("entry"))`: sums the keys of the entries, which says nothing.

use queryset::demo::blog::blog;

fn main() {
    let _ = blog::entry().sum();
}
