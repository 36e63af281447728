#include "base/word.h"

#include <glib.h>
#include <stdbool.h>

enum word_kind { WORD_SPACE, WORD_SIGN, WORD_LETTER };

/* Kind of the character at `*at`, which moves behind it. */
static enum word_kind word_step(const char **at, const char *stop)
{
    unsigned char byte = (unsigned char)**at;
    gunichar letter;

    if (byte < 0x80) {
        (*at)++;
        return g_ascii_isalnum(byte) ? WORD_LETTER : g_ascii_isspace(byte) ? WORD_SPACE : WORD_SIGN;
    }
    letter = g_utf8_get_char_validated(*at, stop - *at);
    if (letter >= (gunichar)-2) {
        (*at)++;
        return WORD_SIGN;
    }
    *at = g_utf8_next_char(*at);
    return g_unichar_isalnum(letter)   ? WORD_LETTER
           : g_unichar_isspace(letter) ? WORD_SPACE
                                       : WORD_SIGN;
}

int64_t word_count(const char *text, size_t length)
{
    const char *stop = text + length;
    int64_t n = 0;
    bool counted = false;

    while (text < stop) {
        enum word_kind kind = word_step(&text, stop);

        if (kind == WORD_SPACE)
            counted = false;
        if (kind == WORD_LETTER && !counted) {
            counted = true;
            n++;
        }
    }
    return n;
}
