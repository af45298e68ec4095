/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration and credentials files: the grammar, and what both together say. */
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/error.h>

#include "net/credential/config.h"

struct row {
    const char *text;
    const char *json; /* of the profiles, or what is wrong */
    unsigned line;    /* where it is wrong */
};

static void check(enum config_kind kind, const struct row *row)
{
    struct config_fault fault;
    json_t *root = config_parse(kind, row->text, strlen(row->text), &fault);
    if (row->line) {
        assert_null(root);
        assert_non_null(strstr(fault.text, row->json));
        assert_int_equal(fault.line, row->line);
        return;
    }
    assert_non_null(root);
    char *text = json_dumps(json_object_get(root, "profile"), JSON_COMPACT | JSON_SORT_KEYS);
    assert_string_equal(text, row->json);
    free(text);
    json_decref(root);
}

static void test_grammar(void **state)
{
    static const struct row rows[] = {
        {"", "{}", 0},
        {"\n \t \n# c\n; c\n", "{}", 0},
        {"[default]\nregion = eu-west-1\n", "{\"default\":{\"region\":\"eu-west-1\"}}", 0},
        {"[profile a]\r\nk = v\r\n", "{\"a\":{\"k\":\"v\"}}", 0},
        {"[profile\ta ] # c\nk=v;w\nl = x ; c\nm = # c\n",
         "{\"a\":{\"k\":\"v;w\",\"l\":\"x\",\"m\":\"\"}}", 0},
        {"[profile a];c\nK = v=w\n", "{\"a\":{\"k\":\"v=w\"}}", 0},
        {"[profile a]\nk = v\n  w # c\n\n  x\n", "{\"a\":{\"k\":\"v\\nw # c\\nx\"}}", 0},
        {"[profile a]\ns3 =\n  p = q\n # c\n  r = s\nk = v\n",
         "{\"a\":{\"k\":\"v\",\"s3\":{\"p\":\"q\",\"r\":\"s\"}}}", 0},
        {"[profile a]\ns3 =\n p =\n", "{\"a\":{\"s3\":{\"p\":\"\"}}}", 0},
        {"[profile a]\nk = 1\n[profile b]\n[profile a]\nK = 2\nl = 3\n",
         "{\"a\":{\"k\":\"2\",\"l\":\"3\"},\"b\":{}}", 0},
        {"[profile default]\nk = 1\n[default]\nk = 2\nl = 3\n", "{\"default\":{\"k\":\"1\"}}", 0},
        {"[default]\nk = 2\nl = 3\n[profile default]\nk = 1\n", "{\"default\":{\"k\":\"1\"}}", 0},
        {"[a]\nk = v\n[profile b c]\nk = v\n[profile d!]\n[plugins]\nx = y\n", "{}", 0},
        {"[profile \"b c\"]\nk = v\n", "{\"b c\":{\"k\":\"v\"}}", 0},
        {"[profile a]\nin valid = v\n w\nk = v\n", "{\"a\":{\"k\":\"v\"}}", 0},
        {"[profile a]\nin valid =\n no equals\n", "{\"a\":{}}", 0},
        {"[profile a]\nk = v", "{\"a\":{\"k\":\"v\"}}", 0},
        {"k = v\n", "must come first", 1},
        {" k = v\n", "must come first", 1},
        {"[profile a]\n k = v\n", "must follow a key", 2},
        {"[profile a]\nk = v\n[profile a]\n w\n", "must follow a key", 4},
        {"[profile a\n", "ends with ']'", 1},
        {"[profile a] b\n", "ends with ']'", 1},
        {"# c\n[profile a]\nk: v\n", "equals sign", 3},
        {"[profile a]\n= v\n", "no key", 2},
        {"[profile a]\ns3 =\n v\n", "equals sign", 3},
        {"[profile a]\ns3 =\n = v\n", "no key", 3},
        {"[profile a]\nk = \xff\n", "not UTF-8", 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(CONFIG_SHARED, &rows[i]);
}

static void test_credentials_file(void **state)
{
    static const struct row rows[] = {
        {"[a]\nk = v\n[default]\nl = w\n", "{\"a\":{\"k\":\"v\"},\"default\":{\"l\":\"w\"}}", 0},
        {"[profile a]\nk = v\n", "{}", 0},
        {"[in valid]\nk = v\n", "{}", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(CONFIG_CREDENTIALS, &rows[i]);
}

static void test_nul(void **state)
{
    static const char text[] = "[profile a]\nk = v\0w\n";
    struct config_fault fault;
    (void)state;
    assert_null(config_parse(CONFIG_SHARED, text, sizeof text - 1, &fault));
    assert_int_equal(fault.line, 2);
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int begin(void **state)
{
    static char directory[] = "/tmp/slrun-config-XXXXXX";
    strcpy(directory + strlen(directory) - 6, "XXXXXX");
    assert_non_null(mkdtemp(directory));
    assert_int_equal(chdir(directory), 0);
    setenv("AWS_CONFIG_FILE", "config", 1);
    setenv("AWS_SHARED_CREDENTIALS_FILE", "credentials", 1);
    unsetenv("AWS_PROFILE");
    unsetenv("AWS_DEFAULT_PROFILE");
    *state = directory;
    return 0;
}

static int end(void **state)
{
    unlink("config");
    unlink("credentials");
    assert_int_equal(chdir("/"), 0);
    rmdir(*state);
    return 0;
}

static void test_both(void **state)
{
    struct slrun_error error = {0};
    (void)state;
    put("config", "[default]\nregion = r\nx = 1\n[services s]\ndynamodb =\n  endpoint_url = u\n");
    put("credentials", "[default]\nx = 2\n[dev]\nx = 3\n");
    struct config *c = config_load(NULL, &error);
    assert_non_null(c);
    assert_string_equal(config_profile(c), "default");
    assert_string_equal(config_get(c, "profile", "default", "region"), "r");
    assert_string_equal(config_get(c, "profile", "default", "x"), "2");
    assert_string_equal(config_of_file(c, CONFIG_SHARED, "default", "x"), "1");
    assert_null(config_of_file(c, CONFIG_CREDENTIALS, "default", "region"));
    assert_true(config_has(c, "profile", "dev"));
    const char *const path[] = {"services", "s", "dynamodb", "endpoint_url"};
    assert_string_equal(config_sub(c, path), "u");
    put("credentials", "[default]\nx = 4\n");
    assert_int_equal(config_reload(c, &error), 0);
    assert_string_equal(config_get(c, "profile", "default", "x"), "4");
    put("credentials", "x = 5\n");
    assert_int_equal(config_reload(c, &error), -1);
    assert_string_equal(config_get(c, "profile", "default", "x"), "4");
    config_free(c);
}

static void test_profiles(void **state)
{
    struct slrun_error error = {0};
    (void)state;
    put("config", "[profile staging]\n");
    setenv("AWS_PROFILE", "stagin", 1);
    assert_null(config_load(NULL, &error));
    assert_int_equal(error.kind, SLRUN_E_CREDENTIALS);
    assert_non_null(strstr(error.message, "there is no profile 'stagin'"));
    assert_string_equal(error.hint, "did you mean 'staging'?");
    error = (struct slrun_error){0};
    struct config *c = config_load("staging", &error);
    assert_non_null(c);
    assert_true(config_profile_given(c));
    config_free(c);
    unsetenv("AWS_PROFILE");
    setenv("AWS_DEFAULT_PROFILE", "staging", 1);
    c = config_load(NULL, &error);
    assert_non_null(c);
    assert_string_equal(config_profile(c), "staging");
    assert_false(config_profile_given(c));
    config_free(c);
}

static void test_faults(void **state)
{
    struct slrun_error error = {0};
    (void)state;
    put("config", "[default]\nregion\n");
    assert_null(config_load(NULL, &error));
    assert_string_equal(error.message, "config:2: a line is KEY = VALUE, with an equals sign");
    setenv("AWS_CONFIG_FILE", "/", 1);
    error = (struct slrun_error){0};
    assert_null(config_load(NULL, &error));
    assert_int_equal(error.kind, SLRUN_E_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grammar),
        cmocka_unit_test(test_credentials_file),
        cmocka_unit_test(test_nul),
        cmocka_unit_test_setup_teardown(test_both, begin, end),
        cmocka_unit_test_setup_teardown(test_profiles, begin, end),
        cmocka_unit_test_setup_teardown(test_faults, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
