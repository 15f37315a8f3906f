/** Why no number and key were found in a file. */
export type ReadProblem =
  | 'certificate'
  | 'insurer'
  | 'not-a-notice'
  | 'no-text'
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'too-large'
  | 'too-much'
  | 'too-many-pixels'
  | 'unsupported'
  | 'not-loaded';

/** What was found in one file, or in one part of it. Holds the key: never log it, never keep it. */
export interface Reading {
  /** The file, and the part of it where it has several: 「まとめ.zip／お知らせ.pdf」. */
  name: string;
  contractNumber?: string;
  authKey?: string;
  problem?: ReadProblem;
}
