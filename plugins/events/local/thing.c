/* SPDX-License-Identifier: Apache-2.0 */
#include "local/thing.h"

#include <string.h>

json_t *thing_key(const struct slrun_json_call *call, const char *kind, const char *name)
{
    return json_sprintf("arn:aws:events:%s:%s:%s/%s", call->x->region, call->x->account, kind,
                        name);
}

json_t *thing_find(const struct slrun_json_call *call, const char *kind, const char *name)
{
    json_t *key = thing_key(call, kind, name);
    json_t *doc = json_object_get(service_of(call)->things, json_string_value(key));
    json_decref(key);
    return doc;
}

void thing_keep(struct service *service, const json_t *doc)
{
    state_keep_thing(service, slrun_text(doc, "Key"), doc);
}

json_t *thing_add(struct slrun_json_call *call, const char *kind, const char *name, json_t *doc)
{
    struct service *service = call->service;
    if (json_object_size(service->things) >= THINGS_MAX) {
        json_decref(doc);
        return call_fail(call, "LimitExceededException",
                         "The requested resource exceeds the maximum number allowed.");
    }
    json_t *key = thing_key(call, kind, name);
    bool added = json_object_set(doc, "Key", key) == 0 &&
                 json_object_set(service->things, json_string_value(key), doc) == 0;
    json_decref(doc);
    json_decref(key);
    if (!added)
        return NULL;
    thing_keep(service, doc);
    return doc;
}

void thing_remove(struct slrun_json_call *call, const char *kind, const char *name)
{
    json_t *key = thing_key(call, kind, name);
    (void)json_object_del(service_of(call)->things, json_string_value(key));
    state_keep_thing(call->service, json_string_value(key), NULL);
    json_decref(key);
}

json_t *thing_list(struct slrun_json_call *call, const char *kind,
                   json_t *(*told)(const struct slrun_json_call *call, const json_t *doc))
{
    const char *prefix = call_text(call, "NamePrefix"), *key;
    json_t *start = thing_key(call, kind, prefix ? prefix : ""), *list = json_array(), *doc;
    json_object_foreach (service_of(call)->things, key, doc) {
        bool meant =
            start && strncmp(key, json_string_value(start), json_string_length(start)) == 0;
        json_t *one = meant ? told(call, doc) : NULL;
        if (one)
            (void)json_array_append_new(list, one);
    }
    json_decref(start);
    return call_page(call, list);
}

json_t *thing_now(const struct service *service)
{
    return json_real((double)service->cloud->now_ms(service->cloud) / 1000);
}
