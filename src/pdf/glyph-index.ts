/** File name of the index. It is not `.json`, because some development servers turn that into a module. */
export const INDEX_NAME = 'index.bin';

/** The index of the slices, as JSON; the build writes it and the store reads it. */
export interface GlyphIndexFile {
  /** Folder of the slices: a hash of all of them, so that they may be cached without limit. */
  readonly version: string;
  readonly ascent: number;
  readonly descent: number;
  /** Frequent characters: one line per slice, in the order of the slices' numbers; the first holds the fixed wording. */
  readonly groups: string;
  /** First code points of the blocks of all other characters (see `packNumbers`). */
  readonly blocks: string;
  /** First code points of the blocks of sequences of two code points, by the first of them. */
  readonly sequenceBlocks: string;
}

/** Finds the slice that would hold a character without fetching any. */
export class GlyphIndex {
  readonly version: string;
  readonly ascent: number;
  readonly descent: number;
  readonly #groupOf = new Map<string, number>();
  readonly #blocks: ReadonlySet<number>;
  readonly #sequenceBlocks: ReadonlySet<number>;

  constructor(file: GlyphIndexFile) {
    this.version = file.version;
    this.ascent = file.ascent;
    this.descent = file.descent;
    file.groups.split('\n').forEach((group, number) => {
      for (const [character] of group.matchAll(/.\u{FE00}?/gu)) this.#groupOf.set(character, number);
    });
    this.#blocks = new Set(unpackNumbers(file.blocks));
    this.#sequenceBlocks = new Set(unpackNumbers(file.sequenceBlocks));
  }

  /** Returns the path of the slice that may hold a text of one or two code points; `undefined` when no font has it. */
  sliceOf(text: string): string | undefined {
    const group = this.#groupOf.get(text);
    if (group !== undefined) return this.#path(groupSliceName(group));
    const [first = '', ...more] = text;
    const block = blockOf(first.codePointAt(0) ?? 0);
    if (more.length > 0) {
      return this.#sequenceBlocks.has(block) ? this.#path(sequenceSliceName(block)) : undefined;
    }
    return this.#blocks.has(block) ? this.#path(blockSliceName(block)) : undefined;
  }

  #path(name: string): string {
    return `${this.version}/${name}`;
  }
}

/** Returns the file name of the slice of a group. */
export const groupSliceName = (group: number) => `g${group}.bin`;
/** Returns the file name of the slice of a block. */
export const blockSliceName = (block: number) => `${block.toString(16)}.bin`;
/** Returns the file name of the slice with the sequences that begin in a block. */
export const sequenceSliceName = (block: number) => `${block.toString(16)}s.bin`;

/** Returns the first code point of the block of a code point. Fonts are sparse beyond the BMP, so blocks are wider there. */
export function blockOf(codePoint: number): number {
  return codePoint < 0x10000 ? codePoint & ~0xf : codePoint & ~0xff;
}

/** Encodes ascending multiples of 16 as base-36 steps in units of 16, with `*n` for a step that repeats. */
export function packNumbers(numbers: readonly number[]): string {
  const runs: {step: number; times: number}[] = [];
  let last = 0;
  for (const number of numbers) {
    const step = (number - last) / 16;
    const run = runs.at(-1);
    if (run?.step === step) run.times++;
    else runs.push({step, times: 1});
    last = number;
  }
  return runs
    .map(({step, times}) => step.toString(36) + (times > 1 ? `*${times.toString(36)}` : ''))
    .join(' ');
}

/** Decodes what `packNumbers` encoded. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  let last = 0;
  for (const run of text.split(' ')) {
    const [step = '', times = '1'] = run.split('*');
    if (step === '') continue;
    for (let left = parseInt(times, 36); left > 0; left--) numbers.push((last += parseInt(step, 36) * 16));
  }
  return numbers;
}
