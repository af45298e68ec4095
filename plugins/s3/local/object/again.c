/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What comes once more for an upload that made an object: S3 takes it while that version is there
 * (recorded in September 2026), also where newer ones are. It then looks at no condition, but
 * refuses those that it does not know, and tells no checksum that nobody asked for.
 */
#include <stdlib.h>
#include <string.h>

#include "object/complete.h"
#include "object/multipart.h"
#include "object/object.h"
#include "object/sse.h"

bool upload_completed(struct call *call, struct object *object)
{
    const char *id = call_query(call, "uploadId");
    *object = (struct object){.bucket = call->bucket.id, .key = call->address.key};
    return id != NULL && store_object_of_upload(call->service->store, &call->pool, id, object);
}

/* Whether the request names the parts that the object was made of. */
static bool same_parts(struct call *call, const struct object *object)
{
    const json_t *parts = json_object_get(object->info, "parts");
    EVP_MD_CTX *md5 = EVP_MD_CTX_new();
    size_t n = 0;
    bool same = md5 != NULL && EVP_DigestInit_ex(md5, EVP_md5(), NULL) == 1;
    for (const struct xml_node *e = call->xml->first; same && e != NULL; e = e->next) {
        const json_t *part = json_array_get(parts, n++);
        const char *etag = xml_text(e, "ETag");
        etag += *etag == '"';
        etag = pool_format(&call->pool, "%.*s", (int)strcspn(etag, "\""), etag);
        same = etag != NULL &&
               json_integer_value(json_array_get(part, 0)) == atoi(xml_text(e, "PartNumber"));
        if (same)
            complete_add_md5(md5, etag);
    }
    const char *made = same ? complete_etag(call, md5, n) : NULL;
    EVP_MD_CTX_free(md5);
    return made != NULL && strcmp(made, object->etag) == 0;
}

/* Whether the upload named an algorithm: the sums of its parts are kept then (as ceph/s3-tests have
 * it; of what nobody asked for it is recorded). */
static bool asked_for_sums(const struct object *object)
{
    return json_array_size(json_array_get(json_object_get(object->info, "parts"), 0)) > 2;
}

bool complete_again(struct call *call)
{
    struct object object;
    if (!upload_completed(call, &object) || !same_parts(call, &object) ||
        !object_knows_conditions(call))
        return false;
    object_add_version(call, &object);
    sse_add_headers(call, object.info);
    complete_answer(call, &object, asked_for_sums(&object));
    return true;
}
