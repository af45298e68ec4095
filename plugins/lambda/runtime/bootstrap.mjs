// SPDX-License-Identifier: Apache-2.0
// The Node.js runtime: asks the Runtime API for events and calls the handler, as AWS's own client does.
// Lambda Developer Guide, "Using the Lambda runtime API" and "Building Lambda functions with Node.js".
// Two things are between this file and slrun: a log record of several lines is written with "\0+"
// before each line end but the last, and a line "\0slrun" ends the output of an invocation on both streams.
import { subscribe } from "node:diagnostics_channel";
import fs from "node:fs";
import http from "node:http";
import module from "node:module";
import path from "node:path";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

const [address, ...prefix] = process.env.AWS_LAMBDA_RUNTIME_API.split("/");
const root = [...prefix.map((part) => "/" + part), "/2018-06-01/runtime/"].join("");
const task = process.env.LAMBDA_TASK_ROOT;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let requestId;

function ask(method, what, body = "", headers = {}) {
  const bytes = Buffer.from(body);
  headers = { ...headers, "Content-Length": bytes.length };
  if (process.resourceUsage) headers["Slrun-Memory"] = process.resourceUsage().maxRSS;
  const [host, port] = address.split(":");
  return new Promise((resolve) => {
    const request = http.request({ host, port, method, path: root + what, headers, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on("error", () => process.exit(0)); // the local cloud is gone
    request.end(bytes);
  });
}

// ---- answers of custom resources ----

// AWS's example and what was copied from it speak https whatever the address says.
const answers = "/_cloudformation/response/";
let answered = false;

async function speakHttpFor(body) {
  if (answered || !body.includes(answers)) return;
  answered = true;
  const { default: https } = await import("node:https");
  const { port } = new URL(process.env.AWS_ENDPOINT_URL), ask = https.request;
  https.request = (options, ...rest) =>
    options?.path?.startsWith?.(answers) ? http.request({ ...options, port }, ...rest) : ask(options, ...rest);
}

// ---- requests that nobody waits for ----

// AWS stops a process that has answered until the next event comes. Here it goes on, so that a forgotten `await` would be seen there only.
const underWay = new Set();
let atWork = false, toldOfOne = false;

function tellOf(request) {
  if (toldOfOne) return;
  toldOfOne = true;
  const called = request.getHeader?.("x-amz-target") ?? `${request.method} ${request.origin ?? request.host}${request.path.split("?")[0]}`;
  const [host, port] = address.split(":");
  http.request({ host, port, method: "POST", path: root + "slrun/unawaited", agent: false })
    .on("error", () => {}).on("response", (answer) => answer.resume()).end(called);
}

function begun({ request }) {
  if (request.agent === agent || request.path.endsWith("/slrun/unawaited")) return;
  if (atWork) underWay.add(request);
  else if (requestId) tellOf(request);
}

const through = ({ request }) => underWay.delete(request);

for (const name of ["http.client.request.start", "undici:request:create"]) subscribe(name, begun);
for (const name of ["http.client.response.finish", "http.client.request.error", "undici:request:headers", "undici:request:error"])
  subscribe(name, through);

function hasAnswered() {
  atWork = false;
  for (const request of underWay) if (!request.destroyed) tellOf(request);
  underWay.clear();
}

// ---- output ----

function write(stream, text) {
  for (let bytes = Buffer.from(text); bytes.length > 0;) {
    try {
      bytes = bytes.subarray(fs.writeSync(stream, bytes));
    } catch (problem) {
      if (problem.code !== "EAGAIN") return;
    }
  }
}

function record(level, text) {
  const line = `${new Date().toISOString()}\t${requestId}\t${level}\t${text}`;
  write(1, line.replaceAll("\n", "\0+\n") + "\n");
}

function endOfOutput() {
  write(1, "\0slrun\n");
  write(2, "\0slrun\n");
}

for (const [name, level] of Object.entries({ log: "INFO", info: "INFO", warn: "WARN", error: "ERROR", debug: "DEBUG", trace: "TRACE" }))
  console[name] = (...args) => record(level, format(...args));

// ---- errors ----

function errorOf(problem) {
  if (problem instanceof Error || (problem && problem.message !== undefined && problem.stack !== undefined))
    return { errorType: problem.name, errorMessage: problem.message, trace: (problem.stack || "").split("\n") };
  return { errorType: problem === null ? "null" : typeof problem, errorMessage: String(problem), trace: [] };
}

function logError(what, problem) {
  const { errorType, errorMessage, trace } = errorOf(problem);
  const own = problem instanceof Error ? Object.fromEntries(Object.entries(problem)) : {};
  record("ERROR", `${what} \t${JSON.stringify({ errorType, errorMessage, ...own, stack: trace })}`);
}

// An error of the runtime, not of the code: its stack would be this file's alone.
function fault(name, message) {
  const problem = new Error(message);
  Object.defineProperty(problem, "name", { value: name });
  problem.stack = `${name}: ${message}`;
  return problem;
}

async function tell(what, problem, at) {
  const error = errorOf(problem);
  logError(what, problem);
  endOfOutput();
  await ask("POST", at, JSON.stringify(error), {
    "Content-Type": "application/json",
    "Lambda-Runtime-Function-Error-Type": encodeURIComponent(error.errorType),
  });
}

const place = () => (requestId ? `invocation/${requestId}/error` : "init/error");
process.on("uncaughtException", async (problem) => {
  await tell("Uncaught Exception", problem, place());
  process.exit(129);
});
process.on("unhandledRejection", async (reason) => {
  const problem = fault("Runtime.UnhandledPromiseRejection", String(reason));
  problem.reason = reason;
  await tell("Unhandled Promise Rejection", problem, place());
  process.exit(128);
});

// ---- the handler ----

// import does not look into NODE_PATH: layers and installed packages come in here.
function resolveToo(specifier, context, next) {
  const nowhere = (problem) => {
    if (problem.code !== "ERR_MODULE_NOT_FOUND" || /^([./]|[a-z]+:)/.test(specifier)) throw problem;
    for (const folder of (process.env.NODE_PATH || "").split(":").filter(Boolean))
      try {
        const found = module.createRequire(folder + "/x.js").resolve(path.join(folder, specifier));
        return { url: pathToFileURL(found).href, shortCircuit: true };
      } catch {
        // the next folder
      }
    throw problem;
  };
  try {
    const found = next(specifier, context);
    return found && found.catch ? found.catch(nowhere) : found;
  } catch (problem) {
    return nowhere(problem);
  }
}

function followNodePath() {
  if (!process.env.NODE_PATH) return;
  if (module.registerHooks) return module.registerHooks({ resolve: resolveToo });
  if (!module.register) return;
  const source = `import module from "node:module"; import path from "node:path"; import { pathToFileURL } from "node:url";
    export ${resolveToo.toString().replace("function resolveToo", "function resolve")}`;
  module.register("data:text/javascript," + encodeURIComponent(source));
}

// AWS's runtimes bring the SDK along; here npm installs what the code loads of it.
function withHint(message) {
  const hint = /'(@aws-sdk\/|@smithy\/|aws-sdk')/.test(message) ? " (AWS's runtime has it, this machine has not, and npm could not install it: name it in a package.json beside the code)" : "";
  return message.replace(/\n|$/, (end) => hint + end);
}

async function load(name) {
  const at = path.basename(name).match(/^([^.]*)\.(.*)$/);
  if (!at) throw fault("Runtime.MalformedHandlerName", "Bad handler");
  const file = path.resolve(task, path.dirname(name), at[1]);
  const ending = ["", ".js", ".mjs", ".cjs"].find((end) => fs.existsSync(file + end) && fs.statSync(file + end).isFile());
  if (ending === undefined) {
    if (fs.existsSync(file + ".ts")) record("ERROR", `slrun: ${file}.ts must be built first: sam build, or esbuild`);
    throw fault("Runtime.ImportModuleError", `Error: Cannot find module '${at[1]}'\nRequire stack:\n- ${file}`);
  }
  if (ending === ".mjs" || isModule(file + ending)) followNodePath();
  let found;
  try {
    found = await import(pathToFileURL(file + ending).href);
  } catch (problem) {
    if (problem instanceof SyntaxError) throw fault("Runtime.UserCodeSyntaxError", `SyntaxError: ${problem.message}`);
    if (problem && ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(problem.code))
      throw fault("Runtime.ImportModuleError", `Error: ${withHint(problem.message)}`);
    throw problem;
  }
  const of = (from) => at[2].split(".").reduce((value, key) => (value === undefined || value === null ? value : value[key]), from);
  const handler = of(found) ?? of(found.default);
  if (handler === undefined) throw fault("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
  if (typeof handler !== "function") throw fault("Runtime.HandlerNotFound", `${name} is not a function`);
  return handler;
}

function isModule(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const description = path.join(folder, "package.json");
    if (fs.existsSync(description)) return JSON.parse(fs.readFileSync(description)).type === "module" && !file.endsWith(".cjs");
    if (folder === path.dirname(folder)) return false;
  }
}

function contextOf(headers) {
  const environment = process.env;
  const given = (name) => (headers[name] ? JSON.parse(headers[name]) : undefined);
  const deadline = Number(headers["lambda-runtime-deadline-ms"]);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: environment.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: environment.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: environment.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: environment.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: given("lambda-runtime-client-context"),
    identity: given("lambda-runtime-cognito-identity"),
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

// What the handler ends in: a promise, a callback, context.done and its kin, or nothing.
function call(handler, event, context) {
  return new Promise((resolve, reject) => {
    let waits;
    const end = (problem, result) => {
      const settle = () => (problem === undefined || problem === null ? resolve(result) : reject(problem));
      if (waits) return;
      waits = settle;
      if (!context.callbackWaitsForEmptyEventLoop) setImmediate(settle);
    };
    const at_once = (problem, result) => {
      context.callbackWaitsForEmptyEventLoop = false;
      end(problem, result);
    };
    Object.assign(context, { done: at_once, succeed: (result) => at_once(null, result), fail: (problem) => at_once(problem ?? "handled") });
    process.removeAllListeners("beforeExit");
    process.once("beforeExit", () => (waits ? waits() : resolve(null)));
    const result = handler(event, context, end);
    if (result && typeof result.then === "function") result.then(resolve, reject);
  });
}

// ---- response streaming (Developer Guide, "Response streaming for Lambda functions") ----

const streams = Symbol("streams");
globalThis.awslambda = {
  streamifyResponse(handler, options) {
    handler[streams] = options ?? {};
    return handler;
  },
  // Status and headers, as JSON in front of the body.
  HttpResponseStream: {
    from(stream, metadata) {
      stream.setContentType("application/vnd.awslambda.http-integration-response");
      stream.prelude = JSON.stringify(metadata) + "\0".repeat(8);
      return stream;
    },
  },
};

const GIVE_UP_MS = 1000; // at most, until an answer that was broken off is heard of

// A stream whose pieces go out as they are written, as one request that begins with the first; ended() sends its end.
function responseStream() {
  const [host, port] = address.split(":");
  let request, answered, type = "application/octet-stream";
  const open = () => {
    if (request) return request;
    const headers = { "Content-Type": type, "Lambda-Runtime-Function-Response-Mode": "streaming", "Transfer-Encoding": "chunked" };
    request = http.request({ host, port, method: "POST", path: `${root}invocation/${requestId}/response`, headers, agent });
    request.on("error", () => request.given_up || process.exit(0)); // the local cloud is gone
    answered = new Promise((resolve) => request.on("response", (answer) => answer.resume().on("end", resolve)));
    request.flushHeaders();
    if (stream.prelude) request.write(stream.prelude);
    return request;
  };
  const bytes = (piece) => (typeof piece === "string" || piece instanceof Uint8Array ? piece : JSON.stringify(piece));
  const stream = new Writable({ objectMode: true, write: (piece, encoding, done) => void open().write(bytes(piece), done) });
  stream.setContentType = (given) => { type = given; };
  stream.ended = async () => {
    open().end();
    await answered;
  };
  stream.giveUp = async () => {
    if (!request) return;
    await finished(stream.end()).catch(() => {}); // what was written is on its way
    request.given_up = true;
    if (request.closed || !request.socket) return void request.destroy();
    // The local cloud closes its side when it has read all of it: only then may it hear of the error.
    const closed = new Promise((resolve) => request.once("close", resolve));
    request.socket.setTimeout(GIVE_UP_MS, () => request.destroy());
    request.socket.end();
    await closed;
  };
  return stream;
}

async function invokeStreaming(handler, event, context) {
  const stream = responseStream();
  const over = finished(stream);
  over.catch(() => {});
  try {
    await handler(event, stream, context);
    await over; // the handler ends it
  } catch (problem) {
    await stream.giveUp();
    throw problem;
  }
  endOfOutput();
  await stream.ended();
}

function marshal(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? "null";
  } catch (problem) {
    throw fault("Runtime.MarshalError", `Unable to stringify response body as json: ${problem.message}`);
  }
}

async function invoke(handler, { headers, body }) {
  requestId = headers["lambda-runtime-aws-request-id"];
  process.env._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"] ?? "";
  let answer;
  atWork = true;
  try {
    await speakHttpFor(body);
    if (handler[streams]) return await invokeStreaming(handler, JSON.parse(body), contextOf(headers));
    answer = marshal(await call(handler, JSON.parse(body), contextOf(headers)));
  } catch (problem) {
    return tell("Invoke Error", problem, place());
  } finally {
    hasAnswered();
  }
  endOfOutput();
  await ask("POST", `invocation/${requestId}/response`, answer, { "Content-Type": "application/json" });
}

async function main() {
  let handler;
  try {
    handler = await load(process.env._HANDLER);
  } catch (problem) {
    await tell("Uncaught Exception", problem, "init/error");
    process.exit(1);
  }
  endOfOutput();
  for (;;) await invoke(handler, await ask("GET", "invocation/next", "", { "Slrun-Runtime": "nodejs" + process.versions.node }));
}

main();
