/** Something the person who starts the server can mend; its message is the one sentence to print. */
export class SentenceError extends Error {
  override readonly name = 'SentenceError';
}
