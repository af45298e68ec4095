/* SPDX-License-Identifier: Apache-2.0 */
/* Rules of key schemas, of tables and of indexes. */
#include "table/schema_check.h"

#include <string.h>

#include <slrun/member.h>

#include "table/table.h"
#include "text.h"

const char *schema_key(const json_t *schema, size_t at)
{
    return slrun_text(json_array_get(schema, at), "AttributeName");
}

bool schema_defines(const json_t *definitions, const char *name)
{
    for (size_t i = 0; i < json_array_size(definitions); i++)
        if (strcmp(schema_key(definitions, i), name) == 0)
            return true;
    return false;
}

static void list_names(const json_t *elements, struct text *out)
{
    for (size_t i = 0; i < json_array_size(elements); i++)
        text_add(out, "%s%s", i == 0 ? "" : ", ", schema_key(elements, i));
}

static bool check_defined(const json_t *schema, const json_t *definitions, struct fault *fault)
{
    bool ok = true;
    for (size_t i = 0; i < json_array_size(schema); i++)
        ok = ok && schema_defines(definitions, schema_key(schema, i));
    if (!ok) {
        struct text keys = {0};
        struct text names = {0};
        list_names(schema, &keys);
        list_names(definitions, &names);
        fault_invalid(fault,
                      INVALID "Some index key attributes are not defined in AttributeDefinitions. "
                              "Keys: [%s], AttributeDefinitions: [%s]",
                      text_string(&keys), text_string(&names));
        text_free(&keys);
        text_free(&names);
    }
    return ok;
}

static bool is_kind(const json_t *schema, size_t at, const char *kind)
{
    return table_says(json_array_get(schema, at), "KeyType", kind);
}

static bool check_different(const json_t *schema, struct fault *fault)
{
    for (size_t i = 0; i < json_array_size(schema); i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(schema_key(schema, i), schema_key(schema, j)) == 0) {
                return fault_invalid(fault, "Both the Hash Key and the Range Key element in the "
                                            "KeySchema have the same name");
            }
        }
    }
    return true;
}

bool schema_check(const json_t *schema, const json_t *definitions, struct fault *fault)
{
    if (!check_defined(schema, definitions, fault) || !check_different(schema, fault))
        return false;
    if (!is_kind(schema, 0, "HASH")) {
        return fault_invalid(
            fault, "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    return json_array_size(schema) != 2 || is_kind(schema, 1, "RANGE") ||
           fault_invalid(fault,
                         "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
}

/* Of a global index: up to four elements of a kind, those of the partition key first. What AWS says
 * to more is not known. */
static bool check_parts(const json_t *schema, struct fault *fault)
{
    size_t n = json_array_size(schema), hash = 0;
    while (hash < n && is_kind(schema, hash, "HASH"))
        hash++;
    for (size_t i = hash; i < n; i++) {
        if (!is_kind(schema, i, "RANGE")) {
            return fault_invalid(fault, "Invalid KeySchema: HASH key elements must precede "
                                        "RANGE key elements");
        }
    }
    return (hash <= EXPR_KEY_PART_MAX && n - hash <= EXPR_KEY_PART_MAX) ||
           fault_invalid(
               fault,
               "Invalid KeySchema: An index has at most %d HASH key elements and %d RANGE "
               "key elements",
               EXPR_KEY_PART_MAX, EXPR_KEY_PART_MAX);
}

bool schema_check_index(const json_t *schema, const json_t *definitions, struct fault *fault)
{
    if (!check_defined(schema, definitions, fault) || !check_different(schema, fault))
        return false;
    return is_kind(schema, 0, "HASH")
               ? check_parts(schema, fault)
               : fault_invalid(
                     fault, "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
}
