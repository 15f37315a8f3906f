import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/** Hashes by path, as `integrity` attributes and import maps write them. */
export type Hashes = Readonly<Record<string, string>>;

const digest = (algorithm: 'sha256' | 'sha384', content: string | Buffer) =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** The hash of each file below a folder that a browser may fetch: source maps are for people. */
export async function hashFolder(folder: string, under = ''): Promise<Hashes> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries
    .filter(entry => entry.isFile() && !/^\.|\.map$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async file => {
        const name = path.relative(folder, file).split(path.sep).join('/');
        return [`${under}${name}`, digest('sha384', await readFile(file))] as const;
      }),
    ),
  );
}

/** What has to be in `script-src` so that a policy without nonces allows an inline script. */
export const policyHash = (script: string): string => `'${digest('sha256', script)}'`;

/** What `sri.json` says: the version that the files are of, and the hash of each that a page may fetch. */
export interface Published {
  readonly version: string;
  readonly files: Hashes;
}

/** Whether a page fetches a file: scripts, styles, and glyphs of the PDF with their licences. */
export const isFetched = (file: string): boolean => /\.(js|css)$/.test(file) || file.startsWith('glyphs/');

/** One way to bring the kit into a page. */
export interface Embedding {
  /** What the page's only script tag names. */
  readonly entry: string;
  /** What a person reads about this way, at the top of the page. */
  readonly about: string;
  /** Which files it may fetch later. */
  readonly fetchesLater: (file: string) => boolean;
}

/** Address of the kit's folder in what a page writes; `./` for a page that lies beside it. */
export type Base = `${string}/`;

/** The import map that holds a browser to the hashes of what the entry fetches later. */
function importMap({fetchesLater}: Embedding, hashes: Hashes, base: Base): string {
  const files = Object.entries(hashes).filter(([file]) => fetchesLater(file));
  const integrity = Object.fromEntries(files.map(([file, hash]) => [`${base}${file}`, hash]));
  return `\n${JSON.stringify({integrity}, undefined, 2)}\n`;
}

/** A page that works where it lies, and whose marked part is what a host page takes over. */
export function snippet(embedding: Embedding, hashes: Hashes, base: Base): string {
  const map = importMap(embedding, hashes, base);
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>surety-elements</title>
<link rel="icon" href="data:,">
<!--
${embedding.about}
Copy from here to "end" into the head of your page, and write the address of your copy of this folder for ${base}
The import map has to stand before the first module script. A policy without nonces needs in script-src:
${policyHash(map)}
-->
<link rel="stylesheet" href="${base}shell.css" integrity="${hashes['shell.css'] ?? ''}" crossorigin="anonymous">
<script type="importmap">${map}</script>
<script type="module" src="${base}${embedding.entry}" integrity="${hashes[embedding.entry] ?? ''}" crossorigin="anonymous"></script>
<!-- end -->
</head>
<body>
<!-- What stands inside an element is read until its code is there, and stays when a script was refused. -->
<surety-provider environment="mock">
  <surety-contract-list>
    <p>読み込んでいます。しばらくたっても表示されないときは、ページを再読み込みしてください。</p>
  </surety-contract-list>
</surety-provider>
</body>
</html>
`;
}
