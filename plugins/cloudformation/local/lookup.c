/* SPDX-License-Identifier: Apache-2.0 */
/* What a template takes from the Parameter Store and from buckets, fetched before it is judged.
 * What is not there is left out: the plan says that. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/call.h"
#include "template/wants.h"

enum { BUCKET_SIZE = 256 };

/* AWS's names of images are of EC2, where nothing is here: any id will do. */
#define IMAGES   "/aws/service/ami-"
#define AN_IMAGE "ami-0123456789abcdef0"

static void next(struct call *call);

static json_t *list_of(const struct call *call, const char *what)
{
    return json_object_get(call->wanted, what);
}

/* What is fetched just now: the last of its list. */
static const char *current(const struct call *call, const char *what)
{
    const json_t *list = list_of(call, what);
    return json_string_value(json_array_get(list, json_array_size(list) - 1));
}

static void found(struct call *call, const char *what, json_t *value)
{
    json_t *list = list_of(call, what);
    if (value)
        (void)json_object_set_new(json_object_get(call->found, what), current(call, what), value);
    (void)json_array_remove(list, json_array_size(list) - 1);
    next(call);
}

/* ---- parameters ---- */

static void got_parameter(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    const json_t *parameter = json_object_get(result, "Parameter");
    const char *name = current(call, WANTS_PARAMETERS);
    const char *type = json_string_value(json_object_get(parameter, "Type"));
    json_t *value = error ? NULL : json_incref(json_object_get(parameter, "Value"));
    call->fetching = NULL;
    if (!value && strncmp(name, IMAGES, strlen(IMAGES)) == 0)
        value = json_string(AN_IMAGE);
    else if (value && type && strcmp(type, "SecureString") == 0)
        call_invalid(call,
                     "Parameters [%.400s] referenced by template have types not supported by "
                     "CloudFormation.",
                     name);
    found(call, WANTS_PARAMETERS, value);
}

static struct slrun_cloud_call parameter_call(struct call *call)
{
    return (struct slrun_cloud_call){
        .service = "ssm",
        .operation = "get_parameter",
        .args = json_pack("{s:s}", "Name", current(call, WANTS_PARAMETERS)),
        .done = got_parameter};
}

/* ---- snippets ---- */

static void got_snippet(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    size_t size = 0;
    char *text = error ? NULL : call_blob(call, json_object_get(result, "Body"), &size);
    json_t *value = text ? json_stringn(text, size) : NULL; /* NULL, too, where it is no UTF-8 */
    call->fetching = NULL;
    free(text);
    found(call, WANTS_SNIPPETS, value);
}

/* s3://BUCKET/KEY */
static struct slrun_cloud_call snippet_call(struct call *call)
{
    const char *rest = current(call, WANTS_SNIPPETS) + strlen("s3://");
    char bucket[BUCKET_SIZE];
    size_t n = strcspn(rest, "/");
    (void)snprintf(bucket, sizeof bucket, "%.*s", (int)(n < sizeof bucket ? n : 0), rest);
    return (struct slrun_cloud_call){.service = "s3",
                                     .operation = "get_object",
                                     .args = json_pack("{s:s, s:s}", "Bucket",
                                                       *bucket ? bucket : "-", "Key",
                                                       rest[n] && rest[n + 1] ? rest + n + 1 : "-"),
                                     .done = got_snippet};
}

/* ---- one after the other ---- */

static void next(struct call *call)
{
    bool parameter = json_array_size(list_of(call, WANTS_PARAMETERS)) > 0;
    if (call->code || (!parameter && json_array_size(list_of(call, WANTS_SNIPPETS)) == 0)) {
        call->then(call);
        return;
    }
    struct slrun_cloud_call order = parameter ? parameter_call(call) : snippet_call(call);
    order.region = call->x->region;
    order.account = call->x->account;
    order.caller = "cloudformation";
    order.arg = call;
    call->fetching = call->cloud->call(call->cloud, &order);
    if (call->fetching) {
        call->cloud->on_gone(call->x, call_gone);
        return;
    }
    call_fail(call, "InternalFailure", "out of memory");
    call->then(call);
}

/* Texts of parameters by name: those of the request, and for what it leaves out the stack's. */
static json_t *given_of(const struct call *call, const struct stack *stack)
{
    json_t *before = stack ? json_object_get(stack->doc, "Given") : NULL;
    json_t *given = before ? json_copy(before) : json_object(), *parameter;
    size_t i;
    json_array_foreach (json_object_get(call->args, "Parameters"), i, parameter) {
        const char *key = json_string_value(json_object_get(parameter, "ParameterKey"));
        json_t *value = json_object_get(parameter, "ParameterValue");
        if (key && value)
            (void)json_object_set(given, key, value);
    }
    return given;
}

/* NULL: there is no template, or none that can be read; the operation says so. */
static json_t *wanted_by(const struct call *call)
{
    const struct stack *stack = call_find_stack((struct call *)(uintptr_t)call);
    const char *text = call->text ? call->text : stack ? stack_text(stack, "Body") : "";
    struct template_source source = {text, call->text ? call->size : strlen(text), true};
    struct problems problems = {.n = 0};
    struct template t;
    json_t *given = given_of(call, stack), *wanted = NULL;
    if (template_read(&t, &source, &problems) == 0)
        wanted = wants_of(&t, given);
    template_free(&t);
    json_decref(given);
    return wanted;
}

void call_look_up(struct call *call, void (*then)(struct call *call))
{
    static const char *const planning[] = {"CreateStack", "UpdateStack", "CreateChangeSet"};
    bool plans = false;
    for (size_t i = 0; i < sizeof planning / sizeof *planning; i++)
        plans = plans || strcmp(call->op->api, planning[i]) == 0;
    call->then = then;
    if (plans && !call->code) {
        call->wanted = wanted_by(call);
        call->found = json_pack("{s:{}, s:{}}", WANTS_PARAMETERS, WANTS_SNIPPETS);
    }
    next(call);
}
