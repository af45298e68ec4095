/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations by their id. All of a kind are one document, in the order of their ids. */
#include "bucket/config_many.h"

#include <string.h>

#define KEPT "Configurations" /* the root of the document */

enum { PAGE_SIZE = 100, MANY_MAX = 1000 }; /* of a bucket; API reference */

static const char *id_of(const struct xml_node *node)
{
    const char *id = xml_text(node, "Id");
    return id == NULL ? "" : id;
}

/* The first of those that are kept, or NULL. */
static const struct xml_node *first_of(struct call *call, const struct config_kind *kind)
{
    const struct xml_node *all =
        store_config_xml(call->service->store, &call->pool, call->bucket.id, kind->query);
    return all == NULL ? NULL : all->first;
}

static const struct xml_node *find(struct call *call, const struct config_kind *kind,
                                   const char *id)
{
    const struct xml_node *node = first_of(call, kind);
    while (node != NULL && strcmp(id_of(node), id) != 0)
        node = node->next;
    if (node == NULL)
        fault_set(&call->fault, FAULT_NO_CONFIGURATION);
    return node;
}

/* Keeps what is there, with `added` (or NULL) in the place of the one of that id. */
static bool keep(struct call *call, const char *id, const struct xml_node *added)
{
    const struct config_kind *kind = config_kind_find(call);
    struct text text = {.pool = &call->pool};
    xml_open(&text, KEPT);
    for (const struct xml_node *node = first_of(call, kind); node != NULL; node = node->next) {
        int order = strcmp(id_of(node), id);
        if (order >= 0 && added != NULL) {
            xml_write(&text, added);
            added = NULL;
        }
        if (order != 0)
            xml_write(&text, node);
    }
    if (added != NULL)
        xml_write(&text, added);
    xml_close(&text, KEPT);
    if (text.failed)
        return call_internal(call);
    store_config_set(call->service->store, call->bucket.id, kind->query,
                     (struct slice){text.data, text.size});
    return true;
}

/* Inventories go to buckets that are named by ARNs. */
static bool check_destination(struct call *call)
{
    const struct xml_node *to = xml_child(call->xml, "Destination");
    const struct xml_node *bucket = to == NULL ? NULL : xml_child(to, "S3BucketDestination");
    return bucket == NULL || strncmp(xml_text(bucket, "Bucket"), "arn:", 4) == 0 ||
           fault_set(&call->fault, FAULT_INVALID_DESTINATION);
}

bool op_put_many(struct call *call)
{
    const struct config_kind *kind = config_kind_find(call);
    const char *id = call_query(call, "id");
    if (call->xml == NULL || !xml_valid(call->xml, kind->rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    if (id == NULL || strcmp(id, id_of(call->xml)) != 0)
        return fault_set(&call->fault, kind->mismatch);
    size_t n = 0;
    for (const struct xml_node *node = first_of(call, kind); node != NULL; node = node->next)
        n++;
    if (n >= MANY_MAX)
        return fault_set(&call->fault, FAULT_TOO_MANY_CONFIGURATIONS);
    call->status = 204;
    return check_destination(call) && keep(call, id, call->xml);
}

/* A token is the id that the page before ended in. */
static bool is_token(const struct xml_node *node, const char *token)
{
    while (node != NULL && strcmp(id_of(node), token) != 0)
        node = node->next;
    return node != NULL;
}

static bool list(struct call *call, const struct config_kind *kind)
{
    const char *token = call_query(call, "continuation-token"), *last = NULL;
    const struct xml_node *node = first_of(call, kind);
    if (token != NULL && token[0] != '\0' && !is_token(node, token))
        return fault_set(&call->fault, FAULT_MALFORMED_TOKEN);
    while (node != NULL && token != NULL && strcmp(id_of(node), token) <= 0)
        node = node->next;
    struct text *text = call_xml(call, kind->list);
    for (size_t n = 0; node != NULL && n < PAGE_SIZE; n++, node = node->next) {
        xml_write(text, node);
        last = id_of(node);
    }
    xml_element(text, "IsTruncated", node == NULL ? "false" : "true");
    xml_element(text, "ContinuationToken", token);
    xml_element(text, "NextContinuationToken", node == NULL ? NULL : last);
    xml_close(text, kind->list);
    return true;
}

bool op_get_many(struct call *call)
{
    const struct config_kind *kind = config_kind_find(call);
    const char *id = call_query(call, "id");
    if (id == NULL || id[0] == '\0')
        return list(call, kind);
    const struct xml_node *node = find(call, kind, id);
    if (node == NULL)
        return false;
    call->content_type = "application/xml";
    xml_write_root(&call->out, node);
    return true;
}

bool op_delete_many(struct call *call)
{
    const char *id = call_query(call, "id");
    if (find(call, config_kind_find(call), id == NULL ? "" : id) == NULL)
        return false;
    call->status = 204;
    return keep(call, id, NULL);
}
