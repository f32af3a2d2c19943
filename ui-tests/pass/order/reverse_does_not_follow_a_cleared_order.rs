//! The model's own order can be reversed.

use queryset::demo::blog::Theme;

fn main() {
    let _ = Theme::objects().reverse();
}
