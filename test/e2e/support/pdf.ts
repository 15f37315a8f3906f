import {execFileSync} from 'node:child_process';

/** What `pdftotext` reads, white space and all. */
export const pdfText = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], {encoding: 'utf8'});

/** What `pdfinfo` says, by name. */
export const pdfInfo = (file: string): Record<string, string> =>
  Object.fromEntries(
    execFileSync('pdfinfo', [file], {encoding: 'utf8'})
      .split('\n')
      .map(line => /^([^:]+):\s*(.*)$/.exec(line))
      .flatMap(match => (match ? [[match[1] ?? '', match[2] ?? '']] : [])),
  );

/** Throws with qpdf's words when the file has a fault. */
export const checkPdf = (file: string): string => execFileSync('qpdf', ['--check', file], {encoding: 'utf8'});

/** Names of the fonts, and whether each is embedded. */
export const pdfFonts = (file: string): {name: string; isEmbedded: boolean}[] =>
  execFileSync('pdffonts', [file], {encoding: 'utf8'})
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map(line => ({
      name: line.split(/\s+/)[0] ?? '',
      isEmbedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(line)?.[1] === 'yes',
    }));
