//! The built-in German gazetteer of Wortlaut: compiled data, provenance and licences.
