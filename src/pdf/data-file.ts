import type {Internals} from './pdf-internals.js';

/** A file to embed in the PDF. Its text is ASCII. */
export interface DataFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Writes the files, and returns their entries of the document catalogue. */
export function putDataFiles(internals: Internals, files: readonly DataFile[]): string {
  // The names of a name tree must be sorted (ISO 32000-1, 7.9.6).
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const entries = sorted.map(file => ({name: file.name, reference: `${putDataFile(internals, file)} 0 R`}));
  const names = entries.map(({name, reference}) => `(${name}) ${reference}`);
  const all = entries.map(({reference}) => reference);
  return `/Names <</EmbeddedFiles <</Names [${names.join(' ')}]>>>> /AF [${all.join(' ')}]`;
}

/** Writes one file, and returns the object number of its specification. */
function putDataFile({newObject, putStream, write}: Internals, {name, mediaType, text}: DataFile): number {
  const objectId = newObject();
  const type = mediaType.replace('/', '#2F');
  const additionalKeyValues = [
    {key: 'Type', value: '/EmbeddedFile'},
    {key: 'Subtype', value: `/${type}`},
    {key: 'Params', value: `<</Size ${text.length}>>`},
  ];
  putStream({data: text, filters: true, objectId, additionalKeyValues});
  write('endobj');
  const specification = newObject();
  write(`<</Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Data`);
  write(`/EF <</F ${objectId} 0 R /UF ${objectId} 0 R>>>>`, '\nendobj');
  return specification;
}
