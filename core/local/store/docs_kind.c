/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of one kind. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "local/store/docs.h"

struct loading {
    json_t *all;
    size_t prefix; /* characters of it */
};

static int load(void *arg, const char *key, const json_t *doc)
{
    struct loading *l = arg;
    return json_object_set(l->all, key + l->prefix, (json_t *)(uintptr_t)doc);
}

json_t *docs_load(const struct slrun_cloud *api, const struct slrun_doc_kind *kind)
{
    struct loading l = {json_object(), strlen(kind->prefix)};
    if (api->data && l.all)
        (void)docs_each(api, kind->service, kind->prefix, load, &l);
    return l.all;
}

void docs_keep(const struct slrun_cloud *api, const struct slrun_doc_kind *kind, const char *key,
               const json_t *doc)
{
    json_t *whole = api->data ? json_sprintf("%s%s", kind->prefix, key) : NULL;
    const char *text = json_string_value(whole);
    if (text)
        (void)(doc ? docs_put(api, kind->service, text, doc)
                   : docs_remove(api, kind->service, text));
    json_decref(whole);
}

void docs_add(const struct slrun_cloud *api, const struct slrun_doc_kind *kind, const json_t *doc,
              char key[SLRUN_DOC_KEY_MAX])
{
    *key = '\0';
    if (!api->data || !doc)
        return;
    (void)snprintf(key, SLRUN_DOC_KEY_MAX, "%.30s%016" PRIx64 "%08x", kind->prefix,
                   (uint64_t)api->now_ms(api), ++((struct cloud *)(uintptr_t)api)->docs_added);
    (void)docs_put(api, kind->service, key, doc);
}
