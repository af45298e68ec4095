/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/dynamic.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#define OPENING "{{resolve:"
#define CLOSING "}}"

enum { REGION_SIZE = 32, ACCOUNT_SIZE = 13, ARN_COLONS = 6, SHOWN = 200 };

struct lookup {
    const struct slrun_cloud *cloud;
    char region[REGION_SIZE], account[ACCOUNT_SIZE];
    json_t *properties;
    json_t *values;  /* by reference: "ssm:/a/b:1" */
    json_t *current; /* the reference that is looked up, a text */
    void (*done)(void *arg, json_t *properties, const char *reason);
    void *arg;
};

/* ---- references in texts ---- */

/* The next reference in a text: what stands between its brackets; *end is behind them. */
static json_t *next_in(const char *text, const char **begin, const char **end)
{
    *begin = strstr(text, OPENING);
    const char *from = *begin ? *begin + strlen(OPENING) : NULL;
    const char *to = from ? strstr(from, CLOSING) : NULL;
    if (!to)
        return NULL;
    *end = to + strlen(CLOSING);
    return json_stringn(from, (size_t)(to - from));
}

/* The first reference below `json` that has no value yet: a new reference, or NULL. */
static json_t *find(const json_t *json, const json_t *values)
{
    const char *text = json_string_value(json), *key, *begin, *end;
    json_t *inner, *found = NULL;
    size_t i;
    while (text && (found = next_in(text, &begin, &end))) {
        if (!json_object_get(values, json_string_value(found)))
            return found;
        json_decref(found);
        text = end;
    }
    json_array_foreach (json, i, inner)
        if ((found = find(inner, values)))
            return found;
    json_object_foreach ((json_t *)(uintptr_t)json, key, inner)
        if ((found = find(inner, values)))
            return found;
    return NULL;
}

bool dynamic_is_used(const json_t *properties)
{
    json_t *found = find(properties, NULL);
    json_decref(found);
    return found != NULL;
}

static json_t *filled_text(const char *text, const json_t *values)
{
    json_t *all = json_string(""), *reference;
    const char *begin, *end;
    while ((reference = next_in(text, &begin, &end))) {
        const char *value =
            json_string_value(json_object_get(values, json_string_value(reference)));
        json_t *more = json_sprintf("%s%.*s%s", json_string_value(all), (int)(begin - text), text,
                                    value ? value : "");
        json_decref(all);
        json_decref(reference);
        all = more;
        text = end;
    }
    json_t *whole = json_sprintf("%s%s", json_string_value(all), text);
    json_decref(all);
    return whole;
}

/* A copy with values in the place of references. */
static json_t *filled(const json_t *json, const json_t *values)
{
    const char *key;
    json_t *inner, *copy;
    size_t i;
    if (json_is_string(json) && strstr(json_string_value(json), OPENING))
        return filled_text(json_string_value(json), values);
    if (!json_is_array(json) && !json_is_object(json))
        return json_deep_copy(json);
    copy = json_is_array(json) ? json_array() : json_object();
    json_array_foreach (json, i, inner)
        (void)json_array_append_new(copy, filled(inner, values));
    json_object_foreach ((json_t *)(uintptr_t)json, key, inner)
        (void)json_object_set_new(copy, key, filled(inner, values));
    return copy;
}

/* ---- looking up ---- */

static void end(struct lookup *l, const char *reason)
{
    json_t *all = reason ? NULL : filled(l->properties, l->values);
    l->done(l->arg, all, all ? NULL : reason ? reason : "out of memory");
    json_decref(all);
    json_decref(l->properties);
    json_decref(l->values);
    json_decref(l->current);
    free(l);
}

SLRUN_PRINTF(2, 3)
static void refuse(struct lookup *l, const char *format, ...)
{
    char why[DYNAMIC_REASON_SIZE - SHOWN - 64], reason[DYNAMIC_REASON_SIZE];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(why, sizeof why, format, args);
    va_end(args);
    (void)snprintf(reason, sizeof reason,
                   "Could not resolve the dynamic reference " OPENING "%.*s" CLOSING ": %s", SHOWN,
                   json_string_value(l->current), why);
    end(l, reason);
}

static void next(struct lookup *l);

static void found(struct lookup *l, const char *value)
{
    (void)json_object_set_new(l->values, json_string_value(l->current), json_string(value));
    next(l);
}

static void got_parameter(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct lookup *l = arg;
    const json_t *parameter = json_object_get(result, "Parameter");
    const char *type = slrun_text(parameter, "Type"), *value = slrun_text(parameter, "Value");
    bool secure = strncmp(json_string_value(l->current), "ssm-secure:", 11) == 0;
    if (error)
        refuse(l, "%s%s%s", error->code, *error->message ? ": " : "", error->message);
    else if (!type || !value)
        refuse(l, "there is no value");
    else if (secure != (strcmp(type, "SecureString") == 0))
        refuse(l, "it is a %s", type);
    else
        found(l, value);
}

/* ---- secrets: ID:SecretString:KEY:STAGE:VERSION ---- */

enum { OF_KEY = 1, OF_STAGE, OF_VERSION };

/* The id in a reference to a secret, which may be an ARN, and the field behind it: NULL, or
 * borrowed with its size. */
static const char *id_end(const char *text)
{
    int colons = strncmp(text, "arn:", 4) == 0 ? ARN_COLONS : 0;
    const char *at = text + strcspn(text, ":");
    for (; colons > 0 && *at; colons--)
        at += 1 + strcspn(at + 1, ":");
    return at;
}

static json_t *field(const char *text, int which)
{
    const char *at = id_end(text);
    for (int i = 0; *at && i < which; i++)
        at += 1 + strcspn(at + 1, ":");
    size_t n = *at ? strcspn(at + 1, ":") : 0;
    return n > 0 ? json_stringn(at + 1, n) : NULL;
}

static void got_secret(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct lookup *l = arg;
    const char *rest = strchr(json_string_value(l->current), ':') + 1;
    const char *value = slrun_text(result, "SecretString");
    if (error || !value) {
        refuse(l, "%s", error ? error->message : "it has no SecretString");
        return;
    }
    json_t *key = field(rest, OF_KEY), *object = key ? json_loads(value, 0, NULL) : NULL;
    json_t *member = key ? json_object_get(object, json_string_value(key)) : NULL;
    char *text = member && !json_is_string(member) ? json_dumps(member, JSON_ENCODE_ANY) : NULL;
    if (key && !member)
        refuse(l, "Could not find a value associated with JSONKey in SecretString");
    else
        found(l, text ? text : member ? json_string_value(member) : value);
    free(text);
    json_decref(object);
    json_decref(key);
}

/* ---- one after the other ---- */

static struct slrun_cloud_call call_for(struct lookup *l)
{
    const char *reference = json_string_value(l->current), *colon = strchr(reference, ':');
    const char *rest = colon ? colon + 1 : "";
    struct slrun_cloud_call call = {
        .region = l->region, .account = l->account, .caller = "cloudformation", .arg = l};
    if (strncmp(reference, "secretsmanager:", 15) == 0) {
        call.service = "secretsmanager";
        call.operation = "get_secret_value";
        call.args =
            json_pack("{s:s%, s:o*, s:o*}", "SecretId", rest, (size_t)(id_end(rest) - rest),
                      "VersionStage", field(rest, OF_STAGE), "VersionId", field(rest, OF_VERSION));
        call.done = got_secret;
    } else if (strncmp(reference, "ssm:", 4) == 0 || strncmp(reference, "ssm-secure:", 11) == 0) {
        call.service = "ssm";
        call.operation = "get_parameter";
        call.args = json_pack("{s:s, s:b}", "Name", rest, "WithDecryption", 1);
        call.done = got_parameter;
    }
    return call;
}

static void next(struct lookup *l)
{
    json_decref(l->current);
    l->current = find(l->properties, l->values);
    if (!l->current) {
        end(l, NULL);
        return;
    }
    struct slrun_cloud_call call = call_for(l);
    if (!call.service)
        refuse(l, "there are ssm, ssm-secure and secretsmanager");
    else if (json_object_size(l->values) >= DYNAMIC_MAX)
        refuse(l, "a resource has at most %d of them", DYNAMIC_MAX);
    else if (!call.args || !l->cloud->call(l->cloud, &call))
        refuse(l, "out of memory");
}

void dynamic_resolve(const struct dynamic_order *order)
{
    struct lookup *l = calloc(1, sizeof *l);
    if (!l) {
        order->done(order->arg, NULL, "out of memory");
        return;
    }
    *l = (struct lookup){.cloud = order->cloud,
                         .properties = json_deep_copy(order->properties),
                         .values = json_object(),
                         .done = order->done,
                         .arg = order->arg};
    (void)snprintf(l->region, sizeof l->region, "%s", order->region);
    (void)snprintf(l->account, sizeof l->account, "%s", order->account);
    next(l);
}
