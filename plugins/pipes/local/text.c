/* SPDX-License-Identifier: Apache-2.0 */
#include "local/text.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/time.h>

#include "inputs/path.h"
#include "inputs/template.h"

#define RESERVED "aws.pipes."

/* Names of the pipe's own members. */
static const struct reserved {
    const char *name, *member;
} reserved[] = {
    {RESERVED "pipe-arn", "Arn"},      {RESERVED "pipe-name", "Name"},
    {RESERVED "source-arn", "Source"}, {RESERVED "enrichment-arn", "Enrichment"},
    {RESERVED "target-arn", "Target"}, {RESERVED "event.ingestion-time", NULL},
    {RESERVED "event", NULL},          {RESERVED "event.json", NULL},
};

static const struct reserved *reserved_of(const char *name)
{
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(reserved[i].name, name) == 0)
            return &reserved[i];
    return NULL;
}

bool text_check(struct slrun_json_call *call, const char *member, const char *template)
{
    char name[TEMPLATE_NAME_SIZE];
    for (; template && *template; template ++)
        if (template_name(template, name) &&
            (*name == '$' ? !path_check(name)
                          : strncmp(name, RESERVED, strlen(RESERVED)) == 0 && !reserved_of(name)))
            return call_invalid(call,
                                "Invalid InputTemplate in %s: <%.200s> is neither a path nor "
                                "a reserved variable.",
                                member, name);
    return true;
}

/* ---- events ---- */

/* The JSON object or list in a text; NULL: it has none. */
static json_t *inner_of(const json_t *text, bool base64)
{
    size_t size = json_string_length(text);
    if (!json_is_string(text))
        return NULL;
    if (!base64)
        return json_loadb(json_string_value(text), size, JSON_ALLOW_NUL, NULL);
    char *bytes = slrun_base64_bytes(json_string_value(text), size, &size);
    json_t *inner = bytes ? json_loadb(bytes, size, JSON_ALLOW_NUL, NULL) : NULL;
    free(bytes);
    return inner;
}

/* An event as paths see it: a body or data that is JSON is gone into. A new reference. */
static json_t *text_seen(const json_t *event)
{
    bool kinesis = strcmp(slrun_text_or(event, "eventSource", ""), "aws:kinesis") == 0;
    const char *member = kinesis ? "data" : "body";
    json_t *inner = inner_of(json_object_get(event, member), kinesis);
    json_t *seen = json_is_object(event) ? json_copy((json_t *)(uintptr_t)event)
                                         : json_incref((json_t *)(uintptr_t)event);
    if (inner)
        (void)json_object_set_new(seen, member, inner);
    return seen;
}

/* ---- templates ---- */

struct filling {
    const struct batch *batch;
    const json_t *event, *seen;
};

static json_t *now_of(const struct batch *batch)
{
    const struct slrun_cloud *cloud = batch->service->cloud;
    char text[SLRUN_TIME_SIZE];
    return json_string(slrun_time_text(cloud->now_ms(cloud), 1, text));
}

static json_t *value_of(void *arg, const char *name)
{
    const struct filling *f = arg;
    const struct reserved *own = reserved_of(name);
    if (!own)
        return path_value(f->seen, name);
    if (own->member)
        return json_incref(json_object_get(f->batch->pipe, own->member));
    if (strcmp(name, RESERVED "event.ingestion-time") == 0)
        return now_of(f->batch);
    const json_t *event = strcmp(name, RESERVED "event") == 0 ? f->event : f->seen;
    return json_incref((json_t *)(uintptr_t)event);
}

/* Whether a template is JSON with names in it, and no other text. */
static bool is_json(const char *template)
{
    char first = template[strspn(template, " \t\r\n")];
    return first == '{' || first == '[' || first == '"';
}

char *text_of(const struct batch *batch, const char *template, const json_t *event)
{
    if (!template || !*template)
        return json_dumps(event, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    json_t *seen = text_seen(event);
    struct filling filling = {batch, event, seen};
    char *text = template_fill(&(struct template){
        .text = template, .value = value_of, .arg = &filling, .plain = !is_json(template)});
    json_decref(seen);
    return text;
}

char *text_of_all(const struct batch *batch, const char *template)
{
    json_t *all = json_array();
    for (size_t i = 0; i < json_array_size(batch->events); i++) {
        char *text = text_of(batch, template, json_array_get(batch->events, i));
        json_t *one = text ? json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : NULL;
        (void)json_array_append_new(all, one ? one : json_string(text ? text : ""));
        free(text);
    }
    char *list = json_dumps(all, JSON_COMPACT | JSON_REAL_PRECISION(15));
    json_decref(all);
    return list;
}

json_t *text_parameter(const json_t *parameters, const char *name, const json_t *event)
{
    const char *given = slrun_text(parameters, name);
    if (!given || !path_check(given))
        return given ? json_string(given) : NULL;
    json_t *seen = text_seen(event), *found = path_value(seen, given);
    json_decref(seen);
    if (!found || json_is_string(found))
        return found;
    char *text = json_dumps(found, JSON_COMPACT | JSON_ENCODE_ANY);
    json_decref(found);
    found = text ? json_string(text) : NULL;
    free(text);
    return found;
}
