/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and templates of targets. */
#include "local/input.h"

#include <string.h>

#include <slrun/time.h>

#include "inputs/path.h"
#include "inputs/template.h"

enum { PATHS_MAX = 100 };

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

bool input_check(struct slrun_json_call *call, const json_t *target)
{
    const char *id = slrun_text(target, "Id"), *path = slrun_text(target, "InputPath"), *key;
    const json_t *transformer = json_object_get(target, "InputTransformer");
    const json_t *paths = json_object_get(transformer, "InputPathsMap");
    const char *text = slrun_text(transformer, "InputTemplate");
    char name[TEMPLATE_NAME_SIZE];
    json_t *value;
    if (path && *path && !path_check(path))
        return call_invalid(call, "Invalid InputPath for target %s: '%.200s'.", id, path);
    if (json_object_size(paths) > PATHS_MAX)
        return call_invalid(call, "InputPathsMap of target %s has more than 100 paths.", id);
    json_object_foreach ((json_t *)(uintptr_t)paths, key, value) {
        if (!path_check(json_string_value(value)))
            return call_invalid(call,
                                "Invalid InputTransformer for target %s : InputPath for "
                                "target %s must be a valid JSON path.",
                                id, id);
        if (strncmp(key, "AWS", 3) == 0)
            return call_invalid(call, "InputPathsMap of target %s: names may not begin with AWS.",
                                id);
    }
    for (; text && *text; text++)
        if (template_name(text, name) && !is_reserved(name) && !json_object_get(paths, name))
            return call_invalid(call,
                                "Invalid InputTemplate for target %s : [Placeholder %.100s is not "
                                "in InputPathsMap].",
                                id, name);
    return true;
}

/* ---- templates ---- */

/* A reserved name's value; a new reference, or NULL: it is none. */
static json_t *reserved_value(const struct service *service, const json_t *rule, const char *name,
                              const json_t *event)
{
    char now[SLRUN_TIME_SIZE];
    if (strcmp(name, "aws.events.rule-arn") == 0)
        return json_incref(json_object_get(rule, "Arn"));
    if (strcmp(name, "aws.events.rule-name") == 0)
        return json_incref(json_object_get(rule, "Name"));
    if (strcmp(name, "aws.events.event.ingestion-time") == 0) {
        slrun_time_text(service->cloud->now_ms(service->cloud), 0, now);
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

/* What a template is filled with. */
struct filling {
    const struct service *service;
    const json_t *rule, *paths, *event;
};

static json_t *value_of(void *arg, const char *name)
{
    const struct filling *f = arg;
    json_t *own = reserved_value(f->service, f->rule, name, f->event);
    const char *path = slrun_text(f->paths, name);
    return own ? own : path ? path_value(f->event, path) : NULL;
}

/* A template that is one JSON text gives what stands in it, to targets that take any text. */
char *input_text(const struct service *service, const json_t *rule, const json_t *target,
                 const json_t *event)
{
    const char *input = slrun_text(target, "Input"), *path = slrun_text(target, "InputPath");
    const json_t *transformer = json_object_get(target, "InputTransformer");
    if (input)
        return strdup(input);
    if (transformer) {
        struct filling filling = {service, rule, json_object_get(transformer, "InputPathsMap"),
                                  event};
        return template_fill(&(struct template){
            .text = slrun_text(transformer, "InputTemplate"), .value = value_of, .arg = &filling});
    }
    json_t *part = path_value(event, path && *path ? path : "$");
    char *text = part ? json_dumps(part, JSON_COMPACT | JSON_ENCODE_ANY) : strdup("{}");
    json_decref(part);
    return text;
}
