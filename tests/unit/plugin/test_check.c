/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against shapes: what passes, and what is said of what does not. */
#include "harness/cmocka_all.h"

#include "base/error.h"
#include "plugin/check.h"

static const struct slrun_shape string = {.type = SLRUN_STRING};
static const struct slrun_shape integer = {.type = SLRUN_INTEGER};
static const char *const colours[] = {"RED", "GREEN", "BLUE", NULL};

static const struct slrun_param tag[] = {
    {"Key", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "A key."},
    {"Value", {.type = SLRUN_STRING}, 0, NULL},
    {"Raw", {.type = SLRUN_BLOB}, 0, NULL},
    {0},
};
static const struct slrun_shape tags = {.type = SLRUN_STRUCTURE, .members = tag};

static const struct slrun_param params[] = {
    {"Name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "What it is called."},
    {"Count", {.type = SLRUN_INTEGER}, 0, NULL},
    {"Ratio", {.type = SLRUN_FLOAT}, 0, NULL},
    {"When", {.type = SLRUN_TIMESTAMP}, 0, NULL},
    {"On", {.type = SLRUN_BOOLEAN}, 0, NULL},
    {"Data", {.type = SLRUN_BLOB}, 0, NULL},
    {"Body", {.type = SLRUN_BLOB}, SLRUN_FILE, NULL},
    {"Colour", {.type = SLRUN_STRING, .values = colours}, 0, NULL},
    {"Tags", {.type = SLRUN_LIST, .of = &tags}, 0, NULL},
    {"Sizes", {.type = SLRUN_MAP, .of = &integer}, 0, NULL},
    {"Names", {.type = SLRUN_LIST, .of = &string}, 0, NULL},
    {"Any", {.type = SLRUN_DOCUMENT}, 0, NULL},
    {"Free", {.type = SLRUN_STRUCTURE}, 0, NULL},
    {"List", {.type = SLRUN_LIST}, 0, NULL},
    {0},
};
static const struct slrun_op op = {.name = "do_it", .params = params};

static const char *const good[] = {
    "{\"Name\": \"\"}",
    "{\"Name\": \"n\", \"Count\": -1, \"Ratio\": 1, \"When\": 1.5, \"On\": false}",
    "{\"Name\": \"n\", \"Data\": \"text\"}",
    "{\"Name\": \"n\", \"Data\": {\"$slrun\": \"binary\", \"value\": \"Zg==\"}}",
    "{\"Name\": \"n\", \"Body\": \"text\"}",
    "{\"Name\": \"n\", \"Body\": {\"$slrun\": \"file\", \"value\": [\"/x\"]}}",
    "{\"Name\": \"n\", \"Colour\": \"GREEN\"}",
    "{\"Name\": \"n\", \"Tags\": [], \"Sizes\": {}, \"Names\": []}",
    "{\"Name\": \"n\", \"Tags\": [{\"Key\": \"k\"}], \"Sizes\": {\"a\": 1}}",
    "{\"Name\": \"n\", \"Any\": [null, {\"a\": 1.5}], \"Free\": {\"a\": []}, \"List\": [1, \"a\"]}",
    "{\"Name\": \"n\", \"Sizes\": {\"$slrun\": \"map\", \"value\": {\"$slrun\": 1}}}",
};

/* Message and hint, word for word. */
static const struct {
    const char *args, *message, *hint;
} bad[] = {
    {"{}", "do_it: missing parameter 'Name' (string)", "Name: What it is called."},
    {"{\"Nmae\": \"n\"}", "do_it: unknown parameter 'Nmae'", "did you mean 'Name'?"},
    {"{\"Name\": 1}", "do_it: Name: expected string, got integer", ""},
    {"{\"Name\": null}", "do_it: Name: expected string, got null", ""},
    {"{\"Name\": \"n\", \"Count\": 1.5}", "do_it: Count: expected integer, got number", ""},
    {"{\"Name\": \"n\", \"Ratio\": \"1\"}", "do_it: Ratio: expected number, got string", ""},
    {"{\"Name\": \"n\", \"On\": 1}", "do_it: On: expected boolean, got integer", ""},
    {"{\"Name\": \"n\", \"Data\": [1]}", "do_it: Data: expected string or binary, got list",
     "a table is given as Any = { ... }"},
    {"{\"Name\": \"n\", \"Data\": {\"$slrun\": \"file\", \"value\": [\"/x\"]}}",
     "do_it: Data: expected string or binary, got file", ""},
    {"{\"Name\": \"n\", \"Body\": [1]}", "do_it: Body: expected string or binary, got list",
     "a table is given as Any = { ... }"},
    {"{\"Name\": \"n\", \"Tags\": {}}", "do_it: Tags: expected list, got map", ""},
    {"{\"Name\": \"n\", \"Tags\": [{\"Key\": \"k\"}, {}]}",
     "do_it: Tags[2]: missing parameter 'Key' (string)", "Key: A key."},
    {"{\"Name\": \"n\", \"Tags\": [{\"Key\": true}]}",
     "do_it: Tags[1].Key: expected string, got true", ""},
    {"{\"Name\": \"n\", \"Tags\": [{\"Key\": \"k\", \"Valeu\": 1}]}",
     "do_it: Tags[1]: unknown parameter 'Valeu'", "did you mean 'Value'?"},
    {"{\"Name\": \"n\", \"Tags\": [{\"Key\": \"k\", \"Raw\": {}}]}",
     "do_it: Tags[1].Raw: expected string or binary, got map",
     "require(\"cjson\").encode(...) makes a text of a table"},
    {"{\"Name\": \"n\", \"Sizes\": {\"a\": \"b\"}}", "do_it: Sizes.a: expected integer, got string",
     ""},
    {"{\"Name\": \"n\", \"Sizes\": []}", "do_it: Sizes: expected map, got list", ""},
    {"{\"Name\": \"n\", \"Sizes\": {\"$slrun\": \"binary\", \"value\": \"\"}}",
     "do_it: Sizes: expected map, got binary", ""},
    {"{\"Name\": \"n\", \"Colour\": \"GREN\"}", "do_it: Colour: 'GREN' is not one of its values",
     "did you mean 'GREEN'?"},
    {"{\"Name\": \"n\", \"Colour\": \"purple\"}",
     "do_it: Colour: 'purple' is not one of its values", "one of RED, GREEN, BLUE"},
    {"{\"Name\": \"n\", \"Free\": []}", "do_it: Free: expected structure, got list", ""},
};

static void what_the_shapes_allow_passes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct slrun_error error = {0};
        json_t *args = json_loads(good[i], 0, NULL);
        assert_non_null(args);
        if (check_args(&op, args, &error) != 0)
            fail_msg("%s: %s", good[i], error.message);
        json_decref(args);
    }
}

static void what_they_do_not_allow_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct slrun_error error = {0};
        json_t *args = json_loads(bad[i].args, 0, NULL);
        assert_non_null(args);
        assert_int_equal(check_args(&op, args, &error), -1);
        assert_int_equal(error.kind, SLRUN_E_USAGE);
        assert_string_equal(error.message, bad[i].message);
        assert_string_equal(error.hint, bad[i].hint);
        json_decref(args);
    }
}

static void long_names_and_deep_paths_are_cut(void **state)
{
    (void)state;
    static const struct slrun_param none[] = {{0}};
    static const struct slrun_shape leaf = {.type = SLRUN_STRUCTURE, .members = none};
    static struct slrun_shape deep[40];
    for (int i = 0; i < 40; i++)
        deep[i] = (struct slrun_shape){.type = SLRUN_MAP, .of = i ? &deep[i - 1] : &leaf};
    const struct slrun_param nested[] = {{"Deep", deep[39], 0, NULL}, {0}};
    const struct slrun_op deep_op = {.name = "deep", .params = nested};
    struct slrun_error error = {0};
    json_t *json = json_pack("{s:i}",
                             "a name that is far too long to be shown whole in a message, "
                             "and nobody would want to read it",
                             1);
    for (int i = 0; i < 41; i++)
        json = json_pack("{s:o}", i < 40 ? "a key of some length" : "Deep", json);
    assert_int_equal(check_args(&deep_op, json, &error), -1);
    json_decref(json);
}

static void types_have_names(void **state)
{
    (void)state;
    assert_string_equal(type_name(SLRUN_STRING), "string");
    assert_string_equal(type_name(SLRUN_BLOB), "binary");
    assert_string_equal(type_name(SLRUN_DOCUMENT), "value");
    assert_string_equal(type_name((enum slrun_type)99), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_shapes_allow_passes),
        cmocka_unit_test(what_they_do_not_allow_is_named),
        cmocka_unit_test(long_names_and_deep_paths_are_cut),
        cmocka_unit_test(types_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
