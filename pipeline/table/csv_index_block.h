#ifndef TABLE_CSV_INDEX_BLOCK_H
#define TABLE_CSV_INDEX_BLOCK_H

#include "table/csv_index.h"

/* One block of 64 bytes of the index of structure: from masks of what its bytes are to places. For
 * the files csv_index*.c only, which make the masks, each by instructions of its own. */

enum { INDEX_BLOCK = 64 };

/* Which bytes of a block are what; bit i is byte i. */
struct index_masks {
    uint64_t quotes;
    uint64_t delimiters;
    uint64_t lines;
    uint64_t letters; /* what is not ASCII */
    uint64_t follows; /* of these 0x80 to 0xbf: behind the first byte of a letter */
    uint64_t rare;    /* controls, backslashes, 0x7f, and first bytes of letters but 0xc3 */
};

/* What of a block is to be written. */
struct index_found {
    uint64_t ends;
    uint64_t doubled;
};

/* What a block hands on to the next, and how far the index has come: see index_start(). */
struct index_state {
    const char *bytes;
    uint64_t inside; /* all ones within quotes */
    uint64_t fresh;  /* 1: a quote may open here */
    uint64_t closed; /* 1: the byte before closed a cell */
    size_t ends;     /* places so far, */
    size_t doubled;  /* and quotes that are doubled */
    size_t upto;
    bool odd;  /* the quote that comes next is out of place */
    bool utf8; /* the bytes are said to be UTF-8 */
};

#define INDEX_INLINE static inline __attribute__((always_inline))

/* The index of bytes[0 .. n) by these instructions; the first two must be asked for. */
bool csv_index_has_avx512(void);
bool csv_index_has_avx2(void);
void csv_index_avx512(struct csv_index *index, const char *bytes, size_t n,
                      const struct csv_signs *signs);
void csv_index_avx2(struct csv_index *index, const char *bytes, size_t n,
                    const struct csv_signs *signs);
void csv_index_sse2(struct csv_index *index, const char *bytes, size_t n,
                    const struct csv_signs *signs);

/* The state before the first block, and after the last one. */
INDEX_INLINE struct index_state index_start(const char *bytes, const struct csv_signs *signs)
{
    return (struct index_state){.bytes = bytes, .fresh = 1, .utf8 = signs->letters};
}

INDEX_INLINE void index_finish(struct csv_index *index, const struct index_state *state)
{
    index->ends.count = state->ends;
    index->upto = state->upto;
    index->odd = state->odd;
    index->open = state->inside != 0;
    index->before[index->lines.count] = (uint32_t)state->doubled;
    for (size_t i = 0; i < PLACES_ENDS; i++) {
        index->inner.at[index->inner.count + i] = PLACES_END;
        index->escapes.at[index->escapes.count + i] = PLACES_END;
    }
}

/* The first bit of a mask, any where it has none: what is written unasked. */
INDEX_INLINE uint32_t mask_first(uint64_t mask)
{
    const uint64_t last = (uint64_t)1 << (INDEX_BLOCK - 1); /* ctz of 0 is not defined */

    return (uint32_t)__builtin_ctzll(mask | last);
}

/* Writes the places of the first two bits of a mask, wanted or not: that costs less than to ask how
 * many there are. Returns the bits behind them. */
INDEX_INLINE uint64_t places_two(uint32_t *to, uint64_t mask, size_t base)
{
    to[0] = (uint32_t)base + mask_first(mask);
    mask &= mask - 1;
    to[1] = (uint32_t)base + mask_first(mask);
    return mask & (mask - 1);
}

/* Writes the places of all bits. */
INDEX_INLINE void places_all(uint32_t *to, uint64_t mask, size_t base)
{
    for (; mask != 0; mask &= mask - 1)
        *to++ = (uint32_t)base + (uint32_t)__builtin_ctzll(mask);
}

/* Writes the places of what was found: few blocks have more than twelve ends, or quotes doubled
 * more than twice. */
INDEX_INLINE void index_write(const struct csv_index *index, const struct index_state *state,
                              const struct index_found *found)
{
    enum { MOST = 12 };
    uint32_t *to = index->ends.at + state->ends;
    uint64_t mask = found->ends;

    for (size_t i = 0; i < MOST; i += 2)
        mask = places_two(to + i, mask, state->upto);
    places_all(to + MOST, mask, state->upto);
    to = index->doubled + state->doubled;
    places_all(to + 2, places_two(to, found->doubled, state->upto), state->upto);
}

INDEX_INLINE void places_add(struct csv_places *places, uint64_t mask, size_t base)
{
    places_all(places->at + places->count, mask, base);
    places->count += (size_t)__builtin_popcountll(mask);
}

/* Writes which of the ends are line ends, and how many quotes are doubled before each. The first
 * one is written, wanted or not: whether a block holds one is hard to foretell, that it holds two
 * is rare. */
INDEX_INLINE void lines_add(struct csv_index *index, const struct index_state *state, uint64_t ends,
                            uint64_t mask, uint64_t doubled)
{
    size_t line = index->lines.count;

    index->lines.count += (size_t)__builtin_popcountll(mask);
    do {
        uint64_t below = (mask & (0 - mask)) - 1;

        index->lines.at[line] =
            (uint32_t)state->ends + (uint32_t)__builtin_popcountll(ends & below);
        index->before[line++] =
            (uint32_t)state->doubled + (uint32_t)__builtin_popcountll(doubled & below);
        mask &= mask - 1;
    } while (mask != 0);
}

/* Which of the block's bytes there are, when n are left. */
INDEX_INLINE uint64_t index_there(size_t n)
{
    return n >= INDEX_BLOCK ? ~(uint64_t)0 : ((uint64_t)1 << n) - 1;
}

INDEX_INLINE void masks_cut(struct index_masks *masks, uint64_t there)
{
    masks->quotes &= there;
    masks->delimiters &= there;
    masks->lines &= there;
    masks->letters &= there;
    masks->follows &= there;
    masks->rare &= there;
}

/* Letters that are still to be looked at: none where all are whole and from U+00C0 to U+00FF (The
 * Unicode Standard 15.0, table 3-7), and none stands at the end of the block: with what comes next
 * that may be a damaged one (damage.h). */
INDEX_INLINE uint64_t index_letters(const struct index_masks *masks, bool utf8)
{
    uint64_t leads = masks->letters & ~masks->follows & ~masks->rare;
    bool whole = masks->follows == leads << 1 && masks->letters >> (INDEX_BLOCK - 1) == 0;

    return utf8 && whole ? 0 : masks->letters;
}

/* Which of some bytes of a block are tabs or backslashes. */
INDEX_INLINE uint64_t index_escapes(const char *block, uint64_t mask)
{
    uint64_t escapes = 0;

    for (; mask != 0; mask &= mask - 1) {
        uint64_t bit = mask & (0 - mask);
        char byte = block[__builtin_ctzll(mask)];

        escapes |= byte == '\t' || byte == '\\' ? bit : 0;
    }
    return escapes;
}

/* Takes a block of n bytes; `running` is, for each bit, the exclusive or of the quotes up to it.
 * `*found` becomes what the caller is to write. Returns how many bytes of it are good: n, or fewer
 * where a quote out of place comes next. */
INDEX_INLINE size_t index_block(struct csv_index *index, struct index_state *state,
                                const struct index_masks *masks, uint64_t running, size_t n,
                                struct index_found *found)
{
    uint64_t inside = running ^ state->inside;
    uint64_t opening = masks->quotes & inside;
    uint64_t closing = masks->quotes & ~inside;
    uint64_t inner = masks->lines & inside;
    uint64_t outer = (masks->delimiters | masks->lines) & ~inside;
    uint64_t after = (closing << 1) | state->closed;
    uint64_t doubled = opening & after;
    uint64_t rare = masks->rare & ~(outer | inner);
    uint64_t others = index_letters(masks, state->utf8);
    uint64_t odd = (opening & ~(((outer | closing) << 1) | state->fresh)) |
                   (after & ~(outer | opening) & index_there(n));

    state->inside = (uint64_t)0 - (inside >> (INDEX_BLOCK - 1));
    state->fresh = (outer | closing) >> (INDEX_BLOCK - 1);
    state->closed = closing >> (INDEX_BLOCK - 1);
    if ((inner | rare | odd) != 0) {
        uint64_t escapes = index_escapes(state->bytes + state->upto, rare);

        others |= rare & ~escapes;
        state->odd = odd != 0;
        n = odd == 0 ? n : (size_t)__builtin_ctzll(odd);
        places_add(&index->inner, inner & index_there(n), state->upto);
        places_add(&index->escapes, escapes & index_there(n), state->upto);
        doubled &= index_there(n);
        outer &= index_there(n);
    }
    lines_add(index, state, outer, masks->lines & outer, doubled);
    index->others[state->upto / INDEX_BLOCK] = others;
    *found = (struct index_found){outer, doubled};
    return n;
}

/* Goes on behind the good bytes of a block, of which all is written. */
INDEX_INLINE void index_next(struct index_state *state, const struct index_found *found, size_t n)
{
    state->ends += (size_t)__builtin_popcountll(found->ends);
    state->doubled += (size_t)__builtin_popcountll(found->doubled);
    state->upto += n;
}

#endif
