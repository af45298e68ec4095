/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations of buckets. What they say of shape stands in config_rules.c. */
#include "bucket/config.h"

#include <string.h>

#include "event/event.h"

bool op_put_config(struct call *call)
{
    const struct config *config = config_find(call);
    if (config == NULL || call->xml == NULL || !xml_valid(call->xml, config->rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    if (config->check != NULL && !config->check(call))
        return false;
    bool asked = strcmp(config->query, "notification") == 0 && event_ask(call);
    return asked || config_keep(call);
}

bool config_keep(struct call *call)
{
    const struct config *config = config_find(call);
    struct text text = {.pool = &call->pool};
    xml_write_root(&text, call->xml);
    if (text.failed)
        return call_internal(call);
    store_config_set(call->service->store, call->bucket.id, config->query,
                     (struct slice){text.data, text.size});
    if (config->kept != NULL)
        config->kept(call->service);
    return true;
}

/* Stands where a configuration was deleted that every new bucket has. It is no document, and so
 * counts for nothing. */
static const char deleted[] = "-";

static bool give_default(struct call *call, const struct config *config, const char *inside)
{
    struct text *text = call_xml(call, config->rule->name);
    text_string(text, inside == NULL ? "" : inside);
    xml_close(text, config->rule->name);
    return true;
}

bool op_get_config(struct call *call)
{
    const struct config *config = config_find(call);
    if (config == NULL)
        return fault_set(&call->fault, FAULT_NOT_IMPLEMENTED);
    struct slice text =
        store_config(call->service->store, &call->pool, call->bucket.id, config->query);
    if (text.data == NULL && config->fresh != NULL)
        return give_default(call, config, config->fresh);
    if (text.data != NULL && strcmp(text.data, deleted) != 0) {
        call->content_type = "application/xml";
        if (config->told != NULL)
            config->told(call);
        text_put(&call->out, text.data, text.size);
        return true;
    }
    if (config->missing == FAULT_NONE)
        return give_default(call, config, config->otherwise);
    fault_set(&call->fault, config->missing);
    fault_detail(&call->fault, "BucketName", call->bucket.name);
    return false;
}

bool op_delete_config(struct call *call)
{
    const struct config *config = config_find(call);
    if (config == NULL)
        return fault_set(&call->fault, FAULT_NOT_IMPLEMENTED);
    if (config->fresh != NULL) {
        store_config_set(call->service->store, call->bucket.id, config->query,
                         (struct slice){deleted, sizeof deleted - 1});
    } else {
        store_config_remove(call->service->store, call->bucket.id, config->query);
    }
    call->status = 204;
    return true;
}
