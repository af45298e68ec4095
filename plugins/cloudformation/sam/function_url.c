/* SPDX-License-Identifier: Apache-2.0 */
/* FunctionUrlConfig: a URL and, where anyone may call it, the permissions for that. */
#include <string.h>

#include "sam/function.h"
#include "sam/value.h"

static bool check_cors(struct sam *s, const json_t *cors)
{
    static const struct {
        const char *name;
        json_type type;
        const char *type_name;
    } known[] = {
        {"AllowOrigins", JSON_ARRAY, "list"},    {"AllowMethods", JSON_ARRAY, "list"},
        {"AllowCredentials", JSON_TRUE, "bool"}, {"AllowHeaders", JSON_ARRAY, "list"},
        {"ExposeHeaders", JSON_ARRAY, "list"},   {"MaxAge", JSON_INTEGER, "int"},
    };
    enum { N = sizeof known / sizeof *known };
    if (!sam_given(cors) || sam_intrinsic(cors))
        return true;
    if (!sam_expect(s, cors, SAM_MAP, "FunctionUrlConfig.Cors"))
        return false;
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)cors, key, value) {
        size_t i = 0;
        while (i < N && strcmp(known[i].name, key) != 0)
            i++;
        if (i == N)
            return sam_fail(s, s->id, "%s is not a valid property for configuring Cors.", key);
        bool same = known[i].type == JSON_TRUE ? json_is_boolean(value)
                                               : json_typeof(value) == known[i].type;
        if (!same && !sam_intrinsic(value))
            return sam_fail(s, s->id, "%s must be of type %s.", key, known[i].type_name);
    }
    return true;
}

static void make_permission(struct sam *s, struct sam_function *f, const char *suffix,
                            json_t *properties)
{
    char id[SAM_ID_MAX];
    sam_put(s, properties, "FunctionName", sam_target_name(&f->target));
    sam_put(s, properties, "Principal", json_string("*"));
    sam_make(s, sam_id(id, "%s%s", s->id, suffix), "AWS::Lambda::Permission", properties);
}

bool sam_function_url(struct sam *s, struct sam_function *f)
{
    const json_t *config = sam_get(f->p, "FunctionUrlConfig"), *auth = sam_get(config, "AuthType");
    if (!sam_given(config))
        return true;
    bool known = sam_equals(auth, "AWS_IAM") || sam_equals(auth, "NONE") || sam_intrinsic(auth);
    if (!sam_intrinsic(config) && !known) {
        return sam_fail(s, s->id,
                        "AuthType is required to configure function property `FunctionUrlConfig`. "
                        "Please provide either AWS_IAM or NONE.");
    }
    if (!sam_intrinsic(config) && !check_cors(s, sam_get(config, "Cors")))
        return false;
    char id[SAM_ID_MAX];
    json_t *url = sam_make(s, sam_id(id, "%sUrl", s->id), "AWS::Lambda::Url",
                           json_pack("{s:o}", "TargetFunctionArn", sam_target_name(&f->target)));
    if (sam_has(config, "Cors"))
        sam_copy(s, url, config, "Cors");
    sam_copy(s, url, config, "AuthType");
    sam_copy(s, url, config, "InvokeMode");
    if (sam_equals(auth, "NONE") && !sam_intrinsic(config)) {
        make_permission(s, f, "UrlPublicPermissions",
                        json_pack("{s:s, s:s}", "Action", "lambda:InvokeFunctionUrl",
                                  "FunctionUrlAuthType", "NONE"));
        make_permission(
            s, f, "URLInvokeAllowPublicAccess",
            json_pack("{s:s, s:b}", "Action", "lambda:InvokeFunction", "InvokedViaFunctionUrl", 1));
    }
    return true;
}
