/* SPDX-License-Identifier: Apache-2.0 */
/* What a template takes from the Parameter Store, from buckets and from macros, fetched before it
 * is judged. What is not there is left out: the plan says that. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/call.h"
#include "local/stack_ops.h"
#include "template/expand.h"
#include "template/wants.h"

enum { BUCKET_SIZE = 256 };

/* AWS's names of images are of EC2, where nothing is here: any id will do. */
#define IMAGES   "/aws/service/ami-"
#define AN_IMAGE "ami-0123456789abcdef0"

static void next(struct call *call);

static json_t *found_of(const struct call *call, const char *what)
{
    return json_object_get(call->found, what);
}

/* Begins a call whose end leads on. */
static void fetch(struct call *call, struct slrun_cloud_call *order)
{
    order->region = call->x->region;
    order->account = call->x->account;
    order->caller = "cloudformation";
    order->arg = call;
    call->fetching = order->args ? call->cloud->call(call->cloud, order) : NULL;
    if (call->fetching) {
        call->cloud->on_gone(call->x, call_gone);
        return;
    }
    call_fail(call, "InternalFailure", "out of memory");
    call->then(call);
}

/* ---- parameters ---- */

static void got_parameter(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    size_t last = json_array_size(call->wanted) - 1;
    const json_t *parameter = json_object_get(result, "Parameter");
    const char *name = json_string_value(json_array_get(call->wanted, last));
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
    if (value)
        (void)json_object_set_new(found_of(call, WANTS_PARAMETERS), name, value);
    (void)json_array_remove(call->wanted, last);
    next(call);
}

static void get_parameter(struct call *call)
{
    const json_t *name = json_array_get(call->wanted, json_array_size(call->wanted) - 1);
    fetch(call, &(struct slrun_cloud_call){.service = "ssm",
                                           .operation = "get_parameter",
                                           .args = json_pack("{s:O}", "Name", name),
                                           .done = got_parameter});
}

/* ---- snippets ---- */

static const char *location_of(const struct call *call)
{
    return json_string_value(json_object_get(call->missing, "snippet"));
}

static void got_snippet(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    size_t size = 0;
    char *text = error ? NULL : call_blob(call, json_object_get(result, "Body"), &size);
    json_t *value = text ? json_stringn(text, size) : NULL; /* NULL, too, where it is no UTF-8 */
    call->fetching = NULL;
    free(text);
    (void)json_object_set_new(found_of(call, WANTS_SNIPPETS), location_of(call),
                              value ? value : json_null());
    next(call);
}

/* s3://BUCKET/KEY */
static void get_snippet(struct call *call)
{
    const char *rest = location_of(call) + strlen("s3://");
    char bucket[BUCKET_SIZE];
    size_t n = strcspn(rest, "/");
    (void)snprintf(bucket, sizeof bucket, "%.*s", (int)(n < sizeof bucket ? n : 0), rest);
    fetch(call, &(struct slrun_cloud_call){
                    .service = "s3",
                    .operation = "get_object",
                    .args = json_pack("{s:s, s:s}", "Bucket", *bucket ? bucket : "-", "Key",
                                      rest[n] && rest[n + 1] ? rest + n + 1 : "-"),
                    .done = got_snippet});
}

/* ---- macros ---- */

static void macro_over(struct call *call, json_t *answer)
{
    (void)json_array_append_new(found_of(call, WANTS_MACROS), answer);
    next(call);
}

static void macro_done(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    call->fetching = NULL;
    macro_over(call, macro_answer(call, result, error));
}

static void run_macro(struct call *call)
{
    const char *function = macro_function(call);
    if (!function) {
        macro_over(call, macro_unknown(call));
        return;
    }
    fetch(call, &(struct slrun_cloud_call){.service = "lambda",
                                           .operation = "invoke",
                                           .args = json_pack("{s:s, s:o}", "FunctionName", function,
                                                             "Payload", macro_payload(call)),
                                           .done = macro_done});
}

/* ---- one after the other ---- */

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

static struct plan_of source_of(const struct call *call, struct stack *stack, const json_t *given)
{
    return stack ? stack_source(call, stack, given)
                 : (struct plan_of){.text = call->text,
                                    .size = call->size,
                                    .directory = call->directory,
                                    .file = call->file,
                                    .given = given,
                                    .found = call->found};
}

/* What the expansion of the template wants next; NULL: nothing more. */
static json_t *missing_of(struct call *call)
{
    struct stack *stack = call_find_stack(call);
    json_t *given = given_of(call, stack);
    struct plan_of of = source_of(call, stack, given);
    json_t *wanted = call_wanted(call, &of);
    json_decref(given);
    return wanted;
}

/* A change set asks for capabilities when it is made of what the macros have made. */
static bool may_expand(struct call *call)
{
    return strcmp(call->op->api, "CreateChangeSet") == 0 ||
           !json_object_get(call->missing, "macro") || call_may_expand(call);
}

static void next(struct call *call)
{
    if (!call->code && json_array_size(call->wanted) > 0) {
        get_parameter(call);
        return;
    }
    json_decref(call->missing);
    call->missing = !call->code && call->expands ? missing_of(call) : NULL;
    if (!call->missing || !may_expand(call))
        call->then(call);
    else if (json_object_get(call->missing, "macro"))
        run_macro(call);
    else
        get_snippet(call);
}

/* Finds out what the template asks for. Where there is none, or none that can be read, the
 * operation says so. */
static void look_at(struct call *call)
{
    const struct stack *stack = call_find_stack(call);
    const char *text = call->text ? call->text : stack ? stack_text(stack, "Body") : "";
    struct template_source source = {text, call->text ? call->size : strlen(text), true};
    struct problems problems = {.n = 0};
    struct template t;
    json_t *given = given_of(call, stack);
    if (template_read(&t, &source, &problems) == 0) {
        call->wanted = wants_parameters(&t, given);
        call->expands = expand_is_used(&t);
    }
    template_free(&t);
    json_decref(given);
}

void call_look_up(struct call *call, void (*then)(struct call *call))
{
    static const char *const planning[] = {"CreateStack", "UpdateStack", "CreateChangeSet"};
    bool plans = false;
    for (size_t i = 0; i < sizeof planning / sizeof *planning; i++)
        plans = plans || strcmp(call->op->api, planning[i]) == 0;
    call->then = then;
    if (plans && !call->code) {
        call->found =
            json_pack("{s:{}, s:{}, s:[]}", WANTS_PARAMETERS, WANTS_SNIPPETS, WANTS_MACROS);
        look_at(call);
    }
    next(call);
}
