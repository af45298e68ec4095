/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::S3::Bucket and AWS::S3::BucketPolicy by the operations of S3. */
#include "resource/resource.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service.h"
#include "store/pool.h"
#include "store/store.h"

enum { CALLS_MAX = 24, NAME_SIZE = 64 };

#define ENFORCED "BucketOwnerEnforced"

struct calls {
    struct slrun_resource_call all[CALLS_MAX];
    size_t n;
};

static void add(struct calls *calls, const char *operation, json_t *args)
{
    if (calls->n < CALLS_MAX)
        calls->all[calls->n++] = (struct slrun_resource_call){.operation = operation, .args = args};
    else
        json_decref(args);
}

static void run(const struct service *service, struct slrun_resource *r, const struct calls *calls,
                void (*done)(void *, struct slrun_resource *, const json_t *))
{
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"s3", calls->all, calls->n, done});
}

/* ---- AWS::S3::Bucket ---- */

/* A generated name is in lower case. */
static const char *bucket_name(const struct slrun_resource *r, char buffer[NAME_SIZE])
{
    const char *name = json_string_value(json_object_get(r->properties, "BucketName"));
    if (r->physical_id != NULL || name != NULL)
        return r->physical_id != NULL ? r->physical_id : name;
    (void)snprintf(buffer, NAME_SIZE, "%s", r->suggested_name);
    for (char *c = buffer; *c != '\0'; c++)
        *c = (char)tolower((unsigned char)*c);
    return buffer;
}

/* Where its website is here: names below localhost are this machine (RFC 6761). */
static json_t *website_url(const struct service *service, const char *name)
{
    const char *url = service->cloud->url(service->cloud);
    const char *port = url == NULL ? NULL : strrchr(url, ':');
    return json_sprintf("http://%s.s3-website.localhost%s", name, port == NULL ? "" : port);
}

static void bucket_made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    char buffer[NAME_SIZE];
    const char *name = bucket_name(r, buffer);
    (void)results;
    json_t *all =
        json_pack("{s:o, s:o, s:o, s:o, s:o}", "Arn", json_sprintf("arn:aws:s3:::%s", name),
                  "DomainName", json_sprintf("%s.s3.amazonaws.com", name), "DualStackDomainName",
                  json_sprintf("%s.s3.dualstack.%s.amazonaws.com", name, r->region),
                  "RegionalDomainName", json_sprintf("%s.s3.%s.amazonaws.com", name, r->region),
                  "WebsiteURL", website_url(service, name));
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = name, .attributes = all});
    json_decref(all);
}

static bool same(const json_t *a, const json_t *b)
{
    return a == b || (a != NULL && b != NULL && json_equal(a, b));
}

/* Configurations that differ from what is there: put, or taken away. */
static void add_configs(struct calls *calls, const struct slrun_resource *r, const char *name,
                        const json_t *there)
{
    for (const struct resource_config *c = resource_configs; c->property != NULL; c++) {
        const json_t *now = json_object_get(r->properties, c->property);
        const json_t *old = json_object_get(there, c->property);
        if (same(now, old))
            continue;
        if (now == NULL && c->remove != NULL)
            add(calls, c->remove, json_pack("{s:s}", "Bucket", name));
        else
            add(calls, c->put, json_pack("{s:s, s:o}", "Bucket", name, c->member, c->value(now)));
    }
}

/* CreateBucket gives a bucket that is the caller's already; a stack wants one of its own. */
static bool is_taken(const struct service *service, struct slrun_resource *r, const char *name)
{
    struct pool pool = {0};
    struct bucket bucket;
    bool taken = store_bucket(service->store, &pool, name, &bucket);
    pool_free(&pool);
    if (taken) {
        struct slrun_error error = {.kind = SLRUN_E_SERVICE, .code = "AlreadyExists"};
        (void)snprintf(error.message, sizeof error.message, "%s already exists", name);
        service->cloud->resource_done(r, &(struct slrun_resource_result){.error = &error});
    }
    return taken;
}

/* Who owns the objects, and the ACL, which S3 judges by that: a stack's bucket has no ACLs unless
 * its OwnershipControls say otherwise. Gives what CreateBucket has then done, a new reference. */
static json_t *add_ownership(json_t *args, const json_t *properties)
{
    json_t *controls = json_object_get(properties, "OwnershipControls");
    json_t *acl = json_object_get(properties, "AccessControl");
    const char *word = json_string_value(
        json_object_get(json_array_get(json_object_get(controls, "Rules"), 0), "ObjectOwnership"));
    bool enforced = word == NULL || strcmp(word, ENFORCED) == 0;
    (void)json_object_set_new(args, "ObjectOwnership", json_string(word == NULL ? ENFORCED : word));
    if (acl != NULL && enforced)
        (void)json_object_set_new(args, "ACL", resource_canned_acl(acl));
    return json_pack("{s:O*, s:O*}", "OwnershipControls", controls, "AccessControl",
                     enforced ? acl : NULL);
}

/* What AWS gives a new bucket that says nothing of it. */
static void add_public_block(struct calls *calls, const struct slrun_resource *r, const char *name)
{
    if (json_object_get(r->properties, "PublicAccessBlockConfiguration") == NULL) {
        add(calls, "put_public_access_block",
            json_pack("{s:s, s:{s:b, s:b, s:b, s:b}}", "Bucket", name,
                      "PublicAccessBlockConfiguration", "BlockPublicAcls", 1, "IgnorePublicAcls", 1,
                      "BlockPublicPolicy", 1, "RestrictPublicBuckets", 1));
    }
}

static void bucket_create(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    char buffer[NAME_SIZE];
    const char *name = bucket_name(r, buffer);
    struct calls calls = {.n = 0};
    if (is_taken(service, r, name))
        return;
    json_t *args = json_pack("{s:s}", "Bucket", name);
    if (strcmp(r->region, "us-east-1") != 0) {
        (void)json_object_set_new(args, "CreateBucketConfiguration",
                                  json_pack("{s:s}", "LocationConstraint", r->region));
    }
    if (json_is_true(json_object_get(r->properties, "ObjectLockEnabled")))
        (void)json_object_set_new(args, "ObjectLockEnabledForBucket", json_true());
    json_t *done = add_ownership(args, r->properties);
    add(&calls, "create_bucket", args);
    add_public_block(&calls, r, name);
    add_configs(&calls, r, name, done);
    json_decref(done);
    run(service, r, &calls, bucket_made);
}

static void bucket_update(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    add_configs(&calls, r, r->physical_id, r->old);
    run(state, r, &calls, bucket_made);
}

static void bucket_remove(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    add(&calls, "delete_bucket", json_pack("{s:s}", "Bucket", r->physical_id));
    calls.all[0].ignored = "NoSuchBucket";
    run(state, r, &calls, NULL);
}

/* ---- AWS::S3::BucketPolicy ---- */

static void policy_made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    (void)results;
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){
               .physical_id = json_string_value(json_object_get(r->properties, "Bucket"))});
}

static void policy_put(void *state, struct slrun_resource *r)
{
    const json_t *document = json_object_get(r->properties, "PolicyDocument");
    char *text = json_is_string(document) ? NULL : json_dumps(document, JSON_COMPACT);
    struct calls calls = {.n = 0};
    add(&calls, "put_bucket_policy",
        json_pack("{s:O, s:s}", "Bucket", json_object_get(r->properties, "Bucket"), "Policy",
                  text != NULL ? text : json_string_value(document)));
    free(text);
    run(state, r, &calls, policy_made);
}

static void policy_remove(void *state, struct slrun_resource *r)
{
    struct calls calls = {.n = 0};
    add(&calls, "delete_bucket_policy",
        json_pack("{s:O}", "Bucket", json_object_get(r->properties, "Bucket")));
    calls.all[0].ignored = "NoSuchBucket";
    run(state, r, &calls, NULL);
}

const struct slrun_resource_type s3_resources[] = {
    {.type = "AWS::S3::Bucket",
     .doc = "A bucket with its configurations.",
     .properties = resource_bucket_properties,
     .attributes = (const char *const[]){"Arn", "DomainName", "DualStackDomainName",
                                         "RegionalDomainName", "WebsiteURL", NULL},
     .replacing = (const char *const[]){"BucketName", "ObjectLockEnabled", NULL},
     .create = bucket_create,
     .update = bucket_update,
     .remove = bucket_remove},
    {.type = "AWS::S3::BucketPolicy",
     .doc = "The policy of a bucket.",
     .properties = resource_policy_properties,
     .replacing = (const char *const[]){"Bucket", NULL},
     .create = policy_put,
     .update = policy_put,
     .remove = policy_remove},
    {.type = NULL},
};
