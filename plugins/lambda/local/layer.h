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

#endif
