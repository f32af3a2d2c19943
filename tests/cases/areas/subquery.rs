//! Subqueries: `subquery()`, `exists()` and `outer()`.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = predicates();
    cases.extend(values());
    cases.extend(aggregates());
    cases.extend(references());
    cases.extend(sides());
    cases.extend(annotated());
    cases.extend(writes());
    cases
}

/// The entries of the blog around.
fn of_blog() -> queryset::QuerySet<Entry, queryset::Instances, queryset::Stage, OfBlog> {
    Entry::objects().filter(entry::blog_id.exact(outer(blog::id)))
}

type OfBlog = queryset::Refers<queryset::Outer<Blog>>;

fn predicates() -> Vec<Case> {
    let best = || exists(of_blog().filter(entry::rating.exact(5)));
    let written_by = |name| exists(of_blog().filter(entry::authors().name.exact(name)));
    vec![
        ported("subquery-002", async move |tx| {
            let has = best();
            Blog::objects().annotate(&has).order_by(blog::id).values_list((blog::id, &has)).all(tx).await
        }),
        ported("subquery-003", async move |tx| {
            Blog::objects().filter(best()).order_by(blog::id).all(tx).await
        }),
        ported("subquery-004", async move |tx| {
            Blog::objects().filter(!best()).order_by(blog::id).all(tx).await
        }),
        ported("subquery-005", async |tx| {
            Blog::objects().exclude(exists(of_blog())).order_by(blog::id).all(tx).await
        }),
        ported("subquery-006", async move |tx| {
            Blog::objects().filter(best() | blog::theme().isnull(true)).order_by(blog::id).all(tx).await
        }),
        ported("subquery-007", async move |tx| {
            let both = written_by("Alice") & written_by("bob");
            Blog::objects().filter(both).order_by(blog::id).all(tx).await
        }),
        ported("subquery-031", async |tx| {
            let same = Entry::objects().filter(entry::headline.exact(outer(entry::headline)));
            let others = same.exclude(entry::id.exact(outer(entry::id)));
            Entry::objects().filter(exists(others)).order_by(entry::id).all(tx).await
        }),
    ]
}

fn values() -> Vec<Case> {
    vec![
        ported("subquery-001", async |tx| {
            let by_date = of_blog().order_by((entry::pub_date.desc(), entry::id));
            let newest = subquery(by_date.values_list(entry::headline).limit(1));
            let rows = Blog::objects().annotate(&newest).order_by(blog::id);
            rows.values_list((blog::id, &newest)).all(tx).await
        }),
        ported("subquery-008", async |tx| {
            let siblings = Entry::objects().filter(entry::blog_id.exact(outer(entry::blog_id)));
            let by_rating = siblings.order_by(entry::rating.desc().nulls_last());
            let best = subquery(by_rating.values_list(entry::rating).limit(1));
            Entry::objects().filter(entry::rating.exact(best)).order_by(entry::id).all(tx).await
        }),
        ported("subquery-014", async |tx| {
            let around = Blog::objects().filter(blog::id.exact(outer(entry::blog_id)));
            let name = subquery(around.values_list(blog::name));
            let rows = Entry::objects().annotate(&name).order_by(entry::id);
            rows.values_list(&name).flat().limit(3).all(tx).await
        }),
        ported("subquery-015", async |tx| {
            let blogs = Blog::objects().filter(blog::id.exact(outer(entry::blog().theme().id)));
            let t = subquery(blogs.values_list(blog::name).limit(1));
            let rows = Entry::objects().annotate(&t).order_by(entry::id);
            rows.values_list((entry::id, &t)).all(tx).await
        }),
        ported("subquery-016", async |tx| {
            let details = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
            let text = subquery(details.values_list(entry_detail::details).limit(1));
            let entries = of_blog().annotate(&text).order_by(entry::id);
            let x = subquery(entries.values_list(&text).limit(1));
            Blog::objects().annotate(&x).order_by(blog::id).values_list((blog::id, &x)).all(tx).await
        }),
        ported("subquery-021", async |tx| {
            let written = Entry::objects().filter(entry::authors().id.exact(outer(author::id)));
            let by_date = written.order_by((entry::pub_date.desc(), entry::id.desc()));
            let last = subquery(by_date.values_list(entry::id).limit(1));
            let rows = Author::objects().annotate(&last).order_by(author::id);
            rows.values_list((author::id, &last)).all(tx).await
        }),
        compile_error("subquery-020", "subquery/a_subquery_is_one_column"),
    ]
}

fn aggregates() -> Vec<Case> {
    vec![
        ported("subquery-010", async |tx| {
            let c = entry::id.count();
            let counts = of_blog().order_by(()).values_list(entry::blog_id).annotate(&c).values_list(&c);
            let n = subquery(counts);
            Blog::objects().annotate(&n).order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("subquery-011", async |tx| {
            let c = entry::id.count();
            let counts = of_blog().order_by(()).values_list(entry::blog_id).annotate(&c).values_list(&c);
            let n = subquery(counts).coalesce(0);
            let few = Blog::objects().annotate(&n).filter(n.lt(2)).order_by(blog::id);
            few.values_list((blog::id, &n)).all(tx).await
        }),
        ported("subquery-012", async |tx| {
            let s = entry::rating.sum();
            let sums = of_blog().order_by(()).values_list(entry::blog_id).annotate(&s).values_list(&s);
            let (sum, n) = (subquery(sums), blog::entry().authors().count());
            let rows = Blog::objects().annotate((&sum, &n)).order_by(blog::id);
            rows.values_list((blog::id, &sum, &n)).all(tx).await
        }),
        ported("subquery-029", async |tx| {
            let best = exists(of_blog().filter(entry::rating.exact(5)));
            Blog::objects().aggregate(blog::id.count().filter(best), tx).await
        }),
        ported("subquery-030", async |tx| {
            let key = outer(blog::entry().id);
            let details = EntryDetail::objects().filter(entry_detail::entry_id.exact(key));
            let n = blog::entry().count().filter(exists(details));
            Blog::objects().annotate(&n).order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
    ]
}

/// `outer(outer(…))`, and references that have no query around them.
fn references() -> Vec<Case> {
    let details = || EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
    vec![
        ported("subquery-017", async move |tx| {
            let own = details().filter(entry_detail::reviewer().name.exact(outer(outer(blog::name))));
            Blog::objects().filter(exists(of_blog().filter(exists(own)))).all(tx).await
        }),
        ported("subquery-018", async move |tx| {
            let own = details().filter(entry_detail::entry().blog_id.exact(outer(outer(blog::id))));
            let blogs = Blog::objects().filter(exists(of_blog().filter(exists(own))));
            blogs.order_by(blog::id).all(tx).await
        }),
        compile_error("subquery-019", "subquery/an_outer_reference_does_not_run_by_itself"),
    ]
}

/// Query sets on the right of a lookup.
fn sides() -> Vec<Case> {
    let comments = || {
        let first = Entry::objects().filter(entry::id.exact(1));
        subquery(first.values_list(entry::number_of_comments))
    };
    vec![
        ported("subquery-009", async |tx| {
            let detailed = EntryDetail::objects().values_list(entry_detail::entry_id);
            Entry::objects().filter(entry::id.in_(detailed)).order_by(entry::id).all(tx).await
        }),
        ported("subquery-013", async move |tx| {
            let first = Entry::objects().filter(entry::id.exact(1));
            let comments = subquery(first.values_list(entry::number_of_comments));
            let busier = blog::entry().number_of_comments.gt(comments);
            Blog::objects().filter(busier).order_by(blog::id).all(tx).await
        }),
        ported("subquery-022", async |tx| {
            let in_space = Blog::objects().filter(blog::theme().name.exact("Space"));
            let entries = Entry::objects().filter(entry::blog().in_(in_space));
            let authors = entries.values_list(entry::authors().id);
            Author::objects().filter(author::id.in_(authors)).order_by(author::id).all(tx).await
        }),
        ported("subquery-023", async move |tx| {
            let busier = entry::number_of_comments.gt(comments());
            Entry::objects().filter(busier).order_by(entry::id).all(tx).await
        }),
        compile_error("subquery-024", "subquery/exact_takes_no_query_set"),
        ported("subquery-025", async |tx| {
            let first = subquery(Blog::objects().order_by(blog::id).values_list(blog::id).limit(1));
            Entry::objects().filter(entry::blog_id.exact(first)).order_by(entry::id).all(tx).await
        }),
        compile_error("subquery-026", "subquery/exact_takes_no_query_set"),
    ]
}

fn annotated() -> Vec<Case> {
    let title = || {
        let written = Book::objects().filter(book::author_id.exact(outer(person::id)));
        subquery(written.order_by((book::title, book::id)).values_list(book::title).limit(1))
    };
    vec![
        ported("subquery-027", async |tx| {
            let has = exists(of_blog().filter(entry::rating.isnull(true)));
            Blog::objects().annotate(&has).filter(has.exact(false)).order_by(blog::id).all(tx).await
        }),
        ported("subquery-028", async |tx| {
            let has = exists(of_blog().filter(entry::rating.exact(5)));
            let rows = Blog::objects().annotate(&has).order_by((has.desc(), blog::id));
            rows.values_list(blog::id).flat().all(tx).await
        }),
        ported("subquery-032", async |tx| {
            let siblings = Entry::objects().filter(entry::blog_id.exact(outer(entry::blog_id)));
            let by_comments = siblings.order_by((entry::number_of_comments.desc(), entry::id));
            named!(top: subquery(by_comments.values_list(entry::id).limit(1)));
            let rows = Entry::objects().values(entry::blog()).annotate(&top).distinct();
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("subquery-033", async move |tx| {
            let title = title();
            let rows = Person::objects().annotate(&title).filter(title.isnull(true));
            rows.order_by(person::id).all(tx).await
        }),
        ported("subquery-034", async move |tx| {
            let title = title();
            let rows = Person::objects().annotate(&title).exclude(title.exact("Alpha"));
            rows.order_by(person::id).all(tx).await
        }),
    ]
}

fn writes() -> Vec<Case> {
    let theme = || {
        let around = Theme::objects().filter(theme::id.exact(outer(blog::theme_id)));
        subquery(around.values_list(theme::name))
    };
    vec![
        ported("subquery-035", async |tx| {
            let other = Entry::objects().filter(entry::id.exact(7));
            let rating = subquery(other.values_list(entry::rating));
            Entry::objects().filter(entry::id.exact(1)).update(entry::rating.set(rating), tx).await
        })
        .state(async |tx| {
            Entry::objects().filter(entry::id.exact(1)).values_list(entry::rating).flat().all(tx).await
        }),
        compile_error("subquery-036", "update/an_expression_that_may_be_null_does_not_fit"),
        ported("subquery-037", async move |tx| {
            Blog::objects().update(blog::tagline.set(theme().coalesce("-")), tx).await
        })
        .state(async |tx| Blog::objects().order_by(blog::id).values_list(blog::tagline).flat().all(tx).await),
    ]
}
