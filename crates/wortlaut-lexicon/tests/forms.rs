//! Hand-checked forms.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

use wortlaut_lexicon::{
    Case, Category, Features, Lexicon, Mood, Number, PerfectAuxiliary, Person, RoleKind, Tense, VerbForm,
};
use wortlaut_text::Gender;

/// Whether the features are those of a code as `ind.pres.3.sg`, `pp`, `zu`.
fn matches(code: &str, features: Features) -> bool {
    code.split('.').all(|part| match part {
        "ind" => features.mood == Some(Mood::Indicative),
        "k1" => features.mood == Some(Mood::SubjunctiveI),
        "k2" => features.mood == Some(Mood::SubjunctiveII),
        "imp" => features.mood == Some(Mood::Imperative),
        "pres" => features.tense == Some(Tense::Present),
        "past" => features.tense == Some(Tense::Past),
        "1" => features.person == Some(Person::First),
        "2" => features.person == Some(Person::Second),
        "3" => features.person == Some(Person::Third),
        "sg" => features.number == Some(Number::Singular),
        "pl" => features.number == Some(Number::Plural),
        "pp" => features.verb_form == Some(VerbForm::PastParticiple),
        "prp" => features.verb_form == Some(VerbForm::PresentParticiple),
        "inf" => features.verb_form == Some(VerbForm::Infinitive),
        "zu" => features.verb_form == Some(VerbForm::ZuInfinitive),
        other => panic!("unknown code {other}"),
    })
}

#[test]
fn irregular_forms() {
    let lexicon = Lexicon::german();
    let (mut checked, mut wrong) = (0, Vec::new());
    for line in include_str!("irregular.txt").lines().filter(|l| !l.starts_with('#')) {
        let (lemma, forms) = line.split_once(": ").unwrap();
        for entry in forms.split(", ") {
            let (form, code) = entry.split_once(' ').unwrap();
            checked += 1;
            let found = lexicon
                .analyses(form)
                .any(|a| a.lemma == lemma && a.category != Category::Adjective && matches(code, a.features));
            if !found {
                wrong.push(format!("{lemma}: {entry}"));
            }
        }
    }
    assert!(checked >= 700, "{checked}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A form must not have a reading it cannot have: that would make or hide reported speech.
#[test]
fn moods_that_are_not() {
    let lexicon = Lexicon::german();
    for (form, mood) in [
        ("sei", Mood::Indicative),
        ("seien", Mood::Indicative),
        ("habe", Mood::SubjunctiveII),
        ("hätte", Mood::Indicative),
        ("wäre", Mood::Indicative),
        ("könne", Mood::Indicative),
        ("ist", Mood::SubjunctiveI),
        ("sind", Mood::SubjunctiveI),
        ("sagt", Mood::SubjunctiveI),
        ("würden", Mood::SubjunctiveI),
        ("kam", Mood::SubjunctiveII),
        ("ankündigt", Mood::Imperative),
    ] {
        assert!(
            lexicon.analyses(form).all(|a| a.features.mood != Some(mood)),
            "{form} {mood:?}"
        );
    }
    // *gehe*, *schließe*: first person indicative, so third person must be Konjunktiv.
    for form in ["habe", "gehe", "schließe", "werde", "komme"] {
        assert!(
            lexicon
                .analyses(form)
                .filter(|a| a.features.person == Some(Person::Third))
                .all(|a| a.features.mood == Some(Mood::SubjunctiveI)),
            "{form}"
        );
    }
}

#[test]
fn sentence_start_and_ambiguity() {
    let lexicon = Lexicon::german();
    assert!(lexicon.analyses("Sagte").any(|a| a.lemma == "sagen"));
    assert!(
        lexicon
            .analyses("Überlegt")
            .any(|a| a.lemma == "überlegen" && a.particle == 0)
    );
    // *überlegt* is also a form of the separable verb: *weil er eine Decke überlegt*.
    assert!(
        lexicon
            .analyses("überlegt")
            .any(|a| a.lemma == "überlegen" && a.particle == 5)
    );
    assert!(lexicon.analyses("Xylofonquark").next().is_none());
}

#[test]
fn other_spellings() {
    let lexicon = Lexicon::german();
    assert!(lexicon.analyses("daß").any(|a| a.category == Category::Subordination));
    assert!(lexicon.analyses("muß").any(|a| a.lemma == "müssen"));
    assert!(lexicon.analyses("läßt").any(|a| a.lemma == "lassen"));
    assert!(lexicon.analyses("schliesst").any(|a| a.lemma == "schließen"));
    assert!(
        lexicon
            .analyses("wa\u{308}re")
            .any(|a| a.features.mood == Some(Mood::SubjunctiveII))
    );
    assert!(
        lexicon
            .analyses("U\u{308}ber")
            .any(|a| a.category == Category::Preposition)
    );
}

#[test]
fn participles_and_adjectives_decline() {
    let lexicon = Lexicon::german();
    for (form, lemma, verb_form) in [
        ("angekündigten", "ankündigen", Some(VerbForm::PastParticiple)),
        ("steigende", "steigen", Some(VerbForm::PresentParticiple)),
        ("geschlossenen", "schließen", Some(VerbForm::PastParticiple)),
        ("bevorstehenden", "bevorstehen", Some(VerbForm::PresentParticiple)),
        ("schneller", "schnell", None),
        ("schnellere", "schnell", None),
        ("wichtigsten", "wichtig", None),
        ("größeren", "groß", None),
        ("ältester", "alt", None),
        ("hohen", "hoch", None),
        ("höhere", "hoch", None),
        ("dunkle", "dunkel", None),
        ("teures", "teuer", None),
        ("besten", "gut", None),
        ("nächste", "nah", None),
        ("leiser", "leise", None),
        ("politische", "politisch", None),
        ("dritten", "dritt", None),
        ("kleinen", "klein", None),
        ("türkischen", "türkisch", None),
        ("unveränderten", "verändern", Some(VerbForm::PastParticiple)),
        ("unangekündigt", "ankündigen", Some(VerbForm::PastParticiple)),
        ("schwarz-grünen", "grün", None),
    ] {
        assert!(
            lexicon
                .analyses(form)
                .any(|a| a.lemma == lemma && a.category == Category::Adjective && a.features.verb_form == verb_form),
            "{form}"
        );
    }
    let dative = lexicon
        .analyses("großem")
        .find(|a| a.category == Category::Adjective)
        .unwrap();
    assert!(dative.features.case.contains(Case::Dative) && !dative.features.case.contains(Case::Nominative));
}

#[test]
fn closed_classes() {
    let lexicon = Lexicon::german();
    for (form, category) in [
        ("der", Category::Determiner),
        ("der", Category::RelativePronoun),
        ("dessen", Category::RelativePronoun),
        ("kein", Category::Determiner),
        ("seiner", Category::Determiner),
        ("ihr", Category::Determiner),
        ("ihr", Category::Pronoun),
        ("wir", Category::Pronoun),
        ("man", Category::Pronoun),
        ("niemandem", Category::Pronoun),
        ("sich", Category::Pronoun),
        ("wer", Category::Interrogative),
        ("weshalb", Category::Interrogative),
        ("im", Category::Preposition),
        ("laut", Category::Preposition),
        ("zum", Category::Preposition),
        ("angesichts", Category::Preposition),
        ("zufolge", Category::Postposition),
        ("und", Category::Coordination),
        ("sondern", Category::Coordination),
        ("dass", Category::Subordination),
        ("ob", Category::Subordination),
        ("nachdem", Category::Subordination),
        ("zurück", Category::VerbParticle),
        ("zu", Category::InfinitiveMarker),
        ("nicht", Category::Particle),
        ("zwölf", Category::Numeral),
        ("gestern", Category::Adverb),
        ("vermutlich", Category::Adverb),
        ("hallo", Category::Interjection),
        ("hat", Category::Auxiliary),
        ("soll", Category::Modal),
    ] {
        assert!(
            lexicon.analyses(form).any(|a| a.category == category),
            "{form} {category:?}"
        );
    }
    let reading = |form, category| {
        lexicon
            .analyses(form)
            .find(|a| a.category == category)
            .unwrap()
            .features
    };
    let ihm = reading("ihm", Category::Pronoun);
    assert!(ihm.case.contains(Case::Dative) && !ihm.case.contains(Case::Accusative));
    let she: Vec<_> = lexicon
        .analyses("sie")
        .map(|a| (a.features.number, a.features.gender))
        .collect();
    assert!(she.contains(&(Some(Number::Singular), Some(Gender::Feminine))));
    assert!(she.contains(&(Some(Number::Plural), None)));
    assert!(reading("wegen", Category::Preposition).case.contains(Case::Genitive));
    assert!(!reading("mit", Category::Preposition).case.contains(Case::Accusative));
    // *ander-*, *seit dem*: words of a closed class are never verbs by accident.
    for form in [
        "der", "und", "dass", "mit", "für", "wir", "nicht", "zu", "im", "auch", "oder", "nach", "sondern", "weil",
        "los",
    ] {
        assert!(
            lexicon.analyses(form).all(|a| a.features.verb_form.is_none()),
            "{form} read as a verb"
        );
    }
}

#[test]
fn separable_verbs() {
    let lexicon = Lexicon::german();
    for (particle, base, full) in [
        ("an", "kündigen", "ankündigen"),
        ("zurück", "weisen", "zurückweisen"),
        ("ein", "räumen", "einräumen"),
        ("über", "setzen", "übersetzen"),
        ("hinzu", "fügen", "hinzufügen"),
    ] {
        assert_eq!(lexicon.separable(particle, base), Some(full));
    }
    assert_eq!(lexicon.separable("an", "sein"), None);
    assert_eq!(lexicon.compose("weg", "twittern").as_deref(), Some("wegtwittern"));
    assert_eq!(lexicon.perfect_auxiliary("zurücktreten"), Some(PerfectAuxiliary::Both));
    assert_eq!(lexicon.perfect_auxiliary("xylofonen"), None);
}

/// Words that a list of verbs takes in by mistake: participles, past tenses and nouns that look like infinitives.
#[test]
fn verbs_that_are_not() {
    let lexicon = Lexicon::german();
    for verb in [
        "eingerichten",
        "gesperren",
        "äußeren",
        "gesuchen",
        "geschützen",
        "abgeraten",
        "zugeraten",
        "angefallen",
        "riefen",
        "strichen",
        "waren",
        "hasen",
        "staren",
        "wuschen",
        "unterschrieben",
        "beweihräucheren",
    ] {
        assert!(
            lexicon
                .analyses(verb)
                .all(|a| a.lemma != verb || a.category != Category::Verb),
            "{verb}"
        );
        assert_eq!(lexicon.perfect_auxiliary(verb), None, "{verb}");
    }
}

/// The verb meant by a form that several share comes first, and the others are told to be rare where they are.
#[test]
fn frequent_verbs_come_first() {
    let lexicon = Lexicon::german();
    for (form, lemma) in [
        ("startet", "starten"),
        ("starte", "starten"),
        ("suchten", "suchen"),
        ("eingerichtet", "einrichten"),
        ("gesperrt", "sperren"),
        ("gesucht", "suchen"),
        ("gehabt", "haben"),
        ("gebracht", "bringen"),
        ("gestanden", "stehen"),
        ("gelangt", "gelangen"),
        ("geraten", "geraten"),
        ("führe", "führen"),
        ("drängen", "drängen"),
        ("riefen", "rufen"),
        ("schienen", "scheinen"),
        ("waren", "sein"),
        ("abgeraten", "abraten"),
        ("begabe", "begaben"),
    ] {
        assert_eq!(lexicon.analyses(form).next().map(|a| a.lemma), Some(lemma), "{form}");
    }
    assert!(lexicon.analyses("suchten").all(|a| a.rare == (a.lemma == "suchten")));
    assert!(
        lexicon
            .analyses("gehört")
            .all(|a| a.rare == (a.lemma == "gehören" && a.features.verb_form == Some(VerbForm::PastParticiple)))
    );
}

#[test]
fn perfect_auxiliaries() {
    use PerfectAuxiliary::{Both, Haben, Sein};
    let lexicon = Lexicon::german();
    for (verb, auxiliary) in [
        ("abrutschen", Sein),
        ("landen", Sein),
        ("auftauchen", Sein),
        ("zurückkehren", Sein),
        ("umkippen", Sein),
        ("kentern", Sein),
        ("eskalieren", Sein),
        ("einstürzen", Sein),
        ("einschlafen", Sein),
        ("aufwachen", Sein),
        ("bekommen", Haben),
        ("abbekommen", Haben),
        ("überfahren", Haben),
        ("überspringen", Haben),
        ("ankündigen", Haben),
        ("starten", Both),
        ("verbrennen", Both),
        ("zurücktreten", Both),
        ("unterlaufen", Both),
    ] {
        assert_eq!(lexicon.perfect_auxiliary(verb), Some(auxiliary), "{verb}");
    }
}

#[test]
fn roles() {
    let lexicon = Lexicon::german();
    for (form, kind, gender) in [
        ("Sprecherin", RoleKind::Spokesperson, Some(Gender::Feminine)),
        ("Regierungssprecher", RoleKind::Spokesperson, Some(Gender::Masculine)),
        ("Außenminister", RoleKind::Office, Some(Gender::Masculine)),
        ("Innenministerin", RoleKind::Office, Some(Gender::Feminine)),
        ("SPD-Chefin", RoleKind::Office, Some(Gender::Feminine)),
        ("Fraktionschef", RoleKind::Office, Some(Gender::Masculine)),
        ("Vorsitzende", RoleKind::Office, None),
        ("Staatsanwältin", RoleKind::Office, Some(Gender::Feminine)),
        ("Polizisten", RoleKind::Profession, Some(Gender::Masculine)),
        ("Klimaforscherin", RoleKind::Profession, Some(Gender::Feminine)),
        ("Feuerwehrmann", RoleKind::Profession, Some(Gender::Masculine)),
        ("Augenzeugin", RoleKind::Person, Some(Gender::Feminine)),
        ("Ehefrau", RoleKind::Kin, Some(Gender::Feminine)),
        ("Herr", RoleKind::Address, Some(Gender::Masculine)),
        ("Regierungssprecherin", RoleKind::Spokesperson, Some(Gender::Feminine)),
        ("Bundesaußenministerin", RoleKind::Office, Some(Gender::Feminine)),
        ("CDU-Kreisvorsitzende", RoleKind::Office, None),
        ("Vize-Regierungschefin", RoleKind::Office, Some(Gender::Feminine)),
        ("Landrätin", RoleKind::Office, Some(Gender::Feminine)),
        ("Oberbürgermeisterin", RoleKind::Office, Some(Gender::Feminine)),
        ("Bundesrätin", RoleKind::Office, Some(Gender::Feminine)),
        ("Nationalrätin", RoleKind::Office, Some(Gender::Feminine)),
        ("Landeshauptfrau", RoleKind::Office, Some(Gender::Feminine)),
        ("Regierungsrat", RoleKind::Office, Some(Gender::Masculine)),
        ("Regierungsrätin", RoleKind::Office, Some(Gender::Feminine)),
        ("Stellvertretender", RoleKind::Office, None),
        ("Ministerpräsident", RoleKind::Office, Some(Gender::Masculine)),
        ("Nationalrat", RoleKind::Institution, Some(Gender::Masculine)),
        ("Oberstaatsanwältin", RoleKind::Office, Some(Gender::Feminine)),
        ("Dr.", RoleKind::Title, None),
        ("Polizei", RoleKind::Institution, Some(Gender::Feminine)),
        ("Bundesinnenministerium", RoleKind::Institution, Some(Gender::Neuter)),
        ("Behörden", RoleKind::Institution, Some(Gender::Feminine)),
    ] {
        let role = lexicon.role(form).unwrap_or_else(|| panic!("{form} has no role"));
        assert_eq!(role.kind, kind, "{form}");
        let expected = if role.number == Some(Number::Plural) {
            role.gender
        } else {
            gender
        };
        assert_eq!(role.gender, expected, "{form}");
    }
    for form in [
        "Europa",
        "Stefan",
        "Kartoffel",
        "Aroma",
        "Hamburg",
        "sprechen",
        "",
        "-",
        "Fenster",
    ] {
        assert_eq!(lexicon.role(form), None, "{form}");
    }
}

#[test]
fn nouns() {
    let lexicon = Lexicon::german();
    for form in [
        "Angaben",
        "Häuser",
        "Jahres",
        "Verhandlung",
        "Waffenlieferungen",
        "Koalitionsvertrag",
        "Anti-Terror-Einsatz",
        "Mitteilung",
        "Städten",
        "Äußerung",
        "Übung",
        "Straßen",
        "Bahnhof",
        "Klimaschutzgesetz",
    ] {
        assert!(lexicon.is_common_noun(form), "{form}");
    }
    for form in [
        "Merkel",
        "Habeck",
        "Brüssel",
        "Moskau",
        "Steinmeier",
        "verhandlung",
        "Quxtal",
        "",
    ] {
        assert!(!lexicon.is_common_noun(form), "{form}");
    }
    for (form, gender) in [
        ("Regierung", Gender::Feminine),
        ("Freiheit", Gender::Feminine),
        ("Mädchen", Gender::Neuter),
        ("Gesetz", Gender::Neuter),
        ("Vertrag", Gender::Masculine),
        ("Haushaltsstreit", Gender::Masculine),
        ("Terrorismus", Gender::Masculine),
        ("Bundeswehreinsatz", Gender::Masculine),
    ] {
        assert_eq!(lexicon.noun(form).and_then(|n| n.gender), Some(gender), "{form}");
    }
}
