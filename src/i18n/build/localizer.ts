import {readConfigFileAndWriteSchema} from '@lit/localize-tools/lib/config.js';
import {RuntimeLitLocalizer} from '@lit/localize-tools/lib/modes/runtime.js';
import {extractMessagesFromProgram} from '@lit/localize-tools/lib/program-analysis.js';
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import type Ts from 'typescript';

/** Where translators write, and where the elements read. */
export interface MessageFolders {
  /** Folder of the XLIFF files. */
  readonly xliff: string;
  /** Folder of the generated modules. */
  readonly locales: string;
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The folders of this repository. */
export const ownFolders: MessageFolders = {xliff: here('../xliff'), locales: here('../locales')};

// The compiler that lit-localize itself uses; kinds of nodes are numbers that differ between versions.
const ts = createRequire(here('../../../node_modules/@lit/localize-tools/package.json'))(
  'typescript',
) as typeof Ts;

/** How lit-localize knows the two functions: by a property of their types. */
const MARKS: Readonly<Record<string, string>> = {msg: '_LIT_LOCALIZE_MSG_', str: '_LIT_LOCALIZE_STR_'};

/** Knows msg() and str`` by their names, so that not one type has to be read. */
const checker = {
  getTypeAtLocation: (node: Ts.Node) => node,
  getPropertiesOfType: (node: Ts.Node) => {
    const mark = ts.isIdentifier(node) ? MARKS[node.text] : undefined;
    return mark ? [{escapedName: mark}] : [];
  },
};

/** Every module that may hold words for people. */
function sourceFiles(): Ts.SourceFile[] {
  const root = here('../../..');
  const files = ['components', 'src'].flatMap(folder =>
    readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map(name => join(root, folder, name)),
  );
  return files
    .filter(file => !relative(here('../locales'), file).match(/^[\w-]+\.ts$/))
    .sort()
    .map(file => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true));
}

type Extracted = ReturnType<RuntimeLitLocalizer['extractSourceMessages']>;
let extracted: Extracted | undefined;

/** lit-localize without a type check: the same messages, in a fraction of the time. */
export class Localizer extends RuntimeLitLocalizer {
  constructor({xliff, locales}: MessageFolders) {
    const config = readConfigFileAndWriteSchema(here('../lit-localize.json'));
    const {output, interchange} = config;
    if (output.mode !== 'runtime') throw new Error('lit-localize.json must say "runtime".');
    Object.assign(interchange, {xliffDir: xliff});
    super({...config, output: {...output, outputDir: locales}});
  }

  /** All messages of the code; read once a run. */
  override extractSourceMessages(): Extracted {
    const program = {getSourceFiles: sourceFiles, getTypeChecker: () => checker};
    return (extracted ??= extractMessagesFromProgram(program as never));
  }
}
