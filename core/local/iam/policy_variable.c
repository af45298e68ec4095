/* SPDX-License-Identifier: Apache-2.0 */
/* Policy variables (IAM User Guide, "IAM policy elements: Variables and tags"). */
#include <stdio.h>
#include <string.h>

#include "local/iam/policy.h"

enum { NAME_MAX_SIZE = 128 };

struct filling {
    const struct slrun_policy_ask *ask;
    char *to; /* POLICY_PATTERN_MAX characters */
    size_t n;
    enum slrun_policy_holds holds;
};

/* The value of a key that has one. "${*}" is no wildcard; what it then fits is not looked at. */
static enum slrun_policy_holds value_of(const struct slrun_policy_ask *ask, const char *name,
                                        const char **value)
{
    const char *values[SLRUN_POLICY_VALUES_MAX];
    int n = !strcmp(name, "*") || !strcmp(name, "?") ? SLRUN_POLICY_KEY_UNKNOWN
                                                     : ask->key(ask->arg, name, values);
    *value = n == 1 ? values[0] : "*";
    return n == 1 ? SLRUN_POLICY_YES : n < 0 ? SLRUN_POLICY_PERHAPS : SLRUN_POLICY_NO;
}

static void add_variable(struct filling *f, const char *name_at, size_t size)
{
    char name[NAME_MAX_SIZE];
    const char *value = "*";
    enum slrun_policy_holds holds = SLRUN_POLICY_PERHAPS;
    if (size < sizeof name) {
        snprintf(name, sizeof name, "%.*s", (int)size, name_at);
        holds = value_of(f->ask, name, &value);
    }
    f->holds = holds < f->holds ? holds : f->holds;
    f->n += (size_t)snprintf(f->to + f->n, POLICY_PATTERN_MAX + 1 - f->n, "%s", value);
}

const char *policy_fill(const char *text, const struct slrun_policy_ask *ask,
                        char filled[POLICY_PATTERN_MAX + 1], enum slrun_policy_holds *holds)
{
    struct filling f = {.ask = ask, .to = filled, .holds = SLRUN_POLICY_YES};
    *holds = SLRUN_POLICY_YES;
    if (!strstr(text, "${"))
        return text;
    while (*text && f.n < POLICY_PATTERN_MAX) {
        const char *end = !strncmp(text, "${", 2) ? strchr(text, '}') : NULL;
        if (end)
            add_variable(&f, text + 2, (size_t)(end - text) - 2);
        else
            filled[f.n++] = *text;
        text = end ? end + 1 : text + 1;
    }
    *holds = f.holds;
    if (*text || f.n > POLICY_PATTERN_MAX) {
        *holds = SLRUN_POLICY_PERHAPS;
        return "*";
    }
    filled[f.n] = '\0';
    return filled;
}
