/* SPDX-License-Identifier: Apache-2.0 */
/* What Kinesis says to a request whose sender is not known: which part of a signature is not there.
 */
#include "record/sender.h"

#include <stdio.h>
#include <string.h>

enum { MESSAGE_SIZE = 2048, SENDER_MAX = 1024 };

#define ALGORITHM "X-Amz-Algorithm"

/* Of the Authorization header, and of a presigned query. */
static const char *const header_parts[] = {"Credential", "Signature", "SignedHeaders"};
static const char *const query_parts[] = {ALGORITHM, "X-Amz-Credential", "X-Amz-Signature",
                                          "X-Amz-SignedHeaders", "X-Amz-Date"};

struct text {
    char at[MESSAGE_SIZE];
    size_t size;
};

static void add(struct text *text, const char *before, const char *what, const char *behind)
{
    size_t room = sizeof text->at - text->size;
    int n = snprintf(text->at + text->size, room, "%s%.*s%s", before, SENDER_MAX, what, behind);
    text->size += n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
}

/* Where "name=value" or "name" stands in a list with such separators: its value, or NULL. */
static const char *part_of(const char *list, const char *separators, const char *name)
{
    size_t size = strlen(name);
    while (list != NULL && *list != '\0') {
        list += strspn(list, separators);
        size_t length = strcspn(list, separators);
        if (length >= size && strncmp(list, name, size) == 0 &&
            (length == size || list[size] == '='))
            return list + size + (length > size);
        list += length;
    }
    return NULL;
}

static bool has_value(const char *list, const char *separators, const char *name)
{
    const char *value = part_of(list, separators, name);
    return value != NULL && strcspn(value, separators) > 0;
}

/* The first word names the algorithm, which is not looked at here. */
static void look_at_header(struct text *text, const char *sender, bool dated)
{
    const char *parts = sender + strcspn(sender, ", ");
    for (size_t i = 0; i < sizeof header_parts / sizeof *header_parts; i++)
        if (!has_value(parts, ", ", header_parts[i]))
            add(text, "Authorization header requires '", header_parts[i], "' parameter. ");
    if (!dated) {
        add(text, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' ",
            "header. ", "");
    }
    if (text->size > 0)
        add(text, "Authorization=", sender, "");
}

static void look_at_query(struct text *text, const char *query)
{
    for (size_t i = 0; i < sizeof query_parts / sizeof *query_parts; i++)
        if (!has_value(query, "&", query_parts[i]))
            add(text, "AWS query-string parameters must include '", query_parts[i], "'. ");
    if (text->size > 0)
        add(text, "Re-examine the query-string parameters.", "", "");
}

/* The local cloud's own judgement, of a signature that has all its parts. */
static void judged(struct call *call, const struct slrun_fault *fault)
{
    static const enum fault_kind kinds[] = {FAULT_MISSING_TOKEN, FAULT_INVALID_SIGNATURE,
                                            FAULT_INCOMPLETE_SIGNATURE, FAULT_UNKNOWN_CLIENT};
    enum fault_kind kind = FAULT_INVALID_SIGNATURE;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(fault_name(&(struct fault){kinds[i], NULL}), fault->code) == 0)
            kind = kinds[i];
    fault_set(&call->fault, kind, "%s", fault->message);
}

void sender_refuse(struct call *call, const struct slrun_fault *fault)
{
    const struct slrun_exchange *x = call->exchange;
    const struct slrun_host *host = call->service->cloud->host;
    const char *sender = host->header_get(x->headers, x->n_headers, "Authorization");
    const char *query = strchr(x->target, '?');
    bool dated = host->header_get(x->headers, x->n_headers, "X-Amz-Date") != NULL ||
                 host->header_get(x->headers, x->n_headers, "Date") != NULL;
    bool in_query = query != NULL && part_of(query + 1, "&", ALGORITHM) != NULL;
    struct text text = {"", 0};
    if (sender != NULL && in_query) {
        fault_set(&call->fault, FAULT_INVALID_SIGNATURE,
                  "Found both '" ALGORITHM
                  "' as a query-string param and 'Authorization' as HTTP header.");
        return;
    }
    if (sender == NULL && !in_query) {
        fault_set(&call->fault, FAULT_MISSING_TOKEN, "Missing Authentication Token");
        return;
    }
    if (sender != NULL)
        look_at_header(&text, sender, dated);
    else
        look_at_query(&text, query + 1);
    if (text.size > 0)
        fault_set(&call->fault, FAULT_INCOMPLETE_SIGNATURE, "%s", text.at);
    else
        judged(call, fault);
}
