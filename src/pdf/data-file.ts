import type {Internals} from './pdf-internals.js';

/** A file inside the PDF; its text has no characters beyond ASCII. */
export interface DataFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Writes the file, and returns what the catalogue says of it. */
export function putDataFile({newObject, putStream, write}: Internals, file: DataFile): string {
  const {name, mediaType, text} = file;
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
  return `/Names <</EmbeddedFiles <</Names [(${name}) ${specification} 0 R]>>>> /AF [${specification} 0 R]`;
}
