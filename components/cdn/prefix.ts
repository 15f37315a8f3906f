const here = import.meta.url;

/**
 * What the tags begin with: `surety`, or what the page's own tag asks for, `<script type="module" src="…" data-prefix="surety2">`. Not a
 * part of the address: what is fetched later would take the script without it for another one.
 */
export const prefix = readPrefix(
  [...document.querySelectorAll<HTMLScriptElement>('script[data-prefix]')]
    .find(({src}) => src === here)
    ?.getAttribute('data-prefix') ?? 'surety',
);

function readPrefix(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new Error(`data-prefix="${text}" cannot begin a tag: use small letters and digits, e.g. surety2.`);
}
