/* SPDX-License-Identifier: Apache-2.0 */
#include "local/keep.h"

#include <stdint.h>
#include <string.h>

#include <slrun/member.h>

/* The name is that of the first ones. */
static const struct slrun_doc_kind kind_kept = {"logs", "filter/"};

static void write_down(struct service *service, const char *key)
{
    service->cloud->doc_keep(service->cloud, &kind_kept, key, json_object_get(service->kept, key));
}

bool kept_open(struct service *service)
{
    service->kept = service->cloud->doc_load(service->cloud, &kind_kept);
    return service->kept != NULL;
}

void kept_close(struct service *service)
{
    json_decref(service->kept);
    service->kept = NULL;
}

void kept_clear(struct service *service)
{
    json_object_clear(service->kept);
}

/* ---- one ---- */

static json_t *kept_key(const struct slrun_json_call *call, const char *kind, const char *name)
{
    return json_sprintf("%s|%s|%s|%s", kind, call->x->account, call->x->region, name);
}

json_t *kept_get(const struct slrun_json_call *call, const char *kind, const char *name)
{
    json_t *key = kept_key(call, kind, name);
    json_t *doc = json_object_get(service_of(call)->kept, json_string_value(key));
    json_decref(key);
    return doc;
}

bool kept_set(struct slrun_json_call *call, const char *kind, const char *name, json_t *doc)
{
    json_t *key = kept_key(call, kind, name), *kept = service_of(call)->kept;
    const char *text = json_string_value(key);
    bool there = json_object_get(kept, text) != NULL;
    if (doc)
        (void)json_object_set_new(kept, text, doc);
    else
        (void)json_object_del(kept, text);
    if (text && (doc || there))
        write_down(call->service, text);
    json_decref(key);
    return there;
}

/* ---- many ---- */

json_t *kept_all(const struct slrun_json_call *call, const char *kind, const char *prefix)
{
    json_t *start = kept_key(call, kind, prefix), *all = json_array(), *doc;
    const char *key;
    json_object_foreach (service_of(call)->kept, key, doc)
        if (start && strncmp(key, json_string_value(start), json_string_length(start)) == 0)
            (void)json_array_append(all, doc);
    json_decref(start);
    return all;
}

void kept_forget(struct slrun_json_call *call, const char *kind, const char *prefix)
{
    struct service *service = call->service;
    json_t *start = kept_key(call, kind, prefix), *doc;
    const char *key;
    void *next;
    json_object_foreach_safe (service->kept, next, key, doc) {
        json_t *gone = json_string(key);
        if (start && gone &&
            strncmp(key, json_string_value(start), json_string_length(start)) == 0) {
            (void)json_object_del(service->kept, key);
            write_down(service, json_string_value(gone));
        }
        json_decref(gone);
    }
    json_decref(start);
}

static void insert(json_t *list, json_t *doc, const char *member)
{
    const char *name = slrun_text_or(doc, member, "");
    size_t i = 0, n = json_array_size(list);
    while (i < n && strcmp(slrun_text_or(json_array_get(list, i), member, ""), name) < 0)
        i++;
    (void)json_array_insert(list, i, doc);
}

json_t *kept_list(const struct slrun_json_call *call, const char *kind, const char *prefix,
                  const char *member)
{
    json_t *all = kept_all(call, kind, prefix), *list = json_array(), *doc;
    size_t i;
    json_array_foreach (all, i, doc)
        insert(list, doc, member);
    json_decref(all);
    return list;
}
