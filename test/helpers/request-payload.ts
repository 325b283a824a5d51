import type { IncomingMessage } from "node:http";

/** The parameters of a call. */
export type Payload = Readonly<Record<string, unknown>>;

/** What a call of the Bot API says, sent as JSON or as a form. */
export async function payloadOf(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  const boundary = /^multipart\/form-data.*boundary=(.+)$/.exec(
    request.headers["content-type"] ?? "",
  )?.[1];
  if (boundary !== undefined) return fieldsOf(body, boundary);
  return body === "" ? {} : (JSON.parse(body) as Payload);
}

function fieldsOf(body: string, boundary: string): Record<string, string> {
  const field = /name="([^"]*)".*?\r\n\r\n(.*)\r\n$/s;
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [, name = "", value = ""] = field.exec(part) ?? [];
      return [name, value];
    }),
  );
}
