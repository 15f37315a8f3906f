import {existsSync, readdirSync} from 'node:fs';

/** Returns the names of all elements: `contract-list` is `surety-contract-list`. Each is a folder with a file of its name. */
export const elementNames = (): string[] =>
  readdirSync('components').filter(name => existsSync(`components/${name}/${name}.ts`));
