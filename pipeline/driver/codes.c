#include "driver/codes.h"

#include "driver/codelist.h"
#include "driver/flow.h"
#include "driver/say.h"
#include "driver/spawn.h"
#include "table/output.h"
#include "table/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

/* A codebook tells the last name of a path only. */
static char *codes_source(const char *path)
{
    char *name = g_path_get_basename(path);
    char *source = SAY("gelezen-uit", "bestand", name);

    g_free(name);
    return source;
}

/* Starts vs-ingest with our words behind its name; its segments become our standard input. */
static pid_t codes_start(int argc, char **argv)
{
    char *program = flow_program("ingest");
    const char **words = g_new0(const char *, (gsize)argc + 1);
    int joint[2];
    struct spawn_streams streams = {STDIN_FILENO, -1, STDERR_FILENO};
    pid_t child = -1;

    if (program == NULL)
        say_stop(STATUS_STOPPED, SAY("stap-ontbreekt", "stap", "ingest"));
    words[0] = program;
    for (int i = 1; i < argc; i++)
        words[i] = argv[i];
    if (pipe2(joint, O_CLOEXEC) == 0) {
        streams.out = joint[1];
        child = spawn_start(words, NULL, &streams);
        close(joint[1]);
    }
    if (child < 0 || dup2(joint[0], STDIN_FILENO) < 0)
        fail_errno("vs-ingest");
    close(joint[0]);
    g_free(words);
    g_free(program);
    return child;
}

/* Whether vs-ingest writes anything: one that stops at once has said why, and leaves nothing. */
static bool codes_has_input(void)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

    while (poll(&input, 1, -1) < 0 && errno == EINTR)
        continue;
    return (input.revents & POLLIN) != 0;
}

static void codes_read(struct codelist *list)
{
    struct reader *in = reader_open(shape_bit(SHAPE_SEGMENTS), NULL, READER_PARTIAL);
    int code = reader_column(in, "code");

    while (reader_next(in))
        codelist_add(list, reader_cell(in, code));
    reader_close(in);
}

static void codes_write(const struct codelist *list, const char *source)
{
    struct output *output;
    const char *wrong;
    char *text = codelist_text(list, source, &wrong);

    if (text == NULL)
        say_stop(STATUS_STOPPED, SAY("code-onschrijfbaar", "code", wrong));
    output = output_open(NULL);
    output_text(output, text);
    output_close(output);
    g_free(text);
}

int codes_main(int argc, char **argv)
{
    struct codelist *list = codelist_new();
    char *source;
    pid_t child;
    int status;

    if (argc < 2 || (argv[1][0] == '-' && argv[1][1] != '\0'))
        say_stop(STATUS_USAGE, SAY("geen-bestand"));
    source = codes_source(argv[1]);
    child = codes_start(argc, argv);
    if (codes_has_input())
        codes_read(list);
    status = spawn_wait(child);
    if (spawn_was_killed(status))
        status = STATUS_STOPPED;
    if (status <= STATUS_REFUSED && codelist_count(list) == 0)
        say_stop(STATUS_STOPPED, SAY("geen-codes", "bestand", argv[1]));
    if (status <= STATUS_REFUSED)
        codes_write(list, source);
    g_free(source);
    codelist_free(list);
    return status;
}
