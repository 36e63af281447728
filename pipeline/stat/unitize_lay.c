#include "stat/unitize_lay.h"

#include <stdlib.h>

static int laid_compare(const void *left, const void *right)
{
    const struct unitize_laid *one = (const struct unitize_laid *)left;
    const struct unitize_laid *other = (const struct unitize_laid *)right;
    if (one->piece.continuum != other->piece.continuum)
        return one->piece.continuum < other->piece.continuum ? -1 : 1;
    if (one->piece.coder != other->piece.coder)
        return one->piece.coder < other->piece.coder ? -1 : 1;
    if (one->piece.start != other->piece.start)
        return one->piece.start < other->piece.start ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

size_t unitize_coders(const struct unitize_data *data, size_t continuum)
{
    size_t n = 0;
    for (size_t coder = 0; coder < data->coders; coder++)
        n += data->coded[continuum * data->coders + coder];
    return n;
}

static enum unitize_trouble piece_trouble(const struct unitize_data *data,
                                          const struct unitize_piece *piece)
{
    if (piece->continuum >= data->continua || piece->coder >= data->coders ||
        piece->category >= data->categories)
        return UNITIZE_OUTSIDE;
    if (piece->end <= piece->start)
        return UNITIZE_EMPTY;
    if (piece->start < 0 || piece->end > data->lengths[piece->continuum])
        return UNITIZE_OUTSIDE;
    if (!data->coded[piece->continuum * data->coders + piece->coder])
        return UNITIZE_NOT_CODED;
    return UNITIZE_FINE;
}

struct unitize_fault unitize_check(const struct unitize_data *data)
{
    double squares = 0;
    for (size_t i = 0; i < data->count; i++) {
        enum unitize_trouble trouble = piece_trouble(data, &data->pieces[i]);
        if (trouble != UNITIZE_FINE)
            return (struct unitize_fault){trouble, i, i};
    }
    for (size_t i = 0; i < data->continua; i++)
        squares += (double)unitize_coders(data, i) * (double)unitize_coders(data, i) *
                   (double)data->lengths[i] * (double)data->lengths[i];
    return (struct unitize_fault){squares < 0x1p62 ? UNITIZE_FINE : UNITIZE_TOO_LONG, 0, 0};
}

struct unitize_fault unitize_lay(const struct unitize_data *data, struct unitize_laid *laid)
{
    for (size_t i = 0; i < data->count; i++)
        laid[i] = (struct unitize_laid){.piece = data->pieces[i], .index = i};
    if (data->count > 1)
        qsort(laid, data->count, sizeof *laid, laid_compare);
    for (size_t i = 1; i < data->count; i++) {
        const struct unitize_piece *before = &laid[i - 1].piece;
        const struct unitize_piece *after = &laid[i].piece;
        if (before->continuum == after->continuum && before->coder == after->coder &&
            after->start < before->end)
            return (struct unitize_fault){UNITIZE_OVERLAP, laid[i].index, laid[i - 1].index};
    }
    return (struct unitize_fault){UNITIZE_FINE, 0, 0};
}
