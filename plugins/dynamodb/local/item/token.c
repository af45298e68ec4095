/* SPDX-License-Identifier: Apache-2.0 */
/* ClientRequestToken of TransactWriteItems (API Reference): a request that comes again within ten
 * minutes does nothing more. */
#include <string.h>

#include "item/transact.h"

enum { TOKEN_LIFE_MS = 10 * 60 * 1000 };

static const char *const options[] = {"ReturnConsumedCapacity", "ReturnItemCollectionMetrics",
                                      "ReturnValuesOnConditionCheckFailure"};

static bool plain(json_t *json);

static bool is_number(const json_t *json)
{
    return json_object_size(json) == 1 && json_is_string(json_object_get(json, "N"));
}

/* In normal form, which stands for the others that are equal. */
static bool plain_number(json_t *json)
{
    struct expr_error ignored = {.kind = EXPR_ERROR_NONE};
    json_t *same = value_canonical(json, &ignored);
    bool ok = same == NULL || json_object_update(json, same) == 0;
    json_decref(same);
    return ok;
}

static bool plain_members(json_t *json)
{
    const char *name;
    json_t *inner;
    bool ok = true;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const char *word = json_string_value(json_object_get(json, options[i]));
        if (word != NULL && strcmp(word, "NONE") == 0)
            json_object_del(json, options[i]);
    }
    json_object_foreach (json, name, inner)
        ok = ok && plain(inner);
    return ok;
}

/* Requests that AWS takes for the same become the same: with NONE for an option or without it, and
 * with one way or another to write a number. */
static bool plain(json_t *json)
{
    size_t i;
    json_t *inner;
    bool ok = true;
    if (is_number(json))
        return plain_number(json);
    json_array_foreach (json, i, inner)
        ok = ok && plain(inner);
    return ok && plain_members(json);
}

static bool digest_of(const json_t *args, char digest[STORE_DIGEST_SIZE])
{
    json_t *copy = value_deep_copy(args);
    bool ok = copy != NULL && plain(copy) && call_digest(copy, digest);
    json_decref(copy);
    return ok;
}

static struct store_token token_of(const struct call *call)
{
    return (struct store_token){.account = call->exchange->account,
                                .region = call->exchange->region,
                                .token = call_string(call, "ClientRequestToken"),
                                .used_ms = call_now_ms(call)};
}

bool token_check(struct call *call, char digest[STORE_DIGEST_SIZE], bool *used)
{
    struct store_token token = token_of(call);
    *used = false;
    if (token.token == NULL)
        return true;
    token.used_ms -= TOKEN_LIFE_MS;
    if (!digest_of(call->args, digest) || !store_token_get(call->service->store, &token))
        return fault_internal(&call->fault);
    bool known = *token.digest != '\0';
    *used = known && !token.cancelled;
    return !known || strcmp(token.digest, digest) == 0 ||
           fault_set(&call->fault, FAULT_TOKEN_USED,
                     "The request was retried with a token that was used before with different "
                     "parameters");
}

bool token_keep(struct call *call, const char digest[STORE_DIGEST_SIZE], bool cancelled)
{
    struct store_token token = token_of(call);
    memcpy(token.digest, digest, sizeof token.digest);
    token.cancelled = cancelled;
    return token.token == NULL ||
           store_token_add(call->service->store, &token, token.used_ms - TOKEN_LIFE_MS) ||
           fault_internal(&call->fault);
}
