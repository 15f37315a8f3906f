/** Whether the signature of a webhook is valid, or why it is not. */
export type WebhookCheck =
  | {valid: true; id: string; sentAt: Date}
  | {valid: false; reason: 'headers' | 'secret' | 'too-old' | 'signature'};

/** Headers as `Request` has them, or as a plain object in lower case, as Node has them. */
export type WebhookHeaders = Pick<Headers, 'get'> | Readonly<Record<string, string | string[] | undefined>>;

const TOLERANCE_S = 5 * 60;
const SECRET_PREFIX = 'whsec_';

/**
 * Checks a webhook after Standard Webhooks: give the body exactly as it came, before any parsing.
 * The same `id` comes again when a delivery is repeated; do its work once.
 */
export async function verifyWebhook(
  secret: string,
  headers: WebhookHeaders,
  body: string,
  {now = new Date()}: {now?: Date} = {},
): Promise<WebhookCheck> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(name =>
    readHeader(headers, name),
  );
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp))
    return {valid: false, reason: 'headers'};
  const bytes = secret.startsWith(SECRET_PREFIX) ? fromBase64(secret.slice(SECRET_PREFIX.length)) : undefined;
  if (!bytes?.length) return {valid: false, reason: 'secret'};
  // Protects against replay of a recorded message.
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S)
    return {valid: false, reason: 'too-old'};
  const algorithm = {name: 'HMAC', hash: 'SHA-256'};
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  // While a secret is exchanged there are two signatures; one that fits is enough. `verify` takes the same time for all.
  for (const signature of signatures.split(' ')) {
    const mac = signature.startsWith('v1,') ? fromBase64(signature.slice('v1,'.length)) : undefined;
    if (mac && (await crypto.subtle.verify('HMAC', key, mac, content)))
      return {valid: true, id, sentAt: new Date(Number(timestamp) * 1000)};
  }
  return {valid: false, reason: 'signature'};
}

function readHeader(headers: WebhookHeaders, name: string): string | undefined {
  if ('get' in headers && typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const value = (headers as Readonly<Record<string, string | string[] | undefined>>)[name];
  return Array.isArray(value) ? value[0] : value;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
