/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_LAMBDA_SERVICE_H
#define SLRUN_LAMBDA_SERVICE_H

#include <stdbool.h>

#include <slrun/local.h>
#include <slrun/op.h>

#include "client/wire.h"

enum {
    FAULT_MESSAGE_MAX = 8192,
    FUNCTIONS_MAX = 10000,
    BODY_MAX = 70167211, /* of a request: a zip archive of 50 MB as base64, and more */
    PATH_SIZE = 4096,
    REGION_SIZE = 32,
    ACCOUNT_SIZE = 13
};

struct asyncs;
struct function;
struct machine;
struct mappings;
struct outgoing;
struct pool;

struct service {
    const struct slrun_cloud *cloud;
    const struct slrun_host *host;
    struct function *functions, *leaving; /* there; and removed, while something of them runs */
    size_t n_functions;
    json_t *layers; /* by "account/region/name": see layer.c */
    struct asyncs *asyncs;
    struct machine *machine;     /* what runs on this machine: run/machine.h */
    struct outgoing *outgoing;   /* calls of other services */
    struct mappings *mappings;   /* event source mappings: mapping/ */
    char directory[PATH_SIZE];   /* code and layers, unpacked; "" until service_prepare() */
    bool unprepared;             /* it was told that there can be no private_dir */
    char private_dir[PATH_SIZE]; /* bootstraps, home of the handlers; removed at the end */
    int private_lock;            /* of that directory: code/private.h; -1: there is none yet */
};

/* Makes the private directory with what functions run by, unless it is there: most local clouds
 * never have a function, and need not wait for a sixth of their start. False: it cannot be made. */
bool service_prepare(struct service *service);

/* What a call fails for that AWS has no error for: memory, or that directory. */
const char *service_lacks(const struct service *service);

struct fault {
    const char *code;   /* NULL: there is none */
    const char *reason; /* of TooManyRequestsException, or NULL */
    bool plain;         /* its document has no "Type" */
    char message[FAULT_MESSAGE_MAX];
};

/*
 * One call of an operation, over the wire or for a resource of a stack. `args` has been checked
 * against the operation's parameters. Strings are the call's.
 */
struct call {
    struct service *service;
    const struct slrun_op *op;
    const struct lambda_call *wire;
    char region[REGION_SIZE];
    char account[ACCOUNT_SIZE];
    char request_id[64];
    json_t *args;
    const void *payload; /* Invoke's, borrowed until the operation returns */
    size_t payload_size;
    bool own;        /* of the service itself: what a template may say and the API may not */
    bool by_service; /* another service of this cloud asks */
    bool streams;    /* Invoke: InvokeWithResponseStream */
    bool opened;     /* its answer has begun */
    bool later;      /* set by an operation that returned NULL and ends in call_end() */
    struct fault fault;
    int status;                    /* of the answer, where it is not the operation's own; or 0 */
    const struct slrun_reply *raw; /* Invoke: the whole answer, in the place of a result */
    /* Called once; `result` is borrowed, NULL where call->fault says why. */
    void (*ended)(struct call *call, const json_t *result);
    void *arg;
};

/* An operation: a new reference, JSON's null for an empty body, or NULL after call_fail(), or NULL
 * with `later` set: call_end() then comes on a later turn of the loop. */
typedef json_t *operation_fn(struct call *call);
operation_fn op_add_layer_version_permission, op_add_permission, op_create_alias,
    op_create_event_source_mapping, op_create_function, op_create_function_url_config,
    op_delete_alias, op_delete_event_source_mapping, op_delete_function,
    op_delete_function_concurrency, op_delete_function_event_invoke_config,
    op_delete_function_url_config, op_delete_layer_version,
    op_delete_provisioned_concurrency_config, op_get_account_settings, op_get_alias,
    op_get_event_source_mapping, op_get_function, op_get_function_code_signing_config,
    op_get_function_concurrency, op_get_function_configuration, op_get_function_event_invoke_config,
    op_get_function_recursion_config, op_get_function_url_config, op_get_layer_version,
    op_get_layer_version_by_arn, op_get_layer_version_policy, op_get_policy,
    op_get_provisioned_concurrency_config, op_get_runtime_management_config, op_invoke,
    op_list_aliases, op_list_event_source_mappings, op_list_function_event_invoke_configs,
    op_list_function_url_configs, op_list_functions, op_list_layer_versions, op_list_layers,
    op_list_provisioned_concurrency_configs, op_list_tags, op_list_versions_by_function,
    op_publish_layer_version, op_publish_version, op_put_function_concurrency,
    op_put_function_recursion_config, op_put_function_event_invoke_config,
    op_put_provisioned_concurrency_config, op_put_runtime_management_config,
    op_remove_layer_version_permission, op_remove_permission, op_tag_resource, op_untag_resource,
    op_update_alias, op_update_event_source_mapping, op_update_function_code,
    op_update_function_configuration, op_update_function_event_invoke_config,
    op_update_function_url_config;

/* Fills the fault, unless there is one. Returns NULL. */
json_t *call_fail(struct call *call, const char *code, const char *format, ...) SLRUN_PRINTF(3, 4);
json_t *call_no_memory(struct call *call);
/* The fault is told without a "Type", as some are. Returns NULL. */
json_t *call_plain(struct call *call);

/* The HTTP status of an error code. */
int fault_status(const char *code);

/* An argument, or NULL. */
const char *call_string(const struct call *call, const char *name);
const json_t *call_get(const struct call *call, const char *name);

/*
 * Calls an operation of this service in its name, with all of its checks. `args` is taken over.
 * ended() may come before this returns. The call is freed behind it.
 */
struct call_order {
    const char *operation; /* boto3's name */
    json_t *args;
    const char *region, *account;
    void (*ended)(struct call *call, const json_t *result);
    void *arg;
};
void call_run(struct service *service, const struct call_order *order);
/* Ends a call that was to end later; the result is taken over. */
void call_end(struct call *call, json_t *result);

/* Checks types (SerializationException) and constraints (ValidationException) of the arguments;
 * removes those that are null. False after call_fail(). */
bool check_args(struct call *call);

/* A page of `list` (taken over) under `name`, by Marker and MaxItems. A new reference. */
json_t *call_page(struct call *call, const char *name, json_t *list);

/* Sets a member to a new reference unless it is NULL; false: no memory. */
bool put(json_t *object, const char *key, json_t *value);

#endif
