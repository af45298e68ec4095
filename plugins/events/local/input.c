/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and templates of targets. */
#include "local/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 256, PATHS_MAX = 100, TEXT_MAX = 1048576 };

/* ---- paths ---- */

/* The next step of a path: .name, ['name'] or [0]. False: it is none. */
static bool next_step(const char **path, char name[NAME_SIZE], long *index)
{
    const char *at = *path;
    size_t n;
    *index = -1;
    if (*at == '.') {
        n = strcspn(++at, ".[");
        *path = at + n;
    } else if (at[0] == '[' && (at[1] == '\'' || at[1] == '"')) {
        const char *end = strchr(at + 2, at[1]);
        if (!end || end[1] != ']')
            return false;
        at += 2;
        n = (size_t)(end - at);
        *path = end + 2;
    } else {
        char *end;
        *index = *at == '[' ? strtol(at + 1, &end, 10) : -1;
        if (*index < 0 || end == at + 1 || *end != ']')
            return false;
        *path = end + 1;
        return true;
    }
    if (n == 0 || n >= NAME_SIZE)
        return false;
    memcpy(name, at, n);
    name[n] = '\0';
    return true;
}

static bool is_path(const char *path)
{
    char name[NAME_SIZE];
    long index;
    if (*path++ != '$')
        return false;
    while (*path)
        if (!next_step(&path, name, &index))
            return false;
    return true;
}

const json_t *input_path(const json_t *event, const char *path)
{
    char name[NAME_SIZE];
    long index;
    path++;
    while (event && *path && next_step(&path, name, &index))
        event = index >= 0 ? json_array_get(event, (size_t)index) : json_object_get(event, name);
    return event;
}

/* ---- checks ---- */

static const char *const reserved[] = {
    "aws.events.rule-arn",   "aws.events.rule-name", "aws.events.event.ingestion-time",
    "aws.events.event.json", "aws.events.event",     NULL};

static bool is_reserved(const char *name)
{
    for (const char *const *word = reserved; *word; word++)
        if (strcmp(*word, name) == 0)
            return true;
    return false;
}

/* The name in <name> at the beginning of a text; its bytes with the brackets, 0: there is none. */
static size_t placeholder(const char *text, char name[NAME_SIZE])
{
    size_t n = *text == '<' ? strcspn(text + 1, "<>\"' \n") : 0;
    if (n == 0 || n >= NAME_SIZE || text[n + 1] != '>')
        return 0;
    memcpy(name, text + 1, n);
    name[n] = '\0';
    return n + 2;
}

bool input_check(struct slrun_json_call *call, const json_t *target)
{
    const char *id = slrun_text(target, "Id"), *path = slrun_text(target, "InputPath"), *key;
    const json_t *transformer = json_object_get(target, "InputTransformer");
    const json_t *paths = json_object_get(transformer, "InputPathsMap");
    const char *text = slrun_text(transformer, "InputTemplate");
    char name[NAME_SIZE];
    json_t *value;
    if (path && *path && !is_path(path))
        return call_invalid(call, "Invalid InputPath for target %s: '%.200s'.", id, path);
    if (json_object_size(paths) > PATHS_MAX)
        return call_invalid(call, "InputPathsMap of target %s has more than 100 paths.", id);
    json_object_foreach ((json_t *)(uintptr_t)paths, key, value) {
        if (!is_path(json_string_value(value)))
            return call_invalid(call,
                                "Invalid InputTransformer for target %s : InputPath for "
                                "target %s must be a valid JSON path.",
                                id, id);
        if (strncmp(key, "AWS", 3) == 0)
            return call_invalid(call, "InputPathsMap of target %s: names may not begin with AWS.",
                                id);
    }
    for (; text && *text; text++)
        if (placeholder(text, name) && !is_reserved(name) && !json_object_get(paths, name))
            return call_invalid(call,
                                "Invalid InputTemplate for target %s : [Placeholder %.100s is not "
                                "in InputPathsMap].",
                                id, name);
    return true;
}

/* ---- templates ---- */

struct output {
    char *text;
    size_t n, room;
    bool failed;
};

static void put(struct output *out, const char *text, size_t n)
{
    if (out->n + n + 1 > out->room) {
        size_t room = (out->n + n + 1) * 2;
        char *more = room <= TEXT_MAX ? realloc(out->text, room) : NULL;
        if (!more) {
            out->failed = true;
            return;
        }
        out->text = more;
        out->room = room;
    }
    memcpy(out->text + out->n, text, n);
    out->n += n;
    out->text[out->n] = '\0';
}

/* Inside of a JSON text: what would end it is escaped. `text` is JSON with its quotes. */
static void put_inner(struct output *out, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    json_t *outer = json_is_string(value) ? json_incref((json_t *)(uintptr_t)value)
                                          : json_string(text ? text : "");
    char *quoted = json_dumps(outer, JSON_COMPACT | JSON_ENCODE_ANY);
    size_t n = quoted ? strlen(quoted) : 0;
    if (n >= 2)
        put(out, quoted + 1, n - 2);
    json_decref(outer);
    free(text);
    free(quoted);
}

static void put_value(struct output *out, const json_t *value, bool quoted)
{
    if (!value) /* nothing is there: an empty text */
        put(out, "\"\"", quoted ? 0 : 2);
    else if (quoted)
        put_inner(out, value);
    else {
        char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
        put(out, text ? text : "", text ? strlen(text) : 0);
        free(text);
    }
}

/* A reserved name's value; a new reference, or NULL: it is none. */
static json_t *reserved_value(const struct service *service, const json_t *rule, const char *name,
                              const json_t *event)
{
    char now[TIME_SIZE];
    if (strcmp(name, "aws.events.rule-arn") == 0)
        return json_incref(json_object_get(rule, "Arn"));
    if (strcmp(name, "aws.events.rule-name") == 0)
        return json_incref(json_object_get(rule, "Name"));
    if (strcmp(name, "aws.events.event.ingestion-time") == 0) {
        time_text(service->cloud->now_ms(service->cloud), now);
        return json_string(now);
    }
    if (strcmp(name, "aws.events.event.json") == 0)
        return json_deep_copy(event);
    if (strcmp(name, "aws.events.event") == 0) { /* without its detail */
        json_t *copy = json_copy((json_t *)(uintptr_t)event);
        (void)json_object_del(copy, "detail");
        return copy;
    }
    return NULL;
}

static char *transform(const struct service *service, const json_t *rule, const json_t *transformer,
                       const json_t *event)
{
    const json_t *paths = json_object_get(transformer, "InputPathsMap");
    const char *text = slrun_text(transformer, "InputTemplate");
    struct output out = {.text = NULL};
    char name[NAME_SIZE];
    bool quoted = false;
    size_t n;
    put(&out, "", 0);
    while (*text) {
        n = placeholder(text, name);
        if (n == 0) {
            quoted ^= *text == '"';
            n = *text == '\\' && text[1] ? 2 : 1;
            put(&out, text, n);
        } else {
            json_t *own = reserved_value(service, rule, name, event);
            const char *path = slrun_text(paths, name);
            put_value(&out, own ? own : path ? input_path(event, path) : NULL, quoted);
            json_decref(own);
        }
        text += n;
    }
    if (!out.failed)
        return out.text;
    free(out.text);
    return NULL;
}

/* A template that is one JSON text gives what stands in it, to targets that take any text. */
char *input_text(const struct service *service, const json_t *rule, const json_t *target,
                 const json_t *event)
{
    const char *input = slrun_text(target, "Input"), *path = slrun_text(target, "InputPath");
    const json_t *transformer = json_object_get(target, "InputTransformer");
    if (input)
        return strdup(input);
    if (transformer)
        return transform(service, rule, transformer, event);
    const json_t *part = path && *path ? input_path(event, path) : event;
    return part ? json_dumps(part, JSON_COMPACT | JSON_ENCODE_ANY) : strdup("{}");
}
