/** What the tags begin with: `surety`, or what the page has asked for in the address of the script, `….js?prefix=surety2`. */
export const prefix = readPrefix(new URL(import.meta.url).searchParams.get('prefix') ?? 'surety');

function readPrefix(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new Error(`prefix=${text} cannot begin a tag: use small letters and digits, e.g. surety2.`);
}
