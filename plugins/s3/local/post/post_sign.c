/* SPDX-License-Identifier: Apache-2.0 */
/* The signature of a form's policy: SigV4 (x-amz-signature), or the older HMAC-SHA1 (signature). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <slrun/base64.h>

#include "hex.h"
#include "post/post.h"

static bool missing(struct call *call, const char *field)
{
    return fault_argument(&call->fault,
                          pool_format(&call->pool,
                                      "Bucket POST must contain a field named '%s'.  If it is "
                                      "specified, please check the order of the fields.",
                                      field),
                          field, "");
}

struct hash {
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned size;
};

static struct hash keyed(struct hash key, const EVP_MD *digest, const char *text)
{
    struct hash out = {.size = 0};
    (void)HMAC(digest, key.bytes, (int)key.size, (const unsigned char *)text, strlen(text),
               out.bytes, &out.size);
    return out;
}

/* KEY/20260101/us-east-1/s3/aws4_request */
static bool scope_parts(struct call *call, const char *credential, const char *parts[4])
{
    char *text = pool_text(&call->pool, credential);
    for (int i = 0; i < 4; i++) {
        char *slash = text == NULL ? NULL : strchr(text, '/');
        if (slash == NULL)
            return false;
        *slash = '\0';
        parts[i] = text;
        text = slash + 1;
    }
    return strcmp(text, "aws4_request") == 0;
}

static bool same(const char *a, const char *b)
{
    size_t n = strlen(a);
    return n == strlen(b) && CRYPTO_memcmp(a, b, n) == 0;
}

static bool check_v4(const char *secret, const char *const parts[4], const struct form *form)
{
    struct hash key = {.size = 0};
    char hex[2 * EVP_MAX_MD_SIZE + 1];
    int n = snprintf((char *)key.bytes, sizeof key.bytes, "AWS4%s", secret);
    if (n < 0 || (size_t)n >= sizeof key.bytes)
        return false;
    key.size = (unsigned)n;
    for (int i = 1; i < 4; i++)
        key = keyed(key, EVP_sha256(), parts[i]);
    key = keyed(key, EVP_sha256(), "aws4_request");
    key = keyed(key, EVP_sha256(), form_value(form, "policy"));
    hex_encode(key.bytes, key.size, hex);
    return same(hex, form_value(form, "x-amz-signature"));
}

static bool check_v2(const char *secret, const struct form *form)
{
    struct hash key = {.size = 0};
    char text[SLRUN_BASE64_TEXT(EVP_MAX_MD_SIZE)];
    int n = snprintf((char *)key.bytes, sizeof key.bytes, "%s", secret);
    if (n < 0 || (size_t)n >= sizeof key.bytes)
        return false;
    key.size = (unsigned)n;
    key = keyed(key, EVP_sha1(), form_value(form, "policy"));
    slrun_base64_write(key.bytes, key.size, text);
    return same(text, form_value(form, "signature"));
}

/* As everywhere: signatures of keys that are not known are taken, unless told otherwise. */
static bool check(struct call *call, const char *access_key, const char *const parts[4],
                  const struct form *form)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *secret = NULL;
    int known = cloud->secret_key == NULL ? 1 : cloud->secret_key(cloud, access_key, &secret);
    if (known < 0)
        return fault_set(&call->fault, FAULT_INVALID_KEY_ID);
    if (known == 0 && !(parts != NULL ? check_v4(secret, parts, form) : check_v2(secret, form)))
        return fault_set(&call->fault, FAULT_SIGNATURE);
    call_set_account(call, call->x->account);
    return true;
}

bool post_signature_check(struct call *call, const struct form *form)
{
    const char *old_key = form_value(form, "AWSAccessKeyId");
    const char *credential = form_value(form, "x-amz-credential"), *parts[4];
    if (form_value(form, "policy") == NULL) {
        bool unsigned_form = old_key == NULL && credential == NULL;
        return unsigned_form || missing(call, "policy");
    }
    if (credential == NULL) {
        if (old_key == NULL)
            return missing(call, "AWSAccessKeyId");
        return form_value(form, "signature") == NULL ? missing(call, "signature")
                                                     : check(call, old_key, NULL, form);
    }
    if (form_value(form, "x-amz-signature") == NULL)
        return missing(call, "X-Amz-Signature");
    if (!scope_parts(call, credential, parts)) {
        return fault_argument(&call->fault, "The Credential is mal-formed", "x-amz-credential",
                              credential);
    }
    return check(call, parts[0], parts, form);
}
