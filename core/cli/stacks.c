/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/stacks.h"

#include <stdio.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/clock.h"
#include "base/error.h"
#include "net/credential/config.h"

_Static_assert((int)ARG_LIST_MAX <= (int)STACKS_MAX, "there is room for each word of --stack");

static void add_name(struct stack_names *stacks, const char *word)
{
    const char *equals = strchr(word, '=');
    stacks->names[stacks->n++] =
        (struct stack_name){.pattern = equals ? word : NULL,
                            .n_pattern = equals ? (size_t)(equals - word) : 0,
                            .name = equals ? equals + 1 : word};
}

static bool names_any(const struct stack_names *stacks)
{
    for (size_t i = 0; i < stacks->n; i++)
        if (!stacks->names[i].pattern)
            return true;
    return false;
}

void stacks_name(struct stack_names *stacks, const struct arg_list *given)
{
    static const char variable[] = "AWS_SAM_STACK_NAME";
    const char *value = config_env(variable);
    for (size_t i = 0; i < given->n; i++)
        add_name(stacks, given->words[i]);
    if (value && !names_any(stacks) && stacks->n < STACKS_MAX)
        stacks->names[stacks->n++] = (struct stack_name){.name = value, .variable = variable};
}

void stacks_configured(struct stack_names *stacks, const struct config *config)
{
    for (size_t i = 0; i < config->stack_words.n && stacks->n < STACKS_MAX; i++) {
        add_name(stacks, config->stack_words.words[i]);
        stacks->names[stacks->n - 1].configured = true;
    }
}

int stacks_read(struct runner *r, const char *target)
{
    const struct arg_list *given = &r->o.stacks;
    bool local = strcmp(target, "local") == 0;
    if (given->n && local) {
        /* there stacks are put up, so a name is a target that was forgotten */
        error_set(&r->error, SLRUN_E_USAGE, "--stack %s: the local cloud puts stacks up itself",
                  given->words[0]);
        return error_hint(&r->error, "for the stack on AWS: slrun --target aws --stack %s",
                          given->words[0]);
    }
    if (local)
        return 0;
    stacks_name(&r->stacks, given);
    stacks_configured(&r->stacks, &r->config);
    return 0;
}

/* What is named itself was not meant by another name: words for all patterns may go to a run of
 * one. */
static bool has_name_of_its_own(const struct stack_names *stacks, const char *pattern)
{
    size_t n = strlen(pattern);
    for (size_t i = 0; i < stacks->n; i++)
        if (stacks->names[i].pattern && stacks->names[i].n_pattern == n &&
            memcmp(stacks->names[i].pattern, pattern, n) == 0)
            return true;
    return false;
}

int stacks_check(const struct stack_names *stacks, const struct collection *collection,
                 struct slrun_error *error)
{
    for (size_t i = 0; i < stacks->n; i++) {
        const struct stack_name *s = &stacks->names[i];
        char word[256];
        if (s->used || s->configured || !s->pattern || s->n_pattern >= sizeof word)
            continue;
        snprintf(word, sizeof word, "%.*s", (int)s->n_pattern, s->pattern);
        struct slrun_nearest near = {.word = word};
        for (size_t k = 0; k < collection->n_specs; k++) {
            const char *pattern = spec_pattern(collection->specs[k]);
            if (pattern && !has_name_of_its_own(stacks, pattern))
                slrun_nearest_offer(&near, pattern);
        }
        if (!near.best)
            continue;
        error_set(error, SLRUN_E_USAGE, "--stack %s: there is no pattern '%s'", s->pattern, word);
        return error_hint(error, "did you mean --stack %s=%s?", near.best, s->name);
    }
    return 0;
}

/* Adds ", word" to a line, as long as it fits. */
static void add_word(char *line, const char *word)
{
    size_t n = strlen(line);
    snprintf(line + n, STACKS_NOTE_MAX - n, "%s%s", n ? ", " : "", word);
}

static void put_line(struct runner *r, size_t *n, char *line, const char *head)
{
    char words[STACKS_NOTE_MAX];
    if (!*line)
        return;
    memcpy(words, line, sizeof words);
    snprintf(line, STACKS_NOTE_MAX, "%s%.*s", head, (int)(STACKS_NOTE_MAX - 1 - strlen(head)),
             words);
    r->notes[(*n)++] = line;
}

const char *const *stacks_notes(struct runner *r)
{
    char *used = r->stack_notes[0], *unused = r->stack_notes[1];
    size_t n = 0;
    *used = *unused = '\0';
    for (const char *const *note = target_notes(r->target); *note && n < RUNNER_NOTES_MAX - 3;)
        r->notes[n++] = *note++;
    for (size_t i = 0; i < r->stacks.n; i++) {
        const struct stack_name *s = &r->stacks.names[i];
        char word[512];
        if (s->configured && !s->used)
            continue;
        snprintf(word, sizeof word, "%s%.*s%s%s", s->used ? "" : "--stack ", (int)s->n_pattern,
                 s->pattern ? s->pattern : "", s->pattern ? "=" : "", s->name);
        add_word(s->used ? used : unused, s->variable && !s->used ? s->variable : word);
    }
    put_line(r, &n, used, "stack ");
    put_line(r, &n, unused, "not used: ");
    r->notes[n] = NULL;
    return r->notes;
}
