/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads {"template": {...}, "parameters": {...}, "directory": "/..."} from stdin and prints
 * {"template": ...} as the transform left it, or {"problems": [{"resource", "property", "text"}]}.
 * The last two members of the input may be missing. With lines as input: each is one, answered by
 * a line. `sam_tool --known` prints what the transform knows: {"resources": {type: [property]},
 * "events": {type: [property]}, "state machine events": {...}}.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sam/api.h"
#include "sam/function.h"
#include "sam/simple.h"
#include "sam/translate.h"

static void add(void *arg, const struct sam_problem *problem)
{
    json_array_append_new(arg, json_pack("{s:s?, s:s?, s:s}", "resource", problem->resource,
                                         "property", problem->property, "text", problem->text));
}

static void answer(const char *line)
{
    json_error_t error;
    json_t *asked = json_loads(line, 0, &error), *problems = json_array();
    json_t *template = json_object_get(asked, "template");
    struct sam_input in = {.template = template,
                           .parameters = json_object_get(asked, "parameters"),
                           .directory = json_string_value(json_object_get(asked, "directory")),
                           .problem = add,
                           .arg = problems};
    if (template == NULL) {
        fprintf(stderr, "sam_tool: %s\n", error.text);
        exit(2);
    }
    json_t *result = sam_translate(&in) == 0 ? json_pack("{s:O}", "template", template)
                                             : json_pack("{s:O}", "problems", problems);
    json_dumpf(result, stdout, JSON_COMPACT);
    putchar('\n');
    fflush(stdout);
    json_decref(result);
    json_decref(problems);
    json_decref(asked);
}

static json_t *names(const struct sam_property *table)
{
    json_t *list = json_array();
    for (; table->name != NULL; table++)
        json_array_append_new(list, json_string(table->name));
    return list;
}

static json_t *events(const struct sam_event_type *types)
{
    json_t *known = json_object();
    for (; types->type != NULL; types++)
        json_object_set_new(known, types->type, names(types->properties));
    return known;
}

static int print_known(void)
{
    static const struct {
        const char *type;
        const struct sam_property *properties;
    } all[] = {
        {"Api", sam_rest_api_properties},        {"Application", sam_application_properties},
        {"Connector", sam_connector_properties}, {"Function", sam_function_properties},
        {"HttpApi", sam_http_api_properties},    {"LayerVersion", sam_layer_properties},
        {"SimpleTable", sam_table_properties},   {"StateMachine", sam_state_machine_properties}};
    json_t *resources = json_object();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        json_object_set_new(resources, all[i].type, names(all[i].properties));
    json_t *known =
        json_pack("{s:o, s:o, s:o}", "resources", resources, "events", events(sam_event_types),
                  "state machine events", events(sam_machine_events));
    json_dumpf(known, stdout, JSON_INDENT(2));
    json_decref(known);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--known") == 0)
        return print_known();
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0)
        answer(line);
    free(line);
    return 0;
}
