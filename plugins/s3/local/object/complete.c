/* SPDX-License-Identifier: Apache-2.0 */
/* CompleteMultipartUpload. */
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include "bucket/lifecycle.h"
#include "hex.h"
#include "object/complete.h"
#include "object/complete_sum.h"
#include "object/gather.h"
#include "object/multipart.h"
#include "object/object.h"
#include "object/order.h"
#include "object/sse.h"

/* An object being put together. */
struct joining {
    const struct upload *upload;
    struct complete_sum sum;
    EVP_MD_CTX *md5; /* of the parts' MD5s */
    json_t *parts;
    struct gather_span *spans;
    size_t n;
    uint64_t size;
};

static const struct xml_rule part_rules[] = {{"PartNumber", XML_INTEGER, 1, 1, NULL, NULL},
                                             {"ETag", XML_TEXT, 1, 1, NULL, NULL},
                                             {"ChecksumCRC32", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumCRC32C", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumCRC64NVME", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumSHA1", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumSHA256", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumSHA512", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumMD5", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumXXHASH64", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumXXHASH3", XML_TEXT, 0, 1, NULL, NULL},
                                             {"ChecksumXXHASH128", XML_TEXT, 0, 1, NULL, NULL},
                                             {NULL}};
static const struct xml_rule parts_rules[] = {
    {"Part", XML_GROUP, 1, PART_NUMBER_MAX, NULL, part_rules}, {NULL}};
static const struct xml_rule document_rule = {
    "CompleteMultipartUpload", XML_GROUP, 1, 1, NULL, parts_rules};

bool complete_bad_part(struct call *call, const struct xml_node *element)
{
    fault_set(&call->fault, FAULT_INVALID_PART);
    fault_detail(&call->fault, "UploadId", call_query(call, "uploadId"));
    fault_detail(&call->fault, "PartNumber", xml_text(element, "PartNumber"));
    fault_detail(&call->fault, "ETag", xml_text(element, "ETag"));
    return false;
}

static bool too_small(struct call *call, const struct part *part)
{
    fault_set(&call->fault, FAULT_ENTITY_TOO_SMALL);
    fault_detail(&call->fault, "ProposedSize",
                 pool_format(&call->pool, "%llu", (unsigned long long)part->size));
    fault_detail(&call->fault, "MinSizeAllowed", pool_format(&call->pool, "%d", PART_SIZE_MIN));
    fault_detail(&call->fault, "PartNumber", pool_format(&call->pool, "%d", part->number));
    return false;
}

static bool check_part(struct call *call, const struct joining *j, const struct xml_node *element,
                       const struct part *part)
{
    const char *etag = xml_text(element, "ETag");
    if (!conditional_match(etag, part->etag))
        return complete_bad_part(call, element);
    return complete_sum_check(call, &j->sum, element, part);
}

void complete_add_md5(EVP_MD_CTX *md5, const char *etag)
{
    uint8_t bytes[S3_CHECKSUM_BYTES_MAX];
    long size = hex_decode(etag, bytes, sizeof bytes);
    (void)EVP_DigestUpdate(md5, bytes, size < 0 ? 0 : (size_t)size);
}

static bool join_part(struct call *call, struct joining *j, const struct part *part)
{
    complete_add_md5(j->md5, part->etag);
    complete_sum_add(&j->sum, part);
    json_t *facts = json_pack("[i, I]", part->number, (json_int_t)part->size);
    if (j->sum.type != NULL)
        json_array_append_new(facts, json_string(part->checksum));
    json_array_append_new(j->parts, facts);
    j->spans[j->n++] = (struct gather_span){part->content, 0, part->size};
    j->size += part->size;
    return json_array_size(j->parts) == j->n || call_internal(call);
}

static bool check_order(struct call *call)
{
    int last = 0;
    for (const struct xml_node *e = call->xml->first; e != NULL; e = e->next) {
        int number = atoi(xml_text(e, "PartNumber"));
        if (number <= last) {
            fault_set(&call->fault, FAULT_INVALID_PART_ORDER);
            fault_detail(&call->fault, "UploadId", call_query(call, "uploadId"));
            return false;
        }
        last = number;
    }
    return true;
}

static bool join_all(struct call *call, struct joining *j)
{
    for (const struct xml_node *e = call->xml->first; e != NULL; e = e->next) {
        struct part part = {.number = atoi(xml_text(e, "PartNumber"))};
        if (!store_part(call->service->store, &call->pool, j->upload->id, &part))
            return complete_bad_part(call, e);
        if (!check_part(call, j, e, &part))
            return false;
        if (part.size < PART_SIZE_MIN && e->next != NULL)
            return too_small(call, &part);
        if (!join_part(call, j, &part))
            return false;
    }
    return true;
}

/* ---- the object ---- */

/* One part is the object as it is; several are written behind each other. */
static enum gathered join_contents(struct call *call, const struct joining *j, int64_t *content)
{
    if (j->n == 1) {
        *content = j->spans[0].content;
        store_content_share(call->service->store, *content);
        return GATHER_DONE;
    }
    enum gathered gathered = gather(call, &(struct gather){.spans = j->spans, .n = j->n});
    *content = gathered == GATHER_DONE ? ingest_keep(&call->ingest) : 0;
    return gathered;
}

const char *complete_etag(struct call *call, EVP_MD_CTX *md5, size_t n)
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    char hex[MD5_TEXT_SIZE];
    unsigned size = 0;
    (void)EVP_DigestFinal_ex(md5, hash, &size);
    hex_encode(hash, MD5_BYTES, hex);
    return pool_format(&call->pool, "%s-%zu", hex, n);
}

static bool check_size(struct call *call, const struct joining *j)
{
    const char *said = call_header(call, "x-amz-mp-object-size");
    return said == NULL || strtoull(said, NULL, 10) == j->size ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "The provided 'x-amz-mp-object-size' header value %s does not match what was "
                     "computed: %llu",
                     said, (unsigned long long)j->size);
}

void complete_answer(struct call *call, const struct object *object, bool sums)
{
    const char *host = call_header(call, "Host");
    struct text *text = call_xml(call, "CompleteMultipartUploadResult");
    xml_open(text, "Location");
    text_string(text, "http://");
    text_string(text, host == NULL ? "localhost" : host);
    text_string(text, "/");
    text_string(text, call->bucket.name);
    text_string(text, "/");
    text_encoded(text, object->key, ""); /* slashes, too: Adobe's S3Mock verified it on AWS */
    xml_close(text, "Location");
    xml_element(text, "Bucket", call->bucket.name);
    xml_slice(text, "Key", object->key);
    xml_element(text, "ETag", call_quoted(call, object->etag));
    if (sums)
        object_write_checksum(text, object->info);
    xml_close(text, "CompleteMultipartUploadResult");
}

/* What was written while the upload was under way is not what If-Match was asked for. */
static bool written_meanwhile(struct call *call, const struct joining *j)
{
    struct object old = {.bucket = call->bucket.id, .key = call->address.key};
    if (call_header(call, "If-Match") == NULL ||
        !store_object(call->service->store, &call->pool, &old) ||
        old.modified_ms <= j->upload->created_ms)
        return false;
    fault_set(&call->fault, FAULT_CONFLICT);
    fault_detail(&call->fault, "Condition", "If-Match");
    fault_detail(&call->fault, "Key", call->address.key.data);
    return true;
}

static bool finish(struct call *call, struct joining *j)
{
    static const char *const own[] = {"algorithm", "type", "initiator"};
    struct object object = {.key = call->address.key, .info = j->upload->info, .size = j->size};
    if (!check_order(call) || !join_all(call, j) || !check_size(call, j) ||
        !complete_sum_end(call, &j->sum, object.info) || !object_may_write(call) ||
        written_meanwhile(call, j))
        return false;
    object.size = j->size;
    object.etag = complete_etag(call, j->md5, j->n);
    if (join_contents(call, j, &object.content) == GATHER_LATER)
        return true;
    if (object.content == 0 || object.etag == NULL)
        return call_internal(call);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        json_object_del(object.info, own[i]);
    json_object_set(object.info, "parts", j->parts);
    json_object_set_new(object.info, "upload", json_string(j->upload->id)); /* see again.c */
    store_upload_remove(call->service->store, j->upload->id);
    order_put(call, j->upload, &object);
    lifecycle_add_expiration(call, &object);
    sse_add_headers(call, object.info);
    complete_answer(call, &object, true);
    return true;
}

bool op_complete_multipart_upload(struct call *call)
{
    struct upload upload;
    if (call->xml == NULL || !xml_valid(call->xml, &document_rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    if (!upload_find(call, &upload))
        return complete_again(call);
    struct joining j = {.upload = &upload,
                        .sum.composite.kind = SUM_NONE,
                        .md5 = EVP_MD_CTX_new(),
                        .parts = pool_json(&call->pool, json_array()),
                        .spans = pool_alloc(&call->pool, PART_NUMBER_MAX * sizeof *j.spans)};
    bool ok = j.md5 != NULL && j.spans != NULL && j.parts != NULL &&
              EVP_DigestInit_ex(j.md5, EVP_md5(), NULL) == 1;
    ok = ok ? complete_sum_begin(call, &j.sum, upload.info) && finish(call, &j)
            : call_internal(call);
    complete_sum_drop(&j.sum);
    EVP_MD_CTX_free(j.md5);
    return ok;
}
