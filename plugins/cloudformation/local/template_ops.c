/* SPDX-License-Identifier: Apache-2.0 */
/* Templates themselves: what a stack has, and what can be said of one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/call.h"
#include "template/types.h"
#include "template/value.h"

enum { REASON_NAMES = 400 };

/* ---- GetTemplate ---- */

static json_t *body_of(const json_t *doc, bool processed)
{
    char *text = processed ? json_dumps(json_object_get(doc, "Processed"), JSON_INDENT(2)) : NULL;
    json_t *body =
        processed ? json_string(text ? text : "{}") : json_incref(json_object_get(doc, "Body"));
    free(text);
    return body;
}

json_t *op_get_template(struct call *call)
{
    const char *stage = call_text(call, "TemplateStage"), *name = call_text(call, "ChangeSetName");
    struct stack *stack = call_stack(call);
    if (!stack)
        return NULL;
    const json_t *set =
        name ? json_object_get(json_object_get(stack->doc, "ChangeSets"), name) : NULL;
    if (name && !set)
        return call_fail(call, "ChangeSetNotFound", "ChangeSet [%s] does not exist", name);
    json_t *body = body_of(set ? set : stack->doc, stage && strcmp(stage, "Processed") == 0);
    return json_pack("{s:o*, s:[s, s]}", "TemplateBody", body, "StagesAvailable", "Original",
                     "Processed");
}

/* ---- summaries ---- */

static void copy_text(json_t *to, const char *member, const json_t *from, const char *name)
{
    const json_t *value = json_object_get(from, name);
    json_t *text = value ? value_text(value) : NULL;
    if (text)
        (void)json_object_set_new(to, member, text);
}

static json_t *texts_of(const json_t *list)
{
    json_t *texts = json_array(), *value;
    size_t i;
    json_array_foreach (list, i, value) {
        json_t *text = value_text(value);
        if (text)
            (void)json_array_append_new(texts, text);
    }
    return texts;
}

static json_t *parameters_of(const struct template *t)
{
    json_t *list = json_array(), *declaration;
    const char *name;
    json_object_foreach (json_object_get(t->root, "Parameters"), name, declaration) {
        json_t *one = json_pack("{s:s}", "ParameterKey", name);
        const json_t *allowed = json_object_get(declaration, "AllowedValues");
        json_t *secret = json_object_get(declaration, "NoEcho");
        json_t *text = secret ? value_text(secret) : NULL;
        copy_text(one, "DefaultValue", declaration, "Default");
        copy_text(one, "ParameterType", declaration, "Type");
        copy_text(one, "Description", declaration, "Description");
        (void)json_object_set_new(
            one, "NoEcho", json_boolean(text && strcmp(json_string_value(text), "true") == 0));
        json_decref(text);
        (void)json_object_set_new(one, "ParameterConstraints",
                                  allowed ? json_pack("{s:o}", "AllowedValues", texts_of(allowed))
                                          : json_object());
        (void)json_array_append_new(list, one);
    }
    return list;
}

static void add_capabilities(const struct template *t, json_t *summary)
{
    const char *id, *wanted = NULL;
    char names[REASON_NAMES] = "";
    json_t *resource;
    json_object_foreach (json_object_get(t->root, "Resources"), id, resource) {
        const char *type = json_string_value(json_object_get(resource, "Type"));
        const char *needs =
            type ? type_capability(type, json_object_get(resource, "Properties")) : NULL;
        size_t n = strlen(names);
        if (needs)
            (void)snprintf(names + n, sizeof names - n, "%s%s", n ? ", " : "", type);
        if (needs && (!wanted || strlen(needs) > strlen(wanted)))
            wanted = needs; /* CAPABILITY_NAMED_IAM is the longer one */
    }
    if (!wanted)
        return;
    (void)json_object_set_new(summary, "Capabilities", json_pack("[s]", wanted));
    (void)json_object_set_new(
        summary, "CapabilitiesReason",
        json_sprintf("The following resource(s) require capabilities: [%s]", names));
}

static json_t *types_of(const struct template *t)
{
    json_t *types = json_object(), *list = json_array(), *resource, *value;
    const char *id, *type;
    json_object_foreach (json_object_get(t->root, "Resources"), id, resource) {
        const char *name = json_string_value(json_object_get(resource, "Type"));
        if (name)
            (void)json_object_set_new(types, name, json_true());
    }
    json_object_foreach (types, type, value)
        (void)json_array_append_new(list, json_string(type));
    json_decref(types);
    return list;
}

static json_t *summary_of(struct call *call, const struct template *t)
{
    struct problems problems = {.n = 0};
    json_t *summary = json_pack("{s:o}", "Parameters", parameters_of(t));
    json_t *names = template_transforms(t, &problems);
    char *metadata = json_dumps(json_object_get(t->root, "Metadata"), JSON_COMPACT);
    (void)call;
    copy_text(summary, "Description", t->root, "Description");
    copy_text(summary, "Version", t->root, "AWSTemplateFormatVersion");
    if (metadata)
        (void)json_object_set_new(summary, "Metadata", json_string(metadata));
    free(metadata);
    if (json_array_size(names) > 0)
        (void)json_object_set(summary, "DeclaredTransforms", names);
    json_decref(names);
    add_capabilities(t, summary);
    (void)json_object_set_new(summary, "ResourceTypes", types_of(t));
    return summary;
}

/* Reads and checks what was given; false after call_fail(). */
static bool read_template(struct call *call, struct template *t, const struct template_source *from,
                          bool whole)
{
    struct problems problems = {.n = 0};
    char text[CALL_MESSAGE_SIZE];
    if (template_read(t, from, &problems) == 0 &&
        (!whole || template_check(t, call->cloud, &problems) == 0))
        return true;
    problems_text(&problems, text, sizeof text);
    call_invalid(call, "%s", text);
    template_free(t);
    return false;
}

json_t *op_validate_template(struct call *call)
{
    struct template t;
    struct template_source source = {call->text, call->size, call->directory != NULL};
    if (!call->text)
        return call_invalid(call, "Either Template URL or Template Body must be specified.");
    if (!read_template(call, &t, &source, true))
        return NULL;
    json_t *summary = summary_of(call, &t);
    template_free(&t);
    return summary;
}

json_t *op_get_template_summary(struct call *call)
{
    struct template t;
    struct template_source source = {call->text, call->size, call->directory != NULL};
    if (!call->text) {
        const struct stack *stack = call_text(call, "StackName") ? call_stack(call) : NULL;
        if (!stack)
            return call_invalid(call, "Either Template URL or Template Body must be specified.");
        source.text = stack_text(stack, "Body");
        source.size = strlen(source.text);
        source.aliases = json_object_get(stack->doc, "Directory") != NULL;
    }
    if (!read_template(call, &t, &source, false))
        return NULL;
    json_t *summary = summary_of(call, &t);
    template_free(&t);
    return summary;
}
