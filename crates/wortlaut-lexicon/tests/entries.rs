//! What the lists must not have, what their verbs take in the perfect tense, and the roles of women.

use wortlaut_lexicon::{Lexicon, Number, PerfectAuxiliary, RoleKind, VerbForm};
use wortlaut_text::Gender;

/// A participle or a past tense of one verb is no infinitive of another.
#[test]
fn forms_that_are_no_infinitives() {
    let lexicon = Lexicon::german();
    for form in [
        "eingerichten",
        "hochgerichten",
        "gesperren",
        "gestellen",
        "geschenken",
        "angefallen",
        "ausgefallen",
        "abgeraten",
        "zugeraten",
        "reisten",
        "riefen",
        "strichen",
        "unterlagen",
        "überwogen",
        "unterschrieben",
        "entflohen",
        "empföhlen",
        "verständen",
        "waren",
        "äußeren",
        "kümmeren",
        "startet",
    ] {
        let infinitive = lexicon
            .analyses(form)
            .any(|a| a.features.verb_form == Some(VerbForm::Infinitive));
        assert!(!infinitive, "{form}");
    }
    for form in [
        "geraten",
        "gefallen",
        "gehören",
        "gewinnen",
        "gelangen",
        "gestehen",
        "äußern",
        "anmaßen",
        "abflachen",
        "schienen",
    ] {
        let infinitive = lexicon
            .analyses(form)
            .any(|a| a.features.verb_form == Some(VerbForm::Infinitive));
        assert!(infinitive, "{form}");
    }
}

/// The verb that a form is nearly always of comes first, and alone where the other does not exist.
#[test]
fn the_common_verb_first() {
    let lexicon = Lexicon::german();
    for (form, lemma) in [
        ("startet", "starten"),
        ("starteten", "starten"),
        ("suchten", "suchen"),
        ("reisten", "reisen"),
        ("waren", "sein"),
        ("riefen", "rufen"),
        ("gesperrt", "sperren"),
        ("eingerichtet", "einrichten"),
        ("angefallen", "anfallen"),
        ("abgeraten", "abraten"),
        ("unterlagen", "unterliegen"),
        ("brachen", "brechen"),
        ("maßen", "messen"),
        ("schienen", "scheinen"),
        ("kniffen", "kneifen"),
        ("kostet", "kosten"),
        ("postet", "posten"),
        ("wogen", "wiegen"),
        ("verborgen", "verbergen"),
        ("bedachten", "bedenken"),
        ("vermarktet", "vermarkten"),
        ("gestattet", "gestatten"),
    ] {
        assert_eq!(lexicon.analyses(form).next().map(|a| a.lemma), Some(lemma), "{form}");
    }
}

#[test]
fn auxiliaries() {
    let lexicon = Lexicon::german();
    for (auxiliary, verbs) in [
        (
            PerfectAuxiliary::Sein,
            "rutschen abrutschen ausrutschen sein werden bleiben gehen kommen ankommen laufen reisen abreisen wandern \
             auswandern einschlafen aufwachen aufstehen wachsen aufwachsen sterben aussterben abstürzen einstürzen \
             zusammenbrechen auftauchen verschwinden eskalieren explodieren kentern geschehen scheitern \
             schrumpfen auftreten beitreten zurückkehren zusammenstoßen vorrücken abklingen ausrasten spazieren",
        ),
        (
            PerfectAuxiliary::Haben,
            "sagen haben nehmen zunehmen stattfinden beginnen anfangen aufhören befolgen verfolgen überfallen \
             gefallen erreichen verstehen bestehen gestehen bestreiten betreten vertreten übersteigen überspringen \
             übergehen hintergehen beeilen feststehen zustehen bevorstehen einräumen beziehen entziehen verlassen",
        ),
        (
            PerfectAuxiliary::Both,
            "fahren fliegen treten ziehen brechen abbrechen schwimmen tanzen stürzen starten rollen heilen \
             trocknen frieren einfrieren stoßen treiben schießen schmelzen zerbrechen zerreißen abbrennen",
        ),
    ] {
        for verb in verbs.split_whitespace() {
            assert_eq!(lexicon.perfect_auxiliary(verb), Some(auxiliary), "{verb}");
        }
    }
}

#[test]
fn roles_of_women() {
    let lexicon = Lexicon::german();
    let mut wrong = Vec::new();
    for (form, kind, lemma) in [
        ("Regierungssprecherin", RoleKind::Spokesperson, "Sprecherin"),
        ("Vize-Regierungssprecherin", RoleKind::Spokesperson, "Sprecherin"),
        ("Bahnsprecherin", RoleKind::Spokesperson, "Sprecherin"),
        ("Bundesaußenministerin", RoleKind::Office, "Ministerin"),
        ("Landesinnenministerin", RoleKind::Office, "Ministerin"),
        ("Ex-Bundesfamilienministerin", RoleKind::Office, "Ministerin"),
        ("Landrätin", RoleKind::Office, "Landrätin"),
        ("Bundesrätin", RoleKind::Office, "Bundesrätin"),
        ("Stadträtin", RoleKind::Office, "Stadträtin"),
        ("Oberbürgermeisterin", RoleKind::Office, "Bürgermeisterin"),
        ("SPD-Oberbürgermeisterin", RoleKind::Office, "Bürgermeisterin"),
        ("Landeshauptfrau", RoleKind::Office, "Landeshauptfrau"),
        ("Amtfrau", RoleKind::Office, "Amtfrau"),
        ("Bundeskanzlerin", RoleKind::Office, "Kanzlerin"),
        ("Ministerpräsidentin", RoleKind::Office, "Präsidentin"),
        ("EU-Kommissionspräsidentin", RoleKind::Office, "Präsidentin"),
        ("Fraktionschefin", RoleKind::Office, "Chefin"),
        ("Grünen-Co-Chefin", RoleKind::Office, "Chefin"),
        ("Generalsekretärin", RoleKind::Office, "Generalsekretärin"),
        ("Oberstaatsanwältin", RoleKind::Office, "Staatsanwältin"),
        ("Senatorin", RoleKind::Office, "Senatorin"),
        ("Innensenatorin", RoleKind::Office, "Senatorin"),
        ("Landesbischöfin", RoleKind::Office, "Bischöfin"),
        ("Botschafterin", RoleKind::Office, "Botschafterin"),
        ("Oppositionsführerin", RoleKind::Office, "Oppositionsführerin"),
        ("Feuerwehrfrau", RoleKind::Profession, "Feuerwehrfrau"),
        ("Chefärztin", RoleKind::Profession, "Ärztin"),
        ("Klimaforscherin", RoleKind::Profession, "Klimaforscherin"),
        (
            "Politikwissenschaftlerin",
            RoleKind::Profession,
            "Politikwissenschaftlerin",
        ),
        ("Augenzeugin", RoleKind::Person, "Augenzeugin"),
    ] {
        let found = lexicon.role(form).map(|role| (role.kind, role.lemma, role.gender));
        if found != Some((kind, lemma, Some(Gender::Feminine))) {
            wrong.push(format!("{form}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // The plural tells no gender of one person.
    let several = lexicon.role("Polizeisprecherinnen");
    assert_eq!(
        several.map(|role| (role.kind, role.number)),
        Some((RoleKind::Spokesperson, Some(Number::Plural)))
    );
    // The head of a compound with a hyphen may be a compound.
    assert_eq!(
        lexicon.role("CDU-Kreisvorsitzende").map(|role| role.head),
        Some("CDU-Kreis".len())
    );
    // One form for both: only the article or the name tells.
    for form in [
        "Vorsitzende",
        "CDU-Kreisvorsitzende",
        "Fraktionsvorsitzende",
        "Abgeordnete",
        "SPD-Bundestagsabgeordnete",
    ] {
        let role = lexicon.role(form);
        assert_eq!(
            role.map(|role| (role.kind, role.gender)),
            Some((RoleKind::Office, None)),
            "{form}"
        );
    }
    // The head is the last word of a compound, and names of women end in -in too.
    for form in [
        "Karin",
        "Berlin",
        "Katrin",
        "Medizin",
        "Sprecherinx",
        "Chefin-Test",
        "Kronlin",
    ] {
        assert_eq!(lexicon.role(form), None, "{form}");
    }
}
