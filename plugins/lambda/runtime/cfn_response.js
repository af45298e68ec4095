// SPDX-License-Identifier: Apache-2.0
// What functions written in a template require to answer for a custom resource, as in AWS Lambda
// (AWS CloudFormation User Guide, "cfn-response module").
"use strict";

exports.SUCCESS = "SUCCESS";
exports.FAILED = "FAILED";

exports.send = (event, context, responseStatus, responseData, physicalResourceId, noEcho) =>
  new Promise((resolve) => {
    const body = JSON.stringify({
      Status: responseStatus,
      Reason: `See the details in CloudWatch Log Stream: ${context.logStreamName}`,
      PhysicalResourceId: physicalResourceId || context.logStreamName,
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: event.LogicalResourceId,
      NoEcho: noEcho || false,
      Data: responseData,
    });
    console.log("Response body:\n", body);
    const end = (...what) => {
      console.log(...what);
      context.done();
      resolve();
    };
    const url = new URL(event.ResponseURL);
    const { request } = require(url.protocol === "https:" ? "https" : "http");
    const headers = { "content-type": "", "content-length": Buffer.byteLength(body) };
    const put = request(url, { method: "PUT", headers }, (response) => {
      response.resume();
      end("Status code:", response.statusCode);
    });
    put.on("error", (error) => end("send(..) failed executing https.request(..):", error));
    put.end(body);
  });
