/* Draws data-samples/scalda: conversations coded by two trainers and the proeve van bekwaamheid,
 * from the values of geplant.csv.
 *
 *     build/draw/scalda data-samples/scalda
 *
 * The first trainer's code of a turn is drawn by its weight. The second sees the same with the
 * chance planted for that code, takes it for another one with the chance of a planted confusion,
 * and else gives a neighbour on the axis. A rating is 1 + Binomial(3, p), p a draw of the wpb; the
 * wpb's own p is higher by a third of what is planted, so that the expected difference between self
 * and others is the planted one. */

#include "draw.h"

#include "base/fail.h"
#include "codebook/codebook.h"

#include <string.h>

enum { SEED = 20220409, TURNS = 26, MOMENTS = 3 };

/* One turn of a wpb: what each trainer made of it, NULL for no code. */
struct turn {
    const struct code *codes[2];
    const char *text;
    double from;
    double to;
};

static struct {
    struct random_stream stream;
    GPtrArray *plan; /* geplant.csv */
    GPtrArray *names;
    GPtrArray *sentences;
    struct codebooks *books;
    GPtrArray *codes; /* of the axis; the first is NULL: no code */
    GString *text;
    const char *folder;
} draw;

static const char *const trainers[] = {"trainer Anna", "trainer Bas"};

/* 0 where geplant.csv says nothing. */
static double planted(const char *what, const char *code, const char *other)
{
    return draw_planted(draw.plan, what, code, other, 0);
}

static const char *code_name(guint i)
{
    const struct code *code = draw.codes->pdata[i];

    return code != NULL ? code->code : "";
}

static char *wpb_name(guint i)
{
    return draw_name(draw.names, i + 5, 4 * i);
}

static guint draw_first(void)
{
    double weights[32];

    for (guint i = 0; i < draw.codes->len; i++)
        weights[i] = planted("weight", code_name(i), "");
    return (guint)draw_weighted(&draw.stream, weights, draw.codes->len);
}

/* What the second trainer makes of it. */
static guint draw_second(guint first)
{
    double u = draw_unit(&draw.stream) - planted("same", code_name(first), "");

    if (u < 0)
        return first;
    for (guint i = 1; i < draw.codes->len; i++) {
        u -= planted("confusion", code_name(first), code_name(i));
        if (u < 0)
            return i;
    }
    if (first == 0)
        return 1 + random_below(&draw.stream, draw.codes->len - 1);
    if (first == 1 || (first + 1 < draw.codes->len && draw_unit(&draw.stream) < 0.5))
        return first + 1;
    return first - 1;
}

static void draw_turns(struct turn turns[TURNS])
{
    double at = 0;

    for (int i = 0; i < TURNS; i++) {
        guint first = draw_first();

        turns[i].codes[0] = draw.codes->pdata[first];
        turns[i].codes[1] = draw.codes->pdata[draw_second(first)];
        turns[i].text = draw_sentence(&draw.stream, draw.sentences, code_name(first));
        turns[i].from = at;
        turns[i].to = at + draw_between(&draw.stream, 2, 24);
        at = turns[i].to + draw_between(&draw.stream, 2, 30);
    }
}

static void conversation_write(GString *text, guint number, const struct turn *turns, int trainer)
{
    char *source = g_strdup_printf("opname %u", number + 1);
    char *wpb = wpb_name(number);

    for (int i = 0; i < TURNS; i++) {
        const struct code *code = turns[i].codes[trainer];

        draw_add(text, source);
        draw_add(text, wpb);
        draw_add(text, "wpb");
        draw_add_number(text, 2 * i + 1, 0);
        draw_add_number(text, turns[i].from, 1);
        draw_add_number(text, turns[i].to, 1);
        draw_add(text, trainers[trainer]);
        draw_add(text, code != NULL ? code->label : "");
        draw_add(text, turns[i].text);
        draw_end(text);
    }
    g_free(wpb);
    g_free(source);
}

static void moment_write(guint number, int turn, const char *who, const char *role,
                         const struct code *moment, const char *quote)
{
    char *source = g_strdup_printf("opname %u", number + 1);
    char *wpb = wpb_name(number);

    draw_add(draw.text, source);
    draw_add(draw.text, wpb);
    draw_add(draw.text, role);
    draw_add_number(draw.text, 2 * turn + 1, 0);
    draw_add(draw.text, who);
    draw_add(draw.text, moment->label);
    draw_add(draw.text, quote);
    draw_end(draw.text);
    g_free(wpb);
    g_free(source);
}

/* A turn that this person did not name yet; of the wpb's own side of the axis where `side` is not
 * -1.
 */
static int moment_turn(const struct turn *turns, const bool taken[TURNS], int side)
{
    for (;;) {
        int turn = (int)random_below(&draw.stream, TURNS);
        const struct code *code = turns[turn].codes[0];

        if (!taken[turn] && (side < 0 || (code != NULL && code->side_id == side)))
            return turn;
    }
}

/* Three strong moments and three weaker ones of everybody: the wpb's own strong ones are where the
 * first side of the axis is; a trainer points at the wpb's own moment half of the time. */
static void draw_moments(guint number, const struct turn *turns)
{
    static const char *const kinds[] = {"sterk-moment", "minder-sterk-moment"};
    bool taken[3][TURNS] = {{false}};

    for (int i = 0; i < 2 * MOMENTS; i++) {
        const struct code *kind = codebooks_code(draw.books, kinds[i % 2]);
        int own = moment_turn(turns, taken[0], i % 2);

        for (int who = 0; who < 3; who++) {
            bool same = who == 0 || (!taken[who][own] && draw_unit(&draw.stream) < 0.5);
            int turn = same ? own : moment_turn(turns, taken[who], -1);

            taken[who][turn] = true;
            moment_write(number, turn, who == 0 ? "zelf" : trainers[who - 1], "wpb", kind,
                         turns[turn].text);
        }
    }
}

static void rating_write(const char *of, const char *by, const char *role, const struct item *item,
                         double p)
{
    draw_add(draw.text, of);
    draw_add(draw.text, by);
    draw_add(draw.text, role);
    draw_add(draw.text, item->label);
    draw_add_number(draw.text, 1 + draw_binomial(&draw.stream, 3, p), 0);
    draw_end(draw.text);
}

/* The wpb, the next wpb as fellow participant, and both trainers rate every criterion. */
static void draw_ratings(guint number)
{
    const GPtrArray *items = codebooks_at(draw.books, 2)->items;
    char *wpb = wpb_name(number);
    char *fellow = wpb_name((number + 1) % (guint)planted("wpbs", "", ""));
    double base = draw_between(&draw.stream, 0.4, 0.65);

    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];

        rating_write(wpb, wpb, "wpb", item, base + planted("self", item->item, "") / 3);
        rating_write(wpb, fellow, "medecursist", item, base);
        for (int t = 0; t < 2; t++)
            rating_write(wpb, trainers[t], "trainer", item, base);
    }
    g_free(fellow);
    g_free(wpb);
}

static void draw_conversations(void)
{
    static const char header[] = "Opname;Wpb;Rol;Beurt;Begin;Eind;Codeur;Code;Tekst\r\n";
    GString *texts[] = {g_string_new(header), g_string_new(header)};

    g_string_append(draw.text, "Opname;Wpb;Rol;Beurt;Codeur;Code;Tekst\r\n");
    for (guint i = 0; i < (guint)planted("wpbs", "", ""); i++) {
        struct turn turns[TURNS];

        draw_turns(turns);
        conversation_write(texts[0], i, turns, 0);
        if (i < (guint)planted("double", "", ""))
            conversation_write(texts[1], i, turns, 1);
        draw_moments(i, turns);
    }
    draw_save(texts[0], draw.folder, "trainer-anna.csv", DRAW_MARK);
    draw_save(texts[1], draw.folder, "trainer-bas.csv", DRAW_WINDOWS);
    draw_save(draw.text, draw.folder, "momenten.csv", DRAW_MARK);
    g_string_free(texts[0], TRUE);
    g_string_free(texts[1], TRUE);
}

int main(int argc, char **argv)
{
    static char *books[] = {"koenig", "proeve", "proeve-oordeel", NULL};
    char *plan;

    fail_program("scalda");
    if (argc != 2)
        fail(STATUS_USAGE, "say the folder: data-samples/scalda");
    random_start(&draw.stream, SEED, 0);
    draw.folder = argv[1];
    plan = g_build_filename(argv[1], "geplant.csv", NULL);
    draw.plan = draw_table(plan);
    draw.names = draw_table("data-samples/draw/namen.csv");
    draw.sentences = draw_table("data-samples/draw/zinnen.csv");
    draw.books = codebooks_load(books);
    draw.codes = g_ptr_array_new();
    draw.text = g_string_new(NULL);
    g_ptr_array_add(draw.codes, NULL);
    for (guint i = 0; i < codebooks_at(draw.books, 0)->codes->len; i++)
        g_ptr_array_add(draw.codes, codebooks_at(draw.books, 0)->codes->pdata[i]);
    draw_conversations();
    g_string_append(draw.text, "Respondent;Beoordelaar;Rol;Criterium;Oordeel\r\n");
    for (guint i = 0; i < (guint)planted("wpbs", "", ""); i++)
        draw_ratings(i);
    draw_save(draw.text, draw.folder, "oordelen.csv", DRAW_MARK);
    return 0;
}
