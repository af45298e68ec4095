/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The local half of API Gateway: its state, one call of the control plane, and what operations
 * share. The state is a set of documents, each an API (or an API key, a usage plan, a domain name)
 * with all that belongs to it:
 *
 *   {"kind": "restapis", "id": ..., "region": ..., "account": ..., "it": {the thing itself},
 *    "resources": {ID: {...}}, "stages": {NAME: {...}}, "deployments": {ID: {..., "snapshot": {}}},
 *    ...}
 *
 * Members are those of boto3's results.
 */
#ifndef SLRUN_APIGATEWAY_SERVICE_H
#define SLRUN_APIGATEWAY_SERVICE_H

#include <slrun/slrun.h>

#include "client/wire.h"
#include "deliveries/log_writer.h"
#include "util/text.h"

enum { ID_SIZE = 11, FAULT_MESSAGE_MAX = 2048, PAGE_DEFAULT = 25, PAGE_MAX = 500 };

struct exec;

struct service {
    const struct slrun_cloud *cloud;
    json_t *docs;  /* by id */
    json_t *cache; /* answers of authorizers (exec/authorizer.c) */
    struct exec *execs;
    struct log_writers logs;
};

/* One request of the control plane. */
struct call {
    struct service *service;
    const struct ag_version *version;
    const struct slrun_op *op;
    const struct ag_call *wire;
    const char *region, *account;
    json_t *args;
    const struct kind *kind; /* what the operation is about */
    const char *code;        /* of the error; NULL: there is none */
    char message[FAULT_MESSAGE_MAX];
};

/* Kinds of things: in a document of their own, or in a collection of one. */
struct kind {
    const char *top;        /* kind of the document: "restapis" */
    const char *top_arg;    /* the argument that names it; NULL: `arg` does */
    const char *collection; /* "stages"; NULL: it is the document itself */
    const char *arg;        /* the argument that names it */
    const char *id;         /* its member with the same */
    const char *wrong;      /* AWS's words for one that is not there */
    const char *exists;     /* AWS's words for one that is there already; NULL: ids are random */
};

/* An operation: a new reference, JSON's null for an empty body, or NULL after call_fail(). */
typedef json_t *operation(struct call *call);

/* Fills the error, unless there is one. Returns NULL. */
json_t *call_fail(struct call *call, const char *code, const char *format, ...) SLRUN_PRINTF(3, 4);
const char *call_arg(const struct call *call, const char *name);
/* Runs an operation on arguments (a reference that is taken over), as a request would. */
json_t *call_run(struct call *call, const char *op, json_t *args);
/* The operation of that name, in call->op and call->wire. */
bool call_find(struct call *call, const char *name);
/* Serves call->op with call->args. */
json_t *call_serve(struct call *call);

/* ---- documents (store.c) ---- */

/* A new document of that kind, saved by doc_save(). Borrowed; NULL: no memory. */
json_t *doc_new(struct call *call, const char *kind, json_t *it, const char *id);
/* The document, or NULL. It is of that kind, region and account. */
json_t *doc_find(const struct call *call, const char *kind, const char *id);
void doc_save(struct service *service, const json_t *doc);
void doc_delete(struct service *service, const char *id);
json_t *doc_it(const json_t *doc);
/* A collection in it, made where it is not there. */
json_t *doc_collection(json_t *doc, const char *name);
bool docs_load(struct service *service);
void docs_forget(struct service *service);
/* A new id: ten small letters and digits. */
void doc_id(struct service *service, char id[ID_SIZE]);

/* ---- operations on any kind (things.c) ---- */

operation thing_create, thing_get, thing_list, thing_delete, thing_update;
/* The document and the thing that the arguments name; NULL after call_fail(). */
json_t *thing_doc(struct call *call, const struct kind *kind);
json_t *thing_find(struct call *call, const struct kind *kind, json_t **doc);
/* A page of what is in `all` (a map), as the versions have it. */
json_t *thing_page(struct call *call, const json_t *all);
/* v1: applies patchOperations to `it`. false after call_fail(). */
bool patch_apply(struct call *call, json_t *it);
/* How an operation's patches are, beside what they all are. All but `api` may be NULL. */
struct patch_kind {
    const char *api;
    const char *paths; /* the only ones, and only to be replaced: "/name, /schema" */
    /* Whether one may be. false after call_fail(). */
    bool (*ok)(struct call *call, const json_t *it, const json_t *patch);
    /* Carries out one that is no add, replace or remove; false: it is one of those. */
    bool (*carry_out)(json_t *it, const json_t *patch);
    /* After each: what AWS says where nothing else is said. */
    void (*settle)(json_t *it);
};
/* Not NULL. (patch_rules.c) */
const struct patch_kind *patch_kind(const struct slrun_op *op);
/* Whether one of them is among the paths, words and values of its operation; `it` is as the ones
 * before have left it. false after call_fail(). (patch_rules.c) */
bool patch_ok(struct call *call, const json_t *it, const json_t *patch);
/* The same for what is in a map. */
struct patch_entry {
    const char *op, *map, *name, *value; /* value: or NULL */
};
bool patch_entry_ok(struct call *call, const json_t *it, const struct patch_entry *entry);
/* What arguments may be beyond types and words, by the operation. false after call_fail().
 * (judge.c) */
bool judge_call(struct call *call);
/* Words of arguments and patches, numbers of statuses. false after call_fail(). (constraints.c) */
bool check_constraints(struct call *call);
/* Whether there are the authorizer and the validator that a method names. */
void judge_authorization(struct call *call, const json_t *method);
/* Whether the URI of an integration is one of its type. */
void judge_uri(struct call *call, const json_t *integration);
/* The arguments but those that name what it is in. */
json_t *thing_members(const struct call *call);

/* ---- canary.c: of stages of REST APIs ---- */

/* Whether a patch of a stage, or what a stage or deployment says of canaries, may be. false after
 * call_fail(). */
bool canary_patch_ok(struct call *call, const json_t *stage, const json_t *patch);
bool canary_stage_ok(struct call *call, json_t *doc, const json_t *stage);
bool canary_deployment_ok(struct call *call, json_t *doc);
/* Copies from the canary to the stage, if that is what a patch that may be says. */
bool canary_promote(json_t *stage, const json_t *patch);
/* What AWS says of a canary where nothing else is said. */
void canary_settle(json_t *stage);
/* Makes a deployment the canary of a stage, if the call wants that. */
bool canary_deploy(struct call *call, json_t *stage, const char *deployment);

/* ---- operations of their own ---- */

operation op_create_rest_api, op_create_resource, op_get_resource, op_get_resources,
    op_delete_resource, op_update_resource;
operation op_put_method, op_get_method, op_delete_method, op_update_method;
operation op_create_deployment, op_create_stage, op_update_stage, op_delete_deployment;
operation op_put_gateway_response, op_get_gateway_response, op_get_gateway_responses,
    op_update_gateway_response, op_get_account, op_update_account;
operation op_create_api_key, op_get_api_key, op_get_api_keys, op_update_api_key, op_delete_api_key,
    op_create_usage_plan, op_update_usage_plan, op_get_usage_plans, op_get_usage_plan_keys;
operation op_create_domain, op_create_domain_v2; /* domain.c */
operation op_create_usage_plan_key;
operation op_import_rest_api, op_put_rest_api, op_import_api, op_reimport_api;
operation op_create_api, op_update_api, op_delete_cors, op_create_deployment_v2, op_create_stage_v2,
    op_delete_route_settings;
operation op_get_tags, op_tag_resource, op_untag_resource;
/* What AWS says of an integration where nothing else is said; `resource`: its id. */
void integration_defaults(json_t *it, const char *resource);
/* Sets the deployment of a stage that deploys by itself, after any change of an HTTP API. */
void api_changed(json_t *doc);
/* Adds a resource; borrowed. */
json_t *resource_add(struct call *call, json_t *doc, const json_t *parent, const char *part);
json_t *resource_root(const json_t *doc);
/* A REST API with its root and its two models; borrowed. */
json_t *rest_api_new(struct call *call, json_t *it);

/* ---- OpenAPI (openapi*.c) ---- */

/* Puts a definition (a decoded OpenAPI 3 or Swagger 2 document) into an API, whose routes are
 * removed before unless `merge`. false after call_fail(). */
bool openapi_rest(struct call *call, json_t *doc, const json_t *definition, bool merge);
bool openapi_http(struct call *call, json_t *doc, const json_t *definition);
/* JSON or YAML. A new reference; NULL after call_fail(). */
json_t *openapi_read(struct call *call, const void *data, size_t size);

/* How an operation takes a definition. */
struct openapi_import {
    const char *argument;                             /* that has the definition */
    json_t *(*create)(struct call *call, json_t *it); /* a new API; borrowed */
    bool (*apply)(struct call *call, json_t *doc, const json_t *definition);
};
/* Reads the definition and puts it into `doc`; NULL: into a new API, which is deleted if that
 * fails. The operation's result. */
json_t *openapi_import(struct call *call, const struct openapi_import *how, json_t *doc);

/* ---- exec/test.c ---- */

/* Serves TestInvokeMethod and TestInvokeAuthorizer, which are answered later. false: it is another
 * operation, or after call_fail(). */
bool exec_test_serve(struct call *call, struct slrun_exchange *x);

/* ---- request.c ---- */
void control_serve(struct service *service, struct slrun_exchange *x);

extern const struct slrun_local apigateway_local;               /* service.c */
extern const struct slrun_resource_type apigateway_resources[]; /* resource_types.c */

#endif
