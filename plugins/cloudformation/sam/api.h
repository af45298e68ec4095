/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::Api and AWS::Serverless::HttpApi (SAM developer guide, under those names), and
 * what events say of single methods. */
#ifndef SLRUN_CLOUDFORMATION_SAM_API_H
#define SLRUN_CLOUDFORMATION_SAM_API_H

#include "sam/events.h"
#include "sam/swagger.h"

/* The resource at hand. */
bool sam_rest_api_resource(struct sam *s);
bool sam_http_api_resource(struct sam *s);
extern const struct sam_property sam_rest_api_properties[], sam_http_api_properties[];

/* An event of a function at a method of a REST API. */
struct sam_method_event {
    const struct sam_event *event;
    json_t *api; /* properties of the API */
    const struct sam_route *route;
};
bool sam_method_auth(struct sam *s, const struct sam_method_event *m);
bool sam_method_model(struct sam *s, const struct sam_method_event *m);
bool sam_method_parameters(struct sam *s, const struct sam_method_event *m);

/* Parts of a REST API; `body` is its definition, or NULL. */
bool sam_rest_cors(struct sam *s, json_t *body);
bool sam_rest_auth(struct sam *s, json_t *body);
bool sam_rest_authorizers(struct sam *s, json_t *body, const json_t *all);
bool sam_rest_responses(struct sam *s, json_t *body);
bool sam_rest_models(struct sam *s, json_t *body);
void sam_rest_version(struct sam *s, json_t *body); /* moves things to where OpenAPI 3 has them */
void sam_rest_permissions(struct sam *s);
bool sam_usage_plan(struct sam *s, const char *stage_id);

/* Parts of an HTTP API. */
bool sam_http_auth(struct sam *s, json_t *body);
void sam_http_permissions(struct sam *s);

/* "Property 'Domain'": a custom domain name and its mappings. */
bool sam_rest_domain(struct sam *s);
bool sam_http_domain(struct sam *s);

/* Whether the lists in an authorizer's Identity, if there are some, hold strings; `path` is that of
 * Identity. */
bool sam_identity_check(struct sam *s, const json_t *identity, const char *path);
/* {"Fn::Sub": [ARN of execute-api or lambda with one variable]} of authorizers. */
json_t *sam_authorizer_uri(const struct sam *s, const json_t *function);
/* Lets API Gateway invoke the authorizer NAME of the API at hand. */
void sam_authorizer_permission(struct sam *s, const char *name, const json_t *function);
/* securityDefinitions["api_key"], ["AWS_IAM"] */
void sam_define_api_key(struct sam *s, json_t *body);
void sam_define_iam(struct sam *s, json_t *body);

#endif
