//! Organisations: acronyms, and names with more or fewer words.

use super::union::Union;
use super::{Name, only};
use crate::article::Article;
use crate::entity::acronyms;
use crate::entity::lexicon::Lexicon;
use crate::entity::lexicon::format::Roles;
use crate::entity::{EntityMention, Kind, Mention};
use rustc_hash::FxHashMap;

pub(super) fn join(
    lexicon: &Lexicon,
    articles: &[(&Article, &[Mention])],
    names: &[Name],
    union: &mut Union,
) {
    join_forms(lexicon, names, union);
    join_defined(articles, names, union);
    join_initials(names, union);
}

/// Names that differ by a company's suffix, the order of words, spelling, or the country before.
fn join_forms(lexicon: &Lexicon, names: &[Name], union: &mut Union) {
    let mut forms: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    let mut shorter: FxHashMap<Vec<String>, Vec<usize>> = FxHashMap::default();
    for (index, name) in bodies(names) {
        let form = form(lexicon, &name.words);
        if let Some(short) = without_country(lexicon, &form) {
            shorter.entry(short).or_default().push(index);
        }
        union.join(*forms.entry(form).or_insert(index), index);
    }
    // "the Defence Ministry" is that of the one country whose ministry is named.
    for (form, named) in shorter {
        if let Some(&bare) = forms.get(&form)
            && let Some(full) = only(named.into_iter().map(|index| union.root(index)))
        {
            union.join(full, bare);
        }
    }
}

fn bodies(names: &[Name]) -> impl Iterator<Item = (usize, &Name)> {
    let all = names.iter().enumerate();
    all.filter(|(_, name)| name.kind == Kind::Organisation)
}

/// The form that variants share: American spelling, no suffix, "State Department".
fn form(lexicon: &Lexicon, words: &[String]) -> Vec<String> {
    let mut form: Vec<String> = words.iter().map(|word| american(word).to_owned()).collect();
    while form.len() > 1
        && lexicon
            .get(&form[form.len() - 1])
            .roles
            .any(Roles::COMPANY_SUFFIX)
    {
        form.pop();
    }
    if let Some(of) = form.iter().position(|word| word == "of")
        && of > 0
        && matches!(form[of - 1].as_str(), "department" | "ministry")
    {
        let head = form.remove(of - 1);
        form.remove(of - 1);
        if form.get(of - 1).is_some_and(|word| word == "the") {
            form.remove(of - 1);
        }
        form.push(head);
    }
    form
}

fn american(word: &str) -> &str {
    match word {
        "defence" => "defense",
        "labour" => "labor",
        "centre" => "center",
        "organisation" => "organization",
        "programme" => "program",
        _ => word,
    }
}

/// `form` without the country or people it begins with, when enough is left.
fn without_country(lexicon: &Lexicon, form: &[String]) -> Option<Vec<String>> {
    (1..form.len().saturating_sub(1)).take(3).find_map(|at| {
        let thing = lexicon.get(&form[..at].join(" ")).thing?;
        let kind = lexicon.thing(thing)?.kind;
        matches!(kind, Kind::Place | Kind::Group).then(|| form[at..].to_vec())
    })
}

/// "International Atomic Energy Agency (IAEA)": the brackets say that both are one.
fn join_defined(articles: &[(&Article, &[Mention])], names: &[Name], union: &mut Union) {
    let name_of: FxHashMap<EntityMention, usize> = names
        .iter()
        .enumerate()
        .flat_map(|(index, name)| name.mentions.iter().map(move |place| (*place, index)))
        .collect();
    for (article, (text, mentions)) in articles.iter().enumerate() {
        for (full, short) in acronyms::defined(text, mentions) {
            let name = |mention| name_of.get(&EntityMention { article, mention });
            if let (Some(&full), Some(&short)) = (name(full), name(short)) {
                union.join(full, short);
            }
        }
    }
}

/// "IAEA" without a definition, where one name over all articles has these initials.
fn join_initials(names: &[Name], union: &mut Union) {
    let mut by_initials: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, name) in bodies(names) {
        if name.words.len() > 2 {
            by_initials
                .entry(acronyms::initials(&name.words))
                .or_default()
                .push(index);
        }
    }
    for (index, name) in bodies(names) {
        if name.thing.is_none()
            && let [word] = name.words.as_slice()
            && let Some(full) = by_initials.get(word)
            && let Some(full) = only(full.iter().map(|&full| union.root(full)))
        {
            union.join(full, index);
        }
    }
}
