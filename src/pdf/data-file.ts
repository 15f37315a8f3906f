import {binary, type PdfFile} from './pdf-file.js';

/** A file to embed in the PDF. Its text is ASCII. */
export interface DataFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Adds the files, and returns what the catalogue says of them. */
export function addDataFiles(pdf: PdfFile, files: readonly DataFile[]): string {
  if (files.length === 0) return '';
  // A tree of names is searched by halves.
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const entries = sorted.map(file => ({name: file.name, reference: `${addDataFile(pdf, file)} 0 R`}));
  const names = entries.map(({name, reference}) => `(${name}) ${reference}`);
  const all = entries.map(({reference}) => reference);
  return `/Names <</EmbeddedFiles <</Names [${names.join(' ')}]>>>> /AF [${all.join(' ')}]`;
}

/** Returns the number of the object that names the file. */
function addDataFile(pdf: PdfFile, {name, mediaType, text}: DataFile): number {
  const type = mediaType.replace('/', '#2F');
  const stream = pdf.addStream(
    `/Type /EmbeddedFile /Subtype /${type} /Params <</Size ${text.length}>>`,
    binary(text),
  );
  return pdf.add(
    `<</Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Data /EF <</F ${stream} 0 R /UF ${stream} 0 R>>>>`,
  );
}
