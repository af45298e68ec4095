/* SPDX-License-Identifier: Apache-2.0 */
/* The program: which command is meant, and what holds around all of them. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/reuse.h"
#include "cli/command.h"

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

/* A word that is neither a command nor a file, and nearly a command. */
static bool misspelt(const char *word, struct slrun_error *error)
{
    bool plain = word[strspn(word, "abcdefghijklmnopqrstuvwxyz")] == '\0';
    const char *near = plain && access(word, F_OK) != 0 ? command_near(word) : NULL;
    if (!near)
        return false;
    error_set(error, SLRUN_E_USAGE, "there is no command, file or directory '%s'", word);
    error_hint(error, "did you mean `slrun %s`?", near);
    return true;
}

static enum exitcode run(int argc, char **argv)
{
    struct slrun_error error = {0};
    const struct command *command = argc > 1 ? command_find(argv[1]) : NULL;
    if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0))
        return command_help_of.run(&command_help_of, 0, NULL);
    if (command)
        return command->run(command, argc - 2, argv + 2);
    if (argc > 1 && misspelt(argv[1], &error))
        return command_fail(&error);
    return command_run.run(&command_run, argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
    keep_standard_streams();
    reuse_for_json();
    return flushed(run(argc, argv));
}
