/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on contributor insights. */
#include "params/params.h"
#include "params/params_shared.h"

static const char *const action_words[] = {"ENABLE", "DISABLE", NULL};
static const char *const mode_words[] = {"ACCESSED_AND_THROTTLED_KEYS", "THROTTLED_KEYS", NULL};

const struct param params_describe_insights[] = {TABLE_NAME, NAME("IndexName", 0), END};
const struct param params_update_insights[] = {TABLE_NAME,
                                               NAME("IndexName", 0),
                                               {.name = "ContributorInsightsAction",
                                                .type = PARAM_STRING,
                                                .flags = PARAM_NOT_NULL,
                                                .values = action_words},
                                               WORD("ContributorInsightsMode", mode_words),
                                               END};
const struct param params_list_insights[] = {
    {.name = "TableName", .type = PARAM_STRING, .flags = PARAM_TABLE | PARAM_NAME},
    STRING("NextToken"),
    AT_LEAST("MaxResults", 1, LIST_INSIGHTS_MAX),
    END};
