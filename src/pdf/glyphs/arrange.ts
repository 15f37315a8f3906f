import {blockOf, blockSliceName, groupSliceName, packNumbers, sequenceSliceName} from '../glyph-index.js';
import type {Glyph} from '../glyph-slice.js';
import {frequentGroups} from './base-characters.js';

/** Slices by file name, and the lists by which the index finds them. */
export interface Arrangement {
  readonly slices: ReadonlyMap<string, ReadonlyMap<string, Glyph>>;
  readonly groups: string;
  readonly blocks: string;
  readonly sequenceBlocks: string;
}

/** Sorts glyphs into slices: the frequent ones by group, everything else by code. */
export function arrange(glyphs: ReadonlyMap<string, Glyph>): Arrangement {
  const slices = new Map<string, Map<string, Glyph>>();
  const put = (slice: string, text: string, glyph: Glyph) => {
    const found = slices.get(slice) ?? new Map<string, Glyph>();
    slices.set(slice, found.set(text, glyph));
  };
  const groups = frequentGroups().map(group => group.filter(text => glyphs.has(text)));
  const groupOf = new Map(groups.flatMap((group, number) => group.map(text => [text, number])));
  const blocks = new Set<number>();
  const sequenceBlocks = new Set<number>();
  for (const [text, glyph] of glyphs) {
    const group = groupOf.get(text);
    const block = blockOf(text.codePointAt(0) ?? 0);
    if (group !== undefined) {
      put(groupSliceName(group), text, glyph);
    } else if (Array.from(text).length > 1) {
      sequenceBlocks.add(block);
      put(sequenceSliceName(block), text, glyph);
    } else {
      blocks.add(block);
      put(blockSliceName(block), text, glyph);
    }
  }
  return {
    slices,
    groups: groups.map(group => group.join('')).join('\n'),
    blocks: packNumbers(ascending(blocks)),
    sequenceBlocks: packNumbers(ascending(sequenceBlocks)),
  };
}

function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
