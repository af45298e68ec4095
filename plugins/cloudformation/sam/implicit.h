/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a template does not say of its APIs: definitions that are made from the events of functions,
 * and the APIs ServerlessRestApi and ServerlessHttpApi for events that name none (SAM developer
 * guide, "Api" and "HttpApi" event sources).
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_IMPLICIT_H
#define SLRUN_CLOUDFORMATION_SAM_IMPLICIT_H

#include "sam/context.h"

/* Before Globals are merged: gives APIs a definition, adds the implicit ones, and their paths. */
bool sam_implicit(struct sam *s);
/* After: definitions that are managed get the version in OpenApiVersion. */
void sam_open_api_version(struct sam *s);

/* The id that {"Ref": id} or a plain string names; NULL: anything else. */
const char *sam_api_id(const json_t *reference);

/* The section Conditions, made where it is not there. */
json_t *sam_conditions(struct sam *s);

#endif
