/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/sam.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "base/spawn.h"
#include "base/text.h"

extern char **environ;

enum {
    PARAMETER_MAX = 16 * 1024,       /* bytes of one, quoted */
    WORD_MAX = 4 * PARAMETER_MAX + 2 /* of any word, quoted for a shell */
};

/* ---- command lines ---- */

static int add_all(struct words *words, const char *const *list, struct slrun_error *error)
{
    for (; *list; list++)
        if (words_add(words, *list, error) != 0)
            return -1;
    return 0;
}

/* The folder of a stack's build, or a file in it. */
static int add_build(struct words *words, const char *name, const char *file,
                     struct slrun_error *error)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, SAM_BUILDS "/%s%s", name, file) >= (int)sizeof path)
        return error_set(error, SLRUN_E_USAGE, "the name of a stack is too long");
    return words_add(words, path, error);
}

int sam_build(struct words *words, const struct sam_stack *stack, struct slrun_error *error)
{
    const char *const head[] = {"sam",           "build",       "--template-file",
                                stack->template, "--build-dir", NULL};
    return add_all(words, head, error) == 0 ? add_build(words, stack->name, "", error) : -1;
}

/* NAME=VALUE as sam reads it: in quotes where the value is more than a word. */
static int add_parameter(struct words *words, const char *name, const char *value,
                         struct slrun_error *error)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "_-+./:=,@%";
    struct buf text = BUF_INIT(PARAMETER_MAX);
    bool quoted = !*value || value[strspn(value, plain)] != '\0';
    buf_printf(&text, "%s=%s", name, quoted ? "\"" : value);
    for (const char *c = value; quoted && *c; c++) {
        if (*c == '"' || *c == '\\')
            buf_putc(&text, '\\');
        buf_putc(&text, *c);
    }
    if (quoted)
        buf_putc(&text, '"');
    int rc = text.failed ? error_set(error, SLRUN_E_TOO_LARGE, "parameter %s is too long", name)
                         : words_add(words, buf_str(&text), error);
    buf_free(&text);
    return rc;
}

static int add_place(struct words *words, const struct sam_place *place, struct slrun_error *error)
{
    const char *const region[] = {"--region", place->region, NULL};
    const char *const profile[] = {"--profile", place->profile, NULL};
    return add_all(words, region, error) != 0 || (place->profile && add_all(words, profile, error))
               ? -1
               : 0;
}

static int add_parameters(struct words *words, const json_t *parameters, struct slrun_error *error)
{
    const char *name;
    json_t *value;
    if (json_object_size(parameters) && words_add(words, "--parameter-overrides", error) != 0)
        return -1;
    json_object_foreach ((json_t *)parameters, name, value)
        if (add_parameter(words, name, json_string_value(value), error) != 0)
            return -1;
    return 0;
}

int sam_deploy(struct words *words, const struct sam_stack *stack, const struct sam_place *place,
               struct slrun_error *error)
{
    const char *const head[] = {"sam", "deploy", "--template-file", NULL};
    const char *const tail[] = {"--stack-name",
                                stack->name,
                                "--resolve-s3",
                                "--capabilities",
                                "CAPABILITY_IAM",
                                "CAPABILITY_NAMED_IAM",
                                "CAPABILITY_AUTO_EXPAND",
                                "--no-confirm-changeset",
                                "--no-fail-on-empty-changeset",
                                NULL};
    if (add_all(words, head, error) != 0)
        return -1;
    int rc = stack->built ? add_build(words, stack->name, "/template.yaml", error)
                          : words_add(words, stack->template, error);
    return rc != 0 || add_all(words, tail, error) != 0 || add_place(words, place, error) != 0
               ? -1
               : add_parameters(words, stack->parameters, error);
}

int sam_delete(struct words *words, const struct sam_stack *stack, const struct sam_place *place,
               struct slrun_error *error)
{
    const char *const head[] = {"sam", "delete", "--stack-name", stack->name, "--no-prompts", NULL};
    return add_all(words, head, error) == 0 ? add_place(words, place, error) : -1;
}

static void print_word(const char *word)
{
    struct buf text = BUF_INIT(WORD_MAX);
    text_add_shell(&text, word);
    printf(" %s", buf_str(&text));
    buf_free(&text);
}

void sam_print(const struct words *words, bool hides)
{
    bool parameters = false;
    putchar('$');
    for (size_t i = 0; i < words->n; i++) {
        const char *word = words->at[i];
        if (parameters && hides)
            printf(" %.*s=***", (int)strcspn(word, "="), word);
        else
            print_word(word);
        parameters |= strcmp(word, "--parameter-overrides") == 0;
    }
    putchar('\n');
    fflush(stdout);
}

/* A word anywhere in it will do: what is hidden for nothing harms nobody. */
bool sam_has_secrets(const char *template)
{
    static const char word[] = "NoEcho";
    FILE *file = file_open(template);
    size_t seen = 0;
    int c;
    while (file && seen < sizeof word - 1 && (c = getc(file)) != EOF)
        seen = c == word[seen] ? seen + 1 : c == *word;
    if (file)
        fclose(file);
    return !file || seen == sizeof word - 1;
}

/* ---- running ---- */

int sam_find(struct slrun_error *error)
{
    const char *at = getenv("PATH");
    while (at && *at) {
        char path[PATH_MAX];
        size_t n = strcspn(at, ":");
        int length = snprintf(path, sizeof path, "%.*s/sam", n ? (int)n : 1, n ? at : ".");
        if (length < (int)sizeof path && access(path, X_OK) == 0)
            return 0;
        at += n + (at[n] == ':');
    }
    error_set(error, SLRUN_E_USAGE, "there is no `sam` in PATH: the AWS SAM CLI puts stacks up");
    return error_hint(error, "`pip install aws-sam-cli`, or see https://docs.aws.amazon.com/"
                             "serverless-application-model/latest/developerguide/"
                             "install-sam-cli.html");
}

static volatile sig_atomic_t signalled;

static void on_signal(int number)
{
    signalled = number;
}

/* Waits for the child, which leads a process group: what we are told, it is told. */
static int wait_for(pid_t child, int *status)
{
    while (waitpid(child, status, 0) < 0) {
        if (errno != EINTR)
            return -1;
        if (signalled)
            kill(-child, signalled);
        signalled = 0;
    }
    return 0;
}

static int run(const struct spawn *options, struct slrun_error *error)
{
    int status = 0;
    pid_t child = spawn(options);
    if (child < 0)
        return error_set(error, SLRUN_E_USAGE, "%s: %s", options->argv[0], strerror(errno));
    if (wait_for(child, &status) != 0)
        return error_set(error, SLRUN_E_IO, "%s: %s", options->argv[0], strerror(errno));
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    return error_set(error, SLRUN_E_IO, "%s: ended by signal %d", options->argv[0],
                     WTERMSIG(status));
}

int sam_run(const struct words *words, const char *const *more, struct slrun_error *error)
{
    const struct sigaction note = {.sa_handler = on_signal};
    struct sigaction before[2];
    size_t n = 0, n_more = 0;
    while (environ[n])
        n++;
    while (more[n_more])
        n_more++;
    const char **environment = calloc(n + n_more + 1, sizeof *environment);
    if (!environment)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    memcpy(environment, more, n_more * sizeof *more); /* getenv() takes the first of a name */
    memcpy(environment + n_more, environ, n * sizeof *environ);
    signalled = 0;
    sigaction(SIGINT, &note, &before[0]);
    sigaction(SIGTERM, &note, &before[1]);
    const struct spawn options = {.argv = (const char *const *)words->at,
                                  .environment = environment,
                                  .out = STDOUT_FILENO,
                                  .err = STDERR_FILENO};
    int code = run(&options, error);
    sigaction(SIGINT, &before[0], NULL);
    sigaction(SIGTERM, &before[1], NULL);
    free(environment);
    return code;
}
