//! Read German news by machine: who is named, who said what, what happened when.
