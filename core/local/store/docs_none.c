/* SPDX-License-Identifier: Apache-2.0 */
#include "local/store/docs_none.h"

static int no_put(const struct slrun_cloud *api, const char *service, const char *key,
                  const json_t *doc)
{
    (void)api, (void)service, (void)key, (void)doc;
    return 0;
}

static json_t *no_get(const struct slrun_cloud *api, const char *service, const char *key)
{
    (void)api, (void)service, (void)key;
    return NULL;
}

static int no_remove(const struct slrun_cloud *api, const char *service, const char *key)
{
    (void)api, (void)service, (void)key;
    return 0;
}

static int no_each(const struct slrun_cloud *api, const char *service, const char *prefix,
                   int (*each)(void *arg, const char *key, const json_t *doc), void *arg)
{
    (void)api, (void)service, (void)prefix, (void)each, (void)arg;
    return 0;
}

static json_t *no_load(const struct slrun_cloud *api, const struct slrun_doc_kind *kind)
{
    (void)api, (void)kind;
    return json_object();
}

static void no_keep(const struct slrun_cloud *api, const struct slrun_doc_kind *kind,
                    const char *key, const json_t *doc)
{
    (void)api, (void)kind, (void)key, (void)doc;
}

static void no_add(const struct slrun_cloud *api, const struct slrun_doc_kind *kind,
                   const json_t *doc, char key[SLRUN_DOC_KEY_MAX])
{
    (void)api, (void)kind, (void)doc;
    *key = '\0';
}

void docs_none_fill(struct slrun_cloud *api)
{
    api->doc_put = no_put;
    api->doc_get = no_get;
    api->doc_remove = no_remove;
    api->doc_each = no_each;
    api->doc_load = no_load;
    api->doc_keep = no_keep;
    api->doc_add = no_add;
}
