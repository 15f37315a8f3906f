const PIECE = 8192;

/** Bytes as letters of the same numbers; `TextDecoder('latin1')` is Windows-1252 and gives 0x80 to 0x9f other ones. */
export function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}
