/* SPDX-License-Identifier: Apache-2.0 */
/* What a connector grants, by the types that it connects. */
#ifndef SLRUN_CLOUDFORMATION_SAM_CONNECTOR_H
#define SLRUN_CLOUDFORMATION_SAM_CONNECTOR_H

#include <stdbool.h>

#include <jansson.h>

#include "sam/context.h"

enum connector_kind { CONNECTOR_ROLE, CONNECTOR_FUNCTION, CONNECTOR_QUEUE, CONNECTOR_TOPIC };

/* A statement. Lists are apart by blanks. */
struct connector_grant {
    const char *category; /* "Read" or "Write"; NULL ends the list */
    const char *actions;
    /* %S and %D are the ARNs of source and destination, %N the destination's name, %I and %Q the
     * source's id and what of it (a path of an API); %A:SERVICE is
     * "arn:PARTITION:SERVICE:REGION:ACCOUNT" */
    const char *resources;
};

struct connector_profile {
    const char *source, *destination; /* "AWS::SQS::Queue" */
    enum connector_kind kind;         /* a policy of whose role or resource it is */
    bool of_destination;              /* CONNECTOR_ROLE: the destination's role, not the source's */
    const char *service;              /* that is let in; NULL for CONNECTOR_ROLE */
    const struct connector_grant *grants;
};

/* NULL: they cannot be connected. */
const struct connector_profile *connector_profile(const char *source, const char *destination);

/* One of the two that are connected. Values are borrowed from `keep`. */
struct connector_end {
    const char *id; /* logical, or NULL: it is of another stack */
    const char *type;
    json_t *arn, *role, *url, *name, *resource, *qualifier;
    json_t *keep;
};

struct connector_link {
    const struct connector_profile *profile;
    struct connector_end source, destination;
    char suffix[32]; /* of ids, where there are several destinations */
    json_t *made;    /* ids of what it became */
};

/* A place of a grant as a value: an ARN itself, or Fn::Sub; a new reference. */
json_t *connector_place(const struct connector_link *c, const char *from, size_t size);
/* The statements of the connector's Permissions; a new reference. */
json_t *connector_policy(const struct sam *s, const struct connector_link *c);

#endif
