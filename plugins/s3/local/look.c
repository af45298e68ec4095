/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: buckets, objects in all their versions, beginnings of bodies.
 */
#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "object/object.h"
#include "service.h"

enum { SHOWN_MAX = 8 << 10 /* bytes of a body */ };

static const char *const versionings[] = {"", "enabled", "suspended"};

/* ---- buckets ---- */

/* What its notification configuration says: ARNs among it. */
static void add_texts(json_t *texts, const struct xml_node *node)
{
    (void)json_array_append_new(texts, json_stringn(node->text.data, node->text.size));
    for (const struct xml_node *child = node->first; child != NULL; child = child->next)
        add_texts(texts, child);
}

static json_t *targets_of(const struct service *service, struct pool *pool,
                          const struct bucket *bucket)
{
    const struct xml_node *told =
        store_config_xml(service->store, pool, bucket->id, "notification");
    json_t *texts = json_array();
    if (told != NULL)
        add_texts(texts, told);
    if (told != NULL && xml_child(told, "EventBridgeConfiguration") != NULL) {
        (void)json_array_append_new(texts, json_sprintf("arn:aws:events:%s:%s:event-bus/default",
                                                        bucket->region, bucket->account));
    }
    return texts;
}

static void list_buckets(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    struct pool pool = {.blocks = NULL};
    struct bucket bucket = {.name = ""};
    int wanted = 0;
    while (wanted >= 0 && store_bucket_after(service->store, &pool, &bucket)) {
        wanted = looks->want(look);
        if (wanted > 0) {
            looks->row(look, bucket.name,
                       json_pack("[s s I s s]", bucket.name, versionings[bucket.versioning],
                                 (json_int_t)bucket.created_ms, bucket.region, bucket.account));
            looks->box(look, &(struct slrun_look_box){.says = "bucket",
                                                      .to = targets_of(service, &pool, &bucket)});
        }
    }
    pool_free(&pool);
}

/* Of keys that are no UTF-8, what can be shown. */
static json_t *key_json(const struct slrun_looks *looks, struct slice key)
{
    return looks->bytes(key.data, key.size);
}

static json_t *row_of(const struct slrun_looks *looks, const struct object *object)
{
    const char *type = object->marker ? NULL : object_header(object->info, "Content-Type");
    return json_pack("[o I s? I s s s]", key_json(looks, object->key), (json_int_t)object->size,
                     type, (json_int_t)object->modified_ms,
                     object->marker   ? "delete marker"
                     : object->latest ? "latest"
                                      : "older",
                     object->version, object->etag);
}

/* A pool for each row: there may be many. */
static void show_objects(const struct service *service, struct slrun_look *look,
                         const struct bucket *bucket)
{
    const struct slrun_looks *looks = service->cloud->looks;
    const struct slice first = {"", 0};
    struct pool pool = {.blocks = NULL};
    struct object object;
    char key[24];
    int wanted = 0;
    looks->table(look, "Objects", "key|size:size|type|modified:time|version|version id|etag",
                 "objects");
    store_walk(service->store, bucket->id, true, first);
    while (wanted >= 0 && store_walk_next(service->store, &pool, &object)) {
        wanted = looks->want(look);
        if (wanted > 0) {
            (void)snprintf(key, sizeof key, "%lld", (long long)object.id);
            looks->row(look, key, row_of(looks, &object));
        }
        pool_free(&pool);
        pool = (struct pool){.blocks = NULL};
    }
    store_walk_end(service->store);
    pool_free(&pool);
}

static int show_bucket(void *state, struct slrun_look *look, const char *name)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    struct pool pool = {.blocks = NULL};
    struct bucket bucket;
    bool found = store_bucket(service->store, &pool, name, &bucket);
    if (found) {
        looks->fact(look, "region", json_string(bucket.region));
        looks->fact(look, "created at", json_integer((json_int_t)bucket.created_ms));
        looks->fact(look, "versioning", json_string(versionings[bucket.versioning]));
        show_objects(service, look, &bucket);
    }
    pool_free(&pool);
    return found ? 0 : -1;
}

/* ---- one version of an object ---- */

static json_t *from_file(const struct service *service, const struct content *content)
{
    static const char none[] = "";
    char data[SHOWN_MAX];
    int fd = blobs_read(store_blobs(service->store), content->number);
    ssize_t n = fd < 0 ? -1 : pread(fd, data, sizeof data, 0);
    if (fd >= 0)
        close(fd);
    /* no character is cut in two */
    for (int i = 0; i < 3 && n > 0 && ((unsigned char)data[n - 1] & 0x80) != 0; i++)
        n--;
    return n < 0 ? json_string(none) : service->cloud->looks->bytes(data, (size_t)n);
}

static void show_body(const struct service *service, struct slrun_look *look, struct pool *pool,
                      const struct object *object)
{
    const struct slrun_looks *looks = service->cloud->looks;
    struct content content;
    looks->table(look, object->size > SHOWN_MAX ? "The body begins with" : "Body", "body:log",
                 NULL);
    if (object->content == 0 || !store_content(service->store, pool, object->content, &content) ||
        looks->want(look) <= 0)
        return;
    looks->row(look, NULL,
               json_pack("[o]", content.in_file
                                    ? from_file(service, &content)
                                    : looks->bytes(content.data.data, content.data.size)));
}

static int show_object(void *state, struct slrun_look *look, const char *id)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    struct pool pool = {.blocks = NULL};
    struct object object;
    bool found = store_object_id(service->store, &pool, strtoll(id, NULL, 10), &object);
    if (found) {
        looks->fact(look, "key", key_json(looks, object.key));
        looks->fact(look, "bytes", json_integer((json_int_t)object.size));
        looks->fact(look, "modified at", json_integer((json_int_t)object.modified_ms));
        looks->fact(look, "version id", json_string(object.version));
        looks->fact(look, "ETag", json_string(object.etag));
        if (!object.marker)
            looks->fact(look, "headers", object_headers(object.info));
        looks->fact(look, "metadata", json_incref(json_object_get(object.info, "meta")));
        looks->fact(look, "tags", json_incref(json_object_get(object.info, "tags")));
        looks->fact(look, "storage class", json_incref(json_object_get(object.info, "class")));
        if (!object.marker)
            show_body(service, look, &pool, &object);
    }
    pool_free(&pool);
    return found ? 0 : -1;
}

const struct slrun_look_kind s3_looks[] = {
    {"buckets", "Buckets", "name|versioning|created:time|region|account", list_buckets,
     show_bucket},
    {"objects", "Objects", NULL, NULL, show_object},
    {NULL, NULL, NULL, NULL, NULL},
};
