import type {Plugin} from 'vite';

/** A template's text without its indentation. White space that is seen stays one space, as a browser would draw it. */
export const compactMarkup = (text: string): string =>
  text.replace(/[ \t]*\n[ \t\n]*(\/?>)?/g, (_, end: string | undefined) => end ?? ' ');

/** A style sheet without what browsers pass over. */
export const compactSheet = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replace(/(?<![\d\w])0\.(?=\d)/g, '.')
    .replaceAll(';}', '}')
    .trim();

interface Node {
  type: string;
  start: number;
  end: number;
  tag?: {name?: string};
  quasi?: {quasis: Node[]};
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every text of `html` templates, in the order in which they stand. */
function* textsOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* textsOf(each);
  else if (isNode(value)) {
    if (value.type === 'TaggedTemplateExpression' && value.tag?.name === 'html')
      yield* value.quasi?.quasis ?? [];
    for (const each of Object.values(value)) yield* textsOf(each);
  }
}

/** Writes shorter texts; their line breaks move into the expressions between them, so that source maps keep their lines. */
export function compactTemplates(code: string, tree: unknown): string {
  let [compact, at] = ['', 0];
  for (const {start, end} of [...textsOf(tree)].sort((one, other) => one.start - other.start)) {
    const text = code.slice(start, end); // with the marks around it, as TypeScript counts
    const short = compactMarkup(text);
    const lines = '\n'.repeat(text.split('\n').length - short.split('\n').length);
    compact += code.slice(at, start) + short + lines;
    at = end;
  }
  return compact + code.slice(at);
}

/** Style sheets and templates as browsers understand them, without what is for those who read the sources. */
export const compactTexts: Plugin = {
  name: 'compact-texts',
  enforce: 'pre',
  transform: {
    filter: {id: /\/(?:components|src)\/.*\.ts$/},
    handler(code, id) {
      if (!id.endsWith('.styles.ts'))
        return code.includes('html`')
          ? {code: compactTemplates(code, this.parse(code, {lang: 'ts'})), map: null}
          : undefined;
      const sheets = code.replace(/\bcss`([^`]*)`/g, (_, sheet: string) => {
        const lines = '\n'.repeat(sheet.split('\n').length - 1);
        return `css\`${compactSheet(sheet)}\`${lines}`;
      });
      return {code: sheets, map: null};
    },
  },
};
