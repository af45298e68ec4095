/* SPDX-License-Identifier: Apache-2.0 */
/* Documents: in memory, and written through to the local cloud's store. */
#include "local/service.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define SERVICE "apigateway"

void doc_id(struct service *service, char id[ID_SIZE])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    uint64_t bits = service->cloud->random(service->cloud);
    for (size_t i = 0; i + 1 < ID_SIZE; i++) {
        /* a letter first: an id is part of host names */
        id[i] = letters[bits % (i ? 36 : 26)];
        bits /= 36;
    }
    id[ID_SIZE - 1] = '\0';
}

json_t *doc_it(const json_t *doc)
{
    return json_object_get(doc, "it");
}

json_t *doc_collection(json_t *doc, const char *name)
{
    if (doc && !json_object_get(doc, name))
        json_object_set_new(doc, name, json_object());
    return json_object_get(doc, name);
}

json_t *doc_new(struct call *call, const char *kind, json_t *it, const char *id)
{
    json_t *doc = json_pack("{s:s, s:s, s:s, s:s, s:o}", "kind", kind, "id", id, "region",
                            call->region, "account", call->account, "it", it);
    json_object_set_new(call->service->docs, id, doc);
    return json_object_get(call->service->docs, id);
}

json_t *doc_find(const struct call *call, const char *kind, const char *id)
{
    json_t *doc = id ? json_object_get(call->service->docs, id) : NULL;
    bool found = doc && text_is(doc, "kind", kind) && text_is(doc, "region", call->region) &&
                 text_is(doc, "account", call->account);
    return found ? doc : NULL;
}

static const struct slrun_doc_kind kept = {SERVICE, ""};

void doc_save(struct service *service, const json_t *doc)
{
    if (doc)
        service->cloud->doc_keep(service->cloud, &kept, text_get(doc, "id"), doc);
}

void doc_delete(struct service *service, const char *id)
{
    service->cloud->doc_keep(service->cloud, &kept, id, NULL);
    json_object_del(service->docs, id);
}

bool docs_load(struct service *service)
{
    service->docs = service->cloud->doc_load(service->cloud, &kept);
    return service->docs != NULL;
}

void docs_forget(struct service *service)
{
    void *next;
    const char *id;
    json_t *doc;
    json_object_foreach_safe (service->docs, next, id, doc)
        doc_delete(service, id);
    json_object_clear(service->cache);
}
