//! The form in which names are compared, so that no two look alike and differ.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;

/// The compared form of a text: NFKC, case-folded, NFKC again, since folding can undo composition
/// (Unicode Standard §3.13, D146).
pub fn fold(text: &str) -> String {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let folded = CaseMapper::new().fold_string(&nfkc.normalize(text)).into_owned();
    nfkc.normalize(&folded).into_owned()
}
