/* SPDX-License-Identifier: Apache-2.0 */
/* Paths and templates of input transformers. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "inputs/path.h"
#include "inputs/rfc3339.h"
#include "inputs/template.h"

#define EVENT                                                                                      \
    "{\"a\":{\"b\":[{\"c\":1},{\"c\":2},{\"d\":3}]},\"text\":\"say "                               \
    "\\\"x\\\"\",\"n\":7,\"o\":{\"p\":\"q\"},"                                                     \
    "\"with-dash\":true}"

static void leads_to(const char *path, const char *wanted)
{
    json_t *event = json_loads(EVENT, 0, NULL), *found = path_value(event, path);
    char *text = found ? json_dumps(found, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    assert_string_equal(text ? text : "nothing", wanted);
    free(text);
    json_decref(found);
    json_decref(event);
}

static void paths(void **state)
{
    (void)state;
    leads_to("$.n", "7");
    leads_to("$.a.b[1].c", "2");
    leads_to("$.a.b[*].c", "[1,2]");
    leads_to("$.a.b[*]", "[{\"c\":1},{\"c\":2},{\"d\":3}]");
    leads_to("$['o'].p", "\"q\"");
    leads_to("$.with-dash", "true");
    leads_to("$.a.b[3]", "nothing");
    leads_to("$.n[*]", "nothing");
    leads_to("$.none.more", "nothing");
    leads_to("n", "nothing");
}

static void what_is_a_path(void **state)
{
    static const char *const wrong[] = {"",     "a",       "$a",     "$.",    "$..a",
                                        "$.a[", "$.a[-1]", "$.a[x]", "$['a]", "$.a[1"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(path_check(wrong[i]));
    assert_false(path_check(NULL));
    assert_true(path_check("$"));
    assert_true(path_check("$.a['b'][0].c[*]"));
}

static json_t *value_of(void *event, const char *name)
{
    return path_value(event, name);
}

static void filled(const char *template, bool plain, const char *wanted)
{
    json_t *event = json_loads(EVENT, 0, NULL);
    char *text = template_fill(
        &(struct template){.text = template, .value = value_of, .arg = event, .plain = plain});
    assert_string_equal(text ? text : "none", wanted);
    free(text);
    json_decref(event);
}

static void templates(void **state)
{
    (void)state;
    filled("{\"t\": <$.text>, \"in\": \"it: <$.text>\"}", false,
           "{\"t\": \"say \\\"x\\\"\", \"in\": \"it: say \\\"x\\\"\"}");
    filled("{\"o\": <$.o>, \"in\": \"<$.o>\", \"n\": \"<$.n>\"}", false,
           "{\"o\": {\"p\":\"q\"}, \"in\": \"{\\\"p\\\":\\\"q\\\"}\", \"n\": \"7\"}");
    filled("[<$.none>, \"<$.none>\"]", false, "[\"\", \"\"]");
    filled("say <$.text>, <$.n> <$.none><$.o>", true, "say say \"x\", 7 {\"p\":\"q\"}");
    filled("a < b > c <not closed", true, "a < b > c <not closed");
    filled("\"\\\"<$.o.p>\"", false, "\"\\\"q\"");
}

static void times(void **state)
{
    static const char *const none[] = {"",
                                       "x",
                                       "-1",
                                       "2026-11-21",
                                       "2026-11-21T07:00:00+1",
                                       "2026-11-21T07:00:00x",
                                       "2026-11-21T07:00:00+01:00Z"};
    static const struct {
        const char *text;
        double seconds;
    } all[] = {
        {"1970-01-02T00:00:00Z", 86400},      {"1970-01-02T00:00:00", 86400},
        {"1970-01-02T00:00:00.5Z", 86400.5},  {"1970-01-02T01:30:00+01:30", 86400},
        {"1970-01-01T23:00:00-01:00", 86400}, {"86400", 86400},
    };
    double seconds;
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(rfc3339_seconds(none[i], &seconds));
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_true(rfc3339_seconds(all[i].text, &seconds));
        assert_true(seconds == all[i].seconds);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths),
        cmocka_unit_test(what_is_a_path),
        cmocka_unit_test(templates),
        cmocka_unit_test(times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
