/* Agreement on where passages begin and end, and on their codes: Krippendorff's u-alpha family
 * (Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual
 * continua, Quality & Quantity 50, 2347; Krippendorff (2019), Content analysis, 4th ed., ch. 12).
 *
 * On each continuum (a conversation) every coder's line is cut into valued pieces and the gaps
 * between them, which have the value φ. ℓ_ck is the length of the intersections of ordered pairs of
 * coders where one said c and the other k, over (coders − 1); ℓ_c. its margins, ℓ.. its sum;
 * K_c = Σ L² over the pieces of value c, L their lengths, but K_φ = Σ L, since a gap is no unit.
 *   e_ck = (ℓ_c. ℓ_.k − [c = k]K_c)/(ℓ.. − ΣK/ℓ..), what chance would give;
 *   u-alpha = 1 − (ℓ.. − Σ ℓ_cc)/(Σ e − Σ e_cc); binary: the same with all values taken as one
 *     after e is computed;
 *   cu-alpha: of the intersections without φ only (ℓ*, e*, and K* with the part of a piece that
 *     meets a valued piece of anyone else): how well codes agree where both valued;
 *   (k)u-alpha = 1 − e*_.k/ℓ*_.k·(ℓ*_.k − ℓ*_kk)/(e*_.k − e*_kk), of one code;
 *   coverage of code k: ℓ*_.k/ℓ_.k, the part of its length that (k)u-alpha rests on.
 * Because of K_φ the value depends a little on the unit of length (seconds or milliseconds): say
 * which. Sums over continua are as if these stood one after the other, with a cut between. */
#ifndef STAT_UNITIZE_H
#define STAT_UNITIZE_H

#include "stat/cluster.h"

/* One passage, [start, end) in whole units of the continuum (milliseconds, characters, paragraphs).
 */
struct unitize_piece {
    size_t continuum;
    size_t coder;
    size_t category;
    int64_t start;
    int64_t end;
};

/* coded[continuum·coders + coder]: whether the coder worked on it, with or without a piece. Pieces
 * in any order. A continuum runs from 0 to lengths[continuum]. Borrowed for the call. */
struct unitize_data {
    const struct unitize_piece *pieces;
    size_t count;
    const int64_t *lengths;
    const bool *coded;
    size_t continua;
    size_t coders;
    size_t categories;
};

/* Why data cannot be used; piece (and other, for an overlap) say where. */
enum unitize_trouble {
    UNITIZE_FINE,
    UNITIZE_OVERLAP,   /* two pieces of one coder overlap: which of the codes counts? */
    UNITIZE_EMPTY,     /* end ≤ start */
    UNITIZE_OUTSIDE,   /* before 0, after the length; or coder, code or continuum out of range */
    UNITIZE_NOT_CODED, /* the coder is said not to have coded it */
    UNITIZE_TOO_LONG   /* a sum of squared lengths would not fit 62 bits */
};

struct unitize_fault {
    enum unitize_trouble trouble;
    size_t piece;
    size_t other;
};

/* What a column holds: the length of intersections where one coder said first and another second,
 * first ≤ second, φ being `categories`, on continua of `coders` coders; or a sum of squares. */
enum unitize_column {
    UNITIZE_MET,
    UNITIZE_SQUARES, /* K of first */
    UNITIZE_SHARED   /* K* of first */
};

struct unitize_cell {
    enum unitize_column column;
    uint32_t first;
    uint32_t second;
    uint32_t coders;
    double in_values; /* 1/(coders − 1) for UNITIZE_MET */
};

/* Continua collapsed to one integer vector each, counts[continuum·width + column]; those with fewer
 * than two coders count for nothing. Columns of a kind stand together, UNITIZE_MET before met;
 * cells that stay empty have none. total is the sum of the continua. */
struct unitize {
    size_t categories;
    size_t clusters;
    size_t met;
    size_t width;
    struct unitize_cell *cells;
    int64_t *counts;
    int64_t *total;
};

/* Collapses data, which are not kept. Anything but UNITIZE_FINE leaves nothing to release.
 * Allocates; release with unitize_free. */
struct unitize_fault unitize_collapse(struct unitize *unitize, const struct unitize_data *data);

void unitize_free(struct unitize *unitize);

enum unitize_kind {
    UNITIZE_ALPHA,        /* u-alpha */
    UNITIZE_BINARY,       /* valued or not */
    UNITIZE_CODES,        /* cu-alpha */
    UNITIZE_CODE,         /* (k)u-alpha of category */
    UNITIZE_CODE_COVERAGE /* of category, a share */
};

struct unitize_coefficient {
    enum unitize_kind kind;
    size_t category;
};

/* n counts the continua with at least two coders. STAT_TOO_FEW if there is none, or no length that
 * the coefficient is about; STAT_NO_VARIATION if chance leaves nothing to disagree about (say, no
 * piece at all, or one code only). */
struct stat_value unitize_value(const struct unitize *unitize,
                                const struct unitize_coefficient *coefficient);

/* With intervals over the continua, as agreement_intervals (stat/agreement.h). */
void unitize_intervals(const struct unitize *unitize,
                       const struct unitize_coefficient *coefficients, size_t count,
                       const struct resample_settings *settings, struct cluster_interval *results);

#endif
