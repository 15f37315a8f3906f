import {ProblemError} from './problem.js';

const tooLarge = (limit: number) =>
  new ProblemError('rejected', {
    status: 413,
    detail: `送信した内容が大きすぎます。${limit / 1024} KiB 以下にしてください。`,
  });

/** The JSON of a request, with the text it came as; refuses what is no JSON or too large. */
export async function readBody(request: Request, limit: number): Promise<{json: unknown; text: string}> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new ProblemError('rejected', {
      status: 415,
      detail: 'Content-Type は application/json にしてください。',
    });
  }
  const text = await readText(request, limit);
  try {
    return {json: JSON.parse(text) as unknown, text};
  } catch {
    throw new ProblemError('rejected', {
      status: 400,
      detail: '送信した内容を JSON として読み取れませんでした。',
    });
  }
}

/** Stops reading as soon as there is too much, whatever Content-Length says. */
async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('Content-Length')) > limit) throw tooLarge(limit);
  const reader = request.body?.getReader();
  if (!reader) return request.text();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    text += decoder.decode(value, {stream: true});
  }
}
