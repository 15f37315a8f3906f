import type {jsPDF} from 'jspdf';

/** What a font looks like to jsPDF's plugins. */
export interface FontEntry {
  encoding: string;
  metadata: object;
  objectNumber?: number;
  isAlreadyPutted?: boolean;
}
/** A stream to write; its data has one character a byte. */
export interface StreamData {
  data: string;
  filters: true;
  addLength1?: boolean;
  objectId: number;
  additionalKeyValues?: {key: string; value: string}[];
}
/** What a plugin gets to write a font. */
export interface PutFontEvent {
  readonly font: FontEntry;
  readonly out: (line: string) => void;
  readonly newObject: () => number;
  readonly putStream: (stream: StreamData) => void;
}
/** What a plugin gets to change a text before it is written. */
export interface TextEvent {
  text: string | (string | string[])[];
  readonly mutex: {isHex?: boolean};
}

/** What the notice uses of jsPDF beyond its typed surface; all of it is what jsPDF's own plugins are made with. */
export interface Internals {
  readonly getFont: () => FontEntry;
  readonly write: (...words: string[]) => void;
  readonly newObject: () => number;
  readonly putStream: (stream: StreamData) => void;
  readonly events: {
    subscribe(topic: 'putFont', handler: (event: PutFontEvent) => void): void;
    subscribe(topic: 'postProcessText', handler: (event: TextEvent) => void): void;
    subscribe(topic: 'putPage', handler: (event: {objId: number}) => void): void;
    subscribe(topic: 'postPutResources' | 'putCatalog', handler: () => void): void;
  };
}

/** The untyped side of a document. */
export const internals = (doc: jsPDF) => doc.internal as unknown as Internals;

/** A number of 16 bits as hexadecimal digits. */
export const hex = (value: number) => value.toString(16).padStart(4, '0');

/** A text in UTF-16 as hexadecimal digits: pairs and selectors as they are in the text. */
export function utf16Hex(text: string): string {
  return Array.from({length: text.length}, (_, index) => hex(text.charCodeAt(index))).join('');
}
