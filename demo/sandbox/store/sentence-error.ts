/** A mistake that the operator of the server can fix; its message is the sentence to print. */
export class SentenceError extends Error {
  override readonly name = 'SentenceError';
}
