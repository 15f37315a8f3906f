const PIECE = 8192;

/** Returns bytes as characters of the same codes. `TextDecoder('latin1')` is Windows-1252 and maps 0x80 to 0x9f elsewhere. */
export function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}
