//! Functions that PostgreSQL alone has: full-text search, trigrams.

use sea_query as sql;
use sea_query::ExprTrait;

use super::take;
use crate::capability::Capability;
use crate::dialect::{Dialect, call, constant, spelled};
use crate::error::Error;
use crate::search::Weight;
use crate::state::PostgresFunction;

/// A function of PostgreSQL, given its arguments as SQL.
pub(super) fn postgres(
    dialect: Dialect,
    function: PostgresFunction,
    arguments: Vec<sql::Expr>,
) -> Result<sql::Expr, Error> {
    use PostgresFunction as F;
    let (capability, feature) = match function {
        F::Similarity | F::WordSimilarity | F::StrictWordSimilarity => {
            (Capability::Trigrams, "`similarity()`")
        }
        _ => (Capability::FullTextSearch, "full-text search"),
    };
    dialect.demand(capability, feature)?;
    Ok(match function {
        F::Similarity => call("SIMILARITY", arguments),
        // What is searched for comes first there.
        F::WordSimilarity => call("WORD_SIMILARITY", arguments.into_iter().rev()),
        F::StrictWordSimilarity => call("STRICT_WORD_SIMILARITY", arguments.into_iter().rev()),
        F::Vector => {
            let [of] = take(arguments);
            call("TO_TSVECTOR", [or_empty(of)])
        }
        F::VectorIn => {
            let [config, of] = take(arguments);
            call("TO_TSVECTOR", [config.cast_as("regconfig"), or_empty(of)])
        }
        F::Weight(weight) => {
            let [of] = take(arguments);
            call("SETWEIGHT", [of, constant(letter(weight))])
        }
        F::PlainQuery => call("PLAINTO_TSQUERY", arguments),
        F::PlainQueryIn => {
            let [config, words] = take(arguments);
            call("PLAINTO_TSQUERY", [config.cast_as("regconfig"), words])
        }
        F::PhraseQuery => call("PHRASETO_TSQUERY", arguments),
        F::WebQuery => call("WEBSEARCH_TO_TSQUERY", arguments),
        F::RawQuery => call("TO_TSQUERY", arguments),
        F::Append | F::Or => between("||", take(arguments)),
        F::And => between("&&", take(arguments)),
        F::Matches => between("@@", take(arguments)),
        F::Not => spelled(dialect, &["!!", ""], take::<1>(arguments)),
        F::Rank => call("TS_RANK", arguments),
        F::RankBy => call("TS_RANK", normalized(arguments)),
        F::WeightedRankBy => call("TS_RANK", weighted(take(arguments))),
        F::CoverRank => call("TS_RANK_CD", arguments),
        F::CoverRankBy => call("TS_RANK_CD", normalized(arguments)),
        F::WeightedCoverRankBy => call("TS_RANK_CD", weighted(take(arguments))),
        F::Headline | F::HeadlineBy => call("TS_HEADLINE", arguments),
    })
}

/// `NULL` has no words.
fn or_empty(text: sql::Expr) -> sql::Expr {
    call("COALESCE", [text, constant("")])
}

fn letter(weight: Weight) -> &'static str {
    match weight {
        Weight::A => "A",
        Weight::B => "B",
        Weight::C => "C",
        Weight::D => "D",
    }
}

fn between(operator: &'static str, [left, right]: [sql::Expr; 2]) -> sql::Expr {
    left.binary(sql::BinOper::Custom(operator), right)
}

/// A vector, a query, and how the length of text counts.
fn normalized(mut arguments: Vec<sql::Expr>) -> Vec<sql::Expr> {
    let by = arguments.pop().expect("the typed API gives each function its arguments");
    arguments.push(by.cast_as("integer"));
    arguments
}

fn weighted([vector, query, by, weights]: [sql::Expr; 4]) -> [sql::Expr; 4] {
    [weights.cast_as(sql::Alias::new("float4[]")), vector, query, by.cast_as("integer")]
}
