/** A `data:` address is taken apart here, for policies do not let it be fetched. */
async function bytesOf(url: URL): Promise<Uint8Array> {
  if (url.protocol === 'data:')
    return Uint8Array.from(atob(url.href.slice(url.href.indexOf(',') + 1)), letter => letter.charCodeAt(0));
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

/** Hands pdf.js the code tables of Japanese fonts; those of other languages are not there. */
export class JapaneseCMaps {
  async fetch({name}: {name: string}) {
    const {cMapFiles} = await import('./cmap-files.js');
    const url = cMapFiles.get(name);
    if (!url) throw new Error(`There is no code table ${name}.`);
    return {cMapData: await bytesOf(url), isCompressed: true};
  }
}
