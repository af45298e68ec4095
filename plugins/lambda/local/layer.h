/* SPDX-License-Identifier: Apache-2.0 */
/* Layers: the registry, and which folder a layer's ARN stands for. */
#ifndef SLRUN_LAMBDA_LAYER_H
#define SLRUN_LAMBDA_LAYER_H

#include "local/service.h"

bool layers_load(struct service *service);
void layers_forget(struct service *service);

/* The folder of a layer version's content, or NULL. */
const char *layer_folder(const struct service *service, const char *arn);
/* The package of pip or npm that has what a layer of AWS's or others' has
 * ("aws-lambda-powertools");
 * "" where the layer has nothing that handlers import; NULL: nothing is known of it. */
const char *layer_managed(const char *arn);
/* Checks the layers of a function: a new list of {"Arn", "CodeSize"}, or NULL after call_fail(). */
json_t *layers_of(struct call *call, const json_t *arns);

enum { LAYER_KEY_SIZE = 400 };

/* What an ARN of a layer or a layer version says. */
struct layer_name {
    char key[LAYER_KEY_SIZE]; /* ACCOUNT/REGION/NAME */
    char version[24];         /* "" where there is none */
};

/* The bytes of all layer versions of the call's account and region. */
json_int_t layers_size(const struct call *call);

/* LayerName of the call, a name or an ARN, and VersionNumber. */
void layer_named(const struct call *call, struct layer_name *name);
/* Its version's "Info", "Code" and "Policy"; borrowed. NULL: there is none. */
json_t *layer_entry(const struct service *service, const struct layer_name *name);
/* Keeps a layer on the disk; `layer` NULL: forgets it. */
void layer_save(const struct service *service, const char *key, const json_t *layer);

#endif
