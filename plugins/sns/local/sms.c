/* SPDX-License-Identifier: Apache-2.0 */
/* SMS: an account's settings in a region, and numbers. Nothing is sent, and nobody opts out. */
#include <string.h>

#include "local/service.h"

#define DIGITS "0123456789"

enum { DIGITS_MIN = 2, DIGITS_MAX = 15 };                         /* of a number; E.164 */
enum { ORIGINATION_NUMBERS_MAX = 30, SANDBOX_NUMBERS_MAX = 100 }; /* in a page */

bool phone_is_number(const char *text)
{
    const char *digits = text + (*text == '+');
    size_t n = strspn(digits, DIGITS);
    return n >= DIGITS_MIN && n <= DIGITS_MAX && !digits[n] && *digits != '0';
}

/* The argument, if it is a number. NULL after call_fail(). */
static const char *number(struct call *call, const char *name)
{
    const char *text = call_text(call, name);
    if (phone_is_number(text))
        return text;
    call_invalid(call, "PhoneNumber Reason: input incorrectly formatted");
    return NULL;
}

/* ---- the account's settings ---- */

/* Of the caller's account in the region; borrowed. What changes is to be kept. */
static json_t *mine(const struct call *call, const char *member)
{
    json_t *place = json_sprintf("%s %s", call->x->account, call->x->region);
    json_t *doc = json_object_get(call->service->sms, json_string_value(place));
    if (!doc) {
        doc = json_pack("{s:{s:s}, s:{}}", "Attributes", "MonthlySpendLimit", "1", "Sandbox");
        (void)json_object_set_new(call->service->sms, json_string_value(place), doc);
    }
    json_decref(place);
    return json_object_get(doc, member);
}

static void keep(const struct call *call)
{
    json_t *place = json_sprintf("%s %s", call->x->account, call->x->region);
    sms_keep(call->service, json_string_value(place));
    json_decref(place);
}

static bool is_word(const char *const *words, const char *text)
{
    while (*words && strcmp(*words, text) != 0)
        words++;
    return *words != NULL;
}

json_t *op_set_sms_attributes(struct call *call)
{
    static const char *const names[] = {"DefaultSMSType",
                                        "DefaultSenderID",
                                        "DeliveryStatusIAMRole",
                                        "DeliveryStatusSuccessSamplingRate",
                                        "MonthlySpendLimit",
                                        "UsageReportS3Bucket",
                                        NULL};
    static const char *const types[] = {"Promotional", "Transactional", NULL};
    json_t *attributes = json_object_get(call->args, "attributes"), *value;
    const char *name;
    json_object_foreach (attributes, name, value) {
        if (!is_word(names, name))
            return call_fail(call, "InvalidParameter", "%.100s is not a valid attribute", name);
        if (strcmp(name, *names) == 0 && !is_word(types, json_string_value(value)))
            return call_fail(call, "InvalidParameter", "%s is invalid", name);
    }
    (void)json_object_update(mine(call, "Attributes"), attributes);
    keep(call);
    return json_object();
}

json_t *op_get_sms_attributes(struct call *call)
{
    const json_t *names = json_object_get(call->args, "attributes"),
                 *all = mine(call, "Attributes");
    json_t *told = json_array_size(names) > 0 ? json_object() : json_deep_copy(all), *name;
    size_t i;
    json_array_foreach (names, i, name) {
        json_t *value = json_object_get(all, json_string_value(name));
        if (value)
            (void)json_object_set(told, json_string_value(name), value);
    }
    return json_pack("{s:o}", "attributes", told);
}

/* ---- numbers ---- */

json_t *op_check_if_phone_number_is_opted_out(struct call *call)
{
    return number(call, "phoneNumber") ? json_pack("{s:b}", "isOptedOut", 0) : NULL;
}

json_t *op_opt_in_phone_number(struct call *call)
{
    return number(call, "phoneNumber") ? json_object() : NULL;
}

json_t *op_list_phone_numbers_opted_out(struct call *call)
{
    return call_page(call, json_array());
}

/* A page of the list (taken over) of no more than `most`, as MaxResults must be. */
static json_t *page_up_to(struct call *call, json_t *list, json_int_t most)
{
    const json_t *given = json_object_get(call->args, "MaxResults");
    json_int_t wanted = given ? json_integer_value(given) : most;
    if (wanted >= 1 && wanted <= most)
        return call_page(call, list);
    json_decref(list);
    return call_fail(call, "ValidationError",
                     "1 validation error detected: Value '%" JSON_INTEGER_FORMAT
                     "' at 'maxResults' failed to satisfy constraint: Member must have value %s "
                     "than or equal to %" JSON_INTEGER_FORMAT,
                     wanted, wanted < 1 ? "greater" : "less", wanted < 1 ? 1 : most);
}

json_t *op_list_origination_numbers(struct call *call)
{
    return page_up_to(call, json_array(), ORIGINATION_NUMBERS_MAX);
}

/* ---- the sandbox, in which all accounts begin ---- */

json_t *op_get_sms_sandbox_account_status(struct call *call)
{
    (void)call;
    return json_pack("{s:b}", "IsInSandbox", 1);
}

json_t *op_create_sms_sandbox_phone_number(struct call *call)
{
    const char *text = number(call, "PhoneNumber");
    if (!text)
        return NULL;
    (void)json_object_set_new(mine(call, "Sandbox"), text, json_string("Pending"));
    keep(call);
    return json_object();
}

/* The number's place in the sandbox, or NULL after call_fail(). */
static const char *in_sandbox(struct call *call)
{
    const char *text = number(call, "PhoneNumber");
    if (text && !json_object_get(mine(call, "Sandbox"), text))
        call_fail(call, "ResourceNotFound", "The phone number is not in the SMS sandbox");
    return call->code ? NULL : text;
}

json_t *op_delete_sms_sandbox_phone_number(struct call *call)
{
    const char *text = in_sandbox(call);
    if (!text)
        return NULL;
    (void)json_object_del(mine(call, "Sandbox"), text);
    keep(call);
    return json_object();
}

/* No SMS is sent, so no password can be right. */
json_t *op_verify_sms_sandbox_phone_number(struct call *call)
{
    if (in_sandbox(call))
        call_fail(call, "VerificationException", "The one-time password is not valid");
    return NULL;
}

json_t *op_list_sms_sandbox_phone_numbers(struct call *call)
{
    json_t *list = json_array(), *status;
    const char *text;
    json_object_foreach (mine(call, "Sandbox"), text, status)
        (void)json_array_append_new(list,
                                    json_pack("{s:s, s:O}", "PhoneNumber", text, "Status", status));
    return page_up_to(call, list, SANDBOX_NUMBERS_MAX);
}
