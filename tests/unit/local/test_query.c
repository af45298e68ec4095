/* SPDX-License-Identifier: Apache-2.0 */
/* The AWS query protocol from the service's side: by bytes, and against the client's side. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/slrun.h>

#include "base/arena.h"
#include "local/protocol/form.h"
#include "local/protocol/query.h"
#include "plugin/host.h"

#define NS "https://example.com/doc/"

/* ---- an operation with a parameter of each kind ---- */

static const struct slrun_shape string = {.type = SLRUN_STRING};
static const struct slrun_param pair[] = {
    {"Name", {.type = SLRUN_STRING}, 0, ""},
    {"Many", {.type = SLRUN_LIST, .of = &string}, 0, ""},
    {NULL},
};
static const struct slrun_shape pair_shape = {.type = SLRUN_STRUCTURE, .members = pair};
static const struct slrun_shape list_shape = {.type = SLRUN_LIST, .of = &string};
static const struct slrun_param members[] = {
    {"S", {.type = SLRUN_STRING}, 0, ""},
    {"I", {.type = SLRUN_INTEGER}, 0, ""},
    {"F", {.type = SLRUN_FLOAT}, 0, ""},
    {"B", {.type = SLRUN_BOOLEAN}, 0, ""},
    {"At", {.type = SLRUN_TIMESTAMP}, 0, ""},
    {"List", {.type = SLRUN_LIST, .of = &pair_shape}, 0, ""},
    {"Lists", {.type = SLRUN_LIST, .of = &list_shape}, 0, ""},
    {"FlatList", {.type = SLRUN_LIST, .of = &string}, SLRUN_FLAT, ""},
    {"Map", {.type = SLRUN_MAP, .of = &pair_shape}, 0, ""},
    {"FlatMap", {.type = SLRUN_MAP, .of = &string}, SLRUN_FLAT, ""},
    {"Tags", {.type = SLRUN_MAP, .of = &string}, 0, ""},
    {"Entries", {.type = SLRUN_LIST, .of = &pair_shape}, 0, ""},
    {"One", {.type = SLRUN_STRUCTURE, .members = pair}, 0, ""},
    {NULL},
};
static const struct slrun_query_name names[] = {
    {"Tags", "Tag", "Key", "Value"}, {"Entries", ".Entry", NULL, NULL}, {NULL}};
static const struct slrun_query plain = {"Op", members, members, NS, NULL};
static const struct slrun_query named = {"Op", members, members, NS, names};

/* ---- a cloud with one exchange ---- */

struct world {
    struct slrun_cloud cloud; /* first */
    struct slrun_exchange x;
    struct form *form;
    char *body; /* of the answer */
    int status;
};

static struct world world;

static const struct slrun_field *field_at(struct slrun_exchange *x, size_t i)
{
    assert_ptr_equal(x, &world.x);
    return form_at(world.form, i);
}

static void reply(struct slrun_exchange *x, const struct slrun_reply *r)
{
    assert_ptr_equal(x, &world.x);
    assert_string_equal(r->content_type, "text/xml");
    world.status = r->status;
    world.body = strndup(r->body, r->size);
}

static void open_world(const char *text)
{
    world = (struct world){.cloud = {.form_at = field_at, .reply = reply},
                           .x = {.request_id = "id"},
                           .form = form_read(text, strlen(text))};
    assert_non_null(world.form);
}

static void close_world(void)
{
    form_free(world.form);
    free(world.body);
}

/* ---- forms ---- */

static void reads_as(const struct slrun_query *query, const char *text, const char *json)
{
    struct slrun_error error;
    open_world(text);
    json_t *args = query_read(&world.cloud, &world.x, query, &error);
    if (!args)
        fail_msg("%s: %s", text, error.message);
    char *got = json_dumps(args, JSON_COMPACT | JSON_SORT_KEYS);
    assert_string_equal(got, json);
    free(got);
    json_decref(args);
    close_world();
}

static void reads(void **state)
{
    (void)state;
    reads_as(&plain, "Action=Op&Version=1&Other=x", "{}");
    reads_as(&plain, "S=a+b&I=-7&F=1.5&B=true", "{\"B\":true,\"F\":1.5,\"I\":-7,\"S\":\"a b\"}");
    reads_as(&plain, "S=&B=false", "{\"B\":false,\"S\":\"\"}");
    reads_as(&plain, "S=a%00b", "{\"S\":\"a\\u0000b\"}");
    reads_as(&plain, "At=2026-11-21T07:00:00Z", "{\"At\":1795244400}");
    reads_as(&plain, "At=2026-11-21T07:00:00.5Z", "{\"At\":1795244400.5}");
    reads_as(&plain, "List.member.1.Name=a&List.member.1.Many.member.1=x&List.member.2.Name=b",
             "{\"List\":[{\"Many\":[\"x\"],\"Name\":\"a\"},{\"Name\":\"b\"}]}");
    reads_as(&plain, "List.member.2.Name=b", "{\"List\":[]}"); /* numbers begin at 1 */
    reads_as(&plain, "Lists.member.1.member.1=a&Lists.member.1.member.2=b",
             "{\"Lists\":[[\"a\",\"b\"]]}");
    reads_as(&plain, "List=&Map=", "{\"List\":[],\"Map\":{}}");
    reads_as(&plain, "FlatList.1=a&FlatList.2=b", "{\"FlatList\":[\"a\",\"b\"]}");
    reads_as(&plain, "Map.entry.1.key=k&Map.entry.1.value.Name=n",
             "{\"Map\":{\"k\":{\"Name\":\"n\"}}}");
    reads_as(&plain, "FlatMap.1.key=k&FlatMap.1.value=v&FlatMap.2.key=l&FlatMap.2.value=w",
             "{\"FlatMap\":{\"k\":\"v\",\"l\":\"w\"}}");
    reads_as(&plain, "One.Name=n&One.Many.member.1=x&S=s",
             "{\"One\":{\"Many\":[\"x\"],\"Name\":\"n\"},\"S\":\"s\"}");
    reads_as(&plain, "Sx=2", "{}");
}

static void reads_names(void **state)
{
    (void)state;
    reads_as(&named, "Tag.1.Key=k&Tag.1.Value=v&Tag.2.Key=l&Tag.2.Value=w",
             "{\"Tags\":{\"k\":\"v\",\"l\":\"w\"}}");
    reads_as(&named, "Tag.Key=k&Tag.Value=v", "{\"Tags\":{\"k\":\"v\"}}");
    reads_as(&named, "OpEntry.1.Name=a&OpEntry.2.Name=b",
             "{\"Entries\":[{\"Name\":\"a\"},{\"Name\":\"b\"}]}");
    reads_as(&named, "Entries.member.1.Name=a&Tags.entry.1.key=k", "{}");
    static const struct slrun_query_name one[] = {{"FlatList", "Item", NULL, NULL}, {NULL}};
    static const struct slrun_query query = {"Op", members, NULL, NS, one};
    reads_as(&query, "Item=a", "{\"FlatList\":[\"a\"]}");
    reads_as(&query, "Item=", "{\"FlatList\":[]}");
    reads_as(&query, "Item.1=a&Item.2=", "{\"FlatList\":[\"a\",\"\"]}");
}

static void refuses(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"I=", "I"},
        {"I=1x", "I"},
        {"I=99999999999999999999", "I"},
        {"I.a=1", "I"},
        {"F=nan", "F"},
        {"B=yes", "B"},
        {"S=%FF", "S"},
        {"At=today", "At"},
        {"Map.entry.1.value.Name=n", "Map.entry.1.key"},
        {"FlatMap.1.key=k", "FlatMap.1.value"},
    };
    char wanted[64];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slrun_error error;
        open_world(rows[i][0]);
        assert_null(query_read(&world.cloud, &world.x, &plain, &error));
        snprintf(wanted, sizeof wanted, "Value for parameter %s is invalid.", rows[i][1]);
        assert_string_equal(error.message, wanted);
        assert_int_equal(error.kind, SLRUN_E_SERVICE);
        assert_string_equal(error.code, "ValidationError");
        close_world();
    }
}

/* ---- answers ---- */

static void answers_as(const struct slrun_query *query, const char *json, const char *result)
{
    static char wanted[4096];
    json_t *value = json ? json_loads(json, JSON_ALLOW_NUL, NULL) : NULL;
    open_world("");
    query_reply(&world.cloud, &world.x, query, value);
    snprintf(wanted, sizeof wanted,
             "<?xml version=\"1.0\"?><OpResponse xmlns=\"" NS "\">%s<ResponseMetadata><RequestId>id"
             "</RequestId></ResponseMetadata></OpResponse>",
             result);
    assert_int_equal(world.status, 200);
    assert_string_equal(world.body, wanted);
    json_decref(value);
    close_world();
}

static void answers(void **state)
{
    (void)state;
    static const struct slrun_query none = {"Op", members, NULL, NS, NULL};
    answers_as(&none, "{\"S\":\"x\"}", "");
    answers_as(&plain, NULL, "<OpResult/>");
    answers_as(&plain, "{\"Other\":1,\"I\":null}", "<OpResult/>");
    answers_as(&plain, "{\"F\":1.5,\"S\":\"<&>\\r\\u0001\\u0000\",\"B\":false,\"I\":7}",
               "<OpResult><S>&lt;&amp;&gt;&#xD;#x01</S><I>7</I><F>1.5</F><B>false</B></OpResult>");
    answers_as(&plain, "{\"F\":0.30000000000000004}",
               "<OpResult><F>0.30000000000000004</F></OpResult>");
    answers_as(&plain, "{\"At\":1795244400}", "<OpResult><At>2026-11-21T07:00:00Z</At></OpResult>");
    answers_as(&plain, "{\"At\":1795244400.25}",
               "<OpResult><At>2026-11-21T07:00:00.250Z</At></OpResult>");
    answers_as(
        &plain,
        "{\"List\":[{\"Name\":\"a\",\"Many\":[\"x\"]}],\"FlatList\":[\"a\",\"b\"],\"Lists\":[["
        "\"a\"]]}",
        "<OpResult><List><member><Name>a</Name><Many><member>x</member></Many></member></List>"
        "<Lists><member><member>a</member></member></Lists>"
        "<FlatList>a</FlatList><FlatList>b</FlatList></OpResult>");
    answers_as(&plain, "{\"Map\":{\"k\":{\"Name\":\"n\"}},\"FlatMap\":{\"<\":\"v\"}}",
               "<OpResult><Map><entry><key>k</key><value><Name>n</Name></value></entry></Map>"
               "<FlatMap><key>&lt;</key><value>v</value></FlatMap></OpResult>");
    answers_as(&named, "{\"Tags\":{\"k\":\"v\"},\"Entries\":[{\"Name\":\"a\"}]}",
               "<OpResult><Tag><Key>k</Key><Value>v</Value></Tag>"
               "<OpEntry><Name>a</Name></OpEntry></OpResult>");
}

/* ---- against the client ---- */

/* What the client's side writes and reads is what this side reads and writes. */
static void mirrors(void **state)
{
    static const struct slrun_service service = {.query_version = "1"};
    static const struct slrun_op op = {
        .name = "op", .api = "Op", .params = members, .result = members};
    static const char *const rows[] = {
        "{\"S\":\"a&b=c\\u00e9\",\"I\":-3,\"F\":0.25,\"B\":true,\"At\":1795244400}",
        "{\"List\":[{\"Name\":\"a\",\"Many\":[\"x\",\"y\"]},{\"Name\":\"b\"}]}",
        "{\"Lists\":[[\"a\"],[\"b\",\"c\"]]}",
        "{\"FlatList\":[\"a\",\"b\"],\"FlatMap\":{\"k\":\"v\"},\"Map\":{\"k\":{\"Name\":\"n\"}}}",
        "{\"One\":{\"Name\":\"n\",\"Many\":[\"x\"]},\"Tags\":{\"<\":\">\"},\"Entries\":[]}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slrun_error error = {.kind = SLRUN_E_NONE};
        struct slrun_ctx ctx = {.host = host_table(),
                                .service = &service,
                                .op = &op,
                                .arena = arena_new(1 << 20),
                                .error = &error};
        struct slrun_request request = {.method = NULL};
        json_t *args = json_loads(rows[i], 0, NULL);
        assert_non_null(args);
        assert_int_equal(host_table()->aws_query_build(&ctx, args, &request), 0);
        open_world(request.body.data);
        json_t *read = query_read(&world.cloud, &world.x, &plain, &error);
        assert_true(json_equal(read, args));
        query_reply(&world.cloud, &world.x, &plain, args);
        const struct slrun_response response = {
            .status = 200, .body = world.body, .size = strlen(world.body)};
        json_t *parsed = host_table()->aws_query_parse(&ctx, &response);
        assert_true(json_equal(parsed, args));
        json_decref(parsed);
        json_decref(read);
        json_decref(args);
        close_world();
        arena_free(ctx.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),   cmocka_unit_test(reads_names), cmocka_unit_test(refuses),
        cmocka_unit_test(answers), cmocka_unit_test(mirrors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
