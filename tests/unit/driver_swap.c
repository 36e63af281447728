/* A folder that changes as a whole: both ways, a run that stops, what a dead one left behind. */

#include "driver/say.c"  // NOLINT(bugprone-suspicious-include): their statics are tested
#include "driver/swap.c" // NOLINT(bugprone-suspicious-include)
#include "driver/tree.c" // NOLINT(bugprone-suspicious-include)

#include <setjmp.h>

static jmp_buf way_out;
static int stopped;

static void take_way_out(int status)
{
    stopped = status;
    longjmp(way_out, 1); // NOLINT(cert-err52-cpp,bugprone-*)
}

/* A scratch folder and in it the target. */
static char *scratch_make(char **target)
{
    char *scratch = g_dir_make_tmp("swap-XXXXXX", NULL);

    *target = g_build_filename(scratch, "uitvoer", NULL);
    return scratch;
}

static void put(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    char *parent = g_path_get_dirname(path);

    g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_free(parent);
    g_free(path);
}

static void assert_text(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    char *found = NULL;

    g_assert_true(g_file_get_contents(path, &found, NULL, NULL));
    g_assert_cmpstr(found, ==, text);
    g_free(found);
    g_free(path);
}

static guint entries(const char *folder)
{
    GPtrArray *names = tree_names(folder);
    guint n = names->len;

    g_ptr_array_free(names, TRUE);
    return n;
}

static void make_output(const char *target, const char *text, enum swap_way way)
{
    struct swap swap;

    swap_open(&swap, target);
    put(swap.build, "prive/a.txt", text);
    put(swap.build, "index.html", text);
    swap_commit(&swap, way);
    swap_free(&swap);
}

static void test_exchange(void)
{
    char *target;
    char *scratch = scratch_make(&target);
    struct stat about;

    make_output(target, "een", SWAP_EXCHANGE);
    assert_text(target, "prive/a.txt", "een");
    make_output(target, "twee", SWAP_EXCHANGE);
    assert_text(target, "prive/a.txt", "twee");
    g_assert_cmpuint(entries(scratch), ==, 1);
    g_assert_cmpint(stat(target, &about), ==, 0);
    g_assert_cmpuint(about.st_mode & 0777, ==, 0700);
    g_assert_true(tree_remove(scratch));
    g_free(target);
    g_free(scratch);
}

static void test_renames(void)
{
    char *target;
    char *scratch = scratch_make(&target);
    char *previous = g_strconcat(target, ".vorige", NULL);

    make_output(target, "een", SWAP_RENAMES);
    g_assert_false(g_file_test(previous, G_FILE_TEST_EXISTS));
    make_output(target, "twee", SWAP_RENAMES);
    assert_text(previous, "prive/a.txt", "een");
    make_output(target, "drie", SWAP_RENAMES);
    assert_text(target, "prive/a.txt", "drie");
    assert_text(previous, "prive/a.txt", "twee");
    g_assert_cmpuint(entries(scratch), ==, 2);
    g_assert_true(tree_remove(scratch));
    g_free(previous);
    g_free(target);
    g_free(scratch);
}

static void test_discard(void)
{
    char *target;
    char *scratch = scratch_make(&target);
    struct swap swap;

    make_output(target, "een", SWAP_EXCHANGE);
    swap_open(&swap, target);
    put(swap.build, "prive/a.txt", "half");
    fail_exit = take_way_out;
    if (setjmp(way_out) == 0) // NOLINT(cert-err52-cpp)
        fail(STATUS_STOPPED, "stop here");
    fail_exit = exit;
    g_assert_cmpint(stopped, ==, STATUS_STOPPED);
    assert_text(target, "prive/a.txt", "een");
    g_assert_cmpuint(entries(scratch), ==, 1);
    swap_free(&swap);
    g_assert_true(tree_remove(scratch));
    g_free(target);
    g_free(scratch);
}

/* What a dead process left goes; what a living one is making stays. */
static void test_stale(void)
{
    char *target;
    char *scratch = scratch_make(&target);
    struct swap living;
    struct swap next;

    put(scratch, ".uitvoer.bouw-dood01/prive/half.txt", "half");
    put(scratch, ".anders.bouw-dood01/half.txt", "van een ander");
    swap_open(&living, target);
    g_assert_cmpuint(entries(scratch), ==, 2);
    swap_open(&next, target);
    g_assert_cmpuint(entries(scratch), ==, 3);
    g_assert_true(g_file_test(living.build, G_FILE_TEST_IS_DIR));
    fail_forget(swap_discard, &living);
    fail_forget(swap_discard, &next);
    swap_free(&living);
    swap_free(&next);
    g_assert_true(tree_remove(scratch));
    g_free(target);
    g_free(scratch);
}

/* Only what a run itself made may be swapped away. */
static void test_ours(void)
{
    char *target;
    char *scratch = scratch_make(&target);

    g_assert_false(swap_is_ours(target));
    g_assert_cmpint(g_mkdir(target, 0700), ==, 0);
    g_assert_true(swap_is_ours(target));
    put(target, "prive/a.txt", "een");
    g_assert_false(swap_is_ours(target));
    put(target, "index.html", "een");
    g_assert_true(swap_is_ours(target));
    put(target, "mijn-aantekeningen.txt", "belangrijk");
    g_assert_false(swap_is_ours(target));
    g_assert_true(tree_remove(scratch));
    g_free(target);
    g_free(scratch);
}

/* A link in a folder is removed itself, never what it points at. */
static void test_links(void)
{
    char *target;
    char *scratch = scratch_make(&target);
    char *link = g_build_filename(scratch, "uitvoer", "weg", NULL);

    put(scratch, "buiten/a.txt", "blijft");
    put(target, "index.html", "een");
    g_assert_cmpint(symlink("../buiten", link), ==, 0);
    g_assert_true(tree_remove(target));
    assert_text(scratch, "buiten/a.txt", "blijft");
    g_assert_true(tree_remove(scratch));
    g_free(link);
    g_free(target);
    g_free(scratch);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/swap/exchange", test_exchange);
    g_test_add_func("/swap/renames", test_renames);
    g_test_add_func("/swap/discard", test_discard);
    g_test_add_func("/swap/stale", test_stale);
    g_test_add_func("/swap/ours", test_ours);
    g_test_add_func("/swap/links", test_links);
    return g_test_run();
}
