/* SPDX-License-Identifier: Apache-2.0 */
/* The composition root: the one file that names all parts. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

static const struct command *const commands[] = {&command_deploy,  &command_destroy, &command_iam,
                                                 &command_local,   &command_matrix,  &command_merge,
                                                 &command_plugins, &command_sweep};

static enum exitcode help(void)
{
    command_help(&command_run);
    printf("\ncommands:\n");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        printf("  slrun %-26s %.*s\n", commands[i]->usage, (int)strcspn(commands[i]->about, "\n"),
               commands[i]->about);
    return EXITCODE_OK;
}

/* Descriptors 0 to 2 are what their names say, whatever the caller has closed: else the next file
 * or socket would be taken for one of them. What is read from them is at its end, what is written
 * fails. */
static void keep_standard_streams(void)
{
    int fd;
    do
        fd = open("/dev/null", O_RDONLY);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

/* What did not reach standard output must not pass for all there is to say. */
static enum exitcode flushed(enum exitcode code)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    /* stdio has forgotten why: one more try says it */
    const char *why = write(STDOUT_FILENO, "\n", 1) < 0 ? strerror(errno) : "a write failed";
    fprintf(stderr, "slrun: standard output could not be written whole: %s\n", why);
    return code == EXITCODE_OK ? EXITCODE_INTERNAL : code;
}

static enum exitcode run(int argc, char **argv)
{
    if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0))
        return help();
    if (argc > 1 && (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0)) {
        printf("slrun %s\n", SLRUN_VERSION);
        return EXITCODE_OK;
    }
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i]->name) == 0)
            return commands[i]->run(commands[i], argc - 2, argv + 2);
    if (argc > 1 && strcmp(argv[1], command_worker.name) == 0)
        return command_worker.run(&command_worker, argc - 2, argv + 2);
    return command_run.run(&command_run, argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
    keep_standard_streams();
    return flushed(run(argc, argv));
}
