import { EventEmitter } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { type Payload, payloadOf } from "./request-payload.ts";
import { parseTelegramHtml } from "./telegram-html.ts";

/** A call of the Bot API as it came in. */
export interface ApiCall {
  readonly method: string;
  readonly payload: Payload;
}

/** A message that was accepted: `text` is what the reader sees. */
export interface SentMessage extends ApiCall {
  readonly chatId: number;
  readonly text: string;
  /** What stands inside block quotes, in order. */
  readonly quotes: readonly string[];
  readonly links: readonly string[];
}

/** What goes wrong with the next call: an error, a late response, or a connection cut without one. */
export type Fault = Refusal | Delay | "drop";

/** A response that is late, but good. */
export interface Delay {
  readonly until: Promise<void>;
}

/** A response that says no. */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfter?: number;
}

/** An update before the server numbers it. */
export type PushedUpdate = Readonly<Record<string, unknown>>;

interface Reply {
  readonly code: number;
  readonly body: object;
}

interface HeldPoll {
  readonly payload: Payload;
  readonly answer: (reply: Reply) => void;
}

const LONGEST_TEXT = 4096;
const CONFLICT: Refusal = {
  code: 409,
  description:
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
};
const METHODS_THAT_ONLY_SUCCEED = new Set([
  "deleteWebhook",
  "setMyCommands",
  "sendChatAction",
  "answerCallbackQuery",
]);

/** A Bot API server on loopback with Telegram's rules, for one bot. Start it with `listen`. */
export class BotApiServer {
  readonly token: string;
  readonly username: string;
  readonly calls: ApiCall[] = [];
  readonly sent: SentMessage[] = [];
  /** Every update below this id has been confirmed and is gone. */
  confirmedBelow = 0;
  private pending: { update_id: number }[] = [];
  private held: HeldPoll | undefined;
  private nextUpdate = 501;
  private nextMessage = 9001;
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
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** Queues an update and gives its id. */
  push(update: PushedUpdate): number {
    const id = this.nextUpdate++;
    this.pending.push({ update_id: id, ...update });
    const { held } = this;
    if (held !== undefined) {
      this.held = undefined;
      held.answer(this.nextBatch(held.payload));
    }
    return id;
  }

  /** Ids of the updates that have not been confirmed. */
  get unconfirmed(): number[] {
    return this.pending.map((update) => update.update_id);
  }

  /** The next calls of a method meet these faults, one each. */
  fail(method: string, ...faults: Fault[]): void {
    this.faults.set(method, [...(this.faults.get(method) ?? []), ...faults]);
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
    const payload = await payloadOf(request);
    const [token, method] = callIn(request.url);
    const fault = this.faults.get(method)?.shift() ?? this.tokenFault(token);
    this.calls.push({ method, payload });
    this.changes.emit("change");
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
      else answer(this.call(method, payload));
    }
  }

  private tokenFault(token: string): Refusal | undefined {
    if (token === this.token) return undefined;
    return /^\d+:/.test(token)
      ? { code: 401, description: "Unauthorized" }
      : { code: 404, description: "Not Found" };
  }

  private poll(payload: Payload, answer: (reply: Reply) => void, response: ServerResponse): void {
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

  private call(method: string, payload: Payload): Reply {
    if (method === "getMe") {
      const { username } = this;
      const id = Number(this.token.split(":")[0]);
      return accepted({ id, is_bot: true, first_name: "Baowen", username });
    }
    if (METHODS_THAT_ONLY_SUCCEED.has(method)) return accepted(true);
    if (method === "sendMessage" || method === "editMessageText") return this.send(method, payload);
    return refusal({ code: 404, description: "Not Found: method not found" });
  }

  private send(method: string, payload: Payload): Reply {
    const raw = payload["text"];
    if (typeof raw !== "string") return badRequest("message text is empty");
    const parsed =
      payload["parse_mode"] === "HTML"
        ? parseTelegramHtml(raw)
        : { text: raw.trim(), quotes: [], links: [] };
    if ("error" in parsed) return badRequest(`can't parse entities: ${parsed.error}`);
    if (parsed.text === "") return badRequest("message text is empty");
    if (parsed.text.length > LONGEST_TEXT) return badRequest("message is too long");
    if (/\p{Surrogate}/u.test(raw)) return badRequest("strings must be encoded in UTF-8");
    const chatId = Number(payload["chat_id"]);
    this.sent.push({ method, payload, chatId, ...parsed });
    const date = Math.floor(Date.now() / 1000);
    return accepted({ message_id: this.nextMessage++, date, chat: { id: chatId }, text: raw });
  }
}

function callIn(url = ""): [token: string, method: string] {
  const [, token = "", method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(url) ?? [];
  return [decodeURIComponent(token), method];
}

function accepted(result: unknown): Reply {
  return { code: 200, body: { ok: true, result } };
}

function badRequest(complaint: string): Reply {
  return refusal({ code: 400, description: `Bad Request: ${complaint}` });
}

function refusal({ code, description, retryAfter }: Refusal): Reply {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { code, body: { ok: false, error_code: code, description, ...parameters } };
}
