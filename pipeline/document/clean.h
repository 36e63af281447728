#ifndef DOCUMENT_CLEAN_H
#define DOCUMENT_CLEAN_H

/*
 * A copy of `text` that every format can hold: valid UTF-8 (a byte that is not becomes U+FFFD),
 * `\r\n` and `\r` as `\n`, tabs and the line and paragraph separators as a space, without the other
 * control characters (C0, DEL, C1), the characters that embed, override or isolate a direction of
 * writing (U+202A-202E, U+2066-2069) and noncharacters. NULL gives "". Free with g_free.
 */
char *clean_text(const char *text);

/* The same on one line: line breaks become spaces. Free with g_free. */
char *clean_line(const char *text);

#endif
