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
    uint64_t others;  /* controls but tabs and line ends; what is not ASCII */
    uint64_t escapes; /* tabs and backslashes */
    uint64_t leads;   /* 0xc3: of the letters from U+00C0 to U+00FF */
    uint64_t follows; /* 0x80 to 0xbf: behind the first byte of a letter */
};

/* What a block hands on to the next, and how far the index has come: see index_start(). */
struct index_state {
    uint64_t inside; /* all ones within quotes */
    uint64_t fresh;  /* 1: a quote may open here */
    uint64_t closed; /* 1: the byte before closed a cell */
    size_t ends;     /* places so far */
    size_t upto;
    bool letters; /* of the signs */
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
INDEX_INLINE struct index_state index_start(const struct csv_signs *signs)
{
    return (struct index_state){.fresh = 1, .letters = signs->letters};
}

INDEX_INLINE void index_finish(struct csv_index *index, const struct index_state *state)
{
    index->ends.count = state->ends;
    index->upto = state->upto;
    index->open = state->inside != 0;
    for (size_t i = 0; i < PLACES_ENDS; i++) {
        index->inner.at[index->inner.count + i] = PLACES_END;
        index->doubled.at[index->doubled.count + i] = PLACES_END;
        index->escapes.at[index->escapes.count + i] = PLACES_END;
    }
}

/* Writes the places of the ends. The first twelve are written, wanted or not: that costs less than
 * to ask how many there are. */
INDEX_INLINE void index_write(const struct csv_index *index, const struct index_state *state,
                              uint64_t ends)
{
    enum { MOST = 12 };
    const uint64_t last = (uint64_t)1 << (INDEX_BLOCK - 1); /* ctz of 0 is not defined */
    uint32_t *to = index->ends.at + state->ends;

    for (unsigned i = 0; i < MOST; i++, ends &= ends - 1)
        *to++ = (uint32_t)state->upto + (uint32_t)__builtin_ctzll(ends | last);
    for (; ends != 0; ends &= ends - 1)
        *to++ = (uint32_t)state->upto + (uint32_t)__builtin_ctzll(ends);
}

INDEX_INLINE void places_add(struct csv_places *places, uint64_t mask, size_t base)
{
    uint32_t *to = places->at + places->count;

    places->count += (size_t)__builtin_popcountll(mask);
    for (; mask != 0; mask &= mask - 1)
        *to++ = (uint32_t)base + (uint32_t)__builtin_ctzll(mask);
}

/* The same for what comes by two, if at all, and nobody knows when: two are written, wanted or not.
 */
INDEX_INLINE void places_add_few(struct csv_places *places, uint64_t mask, size_t base)
{
    const uint64_t last = (uint64_t)1 << (INDEX_BLOCK - 1); /* ctz of 0 is not defined */
    uint32_t *to = places->at + places->count;

    places->count += (size_t)__builtin_popcountll(mask);
    to[0] = (uint32_t)base + (uint32_t)__builtin_ctzll(mask | last);
    mask &= mask - 1;
    to[1] = (uint32_t)base + (uint32_t)__builtin_ctzll(mask | last);
    mask &= mask - 1;
    for (to += 2; mask != 0; mask &= mask - 1)
        *to++ = (uint32_t)base + (uint32_t)__builtin_ctzll(mask);
}

/* How many of the ends come before the first bit of a mask. */
INDEX_INLINE uint32_t ends_before(uint64_t ends, uint64_t mask)
{
    return (uint32_t)__builtin_popcountll(ends & ((mask & (0 - mask)) - 1));
}

/* Writes which of the ends are line ends. The first one is written, wanted or not: whether a block
 * holds one is hard to foretell, that it holds two is rare. */
INDEX_INLINE void lines_add(struct csv_places *lines, uint64_t ends, uint64_t mask, size_t before)
{
    uint32_t *to = lines->at + lines->count;

    lines->count += (size_t)__builtin_popcountll(mask);
    do {
        *to++ = (uint32_t)before + ends_before(ends, mask);
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
    masks->others &= there;
    masks->escapes &= there;
    masks->leads &= there;
    masks->follows &= there;
}

/* What is still to be looked at: all of the others, but nothing where they are whole letters from
 * U+00C0 to U+00FF (The Unicode Standard 15.0, table 3-7), none of them at the end of the block:
 * with what comes next that may be a damaged one (damage.h). */
INDEX_INLINE uint64_t index_others(const struct index_masks *masks, bool letters)
{
    uint64_t bytes = masks->leads | masks->follows;
    bool whole =
        masks->follows == masks->leads << 1 && bytes == masks->others && (int64_t)bytes >= 0;

    return letters && whole ? 0 : masks->others;
}

/* Takes a block of n bytes; `running` is, for each bit, the exclusive or of the quotes up to it.
 * `*ends` becomes the ends in it, which the caller writes. Returns how many bytes of it are good:
 * n, or fewer where a quote out of place comes next. */
INDEX_INLINE size_t index_block(struct csv_index *index, struct index_state *state,
                                const struct index_masks *masks, uint64_t running, size_t n,
                                uint64_t *ends)
{
    uint64_t inside = running ^ state->inside;
    uint64_t opening = masks->quotes & inside;
    uint64_t closing = masks->quotes & ~inside;
    uint64_t inner = masks->lines & inside;
    uint64_t outer = (masks->delimiters | masks->lines) & ~inside;
    uint64_t after = (closing << 1) | state->closed;
    uint64_t doubled = opening & after;
    uint64_t escapes = masks->escapes & ~outer;
    uint64_t odd = (opening & ~(((outer | closing) << 1) | state->fresh)) |
                   (after & ~(outer | opening) & index_there(n));

    state->inside = (uint64_t)0 - (inside >> (INDEX_BLOCK - 1));
    state->fresh = (outer | closing) >> (INDEX_BLOCK - 1);
    state->closed = closing >> (INDEX_BLOCK - 1);
    if ((inner | escapes | odd) != 0) {
        index->odd = odd != 0;
        n = odd == 0 ? n : (size_t)__builtin_ctzll(odd);
        places_add(&index->inner, inner & index_there(n), state->upto);
        places_add(&index->escapes, escapes & index_there(n), state->upto);
        doubled &= index_there(n);
        outer &= index_there(n);
    }
    places_add_few(&index->doubled, doubled, state->upto);
    lines_add(&index->lines, outer, masks->lines & outer, state->ends);
    index->others[state->upto / INDEX_BLOCK] = index_others(masks, state->letters);
    *ends = outer;
    return n;
}

/* Goes on behind the good bytes of a block, whose ends are written. */
INDEX_INLINE void index_next(struct index_state *state, uint64_t ends, size_t n)
{
    state->ends += (size_t)__builtin_popcountll(ends);
    state->upto += n;
}

#endif
