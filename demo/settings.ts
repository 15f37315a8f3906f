import {readFileSync} from 'node:fs';
import * as z from 'zod/mini';
import type {Obligee} from '../src/schemas/obligee.js';
import {readDirectory} from './sandbox/data/directory.js';
import {SentenceError} from './sandbox/store/sentence-error.js';

const DEFAULT_PORT = '5173';

const urlOf = (...protocols: string[]) =>
  z.refine<string>(
    value =>
      URL.canParse(value) && protocols.includes(new URL(value).protocol) && Boolean(new URL(value).hostname),
  );

const environment = z.object({
  PORT: z.string().check(
    z.regex(/^\d{1,5}$/),
    z.refine(value => Number(value) <= 65_535),
  ),
  DATA_DIR: z.string(),
  DATABASE_URL: z.optional(z.string().check(urlOf('postgres:', 'postgresql:'))),
  SMTP_URL: z.optional(z.string().check(urlOf('smtp:', 'smtps:'))),
  SURETY_SECRET: z.optional(z.string().check(z.minLength(32))),
  OBLIGEES_FILE: z.optional(z.string()),
  WEBHOOK_LOOPBACK: z.optional(z.enum(['0', '1'])),
});

/** What to write instead, for each setting. Values are never repeated: two of them hold passwords. */
const sentences: Record<string, string> = {
  PORT: 'PORT には 0 から 65535 までの数字を指定してください。例：PORT=5173',
  DATABASE_URL:
    'DATABASE_URL は postgresql://利用者:パスワード@ホスト:5432/データベース名 の形で指定してください。',
  SMTP_URL:
    'SMTP_URL は smtp://ホスト:25 または smtps://利用者:パスワード@ホスト:465 の形で指定してください。',
  WEBHOOK_LOOPBACK: 'WEBHOOK_LOOPBACK には 1（このコンピューターへの通知を許可）か 0 を指定してください。',
  SURETY_SECRET: 'SURETY_SECRET には 32 文字以上の秘密の文字列を指定してください。',
};

/** What the server is told from outside. */
export interface Settings {
  port: number;
  dataDirectory: string;
  databaseUrl?: string;
  smtpUrl?: string;
  secret?: string;
  obligees?: readonly Obligee[];
  /** Whether webhooks may go to this machine, also over plain HTTP: for trying them out. */
  allowsLoopback: boolean;
}

/**
 * Reads the settings; an empty one counts as not set.
 * @throws {SentenceError} with one sentence that names the setting and says what to do.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse({PORT: DEFAULT_PORT, DATA_DIR: '.data', ...given});
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new SentenceError(sentences[name] ?? `${name} の値が正しくありません。`);
  }
  const {PORT, DATA_DIR, DATABASE_URL, SMTP_URL, SURETY_SECRET, OBLIGEES_FILE, WEBHOOK_LOOPBACK} =
    parsed.data;
  return {
    port: Number(PORT),
    dataDirectory: DATA_DIR,
    allowsLoopback: WEBHOOK_LOOPBACK === '1',
    ...(DATABASE_URL && {databaseUrl: DATABASE_URL}),
    ...(SMTP_URL && {smtpUrl: SMTP_URL}),
    ...(SURETY_SECRET && {secret: SURETY_SECRET}),
    ...(OBLIGEES_FILE && {obligees: readObligees(OBLIGEES_FILE)}),
  };
}

function readObligees(file: string): Obligee[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const cause = error instanceof SyntaxError ? 'JSON として読み取れません' : '読み込めません';
    throw new SentenceError(
      `OBLIGEES_FILE の「${file}」が${cause}。発注者の JSON ファイルを指定してください。`,
    );
  }
  try {
    return readDirectory(json);
  } catch (error) {
    const path = error instanceof z.core.$ZodError ? error.issues[0]?.path : undefined;
    const place = path?.length ? `（場所：/${path.join('/')}）` : '';
    throw new SentenceError(
      `OBLIGEES_FILE の「${file}」の内容が発注者データの形に合いません${place}。該当箇所を直してください。`,
    );
  }
}
