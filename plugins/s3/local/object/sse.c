/* SPDX-License-Identifier: Apache-2.0 */
/* Server-side encryption as clients see it. */
#include "object/sse.h"

#include <string.h>

#include <openssl/evp.h>
#include <slrun/base64.h>

#include "hex.h"

enum { KEY_BYTES = 32 };

/* The three headers of a customer's key; those of a copy's source have another prefix. */
struct customer {
    const char *algorithm, *key, *md5;
};

#define CUSTOMER "x-amz-server-side-encryption-customer-"
#define SOURCE   "x-amz-copy-source-server-side-encryption-customer-"

static struct customer customer_of(const struct call *call, bool source)
{
    static const struct customer names[] = {
        {CUSTOMER "algorithm", CUSTOMER "key", CUSTOMER "key-MD5"},
        {SOURCE "algorithm", SOURCE "key", SOURCE "key-MD5"}};
    const struct customer *name = &names[source];
    return (struct customer){call_header(call, name->algorithm), call_header(call, name->key),
                             call_header(call, name->md5)};
}

static bool wrong(struct call *call, const char *message, const char *name)
{
    return fault_argument(&call->fault, message, name, NULL);
}

static bool check_customer(struct call *call, const struct customer *c)
{
    uint8_t key[KEY_BYTES + 1], digest[MD5_BYTES + 1];
    unsigned char md5[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (c->algorithm == NULL) {
        return wrong(call,
                     "Requests specifying Server Side Encryption with Customer provided keys must "
                     "provide a valid encryption algorithm.",
                     "x-amz-server-side-encryption-customer-algorithm");
    }
    if (strcmp(c->algorithm, "AES256") != 0)
        return fault_set(&call->fault, FAULT_INVALID_ENCRYPTION);
    if (c->key == NULL) {
        return wrong(call,
                     "Requests specifying Server Side Encryption with Customer provided keys must "
                     "provide an appropriate secret key.",
                     "x-amz-server-side-encryption-customer-key");
    }
    if (c->md5 == NULL) {
        return wrong(call,
                     "Requests specifying Server Side Encryption with Customer provided keys must "
                     "provide the client calculated MD5 of the secret key.",
                     "x-amz-server-side-encryption-customer-key-MD5");
    }
    if (slrun_base64_read(c->key, strlen(c->key), key, sizeof key) != KEY_BYTES) {
        return wrong(call, "The secret key was invalid for the specified algorithm.",
                     "x-amz-server-side-encryption-customer-key");
    }
    (void)EVP_Digest(key, KEY_BYTES, md5, &size, EVP_md5(), NULL);
    if (slrun_base64_read(c->md5, strlen(c->md5), digest, sizeof digest) != MD5_BYTES ||
        memcmp(digest, md5, MD5_BYTES) != 0) {
        return wrong(call,
                     "The calculated MD5 hash of the key did not match the hash that was "
                     "provided.",
                     "x-amz-server-side-encryption-customer-key-MD5");
    }
    return true;
}

/* The bucket's default, which every bucket has: SSE-S3 unless it says otherwise. */
static void set_default(struct call *call, json_t *sse)
{
    const struct xml_node *root =
        store_config_xml(call->service->store, &call->pool, call->bucket.id, "encryption");
    const struct xml_node *rule = xml_child(root, "Rule");
    const struct xml_node *by = xml_child(rule, "ApplyServerSideEncryptionByDefault");
    const char *algorithm = xml_text(by, "SSEAlgorithm"), *key = xml_text(by, "KMSMasterKeyID");
    if (algorithm != NULL)
        json_object_set_new(sse, "algorithm", json_string(algorithm));
    if (key != NULL)
        json_object_set_new(sse, "key", json_string(key));
    if (xml_is_true(rule, "BucketKeyEnabled"))
        json_object_set_new(sse, "bucket-key", json_true());
}

static bool set_managed(struct call *call, json_t *sse, const char *algorithm)
{
    const char *key = call_header(call, "x-amz-server-side-encryption-aws-kms-key-id");
    const char *bucket_key = call_header(call, "x-amz-server-side-encryption-bucket-key-enabled");
    bool kms = algorithm != NULL && strncmp(algorithm, "aws:kms", 7) == 0;
    if (algorithm != NULL && strcmp(algorithm, "AES256") != 0 &&
        strcmp(algorithm, "aws:kms") != 0 && strcmp(algorithm, "aws:kms:dsse") != 0) {
        return fault_argument(&call->fault, "The encryption method specified is not supported",
                              "x-amz-server-side-encryption", algorithm);
    }
    if (key != NULL && !kms) {
        return fault_argument(&call->fault,
                              "Server Side Encryption with AWS KMS managed key requires HTTP "
                              "header x-amz-server-side-encryption : aws:kms",
                              "x-amz-server-side-encryption", algorithm);
    }
    if (algorithm == NULL) {
        set_default(call, sse);
        return true;
    }
    json_object_set_new(sse, "algorithm", json_string(algorithm));
    if (kms && key == NULL) {
        key = pool_format(&call->pool, "arn:aws:kms:%s:%s:alias/aws/s3", call->bucket.region,
                          call->bucket.account);
    }
    if (key != NULL)
        json_object_set_new(sse, "key", json_string(key));
    if (bucket_key != NULL && strcmp(bucket_key, "true") == 0)
        json_object_set_new(sse, "bucket-key", json_true());
    return true;
}

/* Whether the bucket's encryption says that it takes no customers' keys (API Reference,
 * "BlockedEncryptionTypes"). */
static bool blocks_customers(struct call *call)
{
    const struct xml_node *root =
        store_config_xml(call->service->store, &call->pool, call->bucket.id, "encryption");
    const struct xml_node *blocked = xml_child(xml_child(root, "Rule"), "BlockedEncryptionTypes");
    for (const struct xml_node *type = xml_child(blocked, "EncryptionType"); type != NULL;
         type = xml_again(type))
        if (strcmp(type->text.data, "SSE-C") == 0)
            return true;
    return false;
}

bool sse_read_headers(struct call *call, json_t *info)
{
    const struct customer c = customer_of(call, false);
    const char *algorithm = call_header(call, "x-amz-server-side-encryption");
    json_t *sse = json_object();
    json_object_set_new(info, "sse", sse);
    if (c.algorithm == NULL && c.key == NULL && c.md5 == NULL) {
        bool managed = set_managed(call, sse, algorithm);
        if (json_object_size(sse) == 0)
            json_object_del(info, "sse");
        return managed;
    }
    if (algorithm != NULL) {
        return fault_argument(&call->fault,
                              "Server Side Encryption with Customer provided key is incompatible "
                              "with the encryption method specified",
                              "x-amz-server-side-encryption", algorithm);
    }
    if (!check_customer(call, &c))
        return false;
    if (blocks_customers(call))
        return fault_set(&call->fault, FAULT_ACCESS_DENIED);
    json_object_set_new(sse, "customer", json_string(c.md5));
    return true;
}

void sse_add_headers(struct call *call, const json_t *info)
{
    const json_t *sse = json_object_get(info, "sse");
    const char *customer = json_string_value(json_object_get(sse, "customer"));
    if (customer != NULL) {
        call_add(call, "x-amz-server-side-encryption-customer-algorithm", "AES256");
        call_add(call, "x-amz-server-side-encryption-customer-key-MD5", customer);
        return;
    }
    const char *algorithm = json_string_value(json_object_get(sse, "algorithm"));
    call_add(call, "x-amz-server-side-encryption", algorithm == NULL ? "AES256" : algorithm);
    call_add(call, "x-amz-server-side-encryption-aws-kms-key-id",
             json_string_value(json_object_get(sse, "key")));
    call_add(call, "x-amz-server-side-encryption-bucket-key-enabled",
             json_object_get(sse, "bucket-key") != NULL ? "true" : NULL);
}

static bool has_key(struct call *call, const json_t *info, bool source)
{
    const json_t *sse = json_object_get(info, "sse");
    const char *put_with = json_string_value(json_object_get(sse, "customer"));
    const struct customer c = customer_of(call, source);
    if (put_with == NULL) {
        return c.algorithm == NULL ||
               fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The encryption parameters are not applicable to this object.");
    }
    if (c.algorithm == NULL && c.key == NULL) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "The object was stored using a form of Server Side Encryption. The "
                         "correct parameters must be provided to retrieve the object.");
    }
    if (!check_customer(call, &c))
        return false;
    return strcmp(put_with, c.md5) == 0 || fault_set(&call->fault, FAULT_ACCESS_DENIED);
}

bool sse_may_read(struct call *call, const json_t *info)
{
    const char *algorithm = call_header(call, "x-amz-server-side-encryption");
    if (algorithm != NULL) { /* what KMS or S3 encrypts needs no words to be read */
        return fault_argument(&call->fault,
                              "x-amz-server-side-encryption header is not supported for this "
                              "operation.",
                              "x-amz-server-side-encryption", algorithm);
    }
    return has_key(call, info, false);
}

bool sse_may_add(struct call *call, const json_t *info)
{
    if (has_key(call, info, false))
        return true;
    bool differs = call->fault.kind == FAULT_ACCESS_DENIED;
    return differs ? fault_say(&call->fault, FAULT_INVALID_REQUEST,
                               "The provided encryption parameters did not match the ones used "
                               "originally.")
                   : false;
}

bool sse_may_copy(struct call *call, const json_t *info)
{
    return has_key(call, info, true);
}

/* A number that is no MD5 of the body, but the same for the same body and key. */
const char *sse_etag(struct call *call, const json_t *info, const char *md5)
{
    const json_t *sse = json_object_get(info, "sse");
    const char *algorithm = json_string_value(json_object_get(sse, "algorithm"));
    const char *customer = json_string_value(json_object_get(sse, "customer"));
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (customer == NULL && (algorithm == NULL || strcmp(algorithm, "AES256") == 0))
        return pool_text(&call->pool, md5);
    const char *text = pool_format(&call->pool, "%s %s %s", md5, algorithm == NULL ? "" : algorithm,
                                   customer == NULL ? "" : customer);
    char *hex = pool_alloc(&call->pool, MD5_TEXT_SIZE);
    if (text == NULL || hex == NULL)
        return NULL;
    (void)EVP_Digest(text, strlen(text), hash, &size, EVP_md5(), NULL);
    hex_encode(hash, MD5_BYTES, hex);
    return hex;
}
