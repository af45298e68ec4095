/* SPDX-License-Identifier: Apache-2.0 */
/* The signing key, kept for each (secret, date, region, service), the string to sign and the HMAC.
 */
#include "net/signature/sigv4_parts.h"

#include <openssl/crypto.h>

bool sigv4_sha256(const void *data, size_t size, char hex[SIGV4_HEX_SIZE + 1])
{
    unsigned char out[SIGV4_HASH_SIZE];
    if (!sha256(data, size, out))
        return false;
    sigv4_hex(out, hex);
    return true;
}

/* Leaves the signing key in the slot. */
static bool derive(struct sigv4_key_slot *slot)
{
    char first[SIGV4_SECRET_MAX + 4] = "AWS4";
    unsigned char key[SIGV4_HASH_SIZE];
    size_t secret_size = strlen(slot->secret);
    memcpy(first + 4, slot->secret, secret_size);
    const struct sigv4_slice steps[] = {{slot->date, SIGV4_DATE_SIZE},
                                        sigv4_slice_of(slot->region),
                                        sigv4_slice_of(slot->service),
                                        sigv4_slice_of(SIGV4_TERMINATOR)};
    bool done = hmac_set_key(&slot->key, first, secret_size + 4);
    for (size_t i = 0; done && i < sizeof steps / sizeof *steps; i++) {
        done = hmac_sha256(&slot->key, steps[i].at, steps[i].size, key) &&
               hmac_set_key(&slot->key, key, sizeof key);
    }
    OPENSSL_cleanse(first, sizeof first);
    OPENSSL_cleanse(key, sizeof key);
    return done;
}

static bool slot_is_for(const struct sigv4_key_slot *slot, const struct sigv4_scope *scope)
{
    return slot->used && memcmp(slot->date, scope->time, SIGV4_DATE_SIZE) == 0 &&
           strcmp(slot->region, scope->region) == 0 && strcmp(slot->service, scope->service) == 0 &&
           strcmp(slot->secret, scope->secret) == 0;
}

static void forget(struct sigv4_key_slot *slot)
{
    OPENSSL_cleanse(slot, sizeof *slot);
}

static enum sigv4_status new_slot(struct sigv4 *s, const struct sigv4_scope *scope,
                                  const struct sigv4_key_slot **found)
{
    size_t secret_size = strlen(scope->secret);
    size_t region_size = strlen(scope->region);
    size_t service_size = strlen(scope->service);
    if (secret_size > SIGV4_SECRET_MAX || region_size > SIGV4_SCOPE_NAME_MAX ||
        service_size > SIGV4_SCOPE_NAME_MAX)
        return SIGV4_TOO_LARGE;
    struct sigv4_key_slot *slot = &s->slots[s->next_slot];
    s->next_slot = (s->next_slot + 1) % SIGV4_KEY_SLOTS;
    forget(slot);
    memcpy(slot->secret, scope->secret, secret_size);
    memcpy(slot->region, scope->region, region_size);
    memcpy(slot->service, scope->service, service_size);
    memcpy(slot->date, scope->time, SIGV4_DATE_SIZE);
    if (!derive(slot)) {
        forget(slot);
        return SIGV4_CRYPTO_FAILED;
    }
    slot->used = true;
    *found = slot;
    return SIGV4_OK;
}

static enum sigv4_status find_key(struct sigv4 *s, const struct sigv4_scope *scope,
                                  const struct sigv4_key_slot **found)
{
    for (size_t i = 0; i < SIGV4_KEY_SLOTS; i++) {
        if (slot_is_for(&s->slots[i], scope)) {
            *found = &s->slots[i];
            return SIGV4_OK;
        }
    }
    return new_slot(s, scope, found);
}

void sigv4_forget_keys(struct sigv4 *s)
{
    for (size_t i = 0; i < SIGV4_KEY_SLOTS; i++)
        forget(&s->slots[i]);
    OPENSSL_cleanse(s->memos, sizeof s->memos);
}

void sigv4_add_scope(struct sigv4_text *t, const struct sigv4_scope *scope)
{
    sigv4_add(t, scope->time, SIGV4_DATE_SIZE);
    sigv4_addc(t, '/');
    sigv4_adds(t, scope->region);
    sigv4_addc(t, '/');
    sigv4_adds(t, scope->service);
    sigv4_adds(t, "/" SIGV4_TERMINATOR);
}

static enum sigv4_status write_string_to_sign(struct sigv4 *s, const struct sigv4_scope *scope)
{
    char hex[SIGV4_HEX_SIZE + 1];
    if (!sigv4_sha256(s->canonical.at, s->canonical.size, hex))
        return SIGV4_CRYPTO_FAILED;
    struct sigv4_text t = {.at = s->string_to_sign, .room = sizeof s->string_to_sign};
    sigv4_adds(&t, SIGV4_ALGORITHM "\n");
    sigv4_adds(&t, scope->time);
    sigv4_addc(&t, '\n');
    sigv4_add_scope(&t, scope);
    sigv4_addc(&t, '\n');
    sigv4_add(&t, hex, SIGV4_HEX_SIZE);
    s->string_to_sign_size = t.size;
    return t.full ? SIGV4_TOO_LARGE : SIGV4_OK;
}

enum sigv4_status sigv4_sign_text(struct sigv4 *s, const struct sigv4_scope *scope,
                                  char hex[SIGV4_HEX_SIZE + 1])
{
    const struct sigv4_key_slot *slot = NULL;
    unsigned char out[SIGV4_HASH_SIZE];
    enum sigv4_status status = find_key(s, scope, &slot);
    if (status != SIGV4_OK)
        return status;
    s->used_slot = (unsigned)(slot - s->slots);
    if (!hmac_sha256(&slot->key, s->string_to_sign, s->string_to_sign_size, out))
        return SIGV4_CRYPTO_FAILED;
    sigv4_hex(out, hex);
    return SIGV4_OK;
}

enum sigv4_status sigv4_signature(struct sigv4 *s, const struct sigv4_scope *scope,
                                  char hex[SIGV4_HEX_SIZE + 1])
{
    enum sigv4_status status = write_string_to_sign(s, scope);
    return status == SIGV4_OK ? sigv4_sign_text(s, scope, hex) : status;
}
