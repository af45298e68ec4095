/* SPDX-License-Identifier: Apache-2.0 */
/* Signatures of a body in chunks: each is made of the one before it and of a hash. */
#include "net/signature/sigv4_parts.h"

#include <openssl/crypto.h>
#include <stdlib.h>

/* SHA-256 of nothing: a chunk has no headers of its own to sign. */
#define EMPTY_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

struct sigv4_hash {
    SHA256_CTX context;
};

static bool copy_name(char copy[SIGV4_SCOPE_NAME_MAX + 1], struct sigv4_slice name)
{
    if (name.size > SIGV4_SCOPE_NAME_MAX)
        return false;
    memcpy(copy, name.at, name.size);
    copy[name.size] = '\0';
    return true;
}

enum sigv4_status sigv4_chain_begin(struct sigv4_chain *chain,
                                    const struct sigv4_authorization *authorization,
                                    const char *secret, const char *time)
{
    *chain = (struct sigv4_chain){.secret = secret};
    if (strlen(time) != SIGV4_TIME_SIZE || authorization->signature.size != SIGV4_HEX_SIZE)
        return SIGV4_MALFORMED;
    if (!copy_name(chain->region, authorization->region) ||
        !copy_name(chain->service, authorization->service))
        return SIGV4_TOO_LARGE;
    memcpy(chain->time, time, sizeof chain->time);
    memcpy(chain->previous, authorization->signature.at, SIGV4_HEX_SIZE);
    return SIGV4_OK;
}

static bool write_text(struct sigv4 *s, const struct sigv4_chain *chain,
                       const struct sigv4_scope *scope, const char *const lines[3])
{
    struct sigv4_text t = {.at = s->string_to_sign, .room = sizeof s->string_to_sign};
    sigv4_adds(&t, lines[0]);
    sigv4_adds(&t, chain->time);
    sigv4_addc(&t, '\n');
    sigv4_add_scope(&t, scope);
    sigv4_addc(&t, '\n');
    sigv4_adds(&t, chain->previous);
    sigv4_adds(&t, lines[1]);
    sigv4_adds(&t, lines[2]);
    s->string_to_sign_size = t.size;
    return !t.full;
}

enum sigv4_status sigv4_chain_sign(struct sigv4 *s, struct sigv4_chain *chain, enum sigv4_link link,
                                   const char *hash)
{
    bool chunk = link == SIGV4_LINK_CHUNK;
    struct sigv4_scope scope = {
        .secret = chain->secret, .region = chain->region, .service = chain->service};
    memcpy(scope.time, chain->time, sizeof scope.time);
    const char *const lines[] = {chunk ? SIGV4_ALGORITHM "-PAYLOAD\n"
                                       : SIGV4_ALGORITHM "-TRAILER\n",
                                 chunk ? "\n" EMPTY_HASH "\n" : "\n", hash};
    sigv4_forget_texts(s);
    return write_text(s, chain, &scope, lines) ? sigv4_sign_text(s, &scope, chain->previous)
                                               : SIGV4_TOO_LARGE;
}

enum sigv4_status sigv4_chain_head(struct sigv4 *s, const struct sigv4_request *request,
                                   const struct sigv4_authorization *authorization)
{
    const struct sigv4_canonical c = {.request = request,
                                      .only = &authorization->signed_headers,
                                      .payload = sigv4_header(request, "x-amz-content-sha256"),
                                      .flags = SIGV4_S3};
    return c.payload != NULL ? sigv4_canonicalise(s, &c) : SIGV4_MALFORMED;
}

bool sigv4_chain_is(const struct sigv4_chain *chain, struct sigv4_slice signature)
{
    return signature.size == SIGV4_HEX_SIZE &&
           CRYPTO_memcmp(signature.at, chain->previous, SIGV4_HEX_SIZE) == 0;
}

struct sigv4_hash *sigv4_hash_new(void)
{
    struct sigv4_hash *hash = calloc(1, sizeof *hash);
    if (hash != NULL && sha256_begin(&hash->context))
        return hash;
    free(hash);
    return NULL;
}

void sigv4_hash_free(struct sigv4_hash *hash)
{
    free(hash);
}

bool sigv4_hash_add(struct sigv4_hash *hash, const void *data, size_t size)
{
    return sha256_add(&hash->context, data, size);
}

bool sigv4_hash_end(struct sigv4_hash *hash, char hex[SIGV4_HEX_MAX])
{
    unsigned char out[SIGV4_HASH_SIZE];
    if (!sha256_end(&hash->context, out) || !sha256_begin(&hash->context))
        return false;
    sigv4_hex(out, hex);
    return true;
}
