#include "chart/gnuplot.h"

#include "chart/jail.h"

#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

const struct gnuplot_engine gnuplot_usual = {
    .program = "gnuplot",
    .seconds = 30,
    .seconds_processor = 20,
    .bytes_memory = (size_t)1 << 30,
    .bytes_file = (size_t)64 << 20,
};

/* A running gnuplot and what it said so far; no more than the first KEPT bytes are of use. */
enum { KEPT = 4096 };
struct run {
    pid_t pid;
    int complaints;
    GString *said;
};

/* Between fork and exec: only calls that are async-signal-safe. */
static void run_confine(gpointer data)
{
    const struct gnuplot_engine *engine = data;
    setpgid(0, 0);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    /* At the hard limit of time the kernel kills without saying why: the soft one comes first. */
    struct rlimit core = {0, 0}, time = {engine->seconds_processor, engine->seconds_processor + 1};
    struct rlimit memory = {engine->bytes_memory, engine->bytes_memory};
    struct rlimit file = {engine->bytes_file, engine->bytes_file};
    setrlimit(RLIMIT_CORE, &core);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_FSIZE, &file);
    jail_enter();
}

static bool run_start(struct run *run, const struct gnuplot_engine *engine, const char *folder,
                      const char *script, char **why)
{
    g_autofree char *program = g_strdup(engine->program);
    g_autofree char *file = g_strdup(script);
    g_autofree char *home = g_strconcat("HOME=", folder, NULL);
    char *arguments[] = {program, "-d", file, NULL};
    char *environment[] = {"PATH=/usr/local/bin:/usr/bin:/bin",
                           home,
                           "LC_ALL=C",
                           "TZ=UTC0",
                           "SOURCE_DATE_EPOCH=0",
                           NULL};
    GSpawnFlags flags =
        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH_FROM_ENVP | G_SPAWN_STDOUT_TO_DEV_NULL;
    g_autoptr(GError) error = NULL;
    gpointer limits = g_memdup2(engine, sizeof *engine);
    bool started =
        g_spawn_async_with_pipes(folder, arguments, environment, flags, run_confine, limits,
                                 &run->pid, NULL, NULL, &run->complaints, &error);
    g_free(limits);
    if (!started && g_error_matches(error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT)) {
        *why = g_strdup_printf("gnuplot is not installed (no program \"%s\")", program);
    } else if (!started) {
        *why = g_strdup_printf("gnuplot could not be started: %s", error->message);
    }
    return started;
}

/* Takes what stands in the pipe, waiting up to 10 ms for it. Closes the pipe at its end. */
static void run_listen(struct run *run)
{
    struct pollfd ear = {run->complaints, POLLIN, 0};
    if (run->complaints < 0) {
        g_usleep(2000);
        return;
    }
    if (poll(&ear, 1, 10) <= 0) {
        return;
    }
    char bytes[KEPT];
    ssize_t n = read(run->complaints, bytes, sizeof bytes);
    if (n > 0 && run->said->len < KEPT) {
        g_string_append_len(run->said, bytes, n);
    } else if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN)) {
        close(run->complaints);
        run->complaints = -1;
    }
}

/* The last line that says something and is no warning: gnuplot prints the offending line of the
 * script above it. */
static char *run_complaint(const struct run *run)
{
    g_autofree char *valid = g_utf8_make_valid(run->said->str, (gssize)run->said->len);
    g_auto(GStrv) lines = g_strsplit(valid, "\n", -1);
    for (size_t i = g_strv_length(lines); i-- > 0;) {
        for (char *at = lines[i]; *at != '\0'; at++) {
            *at = g_ascii_iscntrl(*at) ? ' ' : *at;
        }
        g_strstrip(lines[i]);
        if (*lines[i] != '\0' && strstr(lines[i], "warning:") == NULL) {
            return g_strconcat(": ", lines[i], NULL);
        }
    }
    return g_strdup("");
}

static char *run_verdict(const struct run *run, const struct gnuplot_engine *engine, int status)
{
    g_autofree char *complaint = run_complaint(run);
    if (WIFEXITED(status)) {
        return g_strdup_printf("gnuplot stopped with status %d%s", WEXITSTATUS(status), complaint);
    }
    int number = WTERMSIG(status);
    if (number == SIGXCPU) {
        return g_strdup_printf("gnuplot used more than %u seconds of processor time",
                               engine->seconds_processor);
    }
    if (number == SIGXFSZ) {
        return g_strdup_printf("gnuplot wrote a file of more than %" G_GSIZE_FORMAT " bytes",
                               engine->bytes_file);
    }
    return g_strdup_printf("gnuplot was ended by signal %d%s", number, complaint);
}

/* Waits until the child has ended or the time is over. False: it had to be killed. */
static bool run_wait(struct run *run, unsigned int seconds, int *status)
{
    gint64 deadline = g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC;
    for (;;) {
        run_listen(run);
        pid_t ended = waitpid(run->pid, status, WNOHANG);
        if (ended < 0 && errno != EINTR) {
            *status = 0; /* SIGCHLD is ignored, so nobody knows: the picture must tell */
            return true;
        }
        if (ended == run->pid) {
            run_listen(run);
            return true;
        }
        if (g_get_monotonic_time() > deadline) {
            kill(-run->pid, SIGKILL);
            kill(run->pid, SIGKILL);
            while (waitpid(run->pid, status, 0) < 0 && errno == EINTR) {
            }
            return false;
        }
    }
}

bool gnuplot_run(const struct gnuplot_engine *engine, const char *folder, const char *script,
                 char **why)
{
    struct run run = {.complaints = -1};
    if (!run_start(&run, engine, folder, script, why)) {
        return false;
    }
    run.said = g_string_new(NULL);
    int status = 0;
    bool fine = false;
    if (!run_wait(&run, engine->seconds, &status)) {
        *why = g_strdup_printf("gnuplot did not end within %u seconds and was stopped",
                               engine->seconds);
    } else if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        fine = true;
    } else {
        *why = run_verdict(&run, engine, status);
    }
    if (run.complaints >= 0) {
        close(run.complaints);
    }
    g_string_free(run.said, TRUE);
    return fine;
}
