//! Documents: keys of them, and lookups on both.

use queryset::demo::shop::{Product, ProductMeta, product, product_meta};
use queryset::kind::JsonKey;
use queryset::{Computed, Expr, Nullable};
use serde_json::{Value as Json, json};

use super::prelude::*;

/// What the documents have under a key.
fn key(name: &str) -> Expr<Computed<ProductMeta>, JsonKey, Nullable> {
    product_meta::metadata.key(name)
}

/// The rows with the documents for which a predicate is true, by their key.
macro_rules! metas {
    ($($id:literal: $call:ident($q:expr);)*) => {
        vec![$(
            rows(
                $id,
                ProductMeta::objects().$call($q).order_by(product_meta::id).values_list(product_meta::id).flat(),
            )
        ),*]
    };
}

/// What is read of each document.
macro_rules! read {
    ($($id:literal: $fields:expr;)*) => {
        vec![$(rows($id, ProductMeta::objects().order_by(product_meta::id).values_list($fields).flat())),*]
    };
}

pub(super) fn cases() -> Vec<Case> {
    [
        keys(),
        nulls(),
        documents(),
        lists(),
        has_keys(),
        contains(),
        text(),
        compared(),
        read(),
        related(),
        written(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn keys() -> Vec<Case> {
    let specs = || key("specs");
    metas! {
        "json-001": filter(key("color").exact("red"));
        "json-002": filter(key("color").iexact("RED"));
        "json-003": filter(key("Color").exact("Red"));
        "json-004": filter(specs().key("weight").gt(1.0));
        "json-005": filter(specs().key("weight").lt(1));
        "json-006": filter(specs().key("cpu").key("name").exact("M3"));
        "json-007": filter(specs().key("ports").index(0).exact("usb-c"));
        "json-008": filter(specs().key("ports").index(1).exact("hdmi"));
        "json-009": filter(product_meta::metadata.index(0).exact(1));
        "json-010": filter(product_meta::metadata.index(3).key("k").exact("v"));
        "json-011": filter(product_meta::metadata.index(0).exact("zero-key"));
        "json-012": filter(key("warranty").exact(12));
        "json-013": filter(key("warranty").exact("12"));
        "json-014": filter(key("rating").exact("5"));
        "json-015": filter(key("rating").exact(5));
        "json-016": filter(key("count").gt(4));
        "json-017": filter(key("refurbished").exact(true));
        "json-018": filter(key("refurbished").exact(false));
    }
}

fn nulls() -> Vec<Case> {
    metas! {
        "json-019": filter(key("color").exact(Json::Null));
        "json-020": filter(key("color").isnull(true));
        "json-021": filter(key("color").isnull(false));
        "json-022": filter(key("discount").isnull(false));
        "json-023": filter(product_meta::metadata.exact(Json::Null));
        "json-024": filter(product_meta::metadata.isnull(true));
        "json-025": filter(product_meta::metadata.exact(Json::Null));
        "json-035": exclude(key("color").exact("red"));
        "json-036": exclude(key("color").exact(Json::Null));
        "json-037": exclude(key("specs").key("cpu").key("name").exact("M3"));
        "json-038": filter(!key("warranty").exact(12));
        "json-039": exclude(key("color").in_(["red"]));
        "json-040": exclude(product_meta::metadata.has_key("color"));
    }
}

fn documents() -> Vec<Case> {
    let mut cases = metas! {
        "json-026": filter(product_meta::metadata.exact(json!({})));
        "json-027": filter(product_meta::metadata.exact(json!([1, "two", null, { "k": "v" }])));
        "json-028": filter(product_meta::metadata.exact(
            json!({ "color": "red", "sizes": ["S", "M", "L"], "material": { "cotton": 100 } })
        ));
        "json-029": filter(key("sizes").exact(json!(["M"])));
        "json-030": filter(key("tags").exact(json!([])));
        "json-031": filter(key("material").exact(json!({ "cotton": 100 })));
    };
    let labels =
        |id, q: Q<Specimen>| rows(id, Specimen::objects().filter(q).values_list(specimen::label).flat());
    cases.extend([
        labels("json-082", specimen::data.exact(42)),
        labels("json-083", specimen::data.exact("text")),
        labels("json-084", specimen::data.exact(true)),
        labels("json-085", specimen::data.key("c").key("d").index(0).key("e").exact(5)),
        compile_error("json-086", "lookup/json_has_no_gt"),
    ]);
    cases
}

fn lists() -> Vec<Case> {
    metas! {
        "json-032": filter(product_meta::metadata.in_([Some(json!({})), None]));
        "json-033": filter(key("color").in_(["red", "silver"]));
        "json-034": filter(key("warranty").in_([12, 13]));
    }
}

fn has_keys() -> Vec<Case> {
    metas! {
        "json-041": filter(product_meta::metadata.has_key("color"));
        "json-042": filter(product_meta::metadata.has_key("0"));
        "json-043": filter(product_meta::metadata.has_key("nope"));
        "json-044": filter(key("specs").has_key("cpu"));
        "json-045": filter(key("specs").key("cpu").has_key("name"));
        "json-046": filter(product_meta::metadata.has_keys(["color", "tags"]));
        "json-047": filter(product_meta::metadata.has_any_keys(["sizes", "tags"]));
        "json-048": filter(product_meta::metadata.has_keys::<[&str; 0]>([]));
        "json-049": filter(key("material").has_any_keys(["elastane", "wool"]));
    }
}

fn contains() -> Vec<Case> {
    let whole = json!({ "color": "red", "sizes": ["S", "M", "L"], "material": { "cotton": 100 }, "x": 1 });
    metas! {
        "json-050": filter(product_meta::metadata.contains(json!({ "color": "red" })));
        "json-051": filter(product_meta::metadata.contains(json!({ "specs": { "ports": ["usb-c"] } })));
        "json-052": filter(product_meta::metadata.contains(json!([{ "k": "v" }])));
        "json-053": filter(key("specs").contains(json!({ "weight": 1.4 })));
        "json-054": filter(product_meta::metadata.contained_by(whole));
        "json-055": filter(key("color").contains("e"));
        "json-062": filter(key("quote").contains("100%"));
        "json-063": filter(key("quote").contains("\"ok\""));
    }
}

fn text() -> Vec<Case> {
    metas! {
        "json-056": filter(key("color").icontains("ED"));
        "json-057": filter(key("color").startswith("s"));
        "json-058": filter(key("color").istartswith("S"));
        "json-059": filter(key("color").endswith("d"));
        "json-060": filter(key("color").regex("^b"));
        "json-061": filter(key("color").iregex("^B"));
    }
}

fn compared() -> Vec<Case> {
    let cores = || key("specs").key("cpu").key("cores");
    let mut cases = metas! {
        "json-064": filter(cores().gte(6) & cores().lt(8));
        "json-066": filter(key("color").gt("m"));
    };
    let weights = key("specs").key("weight").range(0.1, 0.2);
    let weights =
        ProductMeta::objects().filter(weights).order_by(product_meta::id).values_list(product_meta::id);
    let by_warranty = (key("warranty").asc().nulls_last(), product_meta::id);
    cases.extend([
        rows("json-065", weights.flat())
            .unlike("on SQLite Django compares the numbers with text", json!([2, 3])),
        rows("json-073", ProductMeta::objects().order_by(by_warranty).values_list(product_meta::id).flat()),
        ported("json-074", async |tx| {
            named!(metadata__color: key("color"), n: product_meta::id.count());
            let colors = ProductMeta::objects().values(&metadata__color).annotate(&n);
            colors.order_by((n.desc(), metadata__color.asc().nulls_last())).all(tx).await
        }),
        ported("json-075", async |tx| {
            named!(s: key("warranty").as_text().cast::<kind::Integer>().sum());
            ProductMeta::objects().aggregate(s, tx).await.map(|s| json!({ "s": s }))
        }),
        rows(
            "json-076",
            ProductMeta::objects().filter(key("warranty").exact(key("warranty"))).order_by(product_meta::id),
        ),
        compile_error("json-077", "json/a_key_is_not_compared_with_text"),
    ]);
    cases
}

fn read() -> Vec<Case> {
    let specs = || key("specs");
    let mut cases = read! {
        "json-067": key("color");
        "json-069": key("color").as_text();
        "json-070": specs();
        "json-072": specs().key("cpu").key("name").as_text();
    };
    let weights = ProductMeta::objects().order_by(product_meta::id);
    let weights = weights.values_list(specs().key("weight").as_text()).flat();
    cases.push(rows("json-071", weights).unlike(
        "text is text on SQLite, too",
        json!(["1.4", "0.171", "0.168", null, null, null, null, null, null, null]),
    ));
    let fields = (product_meta::id, specs().key("ports").index(0), key("warranty"));
    cases.push(rows("json-068", ProductMeta::objects().values_list(fields).order_by(product_meta::id)));
    cases
}

fn related() -> Vec<Case> {
    let metadata = || product::product_meta().metadata;
    let cores = metadata().key("specs").key("cpu").key("cores").exact(8);
    vec![
        rows("json-078", Product::objects().filter(cores).values_list(product::name).flat()),
        rows(
            "json-079",
            Product::objects()
                .exclude(metadata().key("color").exact("red"))
                .order_by(product::id)
                .values_list(product::id)
                .flat(),
        ),
        rows(
            "json-080",
            Product::objects()
                .filter(metadata().key("color").isnull(true))
                .order_by(product::id)
                .values_list(product::id)
                .flat(),
        ),
        rows(
            "json-081",
            Product::objects().order_by(product::id).values_list((product::name, metadata().key("color"))),
        ),
    ]
}

fn written() -> Vec<Case> {
    vec![
        ported("json-087", async |tx| {
            let document = json!({ "a": [1, { "b": null }] });
            ProductMeta::objects()
                .filter(product_meta::id.exact(1))
                .update(product_meta::metadata.set(document), tx)
                .await
        })
        .state(async |tx| {
            let found = ProductMeta::objects().filter(product_meta::id.exact(1));
            found.values_list(product_meta::metadata).flat().all(tx).await
        }),
        ported("json-088", async |tx| {
            ProductMeta::objects()
                .filter(product_meta::id.in_([1, 2]))
                .update(product_meta::metadata.set(None), tx)
                .await
        })
        .state(async |tx| {
            let missing = ProductMeta::objects().filter(product_meta::metadata.isnull(true));
            missing.order_by(product_meta::id).values_list(product_meta::id).flat().all(tx).await
        }),
        ported("json-089", async |tx| {
            ProductMeta::objects()
                .filter(product_meta::id.in_([1, 2]))
                .update(product_meta::metadata.set(Json::Null), tx)
                .await
        })
        .state(async |tx| {
            let null = ProductMeta::objects().filter(product_meta::metadata.exact(Json::Null));
            let null = null.order_by(product_meta::id).values_list(product_meta::id).flat();
            let missing = ProductMeta::objects().filter(product_meta::metadata.isnull(true));
            let missing = missing.order_by(product_meta::id).values_list(product_meta::id).flat();
            Ok((missing.all(&mut *tx).await?, null.all(tx).await?))
        }),
    ]
}
