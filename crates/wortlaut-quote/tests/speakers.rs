//! Whom the words of a speaker mean, and when it was said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod common;

use common::quotations;
use wortlaut_quote::{CueList, QuoteAttributor, QuoteInput, QuoteOptions};
use wortlaut_syntax::Parser;
use wortlaut_text::{Confidence, Entity, EntityIdx, EntityKind, Evidence, Gender, Mention, MentionForm, Span};
use wortlaut_tokenize::Tokenizer;

/// Mentions of two persons, by surname, wherever they stand.
fn names(text: &str) -> (Vec<Entity>, Vec<Mention>) {
    let mut holm = Entity::new(EntityKind::Person, "Jana Holm");
    holm.gender = Some(Gender::Feminine);
    let mut kern = Entity::new(EntityKind::Person, "Paul Kern");
    kern.gender = Some(Gender::Masculine);
    let mut mentions = Vec::new();
    for (entity, words) in [(0, ["Jana Holm", "Holm"]), (1, ["Paul Kern", "Kern"])] {
        let mut taken: Vec<Span> = Vec::new();
        for word in words {
            for (at, found) in text.match_indices(word) {
                let span = Span::from_range(at..at + found.len()).unwrap();
                if taken.iter().any(|other| other.overlaps(span)) {
                    continue;
                }
                taken.push(span);
                let reason = Evidence::new("test.name", span);
                mentions.push(Mention::new(
                    span,
                    EntityIdx::new(entity),
                    MentionForm::Name,
                    Confidence::MAX,
                    reason,
                ));
            }
        }
    }
    mentions.sort_by_key(|mention| mention.span);
    (vec![holm, kern], mentions)
}

/// The entity of the speaker of each quotation.
fn speakers(text: &str) -> Vec<Option<usize>> {
    let (entities, mentions) = names(text);
    quotations(text, &entities, &mentions, &[])
        .iter()
        .map(|q| q.speaker.and_then(|s| s.entity).map(|e| e.index()))
        .collect()
}

#[test]
fn names_and_pronouns_mean_persons() {
    for (text, expected) in [
        ("„Ja“, sagte Ministerin Jana Holm.", vec![Some(0)]),
        (
            "Jana Holm traf am Montag Paul Kern. „Es war gut“, sagte sie.",
            vec![Some(0)],
        ),
        (
            "Jana Holm traf am Montag Paul Kern. „Es war gut“, sagte er.",
            vec![Some(1)],
        ),
        (
            "Jana Holm sagte, das Dach sei dicht. Es müsse nur gestrichen werden. Später betonte sie, dass es teuer war.",
            vec![Some(0), Some(0), Some(0)],
        ),
        ("„Ja“, sagte ein Sprecher.", vec![None]),
        ("Laut Paul Kern ist das Dach dicht.", vec![Some(1)]),
        ("Der Sprecher von Jana Holm sagte, das Dach sei dicht.", vec![None]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn the_time_of_the_frame_is_when_it_was_said() {
    let text = "Am Montag sagte Jana Holm, dass die Schule am Freitag öffnet.";
    let (entities, mentions) = names(text);
    let times: Vec<Span> = ["Montag", "Freitag"]
        .iter()
        .map(|word| {
            let at = text.find(word).unwrap();
            Span::from_range(at..at + word.len()).unwrap()
        })
        .collect();
    let found = quotations(text, &entities, &mentions, &times);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].uttered, Some(0));
}

#[test]
fn what_is_no_part_of_the_article_is_not_quoted() {
    let text = "Die Schule öffnet im Mai.\n\nMehr zum Thema: „Wir sind bereit“, sagte Jana Holm.";
    assert_eq!(speakers(text), Vec::<Option<usize>>::new());
}

#[test]
fn options_are_heeded() {
    let text = "Die Direktorin orgelte, dass der Umbau beginne. Die Gewerkschaft forderte höhere Löhne.";
    let tokens = Tokenizer::new().tokenize(text);
    let syntax = Parser::new().parse(text, &tokens);
    let input = QuoteInput::new(text, &tokens, &syntax);
    let mut options = QuoteOptions::default();
    options.cues = CueList::parse("mine.tsv", "verb\torgeln\tdass,v2\ts\tsafe\t-").unwrap();
    options.reported = false;
    let found = QuoteAttributor::with_options(options).attribute(&input);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].content[0].slice(text), "der Umbau beginne");
    assert!(found[0].confidence > Confidence::from_permille(900));
}

#[test]
fn definite_nouns_mean_the_person_named_before() {
    for (text, expected) in [
        (
            "Direktorin Jana Holm lud ein. „Das Dach ist dicht“, sagte die Direktorin.",
            vec![Some(0)],
        ),
        (
            "Bürgermeister Paul Kern lud Professorin Jana Holm ein. „Das Dach ist dicht“, sagte der Rathauschef.",
            vec![Some(1)],
        ),
        (
            "Hafenmeister Paul Kern kam spät. „Das Tor war zu“, erzählte der 58-Jährige.",
            vec![Some(1)],
        ),
        (
            "Jana Holm traf Paul Kern. „Das Tor war zu“, erzählte die 44-Jährige.",
            vec![Some(0)],
        ),
        // Somebody else, brought in with an article of its own, and people without a name.
        (
            "Jana Holm traf einen Architekten. „Das Dach ist dicht“, sagte der Architekt.",
            vec![None],
        ),
        ("Paul Kern kam. „Das Tor war zu“, sagte der Zeuge.", vec![None]),
        ("Paul Kern kam. „Das Tor war zu“, sagten die 16-Jährigen.", vec![None]),
        (
            "Paul Kern kam. „Das Tor war zu“, sagte der Sprecher der Stadt.",
            vec![None],
        ),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn descriptions_are_held_against_what_is_told_of_the_names() {
    for (text, expected) in [
        // The one the text is about, not the one named last.
        (
            "Paul Kern gewinnt\n\nPaul Kern hat am Samstag das Rennen gewonnen. Vor vielen Zuschauern war Paul Kern schneller als alle. Jana Holm sah zu.\n\n„Ich habe kaum geschlafen“, gestand der 35-Jährige.",
            vec![Some(1)],
        ),
        // Where somebody is from may be told beside the noun.
        (
            "Jana Holm gewann. „Das war knapp“, sagte die Meisterin aus Kassel.",
            vec![Some(0)],
        ),
        (
            "Jana Holm gewann. „Das war knapp“, sagte die Titelverteidigerin.",
            vec![Some(0)],
        ),
        // An attribute that tells who it is.
        (
            "Jana Holm gewann. „Das war knapp“, sagte die Leiterin der Klinik.",
            vec![None],
        ),
        ("Jana Holm gewann. „Das war knapp“, sagten die Läuferinnen.", vec![None]),
        // A dative pronoun; whoever is named in the words themselves does not speak.
        ("Jana Holm rechnet nach. Ihr zufolge fehlt Geld.", vec![Some(0)]),
        ("Paul Kern rechnet nach. Ihm zufolge fehlt Geld.", vec![Some(1)]),
        (
            "Jana Holm rechnet nach. Ihren Angaben zufolge fehlt Geld.",
            vec![Some(0)],
        ),
        ("„Jana Holm war stark“, sagte sie.", vec![None]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn ages_tell_persons_apart() {
    for (text, expected) in [
        (
            "Paul Kern kam. Olaf Brehm, 28, war schon da. „Es ist kalt“, sagte der 28-Jährige.",
            vec![Some(1)],
        ),
        (
            "Der 51-jährige Paul Kern kam. Er sah Olaf Brehm (28). „Es ist kalt“, sagte der 51-Jährige.",
            vec![Some(0)],
        ),
        // What a description told before is kept in mind.
        (
            "Paul Kern kam. „Es ist kalt“, sagte der 51-Jährige. Olaf Brehm lachte. „Es wird kälter“, sagte der 28-Jährige. „Es wird warm“, sagte der 51-Jährige.",
            vec![Some(0), Some(1), Some(0)],
        ),
    ] {
        let mut entities = Vec::new();
        let mut mentions = Vec::new();
        for (at, name) in ["Paul Kern", "Olaf Brehm"].into_iter().enumerate() {
            let mut person = Entity::new(EntityKind::Person, name);
            person.gender = Some(Gender::Masculine);
            entities.push(person);
            for (start, found) in text.match_indices(name) {
                let span = Span::from_range(start..start + found.len()).unwrap();
                let reason = Evidence::new("test.name", span);
                let index = EntityIdx::new(at);
                mentions.push(Mention::new(span, index, MentionForm::Name, Confidence::MAX, reason));
            }
        }
        mentions.sort_by_key(|mention| mention.span);
        let found: Vec<Option<usize>> = quotations(text, &entities, &mentions, &[])
            .iter()
            .map(|q| q.speaker.and_then(|s| s.entity).map(|e| e.index()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_speaker_reaches_to_the_end_of_the_name() {
    let text = "„Das Dach ist dicht“, sagte Projektleiter Jochen Holm am Freitag.";
    let start = text.find("Jochen").unwrap();
    let span = Span::from_range(start..start + "Jochen Holm".len()).unwrap();
    let mention = Mention::new(
        span,
        EntityIdx::new(0),
        MentionForm::Name,
        Confidence::MAX,
        Evidence::new("test.name", span),
    );
    let found = quotations(text, &[Entity::new(EntityKind::Person, "Jochen Holm")], &[mention], &[]);
    let speaker = found[0].speaker.unwrap();
    assert_eq!(speaker.span.slice(text), "Projektleiter Jochen Holm");
    assert_eq!(speaker.entity, Some(EntityIdx::new(0)));
}

#[test]
fn offices_tell_persons_apart() {
    for (text, expected) in [
        // The text gave her another office.
        (
            "Trainer Paul Kern war müde. Der Präsident sagte, man stehe zu ihm.",
            vec![None],
        ),
        (
            "Trainer Paul Kern war müde. Der Coach sagte, man habe alles gegeben.",
            vec![Some(1)],
        ),
        (
            "Jana Holm, Präsidentin des Verbands, traf Ministerin Ute Rahn. Die Präsidentin sagte, das Geld fehle.",
            vec![Some(0)],
        ),
        (
            "Jana Holm ist Landrätin. Die Ministerin sagte, das Geld fehle.",
            vec![None],
        ),
        // What anybody may be besides.
        (
            "Ministerin Jana Holm kam. Die Politikerin sagte, das Geld fehle.",
            vec![Some(0)],
        ),
        (
            "Finanzministerin Jana Holm kam. Die Innenministerin sagte, das Geld fehle.",
            vec![None],
        ),
        (
            "Finanzministerin Jana Holm kam. Die Bundesministerin sagte, das Geld fehle.",
            vec![Some(0)],
        ),
        // A noun the lexicon has no role for.
        (
            "Paul Kern traf zweimal. „Das war Glück“, sagte der Linksaußen.",
            vec![Some(1)],
        ),
        // Two names for one profession.
        (
            "Anwalt Paul Kern kam. „Es ist Zeit“, sagte der Verteidiger.",
            vec![Some(1)],
        ),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn a_noun_with_a_party_before_its_hyphen_means_a_person() {
    let text = "Kreisvorsitzende Jana Holm lehnt ab. „Das ist unsolide“, sagte die CDU-Kreisvorsitzende.";
    assert_eq!(speakers(text), [Some(0)]);
}

#[test]
fn the_time_behind_a_speaker_is_no_part_of_it() {
    let text = "Man brauche, so die Direktorin am Dienstag in Kiel, mehr Personal.";
    let start = text.find("Dienstag").unwrap();
    let time = Span::from_range(start..start + "Dienstag".len()).unwrap();
    let found = quotations(text, &[], &[], &[time]);
    assert_eq!(found[0].speaker.unwrap().span.slice(text), "die Direktorin");
}

#[test]
fn a_party_within_the_noun_is_not_who_speaks() {
    let text = "Jana Holm lehnt ab. „Das ist unsolide“, sagte die FDP-Politikerin.";
    let (mut entities, mut mentions) = names(text);
    entities.push(Entity::new(EntityKind::Organization, "FDP"));
    let start = text.find("FDP").unwrap();
    let span = Span::from_range(start..start + "FDP-Politikerin".len()).unwrap();
    let (party, reason) = (EntityIdx::new(2), Evidence::new("test.name", span));
    mentions.push(Mention::new(
        span,
        party,
        MentionForm::Compound,
        Confidence::MAX,
        reason,
    ));
    let found = quotations(text, &entities, &mentions, &[]);
    assert_eq!(found[0].speaker.and_then(|s| s.entity).map(|e| e.index()), Some(0));
}

#[test]
fn a_headline_quotes_whom_the_article_lets_say_it() {
    let text = "„Der Wald vergisst nichts“\n\nSeit 1994 ist Jana Holm Försterin. „Dieser Wald ist alt“, sagt Paul Kern. \
                „Am Ende vergisst der Wald aber nichts“, sagt Jana Holm.";
    assert_eq!(speakers(text), [Some(0), Some(1), Some(0)]);
    let text = "„Der Wald vergisst alles“\n\nSeit 1994 ist Jana Holm Försterin. „Der Wald ist alt“, sagt Paul Kern.";
    assert_eq!(speakers(text), [None, Some(1)]);
}
