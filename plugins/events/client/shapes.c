/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

const struct slrun_param events_cancel_replay_params[] = {
    {"ReplayName", S_STRING, SLRUN_REQUIRED, "Name of the replay."},
    {.name = NULL},
};

const struct slrun_param events_cancel_replay_result[] = {
    {"ReplayArn", S_STRING, 0, "Replay arn."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {.name = NULL},
};

static const char *const words_api_destination_http_method[] = {
    "POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", NULL};
const struct slrun_param events_create_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ConnectionArn", S_STRING, SLRUN_REQUIRED, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, SLRUN_REQUIRED, "Where events go, https://..."},
    {"HttpMethod", S_WORD(words_api_destination_http_method), SLRUN_REQUIRED,
     "The method of requests."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0, "Most requests a second; not minded here."},
    {.name = NULL},
};

const struct slrun_param events_create_api_destination_result[] = {
    {"ApiDestinationArn", S_STRING, 0, "Api destination arn."},
    {"ApiDestinationState", S_STRING, 0, "Api destination state."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param events_create_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {"EventSourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the bus; of a replay, of the archive."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventPattern", S_STRING, 0, "Which events it matches, a JSON text."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

const struct slrun_param events_create_archive_result[] = {
    {"ArchiveArn", S_STRING, 0, "Archive arn."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {.name = NULL},
};

static const char *const words_connection_authorization_type[] = {
    "BASIC", "OAUTH_CLIENT_CREDENTIALS", "API_KEY", NULL};
static const struct slrun_param create_connection_basic_auth_request_parameters_given[] = {
    {"Username", S_STRING, SLRUN_REQUIRED, "Username."},
    {"Password", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Password."},
    {.name = NULL},
};

static const struct slrun_param create_connection_o_auth_client_request_parameters_given[] = {
    {"ClientID", S_STRING, SLRUN_REQUIRED, "Client ID."},
    {"ClientSecret", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Client secret."},
    {.name = NULL},
};

static const char *const words_connection_o_auth_http_method[] = {"GET", "POST", "PUT", NULL};
static const struct slrun_param connection_header_parameter_given[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, SLRUN_SECRET, "Value."},
    {"IsValueSecret", S_BOOLEAN, 0, "Is value secret."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_header_parameter_given =
    S_STRUCTURE(connection_header_parameter_given);
static const struct slrun_param connection_query_string_parameter_given[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, SLRUN_SECRET, "Value."},
    {"IsValueSecret", S_BOOLEAN, 0, "Is value secret."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_query_string_parameter_given =
    S_STRUCTURE(connection_query_string_parameter_given);
static const struct slrun_param connection_body_parameter_given[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, SLRUN_SECRET, "Value."},
    {"IsValueSecret", S_BOOLEAN, 0, "Is value secret."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_body_parameter_given =
    S_STRUCTURE(connection_body_parameter_given);
static const struct slrun_param connection_http_parameters_given[] = {
    {"HeaderParameters", S_LIST(shape_connection_header_parameter_given), 0, "Header parameters."},
    {"QueryStringParameters", S_LIST(shape_connection_query_string_parameter_given), 0,
     "Query string parameters."},
    {"BodyParameters", S_LIST(shape_connection_body_parameter_given), 0, "Body parameters."},
    {.name = NULL},
};

static const struct slrun_param create_connection_o_auth_request_parameters_given[] = {
    {"ClientParameters", S_STRUCTURE(create_connection_o_auth_client_request_parameters_given),
     SLRUN_REQUIRED, "Client parameters."},
    {"AuthorizationEndpoint", S_STRING, SLRUN_REQUIRED, "Authorization endpoint."},
    {"HttpMethod", S_WORD(words_connection_o_auth_http_method), SLRUN_REQUIRED,
     "The method of requests."},
    {"OAuthHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "O auth http parameters."},
    {.name = NULL},
};

static const struct slrun_param create_connection_api_key_auth_request_parameters_given[] = {
    {"ApiKeyName", S_STRING, SLRUN_REQUIRED, "Api key name."},
    {"ApiKeyValue", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Api key value."},
    {.name = NULL},
};

static const struct slrun_param connectivity_resource_configuration_arn_given[] = {
    {"ResourceConfigurationArn", S_STRING, SLRUN_REQUIRED, "Resource configuration arn."},
    {.name = NULL},
};

static const struct slrun_param connectivity_resource_parameters_given[] = {
    {"ResourceParameters", S_STRUCTURE(connectivity_resource_configuration_arn_given),
     SLRUN_REQUIRED, "Resource parameters."},
    {.name = NULL},
};

const struct slrun_param events_create_connection_auth_request_parameters[] = {
    {"BasicAuthParameters", S_STRUCTURE(create_connection_basic_auth_request_parameters_given), 0,
     "Basic auth parameters."},
    {"OAuthParameters", S_STRUCTURE(create_connection_o_auth_request_parameters_given), 0,
     "O auth parameters."},
    {"ApiKeyAuthParameters", S_STRUCTURE(create_connection_api_key_auth_request_parameters_given),
     0, "Api key auth parameters."},
    {"InvocationHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "Invocation http parameters."},
    {"ConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "Connectivity parameters."},
    {.name = NULL},
};

const struct slrun_param events_create_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"AuthorizationType", S_WORD(words_connection_authorization_type), SLRUN_REQUIRED,
     "BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"AuthParameters", S_STRUCTURE(events_create_connection_auth_request_parameters),
     SLRUN_REQUIRED, "What is authorized with."},
    {"InvocationConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "Invocation connectivity parameters."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

const struct slrun_param events_create_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0, "Connection state."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_given[] = {
    {"Arn", S_STRING, 0, "ARN."},
    {.name = NULL},
};

static const char *const words_include_detail[] = {"NONE", "FULL", NULL};
static const char *const words_level[] = {"OFF", "ERROR", "INFO", "TRACE", NULL};
static const struct slrun_param log_config_given[] = {
    {"IncludeDetail", S_WORD(words_include_detail), 0, "Include detail."},
    {"Level", S_WORD(words_level), 0, "Level."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
const struct slrun_param events_create_event_bus_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"EventSourceName", S_STRING, 0, "Event source name."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_given), 0, "Log config."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_members[] = {
    {"Arn", S_STRING, 0, "ARN."},
    {.name = NULL},
};

static const struct slrun_param log_config_members[] = {
    {"IncludeDetail", S_STRING, 0, "Include detail."},
    {"Level", S_STRING, 0, "Level."},
    {.name = NULL},
};

const struct slrun_param events_create_event_bus_result[] = {
    {"EventBusArn", S_STRING, 0, "Event bus arn."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_members), 0, "Log config."},
    {.name = NULL},
};

const struct slrun_param events_deauthorize_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {.name = NULL},
};

const struct slrun_param events_deauthorize_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0, "Connection state."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "Last authorized time."},
    {.name = NULL},
};

const struct slrun_param events_delete_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {.name = NULL},
};

const struct slrun_param events_delete_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {.name = NULL},
};

const struct slrun_param events_delete_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {.name = NULL},
};

const struct slrun_param events_delete_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0, "Connection state."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "Last authorized time."},
    {.name = NULL},
};

const struct slrun_param events_delete_event_bus_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {.name = NULL},
};

const struct slrun_param events_delete_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"Force", S_BOOLEAN, 0, "Also one that an AWS service manages."},
    {.name = NULL},
};

const struct slrun_param events_describe_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {.name = NULL},
};

const struct slrun_param events_describe_api_destination_result[] = {
    {"ApiDestinationArn", S_STRING, 0, "Api destination arn."},
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ApiDestinationState", S_STRING, 0, "Api destination state."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, 0, "Where events go, https://..."},
    {"HttpMethod", S_STRING, 0, "The method of requests."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0, "Most requests a second; not minded here."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param events_describe_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {.name = NULL},
};

const struct slrun_param events_describe_archive_result[] = {
    {"ArchiveArn", S_STRING, 0, "Archive arn."},
    {"ArchiveName", S_STRING, 0, "Name of the archive."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus; of a replay, of the archive."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventPattern", S_STRING, 0, "Which events it matches, a JSON text."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"SizeBytes", S_INTEGER, 0, "Size bytes."},
    {"EventCount", S_INTEGER, 0, "Event count."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {.name = NULL},
};

const struct slrun_param events_describe_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {.name = NULL},
};

static const struct slrun_param describe_connection_resource_parameters_members[] = {
    {"ResourceConfigurationArn", S_STRING, 0, "Resource configuration arn."},
    {"ResourceAssociationArn", S_STRING, 0, "Resource association arn."},
    {.name = NULL},
};

static const struct slrun_param describe_connection_connectivity_parameters_members[] = {
    {"ResourceParameters", S_STRUCTURE(describe_connection_resource_parameters_members), 0,
     "Resource parameters."},
    {.name = NULL},
};

static const struct slrun_param connection_basic_auth_response_parameters_members[] = {
    {"Username", S_STRING, 0, "Username."},
    {.name = NULL},
};

static const struct slrun_param connection_o_auth_client_response_parameters_members[] = {
    {"ClientID", S_STRING, 0, "Client ID."},
    {.name = NULL},
};

static const struct slrun_param connection_header_parameter_members[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, SLRUN_SECRET, "Value."},
    {"IsValueSecret", S_BOOLEAN, 0, "Is value secret."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_header_parameter_members =
    S_STRUCTURE(connection_header_parameter_members);
static const struct slrun_param connection_query_string_parameter_members[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, SLRUN_SECRET, "Value."},
    {"IsValueSecret", S_BOOLEAN, 0, "Is value secret."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_query_string_parameter_members =
    S_STRUCTURE(connection_query_string_parameter_members);
static const struct slrun_param connection_body_parameter_members[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, SLRUN_SECRET, "Value."},
    {"IsValueSecret", S_BOOLEAN, 0, "Is value secret."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_body_parameter_members =
    S_STRUCTURE(connection_body_parameter_members);
static const struct slrun_param connection_http_parameters_members[] = {
    {"HeaderParameters", S_LIST(shape_connection_header_parameter_members), 0,
     "Header parameters."},
    {"QueryStringParameters", S_LIST(shape_connection_query_string_parameter_members), 0,
     "Query string parameters."},
    {"BodyParameters", S_LIST(shape_connection_body_parameter_members), 0, "Body parameters."},
    {.name = NULL},
};

static const struct slrun_param connection_o_auth_response_parameters_members[] = {
    {"ClientParameters", S_STRUCTURE(connection_o_auth_client_response_parameters_members), 0,
     "Client parameters."},
    {"AuthorizationEndpoint", S_STRING, 0, "Authorization endpoint."},
    {"HttpMethod", S_STRING, 0, "The method of requests."},
    {"OAuthHttpParameters", S_STRUCTURE(connection_http_parameters_members), 0,
     "O auth http parameters."},
    {.name = NULL},
};

static const struct slrun_param connection_api_key_auth_response_parameters_members[] = {
    {"ApiKeyName", S_STRING, 0, "Api key name."},
    {.name = NULL},
};

static const struct slrun_param connection_auth_response_parameters_members[] = {
    {"BasicAuthParameters", S_STRUCTURE(connection_basic_auth_response_parameters_members), 0,
     "Basic auth parameters."},
    {"OAuthParameters", S_STRUCTURE(connection_o_auth_response_parameters_members), 0,
     "O auth parameters."},
    {"ApiKeyAuthParameters", S_STRUCTURE(connection_api_key_auth_response_parameters_members), 0,
     "Api key auth parameters."},
    {"InvocationHttpParameters", S_STRUCTURE(connection_http_parameters_members), 0,
     "Invocation http parameters."},
    {"ConnectivityParameters", S_STRUCTURE(describe_connection_connectivity_parameters_members), 0,
     "Connectivity parameters."},
    {.name = NULL},
};

const struct slrun_param events_describe_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"InvocationConnectivityParameters",
     S_STRUCTURE(describe_connection_connectivity_parameters_members), 0,
     "Invocation connectivity parameters."},
    {"ConnectionState", S_STRING, 0, "Connection state."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"AuthorizationType", S_STRING, 0, "BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"SecretArn", S_STRING, 0, "Secret arn."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"AuthParameters", S_STRUCTURE(connection_auth_response_parameters_members), 0,
     "What is authorized with."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "Last authorized time."},
    {.name = NULL},
};

const struct slrun_param events_describe_event_bus_params[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {.name = NULL},
};

const struct slrun_param events_describe_event_bus_result[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Arn", S_STRING, 0, "ARN."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"Policy", S_STRING, 0, "The bus's policy, a JSON text."},
    {"LogConfig", S_STRUCTURE(log_config_members), 0, "Log config."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"ManagedBy", S_STRING, 0, "Managed by."},
    {.name = NULL},
};

const struct slrun_param events_describe_replay_params[] = {
    {"ReplayName", S_STRING, SLRUN_REQUIRED, "Name of the replay."},
    {.name = NULL},
};

static const struct slrun_param replay_destination_members[] = {
    {"Arn", S_STRING, 0, "ARN."},
    {"FilterArns", S_LIST(shape_string), 0, "ARNs of rules; all unless told."},
    {.name = NULL},
};

const struct slrun_param events_describe_replay_result[] = {
    {"ReplayName", S_STRING, 0, "Name of the replay."},
    {"ReplayArn", S_STRING, 0, "Replay arn."},
    {"Description", S_STRING, 0, "What it is for."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus; of a replay, of the archive."},
    {"Destination", S_STRUCTURE(replay_destination_members), 0, "The bus, and which of its rules."},
    {"EventStartTime", S_TIMESTAMP, 0, "The first time of events that are put again."},
    {"EventEndTime", S_TIMESTAMP, 0, "The last one."},
    {"EventLastReplayedTime", S_TIMESTAMP, 0, "Event last replayed time."},
    {"ReplayStartTime", S_TIMESTAMP, 0, "Replay start time."},
    {"ReplayEndTime", S_TIMESTAMP, 0, "Replay end time."},
    {.name = NULL},
};

const struct slrun_param events_describe_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {.name = NULL},
};

const struct slrun_param events_describe_rule_result[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Arn", S_STRING, 0, "ARN."},
    {"EventPattern", S_STRING, 0, "Which events it matches, a JSON text."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires by itself: rate(5 minutes), cron(0 12 * * ? *)."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"Description", S_STRING, 0, "What it is for."},
    {"RoleArn", S_STRING, 0, "Role with which targets are reached."},
    {"ManagedBy", S_STRING, 0, "Managed by."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"CreatedBy", S_STRING, 0, "Created by."},
    {.name = NULL},
};

const struct slrun_param events_disable_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {.name = NULL},
};

const struct slrun_param events_enable_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {.name = NULL},
};

const struct slrun_param events_list_api_destinations_params[] = {
    {"NamePrefix", S_STRING, 0, "How the names begin."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param api_destination_members[] = {
    {"ApiDestinationArn", S_STRING, 0, "Api destination arn."},
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"ApiDestinationState", S_STRING, 0, "Api destination state."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, 0, "Where events go, https://..."},
    {"HttpMethod", S_STRING, 0, "The method of requests."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0, "Most requests a second; not minded here."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

static const struct slrun_shape shape_api_destination_members =
    S_STRUCTURE(api_destination_members);
const struct slrun_param events_list_api_destinations_result[] = {
    {"ApiDestinations", S_LIST(shape_api_destination_members), 0, "Api destinations."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const char *const words_archive_state[] = {
    "ENABLED", "DISABLED", "CREATING", "UPDATING", "CREATE_FAILED", "UPDATE_FAILED", NULL};
const struct slrun_param events_list_archives_params[] = {
    {"NamePrefix", S_STRING, 0, "How the names begin."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus; of a replay, of the archive."},
    {"State", S_WORD(words_archive_state), 0, "ENABLED or DISABLED."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param archive_members[] = {
    {"ArchiveName", S_STRING, 0, "Name of the archive."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus; of a replay, of the archive."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"SizeBytes", S_INTEGER, 0, "Size bytes."},
    {"EventCount", S_INTEGER, 0, "Event count."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {.name = NULL},
};

static const struct slrun_shape shape_archive_members = S_STRUCTURE(archive_members);
const struct slrun_param events_list_archives_result[] = {
    {"Archives", S_LIST(shape_archive_members), 0, "Archives."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const char *const words_connection_state[] = {
    "CREATING",    "UPDATING",      "DELETING", "AUTHORIZED",          "DEAUTHORIZED",
    "AUTHORIZING", "DEAUTHORIZING", "ACTIVE",   "FAILED_CONNECTIVITY", NULL};
const struct slrun_param events_list_connections_params[] = {
    {"NamePrefix", S_STRING, 0, "How the names begin."},
    {"ConnectionState", S_WORD(words_connection_state), 0, "Connection state."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param connection_members[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"ConnectionState", S_STRING, 0, "Connection state."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"AuthorizationType", S_STRING, 0, "BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "Last authorized time."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_members = S_STRUCTURE(connection_members);
const struct slrun_param events_list_connections_result[] = {
    {"Connections", S_LIST(shape_connection_members), 0, "Connections."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param events_list_event_buses_params[] = {
    {"NamePrefix", S_STRING, 0, "How the names begin."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param event_bus_members[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Arn", S_STRING, 0, "ARN."},
    {"Description", S_STRING, 0, "What it is for."},
    {"Policy", S_STRING, 0, "The bus's policy, a JSON text."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"ManagedBy", S_STRING, 0, "Managed by."},
    {.name = NULL},
};

static const struct slrun_shape shape_event_bus_members = S_STRUCTURE(event_bus_members);
const struct slrun_param events_list_event_buses_result[] = {
    {"EventBuses", S_LIST(shape_event_bus_members), 0, "The buses."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const char *const words_replay_state[] = {"STARTING",  "RUNNING", "CANCELLING", "COMPLETED",
                                                 "CANCELLED", "FAILED",  NULL};
const struct slrun_param events_list_replays_params[] = {
    {"NamePrefix", S_STRING, 0, "How the names begin."},
    {"State", S_WORD(words_replay_state), 0, "ENABLED or DISABLED."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus; of a replay, of the archive."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param replay_members[] = {
    {"ReplayName", S_STRING, 0, "Name of the replay."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus; of a replay, of the archive."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"EventStartTime", S_TIMESTAMP, 0, "The first time of events that are put again."},
    {"EventEndTime", S_TIMESTAMP, 0, "The last one."},
    {"EventLastReplayedTime", S_TIMESTAMP, 0, "Event last replayed time."},
    {"ReplayStartTime", S_TIMESTAMP, 0, "Replay start time."},
    {"ReplayEndTime", S_TIMESTAMP, 0, "Replay end time."},
    {.name = NULL},
};

static const struct slrun_shape shape_replay_members = S_STRUCTURE(replay_members);
const struct slrun_param events_list_replays_result[] = {
    {"Replays", S_LIST(shape_replay_members), 0, "Replays."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param events_list_rule_names_by_target_params[] = {
    {"TargetArn", S_STRING, SLRUN_REQUIRED, "ARN of the target."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

const struct slrun_param events_list_rule_names_by_target_result[] = {
    {"RuleNames", S_LIST(shape_string), 0, "Names of the rules."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param events_list_rules_params[] = {
    {"NamePrefix", S_STRING, 0, "How the names begin."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param rule_members[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Arn", S_STRING, 0, "ARN."},
    {"EventPattern", S_STRING, 0, "Which events it matches, a JSON text."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires by itself: rate(5 minutes), cron(0 12 * * ? *)."},
    {"RoleArn", S_STRING, 0, "Role with which targets are reached."},
    {"ManagedBy", S_STRING, 0, "Managed by."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {.name = NULL},
};

static const struct slrun_shape shape_rule_members = S_STRUCTURE(rule_members);
const struct slrun_param events_list_rules_result[] = {
    {"Rules", S_LIST(shape_rule_members), 0, "The rules."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param events_list_tags_for_resource_params[] = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of the rule or bus."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param events_list_tags_for_resource_result[] = {
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param events_list_targets_by_rule_params[] = {
    {"Rule", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param input_transformer_members[] = {
    {"InputPathsMap", S_MAP(shape_string), 0, "Parts of the event by name."},
    {"InputTemplate", S_STRING, 0, "What the target gets; <name> is a part."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_members[] = {
    {"PartitionKeyPath", S_STRING, 0, "Partition key path."},
    {.name = NULL},
};

static const struct slrun_param run_command_target_members[] = {
    {"Key", S_STRING, 0, "The tag's name."},
    {"Values", S_LIST(shape_string), 0, "Values."},
    {.name = NULL},
};

static const struct slrun_shape shape_run_command_target_members =
    S_STRUCTURE(run_command_target_members);
static const struct slrun_param run_command_parameters_members[] = {
    {"RunCommandTargets", S_LIST(shape_run_command_target_members), 0, "Run command targets."},
    {.name = NULL},
};

static const struct slrun_param aws_vpc_configuration_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Subnets."},
    {"SecurityGroups", S_LIST(shape_string), 0, "Security groups."},
    {"AssignPublicIp", S_STRING, 0, "Assign public ip."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_members[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_members), 0, "Awsvpc configuration."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_members[] = {
    {"capacityProvider", S_STRING, 0, "Capacity provider."},
    {"weight", S_INTEGER, 0, "Weight."},
    {"base", S_INTEGER, 0, "Base."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_members =
    S_STRUCTURE(capacity_provider_strategy_item_members);
static const struct slrun_param placement_constraint_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"expression", S_STRING, 0, "Expression."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_members =
    S_STRUCTURE(placement_constraint_members);
static const struct slrun_param placement_strategy_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"field", S_STRING, 0, "Field."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_members =
    S_STRUCTURE(placement_strategy_members);
static const struct slrun_param ecs_parameters_members[] = {
    {"TaskDefinitionArn", S_STRING, 0, "Task definition arn."},
    {"TaskCount", S_INTEGER, 0, "Task count."},
    {"LaunchType", S_STRING, 0, "Launch type."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_members), 0,
     "Network configuration."},
    {"PlatformVersion", S_STRING, 0, "Platform version."},
    {"Group", S_STRING, 0, "Group."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_members), 0,
     "Capacity provider strategy."},
    {"EnableECSManagedTags", S_BOOLEAN, 0, "Enable ECS managed tags."},
    {"EnableExecuteCommand", S_BOOLEAN, 0, "Enable execute command."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_members), 0,
     "Placement constraints."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_members), 0, "Placement strategy."},
    {"PropagateTags", S_STRING, 0, "Propagate tags."},
    {"ReferenceId", S_STRING, 0, "Reference id."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_members[] = {
    {"Size", S_INTEGER, 0, "Size."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_members[] = {
    {"Attempts", S_INTEGER, 0, "Attempts."},
    {.name = NULL},
};

static const struct slrun_param batch_parameters_members[] = {
    {"JobDefinition", S_STRING, 0, "Job definition."},
    {"JobName", S_STRING, 0, "Job name."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_members), 0, "Array properties."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_members), 0, "Retry strategy."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_members[] = {
    {"MessageGroupId", S_STRING, 0, "Message group id."},
    {.name = NULL},
};

static const struct slrun_param http_parameters_members[] = {
    {"PathParameterValues", S_LIST(shape_string), 0, "Path parameter values."},
    {"HeaderParameters", S_MAP(shape_string), 0, "Header parameters."},
    {"QueryStringParameters", S_MAP(shape_string), 0, "Query string parameters."},
    {.name = NULL},
};

static const struct slrun_param redshift_data_parameters_members[] = {
    {"SecretManagerArn", S_STRING, 0, "Secret manager arn."},
    {"Database", S_STRING, 0, "Database."},
    {"DbUser", S_STRING, 0, "Db user."},
    {"Sql", S_STRING, 0, "Sql."},
    {"StatementName", S_STRING, 0, "Statement name."},
    {"WithEvent", S_BOOLEAN, 0, "With event."},
    {"Sqls", S_LIST(shape_string), 0, "Sqls."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_members[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_members =
    S_STRUCTURE(sage_maker_pipeline_parameter_members);
static const struct slrun_param sage_maker_pipeline_parameters_members[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_members), 0,
     "Pipeline parameter list."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_members[] = {
    {"MaximumRetryAttempts", S_INTEGER, 0, "0 to 185."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0, "60 to 86400."},
    {.name = NULL},
};

static const struct slrun_param app_sync_parameters_members[] = {
    {"GraphQLOperation", S_STRING, 0, "Graph QL operation."},
    {.name = NULL},
};

static const struct slrun_param target_members[] = {
    {"Id", S_STRING, 0, "Names the target in its rule."},
    {"Arn", S_STRING, 0, "ARN."},
    {"RoleArn", S_STRING, 0, "Role with which targets are reached."},
    {"Input", S_STRING, 0, "What the target gets in place of the event, a JSON text."},
    {"InputPath", S_STRING, 0, "Which part of the event the target gets: $.detail."},
    {"InputTransformer", S_STRUCTURE(input_transformer_members), 0,
     "What the target gets, made of parts of the event."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_members), 0,
     "Of a stream: where the partition key stands in the event."},
    {"RunCommandParameters", S_STRUCTURE(run_command_parameters_members), 0,
     "Run command parameters."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_members), 0, "Ecs parameters."},
    {"BatchParameters", S_STRUCTURE(batch_parameters_members), 0, "Batch parameters."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_members), 0, "Of a FIFO queue: the group."},
    {"HttpParameters", S_STRUCTURE(http_parameters_members), 0, "Http parameters."},
    {"RedshiftDataParameters", S_STRUCTURE(redshift_data_parameters_members), 0,
     "Redshift data parameters."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_members), 0,
     "Sage maker pipeline parameters."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_members), 0,
     "How long and how often delivery is tried."},
    {"AppSyncParameters", S_STRUCTURE(app_sync_parameters_members), 0, "App sync parameters."},
    {.name = NULL},
};

static const struct slrun_shape shape_target_members = S_STRUCTURE(target_members);
const struct slrun_param events_list_targets_by_rule_result[] = {
    {"Targets", S_LIST(shape_target_members), 0, "The targets; a rule has 5 at most."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param put_events_request_entry_given[] = {
    {"Time", S_TIMESTAMP, 0, "When it happened; now unless told."},
    {"Source", S_STRING, 0, "Who says it; may not begin with aws."},
    {"Resources", S_LIST(shape_string), 0, "ARNs that the event is about."},
    {"DetailType", S_STRING, 0, "What is said."},
    {"Detail", S_STRING, 0, "The particulars, the JSON text of an object."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"TraceHeader", S_STRING, 0, "Trace header."},
    {.name = NULL},
};

static const struct slrun_shape shape_put_events_request_entry_given =
    S_STRUCTURE(put_events_request_entry_given);
const struct slrun_param events_put_events_params[] = {
    {"Entries", S_LIST(shape_put_events_request_entry_given), SLRUN_REQUIRED, "1 to 10 events."},
    {"EndpointId", S_STRING, 0, "Endpoint id."},
    {.name = NULL},
};

static const struct slrun_param put_events_result_entry_members[] = {
    {"EventId", S_STRING, 0, "Id of the event."},
    {"ErrorCode", S_STRING, 0, "Why the entry was not taken."},
    {"ErrorMessage", S_STRING, 0, "Error message."},
    {.name = NULL},
};

static const struct slrun_shape shape_put_events_result_entry_members =
    S_STRUCTURE(put_events_result_entry_members);
const struct slrun_param events_put_events_result[] = {
    {"FailedEntryCount", S_INTEGER, 0, "Entries that were not taken."},
    {"Entries", S_LIST(shape_put_events_result_entry_members), 0, "1 to 10 events."},
    {.name = NULL},
};

static const struct slrun_param condition_given[] = {
    {"Type", S_STRING, SLRUN_REQUIRED, "Type."},
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

const struct slrun_param events_put_permission_params[] = {
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"Action", S_STRING, 0, "events:PutEvents."},
    {"Principal", S_STRING, 0, "Account that may, or *."},
    {"StatementId", S_STRING, 0, "Names the statement."},
    {"Condition", S_STRUCTURE(condition_given), 0, "Condition."},
    {"Policy", S_STRING, 0, "The bus's policy, a JSON text."},
    {.name = NULL},
};

static const char *const words_rule_state[] = {
    "ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", NULL};
const struct slrun_param events_put_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires by itself: rate(5 minutes), cron(0 12 * * ? *)."},
    {"EventPattern", S_STRING, 0, "Which events it matches, a JSON text."},
    {"State", S_WORD(words_rule_state), 0, "ENABLED or DISABLED."},
    {"Description", S_STRING, 0, "What it is for."},
    {"RoleArn", S_STRING, 0, "Role with which targets are reached."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {.name = NULL},
};

const struct slrun_param events_put_rule_result[] = {
    {"RuleArn", S_STRING, 0, "Rule arn."},
    {.name = NULL},
};

static const struct slrun_param input_transformer_given[] = {
    {"InputPathsMap", S_MAP(shape_string), 0, "Parts of the event by name."},
    {"InputTemplate", S_STRING, SLRUN_REQUIRED, "What the target gets; <name> is a part."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_given[] = {
    {"PartitionKeyPath", S_STRING, SLRUN_REQUIRED, "Partition key path."},
    {.name = NULL},
};

static const struct slrun_param run_command_target_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Values", S_LIST(shape_string), SLRUN_REQUIRED, "Values."},
    {.name = NULL},
};

static const struct slrun_shape shape_run_command_target_given =
    S_STRUCTURE(run_command_target_given);
static const struct slrun_param run_command_parameters_given[] = {
    {"RunCommandTargets", S_LIST(shape_run_command_target_given), SLRUN_REQUIRED,
     "Run command targets."},
    {.name = NULL},
};

static const char *const words_launch_type[] = {"EC2", "FARGATE", "EXTERNAL", NULL};
static const char *const words_assign_public_ip[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param aws_vpc_configuration_given[] = {
    {"Subnets", S_LIST(shape_string), SLRUN_REQUIRED, "Subnets."},
    {"SecurityGroups", S_LIST(shape_string), 0, "Security groups."},
    {"AssignPublicIp", S_WORD(words_assign_public_ip), 0, "Assign public ip."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_given[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_given), 0, "Awsvpc configuration."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_given[] = {
    {"capacityProvider", S_STRING, SLRUN_REQUIRED, "Capacity provider."},
    {"weight", S_INTEGER, 0, "Weight."},
    {"base", S_INTEGER, 0, "Base."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_given =
    S_STRUCTURE(capacity_provider_strategy_item_given);
static const char *const words_placement_constraint_type[] = {"distinctInstance", "memberOf", NULL};
static const struct slrun_param placement_constraint_given[] = {
    {"type", S_WORD(words_placement_constraint_type), 0, "Type."},
    {"expression", S_STRING, 0, "Expression."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_given =
    S_STRUCTURE(placement_constraint_given);
static const char *const words_placement_strategy_type[] = {"random", "spread", "binpack", NULL};
static const struct slrun_param placement_strategy_given[] = {
    {"type", S_WORD(words_placement_strategy_type), 0, "Type."},
    {"field", S_STRING, 0, "Field."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_given =
    S_STRUCTURE(placement_strategy_given);
static const char *const words_propagate_tags[] = {"TASK_DEFINITION", NULL};
static const struct slrun_param ecs_parameters_given[] = {
    {"TaskDefinitionArn", S_STRING, SLRUN_REQUIRED, "Task definition arn."},
    {"TaskCount", S_INTEGER, 0, "Task count."},
    {"LaunchType", S_WORD(words_launch_type), 0, "Launch type."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_given), 0, "Network configuration."},
    {"PlatformVersion", S_STRING, 0, "Platform version."},
    {"Group", S_STRING, 0, "Group."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_given), 0,
     "Capacity provider strategy."},
    {"EnableECSManagedTags", S_BOOLEAN, 0, "Enable ECS managed tags."},
    {"EnableExecuteCommand", S_BOOLEAN, 0, "Enable execute command."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_given), 0, "Placement constraints."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_given), 0, "Placement strategy."},
    {"PropagateTags", S_WORD(words_propagate_tags), 0, "Propagate tags."},
    {"ReferenceId", S_STRING, 0, "Reference id."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_given[] = {
    {"Size", S_INTEGER, 0, "Size."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_given[] = {
    {"Attempts", S_INTEGER, 0, "Attempts."},
    {.name = NULL},
};

static const struct slrun_param batch_parameters_given[] = {
    {"JobDefinition", S_STRING, SLRUN_REQUIRED, "Job definition."},
    {"JobName", S_STRING, SLRUN_REQUIRED, "Job name."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_given), 0, "Array properties."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_given), 0, "Retry strategy."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_given[] = {
    {"MessageGroupId", S_STRING, 0, "Message group id."},
    {.name = NULL},
};

static const struct slrun_param http_parameters_given[] = {
    {"PathParameterValues", S_LIST(shape_string), 0, "Path parameter values."},
    {"HeaderParameters", S_MAP(shape_string), 0, "Header parameters."},
    {"QueryStringParameters", S_MAP(shape_string), 0, "Query string parameters."},
    {.name = NULL},
};

static const struct slrun_param redshift_data_parameters_given[] = {
    {"SecretManagerArn", S_STRING, 0, "Secret manager arn."},
    {"Database", S_STRING, SLRUN_REQUIRED, "Database."},
    {"DbUser", S_STRING, 0, "Db user."},
    {"Sql", S_STRING, 0, "Sql."},
    {"StatementName", S_STRING, 0, "Statement name."},
    {"WithEvent", S_BOOLEAN, 0, "With event."},
    {"Sqls", S_LIST(shape_string), 0, "Sqls."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_given[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_given =
    S_STRUCTURE(sage_maker_pipeline_parameter_given);
static const struct slrun_param sage_maker_pipeline_parameters_given[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_given), 0,
     "Pipeline parameter list."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_given[] = {
    {"MaximumRetryAttempts", S_INTEGER, 0, "0 to 185."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0, "60 to 86400."},
    {.name = NULL},
};

static const struct slrun_param app_sync_parameters_given[] = {
    {"GraphQLOperation", S_STRING, 0, "Graph QL operation."},
    {.name = NULL},
};

static const struct slrun_param target_given[] = {
    {"Id", S_STRING, SLRUN_REQUIRED, "Names the target in its rule."},
    {"Arn", S_STRING, SLRUN_REQUIRED, "ARN."},
    {"RoleArn", S_STRING, 0, "Role with which targets are reached."},
    {"Input", S_STRING, 0, "What the target gets in place of the event, a JSON text."},
    {"InputPath", S_STRING, 0, "Which part of the event the target gets: $.detail."},
    {"InputTransformer", S_STRUCTURE(input_transformer_given), 0,
     "What the target gets, made of parts of the event."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_given), 0,
     "Of a stream: where the partition key stands in the event."},
    {"RunCommandParameters", S_STRUCTURE(run_command_parameters_given), 0,
     "Run command parameters."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_given), 0, "Ecs parameters."},
    {"BatchParameters", S_STRUCTURE(batch_parameters_given), 0, "Batch parameters."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_given), 0, "Of a FIFO queue: the group."},
    {"HttpParameters", S_STRUCTURE(http_parameters_given), 0, "Http parameters."},
    {"RedshiftDataParameters", S_STRUCTURE(redshift_data_parameters_given), 0,
     "Redshift data parameters."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_given), 0,
     "Sage maker pipeline parameters."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Queue for what could not be delivered."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_given), 0,
     "How long and how often delivery is tried."},
    {"AppSyncParameters", S_STRUCTURE(app_sync_parameters_given), 0, "App sync parameters."},
    {.name = NULL},
};

static const struct slrun_shape shape_target_given = S_STRUCTURE(target_given);
const struct slrun_param events_put_targets_params[] = {
    {"Rule", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"Targets", S_LIST(shape_target_given), SLRUN_REQUIRED, "The targets; a rule has 5 at most."},
    {.name = NULL},
};

static const struct slrun_param put_targets_result_entry_members[] = {
    {"TargetId", S_STRING, 0, "Target id."},
    {"ErrorCode", S_STRING, 0, "Why the entry was not taken."},
    {"ErrorMessage", S_STRING, 0, "Error message."},
    {.name = NULL},
};

static const struct slrun_shape shape_put_targets_result_entry_members =
    S_STRUCTURE(put_targets_result_entry_members);
const struct slrun_param events_put_targets_result[] = {
    {"FailedEntryCount", S_INTEGER, 0, "Entries that were not taken."},
    {"FailedEntries", S_LIST(shape_put_targets_result_entry_members), 0, "Failed entries."},
    {.name = NULL},
};

const struct slrun_param events_remove_permission_params[] = {
    {"StatementId", S_STRING, 0, "Names the statement."},
    {"RemoveAllPermissions", S_BOOLEAN, 0, "Remove all permissions."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {.name = NULL},
};

const struct slrun_param events_remove_targets_params[] = {
    {"Rule", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless told."},
    {"Ids", S_LIST(shape_string), SLRUN_REQUIRED, "Which targets go."},
    {"Force", S_BOOLEAN, 0, "Also one that an AWS service manages."},
    {.name = NULL},
};

static const struct slrun_param remove_targets_result_entry_members[] = {
    {"TargetId", S_STRING, 0, "Target id."},
    {"ErrorCode", S_STRING, 0, "Why the entry was not taken."},
    {"ErrorMessage", S_STRING, 0, "Error message."},
    {.name = NULL},
};

static const struct slrun_shape shape_remove_targets_result_entry_members =
    S_STRUCTURE(remove_targets_result_entry_members);
const struct slrun_param events_remove_targets_result[] = {
    {"FailedEntryCount", S_INTEGER, 0, "Entries that were not taken."},
    {"FailedEntries", S_LIST(shape_remove_targets_result_entry_members), 0, "Failed entries."},
    {.name = NULL},
};

static const struct slrun_param replay_destination_given[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "ARN."},
    {"FilterArns", S_LIST(shape_string), 0, "ARNs of rules; all unless told."},
    {.name = NULL},
};

const struct slrun_param events_start_replay_params[] = {
    {"ReplayName", S_STRING, SLRUN_REQUIRED, "Name of the replay."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventSourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the bus; of a replay, of the archive."},
    {"EventStartTime", S_TIMESTAMP, SLRUN_REQUIRED, "The first time of events that are put again."},
    {"EventEndTime", S_TIMESTAMP, SLRUN_REQUIRED, "The last one."},
    {"Destination", S_STRUCTURE(replay_destination_given), SLRUN_REQUIRED,
     "The bus, and which of its rules."},
    {.name = NULL},
};

const struct slrun_param events_start_replay_result[] = {
    {"ReplayArn", S_STRING, 0, "Replay arn."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"ReplayStartTime", S_TIMESTAMP, 0, "Replay start time."},
    {.name = NULL},
};

const struct slrun_param events_tag_resource_params[] = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of the rule or bus."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param events_test_event_pattern_params[] = {
    {"EventPattern", S_STRING, SLRUN_REQUIRED, "Which events it matches, a JSON text."},
    {"Event", S_STRING, SLRUN_REQUIRED,
     "An event as a JSON text, with all members that EventBridge gives it."},
    {.name = NULL},
};

const struct slrun_param events_test_event_pattern_result[] = {
    {"Result", S_BOOLEAN, 0, "Whether it matches."},
    {.name = NULL},
};

const struct slrun_param events_untag_resource_params[] = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of the rule or bus."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags that go."},
    {.name = NULL},
};

const struct slrun_param events_update_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, 0, "Where events go, https://..."},
    {"HttpMethod", S_WORD(words_api_destination_http_method), 0, "The method of requests."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0, "Most requests a second; not minded here."},
    {.name = NULL},
};

const struct slrun_param events_update_api_destination_result[] = {
    {"ApiDestinationArn", S_STRING, 0, "Api destination arn."},
    {"ApiDestinationState", S_STRING, 0, "Api destination state."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param events_update_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventPattern", S_STRING, 0, "Which events it matches, a JSON text."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

const struct slrun_param events_update_archive_result[] = {
    {"ArchiveArn", S_STRING, 0, "Archive arn."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {.name = NULL},
};

static const struct slrun_param update_connection_basic_auth_request_parameters_given[] = {
    {"Username", S_STRING, 0, "Username."},
    {"Password", S_STRING, SLRUN_SECRET, "Password."},
    {.name = NULL},
};

static const struct slrun_param update_connection_o_auth_client_request_parameters_given[] = {
    {"ClientID", S_STRING, 0, "Client ID."},
    {"ClientSecret", S_STRING, SLRUN_SECRET, "Client secret."},
    {.name = NULL},
};

static const struct slrun_param update_connection_o_auth_request_parameters_given[] = {
    {"ClientParameters", S_STRUCTURE(update_connection_o_auth_client_request_parameters_given), 0,
     "Client parameters."},
    {"AuthorizationEndpoint", S_STRING, 0, "Authorization endpoint."},
    {"HttpMethod", S_WORD(words_connection_o_auth_http_method), 0, "The method of requests."},
    {"OAuthHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "O auth http parameters."},
    {.name = NULL},
};

static const struct slrun_param update_connection_api_key_auth_request_parameters_given[] = {
    {"ApiKeyName", S_STRING, 0, "Api key name."},
    {"ApiKeyValue", S_STRING, SLRUN_SECRET, "Api key value."},
    {.name = NULL},
};

static const struct slrun_param update_connection_auth_request_parameters_given[] = {
    {"BasicAuthParameters", S_STRUCTURE(update_connection_basic_auth_request_parameters_given), 0,
     "Basic auth parameters."},
    {"OAuthParameters", S_STRUCTURE(update_connection_o_auth_request_parameters_given), 0,
     "O auth parameters."},
    {"ApiKeyAuthParameters", S_STRUCTURE(update_connection_api_key_auth_request_parameters_given),
     0, "Api key auth parameters."},
    {"InvocationHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "Invocation http parameters."},
    {"ConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "Connectivity parameters."},
    {.name = NULL},
};

const struct slrun_param events_update_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"AuthorizationType", S_WORD(words_connection_authorization_type), 0,
     "BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"AuthParameters", S_STRUCTURE(update_connection_auth_request_parameters_given), 0,
     "What is authorized with."},
    {"InvocationConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "Invocation connectivity parameters."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

const struct slrun_param events_update_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0, "Connection state."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "Last authorized time."},
    {.name = NULL},
};

const struct slrun_param events_update_event_bus_params[] = {
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"Description", S_STRING, 0, "What it is for."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_given), 0, "Log config."},
    {.name = NULL},
};

const struct slrun_param events_update_event_bus_result[] = {
    {"Arn", S_STRING, 0, "ARN."},
    {"Name", S_STRING, 0, "Name of the rule or bus."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {"Description", S_STRING, 0, "What it is for."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_members), 0, "Log config."},
    {.name = NULL},
};
