/** Fetches files that were sent to the bot. The address holds the token, so no error names it. */
export function downloadFrom(
  apiRoot: string,
  token: string,
): (path: string) => Promise<Uint8Array> {
  return async (path) => {
    const address = `${apiRoot}/file/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
      unreachable,
    );
    if (!response.ok) throw new Error(`Telegram gave status ${response.status} for the file.`);
    return new Uint8Array(await response.arrayBuffer().catch(unreachable));
  };
}

function unreachable(): never {
  throw new Error("Telegram could not be reached.");
}

const TIMEOUT_MS = 60_000;
