/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations of buckets that are one document each: put, validated, kept, given back. */
#ifndef SLRUN_S3_CONFIG_H
#define SLRUN_S3_CONFIG_H

#include "service.h"

bool op_get_config(struct call *call);
bool op_put_config(struct call *call);
/* Keeps the document of a put that is in order. */
bool config_keep(struct call *call);
bool op_delete_config(struct call *call);

/* What one is: the parameter that names it, the fault where it is not there (NONE: a
 * document with `otherwise`), its rule, and a check of what no rule can say. */
struct config {
    const char *query;
    enum fault_kind missing;
    const struct xml_rule *rule;
    bool (*check)(struct call *call);
    const char *otherwise;           /* what is inside where nothing was put, or NULL */
    void (*told)(struct call *call); /* adds headers to what is given back, or NULL */
    const char *fresh; /* what is inside from the bucket's creation until it is deleted, or NULL */
    void (*kept)(struct service *service); /* what begins with one that was put, or NULL */
};

/* NULL: there is none of that name. */
const struct config *config_find(const struct call *call);

/* ---- config_check.c ---- */

/* The id of a rule of call->xml: no two alike; one is made where there is none. */
bool config_check_id(struct call *call, struct xml_node *rule);
bool config_check_notification(struct call *call);
bool config_check_ownership(struct call *call);
bool config_check_encryption(struct call *call);
bool config_check_public_block(struct call *call);
bool config_check_accelerate(struct call *call);
bool config_check_logging(struct call *call);

/* ---- lifecycle_check.c ---- */
bool config_check_lifecycle(struct call *call);

/* ---- replication_check.c ---- */
bool config_check_replication(struct call *call);

/* ---- config_website.c ---- */
bool config_check_website(struct call *call);

#endif
