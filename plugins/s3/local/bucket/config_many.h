/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations of which a bucket has several, by their id: analytics, inventory, metrics and
 * intelligent tiering. They are validated, kept and given back, without an effect. */
#ifndef SLRUN_S3_CONFIG_MANY_H
#define SLRUN_S3_CONFIG_MANY_H

#include "service.h"

/* One with the parameter id, else the list of all. */
bool op_get_many(struct call *call);
bool op_put_many(struct call *call);
bool op_delete_many(struct call *call);

/* What one kind is: its parameter, its rule, and the name of the lists. */
struct config_kind {
    const char *query;
    const struct xml_rule *rule;
    const char *list;
    enum fault_kind mismatch; /* of the parameter's id and the document's */
};

/* ---- config_many_rules.c ---- */

/* Of the operation; there is one. */
const struct config_kind *config_kind_find(const struct call *call);

#endif
