/* SPDX-License-Identifier: Apache-2.0 */
/* Structures of tables that stand both in requests and in answers. */
#include "client/table_shapes.h"

static const char *const words_attribute[] = {"S", "N", "B", NULL};
static const char *const words_key[] = {"HASH", "RANGE", NULL};
static const char *const words_projection[] = {"ALL", "KEYS_ONLY", "INCLUDE", NULL};
const char *const words_billing[] = {"PROVISIONED", "PAY_PER_REQUEST", NULL};
const char *const words_view[] = {"NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY",
                                  NULL};
const char *const words_sse[] = {"AES256", "KMS", NULL};
const char *const words_class[] = {"STANDARD", "STANDARD_INFREQUENT_ACCESS", NULL};
const char *const words_replication[] = {"ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES", NULL};
static const char *const words_search[] = {"HASH", "INLINE_FILTER", NULL};
const char *const words_distance[] = {"COSINE", "DOT_PRODUCT", "EUCLIDEAN", NULL};

static PARAMS(table_attribute_members) = {
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Name of the attribute."},
    {"AttributeType", S_WORD(words_attribute), SLRUN_REQUIRED, "S, N or B."},
    PARAMS_END,
};
const struct slrun_shape table_attribute = S_STRUCTURE(table_attribute_members);

static PARAMS(table_key_members) = {
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Name of the key attribute."},
    {"KeyType", S_WORD(words_key), SLRUN_REQUIRED, "HASH (partition key) or RANGE (sort key)."},
    PARAMS_END,
};
const struct slrun_shape table_key_element = S_STRUCTURE(table_key_members);

PARAMS(table_projection) = {
    {"ProjectionType", S_WORD(words_projection), 0, "Which attributes the index holds."},
    {"NonKeyAttributes", S_LIST(shape_string), 0, "With INCLUDE: their names."},
    PARAMS_END,
};

PARAMS(table_on_demand) = {
    {"MaxReadRequestUnits", S_INTEGER, 0, "Highest read units per second; -1: no bound."},
    {"MaxWriteRequestUnits", S_INTEGER, 0, "Highest write units per second; -1: no bound."},
    PARAMS_END,
};

static PARAMS(table_search_members) = {
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Name of the attribute."},
    {"SearchSchemaElementType", S_WORD(words_search), SLRUN_REQUIRED, "What it serves for."},
    PARAMS_END,
};
const struct slrun_shape table_search_element = S_STRUCTURE(table_search_members);

PARAMS(table_vector_attribute) = {
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Name of the attribute that holds the vector."},
    PARAMS_END,
};

PARAMS(table_stream) = {
    {"StreamEnabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether changes go to a stream."},
    {"StreamViewType", S_WORD(words_view), 0, "What a record of the stream shows."},
    PARAMS_END,
};
