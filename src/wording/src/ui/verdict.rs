//! Texts of the verdict, score and result screens.
