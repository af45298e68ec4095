/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations of buckets. What they say of shape stands in config_rules.c. */
#include "config.h"

#include <string.h>

/* "inventory", or "inventory/ID" where there are several. */
static const char *name_of(struct call *call, const struct config *config)
{
    const char *id = config->many ? call_query(call, "id") : NULL;
    return id == NULL ? config->query : pool_format(&call->pool, "%s/%s", config->query, id);
}

bool op_put_config(struct call *call)
{
    const struct config *config = config_find(call);
    if (config == NULL || call->xml == NULL || !xml_valid(call->xml, config->rule)) {
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    }
    if (config->check != NULL && !config->check(call)) {
        return false;
    }
    struct text text = {.pool = &call->pool};
    const char *name = name_of(call, config);
    xml_write_root(&text, call->xml);
    if (text.failed || name == NULL) {
        return call_internal(call);
    }
    store_config_set(call->service->store, call->bucket.id, name,
                     (struct slice){text.data, text.size});
    call->status = config->put_status;
    return true;
}

/* Several at once: in one list, without a beginning that continues. */
static bool give_empty(struct call *call, const struct config *config)
{
    struct text *text = call_xml(call, config->rule->name);
    xml_close(text, config->rule->name);
    return true;
}

bool op_get_config(struct call *call)
{
    const struct config *config = config_find(call);
    if (config == NULL) {
        return fault_set(&call->fault, FAULT_NOT_IMPLEMENTED);
    }
    struct slice text = store_config(call->service->store, &call->pool, call->bucket.id,
                                     name_of(call, config));
    if (text.data != NULL) {
        call->content_type = "application/xml";
        text_put(&call->out, text.data, text.size);
        return true;
    }
    if (config->missing == FAULT_NONE) {
        return give_empty(call, config);
    }
    fault_set(&call->fault, config->missing);
    fault_detail(&call->fault, "BucketName", call->bucket.name);
    return false;
}

bool op_delete_config(struct call *call)
{
    const struct config *config = config_find(call);
    if (config == NULL) {
        return fault_set(&call->fault, FAULT_NOT_IMPLEMENTED);
    }
    store_config_remove(call->service->store, call->bucket.id, name_of(call, config));
    call->status = 204;
    return true;
}
