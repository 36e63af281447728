#ifndef CODEBOOK_FOLD_H
#define CODEBOOK_FOLD_H

/* Texts made comparable: two texts that a person would call the same become the same bytes. All
 * results are to be freed. */

/* Case folded; outer space gone, runs of white space (no-break spaces and line ends too) as one
 * space; typographic quotes and dashes as ' " -; signs that nobody sees (unseen.h) gone; tags
 * (`<br>`) and the common HTML entities replaced; composed and decomposed letters alike. `text` is
 * UTF-8. */
char *fold_text(const char *text);

/* As fold_text(), without the signs at its end (. ? ! : ; and the * of a question that must be
 * answered): whoever copies a question leaves these out, or adds them. */
char *fold_question(const char *text);

/* As fold_text(), and `_`, space, `[` and `.` become `-`, `]` goes: "Q1[SQ001]" and "q1_sq001" are
 * one name. */
char *fold_name(const char *text);

/* A copy without white space (no-break spaces too) and signs that nobody sees at both ends. */
char *fold_trim(const char *text);

#endif
