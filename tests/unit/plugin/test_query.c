/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS query protocol: forms from arguments, values from XML. */
#include "harness/cmocka_all.h"

#include <string.h>

#include <slrun/op.h>

#include "plugin_call.h"

static const struct slrun_shape string = {.type = SLRUN_STRING};
static const struct slrun_shape integer = {.type = SLRUN_INTEGER};

static const struct slrun_param pair[] = {
    {.name = "Key", .shape = {.type = SLRUN_STRING}},
    {.name = "Bytes", .shape = {.type = SLRUN_BLOB}},
    {.name = "Inner", .shape = {.type = SLRUN_LIST, .of = &integer}},
    {0},
};
static const struct slrun_shape pair_shape = {.type = SLRUN_STRUCTURE, .members = pair};

/* The same members go out in a form and come back in XML. */
static const struct slrun_param members[] = {
    {.name = "Name", .shape = {.type = SLRUN_STRING}},
    {.name = "Count", .shape = {.type = SLRUN_INTEGER}},
    {.name = "Ratio", .shape = {.type = SLRUN_FLOAT}},
    {.name = "Yes", .shape = {.type = SLRUN_BOOLEAN}},
    {.name = "At", .shape = {.type = SLRUN_TIMESTAMP}},
    {.name = "Pairs", .shape = {.type = SLRUN_LIST, .of = &pair_shape}},
    {.name = "Flat", .shape = {.type = SLRUN_LIST, .of = &string}, .flags = SLRUN_FLAT},
    {.name = "Map", .shape = {.type = SLRUN_MAP, .of = &integer}},
    {.name = "FlatMap", .shape = {.type = SLRUN_MAP, .of = &string}, .flags = SLRUN_FLAT},
    {0},
};

static const struct slrun_service service = {.signing_name = "demo", .query_version = "2011-06-15"};
static const struct slrun_op op = {
    .name = "do_it", .api = "DoIt", .params = members, .result = members};

static int open_call(void **state)
{
    static struct plugin_call call;
    plugin_call_open(&call, 8 << 20);
    call.ctx.service = &service;
    call.ctx.op = &op;
    *state = &call;
    return 0;
}

static const char *form(struct plugin_call *c, const char *args)
{
    json_t *json = json_loads(args, 0, NULL);
    assert_non_null(json);
    int result = c->ctx.host->aws_query_build(&c->ctx, json, &c->request);
    json_decref(json);
    return result == 0 ? c->request.body.data : NULL;
}

static void expect_form(void **state, const char *args, const char *rest)
{
    struct plugin_call *c = *state;
    const char *head = "Action=DoIt&Version=2011-06-15", *body = form(c, args);
    assert_non_null(body);
    assert_memory_equal(body, head, strlen(head));
    assert_string_equal(body + strlen(head), rest);
    assert_int_equal(c->request.body.size, strlen(body));
}

static void scalars_in_a_form(void **state)
{
    expect_form(state, "{\"Name\":\"a b&=\\u00e9~\",\"Count\":-3,\"Ratio\":1.5,\"Yes\":true}",
                "&Name=a%20b%26%3D%C3%A9~&Count=-3&Ratio=1.5&Yes=true");
    expect_form(state, "{\"Ratio\":0.1}", "&Ratio=0.1"); /* the shortest, and all of it */
    expect_form(state, "{\"Ratio\":0.30000000000000004}", "&Ratio=0.30000000000000004");
}

static void time_and_bytes_in_a_form(void **state)
{
    expect_form(state, "{\"At\":1700000000}", "&At=2023-11-14T22%3A13%3A20Z");
    expect_form(state, "{\"Pairs\":[{\"Bytes\":{\"$slrun\":\"binary\",\"value\":\"YWI=\"}}]}",
                "&Pairs.member.1.Bytes=YWI%3D");
}

static void lists_and_maps_in_a_form(void **state)
{
    expect_form(state,
                "{\"Pairs\":[{\"Key\":\"a\",\"Inner\":[1,2]},{\"Key\":\"b\"}],\"Name\":\"n\"}",
                "&Name=n&Pairs.member.1.Key=a&Pairs.member.1.Inner.member.1=1"
                "&Pairs.member.1.Inner.member.2=2&Pairs.member.2.Key=b");
    expect_form(state, "{\"Flat\":[\"x\",\"y\"],\"Map\":{\"k\":1},\"FlatMap\":{\"q\":\"v\"}}",
                "&Flat.1=x&Flat.2=y&Map.entry.1.key=k&Map.entry.1.value=1&FlatMap.1.key=q"
                "&FlatMap.1.value=v");
    expect_form(state, "{\"Flat\":[]}", "&Flat=");
}

static void a_form_cannot_hold_null(void **state)
{
    struct plugin_call *c = *state;
    assert_null(form(c, "{\"Name\":null}"));
    assert_int_equal(c->error.kind, SLRUN_E_USAGE);
}

static json_t *read_answer(struct plugin_call *c, int status, const char *xml)
{
    const struct slrun_response resp = {.status = status, .body = xml, .size = strlen(xml)};
    return c->ctx.host->aws_query_parse(&c->ctx, &resp);
}

static void expect_result(void **state, const char *inner, const char *json)
{
    struct plugin_call *c = *state;
    const char *xml = c->ctx.host->format(
        &c->ctx,
        "<?xml version=\"1.0\"?><DoItResponse xmlns=\"urn:x\"><DoItResult>%s</DoItResult>"
        "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DoItResponse>",
        inner);
    json_t *want = json_loads(json, 0, NULL), *got = read_answer(c, 200, xml);
    assert_non_null(want);
    assert_non_null(got);
    char *text = json_dumps(got, JSON_COMPACT);
    if (!json_equal(want, got))
        fail_msg("wanted %s, got %s", json, text);
    free(text);
    json_decref(want);
    json_decref(got);
}

static void scalars_in_xml(void **state)
{
    expect_result(state,
                  "<n:Name xmlns:n='u'>a &amp; <![CDATA[<b>]]></n:Name><Count>7</Count>"
                  "<Ratio>0.5</Ratio><Yes>false</Yes><Other>x</Other>",
                  "{\"Name\":\"a & <b>\",\"Count\":7,\"Ratio\":0.5,\"Yes\":false}");
    expect_result(state, "<At>2023-11-14T22:13:20Z</At>", "{\"At\":1700000000}");
    expect_result(state, "<At>2023-11-14T22:13:20.500Z</At>", "{\"At\":1700000000.5}");
    expect_result(state, "", "{}");
}

static void lists_and_maps_in_xml(void **state)
{
    expect_result(state,
                  "<Pairs><member><Key>a</Key><Bytes>YWI=</Bytes></member><member/></Pairs>"
                  "<Flat>x</Flat><Flat>y</Flat>"
                  "<Map><entry><key>k</key><value>1</value></entry></Map>"
                  "<FlatMap><key>q</key><value>v</value></FlatMap>",
                  "{\"Pairs\":[{\"Key\":\"a\",\"Bytes\":{\"$slrun\":\"binary\",\"value\":\"YWI=\"}}"
                  ",{}],\"Flat\":[\"x\",\"y\"],\"Map\":{\"k\":1},\"FlatMap\":{\"q\":\"v\"}}");
    expect_result(state, "<Pairs/>", "{\"Pairs\":[]}");
}

static void expect_broken(void **state, const char *xml, const char *message)
{
    struct plugin_call *c = *state;
    assert_null(read_answer(c, 200, xml));
    assert_int_equal(c->error.kind, SLRUN_E_PROTOCOL);
    assert_non_null(strstr(c->error.message, message));
    c->error = (struct slrun_error){.kind = SLRUN_E_NONE};
}

static void answers_that_are_no_answers(void **state)
{
    expect_broken(state, "", "the answer is not XML");
    expect_broken(state, "{}", "the answer is not XML");
    expect_broken(state, "<a><b></a>", "the answer is not XML");
    expect_broken(state, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type");
    expect_broken(state, "<a><DoItResult><Count>x1</Count></DoItResult></a>",
                  "<Count> is no integer");
    expect_broken(state, "<a><DoItResult><At>now</At></DoItResult></a>", "<At> is no timestamp");
    struct plugin_call *c = *state;
    char *deep = c->ctx.host->alloc(&c->ctx, 1000);
    for (int i = 0; i < 200; i++)
        strcat(deep, "<a>");
    expect_broken(state, deep, "too deep");
}

static void errors_have_code_and_message(void **state)
{
    struct plugin_call *c = *state;
    assert_null(read_answer(c, 403,
                            "<ErrorResponse xmlns='u'><Error><Type>Sender</Type><Code>AccessDenied"
                            "</Code><Message>Not you</Message></Error><RequestId>r</RequestId>"
                            "</ErrorResponse>"));
    assert_int_equal(c->error.kind, SLRUN_E_SERVICE);
    assert_int_equal(c->error.status, 403);
    assert_string_equal(c->error.code, "AccessDenied");
    assert_string_equal(c->error.message, "Not you");
    assert_null(read_answer(c, 502, "Bad Gateway"));
    assert_int_equal(c->error.kind, SLRUN_E_SERVICE);
    assert_string_equal(c->error.code, "HTTP502");
    assert_string_equal(c->error.message, "Bad Gateway");
    assert_null(read_answer(c, 302, "<DoItResponse><DoItResult/></DoItResponse>"));
    assert_string_equal(c->error.code, "HTTP302");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(scalars_in_a_form, open_call, plugin_call_teardown),
        cmocka_unit_test_setup_teardown(time_and_bytes_in_a_form, open_call, plugin_call_teardown),
        cmocka_unit_test_setup_teardown(lists_and_maps_in_a_form, open_call, plugin_call_teardown),
        cmocka_unit_test_setup_teardown(a_form_cannot_hold_null, open_call, plugin_call_teardown),
        cmocka_unit_test_setup_teardown(scalars_in_xml, open_call, plugin_call_teardown),
        cmocka_unit_test_setup_teardown(lists_and_maps_in_xml, open_call, plugin_call_teardown),
        cmocka_unit_test_setup_teardown(answers_that_are_no_answers, open_call,
                                        plugin_call_teardown),
        cmocka_unit_test_setup_teardown(errors_have_code_and_message, open_call,
                                        plugin_call_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
