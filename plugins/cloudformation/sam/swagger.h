/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The definition of an API, Swagger 2 or OpenAPI 3, in `DefinitionBody`: its paths and methods. A
 * path or a method may stand in Fn::If, then each of its branches counts ("contents"). The document
 * is changed in place.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_SWAGGER_H
#define SLRUN_CLOUDFORMATION_SAM_SWAGGER_H

#include "sam/context.h"

#define SAM_INTEGRATION   "x-amazon-apigateway-integration"
#define SAM_ANY_METHOD    "x-amazon-apigateway-any-method"
#define SAM_DEFAULT_ROUTE "$default"
/* Set in an API's properties where paths are added for events. */
#define SAM_MANAGED "__MANAGE_SWAGGER"

enum sam_api { SAM_REST, SAM_HTTP };

enum {
    SAM_BRANCHES = 2,    /* of Fn::If */
    SAM_DEFINITIONS = 4, /* of one method: branches of the path by those of the method */
    SAM_METHOD_MAX = 64
};

/* One method of one path of a document. */
struct sam_route {
    json_t *body;
    const char *path;
    const char *method; /* as written or normalised */
};

json_t *sam_body_new(enum sam_api api);
/* Whether it is a document that paths can be added to. */
bool sam_body_valid(const json_t *body, enum sam_api api);
/* The same, and that each path is an object; a problem is told otherwise. */
bool sam_body_check(struct sam *s, const json_t *body, enum sam_api api);
/* Whether it says openapi 3. */
bool sam_version3(const json_t *version);

/* The branches that are not AWS::NoValue, or the item itself; how many. */
size_t sam_contents(json_t *item, json_t *out[SAM_BRANCHES]);
/* In lower case, and any: SAM_ANY_METHOD. Returns `out`. */
const char *sam_method(const char *method, char out[SAM_METHOD_MAX]);

bool sam_add_path(struct sam *s, const struct sam_route *route);
bool sam_integrated(const struct sam_route *route);
/* The definitions of a method that have an integration; how many. */
size_t sam_definitions(const struct sam_route *route, json_t *out[SAM_DEFINITIONS]);

/* Calls `each` for all definitions with an integration of a path; false as soon as it says so. */
struct sam_visit {
    bool (*each)(struct sam *s, const struct sam_visit *visit, json_t *definition);
    const void *arg;
    const char *path;   /* set by sam_visit() */
    const char *method; /* set by sam_visit() */
};
bool sam_visit(struct sam *s, json_t *body, struct sam_visit *visit);

/* `list` of a definition as its "security", each an object; NULL with a problem told. Borrowed. */
json_t *sam_security(struct sam *s, const struct sam_visit *visit, json_t *definition);

/* "/pets/{id}" as execute-api ARNs have it: "/pets/<star>"; into `out` of SAM_ID_MAX bytes. A
 * greedy name other than {proxy+} counts for REST only. */
const char *sam_arn_path(const char *path, enum sam_api api, char *out);

#endif
