/** Address of this script without a query: its other files import it by that one. */
export const ADDRESS = withoutQuery(import.meta.url);

/** Prefix of the tags: `surety`, or what the page's own tag asks for, `<script type="module" src="…" data-prefix="surety2">`. */
export const prefix = readPrefix(
  [...document.querySelectorAll<HTMLScriptElement>('script[data-prefix]')]
    .find(({src}) => withoutQuery(src) === ADDRESS)
    ?.getAttribute('data-prefix') ?? 'surety',
);

function withoutQuery(address: string): string {
  return address.replace(/[?#].*/, '');
}

function readPrefix(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new Error(`data-prefix="${text}" cannot begin a tag: use small letters and digits, e.g. surety2.`);
}
