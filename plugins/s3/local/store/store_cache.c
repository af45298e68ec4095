/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Buckets and their configurations as they were last read: each request asks for its bucket and for
 * half a dozen configurations, most of which are not there. Any write to them, and any rollback of
 * one, empties all of it, so nothing in it can be out of date.
 */
#include <stdlib.h>
#include <string.h>

#include "store/store_internal.h"

enum { CACHE_BUCKETS = 8, CACHE_CONFIGS = 16, CACHE_TEXT_MAX = 16 << 10 };

struct cached_bucket {
    struct bucket bucket; /* id 0: this place is free */
    char *memory;         /* of its strings */
    struct cached_config configs[CACHE_CONFIGS];
    size_t n_configs;
};

struct store_cache {
    struct cached_bucket buckets[CACHE_BUCKETS];
    size_t next; /* the place that is taken next */
};

struct store_cache *store_cache_new(void)
{
    return calloc(1, sizeof(struct store_cache));
}

static void forget_config(struct cached_config *config)
{
    pool_free(&config->pool);
    free(config->which);
}

static void forget_bucket(struct cached_bucket *c)
{
    for (size_t i = 0; i < c->n_configs; i++)
        forget_config(&c->configs[i]);
    free(c->memory);
    *c = (struct cached_bucket){.n_configs = 0};
}

void store_cache_clear(struct store_cache *cache)
{
    for (size_t i = 0; i < CACHE_BUCKETS; i++)
        forget_bucket(&cache->buckets[i]);
}

void store_cache_free(struct store_cache *cache)
{
    if (cache != NULL) {
        store_cache_clear(cache);
        free(cache);
    }
}

/* ---- buckets ---- */

bool store_cache_bucket(const struct store_cache *cache, struct pool *pool, const char *name,
                        struct bucket *bucket)
{
    for (size_t i = 0; i < CACHE_BUCKETS; i++) {
        const struct bucket *b = &cache->buckets[i].bucket;
        if (b->id != 0 && strcmp(b->name, name) == 0) {
            *bucket = *b;
            bucket->name = pool_text(pool, b->name);
            bucket->account = pool_text(pool, b->account);
            bucket->region = pool_text(pool, b->region);
            bucket->acl = pool_text(pool, b->acl);
            return bucket->name != NULL && bucket->account != NULL && bucket->region != NULL &&
                   bucket->acl != NULL;
        }
    }
    return false;
}

/* Copies a string to *at, which moves behind it. */
static const char *copy(char **at, const char *text)
{
    size_t size = strlen(text) + 1;
    char *made = memcpy(*at, text, size);
    *at += size;
    return made;
}

void store_cache_bucket_add(struct store_cache *cache, const struct bucket *bucket)
{
    struct cached_bucket *c = &cache->buckets[cache->next];
    size_t size = strlen(bucket->name) + strlen(bucket->account) + strlen(bucket->region) +
                  strlen(bucket->acl) + 4;
    forget_bucket(c);
    char *at = size > CACHE_TEXT_MAX ? NULL : malloc(size);
    if (at == NULL)
        return;
    c->memory = at;
    c->bucket = *bucket;
    c->bucket.name = copy(&at, bucket->name);
    c->bucket.account = copy(&at, bucket->account);
    c->bucket.region = copy(&at, bucket->region);
    c->bucket.acl = copy(&at, bucket->acl);
    cache->next = (cache->next + 1) % CACHE_BUCKETS;
}

/* ---- configurations ---- */

static struct cached_bucket *find(struct store_cache *cache, int64_t bucket)
{
    for (size_t i = 0; i < CACHE_BUCKETS; i++)
        if (bucket != 0 && cache->buckets[i].bucket.id == bucket)
            return &cache->buckets[i];
    return NULL;
}

struct cached_config *store_cache_config(struct store_cache *cache, const struct config_name *name)
{
    struct cached_bucket *c = find(cache, name->bucket);
    for (size_t i = 0; c != NULL && i < c->n_configs; i++)
        if (strcmp(c->configs[i].which, name->which) == 0)
            return &c->configs[i];
    return NULL;
}

struct cached_config *store_cache_config_add(struct store_cache *cache,
                                             const struct config_name *name, struct slice text)
{
    struct cached_bucket *c = find(cache, name->bucket);
    if (c == NULL || c->n_configs == CACHE_CONFIGS || text.size > CACHE_TEXT_MAX)
        return NULL;
    struct cached_config config = {.which = strdup(name->which), .text = {NULL, 0}};
    if (text.data != NULL)
        config.text = (struct slice){pool_copy(&config.pool, text.data, text.size), text.size};
    if (config.which == NULL || config.pool.failed) {
        forget_config(&config);
        return NULL;
    }
    c->configs[c->n_configs] = config;
    return &c->configs[c->n_configs++];
}
