/* SPDX-License-Identifier: Apache-2.0 */
/* Who may ask a function's URL (Developer Guide, "Control access to Lambda function URLs"): since
 * October 2025 it takes two permissions. */
#include <string.h>

#include <slrun/iam.h>

#include "local/function.h"
#include "local/url.h"

static bool admits(const struct url_asked *asked, struct slrun_iam_visit *visit, json_t *keys)
{
    const struct slrun_cloud *cloud = asked->function->service->cloud;
    char arn[ARN_SIZE];
    function_arn(asked->function, asked->qualifier, arn);
    visit->resource = arn;
    visit->policy =
        json_object_get(json_object_get(asked->function->doc, "Policies"), asked->qualifier);
    visit->keys = keys;
    visit->what = "answer requests to the URL of";
    bool admitted = !cloud->iam->visit(cloud, visit);
    json_decref(keys);
    return admitted;
}

bool url_admits(const struct url_asked *asked, const struct slrun_exchange *x)
{
    bool by_key = strcmp(asked->auth, "AWS_IAM") == 0;
    if (by_key && !x->access_key)
        return false;
    struct slrun_iam_visit visit = {.access_key = by_key ? x->access_key : NULL};
    if (!asked->function->service->cloud->iam)
        return true;
    visit.action = "lambda:InvokeFunctionUrl";
    bool url = admits(asked, &visit, json_pack("{s:s}", "lambda:FunctionUrlAuthType", asked->auth));
    visit.action = "lambda:InvokeFunction";
    return admits(asked, &visit, json_pack("{s:s}", "lambda:InvokedViaFunctionUrl", "true")) && url;
}
