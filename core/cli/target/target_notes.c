/* SPDX-License-Identifier: Apache-2.0 */
/* What the head of a report says about the target. */
#include <stdio.h>
#include <string.h>

#include "cli/target/target_state.h"
#include "net/region.h"

extern char **environ;

/* Whether a variable leads elsewhere in other programs, and slrun does not heed it here. */
static bool is_ignored(const struct target *t, const char *name, size_t n)
{
    static const char *const on_local[] = {"AWS_SAM_STACK_NAME", "AWS_PROFILE",
                                           "AWS_DEFAULT_PROFILE"};
    static const char endpoints[] = "AWS_ENDPOINT_URL";
    size_t n_endpoints = sizeof endpoints - 1;
    if (n >= n_endpoints && strncmp(name, endpoints, n_endpoints) == 0)
        return strcmp(t->name, "endpoint") != 0 || t->o.endpoint || n != n_endpoints;
    for (size_t i = 0; i < sizeof on_local / sizeof *on_local; i++)
        if (strcmp(t->name, "local") == 0 && strlen(on_local[i]) == n &&
            strncmp(name, on_local[i], n) == 0)
            return true;
    return false;
}

/* Variables that would lead elsewhere if slrun heeded them: only an option does. */
static bool note_unused(struct target *t)
{
    size_t n = 0;
    for (char **variable = environ; *variable && !t->calls.aws; variable++) {
        size_t name = strcspn(*variable, "=");
        if (!(*variable)[name] || !(*variable)[name + 1] || !is_ignored(t, *variable, name) ||
            n + name + 64 > sizeof t->unused)
            continue;
        n += (size_t)snprintf(t->unused + n, sizeof t->unused - n, "%s%.*s",
                              n ? ", " : "not used: ", (int)name, *variable);
    }
    if (n)
        snprintf(t->unused + n, sizeof t->unused - n, " (--target aws or --endpoint-url would)");
    return n > 0;
}

/* It may be a new one: AWS would say if it is not. */
static bool note_region(struct target *t)
{
    const char *meant = region_meant(t->calls.region);
    if (meant)
        snprintf(t->region, sizeof t->region,
                 "the region %s is none that slrun knows; did you mean %s?", t->calls.region,
                 meant);
    return meant != NULL;
}

const char *const *target_notes(struct target *t)
{
    size_t n = 0;
    if (target_is_aws(t)) {
        target_aws_note(t->aws, t->who, sizeof t->who);
        t->notes[n++] = t->who;
    }
    if (note_unused(t))
        t->notes[n++] = t->unused;
    if (note_region(t))
        t->notes[n++] = t->region;
    if (t->other_mode)
        t->notes[n++] = "retries: as the mode standard has them; slrun knows no other";
    t->notes[n] = NULL;
    return t->notes;
}
