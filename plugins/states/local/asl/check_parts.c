/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of states: choice rules, retriers, catchers, resources, inner machines. */
#include <string.h>

#include "asl/check.h"
#include "asl/items.h"

/* ---- choices ---- */

static void check_rule(struct check *c, json_t *rule, bool top);

static void check_rules(struct check *c, json_t *rules, const char *name)
{
    size_t i;
    json_t *rule;
    if (!json_is_array(rules) || json_array_size(rules) == 0)
        check_add(c, CHECK_SCHEMA, "", "The field '%s' must be a non-empty array", name);
    json_array_foreach (rules, i, rule) {
        size_t back = check_in(c, "/%s[%zu]", name, i);
        check_rule(c, rule, strcmp(name, "Choices") == 0);
        check_out(c, back);
    }
}

/* A rule in JSONata: {"Condition", "Next"}. */
static void check_condition(struct check *c, json_t *rule)
{
    static const char *const known[] = {"Condition", "Next", "Output", "Assign", "Comment", NULL};
    const json_t *condition = json_object_get(rule, "Condition");
    const char *name;
    json_t *value;
    if (!condition)
        check_add(c, CHECK_SCHEMA, "", "These fields are required: [Condition]");
    if (condition && !json_is_boolean(condition) && !json_is_string(condition))
        check_add(c, CHECK_SCHEMA, "/Condition", "Expected value of type Boolean");
    json_object_foreach (rule, name, value) {
        const char *const *k = known;
        while (*k && strcmp(*k, name) != 0)
            k++;
        if (!*k)
            (void)check_language(c, name, false);
        size_t back = check_in(c, "/%s", name);
        check_expressions(c, value, 0);
        check_out(c, back);
    }
}

static void check_comparison(struct check *c, json_t *rule)
{
    const char *name, *variable = slrun_text(rule, "Variable");
    json_t *operand;
    int n = 0;
    if (!variable)
        check_add(c, CHECK_SCHEMA, "", "These fields are required: [Variable]");
    else if (!asl_path_check(variable, false))
        check_add(c, CHECK_SCHEMA, "/Variable", "Value is not a valid JSONPath");
    json_object_foreach (rule, name, operand) {
        enum asl_operator found = asl_operator_check(name, operand);
        n += found != ASL_NO_OPERATOR;
        if (found == ASL_BAD_OPERAND)
            check_add(c, CHECK_SCHEMA, "", "The value for the field '%s' is of the wrong type",
                      name);
        else if (strcmp(name, "Condition") == 0 || strcmp(name, "Output") == 0)
            (void)check_language(c, name, true);
        else if (found == ASL_NO_OPERATOR && strcmp(name, "Variable") != 0 &&
                 strcmp(name, "Next") != 0 && strcmp(name, "Comment") != 0 &&
                 strcmp(name, "Assign") != 0)
            check_add(c, CHECK_SCHEMA, "", "The field '%s' is not supported by Step Functions",
                      name);
    }
    if (n != 1)
        check_add(c, CHECK_SCHEMA, "", "A Choice Rule must have one comparison operator, not %d",
                  n);
}

static void check_rule(struct check *c, json_t *rule, bool top)
{
    json_t *inner;
    if (!json_is_object(rule)) {
        check_add(c, CHECK_SCHEMA, "", "A Choice Rule must be an object");
        return;
    }
    if (top != json_is_string(json_object_get(rule, "Next")))
        check_add(c, CHECK_SCHEMA, "",
                  top ? "These fields are required: [Next]"
                      : "The field 'Next' is only allowed at the top level");
    if (++c->depth >= ASL_DEPTH_MAX)
        check_add(c, "TOO_DEEPLY_NESTED", "", "The rules are too deeply nested");
    else if (c->jsonata)
        check_condition(c, rule);
    else if ((inner = json_object_get(rule, "And")))
        check_rules(c, inner, "And");
    else if ((inner = json_object_get(rule, "Or")))
        check_rules(c, inner, "Or");
    else if ((inner = json_object_get(rule, "Not")))
        check_rule(c, inner, false);
    else
        check_comparison(c, rule);
    c->depth--;
}

/* ---- retriers and catchers ---- */

static void check_errors(struct check *c, const json_t *one, bool last)
{
    json_t *errors = json_object_get(one, "ErrorEquals"), *name;
    size_t i;
    if (!json_is_array(errors) || json_array_size(errors) == 0)
        check_add(c, CHECK_SCHEMA, "", "These fields are required: [ErrorEquals]");
    json_array_foreach (errors, i, name)
        if (json_is_string(name) && strcmp(json_string_value(name), "States.ALL") == 0 &&
            (json_array_size(errors) > 1 || !last))
            check_add(c, CHECK_SCHEMA, "/ErrorEquals",
                      "'States.ALL' must be alone, and in the last element");
}

static const struct {
    const char *name;
    double least, most;
} numbers[] = {
    {"IntervalSeconds", 1, 99999999},
    {"MaxAttempts", 0, 99999999},
    {"MaxDelaySeconds", 1, 31622399},
    {"BackoffRate", 1, 1e9},
};

static void check_retrier(struct check *c, const json_t *retrier)
{
    const char *jitter = slrun_text(retrier, "JitterStrategy");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const json_t *value = json_object_get(retrier, numbers[i].name);
        double number = json_number_value(value);
        if (value &&
            (!json_is_number(value) || number < numbers[i].least || number > numbers[i].most))
            check_add(c, CHECK_SCHEMA, "", "The field '%s' must be a number from %g to %g",
                      numbers[i].name, numbers[i].least, numbers[i].most);
    }
    if (jitter && strcmp(jitter, "FULL") != 0 && strcmp(jitter, "NONE") != 0)
        check_add(c, CHECK_SCHEMA, "/JitterStrategy",
                  "The field 'JitterStrategy' should have one of these values: [FULL, NONE]");
}

static void check_catcher(struct check *c, const json_t *catcher)
{
    const json_t *place = json_object_get(catcher, "ResultPath");
    if (!slrun_text(catcher, "Next"))
        check_add(c, CHECK_SCHEMA, "", "These fields are required: [Next]");
    if (json_object_get(catcher, "Output") && !check_language(c, "Output", true))
        check_expressions(c, json_object_get(catcher, "Output"), 0);
    if (c->jsonata)
        check_expressions(c, json_object_get(catcher, "Assign"), 0);
    if (place && check_language(c, "ResultPath", false))
        return;
    if (place && !json_is_null(place) &&
        (!json_is_string(place) || !asl_path_check(json_string_value(place), true)))
        check_add(c, CHECK_SCHEMA, "/ResultPath", "Value is not a Reference Path");
}

static void check_handlers(struct check *c, const json_t *state, const char *name,
                           void (*check)(struct check *c, const json_t *one))
{
    json_t *list = json_object_get(state, name), *one;
    size_t i;
    json_array_foreach (list, i, one) {
        size_t back = check_in(c, "/%s[%zu]", name, i);
        check_errors(c, one, i + 1 == json_array_size(list));
        check(c, one);
        check_out(c, back);
    }
}

/* ---- resources ---- */

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

static void check_resource(struct check *c, const json_t *state)
{
    const char *resource = slrun_text(state, "Resource");
    if (!resource)
        return;
    if (strncmp(resource, "arn:", 4) != 0)
        check_add(c, CHECK_SCHEMA, "/Resource", "Value is not a valid resource ARN");
    else if (c->express && ends_with(resource, ".waitForTaskToken"))
        check_add(
            c, CHECK_SCHEMA, "/Resource",
            "Express state machine does not support '.waitForTaskToken' service integration ");
    else if (c->express && (ends_with(resource, ".sync") || ends_with(resource, ".sync:2")))
        check_add(c, CHECK_SCHEMA, "/Resource",
                  "Express state machine does not support '.sync' service integration");
    else if (c->express && strstr(resource, ":activity:"))
        check_add(c, CHECK_SCHEMA, "/Resource",
                  "Express state machine does not support Activity "
                  "ARN");
}

static void check_credentials(struct check *c, const json_t *state)
{
    const json_t *credentials = json_object_get(state, "Credentials");
    if (json_is_object(credentials) && !json_object_get(credentials, "RoleArn") &&
        !json_object_get(credentials, "RoleArn.$"))
        check_add(c, CHECK_SCHEMA, "/Credentials",
                  "The field 'RoleArn' is required but was missing");
}

/* ---- inner machines ---- */

static void check_inner(struct check *c, json_t *machine, const char *field)
{
    size_t back = check_in(c, "/%s", field);
    bool own = c->jsonata;
    if (json_is_object(machine))
        check_machine(c, machine);
    c->jsonata = own;
    check_out(c, back);
}

static void check_branches(struct check *c, json_t *state)
{
    json_t *branches = json_object_get(state, "Branches"), *one;
    bool own = c->jsonata;
    size_t i;
    if (json_is_array(branches) && json_array_size(branches) == 0)
        check_add(c, CHECK_SCHEMA, "/Branches", "Value cannot be empty");
    json_array_foreach (branches, i, one) {
        size_t back = check_in(c, "/Branches[%zu]", i);
        if (json_is_object(one))
            check_machine(c, one);
        else
            check_add(c, CHECK_SCHEMA, "", "A branch must be an object");
        check_out(c, back);
    }
    c->jsonata = own;
}

/* Where items come from and results go to. */
static void check_place(struct check *c, const json_t *place, const char *field,
                        const char *const *resources)
{
    const char *resource = slrun_text(place, "Resource");
    size_t back = check_in(c, "/%s", field);
    while (resource && *resources && !ends_with(resource, *resources))
        resources++;
    if (resource && !*resources)
        check_add(c, CHECK_SCHEMA, "/Resource", "slrun's local cloud does not know this %s", field);
    check_out(c, back);
}

static void check_reader(struct check *c, const json_t *reader)
{
    static const char *const resources[] = {":s3:getObject", ":s3:listObjectsV2", NULL};
    const json_t *config = json_object_get(reader, "ReaderConfig");
    const char *type = slrun_text(config, "InputType");
    const char *place = slrun_text(config, "CSVHeaderLocation");
    if (reader && !json_object_get(reader, "Resource"))
        check_add(c, CHECK_SCHEMA, "/ItemReader", "These fields are required: [Resource]");
    check_place(c, reader, "ItemReader", resources);
    if (type && !asl_items_known(type))
        check_add(c, CHECK_SCHEMA, "/ItemReader/ReaderConfig/InputType",
                  "slrun's local cloud does not read items of InputType '%s'", type);
    if (place && strcmp(place, "GIVEN") == 0 && !json_object_get(config, "CSVHeaders"))
        check_add(c, CHECK_SCHEMA, "/ItemReader/ReaderConfig",
                  "These fields are required: [CSVHeaders]");
}

static void check_map(struct check *c, json_t *state)
{
    static const char *const writers[] = {":s3:putObject", NULL};
    check_reader(c, json_object_get(state, "ItemReader"));
    check_place(c, json_object_get(state, "ResultWriter"), "ResultWriter", writers);
    check_inner(c, json_object_get(state, "ItemProcessor"), "ItemProcessor");
    check_inner(c, json_object_get(state, "Iterator"), "Iterator");
}

void check_parts(struct check *c, json_t *state, enum check_type type)
{
    check_handlers(c, state, "Retry", check_retrier);
    check_handlers(c, state, "Catch", check_catcher);
    if (type == CHECK_CHOICE && json_object_get(state, "Choices"))
        check_rules(c, json_object_get(state, "Choices"), "Choices");
    else if (type == CHECK_PARALLEL)
        check_branches(c, state);
    else if (type == CHECK_MAP)
        check_map(c, state);
    if (type == CHECK_TASK) {
        check_resource(c, state);
        check_credentials(c, state);
    }
}
