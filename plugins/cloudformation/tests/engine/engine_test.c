/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Deployments against a cloud with one type of resource, whose answers the test gives in the order
 * that it likes: what goes side by side, what waits, what is undone.
 */
#include "harness/cmocka_all.h"

#include <slrun/resource.h>

#include <stdlib.h>
#include <string.h>

#include "engine/deployment.h"
#include "engine/graph.h"
#include "engine/outputs.h"

enum { ORDERS_MAX = 64 };

/* ---- the cloud ---- */

static struct {
    struct slrun_resource_order all[ORDERS_MAX];
    char ids[ORDERS_MAX][32];
    char names[ORDERS_MAX][32]; /* physical ids that they came with */
    bool open[ORDERS_MAX];
    size_t n;
    int busy;
} played;

static const struct slrun_param members[] = {{"V", {.type = SLRUN_STRING}, 0, "A value."},
                                             {"Name", {.type = SLRUN_STRING}, 0, "A name."},
                                             {.name = NULL}};
static void never(void *service, struct slrun_resource *resource)
{
    (void)service;
    (void)resource;
}
static const struct slrun_resource_type thing = {.type = "Test::One::Thing",
                                                 .properties = members,
                                                 .attributes = (const char *const[]){"Arn", NULL},
                                                 .replacing = (const char *const[]){"Name", NULL},
                                                 .create = never,
                                                 .update = never,
                                                 .remove = never};

static const struct slrun_resource_type *find_type(const struct slrun_cloud *cloud,
                                                   const char *type)
{
    (void)cloud;
    return strcmp(type, thing.type) == 0 ? &thing : NULL;
}

static const struct slrun_resource_type *type_at(const struct slrun_cloud *cloud, size_t i)
{
    (void)cloud;
    (void)i;
    return NULL;
}

static struct slrun_resource *provision(const struct slrun_cloud *cloud,
                                        const struct slrun_resource_order *order)
{
    static struct slrun_resource any;
    size_t n = played.n++;
    (void)cloud;
    assert_true(n < ORDERS_MAX);
    played.all[n] = *order;
    played.open[n] = true;
    (void)snprintf(played.ids[n], sizeof played.ids[n], "%s", order->resource.logical_id);
    (void)snprintf(played.names[n], sizeof played.names[n], "%s",
                   order->resource.physical_id ? order->resource.physical_id : "");
    return &any;
}

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return 1000;
}

static void notify(const struct slrun_cloud *cloud, const char *arn)
{
    (void)cloud;
    assert_non_null(strstr(arn, ":stack/"));
}

static void busy(const struct slrun_cloud *cloud, int change)
{
    (void)cloud;
    played.busy += change;
}

static const char *url(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return "http://127.0.0.1:1";
}

static const struct slrun_cloud cloud = {.now_ms = now_ms,
                                         .url = url,
                                         .busy = busy,
                                         .notify = notify,
                                         .resource_type = find_type,
                                         .resource_type_at = type_at,
                                         .provision = provision};
static struct engine engine = {.cloud = &cloud};
static struct stack *stack;

/* ---- playing ---- */

/* What is ordered and not answered, as "+A" (create), "~A" (update), "-A" (remove), in order. */
static const char *open_orders(void)
{
    static char text[1024];
    size_t n = 0;
    *text = '\0';
    for (size_t i = 0; i < played.n; i++)
        if (played.open[i])
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%c%s", n ? " " : "",
                                  "+~-"[played.all[i].action], played.ids[i]);
    return text;
}

/* Answers the order for `id`; `physical` NULL: it fails. */
static void answer(const char *id, const char *physical)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .code = "Boom", .message = "it broke"};
    for (size_t i = 0; i < played.n; i++) {
        if (!played.open[i] || strcmp(played.ids[i], id) != 0)
            continue;
        played.open[i] = false;
        json_t *attributes = json_pack("{s:s}", "Arn", physical ? physical : "");
        struct slrun_resource_result result = {
            .error = physical ? NULL : &error, .physical_id = physical, .attributes = attributes};
        played.all[i].done(played.all[i].arg, &result);
        json_decref(attributes);
        return;
    }
    fail_msg("nothing is ordered for %s, but %s", id, open_orders());
}

static void check_open(const char *expected)
{
    assert_string_equal(open_orders(), expected);
}

static void check_status(const char *status, const char *reason)
{
    assert_string_equal(stack_text(stack, "StackStatus"), status);
    assert_string_equal(stack_text(stack, "StackStatusReason"), reason);
    assert_int_equal(played.busy, stack->deployment ? 1 : 0);
}

static void plan_of(struct plan *plan, const char *text)
{
    static const struct transform none[] = {{.name = NULL}};
    struct problems problems = {.n = 0};
    char why[2048];
    json_t *exports = engine_export_values(&engine, "r", "a");
    struct plan_input in = {.cloud = &cloud,
                            .source = {text, strlen(text), false},
                            .transforms = none,
                            .exports = exports,
                            .region = "r",
                            .account = "a",
                            .stack_name = "s",
                            .stack_id = "id"};
    int failed = plan_make(plan, &in, &problems);
    problems_text(&problems, why, sizeof why);
    assert_string_equal(why, "");
    assert_int_equal(failed, 0);
    json_decref(exports);
}

static void begin(const char *text, bool update, enum on_failure on_failure)
{
    struct plan plan;
    plan_of(&plan, text);
    struct deployment_options options = {
        .plan = &plan, .change = json_pack("{s:s}", "Body", text), .on_failure = on_failure};
    assert_int_equal(
        update ? deployment_update(stack, &options) : deployment_create(stack, &options), 0);
    plan_free(&plan);
}

static int set_up(void **state)
{
    (void)state;
    memset(&played, 0, sizeof played);
    stack = stack_create(&engine, &(struct stack_name){"s", "r", "a"});
    return stack ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    engine_clear(&engine, true);
    return 0;
}

#define THING(id, rest) "  " id ": {Type: 'Test::One::Thing'" rest "}\n"
#define NEEDS(id)       ", Properties: {V: !Ref " id "}"
#define VALUE(v)        ", Properties: {V: " v "}"
/* B and C stand on A, D on both. */
#define DIAMOND                                                                                    \
    "Resources:\n" THING("D", ", Properties: {V: !Sub '${B}${C}'}") THING("B", NEEDS("A"))         \
        THING("C", ", DependsOn: A") THING("A", "")

static void diamond(void)
{
    begin(DIAMOND, false, ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("B", "b");
    answer("C", "c");
    answer("D", "d");
    check_status("CREATE_COMPLETE", "");
}

/* ---- creating and deleting ---- */

static void side_by_side(void **state)
{
    (void)state;
    begin(DIAMOND, false, ON_FAILURE_ROLLBACK);
    check_status("CREATE_IN_PROGRESS", "User Initiated");
    check_open("+A");
    answer("A", "a");
    check_open("+B +C");
    answer("C", "c");
    check_open("+B");
    answer("B", "b");
    check_open("+D");
    assert_string_equal(json_string_value(json_object_get(played.all[3].resource.properties, "V")),
                        "bc");
    answer("D", "d");
    check_status("CREATE_COMPLETE", "");
    assert_int_equal(deployment_delete(stack, NULL), 0);
    check_open("-D");
    answer("D", "");
    check_open("-B -C");
    answer("B", "");
    answer("C", "");
    check_open("-A");
    answer("A", "");
    check_status("DELETE_COMPLETE", "");
}

static void rolled_back(void **state)
{
    (void)state;
    begin(DIAMOND, false, ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("B", NULL);
    check_open("+C"); /* it goes on, but nothing new begins */
    check_status("CREATE_IN_PROGRESS", "User Initiated");
    answer("C", "c");
    check_status("ROLLBACK_IN_PROGRESS",
                 "The following resource(s) failed to create: [B]. Rollback requested by user.");
    check_open("-C");
    answer("C", "");
    answer("A", NULL);
    check_status("ROLLBACK_FAILED", "The following resource(s) failed to delete: [A]. ");
    assert_int_equal(deployment_delete(stack, NULL), 0);
    check_open("-A");
    answer("A", "");
    check_status("DELETE_COMPLETE", "");
}

static void failed_and_left(void **state)
{
    (void)state;
    begin(DIAMOND, false, ON_FAILURE_NOTHING);
    answer("A", NULL);
    check_open("");
    check_status("CREATE_FAILED", "The following resource(s) failed to create: [A]. ");
}

static void deletion_stops_where_it_must(void **state)
{
    (void)state;
    diamond();
    json_t *retain = json_pack("[s]", "D");
    assert_int_equal(deployment_delete(stack, retain), 0);
    json_decref(retain);
    check_open("-B -C"); /* D is kept */
    answer("B", NULL);
    answer("C", "");
    check_open(""); /* A is what B stands on */
    check_status("DELETE_FAILED", "The following resource(s) failed to delete: [B]. ");
}

/* ---- updating ---- */

static void updated(void **state)
{
    (void)state;
    begin("Resources:\n" THING("A", VALUE("1")) THING("B", NEEDS("A")) THING("Old", "")
              THING("Older", ", DependsOn: Old"),
          false, ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("Old", "o");
    answer("Older", "r");
    answer("B", "b");
    /* A changes in place, so B is left alone; Old goes last */
    begin("Resources:\n" THING("A", VALUE("2")) THING("B", NEEDS("A")) THING("New", ""), true,
          ON_FAILURE_ROLLBACK);
    check_open("~A +New");
    answer("A", "a");
    answer("New", "n");
    check_status("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
    check_open("-Older"); /* it stands on Old */
    answer("Older", "");
    check_open("-Old");
    answer("Old", NULL); /* it stays behind */
    check_status("UPDATE_COMPLETE", "");
    assert_null(json_object_get(json_object_get(stack->doc, "Resources"), "Old"));
}

static void replaced(void **state)
{
    (void)state;
    begin("Resources:\n" THING("A", ", Properties: {Name: x}") THING("B", NEEDS("A")), false,
          ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("B", "b");
    begin("Resources:\n" THING("A", ", Properties: {Name: y}") THING("B", NEEDS("A")), true,
          ON_FAILURE_ROLLBACK);
    check_open("+A");
    answer("A", "a2");
    check_open("~B"); /* it refers to the new one */
    assert_string_equal(json_string_value(json_object_get(played.all[3].resource.properties, "V")),
                        "a2");
    answer("B", "b");
    check_open("-A");
    assert_string_equal(played.names[4], "a"); /* the old one */
    answer("A", "");
    check_status("UPDATE_COMPLETE", "");
}

static void update_rolled_back(void **state)
{
    (void)state;
    const char *before = "Resources:\n" THING("A", VALUE("1")) THING("B", ", Properties: {Name: x}")
        THING("C", ", DependsOn: [A, B, N], "
                   "Properties: {V: 1}") THING("N", "");
    begin(before, false, ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("B", "b");
    answer("N", "n");
    answer("C", "c");
    begin("Resources:\n" THING("A", VALUE("2")) THING("B", ", Properties: {Name: y}")
              THING("New", "") THING("C", ", DependsOn: [A, B, New], Properties: {V: 2}"),
          true, ON_FAILURE_ROLLBACK);
    check_open("~A +B +New");
    answer("A", "a");
    answer("B", "b2");
    answer("New", "w");
    check_open("~C");
    answer("C", NULL);
    check_status("UPDATE_ROLLBACK_IN_PROGRESS",
                 "The following resource(s) failed to update: [C]. ");
    check_open("~A"); /* C waits for it, and is then brought back, too */
    assert_string_equal(
        json_string_value(json_object_get(played.all[played.n - 1].resource.properties, "V")), "1");
    answer("A", "a");
    check_open("~C");
    answer("C", "c");
    check_status("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "");
    check_open("-New -B");
    assert_string_equal(played.names[played.n - 1], "b2");
    answer("B", "");
    answer("New", "");
    check_status("UPDATE_ROLLBACK_COMPLETE", "");
    assert_string_equal(stack_text(stack, "Body"), before);
    assert_non_null(json_object_get(json_object_get(stack->doc, "Resources"), "N"));
}

static void abandoned(void **state)
{
    (void)state;
    begin(DIAMOND, false, ON_FAILURE_ROLLBACK);
    engine_clear(&engine, true);
    assert_int_equal(played.busy, 0);
    answer("A", "a"); /* what was ordered still ends */
    check_open("");
}

static void deleted_are_forgotten(void **state)
{
    (void)state;
    struct stack *first = stack;
    char id[256];
    (void)snprintf(id, sizeof id, "%s", stack_text(first, "StackId"));
    for (int i = 0; i <= DELETED_MAX; i++) {
        stack_status(stack, "DELETE_COMPLETE", NULL);
        stack = stack_create(&engine, &(struct stack_name){"s", "r", "a"});
    }
    assert_int_equal(engine_count(&engine), 1);
    assert_non_null(stack_find(&engine, &(struct stack_name){"s", "r", "a"}));
    assert_null(stack_find(&engine, &(struct stack_name){id, "r", "a"}));
}

/* ---- exports ---- */

static void exports(void **state)
{
    (void)state;
    const char *text = "Resources:\n" THING("A", "") "Outputs: {O: {Value: !GetAtt A.Arn, Export: "
                                                     "{Name: e}}}\n";
    begin(text, false, ON_FAILURE_ROLLBACK);
    answer("A", "arn-a");
    struct stack *first = stack;
    stack = stack_create(&engine, &(struct stack_name){"t", "r", "a"});
    begin(text, false, ON_FAILURE_ROLLBACK);
    answer("A", "x");
    check_status("ROLLBACK_IN_PROGRESS", "Export with name e is already exported by stack s. "
                                         "Rollback requested by user.");
    answer("A", "");
    stack = stack_create(&engine, &(struct stack_name){"u", "r", "a"});
    begin("Resources:\n" THING("A", VALUE("!ImportValue e")), false, ON_FAILURE_ROLLBACK);
    assert_string_equal(
        json_string_value(json_object_get(played.all[played.n - 1].resource.properties, "V")),
        "arn-a");
    answer("A", "y");
    check_status("CREATE_COMPLETE", "");
    stack = first;
    assert_int_equal(deployment_delete(stack, NULL), 0);
    check_status("DELETE_FAILED", "Export e cannot be deleted as it is in use by u");
    begin("Resources:\n" THING("A", ""), true, ON_FAILURE_ROLLBACK);
    check_status("UPDATE_ROLLBACK_COMPLETE", "");
}

/* ---- recovering ---- */

#define PAIR(v)                                                                                    \
    "Resources:\n" THING("A", VALUE(v)) THING("B", ", Properties: {V: !Sub '" v "${A}'}")

static void pair(void)
{
    begin(PAIR("1"), false, ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("B", "b");
}

static void cancelled(void **state)
{
    (void)state;
    pair();
    assert_false(deployment_cancel(stack));
    begin(PAIR("2"), true, ON_FAILURE_NOTHING);
    assert_true(deployment_cancel(stack));
    assert_false(deployment_cancel(stack));
    check_status("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated");
    check_open("~A"); /* what has begun goes on; B is not begun */
    answer("A", "a");
    check_open("~A");
    assert_string_equal(
        json_string_value(json_object_get(played.all[played.n - 1].resource.properties, "V")), "1");
    answer("A", "a");
    check_status("UPDATE_ROLLBACK_COMPLETE", "");
}

/* An update that failed, and whose rollback did. */
static void stuck(void)
{
    pair();
    begin(PAIR("2"), true, ON_FAILURE_ROLLBACK);
    answer("A", "a");
    answer("B", NULL);
    answer("A", NULL);
    check_status("UPDATE_ROLLBACK_FAILED", "The following resource(s) failed to update: [A]. ");
}

static void goes_on_with_its_rollback(void **state)
{
    (void)state;
    stuck();
    assert_int_equal(deployment_continue(stack, NULL), 0);
    check_status("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated");
    check_open("~A");
    answer("A", "a");
    check_open("~B");
    answer("B", "b");
    check_status("UPDATE_ROLLBACK_COMPLETE", "");
    assert_null(json_object_get(stack->doc, STACK_STABLE));
}

static void skips(void **state)
{
    (void)state;
    stuck();
    json_t *skip = json_pack("[s]", "A");
    assert_int_equal(deployment_continue(stack, skip), 0);
    json_decref(skip);
    check_open("~B");
    answer("B", "b");
    check_status("UPDATE_ROLLBACK_COMPLETE", "");
}

/* What a second update begins with is not what its rollback goes back to. */
static void rolled_back_later(void **state)
{
    (void)state;
    pair();
    begin(PAIR("2"), true, ON_FAILURE_NOTHING);
    answer("A", "a");
    answer("B", NULL);
    check_status("UPDATE_FAILED", "The following resource(s) failed to update: [B]. ");
    begin(PAIR("2") THING("C", ", DependsOn: B"), true, ON_FAILURE_NOTHING);
    check_open("~B"); /* is tried again */
    answer("B", "b");
    answer("C", NULL);
    check_status("UPDATE_FAILED", "The following resource(s) failed to update: [C]. ");
    assert_int_equal(deployment_rollback(stack, false), 0);
    check_open("~A");
    answer("A", "a");
    answer("B", "b");
    check_status("UPDATE_ROLLBACK_COMPLETE", "");
    assert_null(json_object_get(json_object_get(stack->doc, "Resources"), "C"));
}

static void tried_again(void **state)
{
    (void)state;
    begin(PAIR("1"), false, ON_FAILURE_NOTHING);
    answer("A", "a");
    answer("B", NULL);
    begin(PAIR("1"), true, ON_FAILURE_NOTHING);
    check_open("+B"); /* it is not there yet */
    answer("B", NULL);
    check_status("UPDATE_FAILED", "The following resource(s) failed to update: [B]. ");
    assert_int_equal(deployment_rollback(stack, false), 0);
    check_status("DELETE_IN_PROGRESS", "User Initiated"); /* all was well at no time */
    check_open("-A");
    answer("A", "");
    check_status("DELETE_COMPLETE", "");
}

static void addresses(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"https://ab12.execute-api.eu-west-1.amazonaws.com/Prod/x?y",
         "http://127.0.0.1:1/_api/ab12/Prod/x?y"},
        {"https://ab12.execute-api.us-east-1.amazonaws.com", "http://127.0.0.1:1/_api/ab12"},
        {"see https://a.execute-api.r.amazonaws.com/A and https://b.execute-api.r.amazonaws.com/B",
         "see http://127.0.0.1:1/_api/a/A and http://127.0.0.1:1/_api/b/B"},
        {"https://id.lambda-url.us-east-1.on.aws/", "http://127.0.0.1:1/_url/id/"},
        {"https://b.s3.us-east-1.amazonaws.com/k", "https://b.s3.us-east-1.amazonaws.com/k"},
        {"https://x.execute-api.r.amazonaws.community/",
         "https://x.execute-api.r.amazonaws.community/"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        json_t *text = output_rewritten(pairs[i][0], "http://127.0.0.1:1");
        assert_string_equal(json_string_value(text), pairs[i][1]);
        json_decref(text);
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {TEST(side_by_side),
                                       TEST(rolled_back),
                                       TEST(failed_and_left),
                                       TEST(deletion_stops_where_it_must),
                                       TEST(updated),
                                       TEST(replaced),
                                       TEST(update_rolled_back),
                                       TEST(abandoned),
                                       TEST(deleted_are_forgotten),
                                       TEST(exports),
                                       TEST(cancelled),
                                       TEST(goes_on_with_its_rollback),
                                       TEST(skips),
                                       TEST(rolled_back_later),
                                       TEST(tried_again),
                                       TEST(addresses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
