import { setTimeout as sleep } from "node:timers/promises";
import type { Payload } from "./request-payload.ts";

/** What waits to be posted. */
export interface Outgoing {
  readonly first: () => object | undefined;
  /** Hears the status of each response to an update, 0 when there was none. */
  readonly onPosted: (update: object, status: number) => void;
}

/** Posts updates to a webhook as Telegram does, one after the other, each again until it is taken. */
export class WebhookPost {
  private readonly outgoing: Outgoing;
  private address: { readonly url: string; readonly secret: string | undefined } | undefined;
  private isPosting = false;

  constructor(outgoing: Outgoing) {
    this.outgoing = outgoing;
  }

  get isSet(): boolean {
    return this.address !== undefined;
  }

  /** Does what a call of setWebhook says; one without an address takes the webhook away. */
  set(payload: Payload): void {
    const { url = "", secret_token: secret } = payload as { url?: string; secret_token?: string };
    this.address = url === "" ? undefined : { url, secret };
    this.wake();
  }

  /** To be called when there is something new to post. */
  wake(): void {
    if (!this.isPosting) void this.post();
  }

  private async post(): Promise<void> {
    this.isPosting = true;
    for (;;) {
      const update = this.outgoing.first();
      if (this.address === undefined || update === undefined) break;
      const status = await statusOf(this.address, update);
      this.outgoing.onPosted(update, status);
      if (status !== 200) await sleep(20);
    }
    this.isPosting = false;
  }
}

async function statusOf(
  { url, secret }: { readonly url: string; readonly secret: string | undefined },
  update: object,
): Promise<number> {
  const proof = secret === undefined ? {} : { "X-Telegram-Bot-Api-Secret-Token": secret };
  const headers = { "Content-Type": "application/json", Connection: "close", ...proof };
  const body = JSON.stringify(update);
  const response = await fetch(url, { method: "POST", headers, body }).catch(() => undefined);
  return response?.status ?? 0;
}
