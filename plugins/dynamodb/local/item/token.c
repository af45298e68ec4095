/* SPDX-License-Identifier: Apache-2.0 */
/* ClientRequestToken of TransactWriteItems (API Reference): a request that comes again within ten
 * minutes does nothing more. */
#include <string.h>

#include "item/transact.h"

enum { TOKEN_LIFE_MS = 10 * 60 * 1000 };

static struct store_token token_of(const struct call *call, const char *digest)
{
    return (struct store_token){.account = call->exchange->account,
                                .region = call->exchange->region,
                                .token = call_string(call, "ClientRequestToken"),
                                .digest = digest,
                                .used_ms = call_now_ms(call)};
}

bool token_check(struct call *call, char digest[STORE_DIGEST_SIZE], bool *used)
{
    char kept[STORE_DIGEST_SIZE];
    struct store_token token = token_of(call, digest);
    *used = false;
    if (token.token == NULL) {
        return true;
    }
    token.used_ms -= TOKEN_LIFE_MS;
    if (!call_digest(call->args, digest) || !store_token_get(call->service->store, &token, kept)) {
        return fault_internal(&call->fault);
    }
    *used = kept[0] != '\0';
    return !*used || strcmp(kept, digest) == 0 ||
           fault_set(&call->fault, FAULT_TOKEN_USED,
                     "The request was retried with a token that was used before with different "
                     "parameters");
}

bool token_keep(struct call *call, const char *digest)
{
    const struct store_token token = token_of(call, digest);
    return token.token == NULL ||
           store_token_add(call->service->store, &token, token.used_ms - TOKEN_LIFE_MS) ||
           fault_internal(&call->fault);
}
