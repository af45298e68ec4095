/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

const struct slrun_param events_cancel_replay_params[] = {
    {"ReplayName", S_STRING, SLRUN_REQUIRED, "Name of the replay."},
    {.name = NULL},
};

const struct slrun_param events_cancel_replay_result[] = {
    {"ReplayArn", S_STRING, 0, "ARN of the replay."},
    {"State", S_STRING, 0,
     "How the replay stands: STARTING, RUNNING, CANCELLING, CANCELLED, COMPLETED or FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {.name = NULL},
};

static const char *const words_api_destination_http_method[] = {
    "POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", NULL};
const struct slrun_param events_create_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the API destination, 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ConnectionArn", S_STRING, SLRUN_REQUIRED, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, SLRUN_REQUIRED, "Where events go, https://..."},
    {"HttpMethod", S_WORD(words_api_destination_http_method), SLRUN_REQUIRED,
     "HTTP method of requests: POST, GET, HEAD, OPTIONS, PUT, PATCH or DELETE."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0,
     "Most requests a second; 300 unless given. The local cloud does not hold to it."},
    {.name = NULL},
};

const struct slrun_param events_create_api_destination_result[] = {
    {"ApiDestinationArn", S_STRING, 0, "ARN of the API destination."},
    {"ApiDestinationState", S_STRING, 0, "ACTIVE, or INACTIVE: its connection is not authorized."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param events_create_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED,
     "Name of the archive, once in account and region; 1 to 48 letters, digits, \".\", \"-\" and "
     "\"_\"."},
    {"EventSourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the bus that is archived."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"EventPattern", S_STRING, 0, "Which events are archived, a JSON text; all unless given."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {.name = NULL},
};

const struct slrun_param events_create_archive_result[] = {
    {"ArchiveArn", S_STRING, 0, "ARN of the archive."},
    {"State", S_STRING, 0,
     "How the archive stands: ENABLED, DISABLED, CREATING, UPDATING, CREATE_FAILED or "
     "UPDATE_FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const char *const words_connection_authorization_type[] = {
    "BASIC", "OAUTH_CLIENT_CREDENTIALS", "API_KEY", NULL};
static const struct slrun_param create_connection_basic_auth_request_parameters_given[] = {
    {"Username", S_STRING, SLRUN_REQUIRED, "The user's name, 1 to 512 characters."},
    {"Password", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET,
     "The password, 1 to 512 characters; it is kept as a secret."},
    {.name = NULL},
};

static const struct slrun_param create_connection_o_auth_client_request_parameters_given[] = {
    {"ClientID", S_STRING, SLRUN_REQUIRED,
     "The client's id at the authorization server, 1 to 512 characters."},
    {"ClientSecret", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET,
     "The client's secret, 1 to 512 characters; it is kept as a secret."},
    {.name = NULL},
};

static const char *const words_connection_o_auth_http_method[] = {"GET", "POST", "PUT", NULL};
static const struct slrun_param connection_header_parameter_given[] = {
    {"Key", S_STRING, 0, "Name of the header, at most 512 characters."},
    {"Value", S_STRING, SLRUN_SECRET, "Value of the header, at most 512 characters."},
    {"IsValueSecret", S_BOOLEAN, 0,
     "Whether the value is kept as a secret and not shown; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_header_parameter_given =
    S_STRUCTURE(connection_header_parameter_given);
static const struct slrun_param connection_query_string_parameter_given[] = {
    {"Key", S_STRING, 0, "Name of the query parameter, at most 512 characters."},
    {"Value", S_STRING, SLRUN_SECRET, "Value of the query parameter, at most 512 characters."},
    {"IsValueSecret", S_BOOLEAN, 0,
     "Whether the value is kept as a secret and not shown; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_query_string_parameter_given =
    S_STRUCTURE(connection_query_string_parameter_given);
static const struct slrun_param connection_body_parameter_given[] = {
    {"Key", S_STRING, 0, "Name of the member of the body."},
    {"Value", S_STRING, SLRUN_SECRET, "Value of the member of the body."},
    {"IsValueSecret", S_BOOLEAN, 0,
     "Whether the value is kept as a secret and not shown; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_body_parameter_given =
    S_STRUCTURE(connection_body_parameter_given);
static const struct slrun_param connection_http_parameters_given[] = {
    {"HeaderParameters", S_LIST(shape_connection_header_parameter_given), 0,
     "Headers that are added to requests, 100 at most."},
    {"QueryStringParameters", S_LIST(shape_connection_query_string_parameter_given), 0,
     "Query parameters that are added to requests, 100 at most."},
    {"BodyParameters", S_LIST(shape_connection_body_parameter_given), 0,
     "Members that are added to the body, 100 at most."},
    {.name = NULL},
};

static const struct slrun_param create_connection_o_auth_request_parameters_given[] = {
    {"ClientParameters", S_STRUCTURE(create_connection_o_auth_client_request_parameters_given),
     SLRUN_REQUIRED, "The client's id and secret."},
    {"AuthorizationEndpoint", S_STRING, SLRUN_REQUIRED, "URL at which the token is asked for."},
    {"HttpMethod", S_WORD(words_connection_o_auth_http_method), SLRUN_REQUIRED,
     "HTTP method of the request for a token: GET, POST or PUT."},
    {"OAuthHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "Headers, query and body members that the request for a token gets besides."},
    {.name = NULL},
};

static const struct slrun_param create_connection_api_key_auth_request_parameters_given[] = {
    {"ApiKeyName", S_STRING, SLRUN_REQUIRED,
     "Name of the header with the key, as \"x-api-key\"; 1 to 512 characters."},
    {"ApiKeyValue", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET,
     "The key, 1 to 512 characters; it is kept as a secret."},
    {.name = NULL},
};

static const struct slrun_param connectivity_resource_configuration_arn_given[] = {
    {"ResourceConfigurationArn", S_STRING, SLRUN_REQUIRED,
     "ARN of VPC Lattice's resource configuration of the private API."},
    {.name = NULL},
};

static const struct slrun_param connectivity_resource_parameters_given[] = {
    {"ResourceParameters", S_STRUCTURE(connectivity_resource_configuration_arn_given),
     SLRUN_REQUIRED, "The resource configuration of the private API."},
    {.name = NULL},
};

const struct slrun_param events_create_connection_auth_request_parameters[] = {
    {"BasicAuthParameters", S_STRUCTURE(create_connection_basic_auth_request_parameters_given), 0,
     "With BASIC: name and password."},
    {"OAuthParameters", S_STRUCTURE(create_connection_o_auth_request_parameters_given), 0,
     "With OAUTH_CLIENT_CREDENTIALS: where and with what a token is asked for."},
    {"ApiKeyAuthParameters", S_STRUCTURE(create_connection_api_key_auth_request_parameters_given),
     0, "With API_KEY: a header and its value."},
    {"InvocationHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "Headers, query and body members that each request gets besides."},
    {"ConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "How a private authorization server is reached through VPC Lattice; with OAuth."},
    {.name = NULL},
};

const struct slrun_param events_create_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the connection, 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"AuthorizationType", S_WORD(words_connection_authorization_type), SLRUN_REQUIRED,
     "How requests are authorized: BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"AuthParameters", S_STRUCTURE(events_create_connection_auth_request_parameters),
     SLRUN_REQUIRED,
     "What requests are authorized with: one of basic, API key and OAuth, and more parameters."},
    {"InvocationConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "How a private API is reached through VPC Lattice."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {.name = NULL},
};

const struct slrun_param events_create_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0,
     "AUTHORIZED, DEAUTHORIZED, ACTIVE, FAILED_CONNECTIVITY, or what is under way: CREATING and "
     "the like."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_given[] = {
    {"Arn", S_STRING, 0, "ARN of the SQS queue that gets what could not be delivered."},
    {.name = NULL},
};

static const char *const words_include_detail[] = {"NONE", "FULL", NULL};
static const char *const words_level[] = {"OFF", "ERROR", "INFO", "TRACE", NULL};
static const struct slrun_param log_config_given[] = {
    {"IncludeDetail", S_WORD(words_include_detail), 0,
     "What log records tell: FULL (the event, too) or NONE (the default)."},
    {"Level", S_WORD(words_level), 0, "What is logged: OFF (the default), ERROR, INFO or TRACE."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
const struct slrun_param events_create_event_bus_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the bus, 1 to 256 characters without \"/\"; a partner's bus has its event source's."},
    {"EventSourceName", S_STRING, 0,
     "Partner's event source that the bus is for; it is the bus's name, too."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_given), 0, "What the bus logs of its events."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_members[] = {
    {"Arn", S_STRING, 0, "ARN of the SQS queue that gets what could not be delivered."},
    {.name = NULL},
};

static const struct slrun_param log_config_members[] = {
    {"IncludeDetail", S_STRING, 0,
     "What log records tell: FULL (the event, too) or NONE (the default)."},
    {"Level", S_STRING, 0, "What is logged: OFF (the default), ERROR, INFO or TRACE."},
    {.name = NULL},
};

const struct slrun_param events_create_event_bus_result[] = {
    {"EventBusArn", S_STRING, 0, "ARN of the new bus."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_members), 0, "What the bus logs of its events."},
    {.name = NULL},
};

const struct slrun_param events_deauthorize_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the connection."},
    {.name = NULL},
};

const struct slrun_param events_deauthorize_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0,
     "AUTHORIZED, DEAUTHORIZED, ACTIVE, FAILED_CONNECTIVITY, or what is under way: CREATING and "
     "the like."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "When it was last authorized."},
    {.name = NULL},
};

const struct slrun_param events_delete_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the API destination."},
    {.name = NULL},
};

const struct slrun_param events_delete_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {.name = NULL},
};

const struct slrun_param events_delete_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the connection."},
    {.name = NULL},
};

const struct slrun_param events_delete_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0,
     "AUTHORIZED, DEAUTHORIZED, ACTIVE, FAILED_CONNECTIVITY, or what is under way: CREATING and "
     "the like."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "When it was last authorized."},
    {.name = NULL},
};

const struct slrun_param events_delete_event_bus_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the bus."},
    {.name = NULL},
};

const struct slrun_param events_delete_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"Force", S_BOOLEAN, 0, "Also one that an AWS service manages."},
    {.name = NULL},
};

const struct slrun_param events_describe_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the API destination."},
    {.name = NULL},
};

const struct slrun_param events_describe_api_destination_result[] = {
    {"ApiDestinationArn", S_STRING, 0, "ARN of the API destination."},
    {"Name", S_STRING, 0, "Name of the API destination."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ApiDestinationState", S_STRING, 0, "ACTIVE, or INACTIVE: its connection is not authorized."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, 0, "Where events go, https://..."},
    {"HttpMethod", S_STRING, 0,
     "HTTP method of requests: POST, GET, HEAD, OPTIONS, PUT, PATCH or DELETE."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0,
     "Most requests a second; 300 unless given. The local cloud does not hold to it."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param events_describe_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {.name = NULL},
};

const struct slrun_param events_describe_archive_result[] = {
    {"ArchiveArn", S_STRING, 0, "ARN of the archive."},
    {"ArchiveName", S_STRING, 0, "Name of the archive."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus that is archived."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"EventPattern", S_STRING, 0,
     "Which events it matches, a JSON text of 4,096 characters at most."},
    {"State", S_STRING, 0,
     "How the archive stands: ENABLED, DISABLED, CREATING, UPDATING, CREATE_FAILED or "
     "UPDATE_FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"SizeBytes", S_INTEGER, 0, "Bytes that the archive holds."},
    {"EventCount", S_INTEGER, 0, "How many events the archive holds."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

const struct slrun_param events_describe_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the connection."},
    {.name = NULL},
};

static const struct slrun_param describe_connection_resource_parameters_members[] = {
    {"ResourceConfigurationArn", S_STRING, 0,
     "ARN of VPC Lattice's resource configuration of the private API."},
    {"ResourceAssociationArn", S_STRING, 0,
     "ARN of the link between connection and resource configuration, which EventBridge made."},
    {.name = NULL},
};

static const struct slrun_param describe_connection_connectivity_parameters_members[] = {
    {"ResourceParameters", S_STRUCTURE(describe_connection_resource_parameters_members), 0,
     "The resource configuration of the private API."},
    {.name = NULL},
};

static const struct slrun_param connection_basic_auth_response_parameters_members[] = {
    {"Username", S_STRING, 0, "The user's name, 1 to 512 characters."},
    {.name = NULL},
};

static const struct slrun_param connection_o_auth_client_response_parameters_members[] = {
    {"ClientID", S_STRING, 0, "The client's id at the authorization server, 1 to 512 characters."},
    {.name = NULL},
};

static const struct slrun_param connection_header_parameter_members[] = {
    {"Key", S_STRING, 0, "Name of the header, at most 512 characters."},
    {"Value", S_STRING, SLRUN_SECRET, "Value of the header, at most 512 characters."},
    {"IsValueSecret", S_BOOLEAN, 0,
     "Whether the value is kept as a secret and not shown; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_header_parameter_members =
    S_STRUCTURE(connection_header_parameter_members);
static const struct slrun_param connection_query_string_parameter_members[] = {
    {"Key", S_STRING, 0, "Name of the query parameter, at most 512 characters."},
    {"Value", S_STRING, SLRUN_SECRET, "Value of the query parameter, at most 512 characters."},
    {"IsValueSecret", S_BOOLEAN, 0,
     "Whether the value is kept as a secret and not shown; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_query_string_parameter_members =
    S_STRUCTURE(connection_query_string_parameter_members);
static const struct slrun_param connection_body_parameter_members[] = {
    {"Key", S_STRING, 0, "Name of the member of the body."},
    {"Value", S_STRING, SLRUN_SECRET, "Value of the member of the body."},
    {"IsValueSecret", S_BOOLEAN, 0,
     "Whether the value is kept as a secret and not shown; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_body_parameter_members =
    S_STRUCTURE(connection_body_parameter_members);
static const struct slrun_param connection_http_parameters_members[] = {
    {"HeaderParameters", S_LIST(shape_connection_header_parameter_members), 0,
     "Headers that are added to requests, 100 at most."},
    {"QueryStringParameters", S_LIST(shape_connection_query_string_parameter_members), 0,
     "Query parameters that are added to requests, 100 at most."},
    {"BodyParameters", S_LIST(shape_connection_body_parameter_members), 0,
     "Members that are added to the body, 100 at most."},
    {.name = NULL},
};

static const struct slrun_param connection_o_auth_response_parameters_members[] = {
    {"ClientParameters", S_STRUCTURE(connection_o_auth_client_response_parameters_members), 0,
     "The client's id and secret."},
    {"AuthorizationEndpoint", S_STRING, 0, "URL at which the token is asked for."},
    {"HttpMethod", S_STRING, 0, "HTTP method of the request for a token: GET, POST or PUT."},
    {"OAuthHttpParameters", S_STRUCTURE(connection_http_parameters_members), 0,
     "Headers, query and body members that the request for a token gets besides."},
    {.name = NULL},
};

static const struct slrun_param connection_api_key_auth_response_parameters_members[] = {
    {"ApiKeyName", S_STRING, 0,
     "Name of the header with the key, as \"x-api-key\"; 1 to 512 characters."},
    {.name = NULL},
};

static const struct slrun_param connection_auth_response_parameters_members[] = {
    {"BasicAuthParameters", S_STRUCTURE(connection_basic_auth_response_parameters_members), 0,
     "With BASIC: name and password."},
    {"OAuthParameters", S_STRUCTURE(connection_o_auth_response_parameters_members), 0,
     "With OAUTH_CLIENT_CREDENTIALS: where and with what a token is asked for."},
    {"ApiKeyAuthParameters", S_STRUCTURE(connection_api_key_auth_response_parameters_members), 0,
     "With API_KEY: a header and its value."},
    {"InvocationHttpParameters", S_STRUCTURE(connection_http_parameters_members), 0,
     "Headers, query and body members that each request gets besides."},
    {"ConnectivityParameters", S_STRUCTURE(describe_connection_connectivity_parameters_members), 0,
     "How a private authorization server is reached through VPC Lattice; with OAuth."},
    {.name = NULL},
};

const struct slrun_param events_describe_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"Name", S_STRING, 0, "Name of the connection."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"InvocationConnectivityParameters",
     S_STRUCTURE(describe_connection_connectivity_parameters_members), 0,
     "How a private API is reached through VPC Lattice."},
    {"ConnectionState", S_STRING, 0,
     "AUTHORIZED, DEAUTHORIZED, ACTIVE, FAILED_CONNECTIVITY, or what is under way: CREATING and "
     "the like."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"AuthorizationType", S_STRING, 0,
     "How requests are authorized: BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"SecretArn", S_STRING, 0,
     "ARN of the secret in which the connection keeps what it authorizes with."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"AuthParameters", S_STRUCTURE(connection_auth_response_parameters_members), 0,
     "What requests are authorized with: one of basic, API key and OAuth, and more parameters."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "When it was last authorized."},
    {.name = NULL},
};

const struct slrun_param events_describe_event_bus_params[] = {
    {"Name", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {.name = NULL},
};

const struct slrun_param events_describe_event_bus_result[] = {
    {"Name", S_STRING, 0, "Name of the bus."},
    {"Arn", S_STRING, 0, "ARN of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"Policy", S_STRING, 0, "The bus's policy, a JSON text."},
    {"LogConfig", S_STRUCTURE(log_config_members), 0, "What the bus logs of its events."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"ManagedBy", S_STRING, 0, "Service of AWS that made it for the account; absent if you did."},
    {.name = NULL},
};

const struct slrun_param events_describe_replay_params[] = {
    {"ReplayName", S_STRING, SLRUN_REQUIRED, "Name of the replay."},
    {.name = NULL},
};

static const struct slrun_param replay_destination_members[] = {
    {"Arn", S_STRING, 0, "ARN of the bus that gets the events; it has to be the archive's."},
    {"FilterArns", S_LIST(shape_string), 0, "ARNs of rules; all unless told."},
    {.name = NULL},
};

const struct slrun_param events_describe_replay_result[] = {
    {"ReplayName", S_STRING, 0, "Name of the replay."},
    {"ReplayArn", S_STRING, 0, "ARN of the replay."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"State", S_STRING, 0,
     "How the replay stands: STARTING, RUNNING, CANCELLING, CANCELLED, COMPLETED or FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"EventSourceArn", S_STRING, 0, "ARN of the archive."},
    {"Destination", S_STRUCTURE(replay_destination_members), 0, "The bus, and which of its rules."},
    {"EventStartTime", S_TIMESTAMP, 0, "Time of the first event that is put again."},
    {"EventEndTime", S_TIMESTAMP, 0, "Time of the last event that is put again."},
    {"EventLastReplayedTime", S_TIMESTAMP, 0, "Time of the last event that was replayed."},
    {"ReplayStartTime", S_TIMESTAMP, 0, "When the replay began."},
    {"ReplayEndTime", S_TIMESTAMP, 0, "When the replay ended."},
    {.name = NULL},
};

const struct slrun_param events_describe_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {.name = NULL},
};

const struct slrun_param events_describe_rule_result[] = {
    {"Name", S_STRING, 0, "Name of the rule."},
    {"Arn", S_STRING, 0, "ARN of the rule or bus."},
    {"EventPattern", S_STRING, 0,
     "Which events it matches, a JSON text of 4,096 characters at most."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires by itself: rate(5 minutes), cron(0 12 * * ? *)."},
    {"State", S_STRING, 0, "Whether the rule works: ENABLED or DISABLED."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"RoleArn", S_STRING, 0, "ARN of the role with which targets are reached."},
    {"ManagedBy", S_STRING, 0, "Service of AWS that made it for the account; absent if you did."},
    {"EventBusName", S_STRING, 0, "Name of the rule's bus."},
    {"CreatedBy", S_STRING, 0, "Account that made the rule."},
    {.name = NULL},
};

const struct slrun_param events_disable_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {.name = NULL},
};

const struct slrun_param events_enable_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {.name = NULL},
};

const struct slrun_param events_list_api_destinations_params[] = {
    {"NamePrefix", S_STRING, 0, "Only API destinations whose name begins so, 1 to 64 characters."},
    {"ConnectionArn", S_STRING, 0, "Only API destinations of this connection."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param api_destination_members[] = {
    {"ApiDestinationArn", S_STRING, 0, "ARN of the API destination."},
    {"Name", S_STRING, 0, "Name of the API destination."},
    {"ApiDestinationState", S_STRING, 0, "ACTIVE, or INACTIVE: its connection is not authorized."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, 0, "Where events go, https://..."},
    {"HttpMethod", S_STRING, 0,
     "HTTP method of requests: POST, GET, HEAD, OPTIONS, PUT, PATCH or DELETE."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0,
     "Most requests a second; 300 unless given. The local cloud does not hold to it."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

static const struct slrun_shape shape_api_destination_members =
    S_STRUCTURE(api_destination_members);
const struct slrun_param events_list_api_destinations_result[] = {
    {"ApiDestinations", S_LIST(shape_api_destination_members), 0, "API destinations of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const char *const words_archive_state[] = {
    "ENABLED", "DISABLED", "CREATING", "UPDATING", "CREATE_FAILED", "UPDATE_FAILED", NULL};
const struct slrun_param events_list_archives_params[] = {
    {"NamePrefix", S_STRING, 0, "Only archives whose name begins so, 1 to 48 characters."},
    {"EventSourceArn", S_STRING, 0, "Only archives of the bus with this ARN."},
    {"State", S_WORD(words_archive_state), 0, "Only archives in this state, as ENABLED."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param archive_members[] = {
    {"ArchiveName", S_STRING, 0, "Name of the archive."},
    {"EventSourceArn", S_STRING, 0, "ARN of the bus that is archived."},
    {"State", S_STRING, 0,
     "How the archive stands: ENABLED, DISABLED, CREATING, UPDATING, CREATE_FAILED or "
     "UPDATE_FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"SizeBytes", S_INTEGER, 0, "Bytes that the archive holds."},
    {"EventCount", S_INTEGER, 0, "How many events the archive holds."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_archive_members = S_STRUCTURE(archive_members);
const struct slrun_param events_list_archives_result[] = {
    {"Archives", S_LIST(shape_archive_members), 0, "Archives of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const char *const words_connection_state[] = {
    "CREATING",    "UPDATING",      "DELETING", "AUTHORIZED",          "DEAUTHORIZED",
    "AUTHORIZING", "DEAUTHORIZING", "ACTIVE",   "FAILED_CONNECTIVITY", NULL};
const struct slrun_param events_list_connections_params[] = {
    {"NamePrefix", S_STRING, 0, "Only connections whose name begins so, 1 to 64 characters."},
    {"ConnectionState", S_WORD(words_connection_state), 0, "Only connections in this state."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param connection_members[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"Name", S_STRING, 0, "Name of the connection."},
    {"ConnectionState", S_STRING, 0,
     "AUTHORIZED, DEAUTHORIZED, ACTIVE, FAILED_CONNECTIVITY, or what is under way: CREATING and "
     "the like."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"AuthorizationType", S_STRING, 0,
     "How requests are authorized: BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "When it was last authorized."},
    {.name = NULL},
};

static const struct slrun_shape shape_connection_members = S_STRUCTURE(connection_members);
const struct slrun_param events_list_connections_result[] = {
    {"Connections", S_LIST(shape_connection_members), 0, "Connections of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param events_list_event_buses_params[] = {
    {"NamePrefix", S_STRING, 0, "Only buses whose name begins so, 1 to 256 characters."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param event_bus_members[] = {
    {"Name", S_STRING, 0, "Name of the bus."},
    {"Arn", S_STRING, 0, "ARN of the rule or bus."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"Policy", S_STRING, 0, "The bus's policy, a JSON text."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"ManagedBy", S_STRING, 0, "Service of AWS that made it for the account; absent if you did."},
    {.name = NULL},
};

static const struct slrun_shape shape_event_bus_members = S_STRUCTURE(event_bus_members);
const struct slrun_param events_list_event_buses_result[] = {
    {"EventBuses", S_LIST(shape_event_bus_members), 0, "Buses of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const char *const words_replay_state[] = {"STARTING",  "RUNNING", "CANCELLING", "COMPLETED",
                                                 "CANCELLED", "FAILED",  NULL};
const struct slrun_param events_list_replays_params[] = {
    {"NamePrefix", S_STRING, 0, "Only replays whose name begins so, 1 to 64 characters."},
    {"State", S_WORD(words_replay_state), 0, "Only replays in this state, as COMPLETED."},
    {"EventSourceArn", S_STRING, 0, "Only replays of the archive with this ARN."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param replay_members[] = {
    {"ReplayName", S_STRING, 0, "Name of the replay."},
    {"EventSourceArn", S_STRING, 0, "ARN of the archive."},
    {"State", S_STRING, 0,
     "How the replay stands: STARTING, RUNNING, CANCELLING, CANCELLED, COMPLETED or FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"EventStartTime", S_TIMESTAMP, 0, "Time of the first event that is put again."},
    {"EventEndTime", S_TIMESTAMP, 0, "Time of the last event that is put again."},
    {"EventLastReplayedTime", S_TIMESTAMP, 0, "Time of the last event that was replayed."},
    {"ReplayStartTime", S_TIMESTAMP, 0, "When the replay began."},
    {"ReplayEndTime", S_TIMESTAMP, 0, "When the replay ended."},
    {.name = NULL},
};

static const struct slrun_shape shape_replay_members = S_STRUCTURE(replay_members);
const struct slrun_param events_list_replays_result[] = {
    {"Replays", S_LIST(shape_replay_members), 0, "Replays of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param events_list_rule_names_by_target_params[] = {
    {"TargetArn", S_STRING, SLRUN_REQUIRED, "ARN of the target; rules that have it are told."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

const struct slrun_param events_list_rule_names_by_target_result[] = {
    {"RuleNames", S_LIST(shape_string), 0, "Names of the rules of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param events_list_rules_params[] = {
    {"NamePrefix", S_STRING, 0, "Only rules whose name begins so, 1 to 64 characters."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param rule_members[] = {
    {"Name", S_STRING, 0, "Name of the rule."},
    {"Arn", S_STRING, 0, "ARN of the rule or bus."},
    {"EventPattern", S_STRING, 0,
     "Which events it matches, a JSON text of 4,096 characters at most."},
    {"State", S_STRING, 0, "Whether the rule works: ENABLED or DISABLED."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires by itself: rate(5 minutes), cron(0 12 * * ? *)."},
    {"RoleArn", S_STRING, 0, "ARN of the role with which targets are reached."},
    {"ManagedBy", S_STRING, 0, "Service of AWS that made it for the account; absent if you did."},
    {"EventBusName", S_STRING, 0, "Name of the rule's bus."},
    {.name = NULL},
};

static const struct slrun_shape shape_rule_members = S_STRUCTURE(rule_members);
const struct slrun_param events_list_rules_result[] = {
    {"Rules", S_LIST(shape_rule_members), 0, "Rules of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param events_list_tags_for_resource_params[] = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of the rule or bus."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param events_list_tags_for_resource_result[] = {
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param events_list_targets_by_rule_params[] = {
    {"Rule", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param input_transformer_members[] = {
    {"InputPathsMap", S_MAP(shape_string), 0,
     "Parts of the event by name, as {id = \"$.detail.id\"}; 100 at most."},
    {"InputTemplate", S_STRING, 0,
     "What the target gets, 8,192 characters at most; <NAME> is a part of InputPathsMap."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_members[] = {
    {"PartitionKeyPath", S_STRING, 0,
     "Where the partition key stands in the event, as \"$.detail.id\"; without KinesisParameters "
     "it is the event's id."},
    {.name = NULL},
};

static const struct slrun_param run_command_target_members[] = {
    {"Key", S_STRING, 0, "\"InstanceIds\", or \"tag:\" and a tag's name."},
    {"Values", S_LIST(shape_string), 0, "Ids of instances, or values of the tag; 1 to 50."},
    {.name = NULL},
};

static const struct slrun_shape shape_run_command_target_members =
    S_STRUCTURE(run_command_target_members);
static const struct slrun_param run_command_parameters_members[] = {
    {"RunCommandTargets", S_LIST(shape_run_command_target_members), 0,
     "The instances: one list of ids, or one tag."},
    {.name = NULL},
};

static const struct slrun_param aws_vpc_configuration_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroups", S_LIST(shape_string), 0,
     "Ids of security groups of one VPC, 5 at most; the VPC's default one unless given."},
    {"AssignPublicIp", S_STRING, 0,
     "Whether the task gets a public IP address: ENABLED, or DISABLED; with LaunchType FARGATE "
     "only."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_members[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_members), 0,
     "Subnets and security groups of the task."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_members[] = {
    {"capacityProvider", S_STRING, 0, "Name of the capacity provider, as \"FARGATE_SPOT\"."},
    {"weight", S_INTEGER, 0,
     "Share of the tasks that the provider gets when each base is served, 0 to 1,000; 0 unless "
     "given."},
    {"base", S_INTEGER, 0,
     "Tasks that run on this provider at least, 0 to 100,000; 0 unless given. One provider only "
     "may have more."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_members =
    S_STRUCTURE(capacity_provider_strategy_item_members);
static const struct slrun_param placement_constraint_members[] = {
    {"type", S_STRING, 0,
     "distinctInstance (each task on another instance) or memberOf (where expression holds)."},
    {"expression", S_STRING, 0,
     "For memberOf: expression in ECS's cluster query language, at most 2,000 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_members =
    S_STRUCTURE(placement_constraint_members);
static const struct slrun_param placement_strategy_members[] = {
    {"type", S_STRING, 0,
     "random, spread (evenly over field) or binpack (as few instances as can be)."},
    {"field", S_STRING, 0,
     "What tasks are spread or packed by, as \"instanceId\", \"attribute:ecs.availability-zone\" "
     "or \"memory\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_members =
    S_STRUCTURE(placement_strategy_members);
static const struct slrun_param ecs_parameters_members[] = {
    {"TaskDefinitionArn", S_STRING, 0, "ARN of the task definition."},
    {"TaskCount", S_INTEGER, 0, "How many tasks are started; 1 unless given."},
    {"LaunchType", S_STRING, 0, "EC2, FARGATE or EXTERNAL; not with CapacityProviderStrategy."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_members), 0,
     "Network of the task; tasks with the network mode awsvpc (all of FARGATE) need it."},
    {"PlatformVersion", S_STRING, 0,
     "Number of the platform's version, as \"1.4.0\"; with LaunchType FARGATE."},
    {"Group", S_STRING, 0, "ECS task group, at most 255 characters."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_members), 0,
     "Which capacity providers run the tasks, 6 at most; not with LaunchType."},
    {"EnableECSManagedTags", S_BOOLEAN, 0,
     "Whether ECS gives the task its own tags (cluster, service)."},
    {"EnableExecuteCommand", S_BOOLEAN, 0,
     "Whether commands may be run in the task's containers (ECS Exec)."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_members), 0,
     "Which instances a task may run on, 10 at most; not with FARGATE."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_members), 0,
     "How tasks are laid on instances, 5 at most; not with FARGATE."},
    {"PropagateTags", S_STRING, 0,
     "TASK_DEFINITION: the task gets its definition's tags; absent: it does not."},
    {"ReferenceId", S_STRING, 0, "A name of one's own for the task, at most 1,024 characters."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags of the task, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_members[] = {
    {"Size", S_INTEGER, 0, "How many jobs the array has, 2 to 10,000."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_members[] = {
    {"Attempts", S_INTEGER, 0, "How often a job that fails is tried, 1 to 10."},
    {.name = NULL},
};

static const struct slrun_param batch_parameters_members[] = {
    {"JobDefinition", S_STRING, 0, "Name or ARN of the AWS Batch job definition."},
    {"JobName", S_STRING, 0, "Name of the job that is submitted."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_members), 0,
     "Makes the job an array job: its size."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_members), 0,
     "How often AWS Batch tries a job that fails."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_members[] = {
    {"MessageGroupId", S_STRING, 0, "Message group of a FIFO queue, at most 100 characters."},
    {.name = NULL},
};

static const struct slrun_param http_parameters_members[] = {
    {"PathParameterValues", S_LIST(shape_string), 0,
     "What stands for each \"*\" in the path, in order; \"$.path\" is a part of the event."},
    {"HeaderParameters", S_MAP(shape_string), 0,
     "Headers that are added to requests, by name; \"$.path\" is a part of the event."},
    {"QueryStringParameters", S_MAP(shape_string), 0,
     "Query parameters that are added to requests, by name; \"$.path\" is a part of the event."},
    {.name = NULL},
};

static const struct slrun_param redshift_data_parameters_members[] = {
    {"SecretManagerArn", S_STRING, 0,
     "Name or ARN of the secret with the database's user and password; in place of DbUser."},
    {"Database", S_STRING, 0, "Name of the database, 1 to 64 characters."},
    {"DbUser", S_STRING, 0,
     "Name of the database user, for temporary credentials; in place of a secret."},
    {"Sql", S_STRING, 0, "The SQL statement, 1 to 100,000 characters."},
    {"StatementName", S_STRING, 0, "A name of one's own for the statement, 1 to 500 characters."},
    {"WithEvent", S_BOOLEAN, 0,
     "Whether an event tells of the statement's end; false unless given."},
    {"Sqls", S_LIST(shape_string), 0,
     "SQL statements that are run in order as one transaction, 40 at most."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_members[] = {
    {"Name", S_STRING, 0, "Name of the pipeline's parameter, 1 to 256 characters."},
    {"Value", S_STRING, 0, "Value of the pipeline's parameter, at most 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_members =
    S_STRUCTURE(sage_maker_pipeline_parameter_members);
static const struct slrun_param sage_maker_pipeline_parameters_members[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_members), 0,
     "Parameters of the SageMaker pipeline, name and value; 200 at most."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_members[] = {
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often delivery is tried again, 0 to 185; 185 unless given."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds for which delivery is tried, 60 to 86,400; 86,400 unless given."},
    {.name = NULL},
};

static const struct slrun_param app_sync_parameters_members[] = {
    {"GraphQLOperation", S_STRING, 0, "The mutation or query, in GraphQL."},
    {.name = NULL},
};

static const struct slrun_param target_members[] = {
    {"Id", S_STRING, 0, "Name of the target in its rule, 1 to 64 characters."},
    {"Arn", S_STRING, 0,
     "ARN of what gets the events: a function, queue, topic, stream, state machine and so on."},
    {"RoleArn", S_STRING, 0,
     "ARN of the role with which this target is reached; the rule's, or its own policy, unless "
     "given."},
    {"Input", S_STRING, 0,
     "What the target gets in place of the event, a JSON text of 8,192 characters at most."},
    {"InputPath", S_STRING, 0, "Which part of the event the target gets: $.detail."},
    {"InputTransformer", S_STRUCTURE(input_transformer_members), 0,
     "What the target gets, made of parts of the event."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_members), 0,
     "With a stream as the target: where the partition key stands in the event."},
    {"RunCommandParameters", S_STRUCTURE(run_command_parameters_members), 0,
     "With Systems Manager's Run Command as the target: the instances."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_members), 0,
     "What ECS needs if the target is a cluster: task definition, count, network."},
    {"BatchParameters", S_STRUCTURE(batch_parameters_members), 0,
     "With an AWS Batch job queue as the target: job definition, name and size."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_members), 0,
     "With a FIFO queue as the target: the message group."},
    {"HttpParameters", S_STRUCTURE(http_parameters_members), 0,
     "With an API or API destination as the target: headers, query and parts of the path."},
    {"RedshiftDataParameters", S_STRUCTURE(redshift_data_parameters_members), 0,
     "With a Redshift cluster as the target: database and SQL."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_members), 0,
     "With a SageMaker pipeline as the target: its parameters."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_members), 0,
     "How long and how often delivery is tried."},
    {"AppSyncParameters", S_STRUCTURE(app_sync_parameters_members), 0,
     "With an AppSync API as the target: the GraphQL operation."},
    {.name = NULL},
};

static const struct slrun_shape shape_target_members = S_STRUCTURE(target_members);
const struct slrun_param events_list_targets_by_rule_result[] = {
    {"Targets", S_LIST(shape_target_members), 0, "The targets; a rule has 5 at most."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param put_events_request_entry_given[] = {
    {"Time", S_TIMESTAMP, 0, "When it happened; now unless given."},
    {"Source", S_STRING, 0,
     "Who sends it, as \"com.example.orders\"; may not begin with \"aws.\"."},
    {"Resources", S_LIST(shape_string), 0, "ARNs that the event is about."},
    {"DetailType", S_STRING, 0, "What happened, in one's own words; at most 128 characters."},
    {"Detail", S_STRING, 0, "The particulars, the JSON text of an object."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"TraceHeader", S_STRING, 0,
     "AWS X-Ray's trace header (X-Amzn-Trace-Id), 1 to 500 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_put_events_request_entry_given =
    S_STRUCTURE(put_events_request_entry_given);
const struct slrun_param events_put_events_params[] = {
    {"Entries", S_LIST(shape_put_events_request_entry_given), SLRUN_REQUIRED,
     "Events, 1 to 10; less than 1 MB in all."},
    {"EndpointId", S_STRING, 0,
     "Id of a global endpoint that gets the events instead of a bus of this region, as "
     "\"abcde.veo\"."},
    {.name = NULL},
};

static const struct slrun_param put_events_result_entry_members[] = {
    {"EventId", S_STRING, 0, "Id of the event."},
    {"ErrorCode", S_STRING, 0, "Why the entry was not taken, as a word."},
    {"ErrorMessage", S_STRING, 0, "Why the entry was not taken, in words."},
    {.name = NULL},
};

static const struct slrun_shape shape_put_events_result_entry_members =
    S_STRUCTURE(put_events_result_entry_members);
const struct slrun_param events_put_events_result[] = {
    {"FailedEntryCount", S_INTEGER, 0, "Entries that were not taken."},
    {"Entries", S_LIST(shape_put_events_result_entry_members), 0,
     "What became of each event, in their order: EventId, or ErrorCode."},
    {.name = NULL},
};

static const struct slrun_param condition_given[] = {
    {"Type", S_STRING, SLRUN_REQUIRED,
     "How the condition compares: StringEquals, the only one there is."},
    {"Key", S_STRING, SLRUN_REQUIRED, "\"aws:PrincipalOrgID\", the only one there is."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Id of the organization."},
    {.name = NULL},
};

const struct slrun_param events_put_permission_params[] = {
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"Action", S_STRING, 0, "What is allowed: \"events:PutEvents\"."},
    {"Principal", S_STRING, 0, "Account that may put events, 12 digits, or \"*\" for all."},
    {"StatementId", S_STRING, 0, "Name of the statement in the bus's policy, 1 to 64 characters."},
    {"Condition", S_STRUCTURE(condition_given), 0,
     "Only accounts of an organization; with Principal \"*\"."},
    {"Policy", S_STRING, 0, "The bus's policy, a JSON text."},
    {.name = NULL},
};

static const char *const words_rule_state[] = {
    "ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", NULL};
const struct slrun_param events_put_rule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the rule, 1 to 64 letters, digits, \".\", \"-\" and \"_\"; one that is there is "
     "changed."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires by itself: rate(5 minutes), cron(0 12 * * ? *)."},
    {"EventPattern", S_STRING, 0,
     "Which events it matches, a JSON text of 4,096 characters at most."},
    {"State", S_WORD(words_rule_state), 0,
     "Whether it works: ENABLED (the default), DISABLED or "
     "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"RoleArn", S_STRING, 0, "ARN of the role with which targets are reached."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {.name = NULL},
};

const struct slrun_param events_put_rule_result[] = {
    {"RuleArn", S_STRING, 0, "ARN of the rule."},
    {.name = NULL},
};

static const struct slrun_param input_transformer_given[] = {
    {"InputPathsMap", S_MAP(shape_string), 0,
     "Parts of the event by name, as {id = \"$.detail.id\"}; 100 at most."},
    {"InputTemplate", S_STRING, SLRUN_REQUIRED,
     "What the target gets, 8,192 characters at most; <NAME> is a part of InputPathsMap."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_given[] = {
    {"PartitionKeyPath", S_STRING, SLRUN_REQUIRED,
     "Where the partition key stands in the event, as \"$.detail.id\"; without KinesisParameters "
     "it is the event's id."},
    {.name = NULL},
};

static const struct slrun_param run_command_target_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "\"InstanceIds\", or \"tag:\" and a tag's name."},
    {"Values", S_LIST(shape_string), SLRUN_REQUIRED,
     "Ids of instances, or values of the tag; 1 to 50."},
    {.name = NULL},
};

static const struct slrun_shape shape_run_command_target_given =
    S_STRUCTURE(run_command_target_given);
static const struct slrun_param run_command_parameters_given[] = {
    {"RunCommandTargets", S_LIST(shape_run_command_target_given), SLRUN_REQUIRED,
     "The instances: one list of ids, or one tag."},
    {.name = NULL},
};

static const char *const words_launch_type[] = {"EC2", "FARGATE", "EXTERNAL", NULL};
static const char *const words_assign_public_ip[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param aws_vpc_configuration_given[] = {
    {"Subnets", S_LIST(shape_string), SLRUN_REQUIRED, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroups", S_LIST(shape_string), 0,
     "Ids of security groups of one VPC, 5 at most; the VPC's default one unless given."},
    {"AssignPublicIp", S_WORD(words_assign_public_ip), 0,
     "Whether the task gets a public IP address: ENABLED, or DISABLED; with LaunchType FARGATE "
     "only."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_given[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_given), 0,
     "Subnets and security groups of the task."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_given[] = {
    {"capacityProvider", S_STRING, SLRUN_REQUIRED,
     "Name of the capacity provider, as \"FARGATE_SPOT\"."},
    {"weight", S_INTEGER, 0,
     "Share of the tasks that the provider gets when each base is served, 0 to 1,000; 0 unless "
     "given."},
    {"base", S_INTEGER, 0,
     "Tasks that run on this provider at least, 0 to 100,000; 0 unless given. One provider only "
     "may have more."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_given =
    S_STRUCTURE(capacity_provider_strategy_item_given);
static const char *const words_placement_constraint_type[] = {"distinctInstance", "memberOf", NULL};
static const struct slrun_param placement_constraint_given[] = {
    {"type", S_WORD(words_placement_constraint_type), 0,
     "distinctInstance (each task on another instance) or memberOf (where expression holds)."},
    {"expression", S_STRING, 0,
     "For memberOf: expression in ECS's cluster query language, at most 2,000 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_given =
    S_STRUCTURE(placement_constraint_given);
static const char *const words_placement_strategy_type[] = {"random", "spread", "binpack", NULL};
static const struct slrun_param placement_strategy_given[] = {
    {"type", S_WORD(words_placement_strategy_type), 0,
     "random, spread (evenly over field) or binpack (as few instances as can be)."},
    {"field", S_STRING, 0,
     "What tasks are spread or packed by, as \"instanceId\", \"attribute:ecs.availability-zone\" "
     "or \"memory\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_given =
    S_STRUCTURE(placement_strategy_given);
static const char *const words_propagate_tags[] = {"TASK_DEFINITION", NULL};
static const struct slrun_param ecs_parameters_given[] = {
    {"TaskDefinitionArn", S_STRING, SLRUN_REQUIRED, "ARN of the task definition."},
    {"TaskCount", S_INTEGER, 0, "How many tasks are started; 1 unless given."},
    {"LaunchType", S_WORD(words_launch_type), 0,
     "EC2, FARGATE or EXTERNAL; not with CapacityProviderStrategy."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_given), 0,
     "Network of the task; tasks with the network mode awsvpc (all of FARGATE) need it."},
    {"PlatformVersion", S_STRING, 0,
     "Number of the platform's version, as \"1.4.0\"; with LaunchType FARGATE."},
    {"Group", S_STRING, 0, "ECS task group, at most 255 characters."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_given), 0,
     "Which capacity providers run the tasks, 6 at most; not with LaunchType."},
    {"EnableECSManagedTags", S_BOOLEAN, 0,
     "Whether ECS gives the task its own tags (cluster, service)."},
    {"EnableExecuteCommand", S_BOOLEAN, 0,
     "Whether commands may be run in the task's containers (ECS Exec)."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_given), 0,
     "Which instances a task may run on, 10 at most; not with FARGATE."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_given), 0,
     "How tasks are laid on instances, 5 at most; not with FARGATE."},
    {"PropagateTags", S_WORD(words_propagate_tags), 0,
     "TASK_DEFINITION: the task gets its definition's tags; absent: it does not."},
    {"ReferenceId", S_STRING, 0, "A name of one's own for the task, at most 1,024 characters."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags of the task, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_given[] = {
    {"Size", S_INTEGER, 0, "How many jobs the array has, 2 to 10,000."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_given[] = {
    {"Attempts", S_INTEGER, 0, "How often a job that fails is tried, 1 to 10."},
    {.name = NULL},
};

static const struct slrun_param batch_parameters_given[] = {
    {"JobDefinition", S_STRING, SLRUN_REQUIRED, "Name or ARN of the AWS Batch job definition."},
    {"JobName", S_STRING, SLRUN_REQUIRED, "Name of the job that is submitted."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_given), 0,
     "Makes the job an array job: its size."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_given), 0,
     "How often AWS Batch tries a job that fails."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_given[] = {
    {"MessageGroupId", S_STRING, 0, "Message group of a FIFO queue, at most 100 characters."},
    {.name = NULL},
};

static const struct slrun_param http_parameters_given[] = {
    {"PathParameterValues", S_LIST(shape_string), 0,
     "What stands for each \"*\" in the path, in order; \"$.path\" is a part of the event."},
    {"HeaderParameters", S_MAP(shape_string), 0,
     "Headers that are added to requests, by name; \"$.path\" is a part of the event."},
    {"QueryStringParameters", S_MAP(shape_string), 0,
     "Query parameters that are added to requests, by name; \"$.path\" is a part of the event."},
    {.name = NULL},
};

static const struct slrun_param redshift_data_parameters_given[] = {
    {"SecretManagerArn", S_STRING, 0,
     "Name or ARN of the secret with the database's user and password; in place of DbUser."},
    {"Database", S_STRING, SLRUN_REQUIRED, "Name of the database, 1 to 64 characters."},
    {"DbUser", S_STRING, 0,
     "Name of the database user, for temporary credentials; in place of a secret."},
    {"Sql", S_STRING, 0, "The SQL statement, 1 to 100,000 characters."},
    {"StatementName", S_STRING, 0, "A name of one's own for the statement, 1 to 500 characters."},
    {"WithEvent", S_BOOLEAN, 0,
     "Whether an event tells of the statement's end; false unless given."},
    {"Sqls", S_LIST(shape_string), 0,
     "SQL statements that are run in order as one transaction, 40 at most."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_given[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipeline's parameter, 1 to 256 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED,
     "Value of the pipeline's parameter, at most 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_given =
    S_STRUCTURE(sage_maker_pipeline_parameter_given);
static const struct slrun_param sage_maker_pipeline_parameters_given[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_given), 0,
     "Parameters of the SageMaker pipeline, name and value; 200 at most."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_given[] = {
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often delivery is tried again, 0 to 185; 185 unless given."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds for which delivery is tried, 60 to 86,400; 86,400 unless given."},
    {.name = NULL},
};

static const struct slrun_param app_sync_parameters_given[] = {
    {"GraphQLOperation", S_STRING, 0, "The mutation or query, in GraphQL."},
    {.name = NULL},
};

static const struct slrun_param target_given[] = {
    {"Id", S_STRING, SLRUN_REQUIRED, "Name of the target in its rule, 1 to 64 characters."},
    {"Arn", S_STRING, SLRUN_REQUIRED,
     "ARN of what gets the events: a function, queue, topic, stream, state machine and so on."},
    {"RoleArn", S_STRING, 0,
     "ARN of the role with which this target is reached; the rule's, or its own policy, unless "
     "given."},
    {"Input", S_STRING, 0,
     "What the target gets in place of the event, a JSON text of 8,192 characters at most."},
    {"InputPath", S_STRING, 0, "Which part of the event the target gets: $.detail."},
    {"InputTransformer", S_STRUCTURE(input_transformer_given), 0,
     "What the target gets, made of parts of the event."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_given), 0,
     "With a stream as the target: where the partition key stands in the event."},
    {"RunCommandParameters", S_STRUCTURE(run_command_parameters_given), 0,
     "With Systems Manager's Run Command as the target: the instances."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_given), 0,
     "What ECS needs if the target is a cluster: task definition, count, network."},
    {"BatchParameters", S_STRUCTURE(batch_parameters_given), 0,
     "With an AWS Batch job queue as the target: job definition, name and size."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_given), 0,
     "With a FIFO queue as the target: the message group."},
    {"HttpParameters", S_STRUCTURE(http_parameters_given), 0,
     "With an API or API destination as the target: headers, query and parts of the path."},
    {"RedshiftDataParameters", S_STRUCTURE(redshift_data_parameters_given), 0,
     "With a Redshift cluster as the target: database and SQL."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_given), 0,
     "With a SageMaker pipeline as the target: its parameters."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Queue for what could not be delivered."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_given), 0,
     "How long and how often delivery is tried."},
    {"AppSyncParameters", S_STRUCTURE(app_sync_parameters_given), 0,
     "With an AppSync API as the target: the GraphQL operation."},
    {.name = NULL},
};

static const struct slrun_shape shape_target_given = S_STRUCTURE(target_given);
const struct slrun_param events_put_targets_params[] = {
    {"Rule", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"Targets", S_LIST(shape_target_given), SLRUN_REQUIRED, "The targets; a rule has 5 at most."},
    {.name = NULL},
};

static const struct slrun_param put_targets_result_entry_members[] = {
    {"TargetId", S_STRING, 0, "Id of the target, which is its name in the rule."},
    {"ErrorCode", S_STRING, 0, "Why the entry was not taken, as a word."},
    {"ErrorMessage", S_STRING, 0, "Why the entry was not taken, in words."},
    {.name = NULL},
};

static const struct slrun_shape shape_put_targets_result_entry_members =
    S_STRUCTURE(put_targets_result_entry_members);
const struct slrun_param events_put_targets_result[] = {
    {"FailedEntryCount", S_INTEGER, 0, "Entries that were not taken."},
    {"FailedEntries", S_LIST(shape_put_targets_result_entry_members), 0,
     "The entries that were not taken; empty if all were."},
    {.name = NULL},
};

const struct slrun_param events_remove_permission_params[] = {
    {"StatementId", S_STRING, 0, "Name of the statement in the bus's policy, 1 to 64 characters."},
    {"RemoveAllPermissions", S_BOOLEAN, 0,
     "Whether all statements go, not only the one with StatementId; false unless given."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {.name = NULL},
};

const struct slrun_param events_remove_targets_params[] = {
    {"Rule", S_STRING, SLRUN_REQUIRED, "Name of the rule."},
    {"EventBusName", S_STRING, 0, "Name or ARN of the bus; \"default\" unless given."},
    {"Ids", S_LIST(shape_string), SLRUN_REQUIRED, "Names (Id) of the targets to remove, 1 to 100."},
    {"Force", S_BOOLEAN, 0, "Also one that an AWS service manages."},
    {.name = NULL},
};

static const struct slrun_param remove_targets_result_entry_members[] = {
    {"TargetId", S_STRING, 0, "Id of the target, which is its name in the rule."},
    {"ErrorCode", S_STRING, 0, "Why the entry was not taken, as a word."},
    {"ErrorMessage", S_STRING, 0, "Why the entry was not taken, in words."},
    {.name = NULL},
};

static const struct slrun_shape shape_remove_targets_result_entry_members =
    S_STRUCTURE(remove_targets_result_entry_members);
const struct slrun_param events_remove_targets_result[] = {
    {"FailedEntryCount", S_INTEGER, 0, "Entries that were not taken."},
    {"FailedEntries", S_LIST(shape_remove_targets_result_entry_members), 0,
     "The entries that were not taken; empty if all were."},
    {.name = NULL},
};

static const struct slrun_param replay_destination_given[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED,
     "ARN of the bus that gets the events; it has to be the archive's."},
    {"FilterArns", S_LIST(shape_string), 0, "ARNs of rules; all unless told."},
    {.name = NULL},
};

const struct slrun_param events_start_replay_params[] = {
    {"ReplayName", S_STRING, SLRUN_REQUIRED,
     "Name of the replay, 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"EventSourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the archive."},
    {"EventStartTime", S_TIMESTAMP, SLRUN_REQUIRED, "Time of the first event that is put again."},
    {"EventEndTime", S_TIMESTAMP, SLRUN_REQUIRED, "Time of the last event that is put again."},
    {"Destination", S_STRUCTURE(replay_destination_given), SLRUN_REQUIRED,
     "The bus, and which of its rules."},
    {.name = NULL},
};

const struct slrun_param events_start_replay_result[] = {
    {"ReplayArn", S_STRING, 0, "ARN of the replay."},
    {"State", S_STRING, 0,
     "How the replay stands: STARTING, RUNNING, CANCELLING, CANCELLED, COMPLETED or FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"ReplayStartTime", S_TIMESTAMP, 0, "When the replay began."},
    {.name = NULL},
};

const struct slrun_param events_tag_resource_params[] = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of the rule or bus."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param events_test_event_pattern_params[] = {
    {"EventPattern", S_STRING, SLRUN_REQUIRED,
     "Which events it matches, a JSON text of 4,096 characters at most."},
    {"Event", S_STRING, SLRUN_REQUIRED,
     "An event as a JSON text, with all members that EventBridge gives it."},
    {.name = NULL},
};

const struct slrun_param events_test_event_pattern_result[] = {
    {"Result", S_BOOLEAN, 0, "Whether the event matches the pattern."},
    {.name = NULL},
};

const struct slrun_param events_untag_resource_params[] = {
    {"ResourceARN", S_STRING, SLRUN_REQUIRED, "ARN of the rule or bus."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags that go."},
    {.name = NULL},
};

const struct slrun_param events_update_api_destination_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the API destination."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"InvocationEndpoint", S_STRING, 0, "Where events go, https://..."},
    {"HttpMethod", S_WORD(words_api_destination_http_method), 0,
     "HTTP method of requests: POST, GET, HEAD, OPTIONS, PUT, PATCH or DELETE."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0,
     "Most requests a second; 300 unless given. The local cloud does not hold to it."},
    {.name = NULL},
};

const struct slrun_param events_update_api_destination_result[] = {
    {"ApiDestinationArn", S_STRING, 0, "ARN of the API destination."},
    {"ApiDestinationState", S_STRING, 0, "ACTIVE, or INACTIVE: its connection is not authorized."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param events_update_archive_params[] = {
    {"ArchiveName", S_STRING, SLRUN_REQUIRED, "Name of the archive."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"EventPattern", S_STRING, 0, "Which events are archived, a JSON text; all unless given."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {.name = NULL},
};

const struct slrun_param events_update_archive_result[] = {
    {"ArchiveArn", S_STRING, 0, "ARN of the archive."},
    {"State", S_STRING, 0,
     "How the archive stands: ENABLED, DISABLED, CREATING, UPDATING, CREATE_FAILED or "
     "UPDATE_FAILED."},
    {"StateReason", S_STRING, 0, "Why it has its state, as the error of a failure."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_param update_connection_basic_auth_request_parameters_given[] = {
    {"Username", S_STRING, 0, "The user's name, 1 to 512 characters."},
    {"Password", S_STRING, SLRUN_SECRET,
     "The password, 1 to 512 characters; it is kept as a secret."},
    {.name = NULL},
};

static const struct slrun_param update_connection_o_auth_client_request_parameters_given[] = {
    {"ClientID", S_STRING, 0, "The client's id at the authorization server, 1 to 512 characters."},
    {"ClientSecret", S_STRING, SLRUN_SECRET,
     "The client's secret, 1 to 512 characters; it is kept as a secret."},
    {.name = NULL},
};

static const struct slrun_param update_connection_o_auth_request_parameters_given[] = {
    {"ClientParameters", S_STRUCTURE(update_connection_o_auth_client_request_parameters_given), 0,
     "The client's id and secret."},
    {"AuthorizationEndpoint", S_STRING, 0, "URL at which the token is asked for."},
    {"HttpMethod", S_WORD(words_connection_o_auth_http_method), 0,
     "HTTP method of the request for a token: GET, POST or PUT."},
    {"OAuthHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "Headers, query and body members that the request for a token gets besides."},
    {.name = NULL},
};

static const struct slrun_param update_connection_api_key_auth_request_parameters_given[] = {
    {"ApiKeyName", S_STRING, 0,
     "Name of the header with the key, as \"x-api-key\"; 1 to 512 characters."},
    {"ApiKeyValue", S_STRING, SLRUN_SECRET,
     "The key, 1 to 512 characters; it is kept as a secret."},
    {.name = NULL},
};

static const struct slrun_param update_connection_auth_request_parameters_given[] = {
    {"BasicAuthParameters", S_STRUCTURE(update_connection_basic_auth_request_parameters_given), 0,
     "With BASIC: name and password."},
    {"OAuthParameters", S_STRUCTURE(update_connection_o_auth_request_parameters_given), 0,
     "With OAUTH_CLIENT_CREDENTIALS: where and with what a token is asked for."},
    {"ApiKeyAuthParameters", S_STRUCTURE(update_connection_api_key_auth_request_parameters_given),
     0, "With API_KEY: a header and its value."},
    {"InvocationHttpParameters", S_STRUCTURE(connection_http_parameters_given), 0,
     "Headers, query and body members that each request gets besides."},
    {"ConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "How a private authorization server is reached through VPC Lattice; with OAuth."},
    {.name = NULL},
};

const struct slrun_param events_update_connection_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the connection."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"AuthorizationType", S_WORD(words_connection_authorization_type), 0,
     "How requests are authorized: BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"AuthParameters", S_STRUCTURE(update_connection_auth_request_parameters_given), 0,
     "What requests are authorized with: one of basic, API key and OAuth, and more parameters."},
    {"InvocationConnectivityParameters", S_STRUCTURE(connectivity_resource_parameters_given), 0,
     "How a private API is reached through VPC Lattice."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {.name = NULL},
};

const struct slrun_param events_update_connection_result[] = {
    {"ConnectionArn", S_STRING, 0, "ARN of the connection."},
    {"ConnectionState", S_STRING, 0,
     "AUTHORIZED, DEAUTHORIZED, ACTIVE, FAILED_CONNECTIVITY, or what is under way: CREATING and "
     "the like."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"LastAuthorizedTime", S_TIMESTAMP, 0, "When it was last authorized."},
    {.name = NULL},
};

const struct slrun_param events_update_event_bus_params[] = {
    {"Name", S_STRING, 0, "Name of the bus; \"default\" unless given."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_given), 0, "What the bus logs of its events."},
    {.name = NULL},
};

const struct slrun_param events_update_event_bus_result[] = {
    {"Arn", S_STRING, 0, "ARN of the rule or bus."},
    {"Name", S_STRING, 0, "Name of the bus."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); absent: AWS's own."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue for what could not be delivered."},
    {"LogConfig", S_STRUCTURE(log_config_members), 0, "What the bus logs of its events."},
    {.name = NULL},
};
