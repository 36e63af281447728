/* Makes a coded CSV of begeleidingsgesprekken, the same bytes every time: about 84 rows a
 * conversation, 8 conversations a wpb (4 vooraf, 4 achteraf), turns of wpb and student in turn,
 * quoted Dutch text with commas, doubled quotes, UTF-8 and newlines, about 150 bytes a row. Most
 * turns of the wpb have one code of koenig, some two (two rows), some none. Invented, every word.
 *
 *     build/bench/turns 1000000 > turns.csv
 *     build/bench/turns 1000000 --shuffle > shuffled.csv     the same records in another order */
#include <glib.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { SHORTEST = 72, LONGEST = 96, PER_WPB = 8, TENTHS = 10 };

static const char header[] = "school,wpb,student,moment,gesprek,beurt,begin,einde,"
                             "spreker,rol,codeur,code,tekst\n";

static const char *const schools[] = {"De Vuurtoren",      "Coöperatief Lyceum", "Het Kompas",
                                      "\"De Brug, Oost\"", "Stedelijk College",  "De Zaaier"};

static const char *const codes[] = {"openstellen", "luisteren", "terugkoppelen", "gevoelsreflectie",
                                    "doorvragen",  "ordenen",   "duiden",        "confronteren",
                                    "informeren",  "adviseren", "oordelen",      "opleggen"};

static const char *const openings[] = {
    "Dus je merkte",
    "Volgens mij zag ik",
    "Ik weet nog",
    "Je vertelde net",
    "Wat mij opviel is",
    "Als ik het goed begrijp, vond je",
    "Hm hm, ja",
    "Zeg eens eerlijk",
    "Nou, eigenlijk dacht ik",
    "Bij ons op school geldt",
    "Wat deed je toen je zag",
    "De vorige keer hoorde ik",
};

static const char *const middles[] = {
    " dat ze afhaakten",
    " hoe stil het werd",
    " dat de coördinator meekeek",
    " dat het bord vol stond",
    " wat de groepjes achterin deden",
    " dat niemand \"\"ja\"\" zei",
    " dat één leerling bleef praten",
    " hoe jij de beurten verdeelde",
};

static const char *const endings[] = {
    ".",
    "?",
    ", klopt dat?",
    ", of zie ik dat verkeerd?",
    ", en dat ging beter dan vorige week.",
    ", zei hij: \"\"dat kan ik niet\"\".",
    ", terwijl de uitleg nog moest beginnen.",
};

struct turns {
    uint64_t state;
    GString *out;
    GArray *begins; /* size_t: where each record begins in `out` */
    bool shuffled;
    int64_t wanted;
};

/* splitmix64 (Steele, Lea and Flood 2014), reduced to [0, n). */
static uint64_t turns_draw(struct turns *turns, uint64_t n)
{
    uint64_t z = turns->state += 0x9e3779b97f4a7c15U;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return ((z ^ (z >> 31)) >> 11) % n;
}

static const char *turns_pick(struct turns *turns, const char *const *texts, size_t n)
{
    return texts[turns_draw(turns, n)];
}

/* Low codes are seldom and high codes common, as among untrained wpb's: weight i + 1 of 78. */
static const char *turns_code(struct turns *turns)
{
    uint64_t drawn = turns_draw(turns, 78);
    size_t code = 0;

    for (; drawn > code; code++)
        drawn -= code + 1;
    return codes[code];
}

static void turns_text(struct turns *turns, GString *text)
{
    g_string_assign(text, turns_pick(turns, openings, G_N_ELEMENTS(openings)));
    g_string_append(text, turns_pick(turns, middles, G_N_ELEMENTS(middles)));
    if (turns_draw(turns, 4) == 0)
        g_string_append_printf(text, " en%s", turns_pick(turns, middles, G_N_ELEMENTS(middles)));
    g_string_append(text, turns_pick(turns, endings, G_N_ELEMENTS(endings)));
    if (turns_draw(turns, 32) == 0)
        g_string_append(text, "\nMaar daarna ging het goed …");
}

static bool turns_row(struct turns *turns, const char *context, const char *code, const char *text)
{
    if ((int64_t)turns->begins->len == turns->wanted)
        return false;
    g_array_append_val(turns->begins, turns->out->len);
    g_string_append_printf(turns->out, "%sA,%s,\"%s\"\n", context, code, text);
    if (!turns->shuffled && turns->out->len > 1 << 20) {
        fwrite(turns->out->str, 1, turns->out->len, stdout);
        g_string_truncate(turns->out, 0);
    }
    return true;
}

/* One turn of a conversation: a row, two where two codes were given. */
static bool turns_turn(struct turns *turns, const char *context, bool of_wpb, const char *text)
{
    const char *code = of_wpb && turns_draw(turns, 8) > 0 ? turns_code(turns) : "";
    const char *second = turns_code(turns);

    if (!turns_row(turns, context, code, text))
        return false;
    if (*code == '\0' || second == code || turns_draw(turns, 16) > 0)
        return true;
    return turns_row(turns, context, second, text);
}

/* School, wpb, student, moment and name of a conversation. */
static void turns_context(int64_t conversation, GString *context)
{
    int64_t wpb = conversation / PER_WPB;
    int64_t place = conversation % PER_WPB;

    g_string_printf(context, "%s,w%05" PRId64 ",s%05" PRId64 "%c,%s,g%06" PRId64 ",",
                    schools[wpb / 4 % (int64_t)G_N_ELEMENTS(schools)], wpb, wpb,
                    (char)('a' + place % 2), place < PER_WPB / 2 ? "vooraf" : "achteraf",
                    conversation);
}

static bool turns_conversation(struct turns *turns, int64_t conversation)
{
    uint64_t length = SHORTEST + turns_draw(turns, LONGEST - SHORTEST + 1);
    GString *head = g_string_new(NULL);
    GString *context = g_string_new(NULL);
    GString *text = g_string_new(NULL);
    uint64_t now = 0; /* tenths of a second */
    bool more = true;

    turns_context(conversation, head);
    for (uint64_t turn = 1; more && turn <= length; turn++) {
        uint64_t stop = now + 8 + turns_draw(turns, 150);
        bool of_wpb = turn % 2 == 1;

        g_string_printf(
            context, "%s%" PRIu64 ",%" PRIu64 ".%c,%" PRIu64 ".%c,%c%05" PRId64 "%.*s,%s,",
            head->str, turn, now / TENTHS, (char)('0' + now % TENTHS), stop / TENTHS,
            (char)('0' + stop % TENTHS), of_wpb ? 'w' : 's', conversation / PER_WPB, of_wpb ? 0 : 1,
            conversation % 2 == 0 ? "a" : "b", of_wpb ? "wpb" : "student");
        turns_text(turns, text);
        more = turns_turn(turns, context->str, of_wpb, text->str);
        now = stop;
    }
    g_string_free(head, TRUE);
    g_string_free(context, TRUE);
    g_string_free(text, TRUE);
    return more;
}

/* Fisher and Yates over the records, then out. */
static void turns_write_shuffled(struct turns *turns)
{
    size_t n = turns->begins->len;
    size_t *order = g_new0(size_t, n);
    const size_t *begins;

    g_array_append_val(turns->begins, turns->out->len);
    begins = (const size_t *)(const void *)turns->begins->data;
    for (size_t i = 0; i < n; i++) {
        size_t j = (size_t)turns_draw(turns, i + 1);

        order[i] = order[j];
        order[j] = i;
    }
    for (size_t i = 0; i < n; i++)
        fwrite(turns->out->str + begins[order[i]], 1, begins[order[i] + 1] - begins[order[i]],
               stdout);
    g_free(order);
}

int main(int argc, char **argv)
{
    struct turns turns = {.state = 20220401, .shuffled = argc == 3};
    bool more = true;

    if (argc < 2 || argc > 3 || (argc == 3 && strcmp(argv[2], "--shuffle") != 0) ||
        !g_ascii_string_to_signed(argv[1], 10, 1, INT32_MAX, &turns.wanted, NULL)) {
        fputs("turns: say ROWS, or ROWS --shuffle\n", stderr);
        return 2;
    }
    turns.out = g_string_new(NULL);
    turns.begins = g_array_new(FALSE, FALSE, sizeof(size_t));
    fputs(header, stdout);
    for (int64_t i = 0; more; i++)
        more = turns_conversation(&turns, i);
    if (turns.shuffled)
        turns_write_shuffled(&turns);
    else
        fwrite(turns.out->str, 1, turns.out->len, stdout);
    g_string_free(turns.out, TRUE);
    g_array_free(turns.begins, TRUE);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 3;
}
