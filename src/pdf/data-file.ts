import type {Internals} from './pdf-internals.js';

/** A file inside the PDF; its text has no characters beyond ASCII. */
export interface DataFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Writes the files, and returns what the catalogue says of them. */
export function putDataFiles(internals: Internals, files: readonly DataFile[]): string {
  // A tree of names is searched by halves.
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const entries = sorted.map(file => ({name: file.name, reference: `${putDataFile(internals, file)} 0 R`}));
  const names = entries.map(({name, reference}) => `(${name}) ${reference}`);
  const all = entries.map(({reference}) => reference);
  return `/Names <</EmbeddedFiles <</Names [${names.join(' ')}]>>>> /AF [${all.join(' ')}]`;
}

/** Returns the number of the object that names the file. */
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
