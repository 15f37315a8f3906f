import type {jsPDF} from 'jspdf';

/** A font as jsPDF's plugins see it. */
export interface FontEntry {
  encoding: string;
  metadata: object;
  objectNumber?: number;
  isAlreadyPutted?: boolean;
}
/** A stream to write; its data has one character per byte. */
export interface StreamData {
  data: string;
  filters: true;
  addLength1?: boolean;
  objectId: number;
  additionalKeyValues?: {key: string; value: string}[];
}
/** The event on which a plugin writes a font. */
export interface PutFontEvent {
  readonly font: FontEntry;
  readonly out: (line: string) => void;
  readonly newObject: () => number;
  readonly putStream: (stream: StreamData) => void;
}
/** The event on which a plugin changes a text before it is written. */
export interface TextEvent {
  text: string | (string | string[])[];
  readonly mutex: {isHex?: boolean};
}

/** The part of jsPDF beyond its typed surface that is used here; jsPDF's own plugins are made with it. */
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

/** Returns the internals of a document. */
export const internalsOf = (doc: jsPDF) => doc.internal as unknown as Internals;

/** Returns a number of 16 bits as hexadecimal digits. */
export const hex = (value: number) => value.toString(16).padStart(4, '0');

/** Returns a text in UTF-16 as hexadecimal digits, with pairs and selectors as they are in the text. */
export function utf16Hex(text: string): string {
  return Array.from({length: text.length}, (_, index) => hex(text.charCodeAt(index))).join('');
}
