/* SPDX-License-Identifier: Apache-2.0 */
#include "inputs/path.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 256, DEPTH_MAX = 100 };

enum step_kind { STEP_NONE, STEP_NAME, STEP_INDEX, STEP_ALL };

struct step {
    enum step_kind kind;
    char name[NAME_SIZE];
    size_t index;
};

/* Behind .name or ['name']; NULL: it is none. */
static const char *read_name(struct step *step, const char *from, size_t n, const char *after)
{
    if (n == 0 || n >= NAME_SIZE)
        return NULL;
    step->kind = STEP_NAME;
    memcpy(step->name, from, n);
    step->name[n] = '\0';
    return after;
}

/* The next step of a path, and what stands behind it; NULL: it is none. */
static const char *read_step(struct step *step, const char *at)
{
    char *end;
    size_t n = *at ? strcspn(at + 1, ".[") : 0;
    if (*at == '.')
        return read_name(step, at + 1, n, at + 1 + n);
    if (strncmp(at, "[*]", 3) == 0) {
        step->kind = STEP_ALL;
        return at + 3;
    }
    if (at[0] == '[' && (at[1] == '\'' || at[1] == '"')) {
        const char *close = strchr(at + 2, at[1]);
        return close && close[1] == ']'
                   ? read_name(step, at + 2, (size_t)(close - at) - 2, close + 2)
                   : NULL;
    }
    if (at[0] != '[' || at[1] < '0' || at[1] > '9')
        return NULL;
    step->kind = STEP_INDEX;
    step->index = strtoul(at + 1, &end, 10);
    return *end == ']' ? end + 1 : NULL;
}

bool path_check(const char *path)
{
    struct step step;
    size_t n = 0;
    if (!path || *path++ != '$')
        return false;
    while (path && *path && n++ < DEPTH_MAX)
        path = read_step(&step, path);
    return path && !*path;
}

static json_t *follow(const json_t *value, const char *at);

static json_t *follow_all(const json_t *list, const char *at)
{
    json_t *found = json_is_array(list) ? json_array() : NULL;
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *one = follow(json_array_get(list, i), at);
        if (one)
            (void)json_array_append_new(found, one);
    }
    return found;
}

static json_t *follow(const json_t *value, const char *at)
{
    struct step step = {STEP_NONE};
    const char *rest = *at ? read_step(&step, at) : at;
    if (!value || !rest)
        return NULL;
    if (step.kind == STEP_NONE)
        return json_incref((json_t *)(uintptr_t)value);
    if (step.kind == STEP_ALL)
        return follow_all(value, rest);
    return follow(step.kind == STEP_NAME ? json_object_get(value, step.name)
                                         : json_array_get(value, step.index),
                  rest);
}

json_t *path_value(const json_t *value, const char *path)
{
    return path_check(path) ? follow(value, path + 1) : NULL;
}
