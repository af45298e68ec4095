/* SPDX-License-Identifier: Apache-2.0 */
/* `slrun local TEMPLATE`: puts a stack up. */
#include "local/stack/deploy.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"

enum { REASONS_MAX = 1500, WHERE_SIZE = 4200 };

struct deployment {
    struct cloud *cloud;
    struct deploy_options options;
    char name[DEPLOY_NAME_MAX];
    json_t *request; /* of create_stack, for update_stack */
    char status[64]; /* of the stack, when it had failed */
    json_t *events;  /* of the operation that failed, the latest first */
};

typedef void answered(void *arg, const json_t *result, const struct slrun_error *error);

static void end(struct deployment *d, const json_t *stack, const struct slrun_error *error)
{
    d->options.done(d->options.arg, stack, error);
    json_decref(d->request);
    json_decref(d->events);
    free(d);
}

/* Takes over `args`. */
static void call(struct deployment *d, const char *operation, json_t *args, answered *done)
{
    const struct slrun_cloud *api = &d->cloud->api;
    struct slrun_error error = {0};
    if (api->call(api, &(struct slrun_cloud_call){.service = "cloudformation",
                                                  .operation = operation,
                                                  .args = args,
                                                  .caller = "slrun",
                                                  .done = done,
                                                  .arg = d}))
        return;
    error_set(&error, SLRUN_E_MEMORY, "out of memory for a stack");
    end(d, NULL, &error);
}

static json_t *named(const struct deployment *d)
{
    return json_pack("{s:s}", "StackName", d->name);
}

/* ---- what went wrong ---- */

static bool ends_with(const char *text, const char *end)
{
    size_t n = text ? strlen(text) : 0, m = strlen(end);
    return n >= m && !strcmp(text + n - m, end);
}

/* The events come with the latest first; the first failures are the cause. */
static bool add_reasons(struct buf *text, const json_t *events, const char *ending)
{
    bool any = false;
    for (size_t i = json_array_size(events); i-- > 0;) {
        const json_t *e = json_array_get(events, i);
        const char *reason = json_string_value(json_object_get(e, "ResourceStatusReason"));
        const char *status = json_string_value(json_object_get(e, "ResourceStatus"));
        if (!reason || !ends_with(status, ending) || strstr(reason, "cancelled"))
            continue;
        buf_printf(text, "; %s (%s): %s",
                   json_string_value(json_object_get(e, "LogicalResourceId")),
                   json_string_value(json_object_get(e, "ResourceType")), reason);
        any = true;
    }
    return any;
}

/* The first line that a message tells of ("line 12", which no "Pipeline 1" is); 0: none. */
static int line_of(const char *message)
{
    static const char word[] = "line ";
    for (const char *at = strstr(message, word); at; at = strstr(at + 1, word))
        if ((at == message || !isalnum((unsigned char)at[-1])) && atoi(at + strlen(word)) > 0)
            return atoi(at + strlen(word));
    return 0;
}

/* "FILE:LINE: " of the first line that a message tells of, or "FILE: ". */
static void place(const struct deployment *d, const char *message, char where[WHERE_SIZE])
{
    int line = line_of(message);
    char number[16] = "";
    if (line > 0)
        snprintf(number, sizeof number, ":%d", line);
    snprintf(where, WHERE_SIZE, "%s%s: ", d->options.template, number);
}

static void tell_failure(struct deployment *d)
{
    struct slrun_error failed = {0};
    struct buf text = BUF_INIT(REASONS_MAX);
    char where[WHERE_SIZE];
    if (!add_reasons(&text, d->events, "_FAILED"))
        (void)add_reasons(&text, d->events, "ROLLBACK_IN_PROGRESS"); /* of the stack itself */
    place(d, buf_str(&text), where);
    error_set(&failed, SLRUN_E_USAGE, "%sstack %s: %s%s", where, d->name, d->status,
              buf_str(&text));
    buf_free(&text);
    end(d, NULL, &failed);
}

/* Keeps events back to the one with which the operation began; false: that is on another page. */
static bool keep_events(struct deployment *d, const json_t *page)
{
    for (size_t i = 0; i < json_array_size(page); i++) {
        json_t *event = json_array_get(page, i);
        const char *reason = json_string_value(json_object_get(event, "ResourceStatusReason"));
        if (json_array_append(d->events, event) || (reason && !strcmp(reason, "User Initiated")))
            return true;
    }
    return false;
}

static void on_events(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct deployment *d = arg;
    json_t *token = json_object_get(result, "NextToken"), *args;
    if (error || keep_events(d, json_object_get(result, "StackEvents")) || !token) {
        tell_failure(d);
        return;
    }
    args = named(d);
    (void)json_object_set(args, "NextToken", token);
    call(d, "describe_stack_events", args, on_events);
}

/* ---- waiting ---- */

static void look(void *arg);

static bool is_up(const char *status)
{
    return !strcmp(status, "CREATE_COMPLETE") || !strcmp(status, "UPDATE_COMPLETE");
}

static void on_described(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct deployment *d = arg;
    const json_t *stack = json_array_get(json_object_get(result, "Stacks"), 0);
    const char *status = json_string_value(json_object_get(stack, "StackStatus"));
    if (error || !status) {
        end(d, NULL, error);
    } else if (strstr(status, "_IN_PROGRESS")) {
        const struct slrun_cloud *api = &d->cloud->api;
        if (!api->timer_start(api, api->now_ms(api) + DEPLOY_LOOK_MS, look, d))
            look(d);
    } else if (is_up(status)) {
        end(d, stack, NULL);
    } else {
        snprintf(d->status, sizeof d->status, "%s", status);
        d->events = json_array();
        call(d, "describe_stack_events", named(d), on_events);
    }
}

static void look(void *arg)
{
    struct deployment *d = arg;
    call(d, "describe_stacks", named(d), on_described);
}

/* ---- beginning ---- */

/* What is wrong with the template, with the file and, where it is told, the line. */
static void refuse(struct deployment *d, const struct slrun_error *error)
{
    struct slrun_error named = {0};
    char where[WHERE_SIZE];
    if (strcmp(error->code, "ValidationError") != 0) {
        end(d, NULL, error);
        return;
    }
    place(d, error->message, where);
    error_set(&named, SLRUN_E_USAGE, "%s%s", where, error->message);
    end(d, NULL, &named);
}

static void on_updated(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct deployment *d = arg;
    (void)result;
    if (error && !strstr(error->message, "No updates are to be performed"))
        refuse(d, error);
    else
        look(d);
}

static void on_created(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct deployment *d = arg;
    (void)result;
    if (!error)
        look(d);
    else if (!strcmp(error->code, "AlreadyExistsException"))
        call(d, "update_stack", json_deep_copy(d->request), on_updated);
    else
        refuse(d, error);
}

static json_t *request(const struct deployment *d)
{
    json_t *parameters = json_array();
    const char *name;
    json_t *value;
    char url[4200];
    json_object_foreach ((json_t *)d->options.parameters, name, value) {
        json_array_append_new(
            parameters, json_pack("{s:s, s:O}", "ParameterKey", name, "ParameterValue", value));
    }
    snprintf(url, sizeof url, "file://%s", d->options.template);
    return json_pack("{s:s, s:s, s:o, s:[s,s,s]}", "StackName", d->name, "TemplateURL", url,
                     "Parameters", parameters, "Capabilities", "CAPABILITY_IAM",
                     "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND");
}

/* The end of its folder; what `sam build` makes is the project's. */
static const char *folder_end(const char *template)
{
    static const char built[] = "/.aws-sam/build";
    const char *end = strrchr(template, '/');
    size_t n = end ? (size_t)(end - template) : 0;
    bool is_built =
        n > sizeof built - 1 && !strncmp(end - (sizeof built - 1), built, sizeof built - 1);
    return is_built ? end - (sizeof built - 1) : end;
}

/* The name of the stack of a template: that of its folder (for .aws-sam/build, of the project), or
 * of the file if it is not called "template". */
static void deploy_name(const char *template, char name[DEPLOY_NAME_MAX])
{
    const char *end = strrchr(template, '/'), *from = end ? end + 1 : template;
    size_t n = strcspn(from, ".");
    if (n == strlen("template") && !strncmp(from, "template", n) && end) {
        from = end = folder_end(template);
        while (from > template && from[-1] != '/')
            from--;
        n = (size_t)(end - from);
    }
    size_t size = 0;
    for (size_t i = 0; i < n && size + 1 < DEPLOY_NAME_MAX; i++) {
        bool fits = isalnum((unsigned char)from[i]);
        if (fits && (size || isalpha((unsigned char)from[i])))
            name[size++] = from[i];
        else if (!fits && size && name[size - 1] != '-')
            name[size++] = '-';
    }
    while (size && name[size - 1] == '-')
        size--;
    name[size] = '\0';
    if (!size)
        snprintf(name, DEPLOY_NAME_MAX, "stack");
}

int deploy(struct cloud *cloud, const struct deploy_options *options)
{
    struct deployment *d = calloc(1, sizeof *d);
    if (!d)
        return -1;
    d->cloud = cloud;
    d->options = *options;
    deploy_name(options->template, d->name);
    d->request = request(d);
    call(d, "create_stack", json_deep_copy(d->request), on_created);
    return 0;
}
