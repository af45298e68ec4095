/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/watch/watch_words.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options/run_options.h"

static bool among(const struct arg_rest *rest, const char *word)
{
    for (size_t i = 0; i < rest->n; i++)
        if (rest->words[i] == word)
            return true;
    return false;
}

/* "--" behind which only arguments stand. */
static bool ends_options(const struct arg_rest *rest, int argc, char **argv, int at)
{
    for (int i = at + 1; i < argc; i++)
        if (!among(rest, argv[i]))
            return false;
    return strcmp(argv[at], "--") == 0;
}

static int add_list(struct words *out, const struct words *list, struct slrun_error *error)
{
    for (size_t i = 0; i < list->n; i++)
        if (words_add_plain(out, list->at[i], error) != 0)
            return -1;
    return 0;
}

int watch_words_read(struct watch_words *words, int argc, char **argv, struct slrun_error *error)
{
    const char *const head[] = {words->exe, "watch", WATCH_PLAN_WORD};
    struct run_options o = run_options_initial;
    struct arg_rest rest;
    int rc = args_parse(run_options, &(struct arg_line){argc, argv, &o}, &rest, error);
    for (size_t i = 0; i < sizeof head / sizeof *head && rc == 0; i++)
        rc = words_add_plain(&words->plan, head[i], error);
    for (int i = 0; i < argc && rc == 0; i++) {
        bool argument = among(&rest, argv[i]);
        rc = words_add_plain(&words->plan, argv[i], error);
        if (rc == 0 && (argument || !ends_options(&rest, argc, argv, i)))
            rc = words_add_plain(argument ? &words->arguments : &words->options, argv[i], error);
    }
    free(rest.words);
    return rc;
}

static int add_specs(struct words *out, const json_t *specs, struct slrun_error *error)
{
    size_t i, j;
    const json_t *spec, *word;
    json_array_foreach (specs, i, spec)
        json_array_foreach (json_object_get(spec, "words"), j, word)
            if (words_add_plain(out, json_string_value(word), error) != 0)
                return -1;
    return 0;
}

int watch_words_of_round(struct words *out, const struct watch_words *words,
                         const struct watch_round *round, struct slrun_error *error)
{
    if (words_add_plain(out, words->exe, error) != 0 || add_list(out, &words->options, error) != 0)
        return -1;
    if (round->more && words_add_plain(out, round->more, error) != 0)
        return -1;
    if (words_add_plain(out, "--", error) != 0)
        return -1;
    return round->specs ? add_specs(out, round->specs, error)
                        : add_list(out, &words->arguments, error);
}

void watch_words_free(struct watch_words *words)
{
    words_free(&words->options);
    words_free(&words->arguments);
    words_free(&words->plan);
}
