/* SPDX-License-Identifier: Apache-2.0 */
/* The transform as a whole: which resource becomes what, and in which order. */
#include "sam/translate.h"

#include <string.h>

#include "sam/api.h"
#include "sam/function.h"
#include "sam/globals.h"
#include "sam/implicit.h"
#include "sam/resolve.h"
#include "sam/simple.h"
#include "sam/value.h"

#define PREFIX "AWS::Serverless::"

/* A property of a SAM resource that stands for what it becomes: Ref Fn.Version. */
struct referable {
    const char *name, *type;
};

struct kind {
    const char *type; /* without PREFIX */
    int rank;         /* functions come before the APIs whose definitions they add to */
    bool (*make)(struct sam *s);
    struct referable referable[8];
};

static const struct kind kinds[] = {
    {"Function",
     0,
     sam_function_resource,
     {{"Alias", "AWS::Lambda::Alias"},
      {"Version", "AWS::Lambda::Version"},
      {"DestinationTopic", "AWS::SNS::Topic"},
      {"DestinationQueue", "AWS::SQS::Queue"}}},
    {"StateMachine", 1, sam_state_machine_resource, {{NULL, NULL}}},
    {"Api",
     2,
     sam_rest_api_resource,
     {{"Stage", "AWS::ApiGateway::Stage"},
      {"Deployment", "AWS::ApiGateway::Deployment"},
      {"DomainName", "AWS::ApiGateway::DomainName"},
      {"UsagePlan", "AWS::ApiGateway::UsagePlan"},
      {"UsagePlanKey", "AWS::ApiGateway::UsagePlanKey"},
      {"ApiKey", "AWS::ApiGateway::ApiKey"}}},
    {"HttpApi",
     2,
     sam_http_api_resource,
     {{"Stage", "AWS::ApiGatewayV2::Stage"}, {"DomainName", "AWS::ApiGatewayV2::DomainName"}}},
    {"SimpleTable", 3, sam_table_resource, {{NULL, NULL}}},
    {"LayerVersion", 3, sam_layer_resource, {{NULL, NULL}}},
    {"Application", 3, sam_application_resource, {{NULL, NULL}}},
    {"Connector", 4, sam_connector_resource, {{NULL, NULL}}},
};
enum { LAST_RANK = 4 };

static const struct kind *find(const json_t *body)
{
    const char *type = sam_text(body, "Type");
    if (type == NULL || strncmp(type, PREFIX, strlen(PREFIX)) != 0)
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].type, type + strlen(PREFIX)) == 0)
            return &kinds[i];
    return NULL;
}

/* ---- the template as a whole ---- */

static bool check_resource(struct sam *s, const char *id, const json_t *body)
{
    const char *type = sam_text(body, "Type");
    const json_t *properties = json_object_get(body, "Properties");
    bool ours = type != NULL && strncmp(type, PREFIX, strlen(PREFIX)) == 0;
    s->id = id;
    if (ours && find(body) == NULL)
        return sam_fail(s, id, "The resource type %s is not supported by the local cloud.", type);
    if (ours && properties != NULL && !json_is_object(properties))
        return sam_fail(s, id, "Attribute 'Properties' should be a map.");
    const json_t *condition = json_object_get(body, "Condition");
    return !ours || !sam_given(condition) || json_is_string(condition) ||
           sam_fail_template(s, "Every Condition member must be a string.");
}

static bool check_template(struct sam *s)
{
    const char *id;
    json_t *body;
    if (!json_is_object(s->source) || json_object_size(s->source) == 0)
        return sam_fail_template(s, "'Resources' section is required");
    json_object_foreach (s->source, id, body) {
        if (!json_is_object(body)) {
            return sam_fail_template(s, "All 'Resources' must be Objects. If you're using YAML, "
                                        "this may be an indentation issue.");
        }
    }
    bool well = true;
    json_object_foreach (s->source, id, body)
        well = check_resource(s, id, body) && well;
    s->id = NULL;
    return well && sam_embedded_connectors(s);
}

/* Values of parameters: those given, and Defaults. */
static void read_parameters(struct sam *s)
{
    const char *name;
    json_t *parameter;
    if (s->in->parameters != NULL &&
        json_object_update(s->parameters, (json_t *)s->in->parameters) != 0)
        s->failed = true;
    json_object_foreach (json_object_get(s->in->template, "Parameters"), name, parameter)
        if (json_object_get(s->parameters, name) == NULL)
            sam_copy_as(s, s->parameters, name, sam_get(parameter, "Default"));
    s->partition = sam_text(s->parameters, "AWS::Partition");
    if (s->partition == NULL)
        s->partition = "aws";
}

/* ---- one resource ---- */

/* Whether an id of the template may be made anew: as itself, or a bucket that gets events. */
static bool may_replace(const json_t *there, const char *id, const struct sam *s)
{
    return there == NULL || strcmp(id, s->id) == 0;
}

static bool check_ids(struct sam *s)
{
    const char *id;
    json_t *body;
    json_object_foreach (s->made, id, body) {
        if (!may_replace(json_object_get(s->source, id), id, s)) {
            return sam_fail_text(s,
                                 "Transforming resource with id [%s] attempts to create a new "
                                 "resource with id [%s] and type \"%s\". A resource with that id "
                                 "already exists within this template. Please use a different id "
                                 "for that resource.",
                                 s->id, id, sam_text(body, "Type"));
        }
    }
    return true;
}

static const struct sam_tagged {
    const char *type;
    bool map; /* tags as a map */
} tagged[] = {
    {"AWS::Lambda::Function", false},
    {"AWS::IAM::Role", false},
    {"AWS::SQS::Queue", false},
    {"AWS::SNS::Topic", false},
    {"AWS::IoT::TopicRule", false},
    {"AWS::ApiGateway::RestApi", false},
    {"AWS::ApiGateway::Stage", false},
    {"AWS::ApiGateway::DomainName", false},
    {"AWS::ApiGateway::UsagePlan", false},
    {"AWS::ApiGateway::ApiKey", false},
    {"AWS::StepFunctions::StateMachine", false},
    {NULL, false},
};

/* PropagateTags: the tags go to all that is made and can have some. */
static void propagate_tags(struct sam *s)
{
    const json_t *tags = sam_get(s->properties, "Tags");
    const char *id;
    json_t *body;
    if (!sam_has(s->properties, "PropagateTags") || !sam_given(tags) || !json_is_object(tags) ||
        strcmp(sam_text(s->body, "Type"), PREFIX "HttpApi") == 0)
        return;
    json_object_foreach (s->made, id, body) {
        const struct sam_tagged *t = tagged;
        while (t->type != NULL && strcmp(t->type, sam_text(body, "Type")) != 0)
            t++;
        if (t->type != NULL)
            sam_put(s, json_object_get(body, "Properties"), "Tags", sam_tags(NULL, tags));
    }
}

static void note_references(struct sam *s, const struct kind *kind)
{
    for (const struct referable *r = kind->referable; r->name != NULL; r++) {
        const char *id;
        json_t *body;
        json_object_foreach (s->made, id, body)
            if (sam_equals(json_object_get(body, "Type"), r->type))
                sam_put(s, sam_object_at(s, s->refs, s->id), r->name, json_string(id));
    }
}

static void transform(struct sam *s, const char *id, json_t *body)
{
    const struct kind *kind = find(body);
    s->id = id;
    s->body = body;
    s->properties = sam_object_at(s, body, "Properties");
    s->made = json_object();
    if (kind->make(s) && !s->failed && check_ids(s)) {
        propagate_tags(s);
        note_references(s, kind);
        json_object_del(s->out, id);
        s->failed = json_object_update(s->out, s->made) != 0 || s->failed;
    }
    json_decref(s->made);
    s->made = NULL;
    s->id = NULL;
    s->event = NULL;
}

static void transform_all(struct sam *s)
{
    const char *id;
    json_t *body;
    s->out = json_copy(s->source);
    for (int rank = 0; rank <= LAST_RANK; rank++) {
        json_object_foreach (s->source, id, body) {
            const struct kind *kind = find(body);
            if (kind != NULL && kind->rank == rank && s->out != NULL)
                transform(s, id, body);
        }
    }
    if (s->out == NULL) {
        s->failed = true;
    } else if (s->n_problems == 0 && !s->failed) {
        sam_put(s, s->in->template, "Resources", json_incref(s->out));
        sam_rename(s, s->in->template);
    }
}

int sam_translate(const struct sam_input *in)
{
    struct sam s = {.in = in,
                    .source = json_incref(json_object_get(in->template, "Resources")),
                    .parameters = json_object(),
                    .refs = json_object(),
                    .renamed = json_object()};
    read_parameters(&s);
    if (check_template(&s) && sam_implicit(&s) && sam_globals(&s)) {
        sam_open_api_version(&s);
        transform_all(&s);
    }
    if (s.failed && s.n_problems == 0) {
        s.id = NULL;
        sam_fail_text(&s, "Out of memory.");
    }
    json_decref(s.out);
    json_decref(s.source);
    json_decref(s.parameters);
    json_decref(s.refs);
    json_decref(s.renamed);
    json_decref(s.usage);
    return s.n_problems == 0 ? 0 : -1;
}
