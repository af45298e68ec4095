/* SPDX-License-Identifier: Apache-2.0 */
/* What every operation asks of its call: arguments, the table, the time. */
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "params/constraint.h"
#include "service.h"

const char *call_string(const struct call *call, const char *name)
{
    return json_string_value(json_object_get(call->args, name));
}

bool call_bool(const struct call *call, const char *name, bool otherwise)
{
    const json_t *value = json_object_get(call->args, name);
    return value == NULL ? otherwise : json_is_true(value);
}

bool call_is_plain(const struct call *call)
{
    return json_object_size(call->args) == 2;
}

bool call_says(const struct call *call, const char *name, const char *word)
{
    const char *value = call_string(call, name);
    return value != NULL && strcmp(value, word) == 0;
}

void call_show_text(struct call *call, const char *name, const struct store_row *row)
{
    text_append(&call->shown, "\"", 1);
    text_append(&call->shown, name, strlen(name));
    text_append(&call->shown, "\":", 2);
    text_append(&call->shown, row->text, row->length);
}

bool call_digest(const json_t *json, char digest[STORE_DIGEST_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    char *text = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    bool ok = text != NULL && EVP_Digest(text, strlen(text), raw, &length, EVP_sha256(), NULL) == 1;
    for (unsigned i = 0; ok && i < length; i++) {
        *digest++ = digits[raw[i] >> 4];
        *digest++ = digits[raw[i] & 15];
    }
    *digest = '\0';
    free(text);
    return ok;
}

int64_t call_now_ms(const struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    return cloud->now_ms(cloud);
}

/* The name in an ARN of this account and region, else NULL. */
static const char *name_in_arn(const struct call *call, const char *arn)
{
    char prefix[TABLE_ARN_MAX];
    int length = snprintf(prefix, sizeof prefix, "arn:aws:dynamodb:%s:%s:table/",
                          call->exchange->region, call->exchange->account);
    if (length < 0 || (size_t)length >= sizeof prefix)
        return NULL;
    return strncmp(arn, prefix, (size_t)length) == 0 ? arn + length : NULL;
}

static struct table *find(const struct call *call, const char *name)
{
    const struct slrun_exchange *x = call->exchange;
    if (strncmp(name, "arn:", 4) == 0)
        name = name_in_arn(call, name);
    return name == NULL ? NULL : catalog_find(call->service->catalog, x->account, x->region, name);
}

struct table *call_table(struct call *call, const char *name)
{
    struct table *table = find(call, name);
    if (table == NULL || table->importing) {
        fault_set(&call->fault, FAULT_NOT_FOUND, "Requested resource not found");
        return NULL;
    }
    return table;
}

bool call_check_made(struct call *call, const struct table *table)
{
    return !table->importing ||
           fault_set(&call->fault, FAULT_IN_USE,
                     "Attempt to change a resource which is still in use: Table is being created: "
                     "%s",
                     table->name);
}

struct table *call_named_table(struct call *call)
{
    const char *name = call_string(call, "TableName");
    struct table *table = find(call, name);
    if (table == NULL) {
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "Requested resource not found: Table: %s not found", name);
    }
    return table;
}

bool call_has_items(struct call *call, const char *operation)
{
    if (json_object_size(json_object_get(call->args, "RequestItems")) != 0)
        return true;
    return call->fault.words == EXPR_WORDS_OLDER
               ? fault_invalid(&call->fault, "The requestItems parameter is required for %s",
                               operation)
               : fault_invalid(&call->fault, CONSTRAINT_EMPTY("RequestItems"));
}
