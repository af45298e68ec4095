/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun completion SHELL: prints a script for the shell. The scripts know no option: they ask
 * slrun, by options that are not told of, what the word at the cursor may become. The answer is a
 * line that says whether names of files are meant, too ("none", "files", "folders"), then a line a
 * candidate.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/completion/complete.h"
#include "cli/completion/complete_shell.h"

extern const char completion_bash[], completion_fish[], completion_zsh[];

struct completion_command {
    const char *line, *breaks;
    bool words, help;
};

#define FIELD(name) offsetof(struct completion_command, name)

static const struct arg_option options[] = {
    {0, "line", NULL, ARG_STRING, FIELD(line), "TEXT", NULL},      /* of bash, up to the cursor */
    {0, "breaks", NULL, ARG_STRING, FIELD(breaks), "CHARS", NULL}, /* its COMP_WORDBREAKS */
    {0, "words", NULL, ARG_FLAG, FIELD(words), NULL, NULL},        /* of other shells */
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"}, {0},
};

static const struct {
    const char *shell, *script;
} scripts[] = {{"bash", completion_bash}, {"fish", completion_fish}, {"zsh", completion_zsh}};

static enum exitcode print_script(const char *shell, struct slrun_error *error)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(shell, scripts[i].shell) == 0)
            return fputs(scripts[i].script, stdout) < 0 ? EXITCODE_INTERNAL : EXITCODE_OK;
    error_set(error, SLRUN_E_USAGE, "completion: '%.40s' is none of bash, fish and zsh", shell);
    return command_fail(error);
}

/* `line`: what bash gave, or NULL: what the candidates are is told, too. */
static enum exitcode answer(const char *const *words, size_t n, const struct shell_line *line)
{
    static const char *const files[] = {"none", "files", "folders"};
    struct buf found = BUF_INIT(COMPLETE_TEXT_MAX), quoted = BUF_INIT(COMPLETE_TEXT_MAX);
    struct complete c = {.out = &found};
    complete(&c, words, n);
    printf("%s\n", files[c.files]);
    if (line)
        printf("%s\n", c.word + c.skip);
    for (size_t at = 0; at < found.len; at += strlen(found.data + at) + 1) {
        if (line) {
            buf_clear(&quoted);
            found.data[at + strcspn(found.data + at, "\t")] = '\0';
            shell_quote(&quoted, found.data + at, line);
            at += strlen(found.data + at) + 1; /* to what it is */
            printf("%s\n", buf_str(&quoted));
        } else {
            printf("%s\n", found.data + at);
        }
    }
    buf_free(&found);
    buf_free(&quoted);
    return EXITCODE_OK;
}

static enum exitcode answer_line(const struct completion_command *o)
{
    struct shell_line *line = malloc(sizeof *line);
    enum exitcode code = EXITCODE_INTERNAL;
    if (line && shell_line_read(line, o->line, o->breaks ? o->breaks : ":=") == 0 && line->n > 1)
        code = answer(line->words + 1, line->n - 1, line);
    free(line ? line->text : NULL);
    free(line);
    return code;
}

static enum exitcode run(const struct command *self, const void *given, const struct arg_rest *rest,
                         struct slrun_error *error)
{
    const struct completion_command *o = given;
    if (o->help)
        return command_help(self);
    if (o->line)
        return answer_line(o);
    if (o->words && rest->n > 0)
        return answer(rest->words, rest->n, NULL);
    if (rest->n == 1)
        return print_script(rest->words[0], error);
    error_set(error, SLRUN_E_USAGE, "completion: for which shell?");
    error_hint(error, "slrun completion bash, fish or zsh");
    return command_fail(error);
}

static enum exitcode command_completion_main(const struct command *self, int argc, char **argv)
{
    struct completion_command o = {0};
    return command_read(self, &(struct arg_line){argc, argv, &o}, run);
}

const struct command command_completion = {
    .name = "completion",
    .usage = "completion bash|fish|zsh",
    .about = "Prints the script by which a shell completes commands, options, their values, paths, "
             "ids of\ncases, plugins and operations.\n"
             "\n"
             "  source <(slrun completion bash)            in ~/.bashrc\n"
             "  source <(slrun completion zsh)             in ~/.zshrc, behind compinit\n"
             "  slrun completion fish | source             in ~/.config/fish/config.fish",
    .options = options,
    .run = command_completion_main,
    .words = COMMAND_SHELLS,
};
