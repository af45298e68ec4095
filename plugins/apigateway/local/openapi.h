/* SPDX-License-Identifier: Apache-2.0 */
/* What definitions of REST APIs and HTTP APIs have in common. */
#ifndef SLRUN_APIGATEWAY_OPENAPI_H
#define SLRUN_APIGATEWAY_OPENAPI_H

#include "local/service.h"

#define X "x-amazon-apigateway-"

/* One operation of a definition. */
struct definition {
    struct call *call;
    json_t *doc;
    const json_t *root;
    const char *path;   /* "/items/{id}" */
    const char *method; /* "GET", "ANY" */
    const json_t *item; /* of the path */
    const json_t *operation;
    const char *resource; /* REST: the id of the path's resource */
};

/* Calls each() for every operation, until one returns false, which is returned. */
bool definition_each(struct definition *d, bool (*each)(struct definition *d));

/* Follows "$ref": "#/...", where it is one. */
const json_t *definition_deref(const struct definition *d, const json_t *value);

/* The members of components.NAME (OpenAPI 3), or the old place (Swagger 2). */
const json_t *definition_components(const struct definition *d, const char *name, const char *old);

/* The first security scheme of the operation, or of all, that says more than "none": its name. */
const char *definition_security(const struct definition *d, const json_t **scopes);

/* Renames the members of an object; letters of values of `upper` become capital. */
struct rename {
    const char *from, *to;
    bool upper;
};
json_t *definition_renamed(const json_t *from, const struct rename *names, size_t n);

/* ---- openapi_data.c, of REST APIs ---- */

/* The models of the definition's schemas, into d->doc. */
void openapi_models(const struct definition *d);
/* Parameters, the body and responses of an operation, into its method. */
void openapi_data(const struct definition *d, json_t *method);

#endif
