/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and templates of targets. */
#include "local/input.h"

#include <string.h>

#include <slrun/time.h>

#include "inputs/path.h"
#include "inputs/template.h"

enum { PATHS_MAX = 100 };

/* ---- names that mean something by themselves ---- */

/* What a template is filled with. */
struct filling {
    const struct service *service;
    const json_t *rule, *paths, *event;
};

static json_t *rule_arn(const struct filling *f)
{
    return json_incref(json_object_get(f->rule, "Arn"));
}

static json_t *rule_name(const struct filling *f)
{
    return json_incref(json_object_get(f->rule, "Name"));
}

static json_t *ingestion_time(const struct filling *f)
{
    char now[SLRUN_TIME_SIZE];
    slrun_time_text(f->service->cloud->now_ms(f->service->cloud), 0, now);
    return json_string(now);
}

static json_t *whole_event(const struct filling *f)
{
    return json_deep_copy(f->event);
}

static json_t *event_without_detail(const struct filling *f)
{
    json_t *copy = json_copy((json_t *)(uintptr_t)f->event);
    (void)json_object_del(copy, "detail");
    return copy;
}

/* Each value is a new reference. */
static const struct reserved {
    const char *name;
    json_t *(*value)(const struct filling *f);
} reserved[] = {
    {"aws.events.rule-arn", rule_arn},
    {"aws.events.rule-name", rule_name},
    {"aws.events.event.ingestion-time", ingestion_time},
    {"aws.events.event.json", whole_event},
    {"aws.events.event", event_without_detail},
};

static const struct reserved *find_reserved(const char *name)
{
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(reserved[i].name, name) == 0)
            return &reserved[i];
    return NULL;
}

/* ---- checks ---- */

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
        if (template_name(text, name) && !find_reserved(name) && !json_object_get(paths, name))
            return call_invalid(call,
                                "Invalid InputTemplate for target %s : [Placeholder %.100s is not "
                                "in InputPathsMap].",
                                id, name);
    return true;
}

/* ---- templates ---- */

static json_t *value_of(void *arg, const char *name)
{
    const struct filling *f = arg;
    const struct reserved *own = find_reserved(name);
    const char *path = slrun_text(f->paths, name);
    return own ? own->value(f) : path ? path_value(f->event, path) : NULL;
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
