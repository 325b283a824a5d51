import { EventEmitter } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { accepted, badRequest, CONFLICT, refusal, WEBHOOK_IS_SET } from "./api-replies.ts";
import type { Refusal, Reply } from "./api-replies.ts";
import { complaintAbout } from "./call-rules.ts";
import { type Payload, payloadOf } from "./request-payload.ts";
import { type ApiCall, Messages, type SentMessage } from "./sent-messages.ts";
import { WebhookPost } from "./webhook-post.ts";

export type { Refusal } from "./api-replies.ts";
export type { ApiCall, SentMessage } from "./sent-messages.ts";

/** What goes wrong with the next call: an error, a late response, or a connection cut without one. */
export type Fault = Refusal | Delay | "drop";

/** A response that is late, but good. */
export interface Delay {
  readonly until: Promise<void>;
}

/** An update before the server numbers it. */
export type PushedUpdate = Readonly<Record<string, unknown>>;

interface HeldPoll {
  readonly payload: Payload;
  readonly answer: (reply: Reply) => void;
}

const METHODS_THAT_ONLY_SUCCEED = new Set([
  ...["setMyCommands", "sendChatAction", "sendMessageDraft"],
  ...["answerCallbackQuery", "answerInlineQuery"],
]);

/** A Bot API server on loopback with Telegram's rules, for one bot. Start it with `listen`. */
export class BotApiServer {
  readonly token: string;
  readonly username: string;
  readonly calls: ApiCall[] = [];
  /** What readers have uploaded, by file id. */
  readonly files = new Map<string, Uint8Array | string>();
  /** Every update below this id has been confirmed and is gone. */
  confirmedBelow = 0;
  /** Called with each call as it comes in; the call is answered when what it gives has resolved. */
  hold: (call: ApiCall) => Promise<void> | undefined = () => undefined;
  /** What the webhook said each time that an update was posted to it; 0 for nothing. */
  readonly posted: number[] = [];
  private readonly webhook = new WebhookPost({
    first: () => this.pending[0],
    onPosted: (update, status) => {
      this.posted.push(status);
      if (status === 200) this.pending = this.pending.filter((it) => it !== update);
      this.changes.emit("change");
    },
  });
  private pending: { update_id: number }[] = [];
  private held: HeldPoll | undefined;
  private nextUpdate = 501;
  private readonly messages = new Messages();
  private readonly faults = new Map<string, Fault[]>();
  private readonly changes = new EventEmitter();
  private readonly server = createServer(this.listener());

  constructor(token = "123456:TEST-token_of_a_bot", username = "baowen_test_bot") {
    this.token = token;
    this.username = username;
    this.changes.setMaxListeners(0);
  }

  /** Opens a port, or the given one again after `close`. */
  async listen(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.held = undefined;
    this.webhook.set({});
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** Queues an update and gives its id. */
  push(update: PushedUpdate): number {
    const id = this.nextUpdate++;
    this.pending.push({ update_id: id, ...update });
    this.messages.see(update);
    this.webhook.wake();
    const { held } = this;
    if (held !== undefined) {
      this.held = undefined;
      held.answer(this.nextBatch(held.payload));
    }
    return id;
  }

  /** Answers the poll that is held with no update, as Telegram does after half a minute. */
  endPoll(): void {
    const { held } = this;
    this.held = undefined;
    held?.answer(accepted([]));
  }

  /** Every message that was accepted, new or rewritten, in order. */
  get sent(): SentMessage[] {
    return this.messages.accepted;
  }

  /** Ids of the updates that have not been confirmed. */
  get unconfirmed(): number[] {
    return this.pending.map((update) => update.update_id);
  }

  /** The next calls of a method meet these faults, one each. */
  fail(method: string, ...faults: Fault[]): void {
    this.faults.set(method, [...(this.faults.get(method) ?? []), ...faults]);
  }

  /** Faults of a method that no call has met are taken back. */
  heal(method: string): void {
    this.faults.delete(method);
  }

  callsOf(method: string): ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Resolves once so many messages have been accepted in all. */
  async waitForSent(count: number): Promise<readonly SentMessage[]> {
    await this.waitFor(() => this.sent.length >= count, `${count} sent messages`);
    return this.sent;
  }

  /** Resolves once the condition holds; it is looked at after every call. */
  async waitFor(condition: () => boolean, what = "a condition"): Promise<void> {
    const deadline = AbortSignal.timeout(4000);
    while (!condition()) {
      await new Promise<void>((resolve, reject) => {
        this.changes.once("change", resolve);
        deadline.onabort = () => {
          reject(new Error(`Waited 4 s for ${what}; sent: ${JSON.stringify(this.sent)}`));
        };
      });
    }
  }

  private listener(): RequestListener {
    return (request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    };
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.includes("/file/bot")) {
      this.serveFile(request.url, response);
      return;
    }
    const payload = await payloadOf(request);
    const { root, token, method } = callIn(request.url);
    const fault = this.faults.get(method)?.shift() ?? this.tokenFault(token);
    const call = { root, method, payload };
    this.calls.push(call);
    this.changes.emit("change");
    await this.hold(call);
    const answer = (reply: Reply): void => {
      response.writeHead(reply.code, { "content-type": "application/json" });
      response.end(JSON.stringify(reply.body));
      this.changes.emit("change");
    };
    if (fault === "drop") request.socket.destroy();
    else if (fault !== undefined && "code" in fault) answer(refusal(fault));
    else {
      await fault?.until;
      if (method === "getUpdates") this.poll(payload, answer, response);
      else answer(this.call(call));
    }
  }

  private serveFile(url: string, response: ServerResponse): void {
    const [, token = "", id = ""] = /\/file\/bot([^/]+)\/documents\/(.+)$/.exec(url) ?? [];
    const bytes = this.tokenFault(decodeURIComponent(token)) ? undefined : this.files.get(id);
    if (bytes === undefined) response.writeHead(404).end();
    else response.end(bytes);
  }

  private tokenFault(token: string): Refusal | undefined {
    if (token === this.token) return undefined;
    return /^\d+:/.test(token)
      ? { code: 401, description: "Unauthorized" }
      : { code: 404, description: "Not Found" };
  }

  private poll(payload: Payload, answer: (reply: Reply) => void, response: ServerResponse): void {
    if (this.webhook.isSet) {
      answer(refusal(WEBHOOK_IS_SET));
      return;
    }
    // As with Telegram, the newer poll wins and the older hears of the conflict.
    this.held?.answer(refusal(CONFLICT));
    this.held = undefined;
    const offset = Number(payload["offset"] ?? 0);
    this.confirmedBelow = Math.max(this.confirmedBelow, offset);
    this.pending = this.pending.filter((update) => update.update_id >= offset);
    const seconds = Number(payload["timeout"] ?? 0);
    if (this.pending.length > 0 || seconds === 0) {
      answer(this.nextBatch(payload));
      return;
    }
    const held = { payload, answer };
    this.held = held;
    const release = (): void => {
      if (this.held === held) this.held = undefined;
    };
    const timer = setTimeout(() => {
      if (this.held === held) answer(accepted([]));
      release();
    }, seconds * 1000);
    response.on("close", () => {
      clearTimeout(timer);
      release();
    });
    this.changes.emit("change");
  }

  private nextBatch(payload: Payload): Reply {
    return accepted(this.pending.slice(0, Number(payload["limit"] ?? 100)));
  }

  private call(call: ApiCall): Reply {
    const { method } = call;
    if (method === "getMe") {
      const { username } = this;
      const id = Number(this.token.split(":")[0]);
      return accepted({ id, is_bot: true, first_name: "Baowen", username });
    }
    const complaint = complaintAbout(call);
    if (complaint !== undefined) return badRequest(complaint);
    if (METHODS_THAT_ONLY_SUCCEED.has(method)) return accepted(true);
    if (/^(set|delete)Webhook$/.test(method)) {
      this.webhook.set(call.payload);
      return accepted(true);
    }
    if (method === "getFile") {
      const id = String(call.payload["file_id"]);
      return accepted({ file_id: id, file_unique_id: id, file_path: `documents/${id}` });
    }
    const written = this.messages.call(call);
    if (typeof written === "string") return badRequest(written);
    if (written !== undefined) return accepted(written);
    return refusal({ code: 404, description: "Not Found: method not found" });
  }
}

function callIn(url = ""): { root: string; token: string; method: string } {
  const [, root = "", token = "", method = ""] = /^(.*)\/bot([^/]+)\/(\w+)$/.exec(url) ?? [];
  return { root, token: decodeURIComponent(token), method };
}
