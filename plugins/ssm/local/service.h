/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what operations share. */
#ifndef SLRUN_SSM_SERVICE_H
#define SLRUN_SSM_SERVICE_H

#include <stdbool.h>

#include <slrun/local.h>
#include <slrun/member.h>
#include <slrun/op.h>

/* "AWS Systems Manager endpoints and quotas", Parameter Store. */
enum {
    PARAMETERS_MAX = 10000,
    VERSIONS_MAX = 100,
    LABELS_MAX = 10, /* of a version */
    TAGS_MAX = 50,
    VALUE_MAX = 4096, /* bytes of a standard parameter */
    ADVANCED_VALUE_MAX = 8192,
    LEVELS_MAX = 15, /* of a hierarchy */
    NAME_SIZE = 2049
};

/*
 * Parameters are JSON documents by their place (region, account, name), as they are kept:
 *   {"Name", "ARN", "Tags": [...], "Versions": [...]}, the latest version last, each
 *   {"Version", "Type", "Value", "LastModifiedDate", "LastModifiedUser", "Labels": [...], "Tier",
 *    "DataType", and what of "Description", "KeyId", "AllowedPattern", "Policies" there is}
 */
struct service {
    const struct slrun_cloud *cloud;
    json_t *parameters;
};

/* An operation: a new reference, or NULL after call_fail(). */
typedef json_t *operation(struct slrun_json_call *call);
operation op_add_tags_to_resource, op_delete_parameter, op_delete_parameters,
    op_describe_parameters, op_get_parameter, op_get_parameter_history, op_get_parameters,
    op_get_parameters_by_path, op_label_parameter_version, op_list_tags_for_resource,
    op_put_parameter, op_remove_tags_from_resource, op_unlabel_parameter_version;

/* Fill the error, unless there is one; json_t's NULL. Of the second the code is
 * ValidationException.
 */
#define call_fail(call, ...)    ((call)->cloud->json_fail(call, __VA_ARGS__))
#define call_invalid(call, ...) call_fail(call, "ValidationException", __VA_ARGS__)

/* The state of the service that a call is for. */
static inline struct service *service_of(const struct slrun_json_call *call)
{
    return call->service;
}

/* An argument that is a text, or NULL. */
static inline const char *call_text(const struct slrun_json_call *call, const char *name)
{
    return slrun_text(call->args, name);
}

/* One page of a list (taken over) as the result; `most` unless MaxResults says another. */
json_t *call_page(struct slrun_json_call *call, json_t *list, size_t most);

/* ---- bounds.c ---- */

extern const struct slrun_bound ssm_bounds[];

/* ---- state.c ---- */

bool state_open(struct service *service);
void state_close(struct service *service);
/* Keeps a parameter as it stands; `document` NULL: that it is gone. */
void parameter_keep(struct slrun_json_call *call, const char *name, json_t *document);
/* The parameter of that name in the region and account of the call; borrowed, or NULL. */
json_t *parameter_find(const struct slrun_json_call *call, const char *name);
/* Calls each() for every parameter there, until it returns false. */
void parameters_each(const struct slrun_json_call *call, bool (*each)(void *arg, json_t *parameter),
                     void *arg);
json_t *parameter_latest(const json_t *parameter);
/* The version of that number, or NULL. */
json_t *parameter_version(const json_t *parameter, json_int_t number);

/* ---- name.c ---- */

/* Whether a parameter may be called so. False after call_fail(). */
bool name_check(struct slrun_json_call *call, const char *name);
/* The same of a name that is asked for: where it has levels, it is a path. */
bool name_is_path(struct slrun_json_call *call, const char *name);
/* What stands in NAME, ARN, and behind them as :VERSION or :LABEL; `selector` "" where nothing
 * does, else from the colon on. */
void name_split(const char *given, char name[NAME_SIZE], const char **selector);
/* Whether the name lies below a path: directly, or at any depth. */
bool name_is_below(const char *name, const char *path, bool recursive);

/* ---- reference.c ---- */

/* Whether a name stands for a secret: "/aws/reference/secretsmanager/NAME". */
bool reference_is(const char *name);
/* The result of an operation for which these secrets (a list of such names, taken over) are asked
 * for first, if there are any: finish() gets them by their names, without those that are not there.
 * As an operation; it may park. */
json_t *references_wait(struct slrun_json_call *call, json_t *names,
                        json_t *(*finish)(struct slrun_json_call *call, const json_t *secrets));
/* Such a parameter; NULL after call_fail(). */
json_t *reference_told(struct slrun_json_call *call, const char *given, const json_t *secrets);

/* ---- filter.c ---- */

/* Checks ParameterFilters; by_path: of GetParametersByPath. False after call_fail(). */
bool filters_check(struct slrun_json_call *call, bool by_path);
/* Whether a parameter passes ParameterFilters and Filters. */
bool filters_pass(const struct slrun_json_call *call, const json_t *parameter);

/* ---- tag.c ---- */

/* Sets tags. False after call_fail(). */
bool tags_put(struct slrun_json_call *call, json_t *parameter, const json_t *tags);

/* ---- resource.c ---- */

extern const struct slrun_resource_type ssm_resources[];

#endif
