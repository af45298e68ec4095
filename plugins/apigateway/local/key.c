/* SPDX-License-Identifier: Apache-2.0 */
/* API keys and usage plans: what API Gateway was recorded to make of them, beside what it does with
 * all things (LocalStack's tests/aws/services/apigateway/test_apigateway_extended.snapshot.json).
 */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

enum { NAME_MAX_BYTES = 1024, DESCRIPTION_MAX = 125000, VALUE_MIN = 20, VALUE_MAX = 128 };

#define BAD "BadRequestException"

/* ---- API keys ---- */

static bool description_ok(struct call *call, const char *text)
{
    if (text && strlen(text) > DESCRIPTION_MAX)
        call_fail(call, BAD, "Invalid API Key description specified.");
    return !call->code;
}

/* An empty text is none. */
static const char *given(struct call *call, const char *member)
{
    const char *text = call_arg(call, member);
    if (text && *text)
        return text;
    (void)json_object_del(call->args, member);
    return NULL;
}

/* REST-API-ID/STAGE, as keys name their stages. */
static json_t *stages_told(const json_t *stages)
{
    size_t i;
    json_t *stage, *told = json_array();
    json_array_foreach (stages, i, stage)
        (void)json_array_append_new(told, json_sprintf("%s/%s", text_get(stage, "restApiId"),
                                                       text_get(stage, "stageName")));
    return told;
}

static json_t *now_of(const struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    return json_integer(cloud->now_ms(cloud) / 1000);
}

static bool is_taken(const struct call *call, const char *value)
{
    const char *id;
    json_t *doc;
    json_object_foreach (call->service->docs, id, doc)
        if (value && doc_find(call, "apikeys", id) == doc && text_is(doc_it(doc), "value", value))
            return true;
    return false;
}

json_t *op_create_api_key(struct call *call)
{
    const char *name = given(call, "name"), *value = given(call, "value");
    size_t size = value ? strlen(value) : VALUE_MIN;
    if (name && strlen(name) > NAME_MAX_BYTES)
        return call_fail(call, BAD, "Invalid API Key name, can be at most %d characters.",
                         (int)NAME_MAX_BYTES);
    if (!description_ok(call, given(call, "description")))
        return NULL;
    if (size < VALUE_MIN)
        return call_fail(call, BAD, "API Key value should be at least %d characters",
                         (int)VALUE_MIN);
    if (size > VALUE_MAX)
        return call_fail(call, BAD, "API Key value exceeds maximum size of %d characters",
                         (int)VALUE_MAX);
    if (is_taken(call, value))
        return call_fail(call, "ConflictException", "API Key already exists");
    (void)json_object_set_new(call->args, "stageKeys",
                              stages_told(json_object_get(call->args, "stageKeys")));
    (void)json_object_del(call->args, "generateDistinctId");
    if (!json_object_get(call->args, "enabled"))
        (void)json_object_set_new(call->args, "enabled", json_false());
    (void)json_object_set_new(call->args, "lastUpdatedDate", now_of(call));
    return thing_create(call);
}

static bool asked(const struct call *call, const char *member)
{
    return json_is_true(json_object_get(call->args, member));
}

json_t *op_get_api_key(struct call *call)
{
    json_t *key = thing_get(call);
    if (key && !asked(call, "includeValue"))
        (void)json_object_del(key, "value");
    return key;
}

json_t *op_update_api_key(struct call *call)
{
    size_t i;
    json_t *doc, *patch, *it = thing_find(call, call->kind, &doc);
    json_array_foreach (json_object_get(call->args, "patchOperations"), i, patch)
        if (text_is(patch, "path", "/description") &&
            !description_ok(call, text_get(patch, "value")))
            return NULL;
    json_t *told = it ? thing_update(call) : NULL;
    if (told) {
        (void)json_object_set_new(it, "lastUpdatedDate", now_of(call));
        (void)json_object_del(told, "value");
    }
    return told;
}

/* ---- lists: the newest first, by the beginning of their name ---- */

static bool wanted(const struct call *call, const json_t *it)
{
    const char *query = call_arg(call, "nameQuery"), *name = text_get(it, "name");
    const char *customer = call_arg(call, "customerId");
    return (!query || (name && strncmp(name, query, strlen(query)) == 0)) &&
           (!customer || text_is(it, "customerId", customer));
}

/* A page of a list whose last element is told first; it is taken over. */
static json_t *newest_first(struct call *call, json_t *list)
{
    json_t *all = json_object();
    for (size_t i = json_array_size(list); i-- > 0;) {
        json_t *it = json_array_get(list, i);
        (void)json_object_set(all, text_get(it, "id"), it);
    }
    json_t *page = thing_page(call, all);
    json_decref(all);
    json_decref(list);
    return page;
}

json_t *op_get_api_keys(struct call *call)
{
    const char *id;
    json_t *doc, *list = json_array();
    json_object_foreach (call->service->docs, id, doc) {
        bool meant = doc_find(call, "apikeys", id) == doc && wanted(call, doc_it(doc));
        json_t *key = meant ? json_copy(doc_it(doc)) : NULL;
        if (key && !asked(call, "includeValues"))
            (void)json_object_del(key, "value");
        if (key)
            (void)json_array_append_new(list, key);
    }
    return newest_first(call, list);
}

json_t *op_get_usage_plan_keys(struct call *call)
{
    const char *id;
    json_t *plan = doc_find(call, "usageplans", call_arg(call, "usagePlanId")), *key;
    json_t *list = json_array();
    if (plan)
        json_object_foreach (doc_collection(plan, "keys"), id, key)
            if (wanted(call, key))
                (void)json_array_append(list, key);
    return newest_first(call, list);
}

/* It leaves the plans that it is in. */
json_t *op_delete_api_key(struct call *call)
{
    const char *id, *key = call_arg(call, "apiKey");
    json_t *doc, *gone = thing_delete(call);
    if (gone)
        json_object_foreach (call->service->docs, id, doc)
            if (doc_find(call, "usageplans", id) == doc &&
                json_object_del(json_object_get(doc, "keys"), key) == 0)
                doc_save(call->service, doc);
    return gone;
}

/* ---- usage plans ---- */

json_t *op_create_usage_plan(struct call *call)
{
    if (!json_object_get(call->args, "apiStages"))
        (void)json_object_set_new(call->args, "apiStages", json_array());
    return thing_create(call);
}

/* All, or those that have a key. */
json_t *op_get_usage_plans(struct call *call)
{
    const char *id, *key = call_arg(call, "keyId");
    json_t *doc, *all = json_object();
    json_object_foreach (call->service->docs, id, doc)
        if (doc_find(call, "usageplans", id) == doc &&
            (!key || json_object_get(doc_collection(doc, "keys"), key)))
            (void)json_object_set(all, id, doc_it(doc));
    json_t *page = thing_page(call, all);
    json_decref(all);
    return page;
}

/* "API-ID:STAGE" of a patch as plans have it; NULL after call_fail(). */
static json_t *stage_of(struct call *call, const char *value)
{
    const char *colon = value ? strchr(value, ':') : NULL;
    if (!colon || colon == value || !colon[1])
        return call_fail(call, BAD, "Invalid API Stage specified");
    json_t *id = json_stringn(value, (size_t)(colon - value));
    json_t *api = id ? doc_find(call, "restapis", json_string_value(id)) : NULL;
    json_t *stage = NULL;
    if (api && json_object_get(doc_collection(api, "stages"), colon + 1))
        stage = json_pack("{s:O, s:s}", "apiId", id, "stage", colon + 1);
    else
        call_fail(call, "NotFoundException",
                  "Invalid API Stage {api: %.*s, stage: %s} specified for usageplan %s",
                  (int)(colon - value), value, colon + 1, call_arg(call, "usagePlanId"));
    json_decref(id);
    return stage;
}

static void stages_remove(json_t *stages, const json_t *stage)
{
    for (size_t i = json_array_size(stages); i-- > 0;) {
        const json_t *other = json_array_get(stages, i);
        if (json_equal(json_object_get(other, "apiId"), json_object_get(stage, "apiId")) &&
            json_equal(json_object_get(other, "stage"), json_object_get(stage, "stage")))
            (void)json_array_remove(stages, i);
    }
}

/* Takes the patches of "/apiStages" out of the call and does them to the list. False after
 * call_fail(). */
static bool patch_stages(struct call *call, json_t *stages)
{
    json_t *patches = json_object_get(call->args, "patchOperations");
    for (size_t i = 0; i < json_array_size(patches);) {
        const json_t *patch = json_array_get(patches, i);
        if (!text_is(patch, "path", "/apiStages")) {
            i++;
            continue;
        }
        json_t *stage = stage_of(call, text_get(patch, "value"));
        if (!stage)
            return false;
        stages_remove(stages, stage);
        if (text_is(patch, "op", "add"))
            (void)json_array_append(stages, stage);
        json_decref(stage);
        (void)json_array_remove(patches, i);
    }
    return true;
}

json_t *op_update_usage_plan(struct call *call)
{
    json_t *doc, *plan = thing_find(call, call->kind, &doc);
    const json_t *old = json_object_get(plan, "apiStages");
    json_t *stages = old ? json_deep_copy(old) : json_array(), *told = NULL;
    if (plan && patch_stages(call, stages)) {
        json_t *before = json_incref(json_object_get(plan, "apiStages"));
        (void)json_object_set(plan, "apiStages", stages);
        told = thing_update(call);
        json_t *quota = told ? json_object_get(plan, "quota") : NULL;
        if (quota && !json_object_get(quota, "offset")) {
            (void)json_object_set_new(quota, "offset", json_integer(0));
            (void)json_object_set_new(told, "quota", json_deep_copy(quota));
            doc_save(call->service, doc);
        }
        if (!told && before)
            (void)json_object_set(plan, "apiStages", before);
        json_decref(before);
    }
    json_decref(stages);
    return told;
}
